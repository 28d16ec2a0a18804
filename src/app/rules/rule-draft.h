#pragma once

#include "catalogue/rule-words.h"
#include "store/document.h"

G_BEGIN_DECLS

/* A change of one rule while somebody types it: the words in the entries, what they come to, and what is wrong with them.
 * No widgets. Test: tests/app/test-rule-draft.c. */

typedef enum
{
  TENURE_RULE_DRAFT_NOTE, /* the four thresholds in the order of TenureThreshold */
  TENURE_RULE_DRAFT_AMBER,
  TENURE_RULE_DRAFT_RED,
  TENURE_RULE_DRAFT_EXTRA,
  TENURE_RULE_DRAFT_FROM,
  TENURE_RULE_DRAFT_UNTIL,
  TENURE_RULE_DRAFT_REASON,
  TENURE_RULE_DRAFT_SOURCE,
  TENURE_RULE_DRAFT_N_FIELDS,
} TenureRuleDraftField;

/**
 * TenureRuleDraft:
 * @texts: as typed; NULL and blank are "not said"
 * @level: of a rule with one level; NONE: the program's own
 */
typedef struct
{
  TenureRuleId rule;
  TenureId portfolio; /* TENURE_ID_NONE: everywhere */
  char *texts[TENURE_RULE_DRAFT_N_FIELDS];
  gboolean off;
  TenureLevel level;
  TenureId own; /* the portfolio's own setting that it began with; NONE: there was none, or it was everywhere's */
} TenureRuleDraft;

/* As the rule is now in @portfolio: its numbers, whatever says them; days, reason and source of the setting where it is that
 * portfolio's own. */
TenureRuleDraft *tenure_rule_draft_new (const TenureRule *rule, TenureId portfolio);
TenureRuleDraft *tenure_rule_draft_copy (const TenureRuleDraft *draft);
void tenure_rule_draft_free (TenureRuleDraft *draft);

void tenure_rule_draft_set_text (TenureRuleDraft *draft, TenureRuleDraftField field, const char *text);

/* Whether the rule has that number at all; TRUE for all other fields. */
gboolean tenure_rule_draft_asks (const TenureRuleDraft *draft, TenureRuleDraftField field);

/**
 * tenure_rule_draft_read:
 * @out_setting: what the words come to, with numbers only where they differ from the program's own; strings are lent by
 *   @draft. Its id is TENURE_ID_NONE
 * @out_faults: (array fixed-size=TENURE_RULE_DRAFT_N_FIELDS) (optional): for each field what is wrong with it, a sentence to
 *   free, or NULL
 *
 * Returns: whether nothing is wrong
 */
gboolean tenure_rule_draft_read (const TenureRuleDraft *draft, TenureRuleSetting *out_setting, char **out_faults);

/* The one of @settings that @setting stands in the place of: same rule, portfolio and first day; NULL: it is a new one. Two
 * with other first days follow each other. */
const TenureRuleSetting *tenure_rule_draft_find_same (const TenureRuleSetting *settings,
                                                      guint n_settings,
                                                      const TenureRuleSetting *setting);

/* The setting that goes when @setting, read from @draft, is stored: the portfolio's own where the rule is changed everywhere
 * instead, since it would beat the new one there. TENURE_ID_NONE: none. */
TenureId tenure_rule_draft_find_gone (const TenureRuleDraft *draft, const TenureRuleSetting *setting);

/* One step: stores @setting as a new record, or in the place of the record @id, and takes the record @gone away unless it is
 * NONE. What undo calls it is made of the rule. */
gboolean tenure_rule_setting_store (
    TenureDocument *document, const TenureRuleSetting *setting, TenureId id, TenureId gone, GError **error);

/* One step: takes the setting away, so that the next one holds, or the program's own rule. */
gboolean tenure_rule_setting_reset (TenureDocument *document, TenureRuleId rule, TenureId id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRuleDraft, tenure_rule_draft_free)

G_END_DECLS
