#include "config.h"
#include "app/organisations/organisation-detail.h"

#include "app/history/history-record.h"
#include "store/query.h"

#include "base/i18n.h"

/* What is looked at here; the History page tells the rest. */
#define MAX_CHANGES 8
/* A network may have hundreds. */
#define MAX_MEMBERS 24

static const TenureFacts *
facts_of (const TenureOrganisationDetail *detail)
{
  return tenure_snapshot_get_facts (detail->snapshot);
}

/* --- People --------------------------------------------------------------------------------------------------- */

static void
person_free (gpointer data)
{
  TenureOrganisationPerson *person = data;

  g_free (person->name);
  g_free (person->role);
  g_free (person);
}

static TenureOrganisationPerson *
find_person (const TenureOrganisationDetail *detail, TenureId id)
{
  for (guint i = 0; i < detail->people->len; i++)
    {
      TenureOrganisationPerson *person = detail->people->pdata[i];

      if (person->id == id)
        return person;
    }
  return NULL;
}

static TenureOrganisationPerson *
add_person (TenureOrganisationDetail *detail, TenureId id, const char *name, const char *role)
{
  TenureOrganisationPerson *person = find_person (detail, id);

  if (person == NULL)
    {
      person = g_new0 (TenureOrganisationPerson, 1);
      person->id = id;
      person->name = g_strdup (name);
      person->contact_from = person->contact_to = TENURE_DAY_NONE;
      g_ptr_array_add (detail->people, person);
    }
  if (person->role == NULL)
    person->role = g_strdup (role);
  return person;
}

/* Those recorded as working for it. */
static gboolean
read_staff (TenureOrganisationDetail *detail, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_PERSON);
  TenureValue organisation = TENURE_VALUE_OF_INTEGER (detail->record->id);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) records = NULL;

  tenure_query_filter (query, tenure_record_field_index (TENURE_RECORD_PERSON, "organisation"), TENURE_FILTER_IS,
                       &organisation, 1);
  ids = tenure_query_run (query, reader, error);
  if (ids == NULL)
    return FALSE;
  records =
      tenure_reader_load_many (reader, TENURE_RECORD_PERSON, (const TenureId *) (gconstpointer) ids->data, ids->len, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (records->pdata[i] != NULL)
      add_person (detail, g_array_index (ids, TenureId, i), tenure_record_get_text_by_name (records->pdata[i], "name"),
                  tenure_record_get_text_by_name (records->pdata[i], "role"));
  return records != NULL;
}

static TenureDay
day_of (const TenureRecord *record, const char *field)
{
  return tenure_record_get_day (record, tenure_record_field_index (record->type, field));
}

/* Contacts whose time is not over; those to come are known already. */
static gboolean
read_contacts (TenureOrganisationDetail *detail, TenureReader *reader, GError **error)
{
  TenureDay as_of = tenure_snapshot_get_as_of (detail->snapshot);
  guint field = tenure_record_field_index (TENURE_RECORD_CONTACT, "person");
  g_autoptr (GPtrArray) contacts = tenure_reader_load_children (reader, TENURE_RECORD_CONTACT, detail->record->id, error);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const TenureRecord *contact = contacts->pdata[i];
      TenureDay to = day_of (contact, "to_day");
      TenureOrganisationPerson *person;

      if ((tenure_day_is_known (to) && to < as_of) || tenure_record_get_reference (contact, field) == TENURE_ID_NONE)
        continue;
      person = add_person (detail, tenure_record_get_reference (contact, field), contact->titles[field],
                           tenure_record_get_text_by_name (contact, "role"));
      person->is_contact = TRUE;
      person->contact_from = day_of (contact, "from_day");
      person->contact_to = to;
      person->has_handover = tenure_record_get_text_by_name (contact, "handover") != NULL;
    }
  return contacts != NULL;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationPerson *left = *(TenureOrganisationPerson *const *) a;
  const TenureOrganisationPerson *right = *(TenureOrganisationPerson *const *) b;

  if (left->name == NULL || right->name == NULL)
    return (left->name == NULL) - (right->name == NULL);
  return g_utf8_collate (left->name, right->name);
}

/* How many of its agreements hang on each of its people. */
static void
count_essential (TenureOrganisationDetail *detail)
{
  const TenureFacts *facts = facts_of (detail);
  const TenureTerms *terms = tenure_snapshot_get_terms (detail->snapshot);
  guint n;
  const guint32 *provided = tenure_organisation_detail_get_provided (detail, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 essential = facts->agreements[provided[i]].key_person;
      gboolean live = terms->agreements[provided[i]].live;
      TenureOrganisationPerson *person = live && essential >= 0 ? find_person (detail, facts->persons[essential].id) : NULL;

      if (person != NULL)
        person->n_essential++;
    }
}

/* --- Seats ---------------------------------------------------------------------------------------------------- */

static GHashTable *
find_nominated (const TenureOrganisationDetail *detail, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_SEAT);
  TenureValue organisation = TENURE_VALUE_OF_INTEGER (detail->record->id);
  g_autoptr (GArray) ids = NULL;
  GHashTable *found;

  tenure_query_filter (query, tenure_record_field_index (TENURE_RECORD_SEAT, "nominator"), TENURE_FILTER_IS, &organisation,
                       1);
  ids = tenure_query_run (query, reader, error);
  if (ids == NULL)
    return NULL;
  found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (found, g_memdup2 (&g_array_index (ids, TenureId, i), sizeof (TenureId)));
  return found;
}

/* Who of its people holds the seat on the day; NULL for none of them. */
static TenureOrganisationPerson *
find_holder (const TenureOrganisationDetail *detail, guint seat)
{
  const TenureFacts *facts = facts_of (detail);
  gint32 holder = tenure_snapshot_get_boards (detail->snapshot)->holders[seat];
  gint32 person = holder >= 0 ? facts->appointments[holder].person : -1;

  return person >= 0 ? find_person (detail, facts->persons[person].id) : NULL;
}

static gboolean
read_seats (TenureOrganisationDetail *detail, TenureReader *reader, GError **error)
{
  const TenureFacts *facts = facts_of (detail);
  const TenureBoards *boards = tenure_snapshot_get_boards (detail->snapshot);
  g_autoptr (GHashTable) nominated = find_nominated (detail, reader, error);

  if (nominated == NULL)
    return FALSE;
  for (int held = TRUE; held >= FALSE; held--)
    for (guint i = 0; i < facts->n_seats; i++)
      {
        TenureOrganisationPerson *holder = find_holder (detail, i);
        TenureOrganisationSeat seat = { i, holder != NULL, g_hash_table_contains (nominated, &facts->seats[i].id) };

        if (!boards->seat_exists[i] || seat.held != held || (!held && !seat.nominated))
          continue;
        g_array_append_val (detail->seats, seat);
        if (held)
          holder->n_seats++;
      }
  return TRUE;
}

/* --- Members -------------------------------------------------------------------------------------------------- */

static gboolean
read_members (TenureOrganisationDetail *detail, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_ORGANISATION);
  TenureValue whole = TENURE_VALUE_OF_INTEGER (detail->record->id);
  g_autoptr (GArray) ids = NULL;

  tenure_query_filter (query, tenure_record_field_index (TENURE_RECORD_ORGANISATION, "parent"), TENURE_FILTER_IS, &whole, 1);
  tenure_query_sort (query, tenure_record_field_index (TENURE_RECORD_ORGANISATION, "name"), FALSE);
  ids = tenure_query_run (query, reader, error);
  if (ids == NULL)
    return FALSE;
  detail->n_members = ids->len;
  detail->members = tenure_reader_load_many (
      reader, TENURE_RECORD_ORGANISATION, (const TenureId *) (gconstpointer) ids->data, MIN (ids->len, MAX_MEMBERS), error);
  return detail->members != NULL;
}

/* --- What it pays for ----------------------------------------------------------------------------------------- */

static guint
count_funded (const TenureOrganisationDetail *detail)
{
  const TenureFacts *facts = facts_of (detail);
  const TenureTerms *terms = tenure_snapshot_get_terms (detail->snapshot);
  guint n = 0;

  for (guint i = 0; i < facts->n_agreements; i++)
    {
      const TenureFactAgreement *agreement = &facts->agreements[i];
      gboolean pays = FALSE;

      for (guint k = 0; k < agreement->n_funders && !pays; k++)
        pays = facts->funders[agreement->first_funder + k].organisation == (gint32) detail->organisation;
      n += pays && terms->agreements[i].running == TENURE_FACT_YES;
    }
  return n;
}

/* --- Accounts ------------------------------------------------------------------------------------------------- */

/* The latest first; those without a day last. */
static int
compare_accounts (gconstpointer a, gconstpointer b)
{
  TenureDay left = day_of (*(TenureRecord *const *) a, "year_end"), right = day_of (*(TenureRecord *const *) b, "year_end");

  if (tenure_day_is_known (left) != tenure_day_is_known (right))
    return tenure_day_is_known (left) ? -1 : 1;
  return (left < right) - (left > right);
}

static gboolean
read_accounts (TenureOrganisationDetail *detail, TenureReader *reader, GError **error)
{
  detail->accounts = tenure_reader_load_children (reader, TENURE_RECORD_ACCOUNTS, detail->record->id, error);
  if (detail->accounts != NULL)
    g_ptr_array_sort (detail->accounts, compare_accounts);
  return detail->accounts != NULL;
}

/* --- Whole ---------------------------------------------------------------------------------------------------- */

static gboolean
read_all (TenureOrganisationDetail *detail, TenureReader *reader, GError **error)
{
  TenureId id = detail->record->id;

  detail->identifiers = tenure_reader_load_children (reader, TENURE_RECORD_IDENTIFIER, id, error);
  if (detail->identifiers == NULL)
    return FALSE;
  detail->former_names = tenure_reader_load_children (reader, TENURE_RECORD_FORMER_NAME, id, error);
  if (detail->former_names == NULL)
    return FALSE;
  detail->changes =
      tenure_history_list_record (reader, TENURE_RECORD_ORGANISATION, id, MAX_CHANGES, &detail->more_changes, error);
  return detail->changes != NULL && read_accounts (detail, reader, error) && read_staff (detail, reader, error)
         && read_contacts (detail, reader, error) && read_members (detail, reader, error)
         && read_seats (detail, reader, error);
}

static TenureProviderFigures
find_figures (const TenureOrganisationDetail *detail)
{
  const TenureAnalysis *whole = tenure_basis_get_analysis (tenure_snapshot_get_basis (detail->snapshot));
  guint n;
  const guint32 *provided = tenure_organisation_detail_get_provided (detail, &n);

  return tenure_provider_figures (whole->providers, detail->organisation, provided, n);
}

TenureOrganisationDetail *
tenure_organisation_detail_load (TenureSnapshot *snapshot, TenureReader *reader, TenureId id, GError **error)
{
  g_autoptr (TenureOrganisationDetail) detail = g_new0 (TenureOrganisationDetail, 1);
  int organisation = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_ORGANISATION, id);

  detail->snapshot = tenure_snapshot_ref (snapshot);
  detail->people = g_ptr_array_new_with_free_func (person_free);
  detail->seats = g_array_new (FALSE, FALSE, sizeof (TenureOrganisationSeat));
  detail->record = tenure_reader_load (reader, TENURE_RECORD_ORGANISATION, id, error);
  if (detail->record == NULL)
    return NULL;
  if (organisation < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("The organisation is newer than the figures."));
      return NULL;
    }
  detail->organisation = (guint) organisation;
  if (!read_all (detail, reader, error))
    return NULL;
  detail->completeness =
      tenure_completeness_of_fact (tenure_snapshot_get_terms (snapshot), TENURE_RECORD_ORGANISATION, detail->organisation);
  detail->figures = find_figures (detail);
  detail->n_funded = count_funded (detail);
  count_essential (detail);
  g_ptr_array_sort (detail->people, compare_people);
  return g_steal_pointer (&detail);
}

void
tenure_organisation_detail_free (TenureOrganisationDetail *detail)
{
  if (detail == NULL)
    return;
  tenure_snapshot_unref (detail->snapshot);
  g_clear_pointer (&detail->record, tenure_record_free);
  g_clear_pointer (&detail->identifiers, g_ptr_array_unref);
  g_clear_pointer (&detail->former_names, g_ptr_array_unref);
  g_clear_pointer (&detail->accounts, g_ptr_array_unref);
  g_ptr_array_unref (detail->people);
  g_array_unref (detail->seats);
  g_clear_pointer (&detail->members, g_ptr_array_unref);
  g_clear_pointer (&detail->changes, g_ptr_array_unref);
  g_free (detail);
}

const guint32 *
tenure_organisation_detail_get_provided (const TenureOrganisationDetail *detail, guint *out_n)
{
  return tenure_basis_get_provided (tenure_snapshot_get_basis (detail->snapshot), detail->organisation, out_n);
}
