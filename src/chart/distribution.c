#include "config.h"

#include "chart/distribution.h"

#include "base/count.h"
#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

#define YEAR_MONTHS 12.0
#define LEAST_AXIS 36.0    /* months that the axis reaches at the least */
#define AXIS_QUARTILES 2.0 /* or so many times the largest upper quartile: what is beyond stands at the edge */
#define LEAST_ROWS 3
#define ROW_LINES 2.1 /* height of a row, in lines of its label */
#define BOX_LINES 0.7
#define STRIP_LINES 0.75
#define BESIDE_LINES 34.0 /* from this width on, in lines, labels stand beside the plot */

enum
{
  COLUMN_AGREEMENTS,
  COLUMN_KNOWN,
  COLUMN_LEAST,
  COLUMN_LOWER,
  COLUMN_MEDIAN,
  COLUMN_UPPER,
  COLUMN_MOST,
  COLUMN_LE12,
};

typedef struct
{
  TenureScene *scene;
  const TenureDistributionData *data;
  guint *shown; /* indexes into the groups */
  guint n_shown;
  double space, line;
  gboolean stacked; /* labels above the rows */
  double label_px, known_px;
  TenureBox plot;
  TenureLinearScale across; /* months */
} Layout;

/* --- Words ---------------------------------------------------------------------------------------------- */

/* "24", "17.4". */
static char *
dup_number (double months)
{
  return g_strdup_printf (fabs (months - round (months)) < 0.05 ? "%.0f" : "%.1f", months);
}

/* "24 months". */
static char *
dup_months (double months)
{
  g_autofree char *number = dup_number (months);

  /* Translators: how long something lasts. */
  return g_strdup_printf (ngettext ("%s month", "%s months", (gulong) round (months)), number);
}

static double
least_of (const TenureDistributionGroup *group)
{
  return group->terms[0];
}

static double
most_of (const TenureDistributionGroup *group)
{
  return group->terms[group->known - 1];
}

/* "12 of 15 known". */
static char *
dup_known (const TenureDistributionGroup *group)
{
  g_autofree char *known = tenure_chart_dup_count (group->known), *of = tenure_chart_dup_count (group->of);

  /* Translators: two numbers of agreements. */
  return g_strdup_printf (_ ("%1$s of %2$s known"), known, of);
}

static char *
dup_words (const TenureDistributionGroup *group)
{
  g_autofree char *known = dup_known (group), *le12 = tenure_chart_dup_count (group->le12);
  g_autofree char *median = NULL, *lower = NULL, *upper = NULL, *least = NULL, *most = NULL;

  if (group->known == 0)
    return g_strdup_printf (_ ("no term known, %s"), known);
  median = dup_months (group->median);
  lower = dup_number (group->lower);
  upper = dup_number (group->upper);
  least = dup_number (least_of (group));
  most = dup_number (most_of (group));
  if (group->known < TENURE_DISTRIBUTION_BOX_LEAST)
    /* Translators: "12 months", two numbers of months, a number of agreements, "12 of 15 known". */
    return g_strdup_printf (_ ("median %1$s, from %2$s to %3$s; %4$s of 12 months or less; %5$s"), median, least, most, le12,
                            known);
  /* Translators: "12 months", four numbers of months, a number of agreements, "12 of 15 known". */
  return g_strdup_printf (
      _ ("median %1$s, the middle half from %2$s to %3$s, all from %4$s to %5$s; %6$s of 12 months or less; %7$s"), median,
      lower, upper, least, most, le12, known);
}

/* Whether a headline may name it: most of its terms are known, and enough of them. */
static gboolean
is_told (const TenureDistributionGroup *group)
{
  return !group->unnamed && group->known >= TENURE_DISTRIBUTION_BOX_LEAST
         && tenure_chart_is_mostly_known (group->known, group->of - group->open_ended);
}

static char *
dup_title (const TenureDistributionData *data)
{
  const TenureDistributionGroup *shortest = NULL, *longest = NULL;
  g_autofree char *least = NULL, *most = NULL;

  if (data->title != NULL)
    return g_strdup (data->title);
  for (guint i = 0; i < data->n_groups; i++)
    {
      const TenureDistributionGroup *group = &data->groups[i];

      if (!is_told (group))
        continue;
      shortest = shortest == NULL || group->median < shortest->median ? group : shortest;
      longest = longest == NULL || group->median > longest->median ? group : longest;
    }
  if (shortest == NULL)
    return g_strdup (_ ("How long funding is promised for, group by group"));
  least = dup_months (shortest->median);
  most = dup_months (longest->median);
  if (shortest->median >= longest->median)
    /* Translators: "12 months". */
    return g_strdup_printf (_ ("The median term is %s"), least);
  /* Translators: the name of a group and "12 months", twice: the shortest and the longest. */
  return g_strdup_printf (_ ("Median terms: %1$s %2$s, %3$s %4$s"), shortest->label, least, longest->label, most);
}

/* --- What is drawn -------------------------------------------------------------------------------------- */

typedef struct
{
  guint index, of;
} Weighed;

static int
compare_weighed (gconstpointer a, gconstpointer b)
{
  const Weighed *left = a, *right = b;

  if (left->of != right->of)
    return left->of > right->of ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

/* Those of most agreements, as many as find room, in the order of the data. */
static void
choose_groups (Layout *layout, double height)
{
  const TenureDistributionData *data = layout->data;
  g_autofree Weighed *weighed = g_new (Weighed, data->n_groups);
  g_autofree gboolean *chosen = g_new0 (gboolean, data->n_groups);
  guint room = (guint) MAX (floor (height / (ROW_LINES * layout->line)), LEAST_ROWS);

  for (guint i = 0; i < data->n_groups; i++)
    weighed[i] = (Weighed){ i, data->groups[i].of };
  qsort (weighed, data->n_groups, sizeof *weighed, compare_weighed);
  for (guint i = 0; i < MIN (room, data->n_groups); i++)
    chosen[weighed[i].index] = TRUE;
  layout->shown = g_new (guint, data->n_groups);
  for (guint i = 0; i < data->n_groups; i++)
    if (chosen[i])
      layout->shown[layout->n_shown++] = i;
}

static const TenureDistributionGroup *
shown_group (const Layout *layout, guint row)
{
  return &layout->data->groups[layout->shown[row]];
}

/* A term of centuries would leave all others on one spot: the axis ends where the quartiles do, well beyond them. */
static double
axis_months (const Layout *layout)
{
  double most = LEAST_AXIS, enough = LEAST_AXIS;

  for (guint i = 0; i < layout->n_shown; i++)
    {
      const TenureDistributionGroup *group = shown_group (layout, i);

      if (group->known == 0)
        continue;
      most = MAX (most, most_of (group));
      enough = MAX (enough, AXIS_QUARTILES * group->upper);
    }
  return MIN (most, enough);
}

static double
month_x (const Layout *layout, double months)
{
  return round (tenure_linear_scale_px (&layout->across, MIN (months, layout->across.high)));
}

/* --- Drawing -------------------------------------------------------------------------------------------- */

static guint
add_mark (Layout *layout, guint row, const TenureBox *at)
{
  const TenureDistributionGroup *group = shown_group (layout, row);
  g_autofree char *words = dup_words (group), *median = group->known > 0 ? dup_months (group->median) : g_strdup ("–");
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = group->label;
  mark.value = words;
  mark.cell = median;
  mark.amount = (gint64) round (group->median);
  mark.known = group->known > 0;
  mark.row = mark.source = (gint32) layout->shown[row];
  mark.column = COLUMN_MEDIAN;
  mark.x = at->x;
  mark.y = at->y;
  mark.width = at->width;
  mark.height = at->height;
  return tenure_scene_add_mark (layout->scene, &mark, group->records, group->n_records);
}

/* The box with its median, and the line from the shortest to the longest. */
static void
add_box (Layout *layout, const TenureDistributionGroup *group, double y, double height, gint32 mark)
{
  double left = month_x (layout, group->lower), right = month_x (layout, group->upper);
  double middle = round (y + height / 2);
  TenureShape *shape;

  shape = tenure_scene_add_line (layout->scene, TENURE_LAYER_BACK, month_x (layout, least_of (group)), middle,
                                 month_x (layout, most_of (group)), middle, TENURE_ROLE_MEASURE);
  shape->mark = mark;
  shape = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, left, y, MAX (right - left, 1), height,
                                 TENURE_ROLE_MEASURE_2);
  shape->stroke = TENURE_ROLE_MEASURE;
  shape->mark = mark;
  shape = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, month_x (layout, group->median), y - 2,
                                 month_x (layout, group->median), y + height + 2, TENURE_ROLE_INK);
  shape->line_width = 3;
  shape->mark = mark;
}

/* Terms that fall on one pixel, from @first on. */
static guint
count_on_pixel (const Layout *layout, const TenureDistributionGroup *group, guint first)
{
  double x = month_x (layout, group->terms[first]);
  guint n = 1;

  while (first + n < group->known && month_x (layout, group->terms[first + n]) <= x)
    n++;
  return n;
}

/* Those on one pixel stand above each other. */
static void
add_points (Layout *layout, const TenureDistributionGroup *group, double y, double height, gint32 mark)
{
  double radius = MAX (height / (2 * TENURE_DISTRIBUTION_BOX_LEAST - 2), 2);

  for (guint i = 0, n; i < group->known; i += n)
    {
      n = count_on_pixel (layout, group, i);
      for (guint k = 0; k < n; k++)
        {
          double middle = y + height / 2 + (k - (n - 1) / 2.0) * 2 * radius;

          tenure_scene_add_circle (layout->scene, TENURE_LAYER_DATA, month_x (layout, group->terms[i]), middle, radius,
                                   TENURE_ROLE_MEASURE)
              ->mark = mark;
        }
    }
}

/* One stroke for each pixel that has terms, however many there are. */
static void
add_strip (Layout *layout, const TenureDistributionGroup *group, double y, double height, gint32 mark)
{
  guint highest = 1;

  for (guint i = 0, n; i < group->known; i += n)
    highest = MAX (highest, n = count_on_pixel (layout, group, i));
  for (guint i = 0, n; i < group->known; i += n)
    {
      double x = month_x (layout, group->terms[i]), high;
      TenureShape *stroke;

      n = count_on_pixel (layout, group, i);
      high = MAX (round (height * n / highest), 3);
      stroke =
          tenure_scene_add_line (layout->scene, TENURE_LAYER_DATA, x, y + height - high, x, y + height, TENURE_ROLE_MEASURE);
      stroke->line_width = 2;
      stroke->mark = mark;
    }
}

/* Points to what lies beyond the axis. */
static void
add_beyond (Layout *layout, const TenureDistributionGroup *group, double y, double height, gint32 mark)
{
  double x = layout->plot.x + layout->plot.width, size = MIN (height / 2, 6);
  double xy[] = { x, y + height / 2 - size, x + size, y + height / 2, x, y + height / 2 + size };

  if (most_of (group) > layout->across.high)
    tenure_scene_add_polygon (layout->scene, TENURE_LAYER_FRONT, xy, 3, TENURE_ROLE_MEASURE)->mark = mark;
}

static void
add_label (Layout *layout, const TenureDistributionGroup *group, double left, double right, double y)
{
  g_autofree char *known = dup_known (group);
  double anchor = layout->stacked ? 0 : 0.5;
  double room = layout->stacked ? right - left - layout->known_px : layout->label_px - layout->space;

  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, left, y, group->label,
                         &(TenureTextStyle){ TENURE_TYPE_LABEL, TENURE_ROLE_INK, 0, anchor, MAX (room, 1), FALSE });
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, right, y, known,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 1, anchor, layout->known_px, FALSE });
}

static void
add_row (Layout *layout, guint row, const TenureBox *at)
{
  const TenureDistributionGroup *group = shown_group (layout, row);
  double above = layout->stacked ? layout->line : 0;
  double room = MAX (at->height - above, 4);
  double box = round (MIN (BOX_LINES * layout->line, room * 0.42)),
         strip = round (MIN (STRIP_LINES * layout->line, room * 0.4));
  double y = round (at->y + above + MAX (room - box - strip - 2, 0) / 2);
  gint32 mark = (gint32) add_mark (layout, row, at);

  add_label (layout, group, at->x, at->x + at->width, layout->stacked ? at->y : y + (box + strip) / 2);
  if (group->known == 0)
    tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->plot.x, y + (box + strip) / 2, _ ("no term known"),
                           &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0.5, layout->plot.width, FALSE });
  else if (group->known < TENURE_DISTRIBUTION_BOX_LEAST)
    add_points (layout, group, y, box + strip, mark);
  else
    {
      add_box (layout, group, y, box, mark);
      add_strip (layout, group, y + box + 2, strip, mark);
    }
  if (group->known > 0)
    add_beyond (layout, group, y, box, mark);
}

/* Months below the plot, and the line at 12 of them through it. */
static void
add_axis (Layout *layout)
{
  double label_px = tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, "000") + 4 * layout->space;
  double bottom = layout->plot.y + layout->plot.height;
  TenureTicks ticks =
      tenure_ticks_months (layout->across.low, layout->across.high, tenure_axis_max_ticks (layout->plot.width, label_px));
  TenureShape *line;

  tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, layout->plot.x, bottom, layout->plot.x + layout->plot.width,
                         bottom, TENURE_ROLE_AXIS);
  for (guint i = 0; i < ticks.count; i++)
    {
      g_autofree char *label = tenure_format_count ((gint64) tenure_ticks_at (&ticks, i));
      double x = month_x (layout, tenure_ticks_at (&ticks, i));

      tenure_scene_add_line (layout->scene, TENURE_LAYER_GRID, x, layout->plot.y, x, bottom + layout->space,
                             TENURE_ROLE_GRID);
      tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x, bottom + layout->space, label,
                             &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0.5, 0, 0, FALSE });
    }
  line = tenure_scene_add_line (layout->scene, TENURE_LAYER_BACK, month_x (layout, YEAR_MONTHS),
                                layout->plot.y - layout->space, month_x (layout, YEAR_MONTHS), bottom, TENURE_ROLE_ACCENT);
  line->dash = 4;
  line->line_width = 2;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, month_x (layout, YEAR_MONTHS) + layout->space,
                         layout->plot.y - layout->space, _ ("12 months"),
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK, 0, 1, 0, FALSE });
}

/* What is not drawn, groups without room and those left out of the data; and what the axis counts, in as many words as
 * there is room for beside it. */
static void
add_foot (Layout *layout, double y)
{
  guint more = layout->data->n_groups - layout->n_shown + layout->data->n_more;
  double left = layout->plot.x - layout->label_px, right = layout->plot.x + layout->plot.width;
  const char *unit = _ ("months of the committed term");
  g_autofree char *text =
      more > 0
          ? tenure_count_dup_words (ngettext ("%s more with fewer agreements", "%s more with fewer agreements", more), more)
          : NULL;
  double taken = text != NULL ? tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, text) + 3 * layout->space : 0;

  if (taken + tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, unit) > right - left)
    unit = _ ("months");
  tenure_scene_add_text (
      layout->scene, TENURE_LAYER_TEXT, right, y, unit,
      &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 1, 0, MAX (right - left - taken, 1), FALSE });
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, left, y, text,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, right - left, FALSE });
}

static void
set_months (const Layout *layout, guint row, guint column, gboolean known, double months)
{
  g_autofree char *text = known ? dup_months (months) : g_strdup ("–");

  tenure_scene_set_cell (layout->scene, row, column, text);
}

static void
set_count (const Layout *layout, guint row, guint column, guint count)
{
  g_autofree char *text = tenure_chart_dup_count (count);

  tenure_scene_set_cell (layout->scene, row, column, text);
}

static void
add_table (const Layout *layout)
{
  const char *const columns[] = { _ ("Agreements"), _ ("Known"),          _ ("Shortest"), _ ("Lower quartile"),
                                  _ ("Median"),     _ ("Upper quartile"), _ ("Longest"),  _ ("12 months or less") };

  tenure_scene_set_table_corner (layout->scene, layout->data->corner);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    tenure_scene_add_column (layout->scene, columns[i], TRUE);
  for (guint i = 0; i < layout->data->n_groups; i++)
    {
      const TenureDistributionGroup *group = &layout->data->groups[i];
      gboolean known = group->known > 0;
      guint row = tenure_scene_add_row (layout->scene, group->label, TENURE_ID_NONE);

      set_count (layout, row, COLUMN_AGREEMENTS, group->of);
      set_count (layout, row, COLUMN_KNOWN, group->known);
      set_months (layout, row, COLUMN_LEAST, known, known ? least_of (group) : 0);
      set_months (layout, row, COLUMN_LOWER, known, group->lower);
      set_months (layout, row, COLUMN_MEDIAN, known, group->median);
      set_months (layout, row, COLUMN_UPPER, known, group->upper);
      set_months (layout, row, COLUMN_MOST, known, known ? most_of (group) : 0);
      set_count (layout, row, COLUMN_LE12, group->le12);
    }
}

/* Labels beside the rows, or above them where that left too little. */
static void
arrange (Layout *layout, double width)
{
  double widest = 0;

  for (guint i = 0; i < layout->data->n_groups; i++)
    {
      g_autofree char *known = dup_known (&layout->data->groups[i]);

      widest = MAX (widest, tenure_scene_text_width (layout->scene, TENURE_TYPE_LABEL, layout->data->groups[i].label));
      layout->known_px = MAX (layout->known_px, tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, known));
    }
  layout->known_px = ceil (layout->known_px + 3 * layout->space);
  layout->stacked = width < BESIDE_LINES * layout->line;
  layout->label_px = layout->stacked ? 0 : MIN (ceil (widest + 3 * layout->space), floor (width / 3));
}

static double
key_height_of (Layout *layout, double width, TenureKeyItem *key, guint n)
{
  return tenure_chart_key_height (layout->scene, width, key, n) + 2 * layout->space;
}

static void
draw (Layout *layout, TenureBox box, TenureKeyItem *key, guint n_key)
{
  double small = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL));
  double above = tenure_chart_add_key (layout->scene, &box, key, n_key) + 2 * layout->space + small;
  double below = 2 * small + 2 * layout->space;
  TenureBandScale rows;

  box.y += above;
  box.height = MAX (box.height - above - below, 10);
  choose_groups (layout, box.height);
  layout->plot =
      (TenureBox){ box.x + layout->label_px, box.y,
                   box.width - layout->label_px - (layout->stacked ? layout->space * 2 : layout->known_px), box.height };
  layout->plot.width = MAX (layout->plot.width, 10);
  layout->across = tenure_linear_scale (0, axis_months (layout), layout->plot.x, layout->plot.x + layout->plot.width);
  add_axis (layout);
  rows = tenure_band_scale (layout->n_shown, box.y, box.y + box.height, 0);
  for (guint row = 0; row < layout->n_shown; row++)
    add_row (layout, row, &(TenureBox){ box.x, tenure_band_scale_px (&rows, row), box.width, rows.step_px });
  add_foot (layout, box.y + box.height + layout->space + small);
}

TenureScene *
tenure_chart_distribution (const TenureDistributionData *data, double width, double height, const TenureChartTheme *theme)
{
  TenureKeyItem key[] = {
    { TENURE_ROLE_MEASURE_2, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_MEASURE,
      _ ("Middle half, the strong line its median") },
    { TENURE_ROLE_MEASURE, TENURE_PATTERN_SOLID, FALSE, TENURE_ROLE_NONE, _ ("Single terms, higher where there are more") },
  };
  Layout layout = { .data = data };
  g_autofree char *title = NULL;
  TenureBox box;
  double rest;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  layout.scene = tenure_scene_new (width, height, theme);
  layout.space = theme->space_px;
  layout.line = ceil (tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL));
  title = dup_title (data);
  arrange (&layout, width - 6 * layout.space);
  rest = key_height_of (&layout, width - 6 * layout.space, key, G_N_ELEMENTS (key)) + 5 * layout.line;
  box = tenure_chart_begin (layout.scene, title, data->subtitle, &data->notes,
                            rest + MIN (MAX (data->n_groups, 1), LEAST_ROWS) * ROW_LINES * layout.line);
  if (data->n_groups == 0)
    {
      tenure_chart_add_empty (layout.scene, &box, _ ("No agreement is running."));
      return tenure_scene_finish (layout.scene);
    }
  add_table (&layout);
  draw (&layout, box, key, G_N_ELEMENTS (key));
  g_free (layout.shown);
  return tenure_scene_finish (layout.scene);
}
