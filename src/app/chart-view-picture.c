#include "config.h"
#include "app/chart-view-picture.h"

#include "chart/painter.h"

static void
clear_pixels (TenureChartPicture *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

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
  clear_pixels (self);
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
paint (const TenureChartPicture *self)
{
  int scale = self->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width * scale, self->height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  tenure_scene_paint (self->scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
ensure_surface (TenureChartPicture *self, int scale)
{
  gint64 begun = g_get_monotonic_time ();

  if (self->surface != NULL && self->scale == scale)
    return;
  clear_pixels (self);
  self->scale = scale;
  self->surface = paint (self);
  self->costs.n_paints++;
  self->costs.last_us = self->scene_us + g_get_monotonic_time () - begun;
  self->costs.worst_us = MAX (self->costs.worst_us, self->costs.last_us);
}

/* The pixels of the surface, which lives as long. */
static GdkTexture *
get_texture (TenureChartPicture *self)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (self->surface);
  g_autoptr (GBytes) bytes = NULL;

  if (self->texture != NULL)
    return self->texture;
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface),
                                      stride * (gsize) (self->height * self->scale), (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (self->surface));
  self->texture =
      gdk_memory_texture_new (self->width * self->scale, self->height * self->scale, GDK_MEMORY_DEFAULT, bytes, stride);
  return self->texture;
}

void
tenure_chart_picture_snapshot (TenureChartPicture *self, GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  GtkNative *native = gtk_widget_get_native (widget);
  cairo_t *cr;

  ensure_surface (self, gtk_widget_get_scale_factor (widget));
  if (native == NULL || !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      gtk_snapshot_append_texture (snapshot, get_texture (self), &bounds);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
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
