#include "config.h"
#include "app/overview/overview-ended.h"

#include <glib/gi18n.h>

TenureDay
tenure_overview_last_end (const TenureAnalysis *analysis, const TenureSelection *selection)
{
  guint n = selection != NULL ? selection->n_agreements : analysis->facts->n_agreements;
  TenureDay last = TENURE_DAY_NONE;

  for (guint i = 0; i < n; i++)
    {
      const TenureAgreementFigures *figures
          = &analysis->terms->agreements[selection != NULL ? selection->agreements[i] : i];
      gboolean over = figures->status == TENURE_STATUS_ENDED || figures->status == TENURE_STATUS_TERMINATED;

      if (!over || !tenure_day_is_known (figures->committed_end))
        return TENURE_DAY_NONE;
      if (!tenure_day_is_known (last) || figures->committed_end > last)
        last = figures->committed_end;
    }
  return last;
}

char *
tenure_overview_dup_ended_sentence (TenureDay as_of, TenureDay last, guint n)
{
  g_autofree char *today = tenure_day_dup_label (as_of);
  g_autofree char *end = tenure_day_dup_label (last);

  /* Translators: how many agreements, the day that is looked at, the last end: "All 120 agreements ended before 21 Nov
   * 2026; the last on 31 Mar 2024." */
  return g_strdup_printf (ngettext ("The only agreement (%1$u) ended before %2$s: on %3$s.",
                                    "All %1$u agreements ended before %2$s; the last on %3$s.", n),
                          n, today, end);
}
