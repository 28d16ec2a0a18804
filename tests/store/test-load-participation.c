/* Random documents, and what the facts of taking part say of them: each record looked up by its id and held against its fact. */

#include "store-fixture.h"
#include "store-model.h"

#include "store/load-facts.h"

static const char *const payees[] = { NULL, "lived_experience", "staff", "chair", "deputy" };
static const char *const payers[] = { NULL, "budget", "other", "own" };
static const char *const states[] = { NULL, "draft", "submitted", "approved", "paid", "refused" };
static const char *const times[] = { "preparation", "attended", "travel", "follow_up" };

static const TenureRecord *
find_record (StoreModel *model, TenureId id)
{
  for (guint i = 0; i < model->records->len; i++)
    if (((const TenureRecord *) model->records->pdata[i])->id == id)
      return model->records->pdata[i];
  g_assert_not_reached ();
}

static guint
count (StoreModel *model, TenureRecordType type)
{
  guint n = 0;

  for (guint i = 0; i < model->records->len; i++)
    n += ((const TenureRecord *) model->records->pdata[i])->type == type;
  return n;
}

static void
check_integer (gboolean known, gint64 value, const TenureRecord *record, const char *name)
{
  gint64 expected;
  gboolean has = tenure_record_get_integer (record, tenure_record_field_index (record->type, name), &expected);

  g_assert_cmpint (known, ==, has);
  if (has)
    g_assert_cmpint (value, ==, expected);
}

static void
check_count (gint32 value, const TenureRecord *record, const char *name)
{
  check_integer (value >= 0, value, record, name);
}

static void
check_day (TenureDay day, const TenureRecord *record, const char *name)
{
  g_assert_cmpint (day, ==, tenure_record_get_day (record, tenure_record_field_index (record->type, name)));
}

static void
check_choice (int fact, const char *const *words, const TenureRecord *record, const char *name)
{
  g_assert_cmpstr (words[fact], ==, tenure_record_get_text_by_name (record, name));
}

static void
check_currency (TenureCurrency currency, const TenureRecord *record, const char *name)
{
  g_assert_cmpuint (currency, ==, tenure_currency_from_code (tenure_record_get_text_by_name (record, name)));
}

/* @records: begin with their ids. */
static void
check_reference (gint32 index, gconstpointer records, gsize size, const TenureRecord *record, const char *name)
{
  TenureId expected = tenure_record_get_reference (record, tenure_record_field_index (record->type, name));
  const TenureId *id = index >= 0 ? (gconstpointer) ((const char *) records + (gsize) index * size) : NULL;

  g_assert_cmpint (id != NULL ? *id : TENURE_ID_NONE, ==, expected);
}

#define CHECK_REFERENCE(index, array, record, name) check_reference (index, array, sizeof *(array), record, name)

static void
check_budgets (StoreModel *model, const TenureParticipationFacts *facts, const TenureFacts *all)
{
  for (guint i = 0; i < facts->n_budgets; i++)
    {
      const TenureFactBudget *budget = &facts->budgets[i];
      const TenureRecord *record = find_record (model, budget->id);

      g_assert_cmpstr (budget->name, ==, tenure_record_get_text_by_name (record, "name"));
      check_integer (budget->amount_known, budget->amount_minor, record, "amount");
      check_currency (budget->currency, record, "currency");
      check_day (budget->from_day, record, "from_day");
      check_day (budget->to_day, record, "to_day");
      CHECK_REFERENCE (budget->previous, facts->budgets, record, "previous");
      for (guint32 a = budget->first_allocation; a < budget->first_allocation + budget->n_allocations; a++)
        g_assert_cmpint (facts->allocations[a].budget, ==, (gint32) i);
    }
  for (guint i = 0; i < facts->n_allocations; i++)
    {
      const TenureFactAllocation *allocation = &facts->allocations[i];
      const TenureRecord *record = find_record (model, allocation->id);

      CHECK_REFERENCE (allocation->budget, facts->budgets, record, "budget");
      CHECK_REFERENCE (allocation->board, all->boards, record, "board");
      CHECK_REFERENCE (allocation->organisation, all->organisations, record, "organisation");
      g_assert_cmpstr (allocation->place, ==, tenure_record_get_text_by_name (record, "place"));
      g_assert_cmpstr (allocation->theme, ==, tenure_record_get_text_by_name (record, "theme"));
      check_integer (allocation->amount_known, allocation->amount_minor, record, "amount");
    }
}

static void
check_rates (StoreModel *model, const TenureParticipationFacts *facts, const TenureFacts *all)
{
  for (guint i = 0; i < facts->n_pay_rates; i++)
    {
      const TenureFactPayRate *rate = &facts->pay_rates[i];
      const TenureRecord *record = find_record (model, rate->id);

      check_choice (rate->payee, payees, record, "payee");
      CHECK_REFERENCE (rate->organisation, all->organisations, record, "organisation");
      CHECK_REFERENCE (rate->budget, facts->budgets, record, "budget");
      check_day (rate->from_day, record, "from_day");
      check_day (rate->to_day, record, "to_day");
      check_currency (rate->currency, record, "currency");
      check_integer (rate->hour_known, rate->hour_minor, record, "hour");
      check_integer (rate->half_day_known, rate->half_day_minor, record, "half_day");
      check_integer (rate->day_known, rate->day_minor, record, "day");
      check_integer (rate->mile_known, rate->mile_minor, record, "mile");
      check_integer (rate->salary_day_known, rate->salary_day_minor, record, "salary_day");
      check_integer (rate->on_cost_known, rate->on_cost_bp, record, "on_cost");
      check_integer (rate->overhead_known, rate->overhead_bp, record, "overhead");
      check_count (rate->half_day_hours, record, "half_day_hours");
      check_count (rate->day_hours, record, "day_hours");
    }
}

static void
check_given (StoreModel *model, const TenureParticipationFacts *facts, const TenureFacts *all)
{
  for (guint i = 0; i < facts->n_given; i++)
    {
      const TenureFactGiven *given = &facts->given[i];
      const TenureFactMeeting *meeting = &facts->meetings[given->meeting];
      const TenureRecord *record = find_record (model, given->id);

      g_assert_cmpuint (i, >=, meeting->first_given);
      g_assert_cmpuint (i, <, meeting->first_given + meeting->n_given);
      CHECK_REFERENCE (given->meeting, facts->meetings, record, "meeting");
      CHECK_REFERENCE (given->person, all->persons, record, "person");
      CHECK_REFERENCE (given->seat, all->seats, record, "seat");
      CHECK_REFERENCE (given->organisation, all->organisations, record, "organisation");
      CHECK_REFERENCE (given->budget, facts->budgets, record, "budget");
      CHECK_REFERENCE (given->claim, facts->claims, record, "claim");
      check_choice (given->payee, payees, record, "payee");
      check_choice (given->payer, payers, record, "payer");
      for (int time = 0; time < TENURE_N_TIMES; time++)
        check_count (given->minutes[time], record, times[time]);
      check_count (given->miles, record, "miles");
      check_integer (given->expenses_known, given->expenses_minor, record, "expenses");
      check_currency (given->currency, record, "currency");
    }
}

static void
check_claims (StoreModel *model, const TenureParticipationFacts *facts, const TenureFacts *all)
{
  for (guint i = 0; i < facts->n_claims; i++)
    {
      const TenureFactClaim *claim = &facts->claims[i];
      const TenureRecord *record = find_record (model, claim->id);

      CHECK_REFERENCE (claim->budget, facts->budgets, record, "budget");
      CHECK_REFERENCE (claim->person, all->persons, record, "person");
      CHECK_REFERENCE (claim->organisation, all->organisations, record, "organisation");
      check_choice (claim->state, states, record, "state");
      check_integer (claim->claimed_known, claim->claimed_minor, record, "claimed");
      check_integer (claim->approved_known, claim->approved_minor, record, "approved");
      check_integer (claim->paid_known, claim->paid_minor, record, "paid");
      check_currency (claim->currency, record, "currency");
      check_day (claim->submitted_on, record, "submitted_on");
      check_day (claim->decided_on, record, "decided_on");
      check_day (claim->paid_on, record, "paid_on");
    }
}

static void
check_meetings (StoreModel *model, const TenureParticipationFacts *facts, const TenureFacts *all)
{
  for (guint i = 0; i < facts->n_meetings; i++)
    {
      const TenureFactMeeting *meeting = &facts->meetings[i];
      const TenureRecord *record = find_record (model, meeting->id);

      CHECK_REFERENCE (meeting->board, all->boards, record, "board");
      check_day (meeting->held, record, "held");
      check_count (meeting->minutes, record, "minutes");
      g_assert_cmpstr (meeting->topics, ==, tenure_record_get_text_by_name (record, "topics"));
    }
}

static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  guint seed = (guint) g_test_rand_int_range (1, G_MAXINT32);
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (TenureFacts) facts = NULL, copy = NULL;
  g_autoptr (GError) error = NULL;
  const TenureParticipationFacts *participation;

  g_test_message ("seed %u", seed);
  store_model_fill (model, fixture->document, rand, 1500);
  facts = tenure_load_facts (tenure_document_get_reader (fixture->document), NULL, &error);
  g_assert_no_error (error);
  copy = tenure_facts_copy (facts);
  for (int round = 0; round < 2; round++)
    {
      const TenureFacts *all = round == 0 ? facts : copy;

      participation = &all->participation;
      g_assert_cmpuint (participation->n_budgets, ==, count (model, TENURE_RECORD_BUDGET));
      g_assert_cmpuint (participation->n_allocations, ==, count (model, TENURE_RECORD_ALLOCATION));
      g_assert_cmpuint (participation->n_pay_rates, ==, count (model, TENURE_RECORD_PAY_RATE));
      g_assert_cmpuint (participation->n_meetings, ==, count (model, TENURE_RECORD_MEETING));
      g_assert_cmpuint (participation->n_given, ==, count (model, TENURE_RECORD_PARTICIPATION));
      g_assert_cmpuint (participation->n_claims, ==, count (model, TENURE_RECORD_CLAIM));
      check_budgets (model, participation, all);
      check_rates (model, participation, all);
      check_meetings (model, participation, all);
      check_given (model, participation, all);
      check_claims (model, participation, all);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/load-participation/random", StoreFixture, NULL, store_fixture_set_up, test_random,
              store_fixture_tear_down);
  return g_test_run ();
}
