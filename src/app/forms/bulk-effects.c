#include "config.h"
#include "app/forms/bulk-effects.h"

#include "store/load-facts.h"

#include "base/i18n.h"

typedef struct
{
  const TenureBulkChange *change;
  const TenureBulkPlan *plan;
  GCancellable *cancellable;
  TenureFacts *facts; /* as they would be */
} Trial;

/* Fails always, so that nothing of it is kept: with an error of its own when something went wrong on the way. */
static gboolean
try_out (TenureEdit *edit, gpointer data, GError **error)
{
  Trial *trial = data;

  tenure_edit_set_cancellable (edit, trial->cancellable);
  if (g_cancellable_set_error_if_cancelled (trial->cancellable, error)
      || !tenure_bulk_make (trial->change, trial->plan, edit, error))
    return FALSE;
  trial->facts = tenure_load_facts (tenure_edit_get_reader (edit), trial->cancellable, error);
  if (trial->facts != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The change was only tried out."));
  return FALSE;
}

static TenureFacts *
load_facts (const TenureBulkChange *change,
            const TenureBulkPlan *plan,
            TenureDocument *document,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *label = tenure_bulk_dup_label (change, plan->rows->len);
  g_autoptr (GError) outcome = NULL;
  Trial trial = { change, plan, cancellable, NULL };

  tenure_document_edit (document, label, try_out, &trial, &outcome);
  if (trial.facts == NULL)
    g_propagate_error (error, g_steal_pointer (&outcome));
  return trial.facts;
}

/* The agreements that are looked at, by their places among @facts; NULL where all are. */
static GArray *
find_shown (const TenureSnapshot *before, const TenureFacts *facts)
{
  const TenureFacts *known = tenure_snapshot_get_facts (before);
  g_autoptr (GHashTable) wanted = NULL;
  guint n;
  const guint32 *shown = tenure_snapshot_get_shown (before, &n);
  GArray *found;

  if (n == known->n_agreements)
    return NULL;
  wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (wanted, &known->agreements[shown[i]].id);
  found = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  for (guint32 i = 0; i < facts->n_agreements; i++)
    if (g_hash_table_contains (wanted, &facts->agreements[i].id))
      g_array_append_val (found, i);
  return found;
}

TenureEffects *
tenure_bulk_find_effects (const TenureBulkChange *change,
                          const TenureBulkPlan *plan,
                          const TenureSnapshot *before,
                          TenureDocument *document,
                          GCancellable *cancellable,
                          GError **error)
{
  const TenureTerms *terms = tenure_snapshot_get_terms (before);
  g_autoptr (TenureFacts) facts = load_facts (change, plan, document, cancellable, error);
  g_autoptr (TenureAnalysis) whole = NULL;
  g_autoptr (TenureAnalysis) narrowed = NULL;
  g_autoptr (GArray) shown = NULL;
  TenureSelection selection;

  if (facts == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  whole = tenure_analysis_new (facts, terms->as_of, &terms->options, NULL);
  shown = find_shown (before, facts);
  if (shown == NULL)
    return tenure_effects_new (tenure_snapshot_get_analysis (before), whole);
  selection = (TenureSelection){ .agreements = (const guint32 *) (gpointer) shown->data, .n_agreements = shown->len };
  narrowed = tenure_analysis_narrow (whole, &selection, NULL);
  return tenure_effects_new (tenure_snapshot_get_analysis (before), narrowed);
}
