#include "config.h"
#include "app/level-badge.h"

#include "app/level-mark.h"

struct _TenureLevelBadge
{
  GtkWidget parent_instance;

  TenureLevelMark *mark;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TenureLevelBadge, tenure_level_badge, GTK_TYPE_WIDGET)

static void
tenure_level_badge_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenure_level_badge_parent_class)->dispose (object);
}

static void
tenure_level_badge_class_init (TenureLevelBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_level_badge_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tenure_level_badge_init (TenureLevelBadge *self)
{
  self->mark = TENURE_LEVEL_MARK (tenure_level_mark_new (TENURE_LEVEL_NONE));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_set_parent (GTK_WIDGET (self->mark), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

GtkWidget *
tenure_level_badge_new (void)
{
  return g_object_new (TENURE_TYPE_LEVEL_BADGE, NULL);
}

void
tenure_level_badge_show (TenureLevelBadge *self, TenureLevel level, const char *text)
{
  g_return_if_fail (TENURE_IS_LEVEL_BADGE (self));

  tenure_level_mark_set_level (self->mark, level);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), level != TENURE_LEVEL_NONE);
  if (text == NULL)
    text = level == TENURE_LEVEL_NONE ? "" : tenure_level_label (level);
  gtk_label_set_text (self->label, text);
}
