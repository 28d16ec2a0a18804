#pragma once

#include "app/overview/attention.h"

G_BEGIN_DECLS

/* The five figures of the overview, each with how much of it is known and with its explanation. Without widgets.
 * Tests: tests/app/test-overview.c. */

typedef enum
{
  TENURE_OVERVIEW_FUNDING,   /* what runs, a year */
  TENURE_OVERVIEW_CLIFF,     /* the share of it that ends within 12 months and is not renewed */
  TENURE_OVERVIEW_TERM,      /* the typical term */
  TENURE_OVERVIEW_DECISIONS, /* what needs deciding by the end of the month */
  TENURE_OVERVIEW_BOARDS,    /* who is missing from the table */
  TENURE_N_OVERVIEW_FIGURES,
} TenureOverviewFigureId;

/* Translated texts, owned by the figure. */
typedef struct
{
  char *title;
  char *value;
  char *note;     /* one line that says more */
  char *coverage; /* "180 of 214 known" */
} TenureOverviewFigure;

/* What the figures are made of; all lent. */
typedef struct
{
  const TenureAnalysis *analysis;
  const TenureSelection *selection; /* (nullable): the agreements that the filter lets through */
  const TenureAttentions *attentions;
} TenureOverviewInput;

/* Whom all figures but that of boards are about: "Agreements with VCS organisations. 12 planned or running ones more are of
 * unknown sector and counted in none of the figures." The caller frees. */
char *tenure_overview_dup_scope (const TenureAnalysis *analysis);

/* What it is called before there is anything to count; translated, static. */
const char *tenure_overview_figure_title (TenureOverviewFigureId id);

/* "12 months", "17.4 months": a whole number without a decimal, as agreements are made for. The caller frees. */
char *tenure_overview_dup_months (double months);

TenureOverviewFigure tenure_overview_figure (const TenureOverviewInput *input, TenureOverviewFigureId id);
void tenure_overview_figure_clear (TenureOverviewFigure *figure);

/* Why it is what it is: the formula, the records that entered, those that weigh most first, and apart those that may belong
 * to it and add nothing, each with the reason. The caller frees. */
TenureExplanation *tenure_overview_explain (const TenureOverviewInput *input, TenureOverviewFigureId id);

G_END_DECLS
