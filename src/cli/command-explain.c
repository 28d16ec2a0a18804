/* tenure-cli explain: how a figure or a flag of a record came about. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"
#include <string.h>

#include "analysis/agreement-figure.h"
#include "analysis/completeness-explain.h"
#include "analysis/participation-explain.h"
#include "analysis/portfolio-explain.h"
#include "analysis/provider-explain.h"
#include "analysis/provider-parts.h"
#include "analysis/relationships.h"
#include "analysis/results-explain.h"
#include "analysis/term-spread.h"
#include "analysis/term-trend.h"
#include "base/error.h"
#include "cli/explain-completeness.h"
#include "register/input-origins.h"
#include "cli/reading.h"
#include "report/figures-json.h"

/* Of agreements, organisations, boards and seats alike. */
#define COMPLETENESS "completeness"

/* Of what is shown beside the portfolio. */
#define BESIDE "vcs_unknown"

/* How long agreements are promised for, group by group and year by year. */
#define TERMS_BY "terms_by_"
#define SPREAD "term_spread." /* the same by the key of `tenure-cli figures --json` */
#define TREND "trend"

#define BY_TYPE "_by_type"

/* How long funding lasts, and how many flags there are of a level. */
#define SURVIVAL "survival"
#define FLAGS "flags"
#define EXEMPTED ".exempted"

/* The group of what has none. */
#define NOT_RECORDED "not_recorded"

/* The word for what is judged over the whole document rather than on one record. */
#define WHOLE "portfolio"

static const char *const terms_figures[] = { TERMS_BY "size",    TERMS_BY "place", TERMS_BY "funder",
                                             TERMS_BY "purpose", TERMS_BY "kind",  TREND };
/* Figures of a board. They rest on each other, so that each is explained with all. */
static const char *const board_figures[] = { "seats",          "filled",     "vcs_seats",    "votes",       "vcs_votes",
                                             "seat_share",     "vote_share", "filled_share", "seats_short", "banzhaf",
                                             "shapley_shubik", "power",      "blocs" };

/* --- A rule that fires, is exempted, or does not fire --- */

static const TenureFlag *
find_flag (const TenureFlag *flags, guint n_flags, const TenureRecordName *record, TenureRuleId rule)
{
  for (guint i = 0; i < n_flags; i++)
    if (flags[i].rule == rule && flags[i].record_type == (int) record->type && flags[i].id == record->id)
      return &flags[i];
  return NULL;
}

/* What is known of the record, from which its reader sees why the rule says nothing. */
static TenureExplanation *
explain_facts (const TenureReading *reading, const TenureRecordName *record, const char *title)
{
  int index = record->type == TENURE_RECORD_AGREEMENT ? tenure_facts_find_agreement (reading->facts, record->id) : -1;
  TenureExplanation *explanation;

  if (index < 0)
    return tenure_explanation_new (title, NULL);
  explanation = tenure_agreement_explain (reading->analysis->terms, (guint) index);
  g_free (explanation->title);
  explanation->title = g_strdup (title);
  return explanation;
}

static TenureExplanation *
explain_silence (const TenureReading *reading, const TenureRecordName *record, const TenureRule *rule)
{
  g_autofree char *day = tenure_day_dup_label (reading->as_of);
  g_autofree char *title = g_strdup_printf (_ ("%s: does not fire"), _ (rule->title));
  gboolean judged = record->type == rule->record_type;
  TenureExplanation *explanation = judged ? explain_facts (reading, record, title) : tenure_explanation_new (title, NULL);

  tenure_explanation_set_rule (explanation, tenure_options_rule (&reading->analysis->terms->options, rule->id));
  g_free (explanation->summary);
  explanation->summary =
      judged ? g_strdup_printf (_ ("On %s the rule does not apply to this record, or finds nothing in it."), day)
             : g_strdup (_ ("The rule judges other records than this one."));
  return explanation;
}

static TenureExplanation *
explain_rule (const TenureReading *reading, const TenureRecordName *record, const TenureRule *rule)
{
  const TenureFlags *flags = reading->analysis->flags;
  const TenureFlag *flag = find_flag (flags->flags, flags->n_flags, record, rule->id);

  if (flag == NULL)
    flag = find_flag (flags->exempted, flags->n_exempted, record, rule->id);
  return flag != NULL ? tenure_flag_explain (flags, flag) : explain_silence (reading, record, rule);
}

/* --- Figures --- */

static gboolean
is_one_of (const char *const *codes, gsize n, const char *code)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (codes[i], code))
      return TRUE;
  return FALSE;
}

/* Each of these: NULL when @code is no figure of such a record. */
static TenureExplanation *
explain_agreement (const TenureReading *reading, TenureId id, const char *code)
{
  int index = tenure_facts_find_agreement (reading->facts, id);
  TenureAgreementFigure figure;

  if (index >= 0 && tenure_agreement_figure_from_code (code, &figure))
    return tenure_agreement_figure_explain (reading->analysis->terms, (guint) index, figure);
  return index >= 0 ? tenure_agreement_explain_part (reading->analysis->terms, (guint) index, code) : NULL;
}

static TenureExplanation *
explain_board (const TenureReading *reading, TenureId id, const char *code)
{
  int index = tenure_facts_find_board (reading->facts, id);

  if (index < 0 || !is_one_of (board_figures, G_N_ELEMENTS (board_figures), code))
    return NULL;
  return tenure_board_explain (reading->analysis->boards, (guint) index);
}

static TenureExplanation *
explain_budget (const TenureReading *reading, TenureId id, const char *code)
{
  const TenureParticipationFacts *facts = &reading->facts->participation;
  TenureBudgetFigure figure;

  if (!tenure_budget_figure_from_code (code, &figure))
    return NULL;
  for (guint b = 0; b < facts->n_budgets; b++)
    if (facts->budgets[b].id == id)
      return tenure_budget_explain (reading->analysis->participation, b, figure);
  return NULL;
}

static TenureExplanation *
explain_provider (const TenureReading *reading, TenureId id, const char *code)
{
  const TenureProviders *providers = reading->analysis->providers;
  int index = tenure_facts_find_organisation (reading->facts, id);
  g_autoptr (TenureProviderIndex) agreements = NULL;
  TenureProviderFigure figure;
  TenureProviderPart part;
  TenureResultFigure result;
  const guint32 *provided;
  guint n, at;

  if (index < 0)
    return NULL;
  agreements = tenure_provider_index_new (reading->facts);
  provided = agreements->agreements + agreements->first[index];
  n = agreements->first[index + 1] - agreements->first[index];
  if (tenure_provider_figure_from_code (code, &figure))
    return tenure_provider_explain (providers, (guint) index, provided, n, figure);
  if (tenure_provider_part_from_code (code, reading->as_of, &part, &at))
    return tenure_provider_part_explain (providers, (guint) index, provided, n, part, at);
  if (!tenure_result_figure_from_code (code, &result))
    return NULL;
  return tenure_results_explain (reading->analysis->terms, provided, n,
                                 tenure_provider_figures (providers, (guint) index, provided, n).currency, result);
}

/* "terms_by_size", …, and "trend"; NULL for any other code. */
static TenureExplanation *
explain_terms (const TenurePortfolio *portfolio, const char *code)
{
  g_autoptr (TenureTermTrend) trend = NULL;
  g_autoptr (TenureTermSpread) spread = NULL;
  TenureTermSpreadBy by;

  if (g_str_equal (code, TREND))
    {
      trend = tenure_term_trend_new (portfolio);
      return tenure_term_trend_explain (trend, 0);
    }
  if (!(g_str_has_prefix (code, TERMS_BY) && tenure_term_spread_by_from_code (code + strlen (TERMS_BY), &by))
      && !(g_str_has_prefix (code, SPREAD) && tenure_term_spread_by_from_code (code + strlen (SPREAD), &by)))
    return NULL;
  spread = tenure_term_spread_new (portfolio, by);
  return tenure_term_spread_explain (spread, portfolio, 0);
}

/* What is shown beside the portfolio, because nobody recorded whether its provider is of the sector. */
static TenureExplanation *
explain_beside (const TenureReading *reading)
{
  TenureExplanation *explanation = tenure_portfolio_explain (reading->analysis->beside, TENURE_PORTFOLIO_FIGURE_AGREEMENTS);

  g_free (explanation->title);
  g_free (explanation->formula);
  explanation->title = g_strdup (_ ("Whether of the {sector}: not recorded"));
  explanation->formula = g_strdup (_ ("Agreements of which it is not recorded whether their provider is of the {sector}."));
  return explanation;
}

/* What follows "survival." in @code, "size.small"; NULL where there is no such group. */
static TenureExplanation *
explain_survival_group (const TenureRelationships *relationships, const char *code)
{
  const TenureFacts *facts = relationships->terms->facts;

  for (int by = TENURE_RELATIONSHIPS_BY_SIZE; by <= TENURE_RELATIONSHIPS_BY_PLACE; by++)
    {
      guint n = by == TENURE_RELATIONSHIPS_BY_SIZE ? TENURE_SIZE_SUPER_MAJOR + 1 : facts->n_places;

      for (guint i = 0; i < n; i++)
        {
          const char *name = by == TENURE_RELATIONSHIPS_BY_SIZE ? tenure_size_code ((TenureSize) i) : facts->places[i];
          g_autofree char *group = g_strdup_printf ("%s.%s", tenure_relationships_by_code ((TenureRelationshipsBy) by),
                                                    name != NULL ? name : NOT_RECORDED);

          if (g_str_equal (group, code))
            return tenure_relationships_explain_group (relationships, (TenureRelationshipsBy) by, i);
        }
    }
  return NULL;
}

static TenureExplanation *
explain_survival (const TenurePortfolio *portfolio, const char *code)
{
  g_autoptr (TenureRelationships) relationships = tenure_relationships_new (portfolio);
  g_autoptr (TenureSurvival) survival = NULL;

  if (*code == '.')
    return explain_survival_group (relationships, code + 1);
  survival = tenure_relationships_survival (relationships);
  return *code == '\0' ? tenure_relationships_explain (relationships, survival, 0) : NULL;
}

/* What stands by type has the same records behind it. */
static TenureExplanation *
explain_completeness (const TenureAnalysis *analysis, const char *code)
{
  guint group;

  if (g_str_has_prefix (code, BY_TYPE))
    code += strlen (BY_TYPE);
  if (*code == '\0')
    return tenure_completeness_explain (analysis->completeness);
  if (*code != '.' || !tenure_completeness_group_from_code (code + 1, &group))
    return NULL;
  return tenure_completeness_explain_group (analysis, group);
}

static TenureExplanation *
explain_flags (const TenureFlags *flags, const char *code)
{
  if (g_str_equal (code, EXEMPTED))
    return tenure_flags_explain_exempted (flags);
  for (int level = TENURE_LEVEL_RED; *code == '.' && level > TENURE_LEVEL_NONE; level--)
    if (g_str_equal (code + 1, tenure_level_code ((TenureLevel) level)))
      return tenure_flags_explain_level (flags, (TenureLevel) level);
  return NULL;
}

/* "survival.size.small", "completeness.agreement", "flags.red", …: what one part or another of the document gives. */
static TenureExplanation *
explain_group (const TenureAnalysis *analysis, const char *code)
{
  if (g_str_has_prefix (code, SURVIVAL))
    return explain_survival (analysis->portfolio, code + strlen (SURVIVAL));
  if (g_str_has_prefix (code, COMPLETENESS))
    return explain_completeness (analysis, code + strlen (COMPLETENESS));
  if (g_str_has_prefix (code, FLAGS))
    return explain_flags (analysis->flags, code + strlen (FLAGS));
  return NULL;
}

/* All the records, however many: this is asked to be read by a program, or on paper. */
static TenureExplanation *
explain_portfolio (const TenureReading *reading, const char *code)
{
  const TenurePortfolio *portfolio = reading->analysis->portfolio;
  TenurePortfolioFigure figure;
  TenureResultFigure result;
  guint part;

  if (g_str_equal (code, BESIDE))
    return explain_beside (reading);
  if (tenure_portfolio_figure_from_code (portfolio, code, &figure, &part))
    return tenure_portfolio_explain_part (portfolio, figure, part);
  if (!tenure_result_figure_from_code (code, &result))
    {
      TenureExplanation *explanation = explain_group (reading->analysis, code);

      return explanation != NULL ? explanation : explain_terms (portfolio, code);
    }
  return tenure_results_explain (reading->analysis->terms, portfolio->agreements, portfolio->n_agreements,
                                 portfolio->currency, result);
}

/* NULL when @code is no figure of the record. */
static TenureExplanation *
explain_figure (const TenureReading *reading, const TenureRecordName *record, const char *code)
{
  if (g_str_equal (code, COMPLETENESS) && record->type != TENURE_RECORD_PORTFOLIO)
    return tenure_explain_completeness (reading, record);
  switch ((int) record->type)
    {
    case TENURE_RECORD_AGREEMENT:
      return explain_agreement (reading, record->id, code);
    case TENURE_RECORD_ORGANISATION:
      return explain_provider (reading, record->id, code);
    case TENURE_RECORD_BOARD:
      return explain_board (reading, record->id, code);
    case TENURE_RECORD_BUDGET:
      return explain_budget (reading, record->id, code);
    case TENURE_RECORD_PORTFOLIO:
      return explain_portfolio (reading, code);
    default:
      return NULL;
    }
}

static void
add_code (GPtrArray *codes, const char *code)
{
  g_ptr_array_add (codes, g_strdup (code));
}

static void
add_codes (GPtrArray *codes, const char *const *more, gsize n)
{
  for (gsize i = 0; i < n; i++)
    add_code (codes, more[i]);
}

/* "mean_term_months", or "horizon.2026-11, …, horizon.2029-10" with the first and the last of its parts. */
static void
add_portfolio_code (GPtrArray *codes, const TenurePortfolio *portfolio, TenurePortfolioFigure figure)
{
  const char *code = tenure_portfolio_figure_code (figure);
  guint n = tenure_portfolio_figure_n_parts (portfolio, figure);
  g_autofree char *first = n > 0 ? tenure_portfolio_figure_dup_part (portfolio, figure, 0) : NULL;
  g_autofree char *last = n > 0 ? tenure_portfolio_figure_dup_part (portfolio, figure, n - 1) : NULL;

  if (n > 0)
    g_ptr_array_add (codes, g_strdup_printf ("%s.%s … %s.%s", code, first, code, last));
  else if (tenure_portfolio_figure_is_whole (figure))
    add_code (codes, code);
}

static void
add_provider_code (GPtrArray *codes, TenureDay as_of, TenureProviderPart part)
{
  const char *code = tenure_provider_part_code (part);
  guint n = tenure_provider_part_count (part);
  g_autofree char *first = n > 0 ? tenure_provider_part_dup_code (part, as_of, 0) : NULL;
  g_autofree char *last = n > 0 ? tenure_provider_part_dup_code (part, as_of, n - 1) : NULL;

  if (n > 0)
    g_ptr_array_add (codes, g_strdup_printf ("%s.%s … %s.%s", code, first, code, last));
  else
    add_code (codes, code);
}

/* Of the portfolio as a whole, and group by group where there are always the same ones. */
static void
add_group_codes (GPtrArray *codes)
{
  add_code (codes, BESIDE);
  add_code (codes, SURVIVAL);
  add_code (codes, COMPLETENESS);
  for (guint group = 0; group < TENURE_N_COMPLETENESS_GROUPS; group++)
    g_ptr_array_add (codes, g_strdup_printf (COMPLETENESS ".%s", tenure_completeness_group_code (group)));
  for (int level = TENURE_LEVEL_RED; level > TENURE_LEVEL_NONE; level--)
    g_ptr_array_add (codes, g_strdup_printf (FLAGS ".%s", tenure_level_code ((TenureLevel) level)));
  add_code (codes, FLAGS EXEMPTED);
}

/* The figures that a record of @type has: "term, remaining, …"; NULL for a type that has none. */
static char *
dup_codes (const TenureReading *reading, TenureRecordType type)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; type == TENURE_RECORD_AGREEMENT && tenure_agreement_part_code (i) != NULL; i++)
    add_code (codes, tenure_agreement_part_code (i));
  for (int figure = 0; type == TENURE_RECORD_BUDGET && figure < TENURE_N_BUDGET_FIGURES; figure++)
    add_code (codes, tenure_budget_figure_code ((TenureBudgetFigure) figure));
  if (type == TENURE_RECORD_BOARD)
    add_codes (codes, board_figures, G_N_ELEMENTS (board_figures));
  else if (type == TENURE_RECORD_PORTFOLIO)
    add_codes (codes, terms_figures, G_N_ELEMENTS (terms_figures));
  for (int figure = 0; type == TENURE_RECORD_AGREEMENT && figure < TENURE_N_AGREEMENT_FIGURES; figure++)
    add_code (codes, tenure_agreement_figure_code ((TenureAgreementFigure) figure));
  for (int figure = 0; type == TENURE_RECORD_ORGANISATION && figure < TENURE_N_PROVIDER_FIGURES; figure++)
    add_code (codes, tenure_provider_figure_code ((TenureProviderFigure) figure));
  for (int part = 0; type == TENURE_RECORD_ORGANISATION && part < TENURE_N_PROVIDER_PARTS; part++)
    add_provider_code (codes, reading->as_of, (TenureProviderPart) part);
  for (int figure = 0; type == TENURE_RECORD_PORTFOLIO && figure < TENURE_N_PORTFOLIO_FIGURES; figure++)
    add_portfolio_code (codes, reading->analysis->portfolio, (TenurePortfolioFigure) figure);
  for (int figure = 0;
       (type == TENURE_RECORD_ORGANISATION || type == TENURE_RECORD_PORTFOLIO) && figure < TENURE_N_RESULT_FIGURES; figure++)
    add_code (codes, tenure_result_figure_code ((TenureResultFigure) figure));
  if (type == TENURE_RECORD_PORTFOLIO)
    add_group_codes (codes);
  if (type == TENURE_RECORD_SEAT || (codes->len > 0 && type != TENURE_RECORD_PORTFOLIO && type != TENURE_RECORD_BUDGET))
    add_code (codes, COMPLETENESS);
  if (codes->len == 0)
    return NULL;
  g_ptr_array_add (codes, NULL);
  return g_strjoinv (", ", (char **) codes->pdata);
}

static void
fail_no_figure (const TenureReading *reading, TenureRecordType type, const char *code, GError **error)
{
  g_autofree char *codes = dup_codes (reading, type);

  if (codes == NULL)
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                 /* Translators: what was asked for, and the type of the record it was asked of. */
                 _ ("“%1$s” is no rule, such as T1, and a record of this type (%2$s) has no figures."), code,
                 _ (tenure_record_def (type)->label));
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                 /* Translators: what was asked for, the type of the record it was asked of, the codes of its figures. */
                 _ ("“%1$s” is neither a rule, such as T1, nor a figure of this record (%2$s). Its figures are %3$s."), code,
                 _ (tenure_record_def (type)->label), codes);
}

static gboolean
find_record (const TenureReading *reading, const char *name, TenureRecordName *out_record, GError **error)
{
  if (!g_str_equal (name, WHOLE))
    return tenure_reading_find_record (reading, name, out_record, error);
  *out_record = (TenureRecordName){ TENURE_RECORD_PORTFOLIO, TENURE_ID_NONE };
  return TRUE;
}

static TenureExplanation *
explain (const TenureReading *reading, const char *name, const char *what, GError **error)
{
  const TenureRule *rule = tenure_rule_from_code (what);
  TenureExplanation *explanation;
  TenureRecordName record;

  if (!find_record (reading, name, &record, error))
    return NULL;
  if (rule != NULL)
    return explain_rule (reading, &record, rule);
  explanation = explain_figure (reading, &record, what);
  if (explanation == NULL)
    fail_no_figure (reading, record.type, what, error);
  return explanation;
}

/* The history may be damaged; the explanation stands without. */
static void
add_origins (TenureExplanation *explanation, const TenureReading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) origins =
      tenure_input_origins_find (tenure_document_get_reader (reading->document), explanation->lines, &error);

  if (origins != NULL)
    tenure_explanation_take_origins (explanation, origins);
  else
    tenure_command_complain ("%s", error->message);
}

TenureExit
tenure_command_explain (const TenureCommand *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureExplanation) explanation = NULL;
  g_auto (TenureReading) reading = TENURE_READING_INIT;
  gboolean json;

  if (!tenure_command_read (command, &argc, &argv, 3, &reading, &json))
    return TENURE_EXIT_WRONG_USE;
  explanation = explain (&reading, argv[2], argv[3], &error);
  if (explanation == NULL)
    return tenure_command_fail (NULL, error);
  add_origins (explanation, &reading);
  if (json)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      tenure_report_append_explanation_json (explanation, text);
      tenure_command_print_json (text);
    }
  else
    {
      g_autofree char *text = tenure_explanation_dup_text (explanation);

      g_print ("%s\n", text);
    }
  return tenure_reading_get_exit (&reading);
}
