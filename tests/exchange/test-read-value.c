#include "exchange/read-value.h"

static void
test_months (void)
{
  static const struct
  {
    const char *text;
    int months;
    TenureReadNote note;
  } cases[] = {
    { "12", 12, TENURE_READ_EXACT },
    { " 11 ", 11, TENURE_READ_EXACT },
    { "24.0", 24, TENURE_READ_EXACT },
    { "12 months", 12, TENURE_READ_EXACT },
    { "1 Month", 1, TENURE_READ_EXACT },
    { "18 mths", 18, TENURE_READ_EXACT },
    { "2 years", 24, TENURE_READ_EXACT },
    { "1 year 6 months", 18, TENURE_READ_EXACT },
    { "1 year and 6 months", 18, TENURE_READ_EXACT },
    { "1yr, 3m", 15, TENURE_READ_EXACT },
    { "1200", 1200, TENURE_READ_EXACT },
    { "1201", -1, TENURE_READ_INVALID },
    { "99999999999999999999", -1, TENURE_READ_INVALID },
    { "", -1, TENURE_READ_BLANK },
    { "   ", -1, TENURE_READ_BLANK },
    { "\xc2\xa0", -1, TENURE_READ_BLANK },
    { "Undefined", -1, TENURE_READ_UNKNOWN },
    { "TBC", -1, TENURE_READ_UNKNOWN },
    { "11.5", -1, TENURE_READ_INVALID },
    { "-3", -1, TENURE_READ_INVALID },
    { "twelve", -1, TENURE_READ_INVALID },
    { "12 weeks", -1, TENURE_READ_INVALID },
    { "12 months or thereabouts", -1, TENURE_READ_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReadNote note;
      int months = tenure_read_months_text (cases[i].text, &note);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (months, ==, cases[i].months);
      g_assert_cmpstr (tenure_read_note_code (note), ==, tenure_read_note_code (cases[i].note));
    }
}

static void
test_answers (void)
{
  static const struct
  {
    const char *text;
    TenureAnswer answer;
    TenureReadNote note;
  } cases[] = {
    { "Yes", TENURE_ANSWER_YES, TENURE_READ_EXACT },    { " y ", TENURE_ANSWER_YES, TENURE_READ_EXACT },
    { "TRUE", TENURE_ANSWER_YES, TENURE_READ_EXACT },   { "1", TENURE_ANSWER_YES, TENURE_READ_EXACT },
    { "No", TENURE_ANSWER_NO, TENURE_READ_EXACT },      { "N", TENURE_ANSWER_NO, TENURE_READ_EXACT },
    { "false", TENURE_ANSWER_NO, TENURE_READ_EXACT },   { "0", TENURE_ANSWER_NO, TENURE_READ_EXACT },
    { "", TENURE_ANSWER_UNKNOWN, TENURE_READ_BLANK },   { "TBC", TENURE_ANSWER_UNKNOWN, TENURE_READ_UNKNOWN },
    { "-", TENURE_ANSWER_UNKNOWN, TENURE_READ_UNKNOWN }, { "maybe", TENURE_ANSWER_UNKNOWN, TENURE_READ_INVALID },
    { "2", TENURE_ANSWER_UNKNOWN, TENURE_READ_INVALID },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReadNote note;
      TenureAnswer answer = tenure_read_answer_text (cases[i].text, &note);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (answer, ==, cases[i].answer);
      g_assert_cmpstr (tenure_read_note_code (note), ==, tenure_read_note_code (cases[i].note));
    }
}

static void
test_fold (void)
{
  char buffer[24];

  g_assert_cmpint (tenure_read_fold ("  Grand\xc2\xa0\n Total ", buffer, sizeof buffer), ==, TENURE_READ_EXACT);
  g_assert_cmpstr (buffer, ==, "grand total");
  g_assert_cmpint (tenure_read_fold ("\xe2\x88\x92" "12", buffer, sizeof buffer), ==, TENURE_READ_EXACT);
  g_assert_cmpstr (buffer, ==, "-12");
  g_assert_cmpint (tenure_read_fold ("far too long for a value", buffer, sizeof buffer), ==, TENURE_READ_INVALID);
  g_assert_cmpint (tenure_read_fold ("\xef\xbb\xbf \t", buffer, sizeof buffer), ==, TENURE_READ_BLANK);
  g_assert_cmpstr (buffer, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-value/months", test_months);
  g_test_add_func ("/read-value/answers", test_answers);
  g_test_add_func ("/read-value/fold", test_fold);
  return g_test_run ();
}
