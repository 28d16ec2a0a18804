#pragma once

#include "analysis/participation.h"

G_BEGIN_DECLS

/* Foretells budget @index, whose commitments are there and in order, and works out when it is used up. */
void tenure_participation_forecast (const TenureParticipation *participation, guint index);

/* What those parts in meeting @meeting that budget @index pays come to; @out_known: whether all could be worked out. Returns
 * how many they are. */
guint tenure_participation_sum_meeting (
    const TenureParticipation *participation, guint index, guint meeting, gint64 *out_minor, gboolean *out_known);

/* Whether claim @claim enters @figure of its budget, one from COMMITTED to PAID; sets @out_minor, and @out_known to whether
 * it is known in the budget's currency. */
gboolean tenure_participation_claim_enters (const TenureParticipation *participation,
                                            guint claim,
                                            TenureBudgetFigure figure,
                                            gboolean *out_known,
                                            gint64 *out_minor);

/* Whether part @given, that nobody has claimed for, is committed under its budget; the same of its cost. */
gboolean tenure_participation_given_enters (const TenureParticipation *participation,
                                            guint given,
                                            gboolean *out_known,
                                            gint64 *out_minor);

/* Whether the budget @index is to pay for part @given. */
gboolean tenure_participation_is_under (const TenureFacts *facts, guint given, guint index);

G_END_DECLS
