/* tenure-cli import: registers, grants, organisations and boards into a document, each file a step of
 * history. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "base/count.h"
#include "base/text.h"
#include "cli/usual-terms.h"
#include "exchange/import.h"
#include "store/document.h"

/* What was asked for on the command line. Lists end with NULL; NULL stands for "not said". */
typedef struct
{
  char *document;
  char *profile, *buyer, *currency;
  char **vcs, **not_vcs;
  char *renewal_notice, *lead_time;
  gboolean annual, total, json;

  TenureProfile profile_id;
  TenureCurrency currency_code;
  TenureDuration renewal_notice_length, lead_time_length;
  GHashTable *met; /* keys of the providers of all files, to tell who was named in vain */
} ImportOptions;

static void
import_options_clear (ImportOptions *self)
{
  g_free (self->document);
  g_free (self->profile);
  g_free (self->buyer);
  g_free (self->currency);
  g_strfreev (self->vcs);
  g_strfreev (self->not_vcs);
  g_free (self->renewal_notice);
  g_free (self->lead_time);
  g_clear_pointer (&self->met, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

/* A length that may be left out; FALSE, having said so, when it is none. */
static gboolean
read_length (const char *text, TenureDuration *out_length)
{
  if (text == NULL || tenure_usual_terms_read_length (text, out_length))
    return TRUE;
  tenure_command_complain (_ ("“%s” is no length of time. Write it as “3 months” or P3M."), text);
  return FALSE;
}

/* FALSE, having said so, when the options make no sense. */
static gboolean
read_options (ImportOptions *self)
{
  if (self->document == NULL)
    tenure_command_complain (_ ("Name the document to import into with -d DOC."));
  else if (self->profile != NULL && !tenure_profile_from_name (self->profile, &self->profile_id))
    tenure_command_complain (
        _ ("There is no profile “%s”. The profiles are auto, 360giving, register, organisations and boards."),
        self->profile);
  else if (self->currency != NULL
           && (self->currency_code = tenure_currency_from_code (self->currency)) == TENURE_CURRENCY_NONE)
    tenure_command_complain (_ ("“%s” is no currency. Write its three letters: GBP."), self->currency);
  else if (self->annual && self->total)
    tenure_command_complain (_ ("Say either --annual or --total: a value is for each year or for the whole term."));
  else
    return read_length (self->renewal_notice, &self->renewal_notice_length)
           && read_length (self->lead_time, &self->lead_time_length);
  return FALSE;
}

static void
answer_questions (TenurePlan *plan, const ImportOptions *options)
{
  tenure_plan_set_usual_terms (plan, options->renewal_notice_length, options->lead_time_length);
  if (options->buyer != NULL)
    tenure_plan_set_buyer (plan, options->buyer);
  if (options->currency_code != TENURE_CURRENCY_NONE)
    tenure_plan_set_currency (plan, options->currency_code);
  if (options->annual || options->total)
    tenure_plan_set_basis (plan, options->annual ? TENURE_BASIS_ANNUAL : TENURE_BASIS_TOTAL);
  for (guint i = 0; options->vcs != NULL && options->vcs[i] != NULL; i++)
    tenure_plan_set_vcs (plan, options->vcs[i], TENURE_ANSWER_YES);
  for (guint i = 0; options->not_vcs != NULL && options->not_vcs[i] != NULL; i++)
    tenure_plan_set_vcs (plan, options->not_vcs[i], TENURE_ANSWER_NO);
}

/* --- What is printed --- */

/* "register.csv: row 12, column “End Date”: …" on stderr. */
static void
print_problem (const char *file, const TenureImportProblem *problem)
{
  if (problem->row > 0 && problem->column != NULL)
    tenure_command_complain (_ ("%s: row %u, column “%s”: %s"), file, problem->row, problem->column, problem->message);
  else if (problem->row > 0)
    tenure_command_complain (_ ("%s: row %u: %s"), file, problem->row, problem->message);
  else if (problem->column != NULL)
    tenure_command_complain (_ ("%s: column “%s”: %s"), file, problem->column, problem->message);
  else
    tenure_command_complain ("%s: %s", file, problem->message);
}

/* So many of one kind are printed one by one. */
#define MAX_PRINTED 3

/* Problems with one code at one level, in the order of the first of each. */
typedef struct
{
  TenureProblemLevel level;
  const char *code;
  guint n;
} ProblemKind;

static ProblemKind *
find_kind (GArray *kinds, const TenureImportProblem *problem)
{
  ProblemKind kind = { problem->level, problem->code, 0 };

  for (guint i = 0; i < kinds->len; i++)
    {
      ProblemKind *known = &g_array_index (kinds, ProblemKind, i);

      if (known->level == problem->level && g_str_equal (known->code, problem->code))
        return known;
    }
  g_array_append_val (kinds, kind);
  return &g_array_index (kinds, ProblemKind, kinds->len - 1);
}

/* The first of @kind; what comes after them is counted. Errors are the rows that stay out: each is named. */
static void
print_kind (const TenureImportReport *report, const ProblemKind *kind)
{
  g_autofree char *left = NULL;
  guint printed = 0, most = kind->level == TENURE_PROBLEM_ERROR ? G_MAXUINT : MAX_PRINTED;

  for (guint i = 0; i < report->problems->len && printed < MIN (kind->n, most); i++)
    {
      const TenureImportProblem *problem = &g_array_index (report->problems, TenureImportProblem, i);

      if (problem->level != kind->level || !g_str_equal (problem->code, kind->code))
        continue;
      print_problem (report->file, problem);
      printed++;
    }
  left = tenure_count_dup_label (kind->n - printed);
  if (kind->n > printed)
    tenure_command_complain (ngettext ("%s: %s more of this kind (%s)", "%s: %s more of this kind (%s)", kind->n - printed),
                             report->file, left, kind->code);
}

/* By kind, as the window lists them. */
static void
print_problems (const TenureImportReport *report, TenureProblemLevel from)
{
  guint total = report->n_notes + report->n_warnings + report->n_errors;
  g_autofree char *left = tenure_count_dup_label (total - report->problems->len);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (ProblemKind));

  for (guint i = 0; i < report->problems->len; i++)
    {
      const TenureImportProblem *problem = &g_array_index (report->problems, TenureImportProblem, i);

      if (problem->level >= from)
        find_kind (kinds, problem)->n++;
    }
  for (guint i = 0; i < kinds->len; i++)
    print_kind (report, &g_array_index (kinds, ProblemKind, i));
  if (total > report->problems->len)
    tenure_command_complain (_ ("%s: %s more problems are not listed."), report->file, left);
}

static void
print_providers (const TenureImportReport *report)
{
  guint counts[3] = { 0 };
  g_autofree char *words = NULL;

  for (guint i = 0; i < report->providers->len; i++)
    counts[g_array_index (report->providers, TenureImportProvider, i).vcs + 1]++;
  words = tenure_count_dup_several (_ ("  Providers: %1$s {sector}, %2$s not, %3$s not known\n"), 3,
                                    (guint64[]){ counts[2], counts[1], counts[0] });
  if (report->providers->len > 0)
    g_print ("%s", words);
}

/* What the file left open and nobody answered, with the option that answers it. */
static void
print_questions (TenureQuestions questions)
{
  if (questions & TENURE_QUESTION_BUYER)
    g_print ("  %s\n", _ ("The file does not say who buys; --buyer NAME does."));
  if (questions & TENURE_QUESTION_CURRENCY)
    g_print ("  %s\n", _ ("The file does not say in which currency; --currency GBP does."));
  if (questions & TENURE_QUESTION_BASIS)
    g_print ("  %s\n", _ ("The file does not say whether values are for the whole term or for each year; "
                          "--total or --annual does."));
}

/* So many titles of columns are named. */
#define MAX_COLUMNS_NAMED 20

/* What stands in the file and was not understood: said, so that nobody takes it for imported. The caller frees; NULL for
 * nothing. */
static char *
dup_columns_not_read (const TenurePlan *plan)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < tenure_plan_get_n_columns (plan); i++)
    {
      const TenurePlanColumn *column = tenure_plan_get_column (plan, i);

      if (column->target != NULL || *column->title == '\0' || column->sample == NULL)
        continue;
      if (n++ < MAX_COLUMNS_NAMED)
        g_string_append_printf (titles, "%s%s", n > 1 ? ", " : "", column->title);
    }
  if (n > MAX_COLUMNS_NAMED)
    g_string_append (titles, ", …");
  return n > 0 ? g_strdup (titles->str) : NULL;
}

static void
print_report (const TenureImportReport *report, TenureQuestions questions, const char *columns_not_read)
{
  g_autofree char *records = tenure_count_dup_several (
      _ ("  Records: %1$s read, %2$s added, %3$s updated, %4$s unchanged, %5$s refused\n"), 5,
      (guint64[]){ report->records_read, report->added, report->updated, report->unchanged, report->refused });
  g_autofree char *problems =
      tenure_count_dup_several (_ ("  Problems: errors %1$s, warnings %2$s, notes %3$s\n"), 3,
                                (guint64[]){ report->n_errors, report->n_warnings, report->n_notes });

  g_print (_ ("%s (%s)\n"), report->file, tenure_profile_get_name (report->profile));
  g_print ("%s", records);
  for (guint i = 0; i < report->totals->len; i++)
    {
      const TenureImportTotal *total = &g_array_index (report->totals, TenureImportTotal, i);
      g_autofree char *label = tenure_money_dup_label ((TenureMoney){ total->minor, total->currency }, FALSE);

      if (total->currency == TENURE_CURRENCY_NONE)
        g_print (_ ("  Sum of values: %s, currency not known\n"), label);
      else
        g_print (_ ("  Sum of values: %s\n"), label);
    }
  print_providers (report);
  g_print ("%s", problems);
  print_questions (questions);
  if (columns_not_read != NULL)
    g_print (_ ("  Columns that are kept as they stand and not read: %s\n"), columns_not_read);
}

/* --- Providers named on the command line --- */

static void
remember_providers (const TenureImportReport *report, const ImportOptions *options)
{
  for (guint i = 0; i < report->providers->len; i++)
    {
      char *key = tenure_text_dup_key (g_array_index (report->providers, TenureImportProvider, i).name);

      if (key != NULL)
        g_hash_table_add (options->met, key);
    }
}

/* FALSE, having said so, when one of @names was not met: a slip of the pen would otherwise leave a provider
 * unknown without a word. */
static gboolean
check_met (char **names, const ImportOptions *options)
{
  gboolean all = TRUE;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *key = tenure_text_dup_key (names[i]);

      if (key != NULL && g_hash_table_contains (options->met, key))
        continue;
      tenure_command_complain (_ ("No provider in these files is called “%s”."), names[i]);
      all = FALSE;
    }
  return all;
}

/* --- The run --- */

/* What became of one file. */
typedef struct
{
  TenureImportReport *report;
  TenureQuestions questions;
  char *columns_not_read; /* NULL for none */
  gboolean read;          /* FALSE: the report holds nothing but why not */
} Outcome;

static void
outcome_clear (gpointer data)
{
  Outcome *outcome = data;

  tenure_import_report_free (outcome->report);
  g_free (outcome->columns_not_read);
}

/* One file; an error leaves the document as the files before it made it. Says what is wrong with it. */
static TenureExit
import_file (const char *path, TenureDocument *document, const ImportOptions *options, Outcome *out_outcome)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenurePlan) plan = tenure_plan_new (file, options->profile_id, NULL, &error);
  TenureImportReport *report = NULL;

  if (plan != NULL)
    {
      answer_questions (plan, options);
      report = tenure_import_run (plan, document, TENURE_IMPORT_DEFAULT, NULL, NULL, NULL, &error);
    }
  if (report == NULL)
    {
      *out_outcome = (Outcome){ .report = tenure_import_report_new_unreadable (file, options->profile_id, error) };
      return tenure_command_fail (path, error);
    }
  *out_outcome = (Outcome){ .report = report,
                            .questions = tenure_plan_get_questions (plan),
                            .columns_not_read = dup_columns_not_read (plan),
                            .read = TRUE };
  remember_providers (report, options);
  print_problems (report, options->json ? TENURE_PROBLEM_ERROR : TENURE_PROBLEM_NOTE);
  return report->n_errors > 0 ? TENURE_EXIT_PROBLEM : TENURE_EXIT_DONE;
}

/* Only once the document is saved: nothing is called added that is not there. */
static void
print_outcomes (const GArray *outcomes, const ImportOptions *options)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      const Outcome *outcome = &g_array_index (outcomes, Outcome, i);

      if (options->json)
        {
          g_autoptr (GString) json = g_string_new (NULL);

          tenure_import_report_append_json (outcome->report, json);
          tenure_command_print_json (json);
        }
      else if (outcome->read)
        print_report (outcome->report, outcome->questions, outcome->columns_not_read);
    }
}

/* Saves what was imported. What cannot be saved is left in the working copy, for the window to recover. */
static gboolean
save (TenureDocument *document, const ImportOptions *options)
{
  g_autoptr (GError) error = NULL;

  if (!tenure_document_is_dirty (document) || tenure_document_save (document, NULL, &error))
    {
      tenure_document_close (document, TRUE);
      return TRUE;
    }
  tenure_command_fail (options->document, error);
  tenure_command_complain (_ ("%s: What was imported is kept in a working copy. Open the document in Tenure, which "
                              "offers to recover it."),
                           options->document);
  tenure_document_close (document, FALSE);
  return FALSE;
}

static TenureExit
import_files (char **paths, int n_paths, const ImportOptions *options)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->document);
  g_autoptr (GArray) outcomes = g_array_new (FALSE, FALSE, sizeof (Outcome));
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureDocument) document = NULL;
  TenureExit worst = TENURE_EXIT_DONE;
  gboolean vcs_met, not_vcs_met;

  if (!g_file_query_exists (file, NULL))
    {
      tenure_command_complain (_ ("There is no document %s. Make it first: tenure-cli new %s"), options->document,
                               options->document);
      return TENURE_EXIT_WRONG_USE;
    }
  document = tenure_document_open (file, TENURE_OPEN_DEFAULT, NULL, NULL, &error);
  if (document == NULL)
    return tenure_command_fail (options->document, error);
  g_array_set_clear_func (outcomes, outcome_clear);
  for (int i = 0; i < n_paths; i++)
    {
      Outcome outcome;
      TenureExit status = import_file (paths[i], document, options, &outcome);

      g_array_append_val (outcomes, outcome);
      worst = MAX (worst, status);
    }
  vcs_met = check_met (options->vcs, options);
  not_vcs_met = check_met (options->not_vcs, options);
  if (!vcs_met || !not_vcs_met)
    worst = MAX (worst, TENURE_EXIT_PROBLEM);
  if (!save (document, options))
    return TENURE_EXIT_WRONG_USE;
  print_outcomes (outcomes, options);
  return worst;
}

TenureExit
tenure_command_import (const TenureCommand *command, int argc, char **argv)
{
  g_auto (ImportOptions) options = { .profile_id = TENURE_PROFILE_AUTO };
  const GOptionEntry entries[] = {
    { "document", 'd', 0, G_OPTION_ARG_FILENAME, &options.document, N_ ("The document to import into"), N_ ("DOC") },
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options.profile,
      N_ ("What the files hold: auto, 360giving, register, organisations or boards"), N_ ("PROFILE") },
    { "buyer", 0, 0, G_OPTION_ARG_FILENAME, &options.buyer, N_ ("Who buys, where the file does not say"), N_ ("NAME") },
    { "currency", 0, 0, G_OPTION_ARG_FILENAME, &options.currency, N_ ("Currency of amounts without one"), N_ ("GBP") },
    { "annual", 0, 0, G_OPTION_ARG_NONE, &options.annual, N_ ("Values are for each year, where the file does not say"),
      NULL },
    { "total", 0, 0, G_OPTION_ARG_NONE, &options.total, N_ ("Values are for the whole term, where the file does not say"),
      NULL },
    { "vcs", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.vcs, N_ ("A provider of the {sector}; may be repeated"),
      N_ ("NAME") },
    { "not-vcs", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.not_vcs, N_ ("A provider that is not; may be repeated"),
      N_ ("NAME") },
    { "renewal-notice", 0, 0, G_OPTION_ARG_FILENAME, &options.renewal_notice,
      N_ ("Usual renewal notice, where an agreement records none"), N_ ("LENGTH") },
    { "lead-time", 0, 0, G_OPTION_ARG_FILENAME, &options.lead_time,
      N_ ("Usual time that a decision takes, where an agreement records none"), N_ ("LENGTH") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON for programs, one line a file"), NULL },
    { NULL },
  };

  if (!tenure_command_parse (command, entries, &argc, &argv, 1, G_MAXINT) || !read_options (&options))
    return TENURE_EXIT_WRONG_USE;
  options.met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return import_files (argv + 1, argc - 1, &options);
}
