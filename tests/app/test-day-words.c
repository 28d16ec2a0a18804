/* Days as people say them. */

#include "app/forms/day-words.h"

static TenureDay
iso (const char *text)
{
  TenureDay day = TENURE_DAY_NONE;

  if (text != NULL)
    g_assert_true (tenure_day_parse_iso (text, &day));
  return day;
}

static const struct
{
  const char *text, *base;
  gboolean last;
  const char *day; /* NULL: not read */
} cases[] = {
  /* Looked at on 21 November 2026. */
  { "today", NULL, FALSE, "2026-11-21" },
  { "Today", "2026-04-01", TRUE, "2026-11-21" },
  { "tomorrow", NULL, FALSE, "2026-11-22" },
  { "Yesterday", NULL, FALSE, "2026-11-20" },
  /* Without a year: the next one. */
  { "31 March", NULL, FALSE, "2027-03-31" },
  { "31 mar", "2026-04-01", TRUE, "2027-03-31" },
  { "31/3", NULL, FALSE, "2027-03-31" },
  { "31.12.", NULL, FALSE, "2026-12-31" },
  { "21 November", NULL, FALSE, "2026-11-21" },
  { "20 November", NULL, FALSE, "2027-11-20" },
  { "29 February", NULL, FALSE, "2028-02-29" },
  { "30 February", NULL, FALSE, NULL },
  { "31/2", NULL, FALSE, NULL },
  { "March 27", NULL, FALSE, NULL }, /* of which year, or which day of March? */
  { "March", NULL, FALSE, NULL },
  { "31", NULL, FALSE, NULL },
  { "3/2027", NULL, FALSE, NULL },
  { "2027-04", NULL, FALSE, NULL },
  /* Dates are read elsewhere. */
  { "31/3/27", NULL, FALSE, NULL },
  { "31 March 2027", NULL, FALSE, NULL },
  { "20270331", NULL, FALSE, NULL },
  { "end of March", NULL, FALSE, "2027-03-31" },
  { "end March", NULL, FALSE, "2027-03-31" },
  { "END OF NOVEMBER", NULL, FALSE, "2026-11-30" },
  { "end of november", "2026-04-01", TRUE, "2026-11-30" },
  { "end of October", NULL, FALSE, "2027-10-31" },
  { "end of Feb 2028", NULL, FALSE, "2028-02-29" },
  { "end of March 2027", NULL, FALSE, "2027-03-31" },
  { "end of March 2020", NULL, FALSE, "2020-03-31" },
  { "end of 3/2027", NULL, FALSE, "2027-03-31" },
  { "start of April", NULL, FALSE, "2027-04-01" },
  { "start of December", NULL, FALSE, "2026-12-01" },
  { "beginning of April 2030", NULL, FALSE, "2030-04-01" },
  { "end of month", NULL, FALSE, "2026-11-30" },
  { "end of the month", NULL, FALSE, "2026-11-30" },
  { "end of next month", NULL, FALSE, "2026-12-31" },
  { "start of next month", NULL, FALSE, "2026-12-01" },
  /* From today, where the field has no start or that is not recorded. */
  { "+3y", NULL, FALSE, "2029-11-21" },
  { "+18m", NULL, FALSE, "2028-05-21" },
  { "+12w", NULL, FALSE, "2027-02-13" },
  { "+10d", NULL, FALSE, "2026-12-01" },
  { "-1d", NULL, FALSE, "2026-11-20" },
  { "−1d", NULL, FALSE, "2026-11-20" },
  { "+3y", NULL, TRUE, "2029-11-21" },
  { "+ 3 years", NULL, FALSE, "2029-11-21" },
  { "+1y6m", NULL, FALSE, "2028-05-21" },
  { "+1 year, 2 days", NULL, FALSE, "2027-11-23" },
  { "+3m", "2026-11-30", FALSE, "2027-02-28" },
  /* The last day of so long a term. */
  { "+3y", "2026-04-01", TRUE, "2029-03-31" },
  { "3 years", "2026-04-01", TRUE, "2029-03-31" },
  { "18 months", "2026-04-01", TRUE, "2027-09-30" },
  { "3 years", "2026-04-01", FALSE, NULL },
  { "3 years", NULL, TRUE, NULL },
  { "+18m", "2026-04-01", TRUE, "2027-09-30" },
  { "+12w", "2026-04-01", TRUE, "2026-06-23" },
  { "+1d", "2026-04-01", TRUE, "2026-04-01" },
  { "+0d", "2026-04-01", TRUE, "2026-04-01" },
  { "-1d", "2026-04-01", TRUE, "2026-03-31" },
  { "-3m", "2026-04-01", TRUE, "2026-01-01" },
  { "+3y", "2026-04-01", FALSE, "2029-04-01" },
  { "", NULL, FALSE, NULL },
  { "end", NULL, FALSE, NULL },
  { "end of", NULL, FALSE, NULL },
  { "end of Smarch", NULL, FALSE, NULL },
  { "end of 13/2027", NULL, FALSE, NULL },
  { "ending March", NULL, FALSE, NULL },
  { "3y", NULL, FALSE, NULL },
  { "+", NULL, FALSE, NULL },
  { "+y", NULL, FALSE, NULL },
  { "+3", NULL, FALSE, NULL },
  { "+3 moons", NULL, FALSE, NULL },
  { "+3y and", NULL, FALSE, NULL },
  { "+99999999999999999999y", NULL, FALSE, NULL },
  { "+30000d", "9990-01-01", FALSE, NULL },
  { "+100y", "2026-04-01", TRUE, "2126-03-31" },
  { "+101y", "2026-04-01", TRUE, NULL },
  { "31/3/27", NULL, FALSE, NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureDay day = TENURE_DAY_NONE;
      gboolean read = tenure_day_words_read (cases[i].text, iso ("2026-11-21"), iso (cases[i].base), cases[i].last, &day);
      char found[TENURE_DAY_ISO_SIZE];

      g_test_message ("“%s” from %s", cases[i].text, cases[i].base != NULL ? cases[i].base : "today");
      g_assert_cmpint (read, ==, cases[i].day != NULL);
      g_assert_cmpstr (tenure_day_to_iso (day, found), ==, cases[i].day != NULL ? cases[i].day : "");
    }
}

/* The next one: on its last day it is still to come, the day after it is a year away. */
static void
test_edges (void)
{
  TenureDay day;

  g_assert_true (tenure_day_words_read ("end of March", iso ("2027-03-31"), TENURE_DAY_NONE, FALSE, &day));
  g_assert_cmpint (day, ==, iso ("2027-03-31"));
  g_assert_true (tenure_day_words_read ("end of March", iso ("2027-04-01"), TENURE_DAY_NONE, FALSE, &day));
  g_assert_cmpint (day, ==, iso ("2028-03-31"));
  g_assert_true (tenure_day_words_read ("start of March", iso ("2027-03-01"), TENURE_DAY_NONE, FALSE, &day));
  g_assert_cmpint (day, ==, iso ("2027-03-01"));
  g_assert_true (tenure_day_words_read ("start of March", iso ("2027-03-02"), TENURE_DAY_NONE, FALSE, &day));
  g_assert_cmpint (day, ==, iso ("2028-03-01"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day-words/cases", test_cases);
  g_test_add_func ("/day-words/edges", test_edges);
  return g_test_run ();
}
