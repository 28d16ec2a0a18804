#include "report/survival-json.h"

#include "analysis/relationships.h"
#include "report/json-private.h"

/* A number of relationships among those of the group, whose lengths are all known. */
static void
add_count (GString *json, const char *key, guint count, const TenureSurvival *survival)
{
  tenure_json_add_figure (json, key, tenure_figure_count (count, survival->n, survival->n));
}

static void
add_share (GString *json, const char *key, gboolean known, double share, const TenureSurvival *survival)
{
  tenure_json_add_figure (json, key,
                          known ? tenure_figure_number (share, TENURE_FIGURE_UNIT_RATIO, survival->n, survival->n)
                                : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, survival->n, survival->n));
}

static void
add_months (GString *json, const char *key, gboolean known, TenureMonths months, const TenureSurvival *survival)
{
  tenure_json_add_figure (
      json, key,
      known ? tenure_figure_number (tenure_months_to_double (months), TENURE_FIGURE_UNIT_MONTHS, survival->n, survival->n)
            : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MONTHS, survival->n, survival->n));
}

static void
add_steps (GString *json, const TenureSurvival *survival)
{
  tenure_json_add_open (json, "steps", '[');
  for (guint i = 0; i < survival->n_steps; i++)
    {
      const TenureSurvivalStep *step = &survival->steps[i];

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      add_months (json, "months", TRUE, step->time, survival);
      add_count (json, "at_risk", step->at_risk, survival);
      add_count (json, "ended", step->ended, survival);
      add_count (json, "censored", step->censored, survival);
      add_share (json, "share", TRUE, step->survival, survival);
      add_share (json, "lower", step->interval_known, step->lower, survival);
      add_share (json, "upper", step->interval_known, step->upper, survival);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

/* @of: how many there are, those of unknown length among them. */
static void
add_group (GString *json, const char *by, const char *group, const TenureSurvival *survival, guint of)
{
  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_text (json, "by", by);
  tenure_json_add_text (json, "group", group);
  tenure_json_add_figure (json, "relationships", tenure_figure_count (of, survival->n, of));
  add_count (json, "ended", survival->n_ended, survival);
  add_months (json, "median_months", survival->median_known, survival->median, survival);
  add_months (json, "median_lower_months", survival->median_lower_known, survival->median_lower, survival);
  add_months (json, "median_upper_months", survival->median_upper_known, survival->median_upper, survival);
  add_steps (json, survival);
  g_string_append_c (json, '}');
}

/* Those that hold any. */
static void
add_groups (GString *json, const TenureRelationships *relationships, TenureRelationshipsBy by)
{
  g_autoptr (GPtrArray) survivals = tenure_relationships_survivals (relationships, by);
  gboolean by_size = by == TENURE_RELATIONSHIPS_BY_SIZE;

  for (guint i = 0; i < survivals->len; i++)
    {
      const TenureSurvival *survival = survivals->pdata[i];
      const char *group = by_size ? tenure_size_code ((TenureSize) i) : relationships->terms->facts->places[i];

      if (survival->n > 0)
        add_group (json, by_size ? "size" : "place", group, survival, survival->n);
    }
}

void
tenure_report_append_survival_json (const TenurePortfolio *portfolio, GString *json)
{
  g_autoptr (TenureRelationships) relationships = tenure_relationships_new (portfolio);
  g_autoptr (TenureSurvival) all = tenure_relationships_survival (relationships);

  tenure_json_add_open (json, "survival", '[');
  add_group (json, "all", NULL, all, relationships->of);
  add_groups (json, relationships, TENURE_RELATIONSHIPS_BY_SIZE);
  add_groups (json, relationships, TENURE_RELATIONSHIPS_BY_PLACE);
  g_string_append_c (json, ']');
}
