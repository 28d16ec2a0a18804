#include "config.h"
#include "app/agreements/child-words.h"

#include "base/count.h"
#include "base/i18n.h"

/* A line as it grows. */
typedef struct
{
  const TenureRecord *child;
  GString *line;
} Words;

static void
add (Words *words, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (words->line, words->line->len > 0 ? ", " : "");
  g_string_append (words->line, text);
}

static char *
dup_value (const Words *words, const char *field)
{
  return tenure_record_dup_label (words->child, tenure_record_field_index (words->child->type, field));
}

static gboolean
has_field (const Words *words, const char *field)
{
  return tenure_record_find_field (words->child->type, field) >= 0;
}

/* "1 Apr 2026 – 30 Jun 2026", or what is known of it. */
static void
add_period (Words *words)
{
  g_autofree char *from = dup_value (words, "from_day");
  g_autofree char *to = dup_value (words, "to_day");
  g_autofree char *text = NULL;

  if (from != NULL && to != NULL)
    text = g_strdup_printf ("%s – %s", from, to);
  else if (from != NULL)
    /* Translators: a period of which only the first day is recorded. */
    text = g_strdup_printf (_ ("from %s"), from);
  else if (to != NULL)
    /* Translators: a period of which only the last day is recorded. */
    text = g_strdup_printf (_ ("to %s"), to);
  add (words, text);
}

/* --- Outcomes and referrals ---------------------------------------------------------------------------------- */

/* The number with what is counted, where that is recorded: "10 people". */
static char *
dup_counted (const Words *words, const char *field)
{
  g_autofree char *number = dup_value (words, field);
  const char *unit = tenure_record_get_text_by_name (words->child, "unit");

  if (number == NULL || unit == NULL)
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s %s", number, unit);
}

/* The unit stands once, at the end. */
static char *
dup_reached (const Words *words)
{
  g_autofree char *target = dup_value (words, "target");
  g_autofree char *counted_target = dup_counted (words, "target");
  g_autofree char *reached = dup_counted (words, "actual");

  if (target != NULL && reached != NULL)
    /* Translators: of an outcome: what was agreed and what was counted, with what it is counted in: "7 people". */
    return g_strdup_printf (_ ("target %1$s, reached %2$s"), target, reached);
  if (target != NULL)
    return g_strdup_printf (_ ("target %s, what was reached not recorded"), counted_target);
  if (reached != NULL)
    return g_strdup_printf (_ ("reached %s, target not recorded"), reached);
  return g_strdup (_ ("target and what was reached not recorded"));
}

/* NULL where it is not recorded. */
static char *
dup_number (const TenureRecord *child, const char *field, gulong *out_number)
{
  gint64 number;

  if (!tenure_record_get_integer (child, tenure_record_field_index (child->type, field), &number))
    return NULL;
  *out_number = (gulong) number;
  return tenure_count_dup_label ((guint64) number);
}

static char *
dup_referrals (const Words *words)
{
  gulong n_received = 0, n_places = 0;
  g_autofree char *received = dup_number (words->child, "received", &n_received);
  g_autofree char *places = dup_number (words->child, "capacity", &n_places);

  if (received != NULL && places != NULL)
    /* Translators: how many people were referred, and how many could have been taken: "34 of 40 places". */
    return g_strdup_printf (ngettext ("%1$s of %2$s place", "%1$s of %2$s places", n_places), received, places);
  if (received != NULL)
    return g_strdup_printf (
        ngettext ("%s referral, capacity not recorded", "%s referrals, capacity not recorded", n_received), received);
  if (places != NULL)
    return g_strdup_printf (ngettext ("%s place, referrals not recorded", "%s places, referrals not recorded", n_places),
                            places);
  return g_strdup (_ ("referrals and capacity not recorded"));
}

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

/* What stands together in words of its own: said where the first of it comes. */
static gboolean
add_together (Words *words, const char *name)
{
  static const char *const of_outcome[] = { "unit", "target", "actual", NULL };
  static const char *const of_referrals[] = { "received", "capacity", NULL };
  gboolean outcome = words->child->type == TENURE_RECORD_OUTCOME && is_one_of (name, of_outcome);
  gboolean referrals = words->child->type == TENURE_RECORD_REFERRALS && is_one_of (name, of_referrals);
  g_autofree char *text = NULL;

  if (outcome && g_str_equal (name, of_outcome[0]))
    text = dup_reached (words);
  else if (referrals && g_str_equal (name, of_referrals[0]))
    text = dup_referrals (words);
  add (words, text);
  return outcome || referrals;
}

/* --- Any field ----------------------------------------------------------------------------------------------- */

/* A name or a choice says by itself what it is; a number or a day does not, but for the one that a line begins with. */
static gboolean
needs_label (const Words *words, const TenureField *field)
{
  switch (field->type)
    {
    case TENURE_FIELD_FLAG:
      return TRUE;
    case TENURE_FIELD_DAY:
    case TENURE_FIELD_DURATION:
    case TENURE_FIELD_MONEY:
    case TENURE_FIELD_NUMBER:
    case TENURE_FIELD_DECIMAL:
    case TENURE_FIELD_SHARE:
    case TENURE_FIELD_RATE:
      return words->line->len > 0;
    case TENURE_FIELD_TEXT:
    case TENURE_FIELD_LONG_TEXT:
    case TENURE_FIELD_LIST:
    case TENURE_FIELD_CHOICE:
    case TENURE_FIELD_CURRENCY:
    case TENURE_FIELD_REFERENCE:
    default:
      return FALSE;
    }
}

static void
add_field (Words *words, const TenureField *field, guint index)
{
  g_autofree char *value = tenure_record_dup_label (words->child, index);
  g_autofree char *labelled = NULL;

  if (value != NULL && needs_label (words, field))
    labelled = g_strdup_printf ("%s: %s", _ (field->label), value);
  add (words, labelled != NULL ? labelled : value);
}

/* A currency stands in the amounts. */
static gboolean
is_aside (const TenureField *field)
{
  return field->flags & (TENURE_FIELD_PARENT | TENURE_FIELD_FIXED) || field->type == TENURE_FIELD_CURRENCY;
}

char *
tenure_child_dup_words (const TenureRecord *child)
{
  const TenureRecordDef *def = tenure_record_def (child->type);
  Words words = { .child = child, .line = g_string_new (NULL) };
  gboolean period = has_field (&words, "from_day") && has_field (&words, "to_day");

  for (guint i = 0; i < def->n_fields; i++)
    {
      const TenureField *field = &def->fields[i];

      if (is_aside (field) || add_together (&words, field->name))
        continue;
      if (period && g_str_equal (field->name, "from_day"))
        add_period (&words);
      else if (!period || !g_str_equal (field->name, "to_day"))
        add_field (&words, field, i);
    }
  return g_string_free (words.line, FALSE);
}
