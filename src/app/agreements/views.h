#pragma once

#include "app/agreements/register-layout.h"
#include "register/filter.h"
#include "store/document.h"

G_BEGIN_DECLS

/* A way of looking at the register that has a name: a filter, columns and an order. A few come with the program, the
 * others are records of the document, so that they are undone, saved and shared with it. */
typedef struct
{
  TenureId id;   /* NONE for those that come with the program */
  char *name;    /* translated */
  char *filter;  /* as tenure_filter_from_text() reads it */
  char *columns; /* as register-layout.h writes them; NULL for the usual ones */
  char *sort;
} TenureView;

void tenure_view_free (TenureView *view);

/* All that the view narrows down to, in words: portfolio, filters and the words searched for; or that its filter is not
 * understood. @reader knows what the portfolio is called. The caller frees. */
char *tenure_view_dup_words (const TenureView *view, TenureReader *reader);

/* (element-type TenureView): those of the program, then the document's by name. Without a document's reader the former
 * alone. */
GPtrArray *tenure_views_list (TenureReader *reader);

/* Keeps @filter and @layout as the view called @name, as one edit; a view of that name is replaced. @name must not be
 * blank. Fails as tenure_document_edit() does. */
gboolean tenure_views_save (TenureDocument *document,
                            const char *name,
                            const TenureFilter *filter,
                            const TenureRegisterLayout *layout,
                            GError **error);

/* Deletes a view of the document, as one edit. */
gboolean tenure_views_delete (TenureDocument *document, const TenureView *view, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureView, tenure_view_free)

G_END_DECLS
