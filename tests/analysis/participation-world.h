#pragma once

#include "analysis/participation.h"
#include "fixture.h"

G_BEGIN_DECLS

#define POUND 100
#define DAY0 TENURE_DAY_NONE

/* Facts that are put together record by record. */
typedef struct
{
  TenureFacts *facts;
  GArray *budgets, *rates, *meetings, *given, *claims;
} World;

/* With one rate: lived experience, £75 a half day and £150 a day. Two boards. */
World world_new (void);

gint32 world_add_budget (World *world, gint64 pounds, const char *from, const char *to);
gint32 world_add_meeting (World *world, gint32 board, TenureDay held);

/* At the meeting added last. @minutes below 0: not recorded. Lent until the next is added, as claims are. */
TenureFactGiven *world_add_given (World *world, gint32 minutes, TenurePayer payer, gint32 budget, gint32 claim);
TenureFactClaim *world_add_claim (World *world, gint32 budget, TenureClaimState state);

/* (transfer full): of what was put together; the world is used up */
TenureFacts *world_end (World *world);

/* By the generator of the tests. */
World world_new_random (void);

G_END_DECLS
