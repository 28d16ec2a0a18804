/* A scenario made in the document: worked cases, and random documents, whose facts must then be those of the scratch copy. */

#include "register-fixture.h"
#include "store-model.h"

#include "analysis/effects.h"
#include "analysis/flag-moves.h"
#include "analysis/scenario.h"
#include "base/error.h"
#include "register/scenario-apply.h"
#include "register/scenario-plan.h"
#include "store/load-facts.h"

#define AS_OF REGISTER_AS_OF

static TenureFacts *
load (RegisterFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureReader) reader = tenure_document_open_reader (fixture->document, &error);
  TenureFacts *facts = tenure_load_facts (reader, NULL, &error);

  g_assert_no_error (error);
  return facts;
}

static char *
dump (RegisterFixture *fixture)
{
  return store_dump (tenure_document_get_reader (fixture->document));
}

static TenureId
to_id (const char *id)
{
  return g_ascii_strtoll (id, NULL, 10);
}

/* --- Facts as text -------------------------------------------------------------------------------------------- */

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What hangs on an agreement counts whatever its order. */
static void
add_sorted (GString *text, GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_text);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "  %s\n", (const char *) lines->pdata[i]);
  g_ptr_array_set_size (lines, 0);
}

#define LINE(...) g_ptr_array_add (lines, g_strdup_printf (__VA_ARGS__))
#define EACH(kind, i) for (guint i = agreement->first_##kind; i < agreement->first_##kind + agreement->n_##kind##s; i++)
#define ID "%" G_GINT64_FORMAT

static void
dump_paid (GString *text, GPtrArray *lines, const TenureFacts *facts, const TenureFactAgreement *agreement)
{
  EACH (funder, i)
    LINE ("funder %d %d", facts->funders[i].organisation, facts->funders[i].share_bp);
  EACH (payment, i)
    LINE ("payment " ID " " ID " %d", facts->payments[i].id, facts->payments[i].minor, facts->payments[i].paid);
  EACH (instalment, i)
    LINE ("instalment " ID " " ID, facts->instalments[i].id, facts->instalments[i].minor);
  EACH (cost, i)
    LINE ("cost " ID " %d", facts->costs[i].minor, facts->costs[i].activity);
  EACH (variation, i)
    LINE ("variation " ID " %d", facts->variations[i].id, facts->variations[i].made);
  EACH (uplift, i)
    LINE ("uplift %d %d", facts->uplifts[i].from_day, facts->uplifts[i].rate_bp);
  add_sorted (text, lines);
  EACH (extension, i)
    g_string_append_printf (text, "  option %d+%d %d\n", facts->extensions[i].length.months,
                            facts->extensions[i].length.days, facts->extensions[i].exercised);
}

static void
dump_said (GString *text, GPtrArray *lines, const TenureFacts *facts, guint index)
{
  const TenureFactOutcome *outcomes;
  const TenureFactReferrals *referrals;
  guint n;

  outcomes = tenure_facts_get_outcomes (facts, index, &n);
  for (guint i = 0; i < n; i++)
    LINE ("outcome " ID, outcomes[i].id);
  referrals = tenure_facts_get_referrals (facts, index, &n);
  for (guint i = 0; i < n; i++)
    LINE ("referrals " ID, referrals[i].id);
  for (guint i = 0; i < facts->n_exemptions; i++)
    if (facts->exemptions[i].record == facts->agreements[index].id)
      LINE ("exemption " ID " %d", facts->exemptions[i].id, facts->exemptions[i].rule);
  for (guint i = 0; i < facts->n_snoozes; i++)
    if (facts->snoozes[i].record == facts->agreements[index].id)
      LINE ("snooze " ID, facts->snoozes[i].id);
  add_sorted (text, lines);
}

static const char *
name_of (const char **names, gint32 index)
{
  return index >= 0 ? names[index] : "-";
}

static void
dump_term (GString *text, const TenureFactAgreement *agreement)
{
  g_string_append_printf (text, "  %d %d %d %d %d %d %d %d\n", agreement->award_day, agreement->signed_day, agreement->start,
                          agreement->end, agreement->maximum_end, agreement->terminated, agreement->decided,
                          agreement->review_day);
  g_string_append_printf (text, "  %d+%d %d %d %d %d %d\n", agreement->duration.months, agreement->duration.days,
                          agreement->duration.known, agreement->open_ended, agreement->funder_notice.months,
                          agreement->renewal_notice.months, agreement->lead_time.months);
}

static void
dump_amount (GString *text, gboolean known, gint64 minor)
{
  if (known)
    g_string_append_printf (text, "  " ID, minor);
  else
    g_string_append (text, "  -");
}

static void
dump_money (GString *text, const TenureFactAgreement *agreement)
{
  dump_amount (text, agreement->value_known, agreement->value_minor);
  dump_amount (text, agreement->annual_known, agreement->annual_minor);
  dump_amount (text, agreement->full_cost_known, agreement->full_cost_minor);
  dump_amount (text, agreement->other_funding_known, agreement->other_funding_minor);
  dump_amount (text, agreement->bid_cost_known, agreement->bid_cost_minor);
  dump_amount (text, agreement->monitoring_cost_known, agreement->monitoring_cost_minor);
  g_string_append_printf (text, " %d %d\n", agreement->basis, (int) agreement->currency);
}

static void
dump_agreement (GString *text, GPtrArray *lines, const TenureFacts *facts, guint index)
{
  const TenureFactAgreement *agreement = &facts->agreements[index];

  g_string_append_printf (text, "%u %s %s %d %d %d\n", index, agreement->title, agreement->reference, agreement->provider,
                          agreement->predecessor, agreement->lead);
  g_string_append_printf (text, "  %s %s %s %s\n", name_of (facts->services, agreement->service),
                          name_of (facts->places, agreement->place), name_of (facts->programmes, agreement->programme),
                          name_of (facts->owners, agreement->owner));
  g_string_append_printf (text, "  %d %d %d %d %d %d %d %d %d %d %d\n", agreement->kind, agreement->purpose,
                          agreement->renewal, agreement->one_off, agreement->to_individual, agreement->payment_profile,
                          agreement->funded_role, agreement->tightness, agreement->posts, agreement->key_person,
                          agreement->communities_known);
  dump_term (text, agreement);
  dump_money (text, agreement);
  dump_paid (text, lines, facts, agreement);
  dump_said (text, lines, facts, index);
}

static char *
dump_facts (const TenureFacts *facts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->n_agreements; i++)
    dump_agreement (text, lines, facts, i);
  return g_string_free (text, FALSE);
}

/* --- Applied and undone --------------------------------------------------------------------------------------- */

/* Added agreements get numbers of their own in the document. */
static void
take_ids (TenureFacts *scratch, const TenureFacts *stored)
{
  g_assert_cmpuint (scratch->n_agreements, ==, stored->n_agreements);
  for (guint i = 0; i < scratch->n_agreements; i++)
    {
      TenureId was = scratch->agreements[i].id;

      scratch->agreements[i].id = stored->agreements[i].id;
      for (guint other = 0; other < scratch->n_exemptions; other++)
        if (scratch->exemptions[other].record == was)
          scratch->exemptions[other].record = stored->agreements[i].id;
      for (guint other = 0; other < scratch->n_snoozes; other++)
        if (scratch->snoozes[other].record == was)
          scratch->snoozes[other].record = stored->agreements[i].id;
    }
}

/* Line by line, so that a failure shows the one that differs. */
static void
assert_same_lines (const char *found, const char *expected)
{
  g_auto (GStrv) left = g_strsplit (found, "\n", -1), right = g_strsplit (expected, "\n", -1);

  for (guint i = 0; left[i] != NULL && right[i] != NULL; i++)
    g_assert_cmpstr (left[i], ==, right[i]);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_same_facts (TenureFacts *scratch, const TenureFacts *stored)
{
  g_autofree char *expected = NULL, *found = NULL;
  g_autoptr (TenureAnalysis) before = NULL;
  g_autoptr (TenureAnalysis) after = NULL;
  g_autoptr (TenureEffects) effects = NULL;
  g_autoptr (GArray) moves = NULL;

  take_ids (scratch, stored);
  expected = dump_facts (scratch);
  found = dump_facts (stored);
  assert_same_lines (found, expected);
  before = tenure_analysis_new (scratch, AS_OF, NULL, NULL);
  after = tenure_analysis_new (stored, AS_OF, NULL, NULL);
  effects = tenure_effects_new (before, after);
  g_assert_cmpuint (effects->figures->len, ==, 0);
  moves = tenure_flag_moves_list (before->flags, after->flags);
  g_assert_cmpuint (moves->len, ==, 0);
}

/* Applies, and takes back and makes again what was applied. */
static void
assert_applied (RegisterFixture *fixture, const TenureScenarioChange *changes, guint n, TenureId portfolio)
{
  g_autoptr (TenureFacts) facts = load (fixture);
  g_autoptr (TenureScenario) scenario = tenure_scenario_new (facts, AS_OF, changes, n);
  g_autoptr (TenureFacts) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *was = dump (fixture), *is = NULL, *again = NULL, *undone = NULL;

  g_assert_cmpuint (scenario->n_problems, ==, 0);
  g_assert_true (tenure_scenario_apply (fixture->document, "Scenario", changes, n, AS_OF, portfolio, TENURE_ID_NONE, &error));
  g_assert_no_error (error);
  stored = load (fixture);
  assert_same_facts (scenario->facts, stored);
  is = dump (fixture);
  if (g_str_equal (was, is))
    return;
  g_assert_cmpstr (tenure_document_get_undo_label (fixture->document), ==, "Scenario");
  g_assert_true (tenure_document_undo (fixture->document, NULL, &error));
  undone = dump (fixture);
  assert_same_lines (undone, was);
  g_assert_true (tenure_document_redo (fixture->document, NULL, &error));
  again = dump (fixture);
  assert_same_lines (again, is);
}

/* --- Worked cases --------------------------------------------------------------------------------------------- */

/* Two years that follow each other, £12,000 and £15,000 a year, with all that can hang on an agreement. */
typedef struct
{
  const char *provider, *council, *trust, *first, *second, *portfolio, *option;
} Sample;

static Sample
make_sample (RegisterFixture *fixture)
{
  Sample sample;

#define INSERT(type, ...) register_fixture_insert (fixture, TENURE_RECORD_##type, __VA_ARGS__, NULL)
  sample.provider = INSERT (ORGANISATION, "name", "Lantern House", "vcs", "1");
  sample.council = INSERT (ORGANISATION, "name", "North Council", "vcs", "0");
  sample.trust = INSERT (ORGANISATION, "name", "Harbour Trust", "vcs", "1");
  sample.portfolio = INSERT (PORTFOLIO, "name", "North");
  sample.first = INSERT (AGREEMENT, "title", "Befriending", "provider", sample.provider, "start", "2025-04-01", "end",
                         "2026-03-31", "value", "1200000", "value_basis", "total", "currency", "GBP", "notes", "Call first",
                         "description", "Visits", "reference", "B-1", "source_status", "Live", "extension_text", "1 + 1");
  sample.second = INSERT (AGREEMENT, "title", "Befriending", "provider", sample.provider, "start", "2026-04-01", "end",
                          "2027-03-31", "value", "1500000", "value_basis", "total", "currency", "GBP", "predecessor",
                          sample.first);
  INSERT (FUNDER, "agreement", sample.first, "organisation", sample.council, "share", "10000");
  INSERT (FUNDER, "agreement", sample.second, "organisation", sample.trust);
  sample.option = INSERT (EXTENSION, "agreement", sample.second, "length", "P12M");
  INSERT (EXTENSION, "agreement", sample.second, "length", "P6M");
  INSERT (PAYMENT, "agreement", sample.first, "amount", "600000", "currency", "GBP");
  INSERT (VARIATION, "agreement", sample.first, "made", "2025-09-01", "scope", "wider");
  INSERT (OUTCOME, "agreement", sample.first, "measure", "Visits", "actual", "100");
  INSERT (MEMBERSHIP, "portfolio", sample.portfolio, "agreement", sample.first);
  INSERT (EXEMPTION, "rule", "T1", "record", sample.first, "reason", "A pilot", "granted_by", "Panel", "from_day",
          "2026-01-01", "review", "2027-12-31");
#undef INSERT
  return sample;
}

static TenureRecord *
get (RegisterFixture *fixture, TenureRecordType type, TenureId id)
{
  g_autoptr (GError) error = NULL;
  TenureRecord *record = tenure_reader_load (tenure_document_get_reader (fixture->document), type, id, &error);

  g_assert_no_error (error);
  return record;
}

static void
assert_text (const TenureRecord *record, const char *field, const char *expected)
{
  g_assert_cmpstr (tenure_record_get_text_by_name (record, field), ==, expected);
}

static guint
count_children (RegisterFixture *fixture, TenureRecordType type, TenureId agreement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) children =
      tenure_reader_load_children (tenure_document_get_reader (fixture->document), type, agreement, &error);

  g_assert_no_error (error);
  return children->len;
}

/* Only what differs is written: an end, and the value that follows it. */
static void
test_plan (RegisterFixture *fixture, gconstpointer data)
{
  Sample sample = make_sample (fixture);
  TenureScenarioChange change = { TENURE_SCENARIO_EXTEND, to_id (sample.second), .months = 12 };
  g_autoptr (TenureFacts) facts = load (fixture);
  g_autoptr (TenureScenario) scenario = tenure_scenario_new (facts, AS_OF, &change, 1);
  g_autoptr (TenureScenarioPlan) plan = tenure_scenario_plan_new (facts, scenario, TENURE_ID_NONE);
  const TenureScenarioStep *steps = (const TenureScenarioStep *) (gpointer) plan->steps->data;

  g_assert_cmpuint (plan->steps->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (steps[i].kind, ==, TENURE_SCENARIO_STEP_SET);
      g_assert_cmpint (steps[i].id, ==, to_id (sample.second));
    }
  g_assert_cmpuint (steps[0].field, ==, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "end"));
  g_assert_cmpstr (steps[0].value.text, ==, "2028-03-31");
  g_assert_cmpuint (steps[1].field, ==, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "value"));
  g_assert_cmpint (steps[1].value.integer, ==, 3000000);
}

static void
test_exercise (RegisterFixture *fixture, gconstpointer data)
{
  Sample sample = make_sample (fixture);
  TenureScenarioChange changes[] = {
    { TENURE_SCENARIO_EXERCISE, to_id (sample.second) },
    { TENURE_SCENARIO_EXTEND, to_id (sample.second), .months = 3 },
  };
  g_autoptr (TenureRecord) option = NULL;
  g_autoptr (TenureRecord) agreement = NULL;

  assert_applied (fixture, changes, 1, TENURE_ID_NONE);
  option = get (fixture, TENURE_RECORD_EXTENSION, to_id (sample.option));
  assert_text (option, "exercised", "2026-11-21");

  /* What was taken up is part of a new end, the option that is open stays. */
  assert_applied (fixture, &changes[1], 1, TENURE_ID_NONE);
  agreement = get (fixture, TENURE_RECORD_AGREEMENT, to_id (sample.second));
  assert_text (agreement, "end", "2028-06-30");
  g_assert_cmpuint (count_children (fixture, TENURE_RECORD_EXTENSION, to_id (sample.second)), ==, 1);
}

static void
test_merge (RegisterFixture *fixture, gconstpointer data)
{
  Sample sample = make_sample (fixture);
  TenureId first = to_id (sample.first), second = to_id (sample.second);
  TenureScenarioChange change = { TENURE_SCENARIO_MERGE, second, .others = &first, .n_others = 1 };
  TenureReader *reader = tenure_document_get_reader (fixture->document);
  g_autoptr (TenureRecord) kept = NULL;
  gint64 value;

  g_assert_true (tenure_day_parse_iso ("2029-03-31", &change.day));
  assert_applied (fixture, &change, 1, TENURE_ID_NONE);
  kept = get (fixture, TENURE_RECORD_AGREEMENT, second);
  assert_text (kept, "start", "2025-04-01");
  assert_text (kept, "end", "2029-03-31");
  g_assert_true (tenure_record_get_integer (kept, tenure_record_field_index (kept->type, "value"), &value));
  g_assert_cmpint (value, ==, 1200000 + 3 * 1500000);
  g_assert_cmpint (tenure_record_get_reference (kept, tenure_record_field_index (kept->type, "predecessor")), ==, 0);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_AGREEMENT, NULL), ==, 1);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_PAYMENT, NULL), ==, 1);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_MEMBERSHIP, NULL), ==, 1);
  g_assert_cmpint (tenure_reader_count (reader, TENURE_RECORD_EXEMPTION, NULL), ==, 1);
  g_assert_cmpuint (count_children (fixture, TENURE_RECORD_FUNDER, second), ==, 2);
  g_assert_cmpuint (count_children (fixture, TENURE_RECORD_VARIATION, second), ==, 1);
  g_assert_cmpuint (count_children (fixture, TENURE_RECORD_OUTCOME, second), ==, 1);
  g_assert_cmpuint (count_children (fixture, TENURE_RECORD_EXTENSION, second), ==, 0);
}

/* Another of the kind: what is said of more than one term comes along, whatever the analysis knows of it. */
static void
test_add (RegisterFixture *fixture, gconstpointer data)
{
  Sample sample = make_sample (fixture);
  TenureScenarioChange change = {
    TENURE_SCENARIO_ADD, .title = "Evening visits", .like = to_id (sample.first), .annual_minor = 900000, .annual_known = TRUE,
  };
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureRecord) added = NULL;

  g_assert_true (tenure_day_parse_iso ("2027-04-01", &change.start) && tenure_day_parse_iso ("2030-03-31", &change.day));
  assert_applied (fixture, &change, 1, to_id (sample.portfolio));
  facts = load (fixture);
  g_assert_cmpuint (facts->n_agreements, ==, 3);
  added = get (fixture, TENURE_RECORD_AGREEMENT, facts->agreements[2].id);
  assert_text (added, "title", "Evening visits");
  assert_text (added, "description", "Visits");
  assert_text (added, "start", "2027-04-01");
  assert_text (added, "reference", NULL);
  assert_text (added, "notes", NULL);
  assert_text (added, "source_status", NULL);
  assert_text (added, "extension_text", NULL);
  g_assert_cmpuint (count_children (fixture, TENURE_RECORD_FUNDER, added->id), ==, 1);
  g_assert_cmpint (tenure_reader_count (tenure_document_get_reader (fixture->document), TENURE_RECORD_MEMBERSHIP, NULL), ==, 2);
}

/* All or none. */
static void
test_refused (RegisterFixture *fixture, gconstpointer data)
{
  Sample sample = make_sample (fixture);
  TenureScenarioChange changes[] = {
    { TENURE_SCENARIO_EXTEND, to_id (sample.second), .months = 3 },
    { TENURE_SCENARIO_UPLIFT, to_id (sample.second) + 1, .uplift_bp = 300 },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *was = dump (fixture), *is = NULL;

  g_assert_false (tenure_scenario_apply (fixture->document, "Scenario", changes, 2, AS_OF, TENURE_ID_NONE, TENURE_ID_NONE, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_INVALID);
  is = dump (fixture);
  g_assert_cmpstr (is, ==, was);
}

/* --- Random --------------------------------------------------------------------------------------------------- */

typedef struct
{
  StoreModel *model;
  GRand *rand;
} Random;

/* A term that others can be merged with. */
static void
make_plain (TenureRecord *agreement, Random *random)
{
  const TenureRecordType type = TENURE_RECORD_AGREEMENT;
  TenureDay start = g_rand_int_range (random->rand, 18000, 21000);

  tenure_record_set_day (agreement, tenure_record_field_index (type, "start"), start);
  tenure_record_set_day (agreement, tenure_record_field_index (type, "end"),
                         start + g_rand_int_range (random->rand, 30, 1000));
  tenure_record_set_day (agreement, tenure_record_field_index (type, "terminated"), TENURE_DAY_NONE);
  tenure_record_set_flag (agreement, tenure_record_field_index (type, "open_ended"), -1);
  tenure_record_set_reference (agreement, tenure_record_field_index (type, "provider"),
                               ((const TenureRecord *) random->model->records->pdata[0])->id);
}

static gboolean
insert_random (TenureEdit *edit, Random *random, TenureRecordType type, GError **error)
{
  g_autoptr (TenureRecord) record = store_model_random (random->model, random->rand, type);

  if (record == NULL)
    return TRUE;
  if (type == TENURE_RECORD_EXEMPTION)
    tenure_record_set_text_by_name (record, "rule",
                                    tenure_rule ((TenureRuleId) g_rand_int_range (random->rand, 0, TENURE_N_RULES))->code);
  if (type == TENURE_RECORD_AGREEMENT)
    tenure_record_set_text_by_name (record, "currency", "GBP");
  if (type == TENURE_RECORD_AGREEMENT && g_rand_boolean (random->rand))
    make_plain (record, random);
  if (!tenure_edit_insert (edit, record, error))
    return FALSE;
  store_model_insert (random->model, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
fill (TenureEdit *edit, gpointer data, GError **error)
{
  static const TenureRecordType types[] = {
    TENURE_RECORD_AGREEMENT,  TENURE_RECORD_EXTENSION, TENURE_RECORD_EXTENSION,  TENURE_RECORD_FUNDER,
    TENURE_RECORD_PAYMENT,    TENURE_RECORD_VARIATION, TENURE_RECORD_UPLIFT,     TENURE_RECORD_COST_LINE,
    TENURE_RECORD_INSTALMENT, TENURE_RECORD_OUTCOME,   TENURE_RECORD_REFERRALS,  TENURE_RECORD_MEMBERSHIP,
    TENURE_RECORD_EXEMPTION,  TENURE_RECORD_SNOOZE,    TENURE_RECORD_USUAL_TERMS,
  };
  Random *random = data;

  for (guint i = 0; i < 3; i++)
    if (!insert_random (edit, random, TENURE_RECORD_ORGANISATION, error)
        || !insert_random (edit, random, TENURE_RECORD_PORTFOLIO, error)
        || !insert_random (edit, random, TENURE_RECORD_PERSON, error))
      return FALSE;
  for (guint i = 0; i < 120; i++)
    if (!insert_random (edit, random, i < 14 ? TENURE_RECORD_AGREEMENT
                                             : types[g_rand_int_range (random->rand, 0, G_N_ELEMENTS (types))],
                        error))
      return FALSE;
  return TRUE;
}

static TenureScenarioChange
random_change (const TenureFacts *facts, TenureId *others)
{
  const TenureFactAgreement *agreements = facts->agreements;
  gint32 n = (gint32) facts->n_agreements;
  TenureScenarioChange change = {
    .kind = (TenureScenarioKind) g_test_rand_int_range (0, TENURE_SCENARIO_ADD + 1),
    .agreement = agreements[g_test_rand_int_range (0, n)].id,
    .months = g_test_rand_int_range (1, 40),
    .uplift_bp = g_test_rand_int_range (-3000, 3000),
    .day = AS_OF + g_test_rand_int_range (-1000, 3000),
    .others = others,
    .n_others = (guint) g_test_rand_int_range (1, 3),
    .title = "Evening visits",
    .start = AS_OF + g_test_rand_int_range (-1000, 100),
    .annual_known = g_test_rand_bit (),
    .annual_minor = g_test_rand_int_range (0, 1000000),
  };

  for (guint i = 0; i < change.n_others; i++)
    others[i] = agreements[g_test_rand_int_range (0, n)].id;
  if (g_test_rand_bit ())
    change.like = change.agreement;
  if (facts->n_organisations > 0 && g_test_rand_bit ())
    change.provider = facts->organisations[g_test_rand_int_range (0, (gint32) facts->n_organisations)].id;
  if (facts->n_organisations > 0 && g_test_rand_bit ())
    change.funder = facts->organisations[g_test_rand_int_range (0, (gint32) facts->n_organisations)].id;
  if (change.kind == TENURE_SCENARIO_MERGE)
    change.day = AS_OF + 5000;
  return change;
}

#define N_CHANGES 20

/* Those of a random list that can be made. */
static guint
choose_changes (const TenureFacts *facts, TenureScenarioChange *changes, TenureId others[N_CHANGES][2])
{
  guint n = 0;

  for (guint i = 0; i < 150 && n < N_CHANGES; i++)
    {
      g_autoptr (TenureScenario) scenario = NULL;

      changes[n] = random_change (facts, others[n]);
      scenario = tenure_scenario_new (facts, AS_OF, changes, n + 1);
      n += scenario->n_problems == 0;
    }
  return n;
}

static void
try_random (RegisterFixture *fixture)
{
  Random random = { store_model_new (), g_rand_new_with_seed ((guint32) g_test_rand_int ()) };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureFacts) facts = NULL;
  TenureScenarioChange changes[N_CHANGES];
  TenureId others[N_CHANGES][2];
  TenureRecord *portfolio = NULL;
  guint n;

  tenure_document_edit (fixture->document, "Fill", fill, &random, &error);
  g_assert_no_error (error);
  facts = load (fixture);
  n = choose_changes (facts, changes, others);
  portfolio = store_model_pick (random.model, random.rand, TENURE_RECORD_PORTFOLIO);
  assert_applied (fixture, changes, n, g_test_rand_bit () ? portfolio->id : TENURE_ID_NONE);
  store_model_free (random.model);
  g_rand_free (random.rand);
}

static void
test_random (void)
{
  for (guint i = 0; i < 20; i++)
    {
      RegisterFixture fixture = { NULL };

      register_fixture_set_up_empty (&fixture, NULL);
      try_random (&fixture);
      register_fixture_tear_down (&fixture, NULL);
    }
}

static void
add (const char *path, void (*test) (RegisterFixture *fixture, gconstpointer data))
{
  g_test_add (path, RegisterFixture, NULL, register_fixture_set_up_empty, test, register_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/scenario-apply/plan", test_plan);
  add ("/scenario-apply/exercise", test_exercise);
  add ("/scenario-apply/merge", test_merge);
  add ("/scenario-apply/add", test_add);
  add ("/scenario-apply/refused", test_refused);
  g_test_add_func ("/scenario-apply/random", test_random);
  return g_test_run ();
}
