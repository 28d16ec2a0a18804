#pragma once

#include "analysis/facts.h"
#include "catalogue/rule.h"

G_BEGIN_DECLS

/* What a computation may be told besides facts and date. NULL where options are taken means the defaults. */
typedef struct
{
  const TenureRule *rules; /* TENURE_N_RULES rows in the order of TenureRuleId, kept by the caller; NULL: the catalogue */
  int year_first_month;    /* 1–12, the month in which a financial year begins; 0: April */
} TenureAnalysisOptions;

/* The agreements of a portfolio or of the filter on screen: distinct indexes into the facts' agreements, in
 * any order, kept by the caller. NULL where a selection is taken means every agreement. */
typedef struct
{
  const guint32 *agreements;
  guint n_agreements;
} TenureSelection;

/* Whose agreements a figure is about. VCS unknown is shown beside, never mixed in; ALL only where a page says
 * so. */
typedef enum
{
  TENURE_SCOPE_VCS,     /* the provider is known to be voluntary sector: "in scope" */
  TENURE_SCOPE_UNKNOWN, /* not recorded whether it is, or no provider recorded */
  TENURE_SCOPE_OTHER,   /* known not to be, or money to an individual */
  TENURE_SCOPE_ALL,
} TenureScope;

/* The rule to go by: the caller's own where @options has rules, else the catalogue's. */
const TenureRule *tenure_options_rule (const TenureAnalysisOptions *options, TenureRuleId id);

int tenure_options_year_first_month (const TenureAnalysisOptions *options);

G_END_DECLS
