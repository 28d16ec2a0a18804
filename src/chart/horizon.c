#include "config.h"

#include "chart/horizon-private.h"

#include "base/hundredths.h"
#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"
#include "chart/strip-private.h"

#define MAX_MONTHS 600u

typedef struct
{
  TenureScene *scene;
  const TenureHorizonData *data;
  guint n;        /* months drawn */
  guint n_series; /* 2, and one for what could end by notice, and for what is undecided, where there is any */
  guint series[TENURE_HORIZON_N_SERIES]; /* those, from the baseline up */
  TenureBox plot;
  TenureLinearScale scale;
  double posts[MAX_MONTHS]; /* at risk, full-time equivalents */
  double highest;           /* what the axis must reach */
  double cliffs_top;        /* where the names of cliffs begin */
} Layout;

static const char *
series_label (guint series)
{
  static const char *const labels[TENURE_HORIZON_N_SERIES] = { N_ ("Secured"), N_ ("Could end on notice"),
                                                               N_ ("If extended"), N_ ("Undecided") };

  return _ (labels[series]);
}

static TenureKeyItem
series_style (guint series)
{
  static const TenureKeyItem styles[TENURE_HORIZON_N_SERIES] = {
    { TENURE_ROLE_MEASURE, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_NONE, NULL },
    { TENURE_ROLE_MEASURE, TENURE_PATTERN_HORIZONTAL, TRUE, TENURE_ROLE_MEASURE, NULL },
    { TENURE_ROLE_MEASURE_2, TENURE_PATTERN_HATCH, TRUE, TENURE_ROLE_MEASURE_2, NULL },
    { TENURE_ROLE_UNKNOWN, TENURE_PATTERN_DOTS, TRUE, TENURE_ROLE_UNKNOWN, NULL },
  };
  TenureKeyItem style = styles[series];

  style.label = series_label (series);
  return style;
}

/* What is stacked up to and including @series; as a double, for drawing only. */
static double
stack_to (const TenureHorizonMonth *month, guint series)
{
  double sum = 0;

  for (guint i = 0; i <= series; i++)
    sum += (double) tenure_horizon_part_of (month, i);
  return sum;
}

/* --- Drawing -------------------------------------------------------------------------------------------- */

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

/* Steps along the top of the series, back along the top of the one below it. */
static void
add_area (Layout *layout, guint series)
{
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  TenureKeyItem style = series_style (series);
  TenureShape *area;
  gboolean any = FALSE;

  for (guint i = 0; i < layout->n; i++)
    {
      double y = value_y (layout, stack_to (&layout->data->months[i], series));
      double step[4] = { month_x (layout, i), y, month_x (layout, i + 1), y };

      any = any || tenure_horizon_part_of (&layout->data->months[i], series) > 0;
      g_array_append_vals (xy, step, 4);
    }
  for (guint i = layout->n; i > 0; i--)
    {
      double below = series > 0 ? stack_to (&layout->data->months[i - 1], series - 1) : 0;
      double y = value_y (layout, below);
      double step[4] = { month_x (layout, i), y, month_x (layout, i - 1), y };

      g_array_append_vals (xy, step, 4);
    }
  if (!any)
    return;
  area = tenure_scene_add_polygon (layout->scene, TENURE_LAYER_DATA, (const double *) (gconstpointer) xy->data, xy->len / 2,
                                   style.role);
  area->pattern = style.pattern;
  area->open = style.open;
  area->stroke = style.stroke;
}

static void
add_mark (Layout *layout, guint column, guint i)
{
  guint series = layout->series[column];
  const TenureHorizonMonth *month = &layout->data->months[i];
  g_autofree char *label = tenure_day_dup_month_label (tenure_day_add_months (layout->data->first_month, (int) i));
  g_autofree char *exact = tenure_format_money (tenure_horizon_part_of (month, series), layout->data->currency);
  char *a_year = g_strdup_printf (_ ("%s a year"), exact);
  g_autofree char *words =
      series == TENURE_HORIZON_SECURED ? tenure_horizon_complete_month_words (layout->data, layout->n, i, a_year) : a_year;
  double top = value_y (layout, stack_to (month, series));
  double bottom = value_y (layout, series > 0 ? stack_to (month, series - 1) : 0);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = label;
  mark.value = words;
  mark.series = series_label (series);
  mark.cell = exact;
  mark.amount = tenure_horizon_part_of (month, series);
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = TRUE;
  mark.row = mark.source = (gint32) i;
  mark.column = mark.group = (gint32) column;
  mark.x = month_x (layout, i);
  mark.width = month_x (layout, i + 1) - mark.x;
  mark.y = MIN (top, bottom - 1);
  mark.height = bottom - mark.y;
  tenure_scene_add_mark (layout->scene, &mark, NULL, 0);
}

/* "−£2.4m" over @note, above the plot at the edge of the cliff; larger falls choose their place first. */
static gboolean
add_cliff_label (Layout *layout, TenurePlacer *placer, guint i, double top, const char *note)
{
  g_autofree char *money = tenure_format_money_short (-tenure_horizon_fall_at (layout->data, i), layout->data->currency);
  double line = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL));
  double width = MAX (tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, note),
                      tenure_scene_text_width (layout->scene, TENURE_TYPE_VALUE, money));
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double x = month_x (layout, i);
  double right = layout->plot.x + layout->plot.width;
  gboolean before = x + space + width > right;
  double label_x = before ? x - space : x + space;
  TenureTextStyle style = { TENURE_TYPE_VALUE, TENURE_ROLE_INK, before ? 1 : 0, 0, 0, FALSE };

  if (before && label_x - width < layout->plot.x)
    return FALSE;
  if (!tenure_placer_take (placer, before ? label_x - width : label_x, top, width, layout->plot.y - top))
    return FALSE;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, label_x, top, money, &style);
  style.type = TENURE_TYPE_SMALL;
  style.role = TENURE_ROLE_INK_SOFT;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, label_x, layout->plot.y - space - line, note, &style);
  return TRUE;
}

static void
add_cliff (Layout *layout, TenurePlacer *placer, guint i, double top)
{
  g_autofree char *note = tenure_horizon_dup_cliff_note (layout->data, i, FALSE);
  g_autofree char *brief = tenure_horizon_dup_cliff_note (layout->data, i, TRUE);
  gboolean labelled = add_cliff_label (layout, placer, i, top, note) || add_cliff_label (layout, placer, i, top, brief);
  double x = month_x (layout, i);
  double y1 = value_y (layout, (double) tenure_horizon_committed_of (&layout->data->months[i - 1]));
  double y2 = value_y (layout, (double) tenure_horizon_committed_of (&layout->data->months[i]));
  TenureShape *edge;

  if (labelled)
    {
      TenureShape *leader =
          tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, top, x, MIN (y1, y2), TENURE_ROLE_ACCENT);

      leader->dash = 3;
    }
  edge = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, y1, x, y2, TENURE_ROLE_ACCENT);
  edge->line_width = 3;
}

static int
compare_falls (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 fa = tenure_horizon_fall_at (data, *(const guint *) a);
  gint64 fb = tenure_horizon_fall_at (data, *(const guint *) b);

  return fa > fb ? -1 : fa < fb;
}

static void
add_cliffs (Layout *layout, double top)
{
  g_auto (TenurePlacer) placer = { 0 };
  g_autoptr (GArray) cliffs = g_array_new (FALSE, FALSE, sizeof (guint));
  guint largest = tenure_horizon_largest_fall (layout->data, layout->n);

  tenure_placer_init (&placer, tenure_scene_get_theme (layout->scene)->space_px);
  for (guint i = 1; i < layout->n; i++)
    if (tenure_horizon_is_named (layout->data, i, largest) && tenure_horizon_fall_at (layout->data, i) > 0)
      g_array_append_val (cliffs, i);
  g_array_sort_with_data (cliffs, compare_falls, (gpointer) layout->data);
  for (guint k = 0; k < cliffs->len; k++)
    add_cliff (layout, &placer, g_array_index (cliffs, guint, k), top);
}

/* --- Posts ---------------------------------------------------------------------------------------------- */

static gboolean
has_posts (const Layout *layout)
{
  return layout->data->posts_known > 0;
}

static char *
dup_posts (double value, gconstpointer data)
{
  return tenure_hundredths_dup_text ((gint64) llround (100 * value));
}

/* "Posts at risk (12 of 40 known)". */
static char *
dup_posts_title (const TenureHorizonData *data)
{
  g_autofree char *known = tenure_format_count (data->posts_known), *of = tenure_format_count (data->posts_of);

  /* Translators: two numbers of agreements; posts whose money is not signed any more on a day. */
  return g_strdup_printf (_ ("Posts at risk (%1$s of %2$s known)"), known, of);
}

static void
add_posts_mark (Layout *layout, const TenureBox *box, guint i)
{
  g_autofree char *label = tenure_day_dup_month_label (tenure_day_add_months (layout->data->first_month, (int) i));
  g_autofree char *cell = tenure_hundredths_dup_text (layout->data->months[i].posts_at_risk);
  /* Translators: a number of full-time equivalents, "2.5". */
  g_autofree char *words = g_strdup_printf (_ ("%s full-time equivalents without signed money"), cell);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = label;
  mark.value = words;
  mark.series = _ ("Posts at risk");
  mark.cell = cell;
  mark.amount = layout->data->months[i].posts_at_risk;
  mark.known = TRUE;
  mark.row = mark.source = (gint32) i;
  mark.column = mark.group = (gint32) layout->n_series;
  mark.x = box->x;
  mark.y = box->y;
  mark.width = MAX (box->width, 1);
  mark.height = box->height;
  tenure_scene_add_mark (layout->scene, &mark, NULL, 0);
}

static void
add_posts (Layout *layout)
{
  g_autofree char *title = dup_posts_title (layout->data);
  TenureStripData data = {
    title, layout->posts, layout->n, TENURE_ROLE_MEASURE, TENURE_PATTERN_BACK_HATCH, dup_posts, NULL
  };
  double top = layout->plot.y + layout->plot.height + tenure_axis_months_height (layout->scene);
  TenureStrip strip;

  if (!has_posts (layout))
    return;
  for (guint i = 0; i < layout->n; i++)
    layout->posts[i] = (double) layout->data->months[i].posts_at_risk / 100;
  strip = tenure_strip_add (layout->scene, &layout->plot, top, &data);
  for (guint i = 0; i < layout->n; i++)
    {
      TenureBox box = tenure_strip_month (&strip, &data, i);

      add_posts_mark (layout, &box, i);
    }
}

static void
add_table (const Layout *layout)
{
  tenure_scene_set_table_corner (layout->scene, _ ("Month"));
  for (guint k = 0; k < layout->n_series; k++)
    tenure_scene_add_column (layout->scene, series_label (layout->series[k]), TRUE);
  if (has_posts (layout))
    tenure_scene_add_column (layout->scene, _ ("Posts at risk"), TRUE);
  for (guint i = 0; i < layout->n; i++)
    {
      g_autofree char *month = tenure_day_dup_month_label (tenure_day_add_months (layout->data->first_month, (int) i));

      tenure_scene_add_row (layout->scene, month, TENURE_ID_NONE);
    }
}

/* --- Names of series ------------------------------------------------------------------------------------ */

/* Where the name of a series finds room inside its area. */
typedef struct
{
  double x, y; /* left, middle */
  double room; /* height of the level strip that it lies in; 0: none */
} Spot;

/* The level strip of the series over months [from, to]: between the lowest of its tops and the highest of its
 * bottoms. */
static void
narrow_strip (const Layout *layout, guint series, guint month, double *top, double *bottom)
{
  const TenureHorizonMonth *datum = &layout->data->months[month];

  *top = MAX (*top, value_y (layout, stack_to (datum, series)));
  *bottom = MIN (*bottom, value_y (layout, series > 0 ? stack_to (datum, series - 1) : 0));
}

static Spot
find_spot (const Layout *layout, guint series)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double needed = tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, series_label (series)) + 4 * space;
  double line = tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL) + space;
  guint largest = tenure_horizon_largest_fall (layout->data, layout->n);
  Spot best = { 0 };

  for (guint from = 0; from < layout->n; from++)
    {
      double top = -INFINITY, bottom = INFINITY;

      for (guint to = from; to < layout->n; to++)
        {
          /* Not across a cliff, whose line would cross the name. */
          if (to > from && tenure_horizon_is_named (layout->data, to, largest))
            break;
          narrow_strip (layout, series, to, &top, &bottom);
          if (bottom - top < line)
            break;
          if (month_x (layout, to + 1) - month_x (layout, from) < needed)
            continue;
          /* The earliest of those that are about as roomy. */
          if (bottom - top > 1.15 * best.room)
            best = (Spot){ month_x (layout, from) + 2 * space, (top + bottom) / 2, bottom - top };
          break;
        }
    }
  return best;
}

static gboolean
has_series (const Layout *layout, guint series)
{
  for (guint i = 0; i < layout->n; i++)
    if (tenure_horizon_part_of (&layout->data->months[i], series) > 0)
      return TRUE;
  return FALSE;
}

/* TRUE when every series that is drawn can carry its name. */
static gboolean
names_fit (const Layout *layout)
{
  for (guint k = 0; k < layout->n_series; k++)
    if (has_series (layout, layout->series[k]) && find_spot (layout, layout->series[k]).room <= 0)
      return FALSE;
  return TRUE;
}

static void
add_names (Layout *layout)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px;

  for (guint k = 0; k < layout->n_series; k++)
    {
      guint series = layout->series[k];
      TenureKeyItem style = series_style (series);
      Spot spot = find_spot (layout, series);
      TenureChartRole ink =
          style.open ? TENURE_ROLE_INK : tenure_chart_theme_ink_on (tenure_scene_get_theme (layout->scene), style.role);
      TenureShape *text, *pill;

      if (!has_series (layout, series))
        continue;
      text = tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, spot.x, spot.y, style.label,
                                    &(TenureTextStyle){ TENURE_TYPE_SMALL, ink, 0, 0.5, 0, FALSE });
      if (text == NULL || !style.open)
        continue;
      /* Hatches and dots are no ground for words. */
      pill = tenure_scene_add_rect (layout->scene, TENURE_LAYER_FRONT, text->x - space, text->y, text->width + 2 * space,
                                    text->height, TENURE_ROLE_GROUND);
      pill->radius = 3;
      pill->opacity = 0.9;
    }
}

/* --- The chart ------------------------------------------------------------------------------------------ */

static double
posts_height (const Layout *layout)
{
  return has_posts (layout) ? tenure_strip_height (layout->scene) : 0;
}

/* From the top of @box: the key if there is one, two lines for the names of cliffs, the plot, the months. */
static TenureMoneyAxis
place_plot (Layout *layout, TenureBox box, double key_px)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double cliffs = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_VALUE)
                        + tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL))
                  + space;
  TenureMoneyAxis axis;

  layout->cliffs_top = box.y + key_px;
  box.y += key_px + cliffs;
  box.height = MAX (box.height - key_px - cliffs - tenure_axis_months_height (layout->scene) - posts_height (layout), 10);
  axis = tenure_axis_measure_money (layout->scene, &box, layout->highest);
  layout->plot = axis.plot;
  layout->scale = axis.scale;
  return axis;
}

/* Each series is named inside its area; only where one does not find room is there a key. */
static void
draw (Layout *layout, const TenureBox *box)
{
  TenureMoneyAxis axis = place_plot (layout, *box, 0);
  gboolean named = names_fit (layout);

  if (!named)
    {
      TenureKeyItem key[TENURE_HORIZON_N_SERIES];
      double space = tenure_scene_get_theme (layout->scene)->space_px;

      for (guint k = 0; k < layout->n_series; k++)
        key[k] = series_style (layout->series[k]);
      axis = place_plot (layout, *box, tenure_chart_add_key (layout->scene, box, key, layout->n_series) + 2 * space);
    }
  tenure_axis_add_money (layout->scene, &axis);
  tenure_axis_add_months (layout->scene, &layout->plot, layout->data->first_month, layout->n,
                          layout->data->year_start_month);
  for (guint k = 0; k < layout->n_series; k++)
    {
      add_area (layout, layout->series[k]);
      for (guint i = 0; i < layout->n; i++)
        add_mark (layout, k, i);
    }
  add_posts (layout);
  add_cliffs (layout, layout->cliffs_top);
  if (named)
    add_names (layout);
}

/* Secured and options always, the others where there is any. */
static void
choose_series (Layout *layout)
{
  for (guint series = 0; series < TENURE_HORIZON_N_SERIES; series++)
    if (series == TENURE_HORIZON_SECURED || series == TENURE_HORIZON_EXTENDED || has_series (layout, series))
      layout->series[layout->n_series++] = series;
}

TenureScene *
tenure_chart_horizon (const TenureHorizonData *data, double width, double height, const TenureChartTheme *theme)
{
  Layout layout = { .data = data };
  const char *subtitle = _ ("Annual value at the start of each month; a fall is what ends in a month less what "
                            "begins in it");
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  if (data->months != NULL && tenure_day_is_known (data->first_month) && !data->too_large)
    layout.n = MIN (data->n_months, MAX_MONTHS);
  choose_series (&layout);
  for (guint i = 0; i < layout.n; i++)
    layout.highest = MAX (layout.highest, stack_to (&data->months[i], TENURE_HORIZON_N_SERIES - 1));
  layout.scene = tenure_scene_new (width, height, theme);
  tenure_scene_set_currency (layout.scene, data->currency);
  title = tenure_horizon_dup_title (data, layout.n);
  box = tenure_chart_begin (layout.scene, title, subtitle, &data->notes,
                            13 * tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL) + posts_height (&layout));
  if (layout.n == 0)
    {
      tenure_chart_add_empty (layout.scene, &box,
                              data->too_large ? tenure_format_too_large () : _ ("There is no funding ahead to show."));
      return tenure_scene_finish (layout.scene);
    }
  add_table (&layout);
  summary = tenure_horizon_dup_summary (data, layout.n);
  tenure_scene_set_summary (layout.scene, summary);
  draw (&layout, &box);
  return tenure_scene_finish (layout.scene);
}
