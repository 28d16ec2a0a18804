#include "config.h"
#include "app/forms/renewal.h"

#include "store/query.h"

#include "base/i18n.h"
#include "base/months.h"

#define FIELD(name) tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)

/* What is said of the old term and not of the next. */
static const char *const of_one_term[] = {
  "reference",       "reference_part",   "award_day",      "signed",
  "duration",        "maximum_end",      "extension_text", "terminated",
  "review_day",      "open_ended",       "renewal_status", "decided",
  "decision",        "ended_reason",     "source_status",  "specification_agreed",
  "measures_agreed", "variation_agreed",
};

/* The last day of a term that begins on @from and is as long as that from @start to @end. */
static TenureDay
same_length (TenureDay from, TenureDay start, TenureDay end)
{
  TenureMonths length = tenure_months_between (start, end);

  if (length.part == 0)
    return tenure_day_add_months (from, length.whole) - 1;
  return from + (end - start);
}

static void
set_dates (TenureRecord *record, TenureDay committed_end)
{
  TenureDay start = tenure_record_get_day (record, FIELD ("start"));
  TenureDay end = tenure_record_get_day (record, FIELD ("end"));
  gboolean follows = tenure_day_is_known (committed_end) && committed_end < TENURE_DAY_MAX;
  TenureDay from = follows ? committed_end + 1 : TENURE_DAY_NONE;
  TenureDay to = TENURE_DAY_NONE;

  if (tenure_day_is_known (from) && tenure_day_is_known (start) && tenure_day_is_known (end) && start <= end)
    to = same_length (from, start, end);
  tenure_record_set_day (record, FIELD ("start"), from);
  tenure_record_set_day (record, FIELD ("end"), to);
}

/* --- In the same step ----------------------------------------------------------------------------------------- */

/* That the term before was renewed. */
static void
offer_decision (TenureDraft *draft, const TenureRecord *before, TenureDay today)
{
  const char *status = tenure_record_get_text_by_name (before, "renewal_status");
  g_autofree char *recorded = tenure_record_dup_label (before, FIELD ("renewal_status"));
  TenureDraft *other;

  if (g_strcmp0 (status, "renewed") == 0)
    return;
  other = tenure_draft_new_for (before);
  tenure_record_set_text (other->record, FIELD ("renewal_status"), "renewed");
  if (!tenure_record_is_known (before, FIELD ("decided")))
    tenure_record_set_day (other->record, FIELD ("decided"), today);
  tenure_draft_add_beside (
      draft, other, g_strdup_printf (_ ("Record that “%s” was renewed"), tenure_record_get_text_by_name (before, "title")),
      /* Translators: the recorded state of a renewal: "So far: Not renewing". */
      g_strdup_printf (_ ("So far: %s"), recorded != NULL ? recorded : _ ("not recorded")));
  other->offer->left_out = g_strcmp0 (status, "not_renewing") == 0;
}

static void
offer_place (TenureDraft *draft, const TenureRecord *membership)
{
  const TenureRecordType type = TENURE_RECORD_MEMBERSHIP;
  guint portfolio = tenure_record_field_index (type, "portfolio");
  g_autofree char *name = tenure_record_dup_label (membership, portfolio);
  TenureDraft *other = tenure_draft_new (type, TENURE_CURRENCY_NONE);

  tenure_record_set_reference (other->record, portfolio, tenure_record_get_reference (membership, portfolio));
  tenure_record_set_reference (other->record, tenure_record_field_index (type, "agreement"), draft->record->id);
  /* Translators: what is put into a portfolio is the new term of an agreement. */
  tenure_draft_add_beside (draft, other, g_strdup_printf (_ ("Put it into the portfolio “%s”"), name != NULL ? name : ""),
                           g_strdup (_ ("As the term before was put in by hand")));
}

static gboolean
offer_places (TenureDraft *draft, TenureReader *reader, TenureId before, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_MEMBERSHIP);
  TenureValue value = TENURE_VALUE_OF_INTEGER (before);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) memberships = NULL;

  tenure_query_filter (query, tenure_record_field_index (TENURE_RECORD_MEMBERSHIP, "agreement"), TENURE_FILTER_IS, &value,
                       1);
  ids = tenure_query_run (query, reader, error);
  if (ids != NULL)
    memberships =
        tenure_reader_load_many (reader, TENURE_RECORD_MEMBERSHIP, (const TenureId *) (gpointer) ids->data, ids->len, error);
  if (memberships == NULL)
    return FALSE;
  for (guint i = 0; i < memberships->len; i++)
    if (memberships->pdata[i] != NULL)
      offer_place (draft, memberships->pdata[i]);
  return TRUE;
}

/* --- The new term --------------------------------------------------------------------------------------------- */

static TenureDraft *
make_term (const TenureDraft *old, TenureDay committed_end)
{
  const TenureValue none = { .kind = TENURE_VALUE_NULL };
  TenureDraft *draft = tenure_draft_duplicate (old);

  set_dates (draft->record, committed_end);
  for (gsize i = 0; i < G_N_ELEMENTS (of_one_term); i++)
    tenure_record_set (draft->record, FIELD (of_one_term[i]), &none);
  tenure_draft_set_reference (draft, FIELD ("predecessor"), old->record->id,
                              tenure_record_get_text_by_name (old->record, "title"));
  for (guint i = draft->children->len; i > 0; i--)
    if (((const TenureDraft *) draft->children->pdata[i - 1])->record->type != TENURE_RECORD_FUNDER)
      g_ptr_array_remove_index (draft->children, i - 1);
  tenure_draft_propose (draft);
  return draft;
}

TenureDraft *
tenure_renewal_draft_new (TenureReader *reader, TenureId agreement, TenureDay committed_end, TenureDay today, GError **error)
{
  g_autoptr (TenureDraft) old = tenure_draft_load (reader, TENURE_RECORD_AGREEMENT, agreement, error);
  g_autoptr (TenureDraft) draft = NULL;

  if (old == NULL)
    return NULL;
  draft = make_term (old, committed_end);
  offer_decision (draft, old->record, today);
  return offer_places (draft, reader, agreement, error) ? g_steal_pointer (&draft) : NULL;
}
