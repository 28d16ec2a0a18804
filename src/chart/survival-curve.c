#include "config.h"

#include "chart/survival-curve.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

#define WHOLE 10000 /* basis points */

enum
{
  COLUMN_SHARE,
  COLUMN_INTERVAL,
  COLUMN_ENDED,
  COLUMN_AT_RISK
};

typedef struct
{
  TenureScene *scene;
  const TenureSurvivalData *data;
  TenureBox plot;
  TenureLinearScale across; /* months */
  TenureLinearScale up;     /* share */
} Layout;

/* --- Words ---------------------------------------------------------------------------------------------- */

/* "24 months", "17.4 months". */
static char *
dup_months (double months)
{
  if (fabs (months - round (months)) < 0.05)
    /* Translators: how long something lasted. */
    return g_strdup_printf (ngettext ("%.0f month", "%.0f months", (gulong) round (months)), round (months));
  return g_strdup_printf (_ ("%.1f months"), months);
}

static char *
dup_share (double share)
{
  return tenure_format_percent ((gint64) round (share * WHOLE), WHOLE);
}

/* "35 to 60 %"; NULL where it cannot be told. */
static char *
dup_interval (const TenureSurvivalPoint *point)
{
  if (!point->interval_known)
    return NULL;
  /* Translators: two shares in per cent, between which the true one lies. */
  return g_strdup_printf (_ ("%1$.0f to %2$.0f %%"), 100 * point->lower, 100 * point->upper);
}

static char *
dup_title (const TenureSurvivalData *data)
{
  g_autofree char *months = NULL, *share = NULL;

  if (data->title != NULL)
    return g_strdup (data->title);
  if (data->n == 0)
    return g_strdup (_ ("How long funding lasts"));
  if (data->n_points == 0)
    {
      months = dup_months (data->longest);
      /* Translators: the longest time that one has lasted. */
      return g_strdup_printf (_ ("No funding relationship has ended so far; the longest is of %s"), months);
    }
  if (data->median_known)
    {
      months = dup_months (data->median);
      /* Translators: a time: "24 months". */
      return g_strdup_printf (_ ("Half of the funding relationships have ended after %s"), months);
    }
  months = dup_months (data->points[data->n_points - 1].months);
  share = dup_share (data->points[data->n_points - 1].share);
  /* Translators: a time and a share: "After 24 months 86 % of the funding relationships still go on". */
  return g_strdup_printf (_ ("After %1$s %2$s of the funding relationships still go on"), months, share);
}

static char *
dup_subtitle (const TenureSurvivalData *data)
{
  const char *drawn = _ ("Share of funding relationships, terms that follow one another without a break, that still go on");

  if (data->n == 0 || data->n_terms <= data->n)
    return g_strdup (drawn);
  /* Translators: what is drawn, a number with one decimal. */
  return g_strdup_printf (_ ("%1$s; each is of %2$.1f terms on average"), drawn, (double) data->n_terms / data->n);
}

/* "48 % still go on (35 to 60 %); 3 of 21 that lasted so long ended here". */
static char *
dup_point_words (const TenureSurvivalPoint *point)
{
  g_autofree char *share = dup_share (point->share), *interval = dup_interval (point);
  g_autofree char *with_interval = interval != NULL
                                       ? g_strdup_printf (_ ("%1$s still go on (95 %% interval: %2$s)"), share, interval)
                                       : g_strdup_printf (_ ("%s still go on"), share);

  g_autofree char *ended = tenure_chart_dup_count (point->ended), *at_risk = tenure_chart_dup_count (point->at_risk);

  /* Translators: how many still go on, then how many ended then, of how many. */
  return g_strdup_printf (ngettext ("%1$s; %2$s of the %3$s that lasted so long ended then",
                                    "%1$s; %2$s of the %3$s that lasted so long ended then", point->ended),
                          with_interval, ended, at_risk);
}

/* --- Axes ----------------------------------------------------------------------------------------------- */

static double
month_x (const Layout *layout, double months)
{
  return round (tenure_linear_scale_px (&layout->across, months));
}

static double
share_y (const Layout *layout, double share)
{
  return round (tenure_linear_scale_px (&layout->up, share));
}

static void
add_shares (Layout *layout)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px;

  for (guint i = 0; i <= 4; i++)
    {
      g_autofree char *label = tenure_format_percent (i, 4);
      double y = share_y (layout, i / 4.0);

      tenure_scene_add_line (layout->scene, i == 0 ? TENURE_LAYER_FRONT : TENURE_LAYER_GRID, layout->plot.x, y,
                             layout->plot.x + layout->plot.width, y, i == 0 ? TENURE_ROLE_AXIS : TENURE_ROLE_GRID);
      tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x - 1.5 * space, y, label,
                             &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 1, 0.5, 0, FALSE });
    }
}

/* Those that lasted @months at the least. */
static guint
count_at_risk (const TenureSurvivalData *data, double months)
{
  guint low = 0, high = data->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (data->lasted[middle] < months)
        low = middle + 1;
      else
        high = middle;
    }
  return data->n - low;
}

static void
add_months (Layout *layout)
{
  double line = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL));
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double label_px =
      tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, layout->data->n >= 1000 ? "100,000" : "000") + 4 * space;
  TenureTicks ticks =
      tenure_ticks_months (layout->across.low, layout->across.high, tenure_axis_max_ticks (layout->plot.width, label_px));
  double below = layout->plot.y + layout->plot.height + space;

  for (guint i = 0; i < ticks.count; i++)
    {
      g_autofree char *label = tenure_format_count ((gint64) tenure_ticks_at (&ticks, i));
      double x = month_x (layout, tenure_ticks_at (&ticks, i));

      tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, layout->plot.y + layout->plot.height, x, below,
                             TENURE_ROLE_AXIS);
      tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x, below, label,
                             &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0.5, 0, 0, FALSE });
      if (layout->data->lasted != NULL)
        {
          g_autofree char *at_risk = tenure_format_count (count_at_risk (layout->data, tenure_ticks_at (&ticks, i)));

          tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x, below + line, at_risk,
                                 &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK, 0.5, 0, 0, FALSE });
        }
    }
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x + layout->plot.width,
                         below + (layout->data->lasted != NULL ? 2 : 1) * line,
                         layout->data->lasted != NULL ? _ ("months; below: how many lasted so long")
                                                      : _ ("months since the first term began"),
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 1, 0, layout->plot.width, FALSE });
}

/* --- The curve ------------------------------------------------------------------------------------------ */

static void
append (GArray *xy, double x, double y)
{
  double point[2] = { x, y };

  g_array_append_vals (xy, point, 2);
}

static const double *
points_of (const GArray *xy)
{
  return (const double *) (gconstpointer) xy->data;
}

/* The month up to which the step after @i reaches. */
static double
step_end (const TenureSurvivalData *data, guint i)
{
  return i + 1 < data->n_points ? data->points[i + 1].months : data->longest;
}

static void
add_interval (Layout *layout)
{
  const TenureSurvivalData *data = layout->data;

  for (guint i = 0; i < data->n_points; i++)
    {
      const TenureSurvivalPoint *point = &data->points[i];
      double x = month_x (layout, point->months), top = share_y (layout, point->upper);
      TenureShape *area;

      if (!point->interval_known || step_end (data, i) <= point->months)
        continue;
      area = tenure_scene_add_rect (layout->scene, TENURE_LAYER_BACK, x, top, month_x (layout, step_end (data, i)) - x,
                                    share_y (layout, point->lower) - top, TENURE_ROLE_MEASURE);
      area->opacity = 0.2;
    }
}

static void
add_curve (Layout *layout)
{
  const TenureSurvivalData *data = layout->data;
  g_autoptr (GArray) xy = g_array_new (FALSE, FALSE, sizeof (double));
  double y = share_y (layout, 1);
  TenureShape *line;

  append (xy, month_x (layout, 0), y);
  for (guint i = 0; i < data->n_points; i++)
    {
      append (xy, month_x (layout, data->points[i].months), y);
      y = share_y (layout, data->points[i].share);
      append (xy, month_x (layout, data->points[i].months), y);
    }
  append (xy, month_x (layout, data->longest), y);
  line = tenure_scene_add_polyline (layout->scene, TENURE_LAYER_DATA, points_of (xy), xy->len / 2, TENURE_ROLE_MEASURE);
  line->line_width = 2;
}

/* From the half across to the curve, and down to its month. */
static void
add_median (Layout *layout)
{
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double x = month_x (layout, layout->data->median), y = share_y (layout, 0.5);
  g_autofree char *label = dup_months (layout->data->median);
  gboolean before =
      x + space + tenure_scene_text_width (layout->scene, TENURE_TYPE_VALUE, label) > layout->plot.x + layout->plot.width;
  TenureShape *line;

  line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, layout->plot.x, y, x, y, TENURE_ROLE_ACCENT);
  line->dash = 3;
  line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, y, x, layout->plot.y + layout->plot.height,
                                TENURE_ROLE_ACCENT);
  line->dash = 3;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, before ? x - space : x + space,
                         layout->plot.y + layout->plot.height - space, label,
                         &(TenureTextStyle){ TENURE_TYPE_VALUE, TENURE_ROLE_INK, before ? 1 : 0, 1, 0, FALSE });
}

static void
add_mark (Layout *layout, guint i)
{
  const TenureSurvivalData *data = layout->data;
  const TenureSurvivalPoint *point = &data->points[i];
  double x = month_x (layout, point->months), right = month_x (layout, step_end (data, i));
  double top = share_y (layout, i > 0 ? data->points[i - 1].share : 1), bottom = share_y (layout, point->share);
  g_autofree char *label = dup_months (point->months), *words = dup_point_words (point), *share = dup_share (point->share);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = label;
  mark.value = words;
  mark.cell = share;
  mark.amount = (gint64) round (point->share * WHOLE);
  mark.unit = TENURE_UNIT_BASIS_POINTS;
  mark.known = TRUE;
  mark.row = mark.source = (gint32) i;
  mark.column = COLUMN_SHARE;
  mark.x = x - 2;
  mark.y = top - 2;
  mark.width = MAX (right - x, 1) + 4;
  mark.height = bottom - top + 4;
  tenure_scene_add_mark (layout->scene, &mark, NULL, 0);
}

static void
add_table (const Layout *layout)
{
  tenure_scene_set_table_corner (layout->scene, _ ("Lasted"));
  tenure_scene_add_column (layout->scene, _ ("Still going on"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("95 % interval"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("Ended then"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("Lasted so long"), TRUE);
  for (guint i = 0; i < layout->data->n_points; i++)
    {
      const TenureSurvivalPoint *point = &layout->data->points[i];
      g_autofree char *label = dup_months (point->months), *interval = dup_interval (point);
      g_autofree char *ended = tenure_format_count (point->ended), *at_risk = tenure_format_count (point->at_risk);
      guint row = tenure_scene_add_row (layout->scene, label, TENURE_ID_NONE);

      tenure_scene_set_cell (layout->scene, row, COLUMN_INTERVAL, interval != NULL ? interval : _ ("cannot tell"));
      tenure_scene_set_cell (layout->scene, row, COLUMN_ENDED, ended);
      tenure_scene_set_cell (layout->scene, row, COLUMN_AT_RISK, at_risk);
    }
}

static void
draw (Layout *layout, TenureBox box)
{
  TenureKeyItem key[] = {
    { TENURE_ROLE_MEASURE, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_NONE, _ ("Share that still go on") },
    { TENURE_ROLE_GHOST, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_MEASURE, _ ("95 % interval") },
  };
  double space = tenure_scene_get_theme (layout->scene)->space_px;
  double line = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL));
  double left = tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, "100 %") + 2 * space;
  double above = tenure_chart_add_key (layout->scene, &box, key, G_N_ELEMENTS (key)) + 2 * space;

  layout->plot = (TenureBox){ box.x + left, box.y + above, MAX (box.width - left - space, 10),
                              MAX (box.height - above - (layout->data->lasted != NULL ? 3 : 2) * line - 2 * space, 10) };
  layout->across =
      tenure_linear_scale (0, MAX (layout->data->longest, 1), layout->plot.x, layout->plot.x + layout->plot.width);
  layout->up = tenure_linear_scale (0, 1, layout->plot.y + layout->plot.height, layout->plot.y);
  add_shares (layout);
  add_months (layout);
  add_interval (layout);
  add_curve (layout);
  for (guint i = 0; i < layout->data->n_points; i++)
    add_mark (layout, i);
  if (layout->data->median_known)
    add_median (layout);
}

TenureScene *
tenure_chart_survival (const TenureSurvivalData *data, double width, double height, const TenureChartTheme *theme)
{
  Layout layout = { .data = data };
  g_autofree char *title = NULL, *subtitle = NULL;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  layout.scene = tenure_scene_new (width, height, theme);
  title = dup_title (data);
  subtitle = dup_subtitle (data);
  box = tenure_chart_begin (layout.scene, title, subtitle, &data->notes,
                            12 * tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL));
  if (data->n == 0)
    {
      tenure_chart_add_empty (layout.scene, &box, _ ("There is no funding relationship of known length to show."));
      return tenure_scene_finish (layout.scene);
    }
  add_table (&layout);
  draw (&layout, box);
  return tenure_scene_finish (layout.scene);
}
