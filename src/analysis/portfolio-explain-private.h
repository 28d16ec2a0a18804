#pragma once

#include "analysis/portfolio-explain.h"
#include "analysis/portfolio-private.h"

G_BEGIN_DECLS

/* Which agreements a figure of the portfolio is made of, and what of each: a row a figure (portfolio-explain-rows.c), from
 * which its explanation is written (portfolio-explain.c). */

/* A figure that is asked about: of those that have parts, one. */
typedef struct
{
  const TenurePortfolio *portfolio;
  guint part;         /* a band, a purpose, a month of the horizon or a year of the spend; 0 where there are none */
  const gint64 *kept; /* only of a figure that asks whose the money is: what each agreement keeps of its own */
} TenureAsked;

/* What a figure says of one agreement. */
typedef enum
{
  TENURE_PART_ABSENT, /* the figure is not about it */
  TENURE_PART_ENTERS,
  TENURE_PART_BESIDE, /* it would enter but for what its line says */
  TENURE_PART_LACKS,  /* it would enter if something were recorded */
} TenureExplainPart;

typedef enum
{
  TENURE_FIGURE_WHOLE, /* has no parts */
  TENURE_FIGURE_OF_BAND,
  TENURE_FIGURE_OF_PURPOSE,
  TENURE_FIGURE_OF_MONTH,
  TENURE_FIGURE_OF_YEAR,
} TenureFigureParts;

typedef struct
{
  const char *code;
  const char *title;
  const char *formula;
  TenureExplainPart (*part) (const TenureAsked *asked, guint32 index);
  char *(*dup_value) (const TenureAsked *asked, guint32 index);
  TenureFigure (*value) (const TenureAsked *asked);
  guint32 needs;                                            /* TenureMissing that keep an agreement out */
  gint32 (*lead) (const TenureAsked *asked, guint32 index); /* where its money is counted, or -1; NULL: in itself */
  TenureFigureParts parts;
  gboolean all; /* of all agreements there are, not of those of the portfolio */
} TenurePortfolioRow;

/* Of months and years (portfolio-explain-months.c), for the rows. */
TenureExplainPart tenure_explain_part_horizon (const TenureAsked *asked, guint32 index);
TenureExplainPart tenure_explain_part_told (const TenureAsked *asked, guint32 index);
TenureExplainPart tenure_explain_part_expiries (const TenureAsked *asked, guint32 index);
TenureExplainPart tenure_explain_part_spend (const TenureAsked *asked, guint32 index);
gint32 tenure_explain_lead_of_horizon (const TenureAsked *asked, guint32 index);
char *tenure_explain_dup_layer (const TenureAsked *asked, guint32 index);
char *tenure_explain_dup_secured (const TenureAsked *asked, guint32 index);
char *tenure_explain_dup_expiry (const TenureAsked *asked, guint32 index);
char *tenure_explain_dup_spend (const TenureAsked *asked, guint32 index);
TenureFigure tenure_explain_value_horizon (const TenureAsked *asked);
TenureFigure tenure_explain_value_told (const TenureAsked *asked);
TenureFigure tenure_explain_value_expiries (const TenureAsked *asked);
TenureFigure tenure_explain_value_spend (const TenureAsked *asked);

/* "31 Mar 2027, £30,000 a year". */
char *tenure_explain_dup_end_and_annual (const TenureAsked *asked, guint32 index);

/* @value, and where its money is counted instead; @lead -1: nowhere else. */
char *tenure_explain_dup_with_lead (const TenureAsked *asked, const char *value, gint32 lead);

extern const TenurePortfolioRow tenure_portfolio_rows[TENURE_N_PORTFOLIO_FIGURES];

G_END_DECLS
