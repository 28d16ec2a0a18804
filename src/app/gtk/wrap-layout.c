#include "config.h"
#include "app/gtk/wrap-layout.h"

#include "app/gtk/shown-child.h"

#define GAP 6

struct _TenureWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TenureWrapLayout, tenure_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* As wide as @child likes to be within @width, and as high as it has to be then. */
static GtkRequisition
size_of (GtkWidget *child, int width)
{
  GtkRequisition size;
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &size.width, NULL, NULL);
  size.width = CLAMP (size.width, minimum, MAX (width, minimum));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL, NULL);
  return size;
}

typedef struct
{
  GtkWidget *first;
  GtkWidget *after; /* the first of the next line; NULL at the end */
  int height;
} Line;

static Line
measure_line (GtkWidget *first, int width)
{
  Line line = { .first = first };
  int x = 0;

  for (GtkWidget *child = first; child != NULL; child = tenure_shown_child (gtk_widget_get_next_sibling (child)))
    {
      GtkRequisition size = size_of (child, width);

      if (child != first && x + size.width > width)
        {
          line.after = child;
          break;
        }
      x += size.width + GAP;
      line.height = MAX (line.height, size.height);
    }
  return line;
}

static int
height_for (GtkWidget *widget, int width)
{
  GtkWidget *first = tenure_shown_child (gtk_widget_get_first_child (widget));
  int height = 0;

  while (first != NULL)
    {
      Line line = measure_line (first, width);

      height += line.height + (line.after != NULL ? GAP : 0);
      first = line.after;
    }
  return height;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = tenure_shown_child (gtk_widget_get_first_child (widget)); child != NULL;
       child = tenure_shown_child (gtk_widget_get_next_sibling (child)))
    {
      int least, liked;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += liked + (*natural > 0 ? GAP : 0);
    }
}

static GtkSizeRequestMode
tenure_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tenure_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int least, liked;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  measure_width (widget, &least, &liked);
  *minimum = *natural = height_for (widget, for_size < 0 ? liked : for_size);
}

static void
place_line (GtkWidget *widget, const Line *line, int width, int y)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = line->first; child != line->after;
       child = tenure_shown_child (gtk_widget_get_next_sibling (child)))
    {
      GtkRequisition size = size_of (child, width);
      GtkAllocation place = { mirrored ? width - x - size.width : x, y + (line->height - size.height) / 2, size.width,
                              size.height };

      gtk_widget_size_allocate (child, &place, -1);
      x += size.width + GAP;
    }
}

static void
tenure_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = tenure_shown_child (gtk_widget_get_first_child (widget));
  int y = 0;

  while (first != NULL)
    {
      Line line = measure_line (first, width);

      place_line (widget, &line, width, y);
      y += line.height + GAP;
      first = line.after;
    }
}

static void
tenure_wrap_layout_class_init (TenureWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = tenure_wrap_layout_get_request_mode;
  manager_class->measure = tenure_wrap_layout_measure;
  manager_class->allocate = tenure_wrap_layout_allocate;
}

static void
tenure_wrap_layout_init (TenureWrapLayout *self)
{
}

GtkLayoutManager *
tenure_wrap_layout_new (void)
{
  return g_object_new (TENURE_TYPE_WRAP_LAYOUT, NULL);
}
