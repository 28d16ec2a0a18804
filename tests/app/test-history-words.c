/* What the History page says of a step and of a change. */

#include "app/history/history-label.h"
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
    { TENURE_RECORD_OTHER_INCOME, { 308, 0, 0 }, FALSE, "308 sources of other income added" },
    { TENURE_RECORD_SNOOZE, { 1, 2, 0 }, FALSE, "1 snooze added, 2 snoozes changed" },
    { TENURE_RECORD_COST_LINE, { 1, 0, 0 }, FALSE, "1 cost line added" },
    { TENURE_RECORD_BOARD, { 0, 0, 0 }, TRUE, "settings changed" },
    { TENURE_RECORD_BOARD, { 0, 0, 0 }, FALSE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureHistoryCounts counts[TENURE_N_RECORDS] = { 0 };
      g_autofree char *words = NULL;

      counts[cases[i].type] = cases[i].counts;
      words = tenure_history_dup_counts (counts, cases[i].settings);
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

/* Of what has no name of its own there are few: they are counted together, behind the others. */
static void
test_counts_of_many (void)
{
  TenureHistoryCounts counts[TENURE_N_RECORDS] = { 0 };
  g_autofree char *words = NULL, *totals = NULL, *summary = NULL, *few = NULL;

  counts[TENURE_RECORD_AGREEMENT].inserted = 100000;
  counts[TENURE_RECORD_FUNDER].inserted = 2;
  counts[TENURE_RECORD_ATTENDANCE].inserted = 1;
  counts[TENURE_RECORD_VARIATION].inserted = 3;
  counts[TENURE_RECORD_VARIATION].deleted = 1;
  words = tenure_history_dup_counts (counts, TRUE);
  g_assert_cmpstr (words,
                   ==,
                   "100,000 agreements added, 2 funders added, 3 variations added, 1 variation deleted, "
                   "1 other record added, settings changed");
  totals = tenure_history_dup_totals (counts);
  g_assert_cmpstr (totals, ==, "100,006 records added, 1 record deleted");
  g_assert_cmpuint (tenure_history_count_kinds (counts), ==, 4);
  /* Four kinds are too many for one line, three are not. */
  summary = tenure_history_dup_summary (counts, TRUE);
  g_assert_cmpstr (summary, ==, "100,006 records added, 1 record deleted, settings changed");
  counts[TENURE_RECORD_ATTENDANCE].inserted = 0;
  few = tenure_history_dup_summary (counts, FALSE);
  g_assert_cmpstr (few, ==, "100,000 agreements added, 2 funders added, 3 variations added, 1 variation deleted");
}

/* One field of an agreement, before and after, as labels. */
static TenureRecordDifference
difference_of (GArray *fields, TenureDifferenceKind kind, const char *name, const char *before, const char *after)
{
  TenureFieldDifference field = { .field = tenure_record_field_index (TENURE_RECORD_AGREEMENT, name),
                                  .before_label = (char *) before,
                                  .after_label = (char *) after };

  g_array_append_val (fields, field);
  return (TenureRecordDifference){ .type = TENURE_RECORD_AGREEMENT,
                                   .kind = kind,
                                   .title = (char *) "Advice line",
                                   .parent_type = TENURE_RECORD_NONE,
                                   .fields = fields };
}

static void
test_records (void)
{
  static const struct
  {
    TenureRecordType type;
    const char *title, *detail, *parent, *words;
  } cases[] = {
    { TENURE_RECORD_AGREEMENT, "Advice line", NULL, NULL, "Agreement “Advice line”" },
    { TENURE_RECORD_AGREEMENT, "Advice line", "Carers, from 1 Apr 2026", NULL, "Agreement “Advice line”, Carers, from 1 Apr 2026" },
    { TENURE_RECORD_AGREEMENT, NULL, "Carers", NULL, "Agreement" },
    { TENURE_RECORD_FUNDER, "North Ridge Council", NULL, "Advice line", "Funder “North Ridge Council” of “Advice line”" },
    { TENURE_RECORD_VARIATION, NULL, NULL, "Advice line", "Variation of “Advice line”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureRecordDifference difference = { .type = cases[i].type,
                                            .title = (char *) cases[i].title,
                                            .detail = (char *) cases[i].detail,
                                            .parent_title = (char *) cases[i].parent };
      g_autofree char *words = tenure_history_dup_record (&difference);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_differences (void)
{
  static const struct
  {
    TenureDifferenceKind kind;
    const char *before, *after, *words;
  } cases[] = {
    { TENURE_DIFFERENCE_CHANGED, "31 Mar 2026", "31 Mar 2027", "Signed end: 31 Mar 2026 → 31 Mar 2027" },
    { TENURE_DIFFERENCE_CHANGED, NULL, "31 Mar 2027", "Signed end: not recorded → 31 Mar 2027" },
    { TENURE_DIFFERENCE_CHANGED, "31 Mar 2026", NULL, "Signed end: 31 Mar 2026 → not recorded" },
    { TENURE_DIFFERENCE_ADDED, NULL, "31 Mar 2027", "Signed end: 31 Mar 2027" },
    { TENURE_DIFFERENCE_DELETED, "31 Mar 2026", NULL, "Signed end: 31 Mar 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (TenureFieldDifference));
      TenureRecordDifference difference = difference_of (fields, cases[i].kind, "end", cases[i].before, cases[i].after);
      g_autofree char *words = tenure_history_dup_differences (&difference);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_change_of_a_field (void)
{
  TenureFieldChange change = { .type = TENURE_RECORD_AGREEMENT,
                               .field = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "end"),
                               .after_label = (char *) "31 Mar 2027" };
  g_autofree char *changed = tenure_history_dup_change (&change);
  g_autofree char *added = NULL;

  g_assert_cmpstr (changed, ==, "not recorded → 31 Mar 2027");
  change.inserted = TRUE;
  added = tenure_history_dup_change (&change);
  g_assert_cmpstr (added, ==, "Signed end: 31 Mar 2027");
}

/* A line a field where something changed, one paragraph of what came whole; a long note is cut on screen. */
static void
test_several_differences (void)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (TenureFieldDifference));
  g_autofree char *note = g_strnfill (500, 'x');
  g_autofree char *cut = g_strnfill (160, 'x');
  g_autofree char *expected = g_strdup_printf ("Signed end: 1 → 2\nNotes: not recorded → %s…", cut);
  g_autofree char *changed = NULL, *added = NULL;
  TenureRecordDifference difference;

  difference_of (fields, TENURE_DIFFERENCE_CHANGED, "end", "1", "2");
  difference = difference_of (fields, TENURE_DIFFERENCE_CHANGED, "notes", NULL, note);
  changed = tenure_history_dup_differences (&difference);
  g_assert_cmpstr (changed, ==, expected);
  g_array_set_size (fields, 1);
  difference = difference_of (fields, TENURE_DIFFERENCE_ADDED, "title", NULL, "Advice line");
  added = tenure_history_dup_differences (&difference);
  g_assert_cmpstr (added, ==, "Signed end: 2 · Title: Advice line");
}

/* A line a field; what a spreadsheet would calculate stays words, and a value stays in its cell. */
/* What the program keeps in its own words reads like what is on screen; what is not understood stays as it is. */
static void
test_own_words (void)
{
  static const struct
  {
    TenureRecordType type;
    const char *field, *text, *words;
  } rows[] = {
    { TENURE_RECORD_PORTFOLIO, "rule", "place=North&kind=grant", "Kind: Grant; Place: North" },
    { TENURE_RECORD_PORTFOLIO, "rule", "no such facet", "no such facet" },
    { TENURE_RECORD_PORTFOLIO, "owner", "place=North", "place=North" },
    { TENURE_RECORD_SAVED_VIEW, "filter", "place=North", "Place: North" },
    { TENURE_RECORD_SAVED_VIEW, "columns", "title=260; provider", "Title, Provider" },
    { TENURE_RECORD_SAVED_VIEW, "sort", "-title", "Title (last first)" },
    { TENURE_RECORD_EXEMPTION, "rule", "X99", "X99" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TenureFieldChange change = { .type = rows[i].type, .field = tenure_record_field_index (rows[i].type, rows[i].field) };

      g_test_message ("%s", rows[i].text);
      change.after_label = g_strdup (rows[i].text);
      tenure_history_change_put_in_words (&change, NULL);
      g_assert_cmpstr (change.after_label, ==, rows[i].words);
      g_assert_null (change.before_label);
      g_free (change.after_label);
    }
}

static void
test_cells (void)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (TenureFieldDifference));
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  TenureHistoryComparison comparison = { .records = records };
  TenureRecordDifference difference;
  g_autofree char *cells = NULL;

  difference_of (fields, TENURE_DIFFERENCE_CHANGED, "end", "31 Mar 2026", "31 Mar 2027");
  difference = difference_of (fields, TENURE_DIFFERENCE_CHANGED, "notes", NULL, "=1+1\tone\nline");
  g_ptr_array_add (records, &difference);
  cells = tenure_history_dup_cells (&comparison);
  g_assert_cmpstr (cells,
                   ==,
                   "What happened\tKind of record\tRecord\tBelongs to\tField\tBefore\tAfter\n"
                   "changed\tAgreement\tAdvice line\t\tSigned end\t31 Mar 2026\t31 Mar 2027\n"
                   "changed\tAgreement\tAdvice line\t\tNotes\t\t'=1+1 one line\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-words/counts", test_counts);
  g_test_add_func ("/history-words/counts-of-many", test_counts_of_many);
  g_test_add_func ("/history-words/records", test_records);
  g_test_add_func ("/history-words/differences", test_differences);
  g_test_add_func ("/history-words/change-of-a-field", test_change_of_a_field);
  g_test_add_func ("/history-words/several-differences", test_several_differences);
  g_test_add_func ("/history-words/own-words", test_own_words);
  g_test_add_func ("/history-words/cells", test_cells);
  g_test_add_func ("/history-words/time", test_time);
  return g_test_run ();
}
