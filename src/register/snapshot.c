#include "register/snapshot.h"

#include "register/members.h"

struct _TenureSnapshot
{
  gatomicrefcount refs;
  TenureBasis *basis;
  TenureFilter *filter;
  char *scope_label;
  TenureMembers *members; /* of the chosen portfolio; NULL without one */
  guint32 *shown;
  guint n_shown;
  guint8 *is_shown;
  TenurePortfolio *whole;   /* the chosen portfolio without words and facets; NULL: the same as shown, or all there is */
  TenureAnalysis *analysis; /* of the agreements shown; NULL: the basis' own, all are shown */
};

/* Sets @out_judged to what rules about a whole portfolio go by: the one that is chosen, or everything, whatever words and
 * facets leave of it; a facet must not turn a note into a warning. NULL where they leave all of it. */
static gboolean
find_judged (TenureSnapshot *self, TenureReader *reader, const TenurePortfolio **out_judged, GError **error)
{
  const TenureAnalysis *all = tenure_basis_get_analysis (self->basis);
  g_autoptr (TenureFilter) chosen = tenure_filter_new ();
  g_autofree guint32 *members = NULL;
  TenureSelection selection;

  *out_judged = NULL;
  tenure_filter_set_portfolio (chosen, tenure_filter_get_portfolio (self->filter));
  if (tenure_filter_equal (chosen, self->filter))
    return TRUE;
  if (tenure_filter_is_empty (chosen))
    {
      *out_judged = all->portfolio;
      return TRUE;
    }
  members = tenure_filter_apply (chosen, self->basis, reader, &selection.n_agreements, NULL, error);
  if (members == NULL)
    return FALSE;
  selection.agreements = members;
  self->whole = tenure_portfolio_new (all->terms, TENURE_SCOPE_VCS, &selection);
  *out_judged = self->whole;
  return TRUE;
}

static gboolean
compute_shown (TenureSnapshot *self, TenureReader *reader, GError **error)
{
  guint n_agreements = tenure_basis_get_facts (self->basis)->n_agreements;
  TenureSelection selection = { .agreements = self->shown, .n_agreements = self->n_shown };
  const TenurePortfolio *judged;

  self->is_shown = g_new0 (guint8, MAX (n_agreements, 1));
  for (guint i = 0; i < self->n_shown; i++)
    self->is_shown[self->shown[i]] = 1;
  if (self->n_shown == n_agreements)
    return TRUE;
  if (!find_judged (self, reader, &judged, error))
    return FALSE;
  self->analysis = tenure_analysis_narrow (tenure_basis_get_analysis (self->basis), &selection, judged);
  return TRUE;
}

TenureSnapshot *
tenure_snapshot_new (TenureBasis *basis, const TenureFilter *filter, TenureReader *reader, GError **error)
{
  g_autoptr (TenureSnapshot) self = g_new0 (TenureSnapshot, 1);

  g_return_val_if_fail (basis != NULL && filter != NULL, NULL);

  g_atomic_ref_count_init (&self->refs);
  self->basis = tenure_basis_for_portfolio (basis, tenure_filter_get_portfolio (filter));
  self->filter = tenure_filter_dup (filter);
  self->scope_label = tenure_filter_dup_label (filter, reader);
  self->shown = tenure_filter_apply (filter, self->basis, reader, &self->n_shown, &self->members, error);
  if (self->shown == NULL)
    return NULL;
  if (!compute_shown (self, reader, error))
    return NULL;
  return g_steal_pointer (&self);
}

TenureSnapshot *
tenure_snapshot_ref (TenureSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_snapshot_unref (TenureSnapshot *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->analysis, tenure_analysis_free);
  g_clear_pointer (&self->whole, tenure_portfolio_free);
  g_clear_pointer (&self->basis, tenure_basis_unref);
  g_clear_pointer (&self->filter, tenure_filter_free);
  g_free (self->scope_label);
  g_clear_pointer (&self->members, tenure_members_free);
  g_free (self->shown);
  g_free (self->is_shown);
  g_free (self);
}

TenureDay
tenure_snapshot_get_as_of (const TenureSnapshot *self)
{
  return tenure_basis_get_analysis (self->basis)->as_of;
}

TenureBasis *
tenure_snapshot_get_basis (const TenureSnapshot *self)
{
  return self->basis;
}

const TenureFacts *
tenure_snapshot_get_facts (const TenureSnapshot *self)
{
  return tenure_basis_get_facts (self->basis);
}

const TenureTerms *
tenure_snapshot_get_terms (const TenureSnapshot *self)
{
  return tenure_basis_get_terms (self->basis);
}

const TenureBoards *
tenure_snapshot_get_boards (const TenureSnapshot *self)
{
  return tenure_basis_get_boards (self->basis);
}

const TenureFilter *
tenure_snapshot_get_filter (const TenureSnapshot *self)
{
  return self->filter;
}

const TenureAnalysis *
tenure_snapshot_get_analysis (const TenureSnapshot *self)
{
  return self->analysis != NULL ? self->analysis : tenure_basis_get_analysis (self->basis);
}

const TenurePortfolio *
tenure_snapshot_get_portfolio (const TenureSnapshot *self)
{
  return tenure_snapshot_get_analysis (self)->portfolio;
}

const TenureFlags *
tenure_snapshot_get_flags (const TenureSnapshot *self)
{
  return tenure_snapshot_get_analysis (self)->flags;
}

const guint32 *
tenure_snapshot_get_shown (const TenureSnapshot *self, guint *out_n)
{
  if (out_n != NULL)
    *out_n = self->n_shown;
  return self->shown;
}

gboolean
tenure_snapshot_is_shown (const TenureSnapshot *self, guint index)
{
  g_return_val_if_fail (index < tenure_basis_get_facts (self->basis)->n_agreements, FALSE);

  return self->is_shown[index] != 0;
}

char *
tenure_snapshot_dup_scope_label (const TenureSnapshot *self)
{
  return g_strdup (self->scope_label);
}

const char *
tenure_snapshot_get_fault (const TenureSnapshot *self)
{
  return self->members != NULL ? self->members->fault : NULL;
}

guint
tenure_snapshot_get_how (const TenureSnapshot *self, guint index)
{
  g_return_val_if_fail (index < tenure_basis_get_facts (self->basis)->n_agreements, 0);

  return self->members != NULL ? self->members->how[index] : 0;
}
