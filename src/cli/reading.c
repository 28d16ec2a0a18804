#include "config.h"
#include "cli/reading.h"

#include "base/i18n.h"

#include "base/error.h"
#include "base/text.h"

/* Financial years begin in April, as they do in the window unless it is set otherwise. */
#define YEAR_FIRST_MONTH 4

TenureDocument *
tenure_reading_open_document (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return tenure_document_open (file, TENURE_OPEN_READ_ONLY, NULL, NULL, error);
}

static gboolean
read_day (const char *text, TenureDay *out_day, GError **error)
{
  if (text == NULL)
    *out_day = tenure_day_today ();
  else if (!tenure_day_parse_iso (text, out_day))
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                   _ ("“%s” is no date. Write the day as year, month and day: 2026-11-21."), text);
      return FALSE;
    }
  return TRUE;
}

/* --- Portfolio --- */

typedef struct
{
  TenureId id;
  guint count;
  GString *ids, *names;
} PortfolioSearch;

static gboolean
search_portfolios (PortfolioSearch *search, const char *name, TenureReader *reader, GError **error)
{
  const guint field = tenure_record_field_index (TENURE_RECORD_PORTFOLIO, "name");
  g_autoptr (TenureCursor) cursor = tenure_reader_select (reader, TENURE_RECORD_PORTFOLIO, &field, 1, error);
  g_autofree char *key = tenure_text_dup_key (name);
  g_autoptr (GError) failure = NULL;
  const TenureValue *values;
  TenureId id;

  while (cursor != NULL && tenure_cursor_next (cursor, &id, &values, &failure))
    {
      const char *own = values[0].kind == TENURE_VALUE_TEXT ? values[0].text : "";
      g_autofree char *own_key = tenure_text_dup_key (own);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_string_append_printf (search->names, "%s“%s”", search->names->len > 0 ? ", " : "", own);
      if (g_strcmp0 (number, name) != 0 && (key == NULL || g_strcmp0 (own_key, key) != 0))
        continue;
      search->id = id;
      search->count++;
      g_string_append_printf (search->ids, "%s%s", search->ids->len > 0 ? ", " : "", number);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return cursor != NULL && failure == NULL;
}

static gboolean
find_portfolio (TenureReader *reader, const char *name, TenureId *out_portfolio, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  PortfolioSearch search = { .ids = ids, .names = names };

  if (!search_portfolios (&search, name, reader, error))
    return FALSE;
  if (search.count == 1)
    *out_portfolio = search.id;
  else if (search.count > 1)
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                 _ ("Several portfolios are called “%s”. Name one by its number: %s."), name, ids->str);
  else if (names->len > 0)
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("There is no portfolio “%s”. The portfolios are %s."), name,
                 names->str);
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("There is no portfolio “%s”: the document has none."), name);
  return search.count == 1;
}

static gboolean
take_snapshot (TenureReading *self, const char *portfolio, GError **error)
{
  TenureReader *reader = tenure_document_get_reader (self->document);
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (TenureBasis) basis = NULL;
  TenureId id = TENURE_ID_NONE;

  if (portfolio != NULL && !find_portfolio (reader, portfolio, &id, error))
    return FALSE;
  tenure_filter_set_portfolio (filter, id);
  basis = tenure_basis_new (reader, self->as_of, YEAR_FIRST_MONTH, NULL, error);
  if (basis != NULL)
    self->snapshot = tenure_snapshot_new (basis, filter, reader, error);
  return self->snapshot != NULL;
}

/* --- Opening --- */

gboolean
tenure_reading_open (TenureReading *self, const char *path, const char *as_of, const char *portfolio, GError **error)
{
  if (!read_day (as_of, &self->as_of, error))
    return FALSE;
  self->document = tenure_reading_open_document (path, error);
  if (self->document == NULL || !take_snapshot (self, portfolio, error))
    return FALSE;
  self->facts = tenure_snapshot_get_facts (self->snapshot);
  self->analysis = tenure_snapshot_get_analysis (self->snapshot);
  if (tenure_snapshot_get_fault (self->snapshot) != NULL)
    {
      g_autofree char *scope = tenure_snapshot_dup_scope_label (self->snapshot);

      tenure_command_complain (_ ("%s: the rule of the portfolio “%s” is not followed, only what was put in by hand is "
                                  "counted. %s"),
                               path, scope, tenure_snapshot_get_fault (self->snapshot));
    }
  return TRUE;
}

TenureExit
tenure_reading_get_exit (const TenureReading *self)
{
  return tenure_snapshot_get_fault (self->snapshot) != NULL ? TENURE_EXIT_PROBLEM : TENURE_EXIT_DONE;
}

void
tenure_reading_clear (TenureReading *self)
{
  g_clear_pointer (&self->snapshot, tenure_snapshot_unref);
  if (self->document != NULL)
    tenure_document_close (self->document, TRUE);
  g_clear_object (&self->document);
}

gboolean
tenure_command_read (
    const TenureCommand *command, int *argc, char ***argv, int n_arguments, TenureReading *out_reading, gboolean *out_json)
{
  return tenure_command_read_with (command, NULL, argc, argv, n_arguments, n_arguments, out_reading, out_json);
}

gboolean
tenure_command_read_with (const TenureCommand *command,
                          const GOptionEntry *own,
                          int *argc,
                          char ***argv,
                          int least_arguments,
                          int most_arguments,
                          TenureReading *out_reading,
                          gboolean *out_json)
{
  gboolean json = FALSE;
  g_autofree char *as_of = NULL;
  g_autofree char *portfolio = NULL;
  const GOptionEntry usual[] = {
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &as_of, N_ ("The day to look at; today unless given"), N_ ("YYYY-MM-DD") },
    { "portfolio", 0, 0, G_OPTION_ARG_FILENAME, &portfolio, N_ ("The portfolio to look at; all agreements unless given"),
      N_ ("NAME") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON for programs"), NULL },
    { NULL },
  };
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  g_autoptr (GError) error = NULL;

  for (; own != NULL && own->long_name != NULL; own++)
    g_array_append_vals (entries, own, 1);
  g_array_append_vals (entries, usual, G_N_ELEMENTS (usual) - 1);
  if (!tenure_command_parse (command, (const GOptionEntry *) (gpointer) entries->data, argc, argv, least_arguments,
                             most_arguments))
    return FALSE;
  if (!tenure_reading_open (out_reading, (*argv)[1], as_of, portfolio, &error))
    {
      tenure_command_fail ((*argv)[1], error);
      return FALSE;
    }
  *out_json = json;
  return TRUE;
}

TenureExit
tenure_command_report (const TenureCommand *command,
                       int argc,
                       char **argv,
                       void (*append_json) (const TenureAnalysis *analysis, GString *json),
                       void (*print) (const TenureReading *reading))
{
  g_auto (TenureReading) reading = TENURE_READING_INIT;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean json;

  if (!tenure_command_read (command, &argc, &argv, 1, &reading, &json))
    return TENURE_EXIT_WRONG_USE;
  if (json)
    {
      append_json (reading.analysis, text);
      tenure_command_print_json (text);
    }
  else
    print (&reading);
  return tenure_reading_get_exit (&reading);
}

char *
tenure_reading_dup_heading (const TenureReading *self)
{
  g_autofree char *day = tenure_day_dup_label (self->as_of);
  g_autofree char *portfolio = tenure_snapshot_dup_scope_label (self->snapshot);

  if (!tenure_filter_is_empty (tenure_snapshot_get_filter (self->snapshot)))
    /* Translators: the names of a document and a portfolio, and a day: "north-ridge, Northern grants, as of 21 Nov 2026". */
    return g_strdup_printf (_ ("%1$s, %2$s, as of %3$s"), tenure_document_get_title (self->document), portfolio, day);
  /* Translators: the name of a document and a day: "north-ridge, as of 21 Nov 2026". */
  return g_strdup_printf (_ ("%s, as of %s"), tenure_document_get_title (self->document), day);
}

/* --- Finding a record --- */

/* What was found so far: the first one and the ids of all; and of agreements, which renew each other under
 * one title, those that run on the day. */
typedef struct
{
  const char *key;
  TenureRecordName first, running;
  GString *ids;
  guint count, n_running;
} Search;

static gboolean
consider (Search *search, TenureRecordType type, TenureId id, const char *name)
{
  g_autofree char *key = tenure_text_dup_key (name != NULL ? name : "");

  if (key == NULL || !g_str_equal (key, search->key))
    return FALSE;
  if (search->count++ == 0)
    search->first = (TenureRecordName){ type, id };
  g_string_append_printf (search->ids, "%s%" G_GINT64_FORMAT, search->ids->len > 0 ? ", " : "", id);
  return TRUE;
}

static void
search_agreements (Search *search, const TenureTerms *terms, gboolean by_reference)
{
  for (guint i = 0; i < terms->n_agreements; i++)
    {
      const TenureFactAgreement *agreement = &terms->facts->agreements[i];

      if (consider (search, TENURE_RECORD_AGREEMENT, agreement->id, by_reference ? agreement->reference : agreement->title)
          && terms->agreements[i].running == TENURE_FACT_YES && search->n_running++ == 0)
        search->running = (TenureRecordName){ TENURE_RECORD_AGREEMENT, agreement->id };
    }
}

static void
search_names (Search *search, const TenureFacts *facts)
{
  for (guint i = 0; i < facts->n_boards; i++)
    consider (search, TENURE_RECORD_BOARD, facts->boards[i].id, facts->boards[i].name);
  for (guint i = 0; i < facts->n_organisations; i++)
    consider (search, TENURE_RECORD_ORGANISATION, facts->organisations[i].id, facts->organisations[i].name);
  for (guint i = 0; i < facts->participation.n_budgets; i++)
    consider (search, TENURE_RECORD_BUDGET, facts->participation.budgets[i].id, facts->participation.budgets[i].name);
}

TenureRecordType
tenure_reading_find_type (TenureReader *reader, TenureId id)
{
  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      g_autoptr (TenureRecord) record = tenure_reader_load (reader, (TenureRecordType) type, id, NULL);

      if (record != NULL)
        return (TenureRecordType) type;
    }
  return TENURE_RECORD_NONE;
}

gboolean
tenure_reading_find_record (const TenureReading *self, const char *name, TenureRecordName *out_record, GError **error)
{
  g_autofree char *key = tenure_text_dup_key (name);
  g_autoptr (GString) ids = g_string_new (NULL);
  Search search = { .key = key != NULL ? key : "", .ids = ids };
  gint64 id;

  if (g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL))
    {
      search.first = (TenureRecordName){ tenure_reading_find_type (tenure_document_get_reader (self->document), id), id };
      search.count = search.first.type != TENURE_RECORD_NONE;
    }
  if (search.count == 0)
    search_agreements (&search, self->analysis->terms, TRUE);
  if (search.count == 0)
    {
      search_agreements (&search, self->analysis->terms, FALSE);
      search_names (&search, self->facts);
    }
  if (search.count == 1 || search.n_running == 1)
    {
      *out_record = search.count == 1 ? search.first : search.running;
      return TRUE;
    }
  if (search.count == 0)
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("No record has the number, reference or name “%s”."), name);
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                 _ ("Several records are called “%s”. Name one by its number: %s."), name, ids->str);
  return FALSE;
}
