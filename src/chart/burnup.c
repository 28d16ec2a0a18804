#include "config.h"

#include "chart/burnup.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

enum
{
  COLUMN_COMMITTED = TENURE_BURNUP_N_PARTS,
  COLUMN_FORETOLD,
  COLUMN_LOW,
  COLUMN_HIGH,
};

#define GROUP_FORETOLD TENURE_BURNUP_N_PARTS

typedef struct
{
  TenureScene *scene;
  const TenureBurnupData *data;
  guint n, n_past; /* months; those that are not foretold come first */
  TenureBox plot;
  TenureLinearScale scale;
  double highest;
  double names_top; /* a line of words above the plot */
} Layout;

static TenureKeyItem
part_style (guint part)
{
  static const TenureKeyItem styles[] = {
    { TENURE_ROLE_MEASURE, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_NONE, N_ ("Paid") },
    { TENURE_ROLE_MEASURE_2, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_NONE, N_ ("Approved") },
    { TENURE_ROLE_MEASURE_3, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_NONE, N_ ("Claimed") },
    { TENURE_ROLE_MEASURE_2, TENURE_PATTERN_HATCH, TRUE, TENURE_ROLE_MEASURE_2, N_ ("Not claimed for yet") },
    { TENURE_ROLE_UNKNOWN, TENURE_PATTERN_DOTS, TRUE, TENURE_ROLE_UNKNOWN, N_ ("Foretold: dashed, and from least to most") },
  };
  TenureKeyItem style = styles[part];

  style.label = _ (style.label);
  return style;
}

/* --- Words ---------------------------------------------------------------------------------------------- */

static char *
dup_month (const TenureBurnupData *data, guint i)
{
  return tenure_day_dup_month_label (tenure_day_add_months (data->first_month, (int) i));
}

static char *
dup_end (const TenureBurnupData *data)
{
  g_autofree char *day = NULL;

  if (!tenure_day_is_known (data->exhausted))
    return g_strdup (data->n_months > 0 && data->months[data->n_months - 1].foretold ? _ ("at this rate it lasts")
                                                                                     : _ ("it is within its amount"));
  day = tenure_day_dup_label (data->exhausted);
  if (tenure_day_is_known (data->notes.as_of) && data->exhausted <= data->notes.as_of)
    /* Translators: a day. */
    return g_strdup_printf (_ ("used up since %s"), day);
  /* Translators: a day. */
  return g_strdup_printf (_ ("at this rate it is used up on %s"), day);
}

static char *
dup_title (const TenureBurnupData *data)
{
  g_autofree char *committed = NULL, *amount = NULL, *end = NULL;

  if (data->title != NULL)
    return g_strdup (data->title);
  if (!data->committed_known)
    return g_strdup (_ ("What is committed cannot be told"));
  committed = tenure_format_money (data->committed_minor, data->currency);
  if (!data->amount_known)
    /* Translators: an amount of money. */
    return g_strdup_printf (_ ("%s committed; how much there is is not recorded"), committed);
  amount = tenure_format_money (data->amount_minor, data->currency);
  end = dup_end (data);
  /* Translators: two amounts of money, "at this rate it is used up on 3 Feb 2027". */
  return g_strdup_printf (_ ("%1$s of %2$s committed; %3$s"), committed, amount, end);
}

static char *
dup_subtitle (const TenureBurnupData *data)
{
  const char *drawn = _ ("What has come together by the end of each month");

  if (data->name != NULL)
    /* Translators: the name of a budget, what is drawn, how it is foretold. */
    return g_strdup_printf (_ ("%1$s. %2$s. %3$s"), data->name, drawn, data->method);
  return g_strdup_printf (_ ("%1$s. %2$s"), drawn, data->method);
}

/* --- Places --------------------------------------------------------------------------------------------- */

static double
month_x (const Layout *layout, guint i)
{
  return round (layout->plot.x + layout->plot.width * i / layout->n);
}

static double
value_y (const Layout *layout, double value)
{
  return round (tenure_linear_scale_px (&layout->scale, value));
}

static double
day_x (const Layout *layout, TenureDay day)
{
  double x = layout->plot.x;

  for (guint i = 0; i < layout->n; i++)
    {
      TenureDay from = tenure_day_add_months (layout->data->first_month, (int) i);
      TenureDay after = tenure_day_add_months (layout->data->first_month, (int) i + 1);

      if (day >= from)
        x = month_x (layout, i)
            + (month_x (layout, i + 1) - month_x (layout, i)) * MIN (1.0, (double) (day - from) / (after - from));
    }
  return round (x);
}

static double
stack_to (const TenureBurnupMonth *month, guint part)
{
  double sum = 0;

  for (guint i = 0; i <= part; i++)
    sum += (double) month->parts[i];
  return sum;
}

/* --- Drawing -------------------------------------------------------------------------------------------- */

static void
add_polygon (Layout *layout, const GArray *xy, guint part)
{
  TenureKeyItem style = part_style (part);
  TenureShape *area = tenure_scene_add_polygon (layout->scene, TENURE_LAYER_DATA, (const double *) (gconstpointer) xy->data,
                                                xy->len / 2, style.role);

  area->pattern = style.pattern;
  area->open = style.open;
  area->stroke = style.stroke;
}

static void
append_step (const Layout *layout, GArray *xy, guint from, guint to, double value)
{
  double y = value_y (layout, value);
  double step[4] = { month_x (layout, from), y, month_x (layout, to), y };

  g_array_append_vals (xy, step, 4);
}

/* Steps along the top of the part, back along the top of the one below. */
static void
add_part (Layout *layout, guint part)
{
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean any = FALSE;

  for (guint i = 0; i < layout->n_past; i++)
    {
      any |= layout->data->months[i].parts[part] > 0;
      append_step (layout, xy, i, i + 1, stack_to (&layout->data->months[i], part));
    }
  for (guint i = layout->n_past; i > 0; i--)
    append_step (layout, xy, i, i - 1, part > 0 ? stack_to (&layout->data->months[i - 1], part - 1) : 0);
  if (any)
    add_polygon (layout, xy, part);
}

/* The range as an area, its middle as a dashed line. */
static void
add_forecast (Layout *layout)
{
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));

  if (layout->n_past == layout->n)
    return;
  for (guint i = layout->n_past; i < layout->n; i++)
    append_step (layout, xy, i, i + 1, (double) layout->data->months[i].high);
  for (guint i = layout->n; i > layout->n_past; i--)
    append_step (layout, xy, i, i - 1, (double) layout->data->months[i - 1].low);
  add_polygon (layout, xy, GROUP_FORETOLD);
  for (guint i = layout->n_past; i < layout->n; i++)
    {
      double y = value_y (layout, (double) layout->data->months[i].middle);
      TenureShape *line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, month_x (layout, i), y,
                                                 month_x (layout, i + 1), y, TENURE_ROLE_INK);

      line->line_width = 2;
      line->dash = 4;
    }
}

/* The budget as a line across, named above its left end, where nothing has come together yet. */
static void
add_amount (Layout *layout)
{
  double y = value_y (layout, (double) layout->data->amount_minor);
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  g_autofree char *money = tenure_format_money (layout->data->amount_minor, layout->data->currency);
  /* Translators: an amount of money. */
  g_autofree char *words = g_strdup_printf (_ ("Budget %s"), money);
  TenureShape *line;

  if (!layout->data->amount_known)
    return;
  line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, layout->plot.x, y, layout->plot.x + layout->plot.width, y,
                                TENURE_ROLE_INK);
  line->line_width = 2;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x + 2 * space, y - space, words,
                         &(TenureTextStyle){ TENURE_TYPE_VALUE, TENURE_ROLE_INK, 0, 1, layout->plot.width, FALSE });
}

/* A line down at @day with @words above the plot, on the side with more room. */
static void
add_day (Layout *layout, TenurePlacer *placer, TenureDay day, const char *words, TenureChartRole role)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px, x = day_x (layout, day);
  double width = tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, words);
  double line = tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL);
  gboolean before = x + space + width > layout->plot.x + layout->plot.width;
  double left = before ? x - space - width : x + space;
  TenureShape *shape = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, layout->plot.y - space, x,
                                              layout->plot.y + layout->plot.height, role);

  shape->line_width = 2;
  if (tenure_placer_take (placer, left, layout->names_top, width, line))
    tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, left, layout->names_top, words,
                           &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK, 0, 0, 0, FALSE });
}

static void
add_days (Layout *layout)
{
  const TenureBurnupData *data = layout->data;
  TenureDay last = tenure_day_add_months (data->first_month, (int) layout->n) - 1;
  g_auto (TenurePlacer) placer = { 0 };

  tenure_placer_init (&placer, 2 * tenure_scene_get_theme (layout->scene)->space_px);
  if (tenure_day_is_known (data->exhausted) && data->exhausted >= data->first_month && data->exhausted <= last)
    {
      g_autofree char *day = tenure_day_dup_label (data->exhausted);
      /* Translators: a day. */
      g_autofree char *words = g_strdup_printf (_ ("Used up on %s"), day);

      add_day (layout, &placer, data->exhausted, words, TENURE_ROLE_RED);
    }
  if (tenure_day_is_known (data->notes.as_of) && data->notes.as_of >= data->first_month && data->notes.as_of <= last)
    {
      g_autofree char *day = tenure_day_dup_label (data->notes.as_of);

      add_day (layout, &placer, data->notes.as_of, day, TENURE_ROLE_ACCENT);
    }
}

/* --- Marks and table ------------------------------------------------------------------------------------ */

/* A cell alone where @box is NULL. */
static void
add_mark (Layout *layout, guint i, guint column, guint group, const char *series, gint64 minor, double top, double bottom)
{
  g_autofree char *month = dup_month (layout->data, i);
  g_autofree char *cell = tenure_format_money (minor, layout->data->currency);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = month;
  mark.value = cell;
  mark.series = series;
  mark.cell = cell;
  mark.amount = minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = TRUE;
  mark.row = mark.source = (gint32) i;
  mark.column = (gint32) column;
  mark.group = (gint32) group;
  mark.x = month_x (layout, i);
  mark.width = MAX (month_x (layout, i + 1) - mark.x, 1);
  mark.y = MIN (top, bottom - 1);
  mark.height = MAX (bottom - mark.y, 1);
  tenure_scene_add_mark (layout->scene, &mark, NULL, 0);
}

static void
add_past_marks (Layout *layout, guint i)
{
  const TenureBurnupMonth *month = &layout->data->months[i];
  double all = stack_to (month, TENURE_BURNUP_N_PARTS - 1);

  for (guint part = 0; part < TENURE_BURNUP_N_PARTS; part++)
    add_mark (layout, i, part, part, part_style (part).label, month->parts[part], value_y (layout, stack_to (month, part)),
              value_y (layout, part > 0 ? stack_to (month, part - 1) : 0));
  add_mark (layout, i, COLUMN_COMMITTED, TENURE_BURNUP_N_PARTS, _ ("Committed"), (gint64) all, value_y (layout, all) - 2,
            value_y (layout, all) + 2);
}

static void
add_foretold_marks (Layout *layout, guint i)
{
  const TenureBurnupMonth *month = &layout->data->months[i];
  double middle = value_y (layout, (double) month->middle);

  add_mark (layout, i, COLUMN_LOW, GROUP_FORETOLD + 1, _ ("Foretold, at least"), month->low, middle,
            value_y (layout, (double) month->low));
  add_mark (layout, i, COLUMN_HIGH, GROUP_FORETOLD + 2, _ ("Foretold, at most"), month->high,
            value_y (layout, (double) month->high), middle);
  add_mark (layout, i, COLUMN_FORETOLD, GROUP_FORETOLD + 3, _ ("Foretold"), month->middle, middle - 2, middle + 2);
}

static void
add_table (const Layout *layout)
{
  tenure_scene_set_table_corner (layout->scene, _ ("By the end of"));
  for (guint part = 0; part < TENURE_BURNUP_N_PARTS; part++)
    tenure_scene_add_column (layout->scene, part_style (part).label, TRUE);
  tenure_scene_add_column (layout->scene, _ ("Committed"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("Foretold"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("At least"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("At most"), TRUE);
  for (guint i = 0; i < layout->n; i++)
    {
      g_autofree char *month = dup_month (layout->data, i);

      tenure_scene_add_row (layout->scene, month, TENURE_ID_NONE);
    }
}

/* --- The chart ------------------------------------------------------------------------------------------ */

static void
measure (Layout *layout)
{
  const TenureBurnupData *data = layout->data;

  layout->n = tenure_day_is_known (data->first_month) ? MIN (data->n_months, TENURE_BURNUP_MAX_MONTHS) : 0;
  layout->highest = data->amount_known ? (double) data->amount_minor : 0;
  for (guint i = 0; i < layout->n; i++)
    {
      const TenureBurnupMonth *month = &data->months[i];

      layout->n_past += !month->foretold;
      layout->highest =
          MAX (layout->highest, month->foretold ? (double) month->high : stack_to (month, TENURE_BURNUP_N_PARTS - 1));
    }
}

static void
draw (Layout *layout, TenureBox box)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double names = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL)) + 2 * space;
  TenureKeyItem key[TENURE_BURNUP_N_PARTS + 1];
  guint n_key = TENURE_BURNUP_N_PARTS + (layout->n_past < layout->n);
  TenureMoneyAxis axis;
  double key_px;

  for (guint part = 0; part < n_key; part++)
    key[part] = part_style (part);
  key_px = tenure_chart_add_key (layout->scene, &box, key, n_key) + 2 * space;
  layout->names_top = box.y + key_px;
  box.y += key_px + names;
  box.height = MAX (box.height - key_px - names - tenure_axis_months_height (layout->scene), 10);
  axis = tenure_axis_measure_money (layout->scene, &box, layout->highest);
  layout->plot = axis.plot;
  layout->scale = axis.scale;
  tenure_axis_add_money (layout->scene, &axis);
  tenure_axis_add_months (layout->scene, &layout->plot, layout->data->first_month, layout->n,
                          layout->data->year_start_month);
  for (guint part = 0; part < TENURE_BURNUP_N_PARTS; part++)
    add_part (layout, part);
  add_forecast (layout);
  for (guint i = 0; i < layout->n; i++)
    if (layout->data->months[i].foretold)
      add_foretold_marks (layout, i);
    else
      add_past_marks (layout, i);
  add_amount (layout);
  add_days (layout);
}

TenureScene *
tenure_chart_burnup (const TenureBurnupData *data, double width, double height, const TenureChartTheme *theme)
{
  Layout layout = { .data = data };
  g_autofree char *title = NULL, *subtitle = NULL;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  measure (&layout);
  layout.scene = tenure_scene_new (width, height, theme);
  tenure_scene_set_currency (layout.scene, data->currency);
  title = dup_title (data);
  subtitle = dup_subtitle (data);
  box = tenure_chart_begin (layout.scene, title, subtitle, &data->notes,
                            13 * tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL));
  if (layout.n == 0)
    {
      tenure_chart_add_empty (layout.scene, &box, _ ("The first and the last day of this budget are not recorded."));
      return tenure_scene_finish (layout.scene);
    }
  add_table (&layout);
  draw (&layout, box);
  return tenure_scene_finish (layout.scene);
}
