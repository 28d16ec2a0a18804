#include "config.h"
#include "analysis/participation.h"

#include "analysis/participation-private.h"
#include "base/i18n.h"
#include "base/ratio.h"

/* --- One person at one meeting ---------------------------------------------------------------------------------- */

gboolean
tenure_participation_is_under (const TenureFacts *facts, guint i, guint index)
{
  const TenureFactGiven *given = &facts->participation.given[i];

  return given->budget == (gint32) index && (given->payer == TENURE_PAYER_BUDGET || given->payer == TENURE_PAYER_UNKNOWN);
}

/* A seat says whose voice it is; only where it does not, or nobody sat in one, does the organisation. */
static TenureFact
find_vcs (const TenureFacts *facts, const TenureFactGiven *given)
{
  TenureBloc bloc = given->seat >= 0 ? (TenureBloc) facts->seats[given->seat].bloc : TENURE_BLOC_UNKNOWN;

  if (bloc != TENURE_BLOC_UNKNOWN)
    return bloc == TENURE_BLOC_VCS ? TENURE_FACT_YES : TENURE_FACT_NO;
  return given->organisation >= 0 ? facts->organisations[given->organisation].vcs : TENURE_FACT_UNKNOWN;
}

static TenureFact
find_paid (const TenureParticipation *self, const TenureFactGiven *given)
{
  if (given->claim >= 0 && self->claims[given->claim].state == TENURE_CLAIM_REFUSED)
    return TENURE_FACT_NO;
  switch ((TenurePayer) given->payer)
    {
    case TENURE_PAYER_BUDGET:
    case TENURE_PAYER_OTHER:
      return TENURE_FACT_YES;
    case TENURE_PAYER_OWN:
      return TENURE_FACT_NO;
    case TENURE_PAYER_UNKNOWN:
    default:
      return given->budget >= 0 || given->claim >= 0 ? TENURE_FACT_YES : TENURE_FACT_UNKNOWN;
    }
}

/* --- Claims ------------------------------------------------------------------------------------------------------ */

static gboolean
is_later (TenureDay day, TenureDay than)
{
  return tenure_day_is_known (day) && day > than;
}

static TenureClaimState
get_state (const TenureFactClaim *claim, TenureDay as_of)
{
  TenureClaimState state = (TenureClaimState) claim->state;

  if (state == TENURE_CLAIM_PAID && is_later (claim->paid_on, as_of))
    state = TENURE_CLAIM_APPROVED;
  if ((state == TENURE_CLAIM_APPROVED || state == TENURE_CLAIM_REFUSED) && is_later (claim->decided_on, as_of))
    state = TENURE_CLAIM_SUBMITTED;
  if (state == TENURE_CLAIM_SUBMITTED && is_later (claim->submitted_on, as_of))
    state = TENURE_CLAIM_DRAFT;
  return state;
}

/* One more part of a claim whose amount is not recorded. */
static void
add_part (TenureClaimFigures *claim, const TenurePay *pay)
{
  if (!claim->claimed_known)
    return;
  if (pay->status != TENURE_PAY_KNOWN)
    claim->wanting = pay->status;
  else if (pay->cost_minor != 0 && pay->currency != claim->currency)
    claim->wanting = TENURE_PAY_CURRENCIES;
  else if (!tenure_money_add (&claim->claimed_minor, pay->cost_minor))
    claim->wanting = TENURE_PAY_TOO_LARGE;
  claim->claimed_known = claim->wanting == TENURE_PAY_KNOWN;
}

static void
init_claim (const TenureParticipation *self, guint i)
{
  const TenureFactClaim *fact = &self->facts->participation.claims[i];
  TenureClaimFigures *claim = &self->claims[i];

  claim->state = get_state (fact, self->as_of);
  claim->currency =
      fact->currency != TENURE_CURRENCY_NONE ? fact->currency : self->facts->participation.budgets[fact->budget].currency;
  claim->claimed_known = TRUE;
  claim->claimed_minor = fact->claimed_known ? fact->claimed_minor : 0;
  claim->day = TENURE_DAY_NONE;
}

static void
add_given_to_claims (const TenureParticipation *self)
{
  const TenureParticipationFacts *facts = &self->facts->participation;

  for (guint i = 0; i < facts->n_given; i++)
    {
      TenureDay held = facts->meetings[facts->given[i].meeting].held;
      TenureClaimFigures *claim;

      if (facts->given[i].claim < 0)
        continue;
      claim = &self->claims[facts->given[i].claim];
      claim->n_given++;
      if (!tenure_day_is_known (claim->day) || held < claim->day)
        claim->day = held;
      if (!facts->claims[facts->given[i].claim].claimed_known)
        add_part (claim, &self->given[i].pay);
    }
}

/* What it takes from the budget, as far as it has come. */
static void
finish_claim (const TenureFactClaim *fact, TenureClaimFigures *claim)
{
  if (!fact->claimed_known && claim->n_given == 0)
    {
      claim->claimed_known = FALSE;
      claim->wanting = TENURE_PAY_NO_TIME;
    }
  if (!claim->claimed_known)
    claim->claimed_minor = 0;
  if (!tenure_day_is_known (claim->day))
    claim->day = fact->submitted_on;
  claim->committed_known = TRUE;
  if (claim->state == TENURE_CLAIM_REFUSED)
    claim->committed_minor = 0;
  else if (claim->state == TENURE_CLAIM_PAID && fact->paid_known)
    claim->committed_minor = fact->paid_minor;
  else if ((claim->state == TENURE_CLAIM_PAID || claim->state == TENURE_CLAIM_APPROVED) && fact->approved_known)
    claim->committed_minor = fact->approved_minor;
  else
    {
      claim->committed_known = claim->claimed_known;
      claim->committed_minor = claim->claimed_minor;
    }
}

/* --- Budgets ------------------------------------------------------------------------------------------------------ */

/* A sum of those amounts that are known and in the budget's currency. */
typedef struct
{
  TenureSum sum;
  guint known, of;
} Tally;

static void
tally (Tally *tally, gboolean known, gint64 minor)
{
  tally->of++;
  if (!known)
    return;
  tally->known++;
  tenure_sum_add (&tally->sum, minor);
}

static TenureFigure
get_figure (const Tally *tally, TenureCurrency currency)
{
  if (tally->known == 0 && tally->of > 0)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, tally->of);
  return tenure_figure_sum (tally->sum, currency, tally->known, tally->of);
}

typedef Tally Tallies[TENURE_N_BUDGET_FIGURES];

gboolean
tenure_participation_claim_enters (
    const TenureParticipation *self, guint i, TenureBudgetFigure figure, gboolean *out_known, gint64 *out_minor)
{
  const TenureParticipationFacts *facts = &self->facts->participation;
  const TenureFactClaim *fact = &facts->claims[i];
  const TenureClaimFigures *claim = &self->claims[i];
  gboolean paid = claim->state == TENURE_CLAIM_PAID, approved = paid || claim->state == TENURE_CLAIM_APPROVED;
  gboolean submitted = approved || claim->state == TENURE_CLAIM_SUBMITTED;
  gboolean same = claim->currency == facts->budgets[fact->budget].currency;

  *out_known = same && claim->committed_known;
  *out_minor = claim->committed_minor;
  /* It counts from its first meeting on, which may be to come. */
  if (claim->state == TENURE_CLAIM_REFUSED || is_later (claim->day, self->as_of))
    return FALSE;
  switch (figure)
    {
    case TENURE_BUDGET_COMMITTED:
      return TRUE;
    case TENURE_BUDGET_PAID:
      return paid;
    case TENURE_BUDGET_APPROVED:
      *out_known = *out_known || (same && fact->approved_known);
      *out_minor = fact->approved_known ? fact->approved_minor : *out_minor;
      return approved;
    case TENURE_BUDGET_CLAIMED:
    case TENURE_BUDGET_DRAFTED:
      *out_known = same && claim->claimed_known;
      *out_minor = claim->claimed_minor;
      return submitted == (figure == TENURE_BUDGET_CLAIMED);
    default:
      return FALSE;
    }
}

gboolean
tenure_participation_given_enters (const TenureParticipation *self, guint i, gboolean *out_known, gint64 *out_minor)
{
  const TenureParticipationFacts *facts = &self->facts->participation;
  const TenureFactGiven *given = &facts->given[i];
  const TenurePay *pay = &self->given[i].pay;

  if (given->budget < 0 || given->claim >= 0 || facts->meetings[given->meeting].held > self->as_of
      || !tenure_participation_is_under (self->facts, i, (guint) given->budget))
    return FALSE;
  *out_known =
      pay->status == TENURE_PAY_KNOWN && (pay->cost_minor == 0 || pay->currency == facts->budgets[given->budget].currency);
  *out_minor = pay->cost_minor;
  return TRUE;
}

static void
commit (const TenureParticipation *self, gint32 index, TenureDay day, gint64 minor)
{
  TenureCommitment commitment = { tenure_day_is_known (day) && day <= self->as_of ? day : self->as_of, minor };

  g_array_append_val (self->budgets[index].commitments, commitment);
}

static void
add_claim (const TenureParticipation *self, guint i, Tallies *tallies)
{
  gint32 index = self->facts->participation.claims[i].budget;

  for (TenureBudgetFigure figure = TENURE_BUDGET_COMMITTED; figure <= TENURE_BUDGET_PAID; figure++)
    {
      gboolean known;
      gint64 minor;

      if (!tenure_participation_claim_enters (self, i, figure, &known, &minor))
        continue;
      tally (&tallies[index][figure], known, minor);
      if (figure == TENURE_BUDGET_COMMITTED && known)
        commit (self, index, self->claims[i].day, minor);
    }
}

/* Time that nobody has claimed for yet. */
static void
add_unclaimed (const TenureParticipation *self, guint i, Tallies *tallies)
{
  const TenureParticipationFacts *facts = &self->facts->participation;
  gint32 index = facts->given[i].budget;
  gboolean known;
  gint64 minor;

  if (!tenure_participation_given_enters (self, i, &known, &minor))
    return;
  tally (&tallies[index][TENURE_BUDGET_COMMITTED], known, minor);
  if (known)
    commit (self, index, facts->meetings[facts->given[i].meeting].held, minor);
}

static TenureFigure
share_out (const TenureFigure *committed, guint n)
{
  gint64 minor;

  if (n == 0 || committed->kind != TENURE_FIGURE_INTEGER || !tenure_ratio_scale (committed->integer, 1, n, &minor))
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, committed->known, committed->of);
  return tenure_figure_minor (minor, committed->currency, committed->known, committed->of);
}

/* Meetings with a part under each budget, and seats. */
static void
count_meetings (const TenureParticipation *self)
{
  const TenureParticipationFacts *facts = &self->facts->participation;
  g_autoptr (GHashTable) seats = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree gint32 *last = g_new (gint32, facts->n_budgets + 1);

  for (guint b = 0; b < facts->n_budgets; b++)
    last[b] = -1;
  for (guint i = 0; i < facts->n_given; i++)
    {
      const TenureFactGiven *given = &facts->given[i];
      gint64 key;

      if (given->budget < 0 || !tenure_participation_is_under (self->facts, i, (guint) given->budget)
          || facts->meetings[given->meeting].held > self->as_of)
        continue;
      self->budgets[given->budget].n_meetings += last[given->budget] != given->meeting;
      last[given->budget] = given->meeting;
      key = ((gint64) given->budget << 32) | (guint32) given->seat;
      if (given->seat >= 0 && g_hash_table_add (seats, g_memdup2 (&key, sizeof key)))
        self->budgets[given->budget].n_seats++;
    }
}

static int
compare_commitments (gconstpointer a, gconstpointer b)
{
  const TenureCommitment *first = a, *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

static TenureFigure
get_left (const TenureFigure *amount, const TenureFigure *committed)
{
  gint64 left = amount->integer;

  if (amount->kind != TENURE_FIGURE_INTEGER || committed->kind != TENURE_FIGURE_INTEGER
      || !tenure_money_add (&left, -committed->integer))
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, committed->known, committed->of);
  return tenure_figure_minor (left, amount->currency, committed->known, committed->of);
}

static void
finish_budget (const TenureParticipation *self, guint b, Tallies *tallies)
{
  const TenureFactBudget *fact = &self->facts->participation.budgets[b];
  TenureBudgetFigures *budget = &self->budgets[b];
  TenureFigure *figures = budget->figures;

  figures[TENURE_BUDGET_AMOUNT] = fact->amount_known ? tenure_figure_minor (fact->amount_minor, fact->currency, 1, 1)
                                                     : tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, 1);
  for (TenureBudgetFigure figure = TENURE_BUDGET_COMMITTED; figure <= TENURE_BUDGET_PAID; figure++)
    figures[figure] = get_figure (&(*tallies)[figure], fact->currency);
  figures[TENURE_BUDGET_LEFT] = get_left (&figures[TENURE_BUDGET_AMOUNT], &figures[TENURE_BUDGET_COMMITTED]);
  figures[TENURE_BUDGET_PER_MEETING] = share_out (&figures[TENURE_BUDGET_COMMITTED], budget->n_meetings);
  figures[TENURE_BUDGET_PER_SEAT] = share_out (&figures[TENURE_BUDGET_COMMITTED], budget->n_seats);
  g_array_sort (budget->commitments, compare_commitments);
}

guint
tenure_participation_sum_meeting (
    const TenureParticipation *self, guint index, guint m, gint64 *out_minor, gboolean *out_known)
{
  const TenureParticipationFacts *facts = &self->facts->participation;
  const TenureFactMeeting *meeting = &facts->meetings[m];
  guint n = 0;

  *out_minor = 0;
  *out_known = TRUE;
  for (guint32 i = meeting->first_given; i < meeting->first_given + meeting->n_given; i++)
    {
      const TenurePay *pay = &self->given[i].pay;

      if (!tenure_participation_is_under (self->facts, i, index) || self->given[i].paid == TENURE_FACT_NO)
        continue;
      n++;
      if (pay->status != TENURE_PAY_KNOWN || (pay->cost_minor != 0 && pay->currency != facts->budgets[index].currency)
          || !tenure_money_add (out_minor, pay->cost_minor))
        *out_known = FALSE;
    }
  return n;
}

static void
work_out_budgets (const TenureParticipation *self)
{
  const TenureParticipationFacts *facts = &self->facts->participation;
  g_autofree Tallies *tallies = g_new0 (Tallies, facts->n_budgets + 1);

  for (guint b = 0; b < facts->n_budgets; b++)
    {
      self->budgets[b].steps = g_array_new (FALSE, FALSE, sizeof (TenureForecastStep));
      self->budgets[b].commitments = g_array_new (FALSE, FALSE, sizeof (TenureCommitment));
    }
  for (guint i = 0; i < facts->n_claims; i++)
    add_claim (self, i, tallies);
  for (guint i = 0; i < facts->n_given; i++)
    add_unclaimed (self, i, tallies);
  count_meetings (self);
  for (guint b = 0; b < facts->n_budgets; b++)
    finish_budget (self, b, &tallies[b]);
  /* One may go by another. */
  for (guint b = 0; b < facts->n_budgets; b++)
    tenure_participation_forecast (self, b);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

TenureParticipation *
tenure_participation_new (const TenureFacts *facts, TenureDay as_of)
{
  const TenureParticipationFacts *participation;
  TenureParticipation *self;

  g_return_val_if_fail (facts != NULL && tenure_day_is_known (as_of), NULL);

  participation = &facts->participation;
  self = g_new0 (TenureParticipation, 1);
  self->facts = facts;
  self->as_of = as_of;
  self->given = g_new0 (TenureGivenFigures, participation->n_given + 1);
  self->claims = g_new0 (TenureClaimFigures, participation->n_claims + 1);
  self->budgets = g_new0 (TenureBudgetFigures, participation->n_budgets + 1);
  for (guint i = 0; i < participation->n_claims; i++)
    init_claim (self, i);
  for (guint i = 0; i < participation->n_given; i++)
    {
      self->given[i].pay = tenure_pay_of_given (participation, i);
      self->given[i].vcs = (gint8) find_vcs (facts, &participation->given[i]);
      self->given[i].paid = (gint8) find_paid (self, &participation->given[i]);
    }
  add_given_to_claims (self);
  for (guint i = 0; i < participation->n_claims; i++)
    finish_claim (&participation->claims[i], &self->claims[i]);
  work_out_budgets (self);
  return self;
}

void
tenure_participation_free (TenureParticipation *self)
{
  if (self == NULL)
    return;
  for (guint b = 0; b < self->facts->participation.n_budgets; b++)
    {
      g_array_unref (self->budgets[b].steps);
      g_array_unref (self->budgets[b].commitments);
    }
  g_free (self->given);
  g_free (self->claims);
  g_free (self->budgets);
  g_free (self);
}

const char *
tenure_forecast_method_code (TenureForecastMethod method)
{
  static const char *const codes[] = { NULL, "over", "calendar", "last_year", "run_rate" };

  return codes[method];
}

const char *
tenure_forecast_method_sentence (TenureForecastMethod method)
{
  static const char *const sentences[] = {
    N_ ("Nothing can be foretold: too little is recorded, or the budget has no last day."),
    N_ ("The period is over."),
    N_ ("Foretold from the meetings that are recorded for later, at what such a meeting of their board has cost so far."),
    N_ ("Foretold from what the same months came to under the budget of the year before."),
    N_ ("Foretold from what a day has cost so far."),
  };

  return _ (sentences[method]);
}
