#include "config.h"
#include "catalogue/identifier.h"

#include "base/i18n.h"
#include "base/text.h"
#include <string.h>

static gboolean
are_figures (const char *text, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
are_alphanumeric (const char *text, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isalnum (text[i]))
      return FALSE;
  return TRUE;
}

static TenureIdentifierFault
shape (gboolean fits)
{
  return fits ? TENURE_IDENTIFIER_FITS : TENURE_IDENTIFIER_SHAPE;
}

static TenureIdentifierFault
check_charity (const char *value, gsize length)
{
  gsize figures = strspn (value, "0123456789");

  if (figures < 5 || figures > 7)
    return TENURE_IDENTIFIER_SHAPE;
  return shape (
      figures == length
      || (value[figures] == '-' && length > figures + 1 && are_alphanumeric (value + figures + 1, length - figures - 1)));
}

static TenureIdentifierFault
check_scottish (const char *value, gsize length)
{
  return shape (length == 8 && g_ascii_strncasecmp (value, "SC", 2) == 0 && are_figures (value + 2, 6));
}

static TenureIdentifierFault
check_northern (const char *value, gsize length)
{
  return shape (length == 6 && are_figures (value, 6));
}

static TenureIdentifierFault
check_company (const char *value, gsize length)
{
  guint figures = 0;

  if (length != 8 || !are_alphanumeric (value, 8))
    return TENURE_IDENTIFIER_SHAPE;
  for (gsize i = 0; i < 8; i++)
    figures += g_ascii_isdigit (value[i]);
  if (g_ascii_isalpha (value[0]))
    return shape (figures >= 3);
  return shape (are_figures (value, 7) && (g_ascii_isdigit (value[7]) || strchr ("CR", g_ascii_toupper (value[7])) != NULL));
}

static TenureIdentifierFault
check_ods (const char *value, gsize length)
{
  return shape (length <= 9 && are_alphanumeric (value, length));
}

static TenureIdentifierFault
check_ukprn (const char *value, gsize length)
{
  return shape (length == 8 && value[0] == '1' && are_figures (value, 8));
}

static TenureIdentifierFault
check_duns (const char *value, gsize length)
{
  return shape (length == 9 && are_figures (value, 9));
}

static TenureIdentifierFault
check_vat (const char *value, gsize length)
{
  int sum = 0;

  if (length == 5 && are_figures (value + 2, 3))
    return shape (g_ascii_strncasecmp (value, "GD", 2) == 0   ? value[2] < '5'
                  : g_ascii_strncasecmp (value, "HA", 2) == 0 ? value[2] >= '5'
                                                              : FALSE);
  if ((length != 9 && length != 12) || !are_figures (value, length))
    return TENURE_IDENTIFIER_SHAPE;
  for (int i = 0; i < 7; i++)
    sum += (8 - i) * (value[i] - '0');
  sum += 10 * (value[7] - '0') + value[8] - '0';
  return sum % 97 == 0 || (sum + 55) % 97 == 0 ? TENURE_IDENTIFIER_FITS : TENURE_IDENTIFIER_CHECK;
}

static TenureIdentifierFault
check_lei (const char *value, gsize length)
{
  guint remainder = 0;

  if (length != 20 || !are_alphanumeric (value, 18) || !are_figures (value + 18, 2))
    return TENURE_IDENTIFIER_SHAPE;
  for (gsize i = 0; i < 20; i++)
    if (g_ascii_isdigit (value[i]))
      remainder = (remainder * 10 + (guint) (value[i] - '0')) % 97;
    else
      remainder = (remainder * 100 + (guint) (g_ascii_toupper (value[i]) - 'A') + 10) % 97;
  return remainder == 1 ? TENURE_IDENTIFIER_FITS : TENURE_IDENTIFIER_CHECK;
}

typedef struct
{
  const char *scheme;
  TenureIdentifierFault (*check) (const char *value, gsize length); /* of a value that is not empty */
  const char *looks;                                                /* translatable: how such a number looks */
  const char *label;                                                /* translatable */
  const char *called;                                               /* what else people say for it, between bars */
} Register;

static const Register registers[] = {
  { "GB-CHC", check_charity, N_ ("A number of the Charity Commission has six or seven figures, like 1155021."),
    N_ ("Charity Commission for England and Wales"), "|charity commission|charity|charities|charity number|ccew|" },
  { "GB-SC", check_scottish, N_ ("A number of the Scottish charity register is SC and six figures, like SC012345."),
    N_ ("Scottish Charity Regulator"), "|office of the scottish charity regulator|oscr|scottish charity|" },
  { "GB-NIC", check_northern, N_ ("A number of the charity register of Northern Ireland has six figures, like 100123."),
    N_ ("Charity Commission for Northern Ireland"), "|ccni|northern ireland charity|" },
  { "GB-COH", check_company, N_ ("A company number has eight characters, like 01234567 or SC123456."),
    N_ ("Companies House"), "|company|companies|company number|" },
  { "GB-NHS", check_ods,
    N_ ("A code of the NHS Organisation Data Service has up to nine letters and figures, like RXX or A81001."),
    N_ ("NHS Organisation Data Service"), "|organisation data service|ods|ods code|nhs|" },
  { "GB-UKPRN", check_ukprn, N_ ("A UKPRN has eight figures and begins with 1, like 10001234."),
    N_ ("UK Register of Learning Providers"), "|ukprn|ukrlp|" },
  { "GB-VAT", check_vat, N_ ("A VAT number has nine figures; the last two follow from the others."),
    N_ ("HMRC, value added tax"), "|hmrc|vat|vat number|" },
  { "GB-DUNS", check_duns, N_ ("A DUNS number has nine figures."), N_ ("Dun & Bradstreet"),
    "|dun and bradstreet|duns|duns number|" },
  { "XI-LEI", check_lei, N_ ("A legal entity identifier has eighteen letters and figures and two check digits."),
    N_ ("Legal Entity Identifiers"), "|legal entity identifier|lei|" },
};

static const Register *
find_register (const char *scheme)
{
  for (gsize i = 0; i < G_N_ELEMENTS (registers); i++)
    if (g_ascii_strcasecmp (scheme, registers[i].scheme) == 0)
      return &registers[i];
  return NULL;
}

TenureIdentifierFault
tenure_identifier_check (const char *scheme, const char *value)
{
  const Register *found;

  g_return_val_if_fail (scheme != NULL && value != NULL, TENURE_IDENTIFIER_FITS);

  found = find_register (scheme);
  return found == NULL    ? TENURE_IDENTIFIER_FITS
         : *value == '\0' ? TENURE_IDENTIFIER_SHAPE
                          : found->check (value, strlen (value));
}

char *
tenure_identifier_dup_fault (const char *scheme, const char *value)
{
  switch (tenure_identifier_check (scheme, value))
    {
    case TENURE_IDENTIFIER_SHAPE:
      return g_strdup (_ (find_register (scheme)->looks));
    case TENURE_IDENTIFIER_CHECK:
      return g_strdup (_ ("A figure of this number is wrong: its check digits do not fit. Compare it with the source."));
    case TENURE_IDENTIFIER_FITS:
    default:
      return NULL;
    }
}

static gboolean
is_called (const Register *self, const char *words)
{
  return tenure_text_is_same (words, self->scheme) || tenure_text_is_same (words, self->label)
         || tenure_text_is_same (words, _ (self->label));
}

const char *
tenure_identifier_find_scheme (const char *words)
{
  g_autofree char *key = NULL, *name = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  key = tenure_text_dup_key (words);
  if (key == NULL || strchr (key, '|') != NULL)
    return NULL;
  name = g_strconcat ("|", key, "|", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (registers); i++)
    if (is_called (&registers[i], words) || strstr (registers[i].called, name) != NULL)
      return registers[i].scheme;
  return NULL;
}

const char *
tenure_identifier_scheme_label (const char *scheme)
{
  const Register *found;

  g_return_val_if_fail (scheme != NULL, NULL);

  found = find_register (scheme);
  return found != NULL ? _ (found->label) : NULL;
}
