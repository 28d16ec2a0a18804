#pragma once

#include "analysis/explanation.h"
#include "analysis/portfolio.h"
#include "analysis/providers.h"
#include "analysis/survival.h"

G_BEGIN_DECLS

/* Funding relationships: terms that follow one another without a real break, one contract to the eyes of those who depend
 * on it. */

/**
 * TenureRelationship:
 * @first: index of the agreement that began it; of several on one day the first in the order of the facts
 * @latest: index of the one that goes on longest
 * @last: the last day that was funded, or T where it still runs
 */
typedef struct
{
  guint32 first, latest;
  guint n_terms; /* planned ones among them */
  TenureDay start, last;
  TenureLifetime lifetime;
} TenureRelationship;

typedef struct
{
  const TenureTerms *terms;
  GArray *known; /* TenureRelationship: those whose length can be told, by the agreement that began them */
  guint of;      /* all that began by T, or may have */
} TenureRelationships;

/**
 * tenure_relationships_new:
 *
 * Those of the portfolio's scope that have a term in its selection; their other terms count with them.
 *
 * A term follows another without a real break as rule T4 has it (term.h), here whatever the length of both: it is recorded
 * as its renewal, of the same provider and not for another service, or provider and service are the same, and it starts at
 * most 31 days (rule T4) after the end of what ran before, or while it ran.
 *
 * Length: M (start of the first, last day of the last). It has ended when the last day lies more than those 31 days before
 * T; until then it is not known to have ended, because a term may still follow. Whatever runs on T, goes on with a planned
 * term, or has no end agreed, has not ended either: length M (start, T). Where the start or the end of one of its terms is
 * not known, its length is not.
 *
 * What a document does not go back to is not in it: a relationship begins with its first recorded term, which may be later
 * than it was. Test: tests/analysis/test-relationships.c.
 *
 * Returns: (transfer full): borrows the portfolio's terms
 */
TenureRelationships *tenure_relationships_new (const TenurePortfolio *portfolio);
void tenure_relationships_free (TenureRelationships *relationships);

/* How long all of them last. The caller frees. */
TenureSurvival *tenure_relationships_survival (const TenureRelationships *relationships);

/* Why: formula and median, then each relationship with how long it lasted and whether it goes on, the shortest first, and
 * how the share that goes on comes down with each end; of @survival, which is that of @relationships. The first @most lines,
 * 0: all. The caller frees. */
TenureExplanation *tenure_relationships_explain (const TenureRelationships *relationships,
                                                 const TenureSurvival *survival,
                                                 guint most);

typedef enum
{
  TENURE_RELATIONSHIPS_BY_SIZE,  /* of the provider: a TenureSize */
  TENURE_RELATIONSHIPS_BY_PLACE, /* of the latest term: an index into the facts' places; none without one */
} TenureRelationshipsBy;

/* (transfer full) (element-type TenureSurvival): how long those of each size or place last, also where there are none, in
 * one pass however many places there are. */
GPtrArray *tenure_relationships_survivals (const TenureRelationships *relationships, TenureRelationshipsBy by);

/* "size", "place"; static. */
const char *tenure_relationships_by_code (TenureRelationshipsBy by);

/* Likewise of those in @group alone: a TenureSize, or an index into the facts' places. (transfer full) */
TenureExplanation *tenure_relationships_explain_group (const TenureRelationships *relationships,
                                                       TenureRelationshipsBy by,
                                                       guint group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRelationships, tenure_relationships_free)

G_END_DECLS
