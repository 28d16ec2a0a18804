#include "config.h"

#include "chart/seat-chart-private.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"

/* Labels at the side may take this share of the width each; wider ones go into a key below. */
#define MAX_SIDE_SHARE 0.27

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
order_seats (TenureSeatDraw *draw)
{
  const TenureSeatChartData *data = draw->data;
  guint at = 0;

  draw->n_wedges = data->n_blocs + 1;
  draw->wedges = g_new0 (TenureSeatWedge, draw->n_wedges);
  draw->order = g_new (guint, MAX (data->n_seats, 1u));
  for (guint bloc = 0; bloc < draw->n_wedges; bloc++)
    {
      TenureSeatWedge *wedge = &draw->wedges[bloc];

      wedge->first = at;
      for (guint i = 0; i < data->n_seats; i++)
        if (MIN (data->seats[i].bloc, data->n_blocs) == bloc)
          draw->order[at++] = i;
      wedge->n = at - wedge->first;
      wedge->role = bloc_role (data, bloc);
      wedge->pattern = tenure_chart_role_pattern (wedge->role);
      wedge->label = g_strdup_printf ("%s %u", tenure_seats_bloc_label (data, bloc), wedge->n);
      wedge->width = tenure_scene_text_width (draw->scene, TENURE_TYPE_LABEL, wedge->label);
    }
}

static double
widest_label (const TenureSeatDraw *draw)
{
  double widest = 0;

  for (guint i = 0; i < draw->n_wedges; i++)
    if (draw->wedges[i].n > 0)
      widest = MAX (widest, draw->wedges[i].width);
  return ceil (widest);
}

static void
draw_clear (TenureSeatDraw *draw)
{
  for (guint i = 0; i < draw->n_wedges; i++)
    g_free (draw->wedges[i].label);
  g_free (draw->wedges);
  g_free (draw->order);
  g_free (draw->places);
}

/* --- Seats ---------------------------------------------------------------------------------------------- */

static guint
add_mark (TenureSeatDraw *draw, guint seat_index, gint32 group, double x, double y)
{
  const TenureSeatDatum *seat = &draw->data->seats[seat_index];
  g_autofree char *words = tenure_seats_dup_words (seat);
  TenureMark mark = TENURE_MARK_INIT;

  mark.record = seat->record;
  mark.label = seat->label != NULL ? seat->label : _ ("Seat");
  mark.series = tenure_seats_bloc_label (draw->data, seat->bloc);
  mark.value = words;
  mark.amount = 1;
  mark.unit = TENURE_UNIT_COUNT;
  mark.known = TRUE;
  mark.source = (gint32) seat_index;
  mark.group = group;
  mark.x = x - draw->radius;
  mark.y = y - draw->radius;
  mark.width = mark.height = 2 * draw->radius;
  return tenure_scene_add_mark (draw->scene, &mark, NULL, 0);
}

/* Everything about a seat stays within the layout's radius, so that no two seats touch:
 * chair     ring at the edge, the seat inside it
 * no vote   a little more than half the size
 * vacant    outline only
 * unknown   dashed outline
 * paid      a coin in the middle */
static void
add_seat (TenureSeatDraw *draw, const TenureSeatDatum *seat, const TenureSeatWedge *wedge, double x, double y, gint32 mark)
{
  double r = draw->radius * 0.9;
  double line = MAX (1.5 * tenure_scene_get_theme (draw->scene)->line_px, draw->radius * 0.12);
  double seat_r = r * (seat->vote == TENURE_SEAT_VOTE_NO ? 0.58 : 1) * (seat->chair ? 0.72 : 1);
  TenureShape *shape;

  if (seat->chair)
    {
      shape = tenure_scene_add_circle (draw->scene, TENURE_LAYER_FRONT, x, y, r, TENURE_ROLE_NONE);
      shape->stroke = TENURE_ROLE_INK;
      shape->line_width = line;
      shape->mark = mark;
    }
  shape =
      tenure_scene_add_circle (draw->scene, TENURE_LAYER_DATA, x, y, seat_r, seat->vacant ? TENURE_ROLE_NONE : wedge->role);
  shape->mark = mark;
  shape->pattern = wedge->pattern;
  shape->open = wedge->role == TENURE_ROLE_UNKNOWN && !seat->vacant;
  if (seat->vacant || seat->vote == TENURE_SEAT_VOTE_UNKNOWN || shape->open)
    {
      shape->stroke = seat->vacant || shape->open ? wedge->role : TENURE_ROLE_INK;
      shape->line_width = line;
      shape->dash = seat->vote == TENURE_SEAT_VOTE_UNKNOWN ? MAX (draw->radius * 0.4, 2) : 0;
    }
  if (!seat->paid || draw->radius < 4)
    return;
  shape = tenure_scene_add_circle (draw->scene, TENURE_LAYER_FRONT, x, y, seat_r * 0.36, TENURE_ROLE_GROUND);
  shape->stroke = TENURE_ROLE_INK;
  shape->mark = mark;
}

static void
add_seats (TenureSeatDraw *draw)
{
  for (guint bloc = 0; bloc < draw->n_wedges; bloc++)
    {
      const TenureSeatWedge *wedge = &draw->wedges[bloc];

      for (guint i = wedge->first; i < wedge->first + wedge->n; i++)
        {
          double x = draw->arch_x + draw->places[i].x;
          double y = draw->arch_y + draw->places[i].y;
          guint mark = add_mark (draw, draw->order[i], (gint32) bloc, x, y);

          add_seat (draw, &draw->data->seats[draw->order[i]], wedge, x, y, (gint32) mark);
        }
    }
}

/* --- The key and the figure ----------------------------------------------------------------------------- */

static guint
collect_key (const TenureSeatDraw *draw, TenureKeyItem *items)
{
  guint n = 0;

  for (guint bloc = 0; bloc < draw->n_wedges; bloc++)
    {
      const TenureSeatWedge *wedge = &draw->wedges[bloc];
      gboolean unknown = wedge->role == TENURE_ROLE_UNKNOWN;

      if (wedge->n > 0)
        items[n++] =
            (TenureKeyItem){ wedge->role, wedge->pattern, unknown, unknown ? wedge->role : TENURE_ROLE_NONE, wedge->label };
    }
  return n;
}

/* "7 %", or "7 % to 14 %" where the bloc of a seat is not recorded. */
static char *
dup_share (const TenureSeatChartData *data)
{
  guint n = tenure_seats_count_vcs (data), unknown = tenure_seats_count_unknown (data);
  g_autofree char *least = tenure_format_percent (n, data->n_seats);
  g_autofree char *most = NULL;

  if (unknown == 0)
    return g_steal_pointer (&least);
  most = tenure_format_percent (n + unknown, data->n_seats);
  /* Translators: two shares in per cent, the least and the most that one can be: "7 % to 14 %". */
  return g_strdup_printf (_ ("%1$s to %2$s"), least, most);
}

/* The share under the arch, where it fits. */
static void
add_figure (TenureSeatDraw *draw)
{
  g_autofree char *share = dup_share (draw->data);
  g_autofree char *words = g_strdup (_ ("{Sector} seats"));
  double hollow = INFINITY;
  double big, small, line;

  for (guint i = 0; i < draw->data->n_seats; i++)
    hollow = MIN (hollow, hypot (draw->arch_x + draw->places[i].x - draw->centre_x,
                                 draw->arch_y + draw->places[i].y - draw->centre_y));
  hollow -= draw->radius + draw->space;
  tenure_scene_measure (draw->scene, TENURE_TYPE_BIG, share, 0, &big, &line);
  tenure_scene_measure (draw->scene, TENURE_TYPE_SMALL, words, 0, &small, NULL);
  if (draw->data->n_seats < 2 || hypot (MAX (big, small) / 2, line * 1.35) > hollow)
    return;
  tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, draw->centre_x, draw->centre_y - line * 0.3, share,
                         &(TenureTextStyle){ TENURE_TYPE_BIG, TENURE_ROLE_INK, 0.5, 1, 0, FALSE });
  tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, draw->centre_x, draw->centre_y - line * 0.3, words,
                         &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0.5, 0, 0, FALSE });
}

/* --- The chart ------------------------------------------------------------------------------------------ */

static void
place_seats (TenureSeatDraw *draw, const TenureBox *box)
{
  double lowest = 0;

  draw->places = g_new (TenureSeatPlace, draw->data->n_seats);
  tenure_seat_layout (draw->data->n_seats, box->width, box->height, draw->places, &draw->radius);
  draw->arch_x = box->x;
  draw->arch_y = box->y;
  draw->centre_x = box->x + box->width / 2;
  for (guint i = 0; i < draw->data->n_seats; i++)
    lowest = MAX (lowest, draw->places[i].y);
  draw->centre_y = box->y + lowest;
  draw->ring = draw->radius;
  for (guint i = 0; i < draw->data->n_seats; i++)
    draw->ring =
        MAX (draw->ring, hypot (box->x + draw->places[i].x - draw->centre_x, box->y + draw->places[i].y - draw->centre_y)
                             + draw->radius);
}

static double
side_width (const TenureSeatDraw *draw)
{
  return widest_label (draw) + tenure_seats_swatch_size (draw) + 5 * draw->space;
}

/* What the picture needs: an arch, and over it the key where the sides are too narrow for labels. */
static double
least_height (const TenureSeatDraw *draw, double width)
{
  double line = tenure_scene_line_height (draw->scene, TENURE_TYPE_LABEL);
  g_autofree TenureKeyItem *key = g_new0 (TenureKeyItem, draw->n_wedges);

  if (side_width (draw) <= width * MAX_SIDE_SHARE)
    return 11 * line;
  return 8 * line + tenure_chart_key_height (draw->scene, width, key, collect_key (draw, key));
}

/* Blocs are named at the sides of the arch, or in a key above it where that leaves the arch too little room.
 */
static void
draw_board (TenureSeatDraw *draw, TenureBox box)
{
  g_autofree char *signs = tenure_seats_dup_signs (draw->data);
  g_autofree TenureKeyItem *key = g_new0 (TenureKeyItem, draw->n_wedges);
  double side = side_width (draw);
  double key_px;
  TenureBox arch;

  if (signs != NULL)
    {
      double height;

      tenure_scene_measure (draw->scene, TENURE_TYPE_SMALL, signs, box.width, NULL, &height);
      box.height = MAX (box.height - ceil (height) - 2 * draw->space, 10);
      tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, box.x, box.y + box.height + 2 * draw->space, signs,
                             &(TenureTextStyle){ TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, box.width, TRUE });
    }
  arch = box;
  if (side <= box.width * MAX_SIDE_SHARE)
    {
      arch.x += side;
      arch.width -= 2 * side;
      arch.y += draw->space * 2;
      arch.height -= draw->space * 2;
      place_seats (draw, &arch);
      if (tenure_seats_add_side_labels (draw, &box))
        {
          add_seats (draw);
          add_figure (draw);
          return;
        }
      g_clear_pointer (&draw->places, g_free);
      arch = box;
    }
  key_px = tenure_chart_add_key (draw->scene, &box, key, collect_key (draw, key)) + 3 * draw->space;
  arch.y += key_px;
  arch.height = MAX (arch.height - key_px, 10);
  place_seats (draw, &arch);
  add_seats (draw);
  add_figure (draw);
}

TenureScene *
tenure_chart_seats (const TenureSeatChartData *data, double width, double height, const TenureChartTheme *theme)
{
  TenureSeatDraw draw = { .data = data };
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  TenureBox box;

  g_return_val_if_fail (data != NULL && theme != NULL, NULL);

  draw.scene = tenure_scene_new (width, height, theme);
  draw.space = theme->space_px;
  title = tenure_seats_dup_title (data);
  subtitle =
      data->board != NULL ? g_strdup_printf (_ ("Seats on the %s by bloc"), data->board) : g_strdup (_ ("Seats by bloc"));
  order_seats (&draw);
  box = tenure_chart_begin (draw.scene, title, subtitle, &data->notes, least_height (&draw, width - 6 * draw.space));
  if (data->n_seats == 0)
    {
      tenure_chart_add_empty (draw.scene, &box, _ ("No seats are recorded for this board."));
      draw_clear (&draw);
      return tenure_scene_finish (draw.scene);
    }
  tenure_seats_add_table (&draw);
  draw_board (&draw, box);
  draw_clear (&draw);
  return tenure_scene_finish (draw.scene);
}
