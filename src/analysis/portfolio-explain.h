#pragma once

#include "analysis/boards.h"
#include "analysis/explanation.h"
#include "analysis/portfolio.h"

G_BEGIN_DECLS

/* Why a figure of the portfolio or of a board is what it is: formula, the records that entered, those left
 * out and what they lack. */

typedef enum
{
  TENURE_PORTFOLIO_FIGURE_AGREEMENTS,
  TENURE_PORTFOLIO_FIGURE_ACTIVE,
  TENURE_PORTFOLIO_FIGURE_ANNUAL_VALUE, /* in the main currency */
  TENURE_PORTFOLIO_FIGURE_MEAN_TERM,
  TENURE_PORTFOLIO_FIGURE_MEDIAN_TERM,
  TENURE_PORTFOLIO_FIGURE_CLIFF,
  TENURE_PORTFOLIO_FIGURE_PILE_UP,
  TENURE_PORTFOLIO_FIGURE_HHI,
  TENURE_PORTFOLIO_FIGURE_PASSED_ON,
  TENURE_PORTFOLIO_FIGURE_VCS_SHARE,
  TENURE_PORTFOLIO_FIGURE_ASSUMED, /* decision days */
  TENURE_PORTFOLIO_FIGURE_TOLD,    /* of the horizon: of how many it is recorded what is secured */
  /* These have parts. */
  TENURE_PORTFOLIO_FIGURE_BANDS,    /* TenureBand */
  TENURE_PORTFOLIO_FIGURE_PURPOSES, /* TenurePurpose */
  TENURE_PORTFOLIO_FIGURE_HORIZON,  /* months, from T's on */
  TENURE_PORTFOLIO_FIGURE_EXPIRIES, /* likewise */
  TENURE_PORTFOLIO_FIGURE_SPEND,    /* years of TenurePortfolio.years */
  TENURE_N_PORTFOLIO_FIGURES,
} TenurePortfolioFigure;

/* The key of the figure in the output of `tenure-cli figures --json`: "annual_value", "mean_term_months", …;
 * static. */
const char *tenure_portfolio_figure_code (TenurePortfolioFigure figure);

/* Whether the figure has no parts; how many it has, 0 also where there is no year with any spend; and the code of one of
 * them: of a band "le12", of a purpose that of the catalogue or "not_recorded", of a month "2027-03", of a year its first
 * day, "2026-04-01". The caller frees. */
gboolean tenure_portfolio_figure_is_whole (TenurePortfolioFigure figure);
guint tenure_portfolio_figure_n_parts (const TenurePortfolio *portfolio, TenurePortfolioFigure figure);
char *tenure_portfolio_figure_dup_part (const TenurePortfolio *portfolio, TenurePortfolioFigure figure, guint part);

/* Reads "annual_value", or "horizon.2027-03" where there are parts. FALSE when @code is none of them. */
gboolean tenure_portfolio_figure_from_code (const TenurePortfolio *portfolio,
                                            const char *code,
                                            TenurePortfolioFigure *out_figure,
                                            guint *out_part);

/* Lines are agreements, or providers for the concentration, all of them, those that weigh most first; apart are those
 * counted in their lead, in another currency, and running ones to an individual; missing names each other agreement
 * left out, and the first field that keeps it out. The caller frees. */
TenureExplanation *tenure_portfolio_explain (const TenurePortfolio *portfolio, TenurePortfolioFigure figure);

/* Likewise of one part, which there must be; of a figure that is one whole, 0. */
TenureExplanation *tenure_portfolio_explain_part (const TenurePortfolio *portfolio,
                                                  TenurePortfolioFigure figure,
                                                  guint part);

/* The yearly value of agreement @index in its own currency, "£30,000", or "not recorded". The caller frees. */
char *tenure_portfolio_dup_annual (const TenurePortfolio *portfolio, guint32 index);

/* Adds, apart: agreement @index as counted in agreement @lead; and every running one of the selection that is outside the
 * scope because its money goes to an individual. */
void tenure_portfolio_explain_lead (const TenurePortfolio *portfolio,
                                    guint32 index,
                                    gint32 lead,
                                    TenureExplanation *explanation);
void tenure_portfolio_explain_individuals (const TenurePortfolio *portfolio, TenureExplanation *explanation);

/* Seats, votes, shares, seats short and power of board @board, with each seat and its holder. The caller
 * frees. */
TenureExplanation *tenure_board_explain (const TenureBoards *boards, guint board);

G_END_DECLS
