#pragma once

#include "analysis/explanation.h"
#include "analysis/provider.h"

G_BEGIN_DECLS

/* Why the figures of a provider are what they are that `tenure-cli figures --json` has beyond those of
 * analysis/provider-explain.h: counts, the layers ahead one by one, a month of the horizon, effective funders, size. What
 * enters stands in the lines and adds up to the figure; what does not stands apart, with the reason. */

typedef enum
{
  TENURE_PROVIDER_PART_AGREEMENTS,
  TENURE_PROVIDER_PART_ACTIVE,
  TENURE_PROVIDER_PART_COMMITTED, /* these three of one day ahead: part 0 … TENURE_N_AHEAD − 1 */
  TENURE_PROVIDER_PART_EXTENDED,
  TENURE_PROVIDER_PART_POSTS_ENDING,
  TENURE_PROVIDER_PART_HORIZON, /* part: the month, from T's on */
  TENURE_PROVIDER_PART_TOLD,    /* of how many on the horizon it is recorded what is secured */
  TENURE_PROVIDER_PART_FUNDERS,
  TENURE_PROVIDER_PART_SIZE,
  TENURE_N_PROVIDER_PARTS,
} TenureProviderPart;

/* The key of the figure in the output of `tenure-cli figures --json`: "agreements", "committed_minor", "horizon",
 * "effective_funders", …; static. */
const char *tenure_provider_part_code (TenureProviderPart part);

/* Of how many days or months there is one; 0 of a figure that is one whole. And the code of one of them: "m3", or the month
 * "2027-03". The caller frees. */
guint tenure_provider_part_count (TenureProviderPart part);
char *tenure_provider_part_dup_code (TenureProviderPart part, TenureDay as_of, guint at);

/* Reads "active", "committed_minor.m12", "horizon.2027-03", of effective funders "…_at_least", "…_at_most" and
 * "funders" too.
 * FALSE, and nothing set, when @code is none of them. */
gboolean tenure_provider_part_from_code (const char *code, TenureDay as_of, TenureProviderPart *out_part, guint *out_at);

/**
 * tenure_provider_part_explain:
 * @agreements: the @n that @organisation provides, as for tenure_provider_figures()
 * @at: below tenure_provider_part_count(), or 0
 *
 * The summary is the figure with its coverage, of a month what is secured. Lines begin with what they give: "£30,000 a
 * year, …", "2.50, until 31 Mar 2027"; of a month the totals of the layers stand below them.
 * Random providers against the figures: tests/analysis/test-provider-parts.c.
 *
 * Returns: (transfer full)
 */
TenureExplanation *tenure_provider_part_explain (const TenureProviders *providers,
                                                 guint organisation,
                                                 const guint32 *agreements,
                                                 guint n,
                                                 TenureProviderPart part,
                                                 guint at);

G_END_DECLS
