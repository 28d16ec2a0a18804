#include "analysis/term-private.h"

#include <stdlib.h>

/* Indexes of the rows that give the two lengths; -1: none does. */
typedef struct
{
  gint32 notice, lead;
} Rows;

typedef struct
{
  gint32 funder; /* -1: every */
  gint32 kind;   /* TENURE_KIND_UNKNOWN: every */
  guint row;     /* the earlier row goes before */
  Rows rows;
} Terms;

struct _TenureUsualTerms
{
  const TenureFacts *facts;
  Terms *terms; /* by funder and kind, one for each pair */
  guint n_terms;
};

static int
compare_pairs (const Terms *a, const Terms *b)
{
  if (a->funder != b->funder)
    return a->funder < b->funder ? -1 : 1;
  return (a->kind > b->kind) - (a->kind < b->kind);
}

static int
compare_terms (const void *a, const void *b)
{
  const Terms *left = a, *right = b;
  int order = compare_pairs (left, right);

  return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

static void
take_missing (Rows *rows, const Rows *from)
{
  if (rows->notice < 0)
    rows->notice = from->notice;
  if (rows->lead < 0)
    rows->lead = from->lead;
}

/* Makes one of all rows for the same funder and kind. */
static void
merge_rows (TenureUsualTerms *usual)
{
  guint n = 0;

  for (guint i = 0; i < usual->n_terms; i++)
    if (n > 0 && compare_pairs (&usual->terms[n - 1], &usual->terms[i]) == 0)
      take_missing (&usual->terms[n - 1].rows, &usual->terms[i].rows);
    else
      usual->terms[n++] = usual->terms[i];
  usual->n_terms = n;
}

TenureUsualTerms *
tenure_usual_terms_new (const TenureFacts *facts)
{
  TenureUsualTerms *usual = g_new0 (TenureUsualTerms, 1);

  usual->facts = facts;
  usual->n_terms = facts->n_usual_terms;
  usual->terms = g_new (Terms, usual->n_terms);
  for (guint i = 0; i < usual->n_terms; i++)
    {
      const TenureFactUsualTerms *row = &facts->usual_terms[i];

      usual->terms[i] = (Terms){
        row->funder, row->kind, i, { row->renewal_notice.known ? (gint32) i : -1, row->lead_time.known ? (gint32) i : -1 }
      };
    }
  if (usual->n_terms > 0)
    qsort (usual->terms, usual->n_terms, sizeof *usual->terms, compare_terms);
  merge_rows (usual);
  return usual;
}

void
tenure_usual_terms_free (TenureUsualTerms *usual)
{
  if (usual == NULL)
    return;
  g_free (usual->terms);
  g_free (usual);
}

/* Fills what is still missing from the terms for exactly this funder and kind. */
static void
fill (const TenureUsualTerms *usual, gint32 funder, gint32 kind, Rows *rows)
{
  Terms wanted = { .funder = funder, .kind = kind };
  guint low = 0, high = usual->n_terms;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_pairs (&usual->terms[middle], &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < usual->n_terms && compare_pairs (&usual->terms[low], &wanted) == 0)
    take_missing (rows, &usual->terms[low].rows);
}

static void
fill_for_funders (const TenureUsualTerms *usual, const TenureFactAgreement *agreement, gint32 kind, Rows *rows)
{
  for (guint i = 0; i < agreement->n_funders; i++)
    {
      gint32 funder = usual->facts->funders[agreement->first_funder + i].organisation;

      if (funder >= 0)
        fill (usual, funder, kind, rows);
    }
}

static Rows
find_rows (const TenureUsualTerms *usual, const TenureFactAgreement *agreement)
{
  Rows rows = { -1, -1 };

  if (usual->n_terms == 0)
    return rows;
  if (agreement->kind != TENURE_KIND_UNKNOWN)
    fill_for_funders (usual, agreement, agreement->kind, &rows);
  fill_for_funders (usual, agreement, TENURE_KIND_UNKNOWN, &rows);
  if (agreement->kind != TENURE_KIND_UNKNOWN)
    fill (usual, -1, agreement->kind, &rows);
  fill (usual, -1, TENURE_KIND_UNKNOWN, &rows);
  return rows;
}

void
tenure_usual_terms_find (const TenureUsualTerms *usual,
                         const TenureFactAgreement *agreement,
                         TenureDuration *out_renewal_notice,
                         TenureDuration *out_lead_time)
{
  const TenureFactUsualTerms *terms = usual->facts->usual_terms;
  Rows rows = find_rows (usual, agreement);

  *out_renewal_notice = rows.notice >= 0 ? terms[rows.notice].renewal_notice : TENURE_DURATION_UNKNOWN;
  *out_lead_time = rows.lead >= 0 ? terms[rows.lead].lead_time : TENURE_DURATION_UNKNOWN;
}

TenureUsualTermsUse *
tenure_terms_count_usual (const TenureTerms *terms)
{
  TenureUsualTermsUse *uses;
  g_autoptr (TenureUsualTerms) usual = NULL;

  g_return_val_if_fail (terms != NULL, NULL);

  uses = g_new0 (TenureUsualTermsUse, terms->facts->n_usual_terms);
  usual = tenure_usual_terms_new (terms->facts);
  for (guint i = 0; i < terms->n_agreements; i++)
    {
      const TenureAgreementFigures *figures = &terms->agreements[i];
      Rows rows;

      if (!figures->live || !(figures->notice_assumed || figures->lead_assumed))
        continue;
      rows = find_rows (usual, &terms->facts->agreements[i]);
      if (figures->notice_assumed)
        uses[rows.notice].notices++;
      if (figures->lead_assumed)
        uses[rows.lead].leads++;
    }
  return uses;
}
