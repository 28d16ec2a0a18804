#include "config.h"

#include "chart/seat-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/format-private.h"
#include "chart/frame-private.h"

/* Labels at the side may take this share of the width each; wider ones go into a key below. */
#define MAX_SIDE_SHARE 0.27

enum
{
  COLUMN_BLOC,
  COLUMN_HOLDER,
  COLUMN_VOTE,
  COLUMN_CHAIR,
  N_COLUMNS
};

typedef struct
{
  guint first, n; /* the wedge: places first … first + n − 1 */
  char *label;    /* "NHS 4" */
  double width;   /* of the label */
  TenureChartRole role;
  TenureChartPattern pattern;
} Wedge;

typedef struct
{
  TenureScene *scene;
  const TenureSeatChartData *data;
  const char *sector;
  double space;
  guint n_wedges; /* blocs, and one more for seats without one */
  Wedge *wedges;
  guint *order; /* seats by wedge */
  TenureSeatPlace *places;
  double radius;
  double ring;               /* distance from the arch's centre to the outer edge of the seats */
  double arch_x, arch_y;     /* what places are counted from */
  double centre_x, centre_y; /* of the arch */
} Layout;

/* --- Words ---------------------------------------------------------------------------------------------- */

static gboolean
is_vcs (const TenureSeatChartData *data, const TenureSeatDatum *seat)
{
  return seat->bloc < data->n_blocs && data->blocs[seat->bloc].is_vcs;
}

static guint
count_vcs (const TenureSeatChartData *data)
{
  guint n = 0;

  for (guint i = 0; i < data->n_seats; i++)
    n += is_vcs (data, &data->seats[i]);
  return n;
}

static char *
dup_title (const TenureSeatChartData *data, const char *sector)
{
  guint n = count_vcs (data);

  if (data->title != NULL)
    return g_strdup (data->title);
  if (data->n_seats == 0)
    return g_strdup (data->board != NULL ? data->board : _ ("Seats"));
  if (n == 0)
    return g_strdup_printf (
        ngettext ("The %1$s does not hold the only seat", "The %1$s holds none of %2$u seats", data->n_seats),
        sector, data->n_seats);
  return g_strdup_printf (
      ngettext ("The %1$s holds %2$u of %3$u seat", "The %1$s holds %2$u of %3$u seats", data->n_seats),
      sector, n, data->n_seats);
}

static const char *
bloc_label (const TenureSeatChartData *data, guint bloc)
{
  if (bloc < data->n_blocs && data->blocs[bloc].label != NULL)
    return data->blocs[bloc].label;
  return _ ("Bloc not recorded");
}

static const char *
vote_label (const TenureSeatDatum *seat)
{
  switch (seat->vote)
    {
    case TENURE_SEAT_VOTE_YES:
      return _ ("votes");
    case TENURE_SEAT_VOTE_NO:
      return _ ("no vote");
    case TENURE_SEAT_VOTE_UNKNOWN:
    default:
      return _ ("vote not recorded");
    }
}

static const char *
holder_label (const TenureSeatDatum *seat)
{
  if (seat->vacant)
    return _ ("vacant");
  return seat->holder != NULL ? seat->holder : _ ("holder not recorded");
}

static char *
dup_seat_words (const TenureSeatDatum *seat)
{
  GString *text = g_string_new (holder_label (seat));

  g_string_append_printf (text, "; %s", vote_label (seat));
  if (seat->chair)
    g_string_append_printf (text, "; %s", _ ("chair"));
  if (seat->paid)
    g_string_append_printf (text, "; %s", _ ("paid"));
  return g_string_free (text, FALSE);
}

/* --- Wedges --------------------------------------------------------------------------------------------- */

/* The look of the bloc at place @bloc: its own colour, or for the k-th bloc that asks for none the k-th colour
 * that none asks for. */
static TenureChartRole
bloc_role (const TenureSeatChartData *data, guint bloc)
{
  const guint n_colours = TENURE_CHART_MAX_BLOCS - 1;
  gboolean taken[TENURE_CHART_MAX_BLOCS] = { FALSE };
  guint before = 0, colour = 0;

  if (bloc >= data->n_blocs)
    return TENURE_ROLE_UNKNOWN;
  if (data->blocs[bloc].is_vcs || data->blocs[bloc].colour > 0)
    return tenure_chart_bloc_role (data->blocs[bloc].is_vcs, data->blocs[bloc].colour - 1);
  for (guint i = 0; i < data->n_blocs; i++)
    {
      const TenureSeatBloc *other = &data->blocs[i];

      if (other->is_vcs)
        continue;
      if (other->colour > 0)
        taken[(other->colour - 1) % n_colours] = TRUE;
      else
        before += i < bloc;
    }
  for (before %= n_colours; colour < n_colours; colour++)
    if (!taken[colour] && before-- == 0)
      return tenure_chart_bloc_role (FALSE, colour);
  return tenure_chart_bloc_role (FALSE, bloc);
}

/* Seats in the order of their blocs, each bloc in the order given: a stable counting sort. */
static void
order_seats (Layout *layout)
{
  const TenureSeatChartData *data = layout->data;
  guint at = 0;

  layout->n_wedges = data->n_blocs + 1;
  layout->wedges = g_new0 (Wedge, layout->n_wedges);
  layout->order = g_new (guint, MAX (data->n_seats, 1u));
  for (guint bloc = 0; bloc < layout->n_wedges; bloc++)
    {
      Wedge *wedge = &layout->wedges[bloc];

      wedge->first = at;
      for (guint i = 0; i < data->n_seats; i++)
        if (MIN (data->seats[i].bloc, data->n_blocs) == bloc)
          layout->order[at++] = i;
      wedge->n = at - wedge->first;
      wedge->role = bloc_role (data, bloc);
      wedge->pattern = tenure_chart_role_pattern (wedge->role);
      wedge->label = g_strdup_printf ("%s %u", bloc_label (data, bloc), wedge->n);
      wedge->width = tenure_scene_text_width (layout->scene, TENURE_TYPE_LABEL, wedge->label);
    }
}

static double
widest_label (const Layout *layout)
{
  double widest = 0;

  for (guint i = 0; i < layout->n_wedges; i++)
    if (layout->wedges[i].n > 0)
      widest = MAX (widest, layout->wedges[i].width);
  return ceil (widest);
}

static void
layout_clear (Layout *layout)
{
  for (guint i = 0; i < layout->n_wedges; i++)
    g_free (layout->wedges[i].label);
  g_free (layout->wedges);
  g_free (layout->order);
  g_free (layout->places);
}

/* --- Seats ---------------------------------------------------------------------------------------------- */

static guint
add_mark (Layout *layout, guint seat_index, gint32 group, double x, double y)
{
  const TenureSeatDatum *seat = &layout->data->seats[seat_index];
  g_autofree char *words = dup_seat_words (seat);
  TenureMark mark = TENURE_MARK_INIT;

  mark.record = seat->record;
  mark.label = seat->label != NULL ? seat->label : _ ("Seat");
  mark.series = bloc_label (layout->data, seat->bloc);
  mark.value = words;
  mark.amount = 1;
  mark.unit = TENURE_UNIT_COUNT;
  mark.known = TRUE;
  mark.source = (gint32) seat_index;
  mark.group = group;
  mark.x = x - layout->radius;
  mark.y = y - layout->radius;
  mark.width = mark.height = 2 * layout->radius;
  return tenure_scene_add_mark (layout->scene, &mark, NULL, 0);
}

/* Everything about a seat stays within the layout's radius, so that no two seats touch:
 * chair     ring at the edge, the seat inside it
 * no vote   a little more than half the size
 * vacant    outline only
 * unknown   dashed outline
 * paid      a coin in the middle */
static void
add_seat (Layout *layout, const TenureSeatDatum *seat, const Wedge *wedge, double x, double y, gint32 mark)
{
  double r = layout->radius * 0.9;
  double line = MAX (1.5 * tenure_scene_get_theme (layout->scene)->line_px, layout->radius * 0.12);
  double seat_r = r * (seat->vote == TENURE_SEAT_VOTE_NO ? 0.58 : 1) * (seat->chair ? 0.72 : 1);
  TenureShape *shape;

  if (seat->chair)
    {
      shape = tenure_scene_add_circle (layout->scene, TENURE_LAYER_FRONT, x, y, r, TENURE_ROLE_NONE);
      shape->stroke = TENURE_ROLE_INK;
      shape->line_width = line;
      shape->mark = mark;
    }
  shape = tenure_scene_add_circle (layout->scene, TENURE_LAYER_DATA, x, y, seat_r,
                                   seat->vacant ? TENURE_ROLE_NONE : wedge->role);
  shape->mark = mark;
  shape->pattern = wedge->pattern;
  shape->open = wedge->role == TENURE_ROLE_UNKNOWN && !seat->vacant;
  if (seat->vacant || seat->vote == TENURE_SEAT_VOTE_UNKNOWN || shape->open)
    {
      shape->stroke = seat->vacant || shape->open ? wedge->role : TENURE_ROLE_INK;
      shape->line_width = line;
      shape->dash = seat->vote == TENURE_SEAT_VOTE_UNKNOWN ? MAX (layout->radius * 0.4, 2) : 0;
    }
  if (!seat->paid || layout->radius < 4)
    return;
  shape =
      tenure_scene_add_circle (layout->scene, TENURE_LAYER_FRONT, x, y, seat_r * 0.36, TENURE_ROLE_GROUND);
  shape->stroke = TENURE_ROLE_INK;
  shape->mark = mark;
}

static void
add_seats (Layout *layout)
{
  for (guint bloc = 0; bloc < layout->n_wedges; bloc++)
    {
      const Wedge *wedge = &layout->wedges[bloc];

      for (guint i = wedge->first; i < wedge->first + wedge->n; i++)
        {
          double x = layout->arch_x + layout->places[i].x;
          double y = layout->arch_y + layout->places[i].y;
          guint mark = add_mark (layout, layout->order[i], (gint32) bloc, x, y);

          add_seat (layout, &layout->data->seats[layout->order[i]], wedge, x, y, (gint32) mark);
        }
    }
}

/* --- Labels --------------------------------------------------------------------------------------------- */

typedef struct
{
  const Wedge *wedge;
  double angle;
  double y; /* middle of the label */
} SideLabel;

static int
compare_side_labels (gconstpointer a, gconstpointer b)
{
  double ya = ((const SideLabel *) a)->y;
  double yb = ((const SideLabel *) b)->y;

  return ya < yb ? -1 : ya > yb;
}

/* Pushes labels apart downwards, then back up from the lower edge, so that each has a line of its own. */
static gboolean
spread (GArray *labels, double line, double top, double bottom)
{
  double y = top + line / 2;

  if (labels->len * line > bottom - top)
    return FALSE;
  g_array_sort (labels, compare_side_labels);
  for (guint i = 0; i < labels->len; i++)
    {
      SideLabel *label = &g_array_index (labels, SideLabel, i);

      label->y = MAX (label->y, y);
      y = label->y + line;
    }
  y = bottom - line / 2;
  for (guint i = labels->len; i > 0; i--)
    {
      SideLabel *label = &g_array_index (labels, SideLabel, i - 1);

      label->y = MIN (label->y, y);
      y = label->y - line;
    }
  return TRUE;
}

static void
collect_side (const Layout *layout, gboolean right, GArray *labels)
{
  for (guint bloc = 0; bloc < layout->n_wedges; bloc++)
    {
      const Wedge *wedge = &layout->wedges[bloc];
      SideLabel label = { wedge, 0, 0 };

      if (wedge->n == 0)
        continue;
      label.angle =
          (layout->places[wedge->first].angle + layout->places[wedge->first + wedge->n - 1].angle) / 2;
      if ((label.angle > G_PI_2) != right)
        continue;
      label.y = layout->centre_y - (layout->ring + 2 * layout->space) * sin (label.angle);
      g_array_append_val (labels, label);
    }
}

static double
swatch_size (const Layout *layout)
{
  return round (tenure_scene_line_height (layout->scene, TENURE_TYPE_LABEL) * 0.62);
}

/* What the label speaks of, beside it: seats of another bloc may be nearer than its own. */
static void
add_swatch (Layout *layout, const Wedge *wedge, double x, double y)
{
  double size = swatch_size (layout);
  TenureShape *shape = tenure_scene_add_rect (layout->scene, TENURE_LAYER_DATA, round (x), round (y - size / 2),
                                              size, size, wedge->role);

  shape->pattern = wedge->pattern;
  shape->open = wedge->role == TENURE_ROLE_UNKNOWN;
  shape->stroke = shape->open ? wedge->role : TENURE_ROLE_NONE;
}

/* Whether the seat nearest to a point outside the arch is of this wedge. */
static gboolean
is_nearest (const Layout *layout, const Wedge *wedge, double x, double y)
{
  double nearest = INFINITY;
  guint found = 0;

  for (guint i = 0; i < layout->data->n_seats; i++)
    {
      double away = hypot (layout->arch_x + layout->places[i].x - x, layout->arch_y + layout->places[i].y - y);

      if (away < nearest)
        {
          nearest = away;
          found = i;
        }
    }
  return found >= wedge->first && found < wedge->first + wedge->n;
}

/* Swatch and words, the swatch nearer to the arch; and a line from them to the wedge where it begins beside it. */
static void
add_side_label (Layout *layout, const SideLabel *label, const TenureBox *box, gboolean right)
{
  double reach = layout->ring + layout->space;
  double from_x = layout->centre_x - reach * cos (label->angle);
  double from_y = layout->centre_y - reach * sin (label->angle);
  double line = tenure_scene_line_height (layout->scene, TENURE_TYPE_LABEL);
  double swatch = swatch_size (layout), words = swatch + layout->space;
  /* As near to the arch as the arch is wide at this height. */
  double half = fabs (layout->centre_y - label->y) - line / 2;
  double edge = half < layout->ring ? sqrt (reach * reach - MAX (half, 0) * MAX (half, 0)) : 0;
  double x = right ? MAX (layout->centre_x + edge, from_x) + 2 * layout->space
                   : MIN (layout->centre_x - edge, from_x) - 2 * layout->space;
  double room = (right ? box->x + box->width - x : x - box->x) - words;
  TenureTextStyle style = { TENURE_TYPE_LABEL, TENURE_ROLE_INK, right ? 0 : 1, 0.5, room, FALSE };

  add_swatch (layout, label->wedge, right ? x : x - swatch, label->y);
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, right ? x + words : x - words, label->y,
                         label->wedge->label, &style);
  /* A label beside its wedge needs no line to it, and one to the seat of another bloc would mislead. */
  if (fabs (label->y - from_y) < 1.5 * line || !is_nearest (layout, label->wedge, from_x, from_y))
    return;
  tenure_scene_add_line (layout->scene, TENURE_LAYER_FRONT, from_x, from_y,
                         right ? x - layout->space : x + layout->space, label->y, TENURE_ROLE_AXIS);
}

/* FALSE, with nothing drawn, when the labels do not find room at the sides. */
static gboolean
add_side_labels (Layout *layout, const TenureBox *box)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (SideLabel));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (SideLabel));
  double line = ceil (tenure_scene_line_height (layout->scene, TENURE_TYPE_LABEL)) + 2;

  collect_side (layout, FALSE, left);
  collect_side (layout, TRUE, right);
  if (!spread (left, line, box->y, box->y + box->height) ||
      !spread (right, line, box->y, box->y + box->height))
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    add_side_label (layout, &g_array_index (left, SideLabel, i), box, FALSE);
  for (guint i = 0; i < right->len; i++)
    add_side_label (layout, &g_array_index (right, SideLabel, i), box, TRUE);
  return TRUE;
}

static guint
collect_key (const Layout *layout, TenureKeyItem *items)
{
  guint n = 0;

  for (guint bloc = 0; bloc < layout->n_wedges; bloc++)
    {
      const Wedge *wedge = &layout->wedges[bloc];
      gboolean unknown = wedge->role == TENURE_ROLE_UNKNOWN;

      if (wedge->n > 0)
        items[n++] = (TenureKeyItem){ wedge->role, wedge->pattern, unknown,
                                      unknown ? wedge->role : TENURE_ROLE_NONE, wedge->label };
    }
  return n;
}

/* "hollow: vacant · small: no vote · …": only what occurs. NULL when nothing does. */
static char *
dup_signs (const TenureSeatChartData *data)
{
  gboolean vacant = FALSE, mute = FALSE, unknown = FALSE, chair = FALSE, paid = FALSE;
  g_autoptr (GPtrArray) signs = g_ptr_array_new ();

  for (guint i = 0; i < data->n_seats; i++)
    {
      vacant |= data->seats[i].vacant;
      mute |= data->seats[i].vote == TENURE_SEAT_VOTE_NO;
      unknown |= data->seats[i].vote == TENURE_SEAT_VOTE_UNKNOWN;
      chair |= data->seats[i].chair;
      paid |= data->seats[i].paid;
    }
  if (vacant)
    g_ptr_array_add (signs, _ ("hollow: vacant"));
  if (mute)
    g_ptr_array_add (signs, _ ("small: no vote"));
  if (unknown)
    g_ptr_array_add (signs, _ ("dashed: vote not recorded"));
  if (chair)
    g_ptr_array_add (signs, _ ("ring: chair"));
  if (paid)
    g_ptr_array_add (signs, _ ("coin: paid"));
  if (signs->len == 0)
    return NULL;
  g_ptr_array_add (signs, NULL);
  return g_strjoinv (" · ", (char **) signs->pdata);
}

/* The share under the arch, where it fits. */
static void
add_figure (Layout *layout)
{
  g_autofree char *share = tenure_format_percent (count_vcs (layout->data), layout->data->n_seats);
  g_autofree char *words = g_strdup_printf (_ ("%s seats"), layout->sector);
  double hollow = INFINITY;
  double big, small, line;

  for (guint i = 0; i < layout->data->n_seats; i++)
    hollow = MIN (hollow, hypot (layout->arch_x + layout->places[i].x - layout->centre_x,
                                 layout->arch_y + layout->places[i].y - layout->centre_y));
  hollow -= layout->radius + layout->space;
  tenure_scene_measure (layout->scene, TENURE_TYPE_BIG, share, 0, &big, &line);
  tenure_scene_measure (layout->scene, TENURE_TYPE_SMALL, words, 0, &small, NULL);
  if (layout->data->n_seats < 2 || hypot (MAX (big, small) / 2, line * 1.35) > hollow)
    return;
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->centre_x, layout->centre_y - line * 0.3,
                         share, &(TenureTextStyle){ TENURE_TYPE_BIG, TENURE_ROLE_INK, 0.5, 1, 0, FALSE });
  tenure_scene_add_text (layout->scene, TENURE_LAYER_TEXT, layout->centre_x, layout->centre_y - line * 0.3,
                         words,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0.5, 0, 0, FALSE });
}

/* --- The chart ------------------------------------------------------------------------------------------ */

static void
add_table (Layout *layout)
{
  const TenureSeatChartData *data = layout->data;

  tenure_scene_set_table_corner (layout->scene, _ ("Seat"));
  tenure_scene_add_column (layout->scene, _ ("Bloc"), FALSE);
  tenure_scene_add_column (layout->scene, _ ("Holder"), FALSE);
  tenure_scene_add_column (layout->scene, _ ("Vote"), FALSE);
  tenure_scene_add_column (layout->scene, _ ("Chair"), FALSE);
  for (guint i = 0; i < data->n_seats; i++)
    {
      const TenureSeatDatum *seat = &data->seats[layout->order[i]];
      guint row =
          tenure_scene_add_row (layout->scene, seat->label != NULL ? seat->label : _ ("Seat"), seat->record);

      tenure_scene_set_cell (layout->scene, row, COLUMN_BLOC, bloc_label (data, seat->bloc));
      tenure_scene_set_cell (layout->scene, row, COLUMN_HOLDER, holder_label (seat));
      tenure_scene_set_cell (layout->scene, row, COLUMN_VOTE, vote_label (seat));
      tenure_scene_set_cell (layout->scene, row, COLUMN_CHAIR, seat->chair ? _ ("chair") : "");
    }
}

static void
place_seats (Layout *layout, const TenureBox *box)
{
  double lowest = 0;

  layout->places = g_new (TenureSeatPlace, layout->data->n_seats);
  tenure_seat_layout (layout->data->n_seats, box->width, box->height, layout->places, &layout->radius);
  layout->arch_x = box->x;
  layout->arch_y = box->y;
  layout->centre_x = box->x + box->width / 2;
  for (guint i = 0; i < layout->data->n_seats; i++)
    lowest = MAX (lowest, layout->places[i].y);
  layout->centre_y = box->y + lowest;
  layout->ring = layout->radius;
  for (guint i = 0; i < layout->data->n_seats; i++)
    layout->ring = MAX (layout->ring, hypot (box->x + layout->places[i].x - layout->centre_x,
                                             box->y + layout->places[i].y - layout->centre_y) +
                                          layout->radius);
}

static double
side_width (const Layout *layout)
{
  return widest_label (layout) + swatch_size (layout) + 5 * layout->space;
}

/* What the picture needs: an arch, and over it the key where the sides are too narrow for labels. */
static double
least_height (const Layout *layout, double width)
{
  double line = tenure_scene_line_height (layout->scene, TENURE_TYPE_LABEL);
  g_autofree TenureKeyItem *key = g_new0 (TenureKeyItem, layout->n_wedges);

  if (side_width (layout) <= width * MAX_SIDE_SHARE)
    return 11 * line;
  return 8 * line + tenure_chart_key_height (layout->scene, width, key, collect_key (layout, key));
}

/* Blocs are named at the sides of the arch, or in a key above it where that leaves the arch too little room.
 */
static void
draw (Layout *layout, TenureBox box)
{
  g_autofree char *signs = dup_signs (layout->data);
  g_autofree TenureKeyItem *key = g_new0 (TenureKeyItem, layout->n_wedges);
  double side = side_width (layout);
  double key_px;
  TenureBox arch;

  if (signs != NULL)
    {
      double height;

      tenure_scene_measure (layout->scene, TENURE_TYPE_SMALL, signs, box.width, NULL, &height);
      box.height = MAX (box.height - ceil (height) - 2 * layout->space, 10);
      tenure_scene_add_text (
          layout->scene, TENURE_LAYER_TEXT, box.x, box.y + box.height + 2 * layout->space, signs,
          &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, box.width, TRUE });
    }
  arch = box;
  if (side <= box.width * MAX_SIDE_SHARE)
    {
      arch.x += side;
      arch.width -= 2 * side;
      arch.y += layout->space * 2;
      arch.height -= layout->space * 2;
      place_seats (layout, &arch);
      if (add_side_labels (layout, &box))
        {
          add_seats (layout);
          add_figure (layout);
          return;
        }
      g_clear_pointer (&layout->places, g_free);
      arch = box;
    }
  key_px = tenure_chart_add_key (layout->scene, &box, key, collect_key (layout, key)) + 3 * layout->space;
  arch.y += key_px;
  arch.height = MAX (arch.height - key_px, 10);
  place_seats (layout, &arch);
  add_seats (layout);
  add_figure (layout);
}

TenureScene *
tenure_chart_seats (const TenureSeatChartData *data,
                    double width,
                    double height,
                    const TenureChartTheme *theme)
{
  Layout layout = { .data = data };
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  layout.sector = data->sector != NULL ? data->sector : _ ("VCS");
  layout.scene = tenure_scene_new (width, height, theme);
  layout.space = theme->space_px;
  title = dup_title (data, layout.sector);
  subtitle = data->board != NULL ? g_strdup_printf (_ ("Seats on the %s by bloc"), data->board)
                                 : g_strdup (_ ("Seats by bloc"));
  order_seats (&layout);
  box = tenure_chart_begin (layout.scene, title, subtitle, &data->notes,
                            least_height (&layout, width - 6 * layout.space));
  if (data->n_seats == 0)
    {
      tenure_chart_add_empty (layout.scene, &box, _ ("No seats are recorded for this board."));
      layout_clear (&layout);
      return tenure_scene_finish (layout.scene);
    }
  add_table (&layout);
  draw (&layout, box);
  layout_clear (&layout);
  return tenure_scene_finish (layout.scene);
}
