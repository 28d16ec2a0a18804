#include "base/error.h"

/* One domain for the whole program, and one that no other library uses. */
static void
test_domain (void)
{
  g_autoptr (GError) error = g_error_new (TENURE_ERROR, TENURE_ERROR_CHANGED, "row %d", 7);

  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED);
  g_assert_cmpstr (g_quark_to_string (error->domain), ==, "tenure-error-quark");
  g_assert_cmpstr (error->message, ==, "row 7");
}

/* Callers tell failures apart by number, so two codes must not share one. */
static void
test_codes_differ (void)
{
  static const TenureError codes[] = {
    TENURE_ERROR_INVALID, TENURE_ERROR_RANGE,     TENURE_ERROR_NOT_FOUND, TENURE_ERROR_FOREIGN, TENURE_ERROR_NEWER,
    TENURE_ERROR_CORRUPT, TENURE_ERROR_READ_ONLY, TENURE_ERROR_CHANGED,   TENURE_ERROR_STORAGE, TENURE_ERROR_UNREADABLE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    for (gsize j = 0; j < i; j++)
      g_assert_cmpint (codes[i], !=, codes[j]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/domain", test_domain);
  g_test_add_func ("/error/codes-differ", test_codes_differ);
  return g_test_run ();
}
