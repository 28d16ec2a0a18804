#pragma once

#include "chart/notes.h"
#include "chart/scale.h"
#include "chart/scene-build.h"

G_BEGIN_DECLS

/* What all charts share: headings and footnote, keys, axes, and finding room for labels. */

typedef struct
{
  double x, y, width, height;
} TenureBox;

/**
 * tenure_chart_begin:
 *
 * Sets title, subtitle and footnote of the scene and, when the theme wants headings, paints them. What does
 * not leave at least @least_plot_px of height for the picture is not painted: first the footnote, then the
 * subtitle. If that is not enough the scene becomes taller: a picture that cannot be read is no use to
 * anybody.
 *
 * Returns: the room left for the picture
 */
TenureBox tenure_chart_begin (
    TenureScene *scene, const char *title, const char *subtitle, const TenureChartNotes *notes, double least_plot_px);

/* TITLE, or TITLE_SMALL where that takes more than two lines of @width. */
TenureChartType tenure_chart_title_type (const TenureChartTheme *theme, const char *title, double width);

/* For charts that set their height from their content: the height that headings, footnote and margins take.
 */
double tenure_chart_frame_height (const TenureScene *scene,
                                  const char *title,
                                  const char *subtitle,
                                  const TenureChartNotes *notes);

/* A sentence in the middle of @box, where there is nothing to draw. */
void tenure_chart_add_empty (TenureScene *scene, const TenureBox *box, const char *text);

/* --- Keys ----------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureChartRole role;
  TenureChartPattern pattern;
  gboolean open;
  TenureChartRole stroke;
  const char *label;
} TenureKeyItem;

/* Swatches with labels in lines, from the top left of @box; returns the height taken, 0 for no items. */
double tenure_chart_add_key (TenureScene *scene, const TenureBox *box, const TenureKeyItem *items, guint n);

/* The height that it would take at @width. */
double tenure_chart_key_height (TenureScene *scene, double width, const TenureKeyItem *items, guint n);

/* --- Axes ----------------------------------------------------------------------------------------------- */

/* How many ticks with a label of about @label_px find room in @extent_px; 2 … 9. */
guint tenure_axis_max_ticks (double extent_px, double label_px);

/* Money up the left side of a box, from a zero baseline. */
typedef struct
{
  TenureTicks ticks;
  double label_px;         /* width of the labels with their gap */
  TenureBox plot;          /* what is left at the right of the labels */
  TenureLinearScale scale; /* of the plot's height */
} TenureMoneyAxis;

TenureMoneyAxis tenure_axis_measure_money (const TenureScene *scene, const TenureBox *box, double high_minor);

/* Level grid lines with their labels, and the baseline. */
void tenure_axis_add_money (TenureScene *scene, const TenureMoneyAxis *axis);

/* Height of what the next function draws. */
double tenure_axis_months_height (const TenureScene *scene);

/* Below @plot: names of months where they find room, and under them years; upright lines at the first of each
 * financial year. */
void tenure_axis_add_months (
    TenureScene *scene, const TenureBox *plot, TenureDay first_month, guint n_months, int year_start_month);

/* --- Room for labels ------------------------------------------------------------------------------------ */

typedef struct
{
  GArray *boxes; /* TenureBox: what is taken */
  double gap;
} TenurePlacer;

void tenure_placer_init (TenurePlacer *placer, double gap);
void tenure_placer_clear (TenurePlacer *placer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenurePlacer, tenure_placer_clear)

/* Takes the box, with the gap around it, when it is free. */
gboolean tenure_placer_take (TenurePlacer *placer, double x, double y, double width, double height);

G_END_DECLS
