#include "config.h"

#include "chart/frame-private.h"

#include <math.h>

#include "chart/format-private.h"
#include "chart/text-private.h"

/* --- Headings ------------------------------------------------------------------------------------------- */

typedef struct
{
  double margin;
  double width; /* of text */
  TenureChartType title_type;
  double title, subtitle, footnote; /* heights; 0 when there is none */
} Frame;

static double
text_height (const TenureScene *scene, TenureChartType type, const char *text, double wrap_px)
{
  double height = 0;

  if (text != NULL && *text != '\0')
    tenure_scene_measure (scene, type, text, wrap_px, NULL, &height);
  return ceil (height);
}

TenureChartType
tenure_chart_title_type (const TenureChartTheme *theme, const char *title, double width)
{
  g_autoptr (TenureTypeset) line = NULL;
  g_autoptr (TenureTypeset) whole = NULL;

  if (title == NULL || *title == '\0')
    return TENURE_TYPE_TITLE;
  line = tenure_typeset_get (theme, TENURE_TYPE_TITLE, "0", 0);
  whole = tenure_typeset_get (theme, TENURE_TYPE_TITLE, title, width);
  return whole->height > 2.5 * line->height ? TENURE_TYPE_TITLE_SMALL : TENURE_TYPE_TITLE;
}

static Frame
measure_frame (const TenureScene *scene, const char *title, const char *subtitle, const char *footnote)
{
  const TenureChartTheme *theme = tenure_scene_get_theme (scene);
  Frame frame = { 0 };
  double width;

  tenure_scene_get_size (scene, &width, NULL);
  frame.margin = theme->headings ? round (3 * theme->space_px) : theme->space_px;
  frame.width = MAX (width - 2 * frame.margin, 1);
  if (!theme->headings)
    return frame;
  frame.title_type = tenure_chart_title_type (theme, title, frame.width);
  frame.title = text_height (scene, frame.title_type, title, frame.width);
  frame.subtitle = text_height (scene, TENURE_TYPE_SUBTITLE, subtitle, frame.width);
  frame.footnote = text_height (scene, TENURE_TYPE_SMALL, footnote, frame.width);
  return frame;
}

static double
frame_height (const TenureScene *scene, const Frame *frame)
{
  double space = tenure_scene_get_theme (scene)->space_px;
  double above = frame->title + (frame->subtitle > 0 ? frame->subtitle + round (space * 0.5) : 0);

  return 2 * frame->margin + above + (above > 0 ? round (space * 2.5) : 0)
         + (frame->footnote > 0 ? frame->footnote + round (space * 2) : 0);
}

static double
add_heading (
    TenureScene *scene, double x, double y, const char *text, TenureChartType type, TenureChartRole role, double width)
{
  TenureShape *shape =
      tenure_scene_add_text (scene, TENURE_LAYER_TEXT, x, y, text, &(TenureTextStyle){ type, role, 0, 0, width, TRUE });

  return shape != NULL ? ceil (shape->height) : 0;
}

TenureBox
tenure_chart_begin (
    TenureScene *scene, const char *title, const char *subtitle, const TenureChartNotes *notes, double least_plot_px)
{
  g_autofree char *footnote = tenure_chart_notes_dup_text (notes);
  double space = tenure_scene_get_theme (scene)->space_px;
  double height, y, bottom;
  Frame frame;

  tenure_scene_set_title (scene, title);
  tenure_scene_set_subtitle (scene, subtitle);
  tenure_scene_set_footnote (scene, footnote);
  tenure_scene_get_size (scene, NULL, &height);
  frame = measure_frame (scene, title, subtitle, footnote);
  if (height - frame_height (scene, &frame) < least_plot_px)
    frame.footnote = 0;
  if (height - frame_height (scene, &frame) < least_plot_px)
    frame.subtitle = 0;
  height = MAX (height, ceil (frame_height (scene, &frame) + least_plot_px));
  tenure_scene_set_height (scene, height);
  y = frame.margin;
  bottom = height - frame.margin;
  if (frame.title > 0)
    y += add_heading (scene, frame.margin, y, title, frame.title_type, TENURE_ROLE_INK, frame.width);
  if (frame.subtitle > 0)
    {
      y += round (space * 0.5);
      y += add_heading (scene, frame.margin, y, subtitle, TENURE_TYPE_SUBTITLE, TENURE_ROLE_INK_SOFT, frame.width);
    }
  if (y > frame.margin)
    y += round (space * 2.5);
  if (frame.footnote > 0)
    {
      bottom -= frame.footnote;
      add_heading (scene, frame.margin, bottom, footnote, TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, frame.width);
      bottom -= round (space * 2);
    }
  return (TenureBox){ frame.margin, y, frame.width, MAX (bottom - y, 1) };
}

double
tenure_chart_frame_height (const TenureScene *scene, const char *title, const char *subtitle, const TenureChartNotes *notes)
{
  g_autofree char *footnote = tenure_chart_notes_dup_text (notes);
  Frame frame = measure_frame (scene, title, subtitle, footnote);

  return frame_height (scene, &frame);
}

void
tenure_chart_add_empty (TenureScene *scene, const TenureBox *box, const char *text)
{
  TenureTextStyle style = { TENURE_TYPE_LABEL, TENURE_ROLE_INK_SOFT, 0.5, 0.5, box->width, TRUE };

  tenure_scene_add_text (scene, TENURE_LAYER_TEXT, box->x + box->width / 2, box->y + box->height / 2, text, &style);
  tenure_scene_set_summary (scene, text);
}

/* --- Keys ----------------------------------------------------------------------------------------------- */

/* Lays the key out, and paints it when @paint. Returns its height. */
static double
flow_key (TenureScene *scene, const TenureBox *box, const TenureKeyItem *items, guint n, gboolean paint)
{
  double space = tenure_scene_get_theme (scene)->space_px;
  double line = ceil (tenure_scene_line_height (scene, TENURE_TYPE_SMALL));
  double swatch = round (line * 0.72);
  double room = box->width - swatch - space * 1.5;
  double x = box->x, y = box->y;

  for (guint i = 0; i < n; i++)
    {
      double text = MIN (tenure_scene_text_width (scene, TENURE_TYPE_SMALL, items[i].label), room);
      double width = swatch + space * 1.5 + text;
      TenureShape *shape;

      if (x > box->x && x + width > box->x + box->width)
        {
          x = box->x;
          y += line + space;
        }
      if (paint)
        {
          shape = tenure_scene_add_rect (scene, TENURE_LAYER_DATA, round (x), round (y + (line - swatch) / 2), swatch,
                                         swatch, items[i].role);
          shape->pattern = items[i].pattern;
          shape->open = items[i].open;
          shape->stroke = items[i].stroke;
          tenure_scene_add_text (scene, TENURE_LAYER_TEXT, round (x + swatch + space * 1.5), y, items[i].label,
                                 &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, room, FALSE });
        }
      x += width + space * 4;
    }
  return n > 0 ? y - box->y + line : 0;
}

double
tenure_chart_key_height (TenureScene *scene, double width, const TenureKeyItem *items, guint n)
{
  return flow_key (scene, &(TenureBox){ .width = width }, items, n, FALSE);
}

double
tenure_chart_add_key (TenureScene *scene, const TenureBox *box, const TenureKeyItem *items, guint n)
{
  return flow_key (scene, box, items, n, TRUE);
}

/* --- Axes ----------------------------------------------------------------------------------------------- */

guint
tenure_axis_max_ticks (double extent_px, double label_px)
{
  return (guint) CLAMP (floor (extent_px / MAX (label_px, 1)), 2, 9);
}

TenureMoneyAxis
tenure_axis_measure_money (const TenureScene *scene, const TenureBox *box, double high_minor)
{
  double space = tenure_scene_get_theme (scene)->space_px;
  double line = tenure_scene_line_height (scene, TENURE_TYPE_SMALL);
  guint max_ticks = MIN (tenure_axis_max_ticks (box->height, line * 2.6), 6u);
  double high = tenure_nice_ceiling (MAX (high_minor, 1), max_ticks);
  TenureMoneyAxis axis = { .ticks = tenure_ticks_nice (0, high, max_ticks + 1), .plot = *box };

  for (guint i = 0; i < axis.ticks.count; i++)
    {
      g_autofree char *label =
          tenure_format_money_short ((gint64) tenure_ticks_at (&axis.ticks, i), tenure_scene_get_currency (scene));

      axis.label_px = MAX (axis.label_px, tenure_scene_text_width (scene, TENURE_TYPE_SMALL, label));
    }
  axis.label_px = ceil (MIN (axis.label_px, box->width / 3) + space * 1.5);
  axis.plot.x += axis.label_px;
  axis.plot.width -= axis.label_px;
  axis.scale = tenure_linear_scale (0, high, axis.plot.y + axis.plot.height, axis.plot.y);
  return axis;
}

void
tenure_axis_add_money (TenureScene *scene, const TenureMoneyAxis *axis)
{
  double space = tenure_scene_get_theme (scene)->space_px;
  const TenureBox *plot = &axis->plot;

  for (guint i = 0; i < axis->ticks.count; i++)
    {
      g_autofree char *label =
          tenure_format_money_short ((gint64) tenure_ticks_at (&axis->ticks, i), tenure_scene_get_currency (scene));
      double y = round (tenure_linear_scale_px (&axis->scale, tenure_ticks_at (&axis->ticks, i)));
      gboolean base = i == 0;

      tenure_scene_add_line (scene, base ? TENURE_LAYER_FRONT : TENURE_LAYER_GRID, plot->x, y, plot->x + plot->width, y,
                             base ? TENURE_ROLE_AXIS : TENURE_ROLE_GRID);
      tenure_scene_add_text (scene, TENURE_LAYER_TEXT, plot->x - space * 1.5, y, label,
                             &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 1, 0.5, axis->label_px, FALSE });
    }
}

double
tenure_axis_months_height (const TenureScene *scene)
{
  return ceil (2 * tenure_scene_line_height (scene, TENURE_TYPE_SMALL)) + tenure_scene_get_theme (scene)->space_px;
}

/* The finest of 1, 3, 6, 12, 24 … months whose labels find room. */
static guint
month_step (const TenureScene *scene, double month_px)
{
  static const guint steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600 };
  double label_px =
      tenure_scene_text_width (scene, TENURE_TYPE_SMALL, "Mmmm") + 2 * tenure_scene_get_theme (scene)->space_px;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * month_px >= label_px)
      return steps[i];
  return 600;
}

static guint
months_since_year_start (TenureDay month, int year_start_month)
{
  int year, m, day;

  tenure_day_to_civil (month, &year, &m, &day);
  return (guint) ((m - year_start_month + 12) % 12) + 12 * (guint) MAX (year, 0);
}

static void
add_month_label (TenureScene *scene, const TenureBox *plot, double x, TenureDay month, int *year_shown)
{
  double space = tenure_scene_get_theme (scene)->space_px;
  double line = tenure_scene_line_height (scene, TENURE_TYPE_SMALL);
  double top = plot->y + plot->height + space;
  g_autofree char *name = tenure_time_step_dup_label (TENURE_TIME_STEP_MONTH, month, 1, FALSE);
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, 0, FALSE };
  double width = tenure_scene_text_width (scene, TENURE_TYPE_SMALL, name);
  int year, m, day;

  /* Labels begin at their month; the last ones step back so as not to leave the picture. */
  x = MIN (x, plot->x + plot->width - width);
  tenure_scene_add_text (scene, TENURE_LAYER_TEXT, x, top, name, &style);
  tenure_day_to_civil (month, &year, &m, &day);
  if (year != *year_shown)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);

      if (x + tenure_scene_text_width (scene, TENURE_TYPE_SMALL, label) <= plot->x + plot->width)
        tenure_scene_add_text (scene, TENURE_LAYER_TEXT, x, top + floor (line), label, &style);
      *year_shown = year;
    }
}

void
tenure_axis_add_months (
    TenureScene *scene, const TenureBox *plot, TenureDay first_month, guint n_months, int year_start_month)
{
  double month_px = plot->width / MAX (n_months, 1u);
  guint step = month_step (scene, month_px);
  int year_shown = G_MININT;

  for (guint i = 0; i < n_months; i++)
    {
      TenureDay month = tenure_day_add_months (first_month, (int) i);
      guint since = months_since_year_start (month, year_start_month);
      double x = round (plot->x + i * month_px);
      double bottom = plot->y + plot->height;

      if (since % 12 == 0 && i > 0)
        tenure_scene_add_line (scene, TENURE_LAYER_GRID, x, plot->y, x, bottom, TENURE_ROLE_GRID_STRONG);
      if (since % MAX (step, 1u) != 0)
        continue;
      tenure_scene_add_line (scene, TENURE_LAYER_GRID, x, bottom, x, bottom + tenure_scene_get_theme (scene)->space_px,
                             TENURE_ROLE_AXIS);
      add_month_label (scene, plot, x, month, &year_shown);
    }
}

/* --- Room for labels ------------------------------------------------------------------------------------ */

void
tenure_placer_init (TenurePlacer *placer, double gap)
{
  placer->boxes = g_array_new (FALSE, FALSE, sizeof (TenureBox));
  placer->gap = gap;
}

void
tenure_placer_clear (TenurePlacer *placer)
{
  if (placer->boxes != NULL)
    g_array_free (g_steal_pointer (&placer->boxes), TRUE);
}

gboolean
tenure_placer_take (TenurePlacer *placer, double x, double y, double width, double height)
{
  TenureBox taken = { x, y, width, height };
  double gap = placer->gap;

  for (guint i = 0; i < placer->boxes->len; i++)
    {
      const TenureBox *box = &g_array_index (placer->boxes, TenureBox, i);

      if (x < box->x + box->width + gap && box->x < x + width + gap && y < box->y + box->height + gap
          && box->y < y + height + gap)
        return FALSE;
    }
  g_array_append_val (placer->boxes, taken);
  return TRUE;
}
