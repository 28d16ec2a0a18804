#include "config.h"
#include "app/people/people-columns.h"

#include "app/people/person-item.h"
#include "base/count.h"

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

/* Of what the document would know there is none; that is not "not recorded". */
static char *
dup_or_none (const char *words)
{
  return g_strdup (words != NULL && *words == '\0' ? _ ("none") : words);
}

static char *
dup_seats (gconstpointer item)
{
  return dup_or_none (((const TenurePersonItem *) item)->texts[TENURE_PERSON_SEATS]);
}

static char *
dup_contacts (gconstpointer item)
{
  return dup_or_none (((const TenurePersonItem *) item)->texts[TENURE_PERSON_CONTACTS]);
}

static char *
dup_n_seats (gconstpointer item)
{
  return g_strdup_printf ("%u", ((const TenurePersonItem *) item)->n_seats);
}

/* Of somebody without a seat there is no end to ask for. */
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

  return tenure_count_dup_label (item->n_essential);
}

/* --- Order --------------------------------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const TenurePersonItem *left = a, *right = b;

  return strcmp (left->name_key, right->name_key);
}

/* Nobody's seats and no contacts have no place in the order, either. */
static gboolean
has_text (gconstpointer item, TenurePersonText text)
{
  const char *words = ((const TenurePersonItem *) item)->texts[text];

  return words != NULL && *words != '\0';
}

static int
compare_texts (gconstpointer a, gconstpointer b, TenurePersonText text)
{
  return g_utf8_collate (((const TenurePersonItem *) a)->texts[text], ((const TenurePersonItem *) b)->texts[text]);
}

static gboolean
has_organisation (gconstpointer item)
{
  return has_text (item, TENURE_PERSON_ORGANISATION);
}

static int
compare_organisations (gconstpointer a, gconstpointer b)
{
  return compare_texts (a, b, TENURE_PERSON_ORGANISATION);
}

static gboolean
has_role (gconstpointer item)
{
  return has_text (item, TENURE_PERSON_ROLE);
}

static int
compare_roles (gconstpointer a, gconstpointer b)
{
  return compare_texts (a, b, TENURE_PERSON_ROLE);
}

static gboolean
has_seats_held (gconstpointer item)
{
  return has_text (item, TENURE_PERSON_SEATS);
}

static int
compare_seats (gconstpointer a, gconstpointer b)
{
  return compare_texts (a, b, TENURE_PERSON_SEATS);
}

static gboolean
has_contacts (gconstpointer item)
{
  return has_text (item, TENURE_PERSON_CONTACTS);
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

static gboolean
has_next_end (gconstpointer item)
{
  return tenure_day_is_known (((const TenurePersonItem *) item)->next_end);
}

/* The soonest first. */
static int
compare_next_ends (gconstpointer a, gconstpointer b)
{
  return tenure_compare_numbers (((const TenurePersonItem *) a)->next_end, ((const TenurePersonItem *) b)->next_end);
}

static gboolean
has_essential (gconstpointer item)
{
  return ((const TenurePersonItem *) item)->n_essential > 0;
}

static int
compare_essential (gconstpointer a, gconstpointer b)
{
  return tenure_compare_numbers (((const TenurePersonItem *) a)->n_essential, ((const TenurePersonItem *) b)->n_essential);
}

#define NAME 0 /* of the columns */

static const TenureItemColumn columns[] = {
  { N_ ("Name"), FALSE, 22, 18, FALSE, dup_name, NULL, compare_names },
  { N_ ("Works for"), FALSE, 24, 13, FALSE, dup_organisation, has_organisation, compare_organisations },
  { N_ ("Role"), FALSE, 18, 12, FALSE, dup_role, has_role, compare_roles },
  { N_ ("Seats"), TRUE, 3, 0, FALSE, dup_n_seats, NULL, compare_n_seats },
  { N_ ("Seats held"), FALSE, 44, 20, TRUE, dup_seats, has_seats_held, compare_seats },
  { N_ ("Contact for"), FALSE, 32, 14, TRUE, dup_contacts, has_contacts, compare_contacts },
  { N_ ("Seat ends"), FALSE, 10, 10, FALSE, dup_next_end, has_next_end, compare_next_ends },
  { N_ ("Key person in"), TRUE, 4, 0, FALSE, dup_essential, has_essential, compare_essential },
};

/* --- Table --------------------------------------------------------------------------------------------------- */

const TenureItemTableKind tenure_people_table = {
  .title = N_ ("People"),
  .record = "person",
  .get_type = tenure_person_item_get_type,
  .id_offset = G_STRUCT_OFFSET (TenurePersonItem, id),
  .take = tenure_person_item_take,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .name = NAME,
};
