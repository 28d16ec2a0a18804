#pragma once

#include "catalogue/rule.h"

#include "base/id.h"

G_BEGIN_DECLS

/* What a document changed in the rules. The program's own table (catalogue/rule.h) stays the default; a document holds only
 * what differs, one record of type "rule setting" for each rule, portfolio and time, so that forms, history, undo and shared
 * copies carry it as they carry everything else.
 *
 * At most one setting of a rule holds on a day: the portfolio's before the document's, then the one with the later first
 * day, then the one recorded later. It says all: what it leaves blank is as the program has it, and not as another setting
 * has it, so that a portfolio can be given the program's own number back. Rejected: settings that add up field by field,
 * whose thresholds could stand in the wrong order though each of them was right.
 *
 * A setting may come from any file. One that cannot be followed, because its numbers are out of order, it names no rule or a
 * day of it cannot be read, is left out whole and said to be so; the next one holds. */

/**
 * TenureRuleSetting:
 * One setting. @thresholds are hundredths of what the rule counts in as people read it (months, days, per cent, things), or
 * TENURE_THRESHOLD_UNSET: 12 months are 1200, 70 % is 7000, one and a half funders are 150.
 */
struct _TenureRuleSetting
{
  TenureId id;
  int rule;              /* TenureRuleId, or -1 for a code this version does not know */
  TenureId portfolio;    /* TENURE_ID_NONE: everywhere */
  TenureDay from, until; /* both included; NONE: without a limit */
  gboolean off;          /* the rule raises nothing */
  gboolean unreadable;   /* what stands for a day, for its use or for its level says nothing */
  gint32 thresholds[TENURE_N_THRESHOLDS];
  TenureLevel level;  /* NONE: the rule's own */
  const char *reason; /* lent by whoever made the setting */
  const char *source; /* (nullable): where it was decided; likewise */
};

#define TENURE_RULE_SETTING_INIT                                                                                            \
  {                                                                                                                         \
    .rule = -1, .from = TENURE_DAY_NONE, .until = TENURE_DAY_NONE, .thresholds = {                                          \
      TENURE_THRESHOLD_UNSET,                                                                                               \
      TENURE_THRESHOLD_UNSET,                                                                                               \
      TENURE_THRESHOLD_UNSET,                                                                                               \
      TENURE_THRESHOLD_UNSET                                                                                                \
    }                                                                                                                       \
  }

/* Why a setting is not followed. */
typedef enum
{
  TENURE_RULE_FAULT_NONE,
  TENURE_RULE_FAULT_UNKNOWN, /* names no rule */
  TENURE_RULE_FAULT_UNREADABLE,
  TENURE_RULE_FAULT_REVERSED, /* ends before it begins */
  TENURE_RULE_FAULT_UNUSED,   /* a number for a threshold that the rule does not have */
  TENURE_RULE_FAULT_PARTS,    /* parts of what is counted whole: 12.5 months */
  TENURE_RULE_FAULT_RANGE,    /* a number beyond what makes sense */
  TENURE_RULE_FAULT_ORDER,    /* levels that do not get worse one after the other */
  TENURE_RULE_FAULT_LEVEL,    /* a level for a rule that has several, each with its threshold */
  TENURE_RULE_FAULT_DOUBLE,   /* another one for the same rule, place and first day was recorded later */
} TenureRuleFault;

/**
 * tenure_rule_setting_find_fault:
 * @out_threshold: (out) (optional): the number that is at fault; TENURE_N_THRESHOLDS where it is none of them
 *
 * What is wrong with a setting by itself. Test: "/rule-setting/faults".
 */
TenureRuleFault tenure_rule_setting_find_fault (const TenureRuleSetting *setting, TenureThreshold *out_threshold);

/* What was found of one setting; as tenure_rule_setting_find_fault() has it. */
typedef struct
{
  TenureRuleFault fault;
  TenureThreshold threshold;
} TenureRuleFaultFound;

/**
 * tenure_rule_settings_find_faults:
 * @settings: (array length=n_settings): of a document, in any order
 *
 * The same of each of them beside the others: DOUBLE is found here only. They are sorted once, so that a document with very
 * many costs little more than reading it. Tests: "/rule-setting/double", "/rule-setting/many".
 *
 * Returns: (transfer full) (array length=n_settings): to be freed with g_free()
 */
TenureRuleFaultFound *tenure_rule_settings_find_faults (const TenureRuleSetting *settings, guint n_settings);

/* What is wrong, in a sentence that fits beside a field; @threshold as found. The caller frees. */
char *tenure_rule_fault_dup_label (TenureRuleFault fault, const TenureRuleSetting *setting, TenureThreshold threshold);

/**
 * tenure_rules_effective:
 * @settings: (array length=n_settings): of a document, in any order; must live as long as @out_rules
 * @portfolio: the one that is looked at, or TENURE_ID_NONE
 * @out_rules: TENURE_N_RULES rows, in the order of TenureRuleId
 *
 * The rules as they are on @as_of in @portfolio: the program's own, with what the settings change and marks of it. A rule
 * that differs in nothing is the program's, whatever settings there are. Pure.
 *
 * Test: tests/catalogue/test-rule-setting.c, also against a slow obvious choice on random settings.
 */
void tenure_rules_effective (
    const TenureRuleSetting *settings, guint n_settings, TenureDay as_of, TenureId portfolio, TenureRule *out_rules);

/* Whether two tables are the same rules by the same settings. */
gboolean tenure_rules_equal (const TenureRule *a, const TenureRule *b);

/* Hundredths as people read the unit, to what the rule compares, and back; FALSE for parts of what is counted whole. */
gboolean tenure_rule_unit_from_hundredths (TenureRuleUnit unit, gint32 hundredths, gint32 *out_threshold);
gint32 tenure_rule_unit_to_hundredths (TenureRuleUnit unit, gint32 threshold);

G_END_DECLS
