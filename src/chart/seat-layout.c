#include "config.h"

#include "chart/seat-chart.h"

#include <math.h>
#include <stdlib.h>

#include "base/money.h"

/* The innermost row keeps this share of the outer radius free, so that a figure fits under the arch. */
#define HOLLOW_SHARE 0.36
/* Few seats do not grow beyond this share of the arch. */
#define MAX_SEAT_SHARE 0.34
#define MAX_ROWS 64u
#define SEARCH_STEPS 48u

typedef struct
{
  guint rows;
  double diameter;
  double outer;           /* radius of the outermost row of centres */
  gint64 seats[MAX_ROWS]; /* from the outermost row inwards */
} Arch;

/* The half circle of centres that fits a box when seats are @diameter wide. */
static double
outer_radius (double width, double height, double diameter)
{
  return MIN ((width - diameter) / 2, height - diameter);
}

static double
row_radius (const Arch *arch, guint row)
{
  return arch->outer - row * arch->diameter;
}

/* Seats of one row sit at equal angles from end to end; neighbours must be a diameter apart in a straight
 * line. */
static gboolean
row_holds (double radius, gint64 seats, double diameter)
{
  if (seats <= 1)
    return TRUE;
  return 2 * radius * sin (G_PI / (2.0 * (double) (seats - 1))) >= diameter * (1 + 1e-9);
}

/* Shares @n seats out over the rows; FALSE when they do not fit at this diameter. */
static gboolean
arch_fits (Arch *arch, guint n, double width, double height)
{
  gint64 lengths[MAX_ROWS];

  arch->outer = outer_radius (width, height, arch->diameter);
  if (arch->outer <= 0 || arch->diameter > MAX_SEAT_SHARE * (arch->outer + arch->diameter) * 2)
    return FALSE;
  if (arch->rows > 1 && row_radius (arch, arch->rows - 1) < HOLLOW_SHARE * arch->outer)
    return FALSE;
  for (guint row = 0; row < arch->rows; row++)
    lengths[row] = (gint64) (row_radius (arch, row) * 1024 / arch->outer) + 1;
  if (!tenure_money_apportion (n, lengths, arch->rows, arch->seats))
    return FALSE;
  for (guint row = 0; row < arch->rows; row++)
    if (!row_holds (row_radius (arch, row), arch->seats[row], arch->diameter))
      return FALSE;
  return TRUE;
}

/* The largest diameter that works with a given number of rows, by halving. */
static Arch
best_with_rows (guint rows, guint n, double width, double height)
{
  Arch best = { .rows = rows };
  double low = 0, high = MIN (width, height);

  for (guint step = 0; step < SEARCH_STEPS; step++)
    {
      Arch trial = { .rows = rows, .diameter = (low + high) / 2 };

      if (arch_fits (&trial, n, width, height))
        {
          best = trial;
          low = trial.diameter;
        }
      else
        high = trial.diameter;
    }
  return best;
}

static int
compare_places (const void *a, const void *b)
{
  const TenureSeatPlace *pa = a;
  const TenureSeatPlace *pb = b;

  if (fabs (pa->angle - pb->angle) > 1e-9)
    return pa->angle < pb->angle ? -1 : 1;
  /* Inner seats are lower on the page. */
  return pa->y > pb->y ? -1 : pa->y < pb->y;
}

static void
place_arch (const Arch *arch, double width, double height, TenureSeatPlace *places)
{
  double centre_x = width / 2;
  double centre_y = (height + arch->outer + arch->diameter) / 2 - arch->diameter / 2;
  guint at = 0;

  for (guint row = 0; row < arch->rows; row++)
    for (gint64 i = 0; i < arch->seats[row]; i++)
      {
        double angle = arch->seats[row] > 1 ? G_PI * (double) i / (double) (arch->seats[row] - 1) : G_PI / 2;
        double radius = row_radius (arch, row);

        places[at++] = (TenureSeatPlace){ centre_x - radius * cos (angle), centre_y - radius * sin (angle), angle };
      }
}

void
tenure_seat_layout (guint n, double width, double height, TenureSeatPlace *places, double *out_radius)
{
  Arch best = { 0 };

  g_return_if_fail (n >= 1 && places != NULL && out_radius != NULL);

  width = MAX (width, 2);
  height = MAX (height, 2);
  if (n == 1)
    {
      places[0] = (TenureSeatPlace){ width / 2, height / 2, G_PI / 2 };
      *out_radius = MIN (width, height) * MAX_SEAT_SHARE / 2;
      return;
    }
  for (guint rows = 1; rows <= MIN (n, MAX_ROWS); rows++)
    {
      Arch arch = best_with_rows (rows, n, width, height);

      if (arch.diameter > best.diameter)
        best = arch;
      else if (best.rows > 0 && rows > best.rows + 4)
        break;
    }
  place_arch (&best, width, height, places);
  *out_radius = best.diameter / 2;
  qsort (places, n, sizeof *places, compare_places);
}
