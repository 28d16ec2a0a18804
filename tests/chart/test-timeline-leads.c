/* Money that passes through a lead stands once in what ends and in what groups hold. */

#include "chart/timeline-private.h"

#define N_BARS 40
#define N_GROUPS 5
#define FIRST_DAY 20900
#define N_DAYS 12

static TenureTimelineBar
bar (TenureId record, gint32 lead, TenureDay last, gint64 annual_minor)
{
  return (TenureTimelineBar){
    .record = record,
    .first = 20500,
    .last = last,
    .max_last = TENURE_DAY_NONE,
    .decision = TENURE_DAY_NONE,
    .notice = TENURE_DAY_NONE,
    .secured = TENURE_DAY_NONE,
    .predecessor = -1,
    .lead = lead,
    .annual_minor = annual_minor,
    .value_known = TRUE,
    .running = TRUE,
    .in_sector = TRUE,
  };
}

static TenureTimelineIndex *
make_index (TenureTimelineBar *bars, guint n_bars, TenureTimelineGroup *groups, guint n_groups)
{
  TenureTimelineData data = { .bars = bars, .n_bars = n_bars, .groups = groups, .n_groups = n_groups,
                              .year_start_month = 4, .currency = TENURE_CURRENCY_GBP, .counts_sector = TRUE };

  return tenure_timeline_index_new (&data);
}

/* A lead of £900 passes £400 to the second, which passes £100 to the third; the fourth is of somebody else. */
static void
test_worked (void)
{
  TenureTimelineBar bars[] = { bar (1, -1, FIRST_DAY, 90000), bar (2, 0, FIRST_DAY, 40000), bar (3, 1, FIRST_DAY + 5, 10000),
                               bar (4, -1, FIRST_DAY, 7000) };
  g_autoptr (TenureTimelineIndex) index = make_index (bars, G_N_ELEMENTS (bars), NULL, 0);
  g_autoptr (TenureTimelineIndex) outside = NULL;
  TenureDayEnd end = tenure_timeline_index_pile_up (index, 0, TENURE_DAY_MAX);

  g_assert_cmpint (end.day, ==, FIRST_DAY);
  g_assert_cmpuint (end.count, ==, 3);
  g_assert_cmpint (end.minor, ==, 97000);
  /* Alone on its day it counts itself; in a span with its lead it does not. */
  g_assert_cmpint (tenure_timeline_index_due (index, TENURE_DUE_END, FIRST_DAY + 1, FIRST_DAY + 31).minor, ==, 10000);
  end = tenure_timeline_index_due (index, TENURE_DUE_END, FIRST_DAY, FIRST_DAY + 31);
  g_assert_cmpuint (end.count, ==, 4);
  g_assert_cmpint (end.minor, ==, 97000);
  g_assert_cmpint (end.sector_minor, ==, 97000);
  /* The lead is a council company: of the sector's money it has no part. */
  bars[0].in_sector = FALSE;
  outside = make_index (bars, G_N_ELEMENTS (bars), NULL, 0);
  end = tenure_timeline_index_due (outside, TENURE_DUE_END, FIRST_DAY, FIRST_DAY + 31);
  g_assert_cmpint (end.minor, ==, 97000);
  g_assert_cmpint (end.sector_minor, ==, 47000);
}

/* Two sums of money too large to be added: what is left out of neither is said to be more than can be told. */
static void
test_overflow (void)
{
  TenureTimelineBar bars[] = { bar (1, -1, FIRST_DAY, G_MAXINT64 - 1), bar (2, -1, FIRST_DAY, 10),
                               bar (3, -1, FIRST_DAY + 5, 10), bar (4, 0, FIRST_DAY + 5, 20) };
  g_autoptr (TenureTimelineIndex) index = make_index (bars, G_N_ELEMENTS (bars), NULL, 0);
  TenureDayEnd end = tenure_timeline_index_due (index, TENURE_DUE_END, FIRST_DAY, FIRST_DAY + 31);
  g_autofree char *beyond = tenure_timeline_dup_worth (index, end.minor, FALSE);
  g_autofree char *beyond_in_full = tenure_timeline_dup_worth (index, end.minor, TRUE);
  g_autofree char *worth = tenure_timeline_dup_worth (index, 123456700, FALSE);
  g_autofree char *worth_in_full = tenure_timeline_dup_worth (index, 123456700, TRUE);

  g_assert_cmpint (tenure_timeline_index_pile_up (index, 0, TENURE_DAY_MAX).minor, ==, G_MAXINT64);
  g_assert_cmpint (end.minor, ==, G_MAXINT64);
  g_assert_cmpint (end.sector_minor, ==, G_MAXINT64);
  g_assert_true (g_str_has_prefix (beyond, "more than £"));
  g_assert_true (g_str_has_prefix (beyond_in_full, "more than £"));
  g_assert_cmpstr (worth, ==, "£1.2m");
  g_assert_cmpstr (worth_in_full, ==, "£1,234,567");
}

/* --- Against an obvious version --- */

typedef struct
{
  TenureTimelineBar bars[N_BARS];
  TenureTimelineGroup groups[N_GROUPS];
} Random;

static void
fill (Random *random)
{
  static const guint8 depths[N_GROUPS] = { 0, 1, 2, 1, 0 };

  for (guint i = 0; i < N_GROUPS; i++)
    random->groups[i] = (TenureTimelineGroup){ .label = "Group", .depth = depths[i] };
  for (guint i = 0; i < N_BARS; i++)
    {
      TenureTimelineBar *made = &random->bars[i];
      gint32 lead = g_test_rand_int_range (-N_BARS, N_BARS + 2);

      *made = bar (1 + i, MAX (lead, -1), FIRST_DAY + g_test_rand_int_range (0, N_DAYS), g_test_rand_int_range (-50, 1000));
      made->group = g_test_rand_int_range (0, N_GROUPS + 1);
      made->covered = g_test_rand_int_range (0, 5) == 0;
      made->value_known = g_test_rand_int_range (0, 5) != 0;
      made->in_sector = g_test_rand_bit ();
      made->running = g_test_rand_bit ();
      if (g_test_rand_int_range (0, 9) == 0)
        made->last = TENURE_DAY_NONE;
    }
}

static gboolean
ends_in (const TenureTimelineBar *bar, TenureDay from, TenureDay after, gboolean sector)
{
  return tenure_day_is_known (bar->last) && !bar->covered && bar->last >= from && bar->last < after &&
         bar->value_known && (bar->in_sector || !sector);
}

/* As far up as the header says, and no further than a line of leads that comes back to its beginning. */
static gboolean
has_lead (const Random *random, guint i, const gboolean *in_sum)
{
  gint32 lead = random->bars[i].lead;

  for (guint steps = 0; steps < TENURE_TIMELINE_LEADS && lead >= 0 && lead < N_BARS && lead != (gint32) i; steps++)
    {
      if (in_sum[lead])
        return TRUE;
      lead = random->bars[lead].lead;
    }
  return FALSE;
}

static gint64
obvious_sum (const Random *random, const gboolean *in_sum)
{
  gint64 sum = 0;

  for (guint i = 0; i < N_BARS; i++)
    if (in_sum[i] && !has_lead (random, i, in_sum))
      sum += random->bars[i].annual_minor;
  return sum;
}

static void
check_ends (const Random *random, const TenureTimelineIndex *index, TenureDay from, TenureDay after)
{
  TenureDayEnd end = tenure_timeline_index_due (index, TENURE_DUE_END, from, after);
  gboolean all[N_BARS], sector[N_BARS];

  for (guint i = 0; i < N_BARS; i++)
    {
      all[i] = ends_in (&random->bars[i], from, after, FALSE);
      sector[i] = ends_in (&random->bars[i], from, after, TRUE);
    }
  g_assert_cmpint (end.minor, ==, obvious_sum (random, all));
  g_assert_cmpint (end.sector_minor, ==, obvious_sum (random, sector));
}

/* Whether @group is @outer or inside it: depths are 0, 1, 2, 1, 0. */
static gboolean
is_in (guint group, guint outer)
{
  return group == outer || (outer == 0 && group < 4) || (outer == 1 && group == 2);
}

static void
check_groups (const Random *random, const TenureTimelineIndex *index)
{
  for (guint g = 0; g < N_GROUPS; g++)
    {
      gboolean in_sum[N_BARS];
      guint n = 0;

      for (guint i = 0; i < N_BARS; i++)
        {
          in_sum[i] = random->bars[i].running && random->bars[i].value_known && is_in (random->bars[i].group, g);
          n += in_sum[i];
        }
      g_assert_cmpint (index->totals[g].minor, ==, obvious_sum (random, in_sum));
      g_assert_cmpuint (index->totals[g].n_known, ==, n);
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (TenureTimelineIndex) index = NULL;
      Random random;

      fill (&random);
      index = make_index (random.bars, N_BARS, random.groups, N_GROUPS);
      for (TenureDay from = FIRST_DAY; from < FIRST_DAY + N_DAYS; from++)
        for (TenureDay after = from + 1; after <= FIRST_DAY + N_DAYS; after++)
          check_ends (&random, index, from, after);
      check_groups (&random, index);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/passed-on", test_worked);
  g_test_add_func ("/timeline/ends-overflow", test_overflow);
  g_test_add_func ("/timeline/passed-on-random", test_random);
  return g_test_run ();
}
