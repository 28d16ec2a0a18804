#pragma once

#include "analysis/effects.h"
#include "analysis/scenario.h"
#include "register/snapshot.h"

G_BEGIN_DECLS

/* What a change that is tried on several agreements would do, in words, beside what is. */

/* What is to be tried; counted by nobody, changed by nobody once it is handed to a worker. */
typedef struct
{
  TenureScenarioKind kind; /* all but ADD */
  GArray *agreements;      /* TenureId; of MERGE two or more: the one that starts last stays */
  int months;              /* EXTEND */
  gint32 uplift_bp;        /* UPLIFT */
  TenureDay day;           /* MOVE_END, END_EARLY, MERGE */
} TenureTrialRequest;

/* @agreements: (element-type TenureId): copied */
TenureTrialRequest *tenure_trial_request_new (TenureScenarioKind kind, const GArray *agreements);
void tenure_trial_request_free (TenureTrialRequest *request);

/**
 * TenureTrial:
 * @figures, @ahead, @years, @flags: (element-type TenureEffect): figures that differ; yearly value that is secured and
 *   committed so many months ahead; the cost of each financial year from the present one on; flags that come, go or get
 *   another level. "not known" where it cannot be told
 * @all_flags: what becomes of all flags, in words; NULL where nothing does
 * @problems: (element-type utf8): why a change cannot be made, one for each such agreement
 * @changes: @n_changes that can be made; @label: what undo calls them
 */
typedef struct
{
  GPtrArray *figures, *ahead, *years, *flags;
  char *all_flags;
  GPtrArray *problems;
  TenureScenarioChange *changes;
  guint n_changes;
  char *label;
  TenureDay as_of;
  TenureId portfolio;
  GArray *others; /* private: what the changes borrow */
} TenureTrial;

/* Tries it on the facts of @snapshot, over what its filter lets through; judges everything twice: for a worker. The document
 * is not read. Test: tests/app/test-scenario-trial.c. */
TenureTrial *tenure_trial_new (const TenureTrialRequest *request, const TenureSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;
void tenure_trial_free (TenureTrial *trial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTrial, tenure_trial_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTrialRequest, tenure_trial_request_free)

G_END_DECLS
