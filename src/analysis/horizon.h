#pragma once

#include "analysis/term.h"

G_BEGIN_DECLS

/* The funding horizon: how much money is there, month by month, of a set of agreements – a portfolio's or a provider's –
 * and for how many posts there is none any more. docs/domain.md, section 4. */

#define TENURE_HORIZON_MONTHS 36

/**
 * TenureHorizonFigures:
 * Yearly value running on one day: T itself for the first month, the first of the month for the others.
 * - secured: S of docs/domain.md, section 2: of what is committed, what the funder could not have ended by then by
 *   notice without cause given on T. Where S cannot be told, the committed end counts meanwhile; `secured_told`
 *   says of how many it could. Test: "/portfolio/horizon-secured".
 * - committed: start ≤ day ≤ committed end; an open-ended agreement until its notice would end if given on T
 *   (only on T itself when the notice is not recorded). Planned agreements enter at their start.
 * - begun: what of committed was not there on the measured day before because it starts later, renewals among it; less what
 *   a lead that starts takes over of what ran. So what went in between is committed of the day before − committed + begun.
 *   Test: "/portfolio/horizon-step", "/portfolio/horizon-step-of-a-lead".
 * - extended: committed plus what runs on unexercised options to the maximum end; an open-ended agreement goes
 *   on. What is covered by a signed successor is not extended past the successor's start.
 * - undecided: beside the three, and no promise: what there would be as well if every term that is over by then,
 *   options and all, were renewed at its yearly value. Of agreements for which that is open: no decision is recorded
 *   (rule N2) and no next term, signed or not; not of what is one-off, spot, citizen-directed (rule T1), open-ended or
 *   terminated. 0 on T.
 *   Test: "/horizon/undecided".
 * - posts at risk: full-time equivalents that running agreements pay for, and of which the money is not signed on the
 *   day: the committed end is past, and so is that of every signed successor that follows at once. Counted once, in the
 *   lead, as their money is. Test: "/horizon/posts".
 */
typedef struct
{
  TenureDay month;                        /* first day of the month */
  TenureDay day;                          /* measured on */
  TenureSum secured, committed, extended; /* in this order of size, for values ≥ 0 */
  TenureSum begun;                        /* of committed, what began after the day before this one; 0 for the first */
  TenureSum undecided;                    /* ≥ 0 */
  gint64 posts_at_risk;                   /* hundredths */
} TenureHorizonFigures;

typedef struct
{
  TenureHorizonFigures months[TENURE_HORIZON_MONTHS];
  guint known, of;             /* live agreements that could be placed, of all live ones */
  guint secured_told;          /* of those placed, the ones of which S can be told */
  guint planned;               /* of those placed, the planned ones */
  guint posts_known, posts_of; /* running agreements of which posts and end are recorded, of all that run */
} TenureHorizon;

/**
 * TenureHorizonSet:
 * Which agreements a horizon is of: asked also of leads, which have the money where they are of the set as well.
 * @in_set: whether agreement is in the set at all
 * @has_money: whether it is, and its yearly value is known in the currency of the set
 */
typedef struct
{
  const TenureTerms *terms;
  TenureHasPart in_set, has_money;
  gconstpointer data; /* for both */
} TenureHorizonSet;

/**
 * tenure_horizon_compute:
 * @agreements: the @n indexes of the set
 * @out_horizon: filled whole
 *
 * A sum that does not fit in 63 bits overflows, it alone. Linear in @n but for leads, of which each has at most
 * TENURE_LEADS_ABOVE; the horizons of 10,000 providers of 100,000 agreements take less than half as long as their terms
 * (tests/bench/bench-analysis.c). Worked examples: tests/analysis/test-horizon.c.
 */
void tenure_horizon_compute (const TenureHorizonSet *set, const guint32 *agreements, guint n, TenureHorizon *out_horizon);

/* Last days of the three layers for agreement @index; a layer that ends before the one below it ends with it. NONE where the
 * committed end is not known. */
void tenure_terms_find_reach (
    const TenureTerms *terms, guint index, TenureDay *out_secured, TenureDay *out_committed, TenureDay *out_extended);

/* Whether nobody has decided what follows on agreement @index, which ends: see "undecided" above. */
gboolean tenure_terms_is_undecided (const TenureTerms *terms, guint index);

/* The last day on which posts of running agreement @index are paid for, by it or by signed successors that follow at once;
 * TENURE_DAY_MAX where there is no end, NONE where it is not recorded. */
TenureDay tenure_terms_posts_until (const TenureTerms *terms, guint index);

G_END_DECLS
