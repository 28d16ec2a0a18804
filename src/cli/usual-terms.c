#include "config.h"
#include "cli/usual-terms.h"

#include "exchange/read-value.h"

#define MAX_MONTHS 120

gboolean
tenure_usual_terms_read_length (const char *text, TenureDuration *out_length)
{
  TenureReadNote note;
  int months;

  if (tenure_duration_parse_iso (text, out_length))
    return TRUE;
  months = tenure_read_months_text (text, &note);
  if (months < 0 || months > MAX_MONTHS)
    return FALSE;
  *out_length = TENURE_DURATION_MONTHS ((gint16) months);
  return TRUE;
}
