#pragma once

#include "catalogue/field.h"

#include "base/day.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_RULE_T1,
  TENURE_RULE_T2,
  TENURE_RULE_T3,
  TENURE_RULE_T4,
  TENURE_RULE_T5,
  TENURE_RULE_N1,
  TENURE_RULE_N2,
  TENURE_RULE_P1,
  TENURE_RULE_P2,
  TENURE_RULE_P3,
  TENURE_RULE_P4,
  TENURE_RULE_V1,
  TENURE_RULE_D1,
  TENURE_RULE_D2,
  TENURE_RULE_D3,
  TENURE_RULE_R1,
  TENURE_RULE_K1,
  TENURE_RULE_C1,
  TENURE_RULE_G1,
  TENURE_RULE_G2,
  TENURE_RULE_G3,
  TENURE_RULE_G5,
  TENURE_RULE_G6,
  TENURE_RULE_G8,
  TENURE_RULE_Q1,
  TENURE_RULE_E1,
  TENURE_RULE_A1,
  TENURE_RULE_B1,
  TENURE_RULE_B2,
  TENURE_RULE_B3,
  TENURE_RULE_B4,
  TENURE_N_RULES,
} TenureRuleId;

/* Worst last, so that the worse of two levels is the larger. */
typedef enum
{
  TENURE_LEVEL_NONE,
  TENURE_LEVEL_CANNOT_TELL,
  TENURE_LEVEL_NOTE,
  TENURE_LEVEL_AMBER,
  TENURE_LEVEL_RED,
} TenureLevel;

/* How far a source carries. A rule with TENURE_CONFIDENCE_HOUSE is shown as "local setting". */
typedef enum
{
  TENURE_CONFIDENCE_READ,           /* F: read in the source */
  TENURE_CONFIDENCE_READ_CUT_HOUSE, /* F for the principle, H for the number */
  TENURE_CONFIDENCE_GENERAL,        /* M: general knowledge, to be confirmed before it is quoted */
  TENURE_CONFIDENCE_HOUSE,          /* H: house default, no authority exists */
} TenureConfidence;

/* In what a rule's thresholds are counted. */
typedef enum
{
  TENURE_RULE_UNIT_NONE,         /* the rule fires or not; no threshold */
  TENURE_RULE_UNIT_MONTHS,       /* whole months */
  TENURE_RULE_UNIT_DAYS,         /* days */
  TENURE_RULE_UNIT_COUNT,        /* a number of things */
  TENURE_RULE_UNIT_HUNDREDTHS,   /* of things: 150 = 1.5 */
  TENURE_RULE_UNIT_BASIS_POINTS, /* 10000 = 100 % */
} TenureRuleUnit;

#define TENURE_THRESHOLD_UNSET G_MININT32

/* The numbers that a rule may have, as a setting stores them. */
typedef enum
{
  TENURE_THRESHOLD_NOTE,
  TENURE_THRESHOLD_AMBER,
  TENURE_THRESHOLD_RED,
  TENURE_THRESHOLD_EXTRA,
  TENURE_N_THRESHOLDS,
} TenureThreshold;

typedef struct _TenureRuleSetting TenureRuleSetting;

/**
 * TenureRule:
 * One row of the rules: of the program's own table or, with @setting, of one that a document changed
 * (catalogue/rule-setting.h). Words with a number in braces are completed by catalogue/rule-words.h. @note, @amber and @red
 * are thresholds in @unit, or TENURE_THRESHOLD_UNSET where a level is not used; the rule's function in analysis/ says which
 * side fires. @extra is the rule's second number where it has one (T4: the longest gap in days; G5: the seats from which the
 * rule applies).
 */
typedef struct
{
  TenureRuleId id;
  const char *code;       /* "T1": stable, in files and on the command line */
  const char *title;      /* translatable, plain words: "Short term" */
  const char *statement;  /* translatable, with numbers in braces: what is red, amber, note, in one sentence */
  const char *applies_to; /* translatable, likewise: which records, and which are left out */
  const char *source;     /* translatable; NULL for a house default, and where @changed */
  TenureConfidence confidence;
  TenureRecordType record_type;
  TenureRuleUnit unit;
  gint32 note, amber, red, extra;
  TenureDay from, until; /* the days, both included, on which the rule is in force; NONE: without a limit */
  TenureLevel level;     /* what a rule with one level raises; NONE: it has several, each with its threshold */

  const char *at_zero; /* translatable: the statement where the mildest number is 0; NULL: as ever */

  gboolean off;                     /* raises nothing */
  gboolean changed;                 /* differs from the program's own: a local setting */
  const TenureRuleSetting *setting; /* the one in force, lent; NULL: the program's own rule */
} TenureRule;

const TenureRule *tenure_rule (TenureRuleId id);

/* The rule whose code is @code, ignoring case; NULL when there is none. */
const TenureRule *tenure_rule_from_code (const char *code);

/* The number of @rule for @threshold, in the rule's unit, or TENURE_THRESHOLD_UNSET. */
gint32 tenure_rule_get_threshold (const TenureRule *rule, TenureThreshold threshold);

/* In what that number is counted; the second number may count something else than the others. */
TenureRuleUnit tenure_rule_get_unit (const TenureRule *rule, TenureThreshold threshold);

/* Whether the numbers of @rule stand in the order in which its levels get worse: 12, 6, 3 months of N2; 50, 70 % of D1. Sets
 * @out_wrong, which may be NULL, to the number that stands on the wrong side of the one before. */
gboolean tenure_rule_is_in_order (const TenureRule *rule, TenureThreshold *out_wrong);

/* "red", "amber", "note", "cannot tell": translated words for people. */
const char *tenure_level_label (TenureLevel level);

/* "red", "amber", "note", "cannot_tell", "none": for files and the command line. */
const char *tenure_level_code (TenureLevel level);

/* "local setting" for a house default, else what the confidence means in a few words; translated. */
const char *tenure_confidence_label (TenureConfidence confidence);

G_END_DECLS
