#include "register-fixture.h"

const RegisterRow register_rows[REGISTER_N_ROWS] = {
  { "Advice line", "Lantern Trust", "grant", "North", "2026-04-01", "2027-03-31", 1, "advice; money" },
  { "Befriending", "Lantern Trust", "contract", "South", "2024-04-01", "2027-03-31", 1, "money" },
  { "Carers' café", "Harbour Carers", "grant", NULL, "2025-04-01", "2030-03-31", 1 },
  { "Day centre", "Stonebridge Care Ltd", "contract", "North", "2025-10-01", "2026-09-30", 0, "day; advice; money" },
  { "Evening sitting", "Unlisted Group", NULL, "North", "2026-04-01", NULL, -1 },
};

typedef struct
{
  const RegisterRow *rows;
  guint n;
} Rows;

static void
set_text (TenureRecord *record, const char *field, const char *text)
{
  tenure_record_set_text_by_name (record, field, text);
}

static TenureId *
insert_provider (TenureEdit *edit, const RegisterRow *row, GError **error)
{
  g_autoptr (TenureRecord) organisation = tenure_record_new (TENURE_RECORD_ORGANISATION);

  set_text (organisation, "name", row->provider);
  tenure_record_set_flag (organisation, tenure_record_field_index (TENURE_RECORD_ORGANISATION, "vcs"), row->vcs);
  return tenure_edit_insert (edit, organisation, error) ? g_memdup2 (&organisation->id, sizeof organisation->id) : NULL;
}

static gboolean
insert_rows (TenureEdit *edit, gpointer data, GError **error)
{
  const Rows *rows = data;
  g_autoptr (GHashTable) providers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < rows->n; i++)
    {
      const RegisterRow *row = &rows->rows[i];
      g_autoptr (TenureRecord) agreement = tenure_record_new (TENURE_RECORD_AGREEMENT);
      TenureId *provider = g_hash_table_lookup (providers, row->provider);

      if (provider == NULL)
        {
          provider = insert_provider (edit, row, error);
          if (provider == NULL)
            return FALSE;
          g_hash_table_insert (providers, (gpointer) row->provider, provider);
        }
      set_text (agreement, "title", row->title);
      set_text (agreement, "kind", row->kind);
      set_text (agreement, "place", row->place);
      set_text (agreement, "tags", row->tags);
      set_text (agreement, "start", row->start);
      set_text (agreement, "end", row->end);
      tenure_record_set_reference (agreement, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "provider"), *provider);
      if (!tenure_edit_insert (edit, agreement, error))
        return FALSE;
    }
  return TRUE;
}

void
register_fixture_add (RegisterFixture *fixture, const RegisterRow *rows, guint n)
{
  g_autoptr (GError) error = NULL;
  Rows data = { rows, n };

  tenure_document_edit (fixture->document, "Fill", insert_rows, &data, &error);
  g_assert_no_error (error);
}

void
register_fixture_read (RegisterFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->basis, tenure_basis_unref);
  g_clear_pointer (&fixture->reader, tenure_reader_free);
  fixture->reader = tenure_document_open_reader (fixture->document, &error);
  g_assert_no_error (error);
  fixture->basis = tenure_basis_new (fixture->reader, REGISTER_AS_OF, 4, NULL, &error);
  g_assert_no_error (error);
}

void
register_fixture_set_up_empty (RegisterFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->state_dir = g_dir_make_tmp ("tenure-register-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->document = tenure_document_new (fixture->state_dir, &error);
  g_assert_no_error (error);
}

void
register_fixture_set_up (RegisterFixture *fixture, gconstpointer data)
{
  register_fixture_set_up_empty (fixture, data);
  register_fixture_add (fixture, register_rows, REGISTER_N_ROWS);
  register_fixture_read (fixture);
}

void
register_fixture_tear_down (RegisterFixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", fixture->state_dir);

  g_clear_pointer (&fixture->basis, tenure_basis_unref);
  g_clear_pointer (&fixture->reader, tenure_reader_free);
  tenure_document_close (fixture->document, TRUE);
  g_object_unref (fixture->document);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (fixture->state_dir);
}

static gboolean
insert_record (TenureEdit *edit, gpointer record, GError **error)
{
  return tenure_edit_insert (edit, record, error);
}

const char *
register_fixture_insert (RegisterFixture *fixture, TenureRecordType type, ...)
{
  g_autoptr (TenureRecord) record = tenure_record_new (type);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const char *name;
  va_list args;

  va_start (args, type);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      guint field = tenure_record_field_index (type, name);
      const char *value = va_arg (args, const char *);

      if (tenure_field_type_is_integer (tenure_record_def (type)->fields[field].type))
        tenure_record_set_integer (record, field, g_ascii_strtoll (value, NULL, 10));
      else
        tenure_record_set_text (record, field, value);
    }
  va_end (args);
  tenure_document_edit (fixture->document, "Enter by hand", insert_record, record, &error);
  g_assert_no_error (error);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
  return g_intern_string (id);
}

TenureId
register_fixture_find (RegisterFixture *fixture, char letter)
{
  const TenureFacts *facts = tenure_basis_get_facts (fixture->basis);

  for (guint i = 0; i < facts->n_agreements; i++)
    if (facts->agreements[i].title[0] == letter)
      return facts->agreements[i].id;
  g_assert_not_reached ();
}

/* --- Portfolios ---------------------------------------------------------------------------------------------- */

static gboolean
store_record (TenureEdit *edit, gpointer data, GError **error)
{
  TenureRecord *record = data;

  return record->id != TENURE_ID_NONE ? tenure_edit_update (edit, record, NULL, error)
                                      : tenure_edit_insert (edit, record, error);
}

static void
store (RegisterFixture *fixture, TenureRecord *record)
{
  g_autoptr (GError) error = NULL;

  tenure_document_edit (fixture->document, "Store", store_record, record, &error);
  g_assert_no_error (error);
}

TenureId
register_fixture_add_portfolio (RegisterFixture *fixture, const char *name, const char *rule)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_PORTFOLIO);

  set_text (record, "name", name);
  set_text (record, "rule", rule);
  store (fixture, record);
  return record->id;
}

void
register_fixture_set_rule (RegisterFixture *fixture, TenureId portfolio, const char *rule)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureRecord) record
    = tenure_reader_load (tenure_document_get_reader (fixture->document), TENURE_RECORD_PORTFOLIO, portfolio, &error);

  g_assert_no_error (error);
  set_text (record, "rule", rule);
  store (fixture, record);
}

void
register_fixture_put (RegisterFixture *fixture, TenureId portfolio, TenureId agreement)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_MEMBERSHIP);

  tenure_record_set_reference (record, tenure_record_field_index (TENURE_RECORD_MEMBERSHIP, "portfolio"), portfolio);
  tenure_record_set_reference (record, tenure_record_field_index (TENURE_RECORD_MEMBERSHIP, "agreement"), agreement);
  store (fixture, record);
}
