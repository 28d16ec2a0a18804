/* gallery DIRECTORY — writes a picture of every chart, light, dark and in high contrast, at several sizes and
 * text scales, from invented data: for looking at, and for the manual. */

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "chart/export.h"
#include "samples.h"

static const struct
{
  const char *name;
  gboolean dark, high_contrast;
  double text_scale, size;
} looks[] = {
  { "light", FALSE, FALSE, 1, 1 },    { "dark", TRUE, FALSE, 1, 1 },        { "contrast", FALSE, TRUE, 1, 1 },
  { "small", FALSE, FALSE, 1, 0.62 }, { "large-text", FALSE, FALSE, 2, 1 },
};

static gboolean
write_picture (const char *directory, guint chart, guint look, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.png", sample_charts[chart].name, looks[look].name);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, looks[look].dark, looks[look].high_contrast, looks[look].text_scale,
                           "Cantarell");
  theme.opaque = TRUE;
  scene = sample_charts[chart].make (sample_charts[chart].width * looks[look].size, sample_charts[chart].height * looks[look].size,
                              &theme);
  return tenure_scene_export_file (scene, file, TENURE_EXPORT_PNG, 1, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: %s DIRECTORY\n", argv[0]);
      return 2;
    }
  if (g_mkdir_with_parents (argv[1], 0755) != 0)
    {
      g_printerr ("%s: %s\n", argv[1], g_strerror (errno));
      return EXIT_FAILURE;
    }
  for (guint chart = 0; chart < sample_n_charts; chart++)
    for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
      if (!write_picture (argv[1], chart, look, &error))
        {
          g_printerr ("%s\n", error->message);
          return EXIT_FAILURE;
        }
  return EXIT_SUCCESS;
}
