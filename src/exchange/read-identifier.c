/* Organisation identifiers. The list codes are those of org-id.guide that British files use, and the foreign
 * registers that were met or are likely; an unknown prefix is not taken apart, because a hyphen proves nothing. */

#include "exchange/read-identifier.h"

#include "catalogue/identifier.h"

#include <string.h>

/* Longest first within a common beginning, so that the first match is the longest. */
static const char *const list_codes[] = {
  "GB-CHC",  "GB-COH",  "GB-SC",      "GB-NIC",     "GB-NIEDU", "GB-EDU",  "GB-MPR",      "GB-LAE",  "GB-LAS",
  "GB-LANI", "GB-PLA",  "GB-WALEDU",  "GB-SCOTEDU", "GB-REV",   "GB-NHS",  "GB-UKPRN",    "GB-GOR",  "GB-GOV",
  "GB-SRS",  "GB-PPON", "GB-CFS",     "GB-CIC",     "GB-CASC",  "GB-HESA", "GB-SHPE",     "GB-IRN",  "GB-ACE",
  "GB-TWR",  "GB-CQC",  "GB-DUNS",    "GB-VAT",     "GB-GRID",  "GG-RCE",  "IM-CR",       "IM-GR",   "JE-FSC",
  "JE-OAC",  "XI-GRID", "XI-LEI",     "XI-ROR",     "XI-PB",    "XI-IATI", "XI-WIKIDATA", "XI-EORI", "XM-DAC",
  "XR-TWR",  "IE-CHY",  "IE-CRO",     "NL-KVK",     "ZA-NPO",   "ZA-PBO",  "ZA-CIP",      "IN-MHA",  "IN-MCA",
  "US-EIN",  "US-DOS",  "CA-CRA_ACR", "CA-CC",      "AU-ABN",   "AU-ACNC", "NZ-CHT",      "NZ-COH",  "KE-NCB",
  "KE-RCO",  "UG-NGB",  "UG-RSB",     "TZ-BRLA",    "GH-DSW",   "NG-CAC",  "RW-RGB",      "ZW-PVO",  "ZM-PCR",
  "MW-NBM",  "BD-NAB",  "PK-PCP",     "NP-SWC",     "LK-NGO",   "DE-CR",   "FR-INSEE",    "FR-RCS",  "BE-BCE_KBO",
  "CH-FDJP", "DK-CVR",  "NO-BRC",     "SE-BLV",     "FI-PRO",   "ES-RMC",  "IT-RI",       "AT-FB",   "PL-KRS",
  "CZ-ICO",  "SK-ORSR", "HU-AFA",     "RO-ONRC",    "BR-CNPJ",  "IL-ROC",
};

static TenureReadIdentifier
no_identifier (TenureReadNote note)
{
  return (TenureReadIdentifier){ .note = note };
}

static gsize
count_figures (const char *text)
{
  return strspn (text, "0123456789");
}

static gboolean
is_alphanumeric (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text))
      return FALSE;
  return TRUE;
}

/* @text without spaces at its ends, into the value. BLANK, EXACT or INVALID (too long, a line break inside). */
static TenureReadNote
take_value (TenureReadIdentifier *id, const char *text)
{
  gsize length;

  while (g_ascii_isspace (*text))
    text++;
  for (length = strlen (text); length > 0 && g_ascii_isspace (text[length - 1]); length--)
    continue;
  if (length == 0)
    return TENURE_READ_BLANK;
  if (length >= sizeof id->value)
    return TENURE_READ_INVALID;
  memcpy (id->value, text, length);
  id->value[length] = '\0';
  return strpbrk (id->value, "\r\n") != NULL ? TENURE_READ_INVALID : TENURE_READ_EXACT;
}

/* Writes @prefix, zeros and @figures into the value, to @width characters. */
static TenureReadNote
pad_value (TenureReadIdentifier *id, const char *prefix, const char *figures, gsize width)
{
  gsize used = strlen (prefix) + strlen (figures);
  char padded[32];

  g_assert (used <= width && width < sizeof padded);
  g_snprintf (padded, sizeof padded, "%s%.*s%s", prefix, (int) (width - used), "00000000", figures);
  g_strlcpy (id->value, padded, sizeof id->value);
  return TENURE_READ_REPAIRED;
}

static void
make_upper (char *text)
{
  for (; *text != '\0'; text++)
    *text = g_ascii_toupper (*text);
}

static TenureReadNote
check_company (TenureReadIdentifier *id)
{
  gsize length = strlen (id->value), figures = count_figures (id->value);
  char prefix[3] = "";
  char digits[16];

  make_upper (id->value);
  if (length == 0 || length > 8 || !is_alphanumeric (id->value))
    return TENURE_READ_INVALID;
  if (length == 8)
    return TENURE_READ_EXACT;
  g_strlcpy (digits, id->value, sizeof digits);
  if (figures == length)
    return figures >= 4 ? pad_value (id, "", digits, 8) : TENURE_READ_INVALID;
  if (figures > 0 || length < 4 || count_figures (digits + 2) != length - 2)
    return TENURE_READ_INVALID;
  memcpy (prefix, id->value, 2);
  return pad_value (id, prefix, digits + 2, 8);
}

/* Six or seven figures, with the number of a linked charity or a check letter of old lists after a hyphen. */
static TenureReadNote
check_charity (TenureReadIdentifier *id)
{
  gsize figures = count_figures (id->value);

  if (figures < 5 || figures > 7)
    return TENURE_READ_INVALID;
  return id->value[figures] == '\0' || (id->value[figures] == '-' && is_alphanumeric (id->value + figures + 1))
             ? TENURE_READ_EXACT
             : TENURE_READ_INVALID;
}

static TenureReadNote
check_scottish (TenureReadIdentifier *id)
{
  char figures[16];

  make_upper (id->value);
  if (g_str_has_prefix (id->value, "SC") && strlen (id->value) == 8 && count_figures (id->value + 2) == 6)
    return TENURE_READ_EXACT;
  if (count_figures (id->value) != strlen (id->value) || strlen (id->value) > 6)
    return TENURE_READ_INVALID;
  g_strlcpy (figures, id->value, sizeof figures);
  return pad_value (id, "SC", figures, 8);
}

static TenureReadNote
check_northern (TenureReadIdentifier *id)
{
  gsize skip;

  make_upper (id->value);
  skip = g_str_has_prefix (id->value, "NIC") ? 3 : g_str_has_prefix (id->value, "NI") ? 2 : 0;
  if (count_figures (id->value + skip) != strlen (id->value + skip) || strlen (id->value + skip) != 6)
    return TENURE_READ_INVALID;
  memmove (id->value, id->value + skip, 7);
  return skip > 0 ? TENURE_READ_REPAIRED : TENURE_READ_EXACT;
}

/* Puts the value as its register writes it, then asks whether that could have issued it. */
static TenureReadNote
check_value (TenureReadIdentifier *id)
{
  static const struct
  {
    const char *scheme;
    TenureReadNote (*mend) (TenureReadIdentifier *id);
  } menders[] = {
    { "GB-COH", check_company },
    { "GB-CHC", check_charity },
    { "GB-SC", check_scottish },
    { "GB-NIC", check_northern },
  };

  TenureReadNote note = TENURE_READ_EXACT;

  for (gsize i = 0; i < G_N_ELEMENTS (menders); i++)
    if (g_str_equal (id->scheme, menders[i].scheme))
      note = menders[i].mend (id);
  return tenure_identifier_check (id->scheme, id->value) == TENURE_IDENTIFIER_FITS ? note : TENURE_READ_INVALID;
}

/* The list code that @text begins with, or NULL. */
static const char *
find_list_code (const char *text)
{
  const char *best = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (list_codes); i++)
    {
      gsize length;

      if (g_ascii_toupper (text[0]) != list_codes[i][0])
        continue;
      length = strlen (list_codes[i]);
      if (g_ascii_strncasecmp (text, list_codes[i], length) == 0 && text[length] == '-'
          && (best == NULL || length > strlen (best)))
        best = list_codes[i];
    }
  return best;
}

TenureReadIdentifier
tenure_read_identifier (const char *text)
{
  TenureReadIdentifier id = { .note = TENURE_READ_EXACT };
  const char *code;
  gboolean mended;

  g_return_val_if_fail (text != NULL, no_identifier (TENURE_READ_INVALID));

  while (g_ascii_isspace (*text))
    text++;
  code = find_list_code (text);
  if (code == NULL)
    {
      g_strlcpy (id.scheme, g_ascii_strncasecmp (text, "360G-", 5) == 0 ? "360G" : "", sizeof id.scheme);
      id.note = take_value (&id, text);
      return id;
    }
  g_strlcpy (id.scheme, code, sizeof id.scheme);
  mended = strncmp (text, code, strlen (code)) != 0;
  id.note = take_value (&id, text + strlen (code) + 1);
  if (id.note == TENURE_READ_EXACT)
    id.note = check_value (&id);
  if (id.note == TENURE_READ_EXACT && mended)
    id.note = TENURE_READ_REPAIRED;
  return id.note == TENURE_READ_BLANK ? no_identifier (TENURE_READ_INVALID) : id;
}

/* A number from a column of one register, which may carry its list code all the same. */
static TenureReadIdentifier
read_number (const char *text, const char *scheme)
{
  TenureReadIdentifier id = { .note = TENURE_READ_EXACT };

  g_strlcpy (id.scheme, scheme, sizeof id.scheme);
  id.note = take_value (&id, text);
  if (id.note == TENURE_READ_EXACT && tenure_read_says_unknown (id.value))
    return no_identifier (TENURE_READ_UNKNOWN);
  if (id.note == TENURE_READ_EXACT)
    id.note = check_value (&id);
  return id;
}

TenureReadIdentifier
tenure_read_charity_number (const char *text)
{
  gsize figures;

  g_return_val_if_fail (text != NULL, no_identifier (TENURE_READ_INVALID));

  while (g_ascii_isspace (*text))
    text++;
  if (find_list_code (text) != NULL)
    return tenure_read_identifier (text);
  if (g_ascii_strncasecmp (text, "SC", 2) == 0)
    return read_number (text, "GB-SC");
  if (g_ascii_strncasecmp (text, "NI", 2) == 0)
    return read_number (text, "GB-NIC");
  figures = count_figures (text);
  return read_number (text, figures == 6 && text[0] == '1' && text[figures] == '\0' ? "GB-NIC" : "GB-CHC");
}

TenureReadIdentifier
tenure_read_company_number (const char *text)
{
  g_return_val_if_fail (text != NULL, no_identifier (TENURE_READ_INVALID));

  while (g_ascii_isspace (*text))
    text++;
  return find_list_code (text) != NULL ? tenure_read_identifier (text) : read_number (text, "GB-COH");
}

gboolean
tenure_read_scheme_is_shared (const char *scheme)
{
  g_return_val_if_fail (scheme != NULL, FALSE);

  return scheme[0] != '\0' && !g_str_equal (scheme, "360G") && !g_str_equal (scheme, "GB-CFS");
}

gboolean
tenure_read_identifier_is_charity (const char *scheme, const char *value)
{
  g_return_val_if_fail (scheme != NULL && value != NULL, FALSE);

  if (g_str_equal (scheme, "GB-CHC") || g_str_equal (scheme, "GB-SC") || g_str_equal (scheme, "GB-NIC")
      || g_str_equal (scheme, "IE-CHY"))
    return TRUE;
  return g_str_equal (scheme, "GB-COH") && (g_str_has_prefix (value, "CE") || g_str_has_prefix (value, "CS"));
}
