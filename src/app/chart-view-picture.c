#include "config.h"
#include "app/chart-view-picture.h"

#include "chart/painter.h"

void
tenure_chart_picture_clear (TenureChartPicture *self)
{
  tenure_chart_picture_invalidate (self);
  g_clear_pointer (&self->scene, tenure_scene_free);
}

void
tenure_chart_picture_invalidate (TenureChartPicture *self)
{
  self->width = self->height = -1;
  g_clear_object (&self->texture);
}

gboolean
tenure_chart_picture_fits (const TenureChartPicture *self, int width, int height)
{
  return self->scene != NULL && self->width == width && self->height == height;
}

void
tenure_chart_picture_take_scene (TenureChartPicture *self, TenureScene *scene, int width, int height, gint64 begun_us)
{
  tenure_chart_picture_clear (self);
  self->scene = scene;
  self->width = width;
  self->height = height;
  self->scene_us = g_get_monotonic_time () - begun_us;
  self->costs.n_scenes++;
}

static cairo_surface_t *
paint (const TenureChartPicture *self, int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width * scale, self->height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  tenure_scene_paint (self->scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

GdkTexture *
tenure_chart_picture_get_texture (TenureChartPicture *self, int scale)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  gsize stride;

  if (self->texture != NULL && self->scale == scale)
    return self->texture;

  surface = paint (self, scale);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * self->height * scale,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (self->width * scale, self->height * scale, GDK_MEMORY_DEFAULT, bytes, stride);
  self->scale = scale;
  self->costs.n_paints++;
  self->costs.last_us = self->scene_us + g_get_monotonic_time () - begun;
  self->costs.worst_us = MAX (self->costs.worst_us, self->costs.last_us);
  return self->texture;
}

gboolean
tenure_chart_picture_has_mark (const TenureChartPicture *self, int mark)
{
  return self->scene != NULL && mark >= 0 && (guint) mark < tenure_scene_get_n_marks (self->scene);
}

TenureId
tenure_chart_picture_get_record (const TenureChartPicture *self, int mark)
{
  return tenure_chart_picture_has_mark (self, mark) ? tenure_scene_get_mark (self->scene, mark)->record : TENURE_ID_NONE;
}
