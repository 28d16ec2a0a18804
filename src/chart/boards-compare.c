#include "config.h"

#include "chart/boards-compare-private.h"

#include "base/count.h"
#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

#define MAX_NAME_SHARE 0.34
#define MAX_NAME_SHARE_BRIEF 0.4
#define BAR_MAX_PX 20.0
/* Shares are compared on one scale that reaches at least this far, so that small shares look small. */
#define LEAST_SCALE 0.25
/* In lines of LABEL: where figures beside the bars leave these less, names and figures move above them. */
#define LEAST_BAR_LINES 4.0
#define STACKED_BAR_LINES 0.42
/* A picture so many times as wide as a line of LABEL is high has words so much larger. */
#define WIDE_LINES 55.0
#define WIDE_TYPE 1.15

typedef struct
{
  TenureScene *scene;
  const TenureBoardsCompareData *data;
  double space;
  double line; /* a line of LABEL */
  double name_px;
  gboolean stacked; /* names and figures above the bars, which have their columns to themselves */
  double row_px;
  double group_px;    /* height of the words above boards of one kind; 0: there are none */
  gboolean apart_key; /* what a target looks like has a line of its own */
  double scale;       /* the share at the end of a column */
  guint n_bars;       /* columns that are drawn */
  guint n_rows;       /* that are drawn: the first */
  double column_px;
  gboolean dashes; /* a reason found no room, and a dash stands for it */
  TenureBox columns[N_BARS];
  double figure_px; /* widest figure */
  gboolean brief;   /* figures without "2 of 14" */
} Layout;

/* --- Layout --------------------------------------------------------------------------------------------- */

static gboolean
has_power (const TenureBoardsCompareData *data)
{
  for (guint i = 0; i < data->n_rows; i++)
    if (data->rows[i].power.state != TENURE_SHARE_NOT_APPLICABLE)
      return TRUE;
  return FALSE;
}

static double
text_width (const Layout *layout, const TenureBoardShare *share, guint column, gboolean brief)
{
  g_autofree char *figure = tenure_boards_dup_figure (share, column, brief);

  return tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, figure);
}

/* The widest figure beside a bar, briefly and in full. What lies between two numbers is told in full only where it finds
 * room, as it is rare and long. */
static void
measure_figures (Layout *layout, const TenureBoardRow *row, double *brief_px)
{
  for (guint column = 0; column < layout->n_bars; column++)
    {
      const TenureBoardShare *share = tenure_boards_share_of (row, column);

      if (share->state == TENURE_SHARE_NOT_APPLICABLE)
        continue;
      *brief_px = MAX (*brief_px, text_width (layout, share, column, TRUE));
      layout->figure_px = MAX (layout->figure_px, text_width (layout, share, column, tenure_boards_share_is_range (share)));
    }
}

/* Why there is no bar, where that finds room in the column. Few boards have their voting power counted: words in every
 * other row would drown them. */
static gboolean
reason_fits (const Layout *layout, const TenureBoardShare *share, guint column)
{
  return column != COLUMN_POWER && text_width (layout, share, column, FALSE) <= layout->column_px - 1.5 * layout->space;
}

static gboolean
has_dashes (const Layout *layout)
{
  for (guint i = 0; i < layout->data->n_rows; i++)
    for (guint column = 0; column < layout->n_bars; column++)
      {
        const TenureBoardShare *share = tenure_boards_share_of (&layout->data->rows[i], column);

        if (share->state == TENURE_SHARE_NOT_APPLICABLE && !reason_fits (layout, share, column))
          return TRUE;
      }
  return FALSE;
}

static double
highest_share (const Layout *layout)
{
  double highest = LEAST_SCALE;

  for (guint i = 0; i < layout->data->n_rows; i++)
    {
      const TenureBoardRow *row = &layout->data->rows[i];

      if (row->has_target)
        highest = MAX (highest, tenure_ratio_to_double (row->target));
      for (guint column = 0; column < layout->n_bars; column++)
        if (tenure_boards_share_is_known (tenure_boards_share_of (row, column)))
          highest = MAX (highest, tenure_boards_share_most (tenure_boards_share_of (row, column)));
    }
  return highest;
}

/* The columns beside names of @names_px, and how much of their figures is told. */
static void
measure_columns (Layout *layout, double width, double names_px, double brief_px, double full_px)
{
  double gap = 4 * layout->space;

  layout->column_px = MAX (floor ((width - names_px - (layout->n_bars - 1) * gap) / layout->n_bars), 1);
  layout->brief = MAX (full_px, brief_px) > layout->column_px * (layout->stacked ? 1 : 0.6);
  layout->figure_px = layout->brief ? brief_px : MAX (full_px, brief_px);
}

static double
bar_room (const Layout *layout)
{
  if (layout->stacked)
    return MAX (layout->column_px - 2 * layout->space, 8);
  return MAX (layout->column_px - layout->figure_px - 1.5 * layout->space, 8);
}

static gboolean
has_targets (const TenureBoardsCompareData *data)
{
  for (guint i = 0; i < data->n_rows; i++)
    if (data->rows[i].has_target)
      return TRUE;
  return FALSE;
}

/* "Seats", a line, "target" in one column. */
static gboolean
target_fits_head (const Layout *layout)
{
  double head = tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, tenure_boards_column_title (COLUMN_SEATS));
  double word = tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, _ ("target"));

  return head + word + 5 * layout->space <= layout->column_px;
}

/* A name, figures, a bar. */
static double
stacked_row_height (const Layout *layout)
{
  return ceil (layout->line) + ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL))
         + round (layout->line * STACKED_BAR_LINES) + ceil (2.5 * layout->space) + 6;
}

static void
measure (Layout *layout, double width)
{
  double brief_px = 0, full_px;

  layout->n_bars = has_power (layout->data) && !layout->data->brief ? N_BARS : COLUMN_POWER;
  for (guint i = 0; i < layout->data->n_rows; i++)
    {
      const TenureBoardRow *row = &layout->data->rows[i];

      if (row->name != NULL)
        layout->name_px = MAX (layout->name_px, tenure_scene_text_width (layout->scene, TENURE_TYPE_LABEL, row->name));
      measure_figures (layout, row, &brief_px);
    }
  layout->scale = MIN (tenure_nice_ceiling (highest_share (layout), 5), 1);
  layout->name_px = ceil (MIN (layout->name_px, width * (layout->data->brief ? MAX_NAME_SHARE_BRIEF : MAX_NAME_SHARE)));
  full_px = layout->figure_px;
  measure_columns (layout, width, layout->name_px + 4 * layout->space, brief_px, full_px);
  layout->stacked = bar_room (layout) < LEAST_BAR_LINES * layout->line;
  if (layout->stacked)
    measure_columns (layout, width, 0, brief_px, full_px);
  layout->dashes = has_dashes (layout);
  layout->row_px = layout->stacked ? stacked_row_height (layout) : round (layout->line * 1.9);
  layout->apart_key = has_targets (layout->data) && !target_fits_head (layout);
  if (tenure_boards_count_groups (layout->data) > 0 && !layout->data->brief)
    layout->group_px = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL)) + 2 * layout->space;
}

static void
place_columns (Layout *layout, const TenureBox *box)
{
  double gap = 4 * layout->space;
  double start = layout->stacked ? box->x : box->x + layout->name_px + gap;

  for (guint column = 0; column < layout->n_bars; column++)
    layout->columns[column] =
        (TenureBox){ round (start + column * (layout->column_px + gap)), box->y, layout->column_px, box->height };
}

/* --- Drawing -------------------------------------------------------------------------------------------- */

static void
add_mark (Layout *layout, guint i, guint column, double x, double y, double width, double height)
{
  const TenureBoardRow *row = &layout->data->rows[i];
  const TenureBoardShare *share = tenure_boards_share_of (row, column);
  g_autofree char *words = tenure_boards_dup_value_words (share, column);
  TenureMark mark = TENURE_MARK_INIT;

  mark.record = row->record;
  mark.label = row->name != NULL ? row->name : _ ("No name recorded");
  mark.series = tenure_boards_column_title (column);
  mark.value = words;
  mark.known = tenure_boards_share_is_known (share);
  mark.amount = mark.known ? (gint64) round (tenure_boards_share_value (share) * 10000) : 0;
  mark.unit = TENURE_UNIT_BASIS_POINTS;
  mark.row = mark.source = mark.group = (gint32) i;
  mark.column = (gint32) column;
  mark.x = x;
  mark.y = y;
  mark.width = width;
  mark.height = height;
  tenure_scene_add_mark (layout->scene, &mark, NULL, 0);
}

static double
target_px (const Layout *layout, const TenureBoardRow *row)
{
  TenureLinearScale scale = tenure_linear_scale (0, layout->scale, 0, bar_room (layout));

  return round (tenure_linear_scale_px (&scale, CLAMP (tenure_ratio_to_double (row->target), 0, 1)));
}

static void
add_dotted (Layout *layout, double x, double y, double length, double height, gint32 mark)
{
  TenureShape *bar = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, x, y, length, height, TENURE_ROLE_UNKNOWN);

  bar->pattern = TENURE_PATTERN_DOTS;
  bar->open = TRUE;
  bar->stroke = TENURE_ROLE_UNKNOWN;
  bar->mark = mark;
}

static void
add_known (Layout *layout, guint column, double x, double y, double length, double height, gint32 mark)
{
  TenureShape *bar = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, x, y, length, height,
                                            column == COLUMN_SEATS ? TENURE_ROLE_MEASURE : TENURE_ROLE_MEASURE_2);

  if (column == COLUMN_POWER)
    {
      bar->pattern = TENURE_PATTERN_HATCH;
      bar->open = TRUE;
      bar->stroke = TENURE_ROLE_MEASURE_2;
    }
  bar->mark = mark;
}

static double
bar_px (const Layout *layout, double share)
{
  TenureLinearScale scale = tenure_linear_scale (0, layout->scale, 0, bar_room (layout));

  return share > 0 ? MAX (round (tenure_linear_scale_px (&scale, share)), 2) : 0;
}

/* The bar of a share: as long as it is, or as it is at least and, dotted, at most. Returns its length. */
static double
add_bar_shapes (Layout *layout, const TenureBoardShare *share, gint32 mark, guint column, double y, double height)
{
  double x = layout->columns[column].x, least, most;

  if (share->state == TENURE_SHARE_NOT_APPLICABLE)
    return 0;
  if (!tenure_boards_share_is_known (share))
    {
      most = MIN (round (height * (layout->stacked ? 3 : 1.5)), bar_room (layout));
      add_dotted (layout, x, y, most, height, mark);
      return most;
    }
  least = bar_px (layout, tenure_boards_share_value (share));
  most = bar_px (layout, tenure_boards_share_most (share));
  if (least > 0)
    add_known (layout, column, x, y, least, height, mark);
  if (most > least)
    add_dotted (layout, x + least, y, most - least, height, mark);
  return most;
}

/* What finds room beside a bar: all, without "2 of 14", or of a reason a dash. */
static char *
dup_fitting_figure (const Layout *layout, const TenureBoardShare *share, guint column, double room)
{
  gboolean fits = text_width (layout, share, column, FALSE) <= room;

  if (share->state == TENURE_SHARE_NOT_APPLICABLE)
    return reason_fits (layout, share, column) ? tenure_boards_dup_figure (share, column, FALSE) : g_strdup ("–");
  return tenure_boards_dup_figure (share, column, layout->brief || !fits);
}

/* Beside a bar of @length, clear of the target, or above it. */
static void
add_figure (Layout *layout, guint i, guint column, double y, double height, double length)
{
  const TenureBoardRow *row = &layout->data->rows[i];
  const TenureBox *box = &layout->columns[column];
  double target = column == COLUMN_SEATS && row->has_target ? target_px (layout, row) : 0;
  double x = layout->stacked ? 0 : MAX (length, target) + 1.5 * layout->space;
  g_autofree char *figure = dup_fitting_figure (layout, tenure_boards_share_of (row, column), column, box->width - x);

  tenure_scene_add_text (
      layout->scene, TENURE_LAYER_TEXT, box->x + x, layout->stacked ? y - 4 : y + height / 2, figure,
      &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, layout->stacked ? 1 : 0.5, box->width - x, FALSE });
}

static void
add_bar (Layout *layout, guint i, guint column, double y, double height)
{
  const TenureBoardShare *share = tenure_boards_share_of (&layout->data->rows[i], column);
  double length = add_bar_shapes (layout, share, (gint32) (i * layout->n_bars + column), column, y, height);

  add_mark (layout, i, column, layout->columns[column].x, y, MAX (length, 3), height);
  add_figure (layout, i, column, y, height, length);
}

/* The target crosses the bar of seats, which is what it is a share of. */
static void
add_target (Layout *layout, const TenureBoardRow *row, double y, double height)
{
  double x = layout->columns[COLUMN_SEATS].x + target_px (layout, row);
  TenureShape *line;

  if (!row->has_target)
    return;
  line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, y - 3, x, y + height + 3, TENURE_ROLE_ACCENT);
  line->line_width = 2;
}

static gboolean
is_grey (const TenureBoardRow *row)
{
  return row->voice == TENURE_VOICE_NOT_EXPECTED || row->voice == TENURE_VOICE_EXEMPTED;
}

/* The bars of a row that begins at @top: a third of it in the middle or, stacked, thin at its foot. */
static void
place_bars (const Layout *layout, double top, double *out_y, double *out_height)
{
  if (layout->stacked)
    {
      *out_height = round (layout->line * STACKED_BAR_LINES);
      *out_y = round (top + layout->row_px - *out_height - 1.5 * layout->space);
      return;
    }
  *out_height = MIN (round (layout->row_px * 0.5), round (BAR_MAX_PX * tenure_scene_get_theme (layout->scene)->text_scale));
  *out_y = round (top + (layout->row_px - *out_height) / 2);
}

/* What boards of one kind have in common, over the first of them. */
static void
add_group (Layout *layout, guint i, double x, double y, double width)
{
  g_autofree char *words = tenure_boards_dup_group_words (layout->data, i);
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK, 0, 1, width, FALSE };

  tenure_scene_add_rect (layout->scene, TENURE_LAYER_BACK, x, y, width, layout->group_px, TENURE_ROLE_GHOST)->opacity = 0.5;
  style.max_px = width - 2 * layout->space;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x + layout->space, y + layout->group_px - layout->space, words,
                         &style);
}

static void
add_row (Layout *layout, guint i, const TenureBox *box, double top)
{
  const TenureBoardRow *row = &layout->data->rows[i];
  double y, height;
  TenureTextStyle style = { TENURE_TYPE_LABEL,         is_grey (row) ? TENURE_ROLE_INK_SOFT : TENURE_ROLE_INK, 0,
                            layout->stacked ? 0 : 0.5, layout->stacked ? box->width : layout->name_px + 1,     FALSE };

  place_bars (layout, top, &y, &height);
  if (i > 0 && !(layout->group_px > 0 && tenure_boards_begins_group (layout->data, i)))
    tenure_scene_add_line (layout->scene, TENURE_LAYER_GRID, box->x, top, box->x + box->width, top, TENURE_ROLE_GRID);
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, box->x, layout->stacked ? top + 2 : y + height / 2,
                         row->name != NULL ? row->name : _ ("No name recorded"), &style);
  for (guint column = 0; column < layout->n_bars; column++)
    {
      tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, layout->columns[column].x, y - 3, layout->columns[column].x,
                             y + height + 3, TENURE_ROLE_AXIS);
      add_bar (layout, i, column, y, height);
    }
  add_target (layout, row, y, height);
}

static void
add_rest (Layout *layout, double x, double y, double width)
{
  guint rest = layout->data->n_rows - layout->n_rows;
  /* Translators: below the first of some boards. */
  g_autofree char *words = tenure_count_dup_words (ngettext ("and %s more board", "and %s more boards", rest), rest);
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, width, FALSE };

  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x, y + layout->space, words, &style);
}

/* Boards from the top of @box on, those of one kind under words that say which. */
static void
add_rows (Layout *layout, const TenureBox *box)
{
  double y = box->y;

  for (guint i = 0; i < layout->n_rows; i++)
    {
      if (layout->group_px > 0 && tenure_boards_begins_group (layout->data, i))
        {
          add_group (layout, i, box->x, round (y), box->width);
          y += layout->group_px;
        }
      add_row (layout, i, box, round (y));
      y += layout->row_px;
    }
  if (layout->n_rows < layout->data->n_rows)
    add_rest (layout, box->x, round (y), box->width);
}

/* One line of words above the bars. */
static double
line_height (const Layout *layout)
{
  return ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_SMALL)) + layout->space;
}

static double
head_height (const Layout *layout)
{
  return line_height (layout) * (layout->apart_key ? 2 : 1);
}

/* The first rows that @room holds, one at least; where that is not all, with a line for how many more there are. */
static guint
count_rows_within (const Layout *layout, double room)
{
  double y = 0;

  for (guint i = 0; i < layout->data->n_rows; i++)
    {
      double rest = i + 1 < layout->data->n_rows ? line_height (layout) : 0;

      if (layout->group_px > 0 && tenure_boards_begins_group (layout->data, i))
        y += layout->group_px;
      y += layout->row_px;
      if (y + rest > room)
        return MAX (i, 1);
    }
  return layout->data->n_rows;
}

static double
rows_height (const Layout *layout)
{
  return layout->data->n_rows * layout->row_px + tenure_boards_count_groups (layout->data) * layout->group_px;
}

/* What a target looks like, and @words for it. */
static void
add_target_key (Layout *layout, double x, double y, double width, const char *words)
{
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_ACCENT, 0, 0, width - layout->space, FALSE };
  TenureShape *line = tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, x, y + 2, x,
                                             y + line_height (layout) - layout->space - 2, TENURE_ROLE_ACCENT);

  line->line_width = 2;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, x + layout->space, y, words, &style);
}

/* A heading cut short would say less than its first word. */
static const char *
fitting_title (const Layout *layout, guint column)
{
  const char *title = tenure_boards_column_title (column);

  if (column != COLUMN_POWER || tenure_scene_text_width (layout->scene, TENURE_TYPE_SMALL, title) <= layout->column_px)
    return title;
  /* Translators: short for “Voting power”, over a narrow column. */
  return _ ("Power");
}

static void
add_heads (Layout *layout, const TenureBox *box)
{
  double y = box->y;

  if (layout->apart_key)
    {
      add_target_key (layout, box->x + 1, y, box->width, _ ("target share of seats"));
      y += line_height (layout);
    }
  for (guint column = 0; column < layout->n_bars; column++)
    {
      const TenureBox *at = &layout->columns[column];
      TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, at->width, FALSE };
      TenureShape *text =
          tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, at->x, y, fitting_title (layout, column), &style);
      double end = text != NULL ? text->width + 3 * layout->space : 0;

      if (column == COLUMN_SEATS && has_targets (layout->data) && !layout->apart_key)
        add_target_key (layout, at->x + end, y, at->width - end, _ ("target"));
    }
}

static void
add_table (Layout *layout)
{
  tenure_scene_set_table_corner (layout->scene, _ ("Board"));
  for (guint column = 0; column < N_BARS; column++)
    tenure_scene_add_column (layout->scene, tenure_boards_column_title (column), TRUE);
  tenure_scene_add_column (layout->scene, _ ("Target"), TRUE);
  tenure_scene_add_column (layout->scene, _ ("Voice expected"), FALSE);
  for (guint i = 0; i < layout->data->n_rows; i++)
    {
      const TenureBoardRow *row = &layout->data->rows[i];
      guint at = tenure_scene_add_row (layout->scene, row->name != NULL ? row->name : _ ("No name recorded"), row->record);
      g_autofree char *target =
          row->has_target ? tenure_format_percent (row->target.numerator, row->target.denominator) : NULL;

      if (layout->n_bars <= COLUMN_POWER)
        {
          g_autofree char *power = tenure_boards_dup_value_words (&row->power, COLUMN_POWER);

          tenure_scene_set_cell (layout->scene, at, COLUMN_POWER, power);
        }
      tenure_scene_set_cell (layout->scene, at, COLUMN_TARGET, target);
      tenure_scene_set_cell (layout->scene, at, COLUMN_VOICE, tenure_boards_voice_words (row->voice));
    }
}

/* The words of a wide picture, which is looked at from further away. */
static TenureChartTheme
type_of (const TenureChartTheme *theme, double width)
{
  TenureChartTheme own = *theme;

  if (width >= WIDE_LINES * 4 * theme->space_px)
    for (guint i = 0; i < TENURE_N_TYPES; i++)
      own.type_px[i] *= WIDE_TYPE;
  return own;
}

TenureScene *
tenure_chart_boards_compare (const TenureBoardsCompareData *data, double width, double height, const TenureChartTheme *theme)
{
  Layout layout = { .data = data };
  TenureChartTheme own;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  double frame;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  own = type_of (theme, width);
  layout.scene = tenure_scene_new (width, height, &own);
  layout.space = theme->space_px;
  layout.line = tenure_scene_line_height (layout.scene, TENURE_TYPE_LABEL);
  title = tenure_boards_dup_title (data);
  measure (&layout, width - 6 * layout.space);
  subtitle = tenure_boards_dup_subtitle (data, layout.n_bars, layout.dashes);
  frame = tenure_chart_frame_height (layout.scene, title, subtitle, &data->notes);
  layout.n_rows = data->brief ? count_rows_within (&layout, height - frame - head_height (&layout)) : data->n_rows;
  if (!data->brief)
    tenure_scene_set_height (layout.scene, MAX (height, frame + head_height (&layout) + rows_height (&layout)));
  box = tenure_chart_begin (layout.scene, title, subtitle, &data->notes, 1);
  if (data->n_rows == 0)
    {
      tenure_chart_add_empty (layout.scene, &box, _ ("There are no boards to compare."));
      return tenure_scene_finish (layout.scene);
    }
  add_table (&layout);
  place_columns (&layout, &box);
  add_heads (&layout, &box);
  box.y += head_height (&layout);
  add_rows (&layout, &box);
  return tenure_scene_finish (layout.scene);
}
