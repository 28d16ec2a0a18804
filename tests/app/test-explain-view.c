/* The explanation on screen. */

#include "base/i18n.h"
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

/* A local threshold may rest on a source all the same, and a rule without one does not say "local setting" twice. */
static void
test_source (void)
{
  static const struct
  {
    TenureRuleId rule;
    gboolean source;
  } cases[] = { { TENURE_RULE_R1, TRUE }, { TENURE_RULE_G1, TRUE }, { TENURE_RULE_T4, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *view = g_object_ref_sink (tenure_explain_view_new ());
      g_autoptr (TenureExplanation) explanation = tenure_explanation_new ("Flag", "Formula.");
      const TenureRule *rule = tenure_rule (cases[i].rule);
      g_autofree char *source = g_strdup_printf ("Source: %s", rule->source != NULL ? rule->source : "local setting");
      g_autofree char *applies_to = g_strdup_printf ("Applies to: %s", _ (rule->applies_to));

      g_assert_cmpint (rule->confidence, ==, TENURE_CONFIDENCE_HOUSE);
      tenure_explanation_set_rule (explanation, rule);
      tenure_explain_view_set_explanation (TENURE_EXPLAIN_VIEW (view), explanation);
      g_assert_true (widget_test_has_label (view, "local setting"));
      g_assert_true (widget_test_has_label (view, applies_to));
      g_assert_true (widget_test_has_label (view, source) == cases[i].source);
      g_object_unref (view);
    }
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

static TenureExplanation *
explain_lines_cb (gpointer data)
{
  TenureExplanation *explanation = make_explanation (*(guint *) data);

  g_free (explanation->formula);
  explanation->formula = g_strdup ("A sentence of several lines, that has to be told to its end: from the first day to the "
                                   "last, both included, in months as the calendar counts them, and whatever is left over "
                                   "as a part of the month in which it falls.");
  return explanation;
}

static void
nothing_cb (gpointer data)
{
}

/* A popover shows all of what it has to say; where that is more than the window is tall, its scroll bar is in sight. */
static void
test_height (void)
{
  static const struct
  {
    guint lines;
    gboolean scrolls;
  } cases[] = { { 3, FALSE }, { 30, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint lines = cases[i].lines;
      GtkWidget *button = tenure_explain_button_new ("Typical term", explain_lines_cb, &lines, nothing_cb);
      GtkWindow *window;
      GtkWidget *scroll;
      GtkAdjustment *adjustment;

      gtk_widget_set_valign (button, GTK_ALIGN_START);
      window = widget_test_window (button, 800, 600);
      widget_test_settle ();
      gtk_menu_button_popup (GTK_MENU_BUTTON (button));
      widget_test_settle ();
      scroll = widget_test_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                                 GTK_TYPE_SCROLLED_WINDOW);
      widget_test_wait (gtk_widget_get_height (scroll) > 0);
      adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
      g_test_message ("%g of %g", gtk_adjustment_get_page_size (adjustment), gtk_adjustment_get_upper (adjustment));
      g_assert_true ((gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment)) ==
                     cases[i].scrolls);
      g_assert_true (gtk_scrolled_window_get_overlay_scrolling (GTK_SCROLLED_WINDOW (scroll)) != cases[i].scrolls);
      widget_test_assert_finalized (window, button);
    }
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/explain-view/shows", test_shows);
  g_test_add_func ("/explain-view/many-lines", test_many_lines);
  g_test_add_func ("/explain-view/source", test_source);
  g_test_add_func ("/explain-view/height", test_height);
  g_test_add_func ("/explain-view/button", test_button);
  return g_test_run ();
}
