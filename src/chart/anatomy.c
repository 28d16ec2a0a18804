#include "config.h"

#include "chart/anatomy-private.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"
#include "chart/strip-private.h"

/* Of the width of the plot. */
#define MOST_LANE_SHARE 0.4
#define MOST_LANES 3u /* lines of names above the plot */

/* From the baseline up. */
enum
{
  ZONE_OTHER,
  ZONE_SECURED,
  ZONE_ENDABLE,
  ZONE_EXTENDED,
  N_ZONES,
  GROUP_RESERVES = N_ZONES,
  GROUP_ENDS,
};

typedef struct
{
  TenureScene *scene;
  const TenureAnatomyData *data;
  guint n;                                         /* months drawn */
  double sums[N_ZONES][TENURE_ANATOMY_MAX_MONTHS]; /* a month's money, minor units */
  double level[TENURE_ANATOMY_MAX_MONTHS];         /* how high the stack is while it is built */
  double reserves[TENURE_ANATOMY_MAX_MONTHS];
  int columns[GROUP_ENDS + 2]; /* of the table, −1: none; the last one is cost */
  TenureBox plot;
  TenureLinearScale scale;
  guint n_lanes;
  double lanes_top;
  double strip_top;
} Layout;

#define COLUMN_COST (GROUP_ENDS + 1)

/* --- Money ---------------------------------------------------------------------------------------------- */

static guint64
bits_of (const TenureAnatomyAgreement *agreement, guint zone)
{
  if (zone == ZONE_SECURED)
    return agreement->secured;
  if (zone == ZONE_ENDABLE)
    return agreement->committed & ~agreement->secured;
  return agreement->extended & ~agreement->committed;
}

static double
a_month (gint64 annual_minor)
{
  return (double) annual_minor / 12;
}

static void
add_up (Layout *layout)
{
  for (guint i = 0; i < layout->n; i++)
    {
      layout->sums[ZONE_OTHER][i] = layout->data->other_known ? a_month (layout->data->other_minor) : 0;
      for (guint zone = ZONE_SECURED; zone < N_ZONES; zone++)
        for (guint k = 0; k < layout->data->n_agreements; k++)
          if ((bits_of (&layout->data->agreements[k], zone) >> i & 1) != 0)
            layout->sums[zone][i] += a_month (layout->data->agreements[k].annual_minor);
    }
}

static gboolean
has_zone (const Layout *layout, guint zone)
{
  if (zone == ZONE_SECURED || (zone == ZONE_OTHER && layout->data->other_known))
    return TRUE;
  for (guint i = 0; i < layout->n; i++)
    if (layout->sums[zone][i] > 0)
      return TRUE;
  return FALSE;
}

static double
highest (const Layout *layout)
{
  double most = layout->data->cost_known ? 1.08 * a_month (layout->data->cost_minor) : 0;

  for (guint i = 0; i < layout->n; i++)
    {
      double sum = 0;

      for (guint zone = 0; zone < N_ZONES; zone++)
        sum += layout->sums[zone][i];
      most = MAX (most, sum);
    }
  return most;
}

/* --- Places --------------------------------------------------------------------------------------------- */

static double
month_x (const Layout *layout, guint i)
{
  return round (layout->plot.x + layout->plot.width * MIN (i, layout->n) / layout->n);
}

static double
value_y (const Layout *layout, double value)
{
  return round (tenure_linear_scale_px (&layout->scale, value));
}

/* Months from the first to that of @day; below 0 before them. */
static int
month_place (const Layout *layout, TenureDay day)
{
  int first_year, first_month, year, month;

  tenure_day_to_civil (layout->data->first_month, &first_year, &first_month, NULL);
  tenure_day_to_civil (day, &year, &month, NULL);
  return (year - first_year) * 12 + month - first_month;
}

/* Where the income of what ends on @day falls: as all else here, at the start of a month. */
static double
end_x (const Layout *layout, TenureDay day)
{
  return month_x (layout, (guint) MAX (month_place (layout, day) + 1, 0));
}

static double
day_x (const Layout *layout, TenureDay day)
{
  int place = month_place (layout, day);
  TenureDay month = tenure_day_month_start (day);
  double part = (double) (day - month) / (double) (tenure_day_add_months (month, 1) - month);

  return round (layout->plot.x + layout->plot.width * CLAMP (place + part, 0, (double) layout->n) / layout->n);
}

/* --- The stack ------------------------------------------------------------------------------------------ */

static TenureKeyItem
zone_style (guint zone)
{
  static const TenureKeyItem styles[N_ZONES] = {
    { TENURE_ROLE_UNKNOWN, TENURE_PATTERN_DOTS, TRUE, TENURE_ROLE_UNKNOWN, N_ ("Other income, assumed") },
    { TENURE_ROLE_MEASURE, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_GROUND, N_ ("Secured") },
    { TENURE_ROLE_MEASURE, TENURE_PATTERN_HORIZONTAL, TRUE, TENURE_ROLE_MEASURE, N_ ("Could end on notice") },
    { TENURE_ROLE_MEASURE_2, TENURE_PATTERN_HATCH, TRUE, TENURE_ROLE_MEASURE_2, N_ ("If extended") },
  };
  TenureKeyItem style = styles[zone];

  style.label = _ (style.label);
  return style;
}

/* The block of months [from, until), @height on what is there. */
static void
add_block (Layout *layout, guint zone, guint from, guint until, double height)
{
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  TenureKeyItem style = zone_style (zone);
  TenureShape *block;

  for (guint i = from; i < until; i++)
    {
      double y = value_y (layout, layout->level[i] + height);
      double step[4] = { month_x (layout, i), y, month_x (layout, i + 1), y };

      g_array_append_vals (xy, step, 4);
    }
  for (guint i = until; i-- > from;)
    {
      double y = value_y (layout, layout->level[i]);
      double step[4] = { month_x (layout, i + 1), y, month_x (layout, i), y };

      g_array_append_vals (xy, step, 4);
      layout->level[i] += height;
    }
  block = tenure_scene_add_polygon (layout->scene, TENURE_LAYER_DATA, (const double *) (gconstpointer) xy->data, xy->len / 2,
                                    style.role);
  block->pattern = style.pattern;
  block->open = style.open;
  block->stroke = style.stroke;
}

/* One block for each run of months. */
static void
add_blocks (Layout *layout, guint zone, guint64 bits, double height)
{
  for (guint i = 0; height > 0 && i < layout->n; i++)
    {
      guint from = i;

      while (i < layout->n && (bits >> i & 1) != 0)
        i++;
      if (i > from)
        add_block (layout, zone, from, i, height);
    }
}

static void
add_stack (Layout *layout)
{
  if (layout->data->other_known)
    add_blocks (layout, ZONE_OTHER, ~G_GUINT64_CONSTANT (0), a_month (layout->data->other_minor));
  for (guint zone = ZONE_SECURED; zone < N_ZONES; zone++)
    for (guint k = 0; k < layout->data->n_agreements; k++)
      add_blocks (layout, zone, bits_of (&layout->data->agreements[k], zone),
                  a_month (layout->data->agreements[k].annual_minor));
}

/* --- Marks ---------------------------------------------------------------------------------------------- */

static void
add_month_mark (Layout *layout, guint group, guint i, TenureBox box, const char *series, const char *words, gint64 minor)
{
  g_autofree char *label = tenure_anatomy_dup_month (layout->data, i);
  g_autofree char *cell = tenure_format_money (minor, layout->data->currency);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = label;
  mark.value = words;
  mark.series = series;
  mark.cell = cell;
  mark.amount = minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = TRUE;
  mark.row = mark.source = (gint32) i;
  mark.column = layout->columns[group];
  mark.group = layout->columns[group];
  mark.x = box.x;
  mark.y = box.y;
  mark.width = MAX (box.width, 1);
  mark.height = MAX (box.height, 1);
  tenure_scene_add_mark (layout->scene, &mark, NULL, 0);
}

static void
add_zone_marks (Layout *layout, guint zone)
{
  for (guint i = 0; i < layout->n && layout->columns[zone] >= 0; i++)
    {
      double with_other = layout->sums[ZONE_SECURED][i] + layout->sums[ZONE_OTHER][i];
      g_autofree char *words = tenure_anatomy_dup_a_month (
          layout->data, layout->sums[zone][i], zone == ZONE_SECURED ? a_month (layout->data->cost_minor) - with_other : 0);
      double low = 0, high;
      TenureBox box;

      for (guint below = 0; below < zone; below++)
        low += layout->sums[below][i];
      high = low + layout->sums[zone][i];
      box = (TenureBox){ month_x (layout, i), value_y (layout, high), month_x (layout, i + 1) - month_x (layout, i),
                         value_y (layout, low) - value_y (layout, high) };
      add_month_mark (layout, zone, i, box, zone_style (zone).label, words, llround (layout->sums[zone][i]));
    }
}

/* --- Cost ----------------------------------------------------------------------------------------------- */

static void
add_cost (Layout *layout)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double cost = a_month (layout->data->cost_minor), y = value_y (layout, cost);
  double right = layout->plot.x + layout->plot.width;
  g_autofree char *money = tenure_format_money_short (llround (cost), layout->data->currency);
  g_autofree char *words = g_strdup_printf (_ ("Cost %s a month"), money);
  TenureTextStyle style = { TENURE_TYPE_VALUE, TENURE_ROLE_INK, 1, 1, layout->plot.width - 4 * space, FALSE };
  TenureShape *line, *text, *pill;

  if (!layout->data->cost_known)
    return;
  line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, layout->plot.x, y, right, y, TENURE_ROLE_INK);
  line->line_width = 2;
  text = tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, right - space, y - space, words, &style);
  if (text == NULL)
    return;
  pill = tenure_scene_add_rect (layout->scene, TENURE_LAYER_FRONT, text->x - space, text->y, text->width + 2 * space,
                                text->height, TENURE_ROLE_GROUND);
  pill->radius = 3;
  pill->opacity = 0.9;
  if (layout->data->below_told && layout->data->below_month >= 0)
    tenure_scene_add_level_glyph (layout->scene, TENURE_LAYER_FRONT,
                                  MAX (month_x (layout, (guint) layout->data->below_month), layout->plot.x + 2 * space), y,
                                  4 * space, TENURE_CHART_LEVEL_RED, TENURE_ROLE_RED);
}

/* --- Ends ----------------------------------------------------------------------------------------------- */

static gboolean
ends_here (const Layout *layout, const TenureAnatomyAgreement *agreement)
{
  return tenure_day_is_known (agreement->end) && month_place (layout, agreement->end) >= 0
         && month_place (layout, agreement->end) < (int) layout->n;
}

static double
lane_height (const TenureScene *scene)
{
  return ceil (tenure_scene_line_height (scene, TENURE_TYPE_SMALL)) + 2 * tenure_scene_get_theme (scene)->space_px;
}

static void
add_end_mark (Layout *layout, const TenureAnatomyAgreement *agreement, guint k, TenureBox box)
{
  TenureMark mark = TENURE_MARK_INIT;

  mark.record = agreement->record;
  mark.label = tenure_anatomy_name (agreement);
  mark.value = agreement->end_words;
  mark.series = _ ("Ends");
  mark.amount = agreement->end;
  mark.unit = TENURE_UNIT_DAY;
  mark.known = TRUE;
  mark.source = (gint32) k;
  mark.group = layout->columns[GROUP_ENDS];
  mark.x = box.x;
  mark.y = box.y;
  mark.width = MAX (box.width, 1);
  mark.height = MAX (box.height, 1);
  tenure_scene_add_mark (layout->scene, &mark, &agreement->record, 1);
}

/* From the last day for three months' notice to the end, along the foot of the lane. */
static void
add_notice (Layout *layout, const TenureAnatomyAgreement *agreement, double end, double foot)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double from = tenure_day_is_known (agreement->notice_by) ? day_x (layout, agreement->notice_by) : end;
  TenureShape *line;

  if (from >= end)
    return;
  line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, from, foot, end, foot, TENURE_ROLE_ACCENT);
  line->line_width = 2;
  if (agreement->notice_by >= layout->data->first_month)
    tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, from, foot - space, from, foot + space, TENURE_ROLE_ACCENT);
}

/* Its name in the first lane with room at its end, else a stub on the plot alone: pointing still finds it. */
static void
add_end (Layout *layout, TenurePlacer *placer, const TenureAnatomyAgreement *agreement, guint k)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px, lane = lane_height (layout->scene);
  double right = layout->plot.x + layout->plot.width, x = end_x (layout, agreement->end);
  double notice = tenure_day_is_known (agreement->notice_by) ? MIN (day_x (layout, agreement->notice_by), x) : x;
  g_autofree char *whole = tenure_anatomy_dup_remarked (agreement);
  double most = layout->plot.width * MOST_LANE_SHARE;
  double wanted = tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, whole);
  const char *text = wanted <= most ? whole : tenure_anatomy_name (agreement);
  double width = MIN (tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, text), most);
  gboolean before = x + space + width > right;
  double from = before ? MIN (notice, x - space - width) : notice, until = before ? x : x + space + width;
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK, before ? 1 : 0, 0, width + 1, FALSE };
  TenureShape *leader;

  for (guint i = 0; i < layout->n_lanes; i++)
    {
      double top = layout->lanes_top + i * lane;

      if (from < layout->plot.x || !tenure_placer_take (placer, from, top, until - from, lane - space))
        continue;
      tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, before ? x - space : x + space, top, text, &style);
      add_notice (layout, agreement, x, top + lane - 1.5 * space);
      leader = tenure_scene_add_line (layout->scene, TENURE_LAYER_BACK, x, top, x, layout->plot.y + layout->plot.height,
                                      TENURE_ROLE_ACCENT);
      leader->dash = 3;
      add_end_mark (layout, agreement, k, (TenureBox){ from, top, until - from, lane - space });
      return;
    }
  tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, layout->plot.y - 2 * space, x, layout->plot.y,
                         TENURE_ROLE_ACCENT);
  add_end_mark (layout, agreement, k, (TenureBox){ x - space, layout->plot.y - 2 * space, 2 * space, 2 * space });
}

static int
compare_ends (gconstpointer a, gconstpointer b, gpointer agreements)
{
  guint left = *(const guint *) a, right = *(const guint *) b;
  TenureDay one = ((const TenureAnatomyAgreement *) agreements)[left].end;
  TenureDay other = ((const TenureAnatomyAgreement *) agreements)[right].end;

  if (one != other)
    return one < other ? -1 : 1;
  return left > right ? -1 : left < right;
}

/* What ends first has its place first, so that no line down from a later name runs through it. */
static void
add_ends (Layout *layout)
{
  g_auto (TenurePlacer) placer = { 0 };
  g_autofree guint *order = g_new (guint, MAX (layout->data->n_agreements, 1u));
  guint n = 0;

  for (guint k = 0; k < layout->data->n_agreements; k++)
    if (ends_here (layout, &layout->data->agreements[k]))
      order[n++] = k;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_ends, (gpointer) layout->data->agreements);
  tenure_placer_init (&placer, tenure_scene_get_theme (layout->scene)->space_px);
  for (guint i = 0; i < n; i++)
    add_end (layout, &placer, &layout->data->agreements[order[i]], order[i]);
}

/* --- Reserves ------------------------------------------------------------------------------------------- */

static char *
dup_reserves_label (double value, gconstpointer data)
{
  const TenureAnatomyData *anatomy = data;

  return tenure_format_money_short (llround (value), anatomy->currency);
}

/* Through both pictures, not through the names of months between them. */
static void
add_used_up_line (Layout *layout, double x, const TenureBox *plot)
{
  TenureShape *line =
      tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, plot->y, x, plot->y + plot->height, TENURE_ROLE_RED);

  line->line_width = 2;
}

static void
add_used_up (Layout *layout, const TenureStrip *strip)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double x = month_x (layout, (guint) layout->data->shortfall_month);
  g_autofree char *month = tenure_anatomy_dup_month (layout->data, (guint) layout->data->shortfall_month);
  g_autofree char *words = g_strdup_printf (_ ("Used up in %s"), month);
  double width = tenure_scene_text_width (layout->scene, TENURE_TYPE_VALUE, words);
  double left = x - 2 * space - layout->plot.x, right = layout->plot.x + layout->plot.width - x - 2 * space;
  gboolean before = width > right && left > right;
  TenureTextStyle style = { TENURE_TYPE_VALUE, TENURE_ROLE_INK, before ? 1 : 0, 0.5, before ? left : right, FALSE };

  add_used_up_line (layout, x, &layout->plot);
  add_used_up_line (layout, x, &strip->plot);
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, before ? x - 2 * space : x + 2 * space,
                         strip->plot.y + strip->plot.height / 2, words, &style);
}

static void
add_reserves (Layout *layout)
{
  TenureStripData data = { _ ("Free reserves left at the end of each month"),
                           layout->reserves,
                           layout->n,
                           TENURE_ROLE_MEASURE_3,
                           TENURE_PATTERN_SOLID,
                           dup_reserves_label,
                           layout->data };
  TenureStrip strip;

  if (!layout->data->reserves_told)
    return;
  for (guint i = 0; i < layout->n; i++)
    layout->reserves[i] = (double) layout->data->reserves_minor[i];
  strip = tenure_strip_add (layout->scene, &layout->plot, layout->strip_top, &data);
  for (guint i = 0; i < layout->n; i++)
    {
      gint64 minor = layout->data->reserves_minor[i];
      g_autofree char *money = tenure_format_money (minor, layout->data->currency);

      add_month_mark (layout, GROUP_RESERVES, i, tenure_strip_month (&strip, &data, i), _ ("Free reserves left"), money,
                      minor);
    }
  if (layout->data->shortfall_month >= 0)
    add_used_up (layout, &strip);
}

/* --- The table twin ------------------------------------------------------------------------------------- */

static char *
dup_ends_in (const Layout *layout, guint i)
{
  GString *names = g_string_new (NULL);

  for (guint k = 0; k < layout->data->n_agreements; k++)
    if (ends_here (layout, &layout->data->agreements[k]) && month_place (layout, layout->data->agreements[k].end) == (int) i)
      {
        g_autofree char *text = tenure_anatomy_dup_remarked (&layout->data->agreements[k]);

        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", text);
      }
  return g_string_free (names, FALSE);
}

static int
add_column (Layout *layout, gboolean any, const char *title, gboolean numeric)
{
  return any ? (int) tenure_scene_add_column (layout->scene, title, numeric) : -1;
}

static void
add_table (Layout *layout)
{
  const TenureAnatomyData *data = layout->data;
  g_autofree char *cost = tenure_format_money (llround (a_month (data->cost_minor)), data->currency);

  tenure_scene_set_table_corner (layout->scene, _ ("Month"));
  for (guint zone = 0; zone < N_ZONES; zone++)
    layout->columns[zone] = add_column (layout, has_zone (layout, zone), zone_style (zone).label, TRUE);
  layout->columns[GROUP_RESERVES] = add_column (layout, data->reserves_told, _ ("Free reserves left"), TRUE);
  layout->columns[COLUMN_COST] = add_column (layout, data->cost_known, _ ("Cost"), TRUE);
  layout->columns[GROUP_ENDS] = add_column (layout, TRUE, _ ("Ends"), FALSE);
  for (guint i = 0; i < layout->n; i++)
    {
      g_autofree char *month = tenure_anatomy_dup_month (data, i);
      g_autofree char *ends = dup_ends_in (layout, i);
      guint row = tenure_scene_add_row (layout->scene, month, TENURE_ID_NONE);

      tenure_scene_set_cell (layout->scene, row, (guint) layout->columns[GROUP_ENDS], ends);
      if (data->cost_known)
        tenure_scene_set_cell (layout->scene, row, (guint) layout->columns[COLUMN_COST], cost);
    }
}

/* --- The chart ------------------------------------------------------------------------------------------ */

static double
strip_height (const TenureAnatomyData *data, const TenureScene *scene)
{
  return data->reserves_told ? tenure_strip_height (scene) : 0;
}

/* From the top of @box: the key, the lanes of names, the plot, the months, the strip of reserves. */
static void
draw (Layout *layout, TenureBox box)
{
  TenureKeyItem key[N_ZONES];
  guint n_key = 0;
  double space = tenure_scene_get_theme (layout->scene)->space_px, taken;
  TenureMoneyAxis axis;

  for (guint zone = 0; zone < N_ZONES; zone++)
    if (has_zone (layout, zone))
      key[n_key++] = zone_style (zone);
  taken = tenure_chart_add_key (layout->scene, &box, key, n_key) + 2 * space;
  layout->lanes_top = box.y + taken;
  taken += layout->n_lanes * lane_height (layout->scene) + space;
  box.y += taken;
  box.height =
      MAX (box.height - taken - tenure_axis_months_height (layout->scene) - strip_height (layout->data, layout->scene), 10);
  axis = tenure_axis_measure_money (layout->scene, &box, highest (layout));
  layout->plot = axis.plot;
  layout->scale = axis.scale;
  layout->strip_top = axis.plot.y + axis.plot.height + tenure_axis_months_height (layout->scene);
  tenure_axis_add_money (layout->scene, &axis);
  tenure_axis_add_months (layout->scene, &layout->plot, layout->data->first_month, layout->n,
                          layout->data->year_start_month);
  add_stack (layout);
  for (guint zone = 0; zone < N_ZONES; zone++)
    add_zone_marks (layout, zone);
  add_cost (layout);
  add_reserves (layout);
  add_ends (layout);
}

TenureScene *
tenure_chart_anatomy (const TenureAnatomyData *data, double width, double height, const TenureChartTheme *theme)
{
  Layout layout = { .data = data };
  g_autofree char *title = NULL, *subtitle = NULL, *summary = NULL;
  double least;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  if (tenure_day_is_known (data->first_month) && !data->too_large)
    layout.n = MIN (data->n_months, TENURE_ANATOMY_MAX_MONTHS);
  layout.scene = tenure_scene_new (width, height, theme);
  tenure_scene_set_currency (layout.scene, data->currency);
  for (guint k = 0; k < data->n_agreements && layout.n_lanes < MOST_LANES; k++)
    layout.n_lanes += ends_here (&layout, &data->agreements[k]);
  title = layout.n > 0 ? tenure_anatomy_dup_title (data) : g_strdup (_ ("Income against cost"));
  subtitle = tenure_anatomy_dup_subtitle (data);
  least = 13 * tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL) + layout.n_lanes * lane_height (layout.scene)
          + strip_height (data, layout.scene);
  box = tenure_chart_begin (layout.scene, title, subtitle, &data->notes, least);
  if (layout.n == 0)
    {
      tenure_chart_add_empty (layout.scene, &box,
                              data->too_large ? tenure_format_too_large () : _ ("There is no funding ahead to show."));
      return tenure_scene_finish (layout.scene);
    }
  add_up (&layout);
  add_table (&layout);
  summary = tenure_anatomy_dup_summary (data);
  tenure_scene_set_summary (layout.scene, summary);
  draw (&layout, box);
  return tenure_scene_finish (layout.scene);
}
