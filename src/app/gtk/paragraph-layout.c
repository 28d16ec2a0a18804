#include "config.h"
#include "app/gtk/paragraph-layout.h"

struct _TenureParagraphLayout
{
  GtkLayoutManager parent_instance;

  int width; /* as given last; 0 before */
};

G_DEFINE_FINAL_TYPE (TenureParagraphLayout, tenure_paragraph_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  TenureParagraphLayout *self = TENURE_PARAGRAPH_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int width = for_size > 0 ? for_size : self->width;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && child != NULL && width > 0)
    gtk_widget_measure (child, orientation, width, minimum, natural, NULL, NULL);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  TenureParagraphLayout *self = TENURE_PARAGRAPH_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  self->width = width;
  if (child != NULL)
    gtk_widget_allocate (child, width, height, -1, NULL);
}

static void
tenure_paragraph_layout_class_init (TenureParagraphLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
tenure_paragraph_layout_init (TenureParagraphLayout *self)
{
}

GtkLayoutManager *
tenure_paragraph_layout_new (void)
{
  return g_object_new (TENURE_TYPE_PARAGRAPH_LAYOUT, NULL);
}

GtkWidget *
tenure_paragraph_new (GtkLabel *label)
{
  GtkWidget *paragraph = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_return_val_if_fail (GTK_IS_LABEL (label), paragraph);

  gtk_widget_set_layout_manager (paragraph, tenure_paragraph_layout_new ());
  gtk_label_set_wrap (label, TRUE);
  gtk_box_append (GTK_BOX (paragraph), GTK_WIDGET (label));
  return paragraph;
}
