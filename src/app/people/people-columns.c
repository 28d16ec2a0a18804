#include "config.h"
#include "app/people/people-columns.h"

#include "app/gtk/item-columns.h"
#include "app/people/person-item.h"

#include "base/i18n.h"
#include <string.h>

static char *
dup_name (gconstpointer item)
{
  return g_strdup (((const TenurePersonItem *) item)->texts[TENURE_PERSON_NAME]);
}

static char *
dup_organisation (gconstpointer item)
{
  return g_strdup (((const TenurePersonItem *) item)->texts[TENURE_PERSON_ORGANISATION]);
}

static char *
dup_role (gconstpointer item)
{
  return g_strdup (((const TenurePersonItem *) item)->texts[TENURE_PERSON_ROLE]);
}

static char *
dup_seats (gconstpointer item)
{
  return g_strdup (((const TenurePersonItem *) item)->texts[TENURE_PERSON_SEATS]);
}

static char *
dup_contacts (gconstpointer item)
{
  return g_strdup (((const TenurePersonItem *) item)->texts[TENURE_PERSON_CONTACTS]);
}

static char *
dup_n_seats (gconstpointer item)
{
  return g_strdup_printf ("%u", ((const TenurePersonItem *) item)->n_seats);
}

/* Of somebody without a seat no end is missing. */
static char *
dup_next_end (gconstpointer data)
{
  const TenurePersonItem *item = data;

  if (item->n_seats == 0)
    return g_strdup ("");
  return tenure_day_is_known (item->next_end) ? tenure_day_dup_label (item->next_end) : NULL;
}

static char *
dup_essential (gconstpointer data)
{
  const TenurePersonItem *item = data;

  return item->n_essential > 0 ? g_strdup_printf ("%u", item->n_essential) : g_strdup ("");
}

/* --- Order --------------------------------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const TenurePersonItem *left = a, *right = b;

  return strcmp (left->name_key, right->name_key);
}

static int
compare_texts (gconstpointer a, gconstpointer b, TenurePersonText text)
{
  const char *left = ((const TenurePersonItem *) a)->texts[text], *right = ((const TenurePersonItem *) b)->texts[text];

  /* None of it comes last, as what is not recorded does. */
  return tenure_compare_words (left != NULL && *left == '\0' ? NULL : left, right != NULL && *right == '\0' ? NULL : right);
}

static int
compare_organisations (gconstpointer a, gconstpointer b)
{
  return compare_texts (a, b, TENURE_PERSON_ORGANISATION);
}

static int
compare_roles (gconstpointer a, gconstpointer b)
{
  return compare_texts (a, b, TENURE_PERSON_ROLE);
}

static int
compare_seats (gconstpointer a, gconstpointer b)
{
  return compare_texts (a, b, TENURE_PERSON_SEATS);
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  return compare_texts (a, b, TENURE_PERSON_CONTACTS);
}

static int
compare_n_seats (gconstpointer a, gconstpointer b)
{
  return tenure_compare_numbers (((const TenurePersonItem *) a)->n_seats, ((const TenurePersonItem *) b)->n_seats);
}

/* The soonest first; those without an end last. */
static int
compare_next_ends (gconstpointer a, gconstpointer b)
{
  const TenurePersonItem *left = a, *right = b;
  gboolean left_known = tenure_day_is_known (left->next_end), right_known = tenure_day_is_known (right->next_end);

  if (!left_known || !right_known)
    return (int) right_known - (int) left_known;
  return tenure_compare_numbers (left->next_end, right->next_end);
}

static int
compare_essential (gconstpointer a, gconstpointer b)
{
  return tenure_compare_numbers (((const TenurePersonItem *) a)->n_essential, ((const TenurePersonItem *) b)->n_essential);
}

#define NAME 0 /* of the columns */

static const TenureItemColumn columns[] = {
  { N_ ("Name"), FALSE, 22, 18, FALSE, dup_name, compare_names },
  { N_ ("Works for"), FALSE, 24, 13, FALSE, dup_organisation, compare_organisations },
  { N_ ("Role"), FALSE, 18, 12, FALSE, dup_role, compare_roles },
  { N_ ("Seats"), TRUE, 3, 0, FALSE, dup_n_seats, compare_n_seats },
  { N_ ("Seats held"), FALSE, 44, 20, TRUE, dup_seats, compare_seats },
  { N_ ("Contact for"), FALSE, 32, 14, TRUE, dup_contacts, compare_contacts },
  { N_ ("Next end"), FALSE, 10, 10, FALSE, dup_next_end, compare_next_ends },
  { N_ ("Essential in"), TRUE, 4, 0, FALSE, dup_essential, compare_essential },
};

void
tenure_people_columns_add (GtkColumnView *view)
{
  tenure_item_columns_add (view, columns, G_N_ELEMENTS (columns), NAME);
}
