#include "report/terms-json.h"

#include "analysis/term-spread.h"
#include "analysis/term-trend.h"
#include "report/json-private.h"

static void
add_months (GString *json, const char *key, double months, guint known, guint of)
{
  tenure_json_add_figure (json, key,
                          known > 0 ? tenure_figure_number (months, TENURE_FIGURE_UNIT_MONTHS, known, of)
                                    : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MONTHS, 0, of));
}

/* Of the known terms, the share of at most 12 months. */
static void
add_share (GString *json, const char *key, guint le12, guint known, guint of)
{
  tenure_json_add_figure (json, key,
                          known > 0 ? tenure_figure_number ((double) le12 / known, TENURE_FIGURE_UNIT_RATIO, known, of)
                                    : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, 0, of));
}

static void
add_group (GString *json, const TenureTermSpread *spread, const TenureTermSpreadGroup *group)
{
  guint known = group->known, of = group->of;

  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_text (json, "by", tenure_term_spread_by_code (spread->by));
  tenure_json_add_text (json, "group", tenure_term_spread_code (spread, group));
  tenure_json_add_figure (json, "agreements", tenure_figure_count (of, of, of));
  tenure_json_add_figure (json, "open_ended", tenure_figure_count (group->open_ended, of, of));
  tenure_json_add_figure (json, "le12", tenure_figure_count (group->le12, known, of));
  add_months (json, "least_months", known > 0 ? spread->terms[group->first_term].months : 0, known, of);
  add_months (json, "lower_quartile_months", group->lower, known, of);
  add_months (json, "median_months", group->median, known, of);
  add_months (json, "upper_quartile_months", group->upper, known, of);
  add_months (json, "most_months", group->most, known, of);
  g_string_append_c (json, '}');
}

static void
add_year (GString *json, const TenureTermTrendYear *year)
{
  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_day (json, "from", year->from);
  tenure_json_add_day (json, "until", year->until);
  tenure_json_add_figure (json, "started", tenure_figure_count (year->started, year->started, year->started));
  tenure_json_add_figure (json, "open_ended", tenure_figure_count (year->open_ended, year->started, year->started));
  add_share (json, "le12_share", year->le12, year->known, year->started);
  add_months (json, "median_months", year->median, year->known, year->started);
  g_string_append_c (json, '}');
}

void
tenure_report_append_terms_json (const TenurePortfolio *portfolio, GString *json)
{
  g_autoptr (TenureTermTrend) trend = tenure_term_trend_new (portfolio);

  tenure_json_add_open (json, "term_spread", '[');
  for (int by = 0; by < TENURE_N_TERM_SPREADS; by++)
    {
      g_autoptr (TenureTermSpread) spread = tenure_term_spread_new (portfolio, (TenureTermSpreadBy) by);

      for (guint i = 0; i < spread->n_groups; i++)
        add_group (json, spread, &spread->groups[i]);
    }
  g_string_append_c (json, ']');
  tenure_json_add_open (json, "trend", '[');
  for (guint i = 0; i < trend->n_years; i++)
    add_year (json, &trend->years[i]);
  g_string_append_c (json, ']');
}
