/* tenure-cli check: whether a document is whole, and what in it contradicts itself. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "base/count.h"
#include "base/text.h"
#include "cli/check.h"
#include "cli/reading.h"

static TenureCheck *
check_document (const TenureReading *reading, GError **error)
{
  g_autoptr (GPtrArray) check = tenure_check_new ();
  TenureReader *reader = tenure_document_get_reader (reading->document);

  if (!tenure_check_links (check, reader, error) || !tenure_check_history (check, reader, error)
      || !tenure_check_organisations (check, reader, error) || !tenure_check_portfolios (check, reader, error))
    return NULL;
  tenure_check_agreements (check, reading->analysis->terms);
  tenure_check_boards (check, reading->facts);
  tenure_check_exemptions (check, reading->facts);
  tenure_check_rule_settings (check, reading->facts);
  return g_steal_pointer (&check);
}

static const char *
type_name (TenureRecordType type)
{
  return type != TENURE_RECORD_NONE ? tenure_record_def (type)->table : "history";
}

static void
append_text_json (const char *text, GString *json)
{
  if (text != NULL)
    tenure_text_append_json (json, text);
  else
    g_string_append (json, "null");
}

static void
append_problem_json (const TenureCheckProblem *problem, GString *json)
{
  g_string_append_printf (
      json, "{\"level\":\"%s\",\"code\":\"%s\",\"record_type\":\"%s\",\"record\":%" G_GINT64_FORMAT ",\"name\":",
      problem->level == TENURE_CHECK_ERROR ? "error" : "warning", problem->code, type_name (problem->type), problem->record);
  append_text_json (problem->name, json);
  g_string_append (json, ",\"field\":");
  append_text_json (problem->field, json);
  g_string_append (json, ",\"message\":");
  tenure_text_append_json (json, problem->message);
  g_string_append_c (json, '}');
}

static void
print_json (const char *file, const TenureCheck *check)
{
  g_autoptr (GString) json = g_string_new ("{\"file\":");

  tenure_text_append_json (json, file);
  g_string_append (json, ",\"problems\":[");
  for (guint i = 0; i < check->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "");
      append_problem_json (check->pdata[i], json);
    }
  g_string_append (json, "]}");
  tenure_command_print_json (json);
}

/* As much of a name as tells one record from another: a title may be a page long. The caller frees. */
static char *
dup_short_name (const char *name)
{
  const glong most = 80;
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= most)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, most);
  return g_strconcat (start, "…", NULL);
}

static void
print_problem (const char *file, const TenureCheckProblem *problem)
{
  g_autofree char *name = problem->name != NULL ? dup_short_name (problem->name) : NULL;
  const char *type = problem->type != TENURE_RECORD_NONE ? _ (tenure_record_def (problem->type)->label) : _ ("History");

  if (name != NULL)
    tenure_command_complain (_ ("%s: %s %" G_GINT64_FORMAT " (%s): %s"), file, type, problem->record, name,
                             problem->message);
  else
    tenure_command_complain (_ ("%s: %s %" G_GINT64_FORMAT ": %s"), file, type, problem->record, problem->message);
}

static void
print_total (const char *file, guint n)
{
  g_autofree char *count = tenure_count_dup_label (n);

  g_print (ngettext ("%1$s: %2$s problem.\n", "%1$s: %2$s problems.\n", n), file, count);
}

TenureExit
tenure_command_check (const TenureCommand *command, int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON for programs"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) check = NULL;
  g_auto (TenureReading) reading = TENURE_READING_INIT;

  if (!tenure_command_parse (command, entries, &argc, &argv, 1, 1))
    return TENURE_EXIT_WRONG_USE;
  if (!tenure_reading_open (&reading, argv[1], NULL, NULL, &error))
    return tenure_command_fail (argv[1], error);
  check = check_document (&reading, &error);
  if (check == NULL)
    return tenure_command_fail (argv[1], error);
  for (guint i = 0; i < check->len; i++)
    print_problem (argv[1], check->pdata[i]);
  if (json)
    print_json (argv[1], check);
  else if (check->len == 0)
    g_print (_ ("%s is whole, and nothing in it contradicts itself.\n"), argv[1]);
  else
    print_total (argv[1], check->len);
  return check->len > 0 ? TENURE_EXIT_PROBLEM : TENURE_EXIT_DONE;
}
