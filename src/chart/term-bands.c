#include "config.h"

#include "chart/term-bands.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

/* Row labels beside the bars must leave the longest bar this much (at text scale 1), or they move above. */
#define LEAST_BAR_PX 22.0
#define BAR_MAX_PX 26.0

enum
{
  COLUMN_COUNT,
  COLUMN_VALUE,
  N_COLUMNS
};

typedef struct
{
  TenureScene *scene;
  const TenureTermBandsData *data;
  double space;
  double line;                  /* height of a line of LABEL */
  TenureBox columns[N_COLUMNS]; /* of bars, with room for their figures */
  double highest[N_COLUMNS];
  double figure_px[N_COLUMNS]; /* widest figure of each column */
  gboolean stacked;            /* row labels above the bars */
  double label_px;
} Layout;

const char *
tenure_term_band_label (TenureTermBand band)
{
  switch (band)
    {
    case TENURE_TERM_BAND_LE12:
      return _ ("12 months or less");
    case TENURE_TERM_BAND_GT12_LT36:
      return _ ("Over 12, under 36 months");
    case TENURE_TERM_BAND_GE36:
      return _ ("36 months or more");
    case TENURE_TERM_BAND_OPEN:
      return _ ("Open-ended");
    case TENURE_TERM_BAND_UNKNOWN:
    case TENURE_N_TERM_BANDS:
    default:
      return _ ("Not recorded");
    }
}

/* --- Words ---------------------------------------------------------------------------------------------- */

static guint
total_count (const TenureTermBandsData *data)
{
  guint total = 0;

  for (guint i = 0; i < TENURE_N_TERM_BANDS; i++)
    total += data->bands[i].count;
  return total;
}

/* One agreement is no share of anything. */
static char *
dup_title_of_one (const TenureTermBandsData *data, gboolean of_several)
{
  if (data->bands[TENURE_TERM_BAND_LE12].count > 0)
    return g_strdup (of_several ? _ ("The 1 agreement with a known term runs for 12 months or less")
                                : _ ("1 agreement runs for 12 months or less"));
  return g_strdup (of_several ? _ ("The 1 agreement with a known term runs for more than 12 months")
                              : _ ("1 agreement runs for more than 12 months"));
}

/* An open-ended agreement has no term; a register may hold no other. */
static char *
dup_title_of_none (const TenureTermBandsData *data)
{
  guint open = data->bands[TENURE_TERM_BAND_OPEN].count;
  g_autofree char *count = tenure_chart_dup_count (open);

  if (open == 0)
    return g_strdup (_ ("No running agreement has a recorded term"));
  if (data->bands[TENURE_TERM_BAND_UNKNOWN].count > 0)
    return g_strdup (_ ("No running agreement has a recorded end"));
  return g_strdup_printf (ngettext ("%s agreement is open-ended", "All %s agreements are open-ended", open), count);
}

/* Too few are known for a share of all: says of how many it speaks. */
static char *
dup_title_of_few (const TenureTermBandsData *data, guint known, guint of)
{
  guint n_short = data->bands[TENURE_TERM_BAND_LE12].count;
  g_autofree char *k = tenure_format_count (known), *all = tenure_format_count (of);
  g_autofree char *share = tenure_format_percent (n_short, known);

  if (known == 1)
    return g_strdup_printf (n_short == 1 ? _ ("Of %s agreements, the 1 whose term is known runs for 12 months or less")
                                         : _ ("Of %s agreements, the 1 whose term is known runs for more than 12 months"),
                            all);
  if (n_short == 0)
    /* Translators: two numbers of agreements. */
    return g_strdup_printf (_ ("Of the %1$s of %2$s agreements whose term is known, none runs for 12 months or less"), k,
                            all);
  if (n_short == known)
    return g_strdup_printf (_ ("Of the %1$s of %2$s agreements whose term is known, all run for 12 months or less"), k, all);
  /* Translators: two numbers of agreements, a share in per cent. */
  return g_strdup_printf (_ ("Of the %1$s of %2$s agreements whose term is known, %3$s run for 12 months or less"), k, all,
                          share);
}

/* What the reader should see: the share of short terms among those that are known. What is open-ended has no term. */
static char *
dup_title (const TenureTermBandsData *data)
{
  guint total = total_count (data);
  guint with_term = total - data->bands[TENURE_TERM_BAND_OPEN].count;
  guint known = with_term - data->bands[TENURE_TERM_BAND_UNKNOWN].count;
  g_autofree char *share = NULL;

  if (data->title != NULL)
    return g_strdup (data->title);
  if (total == 0)
    return g_strdup (_ ("How long funding is promised for"));
  if (known == 0)
    return dup_title_of_none (data);
  if (!tenure_chart_is_mostly_known (known, with_term))
    return dup_title_of_few (data, known, with_term);
  if (known == 1)
    return dup_title_of_one (data, known < total);
  share = tenure_format_percent (data->bands[TENURE_TERM_BAND_LE12].count, known);
  if (known < total)
    return g_strdup_printf (_ ("%s of agreements with a known term run for 12 months or less"), share);
  return g_strdup_printf (_ ("%s of agreements run for 12 months or less"), share);
}

static char *
dup_figure (const Layout *layout, guint band, guint column)
{
  const TenureTermBandDatum *datum = &layout->data->bands[band];

  if (column == COLUMN_COUNT)
    return tenure_format_count (datum->count);
  if (datum->count > 0 && datum->value_known == 0)
    return g_strdup (_ ("not recorded"));
  return tenure_format_money_short (datum->annual_minor, layout->data->currency);
}

static char *
dup_value_words (const Layout *layout, guint band, guint column)
{
  const TenureTermBandDatum *datum = &layout->data->bands[band];
  g_autofree char *money = NULL, *known = NULL, *count = NULL;

  if (column == COLUMN_COUNT)
    return tenure_format_agreements (datum->count);
  if (datum->count > 0 && datum->value_known == 0)
    return g_strdup (_ ("annual value not recorded"));
  money = tenure_format_money (datum->annual_minor, layout->data->currency);
  if (datum->value_known == datum->count)
    return g_strdup_printf (_ ("%s a year"), money);
  known = tenure_format_count (datum->value_known);
  count = tenure_format_count (datum->count);
  /* Translators: an amount, then "known for k of n". */
  return g_strdup_printf (_ ("%1$s a year, known for %2$s of %3$s"), money, known, count);
}

/* --- Layout --------------------------------------------------------------------------------------------- */

static double
amount_of (const TenureTermBandDatum *datum, guint column)
{
  return column == COLUMN_COUNT ? (double) datum->count : (double) MAX (datum->annual_minor, 0);
}

static void
measure (Layout *layout)
{
  for (guint band = 0; band < TENURE_N_TERM_BANDS; band++)
    {
      layout->label_px =
          MAX (layout->label_px, tenure_scene_text_width (layout->scene, TENURE_TYPE_LABEL, tenure_term_band_label (band)));
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          g_autofree char *figure = dup_figure (layout, band, column);

          layout->highest[column] = MAX (layout->highest[column], amount_of (&layout->data->bands[band], column));
          layout->figure_px[column] =
              MAX (layout->figure_px[column], tenure_scene_text_width (layout->scene, TENURE_TYPE_VALUE, figure));
        }
    }
}

static double
column_width (const Layout *layout, double width)
{
  return floor ((width - 5 * layout->space) / 2);
}

static void
choose_arrangement (Layout *layout, double width)
{
  double least = LEAST_BAR_PX * tenure_scene_get_theme (layout->scene)->text_scale;
  double figure = MAX (layout->figure_px[COLUMN_COUNT], layout->figure_px[COLUMN_VALUE]) + 2 * layout->space;

  layout->label_px = ceil (layout->label_px + 3 * layout->space);
  layout->stacked = column_width (layout, width - layout->label_px) - figure < least;
}

static void
place_columns (Layout *layout, const TenureBox *box)
{
  double gap = 5 * layout->space;
  TenureBox bars = *box;

  if (!layout->stacked)
    {
      bars.x += layout->label_px;
      bars.width -= layout->label_px;
    }
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      layout->columns[column] = bars;
      layout->columns[column].width = column_width (layout, bars.width);
      layout->columns[column].x = bars.x + column * (layout->columns[column].width + gap);
    }
}

/* --- Drawing -------------------------------------------------------------------------------------------- */

static void
style_bar (TenureShape *bar, TenureTermBand band)
{
  switch (band)
    {
    case TENURE_TERM_BAND_LE12:
      bar->fill = TENURE_ROLE_MEASURE;
      break;
    case TENURE_TERM_BAND_OPEN:
      bar->fill = TENURE_ROLE_MEASURE_2;
      bar->pattern = TENURE_PATTERN_HATCH;
      bar->open = TRUE;
      bar->stroke = TENURE_ROLE_MEASURE_2;
      break;
    case TENURE_TERM_BAND_UNKNOWN:
      bar->fill = TENURE_ROLE_UNKNOWN;
      bar->pattern = TENURE_PATTERN_DOTS;
      bar->open = TRUE;
      bar->stroke = TENURE_ROLE_UNKNOWN;
      break;
    case TENURE_TERM_BAND_GT12_LT36:
    case TENURE_TERM_BAND_GE36:
    case TENURE_N_TERM_BANDS:
    default:
      bar->fill = TENURE_ROLE_MEASURE_2;
      break;
    }
}

static guint
add_mark (Layout *layout, guint band, guint column, const TenureBox *at)
{
  const TenureTermBandDatum *datum = &layout->data->bands[band];
  g_autofree char *words = dup_value_words (layout, band, column);
  g_autofree char *cell = NULL;
  TenureMark mark = TENURE_MARK_INIT;

  mark.known = column == COLUMN_COUNT || datum->count == 0 || datum->value_known > 0;
  if (column == COLUMN_COUNT)
    cell = tenure_format_count (datum->count);
  else if (mark.known)
    cell = tenure_format_money (datum->annual_minor, layout->data->currency);
  mark.label = tenure_term_band_label (band);
  mark.value = words;
  mark.cell = cell;
  mark.amount = column == COLUMN_COUNT ? (gint64) datum->count : datum->annual_minor;
  mark.unit = column == COLUMN_COUNT ? TENURE_UNIT_COUNT : TENURE_UNIT_MONEY;
  mark.row = mark.source = (gint32) band;
  mark.column = mark.group = (gint32) column;
  mark.x = at->x;
  mark.y = at->y;
  mark.width = at->width;
  mark.height = at->height;
  return tenure_scene_add_mark (layout->scene, &mark, datum->records, datum->n_records);
}

static void
add_bar (Layout *layout, guint band, guint column, double y, double height)
{
  const TenureTermBandDatum *datum = &layout->data->bands[band];
  const TenureBox *box = &layout->columns[column];
  double room = MAX (box->width - layout->figure_px[column] - 2 * layout->space, 4);
  TenureLinearScale scale = tenure_linear_scale (0, MAX (layout->highest[column], 1), 0, room);
  double amount = amount_of (datum, column);
  gboolean unknown = column == COLUMN_VALUE && datum->count > 0 && datum->value_known == 0;
  double length = amount > 0 ? MAX (round (tenure_linear_scale_px (&scale, amount)), 2) : 0;
  TenureBox at = { box->x, y, 0, height };
  g_autofree char *figure = dup_figure (layout, band, column);
  TenureChartType type = unknown ? TENURE_TYPE_SMALL : TENURE_TYPE_VALUE;
  TenureShape *bar;
  guint mark;

  if (unknown)
    length = MIN (2 * height, room);
  at.width = MAX (length, 1);
  mark = add_mark (layout, band, column, &at);
  if (length > 0)
    {
      bar = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, at.x, at.y, length, height, TENURE_ROLE_MEASURE);
      bar->mark = (gint32) mark;
      style_bar (bar, unknown ? TENURE_TERM_BAND_UNKNOWN : band);
    }
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, box->x + length + layout->space * 1.5, y + height / 2, figure,
                         &(TenureTextStyle){ type, unknown || amount <= 0 ? TENURE_ROLE_INK_SOFT : TENURE_ROLE_INK, 0, 0.5,
                                             box->width - length - layout->space * 1.5, FALSE });
}

static void
add_rows (Layout *layout, const TenureBox *box)
{
  double label = layout->stacked ? ceil (layout->line) : 0;
  TenureBandScale rows = tenure_band_scale (TENURE_N_TERM_BANDS, box->y, box->y + box->height, 0);
  double room = rows.step_px - label;
  double largest = round (BAR_MAX_PX * tenure_scene_get_theme (layout->scene)->text_scale);
  /* Below its label a bar is a little lower than its figure, so that the two do not meet. */
  double height = layout->stacked ? ceil (layout->line * 0.8) : MAX (MIN (round (room * 0.62), largest), 2);

  for (guint band = 0; band < TENURE_N_TERM_BANDS; band++)
    {
      double top = tenure_band_scale_px (&rows, band);
      double bar_y = round (top + label + MAX (room - height, 0) / 2);
      TenureTextStyle style = { TENURE_TYPE_LABEL,
                                TENURE_ROLE_INK,
                                0,
                                layout->stacked ? 0 : 0.5,
                                layout->stacked ? box->width : layout->label_px,
                                FALSE };

      tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, box->x, layout->stacked ? top : bar_y + height / 2,
                             tenure_term_band_label (band), &style);
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          double x = layout->columns[column].x;

          add_bar (layout, band, column, bar_y, height);
          /* One axis through all rows, unless the labels are in its way. */
          tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, layout->stacked ? bar_y - 1 : top, x,
                                 layout->stacked ? bar_y + height + 1 : top + rows.step_px, TENURE_ROLE_AXIS);
        }
    }
}

static double
head_height (const Layout *layout)
{
  return ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL)) + layout->space;
}

static void
add_column_heads (Layout *layout, const TenureBox *box)
{
  const char *heads[N_COLUMNS] = { _ ("Agreements"), _ ("Annual value") };

  for (guint column = 0; column < N_COLUMNS; column++)
    tenure_scene_add_text (
        layout->scene, TENURE_LAYER_TEXT, layout->columns[column].x, box->y, heads[column],
        &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, layout->columns[column].width, FALSE });
}

static void
add_table (TenureScene *scene)
{
  tenure_scene_set_table_corner (scene, _ ("Term"));
  tenure_scene_add_column (scene, _ ("Agreements"), TRUE);
  tenure_scene_add_column (scene, _ ("Annual value"), TRUE);
  for (guint band = 0; band < TENURE_N_TERM_BANDS; band++)
    tenure_scene_add_row (scene, tenure_term_band_label (band), TENURE_ID_NONE);
}

TenureScene *
tenure_chart_term_bands (const TenureTermBandsData *data, double width, double height, const TenureChartTheme *theme)
{
  Layout layout = { 0 };
  g_autofree char *title = NULL;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  layout.scene = tenure_scene_new (width, height, theme);
  layout.data = data;
  layout.space = theme->space_px;
  layout.line = tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL);
  tenure_scene_set_currency (layout.scene, data->currency);
  title = dup_title (data);
  measure (&layout);
  choose_arrangement (&layout, width - 6 * layout.space);
  box = tenure_chart_begin (layout.scene, title, _ ("Agreements and their annual value by length of committed term"),
                            &data->notes,
                            head_height (&layout) + TENURE_N_TERM_BANDS * ceil (layout.line * (layout.stacked ? 2.3 : 1.2)));
  if (total_count (data) == 0)
    {
      tenure_chart_add_empty (layout.scene, &box, _ ("No agreement is running."));
      return tenure_scene_finish (layout.scene);
    }
  add_table (layout.scene);
  place_columns (&layout, &box);
  add_column_heads (&layout, &box);
  box.y += head_height (&layout);
  box.height = MAX (box.height - head_height (&layout), 1);
  add_rows (&layout, &box);
  return tenure_scene_finish (layout.scene);
}
