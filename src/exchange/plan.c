#include "config.h"
#include "exchange/plan-private.h"

#include "base/i18n.h"
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "exchange/header-key-private.h"
#include "exchange/payment-titles-private.h"
#include "exchange/read-date.h"
#include "exchange/table-private.h"

#define HEADER_ROWS 50  /* a header further down is none */
#define SAMPLE_ROWS 100 /* rows looked at in all */
#define MIN_TARGETS 2   /* recognised titles that make a row a header */

/* The beginning of a sheet: rows of texts. */
typedef struct
{
  GPtrArray *rows; /* of GPtrArray of char * */
  GArray *numbers; /* guint: as people count them */
  GError *fault;   /* of the first row that cannot be read; NULL: there is none */
} Sample;

static void
clear_sample (Sample *sample)
{
  g_clear_pointer (&sample->rows, g_ptr_array_unref);
  g_clear_pointer (&sample->numbers, g_array_unref);
  g_clear_error (&sample->fault);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, clear_sample)

static void
clear_column (gpointer data)
{
  TenureColumn *column = data;

  g_free (column->shown.title);
  g_free (column->shown.sample);
}

static gboolean
read_sample (TenureTable *table, Sample *sample, GError **error)
{
  g_autoptr (GError) cause = NULL;
  TenureRow row;

  sample->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  sample->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint n = 0; n < SAMPLE_ROWS && tenure_table_next (table, &row, &cause); n++)
    {
      GPtrArray *cells = g_ptr_array_new_full (row.n_cells, g_free);

      if (row.fault != NULL && sample->fault == NULL)
        tenure_table_refuse (table, row.line > 0 ? row.line : row.number, row.fault_column, row.fault, &sample->fault);
      for (guint i = 0; i < row.n_cells; i++)
        g_ptr_array_add (cells, g_strdup (row.cells[i].text));
      g_ptr_array_add (sample->rows, cells);
      g_array_append_val (sample->numbers, row.number);
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* How many different targets a row of titles names. */
static guint
count_targets (const TenureTitles *titles, const GPtrArray *row)
{
  gboolean seen[TENURE_N_TARGETS] = { FALSE };
  guint count = 0, rank, item;

  for (guint i = 0; i < row->len; i++)
    {
      const TenureTargetDef *def = tenure_titles_find (titles, g_ptr_array_index (row, i), &rank, &item);

      if (def == NULL || seen[def->target])
        continue;
      seen[def->target] = TRUE;
      count++;
    }
  return count;
}

static GPtrArray *
dup_titles (const TenureTable *table)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tenure_table_get_n_titles (table); i++)
    g_ptr_array_add (titles, g_strdup (tenure_table_get_title (table, i)));
  return titles;
}

/* The row of the sample in which @titles knows most; *@out_count is how many. */
static guint
find_header (const TenureTitles *titles, const Sample *sample, guint *out_count)
{
  guint best = 0;

  *out_count = 0;
  for (guint i = 0; i < MIN (sample->rows->len, HEADER_ROWS); i++)
    {
      guint count = count_targets (titles, g_ptr_array_index (sample->rows, i));

      if (count <= *out_count)
        continue;
      *out_count = count;
      best = i;
    }
  return best;
}

static gboolean
is_three_sixty (const GPtrArray *header)
{
  for (guint i = 0; i < header->len; i++)
    if (tenure_title_is_three_sixty (g_ptr_array_index (header, i)))
      return TRUE;
  return FALSE;
}

/* A sheet as one profile sees it. */
typedef struct
{
  TenureProfile profile;
  TenureTitles *titles;
  guint header; /* index in the sample; for tables with titles of their own, 0 */
  guint count;
} Candidate;

static const GPtrArray *
header_of (const Candidate *candidate, const Sample *sample, const GPtrArray *own_titles)
{
  return own_titles != NULL ? own_titles : g_ptr_array_index (sample->rows, candidate->header);
}

static void
consider (Candidate *best, TenureProfile profile, const Sample *sample, const GPtrArray *own_titles)
{
  g_autoptr (TenureTitles) titles = tenure_titles_new (profile);
  guint count, header = 0;

  if (own_titles != NULL)
    count = count_targets (titles, own_titles);
  else
    header = find_header (titles, sample, &count);
  if (count <= best->count)
    return;
  g_clear_pointer (&best->titles, tenure_titles_free);
  *best = (Candidate){ .profile = profile, .titles = g_steal_pointer (&titles), .header = header, .count = count };
}

static TenurePlanColumn
shown_column (const TenurePlan *plan, const Sample *sample, guint first_row, guint index, const char *title)
{
  TenurePlanColumn shown = { .column = index, .title = tenure_text_dup_clean (title) };

  if (shown.title == NULL)
    shown.title = g_strdup ("");
  for (guint i = first_row; i < sample->rows->len && shown.sample == NULL; i++)
    {
      const GPtrArray *row = g_ptr_array_index (sample->rows, i);

      shown.sample = index < row->len ? tenure_text_dup_clean (g_ptr_array_index (row, index)) : NULL;
    }
  return shown;
}

/* Whether one of the first values in a column carries a currency of its own. */
static gboolean
names_currency (const Sample *sample, guint first_row, guint index)
{
  for (guint i = first_row; i < sample->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (sample->rows, i);

      if (index < row->len
          && tenure_read_money_text (g_ptr_array_index (row, index), TENURE_CURRENCY_NONE).currency != TENURE_CURRENCY_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Whether the first values in a column are months, so that "Mar-21" among them is one of 2021: some certainly are, and
 * none is a day without its year. */
static gboolean
holds_months (const Sample *sample, guint first_row, guint index)
{
  guint n_months = 0;

  for (guint i = first_row; i < sample->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (sample->rows, i);
      TenureReadNote note =
          index < row->len ? tenure_read_date_text (g_ptr_array_index (row, index)).note : TENURE_READ_BLANK;

      if (note == TENURE_READ_NO_YEAR)
        return FALSE;
      n_months += note == TENURE_READ_MONTH_ONLY;
    }
  return n_months > 0;
}

/* The column that has @target for @item, or NULL. */
static TenureColumn *
column_with (const TenurePlan *plan, TenureTarget target, guint item)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      TenureColumn *column = &g_array_index (plan->columns, TenureColumn, i);

      if (column->target == target && column->item == item)
        return column;
    }
  return NULL;
}

static void
give_target (TenureColumn *column, const TenureTargetDef *def)
{
  column->target = def != NULL ? def->target : TENURE_TARGET_NONE;
  column->shown.target = def != NULL ? def->name : NULL;
}

static void
add_column (TenurePlan *plan, const Sample *sample, guint first_row, guint index, const char *title)
{
  TenureColumn column = { .shown = shown_column (plan, sample, first_row, index, title),
                          .signed_values = names_currency (sample, first_row, index),
                          .months = holds_months (sample, first_row, index) };
  const TenureTargetDef *def = tenure_titles_find (plan->titles, title, &column.rank, &column.item);
  TenureColumn *rival = def != NULL ? column_with (plan, def->target, column.item) : NULL;

  column.shown.recognised = def != NULL ? def->name : NULL;
  /* Other items of a list (a second recipient) are read for boards only, where they are the members. */
  if (def != NULL && (column.item == 0 || plan->profile == TENURE_PROFILE_BOARDS)
      && (rival == NULL || column.rank < rival->rank))
    {
      if (rival != NULL)
        give_target (rival, NULL);
      give_target (&column, def);
    }
  g_array_append_val (plan->columns, column);
}

static void
fill_targets (TenurePlan *plan)
{
  const TenureTargetDef *defs = tenure_profile_get_targets (plan->profile);
  guint n = 0;

  while (defs[n].target != TENURE_TARGET_NONE)
    n++;
  plan->targets = g_new0 (TenurePlanTarget, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const TenureRecordDef *record = tenure_record_def (defs[i].record);

      plan->targets[i].name = defs[i].name;
      plan->targets[i].label = defs[i].label != NULL
                                   ? _ (defs[i].label)
                                   : _ (record->fields[tenure_record_field_index (defs[i].record, defs[i].field)].label);
    }
}

static TenurePlan *
plan_for (
    TenureTable *table, GFile *file, Candidate *candidate, guint sheet, const Sample *sample, const GPtrArray *own_titles)
{
  TenurePlan *plan = g_new0 (TenurePlan, 1);
  const GPtrArray *header = header_of (candidate, sample, own_titles);
  guint first_row = own_titles != NULL ? 0 : candidate->header + 1;

  plan->file = g_object_ref (file);
  plan->profile = candidate->profile;
  plan->format = tenure_table_get_format (table);
  plan->titles = g_steal_pointer (&candidate->titles);
  plan->sheet = sheet;
  plan->sheet_name = g_strdup (tenure_table_get_sheet_name (table, sheet));
  plan->header_row = own_titles != NULL ? 0 : g_array_index (sample->numbers, guint, candidate->header);
  plan->columns = g_array_new (FALSE, FALSE, sizeof (TenureColumn));
  g_array_set_clear_func (plan->columns, clear_column);
  plan->vcs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < header->len; i++)
    add_column (plan, sample, first_row, i, g_ptr_array_index (header, i));
  fill_targets (plan);
  return plan;
}

/* The best reading of the sheet that @table stands before: no titles in it when no profile knows enough of them. */
static void
judge_sheet (Candidate *best, TenureProfile wanted, const Sample *sample, const GPtrArray *own_titles)
{
  static const TenureProfile profiles[] = { TENURE_PROFILE_REGISTER, TENURE_PROFILE_BOARDS, TENURE_PROFILE_ORGANISATIONS };
  if (wanted != TENURE_PROFILE_AUTO)
    {
      consider (best, wanted, sample, own_titles);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (profiles); i++)
    consider (best, profiles[i], sample, own_titles);
  if (best->profile != TENURE_PROFILE_REGISTER || best->count == 0)
    return;
  if (is_three_sixty (header_of (best, sample, own_titles)))
    best->profile = TENURE_PROFILE_360GIVING;
}

static gboolean
refuse_payments (const TenureTable *table, GError **error)
{
  g_set_error (
      error, TENURE_ERROR, TENURE_ERROR_UNREADABLE,
      _ ("%s looks like a list of payments, not of agreements: no column says when anything starts or ends. Nothing was "
         "taken from it, as payments are recorded under their agreement. If it does list agreements, name the columns of "
         "their start and end so, or import it with “tenure-cli import --profile register”."),
      tenure_table_get_name (table));
  return FALSE;
}

static gboolean
refuse_file (const TenureTable *table, gboolean filled, GError **error)
{
  if (!filled)
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE, _ ("There are no records in %s."),
                 tenure_table_get_name (table));
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE,
                 _ ("No row of %s looks like column titles that Tenure knows, such as “Reference”, “Supplier”, “Start Date” "
                    "and “Contract Value”, or those of 360Giving. Name the columns so and import it again."),
                 tenure_table_get_name (table));
  return FALSE;
}

TenurePlan *
tenure_plan_new (GFile *file, TenureProfile profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureTable) table = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean filled = FALSE, payments = FALSE;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  table = tenure_table_open (file, cancellable, error);
  if (table == NULL)
    return NULL;
  for (guint sheet = 0; sheet < tenure_table_get_n_sheets (table); sheet++)
    {
      g_auto (Sample) sample = { .rows = NULL };
      g_autoptr (GPtrArray) own_titles = NULL;
      Candidate best = { 0 };

      if (sheet > 0 && !tenure_table_select (table, sheet, error))
        return NULL;
      if (!read_sample (table, &sample, error))
        return NULL;
      filled = filled || sample.rows->len > 0;
      if (fault == NULL)
        fault = g_steal_pointer (&sample.fault);
      if (tenure_table_has_titles (table))
        own_titles = dup_titles (table);
      judge_sheet (&best, profile, &sample, own_titles);
      if (best.count >= MIN_TARGETS && profile == TENURE_PROFILE_AUTO && best.profile == TENURE_PROFILE_REGISTER
          && tenure_titles_are_of_payments (best.titles, header_of (&best, &sample, own_titles)))
        payments = TRUE;
      else if (best.count >= MIN_TARGETS)
        return plan_for (table, file, &best, sheet, &sample, own_titles);
      g_clear_pointer (&best.titles, tenure_titles_free);
    }
  /* The row that cannot be read may have been the one with the titles. */
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (payments)
    refuse_payments (table, error);
  else
    refuse_file (table, filled, error);
  return NULL;
}

void
tenure_plan_free (TenurePlan *plan)
{
  if (plan == NULL)
    return;
  g_clear_object (&plan->file);
  g_clear_pointer (&plan->titles, tenure_titles_free);
  g_clear_pointer (&plan->columns, g_array_unref);
  g_clear_pointer (&plan->vcs, g_hash_table_unref);
  g_free (plan->sheet_name);
  g_free (plan->targets);
  g_free (plan->buyer);
  g_free (plan);
}

GFile *
tenure_plan_get_file (const TenurePlan *plan)
{
  return plan->file;
}

TenureProfile
tenure_plan_get_profile (const TenurePlan *plan)
{
  return plan->profile;
}

const char *
tenure_plan_get_sheet (const TenurePlan *plan)
{
  return plan->sheet_name;
}

guint
tenure_plan_get_header_row (const TenurePlan *plan)
{
  return plan->header_row;
}

guint
tenure_plan_get_n_columns (const TenurePlan *plan)
{
  return plan->columns->len;
}

const TenurePlanColumn *
tenure_plan_get_column (const TenurePlan *plan, guint index)
{
  g_return_val_if_fail (index < plan->columns->len, NULL);

  return &g_array_index (plan->columns, TenureColumn, index).shown;
}

const TenurePlanTarget *
tenure_plan_get_targets (const TenurePlan *plan)
{
  return plan->targets;
}

gboolean
tenure_plan_set_target (TenurePlan *plan, guint index, const char *target)
{
  TenureColumn *column, *rival;
  const TenureTargetDef *def = NULL;

  g_return_val_if_fail (index < plan->columns->len, FALSE);

  column = &g_array_index (plan->columns, TenureColumn, index);
  if (target != NULL)
    {
      def = tenure_profile_find_target (plan->profile, target);
      if (def == NULL)
        return FALSE;
      rival = column_with (plan, def->target, column->item);
      if (rival != NULL && rival != column)
        {
          give_target (rival, NULL);
          rival->chosen = TRUE;
        }
    }
  give_target (column, def);
  column->chosen = TRUE;
  return TRUE;
}

TenureReadBasis
tenure_plan_basis_of_title (const TenurePlan *plan, const char *title)
{
  static const char *const total[] = { "total", "award", "sum", "wholelife" };
  static const char *const annual[] = { "annual", "peryear", "perannum", "yearly" };
  g_autofree char *key = tenure_header_key (title, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (annual); i++)
    if (strstr (key, annual[i]) != NULL)
      return TENURE_BASIS_ANNUAL;
  /* The standard's "Amount Awarded" is the whole grant. */
  for (gsize i = 0; i < G_N_ELEMENTS (total); i++)
    if (strstr (key, total[i]) != NULL)
      return TENURE_BASIS_TOTAL;
  return plan->profile == TENURE_PROFILE_360GIVING ? TENURE_BASIS_TOTAL : TENURE_BASIS_UNKNOWN;
}

TenureCurrency
tenure_plan_currency_of_title (const char *title)
{
  g_autofree char *key = tenure_header_key (title, NULL);

  if (strstr (key, "£") != NULL || strstr (key, "gbp") != NULL)
    return TENURE_CURRENCY_GBP;
  if (strstr (key, "€") != NULL || strstr (key, "(eur)") != NULL)
    return TENURE_CURRENCY ('E', 'U', 'R');
  return TENURE_CURRENCY_NONE;
}

TenureTarget
tenure_plan_recognise (const TenurePlan *plan, const char *title, guint *out_item)
{
  guint rank;
  const TenureTargetDef *def = tenure_titles_find (plan->titles, title, &rank, out_item);

  if (def == NULL || (*out_item > 0 && plan->profile != TENURE_PROFILE_BOARDS)
      || column_with (plan, def->target, *out_item) != NULL)
    return TENURE_TARGET_NONE;
  return def->target;
}

TenureQuestions
tenure_plan_get_questions (const TenurePlan *plan)
{
  const TenureColumn *value = column_with (plan, TENURE_TARGET_VALUE, 0);
  TenureQuestions questions = 0;

  if (plan->profile != TENURE_PROFILE_360GIVING && plan->profile != TENURE_PROFILE_REGISTER)
    return 0;
  if (plan->buyer == NULL && column_with (plan, TENURE_TARGET_BUYER, 0) == NULL
      && column_with (plan, TENURE_TARGET_BUYER_ID, 0) == NULL)
    questions |= TENURE_QUESTION_BUYER;
  if (value == NULL)
    return questions;
  if (plan->currency == TENURE_CURRENCY_NONE && column_with (plan, TENURE_TARGET_CURRENCY, 0) == NULL
      && !value->signed_values && tenure_plan_currency_of_title (value->shown.title) == TENURE_CURRENCY_NONE)
    questions |= TENURE_QUESTION_CURRENCY;
  if (plan->basis == TENURE_BASIS_UNKNOWN && tenure_plan_basis_of_title (plan, value->shown.title) == TENURE_BASIS_UNKNOWN)
    questions |= TENURE_QUESTION_BASIS;
  return questions;
}

void
tenure_plan_set_buyer (TenurePlan *plan, const char *name)
{
  g_free (plan->buyer);
  plan->buyer = tenure_text_dup_clean (name);
}

const char *
tenure_plan_get_buyer (const TenurePlan *plan)
{
  return plan->buyer;
}

void
tenure_plan_set_currency (TenurePlan *plan, TenureCurrency currency)
{
  plan->currency = currency;
}

TenureCurrency
tenure_plan_get_currency (const TenurePlan *plan)
{
  return plan->currency;
}

void
tenure_plan_set_basis (TenurePlan *plan, TenureReadBasis basis)
{
  plan->basis = basis;
}

TenureReadBasis
tenure_plan_get_basis (const TenurePlan *plan)
{
  return plan->basis;
}

void
tenure_plan_set_usual_terms (TenurePlan *plan, TenureDuration renewal_notice, TenureDuration lead_time)
{
  plan->renewal_notice = renewal_notice;
  plan->lead_time = lead_time;
}

void
tenure_plan_set_vcs (TenurePlan *plan, const char *name, TenureAnswer vcs)
{
  g_autofree char *key = tenure_text_dup_key (name);

  if (key == NULL)
    return;
  if (vcs == TENURE_ANSWER_UNKNOWN)
    g_hash_table_remove (plan->vcs, key);
  else
    g_hash_table_insert (plan->vcs, g_steal_pointer (&key), GINT_TO_POINTER (vcs + 2));
}

TenureAnswer
tenure_plan_get_vcs (const TenurePlan *plan, const char *name)
{
  g_autofree char *key = g_hash_table_size (plan->vcs) > 0 ? tenure_text_dup_key (name) : NULL;
  gpointer answer = key != NULL ? g_hash_table_lookup (plan->vcs, key) : NULL;

  return answer != NULL ? (TenureAnswer) (GPOINTER_TO_INT (answer) - 2) : TENURE_ANSWER_UNKNOWN;
}
