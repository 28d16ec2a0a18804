#include "config.h"
#include "register/scenario-apply.h"

#include "base/error.h"
#include "register/scenario-plan.h"
#include "store/edit.h"
#include "store/load-facts.h"
#include "store/query.h"

/* What is said of the agreement that a new one is like and not of the new one. */
static const char *const of_one_term[] = {
  "reference",
  "reference_part",
  "award_day",
  "signed",
  "start",
  "end",
  "duration",
  "open_ended",
  "maximum_end",
  "extension_text",
  "terminated",
  "ended_reason",
  "review_day",
  "predecessor",
  "lead_agreement",
  "renewal_status",
  "decided",
  "decision",
  "value",
  "value_basis",
  "annual_value",
  "value_approximate",
  "full_cost",
  "other_funding",
  "bid_cost",
  "monitoring_cost",
  "source_status",
  "notes",
  "specification_agreed",
  "measures_agreed",
  "variation_agreed",
};

/* @created: (element-type TenureRecord): new records, by the number that the plan gave them: -1 is the first */
typedef struct
{
  TenureEdit *edit;
  const TenureScenarioPlan *plan;
  GPtrArray *created;
} Applying;

/* --- New records ---------------------------------------------------------------------------------------------- */

static TenureRecord *
get_created (const Applying *applying, TenureId id)
{
  return applying->created->pdata[-1 - id];
}

/* The number in the document of a record of the plan. */
static TenureId
get_id (const Applying *applying, TenureId id)
{
  return id < 0 ? get_created (applying, id)->id : id;
}

static TenureRecord *
copy_like (const Applying *applying, TenureId like, GError **error)
{
  const TenureValue none = TENURE_VALUE_NULL_INIT;
  TenureRecord *record = tenure_edit_get (applying->edit, TENURE_RECORD_AGREEMENT, like, error);

  if (record == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (of_one_term); i++)
    tenure_record_set (record, tenure_record_field_index (TENURE_RECORD_AGREEMENT, of_one_term[i]), &none);
  record->origin = TENURE_ID_NONE;
  return record;
}

static gboolean
create (const Applying *applying, const TenureScenarioStep *step, GError **error)
{
  TenureRecord *record =
      step->other != TENURE_ID_NONE ? copy_like (applying, step->other, error) : tenure_record_new (step->type);

  if (record == NULL)
    return FALSE;
  record->id = tenure_id_new ();
  g_ptr_array_add (applying->created, record);
  return TRUE;
}

static gboolean
insert_created (const Applying *applying, GError **error)
{
  for (guint i = 0; i < applying->created->len; i++)
    if (!tenure_edit_insert (applying->edit, applying->created->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* --- Values and funders --------------------------------------------------------------------------------------- */

static TenureValue
get_value (const Applying *applying, const TenureScenarioStep *step)
{
  const TenureField *field = &tenure_record_def (step->type)->fields[step->field];

  if (field->type != TENURE_FIELD_REFERENCE || step->value.kind != TENURE_VALUE_INTEGER)
    return step->value;
  return TENURE_VALUE_OF_INTEGER (get_id (applying, step->value.integer));
}

static gboolean
set (const Applying *applying, const TenureScenarioStep *step, GError **error)
{
  TenureValue value = get_value (applying, step);

  return tenure_edit_set (applying->edit, step->type, step->id, step->field, &value, error);
}

static gboolean
add_funder (const Applying *applying, TenureId agreement, const TenureScenarioFunder *funder, GError **error)
{
  const TenureRecordType type = TENURE_RECORD_FUNDER;
  g_autoptr (TenureRecord) record = tenure_record_new (type);

  tenure_record_set_reference (record, tenure_record_field_index (type, "agreement"), agreement);
  tenure_record_set_reference (record, tenure_record_field_index (type, "organisation"), funder->organisation);
  if (funder->share_bp >= 0)
    tenure_record_set_integer (record, tenure_record_field_index (type, "share"), funder->share_bp);
  return tenure_edit_insert (applying->edit, record, error);
}

/* Rows of funders hold nothing besides, so those that were there make room. */
static gboolean
set_funders (const Applying *applying, const TenureScenarioStep *step, GError **error)
{
  TenureId agreement = get_id (applying, step->id);
  g_autoptr (GPtrArray) rows =
      tenure_reader_load_children (tenure_edit_get_reader (applying->edit), TENURE_RECORD_FUNDER, agreement, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!tenure_edit_delete (applying->edit, TENURE_RECORD_FUNDER, ((const TenureRecord *) rows->pdata[i])->id, error))
      return FALSE;
  for (guint i = step->first; i < step->first + step->n; i++)
    if (!add_funder (applying, agreement, &g_array_index (applying->plan->funders, TenureScenarioFunder, i), error))
      return FALSE;
  return TRUE;
}

/* --- What belongs to a term that goes ------------------------------------------------------------------------- */

/* The rows of @type whose @field is @id. */
static GArray *
find_referring (const Applying *applying, TenureRecordType type, guint field, TenureId id, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (type);
  TenureValue value = TENURE_VALUE_OF_INTEGER (id);

  tenure_query_filter (query, field, TENURE_FILTER_IS, &value, 1);
  return tenure_query_run (query, tenure_edit_get_reader (applying->edit), error);
}

static gboolean
move_field (const Applying *applying, TenureRecordType type, guint field, TenureId from, TenureId to, GError **error)
{
  g_autoptr (GArray) ids = find_referring (applying, type, field, from, error);
  TenureValue value = TENURE_VALUE_OF_INTEGER (to);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!tenure_edit_set (applying->edit, type, g_array_index (ids, TenureId, i), field, &value, error))
      return FALSE;
  return ids != NULL;
}

/* (element-type TenureId): the portfolios of @memberships. */
static GHashTable *
find_portfolios (const Applying *applying, const GArray *memberships, GError **error)
{
  g_autoptr (GHashTable) portfolios = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < memberships->len; i++)
    {
      g_autoptr (TenureRecord) row =
          tenure_edit_get (applying->edit, TENURE_RECORD_MEMBERSHIP, g_array_index (memberships, TenureId, i), error);
      TenureId portfolio;

      if (row == NULL)
        return NULL;
      portfolio = tenure_record_get_reference (row, tenure_record_field_index (row->type, "portfolio"));
      g_hash_table_add (portfolios, g_memdup2 (&portfolio, sizeof portfolio));
    }
  return g_steal_pointer (&portfolios);
}

/* Once in each portfolio is enough: other places go with the term. */
static gboolean
move_membership (const Applying *applying, TenureId id, guint field, GHashTable *portfolios, TenureId to, GError **error)
{
  g_autoptr (TenureRecord) row = tenure_edit_get (applying->edit, TENURE_RECORD_MEMBERSHIP, id, error);
  TenureValue value = TENURE_VALUE_OF_INTEGER (to);
  TenureId portfolio;

  if (row == NULL)
    return FALSE;
  portfolio = tenure_record_get_reference (row, tenure_record_field_index (row->type, "portfolio"));
  if (g_hash_table_contains (portfolios, &portfolio))
    return TRUE;
  g_hash_table_add (portfolios, g_memdup2 (&portfolio, sizeof portfolio));
  return tenure_edit_set (applying->edit, TENURE_RECORD_MEMBERSHIP, id, field, &value, error);
}

static gboolean
move_memberships (const Applying *applying, TenureId from, TenureId to, GError **error)
{
  const TenureRecordType type = TENURE_RECORD_MEMBERSHIP;
  guint field = tenure_record_field_index (type, "agreement");
  g_autoptr (GArray) there = find_referring (applying, type, field, to, error);
  g_autoptr (GArray) ids = there != NULL ? find_referring (applying, type, field, from, error) : NULL;
  g_autoptr (GHashTable) portfolios = ids != NULL ? find_portfolios (applying, there, error) : NULL;

  for (guint i = 0; portfolios != NULL && i < ids->len; i++)
    if (!move_membership (applying, g_array_index (ids, TenureId, i), field, portfolios, to, error))
      return FALSE;
  return portfolios != NULL;
}

/* Funders are planned by themselves, options do not outlive their term, and what follows or is passed on is told of each
 * agreement by the plan. */
static gboolean
is_moved (TenureRecordType type)
{
  return type != TENURE_RECORD_AGREEMENT && type != TENURE_RECORD_FUNDER && type != TENURE_RECORD_EXTENSION
         && type != TENURE_RECORD_MEMBERSHIP;
}

static gboolean
move_type (const Applying *applying, TenureRecordType type, TenureId from, TenureId to, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (type);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].type == TENURE_FIELD_REFERENCE && def->fields[i].refers_to == TENURE_RECORD_AGREEMENT
        && !move_field (applying, type, i, from, to, error))
      return FALSE;
  /* Exemptions and snoozes point at records of several types, by number. */
  return (type != TENURE_RECORD_EXEMPTION && type != TENURE_RECORD_SNOOZE)
         || move_field (applying, type, tenure_record_field_index (type, "record"), from, to, error);
}

static gboolean
move (const Applying *applying, TenureId from, TenureId to, GError **error)
{
  for (TenureRecordType type = 0; type < TENURE_N_RECORDS; type++)
    if (is_moved (type) && !move_type (applying, type, from, to, error))
      return FALSE;
  return move_memberships (applying, from, to, error);
}

/* --- All steps ------------------------------------------------------------------------------------------------ */

static gboolean
is_of_new (const TenureScenarioStep *step)
{
  return step->kind == TENURE_SCENARIO_STEP_INSERT || (step->kind == TENURE_SCENARIO_STEP_SET && step->id < 0);
}

/* New records are made with all their values, which the plan has before all else. Each is known before a value names it. */
static gboolean
make_new (const Applying *applying, GError **error)
{
  const GArray *steps = applying->plan->steps;

  for (guint i = 0; i < steps->len; i++)
    {
      const TenureScenarioStep *step = &g_array_index (steps, TenureScenarioStep, i);

      if (step->kind == TENURE_SCENARIO_STEP_INSERT && !create (applying, step, error))
        return FALSE;
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const TenureScenarioStep *step = &g_array_index (steps, TenureScenarioStep, i);

      if (step->kind == TENURE_SCENARIO_STEP_SET && step->id < 0)
        {
          TenureValue value = get_value (applying, step);

          tenure_record_set (get_created (applying, step->id), step->field, &value);
        }
    }
  return insert_created (applying, error);
}

static gboolean
follow_step (const Applying *applying, const TenureScenarioStep *step, GError **error)
{
  switch (step->kind)
    {
    case TENURE_SCENARIO_STEP_SET:
      return set (applying, step, error);
    case TENURE_SCENARIO_STEP_FUNDERS:
      return set_funders (applying, step, error);
    case TENURE_SCENARIO_STEP_MOVE:
      return move (applying, step->id, get_id (applying, step->other), error);
    case TENURE_SCENARIO_STEP_DELETE:
      return tenure_edit_delete (applying->edit, step->type, step->id, error);
    case TENURE_SCENARIO_STEP_INSERT:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
follow_plan (TenureEdit *edit, const TenureScenarioPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) created = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_record_free);
  Applying applying = { edit, plan, created };

  if (!make_new (&applying, error))
    return FALSE;
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const TenureScenarioStep *step = &g_array_index (plan->steps, TenureScenarioStep, i);

      if (!is_of_new (step) && !follow_step (&applying, step, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const TenureScenarioChange *changes;
  guint n;
  TenureDay as_of;
  TenureId portfolio, kept;
} Wanted;

static gboolean
check_problems (const TenureScenario *scenario, GError **error)
{
  for (guint i = 0; i < scenario->n_changes; i++)
    if (scenario->problems[i] != NULL)
      {
        g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID, scenario->problems[i]);
        return FALSE;
      }
  return TRUE;
}

/* Unless somebody else did so meanwhile. */
static gboolean
delete_kept (TenureEdit *edit, TenureId kept, GError **error)
{
  gboolean there = FALSE;

  if (kept == TENURE_ID_NONE)
    return TRUE;
  return tenure_reader_has (tenure_edit_get_reader (edit), TENURE_RECORD_SCENARIO, kept, &there, error)
         && (!there || tenure_edit_delete (edit, TENURE_RECORD_SCENARIO, kept, error));
}

static gboolean
apply (TenureEdit *edit, gpointer data, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (TenureFacts) facts = tenure_load_facts (tenure_edit_get_reader (edit), NULL, error);
  g_autoptr (TenureScenario) scenario = NULL;
  g_autoptr (TenureScenarioPlan) plan = NULL;

  if (facts == NULL)
    return FALSE;
  scenario = tenure_scenario_new (facts, wanted->as_of, wanted->changes, wanted->n);
  if (!check_problems (scenario, error))
    return FALSE;
  plan = tenure_scenario_plan_new (facts, scenario, wanted->portfolio);
  return follow_plan (edit, plan, error) && delete_kept (edit, wanted->kept, error);
}

gboolean
tenure_scenario_apply (TenureDocument *document,
                       const char *label,
                       const TenureScenarioChange *changes,
                       guint n,
                       TenureDay as_of,
                       TenureId portfolio,
                       TenureId kept,
                       GError **error)
{
  Wanted wanted = { changes, n, as_of, portfolio, kept };

  g_return_val_if_fail (TENURE_IS_DOCUMENT (document) && label != NULL && (changes != NULL || n == 0), FALSE);

  return tenure_document_edit (document, label, apply, &wanted, error);
}
