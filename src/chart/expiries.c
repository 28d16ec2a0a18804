#include "config.h"

#include "chart/expiries.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

#define MAX_MONTHS 600u

enum
{
  COLUMN_COUNT,
  COLUMN_NET,
  COLUMN_GROSS
};

typedef struct
{
  TenureScene *scene;
  const TenureExpiriesData *data;
  guint n;
  TenureBox plot;
  TenureLinearScale scale;
  gint32 pile_up; /* month of the pile-up, −1 when it is outside */
} Layout;

static TenureDay
month_at (const TenureExpiriesData *data, guint i)
{
  return tenure_day_add_months (data->first_month, (int) i);
}

static gint32
pile_up_month (const TenureExpiriesData *data, guint n)
{
  if (!tenure_day_is_known (data->pile_up_date) || data->pile_up_count == 0)
    return -1;
  for (guint i = 0; i < n; i++)
    if (data->pile_up_date >= month_at (data, i) && data->pile_up_date < month_at (data, i + 1))
      return (gint32) i;
  return -1;
}

/* --- Words ---------------------------------------------------------------------------------------------- */

/* "38 agreements", "38 agreements with VCS organisations". */
static char *
dup_piled_up (const TenureExpiriesData *data)
{
  g_autofree char *count = tenure_format_count (data->pile_up_count);

  if (!data->of_sector)
    return tenure_format_agreements (data->pile_up_count);
  /* Translators: a number of agreements. */
  return g_strdup_printf (ngettext ("%s agreement with a {sector} organisation", "%s agreements with {sector} organisations",
                                    data->pile_up_count),
                          count);
}

/* "2 agreements worth £2.4m a year end on 30 Sep 2027". */
static char *
dup_dearest (const TenureExpiriesData *data)
{
  g_autofree char *piled_up = NULL, *money = NULL, *known = NULL, *day = NULL;

  piled_up = dup_piled_up (data);
  day = tenure_day_dup_label (data->pile_up_date);
  if (data->pile_up_known == 0)
    /* Translators: "38 agreements", a day. */
    return g_strdup_printf (ngettext ("%1$s ends on %2$s; its value is not recorded",
                                      "%1$s end on %2$s; their values are not recorded", data->pile_up_count),
                            piled_up, day);
  money = tenure_format_money_short (data->pile_up_minor, data->currency);
  if (data->pile_up_known == data->pile_up_count)
    /* Translators: "38 agreements", an amount of money, a day. */
    return g_strdup_printf (
        ngettext ("%1$s worth %2$s a year ends on %3$s", "%1$s worth %2$s a year end on %3$s", data->pile_up_count),
        piled_up, money, day);
  known = tenure_format_count (data->pile_up_known);
  /* Translators: "38 agreements", a day, how many of them have a known value, an amount of money. */
  return g_strdup_printf (_ ("%1$s end on %2$s; the %3$s of known value are worth %4$s a year"), piled_up, day, known,
                          money);
}

/* Money is what the chart draws, so its day comes first; a day of far fewer pounds and far more agreements is much work. */
static char *
dup_title (const TenureExpiriesData *data)
{
  g_autofree char *dearest = NULL, *count = NULL, *day = NULL;

  if (data->title != NULL)
    return g_strdup (data->title);
  if (!tenure_day_is_known (data->pile_up_date) || data->pile_up_count == 0 || data->too_large)
    return g_strdup (_ ("When funding ends"));
  dearest = dup_dearest (data);
  if (data->most_date == data->pile_up_date || data->most_count / 2 < data->pile_up_count)
    return g_steal_pointer (&dearest);
  count = tenure_format_count (data->most_count);
  day = tenure_day_dup_label (data->most_date);
  /* Translators: "2 agreements worth £2.4m a year end on 30 Sep 2027", a number of agreements, another day. */
  return g_strdup_printf (ngettext ("%1$s; %2$s ends on %3$s", "%1$s; %2$s end on %3$s", data->most_count), dearest, count,
                          day);
}

/* Whether more ends in the month of the pile-up than on its day. */
static gboolean
has_other_days (const TenureExpiriesData *data, const TenureExpiryMonth *month)
{
  return month->net_count > data->pile_up_count || month->net_minor > data->pile_up_minor;
}

/* What ends on the day: an amount or, where none is known, how many. */
static char *
dup_pile_up_figure (const TenureExpiriesData *data)
{
  return data->pile_up_known > 0 ? tenure_format_money_short (data->pile_up_minor, data->currency)
                                 : tenure_format_agreements (data->pile_up_count);
}

/* "31 Mar 2027: £4.6m" or, where that is a part of its month, "31 Mar 2027: £4.6m of £4.8m in the month". */
static char *
dup_pile_up_label (const TenureExpiriesData *data, const TenureExpiryMonth *month, gboolean brief)
{
  g_autofree char *day = tenure_day_dup_label (data->pile_up_date);
  g_autofree char *figure = dup_pile_up_figure (data);
  g_autofree char *whole = NULL;

  if (brief || data->pile_up_known == 0 || !has_other_days (data, month))
    /* Translators: names the largest bar: day and amount ending on it. */
    return g_strdup_printf (_ ("%1$s: %2$s"), day, figure);
  whole = tenure_format_money_short (month->net_minor, data->currency);
  /* Translators: a day, the amount ending on it, the amount ending in its month, which the bar shows. */
  return g_strdup_printf (_ ("%1$s: %2$s of %3$s in the month"), day, figure, whole);
}

static char *
dup_month_words (const TenureExpiriesData *data, const TenureExpiryMonth *month)
{
  g_autofree char *net = tenure_format_money (month->net_minor, data->currency);
  g_autofree char *count = tenure_format_agreements (month->net_count);
  g_autofree char *gross = NULL;

  if (month->gross_count == 0)
    return g_strdup (_ ("nothing ends"));
  if (month->net_count > 0 && month->net_unvalued == month->net_count)
    return g_strdup_printf (_ ("%s, annual value not recorded"), count);
  if (month->gross_count == month->net_count)
    return g_strdup_printf (_ ("%1$s a year, %2$s"), net, count);
  gross = tenure_format_money (month->gross_minor, data->currency);
  return g_strdup_printf (_ ("%1$s a year, %2$s; before signed successors %3$s"), net, count, gross);
}

static char *
dup_value_words (const Layout *layout, guint i)
{
  const TenureExpiryMonth *month = &layout->data->months[i];
  g_autofree char *words = dup_month_words (layout->data, month), *largest = NULL;

  if ((gint32) i != layout->pile_up || !has_other_days (layout->data, month))
    return g_steal_pointer (&words);
  largest = dup_pile_up_label (layout->data, month, TRUE);
  /* Translators: what ends in a month, then its largest day: "£4,780,000 a year, 41 agreements; 31 Mar 2027: £4.6m". */
  return g_strdup_printf (_ ("%1$s; %2$s"), words, largest);
}

/* --- Drawing -------------------------------------------------------------------------------------------- */

static double
month_x (const Layout *layout, guint i)
{
  return round (layout->plot.x + layout->plot.width * i / layout->n);
}

static TenureBox
bar_box (const Layout *layout, guint i, gint64 minor)
{
  double x = month_x (layout, i);
  double step = month_x (layout, i + 1) - x;
  double gap = step >= 4 ? MAX (floor (step * 0.2), 1) : 0;
  double bottom = round (layout->scale.start_px);
  double top = round (tenure_linear_scale_px (&layout->scale, (double) MAX (minor, 0)));

  /* What is there is seen, however small beside the largest. */
  if (minor > 0)
    top = MIN (top, bottom - 2);
  return (TenureBox){ x + floor (gap / 2), top, MAX (step - gap, 1), bottom - top };
}

static guint
add_mark (Layout *layout, guint i, const TenureBox *at)
{
  const TenureExpiryMonth *month = &layout->data->months[i];
  g_autofree char *label = tenure_day_dup_month_label (month_at (layout->data, i));
  g_autofree char *words = dup_value_words (layout, i);
  g_autofree char *net = tenure_format_money (month->net_minor, layout->data->currency);
  TenureDay year = tenure_day_year_start (month_at (layout->data, i), layout->data->year_start_month);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = label;
  mark.value = words;
  mark.cell = net;
  mark.amount = month->net_minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = TRUE;
  mark.row = mark.source = (gint32) i;
  mark.column = COLUMN_NET;
  mark.group = (gint32) (year / 365);
  mark.x = at->x;
  mark.width = at->width;
  mark.y = MIN (at->y, layout->scale.start_px - 3);
  mark.height = layout->scale.start_px - mark.y;
  return tenure_scene_add_mark (layout->scene, &mark, month->records, month->n_records);
}

static void
add_net (Layout *layout, const TenureBox *box, TenureChartRole role, guint mark)
{
  TenureShape *bar = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, box->x, box->y, box->width, box->height, role);

  bar->mark = (gint32) mark;
}

/* The day on which most ends is the strong part of its month, at the foot of the bar. */
static void
add_pile_up (Layout *layout, guint mark)
{
  guint i = (guint) layout->pile_up;
  gint64 minor = MIN (layout->data->pile_up_minor, layout->data->months[i].net_minor);
  TenureBox box = bar_box (layout, i, minor);

  if (minor > 0)
    add_net (layout, &box, TENURE_ROLE_MEASURE, mark);
}

static void
add_month (Layout *layout, guint i)
{
  const TenureExpiryMonth *month = &layout->data->months[i];
  TenureBox gross = bar_box (layout, i, month->gross_minor);
  TenureBox net = bar_box (layout, i, month->net_minor);
  guint mark = add_mark (layout, i, gross.height > net.height ? &gross : &net);
  TenureShape *bar;

  if (month->gross_minor > month->net_minor)
    {
      bar = tenure_scene_add_rect (layout->scene, TENURE_LAYER_BACK, gross.x, gross.y, gross.width, gross.height,
                                   TENURE_ROLE_GHOST);
      bar->stroke = TENURE_ROLE_AXIS;
      bar->mark = (gint32) mark;
    }
  if (month->net_minor > 0)
    add_net (layout, &net, TENURE_ROLE_MEASURE_2, mark);
  if ((gint32) i == layout->pile_up)
    add_pile_up (layout, mark);
}

/* One line above the largest: what ends on that day and, where there is room, in the month. */
static void
add_pile_up_label (Layout *layout, double label_y)
{
  const TenureExpiriesData *data = layout->data;
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  TenureBox bar;
  TenureTextStyle style = { TENURE_TYPE_VALUE, TENURE_ROLE_INK, 0, 0, 0, FALSE };
  const TenureExpiryMonth *month;
  g_autofree char *text = NULL;
  double width, x;

  if (layout->pile_up < 0)
    return;
  month = &data->months[layout->pile_up];
  bar = bar_box (layout, (guint) layout->pile_up, month->gross_minor);
  text = dup_pile_up_label (data, month, FALSE);
  if (tenure_scene_text_width (layout->scene, style.type, text) > layout->plot.width)
    {
      g_free (text);
      text = dup_pile_up_label (data, month, TRUE);
    }
  width = MIN (tenure_scene_text_width (layout->scene, style.type, text), layout->plot.width);
  style.max_px = layout->plot.width;
  x = CLAMP (bar.x + bar.width / 2 - width / 2, layout->plot.x, layout->plot.x + layout->plot.width - width);
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x, label_y, text, &style);
  tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, bar.x + floor (bar.width / 2),
                         label_y + ceil (tenure_scene_line_height (layout->scene, style.type)) + space * 0.5,
                         bar.x + floor (bar.width / 2), MAX (bar.y - 2, layout->plot.y), TENURE_ROLE_AXIS);
}

static void
add_table (const Layout *layout)
{
  tenure_scene_set_table_corner (layout->scene, _ ("Month"));
  tenure_scene_add_column (layout->scene, _ ("Agreements"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("Annual value ending"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("Before signed successors"), TRUE);
  for (guint i = 0; i < layout->n; i++)
    {
      const TenureExpiryMonth *month = &layout->data->months[i];
      g_autofree char *label = tenure_day_dup_month_label (month_at (layout->data, i));
      g_autofree char *count = tenure_format_count (month->net_count);
      g_autofree char *gross = tenure_format_money (month->gross_minor, layout->data->currency);
      guint row = tenure_scene_add_row (layout->scene, label, TENURE_ID_NONE);

      tenure_scene_set_cell (layout->scene, row, COLUMN_COUNT, count);
      tenure_scene_set_cell (layout->scene, row, COLUMN_GROSS, gross);
    }
}

static gboolean
has_ghosts (const Layout *layout)
{
  for (guint i = 0; i < layout->n; i++)
    if (layout->data->months[i].gross_minor > layout->data->months[i].net_minor)
      return TRUE;
  return FALSE;
}

static void
draw (Layout *layout, TenureBox box)
{
  TenureKeyItem key[] = {
    { TENURE_ROLE_MEASURE_2, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_NONE, _ ("Ending without a signed successor") },
    { TENURE_ROLE_GHOST, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_AXIS, _ ("Ending with one") },
  };
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double highest = 0;
  double label_y;
  TenureMoneyAxis axis;

  for (guint i = 0; i < layout->n; i++)
    highest = MAX (highest, (double) MAX (layout->data->months[i].gross_minor, layout->data->months[i].net_minor));
  label_y = box.y;
  if (has_ghosts (layout))
    label_y += tenure_chart_add_key (layout->scene, &box, key, G_N_ELEMENTS (key)) + 2 * space;
  box.height -= label_y - box.y;
  box.y = label_y;
  if (layout->pile_up >= 0)
    {
      double line = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_VALUE)) + 2 * space;

      box.y += line;
      box.height -= line;
    }
  box.height = MAX (box.height - tenure_axis_months_height (layout->scene), 10);
  axis = tenure_axis_measure_money (layout->scene, &box, highest);
  tenure_axis_add_money (layout->scene, &axis);
  layout->plot = axis.plot;
  layout->scale = axis.scale;
  tenure_axis_add_months (layout->scene, &layout->plot, layout->data->first_month, layout->n,
                          layout->data->year_start_month);
  for (guint i = 0; i < layout->n; i++)
    add_month (layout, i);
  add_pile_up_label (layout, label_y);
}

TenureScene *
tenure_chart_expiries (const TenureExpiriesData *data, double width, double height, const TenureChartTheme *theme)
{
  Layout layout = { .data = data };
  g_autofree char *title = NULL;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  if (data->months != NULL && tenure_day_is_known (data->first_month) && !data->too_large)
    layout.n = MIN (data->n_months, MAX_MONTHS);
  layout.pile_up = pile_up_month (data, layout.n);
  layout.scene = tenure_scene_new (width, height, theme);
  tenure_scene_set_currency (layout.scene, data->currency);
  title = dup_title (data);
  box = tenure_chart_begin (layout.scene, title,
                            _ ("Annual value whose committed end falls in each month, whatever begins in it"), &data->notes,
                            12 * tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL));
  if (layout.n == 0)
    {
      tenure_chart_add_empty (layout.scene, &box,
                              data->too_large ? tenure_format_too_large ()
                                              : _ ("No agreement with a recorded end is running."));
      return tenure_scene_finish (layout.scene);
    }
  add_table (&layout);
  draw (&layout, box);
  return tenure_scene_finish (layout.scene);
}
