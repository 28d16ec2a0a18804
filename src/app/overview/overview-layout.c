#include "config.h"
#include "app/overview/overview-layout.h"

#include "app/gtk/shown-child.h"

#define GAP 12
#define WIDE 980
#define MIDDLE 620
#define LIST_MIN 320
#define LIST_MAX 480
#define LIST_SHARE 0.32
#define LIST_HEIGHT 380 /* of the list above the charts, where it scrolls by itself */

struct _TenureOverviewLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TenureOverviewLayout, tenure_overview_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The three kinds of children. */
typedef struct
{
  GtkWidget *figures;
  GtkWidget *list;
  GtkWidget *first_chart;
  int n_charts;
} Parts;

static Parts
get_parts (GtkWidget *widget)
{
  Parts parts = { .figures = gtk_widget_get_first_child (widget) };

  parts.list = parts.figures != NULL ? gtk_widget_get_next_sibling (parts.figures) : NULL;
  parts.first_chart = parts.list != NULL ? tenure_shown_child (gtk_widget_get_next_sibling (parts.list)) : NULL;
  for (GtkWidget *chart = parts.first_chart; chart != NULL; chart = tenure_shown_child (gtk_widget_get_next_sibling (chart)))
    parts.n_charts++;
  return parts;
}

static int
height_of (GtkWidget *widget, int width)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* --- The plan for one width ----------------------------------------------------------------------------------- */

typedef struct
{
  gboolean beside; /* the list stands beside the charts */
  int columns;     /* of charts */
  int list_width, chart_width;
  int figures_height, list_height;
  int rows;
  int row_height; /* the least; every row of charts is as high */
  int total;
} Plan;

static int
chart_row_height (const Parts *parts, int chart_width)
{
  int height = 0;

  for (GtkWidget *chart = parts->first_chart; chart != NULL;
       chart = tenure_shown_child (gtk_widget_get_next_sibling (chart)))
    height = MAX (height, height_of (chart, chart_width));
  return height;
}

static Plan
make_plan (const Parts *parts, int width)
{
  Plan plan = { .beside = width >= WIDE, .columns = width >= MIDDLE ? 2 : 1 };
  int room = width;
  int charts_height;

  plan.list_width = width;
  if (plan.beside)
    {
      plan.list_width = CLAMP ((int) (width * LIST_SHARE), LIST_MIN, LIST_MAX);
      room = width - plan.list_width - GAP;
    }
  plan.chart_width = (room - GAP * (plan.columns - 1)) / plan.columns;
  plan.figures_height = height_of (parts->figures, width);
  plan.rows = (parts->n_charts + plan.columns - 1) / plan.columns;
  plan.row_height = chart_row_height (parts, plan.chart_width);
  charts_height = plan.rows * plan.row_height + MAX (0, plan.rows - 1) * GAP;
  plan.list_height = MAX (height_of (parts->list, plan.list_width), plan.beside ? charts_height : LIST_HEIGHT);
  plan.total = plan.figures_height + GAP;
  if (plan.beside)
    plan.total += MAX (plan.list_height, charts_height);
  else
    plan.total += plan.list_height + GAP + charts_height;
  return plan;
}

/* --- Layout manager ------------------------------------------------------------------------------------------- */

static GtkSizeRequestMode
tenure_overview_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = tenure_shown_child (gtk_widget_get_first_child (widget)); child != NULL;
       child = tenure_shown_child (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  *natural = MAX (*natural, WIDE);
}

static void
tenure_overview_layout_measure (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    {
      Parts parts = get_parts (widget);
      int width = for_size;

      if (width < 0)
        gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      *minimum = *natural = make_plan (&parts, width).total;
    }
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  if (child != NULL)
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
tenure_overview_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  Parts parts = get_parts (widget);
  Plan plan = make_plan (&parts, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int spare = MAX (0, height - plan.total);
  int row_height = plan.row_height + (plan.rows > 0 ? spare / plan.rows : 0);
  int top = plan.figures_height + GAP;
  int left = plan.beside ? plan.list_width + GAP : 0;
  int i = 0;

  place (parts.figures, 0, 0, width, plan.figures_height);
  place (parts.list, plan.beside && mirrored ? width - plan.list_width : 0, top, plan.list_width,
         plan.list_height + (plan.beside ? spare : 0));
  if (!plan.beside)
    top += plan.list_height + GAP;
  for (GtkWidget *chart = parts.first_chart; chart != NULL; chart = tenure_shown_child (gtk_widget_get_next_sibling (chart)))
    {
      int x = left + (i % plan.columns) * (plan.chart_width + GAP);
      gboolean alone = i == parts.n_charts - 1 && i % plan.columns == 0;
      int chart_width = alone ? width - left : plan.chart_width;

      place (chart, mirrored ? width - x - chart_width : x, top + (i / plan.columns) * (row_height + GAP), chart_width,
             row_height);
      i++;
    }
}

static void
tenure_overview_layout_class_init (TenureOverviewLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = tenure_overview_layout_get_request_mode;
  manager_class->measure = tenure_overview_layout_measure;
  manager_class->allocate = tenure_overview_layout_allocate;
}

static void
tenure_overview_layout_init (TenureOverviewLayout *self)
{
}
