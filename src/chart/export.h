#pragma once

#include <gio/gio.h>

#include "chart/scene.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_EXPORT_PNG,
  TENURE_EXPORT_SVG,
  TENURE_EXPORT_PDF,
} TenureExportFormat;

/* By the ending of a file name (".png", ".svg", ".pdf", any case); FALSE and TENURE_ERROR_INVALID for any
 * other. */
gboolean tenure_export_format_from_name (const char *name, TenureExportFormat *out_format, GError **error);

/**
 * tenure_scene_export:
 * @scene: a scene, best made with a theme from tenure_chart_theme_init_export()
 * @scale: pixels of a PNG per scene pixel, 0.5 … 8; SVG and PDF are the size of the scene whatever it is
 *         (one scene pixel is ¾ of a point)
 *
 * Writes the picture with an opaque ground and, in the formats that hold it, title and description. The
 * stream is left open.
 *
 * Returns: FALSE with TENURE_ERROR_STORAGE when writing fails, TENURE_ERROR_RANGE when the picture would be
 * larger than 32,767 pixels either way, or G_IO_ERROR_CANCELLED
 */
gboolean tenure_scene_export (const TenureScene *scene,
                              GOutputStream *stream,
                              TenureExportFormat format,
                              double scale,
                              GCancellable *cancellable,
                              GError **error);

/* The same into @file, whole or not at all: an existing file is replaced only when everything was written. */
gboolean tenure_scene_export_file (const TenureScene *scene,
                                   GFile *file,
                                   TenureExportFormat format,
                                   double scale,
                                   GCancellable *cancellable,
                                   GError **error);

/* Makes page @page, from 0; of the size of the first. Called on the thread of the export. */
typedef TenureScene *(*TenureExportPageFunc) (guint page, gpointer data);

/**
 * tenure_scene_export_pages:
 * @n_pages: at least 1
 * @progress: (nullable): told how far the work is, 0 to 1, on the same thread
 * @data: for both
 *
 * A PDF of several pages, each scene at the top of its own, into @file, whole or not at all. For a worker: a page takes some
 * milliseconds.
 *
 * Returns: FALSE as tenure_scene_export_file() does
 */
gboolean tenure_scene_export_pages (GFile *file,
                                    guint n_pages,
                                    double width,
                                    double height,
                                    TenureExportPageFunc make,
                                    void (*progress) (double fraction, gpointer data),
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
