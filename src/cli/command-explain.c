/* tenure-cli explain: how a figure or a flag of a record came about. */

#include "config.h"
#include "cli/command.h"

#include <glib/gi18n.h>

#include "base/error.h"
#include "cli/reading.h"
#include "report/figures-json.h"

/* The word for what is judged over the whole document rather than on one record. */
#define WHOLE "portfolio"

/* The figures of an agreement. They rest on each other, so that each is explained with all. */
static const char *const figures[] = { "term",     "remaining", "secured", "annual",
                                       "decision", "status",    "chain",   NULL };

/* --- A rule that fires, is exempted, or does not fire --- */

static const TenureFlag *
find_flag (const TenureFlag *flags, guint n_flags, const TenureRecordName *record, TenureRuleId rule)
{
  for (guint i = 0; i < n_flags; i++)
    if (flags[i].rule == rule && flags[i].record_type == (int) record->type && flags[i].id == record->id)
      return &flags[i];
  return NULL;
}

/* What is known of the record, from which its reader sees why the rule says nothing. */
static TenureExplanation *
explain_facts (const TenureReading *reading, const TenureRecordName *record, const char *title)
{
  int index =
      record->type == TENURE_RECORD_AGREEMENT ? tenure_facts_find_agreement (reading->facts, record->id) : -1;
  TenureExplanation *explanation;

  if (index < 0)
    return tenure_explanation_new (title, NULL);
  explanation = tenure_agreement_explain (reading->analysis->terms, (guint) index);
  g_free (explanation->title);
  explanation->title = g_strdup (title);
  return explanation;
}

static TenureExplanation *
explain_silence (const TenureReading *reading, const TenureRecordName *record, const TenureRule *rule)
{
  g_autofree char *day = tenure_day_dup_label (reading->as_of);
  g_autofree char *title = g_strdup_printf (_ ("%s: does not fire"), _ (rule->title));
  gboolean judged = record->type == rule->record_type;
  TenureExplanation *explanation =
      judged ? explain_facts (reading, record, title) : tenure_explanation_new (title, NULL);

  tenure_explanation_set_rule (explanation, rule);
  g_free (explanation->summary);
  explanation->summary =
      judged
          ? g_strdup_printf (_ ("On %s the rule does not apply to this record, or finds nothing in it."), day)
          : g_strdup (_ ("The rule judges other records than this one."));
  return explanation;
}

static TenureExplanation *
explain_rule (const TenureReading *reading, const TenureRecordName *record, const TenureRule *rule)
{
  const TenureFlags *flags = reading->analysis->flags;
  const TenureFlag *flag = find_flag (flags->flags, flags->n_flags, record, rule->id);

  if (flag == NULL)
    flag = find_flag (flags->exempted, flags->n_exempted, record, rule->id);
  return flag != NULL ? tenure_flag_explain (flags, flag) : explain_silence (reading, record, rule);
}

static TenureExplanation *
explain_figure (const TenureReading *reading, const TenureRecordName *record, GError **error)
{
  int index =
      record->type == TENURE_RECORD_AGREEMENT ? tenure_facts_find_agreement (reading->facts, record->id) : -1;

  if (index >= 0)
    return tenure_agreement_explain (reading->analysis->terms, (guint) index);
  g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                       _ ("Only agreements have these figures. Ask about a record’s rule instead."));
  return NULL;
}

static gboolean
find_record (const TenureReading *reading, const char *name, TenureRecordName *out_record, GError **error)
{
  if (!g_str_equal (name, WHOLE))
    return tenure_reading_find_record (reading, name, out_record, error);
  *out_record = (TenureRecordName){ TENURE_RECORD_PORTFOLIO, TENURE_ID_NONE };
  return TRUE;
}

static TenureExplanation *
explain (const TenureReading *reading, const char *name, const char *what, GError **error)
{
  const TenureRule *rule = tenure_rule_from_code (what);
  TenureRecordName record;
  g_autofree char *names = NULL;

  if (!find_record (reading, name, &record, error))
    return NULL;
  if (rule != NULL)
    return explain_rule (reading, &record, rule);
  if (g_strv_contains (figures, what))
    return explain_figure (reading, &record, error);
  names = g_strjoinv (", ", (char **) figures);
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
               _ ("“%s” is neither a rule, such as T1, nor a figure. The figures are %s."), what, names);
  return NULL;
}

TenureExit
tenure_command_explain (const TenureCommand *command, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureExplanation) explanation = NULL;
  g_auto (TenureReading) reading = TENURE_READING_INIT;
  gboolean json;

  if (!tenure_command_read (command, &argc, &argv, 3, &reading, &json))
    return TENURE_EXIT_WRONG_USE;
  explanation = explain (&reading, argv[2], argv[3], &error);
  if (explanation == NULL)
    return tenure_command_fail (NULL, error);
  if (json)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      tenure_report_append_explanation_json (explanation, text);
      tenure_command_print_json (text);
    }
  else
    {
      g_autofree char *text = tenure_explanation_dup_text (explanation);

      g_print ("%s\n", text);
    }
  return tenure_reading_get_exit (&reading);
}
