#include "register/basis.h"

#include "register/fact-columns-private.h"
#include "register/lists-private.h"

#include "analysis/provider.h"
#include "store/load-facts.h"

#include <string.h>

/* One record type's ids in order with the index of each, for looking records up. */
typedef struct
{
  TenureId id;
  gint32 index;
} Entry;

struct _TenureBasis
{
  gatomicrefcount refs;
  TenureBasis *read; /* the one that read the document, whose facts, indexes and lists these are; NULL: this one did */
  TenureFacts *facts;
  TenureRule rules[TENURE_N_RULES]; /* as they are on the day, in the portfolio that is looked at */
  TenureAnalysis *analysis;         /* of all agreements */
  guint32 *fired;                   /* rules that fire, by agreement */
  TenureProviderIndex *provided;
  GArray *entries[TENURE_N_RECORDS];
  GPtrArray *lists[TENURE_N_RECORDS]; /* element-type TenureLists: of the fields that were read for their facets */
  GArray *fields[TENURE_N_RECORDS];   /* guint: which */
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  return (left->id > right->id) - (left->id < right->id);
}

/* @first points at the id of the first of @n structs that are @stride bytes apart. */
static GArray *
index_ids (const void *first, gsize stride, guint n)
{
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n);
  gboolean sorted = TRUE;

  for (guint i = 0; i < n; i++)
    {
      Entry entry = { .id = *(const TenureId *) ((const char *) first + i * stride), .index = (gint32) i };

      sorted = sorted && (i == 0 || g_array_index (entries, Entry, i - 1).id < entry.id);
      g_array_append_val (entries, entry);
    }
  if (!sorted)
    g_array_sort (entries, compare_entries);
  return entries;
}

#define INDEX(ARRAY, N) index_ids ((N) > 0 ? &(ARRAY)[0].id : NULL, sizeof *(ARRAY), N)

static void
index_records (TenureBasis *self)
{
  const TenureFacts *facts = self->facts;

  self->entries[TENURE_RECORD_AGREEMENT] = INDEX (facts->agreements, facts->n_agreements);
  self->entries[TENURE_RECORD_ORGANISATION] = INDEX (facts->organisations, facts->n_organisations);
  self->entries[TENURE_RECORD_BOARD] = INDEX (facts->boards, facts->n_boards);
  self->entries[TENURE_RECORD_SEAT] = INDEX (facts->seats, facts->n_seats);
  self->entries[TENURE_RECORD_PERSON] = INDEX (facts->persons, facts->n_persons);
}

/* A bit for each rule. */
G_STATIC_ASSERT (TENURE_N_RULES <= 32);

static void
collect_fired_rules (TenureBasis *self)
{
  const TenureFlags *flags = self->analysis->flags;

  self->fired = g_new0 (guint32, MAX (self->facts->n_agreements, 1));
  for (guint i = 0; i < flags->n_flags; i++)
    {
      const TenureFlag *flag = &flags->flags[i];

      if (flag->record_type == TENURE_RECORD_AGREEMENT && flag->level > TENURE_LEVEL_CANNOT_TELL)
        self->fired[flag->index] |= 1u << flag->rule;
    }
}

static int
find_record (gconstpointer basis, TenureRecordType type, TenureId id)
{
  return tenure_basis_find (basis, type, id);
}

/* Reads the facets of @n records of @type that the facts do not hold. */
static gboolean
read_lists (TenureBasis *self, TenureReader *reader, TenureRecordType type, guint n, GError **error)
{
  const TenureRecordDef *def = tenure_record_def (type);
  GArray *fields = self->fields[type] = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_FACET && tenure_fact_column_find (type, &def->fields[i]) == NULL)
      g_array_append_val (fields, i);
  self->lists[type] =
      tenure_lists_read (reader, type, (const guint *) (gpointer) fields->data, fields->len, n, find_record, self, error);
  return self->lists[type] != NULL;
}

static void
compute (TenureBasis *self, TenureDay as_of, int year_first_month)
{
  TenureAnalysisOptions options = { .rules = self->rules, .year_first_month = year_first_month };

  self->analysis = tenure_analysis_new (self->facts, as_of, &options, NULL);
  collect_fired_rules (self);
}

TenureBasis *
tenure_basis_new (TenureReader *reader, TenureDay as_of, int year_first_month, GCancellable *cancellable, GError **error)
{
  g_autoptr (TenureBasis) self = g_new0 (TenureBasis, 1);

  g_atomic_ref_count_init (&self->refs);
  self->facts = tenure_load_facts (reader, cancellable, error);
  if (self->facts == NULL)
    return NULL;
  tenure_rules_effective (self->facts->rule_settings, self->facts->n_rule_settings, as_of, TENURE_ID_NONE, self->rules);
  compute (self, as_of, year_first_month);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self->provided = tenure_provider_index_new (self->facts);
  index_records (self);
  if (!read_lists (self, reader, TENURE_RECORD_AGREEMENT, self->facts->n_agreements, error)
      || !read_lists (self, reader, TENURE_RECORD_ORGANISATION, self->facts->n_organisations, error))
    return NULL;
  return g_steal_pointer (&self);
}

static TenureBasis *
judge_again (TenureBasis *read, const TenureRule *rules)
{
  const TenureTerms *terms = read->analysis->terms;
  TenureBasis *self = g_new0 (TenureBasis, 1);

  g_atomic_ref_count_init (&self->refs);
  self->read = tenure_basis_ref (read);
  self->facts = read->facts;
  self->provided = read->provided;
  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      self->entries[type] = read->entries[type];
      self->lists[type] = read->lists[type];
      self->fields[type] = read->fields[type];
    }
  memcpy (self->rules, rules, sizeof self->rules);
  compute (self, terms->as_of, terms->options.year_first_month);
  return self;
}

TenureBasis *
tenure_basis_for_portfolio (TenureBasis *self, TenureId portfolio)
{
  TenureBasis *read;
  TenureRule rules[TENURE_N_RULES];

  g_return_val_if_fail (self != NULL, NULL);

  read = self->read != NULL ? self->read : self;
  tenure_rules_effective (read->facts->rule_settings, read->facts->n_rule_settings, read->analysis->as_of, portfolio, rules);
  if (tenure_rules_equal (rules, read->rules))
    return tenure_basis_ref (read);
  if (tenure_rules_equal (rules, self->rules))
    return tenure_basis_ref (self);
  return judge_again (read, rules);
}

TenureBasis *
tenure_basis_ref (TenureBasis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
tenure_basis_unref (TenureBasis *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->fired);
  g_clear_pointer (&self->analysis, tenure_analysis_free);
  if (self->read != NULL)
    {
      tenure_basis_unref (self->read);
      g_free (self);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (self->entries); i++)
    {
      g_clear_pointer (&self->entries[i], g_array_unref);
      g_clear_pointer (&self->lists[i], g_ptr_array_unref);
      g_clear_pointer (&self->fields[i], g_array_unref);
    }
  g_clear_pointer (&self->provided, tenure_provider_index_free);
  g_clear_pointer (&self->facts, tenure_facts_free);
  g_free (self);
}

const TenureAnalysis *
tenure_basis_get_analysis (const TenureBasis *self)
{
  return self->analysis;
}

const TenureFacts *
tenure_basis_get_facts (const TenureBasis *self)
{
  return self->facts;
}

const TenureTerms *
tenure_basis_get_terms (const TenureBasis *self)
{
  return self->analysis->terms;
}

const TenureBoards *
tenure_basis_get_boards (const TenureBasis *self)
{
  return self->analysis->boards;
}

const TenureFlags *
tenure_basis_get_flags (const TenureBasis *self)
{
  return self->analysis->flags;
}

const guint32 *
tenure_basis_get_provided (const TenureBasis *self, guint index, guint *out_n)
{
  const guint32 *first = self->provided->first;

  g_return_val_if_fail (index < self->facts->n_organisations, NULL);

  *out_n = first[index + 1] - first[index];
  return self->provided->agreements + first[index];
}

guint32
tenure_basis_get_fired_rules (const TenureBasis *self, guint index)
{
  g_return_val_if_fail (index < self->facts->n_agreements, 0);

  return self->fired[index];
}

static const TenureLists *
get_lists (const TenureBasis *self, TenureRecordType type, const TenureField *field)
{
  const TenureField *first = tenure_record_def (type)->fields;

  for (guint i = 0; i < self->fields[type]->len; i++)
    if (&first[g_array_index (self->fields[type], guint, i)] == field)
      return self->lists[type]->pdata[i];
  g_assert_not_reached ();
}

const char *const *
tenure_basis_get_names (const TenureBasis *self, TenureRecordType type, const TenureField *field, guint *out_n)
{
  const TenureLists *lists = get_lists (self, type, field);

  *out_n = lists->names->len;
  return (const char *const *) lists->names->pdata;
}

const gint32 *
tenure_basis_get_values (const TenureBasis *self, TenureRecordType type, const TenureField *field, guint index, guint *out_n)
{
  const TenureLists *lists = get_lists (self, type, field);

  *out_n = lists->first[index + 1] - lists->first[index];
  return (const gint32 *) (gpointer) lists->values->data + lists->first[index];
}

int
tenure_basis_find (const TenureBasis *self, TenureRecordType type, TenureId id)
{
  Entry wanted = { .id = id };
  guint place;

  if (type < 0 || type >= TENURE_N_RECORDS || self->entries[type] == NULL)
    return -1;
  if (!g_array_binary_search (self->entries[type], &wanted, compare_entries, &place))
    return -1;
  return g_array_index (self->entries[type], Entry, place).index;
}

TenureLevel
tenure_basis_get_level (const TenureBasis *self, TenureRecordType type, TenureId id)
{
  int index = tenure_basis_find (self, type, id);

  if (index < 0)
    return TENURE_LEVEL_NONE;
  switch ((int) type)
    {
    case TENURE_RECORD_AGREEMENT:
      return self->analysis->flags->agreement_levels[index];
    case TENURE_RECORD_ORGANISATION:
      return self->analysis->flags->organisation_levels[index];
    case TENURE_RECORD_BOARD:
      return self->analysis->flags->board_levels[index];
    case TENURE_RECORD_SEAT:
      return self->analysis->flags->seat_levels[index];
    default:
      return TENURE_LEVEL_NONE;
    }
}
