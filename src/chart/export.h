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

G_END_DECLS
