#pragma once

#include "catalogue/rule-words.h"
#include "register/snapshot.h"

G_BEGIN_DECLS

/* What the page of rules says of one rule, beside what the rule says itself. The caller frees. Test:
 * tests/app/test-rule-draft.c. */

/* "12 red, 3 amber; 2 exempted", worst first; "No flag now". */
char *tenure_rule_words_dup_raised (const TenureFlags *flags, TenureRuleId rule);

/* Of a rule with a setting: since when it holds and until when, where, and what the program says instead. NULL for one
 * without. @portfolio: (nullable): the name of the portfolio that is looked at. */
char *tenure_rule_words_dup_setting (const TenureRule *rule, const char *portfolio);

/* The first setting of the rule that is to hold after @as_of in @portfolio (or TENURE_ID_NONE), lent; NULL for none. */
const TenureRuleSetting *tenure_rule_words_find_later (const TenureFacts *facts,
                                                       TenureRuleId rule,
                                                       TenureId portfolio,
                                                       TenureDay as_of);

/* What the rule will say then: "From 1 Apr 2027 on: Red when …". NULL for none. */
char *tenure_rule_words_dup_later (const TenureFacts *facts, TenureRuleId rule, TenureId portfolio, TenureDay as_of);

/* Who is exempted, in lines of "record: reason (who, until when)", the first few and how many more; NULL for nobody. */
char *tenure_rule_words_dup_exempted (const TenureFlags *flags, TenureRuleId rule);

/* Settings of the rule that are not followed, and why, one a line; NULL for none. */
char *tenure_rule_words_dup_faults (const TenureFacts *facts, TenureRuleId rule);

G_END_DECLS
