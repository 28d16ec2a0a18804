#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* Which records, in which order: the answer is an array of ids, so that a list of 1,000,000 holds numbers only and loads
 * the rows that are looked at. */
typedef enum
{
  TENURE_FILTER_IS,           /* equal to values[0] */
  TENURE_FILTER_IS_NOT,       /* recorded, and another than values[0]: unknown is never "no" */
  TENURE_FILTER_CONTAINS,     /* the text values[0] is part of it; ASCII case is ignored */
  TENURE_FILTER_BETWEEN,      /* values[0] ≤ it ≤ values[1]; a NULL bound is open */
  TENURE_FILTER_NOT_RECORDED, /* no values */
  TENURE_FILTER_RECORDED,     /* no values */
  TENURE_FILTER_ANY_OF,       /* one of the values; a NULL among them means "or not recorded" */
} TenureFilterOp;

typedef struct _TenureQuery TenureQuery;

TenureQuery *tenure_query_new (TenureRecordType type);
TenureQuery *tenure_query_dup (const TenureQuery *query);
void tenure_query_free (TenureQuery *query);

TenureRecordType tenure_query_get_type (const TenureQuery *query);

/* Search as you type: every word of @text must begin a word of the record, in any order; case and accents are ignored.
 * An agreement is also found by its provider and its funders, an organisation by its identifiers and former names. NULL or
 * "" for all.
 * Portfolios, organisations, people, agreements, payments, boards, seats and meetings are searched; types that are only
 * reached through another have no search of their own, and all of them are found. */
void tenure_query_set_search (TenureQuery *query, const char *text);

/* Adds a condition on a field of the query's own type; all conditions must hold. Values are copied. */
void tenure_query_filter (TenureQuery *query, guint field, TenureFilterOp op, const TenureValue *values, guint n_values);

/* A condition on the record that the reference field @via points to: agreements whose provider is VCS. A record whose
 * reference is not recorded counts as not recorded. */
void tenure_query_filter_via (
    TenureQuery *query, guint via, guint field, TenureFilterOp op, const TenureValue *values, guint n_values);

/* A condition that at least one record of @other that refers to this one meets: agreements with a funder X, agreements
 * in portfolio P. The link is the first field of @other that refers to the query's type. */
void tenure_query_filter_by (
    TenureQuery *query, TenureRecordType other, guint field, TenureFilterOp op, const TenureValue *values, guint n_values);

/* Sorts by @field, after the fields given before. References sort by the title of what they point to, text by letters
 * whatever their case and accents, choices by their text; what is not recorded comes last either way. Ties: by age. */
void tenure_query_sort (TenureQuery *query, guint field, gboolean descending);

/* At most the @n records that were recorded first; 0, as at the beginning, for all. For queries that sort by no field. */
void tenure_query_set_limit (TenureQuery *query, guint n);

/* (element-type TenureId) */
GArray *tenure_query_run (const TenureQuery *query, TenureReader *reader, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same, and in @out_ranks (element-type guint32) the place of each record among the values of the first sort key,
 * ascending from 0 whatever the order: equal values share one, G_MAXUINT32 where it is not recorded. For lists that are
 * sorted by more than the database knows. */
GArray *tenure_query_run_ranked (const TenureQuery *query, TenureReader *reader, GArray **out_ranks, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* One value of a field and how many records have it. */
typedef struct
{
  TenureValue value; /* NULL: not recorded */
  char *label;       /* for people; NULL for "not recorded" */
  guint count;
} TenureFacet;

void tenure_facet_free (TenureFacet *facet);

/**
 * tenure_query_count_facet:
 *
 * Counts the values of @field among the records that meet all conditions of @query but those on @field itself, so that
 * the other values stay on offer. Choices come in the order of the catalogue, with those that nobody has; all else by
 * falling count; "not recorded" last, always there.
 *
 * Returns: (transfer full) (element-type TenureFacet)
 */
GPtrArray *tenure_query_count_facet (const TenureQuery *query, TenureReader *reader, guint field, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureQuery, tenure_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureFacet, tenure_facet_free)

G_END_DECLS
