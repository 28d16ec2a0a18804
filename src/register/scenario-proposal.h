#pragma once

#include "analysis/scenario-propose.h"
#include "register/scenario-request.h"

G_BEGIN_DECLS

/* A proposal of extensions as what somebody wants tried, and in words. Test: tests/register/test-scenario-proposal.c. */

/* (element-type TenureScenarioRequest): the extensions, one request for each number of months, shortest first; agreements in
 * the order of the facts. None where it costs more than @sum_minor. */
GPtrArray *tenure_proposal_make_requests (const TenureProposal *proposal,
                                          const TenureFacts *facts,
                                          gint64 sum_minor) G_GNUC_WARN_UNUSED_RESULT;

/* "26 agreements of 14 providers for £412,300, and nothing cheaper is enough. 26 extended terms then end between …. Of 2
 * providers it cannot be told: …" The caller frees.
 * @sum_minor: the most that may be spent; or TENURE_PROPOSAL_ANY_SUM */
char *tenure_proposal_dup_words (const TenureProposal *proposal, const TenureFacts *facts, gint64 sum_minor);

G_END_DECLS
