#include "config.h"

#include "chart/horizon-private.h"

#include "base/i18n.h"

#include "chart/format-private.h"

/* A fall at a year's end is named from this share of today's committed value. */
#define CLIFF_SHARE 0.10
/* A fall this large is what the title speaks of. */
#define HEADLINE_SHARE 0.25

gint64
tenure_horizon_part_of (const TenureHorizonMonth *month, guint series)
{
  return MAX (series == TENURE_HORIZON_SECURED    ? month->secured_minor
              : series == TENURE_HORIZON_ENDABLE  ? month->endable_minor
              : series == TENURE_HORIZON_EXTENDED ? month->extended_minor
                                                  : month->undecided_minor,
              0);
}

gint64
tenure_horizon_committed_of (const TenureHorizonMonth *month)
{
  gint64 secured = tenure_horizon_part_of (month, TENURE_HORIZON_SECURED),
         endable = tenure_horizon_part_of (month, TENURE_HORIZON_ENDABLE);

  return endable > G_MAXINT64 - secured ? G_MAXINT64 : secured + endable;
}

/* --- Cliffs --------------------------------------------------------------------------------------------- */

gint64
tenure_horizon_fall_at (const TenureHorizonData *data, guint i)
{
  gint64 before = tenure_horizon_committed_of (&data->months[i - 1]);
  gint64 after = tenure_horizon_committed_of (&data->months[i]);

  return before > after ? before - after : 0;
}

/* What ends between month @i − 1 and month @i: the fall and what fills it. */
static gint64
ended_at (const TenureHorizonData *data, guint i)
{
  gint64 fall = tenure_horizon_fall_at (data, i), begun = MAX (data->months[i].begun_minor, 0);

  return begun > G_MAXINT64 - fall ? G_MAXINT64 : fall + begun;
}

/* The month over which it falls, "Mar 2027": all of it is told, whichever days it came on. */
static char *
dup_falling_month (const TenureHorizonData *data, guint i)
{
  return tenure_day_dup_month_label (tenure_day_add_months (data->first_month, (int) i - 1));
}

static gboolean
is_year_start (const TenureHorizonData *data, guint i)
{
  TenureDay month = tenure_day_add_months (data->first_month, (int) i);

  return tenure_day_year_start (month, data->year_start_month) == month;
}

guint
tenure_horizon_largest_fall (const TenureHorizonData *data, guint n)
{
  guint largest = 0;

  for (guint i = 1; i < n; i++)
    if (tenure_horizon_fall_at (data, i) > (largest > 0 ? tenure_horizon_fall_at (data, largest) : 0))
      largest = i;
  return largest;
}

gboolean
tenure_horizon_is_named (const TenureHorizonData *data, guint i, guint largest)
{
  double today = (double) tenure_horizon_committed_of (&data->months[0]);

  return i == largest
         || (is_year_start (data, i) && today > 0 && (double) tenure_horizon_fall_at (data, i) >= CLIFF_SHARE * today);
}

/* --- Words ---------------------------------------------------------------------------------------------- */

/* "£3.1m ends, £700k begins" of the month before @i; NULL where nothing begins, and the fall is all there is to say. */
static char *
dup_ended_and_begun (const TenureHorizonData *data, guint i)
{
  g_autofree char *ended = NULL, *begun = NULL;

  if (data->months[i].begun_minor <= 0)
    return NULL;
  ended = tenure_format_money_short (ended_at (data, i), data->currency);
  begun = tenure_format_money_short (data->months[i].begun_minor, data->currency);
  /* Translators: two amounts of money a year. */
  return g_strdup_printf (_ ("%1$s ends, %2$s begins"), ended, begun);
}

static char *
dup_fall_words (const TenureHorizonData *data, guint i)
{
  g_autofree char *money = tenure_format_money_short (tenure_horizon_fall_at (data, i), data->currency);
  g_autofree char *month = dup_falling_month (data, i);
  g_autofree char *parts = dup_ended_and_begun (data, i);

  if (parts != NULL)
    /* Translators: an amount of money, a month, what it is made of: "£3.1m ends, £700k begins". */
    return g_strdup_printf (_ ("%1$s a year falls away in %2$s: %3$s"), money, month, parts);
  /* Translators: an amount of money, a month: "£2.4m a year falls away in Mar 2027". */
  return g_strdup_printf (_ ("%1$s a year falls away in %2$s"), money, month);
}

static char *
dup_title_of_few (const TenureHorizonData *data, const char *share)
{
  g_autofree char *known = tenure_format_count (data->notes.n), *of = tenure_format_count (data->notes.of);

  /* Translators: two numbers of agreements, a share in per cent. */
  return g_strdup_printf (_ ("Funding ahead is known of %1$s of %2$s agreements: a year from now %3$s of it is secured"),
                          known, of, share);
}

char *
tenure_horizon_dup_title (const TenureHorizonData *data, guint n)
{
  guint largest = tenure_horizon_largest_fall (data, n);
  gint64 today = n > 0 ? tenure_horizon_committed_of (&data->months[0]) : 0;
  g_autofree char *share = NULL;

  if (data->title != NULL)
    return g_strdup (data->title);
  if (today <= 0)
    return g_strdup (_ ("Funding ahead"));
  if (largest > 0 && (double) tenure_horizon_fall_at (data, largest) >= HEADLINE_SHARE * (double) today)
    return dup_fall_words (data, largest);
  if (n <= 12)
    return g_strdup (_ ("How much of today’s funding is secured, month by month"));
  share = tenure_format_percent (tenure_horizon_part_of (&data->months[12], TENURE_HORIZON_SECURED), today);
  if (!tenure_chart_is_mostly_known (data->notes.n, data->notes.of))
    return dup_title_of_few (data, share);
  return g_strdup_printf (_ ("A year from now %s of today’s funding is secured"), share);
}

char *
tenure_horizon_dup_summary (const TenureHorizonData *data, guint n)
{
  GString *text = g_string_new (NULL);
  guint largest = tenure_horizon_largest_fall (data, n);

  for (guint i = 0; i < n; i += 12)
    {
      g_autofree char *month = tenure_day_dup_month_label (tenure_day_add_months (data->first_month, (int) i));
      g_autofree char *money =
          tenure_format_money_short (tenure_horizon_part_of (&data->months[i], TENURE_HORIZON_SECURED), data->currency);

      g_string_append_printf (text, _ ("%1$s: %2$s a year secured. "), month, money);
    }
  for (guint i = 1; i < n; i++)
    if (tenure_horizon_is_named (data, i, largest) && tenure_horizon_fall_at (data, i) > 0)
      {
        g_autofree char *words = dup_fall_words (data, i);

        g_string_append_printf (text, "%s. ", words);
      }
  return g_strchomp (g_string_free (text, FALSE));
}

char *
tenure_horizon_complete_month_words (const TenureHorizonData *data, guint n, guint i, char *words)
{
  g_autofree char *first = words;
  g_autofree char *ending = tenure_format_agreements (data->months[i].n_ending);
  g_autofree char *parts = i + 1 < n && tenure_horizon_fall_at (data, i + 1) > 0 ? dup_ended_and_begun (data, i + 1) : NULL;

  if (parts != NULL)
    {
      /* Translators: an amount a year, then of the month "£3.1m ends, £700k begins". */
      char *longer = g_strdup_printf (_ ("%1$s; %2$s"), first, parts);

      g_free (first);
      first = longer;
    }
  if (data->months[i].n_ending == 0)
    return g_steal_pointer (&first);
  /* Translators: an amount a year, a number of agreements. What goes on by a signed successor is not among them. */
  return g_strdup_printf (_ ("%1$s; %2$s ending in the month without a signed successor"), first, ending);
}

char *
tenure_horizon_dup_cliff_note (const TenureHorizonData *data, guint i, gboolean brief)
{
  g_autofree char *month = dup_falling_month (data, i);
  g_autofree char *parts = dup_ended_and_begun (data, i);

  if (parts == NULL)
    return g_steal_pointer (&month);
  if (brief)
    /* Translators: a month, and that an amount of what falls away in it is net of what begins. */
    return g_strdup_printf (_ ("%s, net"), month);
  /* Translators: a month, "£3.1m ends, £700k begins". */
  return g_strdup_printf (_ ("%1$s: %2$s"), month, parts);
}
