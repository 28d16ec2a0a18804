#include "config.h"
#include "analysis/scenario.h"

#include "analysis/scenario-private.h"

#include "base/i18n.h"
#include "base/ratio.h"

#include <string.h>

/* Changes are made one after another to one set of facts, each looked up by id: scenarios have a handful. */
typedef struct
{
  TenureScenario *scenario;
  TenureFacts *facts; /* of the scenario */
  TenureDay as_of;
} Making;

/* --- Ends ----------------------------------------------------------------------------------------------------- */

/* Options taken up by T are part of the new end. */
static void
drop_taken_up (const Making *making, TenureFactAgreement *agreement)
{
  TenureFactExtension *options = making->facts->extensions + agreement->first_extension;
  guint n = 0;

  for (guint i = 0; i < agreement->n_extensions; i++)
    if (!tenure_day_is_known (options[i].exercised) || options[i].exercised > making->as_of)
      options[n++] = options[i];
  agreement->n_extensions = n;
}

static void
set_end (const Making *making, guint index, const TenureAgreementFigures *before, TenureDay end)
{
  TenureFactAgreement *agreement = &making->facts->agreements[index];

  tenure_scenario_follow_value (agreement, before, end);
  drop_taken_up (making, agreement);
  agreement->end = end;
  tenure_scenario_follow_duration (agreement);
}

/* Why the agreed end of agreement @index cannot be moved, or NULL. */
static char *
check_end (const Making *making, guint index, const TenureAgreementFigures *before)
{
  if (tenure_day_is_known (making->facts->agreements[index].terminated))
    return tenure_scenario_dup_problem (making->facts, index, _ ("“%s” was ended early, so its end is not moved."));
  if (before->open_ended)
    return tenure_scenario_dup_problem (making->facts, index, _ ("“%s” is open-ended: it has no end that could be moved."));
  if (!tenure_day_is_known (before->agreed_end))
    return tenure_scenario_dup_problem (
        making->facts, index, _ ("“%s” has no end on record, so it cannot be told where to move it. Record it first."));
  return NULL;
}

static char *
extend (const Making *making, guint index, const TenureScenarioChange *change)
{
  TenureAgreementFigures before = tenure_scenario_figures (making->facts, index, making->as_of);
  char *problem = check_end (making, index, &before);

  if (problem != NULL)
    return problem;
  if (change->months < 1 || change->months > TENURE_SCENARIO_MAX_MONTHS)
    return tenure_scenario_dup_problem (making->facts, index, _ ("“%s” can be extended by 1 to 1,200 months."));
  if (before.agreed_end >= TENURE_DAY_MAX)
    return tenure_scenario_dup_problem (making->facts, index, _ ("“%s” ends on the last day that there is."));
  set_end (making, index, &before, tenure_day_add_months (before.agreed_end + 1, change->months) - 1);
  return NULL;
}

static char *
move_end (const Making *making, guint index, const TenureScenarioChange *change)
{
  TenureAgreementFigures before = tenure_scenario_figures (making->facts, index, making->as_of);
  char *problem = check_end (making, index, &before);

  if (problem != NULL)
    return problem;
  if (tenure_day_is_known (before.start) && change->day < before.start)
    return tenure_scenario_dup_problem (making->facts, index, _ ("“%s” cannot end before it starts."));
  set_end (making, index, &before, change->day);
  return NULL;
}

static char *
end_early (const Making *making, guint index, const TenureScenarioChange *change)
{
  TenureFactAgreement *agreement = &making->facts->agreements[index];
  TenureAgreementFigures before = tenure_scenario_figures (making->facts, index, making->as_of);
  TenureDay end = before.agreed_end;

  if (tenure_day_is_known (agreement->terminated))
    end = tenure_day_is_known (end) ? MIN (end, agreement->terminated) : agreement->terminated;
  if (!before.open_ended && !tenure_day_is_known (end))
    return tenure_scenario_dup_problem (
        making->facts, index, _ ("“%s” has no end on record, so it cannot be told what is early. Record it first."));
  if (tenure_day_is_known (before.start) && change->day < before.start)
    return tenure_scenario_dup_problem (making->facts, index, _ ("“%s” cannot end before it starts."));
  if (tenure_day_is_known (end) && change->day >= end)
    return tenure_scenario_dup_problem (making->facts, index, _ ("“%s” ends no later than that already."));
  agreement->terminated = change->day;
  return NULL;
}

/* --- Options and prices --------------------------------------------------------------------------------------- */

static TenureFactExtension *
find_open_option (const Making *making, const TenureFactAgreement *agreement)
{
  for (guint i = 0; i < agreement->n_extensions; i++)
    {
      TenureFactExtension *option = &making->facts->extensions[agreement->first_extension + i];

      if (!tenure_day_is_known (option->exercised) || option->exercised > making->as_of)
        return option;
    }
  return NULL;
}

static char *
exercise (const Making *making, guint index)
{
  TenureFactAgreement *agreement = &making->facts->agreements[index];
  TenureFactExtension *option = find_open_option (making, agreement);
  TenureAgreementFigures before = tenure_scenario_figures (making->facts, index, making->as_of), after;
  char *problem = check_end (making, index, &before);

  if (problem != NULL)
    return problem;
  if (option == NULL)
    return tenure_scenario_dup_problem (making->facts, index, _ ("“%s” records no option that is still open."));
  if (!option->length.known)
    return tenure_scenario_dup_problem (making->facts, index,
                                        _ ("The next option of “%s” has no length on record. Record it first."));
  option->exercised = making->as_of;
  after = tenure_scenario_figures (making->facts, index, making->as_of);
  tenure_scenario_follow_value (agreement, &before, after.agreed_end);
  return NULL;
}

static char *
uplift (const Making *making, guint index, const TenureScenarioChange *change)
{
  TenureFactAgreement *agreement = &making->facts->agreements[index];

  if (change->uplift_bp <= -TENURE_WHOLE_BP || change->uplift_bp > TENURE_SCENARIO_MAX_UPLIFT_BP)
    return tenure_scenario_dup_problem (making->facts, index, _ ("An uplift of “%s” is above -100 % and at most 1,000 %."));
  if (!agreement->value_known && !agreement->annual_known)
    return tenure_scenario_dup_problem (making->facts, index,
                                        _ ("“%s” has no value on record that could be uplifted. Record it first."));
  if (!tenure_scenario_uplift (agreement, change->uplift_bp))
    return tenure_scenario_dup_problem (making->facts, index, _ ("The value of “%s” would be too large to be counted."));
  return NULL;
}

/* --- Adding --------------------------------------------------------------------------------------------------- */

/* What is said of one term alone is not said of another like it. */
static void
clear_term (TenureFactAgreement *agreement)
{
  agreement->reference = NULL;
  agreement->predecessor = agreement->lead = -1;
  agreement->award_day = agreement->signed_day = agreement->maximum_end = TENURE_DAY_NONE;
  agreement->terminated = agreement->decided = agreement->review_day = TENURE_DAY_NONE;
  agreement->duration = TENURE_DURATION_UNKNOWN;
  agreement->renewal = TENURE_RENEWAL_UNKNOWN;
  agreement->open_ended = TENURE_FACT_NO;
  agreement->specification_agreed = agreement->measures_agreed = agreement->variation_agreed = TENURE_FACT_UNKNOWN;
  agreement->value_known = agreement->full_cost_known = agreement->other_funding_known = FALSE;
  agreement->value_minor = agreement->full_cost_minor = agreement->other_funding_minor = 0;
  agreement->bid_cost_known = agreement->monitoring_cost_known = FALSE;
  agreement->bid_cost_minor = agreement->monitoring_cost_minor = 0;
  agreement->basis = TENURE_BASIS_UNKNOWN;
  agreement->n_extensions = agreement->n_variations = agreement->n_uplifts = 0;
  agreement->n_costs = agreement->n_payments = agreement->n_instalments = 0;
}

static TenureFactAgreement
nothing_recorded (void)
{
  return (TenureFactAgreement){
    .provider = -1,
    .service = -1,
    .place = -1,
    .programme = -1,
    .owner = -1,
    .one_off = TENURE_FACT_UNKNOWN,
    .to_individual = TENURE_FACT_UNKNOWN,
    .funder_without_cause = TENURE_FACT_UNKNOWN,
    .specification_agreed = TENURE_FACT_UNKNOWN,
    .measures_agreed = TENURE_FACT_UNKNOWN,
    .variation_agreed = TENURE_FACT_UNKNOWN,
    .rests_on_one = TENURE_FACT_UNKNOWN,
    .posts = -1,
    .key_person = -1,
    .key_cover = -1,
    .price_index = -1,
  };
}

/* Above all that a document gives to records of any type, gone or not: flags, exemptions and snoozes are found by number. */
#define FIRST_ID (G_MAXINT64 - G_MAXINT32)

static TenureId
new_id (const TenureFacts *facts)
{
  TenureId last = facts->n_agreements > 0 ? facts->agreements[facts->n_agreements - 1].id : TENURE_ID_NONE;

  return MAX (FIRST_ID, last) + 1;
}

static void
set_funder (TenureFacts *facts, TenureFactAgreement *agreement, int funder)
{
  facts->funders = g_renew (TenureFactFunder, facts->funders, facts->n_funders + 1);
  facts->funders[facts->n_funders] = (TenureFactFunder){ .organisation = funder, .share_bp = -1 };
  agreement->first_funder = facts->n_funders++;
  agreement->n_funders = 1;
}

/* The agreement of the facts it began with that @index is, or is like. */
static TenureId
find_like (const Making *making, int index)
{
  const TenureScenario *scenario = making->scenario;
  int first_added = (int) (making->facts->n_agreements - scenario->n_added);

  if (index < 0)
    return TENURE_ID_NONE;
  return index < first_added ? making->facts->agreements[index].id : scenario->likes[index - first_added];
}

static void
append (Making *making, TenureFactAgreement agreement, int like)
{
  TenureFacts *facts = making->facts;
  TenureId likes = find_like (making, like);

  agreement.id = new_id (facts);
  making->scenario->likes = g_renew (TenureId, making->scenario->likes, making->scenario->n_added + 1);
  making->scenario->likes[making->scenario->n_added] = likes;
  facts->agreements = g_renew (TenureFactAgreement, facts->agreements, facts->n_agreements + 1);
  facts->agreements[facts->n_agreements++] = agreement;
  making->scenario->n_added++;
}

static char *
add (Making *making, const TenureScenarioChange *change)
{
  TenureFacts *facts = making->facts;
  int like = change->like != TENURE_ID_NONE ? tenure_facts_find_agreement (facts, change->like) : -1;
  int provider = tenure_facts_find_organisation (facts, change->provider);
  int funder = tenure_facts_find_organisation (facts, change->funder);
  TenureFactAgreement agreement = like >= 0 ? facts->agreements[like] : nothing_recorded ();

  if (provider < 0 && like < 0)
    return g_strdup_printf (_ ("“%s” is not added: nobody is named who provides it."), change->title);
  if (!tenure_day_is_known (change->start) || !tenure_day_is_known (change->day) || change->day < change->start)
    return g_strdup_printf (_ ("“%s” is not added: it cannot end before it starts."), change->title);
  clear_term (&agreement);
  agreement.title = g_string_chunk_insert (facts->strings, change->title);
  agreement.start = change->start;
  agreement.end = change->day;
  agreement.annual_known = change->annual_known != FALSE;
  agreement.annual_minor = change->annual_known ? change->annual_minor : 0;
  if (change->currency != TENURE_CURRENCY_NONE)
    agreement.currency = change->currency;
  if (provider >= 0)
    agreement.provider = provider;
  if (funder >= 0)
    set_funder (facts, &agreement, funder);
  append (making, agreement, like);
  return NULL;
}

/* --- All of them ---------------------------------------------------------------------------------------------- */

/* A record that is not among the facts: its number is all there is to say. */
static char *
dup_not_there (TenureId id)
{
  return g_strdup_printf (_ ("There is no agreement %" G_GINT64_FORMAT " any more: was it merged into another?"), id);
}

static char *
merge (const Making *making, const TenureScenarioChange *change)
{
  g_autofree guint32 *indexes = g_new (guint32, change->n_others + 1);

  for (guint i = 0; i <= change->n_others; i++)
    {
      TenureId id = i == 0 ? change->agreement : change->others[i - 1];
      int index = tenure_facts_find_agreement (making->facts, id);

      if (index < 0)
        return dup_not_there (id);
      indexes[i] = (guint32) index;
    }
  return tenure_scenario_merge (making->scenario, indexes, change->n_others + 1, change->day, making->as_of);
}

static char *
make (Making *making, const TenureScenarioChange *change)
{
  int found = change->kind == TENURE_SCENARIO_ADD ? 0 : tenure_facts_find_agreement (making->facts, change->agreement);

  if (found < 0)
    return dup_not_there (change->agreement);
  switch (change->kind)
    {
    case TENURE_SCENARIO_EXTEND:
      return extend (making, (guint) found, change);
    case TENURE_SCENARIO_EXERCISE:
      return exercise (making, (guint) found);
    case TENURE_SCENARIO_UPLIFT:
      return uplift (making, (guint) found, change);
    case TENURE_SCENARIO_MOVE_END:
      return move_end (making, (guint) found, change);
    case TENURE_SCENARIO_END_EARLY:
      return end_early (making, (guint) found, change);
    case TENURE_SCENARIO_MERGE:
      return merge (making, change);
    case TENURE_SCENARIO_ADD:
      return add (making, change);
    default:
      g_assert_not_reached ();
    }
}

TenureScenario *
tenure_scenario_new (const TenureFacts *base, TenureDay as_of, const TenureScenarioChange *changes, guint n)
{
  TenureScenario *scenario;
  Making making;

  g_return_val_if_fail (base != NULL && tenure_day_is_known (as_of) && (changes != NULL || n == 0), NULL);

  scenario = g_new0 (TenureScenario, 1);
  scenario->facts = tenure_facts_copy (base);
  scenario->n_base = base->n_agreements;
  scenario->places = g_new (guint32, base->n_agreements + 1);
  scenario->gone = g_new0 (gboolean, base->n_agreements + 1);
  for (guint i = 0; i < base->n_agreements; i++)
    scenario->places[i] = i;
  scenario->n_changes = n;
  scenario->problems = g_new0 (char *, n + 1);
  making = (Making){ scenario, scenario->facts, as_of };
  for (guint i = 0; i < n; i++)
    {
      scenario->problems[i] = make (&making, &changes[i]);
      scenario->n_problems += scenario->problems[i] != NULL;
    }
  return scenario;
}

void
tenure_scenario_free (TenureScenario *scenario)
{
  if (scenario == NULL)
    return;
  for (guint i = 0; i < scenario->n_changes; i++)
    g_free (scenario->problems[i]);
  g_free (scenario->problems);
  g_free (scenario->places);
  g_free (scenario->gone);
  g_free (scenario->likes);
  tenure_facts_free (scenario->facts);
  g_free (scenario);
}

GArray *
tenure_scenario_select (const TenureScenario *scenario, const guint32 *agreements, guint n)
{
  g_autofree guint8 *chosen = NULL;
  GArray *selected;

  g_return_val_if_fail (scenario != NULL, NULL);

  chosen = g_new0 (guint8, scenario->facts->n_agreements + 1);
  selected = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (agreements == NULL)
    memset (chosen, 1, scenario->facts->n_agreements);
  for (guint i = 0; agreements != NULL && i < n; i++)
    chosen[scenario->places[agreements[i]]] = 1;
  for (guint32 i = 0; i < scenario->facts->n_agreements; i++)
    if (chosen[i] || i >= scenario->facts->n_agreements - scenario->n_added)
      g_array_append_val (selected, i);
  return selected;
}
