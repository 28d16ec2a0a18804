/* Why the figures of the overview are what they are: the formula, what entered, and what did not. */

#include "config.h"
#include "app/overview/overview-figures.h"

#include "analysis/board-voice.h"
#include "analysis/portfolio-explain.h"

#include "base/i18n.h"

/* An agreement that entered a figure. */
typedef struct
{
  guint32 index;
  gint64 weight;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static gboolean
enters (const TenureAnalysis *analysis, guint32 index, TenureOverviewFigureId id)
{
  const TenureAgreementFigures *figures = &analysis->terms->agreements[index];

  if (figures->scope != TENURE_SCOPE_VCS || figures->running != TENURE_FACT_YES)
    return FALSE;
  if (id != TENURE_OVERVIEW_TERM && tenure_portfolio_counted_in (analysis->portfolio, index) >= 0)
    return FALSE;
  /* A share is of one currency; sums stand side by side. */
  if (id == TENURE_OVERVIEW_CLIFF)
    return tenure_terms_is_on_cliff (analysis->terms, index)
           && !tenure_portfolio_in_other_currency (analysis->portfolio, index);
  return id != TENURE_OVERVIEW_TERM || figures->term_known;
}

/* The most money first; of terms the shortest, so that the middle is where it belongs. */
static gint64
weigh (const TenureAgreementFigures *figures, TenureOverviewFigureId id)
{
  if (id == TENURE_OVERVIEW_TERM)
    return -(gint64) (1e6 * tenure_months_to_double (figures->term));
  return figures->annual_known ? figures->annual_minor : -1;
}

static GArray *
collect (const TenureOverviewInput *input, TenureOverviewFigureId id)
{
  const TenureAnalysis *analysis = input->analysis;
  guint n = input->selection != NULL ? input->selection->n_agreements : analysis->facts->n_agreements;
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < n; i++)
    {
      guint32 index = input->selection != NULL ? input->selection->agreements[i] : i;
      const TenureAgreementFigures *figures = &analysis->terms->agreements[index];
      Entry entry = { .index = index };

      if (!enters (analysis, index, id))
        continue;
      entry.weight = weigh (figures, id);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

/* "36 months, £12,000 a year": the middle one is the typical term, the values are what the mean is weighted by. */
static char *
dup_term (const TenureAnalysis *analysis, guint32 index, gboolean middle)
{
  g_autofree char *term = tenure_overview_dup_months (tenure_months_to_double (analysis->terms->agreements[index].term));
  g_autofree char *annual = tenure_portfolio_dup_annual (analysis->portfolio, index);

  if (middle)
    /* Translators: a length of time: it is the one in the middle of all that are listed by length. */
    return g_strdup_printf (_ ("%1$s, in the middle\n%2$s"), term, annual);
  return g_strdup_printf ("%s\n%s", term, annual);
}

/* What the figure takes from the agreement. */
static char *
dup_share_of (const TenureAnalysis *analysis, guint32 index, TenureOverviewFigureId id)
{
  g_autofree char *annual = tenure_portfolio_dup_annual (analysis->portfolio, index);
  g_autofree char *end = NULL;

  if (id != TENURE_OVERVIEW_CLIFF)
    return g_steal_pointer (&annual);
  end = tenure_day_dup_label (analysis->terms->agreements[index].committed_end);
  return g_strdup_printf ("%s\n%s", annual, end);
}

static void
explain_agreements (TenureExplanation *explanation, const TenureOverviewInput *input, TenureOverviewFigureId id)
{
  g_autoptr (GArray) entries = collect (input, id);

  for (guint i = 0; i < entries->len; i++)
    {
      guint32 index = g_array_index (entries, Entry, i).index;
      g_autofree char *share = dup_share_of (input->analysis, index, id);

      tenure_explanation_add_agreement (explanation, input->analysis->facts, index, share);
    }
}

/* By length. Of more than are listed those around the middle, which is what it is about; the others are counted. */
static void
explain_terms (TenureExplanation *explanation, const TenureOverviewInput *input)
{
  g_autoptr (GArray) entries = collect (input, TENURE_OVERVIEW_TERM);
  guint n = entries->len, half = TENURE_EXPLANATION_MAX_LINES / 2;
  guint first = n > 2 * half ? (n - 2 * half) / 2 : 0;

  for (guint i = 0; i < n; i++)
    {
      guint place = (first + i) % n;
      guint32 index = g_array_index (entries, Entry, place).index;
      g_autofree char *term = dup_term (input->analysis, index, place == n / 2 || place == (n - 1) / 2);

      tenure_explanation_add_agreement (explanation, input->analysis->facts, index, term);
    }
}

/* Of an agreement that may be running. */
static const char *
find_reason_unsure (const TenurePortfolio *portfolio, guint32 index)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];

  if (!tenure_day_is_known (figures->start) && !tenure_day_is_known (figures->committed_end))
    return _ ("may be running: its dates are not recorded");
  if (!tenure_day_is_known (figures->start))
    return _ ("may be running: its start is not recorded");
  return _ ("may be running: its end is not recorded");
}

/* Why an agreement that may belong to the figure adds nothing to it: a translated text, or NULL. Of those that run, funding
 * lists the ones without a value among its lines, and the share those that are on the cliff. */
static const char *
find_reason_apart (const TenurePortfolio *portfolio, guint32 index, TenureOverviewFigureId id)
{
  const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];

  if (figures->running == TENURE_FACT_UNKNOWN)
    return find_reason_unsure (portfolio, index);
  if (figures->running != TENURE_FACT_YES)
    return NULL;
  if (id == TENURE_OVERVIEW_TERM)
    return figures->open_ended ? _ ("open-ended") : figures->term_known ? NULL : _ ("how long it runs is not known");
  if (id != TENURE_OVERVIEW_CLIFF)
    return NULL;
  if (tenure_portfolio_in_other_currency (portfolio, index))
    return _ ("in another currency");
  return figures->annual_known || tenure_terms_is_on_cliff (portfolio->terms, index) ? NULL
                                                                                     : _ ("yearly value not recorded");
}

/* Of each agreement, whether its money is counted in a lead, or why it adds nothing; and what goes to individuals. */
static void
explain_apart (TenureExplanation *explanation, const TenurePortfolio *portfolio, TenureOverviewFigureId id)
{
  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      guint32 index = portfolio->agreements[i];
      const char *reason = find_reason_apart (portfolio, index, id);
      gint32 lead = id != TENURE_OVERVIEW_TERM ? tenure_portfolio_counted_in (portfolio, index) : -1;

      if (reason != NULL)
        tenure_explanation_add_agreement_apart (explanation, portfolio->terms->facts, index, reason);
      else if (lead >= 0 && portfolio->terms->agreements[index].running == TENURE_FACT_YES
               && (id == TENURE_OVERVIEW_FUNDING || tenure_terms_is_on_cliff (portfolio->terms, index)))
        tenure_portfolio_explain_lead (portfolio, index, lead, explanation);
    }
  if (id == TENURE_OVERVIEW_FUNDING)
    tenure_portfolio_explain_individuals (portfolio, explanation);
}

static void
explain_decisions (TenureExplanation *explanation, const TenureOverviewInput *input)
{
  const GArray *rows = input->attentions->lists[TENURE_ATTENTION_DECISIONS];

  for (guint i = 0; i < rows->len; i++)
    {
      const TenureAttention *row = &g_array_index (rows, TenureAttention, i);
      g_autofree char *name = tenure_attention_dup_full_name (row, input->analysis);
      g_autofree char *day = tenure_day_dup_label (row->decision);
      const TenureAgreementFigures *figures = &input->analysis->terms->agreements[row->index];

      /* Translators: a day that rests on a usual notice or lead time: "1 Dec 2026 (assumed)". */
      tenure_explanation_add (explanation, row->type, row->id, name,
                              figures->notice_assumed || figures->lead_assumed ? _ ("%s (assumed)") : "%s", day);
    }
}

static char *
dup_presence (const TenureBoardFigures *figures, TenureVoicePresence presence)
{
  TenureBoardPart part;

  if (!tenure_board_seat_part (figures, &part))
    return g_strdup (_ ("cannot tell: no seats recorded"));
  if (presence == TENURE_PRESENCE_MISSING)
    return g_strdup_printf (_ ("no seat of %u"), figures->seats);
  if (presence == TENURE_PRESENCE_EXEMPTED)
    return g_strdup_printf (_ ("exempted; no seat of %u"), figures->seats);
  return tenure_board_part_dup_label (&part);
}

/* Boards without a seat first, those with one last: so much of what the sector has is on each. */
static void
explain_boards (TenureExplanation *explanation, const TenureOverviewInput *input)
{
  static const TenureVoicePresence order[] = { TENURE_PRESENCE_MISSING, TENURE_PRESENCE_CANNOT_TELL,
                                               TENURE_PRESENCE_EXEMPTED, TENURE_PRESENCE_PRESENT };
  const TenureFlags *flags = input->analysis->flags;
  TenureVoiceCount count = tenure_board_voice_count (flags);

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < flags->boards->n_boards; i++)
      if (tenure_board_voice_presence (flags, &count, i) == order[k])
        {
          const TenureFactBoard *fact = &flags->boards->facts->boards[i];
          g_autofree char *value = dup_presence (&flags->boards->boards[i], order[k]);

          tenure_explanation_add (explanation, TENURE_RECORD_BOARD, fact->id, fact->name, "%s", value);
        }
}

static const char *
formula_of (TenureOverviewFigureId id)
{
  switch (id)
    {
    case TENURE_OVERVIEW_FUNDING:
      return _ (
          "The sum of the yearly values of the agreements in scope, which are those with organisations of the "
          "sector, that run on the day. Where only a total is recorded: total × 12 ÷ months of term, or the total for terms of a year or less. Money that "
          "passes through the agreement of a lead is counted there alone. Currencies are never added together.");
    case TENURE_OVERVIEW_CLIFF:
      return _ ("Yearly value of running agreements whose committed end falls within 12 months and that no signed "
                "agreement follows, divided by the yearly value of all that run. Options that nobody has exercised "
                "do not count. Money that passes through the agreement of a lead is counted there alone, and ends with it. "
                "What is planned is not in it: the charts draw it from its start on. There a step of the funding ahead "
                "is what ends in a month less what begins in it, and a bar of what ends is not lowered by what begins.");
    case TENURE_OVERVIEW_TERM:
      return _ ("The middle one of the committed terms of running agreements, each counted once, in months "
                "from the first day to the last. The mean beside it weighs each term by its yearly value.");
    case TENURE_OVERVIEW_DECISIONS:
      return _ (
          "Agreements in scope (those with organisations of the sector) with an end, without a signed successor and "
          "without a recorded decision, that are to be decided by the end of this month, or were and are overdue. Day "
          "of decision: committed end − renewal notice − lead time. Those that ended undecided are counted where their "
          "renewal status is recorded. Those of next month are listed and not counted. Where an agreement records no notice "
          "or lead time, the usual one is assumed, and the day marked so.");
    default:
      return _ ("Boards without a seat of the sector, filled or vacant, divided by the boards where its voice is expected "
                "on the day; by all boards where none is marked so. Not counted are boards that are exempted, and boards "
                "that may or may not have such a seat because it is not recorded whose each seat is. It is not "
                "recorded of a board whether it is the sector’s own, so that the seats counted include such boards’.");
    }
}

TenureExplanation *
tenure_overview_explain (const TenureOverviewInput *input, TenureOverviewFigureId id)
{
  TenureOverviewFigure figure = tenure_overview_figure (input, id);
  TenureExplanation *explanation = tenure_explanation_new (figure.title, formula_of (id));

  g_free (explanation->summary);
  /* Translators: a figure, what it says, and how much of it is known. */
  explanation->summary = figure.coverage[0] != '\0'
                             ? g_strdup_printf (_ ("%s – %s (%s)."), figure.value, figure.note, figure.coverage)
                             : g_strdup_printf (_ ("%s – %s."), figure.value, figure.note);
  tenure_explanation_limit (explanation, TENURE_EXPLANATION_MAX_LINES);
  if (id == TENURE_OVERVIEW_DECISIONS)
    explain_decisions (explanation, input);
  else if (id == TENURE_OVERVIEW_BOARDS)
    explain_boards (explanation, input);
  else if (id == TENURE_OVERVIEW_TERM)
    explain_terms (explanation, input);
  else
    explain_agreements (explanation, input, id);
  if (id == TENURE_OVERVIEW_FUNDING || id == TENURE_OVERVIEW_CLIFF || id == TENURE_OVERVIEW_TERM)
    explain_apart (explanation, input->analysis->portfolio, id);
  tenure_overview_figure_clear (&figure);
  return explanation;
}
