#include "config.h"
#include "register/members.h"

#include "base/error.h"
#include "store/query.h"

#include "base/count.h"
#include "base/i18n.h"

/* One portfolio of a chain, each narrowing down the one after it. */
typedef struct
{
  TenureId portfolio;
  TenureFilter *rule; /* without the portfolio that it names, which is the next link; NULL for none */
} Link;

static void
clear_link (gpointer data)
{
  g_clear_pointer (&((Link *) data)->rule, tenure_filter_free);
}

void
tenure_members_free (TenureMembers *members)
{
  if (members == NULL)
    return;
  g_free (members->how);
  g_free (members->fault);
  g_free (members);
}

/* --- Reading rules ------------------------------------------------------------------------------------------- */

static TenureFilter *
parse_rule (const char *rule, GError **error)
{
  g_autoptr (TenureFilter) filter = tenure_filter_from_text (rule, error);

  if (filter == NULL)
    return NULL;
  if (tenure_filter_is_empty (filter))
    {
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                           _ ("The rule narrows nothing down: every agreement would belong to the portfolio."));
      return NULL;
    }
  return g_steal_pointer (&filter);
}

static gboolean
may_follow (const GArray *chain, TenureId portfolio, TenureReader *reader, GError **error)
{
  for (guint i = 0; i < chain->len; i++)
    if (g_array_index (chain, Link, i).portfolio == portfolio)
      {
        g_autofree char *name = tenure_reader_dup_title (reader, TENURE_RECORD_PORTFOLIO, portfolio);

        g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                     _ ("The rule leads back to the portfolio “%s”: a portfolio cannot be narrowed down from itself."),
                     name != NULL ? name : _ ("Portfolio"));
        return FALSE;
      }
  if (chain->len >= TENURE_MAX_RULE_CHAIN)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                   _ ("The rule narrows down a portfolio that narrows down another, and so on, more than %d times."),
                   TENURE_MAX_RULE_CHAIN);
      return FALSE;
    }
  return TRUE;
}

/* The rule of a portfolio that another's rule names; “gone” is a fault of the rule. */
static gboolean
load_rule (TenureReader *reader, TenureId portfolio, char **out_rule, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_PORTFOLIO, portfolio, &failure);

  if (record != NULL)
    {
      *out_rule = g_strdup (tenure_record_get_text_by_name (record, "rule"));
      return TRUE;
    }
  if (g_error_matches (failure, TENURE_ERROR, TENURE_ERROR_NOT_FOUND))
    g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                         _ ("The rule narrows down a portfolio that is no longer there."));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* (element-type Link): @portfolio first. @rule: NULL for none. */
static GArray *
read_chain (TenureReader *reader, TenureId portfolio, const char *rule, GError **error)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autofree char *next_rule = g_strdup (rule);

  g_array_set_clear_func (chain, clear_link);
  while (portfolio != TENURE_ID_NONE)
    {
      g_autofree char *own_rule = g_steal_pointer (&next_rule);
      Link link = { .portfolio = portfolio };

      if (own_rule != NULL)
        {
          link.rule = parse_rule (own_rule, error);
          if (link.rule == NULL)
            return NULL;
        }
      portfolio = link.rule != NULL ? tenure_filter_get_portfolio (link.rule) : TENURE_ID_NONE;
      if (link.rule != NULL)
        tenure_filter_set_portfolio (link.rule, TENURE_ID_NONE);
      g_array_append_val (chain, link);
      if (portfolio != TENURE_ID_NONE
          && (!may_follow (chain, portfolio, reader, error) || !load_rule (reader, portfolio, &next_rule, error)))
        return NULL;
    }
  return g_steal_pointer (&chain);
}

gboolean
tenure_members_check_rule (TenureReader *reader, TenureId portfolio, const char *rule, GError **error)
{
  g_autoptr (GArray) chain = NULL;

  g_return_val_if_fail (rule != NULL, FALSE);

  chain = read_chain (reader, portfolio, rule, error);
  return chain != NULL;
}

/* --- Who belongs --------------------------------------------------------------------------------------------- */

static gboolean
add_by_hand (guint8 *how, TenureId portfolio, const TenureBasis *basis, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_AGREEMENT);
  TenureValue value = TENURE_VALUE_OF_INTEGER (portfolio);
  g_autoptr (GArray) ids = NULL;

  tenure_query_filter_by (query, TENURE_RECORD_MEMBERSHIP, tenure_record_field_index (TENURE_RECORD_MEMBERSHIP, "portfolio"),
                          TENURE_FILTER_IS, &value, 1);
  ids = tenure_query_run (query, reader, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      int index = tenure_basis_find (basis, TENURE_RECORD_AGREEMENT, g_array_index (ids, TenureId, i));

      if (index >= 0)
        how[index] |= TENURE_MEMBER_BY_HAND;
    }
  return ids != NULL;
}

/* @whole: what is narrowed down, by agreement; NULL for all agreements. */
static gboolean
add_by_rule (guint8 *how,
             const TenureFilter *rule,
             const guint8 *whole,
             const TenureBasis *basis,
             TenureReader *reader,
             GError **error)
{
  guint n;
  g_autofree guint32 *passed = tenure_filter_apply (rule, basis, reader, &n, NULL, error);

  for (guint i = 0; passed != NULL && i < n; i++)
    if (whole == NULL || whole[passed[i]] != 0)
      how[passed[i]] |= TENURE_MEMBER_BY_RULE;
  return passed != NULL;
}

/* From the end of the chain to its beginning. */
static guint8 *
collect (const GArray *chain, const TenureBasis *basis, TenureReader *reader, GError **error)
{
  gsize n_agreements = MAX (tenure_basis_get_facts (basis)->n_agreements, 1);
  g_autofree guint8 *whole = NULL;

  for (guint i = chain->len; i > 0; i--)
    {
      const Link *link = &g_array_index (chain, Link, i - 1);
      g_autofree guint8 *how = g_new0 (guint8, n_agreements);

      if (!add_by_hand (how, link->portfolio, basis, reader, error))
        return NULL;
      if (link->rule != NULL && !add_by_rule (how, link->rule, whole, basis, reader, error))
        return NULL;
      g_free (whole);
      whole = g_steal_pointer (&how);
    }
  return g_steal_pointer (&whole);
}

static gboolean
is_fault (const GError *error)
{
  return g_error_matches (error, TENURE_ERROR, TENURE_ERROR_INVALID);
}

/* The chain of a stored portfolio; of one whose rule cannot be followed, itself without a rule. NULL with an error. */
static GArray *
read_stored (TenureMembers *self, TenureId portfolio, TenureReader *reader, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *rule = NULL;
  GArray *chain = NULL;

  if (load_rule (reader, portfolio, &rule, &failure))
    {
      self->has_rule = rule != NULL;
      chain = read_chain (reader, portfolio, rule, &failure);
    }
  else if (is_fault (failure))
    {
      g_clear_error (&failure);
      g_set_error_literal (&failure, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("The portfolio is no longer there."));
    }
  if (chain != NULL)
    return chain;
  if (!is_fault (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  self->fault = g_strdup (failure->message);
  return read_chain (reader, portfolio, NULL, error);
}

TenureMembers *
tenure_members_new (TenureId portfolio, const TenureBasis *basis, TenureReader *reader, GError **error)
{
  g_autoptr (TenureMembers) self = g_new0 (TenureMembers, 1);
  g_autoptr (GArray) chain = NULL;

  g_return_val_if_fail (portfolio != TENURE_ID_NONE && basis != NULL && reader != NULL, NULL);

  chain = read_stored (self, portfolio, reader, error);
  if (chain == NULL)
    return NULL;
  self->how = collect (chain, basis, reader, error);
  if (self->how == NULL)
    return NULL;
  for (guint i = 0; i < tenure_basis_get_facts (basis)->n_agreements; i++)
    {
      self->n_members += self->how[i] != 0;
      self->n_by_rule += (self->how[i] & TENURE_MEMBER_BY_RULE) != 0;
      self->n_by_hand += (self->how[i] & TENURE_MEMBER_BY_HAND) != 0;
    }
  return g_steal_pointer (&self);
}

char *
tenure_members_dup_label (const TenureMembers *members)
{
  guint more = members->n_members - members->n_by_rule;
  g_autofree char *by_rule = NULL;
  g_autofree char *by_hand = NULL;

  if (members->n_members == 0)
    /* Translators: agreements in a portfolio */
    return g_strdup (_ ("No agreement yet"));
  if (members->n_by_rule == 0)
    return tenure_count_dup_words (ngettext ("%s agreement by hand", "%s agreements by hand", more), more);
  if (more == 0)
    return tenure_count_dup_words (ngettext ("%s agreement by rule", "%s agreements by rule", members->n_by_rule),
                                   members->n_by_rule);
  /* Translators: agreements in a portfolio: "214 by rule, 3 more by hand". */
  by_rule = tenure_count_dup_label (members->n_by_rule);
  by_hand = tenure_count_dup_label (more);
  return g_strdup_printf (_ ("%1$s agreements by rule, %2$s more by hand"), by_rule, by_hand);
}
