#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What tests of widgets share: a window on the virtual display, waiting with a limit, and the proof that nothing keeps
 * a widget alive once its window is gone. */

/* gtk_init with the accessibility of tests, then g_test_init. */
static inline void
widget_test_init (int *argc, char ***argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (argc, argv, NULL);
  adw_init ();
}

/* A window of that size on screen with @child in it. */
static inline GtkWindow *
widget_test_window (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WINDOW (window);
}

#define WIDGET_TEST_LIMIT_US (20 * G_USEC_PER_SEC)

/* Runs the main loop until @condition holds; the test fails when it does not within the limit. */
#define widget_test_wait(condition)                                                                                   \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    gint64 widget_test_end = g_get_monotonic_time () + WIDGET_TEST_LIMIT_US;                                          \
    while (!(condition) && g_get_monotonic_time () < widget_test_end)                                                 \
      if (!g_main_context_iteration (NULL, FALSE))                                                                    \
        g_usleep (1000);                                                                                              \
    g_assert_true (condition);                                                                                        \
  }                                                                                                                   \
  G_STMT_END

/* Lets frames and idles that are due come. */
static inline void
widget_test_settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 10;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* Closes @window; @widget, which was in it, must be gone then. */
static inline void
widget_test_assert_finalized (GtkWindow *window, GtkWidget *widget)
{
  gpointer gone = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &gone);
  gtk_window_destroy (window);
  widget_test_wait (gone == NULL);
}

/* The first descendant of @type, in order of the tree; NULL when there is none. */
static inline GtkWidget *
widget_test_find (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : widget_test_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether some visible label under @widget says exactly @text. */
static inline gboolean
widget_test_has_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (widget_test_has_label (child, text))
      return TRUE;
  return FALSE;
}

G_END_DECLS
