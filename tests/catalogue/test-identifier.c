/* What numbers in registers look like. */

#include "catalogue/identifier.h"

#define FITS TENURE_IDENTIFIER_FITS
#define SHAPE TENURE_IDENTIFIER_SHAPE
#define CHECK TENURE_IDENTIFIER_CHECK

static const struct
{
  const char *scheme, *value;
  TenureIdentifierFault fault;
} cases[] = {
  { "GB-CHC", "225922", FITS },      { "GB-CHC", "1155021", FITS },   { "GB-CHC", "1155021-3", FITS },
  { "GB-CHC", "11550211", SHAPE },   { "GB-CHC", "1155", SHAPE },     { "GB-CHC", "115502A", SHAPE },
  { "GB-CHC", "1155021-", SHAPE },   { "GB-CHC", "", SHAPE },         { "GB-CHC", "Exempt", SHAPE },
  { "GB-SC", "SC012345", FITS },     { "GB-SC", "sc012345", FITS },   { "GB-SC", "SC12345", SHAPE },
  { "GB-SC", "01234567", SHAPE },    { "GB-NIC", "100123", FITS },    { "GB-NIC", "10012", SHAPE },
  { "GB-NIC", "1001234", SHAPE },    { "GB-COH", "01234567", FITS },  { "GB-COH", "SC123456", FITS },
  { "GB-COH", "R0000123", FITS },    { "GB-COH", "IP01234R", FITS },  { "GB-COH", "1234567", SHAPE },
  { "GB-COH", "012345678", SHAPE },  { "GB-COH", "0123456A", SHAPE }, { "GB-COH", "SC12-456", SHAPE },
  { "GB-NHS", "RXX", FITS },         { "GB-NHS", "A81001", FITS },    { "GB-NHS", "K81003001", FITS },
  { "GB-NHS", "K810030012", SHAPE }, { "GB-NHS", "A 8", SHAPE },      { "GB-UKPRN", "10001234", FITS },
  { "GB-UKPRN", "20001234", SHAPE }, { "GB-UKPRN", "1000123", SHAPE },
  /* 8·3 + 7·3 + 6·3 + 5·2 + 4·8 + 3·9 + 2·4 + 54 = 194 = 2·97, and one figure off. */
  { "GB-VAT", "333289454", FITS },   { "GB-VAT", "333289453", CHECK }, { "GB-VAT", "333289454001", FITS },
  /* 8 + 14 + 18 + 20 + 20 + 18 + 14 + 27 = 139; with 55 it is 2·97. */
  { "GB-VAT", "123456727", FITS },   { "GB-VAT", "12345672", SHAPE },  { "GB-VAT", "GD499", FITS },
  { "GB-VAT", "GD500", SHAPE },      { "GB-VAT", "HA500", FITS },      { "GB-VAT", "HA499", SHAPE },
  { "GB-VAT", "XX123", SHAPE },      { "GB-DUNS", "123456789", FITS }, { "GB-DUNS", "12345678", SHAPE },
  { "GB-ANY", "whatever", FITS },    { "", "", FITS },                 { "gb-chc", "1155021", FITS },
};

/* What people call a register leads to its code, and each code has a name. */
static void
test_schemes (void)
{
  static const struct
  {
    const char *words, *scheme;
  } names[] = {
    { "GB-CHC", "GB-CHC" }, { "gb-coh", "GB-COH" }, { "Charity Commission", "GB-CHC" }, { "charity", "GB-CHC" },
    { "Companies House", "GB-COH" }, { "OSCR", "GB-SC" }, { "VAT", "GB-VAT" }, { "Dun & Bradstreet", "GB-DUNS" },
    { "Charity Commission for England and Wales", "GB-CHC" }, { "Charity  Commission for NORTHERN Ireland", "GB-NIC" },
    { "HMRC, value added tax", "GB-VAT" }, { "GB-ANY", NULL }, { "char", NULL }, { "", NULL }, { "|", NULL }, { "charity|company", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *found = tenure_identifier_find_scheme (names[i].words);

      g_test_message ("%s", names[i].words);
      g_assert_cmpstr (found, ==, names[i].scheme);
      if (found != NULL)
        g_assert_cmpstr (tenure_identifier_find_scheme (tenure_identifier_scheme_label (found)), ==, found);
    }
  g_assert_cmpstr (tenure_identifier_scheme_label ("GB-COH"), ==, "Companies House");
  g_assert_null (tenure_identifier_scheme_label ("GB-ANY"));
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = tenure_identifier_dup_fault (cases[i].scheme, cases[i].value);

      g_test_message ("%s “%s”", cases[i].scheme, cases[i].value);
      g_assert_cmpint (tenure_identifier_check (cases[i].scheme, cases[i].value), ==, cases[i].fault);
      g_assert_true ((sentence == NULL) == (cases[i].fault == FITS));
      g_assert_true (sentence == NULL || g_str_has_suffix (sentence, "."));
    }
}

/* Check digits are 98 less what the rest with 00 leaves; any one other figure or letter is noticed. */
static void
test_legal_entities (void)
{
  const char *stem = "00TENURETESTSAMPLE";
  char value[21];
  guint fitting = 0;

  for (guint check = 0; check < 100; check++)
    {
      g_snprintf (value, sizeof value, "%s%02u", stem, check);
      fitting += tenure_identifier_check ("XI-LEI", value) == FITS;
    }
  g_assert_cmpuint (fitting, >=, 1);
  g_assert_cmpuint (fitting, <=, 2);
  g_assert_cmpint (tenure_identifier_check ("XI-LEI", "00TENURETESTSAMPLE75"), ==, FITS);
  g_assert_cmpint (tenure_identifier_check ("XI-LEI", "00TENURETESTSAMPLF75"), ==, CHECK);
  g_assert_cmpint (tenure_identifier_check ("XI-LEI", "00TENURETESTSAMPLE"), ==, SHAPE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identifier/cases", test_cases);
  g_test_add_func ("/identifier/schemes", test_schemes);
  g_test_add_func ("/identifier/legal-entities", test_legal_entities);
  return g_test_run ();
}
