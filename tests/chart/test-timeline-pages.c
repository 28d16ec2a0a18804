/* The timeline on paper: every row on one page and no page without new rows, heads and dates on each, one file. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "chart/timeline-pages.h"
#include "samples.h"

#define WIDTH TENURE_TIMELINE_A4_WIDTH_PX
#define HEIGHT TENURE_TIMELINE_A4_HEIGHT_PX

typedef struct
{
  SampleTimeline sample;
  TenureTimelineIndex *index;
  TenureTimelinePages *pages;
} Paper;

static void
paper_init (Paper *paper, guint n, guint n_groups, const char *from, const char *after, double text_scale)
{
  TenureTimelinePaper options = { .frame = { .width = WIDTH, .height = HEIGHT, .as_of = sample_as_of (), .strip = TRUE },
                                  .from = sample_day (from),
                                  .after = sample_day (after) };
  g_autoptr (GError) error = NULL;
  TenureChartTheme theme;

  sample_timeline_fill (&paper->sample, n, n_groups);
  if (n_groups > 3)
    paper->sample.groups[2].collapsed = TRUE;
  paper->index = tenure_timeline_index_new (&paper->sample.data);
  tenure_chart_theme_init (&theme, FALSE, FALSE, text_scale, "Cantarell");
  paper->pages = tenure_timeline_pages_new (paper->index, &options, &theme, &error);
  g_assert_no_error (error);
}

static void
paper_clear (Paper *paper)
{
  tenure_timeline_pages_free (paper->pages);
  tenure_timeline_index_unref (paper->index);
  sample_timeline_clear (&paper->sample);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static gboolean
has_text (const TenureScene *scene, const char *text)
{
  guint n;
  const TenureShape *shapes = tenure_scene_get_shapes (scene, &n);

  for (guint i = 0; i < n; i++)
    if (shapes[i].kind == TENURE_SHAPE_TEXT && strstr (shapes[i].text, text) != NULL)
      return TRUE;
  return FALSE;
}

/* Marks of bars by the page that shows them first; a bar of a collapsed group has none. */
static void
test_every_row (void)
{
  static const double text_scales[] = { 1, 1.4 };

  for (guint k = 0; k < G_N_ELEMENTS (text_scales); k++)
    {
      g_auto (Paper) paper = { 0 };
      g_autofree guint *seen = g_new0 (guint, 700);
      guint n;

      paper_init (&paper, 700, 50, "2022-04-01", "2025-04-01", text_scales[k]);
      n = tenure_timeline_pages_get_n (paper.pages);
      g_assert_cmpuint (n, >, 10);
      for (guint page = 0; page < n; page++)
        {
          g_autoptr (TenureScene) scene = tenure_timeline_pages_make (paper.pages, page);
          g_autofree char *number = g_strdup_printf ("Page %u of %u", page + 1, n);
          double width, height;
          guint n_new = 0;

          tenure_scene_get_size (scene, &width, &height);
          g_assert_cmpfloat (height, <=, HEIGHT);
          g_assert_true (has_text (scene, number));
          g_assert_true (has_text (scene, "committed term"));
          g_assert_true (has_text (scene, "2023/24"));
          for (guint i = 0; i < tenure_scene_get_n_marks (scene); i++)
            {
              const TenureMark *mark = tenure_scene_get_mark (scene, i);

              n_new += mark->source < 0 && mark->group > 0;
              if (mark->source >= 0 && seen[mark->source] <= page)
                {
                  n_new += seen[mark->source] == 0;
                  seen[mark->source] = page + 1;
                }
            }
          g_assert_cmpuint (n_new, >, 0);
        }
      for (guint i = 0; i < 700; i++)
        {
          const TenureTimelineBar *bar = &paper.sample.bars[i];
          gboolean inside = bar->first != TENURE_DAY_NONE && bar->first < sample_day ("2025-04-01")
                            && bar->last > sample_day ("2022-04-01");

          if (inside && bar->group != 2)
            g_assert_cmpuint (seen[i], >, 0);
        }
    }
}

/* Nine years are three sheets across; a sheet in the middle of a group says whose it is. */
static void
test_across (void)
{
  g_auto (Paper) paper = { 0 };
  guint n;

  paper_init (&paper, 400, 2, NULL, NULL, 1);
  n = tenure_timeline_pages_get_n (paper.pages);
  g_assert_cmpuint (n % 3, ==, 0);
  for (guint page = 0; page < n; page++)
    {
      g_autoptr (TenureScene) scene = tenure_timeline_pages_make (paper.pages, page);

      g_assert_true (has_text (scene, paper.sample.groups[0].label) || has_text (scene, paper.sample.groups[1].label));
      g_assert_cmpint (has_text (scene, "lines: to be decided"), ==, page % (n / 3) == 0);
    }
}

static void
test_nothing (void)
{
  g_auto (Paper) paper = { 0 };
  g_autoptr (TenureScene) scene = NULL;

  paper_init (&paper, 0, 1, NULL, NULL, 1);
  paper.sample.data.n_bars = 0;
  g_assert_cmpuint (tenure_timeline_pages_get_n (paper.pages), >=, 1);
  scene = tenure_timeline_pages_make (paper.pages, 0);
  g_assert_true (has_text (scene, "There are no agreements to show."));
}

static void
test_too_many (void)
{
  SampleTimeline sample;
  g_autoptr (TenureTimelineIndex) index = NULL;
  g_autoptr (TenureTimelinePages) pages = NULL;
  g_autoptr (GError) error = NULL;
  TenureTimelinePaper options = { .frame = { .width = 400, .height = 300, .as_of = sample_as_of () },
                                  .from = TENURE_DAY_NONE,
                                  .after = TENURE_DAY_NONE };
  TenureChartTheme theme;

  sample_timeline_fill (&sample, 60000, 9);
  index = tenure_timeline_index_new (&sample.data);
  tenure_chart_theme_init (&theme, FALSE, FALSE, 1, "Cantarell");
  pages = tenure_timeline_pages_new (index, &options, &theme, &error);
  g_assert_null (pages);
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_RANGE);
  sample_timeline_clear (&sample);
}

static void
count_up (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >, *last);
  *last = fraction;
}

static void
test_file (void)
{
  g_auto (Paper) paper = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("tenure-pages-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "timeline.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  double done = 0;
  gsize length;

  paper_init (&paper, 120, 9, NULL, NULL, 1);
  g_cancellable_cancel (cancelled);
  g_assert_false (tenure_timeline_pages_export (paper.pages, file, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (tenure_timeline_pages_export (paper.pages, file, count_up, &done, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (done, ==, 1);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-pages/every-row", test_every_row);
  g_test_add_func ("/timeline-pages/across", test_across);
  g_test_add_func ("/timeline-pages/nothing", test_nothing);
  g_test_add_func ("/timeline-pages/too-many", test_too_many);
  g_test_add_func ("/timeline-pages/file", test_file);
  return g_test_run ();
}
