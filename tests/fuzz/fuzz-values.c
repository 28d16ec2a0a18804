/* Each line as a value: dates, amounts, lengths, identifiers, members, suppliers, titles, number formats. */

#include "fuzz.h"

#include <string.h>

#include "base/duration.h"
#include "base/hundredths.h"
#include "base/text.h"
#include "exchange/xlsx-styles-private.h"
#include "read-cell.h"

/* What is written the one way in which it is stored reads back as the same. */
static void
read_stored_forms (const char *text)
{
  TenureDay day, day_again;
  TenureDuration duration, duration_again;
  gint64 hundredths, hundredths_again;
  char iso[TENURE_DAY_ISO_SIZE];

  if (tenure_day_parse_iso (text, &day))
    {
      g_assert_true (tenure_day_parse_iso (tenure_day_to_iso (day, iso), &day_again));
      g_assert_cmpint (day, ==, day_again);
    }
  if (tenure_duration_parse_iso (text, &duration))
    {
      g_autofree char *written = tenure_duration_dup_iso (duration);

      g_assert_true (tenure_duration_parse_iso (written, &duration_again));
      g_assert_cmpint (duration.months, ==, duration_again.months);
      g_assert_cmpint (duration.days, ==, duration_again.days);
    }
  if (tenure_hundredths_parse (text, '%', &hundredths))
    {
      g_autofree char *written = tenure_hundredths_dup_text (hundredths);

      g_assert_true (tenure_hundredths_parse (written, '\0', &hundredths_again));
      g_assert_cmpint (hundredths, ==, hundredths_again);
    }
  tenure_number_format_from_code (text);
}

static void
read_keys (const char *text)
{
  g_autofree char *clean = tenure_text_dup_clean (text);
  g_autofree char *key = tenure_text_dup_key (text);
  g_autofree char *again = key != NULL ? tenure_text_dup_key (key) : NULL;

  g_assert_true ((clean == NULL) == (key == NULL));
  g_assert_cmpstr (key, ==, again);
}

static void
read_line (const char *line)
{
  static const TenureCellKind kinds[] = { TENURE_CELL_TEXT, TENURE_CELL_NUMBER, TENURE_CELL_CURRENCY, TENURE_CELL_ERROR };
  g_autofree char *text = g_utf8_make_valid (line, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const TenureCell cell
          = { .text = text, .length = (guint32) strlen (text), .kind = kinds[i], .day = TENURE_DAY_NONE };

      fuzz_read_cell (&cell);
    }
  read_stored_forms (text);
  read_keys (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    read_line (*line);
  return 0;
}
