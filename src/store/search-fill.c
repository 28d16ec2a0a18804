#include "config.h"
#include "store/search-fill-private.h"

/* What agreements are found by of an organisation: those that it funds by its name, those that it provides by all. */
typedef struct
{
  char *name;
  char *also; /* its identifiers and former names, each after a space; NULL when none is recorded */
} Words;

struct _TenureSearchFill
{
  guint n_fields;
  sqlite3_stmt *agreements, *funders, *words, *add;
  GHashTable *organisations; /* of Words by TenureId */
  TenureId filled;           /* up to here */
  GString *text;

  /* The funder that the sorted read stands on. */
  gboolean has_funder;
  TenureId agreement;
  TenureId organisation;
};

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->name);
  g_free (words->also);
  g_free (words);
}

/* "SELECT id, provider, title, …": the searched fields in the order of the catalogue. */
static char *
agreements_statement (guint *out_n_fields)
{
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);
  GString *sql = g_string_new ("SELECT id, provider");

  *out_n_fields = 0;
  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_SEARCHED)
      {
        g_string_append_printf (sql, ", \"%s\"", def->fields[i].name);
        (*out_n_fields)++;
      }
  g_string_append (sql, " FROM agreement WHERE id > :past AND id <= :upto ORDER BY id");
  return g_string_free (sql, FALSE);
}

TenureSearchFill *
tenure_search_fill_new (sqlite3 *db, const char *table, GError **error)
{
  g_autoptr (TenureSearchFill) fill = g_new0 (TenureSearchFill, 1);
  g_autofree char *agreements = agreements_statement (&fill->n_fields);
  g_autofree char *add = g_strdup_printf ("INSERT INTO %s (rowid, text) VALUES (:id, :text)", table);

  fill->organisations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, words_free);
  fill->text = g_string_sized_new (1024);
  if (tenure_sql_keep (db, &fill->agreements, agreements, error) && tenure_sql_keep (db, &fill->add, add, error)
      && tenure_sql_keep (db, &fill->funders,
                          "SELECT agreement, organisation FROM funder WHERE agreement > :past AND agreement <= :upto "
                          "ORDER BY 1, 2",
                          error)
      && tenure_sql_keep (db, &fill->words,
                          "SELECT name, " TENURE_SEARCH_IDENTIFIERS (":id") ", " TENURE_SEARCH_FORMER_NAMES (
                              ":id") " "
                                     "FROM organisation WHERE id = :id",
                          error))
    return g_steal_pointer (&fill);
  return NULL;
}

void
tenure_search_fill_free (TenureSearchFill *fill)
{
  if (fill == NULL)
    return;
  sqlite3_finalize (fill->agreements);
  sqlite3_finalize (fill->funders);
  sqlite3_finalize (fill->words);
  sqlite3_finalize (fill->add);
  g_hash_table_unref (fill->organisations);
  g_string_free (fill->text, TRUE);
  g_free (fill);
}

static char *
join (const char *identifiers, const char *former_names)
{
  if (identifiers == NULL && former_names == NULL)
    return NULL;
  return g_strdup_printf (" %s %s", identifiers != NULL ? identifiers : "", former_names != NULL ? former_names : "");
}

static gboolean
look_up (TenureSearchFill *fill, Words *words, TenureId id, GError **error)
{
  gboolean row, ok;

  tenure_sql_bind_integer (fill->words, ":id", id);
  ok = tenure_sql_step (fill->words, &row, error);
  if (ok && row)
    {
      words->name = g_strdup ((const char *) sqlite3_column_text (fill->words, 0));
      words->also =
          join ((const char *) sqlite3_column_text (fill->words, 1), (const char *) sqlite3_column_text (fill->words, 2));
    }
  sqlite3_reset (fill->words);
  return ok;
}

/* What is known of the organisation @id; without words when there is none. NULL on failure. */
static const Words *
get_words (TenureSearchFill *fill, TenureId id, GError **error)
{
  Words *words = g_hash_table_lookup (fill->organisations, &id);

  if (words != NULL)
    return words;
  words = g_new0 (Words, 1);
  g_hash_table_insert (fill->organisations, g_memdup2 (&id, sizeof id), words);
  return look_up (fill, words, id, error) ? words : NULL;
}

static gboolean
append_provider (TenureSearchFill *fill, TenureId id, GError **error)
{
  const Words *words = get_words (fill, id, error);

  if (words == NULL)
    return FALSE;
  if (words->name != NULL)
    g_string_append (fill->text, words->name);
  if (words->also != NULL)
    g_string_append (fill->text, words->also);
  return TRUE;
}

static gboolean
next_funder (TenureSearchFill *fill, GError **error)
{
  if (!tenure_sql_step (fill->funders, &fill->has_funder, error))
    return FALSE;
  if (fill->has_funder)
    {
      fill->agreement = sqlite3_column_int64 (fill->funders, 0);
      fill->organisation = sqlite3_column_int64 (fill->funders, 1);
    }
  return TRUE;
}

/* Appends the funders of @agreement, and leaves their read at the first of a later one. */
static gboolean
append_funders (TenureSearchFill *fill, TenureId agreement, GError **error)
{
  while (fill->has_funder && fill->agreement <= agreement)
    {
      const Words *words = get_words (fill, fill->organisation, error);

      if (words == NULL)
        return FALSE;
      if (fill->agreement == agreement && words->name != NULL)
        {
          g_string_append_c (fill->text, ' ');
          g_string_append (fill->text, words->name);
        }
      if (!next_funder (fill, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts in the agreement that is being read. */
static gboolean
add_agreement (TenureSearchFill *fill, GError **error)
{
  TenureId id = sqlite3_column_int64 (fill->agreements, 0);

  g_string_truncate (fill->text, 0);
  for (guint i = 0; i < fill->n_fields; i++)
    {
      const char *field = (const char *) sqlite3_column_text (fill->agreements, (int) i + 2);

      if (field != NULL)
        {
          g_string_append_len (fill->text, field, sqlite3_column_bytes (fill->agreements, (int) i + 2));
          g_string_append_c (fill->text, ' ');
        }
    }
  if (!append_provider (fill, sqlite3_column_int64 (fill->agreements, 1), error) || !append_funders (fill, id, error))
    return FALSE;
  tenure_sql_bind_integer (fill->add, ":id", id);
  tenure_sql_bind_value (fill->add, ":text", &TENURE_VALUE_OF_TEXT (fill->text->str));
  return tenure_sql_run (fill->add, error);
}

static void
bind_range (sqlite3_stmt *statement, TenureId past, TenureId upto)
{
  tenure_sql_bind_integer (statement, ":past", past);
  tenure_sql_bind_integer (statement, ":upto", upto);
}

static gboolean
add_agreements (TenureSearchFill *fill, GError **error)
{
  gboolean row = TRUE;

  if (!next_funder (fill, error))
    return FALSE;
  while (row)
    {
      if (!tenure_sql_step (fill->agreements, &row, error))
        return FALSE;
      if (row && !add_agreement (fill, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
tenure_search_fill_run (TenureSearchFill *fill, TenureId upto, GError **error)
{
  gboolean ok;

  bind_range (fill->agreements, fill->filled, upto);
  bind_range (fill->funders, fill->filled, upto);
  ok = add_agreements (fill, error);
  sqlite3_reset (fill->agreements);
  sqlite3_reset (fill->funders);
  fill->filled = upto;
  return ok;
}
