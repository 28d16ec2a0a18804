/* Agreements: the 360Giving and register profiles.
 *
 * A row is matched by its funder, its reference and, where a file uses one reference for several rows (instalments),
 * by which of those rows it is; a row without a reference by funder, provider, title, start and award date. */

#include "config.h"

#include "base/i18n.h"
#include <string.h>

#include "base/text.h"
#include "exchange/import-agreements-private.h"

#define MAX_TITLE_BYTES 120

/* An agreement of the document, by its key. */
typedef struct
{
  TenureId id;
  gboolean funded; /* has a funder */
} Known;

static TenureAgreements *
agreements_new (const TenureImport *import)
{
  TenureAgreements *a = g_new0 (TenureAgreements, 1);

  tenure_agreements_init_fields (a, import);
  a->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  a->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  a->occurrences = g_hash_table_new (g_str_hash, g_str_equal);
  a->keys = g_string_chunk_new (64 * 1024);
  a->key = g_string_new (NULL);
  a->draft = tenure_record_new (TENURE_RECORD_AGREEMENT);
  a->funder = tenure_record_new (TENURE_RECORD_FUNDER);
  return a;
}

static void
clear (TenureImport *import)
{
  TenureAgreements *a = g_steal_pointer (&import->state);

  g_hash_table_unref (a->known);
  g_hash_table_unref (a->occurrences);
  g_string_chunk_free (a->keys);
  g_string_free (a->key, TRUE);
  g_hash_table_unref (a->kinds);
  tenure_record_free (a->draft);
  tenure_record_free (a->funder);
  g_free (a);
}

/* By hand, because each row of a large file writes three. */
static void
append_integer (GString *key, gint64 value)
{
  char digits[24], *at = digits + sizeof digits;

  for (*--at = '\0'; value >= 10; value /= 10)
    *--at = (char) ('0' + value % 10);
  *--at = (char) ('0' + value);
  g_string_append_c (key, '\x1f');
  g_string_append (key, at);
}

static void
append_text (GString *key, const char *text)
{
  g_string_append_c (key, '\x1f');
  if (text != NULL)
    g_string_append (key, text);
}

/* Writes the key of an agreement, without its part, into @key. Ids and parts are never negative. */
static void
write_key (TenureAgreements *a, const TenureRecord *agreement, TenureId funder)
{
  const char *reference = tenure_record_get_text (agreement, a->reference);
  char iso[TENURE_DAY_ISO_SIZE];

  g_string_truncate (a->key, 0);
  append_integer (a->key, funder);
  append_text (a->key, reference);
  if (reference != NULL)
    return;
  append_integer (a->key, tenure_record_get_reference (agreement, a->provider));
  append_text (a->key, tenure_record_get_text (agreement, a->title));
  append_text (a->key, tenure_day_to_iso (tenure_record_get_day (agreement, a->start), iso));
  append_text (a->key, tenure_day_to_iso (tenure_record_get_day (agreement, a->award), iso));
}

/* The first funder of each agreement of the document. */
static GHashTable *
load_funders (TenureImport *import, GError **error)
{
  g_autoptr (GHashTable) funders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  TenureAgreements *a = import->state;
  guint fields[] = { a->funder_agreement, a->funder_organisation };
  g_autoptr (TenureCursor) cursor = tenure_reader_select (import->reader, TENURE_RECORD_FUNDER, fields, 2, error);
  g_autoptr (GError) cause = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return NULL;
  while (tenure_cursor_next (cursor, &id, &values, &cause))
    if (values[0].kind == TENURE_VALUE_INTEGER && values[1].kind == TENURE_VALUE_INTEGER
        && !g_hash_table_contains (funders, &values[0].integer))
      g_hash_table_insert (funders, g_memdup2 (&values[0].integer, sizeof (TenureId)),
                           g_memdup2 (&values[1].integer, sizeof (TenureId)));
  if (cause == NULL)
    return g_steal_pointer (&funders);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

/* Adds an agreement of the document, whose key fields @draft holds. */
static void
add_known (TenureImport *import, TenureId id, TenureId funder)
{
  TenureAgreements *a = import->state;
  Known known = { .id = id, .funded = funder != TENURE_ID_NONE };
  const TenureOrganisationEntry *provider;
  gint64 part = 1;

  tenure_record_get_integer (a->draft, a->part, &part);
  write_key (a, a->draft, funder);
  append_integer (a->key, part);
  if (!g_hash_table_contains (a->known, a->key->str))
    g_hash_table_insert (a->known, g_string_chunk_insert_len (a->keys, a->key->str, (gssize) a->key->len),
                         g_memdup2 (&known, sizeof known));
  provider = tenure_organisations_get (import->organisations, tenure_record_get_reference (a->draft, a->provider));
  if (provider != NULL)
    tenure_organisations_link (import->organisations, provider, funder);
}

static gboolean
load_known (TenureImport *import, GHashTable *funders, GError **error)
{
  TenureAgreements *a = import->state;
  guint fields[] = { a->reference, a->part, a->title, a->provider, a->start, a->award };
  g_autoptr (TenureCursor) cursor =
      tenure_reader_select (import->reader, TENURE_RECORD_AGREEMENT, fields, G_N_ELEMENTS (fields), error);
  g_autoptr (GError) cause = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &cause))
    {
      const TenureId *funder = g_hash_table_lookup (funders, &id);

      tenure_record_clear (a->draft);
      for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
        tenure_record_set (a->draft, fields[i], &values[i]);
      add_known (import, id, funder != NULL ? *funder : TENURE_ID_NONE);
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
begin (TenureImport *import, GError **error)
{
  g_autoptr (GHashTable) funders = NULL;

  import->state = agreements_new (import);
  funders = load_funders (import, error);
  return funders != NULL && load_known (import, funders, error);
}

static gboolean
says_total (const TenureCell *cell)
{
  char words[32];

  return cell->length > 0 && strchr (" tTgGsS", cell->text[0]) != NULL
         && tenure_read_fold (cell->text, words, sizeof words) == TENURE_READ_EXACT
         && (g_str_has_prefix (words, "total") || g_str_has_prefix (words, "grand total")
             || g_str_has_prefix (words, "sub total") || g_str_has_prefix (words, "sub-total")
             || g_str_has_prefix (words, "subtotal"));
}

/* Whether the cells that tell which agreement this is hold nothing but one label of a total; the label goes to
 * *@out_label. "Total Respite" beside "Total Support CIC" is no label. */
static gboolean
is_labelled_total (TenureImport *import, const TenureCell **out_label)
{
  static const TenureTarget telling[] = { TENURE_TARGET_REFERENCE, TENURE_TARGET_TITLE, TENURE_TARGET_ORG_NAME };

  for (gsize i = 0; i < G_N_ELEMENTS (telling); i++)
    {
      const TenureCell *cell = tenure_import_cell (import, telling[i]);

      if (cell->length == 0)
        continue;
      if (!says_total (cell) || (*out_label != NULL && strcmp ((*out_label)->text, cell->text) != 0))
        return FALSE;
      *out_label = cell;
    }
  for (guint i = 0; i < import->row.n_cells && *out_label == NULL; i++)
    if (says_total (&import->row.cells[i]))
      *out_label = &import->row.cells[i];
  return *out_label != NULL;
}

/* A row that adds up the others: a label and sums, and nothing that makes an agreement. The label of a row that has a
 * term is somebody's name. */
static gboolean
is_total_row (TenureImport *import, const TenureCell **out_label)
{
  static const TenureTarget terms[] = { TENURE_TARGET_START, TENURE_TARGET_ACTUAL_START, TENURE_TARGET_END,
                                        TENURE_TARGET_ACTUAL_END, TENURE_TARGET_AWARDED };

  *out_label = NULL;
  if (!is_labelled_total (import, out_label))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      const TenureCell *cell = tenure_import_cell (import, terms[i]);

      if (cell->length > 0 && cell != *out_label)
        return FALSE;
    }
  return TRUE;
}

/* An agreement without a title is called by its description or reference. */
static void
substitute_title (TenureImport *import, TenureAgreements *a)
{
  g_autofree char *line = NULL;

  if (tenure_record_is_known (a->draft, a->title))
    return;
  line = tenure_text_dup_clean (tenure_record_get_text (a->draft, a->description));
  if (line != NULL && strlen (line) > MAX_TITLE_BYTES)
    *g_utf8_find_prev_char (line, line + MAX_TITLE_BYTES + 1) = '\0';
  if (line != NULL)
    tenure_record_set_text (a->draft, a->title, line);
  else if (tenure_record_is_known (a->draft, a->reference))
    tenure_record_set_text (a->draft, a->title, tenure_record_get_text (a->draft, a->reference));
  else
    tenure_record_set_text (a->draft, a->title, _ ("Agreement without a title"));
  if (tenure_import_has (import, TENURE_TARGET_TITLE))
    tenure_import_note (import, TENURE_TARGET_TITLE, TENURE_PROBLEM_NOTE, "title-missing",
                        _ ("The agreement has no title and is called “%s”."), tenure_record_get_text (a->draft, a->title));
}

/* The agreement of the document that the draft means, or NULL. Sets the draft's part when its reference came before. */
static const Known *
match (TenureImport *import, TenureAgreements *a, TenureId funder)
{
  const Known *known;
  gpointer stored_key, seen = NULL;
  gsize length;
  guint part;

  write_key (a, a->draft, funder);
  if (!g_hash_table_lookup_extended (a->occurrences, a->key->str, &stored_key, &seen))
    stored_key = g_string_chunk_insert_len (a->keys, a->key->str, (gssize) a->key->len);
  part = GPOINTER_TO_UINT (seen) + 1;
  g_hash_table_insert (a->occurrences, stored_key, GUINT_TO_POINTER (part));
  if (part > 1)
    {
      tenure_record_set_integer (a->draft, a->part, part);
      if (tenure_record_is_known (a->draft, a->reference))
        tenure_import_note (
            import, TENURE_TARGET_REFERENCE, TENURE_PROBLEM_WARNING, "reference-reused",
            _ ("The reference “%s” was used before in this file. This is kept as agreement %u under it; remove one of "
               "the rows if they are the same."),
            tenure_record_get_text (a->draft, a->reference), part);
    }
  if (g_hash_table_size (a->known) == 0)
    return NULL;
  length = a->key->len;
  append_integer (a->key, part);
  known = g_hash_table_lookup (a->known, a->key->str);
  if (known != NULL || funder == TENURE_ID_NONE)
    return known;
  /* Imported before anyone said who the funder is. */
  g_string_truncate (a->key, length);
  write_key (a, a->draft, TENURE_ID_NONE);
  append_integer (a->key, part);
  return g_hash_table_lookup (a->known, a->key->str);
}

static gboolean
insert_funder (TenureImport *import, TenureAgreements *a, TenureId agreement, TenureId funder, GError **error)
{
  if (funder == TENURE_ID_NONE)
    return TRUE;
  tenure_record_clear (a->funder);
  tenure_record_set_reference (a->funder, a->funder_agreement, agreement);
  tenure_record_set_reference (a->funder, a->funder_organisation, funder);
  return tenure_import_insert (import, a->funder, error);
}

static gboolean
update (TenureImport *import, TenureAgreements *a, const Known *known, TenureId funder, GError **error)
{
  g_autoptr (TenureRecord) stored = tenure_import_load (import, TENURE_RECORD_AGREEMENT, known->id, error);
  gboolean changed, fund = !known->funded && funder != TENURE_ID_NONE;

  if (stored == NULL)
    return FALSE;
  changed = tenure_import_merge (stored, a->draft, FALSE);
  if (changed && !tenure_import_update (import, stored, error))
    return FALSE;
  if (fund && !insert_funder (import, a, known->id, funder, error))
    return FALSE;
  if (changed || fund)
    import->report->updated++;
  else
    import->report->unchanged++;
  return TRUE;
}

static gboolean
insert (TenureImport *import, TenureAgreements *a, TenureId funder, GError **error)
{
  substitute_title (import, a);
  /* What the file says by being what it is. Later imports do not insist on it. */
  if (!tenure_record_is_known (a->draft, a->kind))
    tenure_record_set_text (a->draft, a->kind, import->plan->profile == TENURE_PROFILE_360GIVING ? "grant" : "contract");
  if (!tenure_import_insert (import, a->draft, error) || !insert_funder (import, a, a->draft->id, funder, error))
    return FALSE;
  import->report->added++;
  return TRUE;
}

/* Whether something in the row says which agreement it is. A file without any such column is taken as it is. */
static gboolean
is_named (TenureImport *import)
{
  static const TenureTarget telling[] = { TENURE_TARGET_REFERENCE,  TENURE_TARGET_TITLE,      TENURE_TARGET_ORG_NAME,
                                          TENURE_TARGET_ORG_ID,     TENURE_TARGET_INDIVIDUAL, TENURE_TARGET_SUPPLIERS,
                                          TENURE_TARGET_DESCRIPTION };
  gboolean asked = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (telling); i++)
    {
      asked = asked || tenure_import_has (import, telling[i]);
      if (tenure_import_cell (import, telling[i])->length > 0)
        return TRUE;
    }
  return !asked;
}

/* A row with one cell in it, which does not say which agreement it is: a footnote or a heading within the table. */
static const TenureCell *
find_remark (TenureImport *import)
{
  const TenureCell *only = NULL;

  for (guint i = 0; i < import->row.n_cells; i++)
    {
      const TenureCell *cell = tenure_import_cell_at (import, i);

      if (cell->kind == TENURE_CELL_EMPTY)
        continue;
      if (only != NULL)
        return NULL;
      only = cell;
    }
  return only != NULL && only->kind == TENURE_CELL_TEXT ? only : NULL;
}

static gboolean
row (TenureImport *import, GError **error)
{
  TenureAgreements *a = import->state;
  TenureOrganisationEntry *funder = NULL, *provider = NULL;
  TenureId funder_id;
  TenureMoney value;
  const TenureCell *label;
  const Known *known;
  gboolean named;

  if (is_total_row (import, &label))
    {
      import->report->records_read--;
      tenure_import_note (import, TENURE_TARGET_NONE, TENURE_PROBLEM_NOTE, "total-row",
                          _ ("“%s”: this row adds up the others and is left out. If it is an agreement, give it a reference "
                             "or dates."),
                          label->text);
      return TRUE;
    }
  named = is_named (import);
  label = named ? NULL : find_remark (import);
  if (label != NULL)
    {
      import->report->records_read--;
      tenure_import_note (import, TENURE_TARGET_NONE, TENURE_PROBLEM_NOTE, "remark-row",
                          _ ("“%s”: the row holds nothing else and is left out."), label->text);
      return TRUE;
    }
  if (!named)
    tenure_import_note (import, TENURE_TARGET_TITLE, TENURE_PROBLEM_ERROR, "agreement-unnamed", "%s",
                        _ ("There is no reference, title or provider, so it cannot be told which agreement this is."));
  tenure_agreements_read (a, import);
  if (import->refused)
    return TRUE;
  if (!tenure_import_buyer (import, &funder, error))
    return FALSE;
  funder_id = funder != NULL ? funder->id : TENURE_ID_NONE;
  /* A grant to a person names no organisation as its provider: the person is nobody's dependency. */
  if (tenure_record_get_flag (a->draft, a->individual) != 1 && !tenure_import_provider (import, funder_id, &provider, error))
    return FALSE;
  if (provider != NULL)
    {
      tenure_record_set_reference (a->draft, a->provider, provider->id);
      provider->agreements++;
    }
  if (tenure_record_get_money (a->draft, a->value, &value))
    tenure_import_add_total (import, value.currency, value.minor);
  /* Without a reference the title is part of what it is matched by. */
  if (!tenure_record_is_known (a->draft, a->reference))
    substitute_title (import, a);
  known = match (import, a, funder_id);
  return known != NULL ? update (import, a, known, funder_id, error) : insert (import, a, funder_id, error);
}

const TenureImportClass tenure_import_agreements = { .begin = begin, .row = row, .clear = clear };
