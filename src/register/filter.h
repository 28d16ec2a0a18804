#pragma once

#include "register/basis.h"

#include "base/id.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* What the user narrows all pages down to: a portfolio, words to search for, and facets. A plain value: the session
 * keeps one, a worker gets a copy.
 *
 * A facet is a way to sort every agreement into values: recorded ones (kind, purpose, place) and computed ones (worst
 * flag, term band, status), all read from the basis, so that counting and filtering 100,000 agreements is one sweep of
 * memory. Several chosen values of one facet widen the selection, several facets narrow it. Values are stable text,
 * "" for "not recorded". A new facet that is just a field is one flag in the catalogue, TENURE_FIELD_FACET of an agreement or
 * of an organisation (then of the provider); what is worked out stands in facets-derived.c. Who belongs to a portfolio:
 * members.h. */
typedef struct _TenureFilter TenureFilter;
typedef struct _TenureMembers TenureMembers;

TenureFilter *tenure_filter_new (void);
TenureFilter *tenure_filter_dup (const TenureFilter *filter);
void tenure_filter_free (TenureFilter *filter);
gboolean tenure_filter_equal (const TenureFilter *a, const TenureFilter *b);
gboolean tenure_filter_is_empty (const TenureFilter *filter);

void tenure_filter_set_search (TenureFilter *filter, const char *search);
const char *tenure_filter_get_search (const TenureFilter *filter); /* never NULL */
void tenure_filter_set_portfolio (TenureFilter *filter, TenureId portfolio);
TenureId tenure_filter_get_portfolio (const TenureFilter *filter);

/* Only what was changed in the last @days by the clock; 0: whenever. */
void tenure_filter_set_changed_days (TenureFilter *filter, guint days);
guint tenure_filter_get_changed_days (const TenureFilter *filter);

/* @values is NULL-terminated; NULL or empty: the facet is not used. They are kept in an order of their own, so that what
 * was chosen in another order is the same filter. */
void tenure_filter_set_facet (TenureFilter *filter, const char *facet, const char *const *values);
const char *const *tenure_filter_get_facet (const TenureFilter *filter, const char *facet);

/* Adds or takes away one value. */
void tenure_filter_toggle (TenureFilter *filter, const char *facet, const char *value, gboolean on);

/* The filter as a line of text that tenure_filter_from_text() reads: "kind=grant&kind=contract&words=advice". "" for one
 * that lets everything through. The caller frees. */
char *tenure_filter_dup_text (const TenureFilter *filter);

/* More is refused: a filter is chosen by people, a longer one is none. */
#define TENURE_FILTER_MAX_TEXT 16384

/* The filter that @text describes; NULL with TENURE_ERROR_INVALID when any of it is not known, since a filter that was
 * half understood would show more than was meant, or less. @text may come from anywhere. */
TenureFilter *tenure_filter_from_text (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tenure_filter_apply:
 * @out_members: (out) (optional): who belongs to the filter's portfolio (members.h), NULL without one; the caller frees
 *
 * Returns: (transfer full) (array length=out_n): indexes of the agreements that pass, in order; NULL with @error set
 */
guint32 *tenure_filter_apply (const TenureFilter *filter,
                              const TenureBasis *basis,
                              TenureReader *reader,
                              guint *out_n,
                              TenureMembers **out_members,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- Facets -------------------------------------------------------------------------------------------------- */

/* Names and translated labels of all facets, in the order in which they are offered. */
guint tenure_facets_count (void);
const char *tenure_facet_get_name (guint facet);
const char *tenure_facet_get_label (guint facet);

/* Whether @facet is of everyday use; these come first. */
gboolean tenure_facet_is_usual (guint facet);

/* The facet called @name, or -1. */
int tenure_facet_find (const char *name);

typedef struct
{
  char *value; /* "" for not recorded */
  char *label;
  guint count; /* of the agreements that pass everything but this facet */
  gboolean chosen;
} TenureFacetValue;

void tenure_facet_value_free (TenureFacetValue *value);

/**
 * tenure_filter_count_facets:
 * @facets: a bit for each facet that is wanted; all of them cost hardly more than one
 *
 * For a worker. The values of a facet come with their counts; levels and bands in their own order, names by falling count,
 * "not recorded" last. Values that nobody has are left out unless chosen. An agreement counts once for each of its values.
 *
 * Returns: (transfer full) (element-type GPtrArray): by facet, arrays (element-type TenureFacetValue), empty for one that
 *   was not asked for
 */
GPtrArray *tenure_filter_count_facets (const TenureFilter *filter,
                                       const TenureBasis *basis,
                                       TenureReader *reader,
                                       guint64 facets,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The filter in words: "North place; grants; “advice”", or "All agreements". @reader: knows what the portfolio is called;
 * NULL leaves it out. The caller frees. */
char *tenure_filter_dup_label (const TenureFilter *filter, TenureReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureFilter, tenure_filter_free)

G_END_DECLS
