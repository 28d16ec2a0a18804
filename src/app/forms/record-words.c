#include "config.h"
#include "app/forms/record-words.h"

#include "base/i18n.h"

#include "base/count.h"

static char *
dup_label (const TenureRecord *record, const char *name)
{
  return tenure_record_dup_label (record, tenure_record_field_index (record->type, name));
}

/* --- Usual terms ---------------------------------------------------------------------------------------------- */

char *
tenure_usual_terms_dup_title (const TenureRecord *terms)
{
  g_autofree char *funder = dup_label (terms, "funder");
  g_autofree char *kind = dup_label (terms, "kind");

  if (funder == NULL && kind == NULL)
    return g_strdup (_ ("Every funder and kind"));
  /* Translators: which agreements usual terms are for: a funder, then a kind of agreement. */
  return g_strdup_printf (_ ("%1$s: %2$s"), funder != NULL ? funder : _ ("Every funder"),
                          kind != NULL ? kind : _ ("every kind"));
}

static char *
dup_notice_use (const char *length, const TenureUsualTermsUse *use)
{
  g_autofree char *count = use != NULL ? tenure_count_dup_label (use->notices) : NULL;

  if (use == NULL)
    return g_strdup_printf (_ ("Renewal notice %s."), length);
  return g_strdup_printf (ngettext ("Renewal notice %1$s, assumed for %2$s agreement.",
                                    "Renewal notice %1$s, assumed for %2$s agreements.", use->notices),
                          length, count);
}

static char *
dup_lead_use (const char *length, const TenureUsualTermsUse *use)
{
  g_autofree char *count = use != NULL ? tenure_count_dup_label (use->leads) : NULL;

  if (use == NULL)
    return g_strdup_printf (_ ("Lead time %s."), length);
  return g_strdup_printf (
      ngettext ("Lead time %1$s, assumed for %2$s agreement.", "Lead time %1$s, assumed for %2$s agreements.", use->leads),
      length, count);
}

char *
tenure_usual_terms_dup_use (const TenureRecord *terms, const TenureUsualTermsUse *use)
{
  g_autofree char *notice = dup_label (terms, "renewal_notice");
  g_autofree char *lead = dup_label (terms, "lead_time");
  g_autofree char *first = notice != NULL ? dup_notice_use (notice, use) : NULL;
  g_autofree char *second = lead != NULL ? dup_lead_use (lead, use) : NULL;

  if (first == NULL && second == NULL)
    return g_strdup (_ ("Neither renewal notice nor lead time is recorded."));
  if (first == NULL || second == NULL)
    return first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&second);
  return g_strjoin (" ", first, second, NULL);
}

/* --- Exemptions ----------------------------------------------------------------------------------------------- */

static char *
dup_state (const TenureRecord *exemption, TenureDay as_of)
{
  TenureDay from = tenure_record_get_day (exemption, tenure_record_field_index (exemption->type, "from_day"));
  TenureDay review = tenure_record_get_day (exemption, tenure_record_field_index (exemption->type, "review"));
  g_autofree char *begins = tenure_day_is_known (from) ? tenure_day_dup_label (from) : NULL;
  g_autofree char *ends = tenure_day_is_known (review) ? tenure_day_dup_label (review) : NULL;

  if (ends == NULL)
    return g_strdup (_ ("Without a day of review it does not hold."));
  if (review <= as_of)
    return g_strdup_printf (_ ("Ended on %s."), ends);
  if (begins != NULL && from > as_of)
    return g_strdup_printf (_ ("Holds from %1$s until %2$s."), begins, ends);
  return g_strdup_printf (_ ("Holds until %s."), ends);
}

char *
tenure_exemption_dup_words (const TenureRecord *exemption, TenureDay as_of)
{
  const char *reason = tenure_record_get_text_by_name (exemption, "reason");
  const char *who = tenure_record_get_text_by_name (exemption, "granted_by");
  g_autofree char *state = dup_state (exemption, as_of);

  /* Translators: the reason as typed, who decided, and whether it holds: “A pilot” Decided by Jo Reed. Holds until … */
  return g_strdup_printf (_ ("“%1$s” Decided by %2$s. %3$s"), reason != NULL ? reason : "",
                          who != NULL ? who : _ ("nobody named"), state);
}

/* --- Portfolios ----------------------------------------------------------------------------------------------- */

static char *
dup_rule (TenureReader *reader, const char *rule)
{
  g_autoptr (TenureFilter) filter = tenure_filter_from_text (rule, NULL);

  return filter != NULL ? tenure_filter_dup_label (filter, reader) : NULL;
}

static void
add_part (GPtrArray *parts, const TenureRecord *record, const char *field, const char *value)
{
  const TenureRecordDef *def = tenure_record_def (record->type);

  if (value != NULL)
    /* Translators: a field and what it holds: "Owner: A. Okafor". */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%1$s: %2$s"),
                                             _ (def->fields[tenure_record_field_index (record->type, field)].label), value));
}

char *
tenure_portfolio_dup_words (TenureReader *reader, const TenureRecord *portfolio, const TenureMembers *members)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *text = tenure_record_get_text_by_name (portfolio, "rule");
  g_autofree char *rule = text != NULL ? dup_rule (reader, text) : NULL;

  if (members != NULL)
    g_ptr_array_add (parts, tenure_members_dup_label (members));
  add_part (parts, portfolio, "rule", rule);
  add_part (parts, portfolio, "owner", tenure_record_get_text_by_name (portfolio, "owner"));
  add_part (parts, portfolio, "purpose", tenure_record_get_text_by_name (portfolio, "purpose"));
  if (members != NULL && members->fault != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("Its rule is not followed. %s"), members->fault));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
