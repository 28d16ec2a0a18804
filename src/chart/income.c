#include "config.h"

#include "chart/income.h"

#include "base/count.h"
#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

#define BAR_LINES 0.62 /* thickness of a bar, in lines of its label */
#define ROW_LINES 2.15

enum
{
  COLUMN_AMOUNT,
  COLUMN_SHARE,
  COLUMN_FROM,
};

/* One bar. */
typedef struct
{
  TenureId record;
  const char *name;
  gint64 minor;
  gboolean other, unknown;
} Row;

typedef struct
{
  TenureScene *scene;
  const TenureIncomeData *data;
  GArray *rows;   /* Row */
  gint64 known;   /* Σ of the sources; stays at the limit where it does not fit */
  gint64 unknown; /* of the income, the part without a source */
  gint64 whole;   /* what shares are of; 0: there are none */
  double longest; /* what the width of the plot stands for, minor units */
  double line;    /* height of a line of LABEL */
  char *rest;     /* name of the bar that stands for several */
  TenureBox plot;
} Layout;

static gint64
add_up_to_limit (gint64 sum, gint64 minor)
{
  return minor > G_MAXINT64 - sum ? G_MAXINT64 : sum + minor;
}

/* --- Rows ----------------------------------------------------------------------------------------------- */

static void
add_rows (Layout *layout)
{
  const TenureIncomeData *data = layout->data;
  guint n = MIN (data->n_sources, TENURE_INCOME_MAX_ROWS);
  Row rest = { .record = TENURE_ID_NONE, .other = TRUE };

  for (guint i = 0; i < data->n_sources; i++)
    {
      const TenureIncomeSource *source = &data->sources[i];
      Row row = { source->record, source->name != NULL ? source->name : _ ("No name recorded"),
                  MAX (source->annual_minor, 0), source->other, FALSE };

      layout->known = add_up_to_limit (layout->known, row.minor);
      if (i < n)
        g_array_append_val (layout->rows, row);
      else
        {
          rest.minor = add_up_to_limit (rest.minor, row.minor);
          rest.other = rest.other && row.other;
        }
    }
  if (n < data->n_sources)
    {
      guint more = data->n_sources - n;

      layout->rest = tenure_count_dup_words (ngettext ("%s more source", "%s more sources", more), more);
      rest.name = layout->rest;
      g_array_append_val (layout->rows, rest);
    }
}

static void
measure (Layout *layout)
{
  const TenureIncomeData *data = layout->data;

  add_rows (layout);
  if (data->income_known)
    {
      layout->unknown = MAX (data->income_minor - layout->known, 0);
      layout->whole = MAX (data->income_minor, layout->known);
    }
  if (layout->unknown > 0)
    {
      Row row = { TENURE_ID_NONE, _ ("Not recorded from whom"), layout->unknown, FALSE, TRUE };

      g_array_append_val (layout->rows, row);
    }
  layout->longest = (double) layout->whole;
  for (guint i = 0; layout->whole == 0 && i < layout->rows->len; i++)
    layout->longest = MAX (layout->longest, (double) g_array_index (layout->rows, Row, i).minor);
}

/* --- Words ---------------------------------------------------------------------------------------------- */

static char *
dup_largest_title (const Layout *layout)
{
  const Row *largest = &g_array_index (layout->rows, Row, 0);
  g_autofree char *least = tenure_format_percent (largest->minor, layout->whole);
  gint64 limit = add_up_to_limit (largest->minor, layout->unknown);
  g_autofree char *nearly = tenure_format_percent (limit, layout->whole);
  g_autofree char *from = NULL, *to = NULL;

  if (layout->unknown == 0 || g_str_equal (least, nearly))
    /* Translators: a share of the income, and who gives it: "54 % of the income comes from Hill Council". */
    return g_strdup_printf (_ ("%1$s of the income comes from %2$s"), least, largest->name);
  from = tenure_format_percent_bound (largest->minor, layout->whole, FALSE);
  to = tenure_format_percent_bound (limit, layout->whole, TRUE);
  /* Translators: the least and the most that the share of a funder can be, and the funder. */
  return g_strdup_printf (_ ("At least %1$s and at most %2$s of the income comes from %3$s"), from, to, largest->name);
}

static char *
dup_title (const Layout *layout)
{
  const TenureIncomeData *data = layout->data;

  if (data->title != NULL)
    return g_strdup (data->title);
  if (data->n_sources == 0)
    return g_strdup (_ ("It is not recorded where the income comes from"));
  if (!data->income_known)
    return g_strdup (_ ("What each pays a year: the income of the accounts is not recorded"));
  if (layout->known > data->income_minor)
    return g_strdup (_ ("More is recorded than the income of the last accounts"));
  return dup_largest_title (layout);
}

static const char *
subtitle_of (const Layout *layout)
{
  if (!layout->data->income_known)
    return _ ("Yearly money by source");
  return layout->known > layout->data->income_minor ? _ ("Yearly money by source, as a share of all that is recorded")
                                                    : _ ("Yearly money by source, as a share of the income");
}

static const char *
from_words (const Row *row)
{
  if (row->unknown)
    return _ ("Not recorded");
  return row->other ? _ ("Other income") : _ ("Agreements here");
}

static char *
dup_share (const Layout *layout, const Row *row)
{
  return layout->whole > 0 ? tenure_format_percent (row->minor, layout->whole) : NULL;
}

/* "£120k · 62 %". */
static char *
dup_figure (const Layout *layout, const Row *row)
{
  g_autofree char *money = tenure_format_money_short (row->minor, layout->data->currency);
  g_autofree char *share = dup_share (layout, row);

  return share != NULL ? g_strdup_printf ("%s · %s", money, share) : g_steal_pointer (&money);
}

static char *
dup_value (const Layout *layout, const Row *row)
{
  g_autofree char *money = tenure_format_money (row->minor, layout->data->currency);
  g_autofree char *share = dup_share (layout, row);
  g_autofree char *amount = NULL;

  if (share == NULL)
    amount = g_strdup_printf (_ ("%s a year"), money);
  else
    /* Translators: an amount, and the share of the income that it is: "£120,000 a year, 62 % of the income". */
    amount = g_strdup_printf (_ ("%1$s a year, %2$s of the income"), money, share);
  return row->other ? g_strdup_printf (_ ("%s, other income"), amount) : g_steal_pointer (&amount);
}

/* --- Drawing -------------------------------------------------------------------------------------------- */

static double
length_of (const Layout *layout, double minor)
{
  if (layout->longest <= 0 || minor <= 0)
    return 0;
  return MAX (round (layout->plot.width * MIN (minor / layout->longest, 1)), 2);
}

static void
add_dotted (Layout *layout, double x, double y, double width, double height, gint32 mark)
{
  TenureShape *bar = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, x, y, width, height, TENURE_ROLE_UNKNOWN);

  bar->pattern = TENURE_PATTERN_DOTS;
  bar->open = TRUE;
  bar->stroke = TENURE_ROLE_UNKNOWN;
  bar->mark = mark;
}

/* Other income beside the agreements is lighter, and ruled. */
static void
add_solid (Layout *layout, const Row *row, double y, double width, double height, gint32 mark)
{
  TenureShape *bar = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, layout->plot.x, y, width, height,
                                            row->other ? TENURE_ROLE_MEASURE_2 : TENURE_ROLE_MEASURE);

  bar->pattern = row->other ? TENURE_PATTERN_HATCH : TENURE_PATTERN_SOLID;
  bar->open = row->other;
  bar->stroke = row->other ? TENURE_ROLE_MEASURE_2 : TENURE_ROLE_NONE;
  bar->mark = mark;
}

static void
add_mark (Layout *layout, const Row *row, gint32 i, double y, double width, double height)
{
  g_autofree char *value = dup_value (layout, row);
  g_autofree char *exact = tenure_format_money (row->minor, layout->data->currency);
  TenureMark mark = TENURE_MARK_INIT;

  mark.record = row->record;
  mark.label = row->name;
  mark.value = value;
  mark.cell = exact;
  mark.amount = row->minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = !row->unknown;
  mark.row = mark.source = mark.group = i;
  mark.column = COLUMN_AMOUNT;
  mark.x = layout->plot.x;
  mark.y = y;
  mark.width = MAX (width, 3);
  mark.height = height;
  tenure_scene_add_mark (layout->scene, &mark, row->record != TENURE_ID_NONE ? &row->record : NULL,
                         row->record != TENURE_ID_NONE);
}

/* The name at the left and the figure at the right, over the bar. */
static void
add_labels (Layout *layout, const Row *row, double y)
{
  g_autofree char *figure = dup_figure (layout, row);
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double figure_px = tenure_scene_text_width (layout->scene, TENURE_TYPE_VALUE, figure);
  TenureTextStyle style = { TENURE_TYPE_VALUE, TENURE_ROLE_INK, 1, 0, layout->plot.width, FALSE };

  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x + layout->plot.width, y, figure, &style);
  style = (TenureTextStyle){ TENURE_TYPE_LABEL,
                             row->unknown ? TENURE_ROLE_INK_SOFT : TENURE_ROLE_INK,
                             0,
                             0,
                             layout->plot.width - figure_px - 3 * space,
                             FALSE };
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x, y, row->name, &style);
}

static double
row_top (const Layout *layout, guint i)
{
  return round (layout->plot.y + i * ROW_LINES * layout->line);
}

static double
bar_top (const Layout *layout, guint i)
{
  return row_top (layout, i) + ceil (layout->line) + 1;
}

static double
bar_height (const Layout *layout)
{
  return round (BAR_LINES * layout->line);
}

static void
add_row (Layout *layout, guint i)
{
  const Row *row = &g_array_index (layout->rows, Row, i);
  double y = bar_top (layout, i);
  double height = bar_height (layout);
  double width = length_of (layout, (double) row->minor);
  double reach = i == 0 && !row->unknown ? length_of (layout, (double) row->minor + (double) layout->unknown) : width;

  add_labels (layout, row, row_top (layout, i));
  tenure_scene_add_rect (layout->scene, TENURE_LAYER_GRID, layout->plot.x, y, layout->plot.width, height, TENURE_ROLE_PANEL);
  if (row->unknown)
    add_dotted (layout, layout->plot.x, y, width, height, (gint32) i);
  else
    add_solid (layout, row, y, width, height, (gint32) i);
  if (reach > width && layout->unknown > 0)
    add_dotted (layout, layout->plot.x + width, y, reach - width, height, (gint32) i);
  add_mark (layout, row, (gint32) i, y, reach, height);
}

/* A short line through each bar: down the whole chart it would cross the names and figures. */
static void
add_threshold_lines (Layout *layout, double x)
{
  for (guint i = 0; i < layout->rows->len; i++)
    {
      double y = bar_top (layout, i);
      TenureShape *line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, y - 2, x, y + bar_height (layout) + 2,
                                                 TENURE_ROLE_INK_SOFT);

      line->dash = 3;
    }
}

/* "50 %: amber", or "50 %" where it finds no room. */
static char *
dup_threshold_words (gint32 bp, const char *level, gboolean brief)
{
  return brief ? g_strdup_printf (_ ("%d %%"), bp / 100)
               /* Translators: a share of income, and the level of the flag from there on: "50 %: amber". */
               : g_strdup_printf (_ ("%1$d %%: %2$s"), bp / 100, level);
}

static void
add_threshold (Layout *layout, gint32 bp, const char *words, double top)
{
  double x = layout->plot.x + round (layout->plot.width * bp / 10000.0);

  add_threshold_lines (layout, x);
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x, top, words,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0.5, 0, 0, FALSE });
}

static gboolean
has_thresholds (const Layout *layout)
{
  const TenureIncomeData *data = layout->data;

  return layout->whole > 0 && data->amber_bp > 0 && data->red_bp > 0 && MAX (data->amber_bp, data->red_bp) < 10000;
}

static double
head_height (const Layout *layout)
{
  return has_thresholds (layout) ? ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL)) + 4 : 0;
}

static double
small_width (const Layout *layout, const char *words)
{
  return tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, words);
}

/* Both words over their lines, neither in the other's way nor past the end. */
static gboolean
words_fit (const Layout *layout, const char *amber, const char *red)
{
  const TenureIncomeData *data = layout->data;
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double between = layout->plot.width * ABS (data->red_bp - data->amber_bp) / 10000.0;
  double after = layout->plot.width * (10000 - MAX (data->red_bp, data->amber_bp)) / 10000.0;

  return (small_width (layout, amber) + small_width (layout, red)) / 2 + space <= between
         && MAX (small_width (layout, amber), small_width (layout, red)) / 2 <= after;
}

/* The shares from which one source is too much. */
static void
add_thresholds (Layout *layout, double top)
{
  const TenureIncomeData *data = layout->data;

  if (!has_thresholds (layout))
    return;
  for (int brief = FALSE; brief <= TRUE; brief++)
    {
      g_autofree char *amber =
          dup_threshold_words (data->amber_bp, tenure_chart_level_label (TENURE_CHART_LEVEL_AMBER), brief);
      g_autofree char *red = dup_threshold_words (data->red_bp, tenure_chart_level_label (TENURE_CHART_LEVEL_RED), brief);

      if (!words_fit (layout, amber, red))
        continue;
      add_threshold (layout, data->amber_bp, amber, top);
      add_threshold (layout, data->red_bp, red, top);
      return;
    }
}

static void
add_table (const Layout *layout)
{
  tenure_scene_set_table_corner (layout->scene, _ ("Source"));
  tenure_scene_add_column (layout->scene, _ ("A year"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("Share of income"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("Where from"), FALSE);
  for (guint i = 0; i < layout->rows->len; i++)
    {
      const Row *row = &g_array_index (layout->rows, Row, i);
      guint at = tenure_scene_add_row (layout->scene, row->name, row->record);
      g_autofree char *share = dup_share (layout, row);

      tenure_scene_set_cell (layout->scene, at, COLUMN_SHARE, share != NULL ? share : _ ("cannot tell"));
      tenure_scene_set_cell (layout->scene, at, COLUMN_FROM, from_words (row));
    }
}

static char *
dup_summary (const Layout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->rows->len; i++)
    {
      const Row *row = &g_array_index (layout->rows, Row, i);
      g_autofree char *value = dup_value (layout, row);

      g_string_append_printf (text, _ ("%1$s: %2$s. "), row->name, value);
    }
  return g_strchomp (g_string_free (text, FALSE));
}

static void
draw (Layout *layout, TenureBox box)
{
  g_autofree char *summary = dup_summary (layout);
  double top = box.y;

  box.y += head_height (layout);
  layout->plot = box;
  tenure_scene_set_summary (layout->scene, summary);
  add_table (layout);
  for (guint i = 0; i < layout->rows->len; i++)
    add_row (layout, i);
  add_thresholds (layout, top);
  tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, box.x, box.y - 2, box.x,
                         box.y + layout->rows->len * ROW_LINES * layout->line, TENURE_ROLE_AXIS);
}

TenureScene *
tenure_chart_income (const TenureIncomeData *data, double width, double height, const TenureChartTheme *theme)
{
  Layout layout = { .data = data };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autofree char *title = NULL;
  double least;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  layout.rows = rows;
  layout.scene = tenure_scene_new (width, height, theme);
  layout.line = tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL);
  tenure_scene_set_currency (layout.scene, data->currency);
  measure (&layout);
  title = dup_title (&layout);
  least = MAX (head_height (&layout) + rows->len * ROW_LINES * layout.line, 4 * layout.line);
  box = tenure_chart_begin (layout.scene, title, subtitle_of (&layout), &data->notes, ceil (least));
  if (rows->len == 0)
    tenure_chart_add_empty (layout.scene, &box, _ ("Neither the income of the accounts nor anybody’s money is recorded."));
  else
    draw (&layout, box);
  g_free (layout.rest);
  return tenure_scene_finish (layout.scene);
}
