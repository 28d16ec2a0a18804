#include "exchange/appointment-terms-private.h"

/* TENURE_DAY_NONE is before every day, so a term whose beginning is not known comes first. */
G_STATIC_ASSERT (TENURE_DAY_NONE < 0);

static gboolean
same_day (TenureDay a, TenureDay b)
{
  return a != TENURE_DAY_NONE && a == b;
}

/* Whether nothing that is known of both rules out that they are one. */
static gboolean
may_be_one (const TenureAppointmentTerm *term, TenureDay from, TenureDay to)
{
  if ((from != TENURE_DAY_NONE && term->from != TENURE_DAY_NONE) || (to != TENURE_DAY_NONE && term->to != TENURE_DAY_NONE))
    return FALSE;
  if (to != TENURE_DAY_NONE && term->from != TENURE_DAY_NONE)
    return term->from <= to;
  return from == TENURE_DAY_NONE || term->to == TENURE_DAY_NONE || from <= term->to;
}

/* Whether @candidate is a better match than @best: not met before met, then the later. */
static gboolean
is_better (const TenureAppointmentTerm *candidate, const TenureAppointmentTerm *best)
{
  if (best == NULL || candidate->met != best->met)
    return best == NULL || best->met;
  return candidate->from >= best->from;
}

TenureAppointmentTerm *
tenure_appointment_terms_match (GArray *terms, TenureDay from, TenureDay to)
{
  TenureAppointmentTerm *best = NULL;
  gboolean dated = from != TENURE_DAY_NONE || to != TENURE_DAY_NONE;

  for (guint i = 0; i < terms->len; i++)
    {
      TenureAppointmentTerm *term = &g_array_index (terms, TenureAppointmentTerm, i);

      if (same_day (term->from, from) || (from == TENURE_DAY_NONE && same_day (term->to, to)))
        return term;
      /* A row without any date is about whichever there is. */
      if ((!dated || same_day (term->to, to) || may_be_one (term, from, to)) && is_better (term, best))
        best = term;
    }
  return best;
}

TenureAppointmentTerm *
tenure_appointment_terms_latest (GArray *terms)
{
  TenureAppointmentTerm *latest = NULL;

  for (guint i = 0; i < terms->len; i++)
    {
      TenureAppointmentTerm *term = &g_array_index (terms, TenureAppointmentTerm, i);

      if (latest == NULL || term->from >= latest->from)
        latest = term;
    }
  return latest;
}

gboolean
tenure_appointment_terms_overlap (GArray *terms, TenureDay from, TenureDay to)
{
  for (guint i = 0; i < terms->len && from != TENURE_DAY_NONE; i++)
    {
      const TenureAppointmentTerm *term = &g_array_index (terms, TenureAppointmentTerm, i);

      if (term->from != TENURE_DAY_NONE && (to == TENURE_DAY_NONE || term->from < to)
          && (term->to == TENURE_DAY_NONE || from < term->to))
        return TRUE;
    }
  return FALSE;
}
