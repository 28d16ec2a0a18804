#pragma once

#include <gtk/gtk.h>

#include "app/chart-view.h"

G_BEGIN_DECLS

/* A scene and what it looks like: made once, painted once, kept until data, size or theme change. Plain data, part of
 * its widget; all zero is an empty one. */
typedef struct
{
  TenureScene *scene;  /* (nullable) */
  int width, height;   /* that it was made for; −1: out of date */
  GdkTexture *texture; /* (nullable): the scene, painted */
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

/* The scene as a texture of @scale device pixels a pixel, painted if need be. Lent. */
GdkTexture *tenure_chart_picture_get_texture (TenureChartPicture *self, int scale);

/* Whether the scene has a mark of this index, and the record that it stands for. */
gboolean tenure_chart_picture_has_mark (const TenureChartPicture *self, int mark);
TenureId tenure_chart_picture_get_record (const TenureChartPicture *self, int mark);

G_END_DECLS
