#pragma once

#include "app/chart-view-picture.h"

G_BEGIN_DECLS

/* What chart-view.c (the widget) shares with chart-view-input.c (pointer and keyboard) and chart-view-actions.c (the
 * menu). */

struct _TenureChartView
{
  GtkWidget parent_instance;

  TenureChartViewFunc func;
  gpointer func_data;
  GDestroyNotify func_destroy;

  TenureChartPicture picture;
  int grown_width, grown_height; /* the height that the scene took at that width; 0: not known */

  int hover_mark, focus_mark, pressed_mark;
  const char *cursor;       /* instead of the usual; a name that lives as long as the program */
  graphene_point_t pointer; /* where it was when it last moved */
  gboolean by_keyboard;     /* the view was last used with keys: rings are shown longer than the window shows its own */

  int min_chart_height;
  gboolean headings;
  gboolean quiet; /* nothing is said of what the pointer is on */
  gboolean compact;
  gboolean grows;
  char *file_stem;

  guint accessible_source; /* an idle that brings name and description up to date */

  GtkWidget *menu;
};

/* A scene for a file: @width × @height px, headings on, in the export twin of the theme on screen. Owned by the
 * caller; NULL without a provider. */
TenureScene *tenure_chart_view_make_export (TenureChartView *self, double width, double height);

const char *tenure_chart_view_get_file_stem (TenureChartView *self);

void tenure_chart_view_emit_record (TenureChartView *self, TenureId record);

void tenure_chart_view_activate_mark (TenureChartView *self, int mark);

/* Whether the view has the keyboard and the window shows where the keyboard is. */
gboolean tenure_chart_view_shows_focus (TenureChartView *self);

/* Gives the template its handlers of pointer and keyboard. */
void tenure_chart_view_class_bind_input (GtkWidgetClass *klass);

/* Installs "chart.show-table", "chart.copy-text" and "chart.save-picture". */
void tenure_chart_view_class_install_actions (GtkWidgetClass *klass);

G_END_DECLS
