#pragma once

#include "analysis/term.h"

G_BEGIN_DECLS

/* Where the income of each provider comes from: docs/domain.md, section 4, "Provider", and rules D1 and D2. Over all
 * agreements of the document, whatever the filter: a provider depends on all of its funders. */

/* One funder of one provider. */
typedef struct
{
  gint32 provider;     /* index into organisations */
  gint32 funder;       /* index into organisations; -1 for a source of other income */
  const char *source;  /* the name of that source; NULL for a funder of agreements */
  gint64 annual_minor; /* > 0: yearly value of the running agreements × share, or the other income */
} TenureDependency;

/* The income of the accounts looked at, and what of it is known. @known_minor may pass the income: accounts are of a year
 * that has gone. */
typedef struct
{
  guint32 first, n;   /* a run in `dependencies`, largest first */
  guint n_running;    /* running agreements that it provides */
  guint n_known;      /* of those, whose yearly value and funders are known in the currency of the accounts */
  gint64 known_minor; /* Σ of the run */
  guint64 missing;    /* TenureMissing: what stands between this and the whole */
} TenureProviderIncome;

/* N_eff lies between the two: the income of which nothing is known comes from one more funder (low), or from so many
 * that none counts (high). Hundredths, rounded down. */
typedef struct
{
  gboolean known;
  gint64 low, high;
} TenureFunderCount;

typedef struct
{
  const TenureTerms *terms;
  TenureProviderIncome *providers; /* facts->n_organisations of them */
  TenureDependency *dependencies;
  guint n_dependencies;
} TenureProviders;

/**
 * tenure_providers_new:
 *
 * - Yearly values of agreements running on the terms' day, times the funder's share (half-even); an agreement of one
 *   funder is all its; of several without recorded shares nothing is known.
 * - Only in the currency of the provider's accounts. Without income or currency of the accounts nothing can be told, and
 *   `missing` says so.
 * - Other income as recorded; a source that is no funder of an agreement here.
 *
 * 100,000 agreements < 50 ms (tests/bench/bench-analysis.c). Worked example: tests/analysis/test-providers.c.
 */
TenureProviders *tenure_providers_new (const TenureTerms *terms);
void tenure_providers_free (TenureProviders *providers);

/* 1 ÷ Σ s², s being a funder's share of max (income, known): shares 40/30/20/10 give 3.33. Not known without income. */
TenureFunderCount tenure_providers_count_funders (const TenureProviders *providers, guint organisation);

/* By NCVO's bands, cut at £10k, £100k, £1m, £10m, £100m of yearly income; UNKNOWN without income, or in another currency. */
typedef enum
{
  TENURE_SIZE_UNKNOWN,
  TENURE_SIZE_MICRO,
  TENURE_SIZE_SMALL,
  TENURE_SIZE_MEDIUM,
  TENURE_SIZE_LARGE,
  TENURE_SIZE_MAJOR,
  TENURE_SIZE_SUPER_MAJOR,
} TenureSize;

TenureSize tenure_accounts_size (const TenureFactAccounts *accounts);

/* "micro", …: translated words, and stable codes for files; of UNKNOWN "not recorded" and NULL. */
const char *tenure_size_label (TenureSize size);
const char *tenure_size_code (TenureSize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureProviders, tenure_providers_free)

G_END_DECLS
