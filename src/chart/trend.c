#include "config.h"

#include "chart/trend.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

#define WHOLE 10000 /* basis points */
#define BAR_MAX_PX 56.0

enum
{
  COLUMN_STARTED,
  COLUMN_KNOWN,
  COLUMN_LE12,
  COLUMN_SHARE,
  COLUMN_MEDIAN,
};

typedef struct
{
  TenureScene *scene;
  const TenureTrendData *data;
  TenureBox plot;
  TenureLinearScale up; /* share */
  TenureBandScale bands;
  double space;
} Layout;

/* --- Words ---------------------------------------------------------------------------------------------- */

static gboolean
is_told (const TenureTrendYear *year)
{
  return year->known >= TENURE_TREND_LEAST && tenure_chart_is_mostly_known (year->known, year->started - year->open_ended);
}

static char *
dup_year (const TenureTrendData *data, const TenureTrendYear *year)
{
  return tenure_time_step_dup_label (TENURE_TIME_STEP_YEAR, year->from, data->year_start_month, TRUE);
}

static char *
dup_share (const TenureTrendYear *year)
{
  return tenure_format_percent (year->le12, year->known);
}

static char *
dup_median (const TenureTrendYear *year)
{
  if (year->known == 0)
    return g_strdup ("–");
  return g_strdup_printf (fabs (year->median - round (year->median)) < 0.05 ? "%.0f" : "%.1f", year->median);
}

static char *
dup_words (const TenureTrendYear *year)
{
  g_autofree char *known = tenure_chart_dup_count (year->known), *started = tenure_chart_dup_count (year->started);
  g_autofree char *le12 = tenure_chart_dup_count (year->le12), *share = dup_share (year), *median = dup_median (year);

  if (year->started == 0)
    return g_strdup (_ ("no agreement started"));
  if (year->known == 0)
    /* Translators: a number of agreements. */
    return g_strdup_printf (ngettext ("%s started, its term is not known", "%s started, no term is known", year->started),
                            started);
  if (!is_told (year))
    /* Translators: four numbers of agreements, the last a number of months. */
    return g_strdup_printf (
        _ ("too few are known for a share: %1$s of %2$s known terms of 12 months or less, %3$s started; median "
           "%4$s months"),
        le12, known, started, median);
  /* Translators: a share in per cent, three numbers of agreements, a number of months. */
  return g_strdup_printf (_ ("%1$s: %2$s of %3$s known terms of 12 months or less, %4$s started; median %5$s months"), share,
                          le12, known, started, median);
}

/* From the first to the last year that is told; one that goes on says little of itself, and one of which only long terms may
 * be left too much. */
static char *
dup_title (const TenureTrendData *data)
{
  const TenureTrendYear *first = NULL, *last = NULL;
  g_autofree char *before = NULL, *after = NULL, *from = NULL, *to = NULL;

  if (data->title != NULL)
    return g_strdup (data->title);
  for (guint i = data->first_whole; i + data->last_goes_on < data->n_years; i++)
    if (is_told (&data->years[i]))
      {
        first = first == NULL ? &data->years[i] : first;
        last = &data->years[i];
      }
  if (first == NULL || first == last)
    return g_strdup (_ ("Terms of 12 months or less, year by year"));
  before = dup_share (first);
  after = dup_share (last);
  from = dup_year (data, first);
  to = dup_year (data, last);
  /* Translators: two shares in per cent, each with the year it is of: "2019/20". */
  return g_strdup_printf (_ ("Terms of 12 months or less: %1$s in %2$s, %3$s in %4$s"), before, from, after, to);
}

static char *
dup_subtitle (const TenureTrendData *data)
{
  g_autofree char *year = NULL;

  if (data->first_whole == 0 || data->first_whole >= data->n_years)
    return g_strdup (_ ("Share of the terms agreed in each year; of years before records began only long ones may be left"));
  year = dup_year (data, &data->years[data->first_whole]);
  /* Translators: a financial year: "2022/23". */
  return g_strdup_printf (_ ("Share of the terms agreed in each year; of those before %s only long ones may be left"), year);
}

/* --- Drawing -------------------------------------------------------------------------------------------- */

static double
share_y (const Layout *layout, double share)
{
  return round (tenure_linear_scale_px (&layout->up, share));
}

static void
add_shares (Layout *layout)
{
  for (guint i = 0; i <= 4; i++)
    {
      g_autofree char *label = tenure_format_percent (i, 4);
      double y = share_y (layout, i / 4.0);

      tenure_scene_add_line (layout->scene, i == 0 ? TENURE_LAYER_FRONT : TENURE_LAYER_GRID, layout->plot.x, y,
                             layout->plot.x + layout->plot.width, y, i == 0 ? TENURE_ROLE_AXIS : TENURE_ROLE_GRID);
      tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x - 1.5 * layout->space, y, label,
                             &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 1, 0.5, 0, FALSE });
    }
}

static void
add_reference_part (Layout *layout, double from, double to)
{
  double y = share_y (layout, layout->data->reference);
  TenureShape *line;

  if (to <= from)
    return;
  line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, from, y, to, y, TENURE_ROLE_INK_SOFT);
  line->dash = 4;
  line->line_width = 2;
}

/* Whether the figure above the bar of year @i stands where the reference runs. */
static gboolean
is_in_the_way (const Layout *layout, guint i)
{
  const TenureTrendYear *year = &layout->data->years[i];
  double y = share_y (layout, layout->data->reference), bottom;

  if (!is_told (year))
    return FALSE;
  bottom = share_y (layout, (double) year->le12 / year->known);
  return y <= bottom && y >= bottom - 4 - tenure_scene_line_height (layout->scene, TENURE_TYPE_VALUE);
}

/* Broken where it would strike a figure through. */
static void
add_reference (Layout *layout)
{
  double from = layout->plot.x;

  for (guint i = 0; i < layout->data->n_years; i++)
    if (is_in_the_way (layout, i))
      {
        double middle = tenure_band_scale_px (&layout->bands, i) + layout->bands.width_px / 2;
        g_autofree char *share = dup_share (&layout->data->years[i]);
        double half = tenure_scene_text_width (layout->scene, TENURE_TYPE_VALUE, share) / 2 + 2;

        add_reference_part (layout, from, middle - half);
        from = middle + half;
      }
  add_reference_part (layout, from, layout->plot.x + layout->plot.width);
}

static guint
add_mark (Layout *layout, guint i, const TenureBox *at)
{
  const TenureTrendYear *year = &layout->data->years[i];
  g_autofree char *label = dup_year (layout->data, year), *words = dup_words (year), *share = dup_share (year);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = label;
  mark.value = words;
  mark.cell = is_told (year) ? share : year->started > 0 ? _ ("too few known") : "–";
  mark.amount = year->known > 0 ? (gint64) WHOLE * year->le12 / year->known : 0;
  mark.unit = TENURE_UNIT_BASIS_POINTS;
  mark.known = is_told (year);
  mark.row = mark.source = (gint32) i;
  mark.column = COLUMN_SHARE;
  mark.x = at->x;
  mark.y = at->y;
  mark.width = at->width;
  mark.height = at->height;
  return tenure_scene_add_mark (layout->scene, &mark, NULL, 0);
}

/* The share, strong; of a year that goes on hatched. */
static void
add_told (Layout *layout, guint i, double x, double width)
{
  const TenureTrendYear *year = &layout->data->years[i];
  g_autofree char *share = dup_share (year);
  gboolean goes_on = layout->data->last_goes_on && i + 1 == layout->data->n_years;
  double text, bottom = share_y (layout, 0), top = MIN (share_y (layout, (double) year->le12 / year->known), bottom - 1);
  guint mark = add_mark (layout, i, &(TenureBox){ x, MIN (top, bottom - 4), width, MAX (bottom - top, 4) });
  TenureShape *bar =
      tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, x, top, width, bottom - top, TENURE_ROLE_MEASURE);

  bar->mark = (gint32) mark;
  if (goes_on)
    {
      bar->pattern = TENURE_PATTERN_HATCH;
      bar->open = TRUE;
      bar->stroke = TENURE_ROLE_MEASURE;
    }
  text = tenure_scene_text_width (layout->scene, TENURE_TYPE_VALUE, share);
  if (text > layout->bands.step_px)
    return;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x + width / 2, top - 2, share,
                         &(TenureTextStyle){ TENURE_TYPE_VALUE, TENURE_ROLE_INK, 0.5, 1, 0, FALSE });
}

/* Dotted, and low: it stands for no share. */
static void
add_too_few (Layout *layout, guint i, double x, double width)
{
  double bottom = share_y (layout, 0), height = MIN (round (layout->plot.height / 12), 14);
  guint mark = add_mark (layout, i, &(TenureBox){ x, bottom - height, width, height });
  TenureShape *bar;

  if (layout->data->years[i].started == 0)
    return;
  bar = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, x, bottom - height, width, height, TENURE_ROLE_UNKNOWN);
  bar->pattern = TENURE_PATTERN_DOTS;
  bar->open = TRUE;
  bar->stroke = TENURE_ROLE_UNKNOWN;
  bar->mark = (gint32) mark;
}

static char *
dup_known (const TenureTrendYear *year)
{
  g_autofree char *known = tenure_chart_dup_count (year->known), *started = tenure_chart_dup_count (year->started);

  return g_strdup_printf ("%s/%s", known, started);
}

/* Of the labels below the years. */
static double
measure_widest (const Layout *layout)
{
  double widest = tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, "2000/01");

  for (guint i = 0; i < layout->data->n_years; i++)
    {
      g_autofree char *known = dup_known (&layout->data->years[i]);

      widest = MAX (widest, tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, known));
    }
  return widest;
}

/* The year and, below it, how many are known of how many; of many years only as many labels as find room. */
static void
add_names (Layout *layout)
{
  double small = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL));
  double below = layout->plot.y + layout->plot.height + layout->space;
  double widest = measure_widest (layout) + 2 * layout->space;
  guint step = (guint) MAX (ceil (widest / MAX (layout->bands.step_px, 1)), 1);

  /* Counted back from the last, which is the one that is asked about. */
  for (guint i = 0; i < layout->data->n_years; i++)
    {
      const TenureTrendYear *year = &layout->data->years[i];
      g_autofree char *name = dup_year (layout->data, year);
      g_autofree char *known = dup_known (year);
      double x = tenure_band_scale_px (&layout->bands, i) + layout->bands.width_px / 2;
      TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0.5, 0, 0, FALSE };

      if ((layout->data->n_years - 1 - i) % step != 0)
        continue;
      tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x, below, name, &style);
      tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x, below + small, known, &style);
    }
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x + layout->plot.width, below + 2 * small,
                         _ ("terms known / agreements"),
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 1, 0, layout->plot.width, FALSE });
}

static void
add_table (const Layout *layout)
{
  const char *const columns[] = { _ ("Started"), _ ("Known"), _ ("12 months or less"), _ ("Share"), _ ("Median, months") };

  tenure_scene_set_table_corner (layout->scene, _ ("Financial year"));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    tenure_scene_add_column (layout->scene, columns[i], TRUE);
  for (guint i = 0; i < layout->data->n_years; i++)
    {
      const TenureTrendYear *year = &layout->data->years[i];
      g_autofree char *name = dup_year (layout->data, year), *median = dup_median (year);
      g_autofree char *started = tenure_chart_dup_count (year->started), *known = tenure_chart_dup_count (year->known);
      g_autofree char *le12 = tenure_chart_dup_count (year->le12);
      guint row = tenure_scene_add_row (layout->scene, name, TENURE_ID_NONE);

      tenure_scene_set_cell (layout->scene, row, COLUMN_STARTED, started);
      tenure_scene_set_cell (layout->scene, row, COLUMN_KNOWN, known);
      tenure_scene_set_cell (layout->scene, row, COLUMN_LE12, le12);
      tenure_scene_set_cell (layout->scene, row, COLUMN_MEDIAN, median);
    }
}

/* What is in the picture. */
static guint
fill_key (const TenureTrendData *data, TenureKeyItem *key)
{
  gboolean too_few = FALSE, goes_on = data->last_goes_on && data->n_years > 0 && is_told (&data->years[data->n_years - 1]);
  guint n = 0;

  for (guint i = 0; i < data->n_years; i++)
    too_few |= data->years[i].started > 0 && !is_told (&data->years[i]);
  key[n++] = (TenureKeyItem){ TENURE_ROLE_MEASURE, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_NONE, _ ("12 months or less") };
  if (goes_on)
    key[n++] = (TenureKeyItem){ TENURE_ROLE_MEASURE, TENURE_PATTERN_HATCH, TRUE, TENURE_ROLE_MEASURE,
                                _ ("The year that is not over") };
  if (too_few)
    key[n++] = (TenureKeyItem){ TENURE_ROLE_UNKNOWN, TENURE_PATTERN_DOTS, TRUE, TENURE_ROLE_UNKNOWN,
                                _ ("Too few terms known for a share") };
  return n;
}

/* Under the key, where it cannot meet a bar. */
static double
add_reference_words (Layout *layout, const TenureBox *box, double y)
{
  double width, height, left = 6 * layout->space;
  TenureShape *line;

  if (layout->data->reference < 0)
    return 0;
  tenure_scene_measure (layout->scene, TENURE_TYPE_SMALL, layout->data->reference_label, box->width - left, &width, &height);
  line = tenure_scene_add_line (layout->scene, TENURE_LAYER_TEXT, box->x, y + height / 2, box->x + left - layout->space,
                                y + height / 2, TENURE_ROLE_INK_SOFT);
  line->dash = 4;
  line->line_width = 2;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, box->x + left, y, layout->data->reference_label,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, box->width - left, TRUE });
  return ceil (height) + layout->space;
}

static void
draw (Layout *layout, TenureBox box, TenureKeyItem *key, guint n_key)
{
  const TenureTrendData *data = layout->data;
  double small = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL));
  double value = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_VALUE));
  double left = tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, "100 %") + 2 * layout->space;
  double above = tenure_chart_add_key (layout->scene, &box, key, n_key) + layout->space;

  above += add_reference_words (layout, &box, box.y + above) + value;
  layout->plot = (TenureBox){ box.x + left, box.y + above, MAX (box.width - left - layout->space, 10),
                              MAX (box.height - above - 3 * small - 2 * layout->space, 10) };
  layout->up = tenure_linear_scale (0, 1, layout->plot.y + layout->plot.height, layout->plot.y);
  layout->bands = tenure_band_scale (data->n_years, layout->plot.x, layout->plot.x + layout->plot.width, 0.3);
  add_shares (layout);
  if (data->reference >= 0)
    add_reference (layout);
  for (guint i = 0; i < data->n_years; i++)
    {
      double width = MIN (layout->bands.width_px, BAR_MAX_PX * tenure_scene_get_theme (layout->scene)->text_scale);
      double x = tenure_band_scale_px (&layout->bands, i) + floor ((layout->bands.width_px - width) / 2);

      if (is_told (&data->years[i]))
        add_told (layout, i, x, width);
      else
        add_too_few (layout, i, x, width);
    }
  add_names (layout);
}

TenureScene *
tenure_chart_trend (const TenureTrendData *data, double width, double height, const TenureChartTheme *theme)
{
  TenureKeyItem key[3];
  Layout layout = { .data = data };
  g_autofree char *title = NULL, *subtitle = NULL;
  guint n_key;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  layout.scene = tenure_scene_new (width, height, theme);
  layout.space = theme->space_px;
  title = dup_title (data);
  subtitle = dup_subtitle (data);
  n_key = fill_key (data, key);
  box = tenure_chart_begin (layout.scene, title, subtitle, &data->notes,
                            tenure_chart_key_height (layout.scene, width - 6 * layout.space, key, n_key)
                                + 13 * tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL));
  if (data->n_years == 0)
    {
      tenure_chart_add_empty (layout.scene, &box, _ ("No agreement with a recorded start has begun in these years."));
      return tenure_scene_finish (layout.scene);
    }
  add_table (&layout);
  draw (&layout, box, key, n_key);
  return tenure_scene_finish (layout.scene);
}
