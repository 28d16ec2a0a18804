#include "config.h"
#include "app/history/history-words.h"

#include "base/count.h"
#include "base/i18n.h"
#include <string.h>

/* What belongs to an agreement or an organisation and has a form of its own there; NULL for other types. */
static char *
dup_count_of_children (TenureRecordType type, guint n)
{
  switch ((int) type)
    {
    case TENURE_RECORD_VARIATION:
      return tenure_count_dup_words (ngettext ("%s variation", "%s variations", n), n);
    case TENURE_RECORD_UPLIFT:
      return tenure_count_dup_words (ngettext ("%s uplift", "%s uplifts", n), n);
    case TENURE_RECORD_COST_LINE:
      return tenure_count_dup_words (ngettext ("%s cost line", "%s cost lines", n), n);
    case TENURE_RECORD_INSTALMENT:
      return tenure_count_dup_words (ngettext ("%s scheduled payment", "%s scheduled payments", n), n);
    case TENURE_RECORD_OUTCOME:
      return tenure_count_dup_words (ngettext ("%s outcome", "%s outcomes", n), n);
    case TENURE_RECORD_REFERRALS:
      return tenure_count_dup_words (ngettext ("%s period of referrals", "%s periods of referrals", n), n);
    case TENURE_RECORD_DOCUMENT_LINK:
      return tenure_count_dup_words (ngettext ("%s document", "%s documents", n), n);
    case TENURE_RECORD_FORMER_NAME:
      return tenure_count_dup_words (ngettext ("%s former name", "%s former names", n), n);
    case TENURE_RECORD_ACCOUNTS:
      return tenure_count_dup_words (ngettext ("%s year of accounts", "%s years of accounts", n), n);
    case TENURE_RECORD_OTHER_INCOME:
      return tenure_count_dup_words (ngettext ("%s source of other income", "%s sources of other income", n), n);
    case TENURE_RECORD_CONTACT:
      return tenure_count_dup_words (ngettext ("%s contact", "%s contacts", n), n);
    case TENURE_RECORD_PRICE_INDEX:
      return tenure_count_dup_words (ngettext ("%s price index", "%s price indexes", n), n);
    case TENURE_RECORD_INDEX_RATE:
      return tenure_count_dup_words (ngettext ("%s yearly rate", "%s yearly rates", n), n);
    case TENURE_RECORD_ALLOCATION:
      return tenure_count_dup_words (ngettext ("%s amount set aside", "%s amounts set aside", n), n);
    case TENURE_RECORD_CLOSING:
      return tenure_count_dup_words (ngettext ("%s closed period", "%s closed periods", n), n);
    case TENURE_RECORD_PARTICIPATION:
      return tenure_count_dup_words (ngettext ("%s person’s time", "%s people’s time", n), n);
    case TENURE_RECORD_SCENARIO_CHANGE:
      return tenure_count_dup_words (ngettext ("%s change of a scenario", "%s changes of scenarios", n), n);
    case TENURE_RECORD_SCENARIO_AGREEMENT:
      return tenure_count_dup_words (ngettext ("%s agreement of a scenario", "%s agreements of scenarios", n), n);
    default:
      return NULL;
    }
}

/* The types that a reader thinks in; of the others there are few, and they are counted together. NULL for those. */
static char *
dup_count (TenureRecordType type, guint n)
{
  switch ((int) type)
    {
    case TENURE_RECORD_AGREEMENT:
      return tenure_count_dup_words (ngettext ("%s agreement", "%s agreements", n), n);
    case TENURE_RECORD_ORGANISATION:
      return tenure_count_dup_words (ngettext ("%s organisation", "%s organisations", n), n);
    case TENURE_RECORD_PERSON:
      return tenure_count_dup_words (ngettext ("%s person", "%s people", n), n);
    case TENURE_RECORD_BOARD:
      return tenure_count_dup_words (ngettext ("%s board", "%s boards", n), n);
    case TENURE_RECORD_SEAT:
      return tenure_count_dup_words (ngettext ("%s seat", "%s seats", n), n);
    case TENURE_RECORD_FUNDER:
      return tenure_count_dup_words (ngettext ("%s funder", "%s funders", n), n);
    case TENURE_RECORD_EXTENSION:
      return tenure_count_dup_words (ngettext ("%s option", "%s options", n), n);
    case TENURE_RECORD_IDENTIFIER:
      return tenure_count_dup_words (ngettext ("%s identifier", "%s identifiers", n), n);
    case TENURE_RECORD_APPOINTMENT:
      return tenure_count_dup_words (ngettext ("%s appointment", "%s appointments", n), n);
    case TENURE_RECORD_MEETING:
      return tenure_count_dup_words (ngettext ("%s meeting", "%s meetings", n), n);
    case TENURE_RECORD_PORTFOLIO:
      return tenure_count_dup_words (ngettext ("%s portfolio", "%s portfolios", n), n);
    case TENURE_RECORD_MEMBERSHIP:
      return tenure_count_dup_words (ngettext ("%s place in a portfolio", "%s places in portfolios", n), n);
    case TENURE_RECORD_USUAL_TERMS:
      return tenure_count_dup_words (ngettext ("%s usual term", "%s usual terms", n), n);
    case TENURE_RECORD_PAYMENT:
      return tenure_count_dup_words (ngettext ("%s payment", "%s payments", n), n);
    case TENURE_RECORD_EXEMPTION:
      return tenure_count_dup_words (ngettext ("%s exemption", "%s exemptions", n), n);
    case TENURE_RECORD_SNOOZE:
      return tenure_count_dup_words (ngettext ("%s snooze", "%s snoozes", n), n);
    case TENURE_RECORD_RULE_SETTING:
      return tenure_count_dup_words (ngettext ("%s rule setting", "%s rule settings", n), n);
    case TENURE_RECORD_SCENARIO:
      return tenure_count_dup_words (ngettext ("%s scenario", "%s scenarios", n), n);
    case TENURE_RECORD_BUDGET:
      return tenure_count_dup_words (ngettext ("%s participation budget", "%s participation budgets", n), n);
    case TENURE_RECORD_PAY_RATE:
      return tenure_count_dup_words (ngettext ("%s rate", "%s rates", n), n);
    case TENURE_RECORD_CLAIM:
      return tenure_count_dup_words (ngettext ("%s claim", "%s claims", n), n);
    case TENURE_RECORD_SAVED_VIEW:
      return tenure_count_dup_words (ngettext ("%s view", "%s views", n), n);
    default:
      return dup_count_of_children (type, n);
    }
}

static char *
dup_count_of_others (guint n)
{
  return tenure_count_dup_words (ngettext ("%s other record", "%s other records", n), n);
}

static guint
get_count (const TenureHistoryCounts *counts, TenureDifferenceKind kind)
{
  switch (kind)
    {
    case TENURE_DIFFERENCE_ADDED:
      return counts->inserted;
    case TENURE_DIFFERENCE_DELETED:
      return counts->deleted;
    default:
      return counts->updated;
    }
}

/* Takes @count over. */
static void
add_part (GPtrArray *parts, TenureDifferenceKind kind, char *count)
{
  switch (kind)
    {
    case TENURE_DIFFERENCE_ADDED:
      /* Translators: %s is "3 agreements" */
      g_ptr_array_add (parts, g_strdup_printf (_ ("%s added"), count));
      break;
    case TENURE_DIFFERENCE_DELETED:
      g_ptr_array_add (parts, g_strdup_printf (_ ("%s deleted"), count));
      break;
    default:
      g_ptr_array_add (parts, g_strdup_printf (_ ("%s changed"), count));
      break;
    }
  g_free (count);
}

char *
tenure_history_dup_counts (const TenureHistoryCounts *counts, gboolean settings)
{
  static const TenureDifferenceKind kinds[] = { TENURE_DIFFERENCE_ADDED, TENURE_DIFFERENCE_CHANGED,
                                                TENURE_DIFFERENCE_DELETED };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint others[TENURE_N_DIFFERENCES] = { 0 };

  for (int type = 0; type < TENURE_N_RECORDS; type++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        guint n = get_count (&counts[type], kinds[i]);
        char *count = n > 0 ? dup_count (type, n) : NULL;

        if (count != NULL)
          add_part (parts, kinds[i], count);
        else
          others[kinds[i]] += n;
      }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (others[kinds[i]] > 0)
      add_part (parts, kinds[i], dup_count_of_others (others[kinds[i]]));
  if (settings)
    g_ptr_array_add (parts, g_strdup (_ ("settings changed")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

char *
tenure_history_dup_totals (const TenureHistoryCounts *counts)
{
  static const TenureDifferenceKind kinds[] = { TENURE_DIFFERENCE_ADDED, TENURE_DIFFERENCE_CHANGED,
                                                TENURE_DIFFERENCE_DELETED };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint total = 0;

      for (guint type = 0; type < TENURE_N_RECORDS; type++)
        total += get_count (&counts[type], kinds[i]);
      if (total > 0)
        add_part (parts, kinds[i], tenure_count_dup_words (ngettext ("%s record", "%s records", total), total));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

guint
tenure_history_count_kinds (const TenureHistoryCounts *counts)
{
  guint n = 0;

  for (guint type = 0; type < TENURE_N_RECORDS; type++)
    n += counts[type].inserted + counts[type].updated + counts[type].deleted > 0;
  return n;
}

/* Kinds of records that a headline names one by one. */
#define MAX_KINDS 3

char *
tenure_history_dup_summary (const TenureHistoryCounts *counts, gboolean settings)
{
  g_autofree char *totals = NULL;

  if (tenure_history_count_kinds (counts) <= MAX_KINDS)
    return tenure_history_dup_counts (counts, settings);
  totals = tenure_history_dup_totals (counts);
  /* Translators: what became of records, as in “3 records added”. */
  return settings ? g_strdup_printf (_ ("%s, settings changed"), totals) : g_steal_pointer (&totals);
}

gboolean
tenure_history_has_many_kinds (const TenureHistoryComparison *comparison)
{
  return tenure_history_count_kinds (comparison->counts) > MAX_KINDS;
}

char *
tenure_history_dup_headline (const TenureHistoryComparison *comparison)
{
  g_autofree char *counts = tenure_history_dup_summary (comparison->counts, comparison->settings);

  return *counts != '\0' ? g_steal_pointer (&counts) : g_strdup (_ ("Nothing is different"));
}

static char *
dup_local (const TenureHistoryEntry *entry, const char *format)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (entry->at, utc);
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;

  return local != NULL ? g_date_time_format (local, format) : NULL;
}

char *
tenure_history_dup_time (const TenureHistoryEntry *entry)
{
  return dup_local (entry, "%H:%M");
}

char *
tenure_history_dup_day (const TenureHistoryEntry *entry)
{
  /* Translators: a day as in 21 Nov 2026 */
  return dup_local (entry, _ ("%-d %b %Y"));
}

char *
tenure_history_dup_record (const TenureRecordDifference *difference)
{
  const char *label = _ (tenure_record_def (difference->type)->label);
  const char *title = difference->title, *parent = difference->parent_title;

  if (title != NULL && difference->detail != NULL)
    /* Translators: a kind of record, its name and what tells it from others of that name: Agreement “Advice line”, Ynys Môn
     * Carers, from 1 Apr 2026 */
    return g_strdup_printf (_ ("%1$s “%2$s”, %3$s"), label, title, difference->detail);
  if (title != NULL && parent != NULL)
    /* Translators: a kind of record, its name, what it belongs to: Funder “North Ridge Council” of “Advice line” */
    return g_strdup_printf (_ ("%1$s “%2$s” of “%3$s”"), label, title, parent);
  if (title != NULL)
    /* Translators: a kind of record and its name: Agreement “Advice line” */
    return g_strdup_printf (_ ("%1$s “%2$s”"), label, title);
  if (parent != NULL)
    /* Translators: a kind of record and what it belongs to: Payment of “Advice line” */
    return g_strdup_printf (_ ("%1$s of “%2$s”"), label, parent);
  return g_strdup (label);
}

/* Letters of a value on screen; the whole of it is on its record's form and in what is copied. */
#define MAX_LETTERS 160

static char *
dup_short (const char *label)
{
  g_autofree char *first = NULL;

  if (label == NULL)
    return g_strdup (_ ("not recorded"));
  if (g_utf8_strlen (label, -1) <= MAX_LETTERS)
    return g_strdup (label);
  first = g_utf8_substring (label, 0, MAX_LETTERS);
  return g_strconcat (first, "…", NULL);
}

static char *
dup_field (const TenureRecordDifference *difference, const TenureFieldDifference *field)
{
  const char *label = _ (tenure_record_def (difference->type)->fields[field->field].label);
  g_autofree char *before = dup_short (field->before_label);
  g_autofree char *after = dup_short (field->after_label);

  if (difference->kind == TENURE_DIFFERENCE_CHANGED)
    /* Translators: a field, its value before and after: Signed end: 31 Mar 2026 → 31 Mar 2027 */
    return g_strdup_printf (_ ("%1$s: %2$s → %3$s"), label, before, after);
  /* Translators: a field and its value: Signed end: 31 Mar 2027 */
  return g_strdup_printf (_ ("%1$s: %2$s"), label, difference->kind == TENURE_DIFFERENCE_ADDED ? after : before);
}

char *
tenure_history_dup_differences (const TenureRecordDifference *difference)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < difference->fields->len; i++)
    g_ptr_array_add (lines, dup_field (difference, &g_array_index (difference->fields, TenureFieldDifference, i)));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (difference->kind == TENURE_DIFFERENCE_CHANGED ? "\n" : " · ", (char **) lines->pdata);
}

char *
tenure_history_dup_change (const TenureFieldChange *change)
{
  const char *field = _ (tenure_record_def (change->type)->fields[change->field].label);
  g_autofree char *before = dup_short (change->before_label);
  g_autofree char *after = dup_short (change->after_label);

  if (change->inserted || change->deleted)
    return g_strdup_printf (_ ("%1$s: %2$s"), field, change->inserted ? after : before);
  return g_strdup_printf ("%s → %s", before, after);
}

const char *
tenure_history_kind_word (TenureDifferenceKind kind)
{
  switch (kind)
    {
    case TENURE_DIFFERENCE_ADDED:
      return _ ("added");
    case TENURE_DIFFERENCE_DELETED:
      return _ ("deleted");
    default:
      return _ ("changed");
    }
}

/* --- Cells --------------------------------------------------------------------------------------------------- */

/* What a spreadsheet would take for a formula is words here, and a value is one cell whatever it holds. */
static void
append_cell (GString *text, const char *cell, char end)
{
  if (cell != NULL && *cell != '\0' && strchr ("=+-@", *cell) != NULL)
    g_string_append_c (text, '\'');
  for (const char *p = cell; p != NULL && *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
  g_string_append_c (text, end);
}

static void
append_difference (GString *text, const TenureRecordDifference *difference, const TenureFieldDifference *field)
{
  const TenureRecordDef *def = tenure_record_def (difference->type);

  append_cell (text, tenure_history_kind_word (difference->kind), '\t');
  append_cell (text, _ (def->label), '\t');
  append_cell (text, difference->title, '\t');
  append_cell (text, difference->detail != NULL ? difference->detail : difference->parent_title, '\t');
  append_cell (text, field != NULL ? _ (def->fields[field->field].label) : NULL, '\t');
  append_cell (text, field != NULL ? field->before_label : NULL, '\t');
  append_cell (text, field != NULL ? field->after_label : NULL, '\n');
}

char *
tenure_history_dup_cells (const TenureHistoryComparison *comparison)
{
  GString *text = g_string_new (NULL);

  append_cell (text, _ ("What happened"), '\t');
  append_cell (text, _ ("Kind of record"), '\t');
  append_cell (text, _ ("Record"), '\t');
  append_cell (text, _ ("Belongs to"), '\t');
  append_cell (text, _ ("Field"), '\t');
  append_cell (text, _ ("Before"), '\t');
  append_cell (text, _ ("After"), '\n');
  for (guint i = 0; i < comparison->records->len; i++)
    {
      const TenureRecordDifference *difference = comparison->records->pdata[i];

      if (difference->fields->len == 0)
        append_difference (text, difference, NULL);
      for (guint f = 0; f < difference->fields->len; f++)
        append_difference (text, difference, &g_array_index (difference->fields, TenureFieldDifference, f));
    }
  return g_string_free (text, FALSE);
}
