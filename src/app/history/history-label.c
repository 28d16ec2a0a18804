#include "config.h"
#include "app/history/history-label.h"

#include "app/agreements/register-layout.h"
#include "catalogue/rule.h"
#include "register/filter.h"

#include "base/i18n.h"

/* NULL: a text that is not understood stays as it is. */
static char *
dup_filter (const char *text, TenureReader *reader)
{
  g_autoptr (TenureFilter) filter = tenure_filter_from_text (text, NULL);

  return filter != NULL ? tenure_filter_dup_label (filter, reader) : NULL;
}

static char *
dup_columns (const char *text)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (text, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < layout->places->len; i++)
    g_ptr_array_add (titles, (gpointer) g_array_index (layout->places, TenureRegisterPlace, i).column->title);
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **) titles->pdata);
}

static char *
dup_sort (const char *text)
{
  g_autoptr (TenureRegisterLayout) layout = tenure_register_layout_from_text (NULL, text);

  return tenure_register_layout_dup_sort_label (layout);
}

static char *
dup_rule (const char *code)
{
  const TenureRule *rule = tenure_rule_from_code (code);

  /* Translators: the code of a rule and what it is called: "T1, short term". */
  return rule != NULL ? g_strdup_printf (_ ("%1$s, %2$s"), code, _ (rule->title)) : NULL;
}

static char *
dup_words (TenureRecordType type, guint field, const char *text, TenureReader *reader)
{
  const TenureField *def = &tenure_record_def (type)->fields[field];

  if (def->flags & TENURE_FIELD_FILTER)
    return dup_filter (text, reader);
  if (type == TENURE_RECORD_SAVED_VIEW && g_str_equal (def->name, "columns"))
    return dup_columns (text);
  if (type == TENURE_RECORD_SAVED_VIEW && g_str_equal (def->name, "sort"))
    return dup_sort (text);
  if ((type == TENURE_RECORD_EXEMPTION || type == TENURE_RECORD_SNOOZE || type == TENURE_RECORD_RULE_SETTING)
      && g_str_equal (def->name, "rule"))
    return dup_rule (text);
  return NULL;
}

static void
put_in_words (TenureRecordType type, guint field, char **label, TenureReader *reader)
{
  char *words = *label != NULL ? dup_words (type, field, *label, reader) : NULL;

  if (words == NULL)
    return;
  g_free (*label);
  *label = words;
}

void
tenure_history_comparison_put_in_words (TenureHistoryComparison *comparison, TenureReader *reader)
{
  for (guint i = 0; i < comparison->records->len; i++)
    {
      TenureRecordDifference *difference = comparison->records->pdata[i];

      for (guint f = 0; f < difference->fields->len; f++)
        {
          TenureFieldDifference *field = &g_array_index (difference->fields, TenureFieldDifference, f);

          put_in_words (difference->type, field->field, &field->before_label, reader);
          put_in_words (difference->type, field->field, &field->after_label, reader);
        }
    }
}

void
tenure_history_change_put_in_words (TenureFieldChange *change, TenureReader *reader)
{
  put_in_words (change->type, change->field, &change->before_label, reader);
  put_in_words (change->type, change->field, &change->after_label, reader);
}
