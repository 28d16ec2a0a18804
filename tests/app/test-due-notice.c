/* When a notification of what is due is sent once more. */

#include "app/overview/due-notice.h"

#define TODAY 20000
#define WORDS "2 overdue"

static void
test_new (void)
{
  g_assert_true (tenure_due_notice_is_new (WORDS, NULL, 0, TODAY));
  g_assert_false (tenure_due_notice_is_new (WORDS, WORDS, TODAY, TODAY));
  g_assert_true (tenure_due_notice_is_new (WORDS, "3 overdue", TODAY, TODAY));
  /* The seventh day after, not the sixth. */
  g_assert_false (tenure_due_notice_is_new (WORDS, WORDS, TODAY - 6, TODAY));
  g_assert_true (tenure_due_notice_is_new (WORDS, WORDS, TODAY - 7, TODAY));
  g_assert_true (tenure_due_notice_is_new (WORDS, WORDS, TODAY + 1, TODAY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due-notice/new", test_new);
  return g_test_run ();
}
