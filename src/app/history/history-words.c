#include "config.h"
#include "app/history/history-words.h"

#include <glib/gi18n.h>

/* The types that a reader thinks in; children are named after what they belong to. */
static char *
dup_count (TenureRecordType type, guint n)
{
  switch ((int) type)
    {
    case TENURE_RECORD_AGREEMENT:
      return g_strdup_printf (ngettext ("%'u agreement", "%'u agreements", n), n);
    case TENURE_RECORD_ORGANISATION:
      return g_strdup_printf (ngettext ("%'u organisation", "%'u organisations", n), n);
    case TENURE_RECORD_PERSON:
      return g_strdup_printf (ngettext ("%'u person", "%'u people", n), n);
    case TENURE_RECORD_BOARD:
      return g_strdup_printf (ngettext ("%'u board", "%'u boards", n), n);
    case TENURE_RECORD_SEAT:
      return g_strdup_printf (ngettext ("%'u seat", "%'u seats", n), n);
    case TENURE_RECORD_FUNDER:
      return g_strdup_printf (ngettext ("%'u funder", "%'u funders", n), n);
    case TENURE_RECORD_EXTENSION:
      return g_strdup_printf (ngettext ("%'u option", "%'u options", n), n);
    case TENURE_RECORD_IDENTIFIER:
      return g_strdup_printf (ngettext ("%'u identifier", "%'u identifiers", n), n);
    case TENURE_RECORD_APPOINTMENT:
      return g_strdup_printf (ngettext ("%'u appointment", "%'u appointments", n), n);
    case TENURE_RECORD_MEETING:
      return g_strdup_printf (ngettext ("%'u meeting", "%'u meetings", n), n);
    case TENURE_RECORD_PORTFOLIO:
      return g_strdup_printf (ngettext ("%'u portfolio", "%'u portfolios", n), n);
    default:
      return g_strdup_printf (ngettext ("%'u other record", "%'u other records", n), n);
    }
}

static void
add_part (GPtrArray *parts, const char *format, TenureRecordType type, guint n)
{
  g_autofree char *count = NULL;
  char **pieces;

  if (n == 0)
    return;
  count = dup_count (type, n);
  pieces = g_strsplit (format, "%s", 2);
  g_ptr_array_add (parts, g_strjoinv (count, pieces));
  g_strfreev (pieces);
}

char *
tenure_history_dup_counts (const TenureHistoryEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      /* Translators: %s is "3 agreements" */
      add_part (parts, _("%s added"), type, entry->counts[type].inserted);
      add_part (parts, _("%s changed"), type, entry->counts[type].updated);
      add_part (parts, _("%s deleted"), type, entry->counts[type].deleted);
    }
  if (entry->settings)
    g_ptr_array_add (parts, g_strdup (_("settings changed")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
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
  return dup_local (entry, _("%-d %b %Y"));
}

char *
tenure_history_dup_change_title (const TenureFieldChange *change)
{
  const TenureRecordDef *def = tenure_record_def (change->type);
  const char *title = change->title != NULL ? change->title : _(def->label);

  if (change->inserted || change->deleted)
    return g_strdup_printf ("%s “%s”", _(def->label), title);
  /* Translators: a field and the record it belongs to */
  return g_strdup_printf (_("%s of “%s”"), _(def->fields[change->field].label), title);
}

char *
tenure_history_dup_change (const TenureFieldChange *change)
{
  const char *field = _(tenure_record_def (change->type)->fields[change->field].label);
  const char *before = change->before_label != NULL ? change->before_label : _("not recorded");
  const char *after = change->after_label != NULL ? change->after_label : _("not recorded");

  if (change->inserted)
    return g_strdup_printf (_("%s: %s"), field, after);
  if (change->deleted)
    return g_strdup_printf (_("%s: %s"), field, before);
  return g_strdup_printf ("%s → %s", before, after);
}
