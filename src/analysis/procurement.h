#pragma once

#include "analysis/term.h"
#include "catalogue/procurement-hint.h"

G_BEGIN_DECLS

/* Which procurement hints (catalogue/procurement-hint.h) are about an agreement, and on which side of each it lies. */

typedef enum
{
  TENURE_TAX_UNKNOWN,
  TENURE_TAX_NET,   /* VAT comes on top */
  TENURE_TAX_GROSS, /* VAT is in it */
  TENURE_TAX_NONE,  /* no VAT applies */
} TenureTax;

/* What the hints ask of an agreement. Strings are lent. */
typedef struct
{
  const char *kind;               /* as stored; NULL: not recorded */
  const char *regime, *procedure; /* as recorded; NULL: not recorded */
  TenureBuyer buyer;
  TenureTax tax;
  TenureDay award_day, signed_day, start; /* the first that is known is the day that hints must be in force on */
  TenureCurrency currency;
  gboolean total_known;
  gint64 total_minor;    /* value of the agreed term */
  guint64 total_missing; /* TenureMissing: why it is not known; 0 where it cannot be (open-ended) */
  guint n_variations;
  gboolean change_known; /* every variation has its change of price */
  gint64 change_minor;   /* of all of them together */
} TenureProcurementCase;

typedef enum
{
  TENURE_STANDING_REACHED,
  TENURE_STANDING_BELOW,
  TENURE_STANDING_NO_CHANGE, /* of a hint on changes: no variation is recorded */
} TenureStanding;

typedef struct
{
  const TenureProcurementHint *hint;
  TenureStanding standing;
} TenureProcurementFinding;

/* @findings by amount, smallest first. @missing: what hints would need that are not among them; 0 for nothing. */
typedef struct
{
  guint n_findings;
  TenureProcurementFinding findings[TENURE_N_PROCUREMENT_HINTS];
  guint64 missing; /* TenureMissing */
} TenureProcurement;

/* Takes the value of the agreed term into @subject, or what it lacks: of @agreement and its @figures. */
void tenure_procurement_take_total (TenureProcurementCase *subject,
                                    const TenureFactAgreement *agreement,
                                    const TenureAgreementFigures *figures);

/**
 * tenure_procurement:
 *
 * The hints in force on the day of award, else of signature, else the first day of the term, that are about the regime and
 * the buyer. A buyer that is not known may be any. The amounts are in pounds and include VAT; options that were not taken up
 * are not in the value. What reaches an amount without VAT reaches it with VAT too; what lies below it without VAT, or where
 * that is not recorded, is said with that doubt (tenure_procurement_dup_words()). Nothing is said of grants and of what
 * citizens direct, of a regime that is not recorded or that no hint is about, and of amounts in other currencies.
 *
 * Cases and borders: tests/analysis/test-procurement.c.
 */
TenureProcurement tenure_procurement (const TenureProcurementCase *subject);

/* What was found in words, a line each: what is held against the amounts, the hints under what the agreement is to them, how
 * far their sources carry, which are named where there is room for them, and what is missing:
 *
 *   £180,000 over the term, against amounts that include VAT.
 *   Not reached:
 *   • Since 1 Jan 2026, the full Act holds from £207,720 for services of councils outside Wales.
 *   Sources: Procurement Act 2023, Schedule 1 (general knowledge, to be confirmed).
 *
 * NULL where there is nothing to say. The caller frees. */
char *tenure_procurement_dup_words (const TenureProcurement *procurement,
                                    const TenureProcurementCase *subject,
                                    gboolean name_sources);

G_END_DECLS
