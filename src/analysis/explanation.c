#include "config.h"
#include "analysis/explanation.h"

#include "catalogue/rule-words.h"

#include "base/count.h"
#include "base/i18n.h"

static void
clear_line (gpointer data)
{
  TenureExplanationLine *line = data;

  g_free (line->label);
  g_free (line->value);
  g_free (line->origin);
}

static void
clear_missing (gpointer data)
{
  g_free (((TenureExplanationMissing *) data)->of);
}

TenureExplanation *
tenure_explanation_new (const char *title, const char *formula)
{
  TenureExplanation *explanation = g_new0 (TenureExplanation, 1);

  explanation->title = g_strdup (title);
  explanation->formula = g_strdup (formula);
  explanation->lines = g_array_new (FALSE, FALSE, sizeof (TenureExplanationLine));
  g_array_set_clear_func (explanation->lines, clear_line);
  explanation->apart = g_array_new (FALSE, FALSE, sizeof (TenureExplanationLine));
  g_array_set_clear_func (explanation->apart, clear_line);
  explanation->missing = g_array_new (FALSE, FALSE, sizeof (TenureExplanationMissing));
  g_array_set_clear_func (explanation->missing, clear_missing);
  return explanation;
}

void
tenure_explanation_free (TenureExplanation *explanation)
{
  if (explanation == NULL)
    return;
  g_free (explanation->title);
  g_free (explanation->summary);
  g_free (explanation->formula);
  g_free (explanation->remedy);
  g_free (explanation->threshold);
  g_free (explanation->applies_to);
  g_free (explanation->source);
  g_array_unref (explanation->lines);
  g_array_unref (explanation->apart);
  g_array_unref (explanation->missing);
  g_free (explanation);
}

void
tenure_explanation_limit (TenureExplanation *explanation, guint most)
{
  g_return_if_fail (explanation != NULL);

  explanation->most = most;
}

/* Whether there is room for one more; where there is none, it is counted. */
static gboolean
has_room (const TenureExplanation *explanation, const GArray *list, guint *more)
{
  if (explanation->most == 0 || list->len < explanation->most)
    return TRUE;
  (*more)++;
  return FALSE;
}

static void
add_line (GArray *lines, TenureRecordType type, TenureId record, const char *label, char *value)
{
  TenureExplanationLine line = { .label = g_strdup (label), .value = value, .record_type = type, .record = record };

  g_array_append_val (lines, line);
}

void
tenure_explanation_add (TenureExplanation *explanation,
                        TenureRecordType record_type,
                        TenureId record,
                        const char *label,
                        const char *format,
                        ...)
{
  va_list arguments;

  g_return_if_fail (explanation != NULL && format != NULL);

  if (!has_room (explanation, explanation->lines, &explanation->more_lines))
    return;
  va_start (arguments, format);
  add_line (explanation->lines, record_type, record, label, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* NULL where the last one found no room. */
static TenureExplanationLine *
get_last (TenureExplanation *explanation)
{
  GArray *lines = explanation->lines;

  return lines->len > 0 && explanation->more_lines == 0 ? &g_array_index (lines, TenureExplanationLine, lines->len - 1)
                                                        : NULL;
}

void
tenure_explanation_set_input (TenureExplanation *explanation, TenureRecordType type, TenureId record, const char *field)
{
  TenureExplanationLine *last;
  int index;

  g_return_if_fail (explanation != NULL && record != TENURE_ID_NONE && field != NULL);

  last = get_last (explanation);
  index = tenure_record_find_field (type, field);
  if (last != NULL && index >= 0)
    last->input = (TenureExplanationInput){ type, record, tenure_record_def (type)->fields[index].name, FALSE };
  else
    tenure_explanation_set_derived (explanation);
}

void
tenure_explanation_set_derived (TenureExplanation *explanation)
{
  TenureExplanationLine *last;

  g_return_if_fail (explanation != NULL);

  last = get_last (explanation);
  if (last != NULL)
    last->input = (TenureExplanationInput){ .type = TENURE_RECORD_NONE, .derived = TRUE };
}

void
tenure_explanation_take_origins (TenureExplanation *explanation, GPtrArray *origins)
{
  g_return_if_fail (explanation != NULL && origins != NULL && origins->len == explanation->lines->len);

  for (guint i = 0; i < origins->len; i++)
    {
      TenureExplanationLine *line = &g_array_index (explanation->lines, TenureExplanationLine, i);

      g_free (line->origin);
      line->origin = g_steal_pointer (&origins->pdata[i]);
    }
}

void
tenure_explanation_add_apart (TenureExplanation *explanation,
                              TenureRecordType record_type,
                              TenureId record,
                              const char *label,
                              const char *format,
                              ...)
{
  va_list arguments;

  g_return_if_fail (explanation != NULL && format != NULL);

  if (!has_room (explanation, explanation->apart, &explanation->more_apart))
    return;
  va_start (arguments, format);
  add_line (explanation->apart, record_type, record, label, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
tenure_explanation_add_missing (TenureExplanation *explanation,
                                TenureRecordType record_type,
                                const char *field,
                                TenureId record)
{
  tenure_explanation_add_missing_of (explanation, record_type, field, record, NULL);
}

void
tenure_explanation_add_missing_of (
    TenureExplanation *explanation, TenureRecordType record_type, const char *field, TenureId record, const char *of)
{
  TenureExplanationMissing missing = { .record_type = record_type, .field = field, .record = record };

  g_return_if_fail (explanation != NULL && field != NULL);

  if (!has_room (explanation, explanation->missing, &explanation->more_missing))
    return;
  missing.of = g_strdup (of);
  g_array_append_val (explanation->missing, missing);
}

static void
add_agreement (const TenureExplanation *explanation,
               GArray *lines,
               guint *more,
               const TenureFacts *facts,
               guint agreement,
               const char *value)
{
  g_autofree char *name = NULL;

  if (!has_room (explanation, lines, more))
    return;
  name = tenure_facts_dup_agreement_name (facts, agreement);
  add_line (lines, TENURE_RECORD_AGREEMENT, facts->agreements[agreement].id, name, g_strdup (value));
}

void
tenure_explanation_add_agreement (TenureExplanation *explanation,
                                  const TenureFacts *facts,
                                  guint agreement,
                                  const char *value)
{
  g_return_if_fail (explanation != NULL && facts != NULL);

  add_agreement (explanation, explanation->lines, &explanation->more_lines, facts, agreement, value);
}

void
tenure_explanation_add_agreement_apart (TenureExplanation *explanation,
                                        const TenureFacts *facts,
                                        guint agreement,
                                        const char *reason)
{
  g_return_if_fail (explanation != NULL && facts != NULL);

  add_agreement (explanation, explanation->apart, &explanation->more_apart, facts, agreement, reason);
}

void
tenure_explanation_add_agreement_missing (TenureExplanation *explanation,
                                          const TenureFacts *facts,
                                          guint agreement,
                                          TenureRecordType record_type,
                                          const char *field)
{
  g_autofree char *name = NULL;

  g_return_if_fail (explanation != NULL && facts != NULL && field != NULL);

  if (!has_room (explanation, explanation->missing, &explanation->more_missing))
    return;
  name = tenure_facts_dup_agreement_name (facts, agreement);
  tenure_explanation_add_missing_of (explanation, record_type, field, facts->agreements[agreement].id, name);
}

void
tenure_explanation_set_rule (TenureExplanation *explanation, const TenureRule *rule)
{
  g_return_if_fail (explanation != NULL && rule != NULL);

  explanation->rule = tenure_rule (rule->id);
  g_free (explanation->threshold);
  explanation->threshold = tenure_rule_dup_statement (rule);
  g_free (explanation->applies_to);
  explanation->applies_to = tenure_rule_dup_applies_to (rule);
  g_free (explanation->source);
  explanation->source = tenure_rule_dup_source (rule);
  explanation->confidence = tenure_confidence_label (rule->confidence);
  explanation->local = rule->changed || rule->confidence == TENURE_CONFIDENCE_HOUSE;
}

const char *
tenure_explanation_missing_label (const TenureExplanationMissing *missing)
{
  int index;

  g_return_val_if_fail (missing != NULL, NULL);

  index = tenure_record_find_field (missing->record_type, missing->field);
  return index >= 0 ? _ (tenure_record_def (missing->record_type)->fields[index].label) : missing->field;
}

static void
append_line (GString *text, const char *label, const char *value)
{
  if (value != NULL)
    g_string_append_printf (text, "%s: %s\n", label, value);
}

static void
append_missing (GString *text, const TenureExplanation *explanation)
{
  if (explanation->missing->len == 0)
    return;
  g_string_append_printf (text, "%s: ", _ ("Not recorded"));
  for (guint i = 0; i < explanation->missing->len; i++)
    {
      const TenureExplanationMissing *missing = &g_array_index (explanation->missing, TenureExplanationMissing, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", tenure_explanation_missing_label (missing));
      if (missing->of != NULL)
        g_string_append_printf (text, " (%s)", missing->of);
    }
  if (explanation->more_missing > 0)
    {
      g_autofree char *more = tenure_count_dup_more (explanation->more_missing);

      g_string_append_printf (text, ", %s", more);
    }
  g_string_append_c (text, '\n');
}

static void
append_lines (GString *text, const GArray *lines, guint n_more)
{
  g_autofree char *more = n_more > 0 ? tenure_count_dup_more (n_more) : NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const TenureExplanationLine *line = &g_array_index (lines, TenureExplanationLine, i);

      g_string_append_printf (text, "  %s: %s", line->label, line->value);
      if (line->origin != NULL)
        g_string_append_printf (text, " [%s]", line->origin);
      g_string_append_c (text, '\n');
    }
  if (more != NULL)
    g_string_append_printf (text, "  %s\n", more);
}

char *
tenure_explanation_dup_text (const TenureExplanation *explanation)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (explanation != NULL, NULL);

  g_string_append_printf (text, "%s\n", explanation->title);
  if (explanation->summary != NULL)
    g_string_append_printf (text, "%s\n", explanation->summary);
  append_lines (text, explanation->lines, explanation->more_lines);
  if (explanation->apart->len > 0)
    g_string_append_printf (text, "%s:\n", _ ("Not counted here"));
  append_lines (text, explanation->apart, explanation->more_apart);
  append_missing (text, explanation);
  append_line (text, _ ("What would clear it"), explanation->remedy);
  append_line (text, _ ("How it is worked out"), explanation->formula);
  append_line (text, _ ("Rule"), explanation->threshold);
  append_line (text, _ ("Applies to"), explanation->applies_to);
  append_line (text, _ ("Source"), explanation->source);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
