#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* Random portfolios, small, with gaps, odd links and days of several years. From g_test_rand_*, so that the seed of a run
 * makes them again. */

/* Up to 40 agreements of six organisations, the last two of them not voluntary and not known. */
TenureFacts *random_facts_new (void);
TenureFactAgreement random_facts_agreement (gint32 index);

/* TRUE once in @in times. */
gboolean random_facts_chance (int in);

G_END_DECLS
