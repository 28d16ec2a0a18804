/* What tells the rows of a bulk edit apart, and what becomes of the end of an agreement. */

#include "config.h"
#include "app/forms/bulk-plan.h"

#include "app/forms/draft-check.h"

#include "base/i18n.h"

static char *
dup_label (const TenureRecord *record, const char *field)
{
  return tenure_record_dup_label (record, tenure_record_field_index (record->type, field));
}

/* Of @agreement with the options that were taken up of the agreement @index of @terms. */
static TenureDay
find_committed_end (const TenureRecord *agreement, const TenureTerms *terms, guint index, gboolean *out_open)
{
  const TenureFactAgreement *known = &terms->facts->agreements[index];
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (TenureFacts) facts = tenure_draft_facts_new (agreement, nothing);
  g_autoptr (TenureTerms) alone = NULL;

  g_free (facts->extensions);
  facts->extensions =
      g_memdup2 (terms->facts->extensions + known->first_extension, known->n_extensions * sizeof (TenureFactExtension));
  facts->n_extensions = facts->agreements[0].n_extensions = known->n_extensions;
  alone = tenure_terms_new (facts, terms->as_of, NULL);
  *out_open = alone->agreements[0].open_ended;
  return alone->agreements[0].committed_end;
}

TenureBulkCommitment
tenure_bulk_find_commitment (const TenureRecord *before, const TenureRecord *after, const TenureTerms *terms, int index)
{
  TenureBulkCommitment commitment = { .before = TENURE_DAY_NONE, .after = TENURE_DAY_NONE };

  if (terms == NULL || index < 0 || before->type != TENURE_RECORD_AGREEMENT)
    return commitment;
  commitment.before = find_committed_end (before, terms, (guint) index, &commitment.open_before);
  commitment.after = find_committed_end (after, terms, (guint) index, &commitment.open_after);
  return commitment;
}

/* An agreement marked open-ended has no end, whatever is left in the field. */
static char *
dup_last_day (const TenureRecord *record)
{
  if (tenure_record_get_flag (record, tenure_record_field_index (record->type, "open_ended")) > 0)
    return g_strdup (_ ("open-ended"));
  return dup_label (record, "end");
}

/* "1 Apr 2024 – 31 Mar 2027"; NULL when neither day is recorded. */
static char *
dup_term (const TenureRecord *record)
{
  g_autofree char *first = dup_label (record, "start");
  g_autofree char *last = dup_last_day (record);

  if (first == NULL && last == NULL)
    return NULL;
  /* Translators: the first and the last day of an agreement, "?" for one that is not recorded, "open-ended" for no last. */
  return g_strdup_printf (_ ("%1$s – %2$s"), first != NULL ? first : "?", last != NULL ? last : "?");
}

static char *
dup_committed_end (TenureDay day, gboolean open)
{
  if (open)
    return g_strdup (_ ("open-ended"));
  return tenure_day_is_known (day) ? tenure_day_dup_label (day) : g_strdup ("?");
}

/* Whether a change leaves it as it is, and the signed end, or that there is none, says it all. */
static gboolean
is_said_by_term (const TenureRecord *agreement, TenureBulkCommitment commitment)
{
  if (commitment.before != commitment.after || commitment.open_before != commitment.open_after)
    return FALSE;
  return !tenure_day_is_known (commitment.before)
         || commitment.before == tenure_record_get_day (agreement, tenure_record_field_index (agreement->type, "end"));
}

/* NULL where the term says it all. */
static char *
dup_commitment (const TenureRecord *agreement, TenureBulkCommitment commitment)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (is_said_by_term (agreement, commitment))
    return NULL;
  before = dup_committed_end (commitment.before, commitment.open_before);
  after = dup_committed_end (commitment.after, commitment.open_after);
  if (commitment.open_before != commitment.open_after)
    /* Translators: of an agreement, before and after a change: a last day, "open-ended", or "?" where it cannot be told. */
    return g_strdup_printf (_ ("committed end: %1$s → %2$s"), before, after);
  if (commitment.before == commitment.after)
    /* Translators: of an agreement: the last day on which funding is promised, which is not the signed end. */
    return g_strdup_printf (_ ("committed to %s"), before);
  /* Translators: the same before and after a change, "?" for one that cannot be told. */
  return g_strdup_printf (_ ("committed to %1$s → %2$s"), before, after);
}

char *
tenure_bulk_dup_detail (const TenureRecord *record, TenureBulkCommitment commitment)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (record != NULL, NULL);

  if (record->type == TENURE_RECORD_AGREEMENT)
    {
      char *parts[] = { dup_label (record, "provider"), dup_label (record, "reference"), dup_term (record),
                        dup_commitment (record, commitment) };

      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          if (parts[i] != NULL)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
          g_free (parts[i]);
        }
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
