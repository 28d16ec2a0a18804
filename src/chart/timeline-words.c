#include "config.h"

#include "base/i18n.h"
#include "base/months.h"
#include "base/text.h"

#include "chart/format-private.h"
#include "chart/scene-private.h"
#include "chart/timeline-private.h"

/* What bars say, made when somebody asks: a frame has a thousand bars and the reader points at one. */

enum
{
  COLUMN_GROUP,
  COLUMN_FIRST,
  COLUMN_LAST,
  COLUMN_MAX,
  COLUMN_DECISION,
  COLUMN_VALUE,
  COLUMN_LEVEL,
};

static const char *
bar_label (const TenureTimelineBar *bar)
{
  return bar->label != NULL ? bar->label : _ ("No name recorded");
}

static const char *
group_label (const TenureTimelineIndex *index, const TenureTimelineBar *bar)
{
  if (bar->group >= index->data.n_groups || index->data.groups[bar->group].label == NULL)
    return NULL;
  return index->data.groups[bar->group].label;
}

static gboolean
has_options (const TenureTimelineBar *bar)
{
  return tenure_day_is_known (bar->last) && tenure_day_is_known (bar->max_last) && bar->max_last > bar->last;
}

static char *
dup_day_or_unknown (TenureDay day)
{
  return tenure_day_is_known (day) ? tenure_day_dup_label (day) : g_strdup (_ ("not recorded"));
}

/* "1 Apr 2024 to 31 Mar 2027". */
static char *
dup_term (const TenureTimelineBar *bar)
{
  g_autofree char *first = dup_day_or_unknown (bar->first);
  g_autofree char *last = NULL;

  if (!tenure_day_is_known (bar->first) && !tenure_day_is_known (bar->last))
    return g_strdup (bar->open_ended ? _ ("Open-ended, no dates recorded") : _ ("No dates recorded"));
  if (!tenure_day_is_known (bar->last) && bar->open_ended)
    return g_strdup_printf (_ ("From %s, open-ended"), first);
  last = dup_day_or_unknown (bar->last);
  if (!tenure_day_is_known (bar->first))
    return g_strdup_printf (_ ("Start not recorded, ends %s"), last);
  if (!tenure_day_is_known (bar->last))
    return g_strdup_printf (_ ("From %s, end not recorded"), first);
  return g_strdup_printf (_ ("%1$s to %2$s"), first, last);
}

/* --- Chains --- */

#define MOST_TERMS 1000
/* Days between terms that still follow each other: rule T4, docs/domain.md section 3. */
#define MOST_GAP_DAYS 31
/* A term that is not longer is short. */
#define MOST_SHORT_MONTHS 12

/* The term that this one renews, in whatever group; −1 for none, and for one that does not begin earlier: no chain comes
 * back to itself. */
static gint32
term_before (const TenureTimelineIndex *index, guint bar)
{
  const TenureTimelineBar *bars = index->data.bars;
  gint32 before = bars[bar].predecessor;

  if (before < 0 || (guint) before >= index->data.n_bars || !tenure_day_is_known (bars[bar].first)
      || !tenure_day_is_known (bars[before].first) || bars[before].first >= bars[bar].first)
    return -1;
  return before;
}

/* How many terms of its chain came before this one, itself included. */
static guint
count_terms (const TenureTimelineIndex *index, guint bar)
{
  guint n = 1;

  for (gint32 at = term_before (index, bar); at >= 0 && n < MOST_TERMS; at = term_before (index, (guint) at))
    n++;
  return n;
}

/* Its length, where that is so many months and nothing over; 0 otherwise. */
static gint32
whole_months (const TenureTimelineBar *bar)
{
  TenureMonths months;

  if (!tenure_day_is_known (bar->first) || !tenure_day_is_known (bar->last) || bar->last < bar->first)
    return 0;
  months = tenure_months_between (bar->first, bar->last);
  return months.part == 0 ? months.whole : 0;
}

/* Days between the end of the term before and the start of this one; 0 without a term before, and where they touch or
 * overlap. */
static gint64
gap_days (const TenureTimelineIndex *index, guint bar)
{
  gint32 before = term_before (index, bar);
  TenureDay first = index->data.bars[bar].first;
  TenureDay last = before >= 0 ? index->data.bars[before].last : TENURE_DAY_NONE;

  if (!tenure_day_is_known (first) || !tenure_day_is_known (last))
    return 0;
  return MAX ((gint64) first - last - 1, 0);
}

/* How many terms of @months in a row end with this one. */
static guint
count_consecutive (const TenureTimelineIndex *index, guint bar, gint32 months)
{
  guint n = 1;

  for (gint32 at = (gint32) bar; n < MOST_TERMS && gap_days (index, (guint) at) <= MOST_GAP_DAYS; n++)
    {
      at = term_before (index, (guint) at);
      if (at < 0 || whole_months (&index->data.bars[at]) != months)
        break;
    }
  return n;
}

/* Languages differ too much for a rule; who has more terms of a year than this has other worries than an ordinal. */
static const char *
ordinal (guint n)
{
  static const char *const ordinals[] = { N_ ("2nd"),  N_ ("3rd"),  N_ ("4th"),  N_ ("5th"),  N_ ("6th"),
                                          N_ ("7th"),  N_ ("8th"),  N_ ("9th"),  N_ ("10th"), N_ ("11th"),
                                          N_ ("12th"), N_ ("13th"), N_ ("14th"), N_ ("15th"), N_ ("16th"),
                                          N_ ("17th"), N_ ("18th"), N_ ("19th"), N_ ("20th") };

  return n >= 2 && n - 2 < G_N_ELEMENTS (ordinals) ? _ (ordinals[n - 2]) : NULL;
}

/* What rule T4 counts. */
static gboolean
is_short (const TenureTimelineBar *bar)
{
  return tenure_day_is_known (bar->first) && tenure_day_is_known (bar->last) && bar->last >= bar->first
         && tenure_months_compare (tenure_months_between (bar->first, bar->last), tenure_months_whole (MOST_SHORT_MONTHS))
                <= 0;
}

/* How many short terms in a row, of whatever length, end with this one. */
static guint
count_short (const TenureTimelineIndex *index, guint bar)
{
  guint n = is_short (&index->data.bars[bar]);

  for (gint32 at = (gint32) bar; n > 0 && n < MOST_TERMS && gap_days (index, (guint) at) <= MOST_GAP_DAYS; n++)
    {
      at = term_before (index, (guint) at);
      if (at < 0 || !is_short (&index->data.bars[at]))
        break;
    }
  return n;
}

/* "4th consecutive 12-month term"; NULL when it is none. */
static char *
dup_consecutive (const TenureTimelineIndex *index, guint bar)
{
  gint32 months = whole_months (&index->data.bars[bar]);
  guint n = months > 0 ? count_consecutive (index, bar, months) : 0;

  if (n < 2)
    return NULL;
  if (ordinal (n) != NULL)
    /* Translators: "4th", a number of months. */
    return g_strdup_printf (ngettext ("%1$s consecutive term of %2$d month", "%1$s consecutive %2$d-month term", months),
                            ordinal (n), months);
  /* Translators: a number of months, which of the terms it is. */
  return g_strdup_printf (
      ngettext ("Consecutive term of %1$d month, number %2$u", "Consecutive %1$d-month term, number %2$u", months), months,
      n);
}

static void
append_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s.", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static void
append_dates (GString *text, const TenureTimelineBar *bar)
{
  append_sentence (text, dup_term (bar));
  if (bar->open_ended && !tenure_day_is_known (bar->last) && tenure_day_is_known (bar->secured))
    {
      g_autofree char *day = tenure_day_dup_label (bar->secured);

      append_sentence (text, g_strdup_printf (_ ("Secured by notice to %s"), day));
    }
  if (has_options (bar))
    {
      g_autofree char *day = tenure_day_dup_label (bar->max_last);

      append_sentence (text, g_strdup_printf (_ ("Options to %s"), day));
    }
  if (tenure_day_is_known (bar->first) && tenure_day_is_known (bar->last) && bar->last < bar->first)
    append_sentence (text, g_strdup (_ ("The end is before the start")));
  if (tenure_day_is_known (bar->decision))
    {
      g_autofree char *day = tenure_day_dup_label (bar->decision);

      append_sentence (
          text, g_strdup_printf (bar->notice_assumed ? _ ("Decision by %s (assumed notice)") : _ ("Decision by %s"), day));
    }
}

static void
append_chain (GString *text, const TenureTimelineIndex *index, guint i)
{
  guint terms = count_terms (index, i);
  gint64 gap = gap_days (index, i);
  gint32 months = whole_months (&index->data.bars[i]);
  guint n_short = count_short (index, i), n_alike = months > 0 ? count_consecutive (index, i, months) : 0;
  char *consecutive = dup_consecutive (index, i);

  if (consecutive != NULL)
    append_sentence (text, consecutive);
  else if (terms > 1)
    append_sentence (text, g_strdup_printf (_ ("Term %u of a renewal chain"), terms));
  if (n_short > 1 && n_short > n_alike)
    append_sentence (text,
                     g_strdup_printf (ngettext ("%u short term in a row", "%u short terms in a row", n_short), n_short));
  if (gap > 0)
    append_sentence (
        text, g_strdup_printf (ngettext ("Begins after a gap of %d day", "Begins after a gap of %d days", (gulong) gap),
                               (int) gap));
}

static void
append_changes (GString *text, const TenureTimelineIndex *index, const TenureTimelineBar *bar)
{
  guint64 after = MIN ((guint64) bar->first_change + bar->n_changes, index->data.n_changes);
  TenureDay latest = TENURE_DAY_NONE;
  g_autofree char *day = NULL;

  for (guint64 i = bar->first_change; i < after; i++)
    if (tenure_day_is_known (index->data.changes[i]) && (!tenure_day_is_known (latest) || index->data.changes[i] > latest))
      latest = index->data.changes[i];
  if (bar->n_changes == 0 || bar->first_change >= after)
    return;
  day = dup_day_or_unknown (latest);
  append_sentence (
      text, g_strdup_printf (ngettext ("%1$u variation, on %2$s", "%1$u variations, the latest on %2$s", bar->n_changes),
                             bar->n_changes, day));
}

/* What was recorded earlier, where it was something else. */
static void
append_ghost (GString *text, const TenureTimelineIndex *index, guint i)
{
  const TenureTimelineBar *bar = &index->data.bars[i];
  const TenureTimelineGhost *ghost = index->data.ghosts != NULL ? &index->data.ghosts[i] : NULL;
  TenureTimelineBar was;
  g_autofree char *day = NULL, *term = NULL;

  if (ghost == NULL)
    return;
  day = tenure_day_dup_label (index->data.recorded);
  if (!ghost->recorded)
    {
      append_sentence (text, g_strdup_printf (_ ("Not recorded yet on %s"), day));
      return;
    }
  if (!bar->gone && ghost->first == bar->first && ghost->last == bar->last && ghost->open_ended == bar->open_ended
      && MAX (ghost->max_last, ghost->last) == MAX (bar->max_last, bar->last))
    return;
  was = (TenureTimelineBar){ .first = ghost->first, .last = ghost->last, .open_ended = ghost->open_ended };
  term = dup_term (&was);
  /* Translators: a day, and what was recorded then: "1 Apr 2024 to 31 Mar 2027". */
  append_sentence (text, g_strdup_printf (_ ("As recorded on %1$s: %2$s"), day, term));
}

static char *
dup_gone_words (const TenureTimelineIndex *index, guint i)
{
  GString *text = g_string_new (_ ("No longer recorded."));

  append_ghost (text, index, i);
  return g_string_free (text, FALSE);
}

static char *
dup_value_words (const TenureTimelineIndex *index, guint i)
{
  const TenureTimelineBar *bar = &index->data.bars[i];
  GString *text;

  if (bar->gone)
    return dup_gone_words (index, i);
  text = g_string_new (NULL);
  append_dates (text, bar);
  if (bar->value_known)
    {
      g_autofree char *money = tenure_format_money (bar->annual_minor, index->data.currency);

      append_sentence (text, g_strdup_printf (_ ("%s a year"), money));
    }
  else
    append_sentence (text, g_strdup (_ ("Annual value not recorded")));
  append_chain (text, index, i);
  append_changes (text, index, bar);
  if (bar->covered)
    append_sentence (text, g_strdup (_ ("A successor is signed")));
  append_sentence (text, g_strdup_printf (_ ("Flag: %s"), tenure_chart_level_label (bar->level)));
  append_ghost (text, index, i);
  return g_string_free (text, FALSE);
}

static char *
dup_full_label (const TenureTimelineIndex *index, const TenureTimelineBar *bar)
{
  const char *group = group_label (index, bar);

  if (group == NULL || tenure_text_is_same (group, bar_label (bar)))
    return g_strdup (bar_label (bar));
  /* Translators: group (a provider) and agreement. */
  return g_strdup_printf (_ ("%1$s: %2$s"), group, bar_label (bar));
}

char *
tenure_timeline_dup_bar_text (const TenureTimelineIndex *index, guint bar)
{
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (index != NULL && bar < index->data.n_bars, NULL);

  label = dup_full_label (index, &index->data.bars[bar]);
  value = dup_value_words (index, bar);
  return g_strdup_printf ("%s. %s", label, value);
}

/* --- On demand ------------------------------------------------------------------------------------------ */

static void
describe_mark (gpointer data, TenureScene *scene, TenureMark *mark)
{
  const TenureTimelineIndex *index = data;
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;

  if (mark->source < 0)
    return;
  label = dup_full_label (index, &index->data.bars[mark->source]);
  value = dup_value_words (index, (guint) mark->source);
  mark->label = tenure_scene_intern (scene, label);
  mark->value = tenure_scene_intern (scene, value);
}

static void
set_cell (TenureScene *scene, guint row, guint column, char *text)
{
  tenure_scene_set_cell (scene, row, column, text);
  g_free (text);
}

static void
describe_row (const TenureTimelineIndex *index, TenureScene *scene, const TenureTimelineBar *bar)
{
  guint row = tenure_scene_add_row (scene, bar_label (bar), bar->record);

  tenure_scene_set_cell (scene, row, COLUMN_GROUP, group_label (index, bar));
  set_cell (scene, row, COLUMN_FIRST, dup_day_or_unknown (bar->first));
  set_cell (scene, row, COLUMN_LAST,
            !tenure_day_is_known (bar->last) && bar->open_ended ? g_strdup (_ ("open-ended"))
                                                                : dup_day_or_unknown (bar->last));
  set_cell (scene, row, COLUMN_MAX, has_options (bar) ? tenure_day_dup_label (bar->max_last) : g_strdup (""));
  set_cell (scene, row, COLUMN_DECISION, tenure_day_dup_label (bar->decision));
  set_cell (scene, row, COLUMN_VALUE,
            bar->value_known ? tenure_format_money (bar->annual_minor, index->data.currency)
                             : g_strdup (_ ("not recorded")));
  tenure_scene_set_cell (scene, row, COLUMN_LEVEL, tenure_chart_level_label (bar->level));
}

static void
describe_table (gpointer data, TenureScene *scene)
{
  const TenureTimelineIndex *index = data;
  guint n = tenure_scene_get_n_marks (scene);

  for (guint i = 0; i < n; i++)
    {
      const TenureMark *mark = &g_array_index (scene->marks, TenureMark, i);

      if (mark->source >= 0)
        describe_row (index, scene, &index->data.bars[mark->source]);
    }
}

void
tenure_timeline_describe (TenureTimelineDraw *draw)
{
  static const TenureSceneDescriber describer = { describe_mark, describe_table };
  static const struct
  {
    const char *title;
    gboolean numeric;
  } columns[] = {
    { N_ ("Group"), FALSE },        { N_ ("First day"), FALSE },   { N_ ("Committed end"), FALSE },
    { N_ ("With options"), FALSE }, { N_ ("Decision by"), FALSE }, { N_ ("Annual value"), TRUE },
    { N_ ("Flag"), FALSE },
  };

  tenure_scene_set_table_corner (draw->scene, _ ("Agreement"));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tenure_scene_add_column (draw->scene, _ (columns[i].title), columns[i].numeric);
  tenure_scene_set_describer (draw->scene, &describer, tenure_timeline_index_ref (draw->index),
                              (GDestroyNotify) tenure_timeline_index_unref);
}
