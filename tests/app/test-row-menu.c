/* The menu of a row of the register: what it offers for one agreement and for several. */

#include "app/agreements/row-menu.h"

/* The letter after the underscore of @label, in upper case; 0 without one. */
static gunichar
mnemonic_of (const char *label)
{
  const char *mark = strchr (label, '_');

  return mark != NULL ? g_unichar_toupper (g_utf8_get_char (mark + 1)) : 0;
}

/* The items of @menu and of its sections, which are chosen from together. @letters: the label of each letter. */
static guint
collect (GMenuModel *menu, GHashTable *letters)
{
  guint n = 0;

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      char *label = NULL;
      gunichar letter;

      if (section != NULL)
        {
          n += collect (section, letters);
          continue;
        }
      g_assert_true (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label));
      letter = mnemonic_of (label);
      g_test_message ("%s", label);
      g_assert_cmpuint (letter, !=, 0);
      g_assert_null (g_hash_table_lookup (letters, GUINT_TO_POINTER (letter)));
      g_hash_table_insert (letters, GUINT_TO_POINTER (letter), label);
      n++;
    }
  return n;
}

static void
test_letters (void)
{
  static const guint selected[] = { 1, 2 }, offered[] = { 12, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (selected); i++)
    {
      g_autoptr (GArray) agreements = g_array_new (FALSE, FALSE, sizeof (TenureId));
      g_autoptr (GHashTable) letters = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_autoptr (GMenuModel) menu = NULL;

      for (TenureId id = 1; id <= selected[i]; id++)
        g_array_append_val (agreements, id);
      menu = tenure_row_menu_model_new (agreements);
      g_assert_cmpuint (collect (menu, letters), ==, offered[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-menu/letters", test_letters);
  return g_test_run ();
}
