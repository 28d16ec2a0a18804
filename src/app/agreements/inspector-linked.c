/* What the inspector says of the agreements that name this one: those under it, what they take of its money, and those that
 * renew it. */

#include "config.h"
#include "app/agreements/inspector-private.h"

#include "analysis/passed-on.h"
#include "app/agreements/register-column.h"
#include "app/gtk/list-box.h"
#include "store/query.h"

#include "base/count.h"
#include "base/i18n.h"

#define MAX_SHOWN 25

GArray *
tenure_inspector_list_linked (TenureReader *reader, TenureSnapshot *snapshot, const char *field, TenureId agreement)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  TenureValue value = TENURE_VALUE_OF_INTEGER (agreement);
  GArray *linked = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) ids = NULL;

  tenure_query_filter (query, tenure_record_field_index (TENURE_RECORD_AGREEMENT, field), TENURE_FILTER_IS, &value, 1);
  tenure_query_sort (query, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "start"), TRUE);
  ids = tenure_query_run (query, reader, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      TenureId id = g_array_index (ids, TenureId, i);
      int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, id);
      guint32 found = (guint32) index;

      if (index >= 0)
        g_array_append_val (linked, found);
    }
  return linked;
}

/* "Lantern Trust · £12,000 a year · to 31 Mar 2027": who, how much and how long, as far as that is known. */
static char *
dup_outline (TenureSnapshot *snapshot, guint32 agreement)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  gint32 provider = facts->agreements[agreement].provider;
  g_autofree char *annual = tenure_register_column_find ("annual")->dup_text (snapshot, agreement);
  g_autofree char *end = tenure_register_column_find ("committed_end")->dup_text (snapshot, agreement);
  /* Translators: an amount. */
  g_autofree char *money =
      annual != NULL ? g_strdup_printf (_ ("%s a year"), annual) : g_strdup (_ ("yearly value not known"));
  /* Translators: a day, or "open-ended". */
  g_autofree char *until = end != NULL ? g_strdup_printf (_ ("to %s"), end) : g_strdup (_ ("end not known"));
  const char *parts[4] = { provider >= 0 ? facts->organisations[provider].name : _ ("provider not recorded"), money, until };

  return g_strjoinv (" · ", (char **) parts);
}

static void
add_linked (GtkBox *content, TenureSnapshot *snapshot, const GArray *linked)
{
  for (guint i = 0; i < MIN (linked->len, MAX_SHOWN); i++)
    {
      guint32 index = g_array_index (linked, guint32, i);
      const TenureFactAgreement *agreement = &tenure_snapshot_get_facts (snapshot)->agreements[index];
      g_autofree char *outline = dup_outline (snapshot, index);

      tenure_inspector_add_record (content, agreement->title, outline, TENURE_RECORD_AGREEMENT, agreement->id);
    }
  if (linked->len > MAX_SHOWN)
    {
      g_autofree char *more = tenure_count_dup_more (linked->len - MAX_SHOWN);

      gtk_box_append (content, tenure_text_new (more, "caption"));
    }
}

static void
add_figure (GtkWidget *grid, const char *name, const TenureFigure *figure)
{
  g_autofree char *value = tenure_figure_dup_label (figure);
  g_autofree char *coverage = tenure_figure_dup_coverage (figure);
  /* Translators: a figure and how much of it is known: "£12,000 (4 of 5 known)". */
  g_autofree char *text =
      figure->known < figure->of ? g_strdup_printf (_ ("%1$s (%2$s)"), value, coverage) : g_strdup (value);

  tenure_inspector_add_row (grid, name, text);
}

static void
add_passed_on (GtkBox *content, TenureReader *reader, TenureSnapshot *snapshot, guint32 lead, TenureId id)
{
  g_autoptr (GArray) subs = tenure_inspector_list_linked (reader, snapshot, "lead_agreement", id);
  TenurePassedOn passed_on;
  GtkWidget *grid;

  if (subs->len == 0)
    return;
  passed_on = tenure_passed_on (tenure_snapshot_get_terms (snapshot), lead, (const guint32 *) subs->data, subs->len);
  grid = tenure_inspector_add_section (content, _ ("Passed on"));
  if (passed_on.annual.of > 0)
    {
      /* Translators: the yearly value of all that an agreement passes on, and what is left of its own. */
      add_figure (grid, _ ("Together a year"), &passed_on.annual);
      add_figure (grid, _ ("Kept a year"), &passed_on.kept);
    }
  add_linked (content, snapshot, subs);
}

static void
add_renewals (GtkBox *content, TenureReader *reader, TenureSnapshot *snapshot, TenureId id)
{
  g_autoptr (GArray) renewals = tenure_inspector_list_linked (reader, snapshot, "predecessor", id);

  if (renewals->len == 0)
    return;
  tenure_inspector_add_section (content, _ ("Renewed by"));
  add_linked (content, snapshot, renewals);
}

void
tenure_inspector_add_linked (GtkBox *content, TenureReader *reader, TenureSnapshot *snapshot, TenureId agreement)
{
  int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT, agreement);

  if (index < 0)
    return;
  add_passed_on (content, reader, snapshot, (guint32) index, agreement);
  add_renewals (content, reader, snapshot, agreement);
}
