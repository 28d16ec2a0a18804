/* The boards profile: memberships, one a row, or one board a row with its members as lines of a cell (or as a list, in
 * JSON). Each membership is a seat, a person and the appointment that joins them; when the seat was established is not
 * known. A seat is matched by its board and its holder; how an appointment is matched is in appointment-terms-private.h. */

#include "config.h"

#include "base/i18n.h"
#include <string.h>

#include "base/text.h"
#include "exchange/appointment-terms-private.h"
#include "exchange/import-private.h"
#include "exchange/members-private.h"

typedef struct
{
  GHashTable *boards;                                 /* name key → TenureId * */
  GHashTable *people;                                 /* name key → TenureId * */
  GHashTable *terms;                                  /* "board\x1fperson" → GArray of TenureAppointmentTerm */
  GHashTable *met_boards;                             /* name key: told about in this run */
  guint seat_board, seat_role, seat_title, seat_bloc; /* fields of a seat */
  guint appointment_seat, appointment_person, appointment_from, appointment_to; /* and of an appointment */
} Boards;

static GHashTable *
id_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
clear (TenureImport *import)
{
  Boards *state = g_steal_pointer (&import->state);

  g_hash_table_unref (state->boards);
  g_hash_table_unref (state->people);
  g_hash_table_unref (state->terms);
  g_hash_table_unref (state->met_boards);
  g_free (state);
}

static void
remember (GHashTable *table, char *key, TenureId id)
{
  if (key != NULL && !g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  g_free (key);
}

/* The ids of all records of @type by the key of their name. */
static gboolean
load_names (TenureImport *import, TenureRecordType type, GHashTable *table, GError **error)
{
  guint name = tenure_record_field_index (type, "name");
  g_autoptr (TenureCursor) cursor = tenure_reader_select (import->reader, type, &name, 1, error);
  g_autoptr (GError) cause = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &cause))
    if (values[0].kind == TENURE_VALUE_TEXT)
      remember (table, tenure_text_dup_key (values[0].text), id);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static char *
seat_key (TenureId board, TenureId person)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%" G_GINT64_FORMAT, board, person);
}

/* The terms of @person on @board, an array to be added to. */
static GArray *
terms_of (Boards *state, TenureId board, TenureId person)
{
  g_autofree char *key = seat_key (board, person);
  GArray *terms = g_hash_table_lookup (state->terms, key);

  if (terms == NULL)
    {
      terms = g_array_new (FALSE, FALSE, sizeof (TenureAppointmentTerm));
      g_hash_table_insert (state->terms, g_steal_pointer (&key), terms);
    }
  return terms;
}

/* The board of each seat of the document. */
static GHashTable *
load_seat_boards (TenureImport *import, GError **error)
{
  g_autoptr (GHashTable) boards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  const Boards *state = import->state;
  g_autoptr (TenureCursor) cursor = tenure_reader_select (import->reader, TENURE_RECORD_SEAT, &state->seat_board, 1, error);
  g_autoptr (GError) cause = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return NULL;
  while (tenure_cursor_next (cursor, &id, &values, &cause))
    if (values[0].kind == TENURE_VALUE_INTEGER)
      g_hash_table_insert (boards, g_memdup2 (&id, sizeof id), g_memdup2 (&values[0].integer, sizeof (TenureId)));
  if (cause == NULL)
    return g_steal_pointer (&boards);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

/* The day that a cursor gives as text; NONE when it gives none. */
static TenureDay
day_of (const TenureValue *value)
{
  TenureDay day;

  return value->kind == TENURE_VALUE_TEXT && tenure_day_parse_iso (value->text, &day) ? day : TENURE_DAY_NONE;
}

static gboolean
load_appointments (TenureImport *import, GError **error)
{
  Boards *state = import->state;
  g_autoptr (GHashTable) boards = load_seat_boards (import, error);
  guint fields[] = { state->appointment_seat, state->appointment_person, state->appointment_from, state->appointment_to };
  g_autoptr (TenureCursor) cursor = NULL;
  g_autoptr (GError) cause = NULL;
  const TenureValue *values;
  TenureId id;

  if (boards == NULL)
    return FALSE;
  cursor = tenure_reader_select (import->reader, TENURE_RECORD_APPOINTMENT, fields, G_N_ELEMENTS (fields), error);
  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &cause))
    {
      const TenureId *board =
          values[0].kind == TENURE_VALUE_INTEGER ? g_hash_table_lookup (boards, &values[0].integer) : NULL;

      if (board != NULL && values[1].kind == TENURE_VALUE_INTEGER)
        {
          TenureAppointmentTerm term = {
            .seat = values[0].integer, .appointment = id, .from = day_of (&values[2]), .to = day_of (&values[3])
          };

          g_array_append_val (terms_of (state, *board, values[1].integer), term);
        }
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static void
init_fields (Boards *state)
{
  state->seat_board = tenure_record_field_index (TENURE_RECORD_SEAT, "board");
  state->seat_role = tenure_record_field_index (TENURE_RECORD_SEAT, "role");
  state->seat_title = tenure_record_field_index (TENURE_RECORD_SEAT, "title");
  state->seat_bloc = tenure_record_field_index (TENURE_RECORD_SEAT, "bloc");
  state->appointment_seat = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "seat");
  state->appointment_person = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "person");
  state->appointment_from = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "from_day");
  state->appointment_to = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "to_day");
}

static gboolean
begin (TenureImport *import, GError **error)
{
  Boards *state = g_new0 (Boards, 1);

  state->boards = id_table ();
  state->people = id_table ();
  state->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  state->met_boards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  init_fields (state);
  import->state = state;
  return load_names (import, TENURE_RECORD_BOARD, state->boards, error)
         && load_names (import, TENURE_RECORD_PERSON, state->people, error) && load_appointments (import, error);
}

/* The record called @name, added when it is new. */
static gboolean
find_or_add (TenureImport *import,
             GHashTable *table,
             TenureRecord *draft,
             const char *name,
             TenureId *out_id,
             gboolean *out_added,
             GError **error)
{
  g_autofree char *key = tenure_text_dup_key (name);
  const TenureId *known = g_hash_table_lookup (table, key);

  *out_added = known == NULL;
  if (known != NULL)
    {
      *out_id = *known;
      return TRUE;
    }
  tenure_record_set_text_by_name (draft, "name", name);
  if (!tenure_import_insert (import, draft, error))
    return FALSE;
  *out_id = draft->id;
  remember (table, g_steal_pointer (&key), draft->id);
  return TRUE;
}

static gboolean
find_board (TenureImport *import, const char *name, TenureId *out_id, GError **error)
{
  Boards *state = import->state;
  g_autoptr (TenureRecord) draft = tenure_record_new (TENURE_RECORD_BOARD);
  g_autoptr (TenureRecord) stored = NULL;
  char *key = tenure_text_dup_key (name);
  gboolean added;

  tenure_record_take_text (draft, tenure_record_field_index (TENURE_RECORD_BOARD, "type"),
                           tenure_import_dup_text (tenure_import_cell (import, TENURE_TARGET_BOARD_TYPE)));
  if (!find_or_add (import, state->boards, draft, name, out_id, &added, error))
    {
      g_free (key);
      return FALSE;
    }
  import->report->boards_added += added;
  /* The first row about a board says what it is. */
  if (!g_hash_table_add (state->met_boards, key) || added)
    return TRUE;
  stored = tenure_import_load (import, TENURE_RECORD_BOARD, *out_id, error);
  if (stored == NULL)
    return FALSE;
  return !tenure_import_merge (stored, draft, FALSE) || tenure_import_update (import, stored, error);
}

static gboolean
find_person (TenureImport *import, const TenureMember *member, guint item, TenureId *out_id, GError **error)
{
  Boards *state = import->state;
  g_autoptr (TenureRecord) draft = tenure_record_new (TENURE_RECORD_PERSON);
  g_autofree char *works_for = tenure_import_dup_text (tenure_import_item_cell (import, TENURE_TARGET_MEMBER_ORG, item));
  TenureOrganisationClue clue = { .name = works_for };
  TenureOrganisationEntry *entry;
  gboolean added, changed;

  if (works_for != NULL)
    {
      if (!tenure_import_organisation (import, &clue, NULL, &entry, &added, &changed, error))
        return FALSE;
      tenure_record_set_reference (draft, tenure_record_field_index (TENURE_RECORD_PERSON, "organisation"), entry->id);
    }
  if (!find_or_add (import, state->people, draft, member->name, out_id, &added, error))
    return FALSE;
  import->report->people_added += added;
  return TRUE;
}

/* What the row says about the seat and the appointment. */
static void
fill_seat (const Boards *state, const TenureMember *member, TenureRecord *seat, TenureRecord *appointment)
{
  tenure_record_set_text (seat, state->seat_role, tenure_member_seat_role (member->role));
  if (!tenure_member_is_plain_role (member->role))
    tenure_record_set_text (seat, state->seat_title, member->role);
  if (member->group != NULL)
    {
      const TenureField *bloc = &tenure_record_def (TENURE_RECORD_SEAT)->fields[state->seat_bloc];
      const char *choice = tenure_field_choice_value (bloc, member->group);

      tenure_record_set_text (seat, state->seat_bloc, choice != NULL ? choice : member->group);
    }
  tenure_record_set_day (appointment, state->appointment_from, member->from);
  tenure_record_set_day (appointment, state->appointment_to, member->to);
}

/* Brings the record @id up to what @draft says. */
static gboolean
bring_up (TenureImport *import,
          const TenureRecord *draft,
          TenureId id,
          gboolean blanks_only,
          gboolean *out_changed,
          GError **error)
{
  g_autoptr (TenureRecord) stored = tenure_import_load (import, draft->type, id, error);

  if (stored == NULL)
    return FALSE;
  *out_changed = tenure_import_merge (stored, draft, blanks_only);
  return !*out_changed || tenure_import_update (import, stored, error);
}

/* Takes over what a row knows of @term. */
static void
learn_days (TenureAppointmentTerm *term, const TenureMember *member, gboolean blanks_only)
{
  if (member->from != TENURE_DAY_NONE && !(blanks_only && term->from != TENURE_DAY_NONE))
    term->from = member->from;
  if (member->to != TENURE_DAY_NONE && !(blanks_only && term->to != TENURE_DAY_NONE))
    term->to = member->to;
}

/* The row is about an appointment of the document. The seat is called what it is in the latest term. */
static gboolean
update_term (TenureImport *import,
             GArray *terms,
             TenureAppointmentTerm *term,
             const TenureMember *member,
             const TenureRecord *seat,
             const TenureRecord *appointment,
             GError **error)
{
  gboolean seat_changed = FALSE, appointment_changed;

  learn_days (term, member, FALSE);
  term->met = TRUE;
  if (!bring_up (import, appointment, term->appointment, FALSE, &appointment_changed, error)
      || (tenure_appointment_terms_latest (terms) == term
          && !bring_up (import, seat, term->seat, FALSE, &seat_changed, error)))
    return FALSE;
  if (seat_changed || appointment_changed)
    import->report->updated++;
  else
    import->report->unchanged++;
  return TRUE;
}

/* The row is about an appointment that an earlier row of this file was about: it may complete it. */
static gboolean
repeat_term (TenureImport *import,
             TenureAppointmentTerm *term,
             const TenureMember *member,
             const TenureRecord *appointment,
             GError **error)
{
  gboolean changed;

  learn_days (term, member, TRUE);
  tenure_import_note (import, TENURE_TARGET_PERSON, TENURE_PROBLEM_WARNING, "seat-repeated",
                      _ ("%s is named twice for the same board and term; one appointment is kept."), member->name);
  import->report->unchanged++;
  /* What a rehearsal has added cannot be read back. */
  return import->edit == NULL || bring_up (import, appointment, term->appointment, TRUE, &changed, error);
}

/* A term of its own: on the seat that the person has had on this board, or on a new one. */
static gboolean
insert_term (TenureImport *import,
             GArray *terms,
             TenureId board,
             TenureId person,
             const TenureMember *member,
             TenureRecord *seat,
             TenureRecord *appointment,
             GError **error)
{
  const Boards *state = import->state;
  const TenureAppointmentTerm *latest = tenure_appointment_terms_latest (terms);
  TenureAppointmentTerm term = { .from = member->from, .to = member->to, .met = TRUE };
  gboolean changed;

  if (latest == NULL)
    {
      tenure_record_set_reference (seat, state->seat_board, board);
      if (!tenure_import_insert (import, seat, error))
        return FALSE;
    }
  else if (import->edit != NULL && member->from >= latest->from
           && !bring_up (import, seat, latest->seat, FALSE, &changed, error))
    return FALSE;
  if (tenure_appointment_terms_overlap (terms, member->from, member->to))
    tenure_import_note (
        import, TENURE_TARGET_PERSON, TENURE_PROBLEM_WARNING, "terms-overlap",
        _ ("%s has a term on this board already that runs into this one. Both are kept; look which of the days is "
           "wrong, or when the earlier term ended."),
        member->name);
  term.seat = latest != NULL ? latest->seat : seat->id;
  tenure_record_set_reference (appointment, state->appointment_seat, term.seat);
  tenure_record_set_reference (appointment, state->appointment_person, person);
  if (!tenure_import_insert (import, appointment, error))
    return FALSE;
  term.appointment = appointment->id;
  g_array_append_val (terms, term);
  import->report->added++;
  return TRUE;
}

static gboolean
add_member (TenureImport *import, TenureId board, const TenureMember *member, guint item, GError **error)
{
  Boards *state = import->state;
  g_autoptr (TenureRecord) seat = tenure_record_new (TENURE_RECORD_SEAT);
  g_autoptr (TenureRecord) appointment = tenure_record_new (TENURE_RECORD_APPOINTMENT);
  TenureAppointmentTerm *term;
  TenureId person;
  GArray *terms;

  if (!find_person (import, member, item, &person, error))
    return FALSE;
  fill_seat (state, member, seat, appointment);
  terms = terms_of (state, board, person);
  term = tenure_appointment_terms_match (terms, member->from, member->to);
  if (term == NULL)
    return insert_term (import, terms, board, person, member, seat, appointment, error);
  if (term->met)
    return repeat_term (import, term, member, appointment, error);
  return update_term (import, terms, term, member, seat, appointment, error);
}

/* What the other cells of the row say about a member that its own cell does not. */
static void
complete_member (TenureImport *import, TenureMember *member, guint item)
{
  const TenureCell *role = tenure_import_item_cell (import, TENURE_TARGET_ROLE, item);
  const TenureCell *group = tenure_import_item_cell (import, TENURE_TARGET_BLOC, item);
  TenureReadDate from, to;

  if (role->length > 0)
    tenure_member_take_role (member, role->text);
  if (group->length > 0)
    {
      g_free (member->group);
      member->group = tenure_import_dup_text (group);
    }
  if (item > 0)
    return;
  from = tenure_import_date (import, TENURE_TARGET_FROM, TENURE_PROBLEM_WARNING);
  to = tenure_import_date (import, TENURE_TARGET_TO, TENURE_PROBLEM_WARNING);
  member->from = from.day != TENURE_DAY_NONE ? from.day : member->from;
  member->to = to.day != TENURE_DAY_NONE ? to.day : member->to;
}

/* The members in one cell, or in one item of a JSON list. */
static gboolean
add_members (TenureImport *import, TenureId board, guint item, guint *n_members, GError **error)
{
  const TenureCell *cell = tenure_import_item_cell (import, TENURE_TARGET_PERSON, item);
  g_autoptr (GArray) members = tenure_members_parse (cell->text);

  for (guint i = 0; i < members->len; i++)
    {
      TenureMember *member = &g_array_index (members, TenureMember, i);

      complete_member (import, member, item);
      if (!add_member (import, board, member, item, error))
        return FALSE;
    }
  *n_members += members->len;
  return TRUE;
}

static gboolean
row (TenureImport *import, GError **error)
{
  g_autofree char *name = tenure_import_dup_text (tenure_import_cell (import, TENURE_TARGET_BOARD));
  TenureId board;
  guint n_members = 0;

  if (name == NULL)
    {
      tenure_import_note (import, TENURE_TARGET_BOARD, TENURE_PROBLEM_ERROR, "board-missing", "%s",
                          _ ("The row does not say which board it is about."));
      return TRUE;
    }
  if (!find_board (import, name, &board, error))
    return FALSE;
  for (guint item = 0; item < tenure_import_n_items (import); item++)
    if (!add_members (import, board, item, &n_members, error))
      return FALSE;
  /* A row may be a board with many members: what is counted are memberships. */
  import->report->records_read += n_members - (n_members > 0);
  if (n_members == 0)
    {
      import->report->records_read--;
      tenure_import_note (import, TENURE_TARGET_PERSON, TENURE_PROBLEM_NOTE, "board-empty", _ ("“%s” has no members here."),
                          name);
    }
  return TRUE;
}

const TenureImportClass tenure_import_boards = { .begin = begin, .row = row, .clear = clear };
