#pragma once

#include "analysis/flags.h"

G_BEGIN_DECLS

/* What is put off: flags that somebody looked at and keeps off the list of what needs attention until a day, with a reason.
 * A snooze changes no figure, no flag and no export; only lists of what is to be done go by it.
 *
 * A snooze of a record and a rule holds on day T when
 *
 *   from ≤ T < until      it begins on its first day (none recorded: it always has) and is over on the day it names, and
 *   level ≤ its level     the flag is not worse than it was when it was put off (no level recorded: whatever the level).
 *
 * So a flag that gets worse is listed again at once, whatever the day: nobody has looked at that yet. What is put off before
 * it is flagged has the level NONE: any flag is worse. Other changes of what the rule goes by do not wake it: a date or an
 * amount moved, and what is to be done about it is the same. A flag that is gone and comes back before the day is still put
 * off. Rejected: waking at every change of an input, since half of the inputs change because somebody works on the record,
 * and what was put off would be back the next morning.
 *
 * Tests: tests/analysis/test-snooze.c. */
typedef struct _TenureSnoozes TenureSnoozes;

/* Those of @facts that hold on @as_of, whatever the level. @facts must live as long. */
TenureSnoozes *tenure_snoozes_new (const TenureFacts *facts, TenureDay as_of);
void tenure_snoozes_free (TenureSnoozes *self);

/* The snooze that keeps back what @rule says of @record at @level: its index in the facts, or −1. Of several the one that
 * lasts longest. @record is TENURE_ID_NONE for a rule over everything. @level NONE, of something that is not flagged yet but
 * is to be done, goes by the days alone. */
gint32 tenure_snoozes_find (const TenureSnoozes *self, TenureId record, TenureRuleId rule, TenureLevel level);

/* The same for @flag. A seat's is put off with its board too, a contact's with its organisation. */
gint32 tenure_snoozes_find_flag (const TenureSnoozes *self, const TenureFlag *flag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSnoozes, tenure_snoozes_free)

G_END_DECLS
