#include "config.h"
#include "app/overview/overview-figures.h"

#include "analysis/board-voice.h"
#include "chart/notes.h"

#include "base/count.h"
#include "base/i18n.h"

/* --- Texts ---------------------------------------------------------------------------------------------------- */

/* Of nothing, nothing is known or not. */
static char *
dup_known (guint known, guint of)
{
  g_autofree char *some = tenure_count_dup_label (known);
  g_autofree char *all = tenure_count_dup_label (of);

  if (of == 0)
    return g_strdup ("");
  /* Translators: how much of a figure is known: "180 of 214 known". */
  return g_strdup_printf (_ ("%1$s of %2$s known"), some, all);
}

char *
tenure_overview_dup_months (double months)
{
  g_autofree char *label = g_strdup_printf ("%.1f", months);
  double rounded = g_strtod (label, NULL);

  return rounded == (int) rounded ? g_strdup_printf (ngettext ("%.0f month", "%.0f months", (gulong) rounded), rounded)
                                  : g_strdup_printf (_ ("%.1f months"), months);
}

static char *
dup_short (TenureSum sum, TenureCurrency currency)
{
  return sum.overflows ? g_strdup (_ ("cannot tell")) : tenure_money_dup_short ((TenureMoney){ sum.minor, currency });
}

/* Running agreements, and such as may be, of which nobody has said whether the provider is of the sector. */
static guint
count_beside (const TenureAnalysis *analysis)
{
  return analysis->beside->n_running + analysis->beside->n_maybe_running;
}

/* Where nothing runs there is no figure; where something may, it is not known. */
static char *
dup_no_value (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  gboolean nothing = portfolio->n_running == 0 && portfolio->n_maybe_running == 0 && count_beside (analysis) == 0;

  return g_strdup (nothing ? _ ("none") : _ ("not known"));
}

/* As people write it on a tile: "69 %", "12 months", "17.4 months". */
static char *
dup_value (const TenureAnalysis *analysis, const TenureFigure *figure)
{
  if (figure->kind == TENURE_FIGURE_CANNOT_TELL)
    return dup_no_value (analysis);
  if (figure->unit == TENURE_FIGURE_UNIT_RATIO && figure->number > 0 && figure->number < 0.01)
    return g_strdup (_ ("under 1 %"));
  if (figure->unit == TENURE_FIGURE_UNIT_RATIO)
    return g_strdup_printf (_ ("%.0f %%"), figure->number * 100);
  return tenure_overview_dup_months (figure->number);
}

/* What may be running: "86 agreements may be running; no end date recorded". NULL where nothing may. */
static char *
dup_maybe_running (const TenurePortfolio *portfolio)
{
  guint n = portfolio->n_maybe_running, n_without_end = 0;
  g_autofree char *count = tenure_count_dup_label (n);

  if (n == 0)
    return NULL;
  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &portfolio->terms->agreements[portfolio->agreements[i]];

      n_without_end += figures->running == TENURE_FACT_UNKNOWN && !tenure_day_is_known (figures->committed_end);
    }
  if (n_without_end == n)
    return g_strdup_printf (ngettext ("%s agreement may be running; no end date recorded",
                                      "%s agreements may be running; no end date recorded", n),
                            count);
  return g_strdup_printf (ngettext ("%s agreement may be running; its dates are not recorded",
                                    "%s agreements may be running; their dates are not recorded", n),
                          count);
}

/* Said where nothing is known to run. */
static char *
dup_nothing_runs (const TenureAnalysis *analysis)
{
  char *maybe = dup_maybe_running (analysis->portfolio);
  guint n = count_beside (analysis);
  g_autofree char *count = tenure_count_dup_label (n);

  if (maybe != NULL)
    return maybe;
  if (n == 0)
    return g_strdup (_ ("no agreement is running"));
  return g_strdup_printf (ngettext ("%s agreement runs or may run; not recorded whether its provider is of the {sector}",
                                    "%s agreements run or may run; not recorded whether their providers are of the {sector}",
                                    n),
                          count);
}

/* A sum of few of them is the least that it can be: "at least £95.8m". */
static char *
dup_least (char *sum, guint known, guint of)
{
  g_autofree char *least = sum;

  if (known == 0 || tenure_chart_is_mostly_known (known, of))
    return g_steal_pointer (&least);
  /* Translators: an amount of money. */
  return g_strdup_printf (_ ("at least %s"), least);
}

/* "£12.3m", with other currencies beside it because they cannot be added: "£12.3m + €1.2m". */
static char *
dup_annual (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  GString *text;

  if (portfolio->annual->len == 0)
    return dup_no_value (analysis);
  text = g_string_new (NULL);

  for (guint i = 0; i < portfolio->annual->len; i++)
    {
      const TenureCurrencySum *sum = &g_array_index (portfolio->annual, TenureCurrencySum, i);
      g_autofree char *label = dup_short (sum->sum, sum->currency);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", label);
    }
  return g_string_free (text, FALSE);
}

const char *
tenure_overview_figure_title (TenureOverviewFigureId id)
{
  switch (id)
    {
    case TENURE_OVERVIEW_FUNDING:
      return _ ("Funding a year");
    case TENURE_OVERVIEW_CLIFF:
      return _ ("Ends within 12 months");
    case TENURE_OVERVIEW_TERM:
      return _ ("Typical term");
    case TENURE_OVERVIEW_DECISIONS:
      return _ ("Decisions due");
    default:
      return _ ("Boards without a voice");
    }
}

static char *
dup_running (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  g_autofree char *count = tenure_count_dup_label (portfolio->n_running);
  g_autofree char *maybe = tenure_count_dup_label (portfolio->n_maybe_running);
  g_autofree char *running = NULL;

  if (portfolio->n_running == 0)
    return dup_nothing_runs (analysis);
  running = g_strdup_printf (ngettext ("%s agreement running", "%s agreements running", portfolio->n_running), count);
  if (portfolio->n_maybe_running == 0)
    return g_steal_pointer (&running);
  /* Translators: "12 agreements running", then how many more may be, because their dates do not say. */
  return g_strdup_printf (_ ("%1$s, %2$s more may be"), running, maybe);
}

/* "180 agreements running, 3 counted in their lead". */
static char *
dup_funding_note (const TenureAnalysis *analysis)
{
  g_autofree char *running = dup_running (analysis);
  guint passed_on = (guint) tenure_portfolio_passed_on (analysis->portfolio).integer;
  g_autofree char *count = tenure_count_dup_label (passed_on);

  if (passed_on == 0)
    return g_steal_pointer (&running);
  /* Translators: "12 agreements running", then how many of them have their money from another of them. */
  return g_strdup_printf (ngettext ("%1$s, %2$s counted in its lead", "%1$s, %2$s counted in their lead", passed_on),
                          running, count);
}

static TenureOverviewFigure
funding_figure (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  guint known = 0;
  TenureOverviewFigure figure = { .title = g_strdup (tenure_overview_figure_title (TENURE_OVERVIEW_FUNDING)) };

  for (guint i = 0; i < portfolio->annual->len; i++)
    known += g_array_index (portfolio->annual, TenureCurrencySum, i).known;
  figure.value = dup_least (dup_annual (analysis), known, portfolio->n_running);
  figure.note = dup_funding_note (analysis);
  figure.coverage = dup_known (known, portfolio->n_running);
  return figure;
}

/* Those of the cliff that neither its share nor its money is about. */
static guint
count_cliff_in_other_currencies (const TenurePortfolio *portfolio)
{
  guint n = 0;

  for (guint i = 0; i < portfolio->n_agreements; i++)
    n += tenure_terms_is_on_cliff (portfolio->terms, portfolio->agreements[i])
         && tenure_portfolio_in_other_currency (portfolio, portfolio->agreements[i]);
  return n;
}

/* What ends and is not renewed: "£8.9m a year, 49 agreements, not renewed". */
static char *
dup_cliff_of (const TenurePortfolio *portfolio, guint n)
{
  g_autofree char *count = tenure_count_dup_label (n);
  g_autofree char *money = dup_short (portfolio->cliff, portfolio->currency);

  if (portfolio->cliff_share.known == 0)
    return g_strdup_printf (ngettext ("%s agreement, not renewed; its value is not recorded",
                                      "%s agreements, not renewed; their values are not recorded", n),
                            count);
  /* Translators: an amount of money a year, and a number of agreements. */
  return g_strdup_printf (
      ngettext ("%1$s a year, %2$s agreement, not renewed", "%1$s a year, %2$s agreements, not renewed", n), money, count);
}

static char *
dup_cliff_by_currency (const TenurePortfolio *portfolio)
{
  guint n_other = count_cliff_in_other_currencies (portfolio);
  g_autofree char *cliff = dup_cliff_of (portfolio, portfolio->cliff_count - n_other);
  g_autofree char *other = tenure_count_dup_label (n_other);

  if (n_other == 0)
    return g_steal_pointer (&cliff);
  /* Translators: "£8.9m a year, 49 agreements, not renewed", and how many more in a currency that is not added to it. */
  return g_strdup_printf (_ ("%1$s; %2$s more in another currency"), cliff, other);
}

/* What it is known of is said of more than are known to run: of those, too, that may. */
static char *
dup_cliff (const TenurePortfolio *portfolio)
{
  guint n = portfolio->n_maybe_running;
  g_autofree char *cliff = dup_cliff_by_currency (portfolio);
  g_autofree char *maybe = tenure_count_dup_label (n);

  if (n == 0)
    return g_steal_pointer (&cliff);
  /* Translators: "£8.9m a year, 49 agreements, not renewed", and how many more may run, of which nothing is known. */
  return g_strdup_printf (ngettext ("%1$s; not known of %2$s that may run", "%1$s; not known of %2$s that may run", n),
                          cliff, maybe);
}

/* A share is one of all where most of all is known, as in headlines (chart/notes.h); of few it says of how many first. */
static TenureOverviewFigure
cliff_figure (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  guint known = portfolio->cliff_share.known, of = portfolio->cliff_share.of + portfolio->n_maybe_running;
  TenureOverviewFigure figure = { .title = g_strdup (tenure_overview_figure_title (TENURE_OVERVIEW_CLIFF)),
                                  .value = dup_value (analysis, &portfolio->cliff_share),
                                  .coverage = dup_known (known, portfolio->n_running > 0 ? of : 0) };
  g_autofree char *cliff = dup_cliff (portfolio);

  if (portfolio->n_running == 0)
    figure.note = dup_nothing_runs (analysis);
  else if (known == 0 || tenure_chart_is_mostly_known (known, of))
    figure.note = g_steal_pointer (&cliff);
  else
    {
      g_autofree char *share = g_steal_pointer (&figure.value);

      /* Translators: a share, "68 %", of the few of which it is known; then what that is in money. */
      figure.note = g_strdup_printf (_ ("%1$s of what is known: %2$s"), share, cliff);
      figure.value = g_steal_pointer (&figure.coverage);
      figure.coverage = g_strdup ("");
    }
  return figure;
}

/* Running agreements without an end on purpose: they have no term, and it is not one that nobody recorded. */
static guint
count_open_ended (const TenurePortfolio *portfolio)
{
  guint n = 0;

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &portfolio->terms->agreements[portfolio->agreements[i]];

      n += figures->running == TENURE_FACT_YES && figures->open_ended;
    }
  return n;
}

/* "weighted by value: 38.7 months; 3 open-ended apart". Takes @mean. */
static char *
dup_with_open_ended (char *mean, guint n)
{
  g_autofree char *words = mean;
  g_autofree char *count = tenure_count_dup_label (n);

  if (n == 0)
    return g_steal_pointer (&words);
  /* Translators: what is said of a mean, and how many agreements have no end and so no term. */
  return g_strdup_printf (ngettext ("%1$s; %2$s open-ended apart", "%1$s; %2$s open-ended apart", n), words, count);
}

static TenureOverviewFigure
term_figure (const TenureAnalysis *analysis)
{
  const TenurePortfolio *portfolio = analysis->portfolio;
  guint n_open_ended = count_open_ended (portfolio);
  TenureOverviewFigure figure = { .title = g_strdup (tenure_overview_figure_title (TENURE_OVERVIEW_TERM)),
                                  .value = dup_value (analysis, &portfolio->median_term),
                                  .coverage = dup_known (portfolio->median_term.known, portfolio->median_term.of) };
  g_autofree char *mean = NULL, *valued = NULL;

  if (portfolio->n_running == 0)
    {
      figure.note = dup_nothing_runs (analysis);
      return figure;
    }
  mean = dup_value (analysis, &portfolio->mean_term);
  valued = tenure_count_dup_label (portfolio->mean_term.known);
  if (portfolio->mean_term.known == 0 || tenure_chart_is_mostly_known (portfolio->mean_term.known, portfolio->n_running))
    figure.note = dup_with_open_ended (g_strdup_printf (_ ("weighted by value: %s"), mean), n_open_ended);
  else
    /* Translators: how many agreements have a known value, and their mean term. */
    figure.note = dup_with_open_ended (
        g_strdup_printf (_ ("of the %1$s of known value, weighted by it: %2$s"), valued, mean), n_open_ended);
  return figure;
}

/* "26 overdue, 1 this month; 24 by an assumed notice or lead time". */
static char *
dup_decisions_note (const TenureAttentions *attentions)
{
  g_autofree char *decisions = tenure_attentions_dup_decisions (attentions);
  g_autofree char *assumed = tenure_count_dup_label (attentions->n_assumed);

  if (attentions->n_assumed == 0)
    return g_steal_pointer (&decisions);
  /* Translators: "26 overdue, 1 this month", then of how many of them the day rests on usual terms. */
  return g_strdup_printf (ngettext ("%1$s; %2$s by an assumed notice or lead time",
                                    "%1$s; %2$s by an assumed notice or lead time", attentions->n_assumed),
                          decisions, assumed);
}

/* What is due by the end of the month: ended undecided, overdue and this month together, and apart in the note. Nothing to
 * decide is one thing, not knowing by when another. */
static TenureOverviewFigure
decisions_figure (const TenureAttentions *attentions)
{
  TenureOverviewFigure figure = { .title = g_strdup (tenure_overview_figure_title (TENURE_OVERVIEW_DECISIONS)),
                                  .coverage = dup_known (attentions->n_waiting_known, attentions->n_waiting) };

  if (attentions->n_waiting > 0 && attentions->n_waiting_known == 0)
    {
      figure.value = g_strdup (_ ("cannot tell"));
      figure.note = g_strdup (_ ("no notice or lead time recorded"));
      return figure;
    }
  figure.value = tenure_count_dup_label (attentions->n_ended + attentions->n_overdue + attentions->n_this_month);
  figure.note = dup_decisions_note (attentions);
  return figure;
}

/* "it has 18 of 144 seats", or how many it may have and why that is not known. */
static char *
dup_boards_seats (const TenureBoardPart *seats)
{
  g_autofree char *range = tenure_board_part_dup_range (seats);
  g_autofree char *whole = tenure_count_dup_label ((guint64) seats->whole);
  gulong unknown = (gulong) (seats->most - seats->least);
  g_autofree char *unknown_count = tenure_count_dup_label (unknown);

  if (unknown == 0)
    /* Translators: a number of a number of seats. */
    return g_strdup_printf (_ ("it has %1$s of %2$s seats"), range, whole);
  /* Translators: "18 or 19", or "18 to 25", of a number of seats; of how many the bloc is not recorded. */
  return g_strdup_printf (ngettext ("it has %1$s of %2$s seats; the bloc of %3$s is not recorded",
                                    "it has %1$s of %2$s seats; the blocs of %3$s are not recorded", unknown),
                          range, whole, unknown_count);
}

static char *
dup_boards_note (const TenureVoiceCount *count)
{
  g_autofree char *exempted = tenure_count_dup_label (count->exempted);
  g_autofree char *seats = NULL;

  if (count->n == 0 && count->exempted == 0)
    return g_strdup (_ ("no boards recorded"));
  seats = dup_boards_seats (&count->seats);
  if (!count->expected)
    return g_steal_pointer (&seats);
  if (count->exempted == 0)
    /* Translators: "it has 18 of 144 seats", said of the sector. */
    return g_strdup_printf (_ ("where expected; %s"), seats);
  return g_strdup_printf (
      ngettext ("where expected, %1$s exempted; %2$s", "where expected, %1$s exempted; %2$s", count->exempted), exempted,
      seats);
}

static TenureOverviewFigure
boards_figure (const TenureFlags *flags)
{
  TenureVoiceCount count = tenure_board_voice_count (flags);
  TenureOverviewFigure figure = {
    .title = g_strdup (_ ("Boards without the {sector}")),
    .note = dup_boards_note (&count),
    .coverage = dup_known (count.known, count.n),
  };

  g_autofree char *missing = tenure_count_dup_label (count.missing);
  g_autofree char *known = tenure_count_dup_label (count.known);

  if (count.known > 0)
    figure.value = g_strdup_printf (_ ("%1$s of %2$s"), missing, known);
  else
    figure.value = g_strdup (count.n == 0 && count.exempted == 0 ? _ ("not known") : _ ("cannot tell"));
  return figure;
}

TenureOverviewFigure
tenure_overview_figure (const TenureOverviewInput *input, TenureOverviewFigureId id)
{
  switch (id)
    {
    case TENURE_OVERVIEW_FUNDING:
      return funding_figure (input->analysis);
    case TENURE_OVERVIEW_CLIFF:
      return cliff_figure (input->analysis);
    case TENURE_OVERVIEW_TERM:
      return term_figure (input->analysis);
    case TENURE_OVERVIEW_DECISIONS:
      return decisions_figure (input->attentions);
    default:
      return boards_figure (input->analysis->flags);
    }
}

char *
tenure_overview_dup_scope (const TenureAnalysis *analysis)
{
  guint n = analysis->flags->n_scope_unknown;
  g_autofree char *count = tenure_count_dup_label (n);

  if (n == 0)
    return g_strdup (_ ("Agreements with {sector} organisations."));
  return g_strdup_printf (
      ngettext (
          "Agreements with {sector} organisations. %s more that is planned or running is of unknown sector and in none of "
          "these figures.",
          "Agreements with {sector} organisations. %s more that are planned or running are of unknown sector and in none "
          "of these figures.",
          n),
      count);
}

void
tenure_overview_figure_clear (TenureOverviewFigure *figure)
{
  g_clear_pointer (&figure->title, g_free);
  g_clear_pointer (&figure->value, g_free);
  g_clear_pointer (&figure->note, g_free);
  g_clear_pointer (&figure->coverage, g_free);
}
