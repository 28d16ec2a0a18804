/* What the History page says of a step and of a change. */

#include "app/history/history-words.h"

static void
test_counts (void)
{
  static const struct
  {
    TenureRecordType type;
    TenureHistoryCounts counts;
    gboolean settings;
    const char *words;
  } cases[] = {
    { TENURE_RECORD_AGREEMENT, { 1, 0, 0 }, FALSE, "1 agreement added" },
    { TENURE_RECORD_AGREEMENT, { 3, 1, 2 }, FALSE, "3 agreements added, 1 agreement changed, 2 agreements deleted" },
    { TENURE_RECORD_PERSON, { 0, 0, 2 }, FALSE, "2 people deleted" },
    { TENURE_RECORD_ATTENDANCE, { 5, 0, 0 }, FALSE, "5 other records added" },
    { TENURE_RECORD_BOARD, { 0, 0, 0 }, TRUE, "settings changed" },
    { TENURE_RECORD_BOARD, { 0, 0, 0 }, FALSE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureHistoryEntry entry = { .settings = cases[i].settings };
      g_autofree char *words = NULL;

      entry.counts[cases[i].type] = cases[i].counts;
      words = tenure_history_dup_counts (&entry);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Stored in UTC, shown in local time: British summer time moves the evening into the next day. */
static void
test_time (void)
{
  TenureHistoryEntry winter = { .at = (char *) "2026-11-21T14:05:09Z" };
  TenureHistoryEntry summer = { .at = (char *) "2026-07-31T23:30:00Z" };
  TenureHistoryEntry damaged = { .at = (char *) "yesterday" };
  g_autofree char *winter_time = tenure_history_dup_time (&winter);
  g_autofree char *winter_day = tenure_history_dup_day (&winter);
  g_autofree char *summer_time = tenure_history_dup_time (&summer);
  g_autofree char *summer_day = tenure_history_dup_day (&summer);

  g_assert_cmpstr (winter_time, ==, "14:05");
  g_assert_cmpstr (winter_day, ==, "21 Nov 2026");
  g_assert_cmpstr (summer_time, ==, "00:30");
  g_assert_cmpstr (summer_day, ==, "1 Aug 2026");
  g_assert_null (tenure_history_dup_time (&damaged));
}

static void
test_changes (void)
{
  guint end = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "end");
  TenureFieldChange change = { .type = TENURE_RECORD_AGREEMENT,
                               .field = end,
                               .title = (char *) "Advice line",
                               .after_label = (char *) "31 Mar 2027" };
  g_autofree char *title = tenure_history_dup_change_title (&change);
  g_autofree char *words = tenure_history_dup_change (&change);
  g_autofree char *added_title = NULL;
  g_autofree char *added = NULL;

  g_assert_cmpstr (title, ==, "Signed end of “Advice line”");
  g_assert_cmpstr (words, ==, "not recorded → 31 Mar 2027");
  change.inserted = TRUE;
  added_title = tenure_history_dup_change_title (&change);
  added = tenure_history_dup_change (&change);
  g_assert_cmpstr (added_title, ==, "Agreement “Advice line”");
  g_assert_cmpstr (added, ==, "Signed end: 31 Mar 2027");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-words/counts", test_counts);
  g_test_add_func ("/history-words/time", test_time);
  g_test_add_func ("/history-words/changes", test_changes);
  return g_test_run ();
}
