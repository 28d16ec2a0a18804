#include "config.h"

#include "base/i18n.h"
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

/* How many terms of its chain came before this one, itself included: "4th consecutive term" in words that
 * need no ordinal. */
static guint
count_terms (const TenureTimelineIndex *index, guint bar)
{
  guint n = 1;

  for (gint32 at = index->predecessor[bar]; at >= 0 && n < 1000; at = index->predecessor[at])
    n++;
  return n;
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

static char *
dup_value_words (const TenureTimelineIndex *index, guint i)
{
  const TenureTimelineBar *bar = &index->data.bars[i];
  guint terms = count_terms (index, i);
  GString *text = g_string_new (NULL);

  append_dates (text, bar);
  if (bar->value_known)
    {
      g_autofree char *money = tenure_format_money (bar->annual_minor, index->data.currency);

      append_sentence (text, g_strdup_printf (_ ("%s a year"), money));
    }
  else
    append_sentence (text, g_strdup (_ ("Annual value not recorded")));
  if (terms > 1)
    append_sentence (text, g_strdup_printf (_ ("Term %u of a renewal chain"), terms));
  if (bar->covered)
    append_sentence (text, g_strdup (_ ("A successor is signed")));
  append_sentence (text, g_strdup_printf (_ ("Flag: %s"), tenure_chart_level_label (bar->level)));
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
