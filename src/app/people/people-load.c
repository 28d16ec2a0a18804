#include "config.h"
#include "app/people/people-load.h"

#include "app/people/person-ties.h"

#include "base/i18n.h"
#include <string.h>

/* --- Ties ---------------------------------------------------------------------------------------------------- */

static void
append_tie (GString *line, const TenurePersonTie *tie)
{
  if (line->len > 0)
    g_string_append (line, "; ");
  /* Translators: a seat or an organisation, and how long: "Place Board: Alliance chair, since 1 Jan 2026". */
  g_string_append_printf (line, _ ("%1$s, %2$s"), tie->title, tie->text);
}

static void
take_ties (TenurePersonItem *item, const GPtrArray *ties)
{
  GString *seats = g_string_new (NULL), *contacts = g_string_new (NULL);

  for (guint i = 0; i < ties->len; i++)
    {
      const TenurePersonTie *tie = ties->pdata[i];

      if (tie->kind == TENURE_PERSON_ESSENTIAL)
        item->n_essential++;
      else
        append_tie (tie->kind == TENURE_PERSON_CONTACT ? contacts : seats, tie);
      if (tie->kind != TENURE_PERSON_SEAT || !tie->now)
        continue;
      item->n_seats++;
      if (tenure_day_is_known (tie->to_day) && (!tenure_day_is_known (item->next_end) || tie->to_day < item->next_end))
        item->next_end = tie->to_day;
    }
  item->texts[TENURE_PERSON_SEATS] = g_string_free (seats, FALSE);
  item->texts[TENURE_PERSON_CONTACTS] = g_string_free (contacts, FALSE);
}

/* --- People -------------------------------------------------------------------------------------------------- */

/* Whom they work for and as what are no facts of the analysis: read for all in one pass. */
static gboolean
read_details (TenurePersonItem **items, TenureSnapshot *snapshot, TenureReader *reader, GError **error)
{
  const TenureBasis *basis = tenure_snapshot_get_basis (snapshot);
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  const guint fields[] = { tenure_record_field_index (TENURE_RECORD_PERSON, "organisation"),
                           tenure_record_field_index (TENURE_RECORD_PERSON, "role") };
  g_autoptr (TenureCursor) cursor =
      tenure_reader_select (reader, TENURE_RECORD_PERSON, fields, G_N_ELEMENTS (fields), error);
  g_autoptr (GError) failure = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &failure))
    {
      int person = tenure_basis_find (basis, TENURE_RECORD_PERSON, id);
      int works_for = values[0].kind == TENURE_VALUE_INTEGER
                          ? tenure_basis_find (basis, TENURE_RECORD_ORGANISATION, values[0].integer)
                          : -1;

      if (person < 0)
        continue;
      if (works_for >= 0)
        items[person]->texts[TENURE_PERSON_ORGANISATION] = g_strdup (facts->organisations[works_for].name);
      if (values[1].kind == TENURE_VALUE_TEXT)
        items[person]->texts[TENURE_PERSON_ROLE] = g_strdup (values[1].text);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static TenurePersonItem *
make_item (const TenureFactPerson *person, const GPtrArray *ties)
{
  TenurePersonItem *item = tenure_person_item_new ();

  item->id = person->id;
  item->texts[TENURE_PERSON_NAME] = g_strdup (person->name);
  item->name_key = g_utf8_collate_key (person->name != NULL ? person->name : "", -1);
  take_ties (item, ties);
  return item;
}

static gboolean
matches (const TenurePersonItem *item, const char *search)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (int i = 0; i < TENURE_N_PERSON_TEXTS; i++)
    g_string_append_printf (line, "%s ", item->texts[i] != NULL ? item->texts[i] : "");
  return *search == '\0' || g_str_match_string (search, line->str, TRUE);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const TenurePersonItem *left = *(TenurePersonItem *const *) a;
  const TenurePersonItem *right = *(TenurePersonItem *const *) b;

  return strcmp (left->name_key, right->name_key);
}

GPtrArray *
tenure_people_load (TenureSnapshot *snapshot, TenureReader *reader, GError **error)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  const char *search = tenure_filter_get_search (tenure_snapshot_get_filter (snapshot));
  GPtrArray **ties = tenure_person_ties_load (snapshot, reader, -1, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);

  if (ties == NULL)
    return NULL;
  for (guint i = 0; i < facts->n_persons; i++)
    g_ptr_array_add (all, make_item (&facts->persons[i], ties[i]));
  tenure_person_ties_free (ties, facts->n_persons);
  if (!read_details ((TenurePersonItem **) all->pdata, snapshot, reader, error))
    return NULL;
  for (guint i = 0; i < all->len; i++)
    if (matches (all->pdata[i], search))
      g_ptr_array_add (shown, g_object_ref (all->pdata[i]));
  g_ptr_array_sort (shown, compare_names);
  return g_steal_pointer (&shown);
}
