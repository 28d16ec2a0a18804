/* Rows, sums and walking of the timeline held against obvious versions, on random bars: bad links, missing and reversed dates,
 * nested and collapsed groups, many alike. */

#include "chart/timeline-private.h"
#include "samples.h"

#define N_GROUPS 9

typedef struct
{
  TenureTimelineBar *bars;
  guint n;
  TenureTimelineGroup groups[N_GROUPS];
  TenureTimelineData data;
  TenureTimelineIndex *index;
} Case;

static TenureDay
random_day (GRand *rand)
{
  static const gint32 spans[] = { 3, 400, 20000 };
  gint32 span = spans[g_rand_int_range (rand, 0, 3)];

  return g_rand_int_range (rand, 0, 12) == 0 ? TENURE_DAY_NONE : 20778 + g_rand_int_range (rand, -span, span);
}

static void
fill (Case *self, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  self->n = (guint) g_rand_int_range (rand, 1, 160);
  self->bars = g_new0 (TenureTimelineBar, self->n);
  for (guint g = 0; g < N_GROUPS; g++)
    self->groups[g] = (TenureTimelineGroup){ .label = "Group",
                                             .depth = g == 0 ? 0 : (guint8) g_rand_int_range (rand, 0, 2),
                                             .collapsed = g_rand_int_range (rand, 0, 4) == 0 };
  for (guint i = 0; i < self->n; i++)
    {
      TenureTimelineBar *bar = &self->bars[i];

      *bar = sample_timeline_bar (1 + i, (guint32) g_rand_int_range (rand, 0, N_GROUPS + 1),
                                  g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, -2, (gint32) self->n + 2) : -1,
                                  NULL, NULL);
      bar->first = random_day (rand);
      bar->last = random_day (rand);
      bar->open_ended = bar->last == TENURE_DAY_NONE && g_rand_boolean (rand);
      bar->decision = random_day (rand);
      bar->covered = g_rand_boolean (rand);
      bar->value_known = g_rand_int_range (rand, 0, 5) != 0;
      bar->annual_minor = g_rand_int_range (rand, 0, 100000);
      bar->level = (guint8) g_rand_int_range (rand, 0, TENURE_N_CHART_LEVELS);
    }
  self->data = (TenureTimelineData){ .bars = self->bars,
                                     .n_bars = self->n,
                                     .groups = self->groups,
                                     .n_groups = N_GROUPS,
                                     .order = (TenureTimelineOrder) g_rand_int_range (rand, 0, 4),
                                     .year_start_month = 4,
                                     .currency = TENURE_CURRENCY_GBP };
  self->index = tenure_timeline_index_new (&self->data);
}

static void
clear (Case *self)
{
  tenure_timeline_index_unref (self->index);
  g_free (self->bars);
}

/* The row's own group: of a header its own, else the header above it that it belongs to. */
static gint32
shown_group (const Case *self, guint32 group)
{
  gint32 shown = group < N_GROUPS ? (gint32) group : -1;
  int hidden_below = -1;

  /* The outermost collapsed group around it, counted from the beginning as a reader would. */
  for (gint32 g = 0; g <= shown; g++)
    {
      static gint32 outer;

      if (hidden_below >= 0 && self->groups[g].depth > hidden_below)
        {
          if (g == shown)
            return outer;
          continue;
        }
      hidden_below = self->groups[g].collapsed ? self->groups[g].depth : -1;
      outer = g;
    }
  return shown;
}

/* Every bar has one place, in a row of its group; terms of an open row do not overlap; what is collapsed lies in a header. */
static void
check_rows (const Case *self)
{
  const TenureTimelineIndex *index = self->index;
  g_autofree guint *seen = g_new0 (guint, self->n);

  for (guint row = 0; row < index->extent.n_rows; row++)
    for (guint i = index->rows[row].first_item; i < index->rows[row + 1].first_item; i++)
      {
        const TenureTimelineItem *item = &index->items[i];
        gint32 group = shown_group (self, self->bars[item->bar].group);
        gboolean header = tenure_timeline_row_is_header (&index->rows[row]);

        seen[item->bar]++;
        g_assert_cmpint (index->rows[row].owner, ==, group);
        g_assert_cmpint (header, ==, group >= 0 && self->groups[group].collapsed);
        if (!header && i > index->rows[row].first_item)
          g_assert_cmpint (item->start, >=, item[-1].end);
        g_assert_cmpuint (index->row_of_item[index->item_of_bar[item->bar]], ==, row);
      }
  for (guint i = 0; i < self->n; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

/* What ends, and is to be decided, in random spans: bar by bar. */
static void
check_due (const Case *self, GRand *rand)
{
  for (guint round = 0; round < 20; round++)
    {
      TenureDay from = 20778 + g_rand_int_range (rand, -500, 500), after = from + g_rand_int_range (rand, 0, 700);

      for (TenureTimelineDue due = 0; due < TENURE_N_DUES; due++)
        {
          TenureDayEnd sum = tenure_timeline_index_due (self->index, due, from, after);
          gint64 minor = 0;
          guint count = 0;

          for (guint i = 0; i < self->n; i++)
            {
              const TenureTimelineBar *bar = &self->bars[i];
              TenureDay day = due == TENURE_DUE_DECISION ? bar->decision : bar->last;

              if (day == TENURE_DAY_NONE || day < from || day >= after || (due == TENURE_DUE_END && bar->covered))
                continue;
              count++;
              minor += bar->value_known ? bar->annual_minor : 0;
            }
          g_assert_cmpuint (sum.count, ==, count);
          g_assert_cmpint (sum.minor, ==, minor);
        }
    }
}

/* The map counts each bar in each of the spans that it touches. */
static void
check_map (const Case *self)
{
  for (guint span = 0; span < TENURE_TIMELINE_MAP_SPANS; span++)
    {
      gint64 from = TENURE_TIMELINE_MAP_FIRST + (gint64) span * TENURE_TIMELINE_MAP_SPAN_DAYS;
      guint running = 0;

      for (guint i = 0; i < self->n; i++)
        {
          const TenureTimelineItem *item = &self->index->items[i];

          running += (item->flags & TENURE_ITEM_UNDATED) == 0 && item->start < from + TENURE_TIMELINE_MAP_SPAN_DAYS
                     && item->end > from;
        }
      g_assert_cmpuint (self->index->map[span], ==, running);
    }
}

/* Forwards through every header that is shown and every bar that is not collapsed, and the same way back. */
static void
check_walk (const Case *self)
{
  TenureTimelinePlace at = tenure_timeline_walk_places (self->index, (TenureTimelinePlace){ -1, -1 }, TENURE_WALK_NEXT);
  guint n_bars = 0, n_headers = 0, expected_bars = 0, expected_headers = 0;

  for (guint i = 0; i < self->n; i++)
    {
      gint32 group = shown_group (self, self->bars[i].group);

      expected_bars += group < 0 || !self->groups[group].collapsed;
    }
  for (guint32 g = 0; g < N_GROUPS; g++)
    expected_headers += shown_group (self, g) == (gint32) g;
  for (guint i = 0; i < 2 * (self->n + N_GROUPS); i++)
    {
      TenureTimelinePlace next = tenure_timeline_walk_places (self->index, at, TENURE_WALK_NEXT);
      TenureTimelinePlace back = tenure_timeline_walk_places (self->index, next, TENURE_WALK_PREVIOUS);

      g_assert_true ((at.bar >= 0) != (at.group >= 0));
      n_bars += at.bar >= 0;
      n_headers += at.group >= 0;
      if (next.bar == at.bar && next.group == at.group)
        break;
      g_assert_cmpint (back.bar, ==, at.bar);
      g_assert_cmpint (back.group, ==, at.group);
      at = next;
    }
  g_assert_cmpuint (n_bars, ==, expected_bars);
  g_assert_cmpuint (n_headers, ==, expected_headers);
}

/* Down from anywhere comes to the last row, and up to the first. */
static void
check_up_and_down (const Case *self)
{
  for (guint up = 0; up < 2; up++)
    {
      TenureWalk step = up ? TENURE_WALK_UP : TENURE_WALK_DOWN;
      TenureTimelinePlace at =
          tenure_timeline_walk_places (self->index, (TenureTimelinePlace){ -1, -1 }, up ? TENURE_WALK_LAST : TENURE_WALK_FIRST);
      guint steps = 0;

      for (;; steps++)
        {
          TenureTimelinePlace next = tenure_timeline_walk_places (self->index, at, step);

          if (next.bar == at.bar && next.group == at.group)
            break;
          at = next;
        }
      g_assert_cmpuint (steps + 1, ==, self->index->extent.n_rows);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint32 seed = 0; seed < 120; seed++)
    {
      Case self = { 0 };

      g_test_message ("seed %u", seed);
      fill (&self, seed);
      check_rows (&self);
      check_due (&self, rand);
      if (seed % 8 == 0)
        check_map (&self);
      check_walk (&self);
      check_up_and_down (&self);
      clear (&self);
    }
}

/* Where nothing is to walk to, and where somebody stood on a bar that is collapsed now. */
static void
test_walk_places (void)
{
  TenureTimelineBar bars[] = { sample_timeline_bar (1, 0, -1, "2026-04-01", "2027-03-31"),
                               sample_timeline_bar (2, 1, -1, "2026-04-01", "2027-03-31") };
  TenureTimelineGroup groups[] = { { .label = "North", .collapsed = TRUE }, { .label = "South" } };
  TenureTimelineData data = { .bars = bars, .n_bars = 2, .groups = groups, .n_groups = 2, .year_start_month = 4 };
  TenureTimelineData none = { .year_start_month = 4 };
  g_autoptr (TenureTimelineIndex) index = tenure_timeline_index_new (&data);
  g_autoptr (TenureTimelineIndex) empty = tenure_timeline_index_new (&none);
  TenureTimelinePlace at = tenure_timeline_walk_places (index, (TenureTimelinePlace){ 0, -1 }, TENURE_WALK_DOWN);

  g_assert_cmpint (at.group, ==, 1);
  at = tenure_timeline_walk_places (index, at, TENURE_WALK_DOWN);
  g_assert_cmpint (at.bar, ==, 1);
  at = tenure_timeline_walk_places (index, (TenureTimelinePlace){ 0, -1 }, TENURE_WALK_UP);
  g_assert_cmpint (at.group, ==, 0);
  at = tenure_timeline_walk_places (empty, at, TENURE_WALK_NEXT);
  g_assert_cmpint (at.bar, ==, -1);
  g_assert_cmpint (at.group, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/random", test_random);
  g_test_add_func ("/timeline/walk-places", test_walk_places);
  return g_test_run ();
}
