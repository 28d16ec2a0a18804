/* What a document changed in the rules, as the analysis gets it. */

#include "store-fixture.h"
#include "store-model.h"

#include "store/load-facts.h"
#include "store/sql-private.h"

static TenureFacts *
load (TenureDocument *document)
{
  g_autoptr (GError) error = NULL;
  TenureFacts *facts = tenure_load_facts (tenure_document_get_reader (document), NULL, &error);

  g_assert_no_error (error);
  return facts;
}

static TenureDay
day (const TenureRecord *record, const char *name)
{
  return tenure_record_get_day (record, tenure_record_field_index (record->type, name));
}

static void
check_rule_setting (const TenureRuleSetting *fact, const TenureRecord *record)
{
  static const char *const names[] = { "note", "amber", "red", "extra" };
  const char *level = tenure_record_get_text_by_name (record, "level");

  g_assert_cmpint (fact->id, ==, record->id);
  g_assert_cmpint (fact->rule, ==, -1); /* random words are no rule */
  g_assert_cmpint (fact->from, ==, day (record, "from_day"));
  g_assert_cmpint (fact->until, ==, day (record, "until_day"));
  for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
    {
      guint field = tenure_record_field_index (TENURE_RECORD_RULE_SETTING, names[threshold]);
      gint64 hundredths;

      g_assert_cmpint (fact->thresholds[threshold], ==,
                       tenure_record_get_integer (record, field, &hundredths) ? hundredths : TENURE_THRESHOLD_UNSET);
    }
  if (fact->level != TENURE_LEVEL_NONE)
    g_assert_cmpstr (tenure_level_code (fact->level), ==, level);
  g_assert_cmpstr (fact->reason, ==, tenure_record_get_text_by_name (record, "reason"));
  g_assert_cmpstr (fact->source, ==, tenure_record_get_text_by_name (record, "source"));
}

static void
test_random (StoreFixture *fixture, gconstpointer data)
{
  guint seed = g_test_rand_int_range (1, G_MAXINT32), n = 0;
  g_autoptr (StoreModel) model = store_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (TenureFacts) facts = NULL;

  g_test_message ("seed %u", seed);
  store_model_fill (model, fixture->document, rand, 600);
  facts = load (fixture->document);
  g_free (store_model_dump (model)); /* sorts by id */
  for (guint i = 0; i < model->records->len; i++)
    {
      const TenureRecord *record = model->records->pdata[i];

      if (record->type == TENURE_RECORD_RULE_SETTING)
        check_rule_setting (&facts->rule_settings[n++], record);
    }
  g_assert_cmpuint (n, ==, facts->n_rule_settings);
  g_assert_cmpuint (n, >, 0);
}

/* Off, at another level, everywhere or in one portfolio; numbers beyond all sense are told, not cut short. */
static void
test_rule_settings (StoreFixture *fixture, gconstpointer data)
{
  TenureId portfolio = store_insert (fixture->document, store_record (TENURE_RECORD_PORTFOLIO, "name", "North", NULL));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, portfolio);
  g_autoptr (TenureFacts) facts = NULL, left = NULL;
  const TenureRuleSetting *settings;

  store_insert (fixture->document, store_record (TENURE_RECORD_RULE_SETTING, "rule", "v1", "level", "amber", "in_use", "1",
                                                 "reason", "Here", NULL));
  store_insert (fixture->document, store_record (TENURE_RECORD_RULE_SETTING, "rule", "T1", "in_use", "0", "portfolio", id,
                                                 "red", "9000000000000000000", "reason", "Here", NULL));
  facts = load (fixture->document);
  settings = facts->rule_settings;
  g_assert_cmpuint (facts->n_rule_settings, ==, 2);
  g_assert_cmpint (settings[0].rule, ==, TENURE_RULE_V1);
  g_assert_cmpint (settings[0].level, ==, TENURE_LEVEL_AMBER);
  g_assert_cmpint (settings[0].portfolio, ==, TENURE_ID_NONE);
  g_assert_false (settings[0].off);
  g_assert_true (settings[1].off);
  g_assert_cmpint (settings[1].portfolio, ==, portfolio);
  g_assert_cmpint (settings[1].thresholds[TENURE_THRESHOLD_RED], ==, G_MAXINT32);
  g_assert_cmpint (tenure_rule_setting_find_fault (&settings[1], NULL), ==, TENURE_RULE_FAULT_RANGE);
  /* Without its portfolio it would hold everywhere: it goes with it. */
  g_assert_true (store_delete (fixture->document, TENURE_RECORD_PORTFOLIO, portfolio, NULL));
  left = load (fixture->document);
  g_assert_cmpuint (left->n_rule_settings, ==, 1);
  g_assert_cmpint (left->rule_settings[0].rule, ==, TENURE_RULE_V1);
}

/* What another program wrote into a field is no blank: the setting is not followed, and the rule is as it was. */
static void
test_unreadable (StoreFixture *fixture, gconstpointer data)
{
  static const char *const changes[] = { "from_day = 'soonish'", "until_day = '2026-02-30'", "in_use = 7", "level = 'purple'" };
  g_autoptr (GFile) file = store_fixture_file (fixture, "settings.tenure");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GFile) state = store_fixture_file (fixture, "state");
  g_autofree char *state_path = g_file_get_path (state);

  store_insert (fixture->document, store_record (TENURE_RECORD_RULE_SETTING, "rule", "V1", "reason", "Here", "from_day",
                                                 "2026-01-01", "until_day", "2027-01-01", "in_use", "0", "level", "note", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE rule_setting SET %s", changes[i]);
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (GError) error = NULL;
      TenureRule rules[TENURE_N_RULES];
      TenureDocument *document;
      sqlite3 *db;

      g_assert_true (tenure_document_save_as (fixture->document, file, NULL, &error));
      g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);
      document = tenure_document_open (file, TENURE_OPEN_READ_ONLY, state_path, NULL, &error);
      g_assert_no_error (error);
      facts = load (document);
      g_assert_cmpint (tenure_rule_setting_find_fault (facts->rule_settings, NULL), ==, TENURE_RULE_FAULT_UNREADABLE);
      tenure_rules_effective (facts->rule_settings, 1, facts->rule_settings[0].until, TENURE_ID_NONE, rules);
      g_assert_false (rules[TENURE_RULE_V1].off);
      store_close (document);
      g_assert_true (g_file_delete (file, NULL, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/load-rule-settings/random", StoreFixture, NULL, store_fixture_set_up, test_random, store_fixture_tear_down);
  g_test_add ("/store/load-rule-settings/kinds", StoreFixture, NULL, store_fixture_set_up, test_rule_settings,
              store_fixture_tear_down);
  g_test_add ("/store/load-rule-settings/unreadable", StoreFixture, NULL, store_fixture_set_up, test_unreadable,
              store_fixture_tear_down);
  return g_test_run ();
}
