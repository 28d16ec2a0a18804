#include "config.h"
#include "cli/check.h"

#include "base/i18n.h"

#include "base/error.h"
#include "register/members.h"
#include "store/query.h"

static gboolean
check_portfolio (TenureCheck *check, TenureReader *reader, TenureId portfolio, GError **error)
{
  g_autoptr (TenureRecord) record = tenure_reader_load (reader, TENURE_RECORD_PORTFOLIO, portfolio, error);
  g_autoptr (GError) fault = NULL;
  const char *rule;

  if (record == NULL)
    return FALSE;
  rule = tenure_record_get_text_by_name (record, "rule");
  if (rule == NULL || tenure_members_check_rule (reader, portfolio, rule, &fault))
    return TRUE;
  if (!g_error_matches (fault, TENURE_ERROR, TENURE_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  tenure_check_add (check, TENURE_CHECK_WARNING, "rule-not-followed", TENURE_RECORD_PORTFOLIO, portfolio,
                    tenure_record_get_text_by_name (record, "name"), "rule",
                    _ ("Its rule cannot be followed, so only what was put in by hand belongs to it. %s"), fault->message);
  return TRUE;
}

gboolean
tenure_check_portfolios (TenureCheck *check, TenureReader *reader, GError **error)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_PORTFOLIO);
  g_autoptr (GArray) ids = tenure_query_run (query, reader, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!check_portfolio (check, reader, g_array_index (ids, TenureId, i), error))
      return FALSE;
  return ids != NULL;
}
