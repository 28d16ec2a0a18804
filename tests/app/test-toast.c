/* A toast shows the words that it is given, whatever they hold, and can be taken away at any moment. */

#include "config.h"

#include "app/gtk/toast.h"

static void
test_words (void)
{
  static const char *const cases[] = {
    "Table copied",
    "“Health & Care” is used by 2 agreements",
    "<b>5 < 6</b> & \"so on\"",
    "&amp;",
    "",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AdwToast) toast = tenure_toast_new (cases[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;

      pango_parse_markup (adw_toast_get_title (toast), -1, 0, NULL, &shown, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (shown, ==, cases[i]);
    }
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_gone (AdwToastOverlay *overlay)
{
  GtkWidget *child = adw_toast_overlay_get_child (overlay);

  return gtk_widget_get_next_sibling (child) == NULL && gtk_widget_get_prev_sibling (child) == NULL;
}

static void
count_cb (guint *count)
{
  *count += 1;
}

/* What becomes of toasts that follow one another at every distance, from at once to when each has come whole. With the
 * toasts of libadwaita 1.2 taken away as soon as that is asked, the first row ends the program. */
static void
test_hurry (void)
{
  GtkWidget *window = adw_window_new ();
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  guint n_gone = 0;

  adw_toast_overlay_set_child (overlay, gtk_label_new ("what is below"));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (overlay));
  gtk_window_present (GTK_WINDOW (window));
  run_for (300);

  for (guint wait = 0; wait <= 600; wait += 75)
    {
      AdwToast *first = tenure_toast_new ("first");
      AdwToast *second = tenure_toast_new ("second");

      g_signal_connect_swapped (first, "dismissed", G_CALLBACK (count_cb), &n_gone);
      g_signal_connect_swapped (second, "dismissed", G_CALLBACK (count_cb), &n_gone);
      tenure_toast_show (overlay, first);
      run_for (wait);
      tenure_toast_show (overlay, second);
      run_for (wait);
      tenure_toast_dismiss (overlay, second);
    }
  run_for (2500);
  g_assert_true (is_gone (overlay));
  g_assert_cmpuint (n_gone, >=, 4); /* those who had time to come; others were never shown */

  tenure_toast_show (overlay, tenure_toast_new ("first"));
  run_for (100);
  tenure_toast_show (overlay, tenure_toast_new ("dropped"));
  tenure_toast_show (overlay, tenure_toast_new ("last"));
  run_for (1500);
  g_assert_false (is_gone (overlay));
  gtk_window_destroy (GTK_WINDOW (window));
  run_for (100);
}

/* Its time is counted from when it has come, and takes it away. */
static void
test_duration (void)
{
  GtkWidget *window = adw_window_new ();
  AdwToastOverlay *overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  AdwToast *toast = tenure_toast_new ("one second");
  guint n_gone = 0;

  adw_toast_overlay_set_child (overlay, gtk_label_new ("what is below"));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (overlay));
  gtk_window_present (GTK_WINDOW (window));
  run_for (300);
  adw_toast_set_timeout (toast, 1);
  g_signal_connect_swapped (toast, "dismissed", G_CALLBACK (count_cb), &n_gone);
  tenure_toast_show (overlay, toast);
  run_for (2800);
  g_assert_cmpuint (n_gone, ==, 1);
  g_assert_true (is_gone (overlay));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/toast/words", test_words);
  g_test_add_func ("/toast/hurry", test_hurry);
  g_test_add_func ("/toast/duration", test_duration);
  return g_test_run ();
}
