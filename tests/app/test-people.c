/* What hangs on whom, and what the People page says of it: a small document worked by hand. */

#include "app/people/people-load.h"
#include "app/people/person-ties.h"
#include "catalogue/field.h"

#include "register-fixture.h"

#include <string.h>

typedef struct
{
  RegisterFixture fixture;
} People;

/* Robin holds one seat, will hold another and held a third; Wren is a deputy and a contact; Ada is essential to one agreement
 * that runs and one that is over; of Sam nothing but the name is recorded. */
static void
set_up (People *people, gconstpointer data)
{
  RegisterFixture *fixture = &people->fixture;
  const char *charity, *robin, *wren, *ada, *board, *chair, *lead, *old;

  register_fixture_set_up_empty (fixture, data);
  charity = register_fixture_insert (fixture, TENURE_RECORD_ORGANISATION, "name", "Lantern Trust", "vcs", "1", NULL);
  robin = register_fixture_insert (fixture, TENURE_RECORD_PERSON, "name", "Robin Vale", "organisation", charity, "role",
                                   "Chief officer", NULL);
  wren = register_fixture_insert (fixture, TENURE_RECORD_PERSON, "name", "Wren Ashe", NULL);
  ada = register_fixture_insert (fixture, TENURE_RECORD_PERSON, "name", "Ada Moor", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_PERSON, "name", "Sam Hale", NULL);
  board = register_fixture_insert (fixture, TENURE_RECORD_BOARD, "name", "Place Board", NULL);
  chair = register_fixture_insert (fixture, TENURE_RECORD_SEAT, "board", board, "title", "Alliance chair", NULL);
  lead = register_fixture_insert (fixture, TENURE_RECORD_SEAT, "board", board, "title", "Lead", NULL);
  old = register_fixture_insert (fixture, TENURE_RECORD_SEAT, "board", board, "title", "Former lead", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_APPOINTMENT, "seat", chair, "person", robin, "from_day", "2026-01-01",
                           "to_day", "2026-12-31", "deputy", wren, NULL);
  register_fixture_insert (fixture, TENURE_RECORD_APPOINTMENT, "seat", lead, "person", robin, "from_day", "2027-01-01", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_APPOINTMENT, "seat", old, "person", robin, "from_day", "2020-01-01",
                           "to_day", "2025-12-31", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_CONTACT, "organisation", charity, "person", wren, "from_day", "2025-01-01",
                           NULL);
  register_fixture_insert (fixture, TENURE_RECORD_CONTACT, "organisation", charity, "person", ada, "to_day", "2026-06-30",
                           NULL);
  register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", "Advice line", "provider", charity, "start",
                           "2026-04-01", "end", "2027-03-31", "key_person", ada, NULL);
  register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", "Old line", "provider", charity, "start", "2020-04-01",
                           "end", "2021-03-31", "renewal_status", "not_renewing", "key_person", ada, NULL);
  register_fixture_read (fixture);
}

static void
tear_down (People *people, gconstpointer data)
{
  register_fixture_tear_down (&people->fixture, data);
}

static TenureSnapshot *
look (People *people, const char *search)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;
  TenureSnapshot *snapshot;

  tenure_filter_set_search (filter, search);
  snapshot = tenure_snapshot_new (people->fixture.basis, filter, people->fixture.reader, &error);
  g_assert_no_error (error);
  return snapshot;
}

static GPtrArray *
list (People *people, const char *search)
{
  g_autoptr (TenureSnapshot) snapshot = look (people, search);
  g_autoptr (GError) error = NULL;
  GPtrArray *items = tenure_people_load (snapshot, people->fixture.reader, &error);

  g_assert_no_error (error);
  return items;
}

static const TenurePersonItem *
find (const GPtrArray *items, const char *name)
{
  for (guint i = 0; i < items->len; i++)
    {
      const TenurePersonItem *item = items->pdata[i];

      if (g_strcmp0 (item->texts[TENURE_PERSON_NAME], name) == 0)
        return item;
    }
  g_error ("nobody called %s", name);
}

static void
test_list (People *people, gconstpointer data)
{
  static const struct
  {
    const char *texts[TENURE_N_PERSON_TEXTS];
    guint n_seats, n_essential;
  } rows[] = {
    { { "Ada Moor", NULL, NULL, "", "" }, 0, 1 },
    { { "Robin Vale", "Lantern Trust", "Chief officer",
        "Place Board: Alliance chair, 1 Jan 2026 to 31 Dec 2026; Place Board: Lead, from 1 Jan 2027", "" }, 1, 0 },
    { { "Sam Hale", NULL, NULL, "", "" }, 0, 0 },
    { { "Wren Ashe", NULL, NULL, "Place Board: deputy for Alliance chair, 1 Jan 2026 to 31 Dec 2026",
        "Lantern Trust, since 1 Jan 2025" }, 0, 0 },
  };
  g_autoptr (GPtrArray) items = list (people, "");
  TenureDay end;

  g_assert_cmpuint (items->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < items->len; i++)
    {
      const TenurePersonItem *item = items->pdata[i];

      for (int text = 0; text < TENURE_N_PERSON_TEXTS; text++)
        g_assert_cmpstr (item->texts[text], ==, rows[i].texts[text]);
      g_assert_cmpuint (item->n_seats, ==, rows[i].n_seats);
      g_assert_cmpuint (item->n_essential, ==, rows[i].n_essential);
    }
  g_assert_true (tenure_day_parse_iso ("2026-12-31", &end));
  g_assert_cmpint (find (items, "Robin Vale")->next_end, ==, end);
  g_assert_false (tenure_day_is_known (find (items, "Wren Ashe")->next_end));
}

/* Found by their own name, whom they work for, a seat, or for whom they are the contact; each word begins a word. */
static void
test_search (People *people, gconstpointer data)
{
  static const struct
  {
    const char *search;
    guint n;
    const char *first;
  } rows[] = {
    { "robin", 1, "Robin Vale" }, { "chief", 1, "Robin Vale" },   { "lantern", 2, "Robin Vale" },
    { "chair al", 2, "Robin Vale" }, { "lantern wren", 1, "Wren Ashe" }, { "antern", 0, NULL }, { "nobody", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) items = list (people, rows[i].search);

      g_test_message ("%s", rows[i].search);
      g_assert_cmpuint (items->len, ==, rows[i].n);
      if (rows[i].n > 0)
        g_assert_cmpstr (((TenurePersonItem *) items->pdata[0])->texts[TENURE_PERSON_NAME], ==, rows[i].first);
    }
}

/* One person alone is asked for: the others' ties are not made. Each leads somewhere. */
static void
test_ties (People *people, gconstpointer data)
{
  g_autoptr (TenureSnapshot) snapshot = look (people, "");
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  g_autoptr (GError) error = NULL;
  GPtrArray **ties = tenure_person_ties_load (snapshot, people->fixture.reader, 1, &error);
  const TenurePersonTie *deputy, *contact;

  g_assert_no_error (error);
  g_assert_cmpstr (facts->persons[1].name, ==, "Wren Ashe");
  g_assert_null (ties[0]);
  g_assert_cmpuint (ties[1]->len, ==, 2);
  deputy = ties[1]->pdata[0];
  contact = ties[1]->pdata[1];
  g_assert_cmpint (deputy->kind, ==, TENURE_PERSON_DEPUTY);
  g_assert_cmpint (deputy->type, ==, TENURE_RECORD_BOARD);
  g_assert_cmpint (deputy->id, ==, facts->boards[0].id);
  g_assert_cmpint (contact->kind, ==, TENURE_PERSON_CONTACT);
  g_assert_cmpint (contact->id, ==, facts->organisations[0].id);
  tenure_person_ties_free (ties, facts->n_persons);
}

static void
test_period (void)
{
  static const struct
  {
    TenureDay from, to;
    const char *words;
  } rows[] = {
    { 0, 30, "1 Jan 1970 to 31 Jan 1970" }, { 0, TENURE_DAY_NONE, "since 1 Jan 1970" },
    { 31, TENURE_DAY_NONE, "from 1 Feb 1970" }, { TENURE_DAY_NONE, 31, "until 1 Feb 1970" },
    { TENURE_DAY_NONE, TENURE_DAY_NONE, "dates not recorded" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = tenure_person_dup_period (rows[i].from, rows[i].to, 10);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* What tells who somebody is and what ties this one to others is of the class that shared copies leave out. */
static void
test_all_is_personal (void)
{
  static const struct
  {
    TenureRecordType type;
    const char *field;
  } rows[] = {
    { TENURE_RECORD_PERSON, "name" },        { TENURE_RECORD_PERSON, "organisation" },
    { TENURE_RECORD_PERSON, "role" },        { TENURE_RECORD_APPOINTMENT, "person" },
    { TENURE_RECORD_APPOINTMENT, "deputy" }, { TENURE_RECORD_CONTACT, "person" },
    { TENURE_RECORD_CONTACT, "from_day" },   { TENURE_RECORD_CONTACT, "to_day" },
    { TENURE_RECORD_AGREEMENT, "key_person" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TenureRecordDef *def = tenure_record_def (rows[i].type);

      g_test_message ("%s.%s", def->table, rows[i].field);
      g_assert_cmpint (def->fields[tenure_record_field_index (rows[i].type, rows[i].field)].privacy, ==,
                       TENURE_PRIVACY_PERSONAL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/people/list", People, NULL, set_up, test_list, tear_down);
  g_test_add ("/people/search", People, NULL, set_up, test_search, tear_down);
  g_test_add ("/people/ties", People, NULL, set_up, test_ties, tear_down);
  g_test_add_func ("/people/period", test_period);
  g_test_add_func ("/people/all-is-personal", test_all_is_personal);
  return g_test_run ();
}
