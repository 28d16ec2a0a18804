#include "config.h"

#include "chart/boards-compare-private.h"

#include <glib/gi18n-lib.h>

#include "chart/format-private.h"

/* What the comparison of boards says: its title, whose names are grey, its figures. */

/* Boards of which it is known whether the sector has a seat, and those of them without one. */
static void
count_boards (const TenureBoardsCompareData *data, gboolean expected, guint *known, guint *without)
{
  *known = *without = 0;
  for (guint i = 0; i < data->n_rows; i++)
    {
      const TenureBoardShare *seats = &data->rows[i].seats;
      gboolean known_seats =
          tenure_boards_share_is_known (seats) && (seats->part > 0 || !tenure_boards_share_is_range (seats));

      if (!known_seats || data->rows[i].voice == TENURE_VOICE_EXEMPTED ||
          (expected && data->rows[i].voice != TENURE_VOICE_EXPECTED))
        continue;
      (*known)++;
      *without += seats->part == 0;
    }
}

static guint
count_voices (const TenureBoardsCompareData *data, TenureVoiceExpected voice)
{
  guint n = 0;

  for (guint i = 0; i < data->n_rows; i++)
    n += data->rows[i].voice == voice;
  return n;
}

/* NULL where it is recorded of no board with known seats that a voice is expected. */
static char *
dup_title_of_expected (const TenureBoardsCompareData *data, const char *sector)
{
  guint without, known;

  count_boards (data, TRUE, &known, &without);
  if (known == 0)
    return NULL;
  if (without == 0)
    /* Translators: sector name, number of boards. */
    return g_strdup_printf (ngettext ("The %1$s has a seat on the one board where its voice is expected",
                                      "The %1$s has a seat on each of %2$u boards where its voice is expected",
                                      known),
                            sector, known);
  return g_strdup_printf (ngettext ("The %3$s has no seat on %1$u of %2$u board where its voice is expected",
                                    "The %3$s has no seat on %1$u of %2$u boards where its voice is expected",
                                    known),
                          without, known, sector);
}

char *
tenure_boards_dup_title (const TenureBoardsCompareData *data, const char *sector)
{
  char *title = data->title != NULL ? g_strdup (data->title) : dup_title_of_expected (data, sector);
  guint without, known;

  if (title != NULL)
    return title;
  count_boards (data, FALSE, &known, &without);
  if (known == 0)
    return g_strdup_printf (_ ("Seats and votes of the %s"), sector);
  if (without == 0)
    /* Translators: sector name, number of boards. */
    return g_strdup_printf (ngettext ("The %1$s has a seat on the one board with recorded seats",
                                      "The %1$s has a seat on each of %2$u boards", known),
                            sector, known);
  return g_strdup_printf (ngettext ("On %1$u of %2$u board the %3$s has no seat",
                                    "On %1$u of %2$u boards the %3$s has no seat", known),
                          without, known, sector);
}

/* Whose names are grey, NULL where none is. */
static char *
dup_grey_words (const TenureBoardsCompareData *data)
{
  guint apart = count_voices (data, TENURE_VOICE_NOT_EXPECTED);
  guint exempted = count_voices (data, TENURE_VOICE_EXEMPTED);
  g_autofree char *words = NULL;

  if (exempted == 0)
    return apart > 0 ? g_strdup (_ ("in grey, boards where no such voice is expected")) : NULL;
  words = g_strdup_printf (ngettext ("%u board exempted", "%u boards exempted", exempted), exempted);
  if (apart == 0)
    /* Translators: "1 board exempted". */
    return g_strdup_printf (_ ("in grey, %s"), words);
  return g_strdup_printf (ngettext ("in grey, %1$s and %2$u where no such voice is expected",
                                    "in grey, %1$s and %2$u where no such voice is expected", apart),
                          words, apart);
}

char *
tenure_boards_dup_subtitle (const TenureBoardsCompareData *data, guint n_bars, gboolean dashes)
{
  g_autofree char *grey = dup_grey_words (data);
  GString *text = g_string_new (n_bars > COLUMN_POWER
                                    ? _ ("Share of seats, of votes and of decisive votes")
                                    : _ ("Share of seats and of votes"));

  if (grey != NULL)
    g_string_append_printf (text, "; %s", grey);
  if (dashes)
    g_string_append_printf (text, "; %s",
                            n_bars > COLUMN_POWER
                                ? _ ("–: not switched on, or no vote")
                                : _ ("–: does not vote"));
  return g_string_free (text, FALSE);
}

const char *
tenure_boards_voice_words (TenureVoiceExpected voice)
{
  switch (voice)
    {
    case TENURE_VOICE_EXPECTED:
      return _ ("yes");
    case TENURE_VOICE_NOT_EXPECTED:
      return _ ("no");
    case TENURE_VOICE_EXEMPTED:
      return _ ("exempted");
    case TENURE_VOICE_NOT_RECORDED:
    default:
      return _ ("not recorded");
    }
}

const char *
tenure_boards_column_title (guint column)
{
  return column == COLUMN_SEATS ? _ ("Seats") : column == COLUMN_VOTES ? _ ("Votes") : _ ("Decisive votes");
}

/* "7 %", or "7 to 14 %". */
static char *
dup_percent (const TenureBoardShare *share)
{
  g_autofree char *least = tenure_format_percent (share->part, share->whole);
  g_autofree char *most = NULL;

  if (!tenure_boards_share_is_range (share))
    return g_steal_pointer (&least);
  most = tenure_format_percent (share->most, share->whole);
  /* Translators: two shares in per cent, the least and the most that one can be: "7 % to 14 %". */
  return g_strdup_printf (_ ("%1$s to %2$s"), least, most);
}

/* Seats and votes are counted, power is a fraction of what could happen. */
static char *
dup_fraction (const TenureBoardShare *share, guint column)
{
  if (tenure_boards_share_is_range (share))
    return g_strdup_printf (
        _ ("%1$" G_GINT64_FORMAT " to %2$" G_GINT64_FORMAT " of %3$" G_GINT64_FORMAT), share->part, share->most,
        share->whole);
  if (column == COLUMN_POWER)
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, share->part, share->whole);
  return g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " of %2$" G_GINT64_FORMAT), share->part, share->whole);
}

/* What stands beside the bar; @brief without "2 of 14". */
char *
tenure_boards_dup_figure (const TenureBoardShare *share, guint column, gboolean brief)
{
  g_autofree char *percent = NULL;
  g_autofree char *fraction = NULL;

  if (share->state == TENURE_SHARE_NOT_APPLICABLE)
    return g_strdup (share->reason != NULL ? share->reason : "–");
  if (!tenure_boards_share_is_known (share))
    return g_strdup (_ ("cannot tell"));
  percent = dup_percent (share);
  if (brief)
    return g_steal_pointer (&percent);
  fraction = dup_fraction (share, column);
  return g_strdup_printf ("%s  %s", percent, fraction);
}

char *
tenure_boards_dup_value_words (const TenureBoardShare *share, guint column)
{
  g_autofree char *percent = NULL;
  g_autofree char *fraction = NULL;

  if (share->state == TENURE_SHARE_NOT_APPLICABLE)
    return g_strdup (share->reason != NULL ? share->reason : _ ("does not apply"));
  if (!tenure_boards_share_is_known (share))
    return share->reason != NULL ? g_strdup_printf (_ ("cannot tell: %s"), share->reason)
                                 : g_strdup (_ ("cannot tell"));
  percent = dup_percent (share);
  fraction = dup_fraction (share, column);
  return g_strdup_printf ("%s (%s)", percent, fraction);
}
