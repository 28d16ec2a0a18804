#pragma once

#include "analysis/explanation.h"
#include "analysis/provider.h"

G_BEGIN_DECLS

/* The anatomy of one provider's money: income that is secured, month by month and agreement by agreement, against
 * cost, and reserves running down. What a trustee asks: when does it not add up any more, because of what, and how
 * long do we last.
 *
 * The same reckoning as the shortfall of provider.h: cost is expenditure ÷ 12 a month, income is yearly value ÷ 12 of
 * what is secured on the month's measured day (horizon.h), and, as an assumption, the part of the last accounts'
 * income that running agreements do not explain goes on as it was. */

/* The notice of an end that the Compact asked for, with reasons (docs/domain.md, rule N1, conf. F). The Civil Society
 * Covenant, which replaced it on 17 July 2025, names no number. */
#define TENURE_COMPACT_NOTICE_MONTHS 3

/**
 * TenureAnatomyPart:
 * One agreement that pays in any of the months. A bit for each month on whose measured day it pays so far, itself:
 * where the provider's own lead has the money the bits are the lead's.
 * @notice_by: addMonths (end, −3): the last day on which three months' notice of the end could be given; NONE without
 *   an end
 * @secured_until: of what is open-ended the last day that its notice secures, when that can be told; NONE of all else
 * @short_notice: the funder may end it without cause, and by a shorter notice
 */
typedef struct
{
  guint32 agreement; /* index */
  gint64 annual_minor;
  guint64 secured, committed, extended; /* each within the next */
  TenureDay end;                        /* committed; NONE of what is open-ended */
  TenureDay notice_by;
  TenureDay secured_until;
  gboolean covered; /* a signed successor goes on at once */
  gboolean decided; /* what follows is decided: a decision is recorded, or it is covered */
  gboolean short_notice;
} TenureAnatomyPart;

/**
 * TenureAnatomy:
 * @other_minor: income of the accounts beside running agreements, a year, ≥ 0. Known where the income of the accounts
 *   is, in the currency of the agreements, and the yearly value of every running agreement
 * @below_month: the first month in which secured and other income is less than cost, counted from 0; −1: none of them.
 *   Told where cost and other income are known
 * @reserves_minor: what is left of free reserves at the end of each month, rounded down; below 0 they are used up.
 *   Told where they are recorded and @below_told
 * @shortfall_month: the first with less than nothing left; −1: none. The same as shortfall_month of provider.h
 */
typedef struct
{
  guint organisation;
  TenureCurrency currency;
  TenureHorizon horizon;
  GArray *parts; /* TenureAnatomyPart, what lasts longest first, then the order of the facts */
  gboolean cost_known, other_known, below_told, reserves_told;
  gint64 cost_minor, other_minor; /* a year */
  gint64 free_reserves_minor;     /* of the accounts, where reserves_told */
  gint64 reserves_minor[TENURE_HORIZON_MONTHS];
  int below_month, shortfall_month;
  guint64 missing; /* TenureMissing: what the accounts and the agreements lack for all of it */
} TenureAnatomy;

/**
 * tenure_anatomy_new:
 * @agreements: the @n that @organisation provides, as for tenure_provider_figures()
 *
 * A sum that does not fit in 63 bits makes what rests on it untold.
 * Worked example: tests/analysis/test-anatomy.c.
 *
 * Returns: (transfer full)
 */
TenureAnatomy *tenure_anatomy_new (const TenureProviders *providers, guint organisation, const guint32 *agreements, guint n);
void tenure_anatomy_free (TenureAnatomy *anatomy);

/* The fields of the accounts that are not recorded and stand in the way, "Yearly income, Free reserves"; NULL where
 * there is none. The caller frees. */
char *tenure_anatomy_dup_missing (const TenureAnatomy *anatomy);

/* "notice by 31 Dec 2026", "notice was due by …": three months' notice of the end of @part in short. The caller frees; NULL
 * without an end, and where it is decided what follows. */
char *tenure_anatomy_dup_notice (const TenureAnatomyPart *part, TenureDay as_of);

/* What is said of the end of @part: until when it pays, three months' notice of that, and whether it is decided what
 * follows; of what is open-ended, until when its notice secures it. The caller frees; NULL where neither day is known. */
char *tenure_anatomy_dup_end_words (const TenureAnatomy *anatomy, const TenureAnatomyPart *part, TenureDay as_of);

/* Adds the month in which secured income falls below cost, and a line for each end, to @explanation. */
void tenure_anatomy_explain (const TenureAnatomy *anatomy, const TenureTerms *terms, TenureExplanation *explanation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureAnatomy, tenure_anatomy_free)

G_END_DECLS
