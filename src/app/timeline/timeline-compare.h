#pragma once

#include <gtk/gtk.h>

#include "base/day.h"
#include "store/document.h"

G_BEGIN_DECLS

/* A button whose popover asks for a day, to have the portfolio as it was recorded at the end of it stand behind the bars.
 * The popover is made when it is first wanted. Set up once; what it has is let go of with the button. */
typedef struct
{
  /* The portfolio as recorded on @day, to be referred to for as long as it is wanted; NULL and NONE: compare no longer. */
  void (*changed) (TenureDocument *past, TenureDay day, gpointer data);
  /* The document that is looked at now, lent; NULL: none. */
  TenureDocument *(*get_document) (gpointer data);
  gpointer data;
} TenureTimelineCompareClient;

void tenure_timeline_compare_set_up (GtkMenuButton *button, const TenureTimelineCompareClient *client);

/* The client is going: it is asked and told nothing more of what is under way. */
void tenure_timeline_compare_give_up (GtkMenuButton *button);

G_END_DECLS
