#include "exchange/read-date.h"

#include <string.h>

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *iso; /* "" for none */
    TenureReadNote note;
  } cases[] = {
    { "2024-04-01", "2024-04-01", TENURE_READ_EXACT },
    { " 2024-04-01 ", "2024-04-01", TENURE_READ_EXACT },
    { "2020/06/30", "2020-06-30", TENURE_READ_EXACT },
    { "01/04/2024", "2024-04-01", TENURE_READ_EXACT },
    { "1/4/2024", "2024-04-01", TENURE_READ_EXACT },
    { "13-03-2015", "2015-03-13", TENURE_READ_EXACT },
    { "31.12.2020", "2020-12-31", TENURE_READ_EXACT },
    { "26/03/2001 00:00", "2001-03-26", TENURE_READ_EXACT },
    { "30/09/2022 23:59:59", "2022-09-30", TENURE_READ_EXACT },
    { "3 Apr 2023", "2023-04-03", TENURE_READ_EXACT },
    { "31 March 2014", "2014-03-31", TENURE_READ_EXACT },
    { "3rd April 2023", "2023-04-03", TENURE_READ_EXACT },
    { "Monday 3 April 2023", "2023-04-03", TENURE_READ_EXACT },
    { "1st of Sept. 2021", "2021-09-01", TENURE_READ_EXACT },
    { "April 3, 2023", "2023-04-03", TENURE_READ_EXACT },
    { "01Jan2022", "2022-01-01", TENURE_READ_EXACT },
    { "20220630", "2022-06-30", TENURE_READ_EXACT },
    /* The date as written, whatever the offset says about the moment. */
    { "2017-11-21T00:00:00.000Z", "2017-11-21", TENURE_READ_EXACT },
    { "2022-05-31T23:59:59+01:00", "2022-05-31", TENURE_READ_EXACT },
    { "2015-06-01T00:00:00+00:00", "2015-06-01", TENURE_READ_EXACT },
    { "2003-01-01 00:00:00", "2003-01-01", TENURE_READ_EXACT },
    { "29/02/2024", "2024-02-29", TENURE_READ_EXACT },

    { "15/07/24", "2024-07-15", TENURE_READ_SHORT_YEAR },
    { "01-Apr-21", "2021-04-01", TENURE_READ_SHORT_YEAR },
    { "01/01/69", "2069-01-01", TENURE_READ_SHORT_YEAR },
    { "01/01/70", "1970-01-01", TENURE_READ_SHORT_YEAR },
    { "43831", "2020-01-01", TENURE_READ_SERIAL },
    { "43831.75", "2020-01-01", TENURE_READ_SERIAL },

    { "June 2020", "", TENURE_READ_MONTH_ONLY },
    { "Jun-2020", "", TENURE_READ_MONTH_ONLY },
    { "08/2013", "", TENURE_READ_MONTH_ONLY },
    { "2013-08", "", TENURE_READ_MONTH_ONLY },
    { "03/21", "", TENURE_READ_MONTH_ONLY }, /* with the day first there is no month 21 */
    { "Mar-98", "", TENURE_READ_MONTH_ONLY },
    { "Feb-30", "", TENURE_READ_MONTH_ONLY },
    { "Mar-00", "", TENURE_READ_MONTH_ONLY },
    { "Mar-21", "", TENURE_READ_MONTH_MAYBE },
    { "Mar '21", "", TENURE_READ_MONTH_MAYBE },
    { "March 21", "", TENURE_READ_MONTH_MAYBE },
    { "Feb-29", "", TENURE_READ_MONTH_MAYBE },
    { "03/12", "", TENURE_READ_MONTH_MAYBE },
    { "2011-12", "", TENURE_READ_MONTH_MAYBE }, /* or the financial year */
    { "1999/00", "", TENURE_READ_YEAR_ONLY },
    { "2021/22", "", TENURE_READ_YEAR_ONLY },
    { "2021-2022", "", TENURE_READ_YEAR_ONLY },
    { "2021", "", TENURE_READ_YEAR_ONLY },
    { "21-Mar", "", TENURE_READ_NO_YEAR },
    { "1st April", "", TENURE_READ_NO_YEAR },
    { "March 1", "", TENURE_READ_NO_YEAR },
    { "31/3", "", TENURE_READ_NO_YEAR },
    { "Ongoing", "", TENURE_READ_OPEN_ENDED },
    { "ROLLING", "", TENURE_READ_OPEN_ENDED },
    { "open-ended", "", TENURE_READ_OPEN_ENDED },
    { "31/12/9999", "", TENURE_READ_OPEN_ENDED },
    { "TBC", "", TENURE_READ_UNKNOWN },
    { "n/a", "", TENURE_READ_UNKNOWN },
    { "To be confirmed", "", TENURE_READ_UNKNOWN },
    { "", "", TENURE_READ_BLANK },
    { "\xc2\xa0 ", "", TENURE_READ_BLANK },

    { "31/02/2023", "", TENURE_READ_INVALID },
    { "29/02/2023", "", TENURE_READ_INVALID },
    { "03/17/2023", "", TENURE_READ_INVALID }, /* day first always */
    { "2023-13-01", "", TENURE_READ_INVALID },
    { "13/2020", "", TENURE_READ_INVALID },
    { "0202-03-01", "", TENURE_READ_INVALID },
    { "01/01/3020", "", TENURE_READ_INVALID },
    { "12345", "", TENURE_READ_INVALID }, /* a day number of 1933 */
    { "99999", "", TENURE_READ_INVALID },
    { "1850", "", TENURE_READ_INVALID },
    { "2021/23", "", TENURE_READ_INVALID },
    { "2021-2024", "", TENURE_READ_INVALID },
    { "32-Mar", "", TENURE_READ_INVALID },
    { "31/13", "", TENURE_READ_INVALID },
    { "bad date", "", TENURE_READ_INVALID },
    { "1/2/3", "", TENURE_READ_INVALID },
    { "01/04/2024 to 31/03/2025", "", TENURE_READ_INVALID },
    { "2024-04-01 or so", "", TENURE_READ_INVALID },
    { "2024-04-01Tomorrow", "", TENURE_READ_INVALID },
    { "123456789012345678901234567890", "", TENURE_READ_INVALID },
    { "a sentence that is longer than any way of writing a date could ever be", "", TENURE_READ_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReadDate date = tenure_read_date_text (cases[i].text);
      char iso[TENURE_DAY_ISO_SIZE];

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (tenure_day_to_iso (date.day, iso), ==, cases[i].iso);
      g_assert_cmpstr (tenure_read_note_code (date.note), ==, tenure_read_note_code (cases[i].note));
      g_assert_cmpint (tenure_read_has_value (date.note), ==, date.day != TENURE_DAY_NONE);
    }
}

/* Which month is, or may be, meant. */
static void
test_month (void)
{
  static const struct
  {
    const char *text, *first; /* "" for none */
  } cases[] = {
    { "June 2020", "2020-06-01" }, { "2013-08", "2013-08-01" }, { "08/2013", "2013-08-01" }, { "2013 Aug", "2013-08-01" },
    { "03/21", "2021-03-01" },     { "Mar-21", "2021-03-01" },  { "Mar-98", "1998-03-01" },  { "2011-12", "2011-12-01" },
    { "2021", "" },                { "21-Mar", "" },            { "01/03/2021", "" },        { "TBC", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReadDate date = tenure_read_date_text (cases[i].text);
      char iso[TENURE_DAY_ISO_SIZE];

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (tenure_day_to_iso (tenure_read_date_get_month (&date), iso), ==, cases[i].first);
    }
}

static void
test_ambiguous (void)
{
  static const struct
  {
    const char *text;
    gboolean day_first, ambiguous;
  } cases[] = {
    { "03/04/2024", TRUE, TRUE },  { "12/12/2024", TRUE, TRUE },   { "13/04/2024", TRUE, FALSE },
    { "1.2.24", TRUE, TRUE },      { "2024-03-04", FALSE, FALSE }, { "3 Apr 2024", FALSE, FALSE },
    { "31/02/2024", FALSE, FALSE }, { "20240304", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReadDate date = tenure_read_date_text (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (date.day_first, ==, cases[i].day_first);
      g_assert_cmpint (date.ambiguous, ==, cases[i].ambiguous);
    }
}

/* A date that cannot be says why; what is no date at all does not. */
static void
test_fault (void)
{
  static const struct
  {
    const char *text;
    const char *fault;
  } cases[] = {
    { "31/2/27", "February 2027 has 28 days." },
    { "29/02/2027", "February 2027 has 28 days." },
    { "30/02/2028", "February 2028 has 29 days." },
    { "29/02/2100", "February 2100 has 28 days." },
    { "31/4/2027", "April 2027 has 30 days." },
    { "31 Nov 2026", "November 2026 has 30 days." },
    { "2027-04-31", "April 2027 has 30 days." },
    { "32/12/2026", "December 2026 has 31 days." },
    { "0/3/2027", "The days of a month begin with 1." },
    { "3/17/2027", "There is no month 17. Perhaps 17 Mar 2027 is meant." },
    { "2027-13-01", "There is no month 13. Perhaps 13 Jan 2027 is meant." },
    { "31/31/27", "There is no month 31." },
    { "1/0/27", "There is no month 0." },
    { "1/4/3020", "The year 3020 is not between 1900 and 2199." },
    { "0202-03-01", "The year 202 is not between 1900 and 2199." },
    /* No day, month and year, or a date. */
    { "Easter", NULL },
    { "1/2/3", NULL },
    { "March 2027", NULL },
    { "TBC", NULL },
    { "", NULL },
    { "28/2/27", NULL },
    { "29/2/2028", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReadDate date = tenure_read_date_text (cases[i].text);
      g_autofree char *fault = tenure_read_date_dup_fault (&date);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (fault, ==, cases[i].fault);
    }
}

/* Every day that a register can name is read back from every common way of writing it. */
/* A day typed by itself is read, or said why not. */
static void
test_day (void)
{
  static const struct
  {
    const char *text, *iso, *fault;
  } cases[] = {
    { "31/3/27", "2027-03-31", NULL },
    { "31 Mar 2027", "2027-03-31", NULL },
    { "31/2/27", "", "February 2027 has 28 days." },
    { "soon", "", "“soon” is not a day. Write it like 31 Mar 2027 or 31/3/27." },
    { "March 2027", "", "“March 2027” is not a day. Write it like 31 Mar 2027 or 31/3/27." },
    { "", "", "“” is not a day. Write it like 31 Mar 2027 or 31/3/27." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TenureDay day = TENURE_DAY_NONE;
      char iso[TENURE_DAY_ISO_SIZE];

      g_assert_cmpint (tenure_read_day (cases[i].text, &day, &error), ==, cases[i].fault == NULL);
      g_assert_cmpstr (tenure_day_to_iso (day, iso), ==, cases[i].iso);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].fault);
    }
}

static void
test_round_trip (void)
{
  TenureDay first, last;

  g_assert_true (tenure_day_from_civil (1955, 1, 1, &first));
  g_assert_true (tenure_day_from_civil (2068, 12, 31, &last));
  for (TenureDay day = first; day <= last; day += 13)
    {
      static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
      int y, m, d;

      tenure_day_to_civil (day, &y, &m, &d);
      for (guint form = 0; form < 6; form++)
        {
          g_autofree char *text = form == 0   ? g_strdup_printf ("%04d-%02d-%02d", y, m, d)
                                  : form == 1 ? g_strdup_printf ("%02d/%02d/%04d", d, m, y)
                                  : form == 2 ? g_strdup_printf ("%d %s %d", d, months[m - 1], y)
                                  : form == 3 ? g_strdup_printf ("%04d%02d%02d", y, m, d)
                                  : form == 4 ? g_strdup_printf ("%d", day + 25569)
                                              : g_strdup_printf ("%04d-%02d-%02dT12:00:00Z", y, m, d);

          g_test_message ("%s", text);
          g_assert_cmpint (tenure_read_date_text (text).day, ==, day);
        }
    }
}

static void
test_cells (void)
{
  TenureCell date = { .text = "2020-01-01", .length = 10, .kind = TENURE_CELL_DATE, .day = 18262 };
  TenureCell number = { .text = "43831", .length = 5, .kind = TENURE_CELL_NUMBER, .day = TENURE_DAY_NONE };
  TenureCell flag = { .text = "true", .length = 4, .kind = TENURE_CELL_BOOLEAN, .day = TENURE_DAY_NONE };
  TenureCell error = { .text = "#REF!", .length = 5, .kind = TENURE_CELL_ERROR, .day = TENURE_DAY_NONE };
  TenureCell empty = { .text = "", .kind = TENURE_CELL_EMPTY, .day = TENURE_DAY_NONE };
  TenureCell sentinel = { .text = "9999-12-31", .length = 10, .kind = TENURE_CELL_DATE, .day = TENURE_DAY_MAX };

  g_assert_cmpint (tenure_read_date (&date).day, ==, 18262);
  g_assert_cmpint (tenure_read_date (&date).note, ==, TENURE_READ_EXACT);
  g_assert_cmpint (tenure_read_date (&number).day, ==, 18262);
  g_assert_cmpint (tenure_read_date (&number).note, ==, TENURE_READ_SERIAL);
  g_assert_cmpint (tenure_read_date (&flag).note, ==, TENURE_READ_INVALID);
  g_assert_cmpint (tenure_read_date (&error).note, ==, TENURE_READ_INVALID);
  g_assert_cmpint (tenure_read_date (&empty).note, ==, TENURE_READ_BLANK);
  g_assert_cmpint (tenure_read_date (&sentinel).note, ==, TENURE_READ_OPEN_ENDED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-date/text", test_text);
  g_test_add_func ("/read-date/month", test_month);
  g_test_add_func ("/read-date/ambiguous", test_ambiguous);
  g_test_add_func ("/read-date/fault", test_fault);
  g_test_add_func ("/read-date/day", test_day);
  g_test_add_func ("/read-date/round-trip", test_round_trip);
  g_test_add_func ("/read-date/cells", test_cells);
  return g_test_run ();
}
