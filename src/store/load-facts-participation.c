/* The facts of what taking part costs. */

#include "config.h"
#include "store/facts-loader-private.h"

/* The place of the record that @column names, among records that stand by their ids. */
static gint32
find (gconstpointer records, guint n, gsize size, sqlite3_value **row, int column)
{
  gint32 hint = 0;
  gint64 id;

  return tenure_facts_integer (row, column, &id) ? tenure_facts_find (records, n, size, id, &hint) : -1;
}

#define FIND(array, of, row, column) find ((of)->array, (of)->n_##array, sizeof *(of)->array, row, column)

static void
read_budget (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactBudget *budget = element;

  budget->id = sqlite3_value_int64 (row[0]);
  budget->name = tenure_facts_text (facts->strings, row, 1);
  budget->amount_known = tenure_facts_integer (row, 2, &budget->amount_minor);
  budget->currency = tenure_facts_currency (row, 3);
  budget->from_day = tenure_facts_day (row, 4);
  budget->to_day = tenure_facts_day (row, 5);
}

/* Which one a budget follows can be told once all are there. */
static void
read_previous (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  *(gint32 *) element = FIND (budgets, &facts->participation, row, 0);
}

static gboolean
load_budgets (TenureFactsLoader *loader, GError **error)
{
  TenureParticipationFacts *facts = &loader->facts->participation;
  g_autofree gint32 *previous = NULL;
  guint n;

  if (!tenure_facts_read_rows (loader,
                               "SELECT id, name, amount, currency, from_day, to_day FROM participation_budget ORDER BY id",
                               sizeof (TenureFactBudget), read_budget, &facts->budgets, &facts->n_budgets, error)
      || !tenure_facts_read_rows (loader, "SELECT previous FROM participation_budget ORDER BY id", sizeof (gint32),
                                  read_previous, &previous, &n, error))
    return FALSE;
  for (guint i = 0; i < facts->n_budgets; i++)
    facts->budgets[i].previous = previous[i];
  return TRUE;
}

static void
read_allocation (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactAllocation *allocation = element;

  allocation->id = sqlite3_value_int64 (row[0]);
  allocation->budget = FIND (budgets, &facts->participation, row, 1);
  allocation->board = FIND (boards, facts, row, 2);
  allocation->organisation = FIND (organisations, facts, row, 3);
  allocation->place = tenure_facts_text (facts->strings, row, 4);
  allocation->theme = tenure_facts_text (facts->strings, row, 5);
  allocation->amount_known = tenure_facts_integer (row, 6, &allocation->amount_minor);
}

static gboolean
load_allocations (TenureFactsLoader *loader, GError **error)
{
  TenureParticipationFacts *facts = &loader->facts->participation;

  if (!tenure_facts_read_rows (loader,
                               "SELECT a.id, a.budget, a.board, a.organisation, a.place, a.theme, a.amount "
                               "FROM budget_allocation a JOIN participation_budget b ON b.id = a.budget "
                               "ORDER BY a.budget, a.id",
                               sizeof (TenureFactAllocation), read_allocation, &facts->allocations, &facts->n_allocations,
                               error))
    return FALSE;
  for (guint i = 0; i < facts->n_allocations; i++)
    {
      TenureFactBudget *budget = &facts->budgets[facts->allocations[i].budget];

      if (budget->n_allocations++ == 0)
        budget->first_allocation = i;
    }
  return TRUE;
}

static void
read_pay_rate (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactPayRate *rate = element;
  gint64 basis_points;

  rate->id = sqlite3_value_int64 (row[0]);
  rate->payee = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_PAY_RATE, "payee"), row, 1);
  rate->organisation = FIND (organisations, facts, row, 2);
  rate->budget = FIND (budgets, &facts->participation, row, 3);
  rate->from_day = tenure_facts_day (row, 4);
  rate->to_day = tenure_facts_day (row, 5);
  rate->currency = tenure_facts_currency (row, 6);
  rate->hour_known = tenure_facts_integer (row, 7, &rate->hour_minor);
  rate->half_day_known = tenure_facts_integer (row, 8, &rate->half_day_minor);
  rate->day_known = tenure_facts_integer (row, 9, &rate->day_minor);
  rate->mile_known = tenure_facts_integer (row, 10, &rate->mile_minor);
  rate->half_day_hours = tenure_facts_count (row, 11);
  rate->day_hours = tenure_facts_count (row, 12);
  rate->salary_day_known = tenure_facts_integer (row, 13, &rate->salary_day_minor);
  rate->on_cost_known = tenure_facts_integer (row, 14, &basis_points);
  rate->on_cost_bp = rate->on_cost_known ? (gint32) basis_points : 0;
  rate->overhead_known = tenure_facts_integer (row, 15, &basis_points);
  rate->overhead_bp = rate->overhead_known ? (gint32) basis_points : 0;
}

/* One whose organisation or budget is not there would hold everywhere. */
static const char pay_rates_sql[] =
    "SELECT id, payee, organisation, budget, from_day, to_day, currency, hour, half_day, day, mile, half_day_hours, "
    "day_hours, salary_day, on_cost, overhead FROM pay_rate "
    "WHERE (organisation IS NULL OR organisation IN (SELECT id FROM organisation)) "
    "AND (budget IS NULL OR budget IN (SELECT id FROM participation_budget)) ORDER BY id";

static void
read_meeting (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactMeeting *meeting = element;

  meeting->id = sqlite3_value_int64 (row[0]);
  meeting->board = FIND (boards, facts, row, 1);
  meeting->held = tenure_facts_day (row, 2);
  meeting->minutes = tenure_facts_count (row, 3);
  meeting->topics = tenure_facts_text (facts->strings, row, 4);
}

static void
read_claim (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactClaim *claim = element;

  claim->id = sqlite3_value_int64 (row[0]);
  claim->budget = FIND (budgets, &facts->participation, row, 1);
  claim->person = FIND (persons, facts, row, 2);
  claim->organisation = FIND (organisations, facts, row, 3);
  claim->state = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_CLAIM, "state"), row, 4);
  claim->claimed_known = tenure_facts_integer (row, 5, &claim->claimed_minor);
  claim->approved_known = tenure_facts_integer (row, 6, &claim->approved_minor);
  claim->paid_known = tenure_facts_integer (row, 7, &claim->paid_minor);
  claim->currency = tenure_facts_currency (row, 8);
  claim->submitted_on = tenure_facts_day (row, 9);
  claim->decided_on = tenure_facts_day (row, 10);
  claim->paid_on = tenure_facts_day (row, 11);
}

/* A row of what is given, whose seat is still to be found: seats stand by their boards. */
typedef struct
{
  TenureFactGiven given;
  TenureId seat_id;
} ReadGiven;

static void
read_given (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  ReadGiven *read = element;
  TenureFactGiven *given = &read->given;

  given->id = sqlite3_value_int64 (row[0]);
  given->meeting = FIND (meetings, &facts->participation, row, 1);
  given->person = FIND (persons, facts, row, 2);
  if (!tenure_facts_integer (row, 3, &read->seat_id))
    read->seat_id = TENURE_ID_NONE;
  given->organisation = FIND (organisations, facts, row, 4);
  given->budget = FIND (budgets, &facts->participation, row, 5);
  given->claim = FIND (claims, &facts->participation, row, 6);
  given->payee = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_PARTICIPATION, "payee"), row, 7);
  given->payer = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_PARTICIPATION, "payer"), row, 8);
  for (int time = 0; time < TENURE_N_TIMES; time++)
    given->minutes[time] = tenure_facts_count (row, 9 + time);
  given->miles = tenure_facts_count (row, 13);
  given->expenses_known = tenure_facts_integer (row, 14, &given->expenses_minor);
  given->currency = tenure_facts_currency (row, 15);
}

static void
place_given (TenureFacts *facts, const ReadGiven *read, guint n)
{
  TenureParticipationFacts *participation = &facts->participation;
  TenureFactsIndex seats;

  participation->n_given = n;
  participation->given = g_new (TenureFactGiven, n);
  tenure_facts_index_init (&seats, facts->seats, facts->n_seats, sizeof (TenureFactSeat));
  for (guint i = 0; i < n; i++)
    {
      TenureFactMeeting *meeting = &participation->meetings[read[i].given.meeting];

      participation->given[i] = read[i].given;
      participation->given[i].seat =
          read[i].seat_id != TENURE_ID_NONE ? tenure_facts_index_find (&seats, read[i].seat_id) : -1;
      if (meeting->n_given++ == 0)
        meeting->first_given = i;
    }
  tenure_facts_index_clear (&seats);
}

static gboolean
load_given (TenureFactsLoader *loader, GError **error)
{
  g_autofree ReadGiven *read = NULL;
  guint n;

  if (!tenure_facts_read_rows (
          loader,
          "SELECT p.id, p.meeting, p.person, p.seat, p.organisation, p.budget, p.claim, p.payee, p.payer, p.preparation, "
          "p.attended, p.travel, p.follow_up, p.miles, p.expenses, p.currency FROM participation p "
          "JOIN meeting m ON m.id = p.meeting JOIN board b ON b.id = m.board ORDER BY p.meeting, p.id",
          sizeof (ReadGiven), read_given, &read, &n, error))
    return FALSE;
  place_given (loader->facts, read, n);
  return TRUE;
}

gboolean
tenure_facts_load_participation (TenureFactsLoader *loader, GError **error)
{
  TenureParticipationFacts *facts = &loader->facts->participation;

  return load_budgets (loader, error) && load_allocations (loader, error)
         && tenure_facts_read_rows (loader, pay_rates_sql, sizeof (TenureFactPayRate), read_pay_rate, &facts->pay_rates,
                                    &facts->n_pay_rates, error)
         && tenure_facts_read_rows (loader,
                                    "SELECT m.id, m.board, m.held, m.minutes, m.topics FROM meeting m "
                                    "JOIN board b ON b.id = m.board ORDER BY m.id",
                                    sizeof (TenureFactMeeting), read_meeting, &facts->meetings, &facts->n_meetings, error)
         && tenure_facts_read_rows (loader,
                                    "SELECT c.id, c.budget, c.person, c.organisation, c.state, c.claimed, c.approved, "
                                    "c.paid, c.currency, c.submitted_on, c.decided_on, c.paid_on FROM claim c "
                                    "JOIN participation_budget b ON b.id = c.budget ORDER BY c.id",
                                    sizeof (TenureFactClaim), read_claim, &facts->claims, &facts->n_claims, error)
         && load_given (loader, error);
}
