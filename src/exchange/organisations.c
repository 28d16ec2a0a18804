/* Matching organisations. Everything is held in memory for the time of a run: an integrated care system has tens of
 * thousands of organisations at most, and a look-up in the database for each row of a register would cost more than
 * the rest of the import. */

#include "exchange/organisations-private.h"

#include <string.h>

#include "base/text.h"

#define TEXTS_BYTES (64 * 1024)

typedef struct
{
  TenureId organisation;
  TenureId publisher;
} Link;

struct _TenureOrganisations
{
  GHashTable *by_id;         /* TenureId * → entry; owns the entries */
  GHashTable *by_name;       /* key → GPtrArray of entries */
  GHashTable *by_identifier; /* "GB-CHC-225922" → entry */
  GHashTable *links;         /* Link */
  GStringChunk *texts;       /* names and identifiers, and what they are found by */
};

static void
free_entry (gpointer data)
{
  TenureOrganisationEntry *entry = data;

  g_free (entry->vcs_evidence);
  g_ptr_array_unref (entry->identifiers);
  g_free (entry);
}

static guint
link_hash (gconstpointer data)
{
  const Link *link = data;
  gint64 mixed = (gint64) ((guint64) link->organisation * 31 + (guint64) link->publisher);

  return g_int64_hash (&mixed);
}

static gboolean
link_equal (gconstpointer a, gconstpointer b)
{
  const Link *left = a, *right = b;

  return left->organisation == right->organisation && left->publisher == right->publisher;
}

static TenureOrganisations *
organisations_new (void)
{
  TenureOrganisations *organisations = g_new0 (TenureOrganisations, 1);

  organisations->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_entry);
  organisations->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  organisations->by_identifier = g_hash_table_new (g_str_hash, g_str_equal);
  organisations->links = g_hash_table_new_full (link_hash, link_equal, g_free, NULL);
  organisations->texts = g_string_chunk_new (TEXTS_BYTES);
  return organisations;
}

void
tenure_organisations_free (TenureOrganisations *organisations)
{
  if (organisations == NULL)
    return;
  g_hash_table_unref (organisations->by_identifier);
  g_hash_table_unref (organisations->by_name);
  g_hash_table_unref (organisations->links);
  g_hash_table_unref (organisations->by_id);
  g_string_chunk_free (organisations->texts);
  g_free (organisations);
}

TenureOrganisationEntry *
tenure_organisations_add (TenureOrganisations *organisations, TenureId id, const char *name)
{
  TenureOrganisationEntry *entry = g_new0 (TenureOrganisationEntry, 1);
  g_autofree char *key = tenure_text_dup_key (name);

  entry->id = id;
  entry->name = name != NULL ? g_string_chunk_insert (organisations->texts, name) : NULL;
  entry->vcs = TENURE_ANSWER_UNKNOWN;
  entry->identifiers = g_ptr_array_new ();
  g_hash_table_insert (organisations->by_id, &entry->id, entry);
  if (key != NULL)
    {
      GPtrArray *namesakes = g_hash_table_lookup (organisations->by_name, key);

      if (namesakes == NULL)
        {
          namesakes = g_ptr_array_new ();
          g_hash_table_insert (organisations->by_name, g_string_chunk_insert (organisations->texts, key), namesakes);
        }
      g_ptr_array_add (namesakes, entry);
    }
  return entry;
}

/* The whole identifier as one text: local ones hold their prefix already. */
static char *
dup_whole (const TenureReadIdentifier *identifier)
{
  return g_str_equal (identifier->scheme, "360G") || identifier->scheme[0] == '\0'
             ? g_strdup (identifier->value)
             : g_strdup_printf ("%s-%s", identifier->scheme, identifier->value);
}

void
tenure_organisations_add_identifier (TenureOrganisations *organisations,
                                     TenureOrganisationEntry *entry,
                                     const TenureReadIdentifier *identifier)
{
  g_autofree char *given = dup_whole (identifier);
  char *whole = g_string_chunk_insert (organisations->texts, given);

  g_ptr_array_add (entry->identifiers, whole);
  entry->local = entry->local || !tenure_read_scheme_is_shared (identifier->scheme);
  if (!g_hash_table_contains (organisations->by_identifier, whole))
    g_hash_table_insert (organisations->by_identifier, whole, entry);
}

gboolean
tenure_organisations_has_scheme (const TenureOrganisationEntry *entry,
                                 const char *scheme,
                                 const char *value,
                                 gboolean *out_same)
{
  gsize length = strlen (scheme);
  gboolean found = FALSE;

  *out_same = FALSE;
  for (guint i = 0; i < entry->identifiers->len; i++)
    {
      const char *whole = g_ptr_array_index (entry->identifiers, i);

      if (g_str_equal (scheme, "360G")
              ? g_str_equal (whole, value)
              : (strncmp (whole, scheme, length) == 0 && whole[length] == '-' && g_str_equal (whole + length + 1, value)))
        *out_same = TRUE;
      found = found || (strncmp (whole, scheme, length) == 0 && whole[length] == '-');
    }
  return found;
}

void
tenure_organisations_link (TenureOrganisations *organisations, const TenureOrganisationEntry *entry, TenureId publisher)
{
  Link link = { .organisation = entry->id, .publisher = publisher };

  if (entry->local && publisher != TENURE_ID_NONE && !g_hash_table_contains (organisations->links, &link))
    g_hash_table_add (organisations->links, g_memdup2 (&link, sizeof link));
}

/* Whether @clue and @entry, of one name, have different numbers of one register. */
static gboolean
contradicts (const TenureOrganisationEntry *entry, const TenureOrganisationClue *clue)
{
  for (guint i = 0; i < clue->n_identifiers; i++)
    {
      const TenureReadIdentifier *identifier = &clue->identifiers[i];
      gboolean same;

      if (tenure_read_scheme_is_shared (identifier->scheme)
          && tenure_organisations_has_scheme (entry, identifier->scheme, identifier->value, &same) && !same)
        return TRUE;
    }
  return FALSE;
}

static TenureOrganisationEntry *
find_by_identifier (TenureOrganisations *organisations, const TenureOrganisationClue *clue)
{
  for (guint i = 0; i < clue->n_identifiers; i++)
    {
      g_autofree char *whole = dup_whole (&clue->identifiers[i]);
      TenureOrganisationEntry *entry = g_hash_table_lookup (organisations->by_identifier, whole);
      Link link = { .organisation = entry != NULL ? entry->id : TENURE_ID_NONE, .publisher = clue->publisher };

      if (entry != NULL
          && (tenure_read_scheme_is_shared (clue->identifiers[i].scheme)
              || g_hash_table_contains (organisations->links, &link)))
        return entry;
    }
  return NULL;
}

TenureOrganisationEntry *
tenure_organisations_find (TenureOrganisations *organisations, const TenureOrganisationClue *clue)
{
  TenureOrganisationEntry *entry = find_by_identifier (organisations, clue);
  g_autofree char *key = entry == NULL ? tenure_text_dup_key (clue->name) : NULL;
  const GPtrArray *namesakes = key != NULL ? g_hash_table_lookup (organisations->by_name, key) : NULL;

  for (guint i = 0; namesakes != NULL && entry == NULL && i < namesakes->len; i++)
    if (!contradicts (g_ptr_array_index (namesakes, i), clue))
      entry = g_ptr_array_index (namesakes, i);
  return entry;
}

TenureOrganisationEntry *
tenure_organisations_get (TenureOrganisations *organisations, TenureId id)
{
  return g_hash_table_lookup (organisations->by_id, &id);
}

GPtrArray *
tenure_organisations_list (TenureOrganisations *organisations)
{
  GPtrArray *list = g_ptr_array_sized_new (g_hash_table_size (organisations->by_id));
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, organisations->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    g_ptr_array_add (list, entry);
  return list;
}

/* Calls @take with each record of @type. */
static gboolean
each_record (TenureOrganisations *organisations,
             TenureReader *reader,
             TenureRecordType type,
             const char *const *names,
             void (*take) (TenureOrganisations *organisations, TenureId id, const TenureValue *values),
             GError **error)
{
  g_autoptr (TenureCursor) cursor = NULL;
  g_autoptr (GError) cause = NULL;
  guint fields[4], n = 0;
  const TenureValue *values;
  TenureId id;

  for (; names[n] != NULL; n++)
    fields[n] = tenure_record_field_index (type, names[n]);
  cursor = tenure_reader_select (reader, type, fields, n, error);
  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &cause))
    take (organisations, id, values);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static void
take_organisation (TenureOrganisations *organisations, TenureId id, const TenureValue *values)
{
  TenureOrganisationEntry *entry =
      tenure_organisations_add (organisations, id, values[0].kind == TENURE_VALUE_TEXT ? values[0].text : NULL);

  if (values[1].kind == TENURE_VALUE_INTEGER)
    entry->vcs = values[1].integer != 0 ? TENURE_ANSWER_YES : TENURE_ANSWER_NO;
}

static void
take_identifier (TenureOrganisations *organisations, TenureId id, const TenureValue *values)
{
  TenureOrganisationEntry *entry =
      values[0].kind == TENURE_VALUE_INTEGER ? tenure_organisations_get (organisations, values[0].integer) : NULL;
  TenureReadIdentifier identifier = { .note = TENURE_READ_EXACT };

  if (entry == NULL || values[1].kind != TENURE_VALUE_TEXT || values[2].kind != TENURE_VALUE_TEXT
      || strlen (values[2].text) >= sizeof identifier.value)
    return;
  g_strlcpy (identifier.scheme, values[1].text, sizeof identifier.scheme);
  g_strlcpy (identifier.value, values[2].text, sizeof identifier.value);
  tenure_organisations_add_identifier (organisations, entry, &identifier);
}

TenureOrganisations *
tenure_organisations_load (TenureReader *reader, GError **error)
{
  static const char *const organisation[] = { "name", "vcs", NULL };
  static const char *const identifier[] = { "organisation", "scheme", "value", NULL };
  g_autoptr (TenureOrganisations) organisations = organisations_new ();

  if (!each_record (organisations, reader, TENURE_RECORD_ORGANISATION, organisation, take_organisation, error)
      || !each_record (organisations, reader, TENURE_RECORD_IDENTIFIER, identifier, take_identifier, error))
    return NULL;
  return g_steal_pointer (&organisations);
}
