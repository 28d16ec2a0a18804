#pragma once

#include "catalogue/rule-setting.h"

G_BEGIN_DECLS

/* What a rule says in words, with the numbers that it goes by: the same sentence for the program's own rule and for one that
 * a document changed. All translated; the caller frees what is called dup. Test: tests/catalogue/test-rule-setting.c. */

/* "Red when the committed term is 12 months or less."; of a rule that is switched off, that it is. */
char *tenure_rule_dup_statement (const TenureRule *rule);

/* "Portfolios of more than 20 providers". */
char *tenure_rule_dup_applies_to (const TenureRule *rule);

/* Where its numbers come from: the source, "local setting" for a house default, and of a changed rule nothing but the
 * setting: "Local setting: Grants panel, 3 March 2026 (small grants are one year here)". */
char *tenure_rule_dup_source (const TenureRule *rule);

/* "12 months", "70 %", "1.5"; "" where the rule has no such number. */
char *tenure_rule_dup_threshold (const TenureRule *rule, TenureThreshold threshold);

/* All of them, worst first: "red 3 months, amber 6 months, note 12 months"; "" for a rule without a number. */
char *tenure_rule_dup_thresholds (const TenureRule *rule);

/* What a number is called in a form: "Red", "Amber", "Note", or what the second number of @rule is. */
const char *tenure_rule_threshold_label (const TenureRule *rule, TenureThreshold threshold);

/* A number with its unit: "12 months", "70 %". */
char *tenure_rule_unit_dup_label (TenureRuleUnit unit, gint32 number);

/* In what is counted, behind an entry: "months", "days", "per cent", "" for things. */
const char *tenure_rule_unit_name (TenureRuleUnit unit);

G_END_DECLS
