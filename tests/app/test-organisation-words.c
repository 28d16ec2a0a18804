/* What the page of an organisation says, without widgets: a small document worked by hand. */

#include "app/organisations/organisation-words.h"

#include "register-fixture.h"

#include <string.h>

/* --- A document ------------------------------------------------------------------------------------------------- */

typedef struct
{
  RegisterFixture fixture;
  const char *charity, *council, *quiet, *by_year, *ahead;
} Words;

static void
set_up_seats (Words *words, const char *robin)
{
  RegisterFixture *fixture = &words->fixture;
  const char *board = register_fixture_insert (fixture, TENURE_RECORD_BOARD, "name", "Place Board", "votes", "1", NULL);
  const char *seat = register_fixture_insert (fixture, TENURE_RECORD_SEAT, "board", board, "title", "Alliance chair", "bloc", "vcs",
                          "vote_weight", "1", "nominator", words->charity, NULL);

  register_fixture_insert (fixture, TENURE_RECORD_SEAT, "board", board, "title", "Deputy", "bloc", "vcs", "vote_weight", "0", "nominator",
       words->charity, NULL);
  register_fixture_insert (fixture, TENURE_RECORD_APPOINTMENT, "seat", seat, "person", robin, "from_day", "2026-01-01", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_BOARD, "name", "Care Board", NULL);
}

/* A charity of £120,000 that the council pays £60,000 a year until March, and one of which next to nothing is recorded. */
static void
set_up (Words *words, gconstpointer data)
{
  RegisterFixture *fixture = &words->fixture;
  const char *robin, *wren, *agreement;

  register_fixture_set_up_empty (fixture, data);
  words->charity = register_fixture_insert (fixture, TENURE_RECORD_ORGANISATION, "name", "Lantern Trust", "vcs", "1", "vcs_evidence",
                        "charity number", "kind", "charity", "place", "North", "income", "12000000", "expenditure", "9000000",
                        "accounts_end", "2026-03-31", "currency", "GBP", "reserves_policy", "3", NULL);
  words->council = register_fixture_insert (fixture, TENURE_RECORD_ORGANISATION, "name", "Hill Council", "vcs", "0", NULL);
  words->quiet = register_fixture_insert (fixture, TENURE_RECORD_ORGANISATION, "name", "Harbour Carers", "parent", words->council, "infrastructure", "1", NULL);
  /* Of one only accounts of an old year are recorded, of one only those of a year that is not over. */
  words->by_year = register_fixture_insert (fixture, TENURE_RECORD_ORGANISATION, "name", "Rookery Singers", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_ACCOUNTS, "organisation", words->by_year, "year_end", "2022-03-31", "income",
       "880000", "expenditure", "600000", "free_reserves", "300000", "currency", "GBP", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_ACCOUNTS, "organisation", words->by_year, "year_end", "2021-03-31", NULL);
  words->ahead = register_fixture_insert (fixture, TENURE_RECORD_ORGANISATION, "name", "Mill Pond", "income", "880000",
       "accounts_end", "2027-03-31", "currency", "GBP", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_IDENTIFIER, "organisation", words->charity, "scheme", "GB-CHC", "value", "1155021", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_FORMER_NAME, "organisation", words->charity, "name", "Lantern Fellowship", "to_day",
       "2019-03-31", NULL);
  robin = register_fixture_insert (fixture, TENURE_RECORD_PERSON, "name", "Robin Vale", "organisation", words->charity, "role",
               "Chief officer", NULL);
  wren = register_fixture_insert (fixture, TENURE_RECORD_PERSON, "name", "Wren Ashe", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_CONTACT, "organisation", words->charity, "person", wren, "role", "Finance", "from_day",
       "2025-01-01", NULL);
  /* One whose time as a contact is over is no contact any more. */
  register_fixture_insert (fixture, TENURE_RECORD_CONTACT, "organisation", words->charity, "person",
       register_fixture_insert (fixture, TENURE_RECORD_PERSON, "name", "Sam Gone", NULL), "to_day", "2026-06-30", NULL);
  register_fixture_insert (fixture, TENURE_RECORD_PERSON, "name", "Ada Moor", "organisation", words->quiet, NULL);
  agreement = register_fixture_insert (fixture, TENURE_RECORD_AGREEMENT, "title", "Advice line", "provider", words->charity, "start",
                   "2026-04-01", "end", "2027-03-31", "value", "6000000", "value_basis", "total", "currency", "GBP", "posts",
                   "250", "key_person", robin, NULL);
  register_fixture_insert (fixture, TENURE_RECORD_FUNDER, "agreement", agreement, "organisation", words->council, NULL);
  set_up_seats (words, robin);
  register_fixture_read (fixture);
}

static void
tear_down (Words *words, gconstpointer data)
{
  register_fixture_tear_down (&words->fixture, data);
}

static TenureOrganisationDetail *
look (Words *words, const char *id)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureSnapshot) snapshot
      = tenure_snapshot_new (words->fixture.basis, filter, words->fixture.reader, &error);
  TenureOrganisationDetail *detail;

  g_assert_no_error (error);
  detail = tenure_organisation_detail_load (snapshot, words->fixture.reader, g_ascii_strtoll (id, NULL, 10), &error);
  g_assert_no_error (error);
  return detail;
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* --- Head ------------------------------------------------------------------------------------------------------- */

static void
test_head (Words *words, gconstpointer data)
{
  g_autoptr (TenureOrganisationDetail) charity = look (words, words->charity);
  g_autoptr (TenureOrganisationDetail) council = look (words, words->council);
  g_autoptr (TenureOrganisationDetail) quiet = look (words, words->quiet);

  assert_text (tenure_organisation_dup_identity (charity),
               "Registered charity · North · medium, £120,000 in the year to 31 Mar 2026");
  assert_text (tenure_organisation_dup_identity (quiet), "size not recorded · infrastructure body");
  assert_text (tenure_organisation_dup_sector (charity), "VCS organisation; evidence: charity number");
  assert_text (tenure_organisation_dup_sector (council), "Not a VCS organisation");
  assert_text (tenure_organisation_dup_sector (quiet), "Not recorded whether it is a VCS organisation");
  assert_text (tenure_organisation_dup_former_names (charity), "Formerly Lantern Fellowship, until 31 Mar 2019");
  assert_text (tenure_organisation_dup_former_names (quiet), NULL);
  assert_text (tenure_organisation_dup_identifiers (charity), "GB-CHC 1155021");
  assert_text (tenure_organisation_dup_identifiers (quiet), "No identifier recorded");
  assert_text (tenure_organisation_dup_completeness (charity),
               "4 of 5 fields that figures rest on are recorded. Missing:");
  g_assert_cmpuint (charity->completeness.n_missing, ==, 1);
  g_assert_cmpuint (charity->n_members, ==, 0);
  g_assert_cmpuint (council->n_members, ==, 1);
  g_assert_cmpuint (council->members->len, ==, 1);
  assert_text (tenure_organisation_dup_funded (charity), NULL);
  assert_text (tenure_organisation_dup_funded (council), "Pays for 1 running agreement here.");
  council->n_funded = 12345;
  assert_text (tenure_organisation_dup_funded (council), "Pays for 12,345 running agreements here.");
}

/* The year that figures rest on, whatever the organisation's own fields say, and what to mind about it. */
static void
test_year (Words *words, gconstpointer data)
{
  g_autoptr (TenureOrganisationDetail) by_year = look (words, words->by_year);
  g_autoptr (TenureOrganisationDetail) ahead = look (words, words->ahead);
  TenureOverviewFigure reserves = tenure_organisation_figure (by_year, TENURE_PROVIDER_FIGURE_RESERVES);

  assert_text (tenure_organisation_dup_identity (by_year), "micro, £8,800 in the year to 31 Mar 2022 (old accounts)");
  assert_text (tenure_organisation_dup_identity (ahead), "micro, £8,800 in the year to 31 Mar 2027 (none earlier recorded)");
  g_assert_cmpstr (reserves.value, ==, "6.0 months");
  g_assert_cmpstr (reserves.note, ==, "of spending, year to 31 Mar 2022");
  tenure_overview_figure_clear (&reserves);
}

/* --- Figures ---------------------------------------------------------------------------------------------------- */

static void
test_figures (Words *words, gconstpointer data)
{
  static const struct
  {
    TenureProviderFigure figure;
    const char *value, *note;
  } cases[] = {
    { TENURE_PROVIDER_FIGURE_ANNUAL, "£60k", "1 agreement runs" },
    { TENURE_PROVIDER_FIGURE_AHEAD_3, "£60k", "with no option beyond it" },
    { TENURE_PROVIDER_FIGURE_AHEAD_6, "£0", "with no option beyond it" },
    /* Of half the income nobody recorded the source: it may all be the council's. */
    { TENURE_PROVIDER_FIGURE_DEPENDENCY, "50–100 %", "Hill Council" },
    { TENURE_PROVIDER_FIGURE_RESERVES, "cannot tell", "free reserves or expenditure are not recorded" },
    { TENURE_PROVIDER_FIGURE_POSTS, "2.5 of 2.5", "within 12 months, 0 of them within 3" },
    { TENURE_PROVIDER_FIGURE_SHORTFALL, "cannot tell", "takes the accounts and the value of every running agreement" },
  };
  g_autoptr (TenureOrganisationDetail) charity = look (words, words->charity);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureOverviewFigure figure = tenure_organisation_figure (charity, cases[i].figure);

      g_test_message ("row %u", i);
      g_assert_cmpstr (figure.value, ==, cases[i].value);
      g_assert_cmpstr (figure.note, ==, cases[i].note);
      g_assert_cmpstr (figure.title, ==, tenure_provider_figure_title (cases[i].figure));
      tenure_overview_figure_clear (&figure);
    }
}

/* Of an organisation that provides nothing every figure says so, and none is nought. */
static void
test_no_figures (Words *words, gconstpointer data)
{
  g_autoptr (TenureOrganisationDetail) quiet = look (words, words->quiet);
  TenureOverviewFigure ahead = tenure_organisation_figure (quiet, TENURE_PROVIDER_FIGURE_AHEAD_12);
  TenureOverviewFigure dependency = tenure_organisation_figure (quiet, TENURE_PROVIDER_FIGURE_DEPENDENCY);

  g_assert_cmpstr (ahead.value, ==, "–");
  g_assert_cmpstr (ahead.note, ==, "nothing runs or is planned");
  g_assert_cmpstr (dependency.value, ==, "cannot tell");
  g_assert_cmpstr (dependency.note, ==, "its income is not recorded");
  tenure_overview_figure_clear (&ahead);
  tenure_overview_figure_clear (&dependency);
}

/* --- People and seats ------------------------------------------------------------------------------------------- */

static void
test_people (Words *words, gconstpointer data)
{
  g_autoptr (TenureOrganisationDetail) charity = look (words, words->charity);
  const TenureOrganisationPerson *robin, *wren;
  TenureOrganisationPerson busy;

  g_assert_cmpuint (charity->people->len, ==, 2);
  robin = charity->people->pdata[0];
  wren = charity->people->pdata[1];
  g_assert_cmpstr (robin->name, ==, "Robin Vale");
  g_assert_cmpuint (robin->n_seats, ==, 1);
  assert_text (tenure_organisation_dup_person_text (robin), "Chief officer · named as essential in 1 agreement");
  busy = *robin;
  busy.n_essential = 1000;
  assert_text (tenure_organisation_dup_person_text (&busy), "Chief officer · named as essential in 1,000 agreements");
  g_assert_cmpstr (wren->name, ==, "Wren Ashe");
  assert_text (tenure_organisation_dup_person_text (wren), "Finance · contact since 1 Jan 2025 · no handover recorded");
}

/* Accounts of a year and of the organisation itself; what is not recorded of them is said; where a website is. */
static void
test_accounts (Words *words, gconstpointer data)
{
  g_autoptr (TenureOrganisationDetail) charity = look (words, words->charity);
  g_autoptr (TenureOrganisationDetail) by_year = look (words, words->by_year);
  g_autoptr (TenureOrganisationDetail) quiet = look (words, words->quiet);
  static const struct
  {
    const char *website, *link;
  } cases[] = { { "lantern.example", "https://lantern.example" },
                { "http://lantern.example/about", "http://lantern.example/about" },
                { "none yet", NULL },
                { "lantern", NULL },
                { "javascript://lantern.example", NULL },
                { "file:///etc/passwd", NULL } };
  char *shown;

  assert_text (tenure_organisation_dup_accounts_title (charity->record), "Year to 31 Mar 2026");
  assert_text (tenure_organisation_dup_accounts_text (charity->record),
               "Income £120,000 · Expenditure £90,000 · Free reserves not recorded · Staff not recorded");
  g_assert_cmpuint (charity->accounts->len, ==, 0);
  g_assert_cmpuint (by_year->accounts->len, ==, 2);
  assert_text (tenure_organisation_dup_accounts_title (by_year->accounts->pdata[0]), "Year to 31 Mar 2022");
  assert_text (tenure_organisation_dup_accounts_text (by_year->accounts->pdata[0]),
               "Income £8,800 · Expenditure £6,000 · Free reserves £3,000 · Staff not recorded");
  assert_text (tenure_organisation_dup_accounts_title (by_year->accounts->pdata[1]), "Year to 31 Mar 2021");
  assert_text (tenure_organisation_dup_accounts_text (by_year->accounts->pdata[1]), NULL);
  assert_text (tenure_organisation_dup_accounts_text (quiet->record), NULL);
  assert_text (tenure_organisation_dup_reserves_policy (quiet), NULL);
  assert_text (tenure_organisation_dup_reserves_policy (charity), "Its own policy asks for reserves of 3 months of spending.");
  assert_text (tenure_organisation_dup_website (quiet, &shown), NULL);
  g_assert_null (shown);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tenure_record_set_text_by_name (quiet->record, "website", cases[i].website);
      assert_text (tenure_organisation_dup_website (quiet, &shown), cases[i].link);
      assert_text (shown, cases[i].link != NULL ? cases[i].website : NULL);
    }
}

static void
test_seats (Words *words, gconstpointer data)
{
  g_autoptr (TenureOrganisationDetail) charity = look (words, words->charity);
  g_autoptr (TenureOrganisationDetail) council = look (words, words->council);
  g_autoptr (TenureOrganisationDetail) quiet = look (words, words->quiet);
  const TenureOrganisationSeat *held, *vacant;

  assert_text (tenure_organisation_dup_seats (charity), "Its people hold 1 seat, on 1 of the 2 boards here.");
  g_assert_cmpuint (charity->seats->len, ==, 2);
  held = &g_array_index (charity->seats, TenureOrganisationSeat, 0);
  vacant = &g_array_index (charity->seats, TenureOrganisationSeat, 1);
  assert_text (tenure_organisation_dup_seat_title (charity, held), "Place Board: Alliance chair");
  assert_text (tenure_organisation_dup_seat_text (charity, held),
               "Robin Vale · since 1 Jan 2026 · 1 vote · nominated by this organisation");
  assert_text (tenure_organisation_dup_seat_title (charity, vacant), "Place Board: Deputy");
  assert_text (tenure_organisation_dup_seat_text (charity, vacant),
               "vacant · awaits a replacement · no vote · nominated by this organisation");
  /* Nobody recorded is not nobody there. */
  assert_text (tenure_organisation_dup_seats (council),
               "It cannot be told whether it has a seat: nobody is recorded who works for it or is its contact.");
  assert_text (tenure_organisation_dup_seats (quiet), "Nobody recorded for it holds a seat on any of the 2 boards here. "
                                                      "Which of them decide about its money is not recorded.");
}

/* --- Changes ---------------------------------------------------------------------------------------------------- */

static gboolean
change_place (TenureEdit *edit, gpointer record, GError **error)
{
  return tenure_edit_update (edit, record, NULL, error);
}

/* Newest first; the step that brought the record is one line, not one for each field. */
static void
test_changes (Words *words, gconstpointer data)
{
  g_autoptr (TenureOrganisationDetail) before = look (words, words->charity);
  g_autoptr (TenureOrganisationDetail) after = NULL;
  g_autoptr (TenureRecord) record = tenure_record_dup (before->record);

  g_assert_cmpuint (before->changes->len, ==, 1);
  g_assert_true (g_str_has_suffix (before->changes->pdata[0], " – added by “Enter by hand”"));
  tenure_record_set_text_by_name (record, "place", "South");
  g_assert_true (tenure_document_edit (words->fixture.document, "Move", change_place, record, NULL));
  register_fixture_read (&words->fixture);
  after = look (words, words->charity);
  g_assert_cmpuint (after->changes->len, ==, 2);
  g_assert_nonnull (strstr (after->changes->pdata[0], "Place: North → South"));
  g_assert_false (after->more_changes);
}

/* One that was deleted meanwhile has no page. */
static void
test_gone (Words *words, gconstpointer data)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (TenureSnapshot) snapshot = tenure_snapshot_new (words->fixture.basis, filter, words->fixture.reader, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_organisation_detail_load (snapshot, words->fixture.reader, 42, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/organisation-words/" path, Words, NULL, set_up, func, tear_down)
  ADD ("head", test_head);
  ADD ("year", test_year);
  ADD ("figures", test_figures);
  ADD ("no-figures", test_no_figures);
  ADD ("people", test_people);
  ADD ("seats", test_seats);
  ADD ("accounts", test_accounts);
  ADD ("changes", test_changes);
  ADD ("gone", test_gone);
  return g_test_run ();
}
