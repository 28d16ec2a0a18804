#pragma once

#include "analysis/term.h"

G_BEGIN_DECLS

/* What is the same for every agreement of one computation. */
typedef struct
{
  const TenureFacts *facts;
  const TenureAnalysisOptions *options;
  TenureDay as_of;
  TenureDay ending_before; /* a committed end whose next day lies before this is "ending" */
  TenureMonths short_term; /* the longest that is short */
} TenureTermContext;

/* Usual terms by funder and kind, sorted for look-up. */
typedef struct _TenureUsualTerms TenureUsualTerms;

TenureUsualTerms *tenure_usual_terms_new (const TenureFacts *facts);
void tenure_usual_terms_free (TenureUsualTerms *usual);

/* The usual renewal notice and lead time for @agreement; unknown where none is set. */
void tenure_usual_terms_find (const TenureUsualTerms *usual,
                              const TenureFactAgreement *agreement,
                              TenureDuration *out_renewal_notice,
                              TenureDuration *out_lead_time);

/* Value per year and for the whole term; needs the dates in @figures. */
void tenure_term_compute_money (const TenureFactAgreement *agreement, TenureAgreementFigures *figures);

/* Successors, chains, gaps, rollovers and leads over all agreements; needs the dates in @agreements. */
void tenure_succession_compute (const TenureTermContext *context, TenureAgreementFigures *agreements);

/* Whether the recorded renewal @after, with its @figures, goes on without a real break: at most @gap_days between; unknown
 * providers do not count as the same. */
gboolean tenure_succession_is_unbroken (const TenureFactAgreement *before,
                                        const TenureFactAgreement *after,
                                        const TenureAgreementFigures *figures,
                                        gint32 gap_days);

/* M of a span as written, with the anniversary reading. */
TenureMonths tenure_term_months (TenureDay first, TenureDay last, gboolean *out_anniversary);

/* The term as agreed at first: M (start, signed end, or start + stated length), before extensions and terminations.
 * FALSE, and @out_term unchanged, where a day is not recorded, the end lies before the start, or none was agreed. */
gboolean tenure_term_first_agreed (const TenureFactAgreement *agreement, TenureMonths *out_term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureUsualTerms, tenure_usual_terms_free)

G_END_DECLS
