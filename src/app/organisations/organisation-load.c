#include "config.h"
#include "app/organisations/organisation-load.h"

#include "analysis/provider.h"
#include "analysis/remaining.h"
#include "store/query.h"

/* Yearly values of one organisation in one currency. */
typedef struct
{
  TenureCurrency currency;
  gint64 minor;
  guint n;
} Sum;

static Sum *
find_sum (GArray *sums, TenureCurrency currency)
{
  Sum fresh = { currency, 0, 0 };

  for (guint i = 0; i < sums->len; i++)
    if (g_array_index (sums, Sum, i).currency == currency)
      return &g_array_index (sums, Sum, i);
  g_array_append_val (sums, fresh);
  return &g_array_index (sums, Sum, sums->len - 1);
}

typedef struct
{
  TenureSnapshot *snapshot;
  guint32 below;
} Above;

/* Whether the yearly value of a lead enters the same sum. */
static gboolean
has_part (guint32 index, gconstpointer data)
{
  const Above *above = data;
  const TenureFactAgreement *facts = tenure_snapshot_get_facts (above->snapshot)->agreements;
  const TenureAgreementFigures *figures = &tenure_snapshot_get_terms (above->snapshot)->agreements[index];

  return facts[index].provider == facts[above->below].provider && facts[index].currency == facts[above->below].currency
         && figures->running == TENURE_FACT_YES && figures->annual_known
         && tenure_snapshot_is_shown (above->snapshot, index);
}

/* What a provider passes on to itself is counted in the agreement through which it passes. */
static void
add_agreement (TenureOrganisationItem *item, GArray **sums, TenureSnapshot *snapshot, guint32 index)
{
  const TenureFactAgreement *fact = &tenure_snapshot_get_facts (snapshot)->agreements[index];
  const TenureAgreementFigures *figures = &tenure_snapshot_get_terms (snapshot)->agreements[index];
  Above above = { snapshot, index };
  gint64 own;
  Sum *sum;

  item->agreements++;
  if (figures->running != TENURE_FACT_YES)
    return;
  item->running++;
  if (!figures->annual_known)
    return;
  if (*sums == NULL)
    *sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  sum = find_sum (*sums, fact->currency);
  own = figures->annual_minor;
  if (tenure_terms_find_lead (tenure_snapshot_get_terms (snapshot), index, has_part, &above) >= 0)
    own = 0;
  if (tenure_money_add (&sum->minor, own))
    sum->n++;
}

/* Currencies are never added: the one that most agreements are in stands for the organisation. */
static void
take_largest_sum (TenureOrganisationItem *item, GArray *sums)
{
  const Sum *largest = NULL;

  for (guint i = 0; sums != NULL && i < sums->len; i++)
    {
      const Sum *sum = &g_array_index (sums, Sum, i);

      if (largest == NULL || sum->n > largest->n)
        largest = sum;
    }
  if (largest == NULL)
    return;
  item->currency = largest->currency;
  item->annual_minor = largest->minor;
  item->annual_known = largest->n;
  item->more_currencies = sums->len > 1;
}

/* How long the money of each organisation lasts. What is shown is grouped by provider first. */
static void
measure_months_left (TenureOrganisationItem **items, TenureSnapshot *snapshot)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  guint n_shown;
  const guint32 *shown = tenure_snapshot_get_shown (snapshot, &n_shown);
  g_autofree guint *next = g_new0 (guint, facts->n_organisations + 1);
  g_autofree guint32 *grouped = g_new (guint32, MAX (n_shown, 1));

  for (guint i = 0; i < facts->n_organisations; i++)
    next[i + 1] = next[i] + items[i]->agreements;
  for (guint i = 0; i < n_shown; i++)
    if (facts->agreements[shown[i]].provider >= 0)
      grouped[next[facts->agreements[shown[i]].provider]++] = shown[i];
  for (guint i = 0; i < facts->n_organisations; i++)
    {
      /* By now `next` points past the organisation's last agreement. */
      items[i]->months_left = tenure_remaining_mean (tenure_snapshot_get_terms (snapshot),
                                                     grouped + next[i] - items[i]->agreements, items[i]->agreements);
    }
}

/* The worst level of each organisation's own flags, those of its agreements left out. */
static guint8 *
find_own_levels (TenureSnapshot *snapshot)
{
  const TenureFlags *flags = tenure_basis_get_flags (tenure_snapshot_get_basis (snapshot));
  guint8 *levels = g_new0 (guint8, MAX (tenure_snapshot_get_facts (snapshot)->n_organisations, 1));

  for (guint i = 0; i < flags->n_flags; i++)
    if (flags->flags[i].record_type == TENURE_RECORD_ORGANISATION)
      levels[flags->flags[i].index] = MAX (levels[flags->flags[i].index], flags->flags[i].level);
  return levels;
}

static TenureOrganisationItem **
make_items (TenureSnapshot *snapshot)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  const TenureFlags *flags = tenure_basis_get_flags (tenure_snapshot_get_basis (snapshot));
  TenureOrganisationItem **items = g_new0 (TenureOrganisationItem *, MAX (facts->n_organisations, 1));
  g_autofree GArray **sums = g_new0 (GArray *, MAX (facts->n_organisations, 1));
  const TenureProviders *providers = tenure_snapshot_get_analysis (snapshot)->providers;
  const TenureFactAccounts *const *accounts = providers->terms->accounts;
  g_autofree guint8 *own_levels = find_own_levels (snapshot);
  guint n_shown;
  const guint32 *shown = tenure_snapshot_get_shown (snapshot, &n_shown);

  for (guint i = 0; i < facts->n_organisations; i++)
    {
      const TenureFactOrganisation *fact = &facts->organisations[i];

      items[i] = tenure_organisation_item_new ();
      items[i]->id = fact->id;
      items[i]->name = g_strdup (fact->name != NULL ? fact->name : "");
      items[i]->name_key = g_utf8_collate_key (items[i]->name, -1);
      items[i]->vcs = fact->vcs;
      items[i]->reserves = tenure_accounts_reserve_months (accounts[i]);
      items[i]->largest = tenure_providers_dependency (providers, i);
      items[i]->largest_most = tenure_providers_dependency_most (providers, i, &items[i]->largest);
      items[i]->own_level = own_levels[i];
    }
  for (guint i = 0; i < n_shown; i++)
    {
      gint32 provider = facts->agreements[shown[i]].provider;

      if (provider < 0)
        continue;
      items[provider]->level = MAX (items[provider]->level, flags->agreement_levels[shown[i]]);
      add_agreement (items[provider], &sums[provider], snapshot, shown[i]);
    }
  for (guint i = 0; i < facts->n_organisations; i++)
    {
      take_largest_sum (items[i], sums[i]);
      g_clear_pointer (&sums[i], g_array_unref);
    }
  measure_months_left (items, snapshot);
  return items;
}

/* Kind and place are not facts of the analysis: read for all in one pass. */
static gboolean
read_details (TenureOrganisationItem **items, TenureSnapshot *snapshot, TenureReader *reader, GError **error)
{
  const guint fields[] = { tenure_record_field_index (TENURE_RECORD_ORGANISATION, "kind"),
                           tenure_record_field_index (TENURE_RECORD_ORGANISATION, "place") };
  const TenureField *kind = &tenure_record_def (TENURE_RECORD_ORGANISATION)->fields[fields[0]];
  g_autoptr (TenureCursor) cursor =
      tenure_reader_select (reader, TENURE_RECORD_ORGANISATION, fields, G_N_ELEMENTS (fields), error);
  g_autoptr (GError) failure = NULL;
  const TenureValue *values;
  TenureId id;

  if (cursor == NULL)
    return FALSE;
  while (tenure_cursor_next (cursor, &id, &values, &failure))
    {
      int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_ORGANISATION, id);

      if (index < 0)
        continue;
      if (values[0].kind == TENURE_VALUE_TEXT)
        items[index]->kind = g_strdup (tenure_field_choice_label (kind, values[0].text));
      if (values[1].kind == TENURE_VALUE_TEXT)
        items[index]->place = g_strdup (values[1].text);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

/* The organisations whose own words match the search; NULL where nothing is searched for. */
static GHashTable *
find_matches (TenureSnapshot *snapshot, TenureReader *reader)
{
  const char *search = tenure_filter_get_search (tenure_snapshot_get_filter (snapshot));
  g_autoptr (TenureQuery) query = NULL;
  g_autoptr (GArray) ids = NULL;
  GHashTable *matches;

  if (*search == '\0')
    return NULL;
  query = tenure_query_new (TENURE_RECORD_ORGANISATION);
  tenure_query_set_search (query, search);
  ids = tenure_query_run (query, reader, NULL);
  matches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (matches, g_memdup2 (&g_array_index (ids, TenureId, i), sizeof (TenureId)));
  return matches;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const TenureOrganisationItem *left = *(TenureOrganisationItem *const *) a;
  const TenureOrganisationItem *right = *(TenureOrganisationItem *const *) b;

  return strcmp (left->name_key, right->name_key);
}

GPtrArray *
tenure_organisation_items_load (TenureSnapshot *snapshot, TenureReader *reader, GError **error)
{
  g_autofree TenureOrganisationItem **items = make_items (snapshot);
  guint n = tenure_snapshot_get_facts (snapshot)->n_organisations;
  gboolean all = tenure_filter_is_empty (tenure_snapshot_get_filter (snapshot));
  g_autoptr (GHashTable) matches = find_matches (snapshot, reader);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean read = read_details (items, snapshot, reader, error);

  for (guint i = 0; i < n; i++)
    {
      gboolean match = matches != NULL && g_hash_table_contains (matches, &items[i]->id);

      if (all || match || items[i]->agreements > 0)
        g_ptr_array_add (shown, items[i]);
      else
        g_object_unref (items[i]);
    }
  g_ptr_array_sort (shown, compare_names);
  return read ? g_steal_pointer (&shown) : NULL;
}
