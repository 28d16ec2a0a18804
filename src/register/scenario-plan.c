#include "config.h"
#include "register/scenario-plan.h"

#include <string.h>

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

typedef struct
{
  const TenureFacts *base;
  const TenureScenario *scenario;
  TenureScenarioPlan *plan;
  TenureId last_new; /* made up so far: -1, -2, … */
} Planning;

/* --- Steps ---------------------------------------------------------------------------------------------------- */

static void
add_step (Planning *planning, TenureScenarioStepKind kind, TenureRecordType type, TenureId id, TenureId other)
{
  TenureScenarioStep step = { .kind = kind, .type = type, .id = id, .other = other };

  g_array_append_val (planning->plan->steps, step);
}

static void
add_value (Planning *planning, TenureRecordType type, TenureId id, guint field, const TenureValue *value)
{
  TenureScenarioStep step = { TENURE_SCENARIO_STEP_SET, type, id, .field = field, .value = tenure_value_copy (value) };

  g_array_append_val (planning->plan->steps, step);
}

static void
add_differences (Planning *planning, const TenureRecord *before, const TenureRecord *after, TenureId id)
{
  for (guint i = 0; i < after->n_fields; i++)
    if (!tenure_record_field_equal (before, after, i))
      add_value (planning, after->type, id, i, tenure_record_get (after, i));
}

/* --- Agreements ----------------------------------------------------------------------------------------------- */

static gboolean
is_added (const TenureScenario *scenario, guint index)
{
  return index >= scenario->facts->n_agreements - scenario->n_added;
}

/* The number of agreement @index of the scenario in the plan: -1 for the first that was added. */
static TenureId
planned_id (const TenureScenario *scenario, guint index)
{
  guint first_added = scenario->facts->n_agreements - scenario->n_added;

  return index < first_added ? scenario->facts->agreements[index].id : -1 - (TenureId) (index - first_added);
}

static void
set_money (TenureRecord *record, const char *field, gboolean known, gint64 minor)
{
  if (known)
    tenure_record_set_money (record, FIELD (field), minor);
}

static void
describe_term (TenureRecord *record, const TenureFactAgreement *agreement)
{
  tenure_record_set_day (record, FIELD ("award_day"), agreement->award_day);
  tenure_record_set_day (record, FIELD ("signed"), agreement->signed_day);
  tenure_record_set_day (record, FIELD ("start"), agreement->start);
  tenure_record_set_day (record, FIELD ("end"), agreement->end);
  tenure_record_set_day (record, FIELD ("maximum_end"), agreement->maximum_end);
  tenure_record_set_day (record, FIELD ("terminated"), agreement->terminated);
  tenure_record_set_day (record, FIELD ("decided"), agreement->decided);
  tenure_record_set_duration (record, FIELD ("duration"), agreement->duration);
  tenure_record_set_flag (record, FIELD ("open_ended"), agreement->open_ended);
}

static void
describe_money (TenureRecord *record, const TenureFactAgreement *agreement)
{
  static const char *const bases[] = { [TENURE_BASIS_TOTAL] = "total", [TENURE_BASIS_ANNUAL] = "annual" };
  char code[4];

  if (agreement->currency != TENURE_CURRENCY_NONE)
    tenure_record_set_text (record, FIELD ("currency"), tenure_currency_to_code (agreement->currency, code));
  set_money (record, "value", agreement->value_known, agreement->value_minor);
  set_money (record, "annual_value", agreement->annual_known, agreement->annual_minor);
  set_money (record, "full_cost", agreement->full_cost_known, agreement->full_cost_minor);
  set_money (record, "other_funding", agreement->other_funding_known, agreement->other_funding_minor);
  set_money (record, "bid_cost", agreement->bid_cost_known, agreement->bid_cost_minor);
  set_money (record, "monitoring_cost", agreement->monitoring_cost_known, agreement->monitoring_cost_minor);
  tenure_record_set_text (record, FIELD ("value_basis"), bases[agreement->basis]);
  if (agreement->posts >= 0)
    tenure_record_set_integer (record, FIELD ("posts"), agreement->posts);
}

static void
describe_who (TenureRecord *record, const TenureFacts *facts, const TenureFactAgreement *agreement)
{
  tenure_record_set_text (record, FIELD ("title"), agreement->title);
  tenure_record_set_text (record, FIELD ("reference"), agreement->reference);
  if (agreement->provider >= 0)
    tenure_record_set_reference (record, FIELD ("provider"), facts->organisations[agreement->provider].id);
}

/* What a change can have touched, as a record says it. */
static TenureRecord *
describe (const TenureFacts *facts, const TenureFactAgreement *agreement)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_AGREEMENT);

  describe_who (record, facts, agreement);
  describe_term (record, agreement);
  describe_money (record, agreement);
  return record;
}

static void
describe_links (TenureRecord *record, TenureId predecessor, TenureId lead)
{
  tenure_record_set_reference (record, FIELD ("predecessor"), predecessor);
  tenure_record_set_reference (record, FIELD ("lead_agreement"), lead);
}

static TenureId
find_linked (const TenureFacts *base, gint32 link)
{
  return link >= 0 ? base->agreements[link].id : TENURE_ID_NONE;
}

static TenureId
find_planned (const TenureScenario *scenario, gint32 link)
{
  return link >= 0 ? planned_id (scenario, (guint) link) : TENURE_ID_NONE;
}

static TenureRecord *
describe_after (const TenureScenario *scenario, guint index)
{
  const TenureFactAgreement *agreement = &scenario->facts->agreements[index];
  TenureRecord *record = describe (scenario->facts, agreement);

  describe_links (record, find_planned (scenario, agreement->predecessor), find_planned (scenario, agreement->lead));
  return record;
}

/* Most agreements are as they were. */
static gboolean
is_untouched (const Planning *planning, guint base_index)
{
  const TenureScenario *scenario = planning->scenario;
  TenureFactAgreement before = planning->base->agreements[base_index];
  const TenureFactAgreement *after = &scenario->facts->agreements[scenario->places[base_index]];

  if (find_linked (planning->base, before.predecessor) != find_planned (scenario, after->predecessor)
      || find_linked (planning->base, before.lead) != find_planned (scenario, after->lead))
    return FALSE;
  before.predecessor = after->predecessor;
  before.lead = after->lead;
  return memcmp (&before, after, sizeof before) == 0;
}

static void
plan_fields (Planning *planning, guint base_index)
{
  const TenureFactAgreement *agreement = &planning->base->agreements[base_index];
  g_autoptr (TenureRecord) before = describe (planning->base, agreement);
  g_autoptr (TenureRecord) after = describe_after (planning->scenario, planning->scenario->places[base_index]);

  describe_links (before, find_linked (planning->base, agreement->predecessor),
                  find_linked (planning->base, agreement->lead));
  add_differences (planning, before, after, agreement->id);
}

/* --- Options and funders -------------------------------------------------------------------------------------- */

static const TenureFactExtension *
find_option (const TenureFacts *facts, const TenureFactAgreement *agreement, TenureId id)
{
  for (guint i = 0; i < agreement->n_extensions; i++)
    if (facts->extensions[agreement->first_extension + i].id == id)
      return &facts->extensions[agreement->first_extension + i];
  return NULL;
}

static void
plan_option (Planning *planning, const TenureFactExtension *before, const TenureFactExtension *after)
{
  const TenureRecordType type = TENURE_RECORD_EXTENSION;
  guint field = tenure_record_field_index (type, "exercised");
  g_autoptr (TenureRecord) record = NULL;

  if (after == NULL)
    add_step (planning, TENURE_SCENARIO_STEP_DELETE, type, before->id, TENURE_ID_NONE);
  if (after == NULL || after->exercised == before->exercised)
    return;
  record = tenure_record_new (type);
  tenure_record_set_day (record, field, after->exercised);
  add_value (planning, type, before->id, field, tenure_record_get (record, field));
}

static void
plan_options (Planning *planning, guint base_index)
{
  const TenureFacts *facts = planning->scenario->facts;
  const TenureFactAgreement *before = &planning->base->agreements[base_index];
  const TenureFactAgreement *after = &facts->agreements[planning->scenario->places[base_index]];

  for (guint i = 0; i < before->n_extensions; i++)
    {
      const TenureFactExtension *option = &planning->base->extensions[before->first_extension + i];

      plan_option (planning, option, find_option (facts, after, option->id));
    }
}

static void
plan_funders (Planning *planning, const TenureFactAgreement *after, TenureId id)
{
  const TenureFacts *facts = planning->scenario->facts;
  TenureScenarioStep step = {
    TENURE_SCENARIO_STEP_FUNDERS,
    TENURE_RECORD_AGREEMENT,
    id,
    .first = planning->plan->funders->len,
  };

  for (guint i = 0; i < after->n_funders; i++)
    {
      const TenureFactFunder *fact = &facts->funders[after->first_funder + i];
      TenureScenarioFunder funder = { .share_bp = fact->share_bp };

      if (fact->organisation < 0)
        continue;
      funder.organisation = facts->organisations[fact->organisation].id;
      g_array_append_val (planning->plan->funders, funder);
    }
  step.n = planning->plan->funders->len - step.first;
  g_array_append_val (planning->plan->steps, step);
}

/* Runs of funders are never written to: where another one is named, they are others. */
static gboolean
has_same_funders (const TenureFactAgreement *before, const TenureFactAgreement *after)
{
  return before->n_funders == after->n_funders && (before->n_funders == 0 || before->first_funder == after->first_funder);
}

static void
plan_agreement (Planning *planning, guint base_index)
{
  const TenureFactAgreement *before = &planning->base->agreements[base_index];
  const TenureFactAgreement *after = &planning->scenario->facts->agreements[planning->scenario->places[base_index]];

  plan_options (planning, base_index);
  if (is_untouched (planning, base_index))
    return;
  plan_fields (planning, base_index);
  if (!has_same_funders (before, after))
    plan_funders (planning, after, before->id);
}

/* --- New ones and those that go ------------------------------------------------------------------------------- */

/* What the copy of the agreement that the new one is like, without its term, says already. */
static TenureRecord *
describe_like (const TenureFacts *base, TenureId like)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_AGREEMENT);
  int index = like != TENURE_ID_NONE ? tenure_facts_find_agreement (base, like) : -1;
  TenureFactAgreement known;

  if (index < 0)
    return record;
  known = (TenureFactAgreement){
    .title = base->agreements[index].title,
    .provider = base->agreements[index].provider,
    .currency = base->agreements[index].currency,
    .posts = base->agreements[index].posts,
    .open_ended = TENURE_FACT_UNKNOWN,
    .award_day = TENURE_DAY_NONE,
    .signed_day = TENURE_DAY_NONE,
    .start = TENURE_DAY_NONE,
    .end = TENURE_DAY_NONE,
    .maximum_end = TENURE_DAY_NONE,
    .terminated = TENURE_DAY_NONE,
    .decided = TENURE_DAY_NONE,
  };
  tenure_record_free (record);
  return describe (base, &known);
}

static void
plan_new (Planning *planning, guint added)
{
  const TenureScenario *scenario = planning->scenario;
  guint index = scenario->facts->n_agreements - scenario->n_added + added;
  g_autoptr (TenureRecord) before = describe_like (planning->base, scenario->likes[added]);
  g_autoptr (TenureRecord) after = describe_after (scenario, index);

  planning->last_new = planned_id (scenario, index);
  add_step (planning, TENURE_SCENARIO_STEP_INSERT, TENURE_RECORD_AGREEMENT, planning->last_new, scenario->likes[added]);
  add_differences (planning, before, after, planning->last_new);
}

static void
plan_membership (Planning *planning, guint added, TenureId portfolio)
{
  const TenureRecordType type = TENURE_RECORD_MEMBERSHIP;
  const TenureScenario *scenario = planning->scenario;
  TenureValue agreement =
      TENURE_VALUE_OF_INTEGER (planned_id (scenario, scenario->facts->n_agreements - scenario->n_added + added));
  TenureValue in = TENURE_VALUE_OF_INTEGER (portfolio);
  TenureId id = --planning->last_new;

  add_step (planning, TENURE_SCENARIO_STEP_INSERT, type, id, TENURE_ID_NONE);
  add_value (planning, type, id, tenure_record_field_index (type, "portfolio"), &in);
  add_value (planning, type, id, tenure_record_field_index (type, "agreement"), &agreement);
}

static void
plan_all_new (Planning *planning, TenureId portfolio)
{
  guint n = planning->scenario->n_added;

  for (guint i = 0; i < n; i++)
    plan_new (planning, i);
  for (guint i = 0; i < n && portfolio != TENURE_ID_NONE; i++)
    plan_membership (planning, i, portfolio);
}

static void
plan_new_funders (Planning *planning)
{
  const TenureFacts *facts = planning->scenario->facts;

  for (guint i = 0; i < facts->n_agreements; i++)
    if (is_added (planning->scenario, i) && facts->agreements[i].n_funders > 0)
      plan_funders (planning, &facts->agreements[i], planned_id (planning->scenario, i));
}

/* All are moved before any is deleted. */
static void
plan_gone (Planning *planning)
{
  const TenureScenario *scenario = planning->scenario;

  for (guint i = 0; i < scenario->n_base; i++)
    if (scenario->gone[i])
      add_step (planning, TENURE_SCENARIO_STEP_MOVE, TENURE_RECORD_AGREEMENT, planning->base->agreements[i].id,
                planned_id (scenario, scenario->places[i]));
  for (guint i = 0; i < scenario->n_base; i++)
    if (scenario->gone[i])
      add_step (planning, TENURE_SCENARIO_STEP_DELETE, TENURE_RECORD_AGREEMENT, planning->base->agreements[i].id,
                TENURE_ID_NONE);
}

static void
clear_step (gpointer step)
{
  tenure_value_clear (&((TenureScenarioStep *) step)->value);
}

TenureScenarioPlan *
tenure_scenario_plan_new (const TenureFacts *base, const TenureScenario *scenario, TenureId portfolio)
{
  Planning planning = { base, scenario };

  g_return_val_if_fail (base != NULL && scenario != NULL && scenario->n_base == base->n_agreements, NULL);

  planning.plan = g_new0 (TenureScenarioPlan, 1);
  planning.plan->steps = g_array_new (FALSE, TRUE, sizeof (TenureScenarioStep));
  planning.plan->funders = g_array_new (FALSE, TRUE, sizeof (TenureScenarioFunder));
  g_array_set_clear_func (planning.plan->steps, clear_step);
  plan_all_new (&planning, portfolio);
  for (guint i = 0; i < scenario->n_base; i++)
    if (!scenario->gone[i])
      plan_agreement (&planning, i);
  plan_new_funders (&planning);
  plan_gone (&planning);
  return planning.plan;
}

void
tenure_scenario_plan_free (TenureScenarioPlan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->steps);
  g_array_unref (plan->funders);
  g_free (plan);
}
