#include "config.h"
#include "analysis/explanation.h"

#include "base/i18n.h"

static void
clear_line (gpointer data)
{
  TenureExplanationLine *line = data;

  g_free (line->label);
  g_free (line->value);
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
  g_free (explanation->threshold);
  g_free (explanation->source);
  g_array_unref (explanation->lines);
  g_array_unref (explanation->apart);
  g_array_unref (explanation->missing);
  g_free (explanation);
}

static void add_line (
    GArray *lines, TenureRecordType type, TenureId record, const char *label, const char *format, va_list arguments)
    G_GNUC_PRINTF (5, 0);

static void
add_line (GArray *lines, TenureRecordType type, TenureId record, const char *label, const char *format, va_list arguments)
{
  TenureExplanationLine line = { .label = g_strdup (label), .record_type = type, .record = record };

  line.value = g_strdup_vprintf (format, arguments);
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

  va_start (arguments, format);
  add_line (explanation->lines, record_type, record, label, format, arguments);
  va_end (arguments);
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

  va_start (arguments, format);
  add_line (explanation->apart, record_type, record, label, format, arguments);
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
  TenureExplanationMissing missing = { .record_type = record_type, .field = field, .record = record, .of = g_strdup (of) };

  g_return_if_fail (explanation != NULL && field != NULL);

  g_array_append_val (explanation->missing, missing);
}

void
tenure_explanation_set_rule (TenureExplanation *explanation, const TenureRule *rule)
{
  g_return_if_fail (explanation != NULL && rule != NULL);

  explanation->rule = rule;
  g_free (explanation->threshold);
  explanation->threshold = g_strdup (_ (rule->statement));
  g_free (explanation->source);
  explanation->source = g_strdup (rule->source != NULL ? _ (rule->source) : tenure_confidence_label (rule->confidence));
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
  g_string_append_c (text, '\n');
}

static void
append_lines (GString *text, const GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TenureExplanationLine *line = &g_array_index (lines, TenureExplanationLine, i);

      g_string_append_printf (text, "  %s: %s\n", line->label, line->value);
    }
}

char *
tenure_explanation_dup_text (const TenureExplanation *explanation)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (explanation != NULL, NULL);

  g_string_append_printf (text, "%s\n", explanation->title);
  if (explanation->summary != NULL)
    g_string_append_printf (text, "%s\n", explanation->summary);
  append_lines (text, explanation->lines);
  if (explanation->apart->len > 0)
    g_string_append_printf (text, "%s:\n", _ ("Not counted here"));
  append_lines (text, explanation->apart);
  append_missing (text, explanation);
  append_line (text, _ ("How it is worked out"), explanation->formula);
  append_line (text, _ ("Rule"), explanation->threshold);
  if (explanation->rule != NULL)
    append_line (text, _ ("Applies to"), _ (explanation->rule->applies_to));
  append_line (text, _ ("Source"), explanation->source);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
