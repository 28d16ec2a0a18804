#define _GNU_SOURCE

#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "chart/export.h"
#include "samples.h"

static TenureScene *
new_scene (double width, double height)
{
  TenureChartTheme screen, theme;

  tenure_chart_theme_init (&screen, TRUE, FALSE, 1, "Cantarell");
  tenure_chart_theme_init_export (&theme, &screen, FALSE);
  return tenure_chart_boards_compare (&sample_boards, width, height, &theme);
}

static GBytes *export(const TenureScene *scene, TenureExportFormat format, double scale)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tenure_scene_export (scene, stream, format, scale, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_output_stream_is_closed (stream));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

typedef struct
{
  const guint8 *data;
  gsize size, at;
} Reader;

static cairo_status_t
read_png (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (reader->size - reader->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data + reader->at, length);
  reader->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_png (void)
{
  static const struct
  {
    double scale;
    int width, height;
  } cases[] = { { 1, 700, 700 }, { 2, 1400, 1400 }, { 1.5, 1050, 1050 }, { 100, 5600, 5600 } };
  g_autoptr (TenureScene) scene = new_scene (700, 700);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = export(scene, TENURE_EXPORT_PNG, cases[i].scale);
      Reader reader = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0 };
      cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_png, &reader);

      /* Read back by libpng, which checks the chunks and their sums. */
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpmem (reader.data, 8, "\x89PNG\r\n\x1a\n", 8);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].height);
      g_assert_cmpint (cairo_image_surface_get_format (surface), ==, CAIRO_FORMAT_RGB24);
      g_assert_true (contains (bytes, "On 2 of 7 boards the VCS has no seat"));
      /* A light, opaque ground although the screen is dark. */
      g_assert_cmphex (*(guint32 *) (gpointer) cairo_image_surface_get_data (surface) & 0xffffff, ==,
                       0xffffff);
      cairo_surface_destroy (surface);
    }
}

static void
count_element (GMarkupParseContext *context,
               const char *name,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  g_hash_table_insert (data, g_strdup (name),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (data, name)) + 1));
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { .start_element = count_element };
  g_autoptr (TenureScene) scene = new_scene (700, 420);
  g_autoptr (GBytes) bytes = export(scene, TENURE_EXPORT_SVG, 1);
  g_autoptr (GHashTable) elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, elements, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_assert_true (g_hash_table_contains (elements, "svg"));
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (elements, "title")), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (elements, "desc")), ==, 1);
  /* Vector to the last dot of a pattern. */
  g_assert_false (g_hash_table_contains (elements, "image"));
  g_assert_true (contains (bytes, "<title>On 2 of 7 boards the VCS has no seat; of 1 more it cannot be told</title>"));
}

/* The file and, after it, all that its compressed streams hold: newer cairo puts the description of pages into them. */
static GBytes *
dup_inflated (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;
  GByteArray *all = g_byte_array_append (g_byte_array_new (), (const guint8 *) data, (guint) size);

  for (const char *at = data; (at = g_strstr_len (at, end - at, "\nstream\n")) != NULL;)
    {
      g_autoptr (GConverter) inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
      g_autoptr (GInputStream) raw = NULL;
      g_autoptr (GInputStream) plain = NULL;
      char buffer[4096];
      gssize n;

      at += strlen ("\nstream\n");
      raw = g_memory_input_stream_new_from_data (at, end - at, NULL);
      plain = g_converter_input_stream_new (raw, inflate);
      /* A stream that is not compressed ends in an error at once, and holds nothing that is looked for. */
      while ((n = g_input_stream_read (plain, buffer, sizeof buffer, NULL, NULL)) > 0)
        g_byte_array_append (all, (const guint8 *) buffer, (guint) n);
    }
  return g_byte_array_free_to_bytes (all);
}

static void
test_pdf (void)
{
  g_autoptr (TenureScene) scene = new_scene (700, 700);
  g_autoptr (GBytes) bytes = export(scene, TENURE_EXPORT_PDF, 1);
  g_autoptr (GBytes) inflated = dup_inflated (bytes);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_nonnull (g_strstr_len (data + size - 32, 32, "%%EOF"));
  /* ¾ point to the pixel. */
  g_assert_true (contains (inflated, "525 525"));
  g_assert_false (contains (inflated, "/Subtype /Image"));
  g_assert_true (contains (inflated, "/Title"));
}

static void
test_hostile_title (void)
{
  TenureTermBandsData data = sample_term_bands;
  g_autoptr (TenureScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TenureChartTheme theme;

  data.title = "a < b & c > \"d\" </title>";
  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, NULL);
  scene = tenure_chart_term_bands (&data, 400, 300, &theme);
  bytes = export(scene, TENURE_EXPORT_SVG, 1);
  g_assert_true (contains (bytes, "<title>a &lt; b &amp; c &gt; &quot;d&quot; &lt;/title&gt;</title>"));
}

static void
test_file (void)
{
  g_autoptr (TenureScene) scene = new_scene (300, 200);
  g_autofree char *directory = g_dir_make_tmp ("tenure-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "boards.png", NULL);
  g_autofree char *nowhere = g_build_filename (directory, "missing", "boards.png", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path (nowhere);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_set_contents (path, "older", -1, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (tenure_scene_export_file (scene, file, TENURE_EXPORT_PNG, 1, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpstr (contents, ==, "older");
  g_assert_true (tenure_scene_export_file (scene, file, TENURE_EXPORT_PNG, 1, NULL, &error));
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpmem (contents, 4, "\x89PNG", 4);
  g_assert_false (tenure_scene_export_file (scene, missing, TENURE_EXPORT_PDF, 1, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "boards.png"));
  g_unlink (path);
  g_rmdir (directory);
}

static void
test_too_large (void)
{
  g_autoptr (TenureScene) scene = new_scene (20000, 300);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_scene_export (scene, stream, TENURE_EXPORT_PNG, 2, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_RANGE);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

/* A disk that is full: the stream takes no more than it has room for. */
static void
test_full_disk (void)
{
  g_autoptr (TenureScene) scene = new_scene (300, 200);
  char room[64];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tenure_scene_export (scene, stream, TENURE_EXPORT_PNG, 1, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE);
}

static void
test_format_names (void)
{
  static const struct
  {
    const char *name;
    gboolean known;
    TenureExportFormat format;
  } cases[] = {
    { "a.png", TRUE, TENURE_EXPORT_PNG },
    { "b.SVG", TRUE, TENURE_EXPORT_SVG },
    { "dir.png/c.pdf", TRUE, TENURE_EXPORT_PDF },
    { "d.jpeg", FALSE, 0 },
    { "png", FALSE, 0 },
    { "", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureExportFormat format = 99;

      g_assert_true (tenure_export_format_from_name (cases[i].name, &format, &error) == cases[i].known);
      if (cases[i].known)
        g_assert_cmpint (format, ==, cases[i].format);
      else
        g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/hostile-title", test_hostile_title);
  g_test_add_func ("/export/file", test_file);
  g_test_add_func ("/export/too-large", test_too_large);
  g_test_add_func ("/export/full-disk", test_full_disk);
  g_test_add_func ("/export/format-names", test_format_names);
  return g_test_run ();
}
