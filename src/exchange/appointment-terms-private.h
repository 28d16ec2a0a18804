#pragma once

#include "base/day.h"
#include "base/id.h"

G_BEGIN_DECLS

/* The terms of office of one person on one board, as appointments of the document or of this run.
 *
 * A row is an appointment that is there already when it begins on the same day, or ends on the same day, or leaves open
 * what the appointment knows (or the other way round) without contradicting it. Any other term is an appointment of its
 * own: whoever sat from 2018 to 2022 and sits again from 2024 has two, and the later does not overwrite the earlier. */
typedef struct
{
  TenureId seat;
  TenureId appointment;
  TenureDay from, to; /* NONE: not known */
  gboolean met;       /* a row of this run was about it */
} TenureAppointmentTerm;

/* The element of @terms (TenureAppointmentTerm) that a row from @from to @to is about, or NULL. Of several that would do
 * it is one that no row was about yet, and of those the latest. */
TenureAppointmentTerm *tenure_appointment_terms_match (GArray *terms, TenureDay from, TenureDay to);

/* The element that begins last; NULL when there is none. One whose beginning is not known is taken to be the first. */
TenureAppointmentTerm *tenure_appointment_terms_latest (GArray *terms);

/* Whether a term from @from to @to surely shares days with one of @terms. The day on which one ends and the other
 * begins is no overlap. */
gboolean tenure_appointment_terms_overlap (GArray *terms, TenureDay from, TenureDay to);

G_END_DECLS
