#include "config.h"

#include "chart/export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include "base/i18n.h"
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "chart/painter.h"

/* cairo's limit for either side of an image. */
#define MAX_PIXELS 32767
#define POINTS_PER_PX 0.75

gboolean
tenure_export_format_from_name (const char *name, TenureExportFormat *out_format, GError **error)
{
  static const struct
  {
    const char *ending;
    TenureExportFormat format;
  } formats[] = {
    { ".png", TENURE_EXPORT_PNG },
    { ".svg", TENURE_EXPORT_SVG },
    { ".pdf", TENURE_EXPORT_PDF },
  };
  gsize length;

  g_return_val_if_fail (name != NULL && out_format != NULL, FALSE);

  length = strlen (name);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (length >= 4 && g_ascii_strcasecmp (name + length - 4, formats[i].ending) == 0)
      {
        *out_format = formats[i].format;
        return TRUE;
      }
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
               _ ("“%s” does not end in .png, .svg or .pdf, so the kind of picture is not clear."), name);
  return FALSE;
}

/* --- Words inside the file ------------------------------------------------------------------------------ */

static void
set_pdf_words (cairo_surface_t *surface, const TenureScene *scene)
{
  g_autofree char *description = tenure_scene_dup_accessible_text (scene);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, tenure_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tenure " TENURE_VERSION);
}

static void
insert_bytes (GByteArray *bytes, guint at, const char *text, gsize length)
{
  guint tail = bytes->len - at;

  g_byte_array_set_size (bytes, bytes->len + (guint) length);
  memmove (bytes->data + at + length, bytes->data + at, tail);
  memcpy (bytes->data + at, text, length);
}

/* <title> and <desc> as the first children of <svg>, where readers and screen readers look for them. */
static void
insert_svg_words (GByteArray *bytes, const TenureScene *scene)
{
  g_autofree char *description = tenure_scene_dup_accessible_text (scene);
  g_autofree char *words =
      g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", tenure_scene_get_title (scene), description);
  const char *root = g_strstr_len ((const char *) bytes->data, bytes->len, "<svg");
  const char *end = root != NULL ? memchr (root, '>', bytes->len - (gsize) (root - (const char *) bytes->data)) : NULL;

  if (end != NULL)
    insert_bytes (bytes, (guint) (end + 1 - (const char *) bytes->data), words, strlen (words));
}

static guint32
png_crc (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
    }
  return ~crc;
}

static void
append_be32 (GString *text, guint32 value)
{
  guint32 be = GUINT32_TO_BE (value);

  g_string_append_len (text, (const char *) &be, sizeof be);
}

/* An international text chunk, uncompressed: length, "iTXt", keyword, flags, text, checksum. It goes after
 * the header chunk, which ends at byte 33. */
static void
insert_png_text (GByteArray *bytes, const char *keyword, const char *text)
{
  g_autoptr (GString) body = g_string_new ("iTXt");
  g_autoptr (GString) chunk = g_string_new (NULL);

  g_string_append_len (body, keyword, (gssize) strlen (keyword) + 1);
  g_string_append_len (body, "\0\0\0\0", 4); /* not compressed, no method, no language, no translated keyword */
  g_string_append (body, text);
  append_be32 (chunk, (guint32) body->len - 4);
  g_string_append_len (chunk, body->str, (gssize) body->len);
  append_be32 (chunk, png_crc ((const guint8 *) body->str, body->len));
  insert_bytes (bytes, 33, chunk->str, chunk->len);
}

/* --- Making the bytes ----------------------------------------------------------------------------------- */

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE, _ ("The picture could not be made: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

static void
paint_opaque (const TenureScene *scene, cairo_surface_t *surface, double scale)
{
  const TenureRgba *ground = &tenure_scene_get_theme (scene)->roles[TENURE_ROLE_GROUND];
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  tenure_scene_paint (scene, cr);
  cairo_destroy (cr);
}

static gboolean
make_vector (const TenureScene *scene, TenureExportFormat format, GByteArray *bytes, GError **error)
{
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;

  tenure_scene_get_size (scene, &width, &height);
  if (format == TENURE_EXPORT_SVG)
    {
      surface = cairo_svg_surface_create_for_stream (collect, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
    }
  else
    {
      surface = cairo_pdf_surface_create_for_stream (collect, bytes, width * POINTS_PER_PX, height * POINTS_PER_PX);
      set_pdf_words (surface, scene);
    }
  paint_opaque (scene, surface, format == TENURE_EXPORT_PDF ? POINTS_PER_PX : 1);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (format == TENURE_EXPORT_SVG)
    insert_svg_words (bytes, scene);
  return check_status (status, error);
}

static gboolean
make_png (const TenureScene *scene, double scale, GByteArray *bytes, GError **error)
{
  g_autofree char *description = tenure_scene_dup_accessible_text (scene);
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;

  tenure_scene_get_size (scene, &width, &height);
  width = ceil (width * scale);
  height = ceil (height * scale);
  if (width > MAX_PIXELS || height > MAX_PIXELS)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_RANGE,
                   _ ("The picture would be %1$.0f × %2$.0f pixels; at most %3$d either way can be written. Choose a "
                      "smaller size, or SVG or PDF."),
                   width, height, MAX_PIXELS);
      return FALSE;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  paint_opaque (scene, surface, scale);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, collect, bytes);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    return FALSE;
  insert_png_text (bytes, "Description", description);
  insert_png_text (bytes, "Title", tenure_scene_get_title (scene));
  return TRUE;
}

static GByteArray *
make_bytes (const TenureScene *scene, TenureExportFormat format, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean made = format == TENURE_EXPORT_PNG ? make_png (scene, isfinite (scale) ? CLAMP (scale, 0.5, 8) : 1, bytes, error)
                                              : make_vector (scene, format, bytes, error);

  return made ? g_steal_pointer (&bytes) : NULL;
}

/* Hands on what went wrong: cancelled as it is, anything else as a storage error. */
static gboolean
storage_error (GError *cause, const char *what, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE, _ ("“%1$s” could not be written: %2$s"), what, cause->message);
  g_error_free (cause);
  return FALSE;
}

static gboolean
replace_file (GFile *file, const GByteArray *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  GError *cause = NULL;

  if (g_file_replace_contents (file, (const char *) bytes->data, bytes->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               cancellable, &cause))
    return TRUE;
  name = g_file_get_parse_name (file);
  return storage_error (cause, name, error);
}

/* --- Public --------------------------------------------------------------------------------------------- */

gboolean
tenure_scene_export (const TenureScene *scene,
                     GOutputStream *stream,
                     TenureExportFormat format,
                     double scale,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (scene != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  bytes = make_bytes (scene, format, scale, error);
  if (bytes == NULL)
    return FALSE;
  if (g_output_stream_write_all (stream, bytes->data, bytes->len, NULL, cancellable, &cause))
    return TRUE;
  return storage_error (cause, tenure_scene_get_title (scene), error);
}

gboolean
tenure_scene_export_file (const TenureScene *scene,
                          GFile *file,
                          TenureExportFormat format,
                          double scale,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;

  g_return_val_if_fail (scene != NULL && G_IS_FILE (file), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  /* The whole picture is made before the file is touched. */
  bytes = make_bytes (scene, format, scale, error);
  if (bytes == NULL)
    return FALSE;
  return replace_file (file, bytes, cancellable, error);
}

gboolean
tenure_scene_export_pages (GFile *file,
                           guint n_pages,
                           double width,
                           double height,
                           TenureExportPageFunc make,
                           void (*progress) (double fraction, gpointer data),
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (G_IS_FILE (file) && n_pages > 0 && make != NULL, FALSE);

  surface = cairo_pdf_surface_create_for_stream (collect, bytes, width * POINTS_PER_PX, height * POINTS_PER_PX);
  for (guint page = 0; page < n_pages && !g_cancellable_is_cancelled (cancellable); page++)
    {
      g_autoptr (TenureScene) scene = make (page, data);

      if (page == 0)
        set_pdf_words (surface, scene);
      paint_opaque (scene, surface, POINTS_PER_PX);
      cairo_surface_show_page (surface);
      if (progress != NULL)
        progress ((page + 1.0) / n_pages, data);
    }
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_status (status, error))
    return FALSE;
  return replace_file (file, bytes, cancellable, error);
}
