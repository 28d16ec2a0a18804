/* The explanation on screen. */

#include "config.h"

#include "app/explain-view.h"
#include "widget-test.h"

static TenureExplanation *
make_explanation (guint n_lines)
{
  TenureExplanation *explanation = tenure_explanation_new ("Short term: red", "From the first day to the last.");

  explanation->summary = g_strdup ("The committed term is 12 months.");
  tenure_explanation_set_rule (explanation, tenure_rule (TENURE_RULE_T4));
  for (guint i = 0; i < n_lines; i++)
    tenure_explanation_add (explanation, i == 0 ? TENURE_RECORD_AGREEMENT : TENURE_RECORD_NONE,
                            i == 0 ? 77 : TENURE_ID_NONE, "Committed end", "%u", i);
  tenure_explanation_add_missing (explanation, TENURE_RECORD_AGREEMENT, "end", 78);
  return explanation;
}

static void
opened_cb (guint *n)
{
  ++*n;
}

static void
test_shows (void)
{
  GtkWidget *view = g_object_ref_sink (tenure_explain_view_new ());
  g_autoptr (TenureExplanation) explanation = make_explanation (3);
  GtkWidget *list;
  guint n_opened = 0;

  g_signal_connect_swapped (view, "record-opened", G_CALLBACK (opened_cb), &n_opened);
  tenure_explain_view_set_explanation (TENURE_EXPLAIN_VIEW (view), explanation);
  g_assert_true (widget_test_has_label (view, "Short term: red"));
  g_assert_true (widget_test_has_label (view, "The committed term is 12 months."));
  g_assert_true (widget_test_has_label (view, "From the first day to the last."));
  g_assert_true (widget_test_has_label (view, "A firmer answer lacks"));
  g_assert_true (widget_test_has_label (view, tenure_confidence_label (TENURE_CONFIDENCE_HOUSE)));

  /* Only lines that stand for a record can be opened. */
  list = widget_test_find (view, GTK_TYPE_LIST_BOX);
  g_assert_true (gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)));
  g_assert_false (gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1)));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_cmpuint (n_opened, ==, 1);

  /* Pointed at nothing, it shows nothing of what was there. */
  tenure_explain_view_set_explanation (TENURE_EXPLAIN_VIEW (view), NULL);
  g_assert_false (widget_test_has_label (view, "Short term: red"));
  g_assert_false (widget_test_has_label (view, "A firmer answer lacks"));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_object_unref (view);
}

static void
test_many_lines (void)
{
  GtkWidget *view = g_object_ref_sink (tenure_explain_view_new ());
  g_autoptr (TenureExplanation) explanation = make_explanation (TENURE_EXPLAIN_MAX_ROWS + 25);
  GtkListBox *list;

  tenure_explain_view_set_explanation (TENURE_EXPLAIN_VIEW (view), explanation);
  list = GTK_LIST_BOX (widget_test_find (view, GTK_TYPE_LIST_BOX));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, TENURE_EXPLAIN_MAX_ROWS));
  g_assert_null (gtk_list_box_get_row_at_index (list, TENURE_EXPLAIN_MAX_ROWS + 1));
  g_assert_true (widget_test_has_label (view, "and 25 more"));
  g_object_unref (view);
}

static TenureExplanation *
explain_cb (gpointer data)
{
  ++*(guint *) data;
  return make_explanation (2);
}

static void
freed_cb (gpointer data)
{
  *(guint *) data += 100;
}

static void
test_button (void)
{
  guint calls = 0;
  GtkWidget *button = tenure_explain_button_new ("Typical term", explain_cb, &calls, freed_cb);
  GtkWindow *window = widget_test_window (button, 300, 200);

  widget_test_settle ();
  g_assert_cmpuint (calls, ==, 0); /* nobody asked */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Why? Typical term");
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_cmpuint (calls, ==, 1);
  widget_test_wait (widget_test_has_label (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                                           "Short term: red"));
  widget_test_assert_finalized (window, button);
  g_assert_cmpuint (calls, ==, 101);
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/explain-view/shows", test_shows);
  g_test_add_func ("/explain-view/many-lines", test_many_lines);
  g_test_add_func ("/explain-view/button", test_button);
  return g_test_run ();
}
