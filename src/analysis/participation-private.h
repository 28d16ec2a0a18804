#pragma once

#include "analysis/participation.h"

G_BEGIN_DECLS

/* Foretells budget @index, whose commitments are there and in order, and works out when it is used up. */
void tenure_participation_forecast (const TenureParticipation *participation, guint index);

/* What those parts in meeting @meeting that budget @index pays come to; @out_known: whether all could be worked out. The
 * number of parts. */
guint tenure_participation_sum_meeting (
    const TenureParticipation *participation, guint index, guint meeting, gint64 *out_minor, gboolean *out_known);

/* Whether the budget @index is to pay for part @given. */
gboolean tenure_participation_is_under (const TenureFacts *facts, guint given, guint index);

G_END_DECLS
