/* A wrapping label that takes the width it is given, and the height that its words need there. */

#include "app/gtk/paragraph-layout.h"

#include "widget-test.h"

#define WORDS "Of 227 agreements 190 run. They come to £12,345,678 a year, of which 31 % ends within twelve months. "

static int
height_at (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
test_height (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (WORDS WORDS WORDS WORDS));
  GtkWidget *paragraph = g_object_ref_sink (tenure_paragraph_new (label));
  int minimum;

  g_assert_cmpint (height_at (paragraph, 300), ==, height_at (GTK_WIDGET (label), 300));
  g_assert_cmpint (height_at (paragraph, 900), ==, height_at (GTK_WIDGET (label), 900));
  g_assert_cmpint (height_at (paragraph, 300), >, height_at (paragraph, 900));
  gtk_widget_measure (paragraph, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_object_unref (paragraph);
}

/* In a window, where other words, and another width, make other heights. */
static void
test_on_screen (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (WORDS));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paragraph = tenure_paragraph_new (label);
  GtkWindow *window;
  int height;

  gtk_box_append (GTK_BOX (box), paragraph);
  window = widget_test_window (box, 320, 400);
  widget_test_wait (gtk_widget_get_height (GTK_WIDGET (label)) > 0);
  height = gtk_widget_get_height (GTK_WIDGET (label));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (label)), ==, 320);
  g_assert_cmpint (height, ==, height_at (GTK_WIDGET (label), 320));

  gtk_label_set_text (label, WORDS WORDS WORDS);
  widget_test_wait (gtk_widget_get_height (GTK_WIDGET (label)) > 2 * height);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (label)), ==, height_at (GTK_WIDGET (label), 320));
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/paragraph-layout/height", test_height);
  g_test_add_func ("/paragraph-layout/on-screen", test_on_screen);
  return g_test_run ();
}
