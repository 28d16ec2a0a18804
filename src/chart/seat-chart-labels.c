#include "config.h"

#include "chart/seat-chart-private.h"

#include <math.h>

/* The names of blocs at the sides of the arch, each beside its wedge and on a line of its own. */

typedef struct
{
  const TenureSeatWedge *wedge;
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
collect_side (const TenureSeatDraw *draw, gboolean right, GArray *labels)
{
  for (guint bloc = 0; bloc < draw->n_wedges; bloc++)
    {
      const TenureSeatWedge *wedge = &draw->wedges[bloc];
      SideLabel label = { wedge, 0, 0 };

      if (wedge->n == 0)
        continue;
      label.angle = (draw->places[wedge->first].angle + draw->places[wedge->first + wedge->n - 1].angle) / 2;
      if ((label.angle > G_PI_2) != right)
        continue;
      label.y = draw->centre_y - (draw->ring + 2 * draw->space) * sin (label.angle);
      g_array_append_val (labels, label);
    }
}

double
tenure_seats_swatch_size (const TenureSeatDraw *draw)
{
  return round (tenure_scene_line_height (draw->scene, TENURE_TYPE_LABEL) * 0.62);
}

/* What the label speaks of, beside it: seats of another bloc may be nearer than its own. */
static void
add_swatch (TenureSeatDraw *draw, const TenureSeatWedge *wedge, double x, double y)
{
  double size = tenure_seats_swatch_size (draw);
  TenureShape *shape =
      tenure_scene_add_rect (draw->scene, TENURE_LAYER_DATA, round (x), round (y - size / 2), size, size, wedge->role);

  shape->pattern = wedge->pattern;
  shape->open = wedge->role == TENURE_ROLE_UNKNOWN;
  shape->stroke = shape->open ? wedge->role : TENURE_ROLE_NONE;
}

/* Whether the seat nearest to a point outside the arch is of this wedge. */
static gboolean
is_nearest (const TenureSeatDraw *draw, const TenureSeatWedge *wedge, double x, double y)
{
  double nearest = INFINITY;
  guint found = 0;

  for (guint i = 0; i < draw->data->n_seats; i++)
    {
      double away = hypot (draw->arch_x + draw->places[i].x - x, draw->arch_y + draw->places[i].y - y);

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
add_side_label (TenureSeatDraw *draw, const SideLabel *label, const TenureBox *box, gboolean right)
{
  double reach = draw->ring + draw->space;
  double from_x = draw->centre_x - reach * cos (label->angle);
  double from_y = draw->centre_y - reach * sin (label->angle);
  double line = tenure_scene_line_height (draw->scene, TENURE_TYPE_LABEL);
  double swatch = tenure_seats_swatch_size (draw), words = swatch + draw->space;
  /* As near to the arch as the arch is wide at this height. */
  double half = fabs (draw->centre_y - label->y) - line / 2;
  double edge = half < draw->ring ? sqrt (reach * reach - MAX (half, 0) * MAX (half, 0)) : 0;
  double x =
      right ? MAX (draw->centre_x + edge, from_x) + 2 * draw->space : MIN (draw->centre_x - edge, from_x) - 2 * draw->space;
  double room = (right ? box->x + box->width - x : x - box->x) - words;
  TenureTextStyle style = { TENURE_TYPE_LABEL, TENURE_ROLE_INK, right ? 0 : 1, 0.5, room, FALSE };

  add_swatch (draw, label->wedge, right ? x : x - swatch, label->y);
  tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, right ? x + words : x - words, label->y, label->wedge->label,
                         &style);
  /* A label beside its wedge needs no line to it, and one to the seat of another bloc would mislead. */
  if (fabs (label->y - from_y) < 1.5 * line || !is_nearest (draw, label->wedge, from_x, from_y))
    return;
  tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, from_x, from_y, right ? x - draw->space : x + draw->space,
                         label->y, TENURE_ROLE_AXIS);
}

/* FALSE, with nothing drawn, when the labels do not find room at the sides. */
gboolean
tenure_seats_add_side_labels (TenureSeatDraw *draw, const TenureBox *box)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (SideLabel));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (SideLabel));
  double line = ceil (tenure_scene_line_height (draw->scene, TENURE_TYPE_LABEL)) + 2;

  collect_side (draw, FALSE, left);
  collect_side (draw, TRUE, right);
  if (!spread (left, line, box->y, box->y + box->height) || !spread (right, line, box->y, box->y + box->height))
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    add_side_label (draw, &g_array_index (left, SideLabel, i), box, FALSE);
  for (guint i = 0; i < right->len; i++)
    add_side_label (draw, &g_array_index (right, SideLabel, i), box, TRUE);
  return TRUE;
}
