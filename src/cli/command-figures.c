/* tenure-cli figures: the portfolio and its boards on a day. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "analysis/board-part.h"
#include "analysis/relationships.h"
#include "base/count.h"
#include "base/hundredths.h"
#include "chart/term-bands.h"
#include "cli/figures-participation.h"
#include "cli/figures-providers.h"
#include "cli/figures-results.h"
#include "cli/reading.h"
#include "cli/text-table.h"
#include "report/figures-json.h"

static char *
dup_sum (TenureSum sum, TenureCurrency currency)
{
  TenureFigure figure = tenure_figure_sum (sum, currency, 0, 0);

  return tenure_figure_dup_label (&figure);
}

/* A sum over @of agreements, of which @known have a value: of none that is known there is no sum. */
static char *
dup_known_sum (TenureSum sum, TenureCurrency currency, guint known, guint of)
{
  return known == 0 && of > 0 ? g_strdup (_ ("not known")) : dup_sum (sum, currency);
}

/* Of nothing, nothing is known or not. */
static char *
dup_known (guint known, guint of)
{
  return of > 0 ? tenure_count_dup_several (_ ("%1$s of %2$s known"), 2, (guint64[]){ known, of }) : g_strdup ("");
}

/* " (4 of 5 known)", behind a heading. */
static void
print_known (guint known, guint of)
{
  g_autofree char *words = tenure_count_dup_several (_ ("%1$s of %2$s known"), 2, (guint64[]){ known, of });

  g_print (" (%s)\n", words);
}

static void
add_figure (TenureTextTable *table, const char *name, TenureFigure figure)
{
  g_autofree char *value = tenure_figure_dup_label (&figure);
  g_autofree char *coverage = dup_known (figure.known, figure.of);

  tenure_text_table_add (table, name, value, coverage);
}

/* "308 VCS, 0 not, 562 not known": of whom the portfolio is, and of whom it is not. */
static void
add_scope (TenureTextTable *table, const TenurePortfolio *portfolio)
{
  g_autofree char *count = tenure_count_dup_label (portfolio->n_agreements);
  g_autofree char *scope =
      tenure_count_dup_several (_ ("%1$s with the sector, %2$s not, %3$s not known"), 3,
                                (guint64[]){ portfolio->n_agreements, portfolio->n_scope_known - portfolio->n_agreements,
                                             portfolio->n_selected - portfolio->n_scope_known });

  tenure_text_table_add (table, _ ("Agreements in scope"), count, scope);
}

/* The index of concentration, which is no number of anything. */
static void
add_concentration (TenureTextTable *table, const TenureFigure *hhi)
{
  g_autofree char *value = tenure_figure_dup_label (hhi);
  g_autofree char *of = hhi->kind == TENURE_FIGURE_CANNOT_TELL
                            ? g_steal_pointer (&value)
                            /* Translators: an index and how far it goes. */
                            : g_strdup_printf (_ ("%s (one provider alone: 10,000)"), value);
  g_autofree char *coverage = dup_known (hhi->known, hhi->of);

  tenure_text_table_add (table, _ ("Concentration of spend (HHI)"), of, coverage);
}

/* Of how many the money is counted in their lead; nothing where it is in none. */
static void
add_passed_on (TenureTextTable *table, TenureFigure passed_on)
{
  g_autofree char *count = tenure_figure_dup_label (&passed_on);

  if (passed_on.integer > 0)
    tenure_text_table_add (table, _ ("Counted in their lead agreement"), count, NULL);
}

/* "24.0 months (95 % interval: 12.0 to 36.0 months)"; the caller frees. NULL where half have not ended. */
static char *
dup_median (const TenureSurvival *survival)
{
  double median = tenure_months_to_double (survival->median), lower = tenure_months_to_double (survival->median_lower),
         upper = tenure_months_to_double (survival->median_upper);

  if (!survival->median_known)
    return NULL;
  if (survival->median_lower_known && survival->median_upper_known)
    return g_strdup_printf (_ ("%1$.1f months (95 %% interval: %2$.1f to %3$.1f)"), median, lower, upper);
  if (survival->median_lower_known)
    return g_strdup_printf (_ ("%1$.1f months (95 %% interval: %2$.1f or more)"), median, lower);
  return g_strdup_printf (_ ("%.1f months"), median);
}

static void
print_survival (const TenurePortfolio *portfolio)
{
  const TenureTextColumn columns[] = { { NULL, FALSE }, { NULL, TRUE }, { NULL, FALSE } };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (TenureRelationships) relationships = tenure_relationships_new (portfolio);
  g_autoptr (TenureSurvival) survival = tenure_relationships_survival (relationships);
  g_autofree char *number = tenure_count_dup_label (relationships->of);
  g_autofree char *ended = tenure_count_dup_label (survival->n_ended);
  g_autofree char *median = dup_median (survival);
  g_autofree char *coverage = dup_known (survival->n, relationships->of);

  if (relationships->of == 0)
    return;
  tenure_text_table_add (table, _ ("Relationships"), number, coverage);
  tenure_text_table_add (table, _ ("Ended"), ended, coverage);
  tenure_text_table_add (table, _ ("Half have ended by"), median != NULL ? median : _ ("not yet"), coverage);
  g_print ("\n%s\n", _ ("How long funding lasts, from term to term without a break"));
  tenure_text_table_print (table);
}

static void
print_portfolio (const TenurePortfolio *portfolio)
{
  const TenureTextColumn columns[] = { { NULL, FALSE }, { NULL, TRUE }, { NULL, FALSE } };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  add_scope (table, portfolio);
  add_figure (table, _ ("Running"), tenure_portfolio_active (portfolio));
  for (guint i = 0; i < portfolio->annual->len; i++)
    add_figure (table, _ ("Yearly value"), tenure_portfolio_annual (portfolio, i));
  add_passed_on (table, tenure_portfolio_passed_on (portfolio));
  add_figure (table, _ ("Mean term, by value"), portfolio->mean_term);
  add_figure (table, _ ("Median term"), portfolio->median_term);
  add_figure (table, _ ("Ends within 12 months, not renewed"), portfolio->cliff_share);
  add_figure (table, _ ("The sector’s share of all spend"), portfolio->vcs_share);
  add_concentration (table, &portfolio->hhi);
  g_print ("%s\n", _ ("Portfolio"));
  tenure_text_table_print (table);
  g_print ("  %s\n", _ ("In scope are agreements with organisations of the {sector}; all figures but the share of "
                        "spend are about them."));
}

/* In the words of the chart. */
G_STATIC_ASSERT ((int) TENURE_BAND_LE12 == (int) TENURE_TERM_BAND_LE12);
G_STATIC_ASSERT ((int) TENURE_N_BANDS == (int) TENURE_N_TERM_BANDS);

static void
add_band (TenureTextTable *table, const TenurePortfolio *portfolio, const char *label, const TenureBandFigures *figures)
{
  g_autofree char *count = tenure_count_dup_label (figures->count);
  g_autofree char *value = dup_known_sum (figures->annual, portfolio->currency, figures->annual_known, figures->count);
  g_autofree char *known = dup_known (figures->annual_known, figures->count);

  tenure_text_table_add (table, label, count, value, known);
}

static void
print_bands (const TenurePortfolio *portfolio)
{
  const TenureTextColumn columns[] = {
    { _ ("Term"), FALSE },
    { _ ("Agreements"), TRUE },
    { _ ("Yearly value"), TRUE },
    { _ ("Known"), FALSE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  for (int band = 0; band < TENURE_N_BANDS; band++)
    add_band (table, portfolio, tenure_term_band_label ((TenureTermBand) band), &portfolio->bands[band]);
  g_print ("\n%s\n", _ ("Length of term"));
  tenure_text_table_print (table);
}

/* Only what somebody gives money for; "not recorded" first, where there is any. */
static void
print_purposes (const TenurePortfolio *portfolio)
{
  const TenureTextColumn columns[] = {
    { _ ("Purpose"), FALSE },
    { _ ("Agreements"), TRUE },
    { _ ("Yearly value"), TRUE },
    { _ ("Known"), FALSE },
  };
  const TenureField *field =
      &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, "purpose")];
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  /* The enumeration follows the choices of the catalogue, with "not recorded" before them. */
  for (int purpose = 0; purpose < TENURE_N_PURPOSES; purpose++)
    if (portfolio->purposes[purpose].count > 0)
      add_band (table, portfolio,
                purpose == TENURE_PURPOSE_UNKNOWN ? _ ("Not recorded") : _ (field->choices[purpose - 1].label),
                &portfolio->purposes[purpose]);
  if (tenure_text_table_get_n_rows (table) == 0)
    return;
  g_print ("\n%s\n", _ ("What the money is for"));
  tenure_text_table_print (table);
}

static char *
dup_posts (const TenurePortfolio *portfolio, const TenureHorizonFigures *month)
{
  if (portfolio->horizon_posts_known == 0)
    return g_strdup (_ ("not recorded"));
  return tenure_hundredths_dup_text (month->posts_at_risk);
}

/* Every third month: what a person takes in at a glance; the JSON has all of them. Nothing, where nothing is ahead. */
static void
print_horizon (const TenurePortfolio *portfolio)
{
  const TenureTextColumn columns[] = {
    { _ ("Month"), FALSE },      { _ ("Secured"), TRUE },   { _ ("Committed"), TRUE },
    { _ ("If extended"), TRUE }, { _ ("Undecided"), TRUE }, { _ ("Posts at risk"), TRUE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *told = NULL;

  if (portfolio->horizon_of == 0)
    return;
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i += 3)
    {
      const TenureHorizonFigures *figures = &portfolio->horizon[i];
      g_autofree char *month = tenure_day_dup_month_label (figures->month);
      g_autofree char *secured = dup_sum (figures->secured, portfolio->currency);
      g_autofree char *committed = dup_sum (figures->committed, portfolio->currency);
      g_autofree char *extended = dup_sum (figures->extended, portfolio->currency);
      g_autofree char *undecided = dup_sum (figures->undecided, portfolio->currency);
      g_autofree char *posts = dup_posts (portfolio, figures);

      tenure_text_table_add (table, month, secured, committed, extended, undecided, posts);
    }
  g_print ("\n%s", _ ("Yearly value still running"));
  print_known (portfolio->horizon_known, portfolio->horizon_of);
  if (portfolio->horizon_known == 0)
    {
      g_print ("  %s\n", _ ("Not known: of none are the dates and a yearly value recorded."));
      return;
    }
  tenure_text_table_print (table);
  told = tenure_count_dup_several (_ ("Posts at risk: recorded of %1$s of %2$s running agreements."), 2,
                                   (guint64[]){ portfolio->horizon_posts_known, portfolio->horizon_posts_of });
  if (portfolio->horizon_posts_known > 0)
    g_print ("  %s\n", told);
  if (portfolio->secured_told < portfolio->horizon_known)
    tenure_command_print_count (
        ngettext (
            "  Of %s it is not recorded whether the funder may end it by notice; it counts as secured to its committed end.\n",
            "  Of %s it is not recorded whether the funder may end them by notice; they count as secured to their committed ends.\n",
            portfolio->horizon_known - portfolio->secured_told),
        portfolio->horizon_known - portfolio->secured_told);
}

static void
print_expiries (const TenurePortfolio *portfolio)
{
  const TenureTextColumn columns[] = {
    { _ ("Month"), FALSE },
    { _ ("Ending"), TRUE },
    { _ ("Yearly value"), TRUE },
    { _ ("Renewals counted"), TRUE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      const TenureExpiryFigures *figures = &portfolio->expiries[i];
      g_autofree char *month = tenure_day_dup_month_label (figures->month);
      g_autofree char *net = tenure_count_dup_label (figures->net_count);
      g_autofree char *value = dup_known_sum (figures->net, portfolio->currency, figures->net_known, figures->net_count);
      g_autofree char *gross = tenure_count_dup_label (figures->gross_count);

      if (figures->gross_count > 0)
        tenure_text_table_add (table, month, net, value, gross);
    }
  if (tenure_text_table_get_n_rows (table) == 0)
    return;
  g_print ("\n%s", _ ("Ends not covered by a signed successor"));
  print_known (portfolio->expiries_known, portfolio->expiries_of);
  tenure_text_table_print (table);
  if (tenure_day_is_known (portfolio->pile_up_day))
    {
      g_autofree char *day = tenure_day_dup_label (portfolio->pile_up_day);
      g_autofree char *value = dup_sum (portfolio->pile_up, portfolio->currency);
      g_autofree char *count = tenure_count_dup_label (portfolio->pile_up_count);

      if (portfolio->pile_up_known == 0)
        g_print (ngettext ("  The most on one day: %s agreement of unknown value, on %s.\n",
                           "  The most on one day: %s agreements of unknown value, on %s.\n", portfolio->pile_up_count),
                 count, day);
      else
        g_print (ngettext ("  The most on one day: %s agreement, %s a year, on %s.\n",
                           "  The most on one day: %s agreements, %s a year, on %s.\n", portfolio->pile_up_count),
                 count, value, day);
    }
}

/* --- Boards --- */

/* "7.1 %", or between what it lies; NULL where it cannot be told. */
static char *
dup_share (gboolean known, const TenureBoardPart *part)
{
  double least = known ? 100.0 * (double) part->least / (double) part->whole : 0;

  if (!known)
    return NULL;
  if (part->least == part->most)
    return g_strdup_printf ("%.1f %%", least);
  /* Translators: a share lies between two: "7.1 to 14.3 %". */
  return g_strdup_printf (_ ("%1$.1f to %2$.1f %%"), least, 100.0 * (double) part->most / (double) part->whole);
}

/* Seats between the sector and the board's target, by either way of getting there; NULL where no target is
 * set. */
static char *
dup_short (const TenureBoardFigures *board)
{
  if (!board->has_target)
    return NULL;
  if (board->short_replace == 0 && board->short_add == 0)
    return g_strdup (_ ("reached"));
  return g_strdup_printf (_ ("turn %u or add %u"), board->short_replace, board->short_add);
}

static void
print_boards (const TenureBoards *boards)
{
  const TenureTextColumn columns[] = {
    { _ ("Board"), FALSE },   { _ ("Seats"), TRUE },          { _ ("Filled"), TRUE },   { _ ("{sector} seats"), TRUE },
    { _ ("of seats"), TRUE }, { _ ("{sector} votes"), TRUE }, { _ ("of votes"), TRUE }, { _ ("Target of seats"), FALSE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < boards->n_boards; i++)
    {
      const TenureBoardFigures *board = &boards->boards[i];
      g_autofree char *seats = g_strdup_printf ("%u", board->seats);
      g_autofree char *filled = g_strdup_printf ("%u", board->filled);
      TenureBoardPart seat_part, vote_part;
      gboolean has_seats = tenure_board_seat_part (board, &seat_part);
      gboolean has_votes = tenure_board_vote_part (&boards->facts->boards[board->board], board, &vote_part);
      g_autofree char *vcs = tenure_board_part_dup_range (&seat_part);
      g_autofree char *seat_share = dup_share (has_seats, &seat_part);
      g_autofree char *votes = has_votes ? tenure_board_part_dup_range (&vote_part) : NULL;
      g_autofree char *vote_share = dup_share (has_votes, &vote_part);
      g_autofree char *missing = dup_short (board);

      if (board->exists)
        tenure_text_table_add (table, boards->facts->boards[board->board].name, seats, filled, vcs, seat_share, votes,
                               vote_share, missing);
    }
  if (tenure_text_table_get_n_rows (table) == 0)
    return;
  g_print ("\n%s\n", _ ("Boards"));
  tenure_text_table_print (table);
  g_print ("  %s\n",
           _ ("To reach a target, seats may be turned into {sector} seats or added. “–”: not recorded, or none set."));
}

/* --- Completeness --- */

static void
add_tally (TenureTextTable *table, const char *name, const TenureCompletenessTally *tally)
{
  TenureFigure share = tenure_completeness_share (tally);
  g_autofree char *records = tenure_count_dup_label (tally->n_records);
  g_autofree char *complete = tenure_count_dup_label (tally->n_complete);
  g_autofree char *recorded = tenure_figure_dup_label (&share);

  if (tally->n_records > 0)
    tenure_text_table_add (table, name, records, complete, recorded);
}

static void
print_completeness (const TenurePortfolioCompleteness *completeness)
{
  const TenureTextColumn columns[] = {
    { _ ("Records"), FALSE },
    { _ ("Count"), TRUE },
    { _ ("Complete"), TRUE },
    { _ ("Fields recorded"), TRUE },
  };
  g_autoptr (TenureTextTable) table = tenure_text_table_new (columns, G_N_ELEMENTS (columns));

  for (int part = 0; part < TENURE_N_COMPLETENESS; part++)
    add_tally (table, _ (tenure_record_def (completeness->parts[part].type)->label_plural), &completeness->parts[part]);
  add_tally (table, _ ("Agreements before their start"), &completeness->before_start);
  if (tenure_text_table_get_n_rows (table) == 0)
    return;
  g_print ("\n%s\n", _ ("What is recorded"));
  tenure_text_table_print (table);
  g_print ("  %s\n", _ ("Of the fields without which rules and figures cannot tell; the JSON has each of them."));
}

static void
print_figures (const TenureReading *reading)
{
  const TenureAnalysis *analysis = reading->analysis;
  g_autofree char *heading = tenure_reading_dup_heading (reading);

  g_print ("%s\n\n", heading);
  print_portfolio (analysis->portfolio);
  print_bands (analysis->portfolio);
  print_purposes (analysis->portfolio);
  print_survival (analysis->portfolio);
  print_horizon (analysis->portfolio);
  print_expiries (analysis->portfolio);
  tenure_figures_print_results (analysis->portfolio);
  tenure_figures_print_providers (analysis);
  print_boards (analysis->boards);
  tenure_figures_print_participation (analysis->participation);
  print_completeness (analysis->completeness);
}

TenureExit
tenure_command_figures (const TenureCommand *command, int argc, char **argv)
{
  return tenure_command_report (command, argc, argv, tenure_report_append_figures_json, print_figures);
}
