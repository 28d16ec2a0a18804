#pragma once

#include "analysis/scenario.h"
#include "store/record.h"

G_BEGIN_DECLS

/* What has to be written for a document to be as a scenario has it: a list of changes of records, worked out from the facts
 * before and after alone. Nothing is read or written here; register/scenario-apply.h follows the list. */

typedef enum
{
  TENURE_SCENARIO_STEP_INSERT,  /* a new record; its values are set by the steps behind */
  TENURE_SCENARIO_STEP_SET,     /* one field */
  TENURE_SCENARIO_STEP_FUNDERS, /* who funds an agreement, and with which share */
  TENURE_SCENARIO_STEP_MOVE,    /* what belongs to one agreement belongs to another */
  TENURE_SCENARIO_STEP_DELETE,
} TenureScenarioStepKind;

/**
 * TenureScenarioStep:
 * @id: the record; that of a new one is made up and negative, as are references to it
 * @other: INSERT: the agreement of which the new one has whatever else is said of more than one term, or TENURE_ID_NONE;
 *   MOVE: where to
 * @field, @value: SET
 * @first, @n: FUNDERS: a run in the plan's funders
 */
typedef struct
{
  TenureScenarioStepKind kind;
  TenureRecordType type;
  TenureId id, other;
  guint field;
  TenureValue value;
  guint first, n;
} TenureScenarioStep;

typedef struct
{
  TenureId organisation;
  gint32 share_bp; /* or -1 */
} TenureScenarioFunder;

/**
 * TenureScenarioPlan:
 * @steps: (element-type TenureScenarioStep): new records with their values first, then what is set, moved and deleted
 * @funders: (element-type TenureScenarioFunder)
 */
typedef struct
{
  GArray *steps;
  GArray *funders;
} TenureScenarioPlan;

/**
 * tenure_scenario_plan_new:
 * @base: the facts that @scenario began with
 * @portfolio: what was added is put into it; or TENURE_ID_NONE
 *
 * Only what differs is written: a scenario that comes to nothing has no step. Linear in the facts.
 * Tests: tests/register/test-scenario-apply.c, against random documents.
 */
TenureScenarioPlan *tenure_scenario_plan_new (const TenureFacts *base,
                                              const TenureScenario *scenario,
                                              TenureId portfolio) G_GNUC_WARN_UNUSED_RESULT;
void tenure_scenario_plan_free (TenureScenarioPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureScenarioPlan, tenure_scenario_plan_free)

G_END_DECLS
