/* The order of tables, column by column: what is not recorded comes last whichever way, and which heading was clicked. */

#include "app/gtk/heading-sort.h"
#include "app/organisations/organisation-columns.h"
#include "app/organisations/organisation-item.h"
#include "app/people/people-columns.h"
#include "app/people/person-item.h"

#include <string.h>

/* --- Organisations ------------------------------------------------------------------------------------------- */

static TenureFigure
number (double value)
{
  return (TenureFigure){ .kind = TENURE_FIGURE_DOUBLE, .number = value };
}

/* Everything of it grows with @rank; with 0 nothing but its name is recorded. The names go the other way. */
static gpointer
organisation (int rank)
{
  TenureOrganisationItem *item = tenure_organisation_item_new ();

  item->name_key = g_strdup_printf ("%c", 'z' - rank);
  item->vcs = -1;
  if (rank == 0)
    return item;
  item->vcs = rank < 2;
  item->kind = g_strdup_printf ("kind %d", rank);
  item->place = g_strdup_printf ("place %d", rank);
  item->annual_known = 1;
  item->annual_minor = rank * 100;
  item->months_left = number (rank);
  item->reserves = number (rank);
  item->largest = number (rank / 10.0);
  item->agreements = item->running = (guint) rank;
  item->level = item->own_level = (TenureLevel) rank;
  return item;
}

/* --- People -------------------------------------------------------------------------------------------------- */

static gpointer
person (int rank)
{
  TenurePersonItem *item = tenure_person_item_new ();

  item->name_key = g_strdup_printf ("%c", 'z' - rank);
  if (rank == 0)
    {
      item->texts[TENURE_PERSON_SEATS] = g_strdup ("");
      return item;
    }
  for (int i = 0; i < TENURE_N_PERSON_TEXTS; i++)
    item->texts[i] = g_strdup_printf ("text %d", rank);
  item->n_seats = item->n_essential = (guint) rank;
  item->next_end = rank;
  return item;
}

/* --- Order --------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const TenureItemTableKind *kind;
  gpointer (*item_new) (int rank);
} Table;

static const Table tables[] = {
  { "organisations", &tenure_organisation_table, organisation },
  { "people", &tenure_people_table, person },
};

static int
order (const Table *table, guint column, gboolean descending, gpointer a, gpointer b)
{
  const TenureItemColumn *columns = table->kind->columns;
  int there = tenure_item_column_compare (&columns[column], &columns[table->kind->name], descending, a, b);
  int back = tenure_item_column_compare (&columns[column], &columns[table->kind->name], descending, b, a);

  g_test_message ("%s by %s, %s", table->name, columns[column].title, descending ? "descending" : "ascending");
  g_assert_cmpint ((there > 0) - (there < 0), ==, (back < 0) - (back > 0));
  return there;
}

static void
test_recorded_first (gconstpointer data)
{
  const Table *table = data;
  g_autoptr (GObject) none = table->item_new (0);
  g_autoptr (GObject) low = table->item_new (1);
  g_autoptr (GObject) high = table->item_new (2);
  guint n_blank = 0;

  for (guint i = 0; i < table->kind->n_columns; i++)
    if (table->kind->columns[i].has != NULL)
      {
        n_blank++;
        g_assert_false (table->kind->columns[i].has (none));
        g_assert_true (table->kind->columns[i].has (low));
        g_assert_cmpint (order (table, i, FALSE, low, high), <, 0);
        g_assert_cmpint (order (table, i, TRUE, low, high), >, 0);
        g_assert_cmpint (order (table, i, FALSE, high, none), <, 0);
        g_assert_cmpint (order (table, i, TRUE, high, none), <, 0);
      }
  g_assert_cmpuint (n_blank, >=, 5);
}

/* A number that is always there turns round as a whole, the names with their own column alone. */
static void
test_ties (gconstpointer data)
{
  const Table *table = data;
  g_autoptr (GObject) one = table->item_new (0);
  g_autoptr (GObject) other = table->item_new (1);
  guint name = table->kind->name;

  g_assert_cmpint (order (table, name, FALSE, other, one), <, 0);
  g_assert_cmpint (order (table, name, TRUE, other, one), >, 0);
  for (guint i = 0; i < table->kind->n_columns; i++)
    if (table->kind->columns[i].has != NULL)
      {
        g_autoptr (GObject) same = table->item_new (0);

        g_assert_cmpint (order (table, i, FALSE, one, same), ==, 0);
        g_assert_cmpint (order (table, i, TRUE, one, same), ==, 0);
      }
}

/* --- Headings ------------------------------------------------------------------------------------------------ */

/* As the sorter of a table does when it is descending. */
static int
turn_round (gconstpointer a, gconstpointer b, gpointer sorter)
{
  return -gtk_sorter_compare (sorter, (gpointer) a, (gpointer) b);
}

static void
test_headings (void)
{
  static const char key[] = "value";
  g_autoptr (GtkSorter) heading = tenure_heading_sorter_new (key);
  g_autoptr (GtkSorter) round = GTK_SORTER (gtk_custom_sorter_new (turn_round, heading, NULL));
  g_autoptr (GtkSorter) none = GTK_SORTER (gtk_multi_sorter_new ());
  gboolean descending = TRUE;

  g_assert_true (tenure_heading_find (heading, &descending) == key);
  g_assert_false (descending);
  g_assert_true (tenure_heading_find (round, &descending) == key);
  g_assert_true (descending);
  g_assert_null (tenure_heading_find (none, &descending));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *recorded = g_strdup_printf ("/item-columns/recorded-first/%s", tables[i].name);
      g_autofree char *ties = g_strdup_printf ("/item-columns/ties/%s", tables[i].name);

      g_test_add_data_func (recorded, &tables[i], test_recorded_first);
      g_test_add_data_func (ties, &tables[i], test_ties);
    }
  g_test_add_func ("/item-columns/headings", test_headings);
  return g_test_run ();
}
