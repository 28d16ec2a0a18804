#pragma once

#include "store/history-compare.h"
#include "store/history.h"

G_BEGIN_DECLS

/* Words for values that are kept in the words of the program: the rule of a portfolio, the filter, columns and order of a
 * view, the code of a rule. The store knows their text alone; what it means lies above it. Test:
 * tests/app/test-history-words.c. */

/* Puts the labels of all differences of @comparison into words. @reader: asked for the names of portfolios. */
void tenure_history_comparison_put_in_words (TenureHistoryComparison *comparison, TenureReader *reader);

/* The same for one change. */
void tenure_history_change_put_in_words (TenureFieldChange *change, TenureReader *reader);

G_END_DECLS
