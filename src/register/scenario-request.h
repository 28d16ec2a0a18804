#pragma once

#include "analysis/scenario.h"
#include "base/money.h"

G_BEGIN_DECLS

/* What somebody wants tried, as they said it: one change of several agreements. What it comes to, agreement by agreement, is
 * worked out from the facts. */

/**
 * TenureScenarioRequest:
 * What @kind does not name is not looked at.
 * @agreements: (element-type TenureId): of MERGE two or more, of which the one that starts last stays; of ADD the one that
 *   the new agreement is like, or none
 * @months: EXTEND
 * @uplift_bp: UPLIFT
 * @day: MOVE_END, END_EARLY, MERGE: the last day; ADD: the end
 * @title, @start: ADD
 * @provider: ADD; TENURE_ID_NONE: that of the one it is like
 * @annual: ADD, where @annual_known: the yearly value; without a currency in that of the one it is like
 */
typedef struct
{
  TenureScenarioKind kind;
  GArray *agreements;
  int months;
  gint32 uplift_bp;
  TenureDay day;
  char *title;
  TenureDay start;
  TenureId provider;
  TenureMoney annual;
  gboolean annual_known;
} TenureScenarioRequest;

/* @agreements: (nullable) (element-type TenureId): copied */
TenureScenarioRequest *tenure_scenario_request_new (TenureScenarioKind kind,
                                                    const GArray *agreements) G_GNUC_WARN_UNUSED_RESULT;
TenureScenarioRequest *tenure_scenario_request_dup (const TenureScenarioRequest *request) G_GNUC_WARN_UNUSED_RESULT;
void tenure_scenario_request_free (TenureScenarioRequest *request);

/* (element-type TenureScenarioRequest): an array that frees what it holds; and a copy of one. */
GPtrArray *tenure_scenario_requests_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tenure_scenario_requests_dup (const GPtrArray *requests) G_GNUC_WARN_UNUSED_RESULT;

/* "Extend by 12 months": without the agreements. The caller frees. */
char *tenure_scenario_request_dup_label (const TenureScenarioRequest *request);

/* The agreements as @facts, which may lack some, call them: “Lantern House: Befriending”, “Advice line” and 2 more; NULL
 * where it has none. The caller frees. */
char *tenure_scenario_request_dup_agreements (const TenureScenarioRequest *request, const TenureFacts *facts);

/**
 * TenureScenarioChanges:
 * @changes: @n of them, in the order of the requests and of their agreements
 * @problems: (element-type utf8): why a request comes to nothing
 */
typedef struct
{
  TenureScenarioChange *changes;
  guint n;
  GPtrArray *problems;
  GPtrArray *kept; /* private: what the changes borrow */
} TenureScenarioChanges;

/* What @requests (element-type TenureScenarioRequest) come to; rests on none of the arguments.
 * Test: tests/register/test-scenario-request.c. */
TenureScenarioChanges *tenure_scenario_changes_new (const GPtrArray *requests,
                                                    const TenureFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void tenure_scenario_changes_free (TenureScenarioChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureScenarioRequest, tenure_scenario_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureScenarioChanges, tenure_scenario_changes_free)

G_END_DECLS
