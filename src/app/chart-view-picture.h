#pragma once

#include <gtk/gtk.h>

#include "app/chart-view.h"

G_BEGIN_DECLS

/* A scene and what it looks like: made once, painted once, kept until data, size or theme change. Plain data, part of
 * its widget; all zero is an empty one. */
typedef struct
{
  TenureScene *scene;       /* (nullable) */
  int width, height;        /* that it was made for; −1: out of date */
  cairo_surface_t *surface; /* (nullable): the scene, painted */
  GdkTexture *texture;      /* (nullable): the same for a renderer that wants one */
  int scale;
  gint64 scene_us; /* what the scene took to make */
  TenureChartViewCosts costs;
} TenureChartPicture;

void tenure_chart_picture_clear (TenureChartPicture *self);

/* Out of date: the next tenure_chart_picture_fits() says no. The scene stays, so that marks can still be asked about. */
void tenure_chart_picture_invalidate (TenureChartPicture *self);

gboolean tenure_chart_picture_fits (const TenureChartPicture *self, int width, int height);

/* Takes @scene (nullable), made for @width × @height since @begun_us, in place of the one before. */
void tenure_chart_picture_take_scene (TenureChartPicture *self, TenureScene *scene, int width, int height, gint64 begun_us);

/* Shows the scene on @widget, painted if need be. The toolkit's software renderer converts a texture to floating-point
 * numbers and back in each frame, which took longer than all the rest of a frame of the timeline (4 of 6 ms); it is given
 * the picture as cairo has it. Other renderers keep the texture. */
void tenure_chart_picture_snapshot (TenureChartPicture *self, GtkWidget *widget, GtkSnapshot *snapshot);

/* Whether the scene has a mark of this index, and the record that it stands for. */
gboolean tenure_chart_picture_has_mark (const TenureChartPicture *self, int mark);
TenureId tenure_chart_picture_get_record (const TenureChartPicture *self, int mark);

G_END_DECLS
