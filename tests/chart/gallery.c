/* gallery DIRECTORY — writes a picture of every chart, light, dark and in high contrast, at several sizes and
 * text scales, from invented data: for looking at, and for the manual. */

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "chart/export.h"
#include "samples.h"

typedef TenureScene *(*Maker) (double width, double height, const TenureChartTheme *theme);

static TenureScene *
make_term_bands (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_term_bands (&sample_term_bands, width, height, theme);
}

static TenureScene *
make_horizon (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_horizon (&sample_horizon, width, height, theme);
}

static TenureScene *
make_expiries (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_expiries (&sample_expiries, width, height, theme);
}

static TenureScene *
make_seats (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_seats (&sample_seats, width, height, theme);
}

static TenureScene *
make_seats_small (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_seats (&sample_seats_small, width, height, theme);
}

static TenureScene *
make_assembly (double width, double height, const TenureChartTheme *theme)
{
  SampleSeats sample;
  TenureScene *scene;

  sample_seats_fill (&sample, 180);
  scene = tenure_chart_seats (&sample.data, width, height, theme);
  sample_seats_clear (&sample);
  return scene;
}

static TenureScene *
make_timeline_of (
    guint n, guint n_groups, gboolean fit, double width, double height, const TenureChartTheme *theme)
{
  SampleTimeline sample;
  TenureTimelineFrame frame = {
    .width = width,
    .height = height,
    .as_of = sample_as_of (),
    .strip = TRUE,
    .notes = { .as_of = sample_as_of (),
               .scope = "North Ridge ICS",
               .things = "agreements",
               .n = n,
               .of = n },
  };
  g_autoptr (TenureTimelineIndex) index = NULL;
  TenureTimelineView view;
  TenureScene *scene;

  sample_timeline_fill (&sample, n, n_groups);
  sample.groups[2].collapsed = TRUE;
  index = tenure_timeline_index_new (&sample.data);
  if (fit)
    tenure_timeline_view_fit (&view, index, &frame, theme);
  else
    {
      tenure_timeline_view_today (&view, index, &frame, theme);
      tenure_timeline_view_pan (&view, index, &frame, theme, 0, 61);
    }
  scene = tenure_chart_timeline (index, &view, &frame, theme);
  /* What the scene says on demand it can no longer say once the sample is gone; a picture needs no words. */
  sample_timeline_clear (&sample);
  return scene;
}

static TenureScene *
make_timeline (double width, double height, const TenureChartTheme *theme)
{
  return make_timeline_of (220, 34, FALSE, width, height, theme);
}

static TenureScene *
make_timeline_fit (double width, double height, const TenureChartTheme *theme)
{
  return make_timeline_of (220, 34, TRUE, width, height, theme);
}

static TenureScene *
make_timeline_dense (double width, double height, const TenureChartTheme *theme)
{
  return make_timeline_of (100000, 40, TRUE, width, height, theme);
}

static TenureScene *
make_boards (double width, double height, const TenureChartTheme *theme)
{
  return tenure_chart_boards_compare (&sample_boards, width, height, theme);
}

static const struct
{
  const char *name;
  Maker make;
  double width, height;
} charts[] = {
  { "term-bands", make_term_bands, 560, 300 },
  { "horizon", make_horizon, 760, 380 },
  { "expiries", make_expiries, 620, 320 },
  { "seats", make_seats, 620, 380 },
  { "seats-small", make_seats_small, 460, 300 },
  { "seats-assembly", make_assembly, 760, 460 },
  { "boards", make_boards, 860, 400 },
  { "timeline", make_timeline, 1280, 720 },
  { "timeline-fit", make_timeline_fit, 1280, 720 },
  { "timeline-dense", make_timeline_dense, 1280, 720 },
};

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
  g_autofree char *name = g_strdup_printf ("%s-%s.png", charts[chart].name, looks[look].name);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TenureScene) scene = NULL;
  TenureChartTheme theme;

  tenure_chart_theme_init (&theme, looks[look].dark, looks[look].high_contrast, looks[look].text_scale,
                           "Cantarell");
  theme.opaque = TRUE;
  scene = charts[chart].make (charts[chart].width * looks[look].size, charts[chart].height * looks[look].size,
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
  for (guint chart = 0; chart < G_N_ELEMENTS (charts); chart++)
    for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
      if (!write_picture (argv[1], chart, look, &error))
        {
          g_printerr ("%s\n", error->message);
          return EXIT_FAILURE;
        }
  return EXIT_SUCCESS;
}
