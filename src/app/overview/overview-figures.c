#include "config.h"
#include "app/overview/overview-figures.h"

#include <glib/gi18n.h>

/* --- Boards --------------------------------------------------------------------------------------------------- */

/* Like the chart of boards: where the bloc of some seats is not recorded, the board's share cannot be told. */
typedef enum
{
  BOARD_GONE,
  BOARD_PRESENT,
  BOARD_CANNOT_TELL,
  BOARD_MISSING,
} BoardPresence;

static BoardPresence
board_presence (const TenureBoardFigures *board)
{
  if (!board->exists)
    return BOARD_GONE;
  if (board->seats == 0 || board->bloc_unknown > 0)
    return BOARD_CANNOT_TELL;
  return board->vcs_seats > 0 ? BOARD_PRESENT : BOARD_MISSING;
}

typedef struct
{
  gboolean expected; /* only boards marked "voice expected" are counted: there are some */
  guint n, known, missing, seats, vcs_seats;
} BoardCount;

static gboolean
is_counted (const TenureBoards *boards, guint board, gboolean expected)
{
  return board_presence (&boards->boards[board]) != BOARD_GONE &&
         (!expected || boards->facts->boards[board].voice_expected == TENURE_FACT_YES);
}

static BoardCount
count_marked_boards (const TenureBoards *boards, gboolean expected)
{
  BoardCount count = { .expected = expected };

  for (guint i = 0; i < boards->n_boards; i++)
    if (is_counted (boards, i, expected))
      {
        BoardPresence presence = board_presence (&boards->boards[i]);

        count.n++;
        count.known += presence != BOARD_CANNOT_TELL;
        count.missing += presence == BOARD_MISSING;
        count.seats += boards->boards[i].seats;
        count.vcs_seats += boards->boards[i].vcs_seats;
      }
  return count;
}

/* The boards where the sector's voice is expected, as rule G1 judges these alone; all of them where no board says so. */
static BoardCount
count_boards (const TenureBoards *boards)
{
  BoardCount count = count_marked_boards (boards, TRUE);

  return count.known > 0 ? count : count_marked_boards (boards, FALSE);
}

/* --- Texts ---------------------------------------------------------------------------------------------------- */

static char *
dup_known (guint known, guint of)
{
  /* Translators: how much of a figure is known: "180 of 214 known". */
  return g_strdup_printf (_("%u of %u known"), known, of);
}

static char *
dup_short (TenureSum sum, TenureCurrency currency)
{
  return sum.overflows ? g_strdup (_("cannot tell")) : tenure_money_dup_short ((TenureMoney){ sum.minor, currency });
}

/* "£12.3m", with other currencies beside it because they cannot be added: "£12.3m + €1.2m". */
static char *
dup_annual (const TenurePortfolio *portfolio)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < portfolio->annual->len; i++)
    {
      const TenureCurrencySum *sum = &g_array_index (portfolio->annual, TenureCurrencySum, i);
      g_autofree char *label = dup_short (sum->sum, sum->currency);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", label);
    }
  if (text->len == 0)
    g_string_append (text, _("cannot tell"));
  return g_string_free (text, FALSE);
}

const char *
tenure_overview_figure_title (TenureOverviewFigureId id)
{
  switch (id)
    {
    case TENURE_OVERVIEW_FUNDING:
      return _("Funding a year");
    case TENURE_OVERVIEW_CLIFF:
      return _("Ends within 12 months");
    case TENURE_OVERVIEW_TERM:
      return _("Typical term");
    case TENURE_OVERVIEW_DECISIONS:
      return _("To decide this month");
    default:
      return _("Boards without a voice");
    }
}

static TenureOverviewFigure
funding_figure (const TenurePortfolio *portfolio)
{
  guint known = 0;
  TenureOverviewFigure figure = { .title = g_strdup (tenure_overview_figure_title (TENURE_OVERVIEW_FUNDING)),
                                  .value = dup_annual (portfolio) };

  for (guint i = 0; i < portfolio->annual->len; i++)
    known += g_array_index (portfolio->annual, TenureCurrencySum, i).known;
  figure.note = g_strdup_printf (
      g_dngettext (NULL, "%u agreement running", "%u agreements running", portfolio->n_running),
      portfolio->n_running);
  figure.coverage = dup_known (known, portfolio->n_running);
  return figure;
}

static TenureOverviewFigure
cliff_figure (const TenurePortfolio *portfolio)
{
  TenureOverviewFigure figure = { .title = g_strdup (tenure_overview_figure_title (TENURE_OVERVIEW_CLIFF)),
                                  .value = tenure_figure_dup_label (&portfolio->cliff_share),
                                  .coverage = tenure_figure_dup_coverage (&portfolio->cliff_share) };
  g_autofree char *money = dup_short (portfolio->cliff, portfolio->currency);

  /* Translators: an amount of money a year, and a number of agreements. */
  figure.note =
      g_strdup_printf (g_dngettext (NULL, "%s a year, %u agreement, not renewed",
                                    "%s a year, %u agreements, not renewed", portfolio->cliff_count),
                       money, portfolio->cliff_count);
  return figure;
}

static TenureOverviewFigure
term_figure (const TenurePortfolio *portfolio)
{
  TenureOverviewFigure figure = { .title = g_strdup (tenure_overview_figure_title (TENURE_OVERVIEW_TERM)),
                                  .value = tenure_figure_dup_label (&portfolio->median_term),
                                  .coverage = tenure_figure_dup_coverage (&portfolio->median_term) };
  g_autofree char *mean = tenure_figure_dup_label (&portfolio->mean_term);

  figure.note = g_strdup_printf (_("weighted by value: %s"), mean);
  return figure;
}

/* Nothing to decide is one thing, not knowing by when another. */
static TenureOverviewFigure
decisions_figure (const TenureAttentions *attentions)
{
  TenureOverviewFigure figure = { .title =
                                      g_strdup (tenure_overview_figure_title (TENURE_OVERVIEW_DECISIONS)),
                                  .coverage =
                                      dup_known (attentions->n_waiting_known, attentions->n_waiting) };

  if (attentions->n_waiting > 0 && attentions->n_waiting_known == 0)
    {
      figure.value = g_strdup (_("cannot tell"));
      figure.note = g_strdup (_("no notice or lead time recorded"));
      return figure;
    }
  figure.value = g_strdup_printf ("%u", attentions->counts[TENURE_ATTENTION_DECISIONS]);
  figure.note =
      g_strdup_printf (g_dngettext (NULL, "%u of them overdue", "%u of them overdue", attentions->n_overdue),
                       attentions->n_overdue);
  return figure;
}

static TenureOverviewFigure
boards_figure (const TenureBoards *boards, const char *sector)
{
  BoardCount count = count_boards (boards);
  TenureOverviewFigure figure = {
    /* Translators: %s is the word for the sector, "VCS". */
    .title = g_strdup_printf (_("Boards without the %s"), sector),
    .coverage = dup_known (count.known, count.n),
  };

  if (count.known > 0)
    figure.value = g_strdup_printf (_("%u of %u"), count.missing, count.known);
  else
    figure.value = g_strdup (_("cannot tell"));
  if (count.n == 0)
    figure.note = g_strdup (_("no boards recorded"));
  else if (count.expected)
    figure.note =
        g_strdup_printf (_("where it is expected; it has %u of %u seats"), count.vcs_seats, count.seats);
  else
    figure.note = g_strdup_printf (_("it has %u of %u seats"), count.vcs_seats, count.seats);
  return figure;
}

TenureOverviewFigure
tenure_overview_figure (const TenureOverviewInput *input, TenureOverviewFigureId id)
{
  const TenurePortfolio *portfolio = input->analysis->portfolio;

  switch (id)
    {
    case TENURE_OVERVIEW_FUNDING:
      return funding_figure (portfolio);
    case TENURE_OVERVIEW_CLIFF:
      return cliff_figure (portfolio);
    case TENURE_OVERVIEW_TERM:
      return term_figure (portfolio);
    case TENURE_OVERVIEW_DECISIONS:
      return decisions_figure (input->attentions);
    default:
      return boards_figure (input->analysis->boards, input->sector);
    }
}

void
tenure_overview_figure_clear (TenureOverviewFigure *figure)
{
  g_clear_pointer (&figure->title, g_free);
  g_clear_pointer (&figure->value, g_free);
  g_clear_pointer (&figure->note, g_free);
  g_clear_pointer (&figure->coverage, g_free);
}

/* --- Why ------------------------------------------------------------------------------------------------------ */

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
  if (id == TENURE_OVERVIEW_CLIFF)
    return tenure_terms_is_on_cliff (analysis->terms, index);
  return id != TENURE_OVERVIEW_TERM || figures->term_known;
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
      Entry entry = { index, figures->annual_known ? figures->annual_minor : -1 };

      if (enters (analysis, index, id))
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

static char *
dup_annual_of (const TenureAnalysis *analysis, guint32 index)
{
  const TenureAgreementFigures *figures = &analysis->terms->agreements[index];
  TenureMoney money = { figures->annual_minor, analysis->facts->agreements[index].currency };

  return figures->annual_known ? tenure_money_dup_label (money, FALSE) : g_strdup (_("not recorded"));
}

/* What the figure takes from the agreement. */
static char *
dup_share_of (const TenureAnalysis *analysis, guint32 index, TenureOverviewFigureId id)
{
  const TenureAgreementFigures *figures = &analysis->terms->agreements[index];
  g_autofree char *annual = dup_annual_of (analysis, index);
  g_autofree char *end = NULL;

  if (id == TENURE_OVERVIEW_TERM)
    return g_strdup_printf (_("%.1f months"), tenure_months_to_double (figures->term));
  if (id != TENURE_OVERVIEW_CLIFF)
    return g_steal_pointer (&annual);
  end = tenure_day_dup_label (figures->committed_end);
  return g_strdup_printf ("%s\n%s", annual, end);
}

/* Nobody reads more; the rest is said in one line. */
#define MAX_LINES 200

static void
explain_agreements (TenureExplanation *explanation,
                    const TenureOverviewInput *input,
                    TenureOverviewFigureId id)
{
  g_autoptr (GArray) entries = collect (input, id);

  for (guint i = 0; i < MIN (entries->len, MAX_LINES); i++)
    {
      guint32 index = g_array_index (entries, Entry, i).index;
      TenureId record = input->analysis->facts->agreements[index].id;
      TenureAttention row = { .type = TENURE_RECORD_AGREEMENT, .index = index, .id = record };
      g_autofree char *name = tenure_attention_dup_full_name (&row, input->analysis);
      g_autofree char *share = dup_share_of (input->analysis, index, id);

      tenure_explanation_add (explanation, TENURE_RECORD_AGREEMENT, record, name, "%s", share);
    }
  if (entries->len > MAX_LINES)
    tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _("Further agreements"), "%u",
                            entries->len - MAX_LINES);
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

      tenure_explanation_add (explanation, row->type, row->id, name, "%s", day);
    }
}

static void
explain_boards (TenureExplanation *explanation, const TenureOverviewInput *input)
{
  const TenureBoards *boards = input->analysis->boards;
  gboolean expected = count_boards (boards).expected;

  for (guint i = 0; i < boards->n_boards; i++)
    {
      const TenureBoardFigures *board = &boards->boards[i];
      const TenureFactBoard *fact = &boards->facts->boards[i];
      BoardPresence presence = board_presence (board);

      if (!is_counted (boards, i, expected))
        continue;
      if (presence == BOARD_MISSING || (presence == BOARD_CANNOT_TELL && board->vcs_seats == 0))
        tenure_explanation_add (explanation, TENURE_RECORD_BOARD, fact->id, fact->name,
                                presence == BOARD_MISSING ? _("no seat of %u") : _("cannot tell: %u seats"),
                                board->seats);
    }
}

static const char *
formula_of (TenureOverviewFigureId id)
{
  switch (id)
    {
    case TENURE_OVERVIEW_FUNDING:
      return _(
          "The sum of the yearly values of agreements in scope that run on the day. Where only a total is "
          "recorded: total × 12 ÷ months of term, or the total for terms of a year or less. Currencies are "
          "never added together.");
    case TENURE_OVERVIEW_CLIFF:
      return _(
          "Yearly value of running agreements whose committed end falls within 12 months and that no signed "
          "agreement follows, divided by the yearly value of all that run. Options that nobody has exercised "
          "do not count.");
    case TENURE_OVERVIEW_TERM:
      return _("The middle one of the committed terms of running agreements, each counted once, in months "
                "from the "
                "first day to the last. The mean beside it weighs each term by its yearly value.");
    case TENURE_OVERVIEW_DECISIONS:
      return _(
          "Planned and running agreements in scope with an end, without a signed successor and without a "
          "recorded decision, to be decided by the end of this month. Day of decision: committed end − "
          "renewal "
          "notice − lead time.");
    default:
      return _("Boards that exist on the day and have no seat of the sector, filled or vacant, of those "
                "that say for "
                "every seat whose it is.");
    }
}

TenureExplanation *
tenure_overview_explain (const TenureOverviewInput *input, TenureOverviewFigureId id)
{
  TenureOverviewFigure figure = tenure_overview_figure (input, id);
  TenureExplanation *explanation = tenure_explanation_new (figure.title, formula_of (id));

  g_free (explanation->summary);
  /* Translators: a figure, what it says, and how much of it is known. */
  explanation->summary = g_strdup_printf (_("%s – %s (%s)."), figure.value, figure.note, figure.coverage);
  if (id == TENURE_OVERVIEW_DECISIONS)
    explain_decisions (explanation, input);
  else if (id == TENURE_OVERVIEW_BOARDS)
    explain_boards (explanation, input);
  else
    explain_agreements (explanation, input, id);
  tenure_overview_figure_clear (&figure);
  return explanation;
}
