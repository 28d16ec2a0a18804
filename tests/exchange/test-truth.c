/* Real files, against figures that were worked out independently with another language's CSV, JSON and spreadsheet
 * readers and decimal arithmetic (tests/data/README.md): what a file says cell by cell, and what the document holds
 * after the file was imported. */

#include <string.h>

#include "base/months.h"
#include "base/text.h"
#include "exchange/plan-private.h"
#include "exchange/read-date.h"
#include "exchange/read-identifier.h"
#include "exchange/suppliers-private.h"
#include "samples.h"
#include "store/record.h"

/* One grants file. Counts that are not named are 0. */
typedef struct
{
  const char *file;
  guint rows, distinct_ids, ids_used_more_than_once, missing_id;
  gint64 sum_minor;
  guint award_dates, award_dates_missing;
  const char *award_min, *award_max;
  guint starts, ends, durations, starts_and_ends, end_before_start;
  guint le12_by_duration, le12_strict, le12_lenient, no_term;
  guint recipient_ids, recipient_names, funder_ids, programmes, individuals;
  struct
  {
    const char *scheme; /* "" for a row without an identifier */
    guint count;
  } prefixes[7];
} Grants;

static const Grants grants[] = {
  { .file = "abct_a001p00000zgyHZAAY.json", .rows = 783, .distinct_ids = 783, .sum_minor = 1278562500, .award_dates = 783,
    .award_min = "2013-01-22", .award_max = "2021-01-26", .no_term = 783, .recipient_ids = 322, .recipient_names = 350,
    .funder_ids = 1, .programmes = 3,
    .prefixes = { { "GB-CHC", 739 }, { "GB-SC", 31 }, { "360G", 6 }, { "GB-COH", 5 }, { "GB-NIC", 2 } } },
  { .file = "abct_a001p00000zgyHZAAY.xlsx", .rows = 783, .distinct_ids = 783, .sum_minor = 1278562500, .award_dates = 783,
    .award_min = "2013-01-22", .award_max = "2021-01-26", .no_term = 783, .recipient_ids = 322, .recipient_names = 350,
    .funder_ids = 1, .programmes = 3,
    .prefixes = { { "GB-CHC", 739 }, { "GB-SC", 31 }, { "360G", 6 }, { "GB-COH", 5 }, { "GB-NIC", 2 } } },
  { .file = "abct_multi_funder_with_individuals_awefw001p00000zgyHZAAY.json", .rows = 154, .distinct_ids = 154,
    .sum_minor = 1658936149, .award_dates = 154, .award_min = "2014-09-08", .award_max = "2022-05-20", .starts = 20, .ends = 20,
    .durations = 19, .starts_and_ends = 19, .le12_by_duration = 19, .le12_strict = 19, .le12_lenient = 19, .no_term = 135,
    .recipient_ids = 133, .recipient_names = 47, .funder_ids = 41, .programmes = 41, .individuals = 99,
    .prefixes = { { "360G", 99 }, { "GB-CHC", 44 }, { "GB-NIC", 6 }, { "GB-SC", 3 }, { "GB-COH", 2 } } },
  { .file = "arts_council_england.csv", .rows = 2162, .distinct_ids = 2162, .sum_minor = 4305754300, .award_dates = 2162,
    .award_min = "2013-07-24", .award_max = "2014-03-21", .no_term = 2162, .recipient_names = 2078, .funder_ids = 1,
    .programmes = 1, .prefixes = { { "", 2162 } } },
  { .file = "arts_council_england.xlsx", .rows = 2162, .distinct_ids = 2162, .sum_minor = 4305754300, .award_dates = 2162,
    .award_min = "2013-07-24", .award_max = "2014-03-21", .no_term = 2162, .recipient_names = 2078, .funder_ids = 1,
    .programmes = 1, .prefixes = { { "", 2162 } } },
  { .file = "arts_council_northern_ireland.csv", .rows = 755, .distinct_ids = 692, .ids_used_more_than_once = 57,
    .sum_minor = 2104891447, .award_dates = 755, .award_min = "2015-03-31", .award_max = "2015-03-31", .no_term = 755,
    .recipient_names = 649, .funder_ids = 1, .prefixes = { { "", 755 } } },
  { .file = "baring.json", .rows = 53, .distinct_ids = 53, .sum_minor = 208693700, .award_dates = 53, .award_min = "2014-03-17",
    .award_max = "2015-09-14", .starts = 11, .no_term = 53, .recipient_ids = 48, .recipient_names = 48, .funder_ids = 1,
    .programmes = 8, .prefixes = { { "GB-CHC", 33 }, { "360G", 15 }, { "GB-SC", 4 }, { "NL-KVK", 1 } } },
  { .file = "esmee_fairbairn_5_grants_grantnav-20180903134856.json", .rows = 5, .distinct_ids = 5, .sum_minor = 194648600,
    .award_dates = 5, .award_min = "2017-02-09", .award_max = "2017-11-21", .durations = 5, .recipient_ids = 5,
    .recipient_names = 5, .funder_ids = 1, .programmes = 1, .prefixes = { { "GB-CHC", 3 }, { "360G", 2 } } },
  { .file = "nominet.json", .rows = 270, .distinct_ids = 270, .sum_minor = 1830397701, .award_dates_missing = 270,
    .starts = 270, .ends = 12, .durations = 12, .starts_and_ends = 12, .le12_by_duration = 9, .le12_strict = 8,
    .le12_lenient = 8, .no_term = 258, .recipient_ids = 222, .recipient_names = 223, .funder_ids = 1, .programmes = 12,
    .prefixes = { { "GB-COH", 109 }, { "GB-CHC", 108 }, { "360G", 53 } } },
  { .file = "ocf1.json", .rows = 156, .distinct_ids = 156, .sum_minor = 16982167, .award_dates = 156,
    .award_min = "2013-04-03", .award_max = "2014-03-24", .starts = 85, .ends = 85, .starts_and_ends = 85, .le12_strict = 66,
    .le12_lenient = 79, .no_term = 71, .recipient_ids = 98, .recipient_names = 98, .funder_ids = 1, .programmes = 17,
    .prefixes = { { "360G", 156 } } },
  { .file = "power_to_change_a002400000nO46WAAS.json", .rows = 870, .distinct_ids = 870, .sum_minor = 5162569654,
    .award_dates = 870, .award_min = "2015-01-30", .award_max = "2019-05-13", .starts = 650, .ends = 583, .durations = 571,
    .starts_and_ends = 581, .end_before_start = 5, .le12_by_duration = 191, .le12_strict = 166, .le12_lenient = 188,
    .no_term = 289, .recipient_ids = 694, .recipient_names = 720, .funder_ids = 1, .programmes = 20,
    .prefixes = { { "GB-COH", 745 }, { "360G", 64 }, { "GB-CHC", 48 }, { "GB-EDU", 11 }, { "XI-GRID", 1 }, { "GB-SC", 1 } } },
  { .file = "sport_england_lottery_awards.csv", .rows = 11140, .distinct_ids = 10315, .ids_used_more_than_once = 507,
    .missing_id = 1, .sum_minor = 118085214600, .award_dates = 11140, .award_min = "2009-04-08", .award_max = "2015-03-27",
    .no_term = 11140, .recipient_names = 8482, .funder_ids = 1, .prefixes = { { "", 11140 } } },
  { .file = "wolfson_a002400000KeYdsAAF.json", .rows = 379, .distinct_ids = 379, .sum_minor = 3117845600, .award_dates = 379,
    .award_min = "2014-06-05", .award_max = "2014-12-04", .no_term = 379, .recipient_ids = 305, .recipient_names = 305,
    .funder_ids = 1, .programmes = 4, .prefixes = { { "360G", 378 }, { "XI-GRID", 1 } } },
};

/* Different texts, and how many of them came more than once. */
typedef struct
{
  GHashTable *texts; /* text → count */
} Tally;

static Tally
tally_new (void)
{
  return (Tally){ g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

static void
tally_add (Tally *tally, const char *text)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (tally->texts, text));

  if (text[0] != '\0')
    g_hash_table_replace (tally->texts, g_strdup (text), GUINT_TO_POINTER (count + 1));
}

static guint
tally_size (const Tally *tally)
{
  return g_hash_table_size (tally->texts);
}

static guint
tally_count (const Tally *tally, const char *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (tally->texts, text));
}

static guint
tally_repeated (const Tally *tally)
{
  GHashTableIter iter;
  gpointer count;
  guint repeated = 0;

  g_hash_table_iter_init (&iter, tally->texts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    repeated += GPOINTER_TO_UINT (count) > 1;
  return repeated;
}

static void
tally_clear (Tally *tally)
{
  g_hash_table_unref (tally->texts);
}

/* A file read by its plan, cell by cell. */
typedef struct
{
  TenurePlan *plan;
  TenureTable *table;
  TenureRow row;
  guint columns[TENURE_N_TARGETS];
  guint n_titles;
} Rows;

static void
rows_open (Rows *rows, GFile *file, TenureProfile profile)
{
  g_autoptr (GError) error = NULL;

  *rows = (Rows){ .plan = tenure_plan_new (file, profile, NULL, &error) };
  g_assert_no_error (error);
  rows->table = tenure_table_open (file, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < TENURE_N_TARGETS; i++)
    rows->columns[i] = G_MAXUINT;
  for (guint i = 0; i < rows->plan->columns->len; i++)
    {
      const TenureColumn *column = &g_array_index (rows->plan->columns, TenureColumn, i);

      if (column->item == 0)
        rows->columns[column->target] = i;
    }
  rows->n_titles = rows->plan->columns->len;
  if (rows->plan->sheet > 0)
    g_assert_true (tenure_table_select (rows->table, rows->plan->sheet, &error));
}

static gboolean
rows_next (Rows *rows)
{
  g_autoptr (GError) error = NULL;
  gboolean more;

  do
    more = tenure_table_next (rows->table, &rows->row, &error);
  while (more && rows->row.number <= rows->plan->header_row);
  g_assert_no_error (error);
  for (; rows->n_titles < tenure_table_get_n_titles (rows->table); rows->n_titles++)
    {
      guint item;
      TenureTarget target
          = tenure_plan_recognise (rows->plan, tenure_table_get_title (rows->table, rows->n_titles), &item);

      if (item == 0)
        rows->columns[target] = rows->n_titles;
    }
  return more;
}

static const char *
rows_text (const Rows *rows, TenureTarget target)
{
  guint column = rows->columns[target];

  return target != TENURE_TARGET_NONE && column < rows->row.n_cells ? rows->row.cells[column].text : "";
}

/* The cell of the column called @title, for what no target stands for. */
static const char *
rows_titled (const Rows *rows, const char *title)
{
  for (guint i = 0; i < tenure_table_get_n_titles (rows->table); i++)
    if (g_str_equal (tenure_table_get_title (rows->table, i), title))
      return i < rows->row.n_cells ? rows->row.cells[i].text : "";
  return "";
}

static void
rows_close (Rows *rows)
{
  tenure_plan_free (rows->plan);
  tenure_table_free (rows->table);
}

/* Figures that a document does not keep: which texts the file uses, and how often. */
static void
check_cells (const Grants *truth, GFile *file)
{
  Tally ids = tally_new (), names = tally_new (), references = tally_new (), funders = tally_new ();
  Tally programmes = tally_new (), prefixes = tally_new ();
  guint durations = 0, le12 = 0;
  Rows rows;

  rows_open (&rows, file, TENURE_PROFILE_AUTO);
  g_assert_cmpstr (tenure_profile_get_name (rows.plan->profile), ==, "360giving");
  while (rows_next (&rows))
    {
      const char *id = rows_text (&rows, TENURE_TARGET_ORG_ID);
      TenureReadIdentifier read;
      TenureReadNote note;
      int months = tenure_read_months_text (rows_text (&rows, TENURE_TARGET_DURATION), &note);

      /* Lengths of 0 months count here; the document does not take them for lengths. */
      durations += months >= 0;
      le12 += months >= 0 && months <= 12;
      /* The independent count takes a person where there is no organisation. */
      if (id[0] == '\0')
        id = rows_text (&rows, TENURE_TARGET_INDIVIDUAL);
      read = tenure_read_identifier (id);
      tally_add (&ids, id);
      tally_add (&prefixes, read.scheme[0] != '\0' ? read.scheme : "none");
      tally_add (&names, rows_text (&rows, TENURE_TARGET_ORG_NAME));
      tally_add (&names, rows_titled (&rows, "recipientIndividual/name"));
      tally_add (&references, rows_text (&rows, TENURE_TARGET_REFERENCE));
      tally_add (&funders, rows_text (&rows, TENURE_TARGET_BUYER_ID));
      tally_add (&programmes, rows_text (&rows, TENURE_TARGET_PROGRAMME));
    }
  g_assert_cmpuint (durations, ==, truth->durations);
  g_assert_cmpuint (le12, ==, truth->le12_by_duration);
  g_assert_cmpuint (tally_size (&references), ==, truth->distinct_ids);
  g_assert_cmpuint (tally_repeated (&references), ==, truth->ids_used_more_than_once);
  g_assert_cmpuint (tally_size (&ids), ==, truth->recipient_ids);
  g_assert_cmpuint (tally_size (&names), ==, truth->recipient_names);
  g_assert_cmpuint (tally_size (&funders), ==, truth->funder_ids);
  /* Two files name a programme outside the standard's column, which the independent count does not look at. */
  if (truth->programmes > 0)
    g_assert_cmpuint (tally_size (&programmes), ==, truth->programmes);
  for (gsize i = 0; i < G_N_ELEMENTS (truth->prefixes) && truth->prefixes[i].scheme != NULL; i++)
    g_assert_cmpuint (tally_count (&prefixes, truth->prefixes[i].scheme[0] != '\0' ? truth->prefixes[i].scheme : "none"), ==,
                      truth->prefixes[i].count);
  rows_close (&rows);
  tally_clear (&ids);
  tally_clear (&names);
  tally_clear (&references);
  tally_clear (&funders);
  tally_clear (&programmes);
  tally_clear (&prefixes);
}

/* What the agreements of a document add up to. */
typedef struct
{
  guint rows, missing_id, awards, starts, ends, both, reversed, strict, lenient, no_term, individuals;
  TenureDay award_min, award_max, start_min, end_max;
  gint64 sum;
} Sums;

static void
add_term (Sums *sums, TenureDay start, TenureDay end, TenureDuration duration)
{
  gboolean both = start != TENURE_DAY_NONE && end != TENURE_DAY_NONE;

  sums->starts += start != TENURE_DAY_NONE;
  sums->ends += end != TENURE_DAY_NONE;
  sums->both += both;
  sums->no_term += !both && !duration.known;
  if (start != TENURE_DAY_NONE)
    sums->start_min = sums->start_min == TENURE_DAY_NONE ? start : MIN (sums->start_min, start);
  if (end != TENURE_DAY_NONE)
    sums->end_max = MAX (sums->end_max, end);
  if (!both)
    return;
  if (end < start)
    {
      sums->reversed++;
      return;
    }
  sums->strict += end < tenure_day_add_months (start, 12);
  sums->lenient += end <= tenure_day_add_months (start, 12);
}

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_AGREEMENT, name);
}

static Sums
sum_document (TenureDocument *document)
{
  Sums sums = { .award_min = TENURE_DAY_NONE,
                .award_max = TENURE_DAY_NONE,
                .start_min = TENURE_DAY_NONE,
                .end_max = TENURE_DAY_NONE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCursor) cursor
      = tenure_reader_select (tenure_document_get_reader (document), TENURE_RECORD_AGREEMENT, NULL, 0, &error);
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_AGREEMENT);
  const TenureValue *values;
  TenureId id;

  g_assert_no_error (error);
  while (tenure_cursor_next (cursor, &id, &values, &error))
    {
      TenureDay award;
      gint64 value = 0;

      tenure_record_clear (record);
      for (guint i = 0; i < record->n_fields; i++)
        tenure_record_set (record, i, &values[i]);
      award = tenure_record_get_day (record, field ("award_day"));
      tenure_record_get_integer (record, field ("value"), &value);
      sums.rows++;
      sums.missing_id += !tenure_record_is_known (record, field ("reference"));
      sums.individuals += tenure_record_get_flag (record, field ("to_individual")) == 1;
      sums.sum += value;
      sums.awards += award != TENURE_DAY_NONE;
      if (award != TENURE_DAY_NONE)
        {
          sums.award_min = sums.award_min == TENURE_DAY_NONE ? award : MIN (sums.award_min, award);
          sums.award_max = MAX (sums.award_max, award);
        }
      add_term (&sums, tenure_record_get_day (record, field ("start")), tenure_record_get_day (record, field ("end")),
                tenure_record_get_duration (record, field ("duration")));
    }
  g_assert_no_error (error);
  return sums;
}

static void
check_document (const Grants *truth, TenureDocument *document)
{
  Sums sums = sum_document (document);
  char iso[TENURE_DAY_ISO_SIZE];

  g_assert_cmpuint (sums.rows, ==, truth->rows);
  g_assert_cmpuint (sums.missing_id, ==, truth->missing_id);
  g_assert_cmpint (sums.sum, ==, truth->sum_minor);
  g_assert_cmpuint (sums.awards, ==, truth->award_dates);
  g_assert_cmpuint (sums.rows - sums.awards, ==, truth->award_dates_missing);
  g_assert_cmpstr (tenure_day_to_iso (sums.award_min, iso), ==, truth->award_min != NULL ? truth->award_min : "");
  g_assert_cmpstr (tenure_day_to_iso (sums.award_max, iso), ==, truth->award_max != NULL ? truth->award_max : "");
  g_assert_cmpuint (sums.starts, ==, truth->starts);
  g_assert_cmpuint (sums.ends, ==, truth->ends);
  g_assert_cmpuint (sums.both, ==, truth->starts_and_ends);
  g_assert_cmpuint (sums.reversed, ==, truth->end_before_start);
  g_assert_cmpuint (sums.strict, ==, truth->le12_strict);
  g_assert_cmpuint (sums.lenient, ==, truth->le12_lenient);
  g_assert_cmpuint (sums.no_term, ==, truth->no_term);
  g_assert_cmpuint (sums.individuals, ==, truth->individuals);
}

static void
test_grants (gconstpointer data)
{
  const Grants *truth = data;
  g_autoptr (GFile) file = sample_file (truth->file);
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = NULL;
  g_autoptr (TenureImportReport) again = NULL;
  g_autofree char *before = NULL, *after = NULL;
  const TenureImportTotal *total;

  check_cells (truth, file);
  report = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  g_assert_cmpuint (report->records_read, ==, truth->rows);
  g_assert_cmpuint (report->added, ==, truth->rows);
  g_assert_cmpuint (report->refused, ==, 0);
  g_assert_cmpuint (report->totals->len, ==, 1);
  total = &g_array_index (report->totals, TenureImportTotal, 0);
  g_assert_cmpuint (total->currency, ==, TENURE_CURRENCY_GBP);
  g_assert_cmpint (total->minor, ==, truth->sum_minor);
  g_assert_cmpuint (sample_count_problems (report, "end-before-start"), ==, truth->end_before_start);
  check_document (truth, document);

  before = sample_dump (document);
  again = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  after = sample_dump (document);
  g_assert_cmpuint (again->unchanged, ==, truth->rows);
  g_assert_cmpuint (again->added + again->updated + again->organisations_added, ==, 0);
  g_assert_cmpstr (before, ==, after);
}

/* One register. */
typedef struct
{
  const char *file;
  const char *buyer; /* the answer, for a register that does not say */
  TenureTarget buyers; /* where the independent count found the buyers */
  guint rows, distinct_refs, distinct_buyers, distinct_suppliers, le12, vcse;
  gint64 sum_minor;
  TenureCurrency currency;
  const char *min_start, *max_end, *sheet;
  guint header_row;
} Register;

static const Register registers[] = {
  { .file = "register_lgtc_layout_bom.csv", .buyers = TENURE_TARGET_DEPARTMENT, .rows = 193, .distinct_refs = 193,
    .distinct_buyers = 68, .distinct_suppliers = 175, .le12 = 122, .vcse = 9, .sum_minor = 357945755376,
    .currency = TENURE_CURRENCY_GBP, .min_start = "2016-04-01", .max_end = "2040-07-31", .sheet = "", .header_row = 1 },
  { .file = "register_nhsbsa_layout.csv", .buyer = "Northern Care Board", .rows = 119, .distinct_refs = 119,
    .distinct_suppliers = 104, .le12 = 99, .sum_minor = 257404280000, .min_start = "2019-02-01", .max_end = "2030-10-24",
    .sheet = "", .header_row = 1 },
  { .file = "register_title_rows_and_total.ods", .buyers = TENURE_TARGET_BUYER, .rows = 193, .distinct_refs = 193,
    .distinct_buyers = 68, .distinct_suppliers = 175, .le12 = 122, .vcse = 9, .sum_minor = 357945755376,
    .currency = TENURE_CURRENCY_GBP, .min_start = "2016-04-01", .max_end = "2040-07-31", .sheet = "Contracts Register",
    .header_row = 4 },
  { .file = "register_title_rows_and_total.xlsx", .buyers = TENURE_TARGET_BUYER, .rows = 193, .distinct_refs = 193,
    .distinct_buyers = 68, .distinct_suppliers = 175, .le12 = 122, .vcse = 9, .sum_minor = 357945755376,
    .currency = TENURE_CURRENCY_GBP, .min_start = "2016-04-01", .max_end = "2040-07-31", .sheet = "Contracts Register",
    .header_row = 4 },
};

static void
check_register_cells (const Register *truth, GFile *file)
{
  Tally references = tally_new (), buyers = tally_new (), suppliers = tally_new ();
  guint vcse = 0;
  Rows rows;

  rows_open (&rows, file, TENURE_PROFILE_AUTO);
  g_assert_cmpstr (tenure_profile_get_name (rows.plan->profile), ==, "register");
  g_assert_cmpstr (tenure_plan_get_sheet (rows.plan), ==, truth->sheet);
  g_assert_cmpuint (tenure_plan_get_header_row (rows.plan), ==, truth->header_row);
  while (rows_next (&rows))
    {
      TenureReadNote note;

      tally_add (&references, rows_text (&rows, TENURE_TARGET_REFERENCE));
      tally_add (&buyers, rows_text (&rows, truth->buyers));
      tally_add (&suppliers, rows_text (&rows, TENURE_TARGET_ORG_NAME));
      vcse += tenure_read_answer_text (rows_text (&rows, TENURE_TARGET_ORG_VCS), &note) == TENURE_ANSWER_YES;
    }
  g_assert_cmpuint (tally_size (&references), ==, truth->distinct_refs);
  g_assert_cmpuint (tally_size (&buyers), ==, truth->distinct_buyers);
  g_assert_cmpuint (tally_size (&suppliers), ==, truth->distinct_suppliers);
  g_assert_cmpuint (vcse, ==, truth->vcse);
  rows_close (&rows);
  tally_clear (&references);
  tally_clear (&buyers);
  tally_clear (&suppliers);
}

static void
test_register (gconstpointer data)
{
  const Register *truth = data;
  g_autoptr (GFile) file = sample_file (truth->file);
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = NULL;
  g_autoptr (TenureImportReport) again = NULL;
  const TenureImportTotal *total;
  char iso[TENURE_DAY_ISO_SIZE];
  Sums sums;

  check_register_cells (truth, file);
  report = sample_import (document, file, TENURE_PROFILE_AUTO, truth->buyer);
  sums = sum_document (document);
  g_assert_cmpuint (report->records_read, ==, truth->rows);
  g_assert_cmpuint (report->added, ==, truth->rows);
  g_assert_cmpuint (report->refused, ==, 0);
  g_assert_cmpuint (report->totals->len, ==, 1);
  total = &g_array_index (report->totals, TenureImportTotal, 0);
  g_assert_cmpuint (total->currency, ==, truth->currency);
  g_assert_cmpint (total->minor, ==, truth->sum_minor);
  g_assert_cmpint (sums.sum, ==, truth->sum_minor);
  g_assert_cmpuint (sums.both, ==, truth->rows);
  g_assert_cmpuint (sums.reversed, ==, 0);
  g_assert_cmpuint (sums.lenient, ==, truth->le12);
  g_assert_cmpstr (tenure_day_to_iso (sums.start_min, iso), ==, truth->min_start);
  g_assert_cmpstr (tenure_day_to_iso (sums.end_max, iso), ==, truth->max_end);

  again = sample_import (document, file, TENURE_PROFILE_AUTO, truth->buyer);
  g_assert_cmpuint (again->unchanged, ==, truth->rows);
}

static guint
count_breaks (const char *text)
{
  guint breaks = 0;

  for (; *text != '\0'; text++)
    breaks += *text == '\n';
  return breaks;
}

/* The column whose title is @title. */
static const char *
rows_column (const Rows *rows, const char *title)
{
  for (guint i = 0; i < rows->plan->columns->len; i++)
    if (g_str_equal (g_array_index (rows->plan->columns, TenureColumn, i).shown.title, title))
      return i < rows->row.n_cells ? rows->row.cells[i].text : "";
  g_assert_not_reached ();
}

/* An export of Contracts Finder: quoted cells with line breaks, suppliers packed into one cell, two pairs of dates. */
static void
test_contracts_finder_cells (void)
{
  g_autoptr (GFile) file = sample_file ("contracts_finder_export_2020-09.csv");
  Tally notices = tally_new (), buyers = tally_new (), folded = tally_new ();
  guint blocks = 0, companies = 0, vcse = 0, low_zero = 0, high_blank = 0, rows_read = 0, last_line = 0;
  Rows rows;

  rows_open (&rows, file, TENURE_PROFILE_AUTO);
  g_assert_cmpuint (rows.plan->columns->len, ==, 43);
  while (rows_next (&rows))
    {
      g_autoptr (GArray) suppliers = tenure_suppliers_parse (rows_text (&rows, TENURE_TARGET_SUPPLIERS));
      g_autofree char *buyer = tenure_text_dup_key (rows_text (&rows, TENURE_TARGET_BUYER));

      g_assert_cmpuint (rows.row.n_cells, ==, 43);
      g_assert_cmpuint (rows.row.line, ==, last_line == 0 ? 2 : last_line);
      last_line = rows.row.line + 1;
      for (guint i = 0; i < rows.row.n_cells; i++)
        last_line += count_breaks (rows.row.cells[i].text);
      rows_read++;
      tally_add (&notices, rows_text (&rows, TENURE_TARGET_REFERENCE));
      tally_add (&buyers, rows_text (&rows, TENURE_TARGET_BUYER));
      tally_add (&folded, buyer);
      low_zero += g_str_equal (rows_column (&rows, "Value Low"), "0");
      high_blank += g_str_equal (rows_column (&rows, "Value High"), "");
      blocks += suppliers->len;
      for (guint i = 0; i < suppliers->len; i++)
        {
          const TenureSupplier *supplier = &g_array_index (suppliers, TenureSupplier, i);

          companies += g_str_equal (supplier->identifier.scheme, "GB-COH") && supplier->identifier.value[0] != 0;
          vcse += supplier->vcse == TENURE_ANSWER_YES;
        }
    }
  g_assert_cmpuint (rows_read, ==, 380);
  g_assert_cmpuint (last_line - 1, ==, 2497);
  g_assert_cmpuint (tally_size (&notices), ==, 380);
  g_assert_cmpuint (tally_size (&buyers), ==, 159);
  g_assert_cmpuint (tally_size (&folded), ==, 155);
  g_assert_cmpuint (low_zero, ==, 26);
  g_assert_cmpuint (high_blank, ==, 220);
  g_assert_cmpuint (blocks, ==, 917);
  g_assert_cmpuint (companies, ==, 164);
  g_assert_cmpuint (vcse, ==, 12);
  rows_close (&rows);
  tally_clear (&notices);
  tally_clear (&buyers);
  tally_clear (&folded);
}

static void
test_contracts_finder_document (void)
{
  g_autoptr (GFile) file = sample_file ("contracts_finder_export_2020-09.csv");
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  g_autoptr (TenureImportReport) again = NULL;
  Sums sums = sum_document (document);
  char iso[TENURE_DAY_ISO_SIZE];

  g_assert_cmpuint (report->profile, ==, TENURE_PROFILE_REGISTER);
  g_assert_cmpuint (report->added, ==, 380);
  g_assert_cmpuint (report->refused, ==, 0);
  g_assert_cmpint (sums.sum, ==, 1329347545767);
  g_assert_cmpuint (sums.lenient, ==, 164);
  g_assert_cmpuint (sums.reversed, ==, 0);
  g_assert_cmpstr (tenure_day_to_iso (sums.start_min, iso), ==, "2016-04-01");
  g_assert_cmpstr (tenure_day_to_iso (sums.end_max, iso), ==, "2040-07-31");
  again = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  g_assert_cmpuint (again->unchanged, ==, 380);
}

/* Committees and their members: the same council once as a table of memberships, once as JSON with lists. */
typedef struct
{
  const char *file;
  guint boards, empty;
} Memberships;

static const Memberships memberships[] = {
  { "lancashire_cc_committee_memberships.csv", 23, 0 },
  { "lancashire_cc_committees.json", 31, 8 },
};

static void
test_memberships (gconstpointer data)
{
  const Memberships *truth = data;
  g_autoptr (GFile) file = sample_file (truth->file);
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  g_autoptr (TenureImportReport) again = NULL;
  g_autofree char *before = sample_dump (document);
  g_autofree char *after = NULL;

  g_assert_cmpuint (report->profile, ==, TENURE_PROFILE_BOARDS);
  g_assert_cmpuint (report->records_read, ==, 253);
  g_assert_cmpuint (report->added, ==, 253);
  g_assert_cmpuint (report->refused, ==, 0);
  g_assert_cmpuint (report->boards_added, ==, truth->boards);
  g_assert_cmpuint (report->people_added, ==, 84);
  g_assert_cmpuint (sample_count_problems (report, "board-empty"), ==, truth->empty);
  again = sample_import (document, file, TENURE_PROFILE_AUTO, NULL);
  after = sample_dump (document);
  g_assert_cmpuint (again->unchanged, ==, 253);
  g_assert_cmpstr (before, ==, after);
}

static void
test_seats (void)
{
  g_autoptr (GFile) file = sample_file ("lancashire_cc_committee_memberships.csv");
  g_autoptr (TenureDocument) document = sample_document ();
  g_autoptr (TenureImportReport) report = sample_import (document, file, TENURE_PROFILE_BOARDS, NULL);
  guint fields[] = { tenure_record_field_index (TENURE_RECORD_SEAT, "role"),
                     tenure_record_field_index (TENURE_RECORD_SEAT, "title"),
                     tenure_record_field_index (TENURE_RECORD_SEAT, "board"),
                     tenure_record_field_index (TENURE_RECORD_SEAT, "established") };
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureCursor) cursor
      = tenure_reader_select (tenure_document_get_reader (document), TENURE_RECORD_SEAT, fields, 4, &error);
  Tally roles = tally_new (), titles = tally_new (), boards = tally_new ();
  const TenureValue *values;
  GHashTableIter iter;
  gpointer count;
  guint largest = 0;
  TenureId id;

  g_assert_no_error (error);
  while (tenure_cursor_next (cursor, &id, &values, &error))
    {
      g_autofree char *board = g_strdup_printf ("%" G_GINT64_FORMAT, values[2].integer);

      tally_add (&roles, values[0].text);
      if (values[1].kind == TENURE_VALUE_TEXT)
        tally_add (&titles, values[1].text);
      tally_add (&boards, board);
      g_assert_cmpint (values[3].kind, ==, TENURE_VALUE_NULL);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 253);
  g_assert_cmpuint (tally_count (&roles, "chair"), ==, 19);
  g_assert_cmpuint (tally_count (&roles, "vice_chair"), ==, 14); /* 13 deputy chairs and one deputy leader */
  g_assert_cmpuint (tally_count (&roles, "member"), ==, 220);
  g_assert_cmpuint (tally_count (&titles, "Deputy Leader"), ==, 1);
  g_assert_cmpuint (tally_size (&titles), ==, 1);
  g_hash_table_iter_init (&iter, boards.texts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    largest = MAX (largest, GPOINTER_TO_UINT (count));
  g_assert_cmpuint (largest, ==, 84);
  tally_clear (&roles);
  tally_clear (&titles);
  tally_clear (&boards);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (grants); i++)
    {
      g_autofree char *path = g_strconcat ("/truth/grants/", grants[i].file, NULL);

      g_test_add_data_func (path, &grants[i], test_grants);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autofree char *path = g_strconcat ("/truth/registers/", registers[i].file, NULL);

      g_test_add_data_func (path, &registers[i], test_register);
    }
  g_test_add_func ("/truth/contracts-finder/cells", test_contracts_finder_cells);
  g_test_add_func ("/truth/contracts-finder/document", test_contracts_finder_document);
  for (gsize i = 0; i < G_N_ELEMENTS (memberships); i++)
    {
      g_autofree char *path = g_strconcat ("/truth/memberships/", memberships[i].file, NULL);

      g_test_add_data_func (path, &memberships[i], test_memberships);
    }
  g_test_add_func ("/truth/memberships/seats", test_seats);
  status = g_test_run ();
  sample_clean_up ();
  return status;
}
