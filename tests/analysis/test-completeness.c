/* How much is recorded: one record by hand, portfolios against a slow obvious version. */

#include "analysis/completeness.h"
#include "fixture.h"

#include <string.h>

#define T "2026-11-21"

/* --- One record ------------------------------------------------------------------------------------------------------ */

/* A record as text: "kind=grant start open_ended=1". */
static const char *
text_code (gconstpointer record, guint field)
{
  static char code[64];
  const char *name = tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[field].name;
  g_auto (GStrv) words = g_strsplit (record, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, "=", 2);

      if (strcmp (parts[0], name) != 0)
        continue;
      g_strlcpy (code, parts[1] != NULL ? parts[1] : "", sizeof code);
      return code;
    }
  return NULL;
}

/* "+funder" for one that belongs to it. */
static gboolean
text_has_child (gconstpointer record, TenureRecordType child)
{
  g_autofree char *word = g_strdup_printf ("+%s", tenure_record_def (child)->table);

  return strstr (record, word) != NULL;
}

static char *
dup_missing (const TenureCompleteness *completeness)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < completeness->n_missing; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            tenure_counted_name (TENURE_RECORD_AGREEMENT, completeness->missing[i]));
  return g_string_free (names, FALSE);
}

static void
test_record (void)
{
  static const struct
  {
    const char *record;
    guint known, of;
    const char *missing;
  } cases[] = {
    { "", 0, 16,
      "kind provider service place purpose start end value value_basis payment_profile funder_notice funder_without_cause "
      "renewal_status owner rests_on_one funder" },
    { "kind=grant provider service place purpose=core start end value", 8, 16,
      "value_basis payment_profile funder_notice funder_without_cause renewal_status owner rests_on_one funder" },
    /* One funder is enough, whichever. */
    { "kind=grant provider service place purpose=core start end value +funder", 9, 16,
      "value_basis payment_profile funder_notice funder_without_cause renewal_status owner rests_on_one" },
    /* That there is no key person is recorded; where one is named, the question is answered. */
    { "kind=grant provider service place purpose=core start end value +funder rests_on_one=0", 10, 16,
      "value_basis payment_profile funder_notice funder_without_cause renewal_status owner" },
    { "kind=grant provider service place purpose=core start end value +funder key_person", 9, 15,
      "value_basis payment_profile funder_notice funder_without_cause renewal_status owner" },
    /* No end is agreed, or it follows from a length. */
    { "open_ended=1 kind=grant provider service place purpose start value value_basis payment_profile funder_without_cause "
      "owner rests_on_one=1 +funder", 13, 14, "funder_notice" },
    { "open_ended=0 kind=grant provider service place purpose start value value_basis payment_profile funder_without_cause "
      "owner funder_notice renewal_status rests_on_one=0 +funder", 15, 16, "end" },
    { "duration kind=grant provider service place purpose start value value_basis payment_profile funder_without_cause "
      "owner funder_notice renewal_status rests_on_one=0 +funder", 15, 15, "" },
    /* A funder who may not end it early needs no notice; who may, does; and whether it may is asked first. */
    { "funder_without_cause=0", 1, 15,
      "kind provider service place purpose start end value value_basis payment_profile renewal_status owner rests_on_one "
      "funder" },
    { "funder_without_cause=1", 1, 16,
      "kind provider service place purpose start end value value_basis payment_profile funder_notice renewal_status owner "
      "rests_on_one funder" },
    /* Income that citizens direct has no term. */
    { "kind=citizen_directed provider service place purpose value value_basis owner", 8, 10, "rests_on_one funder" },
    /* Decided, or ended: the renewal is settled. */
    { "decided kind=spot", 1, 15,
      "provider service place purpose start end value value_basis payment_profile funder_notice funder_without_cause owner "
      "rests_on_one funder" },
    { "terminated annual_value kind=spot", 1, 14,
      "provider service place purpose start end value payment_profile funder_notice funder_without_cause owner rests_on_one "
      "funder" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureCompleteness completeness = tenure_completeness_of (TENURE_RECORD_AGREEMENT, text_code, text_has_child, cases[i].record);
      g_autofree char *missing = dup_missing (&completeness);

      g_test_message ("“%s”", cases[i].record);
      g_assert_cmpuint (completeness.known, ==, cases[i].known);
      g_assert_cmpuint (completeness.of, ==, cases[i].of);
      g_assert_cmpuint (completeness.known + completeness.n_missing, ==, completeness.of);
      g_assert_cmpstr (missing, ==, cases[i].missing);
    }
}

static void
test_before_start (void)
{
  static const struct
  {
    const char *record;
    guint known;
    const char *missing;
  } cases[] = {
    { "", 0, "communities specification_agreed measures_agreed variation_agreed" },
    { "communities specification_agreed=1 measures_agreed=1 variation_agreed=1", 4, "" },
    /* Said not to be agreed is not settled. */
    { "communities specification_agreed=1 measures_agreed=0", 2, "measures_agreed variation_agreed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TenureCompleteness completeness = tenure_completeness_before_start (text_code, cases[i].record);
      g_autofree char *missing = dup_missing (&completeness);

      g_test_message ("“%s”", cases[i].record);
      g_assert_cmpuint (completeness.of, ==, 4);
      g_assert_cmpuint (completeness.known, ==, cases[i].known);
      g_assert_cmpstr (missing, ==, cases[i].missing);
    }
}

/* --- Portfolios ------------------------------------------------------------------------------------------------------ */

static const TenureFieldTally *
find_field (const TenureCompletenessTally *tally, const char *name)
{
  for (guint i = 0; i < tally->n_fields; i++)
    if (strcmp (tenure_counted_name (tally->type, tally->fields[i].counted), name) == 0)
      return &tally->fields[i];
  g_error ("%s is not counted", name);
}

static void
assert_field (const TenureCompletenessTally *tally, const char *name, guint known, guint of)
{
  const TenureFieldTally *field = find_field (tally, name);

  g_test_message ("%s", name);
  g_assert_cmpuint (field->known, ==, known);
  g_assert_cmpuint (field->of, ==, of);
}

/* Of an agreement that runs, one that is to come, one that has ended, one with a company, one of nobody. */
static TenureFacts *
make_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint32 carers = fixture_add_organisation (fixture, "Carers", TENURE_FACT_YES);
  gint32 company = fixture_add_organisation (fixture, "Company", TENURE_FACT_NO);
  TenureFactAgreement running = fixture_term (carers, "2026-04-01", "2027-03-31", 10000);
  TenureFactAgreement planned = fixture_term (carers, "2027-04-01", NULL, 10000);
  TenureFactAgreement ended = fixture_term (carers, "2024-04-01", "2025-03-31", 10000);
  TenureFactAgreement other = fixture_term (company, "2026-04-01", "2027-03-31", 10000);

  fixture_add_organisation (fixture, "Council", TENURE_FACT_NO);
  running.kind = TENURE_KIND_GRANT;
  running.funder_without_cause = TENURE_FACT_NO;
  planned.open_ended = TENURE_FACT_YES;
  planned.specification_agreed = TENURE_FACT_YES;
  planned.measures_agreed = TENURE_FACT_NO;
  fixture_add_agreement (fixture, running);
  fixture_add_funder (fixture, company);
  fixture_add_funder (fixture, carers);
  fixture_add_agreement (fixture, planned);
  fixture_add_agreement (fixture, ended);
  fixture_add_agreement (fixture, other);
  fixture_add_agreement (fixture, fixture_agreement ("Whose?"));
  fixture_add_board (fixture, fixture_board ("Partnership"));
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_UNKNOWN));
  return fixture_end (fixture);
}

static void
test_portfolio (void)
{
  g_autoptr (TenureFacts) facts = make_facts ();
  g_autoptr (TenureTerms) terms = tenure_terms_new (facts, day (T), NULL);
  g_autoptr (TenureBoards) boards = tenure_boards_new (facts, day (T));
  g_autofree TenurePortfolioCompleteness *all = tenure_completeness_new (terms, boards, NULL);
  const TenureCompletenessTally *agreements = &all->parts[TENURE_COMPLETENESS_AGREEMENTS];
  const TenureCompletenessTally *organisations = &all->parts[TENURE_COMPLETENESS_ORGANISATIONS];
  const TenureCompletenessTally *seats = &all->parts[TENURE_COMPLETENESS_SEATS];
  const guint32 chosen[] = { 4 };
  TenureSelection selection = { chosen, 1 };
  g_autofree TenurePortfolioCompleteness *some = tenure_completeness_new (terms, boards, &selection);
  TenureFigure share;

  g_assert_cmpuint (agreements->n_records, ==, 3);
  g_assert_cmpuint (agreements->n_complete, ==, 0);
  assert_field (agreements, "kind", 1, 3);
  assert_field (agreements, "provider", 2, 3);
  assert_field (agreements, "end", 1, 2);
  assert_field (agreements, "funder_notice", 0, 2);
  assert_field (agreements, "value", 2, 3);
  assert_field (agreements, "funder", 1, 3);
  g_assert_cmpuint (all->before_start.n_records, ==, 1);
  assert_field (&all->before_start, "specification_agreed", 1, 1);
  assert_field (&all->before_start, "measures_agreed", 0, 1);
  g_assert_cmpuint (organisations->n_records, ==, 1);
  assert_field (organisations, "vcs", 1, 1);
  assert_field (organisations, "income", 0, 1);
  g_assert_cmpuint (all->parts[TENURE_COMPLETENESS_BOARDS].n_records, ==, 1);
  g_assert_cmpuint (seats->n_records, ==, 2);
  assert_field (seats, "bloc", 1, 2);
  g_assert_cmpuint (some->parts[TENURE_COMPLETENESS_AGREEMENTS].n_records, ==, 1);
  g_assert_cmpuint (some->parts[TENURE_COMPLETENESS_ORGANISATIONS].n_records, ==, 0);
  share = tenure_completeness_share (&some->parts[TENURE_COMPLETENESS_AGREEMENTS]);
  g_assert_cmpfloat (share.number, ==, 0);
  g_assert_cmpuint (share.of, ==, 16);
  share = tenure_completeness_share (&some->parts[TENURE_COMPLETENESS_ORGANISATIONS]);
  g_assert_cmpint (share.kind, ==, TENURE_FIGURE_CANNOT_TELL);
}

/* A fact alone says the same, and what of it is missing; of an organisation by the accounts looked at. */
static void
test_facts (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureTerms) terms = NULL;
  TenureCompleteness completeness;
  g_autofree char *missing = NULL;

  fixture_add_organisation (fixture, "Carers", TENURE_FACT_YES);
  fixture_add_accounts (fixture, 0, "2026-03-31")->income_known = TRUE;
  fixture_add_agreement (fixture, fixture_term (0, "2027-04-01", "2028-03-31", 10000));
  fixture_add_board (fixture, fixture_board ("Partnership"));
  fixture_add_seat (fixture, fixture_seat (TENURE_BLOC_VCS));
  facts = fixture_end (fixture);
  terms = tenure_terms_new (facts, day (T), NULL);
  completeness = tenure_completeness_of_fact (terms, TENURE_RECORD_AGREEMENT, 0);
  missing = dup_missing (&completeness);
  g_assert_cmpstr (missing, ==,
                   "kind service place purpose payment_profile funder_notice funder_without_cause renewal_status owner "
                   "rests_on_one funder");
  g_assert_cmpstr (tenure_counted_label (TENURE_RECORD_AGREEMENT, completeness.missing[completeness.n_missing - 1]), ==,
                   "Funders");
  g_assert_cmpstr (tenure_counted_label (TENURE_RECORD_AGREEMENT, completeness.missing[0]), ==, "Kind");
  completeness = tenure_completeness_of_fact_before_start (terms, 0);
  g_assert_cmpuint (completeness.n_missing, ==, 4);
  completeness = tenure_completeness_of_fact (terms, TENURE_RECORD_ORGANISATION, 0);
  g_assert_cmpuint (completeness.known, ==, 2);
  g_assert_cmpuint (completeness.of, ==, 5);
  completeness = tenure_completeness_of_fact (terms, TENURE_RECORD_BOARD, 0);
  g_assert_cmpuint (completeness.of, ==, 2);
  completeness = tenure_completeness_of_fact (terms, TENURE_RECORD_SEAT, 0);
  g_assert_cmpuint (completeness.known, ==, 1);
  completeness = tenure_completeness_of_fact (terms, TENURE_RECORD_PERSON, 0);
  g_assert_cmpuint (completeness.of, ==, 0);
}

/* --- Random agreements ------------------------------------------------------------------------------------------------ */

static TenureFactAgreement
random_agreement (GRand *rand, gint32 provider)
{
  TenureFactAgreement fact = fixture_agreement ("Random");
#define HALF() g_rand_boolean (rand)

  fact.provider = HALF () ? provider : -1;
  fact.kind = (gint8) g_rand_int_range (rand, 0, 6);
  fact.service = HALF () ? 0 : -1;
  fact.place = HALF () ? 0 : -1;
  fact.purpose = HALF () ? TENURE_PURPOSE_CORE : TENURE_PURPOSE_UNKNOWN;
  fact.start = HALF () ? day ("2026-01-01") : HALF () ? day ("2027-01-01") : TENURE_DAY_NONE;
  fact.end = HALF () ? day ("2027-12-31") : HALF () ? day ("2026-06-30") : TENURE_DAY_NONE;
  fact.duration = HALF () ? TENURE_DURATION_MONTHS (12) : TENURE_DURATION_UNKNOWN;
  fact.terminated = g_rand_int_range (rand, 0, 8) == 0 ? day ("2027-02-01") : TENURE_DAY_NONE;
  fact.decided = g_rand_int_range (rand, 0, 4) == 0 ? day ("2026-02-01") : TENURE_DAY_NONE;
  fact.open_ended = (gint8) g_rand_int_range (rand, -1, 2);
  fact.funder_without_cause = (gint8) g_rand_int_range (rand, -1, 2);
  fact.funder_notice = HALF () ? TENURE_DURATION_MONTHS (3) : TENURE_DURATION_UNKNOWN;
  fact.renewal = HALF () ? TENURE_RENEWAL_NOT_STARTED : TENURE_RENEWAL_UNKNOWN;
  fact.owner = HALF () ? 0 : -1;
  fact.rests_on_one = (gint8) g_rand_int_range (rand, -1, 2);
  fact.key_person = HALF () ? 0 : -1;
  fact.value_known = HALF ();
  fact.annual_known = HALF ();
  fact.basis = HALF () ? TENURE_BASIS_TOTAL : TENURE_BASIS_UNKNOWN;
  fact.payment_profile = HALF () ? TENURE_PAID_ARREARS : TENURE_PAID_UNKNOWN;
  return fact;
#undef HALF
}

/* As the manual tells it, one field after the other. */
static guint
count_slowly (const TenureFactAgreement *fact, guint *out_of)
{
  gboolean directed = fact->kind == TENURE_KIND_CITIZEN_DIRECTED, open = fact->open_ended == TENURE_FACT_YES;
  guint known = 0, of = 0;
#define ASK(COUNTS, KNOWN) (of += (COUNTS) ? 1 : 0, known += (COUNTS) && (KNOWN) ? 1 : 0)

  ASK (TRUE, fact->kind != TENURE_KIND_UNKNOWN);
  ASK (TRUE, fact->provider != -1);
  ASK (TRUE, fact->service != -1);
  ASK (TRUE, fact->place != -1);
  ASK (TRUE, fact->purpose != TENURE_PURPOSE_UNKNOWN);
  ASK (!directed, fact->start != TENURE_DAY_NONE);
  ASK (!directed && !open && !fact->duration.known, fact->end != TENURE_DAY_NONE);
  ASK (!directed && fact->funder_without_cause != TENURE_FACT_NO, fact->funder_notice.known);
  ASK (!directed, fact->funder_without_cause != TENURE_FACT_UNKNOWN);
  ASK (!directed && !open && fact->decided == TENURE_DAY_NONE && fact->terminated == TENURE_DAY_NONE,
       fact->renewal != TENURE_RENEWAL_UNKNOWN);
  ASK (TRUE, fact->owner != -1);
  ASK (TRUE, fact->value_known);
  ASK (!fact->annual_known, fact->basis != TENURE_BASIS_UNKNOWN);
  ASK (!directed, fact->payment_profile != TENURE_PAID_UNKNOWN);
  ASK (fact->key_person == -1, fact->rests_on_one != TENURE_FACT_UNKNOWN);
  ASK (TRUE, fact->n_funders > 0);
#undef ASK
  *out_of += of;
  return known;
}

static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureTerms) terms = NULL;
      g_autoptr (TenureBoards) boards = NULL;
      g_autofree TenurePortfolioCompleteness *all = NULL;
      gint32 provider = fixture_add_organisation (fixture, "Carers", (TenureFact) g_rand_int_range (rand, -1, 2));
      const TenureCompletenessTally *tally;
      guint known = 0, of = 0, records = 0, summed_known = 0, summed_of = 0;

      fixture_add_service (fixture, "Befriending");
      for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
        {
          fixture_add_agreement (fixture, random_agreement (rand, provider));
          for (int funders = g_rand_int_range (rand, 0, 3); funders > 0; funders--)
            fixture_add_funder (fixture, provider);
        }
      facts = fixture_end (fixture);
      terms = tenure_terms_new (facts, day (T), NULL);
      boards = tenure_boards_new (facts, day (T));
      all = tenure_completeness_new (terms, boards, NULL);
      tally = &all->parts[TENURE_COMPLETENESS_AGREEMENTS];
      for (guint i = 0; i < facts->n_agreements; i++)
        if (terms->agreements[i].live && terms->agreements[i].scope != TENURE_SCOPE_OTHER)
          {
            known += count_slowly (&facts->agreements[i], &of);
            records++;
          }
      for (guint i = 0; i < tally->n_fields; i++)
        {
          summed_known += tally->fields[i].known;
          summed_of += tally->fields[i].of;
        }
      g_test_message ("seed %u", round);
      g_assert_cmpuint (tally->n_records, ==, records);
      g_assert_cmpuint (tally->known, ==, known);
      g_assert_cmpuint (tally->of, ==, of);
      g_assert_cmpuint (summed_known, ==, known);
      g_assert_cmpuint (summed_of, ==, of);
    }
}

/* --- Random organisations, boards and seats ----------------------------------------------------------------------------- */

typedef struct
{
  guint records, complete, known, of;
} Slow;

/* One record that has @known of @of. */
static void
count (Slow *slow, guint known, guint of)
{
  slow->records++;
  slow->complete += known == of;
  slow->known += known;
  slow->of += of;
}

static void
assert_slow (const TenureCompletenessTally *tally, const Slow *slow)
{
  g_assert_cmpuint (tally->n_records, ==, slow->records);
  g_assert_cmpuint (tally->n_complete, ==, slow->complete);
  g_assert_cmpuint (tally->known, ==, slow->known);
  g_assert_cmpuint (tally->of, ==, slow->of);
}

static void
add_random_organisation (Fixture *fixture, GRand *rand)
{
  TenureFactOrganisation *organisation;

  fixture_add_organisation (fixture, "Carers", (TenureFact) g_rand_int_range (rand, -1, 2));
  organisation = &g_array_index (fixture->organisations, TenureFactOrganisation, fixture->organisations->len - 1);
  organisation->kind_known = g_rand_boolean (rand);
  organisation->accounts.income_known = g_rand_boolean (rand);
  organisation->accounts.expenditure_known = g_rand_boolean (rand);
  organisation->accounts.free_reserves_known = g_rand_boolean (rand);
}

/* To come, over, or there; its seats as well. */
static void
add_random_board (Fixture *fixture, GRand *rand)
{
  TenureFactBoard board = fixture_board ("Place Board");

  board.from_day = g_rand_int_range (rand, 0, 4) == 0 ? day ("2027-01-01") : TENURE_DAY_NONE;
  board.to_day = g_rand_int_range (rand, 0, 4) == 0 ? day ("2026-01-01") : TENURE_DAY_NONE;
  board.voice_expected = (gint8) g_rand_int_range (rand, -1, 2);
  board.votes = (gint8) g_rand_int_range (rand, -1, 2);
  fixture_add_board (fixture, board);
  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      TenureFactSeat seat = fixture_seat (g_rand_boolean (rand) ? TENURE_BLOC_NHS : TENURE_BLOC_UNKNOWN);

      seat.vote_weight = g_rand_int_range (rand, -1, 3);
      seat.established = g_rand_int_range (rand, 0, 4) == 0 ? day ("2027-01-01") : TENURE_DAY_NONE;
      fixture_add_seat (fixture, seat);
    }
}

static void
count_boards (const TenureFacts *facts, Slow *boards, Slow *seats)
{
  for (guint i = 0; i < facts->n_boards; i++)
    {
      const TenureFactBoard *board = &facts->boards[i];

      if (board->from_day != TENURE_DAY_NONE || board->to_day != TENURE_DAY_NONE)
        continue;
      count (boards, (board->voice_expected != TENURE_FACT_UNKNOWN) + (board->votes != TENURE_FACT_UNKNOWN), 2);
      for (guint n = 0; n < board->n_seats; n++)
        {
          const TenureFactSeat *seat = &facts->seats[board->first_seat + n];

          if (seat->established == TENURE_DAY_NONE)
            count (seats, (seat->bloc != TENURE_BLOC_UNKNOWN) + (seat->vote_weight >= 0), 2);
        }
    }
}

/* Before the start, "no" is not settled. */
static void
count_before_start (const TenureFactAgreement *fact, Slow *slow)
{
  count (slow,
         (fact->specification_agreed == TENURE_FACT_YES) + (fact->measures_agreed == TENURE_FACT_YES)
             + (fact->variation_agreed == TENURE_FACT_YES) + fact->communities_known,
         4);
}

/* Each provider once, of agreements that are not over nor of a provider outside the sector. */
static void
count_providers (const TenureTerms *terms, Slow *providers, Slow *before_start)
{
  for (guint o = 0; o < terms->facts->n_organisations; o++)
    {
      const TenureFactOrganisation *organisation = &terms->facts->organisations[o];
      gboolean provides = FALSE;

      for (guint i = 0; i < terms->n_agreements; i++)
        if (terms->facts->agreements[i].provider == (gint32) o && terms->agreements[i].live
            && organisation->vcs != TENURE_FACT_NO)
          {
            provides = TRUE;
            if (terms->agreements[i].status == TENURE_STATUS_PLANNED)
              count_before_start (&terms->facts->agreements[i], before_start);
          }
      if (provides)
        count (providers,
               (organisation->vcs != TENURE_FACT_UNKNOWN) + organisation->kind_known + organisation->accounts.income_known
                   + organisation->accounts.expenditure_known + organisation->accounts.free_reserves_known,
               5);
    }
}

static void
test_random_others (void)
{
  guint n_planned = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (Fixture) fixture = fixture_new ();
      g_autoptr (TenureFacts) facts = NULL;
      g_autoptr (TenureTerms) terms = NULL;
      g_autoptr (TenureBoards) boards = NULL;
      g_autofree TenurePortfolioCompleteness *all = NULL;
      Slow providers = { 0 }, before_start = { 0 }, slow_boards = { 0 }, seats = { 0 };

      for (int n = 0; n < 4; n++)
        add_random_organisation (fixture, rand);
      fixture_add_service (fixture, "Befriending");
      for (int n = g_rand_int_range (rand, 0, 8); n > 0; n--)
        {
          TenureFactAgreement agreement = random_agreement (rand, 0);

          agreement.provider = g_rand_int_range (rand, 0, 4);
          agreement.specification_agreed = (gint8) g_rand_int_range (rand, -1, 2);
          agreement.measures_agreed = (gint8) g_rand_int_range (rand, -1, 2);
          agreement.variation_agreed = (gint8) g_rand_int_range (rand, -1, 2);
          agreement.communities_known = g_rand_boolean (rand);
          fixture_add_agreement (fixture, agreement);
        }
      for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
        add_random_board (fixture, rand);
      facts = fixture_end (fixture);
      terms = tenure_terms_new (facts, day (T), NULL);
      boards = tenure_boards_new (facts, day (T));
      all = tenure_completeness_new (terms, boards, NULL);
      count_providers (terms, &providers, &before_start);
      count_boards (facts, &slow_boards, &seats);
      g_test_message ("seed %u", round);
      assert_slow (&all->parts[TENURE_COMPLETENESS_ORGANISATIONS], &providers);
      assert_slow (&all->parts[TENURE_COMPLETENESS_BOARDS], &slow_boards);
      assert_slow (&all->parts[TENURE_COMPLETENESS_SEATS], &seats);
      assert_slow (&all->before_start, &before_start);
      n_planned += before_start.records;
    }
  g_assert_cmpuint (n_planned, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completeness/record", test_record);
  g_test_add_func ("/completeness/before-start", test_before_start);
  g_test_add_func ("/completeness/portfolio", test_portfolio);
  g_test_add_func ("/completeness/facts", test_facts);
  g_test_add_func ("/completeness/random", test_random);
  g_test_add_func ("/completeness/random-others", test_random_others);
  return g_test_run ();
}
