#include "report/figures-json.h"

#include "base/text.h"

/* --- Pieces --- */

/* Between members: a comma unless a bracket was just opened. */
static void
separate (GString *json)
{
  char last = json->len > 0 ? json->str[json->len - 1] : '[';

  if (last != '{' && last != '[')
    g_string_append_c (json, ',');
}

static void
add_key (GString *json, const char *key)
{
  separate (json);
  g_string_append_printf (json, "\"%s\":", key);
}

static void
add_open (GString *json, const char *key, char bracket)
{
  add_key (json, key);
  g_string_append_c (json, bracket);
}

static void
add_figure (GString *json, const char *key, TenureFigure figure)
{
  add_key (json, key);
  tenure_figure_append_json (&figure, json);
}

static void
add_text (GString *json, const char *key, const char *text)
{
  add_key (json, key);
  if (text != NULL)
    tenure_text_append_json (json, text);
  else
    g_string_append (json, "null");
}

static void
add_day (GString *json, const char *key, TenureDay day)
{
  char iso[TENURE_DAY_ISO_SIZE];

  tenure_day_to_iso (day, iso);
  add_text (json, key, tenure_day_is_known (day) ? iso : NULL);
}

/* "2026-11": the first seven characters of an ISO date. */
static void
add_month (GString *json, const char *key, TenureDay day)
{
  char iso[TENURE_DAY_ISO_SIZE];

  tenure_day_to_iso (day, iso);
  iso[7] = '\0';
  add_text (json, key, iso);
}

static void
add_currency (GString *json, const char *key, TenureCurrency currency)
{
  char code[4];

  tenure_currency_to_code (currency, code);
  add_text (json, key, currency != TENURE_CURRENCY_NONE ? code : NULL);
}

static void
add_id (GString *json, const char *key, TenureId id)
{
  add_key (json, key);
  if (id == TENURE_ID_NONE)
    g_string_append (json, "null");
  else
    g_string_append_printf (json, "%" G_GINT64_FORMAT, id);
}

static void
add_boolean (GString *json, const char *key, gboolean value)
{
  add_key (json, key);
  g_string_append (json, value ? "true" : "false");
}

/* --- Figures: the portfolio --- */

static void
add_annual (GString *json, const TenurePortfolio *portfolio)
{
  add_open (json, "annual_value", '[');
  for (guint i = 0; i < portfolio->annual->len; i++)
    {
      TenureFigure figure = tenure_portfolio_annual (portfolio, i);

      separate (json);
      tenure_figure_append_json (&figure, json);
    }
  g_string_append_c (json, ']');
}

static void
add_bands (GString *json, const TenurePortfolio *portfolio)
{
  guint of = portfolio->n_running + portfolio->n_maybe_running;

  add_open (json, "term_bands", '{');
  for (int band = 0; band < TENURE_N_BANDS; band++)
    {
      const TenureBandFigures *figures = &portfolio->bands[band];

      add_open (json, tenure_band_code ((TenureBand) band), '{');
      add_figure (json, "count", tenure_figure_count (figures->count, portfolio->n_running, of));
      add_figure (json, "annual_minor",
                  tenure_figure_minor (figures->annual_minor, portfolio->currency, figures->annual_known,
                                       figures->count));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, '}');
}

static void
add_horizon (GString *json, const TenurePortfolio *portfolio)
{
  guint known = portfolio->horizon_known, of = portfolio->horizon_of;

  add_open (json, "horizon", '[');
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      const TenureHorizonFigures *month = &portfolio->horizon[i];

      separate (json);
      g_string_append_c (json, '{');
      add_month (json, "month", month->month);
      add_figure (json, "secured_minor",
                  tenure_figure_minor (month->secured_minor, portfolio->currency, known, of));
      add_figure (json, "firm_minor",
                  tenure_figure_minor (month->firm_minor, portfolio->currency, known, of));
      add_figure (json, "extended_minor",
                  tenure_figure_minor (month->extended_minor, portfolio->currency, known, of));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
add_expiries (GString *json, const TenurePortfolio *portfolio)
{
  guint known = portfolio->expiries_known, of = portfolio->expiries_of;

  add_open (json, "expiries", '[');
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      const TenureExpiryFigures *month = &portfolio->expiries[i];

      separate (json);
      g_string_append_c (json, '{');
      add_month (json, "month", month->month);
      add_figure (json, "count", tenure_figure_count (month->net_count, known, of));
      add_figure (
          json, "annual_minor",
          tenure_figure_minor (month->net_minor, portfolio->currency, month->net_known, month->net_count));
      add_figure (json, "gross_count", tenure_figure_count (month->gross_count, known, of));
      add_figure (json, "gross_annual_minor",
                  tenure_figure_minor (month->gross_minor, portfolio->currency, month->gross_known,
                                       month->gross_count));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  add_open (json, "largest_pile_up", '{');
  add_day (json, "date", portfolio->pile_up_day);
  add_figure (json, "count", tenure_figure_count (portfolio->pile_up_count, known, of));
  add_figure (json, "annual_minor",
              tenure_figure_minor (portfolio->pile_up_minor, portfolio->currency, portfolio->pile_up_known,
                                   portfolio->pile_up_count));
  g_string_append_c (json, '}');
}

static void
add_cliff (GString *json, const TenurePortfolio *portfolio)
{
  add_open (json, "cliff_12_months", '{');
  add_figure (json, "count",
              tenure_figure_count (portfolio->cliff_count, portfolio->n_running, portfolio->n_running));
  add_figure (json, "annual_minor",
              tenure_figure_minor (portfolio->cliff_minor, portfolio->currency, portfolio->cliff_share.known,
                                   portfolio->cliff_share.of));
  add_figure (json, "share", portfolio->cliff_share);
  g_string_append_c (json, '}');
}

static void
add_years (GString *json, const TenurePortfolio *portfolio)
{
  add_open (json, "spend_by_year", '[');
  for (guint i = 0; i < portfolio->n_years; i++)
    {
      separate (json);
      g_string_append_c (json, '{');
      add_day (json, "from", portfolio->years[i].from);
      add_day (json, "until", portfolio->years[i].until);
      add_figure (json, "spend_minor",
                  tenure_figure_minor (portfolio->years[i].minor, portfolio->currency, portfolio->spend_known,
                                       portfolio->spend_of));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
add_beside (GString *json, const TenurePortfolio *portfolio)
{
  add_open (json, "vcs_unknown", '{');
  add_figure (
      json, "agreements",
      tenure_figure_count (portfolio->n_agreements, portfolio->n_agreements, portfolio->n_agreements));
  add_figure (json, "active", tenure_portfolio_active (portfolio));
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
  return has && known > 0
             ? tenure_figure_number (tenure_ratio_to_double (share), TENURE_FIGURE_UNIT_RATIO, known, of)
             : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, known, of);
}

static void
add_fraction (GString *json, const char *key, const TenureFraction *fraction)
{
  if (fraction->numerator == NULL)
    {
      add_text (json, key, NULL);
      return;
    }
  add_key (json, key);
  g_string_append_printf (json, "{\"numerator\":%s,\"denominator\":%s}", fraction->numerator,
                          fraction->denominator);
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
  add_open (json, "blocs", '[');
  for (guint i = 0; power->state == TENURE_BLOC_POWER_KNOWN && i < power->power->n_voters; i++)
    {
      const TenurePowerVoter *voter = &power->power->voters[i];

      separate (json);
      g_string_append_c (json, '{');
      add_text (json, "bloc", bloc_code (power->blocs[i]));
      add_key (json, "votes");
      g_string_append_printf (json, "%" G_GINT64_FORMAT, figures->blocs[power->blocs[i]].votes);
      add_fraction (json, "banzhaf", &voter->banzhaf);
      add_fraction (json, "banzhaf_absolute", &voter->banzhaf_absolute);
      add_fraction (json, "shapley_shubik", &voter->shapley_shubik);
      add_boolean (json, "veto", voter->veto);
      add_boolean (json, "dummy", voter->dummy);
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
  return tenure_figure_number (shapley ? vcs->shapley_shubik.value : vcs->banzhaf.value,
                               TENURE_FIGURE_UNIT_RATIO, seats, seats);
}

static void
add_power (GString *json, const TenureBoards *boards, const TenureBoardFigures *figures)
{
  g_autoptr (TenureBlocPower) power = tenure_boards_power (boards, figures->board);

  add_figure (json, "banzhaf", power_figure (power, figures->seats, FALSE));
  add_figure (json, "shapley_shubik", power_figure (power, figures->seats, TRUE));
  add_blocs (json, figures, power);
}

static void
add_short (GString *json, const TenureBoardFigures *figures)
{
  guint known = figures->seats - figures->bloc_unknown;
  TenureFigure unknown = tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_COUNT, known, figures->seats);

  add_open (json, "seats_short", '{');
  add_figure (json, "replace",
              figures->has_target ? tenure_figure_count (figures->short_replace, known, figures->seats)
                                  : unknown);
  add_figure (json, "add",
              figures->has_target ? tenure_figure_count (figures->short_add, known, figures->seats)
                                  : unknown);
  g_string_append_c (json, '}');
}

static void
add_board (GString *json, const TenureBoards *boards, const TenureBoardFigures *figures)
{
  const TenureFactBoard *board = &boards->facts->boards[figures->board];
  guint seats = figures->seats, known = seats - figures->bloc_unknown,
        weighed = seats - figures->votes_unknown;

  separate (json);
  g_string_append_c (json, '{');
  add_text (json, "name", board->name);
  add_id (json, "record", board->id);
  add_figure (json, "seats", tenure_figure_count (seats, seats, seats));
  add_figure (json, "filled", tenure_figure_count (figures->filled, seats, seats));
  add_figure (json, "vcs_seats", count_or_unknown (figures->vcs_seats, known, seats));
  add_figure (json, "votes", count_or_unknown (figures->votes, weighed, seats));
  add_figure (json, "vcs_votes",
              count_or_unknown (figures->vcs_votes, figures->vcs_seats - figures->vcs_votes_unknown,
                                figures->vcs_seats));
  add_figure (json, "seat_share",
              share_or_unknown (figures->has_seat_share, figures->seat_share, known, seats));
  add_figure (json, "filled_share",
              share_or_unknown (figures->has_filled_share, figures->filled_share, known, seats));
  add_figure (json, "vote_share",
              share_or_unknown (figures->has_vote_share, figures->vote_share, weighed, seats));
  add_short (json, figures);
  add_power (json, boards, figures);
  g_string_append_c (json, '}');
}

static void
add_boards (GString *json, const TenureBoards *boards)
{
  add_open (json, "boards", '[');
  for (guint i = 0; i < boards->n_boards; i++)
    if (boards->boards[i].exists)
      add_board (json, boards, &boards->boards[i]);
  g_string_append_c (json, ']');
}

static void
add_flag_counts (GString *json, const TenureFlags *flags)
{
  add_open (json, "flags", '{');
  for (int level = TENURE_LEVEL_RED; level > TENURE_LEVEL_NONE; level--)
    {
      guint count = 0;

      for (int rule = 0; rule < TENURE_N_RULES; rule++)
        count += flags->counts[rule][level];
      add_figure (json, tenure_level_code ((TenureLevel) level),
                  tenure_figure_count (count, flags->n_flags, flags->n_flags));
    }
  add_figure (json, "exempted",
              tenure_figure_count (flags->n_exempted, flags->n_exempted, flags->n_exempted));
  g_string_append_c (json, '}');
}

void
tenure_report_append_figures_json (const TenureAnalysis *analysis, GString *json)
{
  const TenurePortfolio *portfolio;

  g_return_if_fail (analysis != NULL && json != NULL);

  portfolio = analysis->portfolio;
  g_string_append_c (json, '{');
  add_day (json, "as_of", analysis->as_of);
  add_currency (json, "currency", portfolio->currency);
  add_figure (json, "agreements", tenure_portfolio_agreements (portfolio));
  add_figure (json, "active", tenure_portfolio_active (portfolio));
  add_annual (json, portfolio);
  add_bands (json, portfolio);
  add_figure (json, "mean_term_months", portfolio->mean_term);
  add_figure (json, "median_term_months", portfolio->median_term);
  add_horizon (json, portfolio);
  add_expiries (json, portfolio);
  add_cliff (json, portfolio);
  add_years (json, portfolio);
  add_figure (json, "vcs_share", portfolio->vcs_share);
  add_figure (json, "spend_hhi", portfolio->hhi);
  add_figure (json, "assumed_decision_days",
              tenure_figure_count (analysis->terms->n_assumed, analysis->terms->n_agreements,
                                   analysis->terms->n_agreements));
  add_beside (json, analysis->beside);
  add_boards (json, analysis->boards);
  add_flag_counts (json, analysis->flags);
  g_string_append_c (json, '}');
}

/* --- Flags --- */

static void
add_missing (GString *json, guint64 missing)
{
  add_open (json, "missing", '[');
  for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
    if (missing & (G_GUINT64_CONSTANT (1) << bit))
      {
        const char *code;

        tenure_missing_field (bit, NULL, &code);
        separate (json);
        tenure_text_append_json (json, code);
      }
  g_string_append_c (json, ']');
}

static void
add_flag (GString *json, const TenureFlags *flags, const TenureFlag *flag)
{
  g_autofree char *name = tenure_flag_dup_name (flags, flag);
  g_autofree char *reason = tenure_flag_dup_reason (flags, flag);

  separate (json);
  g_string_append_c (json, '{');
  add_text (json, "rule", tenure_rule ((TenureRuleId) flag->rule)->code);
  add_text (json, "level", tenure_level_code ((TenureLevel) flag->level));
  add_text (json, "record_type", tenure_record_def ((TenureRecordType) flag->record_type)->table);
  add_id (json, "record", flag->id);
  add_text (json, "name", name);
  add_text (json, "reason", reason);
  add_key (json, "inputs");
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
  add_open (json, key, '[');
  for (guint i = 0; i < power->n_voters; i++)
    {
      const TenureFraction *fraction = (const TenureFraction *) ((const char *) &power->voters[i] + offset);

      separate (json);
      g_string_append_printf (json, "{\"numerator\":%s,\"denominator\":%s}", fraction->numerator,
                              fraction->denominator);
    }
  g_string_append_c (json, ']');
}

static void
add_voters (GString *json, const char *key, const TenurePower *power, gsize offset)
{
  add_open (json, key, '[');
  for (guint i = 0; i < power->n_voters; i++)
    if (*(const gboolean *) ((const char *) &power->voters[i] + offset))
      {
        separate (json);
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
    add_text (json, "shapley_shubik", NULL);
  add_voters (json, "veto", power, G_STRUCT_OFFSET (TenurePowerVoter, veto));
  add_voters (json, "dummy", power, G_STRUCT_OFFSET (TenurePowerVoter, dummy));
  g_string_append_c (json, '}');
}

static void
add_record (GString *json, TenureRecordType type, TenureId record)
{
  add_text (json, "record_type", type != TENURE_RECORD_NONE ? tenure_record_def (type)->table : NULL);
  add_id (json, "record", record);
}

static void
add_lines (GString *json, const TenureExplanation *explanation)
{
  add_open (json, "lines", '[');
  for (guint i = 0; i < explanation->lines->len; i++)
    {
      const TenureExplanationLine *line = &g_array_index (explanation->lines, TenureExplanationLine, i);

      separate (json);
      g_string_append_c (json, '{');
      add_text (json, "label", line->label);
      add_text (json, "value", line->value);
      add_record (json, line->record_type, line->record);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

void
tenure_report_append_explanation_json (const TenureExplanation *explanation, GString *json)
{
  g_return_if_fail (explanation != NULL && json != NULL);

  g_string_append_c (json, '{');
  add_text (json, "title", explanation->title);
  add_text (json, "summary", explanation->summary);
  add_text (json, "formula", explanation->formula);
  add_text (json, "rule", explanation->rule != NULL ? explanation->rule->code : NULL);
  add_text (json, "threshold", explanation->threshold);
  add_text (json, "source", explanation->source);
  add_text (json, "confidence",
            explanation->rule != NULL ? tenure_confidence_label (explanation->rule->confidence) : NULL);
  add_lines (json, explanation);
  add_open (json, "missing", '[');
  for (guint i = 0; i < explanation->missing->len; i++)
    {
      const TenureExplanationMissing *missing =
          &g_array_index (explanation->missing, TenureExplanationMissing, i);

      separate (json);
      g_string_append_c (json, '{');
      add_text (json, "field", missing->field);
      add_record (json, missing->record_type, missing->record);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
}
