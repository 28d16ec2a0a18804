/* What the inspector says of several agreements that are selected together. */

#include "config.h"
#include "app/agreements/inspector-private.h"

#include "app/explain-view.h"
#include "app/gtk/list-box.h"
#include "app/lookup.h"
#include "register/totals.h"

#include "base/count.h"
#include "base/i18n.h"

/* --- On a worker ---------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureSnapshot *snapshot;
  GArray *ids; /* TenureId */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  tenure_snapshot_unref (request->snapshot);
  g_array_unref (request->ids);
  g_free (request);
}

static Request *
request_new (TenureSnapshot *snapshot, GArray *ids)
{
  Request *request = g_new (Request, 1);

  *request = (Request){ tenure_snapshot_ref (snapshot), g_array_ref (ids) };
  return request;
}

typedef struct
{
  TenureTotals *totals;
  TenureDay first_end, last_end; /* of the committed ends that are known; NONE */
  guint n_ends, n_open_ended;
  guint levels[TENURE_LEVEL_RED + 1]; /* agreements by their worst flag */
} Summary;

static void
summary_free (gpointer data)
{
  Summary *summary = data;

  tenure_totals_free (summary->totals);
  g_free (summary);
}

/* (element-type guint32): indexes into the facts of those that are there. */
static GArray *
list_agreements (const Request *request)
{
  GArray *agreements = g_array_sized_new (FALSE, FALSE, sizeof (guint32), request->ids->len);

  for (guint i = 0; i < request->ids->len; i++)
    {
      int index = tenure_basis_find (tenure_snapshot_get_basis (request->snapshot), TENURE_RECORD_AGREEMENT,
                                     g_array_index (request->ids, TenureId, i));
      guint32 agreement = (guint32) index;

      if (index >= 0)
        g_array_append_val (agreements, agreement);
    }
  return agreements;
}

static void
add_end (Summary *summary, const TenureAgreementFigures *figures)
{
  summary->n_open_ended += figures->open_ended ? 1 : 0;
  if (figures->open_ended || !tenure_day_is_known (figures->committed_end))
    return;
  if (summary->n_ends == 0 || figures->committed_end < summary->first_end)
    summary->first_end = figures->committed_end;
  if (summary->n_ends == 0 || figures->committed_end > summary->last_end)
    summary->last_end = figures->committed_end;
  summary->n_ends++;
}

static gpointer
sum_up (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (GArray) agreements = list_agreements (request);
  const TenureTerms *terms = tenure_snapshot_get_terms (request->snapshot);
  const TenureFlags *flags = tenure_basis_get_flags (tenure_snapshot_get_basis (request->snapshot));
  Summary *summary = g_new0 (Summary, 1);

  summary->totals = tenure_totals_new (terms, (const guint32 *) (gpointer) agreements->data, agreements->len);
  for (guint i = 0; i < agreements->len; i++)
    {
      guint32 agreement = g_array_index (agreements, guint32, i);

      add_end (summary, &terms->agreements[agreement]);
      summary->levels[flags->agreement_levels[agreement]]++;
    }
  return summary;
}

/* --- What is said --------------------------------------------------------------------------------------------- */

/* "31 Mar 2027 to 30 Sep 2029 (36 of 38 known)" */
static char *
dup_ends (const Summary *summary)
{
  guint of = summary->totals->n_agreements - summary->n_open_ended;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *known = tenure_count_dup_label (summary->n_ends);
  g_autofree char *all = tenure_count_dup_label (of);

  if (of == 0)
    return g_strdup (_ ("open-ended"));
  if (summary->n_ends == 0)
    return g_strdup (_ ("not known"));
  first = tenure_day_dup_label (summary->first_end);
  last = tenure_day_dup_label (summary->last_end);
  if (summary->first_end == summary->last_end)
    /* Translators: the day on which selected agreements end: "31 Mar 2027 (36 of 38 known)". */
    return g_strdup_printf (_ ("%1$s (%2$s of %3$s known)"), first, known, all);
  /* Translators: the first and the last day on which selected agreements end. */
  return g_strdup_printf (_ ("%1$s to %2$s (%3$s of %4$s known)"), first, last, known, all);
}

/* "12 red, 20 amber, 8 without a flag" */
static char *
dup_levels (const Summary *summary)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int level = TENURE_LEVEL_RED; level >= TENURE_LEVEL_NONE; level--)
    if (summary->levels[level] > 0)
      {
        const char *word = level != TENURE_LEVEL_NONE ? tenure_level_label ((TenureLevel) level) : _ ("without a flag");

        if (text->len > 0)
          g_string_append (text, ", ");
        tenure_count_append (text, summary->levels[level]);
        g_string_append_printf (text, " %s", word);
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (GtkWidget *grid, const char *label, char *value)
{
  if (value != NULL)
    tenure_inspector_add_row (grid, label, value);
  g_free (value);
}

static TenureExplanation *
explain (gpointer data)
{
  const Request *request = data;
  g_autoptr (GArray) agreements = list_agreements (request);

  return tenure_totals_explain (tenure_snapshot_get_terms (request->snapshot), (const guint32 *) (gpointer) agreements->data,
                                agreements->len);
}

/* @box: what the question stands in. */
static void
summed_up (gpointer box, gpointer data, gpointer answer, const GError *error)
{
  const Request *request = data;
  Summary *summary = answer;
  GtkWidget *grid, *why;

  if (summary == NULL)
    return;
  grid = tenure_inspector_add_section (GTK_BOX (box), _ ("All together"));
  add_row (grid, _ ("On this day"), tenure_totals_dup_running (summary->totals));
  add_row (grid, _ ("Yearly value"), tenure_totals_dup_annual (summary->totals));
  add_row (grid, _ ("Value of the terms"), tenure_totals_dup_value (summary->totals));
  add_row (grid, _ ("Committed end"), dup_ends (summary));
  add_row (grid, _ ("Flags"), dup_levels (summary));
  why = tenure_explain_button_new (_ ("Totals"), explain, request_new (request->snapshot, request->ids), request_free);
  gtk_widget_set_halign (why, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), why);
  summary_free (summary);
  tenure_inspector_filled (box);
}

/* --- Widgets -------------------------------------------------------------------------------------------------- */

static void
cancel_cb (GtkWidget *box)
{
  GCancellable **adding = g_object_get_data (G_OBJECT (box), "adding");

  tenure_lookup_cancel (adding);
}

void
tenure_inspector_add_selection (GtkBox *content, TenureSnapshot *snapshot, GArray *agreements)
{
  static const TenureLookup lookup = { sum_up, summed_up, request_free, summary_free };
  const char *hint =
      _ ("Below the register stands what can be done with all of them: edit them together, put them into a "
         "portfolio, copy their cells, delete them. What would be, were they extended or merged, is tried from "
         "the menu of a row or with Ctrl+Shift+T. To renew, take up an option or end early, select one.");
  guint n = agreements->len;
  g_autofree char *title = tenure_count_dup_words (ngettext ("%s agreement selected", "%s agreements selected", n), n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GCancellable **adding = g_new0 (GCancellable *, 1);

  gtk_box_append (content, tenure_text_new (title, "title-3"));
  gtk_box_append (content, box);
  gtk_box_append (content, tenure_text_new (hint, "dim-label"));
  g_object_set_data_full (G_OBJECT (box), "adding", adding, g_free);
  g_signal_connect (box, "unrealize", G_CALLBACK (cancel_cb), NULL);
  tenure_lookup_ask (&lookup, adding, box, NULL, request_new (snapshot, agreements));
}
