#pragma once

#include "app/rules/rule-draft.h"
#include "register/snapshot.h"

G_BEGIN_DECLS

/**
 * tenure_rule_preview_dup_words:
 * @snapshot: what is looked at. A setting for everywhere is tried on the whole document; one for a portfolio on all of the
 *   portfolio looked at, whatever the search and the filter leave of it
 * @setting: as it would be stored
 * @instead_of: (nullable): the setting of the snapshot's facts in whose place it comes, or, where @setting is NULL, the one
 *   that goes
 *
 * What would become of the flags, rule by rule and level by level, on the day looked at or, where the setting begins later,
 * on its first day: all of it is judged again with the rules as they would be. Nothing is written. For a worker. The caller
 * frees. Test: tests/app/test-rule-draft.c.
 */
char *tenure_rule_preview_dup_words (TenureSnapshot *snapshot,
                                     const TenureRuleSetting *setting,
                                     const TenureRuleSetting *instead_of);

G_END_DECLS
