#include "report/figures-json.h"

#include "base/text.h"
#include "report/completeness-json.h"
#include "report/json-private.h"
#include "report/participation-json.h"
#include "report/providers-json.h"
#include "report/results-json.h"
#include "report/rules-json.h"
#include "report/survival-json.h"
#include "report/terms-json.h"

/* --- Figures: the portfolio --- */

static void
add_annual (GString *json, const TenurePortfolio *portfolio)
{
  tenure_json_add_open (json, "annual_value", '[');
  for (guint i = 0; i < portfolio->annual->len; i++)
    {
      TenureFigure figure = tenure_portfolio_annual (portfolio, i);

      tenure_json_separate (json);
      tenure_figure_append_json (&figure, json);
    }
  g_string_append_c (json, ']');
}

static void
add_bands (GString *json, const TenurePortfolio *portfolio)
{
  guint of = portfolio->n_running + portfolio->n_maybe_running;

  tenure_json_add_open (json, "term_bands", '{');
  for (int band = 0; band < TENURE_N_BANDS; band++)
    {
      const TenureBandFigures *figures = &portfolio->bands[band];

      tenure_json_add_open (json, tenure_band_code ((TenureBand) band), '{');
      tenure_json_add_figure (json, "count", tenure_figure_count (figures->count, portfolio->n_running, of));
      tenure_json_add_figure (
          json, "annual_minor",
          tenure_figure_sum (figures->annual, portfolio->currency, figures->annual_known, figures->count));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, '}');
}

/* What the money is for, each {"purpose", "count", "annual_minor"}; null for what is not recorded. */
static void
add_purposes (GString *json, const TenurePortfolio *portfolio)
{
  const TenureField *field =
      &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, "purpose")];
  guint known = portfolio->n_running - portfolio->purposes[TENURE_PURPOSE_UNKNOWN].count;

  tenure_json_add_open (json, "purpose_mix", '[');
  for (int purpose = 0; purpose < TENURE_N_PURPOSES; purpose++)
    {
      const TenureBandFigures *figures = &portfolio->purposes[purpose];

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      /* The enumeration follows the choices of the catalogue, with "not recorded" before them. */
      tenure_json_add_text (json, "purpose", purpose > 0 ? field->choices[purpose - 1].value : NULL);
      tenure_json_add_figure (json, "count", tenure_figure_count (figures->count, known, portfolio->n_running));
      tenure_json_add_figure (
          json, "annual_minor",
          tenure_figure_sum (figures->annual, portfolio->currency, figures->annual_known, figures->count));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
add_horizon (GString *json, const TenurePortfolio *portfolio)
{
  guint known = portfolio->horizon_known, of = portfolio->horizon_of;

  tenure_json_add_open (json, "horizon", '[');
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      const TenureHorizonFigures *month = &portfolio->horizon[i];

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_month (json, "month", month->month);
      tenure_json_add_figure (json, "secured_minor", tenure_figure_sum (month->secured, portfolio->currency, known, of));
      tenure_json_add_figure (json, "committed_minor", tenure_figure_sum (month->committed, portfolio->currency, known, of));
      tenure_json_add_figure (json, "extended_minor", tenure_figure_sum (month->extended, portfolio->currency, known, of));
      tenure_json_add_figure (json, "begun_minor", tenure_figure_sum (month->begun, portfolio->currency, known, of));
      tenure_json_add_figure (json, "undecided_minor", tenure_figure_sum (month->undecided, portfolio->currency, known, of));
      tenure_json_add_figure (
          json, "posts_at_risk",
          tenure_figure_posts (month->posts_at_risk, portfolio->horizon_posts_known, portfolio->horizon_posts_of));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

/* Of how many of the agreements on the horizon it is recorded what is secured; the others count to their committed end. */
static void
add_secured_told (GString *json, const TenurePortfolio *portfolio)
{
  tenure_json_add_figure (json, "horizon_secured_told",
                          tenure_figure_count (portfolio->secured_told, portfolio->horizon_known, portfolio->horizon_of));
}

static void
add_expiries (GString *json, const TenurePortfolio *portfolio)
{
  guint known = portfolio->expiries_known, of = portfolio->expiries_of;

  tenure_json_add_open (json, "expiries", '[');
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      const TenureExpiryFigures *month = &portfolio->expiries[i];

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_month (json, "month", month->month);
      tenure_json_add_figure (json, "count", tenure_figure_count (month->net_count, known, of));
      tenure_json_add_figure (json, "annual_minor",
                              tenure_figure_sum (month->net, portfolio->currency, month->net_known, month->net_count));
      tenure_json_add_figure (json, "gross_count", tenure_figure_count (month->gross_count, known, of));
      tenure_json_add_figure (json, "gross_annual_minor",
                              tenure_figure_sum (month->gross, portfolio->currency, month->gross_known, month->gross_count));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  tenure_json_add_open (json, "largest_pile_up", '{');
  tenure_json_add_day (json, "date", portfolio->pile_up_day);
  tenure_json_add_figure (json, "count", tenure_figure_count (portfolio->pile_up_count, known, of));
  tenure_json_add_figure (
      json, "annual_minor",
      tenure_figure_sum (portfolio->pile_up, portfolio->currency, portfolio->pile_up_known, portfolio->pile_up_count));
  g_string_append_c (json, '}');
}

static void
add_cliff (GString *json, const TenurePortfolio *portfolio)
{
  tenure_json_add_open (json, "cliff_12_months", '{');
  tenure_json_add_figure (json, "count",
                          tenure_figure_count (portfolio->cliff_count, portfolio->n_running, portfolio->n_running));
  tenure_json_add_figure (
      json, "annual_minor",
      tenure_figure_sum (portfolio->cliff, portfolio->currency, portfolio->cliff_share.known, portfolio->cliff_share.of));
  tenure_json_add_figure (json, "share", portfolio->cliff_share);
  g_string_append_c (json, '}');
}

static void
add_years (GString *json, const TenurePortfolio *portfolio)
{
  tenure_json_add_open (json, "spend_by_year", '[');
  for (guint i = 0; i < portfolio->n_years; i++)
    {
      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_day (json, "from", portfolio->years[i].from);
      tenure_json_add_day (json, "until", portfolio->years[i].until);
      tenure_json_add_figure (
          json, "spend_minor",
          tenure_figure_sum (portfolio->years[i].spend, portfolio->currency, portfolio->spend_known, portfolio->spend_of));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
add_beside (GString *json, const TenurePortfolio *portfolio)
{
  tenure_json_add_open (json, "vcs_unknown", '{');
  tenure_json_add_figure (json, "agreements",
                          tenure_figure_count (portfolio->n_agreements, portfolio->n_agreements, portfolio->n_agreements));
  tenure_json_add_figure (json, "active", tenure_portfolio_active (portfolio));
  add_annual (json, portfolio);
  g_string_append_c (json, '}');
}

/* --- Figures: boards --- */

/* A count of which nothing is known is no zero. */
static TenureFigure
count_or_unknown (gint64 count, guint known, guint of)
{
  return known == 0 && of > 0 ? tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_COUNT, known, of)
                              : tenure_figure_count (count, known, of);
}

static TenureFigure
share_or_unknown (gboolean has, TenureRatio share, guint known, guint of)
{
  return has && known > 0 ? tenure_figure_number (tenure_ratio_to_double (share), TENURE_FIGURE_UNIT_RATIO, known, of)
                          : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, known, of);
}

static void
add_fraction (GString *json, const char *key, const TenureFraction *fraction)
{
  if (fraction->numerator == NULL)
    {
      tenure_json_add_text (json, key, NULL);
      return;
    }
  tenure_json_add_key (json, key);
  g_string_append_printf (json, "{\"numerator\":%s,\"denominator\":%s}", fraction->numerator, fraction->denominator);
}

static const char *
bloc_code (TenureBloc bloc)
{
  guint field = tenure_record_field_index (TENURE_RECORD_SEAT, "bloc");

  return tenure_record_def (TENURE_RECORD_SEAT)->fields[field].choices[bloc - 1].value;
}

static void
add_blocs (GString *json, const TenureBoardFigures *figures, const TenureBlocPower *power)
{
  tenure_json_add_open (json, "blocs", '[');
  for (guint i = 0; power->state == TENURE_BLOC_POWER_KNOWN && i < power->power->n_voters; i++)
    {
      const TenurePowerVoter *voter = &power->power->voters[i];
      const TenureBlocFigures *bloc = &figures->blocs[power->blocs[i]];

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_text (json, "bloc", bloc_code (power->blocs[i]));
      tenure_json_add_figure (json, "votes",
                              tenure_figure_count (bloc->votes, bloc->seats - bloc->votes_unknown, bloc->seats));
      add_fraction (json, "banzhaf", &voter->banzhaf);
      add_fraction (json, "banzhaf_absolute", &voter->banzhaf_absolute);
      add_fraction (json, "shapley_shubik", &voter->shapley_shubik);
      tenure_json_add_boolean (json, "veto", voter->veto);
      tenure_json_add_boolean (json, "dummy", voter->dummy);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

/* The voluntary sector's own index: nothing on a board where it has no seat. */
static TenureFigure
power_figure (const TenureBlocPower *power, guint seats, gboolean shapley)
{
  const TenurePowerVoter *vcs;

  if (power->state != TENURE_BLOC_POWER_KNOWN || (shapley && !power->power->has_shapley_shubik))
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, 0, seats);
  if (power->vcs < 0)
    return tenure_figure_number (0, TENURE_FIGURE_UNIT_RATIO, seats, seats);
  vcs = &power->power->voters[power->vcs];
  return tenure_figure_number (shapley ? vcs->shapley_shubik.value : vcs->banzhaf.value, TENURE_FIGURE_UNIT_RATIO, seats,
                               seats);
}

static void
add_power (GString *json, const TenureBoards *boards, const TenureBoardFigures *figures)
{
  g_autoptr (TenureBlocPower) power = tenure_boards_power (boards, figures->board);

  tenure_json_add_figure (json, "banzhaf", power_figure (power, figures->seats, FALSE));
  tenure_json_add_figure (json, "shapley_shubik", power_figure (power, figures->seats, TRUE));
  add_blocs (json, figures, power);
}

static void
add_short (GString *json, const TenureBoardFigures *figures)
{
  guint known = figures->seats - figures->bloc_unknown;
  TenureFigure unknown = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_COUNT, known, figures->seats);

  tenure_json_add_open (json, "seats_short", '{');
  tenure_json_add_figure (
      json, "replace", figures->has_target ? tenure_figure_count (figures->short_replace, known, figures->seats) : unknown);
  tenure_json_add_figure (json, "add",
                          figures->has_target ? tenure_figure_count (figures->short_add, known, figures->seats) : unknown);
  g_string_append_c (json, '}');
}

static void
add_board (GString *json, const TenureBoards *boards, const TenureBoardFigures *figures)
{
  const TenureFactBoard *board = &boards->facts->boards[figures->board];
  guint seats = figures->seats, known = seats - figures->bloc_unknown, weighed = seats - figures->votes_unknown;

  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_text (json, "name", board->name);
  tenure_json_add_id (json, "record", board->id);
  tenure_json_add_figure (json, "seats", tenure_figure_count (seats, seats, seats));
  tenure_json_add_figure (json, "filled", tenure_figure_count (figures->filled, seats, seats));
  tenure_json_add_figure (json, "vcs_seats", count_or_unknown (figures->vcs_seats, known, seats));
  tenure_json_add_figure (json, "votes", count_or_unknown (figures->votes, weighed, seats));
  tenure_json_add_figure (
      json, "vcs_votes",
      count_or_unknown (figures->vcs_votes, figures->vcs_seats - figures->vcs_votes_unknown, figures->vcs_seats));
  tenure_json_add_figure (json, "seat_share", share_or_unknown (figures->has_seat_share, figures->seat_share, known, seats));
  tenure_json_add_figure (json, "filled_share",
                          share_or_unknown (figures->has_filled_share, figures->filled_share, known, seats));
  tenure_json_add_figure (json, "vote_share",
                          share_or_unknown (figures->has_vote_share, figures->vote_share, weighed, seats));
  add_short (json, figures);
  add_power (json, boards, figures);
  g_string_append_c (json, '}');
}

static void
add_boards (GString *json, const TenureBoards *boards)
{
  tenure_json_add_open (json, "boards", '[');
  for (guint i = 0; i < boards->n_boards; i++)
    if (boards->boards[i].exists)
      add_board (json, boards, &boards->boards[i]);
  g_string_append_c (json, ']');
}

static void
add_flag_counts (GString *json, const TenureFlags *flags)
{
  tenure_json_add_open (json, "flags", '{');
  for (int level = TENURE_LEVEL_RED; level > TENURE_LEVEL_NONE; level--)
    {
      guint count = 0;

      for (int rule = 0; rule < TENURE_N_RULES; rule++)
        count += flags->counts[rule][level];
      tenure_json_add_figure (json, tenure_level_code ((TenureLevel) level),
                              tenure_figure_count (count, flags->n_flags, flags->n_flags));
    }
  tenure_json_add_figure (json, "exempted", tenure_figure_count (flags->n_exempted, flags->n_exempted, flags->n_exempted));
  g_string_append_c (json, '}');
}

void
tenure_report_append_figures_json (const TenureAnalysis *analysis, GString *json)
{
  const TenurePortfolio *portfolio;

  g_return_if_fail (analysis != NULL && json != NULL);

  portfolio = analysis->portfolio;
  g_string_append_c (json, '{');
  tenure_json_add_day (json, "as_of", analysis->as_of);
  tenure_json_add_currency (json, "currency", portfolio->currency);
  tenure_json_add_figure (json, "agreements", tenure_portfolio_agreements (portfolio));
  tenure_json_add_figure (json, "active", tenure_portfolio_active (portfolio));
  add_annual (json, portfolio);
  tenure_json_add_figure (json, "passed_on", tenure_portfolio_passed_on (portfolio));
  add_bands (json, portfolio);
  add_purposes (json, portfolio);
  tenure_json_add_figure (json, "mean_term_months", portfolio->mean_term);
  tenure_json_add_figure (json, "median_term_months", portfolio->median_term);
  add_horizon (json, portfolio);
  add_secured_told (json, portfolio);
  add_expiries (json, portfolio);
  add_cliff (json, portfolio);
  add_years (json, portfolio);
  tenure_json_add_figure (json, "vcs_share", portfolio->vcs_share);
  tenure_json_add_figure (json, "spend_hhi", portfolio->hhi);
  tenure_json_add_figure (
      json, "assumed_decision_days",
      tenure_figure_count (analysis->terms->n_assumed, analysis->terms->n_agreements, analysis->terms->n_agreements));
  tenure_report_append_results_json (analysis->terms, portfolio->agreements, portfolio->n_agreements, portfolio->currency,
                                     json);
  add_beside (json, analysis->beside);
  tenure_report_append_survival_json (portfolio, json);
  tenure_report_append_terms_json (portfolio, json);
  tenure_report_append_providers_json (analysis, json);
  add_boards (json, analysis->boards);
  tenure_report_append_participation_json (analysis->participation, json);
  tenure_report_add_completeness (analysis->completeness, json);
  add_flag_counts (json, analysis->flags);
  g_string_append_c (json, '}');
}

/* --- Flags --- */

static void
add_missing (GString *json, guint64 missing)
{
  tenure_json_add_open (json, "missing", '[');
  for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
    if (missing & (G_GUINT64_CONSTANT (1) << bit))
      {
        const char *code;

        tenure_missing_field (bit, NULL, &code);
        tenure_json_separate (json);
        tenure_text_append_json (json, code);
      }
  g_string_append_c (json, ']');
}

static void
add_flag (GString *json, const TenureFlags *flags, const TenureFlag *flag)
{
  g_autofree char *name = tenure_flag_dup_name (flags, flag);
  g_autofree char *reason = tenure_flag_dup_reason (flags, flag);

  tenure_json_separate (json);
  g_string_append_c (json, '{');
  tenure_json_add_text (json, "rule", tenure_rule ((TenureRuleId) flag->rule)->code);
  tenure_json_add_text (json, "level", tenure_level_code ((TenureLevel) flag->level));
  tenure_report_add_rule_json (json, tenure_options_rule (&flags->terms->options, (TenureRuleId) flag->rule));
  tenure_json_add_text (json, "record_type", tenure_record_def ((TenureRecordType) flag->record_type)->table);
  tenure_json_add_id (json, "record", flag->id);
  tenure_json_add_text (json, "name", name);
  tenure_json_add_text (json, "reason", reason);
  tenure_json_add_key (json, "inputs");
  tenure_flag_append_inputs_json (flags, flag, json);
  add_missing (json, flag->missing);
  g_string_append_c (json, '}');
}

void
tenure_report_append_flags_json (const TenureAnalysis *analysis, GString *json)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_if_fail (analysis != NULL && json != NULL);

  tenure_flags_sort_worst (analysis->flags, order);
  g_string_append_c (json, '[');
  for (guint i = 0; i < order->len; i++)
    add_flag (json, analysis->flags, &analysis->flags->flags[g_array_index (order, guint32, i)]);
  g_string_append_c (json, ']');
}

/* --- Power and explanations --- */

static void
add_fractions (GString *json, const char *key, const TenurePower *power, gsize offset)
{
  tenure_json_add_open (json, key, '[');
  for (guint i = 0; i < power->n_voters; i++)
    {
      const TenureFraction *fraction = (const TenureFraction *) ((const char *) &power->voters[i] + offset);

      tenure_json_separate (json);
      g_string_append_printf (json, "{\"numerator\":%s,\"denominator\":%s}", fraction->numerator, fraction->denominator);
    }
  g_string_append_c (json, ']');
}

static void
add_voters (GString *json, const char *key, const TenurePower *power, gsize offset)
{
  tenure_json_add_open (json, key, '[');
  for (guint i = 0; i < power->n_voters; i++)
    if (*(const gboolean *) ((const char *) &power->voters[i] + offset))
      {
        tenure_json_separate (json);
        g_string_append_printf (json, "%u", i);
      }
  g_string_append_c (json, ']');
}

void
tenure_report_append_power_json (const TenurePower *power, GString *json)
{
  g_return_if_fail (power != NULL && json != NULL);

  g_string_append_c (json, '{');
  add_fractions (json, "banzhaf", power, G_STRUCT_OFFSET (TenurePowerVoter, banzhaf));
  add_fractions (json, "banzhaf_absolute", power, G_STRUCT_OFFSET (TenurePowerVoter, banzhaf_absolute));
  if (power->has_shapley_shubik)
    add_fractions (json, "shapley_shubik", power, G_STRUCT_OFFSET (TenurePowerVoter, shapley_shubik));
  else
    tenure_json_add_text (json, "shapley_shubik", NULL);
  add_voters (json, "veto", power, G_STRUCT_OFFSET (TenurePowerVoter, veto));
  add_voters (json, "dummy", power, G_STRUCT_OFFSET (TenurePowerVoter, dummy));
  g_string_append_c (json, '}');
}

static void
add_record (GString *json, TenureRecordType type, TenureId record)
{
  tenure_json_add_text (json, "record_type", type != TENURE_RECORD_NONE ? tenure_record_def (type)->table : NULL);
  tenure_json_add_id (json, "record", record);
}

static void
add_lines (GString *json, const char *key, const GArray *lines)
{
  tenure_json_add_open (json, key, '[');
  for (guint i = 0; i < lines->len; i++)
    {
      const TenureExplanationLine *line = &g_array_index (lines, TenureExplanationLine, i);

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_text (json, "label", line->label);
      tenure_json_add_text (json, "value", line->value);
      add_record (json, line->record_type, line->record);
      tenure_json_add_text (json, "origin", line->origin);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

void
tenure_report_append_explanation_json (const TenureExplanation *explanation, GString *json)
{
  g_return_if_fail (explanation != NULL && json != NULL);

  g_string_append_c (json, '{');
  tenure_json_add_text (json, "title", explanation->title);
  tenure_json_add_text (json, "summary", explanation->summary);
  tenure_json_add_text (json, "formula", explanation->formula);
  tenure_json_add_text (json, "remedy", explanation->remedy);
  tenure_json_add_text (json, "rule", explanation->rule != NULL ? explanation->rule->code : NULL);
  tenure_json_add_text (json, "threshold", explanation->threshold);
  tenure_json_add_text (json, "source", explanation->source);
  tenure_json_add_text (json, "confidence", explanation->confidence);
  add_lines (json, "lines", explanation->lines);
  add_lines (json, "apart", explanation->apart);
  tenure_json_add_open (json, "missing", '[');
  for (guint i = 0; i < explanation->missing->len; i++)
    {
      const TenureExplanationMissing *missing = &g_array_index (explanation->missing, TenureExplanationMissing, i);

      tenure_json_separate (json);
      g_string_append_c (json, '{');
      tenure_json_add_text (json, "field", missing->field);
      add_record (json, missing->record_type, missing->record);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
}
