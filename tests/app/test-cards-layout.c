/* Cards in columns: how many, how high, and which stand alone. */

#include "app/organisations/cards-layout.h"

#include "widget-test.h"

#define GAP 12

typedef struct
{
  GtkWidget *box;
  GtkWidget *cards[8];
  guint n;
} Cards;

/* @n cards of 60 by 40 px, the @wide-th of them over all columns (-1: none). */
static Cards
make_cards (int least_width, int most_columns, guint n, int wide)
{
  Cards cards = { .box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), .n = n };

  gtk_widget_set_layout_manager (cards.box, tenure_cards_layout_new (least_width, most_columns));
  for (guint i = 0; i < n; i++)
    {
      cards.cards[i] = adw_bin_new ();
      gtk_widget_set_size_request (cards.cards[i], 60, 40);
      if ((int) i == wide)
        gtk_widget_add_css_class (cards.cards[i], "tenure-wide");
      gtk_box_append (GTK_BOX (cards.box), cards.cards[i]);
    }
  return cards;
}

static int
height_at (const Cards *cards, int width)
{
  int height;

  gtk_widget_measure (cards->box, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* By the height: so many rows of 40 px. */
static void
test_rows (void)
{
  static const struct
  {
    int least, most, width;
    guint n;
    int wide;
    int rows;
  } cases[] = {
    { 100, 8, 1000, 8, -1, 1 }, /* all in one */
    { 100, 8, 600, 8, -1, 2 },  /* five find room: four and four, not five and three */
    { 100, 8, 323, 8, -1, 4 },  /* two find room, a pixel short of three */
    { 100, 8, 324, 8, -1, 3 },
    { 100, 8, 90, 3, -1, 3 },   /* narrower than one column: one all the same */
    { 100, 2, 1000, 3, -1, 2 }, /* no more than two, however wide */
    { 20, 8, 203, 3, -1, 2 },   /* a card that needs more than a column's least: a pixel short of three of 60 */
    { 20, 8, 204, 3, -1, 1 },
    { 100, 2, 1000, 4, 0, 3 },  /* one alone, two, and one */
    { 100, 2, 1000, 3, 1, 3 },  /* what comes before a wide one does not share its row */
    { 100, 2, 1000, 0, -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Cards cards = make_cards (cases[i].least, cases[i].most, cases[i].n, cases[i].wide);
      GtkWidget *box = g_object_ref_sink (cards.box);

      g_test_message ("row %u", i);
      g_assert_cmpint (height_at (&cards, cases[i].width), ==, MAX (cases[i].rows * (40 + GAP) - GAP, 0));
      g_object_unref (box);
    }
}

static graphene_rect_t
bounds_of (GtkWidget *card, GtkWidget *box)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (card, box, &bounds));
  return bounds;
}

/* On screen: columns of one width, the highest card gives the height of its row, what is hidden takes no room. */
static void
test_places (void)
{
  Cards cards = make_cards (100, 3, 5, 3);
  GtkWindow *window;
  graphene_rect_t first, second, wide, last;

  gtk_widget_set_size_request (cards.cards[1], 60, 90);
  gtk_widget_set_visible (cards.cards[2], FALSE);
  gtk_widget_set_valign (cards.box, GTK_ALIGN_START);
  window = widget_test_window (cards.box, 412, 400);
  widget_test_wait (gtk_widget_get_width (cards.box) == 412 && gtk_widget_get_height (cards.cards[0]) == 90);
  first = bounds_of (cards.cards[0], cards.box);
  second = bounds_of (cards.cards[1], cards.box);
  wide = bounds_of (cards.cards[3], cards.box);
  last = bounds_of (cards.cards[4], cards.box);
  g_assert_cmpfloat (first.size.width, ==, second.size.width);
  g_assert_cmpfloat (second.origin.x, ==, first.size.width + GAP);
  g_assert_cmpfloat (wide.origin.y, ==, 90 + GAP);
  g_assert_cmpfloat (wide.size.width, ==, 412);
  g_assert_cmpfloat (last.origin.y, ==, 90 + GAP + 40 + GAP);
  g_assert_cmpfloat (last.origin.x, ==, 0);
  widget_test_assert_finalized (window, cards.box);
}

/* From right to left the first card stands at the right. */
static void
test_mirrored (void)
{
  Cards cards = make_cards (100, 2, 2, -1);
  GtkWindow *window;

  gtk_widget_set_direction (cards.box, GTK_TEXT_DIR_RTL);
  window = widget_test_window (cards.box, 412, 400);
  widget_test_wait (gtk_widget_get_width (cards.box) == 412);
  g_assert_cmpfloat (bounds_of (cards.cards[0], cards.box).origin.x, ==, 212);
  g_assert_cmpfloat (bounds_of (cards.cards[1], cards.box).origin.x, ==, 0);
  widget_test_assert_finalized (window, cards.box);
}

int
main (int argc, char *argv[])
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/cards-layout/rows", test_rows);
  g_test_add_func ("/cards-layout/places", test_places);
  g_test_add_func ("/cards-layout/mirrored", test_mirrored);
  return g_test_run ();
}
