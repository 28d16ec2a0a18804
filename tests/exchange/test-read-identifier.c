#include "exchange/read-identifier.h"

static void
test_identifiers (void)
{
  static const struct
  {
    const char *text, *scheme, *value;
    TenureReadNote note;
  } cases[] = {
    { "GB-CHC-225922", "GB-CHC", "225922", TENURE_READ_EXACT },
    { " GB-CHC-1164859\n", "GB-CHC", "1164859", TENURE_READ_EXACT },
    { "gb-chc-225922", "GB-CHC", "225922", TENURE_READ_REPAIRED },
    { "GB-CHC-1035628-2", "GB-CHC", "1035628-2", TENURE_READ_EXACT },
    { "GB-COH-00198344", "GB-COH", "00198344", TENURE_READ_EXACT },
    { "GB-COH-198344", "GB-COH", "00198344", TENURE_READ_REPAIRED },
    { "GB-COH-RC000742", "GB-COH", "RC000742", TENURE_READ_EXACT },
    { "GB-COH-IP28755R", "GB-COH", "IP28755R", TENURE_READ_EXACT },
    { "GB-COH-ce012345", "GB-COH", "CE012345", TENURE_READ_EXACT },
    { "GB-COH-SC1234", "GB-COH", "SC001234", TENURE_READ_REPAIRED },
    { "GB-SC-SC003558", "GB-SC", "SC003558", TENURE_READ_EXACT },
    { "GB-SC-003558", "GB-SC", "SC003558", TENURE_READ_REPAIRED },
    { "GB-NIC-100012", "GB-NIC", "100012", TENURE_READ_EXACT },
    { "GB-NIC-NIC100012", "GB-NIC", "100012", TENURE_READ_REPAIRED },
    { "GB-EDU-133843", "GB-EDU", "133843", TENURE_READ_EXACT },
    { "GB-LAE-WOT", "GB-LAE", "WOT", TENURE_READ_EXACT },
    { "GB-NIEDU-1230001", "GB-NIEDU", "1230001", TENURE_READ_EXACT },
    { "NL-KVK-41186745", "NL-KVK", "41186745", TENURE_READ_EXACT },
    { "XI-GRID-grid.10698.36", "XI-GRID", "grid.10698.36", TENURE_READ_EXACT },
    { "360G-ocf-org:1117726", "360G", "360G-ocf-org:1117726", TENURE_READ_EXACT },
    { "360G-indigotrust:org-4588", "360G", "360G-indigotrust:org-4588", TENURE_READ_EXACT },
    { "GB-323242-test", "", "GB-323242-test", TENURE_READ_EXACT },
    { "9856.08", "", "9856.08", TENURE_READ_EXACT },
    { "GB-CHC-Exempt", "GB-CHC", "Exempt", TENURE_READ_INVALID },
    { "GB-CHC-12", "GB-CHC", "12", TENURE_READ_INVALID },
    { "GB-CHC-", "", "", TENURE_READ_INVALID },
    { "GB-COH-123456789", "GB-COH", "123456789", TENURE_READ_INVALID },
    { "GB-COH-not known", "GB-COH", "NOT KNOWN", TENURE_READ_INVALID },
    { "GB-COH-", "", "", TENURE_READ_INVALID },
    { "GB-CHC-225922\nGB-COH-1", "GB-CHC", "225922\nGB-COH-1", TENURE_READ_INVALID },
    { "", "", "", TENURE_READ_BLANK },
    { "  ", "", "", TENURE_READ_BLANK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReadIdentifier id = tenure_read_identifier (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (tenure_read_note_code (id.note), ==, tenure_read_note_code (cases[i].note));
      g_assert_cmpstr (id.scheme, ==, cases[i].scheme);
      g_assert_cmpstr (id.value, ==, cases[i].value);
    }
}

static void
test_too_long (void)
{
  g_autofree char *long_value = g_strnfill (TENURE_IDENTIFIER_SIZE, '1');
  g_autofree char *text = g_strconcat ("GB-UKPRN-", long_value, NULL);

  g_assert_cmpint (tenure_read_identifier (text).note, ==, TENURE_READ_INVALID);
  g_assert_cmpint (tenure_read_identifier (long_value).note, ==, TENURE_READ_INVALID);
  g_assert_cmpint (tenure_read_company_number (long_value).note, ==, TENURE_READ_INVALID);
}

static void
test_charity_numbers (void)
{
  static const struct
  {
    const char *text, *scheme, *value;
    TenureReadNote note;
  } cases[] = {
    { "225922", "GB-CHC", "225922", TENURE_READ_EXACT },
    { "1123908", "GB-CHC", "1123908", TENURE_READ_EXACT },
    { " 1123908 ", "GB-CHC", "1123908", TENURE_READ_EXACT },
    { "SC003558", "GB-SC", "SC003558", TENURE_READ_EXACT },
    { "sc003558", "GB-SC", "SC003558", TENURE_READ_EXACT },
    { "NIC100012", "GB-NIC", "100012", TENURE_READ_REPAIRED },
    { "100012", "GB-NIC", "100012", TENURE_READ_EXACT },
    { "GB-CHC-225922", "GB-CHC", "225922", TENURE_READ_EXACT },
    { "Exempt", "GB-CHC", "Exempt", TENURE_READ_INVALID },
    { "n/a", "", "", TENURE_READ_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureReadIdentifier id = tenure_read_charity_number (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (tenure_read_note_code (id.note), ==, tenure_read_note_code (cases[i].note));
      g_assert_cmpstr (id.scheme, ==, cases[i].scheme);
      g_assert_cmpstr (id.value, ==, cases[i].value);
    }
}

static void
test_company_numbers (void)
{
  g_assert_cmpstr (tenure_read_company_number ("4270053").value, ==, "04270053");
  g_assert_cmpint (tenure_read_company_number ("4270053").note, ==, TENURE_READ_REPAIRED);
  g_assert_cmpstr (tenure_read_company_number ("OC337852").value, ==, "OC337852");
  g_assert_cmpint (tenure_read_company_number ("0").note, ==, TENURE_READ_INVALID);
}

static void
test_evidence (void)
{
  g_assert_true (tenure_read_identifier_is_charity ("GB-CHC", "225922"));
  g_assert_true (tenure_read_identifier_is_charity ("GB-SC", "SC003558"));
  g_assert_true (tenure_read_identifier_is_charity ("GB-COH", "CE012345"));
  g_assert_false (tenure_read_identifier_is_charity ("GB-COH", "00198344"));
  g_assert_false (tenure_read_identifier_is_charity ("360G", "360G-x-1"));
  g_assert_true (tenure_read_scheme_is_shared ("GB-COH"));
  g_assert_false (tenure_read_scheme_is_shared ("360G"));
  g_assert_false (tenure_read_scheme_is_shared ("GB-CFS"));
  g_assert_false (tenure_read_scheme_is_shared (""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-identifier/identifiers", test_identifiers);
  g_test_add_func ("/read-identifier/too-long", test_too_long);
  g_test_add_func ("/read-identifier/charity-numbers", test_charity_numbers);
  g_test_add_func ("/read-identifier/company-numbers", test_company_numbers);
  g_test_add_func ("/read-identifier/evidence", test_evidence);
  return g_test_run ();
}
