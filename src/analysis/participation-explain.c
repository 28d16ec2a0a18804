#include "config.h"
#include "analysis/participation-explain.h"

#include "analysis/participation-private.h"
#include "base/i18n.h"

static const struct
{
  const char *code, *label, *formula;
} texts[TENURE_N_BUDGET_FIGURES] = {
  [TENURE_BUDGET_AMOUNT] = { "amount_minor", N_ ("Budget"), N_ ("The amount, as recorded.") },
  [TENURE_BUDGET_COMMITTED] = { "committed_minor", N_ ("Committed"),
                                N_ ("All claims but those refused, each at what was paid, else approved, else claimed; and the "
                                    "time given at meetings so far that the budget is to pay and nobody has claimed for.") },
  [TENURE_BUDGET_DRAFTED] = { "drafted_minor", N_ ("In drafts"), N_ ("Claims that nobody has handed in yet.") },
  [TENURE_BUDGET_CLAIMED] = { "claimed_minor", N_ ("Claimed"),
                              N_ ("Claims handed in, approved or paid, at what was claimed.") },
  [TENURE_BUDGET_APPROVED] = { "approved_minor", N_ ("Approved"), N_ ("Claims approved or paid, at what was approved.") },
  [TENURE_BUDGET_PAID] = { "paid_minor", N_ ("Paid"), N_ ("Claims paid, at what was paid.") },
  [TENURE_BUDGET_LEFT] = { "left_minor", N_ ("Left"), N_ ("Budget − committed.") },
  [TENURE_BUDGET_FORECAST] = { "forecast_minor", N_ ("By the last day"), N_ ("Committed + what is still to come.") },
  [TENURE_BUDGET_FORECAST_LOW] = { "forecast_low_minor", N_ ("By the last day, at least"),
                                   N_ ("Committed + the least that is likely to come.") },
  [TENURE_BUDGET_FORECAST_HIGH] = { "forecast_high_minor", N_ ("By the last day, at most"),
                                    N_ ("Committed + the most that is likely to come.") },
  [TENURE_BUDGET_PER_MEETING] = { "per_meeting_minor", N_ ("A meeting"), N_ ("Committed ÷ meetings that it paid for.") },
  [TENURE_BUDGET_PER_SEAT] = { "per_seat_minor", N_ ("A seat"), N_ ("Committed ÷ seats that it paid for.") },
};

const char *
tenure_budget_figure_code (TenureBudgetFigure figure)
{
  return texts[figure].code;
}

gboolean
tenure_budget_figure_from_code (const char *code, TenureBudgetFigure *out_figure)
{
  for (int figure = 0; figure < TENURE_N_BUDGET_FIGURES; figure++)
    if (g_str_equal (texts[figure].code, code))
      {
        *out_figure = (TenureBudgetFigure) figure;
        return TRUE;
      }
  return FALSE;
}

const char *
tenure_budget_figure_label (TenureBudgetFigure figure)
{
  return _ (texts[figure].label);
}

typedef struct
{
  const TenureParticipation *source;
  guint index;
  TenureExplanation *explanation;
} Telling;

static const TenureParticipationFacts *
get_facts (const Telling *self)
{
  return &self->source->facts->participation;
}

static char *
dup_money (const Telling *self, gint64 minor)
{
  return tenure_money_dup_label ((TenureMoney){ minor, get_facts (self)->budgets[self->index].currency }, FALSE);
}

/* --- Who and when --- */

static const char *
get_name (const TenureFacts *facts, gint32 person, gint32 organisation)
{
  const char *name = person >= 0 ? facts->persons[person].name : NULL;

  if (name == NULL && organisation >= 0)
    name = facts->organisations[organisation].name;
  return name != NULL ? name : _ ("Nobody named");
}

/* "Ida Marsh, 7 Oct 2026"; the caller frees. */
static char *
dup_name (const char *name, TenureDay day)
{
  g_autofree char *label = tenure_day_is_known (day) ? tenure_day_dup_label (day) : NULL;

  return label != NULL ? g_strdup_printf ("%s, %s", name, label) : g_strdup (name);
}

/* --- What enters --- */

static void
tell_amount (Telling *self,
             TenureRecordType type,
             TenureId id,
             const char *name,
             gboolean known,
             gint64 minor,
             TenurePayStatus wanting)
{
  g_autofree char *amount = dup_money (self, minor);

  if (known)
    tenure_explanation_add (self->explanation, type, id, name, "%s", amount);
  else
    tenure_explanation_add_apart (
        self->explanation, type, id, name, "%s",
        tenure_pay_status_sentence (wanting != TENURE_PAY_KNOWN ? wanting : TENURE_PAY_CURRENCIES));
}

static void
tell_claim (Telling *self, guint i, TenureBudgetFigure figure)
{
  const TenureFactClaim *fact = &get_facts (self)->claims[i];
  const TenureClaimFigures *claim = &self->source->claims[i];
  g_autofree char *name = dup_name (get_name (self->source->facts, fact->person, fact->organisation), claim->day);
  gboolean known;
  gint64 minor;

  if (tenure_participation_claim_enters (self->source, i, figure, &known, &minor))
    tell_amount (self, TENURE_RECORD_CLAIM, fact->id, name, known, minor, claim->wanting);
  else if (figure == TENURE_BUDGET_COMMITTED)
    tenure_explanation_add_apart (self->explanation, TENURE_RECORD_CLAIM, fact->id, name, "%s",
                                  claim->state == TENURE_CLAIM_REFUSED ? _ ("It was refused.")
                                                                       : _ ("The meeting is still to come."));
}

static void
tell_given (Telling *self, guint i)
{
  const TenureFactGiven *given = &get_facts (self)->given[i];
  g_autofree char *name = dup_name (get_name (self->source->facts, given->person, given->organisation),
                                    get_facts (self)->meetings[given->meeting].held);
  gboolean known;
  gint64 minor;

  if (given->budget == (gint32) self->index && tenure_participation_given_enters (self->source, i, &known, &minor))
    tell_amount (self, TENURE_RECORD_PARTICIPATION, given->id, name, known, minor, self->source->given[i].pay.status);
}

static void
tell_entering (Telling *self, TenureBudgetFigure figure)
{
  for (guint i = 0; i < get_facts (self)->n_claims; i++)
    if (get_facts (self)->claims[i].budget == (gint32) self->index)
      tell_claim (self, i, figure);
  for (guint i = 0; figure == TENURE_BUDGET_COMMITTED && i < get_facts (self)->n_given; i++)
    tell_given (self, i);
}

/* --- What rests on other figures --- */

static void
tell_figure (Telling *self, TenureBudgetFigure figure)
{
  const TenureFigure *value = &self->source->budgets[self->index].figures[figure];
  g_autofree char *label = tenure_figure_dup_label (value);

  tenure_explanation_add (self->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, tenure_budget_figure_label (figure), "%s",
                          label);
  tenure_explanation_set_derived (self->explanation);
}

static void
tell_count (Telling *self, const char *label, guint n)
{
  tenure_explanation_add (self->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, label, "%u", n);
  tenure_explanation_set_derived (self->explanation);
}

static void
tell_forecast (Telling *self, TenureBudgetFigure figure)
{
  const TenureBudgetFigures *budget = &self->source->budgets[self->index];

  tell_figure (self, TENURE_BUDGET_COMMITTED);
  tenure_explanation_add (self->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, _ ("Method"), "%s",
                          tenure_forecast_method_sentence (budget->method));
  for (guint i = 0; i < budget->steps->len; i++)
    {
      const TenureForecastStep *step = &g_array_index (budget->steps, TenureForecastStep, i);
      gint64 minor = figure == TENURE_BUDGET_FORECAST_LOW    ? step->low_minor
                     : figure == TENURE_BUDGET_FORECAST_HIGH ? step->high_minor
                                                             : step->middle_minor;
      g_autofree char *day = tenure_day_dup_label (step->day), *amount = dup_money (self, minor);

      tenure_explanation_add (self->explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, day, "%s", amount);
      tenure_explanation_set_derived (self->explanation);
    }
}

static void
tell (Telling *self, TenureBudgetFigure figure)
{
  const TenureBudgetFigures *budget = &self->source->budgets[self->index];
  TenureId id = get_facts (self)->budgets[self->index].id;

  switch (figure)
    {
    case TENURE_BUDGET_AMOUNT:
      tell_figure (self, figure);
      tenure_explanation_set_input (self->explanation, TENURE_RECORD_BUDGET, id, "amount");
      break;
    case TENURE_BUDGET_LEFT:
      tell_figure (self, TENURE_BUDGET_AMOUNT);
      tell_figure (self, TENURE_BUDGET_COMMITTED);
      break;
    case TENURE_BUDGET_PER_MEETING:
      tell_figure (self, TENURE_BUDGET_COMMITTED);
      tell_count (self, _ ("Meetings"), budget->n_meetings);
      break;
    case TENURE_BUDGET_PER_SEAT:
      tell_figure (self, TENURE_BUDGET_COMMITTED);
      tell_count (self, _ ("Seats"), budget->n_seats);
      break;
    case TENURE_BUDGET_FORECAST:
    case TENURE_BUDGET_FORECAST_LOW:
    case TENURE_BUDGET_FORECAST_HIGH:
      tell_forecast (self, figure);
      break;
    default:
      tell_entering (self, figure);
    }
}

TenureExplanation *
tenure_budget_explain (const TenureParticipation *participation, guint index, TenureBudgetFigure figure)
{
  const TenureFactBudget *fact;
  const TenureFigure *value;
  Telling self = { participation, index };
  g_autofree char *title = NULL, *label = NULL, *coverage = NULL;

  g_return_val_if_fail (participation != NULL && index < participation->facts->participation.n_budgets, NULL);
  g_return_val_if_fail (figure < TENURE_N_BUDGET_FIGURES, NULL);

  fact = &participation->facts->participation.budgets[index];
  value = &participation->budgets[index].figures[figure];
  title = g_strdup_printf ("%s: %s", fact->name, tenure_budget_figure_label (figure));
  self.explanation = tenure_explanation_new (title, _ (texts[figure].formula));
  label = tenure_figure_dup_label (value);
  coverage = tenure_figure_dup_coverage (value);
  g_free (self.explanation->summary);
  self.explanation->summary = g_strdup_printf ("%s (%s)", label, coverage);
  tell (&self, figure);
  if (figure == TENURE_BUDGET_AMOUNT && !fact->amount_known)
    tenure_explanation_add_missing (self.explanation, TENURE_RECORD_BUDGET, "amount", fact->id);
  return self.explanation;
}
