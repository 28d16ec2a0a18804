#include "config.h"
#include "app/overview/overview-ended.h"

#include "base/count.h"
#include "base/i18n.h"

/* At most one in so many is known to run or to begin. */
#define FEW_ARE_ONE_IN 10

static int
compare_days (gconstpointer a, gconstpointer b)
{
  TenureDay left = *(const TenureDay *) a, right = *(const TenureDay *) b;

  return left < right ? -1 : left > right;
}

/* First and last days of terms, each in the order of days: between the two walks, what is begun and not over runs. */
typedef struct
{
  GArray *starts, *ends; /* TenureDay, as many of the one as of the other */
} Terms;

static guint
count_up_to (const GArray *days, guint from, TenureDay day)
{
  while (from < days->len && g_array_index (days, TenureDay, from) <= day)
    from++;
  return from;
}

/* The most that ran on one day; this is the first day of one of them. */
static guint
find_most (const Terms *terms)
{
  guint most = 0, over = 0;

  for (guint i = 0; i < terms->starts->len; i++)
    {
      over = count_up_to (terms->ends, over, g_array_index (terms->starts, TenureDay, i) - 1);
      most = MAX (most, i + 1 - over);
    }
  return most;
}

/* The last day on which at least @enough ran; this is the last day of one of them. */
static TenureDay
find_last (const Terms *terms, guint enough, guint *out_n)
{
  TenureDay last = TENURE_DAY_NONE;
  guint begun = 0;

  for (guint over = 0; over < terms->ends->len; over++)
    {
      TenureDay day = g_array_index (terms->ends, TenureDay, over);

      /* Of those that end on one day, the first is the one before which none of them is over. */
      if (over > 0 && g_array_index (terms->ends, TenureDay, over - 1) == day)
        continue;
      begun = count_up_to (terms->starts, begun, day);
      if (begun - over < enough)
        continue;
      last = day;
      *out_n = begun - over;
    }
  return last;
}

static void
find_day (const Terms *terms, TenureOverviewEnded *ended)
{
  guint most;

  g_array_sort (terms->starts, compare_days);
  g_array_sort (terms->ends, compare_days);
  most = find_most (terms);
  if (most > 0)
    ended->day = find_last (terms, (most + 1) / 2, &ended->n_on_day);
}

/* Those whose first and last day say that they ran, as the figures of that day have it. */
static void
add_term (const Terms *terms, const TenureAgreementFigures *figures)
{
  if (!tenure_day_is_known (figures->start) || figures->committed_end < figures->start)
    return;
  g_array_append_val (terms->starts, figures->start);
  g_array_append_val (terms->ends, figures->committed_end);
}

static guint
count_in (const TenureAnalysis *analysis, const TenureSelection *selection, TenureScope scope)
{
  guint n = selection != NULL ? selection->n_agreements : analysis->facts->n_agreements, count = 0;

  for (guint i = 0; i < n; i++)
    count += analysis->terms->agreements[selection != NULL ? selection->agreements[i] : i].scope == scope;
  return count;
}

TenureOverviewEnded
tenure_overview_find_ended (const TenureAnalysis *analysis, const TenureSelection *selection)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (TenureDay));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (TenureDay));
  Terms terms = { starts, ends };
  TenureOverviewEnded ended = { .day = TENURE_DAY_NONE };
  guint n = selection != NULL ? selection->n_agreements : analysis->facts->n_agreements, n_ahead = 0;
  TenureScope scope = TENURE_SCOPE_VCS;

  ended.n_agreements = count_in (analysis, selection, scope);
  ended.sector_unknown = ended.n_agreements == 0;
  if (ended.sector_unknown)
    ended.n_agreements = count_in (analysis, selection, scope = TENURE_SCOPE_UNKNOWN);
  for (guint i = 0; i < n; i++)
    {
      guint32 index = selection != NULL ? selection->agreements[i] : i;
      const TenureAgreementFigures *figures = &analysis->terms->agreements[index];

      if (figures->scope != scope)
        continue;
      n_ahead += figures->running == TENURE_FACT_YES || figures->status == TENURE_STATUS_PLANNED;
      if (figures->status != TENURE_STATUS_ENDED && figures->status != TENURE_STATUS_TERMINATED)
        continue;
      ended.n_ended++;
      add_term (&terms, figures);
    }
  if (ended.n_ended > ended.n_agreements / 2 && n_ahead <= ended.n_agreements / FEW_ARE_ONE_IN)
    find_day (&terms, &ended);
  if (ended.n_on_day <= n_ahead)
    ended.day = TENURE_DAY_NONE;
  return ended;
}

/* What is counted: "308 agreements with VCS organisations". */
static char *
dup_things (const TenureOverviewEnded *ended)
{
  g_autofree char *count = tenure_count_dup_label (ended->n_agreements);

  if (ended->sector_unknown)
    return g_strdup_printf (
        ngettext ("%s agreement of unknown sector", "%s agreements of unknown sector", ended->n_agreements), count);
  return g_strdup_printf (ngettext ("%s agreement with {sector} organisations", "%s agreements with {sector} organisations",
                                    ended->n_agreements),
                          count);
}

static char *
dup_ended (const TenureOverviewEnded *ended, const char *today)
{
  g_autofree char *things = dup_things (ended);
  g_autofree char *count = tenure_count_dup_label (ended->n_ended);

  if (ended->n_ended == ended->n_agreements && ended->n_ended == 1)
    /* Translators: the day that is looked at. */
    return g_strdup_printf (_ ("The only agreement ended before %s."), today);
  if (ended->n_ended == ended->n_agreements)
    /* Translators: "308 agreements with VCS organisations", the day that is looked at. */
    return g_strdup_printf (_ ("All %1$s ended before %2$s."), things, today);
  /* Translators: "222 of 308 agreements with VCS organisations ended before 21 Nov 2026." */
  return g_strdup_printf (_ ("%1$s of %2$s ended before %3$s."), count, things, today);
}

char *
tenure_overview_dup_ended_sentence (TenureDay as_of, const TenureOverviewEnded *ended)
{
  g_autofree char *today = tenure_day_dup_label (as_of);
  g_autofree char *day = tenure_day_dup_label (ended->day);
  g_autofree char *first = dup_ended (ended, today);
  g_autofree char *count = tenure_count_dup_label (ended->n_on_day);

  /* Translators: a sentence on agreements that have ended, then a day and how many of them ran on it. */
  return g_strdup_printf (
      ngettext ("%1$s On %2$s, %3$s of them was running.", "%1$s On %2$s, %3$s of them were running.", ended->n_on_day),
      first, day, count);
}
