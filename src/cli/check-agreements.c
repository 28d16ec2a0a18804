/* Agreements that contradict themselves or each other. */

#include "config.h"
#include "cli/check.h"

#include "analysis/contradiction-list.h"

#include "base/i18n.h"

/* "end", or "funder.share" of a child. */
static char *
dup_field (const TenureContradiction *contradiction)
{
  if (contradiction->record_type == TENURE_RECORD_AGREEMENT)
    return g_strdup (contradiction->field);
  return g_strdup_printf ("%s.%s", tenure_record_def (contradiction->record_type)->table, contradiction->field);
}

/* What the window lists under "To correct" is said here in the same words. */
static void
warn_of_contradictions (TenureCheck *check,
                        const TenureContradictionList *list,
                        const TenureFactAgreement *agreement,
                        guint index)
{
  for (guint i = 0; i < tenure_contradiction_list_count (list, index); i++)
    {
      const TenureContradiction *contradiction = tenure_contradiction_list_get (list, index, i);
      g_autofree char *field = dup_field (contradiction);

      tenure_check_add (check, TENURE_CHECK_WARNING, contradiction->code, TENURE_RECORD_AGREEMENT, agreement->id,
                        agreement->title, field, "%s", contradiction->message);
    }
}

void
tenure_check_agreements (TenureCheck *check, const TenureTerms *terms)
{
  g_autoptr (TenureContradictionList) list = tenure_contradiction_list_new (terms);

  for (guint i = 0; i < terms->n_agreements; i++)
    {
      const TenureFactAgreement *agreement = &terms->facts->agreements[i];

      warn_of_contradictions (check, list, agreement, i);
      if ((agreement->value_known || agreement->annual_known) && agreement->currency == TENURE_CURRENCY_NONE)
        tenure_check_add (check, TENURE_CHECK_WARNING, "currency-missing", TENURE_RECORD_AGREEMENT, agreement->id,
                          agreement->title, "currency", "%s",
                          _ ("It has a value in no recorded currency, so it enters no sum."));
    }
}
