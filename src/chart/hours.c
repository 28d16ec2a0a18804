#include "config.h"

#include "chart/hours.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

/* Of the width of the picture: names, and what stands behind the bars. */
#define MOST_LABEL_SHARE 0.3

enum
{
  PART_PAID,
  PART_UNPAID,
  PART_UNTOLD,
  N_PARTS,
};

typedef struct
{
  TenureScene *scene;
  const TenureHoursData *data;
  double space;
  double row_px, label_px, words_px; /* height of a row; room for names, and for what stands behind bars */
  TenureBox plot;                    /* of the bars */
  double most;                       /* minutes of the longest bar, > 0 */
  guint n_shown;
} Layout;

static TenureKeyItem
part_style (guint part)
{
  static const TenureKeyItem styles[N_PARTS] = {
    { TENURE_ROLE_MEASURE, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_NONE, N_ ("Paid") },
    { TENURE_ROLE_MEASURE_2, TENURE_PATTERN_HATCH, TRUE, TENURE_ROLE_MEASURE_2, N_ ("Unpaid") },
    { TENURE_ROLE_UNKNOWN, TENURE_PATTERN_DOTS, TRUE, TENURE_ROLE_UNKNOWN, N_ ("Not recorded who pays") },
  };
  TenureKeyItem style = styles[part];

  style.label = _ (style.label);
  return style;
}

static gint64
minutes_of (const TenureHoursRow *row, guint part)
{
  return part == PART_PAID ? row->paid : part == PART_UNPAID ? row->unpaid : row->untold;
}

static gint64
all_minutes (const TenureHoursRow *row)
{
  return row->paid + row->unpaid + row->untold;
}

/* "34.5", hours. */
static char *
dup_hours (gint64 minutes)
{
  return g_strdup_printf (minutes % 60 == 0 ? "%'.0f" : "%'.1f", (double) minutes / 60);
}

/* --- Words ---------------------------------------------------------------------------------------------- */

static char *
dup_title (const TenureHoursData *data)
{
  gint64 all = data->paid + data->unpaid + data->untold;
  g_autofree char *paid = dup_hours (data->paid), *hours = dup_hours (all);

  if (data->title != NULL)
    return g_strdup (data->title);
  if (all == 0)
    return g_strdup (_ ("Hours of taking part"));
  if (data->untold > 0)
    /* Translators: two numbers of hours. */
    return g_strdup_printf (_ ("At least %1$s of the %2$s hours that the {sector} gave are paid"), paid, hours);
  return g_strdup_printf (_ ("%1$s of the %2$s hours that the {sector} gave are paid"), paid, hours);
}

/* What the sector gave: the unpaid hours at the rates that hold, and of how many that can be told. */
static char *
dup_subtitle (const TenureHoursData *data)
{
  const char *drawn = _ ("Preparation, meetings, travel and follow-up");
  g_autofree char *money = tenure_format_money (data->value_minor, data->currency);
  g_autofree char *valued = tenure_chart_dup_count (data->n_valued), *of = tenure_chart_dup_count (data->n_unpaid);

  if (data->n_unpaid == 0)
    return g_strdup (drawn);
  if (data->n_valued == 0)
    /* Translators: what is drawn. */
    return g_strdup_printf (_ ("%s; what the unpaid hours are worth cannot be told: no rate is entered"), drawn);
  if (data->n_valued == data->n_unpaid)
    /* Translators: what is drawn, an amount of money. */
    return g_strdup_printf (_ ("%1$s; at the rates entered the {sector} gave %2$s"), drawn, money);
  /* Translators: what is drawn, an amount of money, how many could be valued of how many. */
  return g_strdup_printf (_ ("%1$s; at the rates entered the {sector} gave %2$s or more (%3$s of %4$s times known)"), drawn,
                          money, valued, of);
}

/* --- Drawing -------------------------------------------------------------------------------------------- */

static double
row_y (const Layout *layout, guint i)
{
  return layout->plot.y + i * layout->row_px;
}

static void
add_part (Layout *layout, guint i, guint part, double from, double to)
{
  const TenureHoursRow *row = &layout->data->rows[i];
  TenureKeyItem style = part_style (part);
  double y = row_y (layout, i) + layout->space / 2, height = layout->row_px - layout->space;
  g_autofree char *hours = dup_hours (minutes_of (row, part));
  /* Translators: a number of hours. */
  g_autofree char *words = g_strdup_printf (_ ("%s hours"), hours);
  TenureMark mark = TENURE_MARK_INIT;
  TenureShape *shape;

  mark.label = row->label;
  mark.series = style.label;
  mark.value = words;
  mark.cell = hours;
  mark.amount = minutes_of (row, part);
  mark.known = TRUE;
  mark.row = mark.source = mark.group = (gint32) i;
  mark.column = (gint32) part;
  mark.x = from;
  mark.y = y;
  mark.width = MAX (to - from, 1);
  mark.height = height;
  if (to > from)
    {
      shape = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, from, y, to - from, height, style.role);
      shape->pattern = style.pattern;
      shape->open = style.open;
      shape->stroke = style.stroke;
      shape->mark = (gint32) tenure_scene_add_mark (layout->scene, &mark, &row->record, row->record != TENURE_ID_NONE);
    }
  else
    tenure_scene_add_mark (layout->scene, &mark, &row->record, row->record != TENURE_ID_NONE);
}

/* Behind the bar: how many hours, and what the unpaid ones are worth. */
static char *
dup_row_words (const Layout *layout, const TenureHoursRow *row)
{
  g_autofree char *hours = dup_hours (all_minutes (row));
  g_autofree char *words = g_strdup_printf (_ ("%s h"), hours);
  g_autofree char *money = NULL;

  if (row->unpaid == 0 || !row->value_known || row->value_minor == 0)
    return g_steal_pointer (&words);
  money = tenure_format_money_short (row->value_minor, layout->data->currency);
  /* Translators: "12 h", an amount of money. */
  return g_strdup_printf (_ ("%1$s, %2$s unpaid"), words, money);
}

static void
add_value_cell (Layout *layout, guint i)
{
  const TenureHoursRow *row = &layout->data->rows[i];
  g_autofree char *money =
      row->value_known ? tenure_format_money (row->value_minor, layout->data->currency) : g_strdup (_ ("cannot tell"));
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = row->label;
  mark.series = _ ("Worth of the unpaid hours");
  mark.value = mark.cell = money;
  mark.amount = row->value_minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = row->value_known;
  mark.row = mark.source = mark.group = (gint32) i;
  mark.column = N_PARTS;
  mark.x = layout->plot.x + layout->plot.width;
  mark.y = row_y (layout, i);
  mark.width = MAX (layout->words_px, 1);
  mark.height = layout->row_px;
  tenure_scene_add_mark (layout->scene, &mark, &row->record, row->record != TENURE_ID_NONE);
}

static void
add_row (Layout *layout, guint i)
{
  const TenureHoursRow *row = &layout->data->rows[i];
  g_autofree char *words = dup_row_words (layout, row);
  double middle = row_y (layout, i) + layout->row_px / 2, x = layout->plot.x, sum = 0;

  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x - 2 * layout->space, middle, row->label,
                         &(TenureTextStyle){ TENURE_TYPE_LABEL, TENURE_ROLE_INK, 1, 0.5, layout->label_px, FALSE });
  for (guint part = 0; part < N_PARTS; part++)
    {
      double to;

      sum += (double) minutes_of (row, part);
      to = round (layout->plot.x + layout->plot.width * sum / layout->most);
      add_part (layout, i, part, x, to);
      x = to;
    }
  add_value_cell (layout, i);
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x + 2 * layout->space, middle, words,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0.5, layout->words_px, FALSE });
}

static void
add_table (const Layout *layout)
{
  tenure_scene_set_table_corner (layout->scene, layout->data->corner);
  for (guint part = 0; part < N_PARTS; part++)
    tenure_scene_add_column (layout->scene, part_style (part).label, TRUE);
  tenure_scene_add_column (layout->scene, _ ("Worth of the unpaid hours"), TRUE);
  for (guint i = 0; i < layout->n_shown; i++)
    tenure_scene_add_row (layout->scene, layout->data->rows[i].label, layout->data->rows[i].record);
}

/* --- The chart ------------------------------------------------------------------------------------------ */

static void
measure (Layout *layout, double width)
{
  layout->most = 1;
  for (guint i = 0; i < layout->data->n_rows; i++)
    {
      const TenureHoursRow *row = &layout->data->rows[i];
      g_autofree char *words = dup_row_words (layout, row);

      layout->most = MAX (layout->most, (double) all_minutes (row));
      layout->label_px = MAX (layout->label_px, tenure_scene_text_width (layout->scene, TENURE_TYPE_LABEL, row->label));
      layout->words_px = MAX (layout->words_px, tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, words));
    }
  layout->label_px = MIN (ceil (layout->label_px) + 1, width * MOST_LABEL_SHARE);
  layout->words_px = MIN (ceil (layout->words_px) + 1, width * MOST_LABEL_SHARE);
}

static void
add_more (Layout *layout, guint n)
{
  g_autofree char *count = tenure_chart_dup_count (n);
  g_autofree char *words = g_strdup_printf (ngettext ("and %s more", "and %s more", n), count);

  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x,
                         row_y (layout, layout->n_shown) + layout->row_px / 2, words,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0.5, 0, FALSE });
}

static void
draw (Layout *layout, TenureBox box)
{
  TenureKeyItem key[N_PARTS];
  guint n_key = layout->data->untold > 0 ? N_PARTS : PART_UNTOLD, n = layout->data->n_rows;
  double key_px, left, line = tenure_scene_line_height (layout->scene, TENURE_TYPE_LABEL);
  guint room;

  for (guint part = 0; part < n_key; part++)
    key[part] = part_style (part);
  key_px = tenure_chart_add_key (layout->scene, &box, key, n_key) + 2 * layout->space;
  box.y += key_px;
  box.height = MAX (box.height - key_px, line);
  left = layout->label_px + 2 * layout->space;
  layout->plot =
      (TenureBox){ box.x + left, box.y, MAX (box.width - left - layout->words_px - 4 * layout->space, 20), box.height };
  layout->row_px = round (CLAMP (box.height / MAX (n, 1u), line + 2 * layout->space, 2 * line));
  room = MAX ((guint) (box.height / layout->row_px), 1u);
  layout->n_shown = n > room ? MAX (room - 1, 1u) : n;
  tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, layout->plot.x, layout->plot.y, layout->plot.x,
                         row_y (layout, layout->n_shown), TENURE_ROLE_AXIS);
  add_table (layout);
  for (guint i = 0; i < layout->n_shown; i++)
    add_row (layout, i);
  if (n > layout->n_shown)
    add_more (layout, n - layout->n_shown);
}

TenureScene *
tenure_chart_hours (const TenureHoursData *data, double width, double height, const TenureChartTheme *theme)
{
  Layout layout = { .data = data };
  g_autofree char *title = NULL, *subtitle = NULL;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  layout.scene = tenure_scene_new (width, height, theme);
  layout.space = theme->space_px;
  tenure_scene_set_currency (layout.scene, data->currency);
  title = dup_title (data);
  subtitle = dup_subtitle (data);
  box = tenure_chart_begin (layout.scene, title, subtitle, &data->notes,
                            8 * tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL));
  if (data->n_rows == 0)
    {
      tenure_chart_add_empty (layout.scene, &box, _ ("No time of the {sector} is recorded at a meeting."));
      return tenure_scene_finish (layout.scene);
    }
  measure (&layout, width);
  draw (&layout, box);
  return tenure_scene_finish (layout.scene);
}
