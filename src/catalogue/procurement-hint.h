#pragma once

#include "catalogue/rule.h"

#include "base/money.h"

G_BEGIN_DECLS

/* What the law and codes of procurement name in money, each from a day on: docs/domain.md, section 3, "Procurement hints". A
 * hint is data and never advice: it says what its source says, of whom and since when, and nobody is told what to do. A new
 * hint is a new row of the table; what a row is held against is analysis/procurement.h. */

/* Under which rules an agreement was bought, as far as a hint is about them. */
typedef enum
{
  TENURE_REGIME_UNKNOWN,            /* nothing is recorded */
  TENURE_REGIME_NONE,               /* recorded as none, or exempt */
  TENURE_REGIME_OTHER,              /* recorded as something that no hint is about */
  TENURE_REGIME_PROCUREMENT_ACT,    /* Procurement Act 2023 */
  TENURE_REGIME_LIGHT_TOUCH,        /* its light touch contracts, where regime or route says so */
  TENURE_REGIME_PROVIDER_SELECTION, /* Provider Selection Regime */
} TenureRegime;

/* Who buys, where a figure differs by that. */
typedef enum
{
  TENURE_BUYER_UNKNOWN, /* not recorded, another body, or several of different kinds */
  TENURE_BUYER_COUNCIL,
  TENURE_BUYER_CENTRAL, /* central government and NHS bodies */
} TenureBuyer;

/* What is held against the amount. */
typedef enum
{
  TENURE_HINT_OF_VALUE,  /* the value of the agreed term */
  TENURE_HINT_OF_CHANGE, /* the recorded changes of price together */
} TenureHintMeasure;

typedef struct
{
  const char *code; /* stable */
  /* Translatable, a sentence: what begins at {amount}, for whom, and since when, {from}; where it has ended, {until}. */
  const char *statement;
  guint regimes; /* 1 << TenureRegime of those that it is about */
  guint buyers;  /* 1 << TenureBuyer of those that it is about; an unknown buyer may be any */
  TenureHintMeasure measure;
  gboolean above;           /* what is more than the amount; else what is as much or more */
  gint64 minor;             /* pounds sterling, VAT included */
  const char *from, *until; /* YYYY-MM-DD, both included; @until NULL: nothing later is known */
  const char *source;       /* translatable; NULL for a local setting */
  TenureConfidence confidence;
} TenureProcurementHint;

#define TENURE_N_PROCUREMENT_HINTS 9

const TenureProcurementHint *tenure_procurement_hint (guint index);

/* Whether @hint is in force on @day, which is known. */
gboolean tenure_procurement_hint_holds (const TenureProcurementHint *hint, TenureDay day);

/* What the words in the fields "regime" and "procedure" (nullable) come to. Registers spell regimes in many ways, so a part
 * of the words is enough: "PSR direct award C" is the Provider Selection Regime. The Public Contracts Regulations had a light
 * touch of their own, which is TENURE_REGIME_OTHER. */
TenureRegime tenure_regime_from_words (const char *regime, const char *procedure);

G_END_DECLS
