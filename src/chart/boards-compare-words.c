#include "config.h"

#include "chart/boards-compare-private.h"

#include "base/i18n.h"

#include "chart/format-private.h"

/* What the comparison of boards says: its title, what boards have in common, its figures. */

/* A seat that may be the sector's is no lack of one. */
static gboolean
has_no_seat (const TenureBoardShare *seats)
{
  return tenure_boards_share_is_known (seats) && seats->part == 0 && !tenure_boards_share_is_range (seats);
}

/* Of the boards that the title speaks of: of how many it is known whether the sector has a seat, how many have none, and
 * of how many more it cannot be told. */
typedef struct
{
  guint known, without, untold;
} Count;

static Count
count_boards (const TenureBoardsCompareData *data, gboolean expected)
{
  Count count = { 0 };

  for (guint i = 0; i < data->n_rows; i++)
    {
      const TenureBoardShare *seats = &data->rows[i].seats;
      gboolean known = has_no_seat (seats) || (tenure_boards_share_is_known (seats) && seats->part > 0);

      if (data->rows[i].voice == TENURE_VOICE_EXEMPTED || (expected && data->rows[i].voice != TENURE_VOICE_EXPECTED))
        continue;
      count.known += known;
      count.untold += !known;
      count.without += has_no_seat (seats);
    }
  return count;
}

/* @title; what it leaves open is said with it. */
static char *
add_untold (char *title, const Count *count)
{
  g_autofree char *untold = tenure_chart_dup_count (count->untold);
  char *whole;

  if (count->untold == 0)
    return title;
  /* Translators: a headline about some boards, then of how many others the same is not known. */
  whole = g_strdup_printf (
      ngettext ("%1$s; of %2$s more it cannot be told", "%1$s; of %2$s more it cannot be told", count->untold), title,
      untold);
  g_free (title);
  return whole;
}

static char *
dup_title_of_expected (const Count *count)
{
  g_autofree char *known = tenure_chart_dup_count (count->known);
  g_autofree char *without = tenure_chart_dup_count (count->without);

  if (count->without == 0)
    return g_strdup_printf (ngettext ("The {sector} has a seat on the one board where its voice is expected",
                                      "The {sector} has a seat on each of %s boards where its voice is expected",
                                      count->known),
                            known);
  return g_strdup_printf (ngettext ("The {sector} has no seat on %1$s of %2$s board where its voice is expected",
                                    "The {sector} has no seat on %1$s of %2$s boards where its voice is expected",
                                    count->known),
                          without, known);
}

static char *
dup_title_of_all (const Count *count)
{
  g_autofree char *known = tenure_chart_dup_count (count->known);
  g_autofree char *without = tenure_chart_dup_count (count->without);

  if (count->without == 0)
    return g_strdup_printf (ngettext ("The {sector} has a seat on the one board with recorded seats",
                                      "The {sector} has a seat on each of %s boards", count->known),
                            known);
  return g_strdup_printf (ngettext ("On %1$s of %2$s board the {sector} has no seat",
                                    "On %1$s of %2$s boards the {sector} has no seat", count->known),
                          without, known);
}

/* About the boards where a voice is expected, or about all where it is recorded of none with known seats. */
char *
tenure_boards_dup_title (const TenureBoardsCompareData *data)
{
  Count expected = count_boards (data, TRUE), all = count_boards (data, FALSE);

  if (data->title != NULL)
    return g_strdup (data->title);
  if (expected.known > 0)
    return add_untold (dup_title_of_expected (&expected), &expected);
  if (all.known > 0)
    return add_untold (dup_title_of_all (&all), &all);
  return g_strdup (_ ("Seats and votes of the {sector}"));
}

/* --- Groups --- */

gboolean
tenure_boards_begins_group (const TenureBoardsCompareData *data, guint i)
{
  return i == 0 || data->rows[i].voice != data->rows[i - 1].voice;
}

guint
tenure_boards_count_groups (const TenureBoardsCompareData *data)
{
  guint n = 0;

  for (guint i = 0; i < data->n_rows; i++)
    n += tenure_boards_begins_group (data, i);
  if (n == 1 && data->rows[0].voice != TENURE_VOICE_NOT_EXPECTED && data->rows[0].voice != TENURE_VOICE_EXEMPTED)
    return 0;
  return n;
}

static const char *
group_name (TenureVoiceExpected voice)
{
  switch (voice)
    {
    case TENURE_VOICE_EXPECTED:
      return _ ("Voice expected");
    case TENURE_VOICE_NOT_EXPECTED:
      return _ ("No voice expected");
    case TENURE_VOICE_EXEMPTED:
      return _ ("Exempted from having a voice");
    case TENURE_VOICE_NOT_RECORDED:
    default:
      return _ ("Not recorded whether a voice is expected");
    }
}

char *
tenure_boards_dup_group_words (const TenureBoardsCompareData *data, guint i)
{
  guint end = i + 1, without = 0, n;
  g_autofree char *boards = NULL;
  g_autofree char *count = NULL;
  g_autofree char *count_without = NULL;

  while (end < data->n_rows && !tenure_boards_begins_group (data, end))
    end++;
  n = end - i;
  for (guint k = i; k < end; k++)
    without += has_no_seat (&data->rows[k].seats);
  count = tenure_chart_dup_count (n);
  count_without = tenure_chart_dup_count (without);
  boards = g_strdup_printf (ngettext ("%s board", "%s boards", n), count);
  if (without == 0)
    /* Translators: what boards have in common, "9 boards". */
    return g_strdup_printf (_ ("%1$s: %2$s"), group_name (data->rows[i].voice), boards);
  /* Translators: what boards have in common, "9 boards", how many of these have no seat for the sector. */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s without a seat"), group_name (data->rows[i].voice), boards, count_without);
}

char *
tenure_boards_dup_subtitle (const TenureBoardsCompareData *data, guint n_bars, gboolean dashes)
{
  GString *text = g_string_new (n_bars > COLUMN_POWER ? _ ("Share of seats, of votes and of voting power")
                                                      : _ ("Share of seats and of votes"));

  if (dashes)
    g_string_append_printf (text, "; %s",
                            n_bars > COLUMN_POWER ? _ ("–: not switched on, or no vote") : _ ("–: does not vote"));
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
  return column == COLUMN_SEATS ? _ ("Seats") : column == COLUMN_VOTES ? _ ("Votes") : _ ("Voting power");
}

/* "7 %", "7 % or 14 %", or "7 % to 21 %". */
static char *
dup_percent (const TenureBoardShare *share)
{
  g_autofree char *least = tenure_format_percent (share->part, share->whole);
  g_autofree char *most = NULL;

  if (!tenure_boards_share_is_range (share))
    return g_steal_pointer (&least);
  most = tenure_format_percent (share->most, share->whole);
  if (share->most == share->part + 1)
    /* Translators: one of two shares in per cent: "7 % or 14 %". */
    return g_strdup_printf (_ ("%1$s or %2$s"), least, most);
  /* Translators: two shares in per cent, the least and the most that one can be: "7 % to 14 %". */
  return g_strdup_printf (_ ("%1$s to %2$s"), least, most);
}

/* Seats and votes are counted, power is a fraction of what could happen. */
static char *
dup_fraction (const TenureBoardShare *share, guint column)
{
  if (share->most == share->part + 1)
    /* Translators: a number that is one of two, of a whole: "1 or 2 of 14". */
    return g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " or %2$" G_GINT64_FORMAT " of %3$" G_GINT64_FORMAT), share->part,
                            share->most, share->whole);
  if (tenure_boards_share_is_range (share))
    return g_strdup_printf (_ ("%1$" G_GINT64_FORMAT " to %2$" G_GINT64_FORMAT " of %3$" G_GINT64_FORMAT), share->part,
                            share->most, share->whole);
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
    return share->reason != NULL ? g_strdup_printf (_ ("cannot tell: %s"), share->reason) : g_strdup (_ ("cannot tell"));
  percent = dup_percent (share);
  fraction = dup_fraction (share, column);
  return g_strdup_printf ("%s (%s)", percent, fraction);
}
