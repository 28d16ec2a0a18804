#include "config.h"

#include "chart/scene-private.h"

#include <math.h>

/* Squares of the hit grid; about the size of a finger, and of a bar with its label. */
#define GRID_PX 32.0
#define GRID_MAX_CELLS 40000u

/* --- Pointing ------------------------------------------------------------------------------------------- */

void
tenure_hit_grid_free (TenureHitGrid *grid)
{
  g_free (grid->starts);
  g_free (grid->marks);
  g_free (grid);
}

static guint
grid_place (double px, double cell_px, guint n)
{
  return px <= 0 ? 0 : (guint) MIN (px / cell_px, n - 1);
}

typedef struct
{
  guint left, top, right, bottom; /* inclusive */
} Cells;

static Cells
grid_cells (const TenureHitGrid *grid, double x, double y, double width, double height)
{
  return (Cells){
    grid_place (x, grid->cell_px, grid->columns),
    grid_place (y, grid->cell_px, grid->rows),
    grid_place (x + width, grid->cell_px, grid->columns),
    grid_place (y + height, grid->cell_px, grid->rows),
  };
}

/* Two passes over the marks: count what each square holds, then fill. */
static TenureHitGrid *
grid_new (const TenureScene *scene)
{
  TenureHitGrid *grid = g_new0 (TenureHitGrid, 1);
  g_autofree guint *fill = NULL;
  guint n_cells, total = 0;

  grid->cell_px = MAX (GRID_PX, sqrt (scene->width * scene->height / GRID_MAX_CELLS));
  grid->columns = (guint) (scene->width / grid->cell_px) + 1;
  grid->rows = (guint) (scene->height / grid->cell_px) + 1;
  n_cells = grid->columns * grid->rows;
  grid->starts = g_new0 (guint, n_cells + 1);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < scene->marks->len; i++)
        {
          const TenureMark *mark = &g_array_index (scene->marks, TenureMark, i);
          Cells cells = grid_cells (grid, mark->x, mark->y, mark->width, mark->height);

          for (guint row = cells.top; row <= cells.bottom; row++)
            for (guint column = cells.left; column <= cells.right; column++)
              {
                guint cell = row * grid->columns + column;

                if (pass == 0)
                  grid->starts[cell + 1]++;
                else
                  grid->marks[fill[cell]++] = i;
              }
        }
      if (pass == 1)
        break;
      for (guint cell = 0; cell < n_cells; cell++)
        total = grid->starts[cell + 1] += grid->starts[cell];
      grid->marks = g_new (guint, total + 1);
      fill = g_memdup2 (grid->starts, (n_cells + 1) * sizeof *fill);
    }
  return grid;
}

/* Distance from a point to the bounds of a mark; 0 inside. */
static double
distance_to (const TenureMark *mark, double x, double y)
{
  double dx = MAX (MAX (mark->x - x, x - (mark->x + mark->width)), 0);
  double dy = MAX (MAX (mark->y - y, y - (mark->y + mark->height)), 0);

  return hypot (dx, dy);
}

static gboolean
contains (const TenureMark *mark, double x, double y)
{
  return x >= mark->x && x < mark->x + mark->width && y >= mark->y && y < mark->y + mark->height;
}

int
tenure_scene_hit (TenureScene *scene, double x, double y, double reach_px)
{
  int inside = -1;
  int nearest = -1;
  double best = MAX (reach_px, 0);
  Cells cells;

  g_return_val_if_fail (scene != NULL, -1);

  if (scene->marks->len == 0 || !isfinite (x) || !isfinite (y))
    return -1;
  if (scene->grid == NULL)
    scene->grid = grid_new (scene);
  cells = grid_cells (scene->grid, x - best, y - best, 2 * best, 2 * best);
  for (guint row = cells.top; row <= cells.bottom; row++)
    for (guint column = cells.left; column <= cells.right; column++)
      {
        guint cell = row * scene->grid->columns + column;

        for (guint k = scene->grid->starts[cell]; k < scene->grid->starts[cell + 1]; k++)
          {
            guint i = scene->grid->marks[k];
            const TenureMark *mark = &g_array_index (scene->marks, TenureMark, i);
            double distance;

            if (contains (mark, x, y))
              {
                inside = MAX (inside, (int) i);
                continue;
              }
            distance = distance_to (mark, x, y);
            if (distance < best || (distance <= best && (nearest < 0 || (int) i < nearest)))
              {
                best = distance;
                nearest = (int) i;
              }
          }
      }
  return inside >= 0 ? inside : nearest;
}

/* --- Walking -------------------------------------------------------------------------------------------- */

static int
compare_group (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureScene *scene = data;
  guint ia = *(const guint *) a;
  guint ib = *(const guint *) b;
  gint32 ga = g_array_index (scene->marks, TenureMark, ia).group;
  gint32 gb = g_array_index (scene->marks, TenureMark, ib).group;

  return ga != gb ? (ga < gb ? -1 : 1) : (ia < ib ? -1 : ia > ib);
}

void
tenure_scene_order_marks (TenureScene *scene)
{
  guint n = scene->marks->len;
  gboolean ordered = TRUE;

  scene->walk = g_new (guint, MAX (n, 1u));
  scene->rank = g_new (guint, MAX (n, 1u));
  for (guint i = 0; i < n; i++)
    {
      scene->walk[i] = i;
      if (i > 0 && g_array_index (scene->marks, TenureMark, i).group < g_array_index (scene->marks, TenureMark, i - 1).group)
        ordered = FALSE;
    }
  if (!ordered)
    g_qsort_with_data (scene->walk, (gint) n, sizeof *scene->walk, compare_group, scene);
  for (guint i = 0; i < n; i++)
    scene->rank[scene->walk[i]] = i;
}

static const TenureMark *
walk_mark (const TenureScene *scene, guint rank)
{
  return &g_array_index (scene->marks, TenureMark, scene->walk[rank]);
}

/* How well @to answers a step up or down from @from: the same row of the table before the same column before
 * neither, and then the nearest centre. Smaller is better. */
static double
step_cost (const TenureMark *from, const TenureMark *to)
{
  double dx = (to->x + to->width / 2) - (from->x + from->width / 2);
  double dy = (to->y + to->height / 2) - (from->y + from->height / 2);
  double kin = from->row >= 0 && to->row == from->row ? 0 : from->column >= 0 && to->column == from->column ? 1 : 2;

  return kin * 1e6 + hypot (dx, dy);
}

static int
walk_group (const TenureScene *scene, int mark, int direction)
{
  const TenureMark *from = &g_array_index (scene->marks, TenureMark, mark);
  guint n = scene->marks->len;
  guint rank = scene->rank[mark];
  gint32 group;
  int best = mark;
  double best_cost = INFINITY;

  /* To the first mark outside this group, then over the group that it belongs to. */
  while (walk_mark (scene, rank)->group == from->group)
    {
      if (direction < 0 ? rank == 0 : rank + 1 == n)
        return mark;
      rank += (guint) direction;
    }
  group = walk_mark (scene, rank)->group;
  while (walk_mark (scene, rank)->group == group)
    {
      double cost = step_cost (from, walk_mark (scene, rank));

      if (cost < best_cost)
        {
          best_cost = cost;
          best = (int) scene->walk[rank];
        }
      if (direction < 0 ? rank == 0 : rank + 1 == n)
        break;
      rank += (guint) direction;
    }
  return best;
}

int
tenure_scene_walk (const TenureScene *scene, int mark, TenureWalk step)
{
  guint n, rank;

  g_return_val_if_fail (scene != NULL, -1);

  n = scene->marks->len;
  if (n == 0)
    return -1;
  if (mark < 0 || (guint) mark >= n)
    return (int) scene->walk[step == TENURE_WALK_LAST || step == TENURE_WALK_PREVIOUS ? n - 1 : 0];
  rank = scene->rank[mark];
  switch (step)
    {
    case TENURE_WALK_FIRST:
      return (int) scene->walk[0];
    case TENURE_WALK_LAST:
      return (int) scene->walk[n - 1];
    case TENURE_WALK_NEXT:
      return (int) scene->walk[MIN (rank + 1, n - 1)];
    case TENURE_WALK_PREVIOUS:
      return (int) scene->walk[rank > 0 ? rank - 1 : 0];
    case TENURE_WALK_UP:
      return walk_group (scene, mark, -1);
    case TENURE_WALK_DOWN:
      return walk_group (scene, mark, 1);
    default:
      return mark;
    }
}

int
tenure_scene_find_record (const TenureScene *scene, TenureId record)
{
  int among = -1;

  g_return_val_if_fail (scene != NULL, -1);

  if (record == TENURE_ID_NONE)
    return -1;
  for (guint i = 0; i < scene->marks->len; i++)
    {
      const TenureMark *mark = &g_array_index (scene->marks, TenureMark, i);

      if (mark->record == record)
        return (int) i;
      for (guint k = 0; among < 0 && k < mark->n_records; k++)
        if (g_array_index (scene->records, TenureId, mark->first_record + k) == record)
          among = (int) i;
    }
  return among;
}
