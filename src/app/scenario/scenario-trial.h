#pragma once

#include "analysis/effects.h"
#include "register/scenario-request.h"
#include "register/snapshot.h"

G_BEGIN_DECLS

/* What changes that are tried would do, in words, beside what is. */

/**
 * TenureTrial:
 * @figures, @ahead, @years, @flags: (element-type TenureEffect): figures that differ; yearly value that is secured and
 *   committed so many months ahead; the cost of each financial year from the present one on; flags that come, go or get
 *   another level. "not known" where it cannot be told
 * @all_flags: what becomes of all flags, in words; NULL where nothing does
 * @problems: (element-type utf8): why a change cannot be made, one for each such agreement
 * @made: what can be made; @label: what undo calls it, NULL for nothing
 */
typedef struct
{
  GPtrArray *figures, *ahead, *years, *flags;
  char *all_flags;
  GPtrArray *problems;
  TenureScenarioChanges *made;
  char *label;
  TenureDay as_of;
  TenureId portfolio;
} TenureTrial;

/* Tries @requests (element-type TenureScenarioRequest), one after another, on the facts of @snapshot, over what its filter
 * lets through; judges everything twice: for a worker. The document is not read. Test: tests/app/test-scenario-trial.c. */
TenureTrial *tenure_trial_new (const GPtrArray *requests, const TenureSnapshot *snapshot) G_GNUC_WARN_UNUSED_RESULT;
void tenure_trial_free (TenureTrial *trial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTrial, tenure_trial_free)

G_END_DECLS
