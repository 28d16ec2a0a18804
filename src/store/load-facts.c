/* The small tables of the facts, and the whole. */

#include "config.h"
#include "store/load-facts.h"

#include "catalogue/rule.h"
#include "store/facts-loader-private.h"

gboolean
tenure_facts_read_rows (TenureFactsLoader *loader,
                        const char *sql,
                        gsize size,
                        TenureFactsReadRow read,
                        gpointer out_rows,
                        guint *out_n,
                        GError **error)
{
  g_autoptr (TenureSqlStatement) statement = tenure_sql_prepare (loader->db, sql, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, (guint) size);
  sqlite3_value *values[TENURE_FACTS_MAX_COLUMNS];
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (row)
    {
      if (!tenure_sql_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      g_array_set_size (rows, rows->len + 1);
      tenure_facts_get_row (statement, values);
      read (loader->facts, values, rows->data + (rows->len - 1) * size);
    }
  *out_n = rows->len;
  *(gpointer *) out_rows = g_array_free (g_steal_pointer (&rows), FALSE);
  return TRUE;
}

/* From @column on: the last day of the year, the amounts and their currency. */
static void
read_amounts (TenureFactAccounts *accounts, sqlite3_value **row, int column)
{
  accounts->year_end = tenure_facts_day (row, column);
  accounts->income_known = tenure_facts_integer (row, column + 1, &accounts->income_minor);
  accounts->expenditure_known = tenure_facts_integer (row, column + 2, &accounts->expenditure_minor);
  accounts->free_reserves_known = tenure_facts_integer (row, column + 3, &accounts->free_reserves_minor);
  accounts->currency = tenure_facts_currency (row, column + 4);
}

static void
read_organisation (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactOrganisation *organisation = element;

  organisation->id = sqlite3_value_int64 (row[0]);
  organisation->name = tenure_facts_text (facts->strings, row, 1);
  organisation->vcs = tenure_facts_flag (row, 2);
  organisation->reserves_policy = (gint16) CLAMP (tenure_facts_count (row, 3), -1, G_MAXINT16);
  organisation->kind_known = sqlite3_value_int (row[4]) != 0;
  organisation->accounts.own = TRUE;
  organisation->accounts.id = organisation->id;
  read_amounts (&organisation->accounts, row, 5);
}

static gboolean
load_organisations (TenureFactsLoader *loader, GError **error)
{
  TenureFacts *facts = loader->facts;

  if (!tenure_facts_read_rows (
          loader,
          "SELECT id, name, vcs, reserves_policy, kind IS NOT NULL, accounts_end, income, expenditure, free_reserves, "
          "currency FROM organisation ORDER BY id",
          sizeof (TenureFactOrganisation), read_organisation, &facts->organisations, &facts->n_organisations, error))
    return FALSE;
  for (guint i = 0; i < facts->n_organisations; i++)
    facts->organisations[i].accounts.organisation = (gint32) i;
  tenure_facts_index_init (&loader->organisations, facts->organisations, facts->n_organisations,
                           sizeof (TenureFactOrganisation));
  return TRUE;
}

static void
read_person (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactPerson *person = element;

  person->id = sqlite3_value_int64 (row[0]);
  person->name = tenure_facts_text (facts->strings, row, 1);
}

static gboolean
load_persons (TenureFactsLoader *loader, GError **error)
{
  return tenure_facts_read_rows (loader, "SELECT id, name FROM person ORDER BY id", sizeof (TenureFactPerson), read_person,
                                 &loader->facts->persons, &loader->facts->n_persons, error);
}

static void
read_price_index (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactPriceIndex *index = element;

  index->id = sqlite3_value_int64 (row[0]);
  index->name = tenure_facts_text (facts->strings, row, 1);
  index->usual = tenure_facts_flag (row, 2);
}

/* Rates come series by series, in the order of the series. */
static void
read_rate (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  gint32 hint = 0;
  gint32 index = tenure_facts_find (facts->price_indexes, facts->n_price_indexes, sizeof (TenureFactPriceIndex),
                                    sqlite3_value_int64 (row[0]), &hint);

  *(TenureFactRate *) element = (TenureFactRate){ tenure_facts_day (row, 1), sqlite3_value_int (row[2]) };
  facts->price_indexes[index].n_rates++;
}

static gboolean
load_price_indexes (TenureFactsLoader *loader, GError **error)
{
  TenureFacts *facts = loader->facts;

  if (!tenure_facts_read_rows (loader, "SELECT id, name, usual FROM price_index ORDER BY id", sizeof (TenureFactPriceIndex),
                               read_price_index, &facts->price_indexes, &facts->n_price_indexes, error)
      || !tenure_facts_read_rows (
          loader,
          "SELECT r.price_index, r.from_day, r.rate FROM index_rate r JOIN price_index p ON p.id = r.price_index "
          "ORDER BY r.price_index, r.from_day, r.id",
          sizeof (TenureFactRate), read_rate, &facts->rates, &facts->n_rates, error))
    return FALSE;
  for (guint i = 1; i < facts->n_price_indexes; i++)
    facts->price_indexes[i].first_rate = facts->price_indexes[i - 1].first_rate + facts->price_indexes[i - 1].n_rates;
  return TRUE;
}

gboolean
tenure_facts_load_referred (TenureFactsLoader *loader, GError **error)
{
  return load_organisations (loader, error) && load_persons (loader, error) && load_price_indexes (loader, error);
}

static void
read_contact (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactContact *contact = element;
  gint32 hint = 0, person_hint = 0;

  contact->id = sqlite3_value_int64 (row[0]);
  contact->organisation = tenure_facts_find (facts->organisations, facts->n_organisations, sizeof (TenureFactOrganisation),
                                             sqlite3_value_int64 (row[1]), &hint);
  contact->person = tenure_facts_find (facts->persons, facts->n_persons, sizeof (TenureFactPerson),
                                       sqlite3_value_int64 (row[2]), &person_hint);
  contact->from_day = tenure_facts_day (row, 3);
  contact->to_day = tenure_facts_day (row, 4);
  contact->handover_known = sqlite3_value_int (row[5]) != 0;
}

static void
read_other_income (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactOtherIncome *other = element;
  gint32 hint = 0;

  other->organisation = tenure_facts_find (facts->organisations, facts->n_organisations, sizeof (TenureFactOrganisation),
                                           sqlite3_value_int64 (row[0]), &hint);
  other->source = tenure_facts_text (facts->strings, row, 1);
  other->minor = sqlite3_value_int64 (row[2]);
  other->currency = tenure_facts_currency (row, 3);
}

static void
read_accounts (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactAccounts *accounts = element;
  gint32 hint = 0;

  accounts->id = sqlite3_value_int64 (row[0]);
  accounts->organisation = tenure_facts_find (facts->organisations, facts->n_organisations, sizeof (TenureFactOrganisation),
                                              sqlite3_value_int64 (row[1]), &hint);
  read_amounts (accounts, row, 2);
}

/* Organisation by organisation and year by year, so that each run lies together. The join leaves out rows whose parent is
 * missing. */
static const char accounts_sql[] =
    "SELECT a.id, a.organisation, a.year_end, a.income, a.expenditure, a.free_reserves, a.currency FROM accounts a "
    "JOIN organisation o ON o.id = a.organisation ORDER BY a.organisation, a.year_end, a.id";

static void
find_accounts_runs (TenureFacts *facts)
{
  for (guint i = 0; i < facts->n_accounts; i++)
    {
      TenureFactOrganisation *organisation = &facts->organisations[facts->accounts[i].organisation];

      if (organisation->n_accounts++ == 0)
        organisation->first_accounts = i;
    }
}

static gboolean
load_accounts (TenureFactsLoader *loader, GError **error)
{
  TenureFacts *facts = loader->facts;

  if (!tenure_facts_read_rows (loader, accounts_sql, sizeof (TenureFactAccounts), read_accounts, &facts->accounts,
                               &facts->n_accounts, error))
    return FALSE;
  find_accounts_runs (facts);
  return TRUE;
}

static gboolean
load_of_organisations (TenureFactsLoader *loader, GError **error)
{
  TenureFacts *facts = loader->facts;

  return tenure_facts_read_rows (
             loader, "SELECT id, organisation, person, from_day, to_day, handover IS NOT NULL FROM contact ORDER BY id",
             sizeof (TenureFactContact), read_contact, &facts->contacts, &facts->n_contacts, error)
         && tenure_facts_read_rows (
             loader, "SELECT organisation, source, amount, currency FROM other_income ORDER BY organisation, id",
             sizeof (TenureFactOtherIncome), read_other_income, &facts->other_incomes, &facts->n_other_incomes, error);
}

static void
read_board (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactBoard *board = element;

  board->id = sqlite3_value_int64 (row[0]);
  board->name = tenure_facts_text (facts->strings, row, 1);
  board->type = tenure_facts_text (facts->strings, row, 2);
  board->from_day = tenure_facts_day (row, 3);
  board->to_day = tenure_facts_day (row, 4);
  board->voice_expected = tenure_facts_flag (row, 5);
  board->votes = tenure_facts_flag (row, 6);
  board->bloc_power = tenure_facts_flag (row, 7);
  board->decision_rule = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_BOARD, "decision_rule"), row, 8);
  board->target_bp = tenure_facts_count (row, 9);
  board->quota = tenure_facts_count (row, 10);
  board->quorum = tenure_facts_count (row, 11);
}

/* Seats come board by board and appointments seat by seat, in the order of the seats, so that each run lies together and
 * the two are walked in step. The joins leave out rows whose parent is missing. */
static const char seats_sql[] =
    "SELECT s.id, s.board, s.title, s.vote_weight, s.established, s.abolished, s.bloc, s.role, s.budget_authority "
    "FROM seat s JOIN board b ON b.id = s.board ORDER BY s.board, s.id";
static const char appointments_sql[] =
    "SELECT a.id, a.seat, a.person, a.mandate, a.from_day, a.to_day FROM appointment a JOIN seat s ON s.id = a.seat "
    "JOIN board b ON b.id = s.board ORDER BY s.board, s.id, a.from_day, a.id";

static void
read_seat (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactSeat *seat = element;
  gint32 hint = 0;

  seat->id = sqlite3_value_int64 (row[0]);
  seat->board =
      tenure_facts_find (facts->boards, facts->n_boards, sizeof (TenureFactBoard), sqlite3_value_int64 (row[1]), &hint);
  seat->title = tenure_facts_text (facts->strings, row, 2);
  seat->vote_weight = tenure_facts_count (row, 3);
  seat->established = tenure_facts_day (row, 4);
  seat->abolished = tenure_facts_day (row, 5);
  seat->bloc = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_SEAT, "bloc"), row, 6);
  seat->role = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_SEAT, "role"), row, 7);
  seat->budget_authority = tenure_facts_flag (row, 8);
}

static void
find_seat_runs (TenureFacts *facts)
{
  for (guint i = 0; i < facts->n_seats; i++)
    {
      TenureFactBoard *board = &facts->boards[facts->seats[i].board];

      if (board->n_seats++ == 0)
        board->first_seat = i;
    }
}

/* An appointment whose seat is still to be found: its id waits in `seat_id`. */
typedef struct
{
  TenureFactAppointment appointment;
  TenureId seat_id;
} ReadAppointment;

static void
read_appointment (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  ReadAppointment *read = element;
  TenureFactAppointment *appointment = &read->appointment;
  gint32 hint = 0;

  read->seat_id = sqlite3_value_int64 (row[1]);
  appointment->id = sqlite3_value_int64 (row[0]);
  appointment->person =
      tenure_facts_find (facts->persons, facts->n_persons, sizeof (TenureFactPerson), sqlite3_value_int64 (row[2]), &hint);
  appointment->mandate = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_APPOINTMENT, "mandate"), row, 3);
  appointment->from_day = tenure_facts_day (row, 4);
  appointment->to_day = tenure_facts_day (row, 5);
}

static void
find_appointment_runs (TenureFacts *facts, const ReadAppointment *read)
{
  guint seat = 0;

  for (guint i = 0; i < facts->n_appointments; i++)
    {
      while (facts->seats[seat].id != read[i].seat_id)
        seat++;
      if (facts->seats[seat].n_appointments++ == 0)
        facts->seats[seat].first_appointment = i;
      facts->appointments[i] = read[i].appointment;
      facts->appointments[i].seat = (gint32) seat;
    }
}

static gboolean
load_appointments (TenureFactsLoader *loader, GError **error)
{
  g_autofree ReadAppointment *read = NULL;
  guint n;

  if (!tenure_facts_read_rows (loader, appointments_sql, sizeof (ReadAppointment), read_appointment, &read, &n, error))
    return FALSE;
  loader->facts->n_appointments = n;
  loader->facts->appointments = g_new (TenureFactAppointment, n);
  find_appointment_runs (loader->facts, read);
  return TRUE;
}

static gboolean
load_boards (TenureFactsLoader *loader, GError **error)
{
  TenureFacts *facts = loader->facts;

  if (!tenure_facts_read_rows (
          loader,
          "SELECT id, name, type, from_day, to_day, voice_expected, votes, bloc_power, decision_rule, target, "
          "quota, quorum FROM board ORDER BY id",
          sizeof (TenureFactBoard), read_board, &facts->boards, &facts->n_boards, error)
      || !tenure_facts_read_rows (loader, seats_sql, sizeof (TenureFactSeat), read_seat, &facts->seats, &facts->n_seats,
                                  error))
    return FALSE;
  find_seat_runs (facts);
  return load_appointments (loader, error);
}

static void
read_exemption (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactExemption *exemption = element;
  const TenureRule *rule = tenure_rule_from_code ((const char *) sqlite3_value_text (row[2]));

  exemption->id = sqlite3_value_int64 (row[0]);
  exemption->record = sqlite3_value_int64 (row[1]);
  exemption->rule = rule != NULL ? (int) rule->id : -1;
  exemption->from_day = tenure_facts_day (row, 3);
  exemption->review = tenure_facts_day (row, 4);
  exemption->reason = tenure_facts_text (facts->strings, row, 5);
  exemption->granted_by = tenure_facts_text (facts->strings, row, 6);
}

static gboolean
load_exemptions (TenureFactsLoader *loader, GError **error)
{
  return tenure_facts_read_rows (
      loader, "SELECT id, record, rule, from_day, review, reason, granted_by FROM exemption ORDER BY id",
      sizeof (TenureFactExemption), read_exemption, &loader->facts->exemptions, &loader->facts->n_exemptions, error);
}

/* The choices of a level stand in the order of TenureLevel; none of them is -1. */
static void
read_snooze (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactSnooze *snooze = element;
  const TenureRule *rule = tenure_rule_from_code ((const char *) sqlite3_value_text (row[2]));

  snooze->id = sqlite3_value_int64 (row[0]);
  snooze->record = sqlite3_value_int64 (row[1]);
  snooze->rule = rule != NULL ? (int) rule->id : -1;
  snooze->from_day = tenure_facts_day (row, 3);
  snooze->until = tenure_facts_day (row, 4);
  snooze->reason = tenure_facts_text (facts->strings, row, 5);
  snooze->put_off_by = tenure_facts_text (facts->strings, row, 6);
  snooze->level = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_SNOOZE, "level"), row, 7) - 1;
}

static gboolean
load_snoozes (TenureFactsLoader *loader, GError **error)
{
  return tenure_facts_read_rows (
      loader, "SELECT id, record, rule, from_day, until, reason, put_off_by, level FROM snooze ORDER BY id",
      sizeof (TenureFactSnooze), read_snooze, &loader->facts->snoozes, &loader->facts->n_snoozes, error);
}

/* Beyond what fits it is beyond what makes sense, which is said of it. */
static gint32
get_threshold (sqlite3_value **row, int column)
{
  gint64 hundredths;

  if (!tenure_facts_integer (row, column, &hundredths))
    return TENURE_THRESHOLD_UNSET;
  return (gint32) CLAMP (hundredths, G_MININT32 + 1, G_MAXINT32);
}

static gboolean
is_there (sqlite3_value **row, int column)
{
  return sqlite3_value_type (row[column]) != SQLITE_NULL;
}

/* Read as blank, a day or a level that says nothing would make a setting hold always, or as the program has it. */
static gboolean
is_unreadable (const TenureRuleSetting *setting, sqlite3_value **row)
{
  gint64 in_use = 1;

  tenure_facts_integer (row, 5, &in_use);
  return (is_there (row, 3) && !tenure_day_is_known (setting->from))
         || (is_there (row, 4) && !tenure_day_is_known (setting->until)) || in_use < 0 || in_use > 1
         || (is_there (row, 11) && setting->level == TENURE_LEVEL_NONE);
}

/* The choices of a level stand in the order of TenureLevel, from "note". */
static void
read_rule_setting (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureRuleSetting *setting = element;
  const TenureRule *rule = tenure_rule_from_code ((const char *) sqlite3_value_text (row[1]));
  gint8 level = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_RULE_SETTING, "level"), row, 11);
  gint64 portfolio = TENURE_ID_NONE;

  setting->id = sqlite3_value_int64 (row[0]);
  setting->rule = rule != NULL ? (int) rule->id : -1;
  tenure_facts_integer (row, 2, &portfolio);
  setting->portfolio = portfolio;
  setting->from = tenure_facts_day (row, 3);
  setting->until = tenure_facts_day (row, 4);
  setting->off = tenure_facts_flag (row, 5) == TENURE_FACT_NO;
  setting->reason = tenure_facts_text (facts->strings, row, 6);
  for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
    setting->thresholds[threshold] = get_threshold (row, 7 + (int) threshold);
  setting->level = level > 0 ? (TenureLevel) (TENURE_LEVEL_NOTE + level - 1) : TENURE_LEVEL_NONE;
  setting->source = tenure_facts_text (facts->strings, row, 12);
  setting->unreadable = is_unreadable (setting, row);
}

static gboolean
load_rule_settings (TenureFactsLoader *loader, GError **error)
{
  return tenure_facts_read_rows (
      loader,
      "SELECT id, rule, portfolio, from_day, until_day, in_use, reason, note, amber, red, extra, level, source "
      "FROM rule_setting ORDER BY id",
      sizeof (TenureRuleSetting), read_rule_setting, &loader->facts->rule_settings, &loader->facts->n_rule_settings, error);
}

static void
read_usual_terms (TenureFacts *facts, sqlite3_value **row, gpointer element)
{
  TenureFactUsualTerms *terms = element;
  gint64 funder;
  gint32 hint = 0;

  terms->funder = -1;
  if (tenure_facts_integer (row, 0, &funder))
    terms->funder =
        tenure_facts_find (facts->organisations, facts->n_organisations, sizeof (TenureFactOrganisation), funder, &hint);
  terms->kind = tenure_facts_choice (tenure_facts_field (TENURE_RECORD_USUAL_TERMS, "kind"), row, 1);
  terms->renewal_notice = tenure_facts_duration (row, 2);
  terms->lead_time = tenure_facts_duration (row, 3);
  terms->id = sqlite3_value_int64 (row[4]);
}

static gboolean
load_usual_terms (TenureFactsLoader *loader, GError **error)
{
  return tenure_facts_read_rows (loader,
                                 "SELECT funder, kind, renewal_notice, lead_time, id FROM usual_terms "
                                 "WHERE funder IS NULL OR funder IN (SELECT id FROM organisation) ORDER BY id",
                                 sizeof (TenureFactUsualTerms), read_usual_terms, &loader->facts->usual_terms,
                                 &loader->facts->n_usual_terms, error);
}

static gboolean
load_all (TenureFactsLoader *loader, GError **error)
{
  return tenure_facts_load_agreements (loader, error) && tenure_facts_read_rare (loader, error)
         && tenure_facts_load_children (loader, error) && load_accounts (loader, error)
         && load_of_organisations (loader, error) && load_boards (loader, error)
         && tenure_facts_load_participation (loader, error) && load_exemptions (loader, error)
         && load_snoozes (loader, error) && load_rule_settings (loader, error) && load_usual_terms (loader, error);
}

/* With all tables read in one transaction they are of one state, whatever is edited meanwhile. A reader that already is
 * in one (a snapshot, an edit) stays in it. */
static gboolean
load_in_transaction (TenureFactsLoader *loader, GError **error)
{
  gboolean own = sqlite3_get_autocommit (loader->db) != 0;
  gboolean ok;

  if (own && !tenure_sql_exec (loader->db, "BEGIN", error))
    return FALSE;
  ok = load_all (loader, error);
  if (own)
    sqlite3_exec (loader->db, "COMMIT", NULL, NULL, NULL);
  return ok;
}

TenureFacts *
tenure_load_facts (TenureReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureFacts) facts = tenure_facts_new ();
  TenureFactsLoader loader = { .reader = reader, .facts = facts };
  gboolean ok;

  g_return_val_if_fail (reader != NULL, NULL);

  loader.db = tenure_reader_get_db (reader);
  tenure_reader_set_cancellable (reader, cancellable);
  ok = load_in_transaction (&loader, error);
  tenure_reader_set_cancellable (reader, NULL);
  tenure_facts_index_clear (&loader.organisations);
  return ok ? g_steal_pointer (&facts) : NULL;
}
