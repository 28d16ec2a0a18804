/* One organisation's income against its cost: analysis/anatomy.h as a picture. */

#include "config.h"
#include "report/charts-private.h"

#include "analysis/anatomy.h"
#include "chart/anatomy.h"

#include "base/i18n.h"

G_STATIC_ASSERT (TENURE_HORIZON_MONTHS <= TENURE_ANATOMY_MAX_MONTHS);

/* Nothing signed follows on what is named at its end. */
static TenureAnatomyAgreement
make_agreement (const TenureChartRequest *request, const TenureAnatomyPart *part, const char *remark, const char *end_words)
{
  const TenureFactAgreement *fact = &request->analysis->facts->agreements[part->agreement];

  return (TenureAnatomyAgreement){ .record = fact->id,
                                   .name = fact->title,
                                   .annual_minor = MAX (part->annual_minor, 0),
                                   .secured = part->secured,
                                   .committed = part->committed,
                                   .extended = part->extended,
                                   .end = part->covered                     ? TENURE_DAY_NONE
                                          : tenure_day_is_known (part->end) ? part->end
                                                                            : part->secured_until,
                                   .remark = remark,
                                   .notice_by = part->notice_by,
                                   .end_words = part->covered ? NULL : end_words };
}

static gboolean
is_too_large (const TenureAnatomy *anatomy)
{
  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    if (anatomy->horizon.months[i].extended.overflows)
      return TRUE;
  return FALSE;
}

static TenureAnatomyData
make_data (const TenureChartRequest *request, const TenureAnatomy *anatomy)
{
  return (TenureAnatomyData){ .first_month = anatomy->horizon.months[0].month,
                              .n_months = anatomy->parts->len > 0 ? TENURE_HORIZON_MONTHS : 0,
                              .n_agreements = anatomy->parts->len,
                              .other_known = anatomy->other_known,
                              .cost_known = anatomy->cost_known,
                              .below_told = anatomy->below_told,
                              .reserves_told = anatomy->reserves_told,
                              .other_minor = anatomy->other_minor,
                              .cost_minor = anatomy->cost_minor,
                              .reserves_minor = anatomy->reserves_minor,
                              .below_month = anatomy->below_month,
                              .shortfall_month = anatomy->shortfall_month,
                              .year_start_month = tenure_options_year_first_month (&request->analysis->terms->options),
                              .currency = anatomy->currency,
                              .too_large = is_too_large (anatomy) };
}

TenureScene *
tenure_report_chart_anatomy (const TenureChartRequest *request, guint organisation, const TenureSelection *provided)
{
  g_autoptr (TenureAnatomy) anatomy =
      tenure_anatomy_new (request->analysis->providers, organisation, provided->agreements, provided->n_agreements);
  g_autofree TenureAnatomyAgreement *agreements = g_new (TenureAnatomyAgreement, MAX (anatomy->parts->len, 1));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *things = g_strdup (ngettext ("planned or running agreement that it provides",
                                                "planned and running agreements that it provides", anatomy->horizon.of));
  g_autofree char *missing = tenure_anatomy_dup_missing (anatomy);
  TenureAnatomyData data = make_data (request, anatomy);

  for (guint i = 0; i < anatomy->parts->len; i++)
    {
      const TenureAnatomyPart *part = &g_array_index (anatomy->parts, TenureAnatomyPart, i);
      char *end_words = tenure_anatomy_dup_end_words (anatomy, part, request->analysis->as_of);

      char *remark = tenure_day_is_known (part->end) ? tenure_anatomy_dup_notice (part, request->analysis->as_of)
                                                     : g_strdup (_ ("open-ended, by its notice"));

      g_ptr_array_add (words, end_words);
      g_ptr_array_add (words, remark);
      agreements[i] = make_agreement (request, part, remark, end_words);
    }
  data.agreements = agreements;
  data.missing = missing;
  data.notes = tenure_chart_request_notes (request, things, anatomy->horizon.known, anatomy->horizon.of,
                                           _ ("no dates or no yearly value recorded"));
  return tenure_chart_anatomy (&data, request->width, request->height, request->theme);
}
