#include "config.h"
#include "app/people/person-ties.h"

#include "app/boards/board-words.h"
#include "store/query.h"

#include "base/i18n.h"

static void
tie_free (gpointer data)
{
  TenurePersonTie *tie = data;

  g_free (tie->title);
  g_free (tie->text);
  g_free (tie);
}

char *
tenure_person_dup_period (TenureDay from, TenureDay to, TenureDay as_of)
{
  g_autofree char *first = tenure_day_is_known (from) ? tenure_day_dup_label (from) : NULL;
  g_autofree char *last = tenure_day_is_known (to) ? tenure_day_dup_label (to) : NULL;

  if (first != NULL && last != NULL)
    return g_strdup_printf (_ ("%1$s to %2$s"), first, last);
  if (first != NULL)
    return g_strdup_printf (from > as_of ? _ ("from %s") : _ ("since %s"), first);
  return last != NULL ? g_strdup_printf (_ ("until %s"), last) : g_strdup (_ ("dates not recorded"));
}

/* --- Collecting ---------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureSnapshot *snapshot;
  const TenureFacts *facts;
  const TenureAnalysis *whole;
  TenureDay as_of;
  int only;
  GPtrArray **ties;
} Search;

static gboolean
is_asked_for (const Search *search, gint32 person)
{
  return person >= 0 && (search->only < 0 || search->only == person);
}

static gboolean
is_over (const Search *search, TenureDay to)
{
  return tenure_day_is_known (to) && to < search->as_of;
}

/* Takes @title over. */
static TenurePersonTie *
add_tie (const Search *search, gint32 person, TenurePersonTieKind kind, char *title, TenureRecordType type, TenureId id)
{
  TenurePersonTie *tie = g_new (TenurePersonTie, 1);

  *tie = (TenurePersonTie){ kind, title, NULL, TENURE_DAY_NONE, TENURE_DAY_NONE, TRUE, type, id };
  g_ptr_array_add (search->ties[person], tie);
  return tie;
}

static void
set_period (const Search *search, TenurePersonTie *tie, TenureDay from, TenureDay to)
{
  tie->from_day = from;
  tie->to_day = to;
  tie->now = !tenure_day_is_known (from) || from <= search->as_of;
  tie->text = tenure_person_dup_period (from, to, search->as_of);
}

static char *
dup_seat_title (const Search *search, guint seat, gboolean deputy)
{
  g_autofree char *title = tenure_seat_dup_title (search->whole, seat);
  const char *board = search->facts->boards[search->facts->seats[seat].board].name;

  if (deputy)
    /* Translators: a board, and a seat on it that somebody holds for somebody else. */
    return g_strdup_printf (_ ("%1$s: deputy for %2$s"), board, title);
  /* Translators: a board and a seat on it. */
  return g_strdup_printf (_ ("%1$s: %2$s"), board, title);
}

static void
add_seats (const Search *search)
{
  for (guint i = 0; i < search->facts->n_appointments; i++)
    {
      const TenureFactAppointment *appointment = &search->facts->appointments[i];
      gboolean to_come = tenure_day_is_known (appointment->from_day) && appointment->from_day > search->as_of;
      gboolean held = appointment->seat >= 0 && search->whole->boards->holders[appointment->seat] == (gint32) i
                      && search->whole->boards->seat_exists[appointment->seat];
      TenurePersonTie *tie;

      if (appointment->seat < 0 || !is_asked_for (search, appointment->person) || (!held && !to_come))
        continue;
      tie = add_tie (search, appointment->person, TENURE_PERSON_SEAT, dup_seat_title (search, appointment->seat, FALSE),
                     TENURE_RECORD_BOARD, search->facts->boards[search->facts->seats[appointment->seat].board].id);
      set_period (search, tie, appointment->from_day, appointment->to_day);
    }
}

static void
add_contacts (const Search *search)
{
  for (guint i = 0; i < search->facts->n_contacts; i++)
    {
      const TenureFactContact *contact = &search->facts->contacts[i];
      const TenureFactOrganisation *organisation =
          contact->organisation >= 0 ? &search->facts->organisations[contact->organisation] : NULL;
      TenurePersonTie *tie;

      if (organisation == NULL || !is_asked_for (search, contact->person) || is_over (search, contact->to_day))
        continue;
      tie = add_tie (search, contact->person, TENURE_PERSON_CONTACT,
                     g_strdup (organisation->name != NULL ? organisation->name : _ ("No name recorded")),
                     TENURE_RECORD_ORGANISATION, organisation->id);
      set_period (search, tie, contact->from_day, contact->to_day);
    }
}

static void
add_essential (const Search *search)
{
  const TenureTerms *terms = tenure_snapshot_get_terms (search->snapshot);

  for (guint i = 0; i < search->facts->n_agreements; i++)
    {
      const TenureFactAgreement *agreement = &search->facts->agreements[i];

      if (is_asked_for (search, agreement->key_person) && terms->agreements[i].live)
        add_tie (search, agreement->key_person, TENURE_PERSON_ESSENTIAL,
                 g_strdup (agreement->title != NULL ? agreement->title : _ ("No title recorded")), TENURE_RECORD_AGREEMENT,
                 agreement->id);
    }
}

static TenureDay
day_of (const TenureValue *value)
{
  TenureDay day;

  return value->kind == TENURE_VALUE_TEXT && tenure_day_parse_iso (value->text, &day) ? day : TENURE_DAY_NONE;
}

static int
find_index (const Search *search, TenureRecordType type, const TenureValue *value)
{
  return value->kind == TENURE_VALUE_INTEGER
             ? tenure_basis_find (tenure_snapshot_get_basis (search->snapshot), type, value->integer)
             : -1;
}

/* An appointment's seat, deputy, first and last day. */
#define N_DEPUTY_FIELDS 4

static void
find_deputy_fields (guint fields[N_DEPUTY_FIELDS])
{
  fields[0] = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "seat");
  fields[1] = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "deputy");
  fields[2] = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "from_day");
  fields[3] = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "to_day");
}

static void
add_deputy (const Search *search, const TenureValue *values)
{
  int seat = find_index (search, TENURE_RECORD_SEAT, &values[0]);
  int person = find_index (search, TENURE_RECORD_PERSON, &values[1]);
  TenureDay to = day_of (&values[3]);
  TenurePersonTie *tie;

  if (seat < 0 || !is_asked_for (search, person) || is_over (search, to) || !search->whole->boards->seat_exists[seat])
    return;
  tie = add_tie (search, person, TENURE_PERSON_DEPUTY, dup_seat_title (search, (guint) seat, TRUE), TENURE_RECORD_BOARD,
                 search->facts->boards[search->facts->seats[seat].board].id);
  set_period (search, tie, day_of (&values[2]), to);
}

/* Of the appointments of everybody. */
static gboolean
add_all_deputies (const Search *search, TenureReader *reader, GError **error)
{
  guint fields[N_DEPUTY_FIELDS];
  g_autoptr (TenureCursor) cursor = NULL;
  g_autoptr (GError) failure = NULL;
  const TenureValue *values;
  TenureId id;

  find_deputy_fields (fields);
  cursor = tenure_reader_select (reader, TENURE_RECORD_APPOINTMENT, fields, N_DEPUTY_FIELDS, error);
  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &failure))
    add_deputy (search, values);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Of the appointments that name the one person. */
static gboolean
add_deputies_of (const Search *search, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_APPOINTMENT);
  const TenureValue person = TENURE_VALUE_OF_INTEGER (search->facts->persons[search->only].id);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) records = NULL;
  guint fields[N_DEPUTY_FIELDS];

  find_deputy_fields (fields);
  tenure_query_filter (query, fields[1], TENURE_FILTER_IS, &person, 1);
  ids = tenure_query_run (query, reader, error);
  if (ids != NULL)
    records = tenure_reader_load_many (reader, TENURE_RECORD_APPOINTMENT, (const TenureId *) (gpointer) ids->data, ids->len,
                                       error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const TenureRecord *appointment = records->pdata[i];
      TenureValue values[N_DEPUTY_FIELDS];

      for (guint field = 0; appointment != NULL && field < N_DEPUTY_FIELDS; field++)
        values[field] = appointment->values[fields[field]];
      if (appointment != NULL)
        add_deputy (search, values);
    }
  return TRUE;
}

static gboolean
add_deputies (const Search *search, TenureReader *reader, GError **error)
{
  return search->only >= 0 ? add_deputies_of (search, reader, error) : add_all_deputies (search, reader, error);
}

GPtrArray **
tenure_person_ties_load (TenureSnapshot *snapshot, TenureReader *reader, int only, GError **error)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  Search search = { snapshot,
                    facts,
                    tenure_basis_get_analysis (tenure_snapshot_get_basis (snapshot)),
                    tenure_snapshot_get_as_of (snapshot),
                    only,
                    g_new (GPtrArray *, MAX (facts->n_persons, 1)) };

  for (guint i = 0; i < facts->n_persons; i++)
    search.ties[i] = is_asked_for (&search, (gint32) i) ? g_ptr_array_new_with_free_func (tie_free) : NULL;
  add_seats (&search);
  if (!add_deputies (&search, reader, error))
    {
      tenure_person_ties_free (search.ties, facts->n_persons);
      return NULL;
    }
  add_contacts (&search);
  add_essential (&search);
  return search.ties;
}

void
tenure_person_ties_free (GPtrArray **ties, guint n_persons)
{
  for (guint i = 0; ties != NULL && i < n_persons; i++)
    g_clear_pointer (&ties[i], g_ptr_array_unref);
  g_free (ties);
}
