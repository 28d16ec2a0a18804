#pragma once

#include "analysis/flags.h"

G_BEGIN_DECLS

/* What follows from what is known: yes, no, or not to be told without more. */
typedef TenureFact TenureAnswer;

static inline TenureAnswer
tenure_answer (gboolean known, gboolean yes)
{
  return !known ? TENURE_FACT_UNKNOWN : yes ? TENURE_FACT_YES : TENURE_FACT_NO;
}

/* What describing a flag produces: the reason always, the inputs where somebody listens. */
typedef struct
{
  const TenureFlags *flags;
  const TenureFlag *flag;
  char *reason;                   /* one sentence; set unless the level is "cannot tell" */
  const char *formula;            /* translated, static: how the rule's figure is worked out */
  TenureExplanation *explanation; /* (nullable) */
  GString *json;                  /* (nullable): members of an object */
  TenureRecordType of_type;       /* whose fields the inputs that follow are, where @of is not NONE: a payment's … */
  TenureId of;                    /* … under the agreement that is flagged */
} TenureFlagWords;

/**
 * TenureFlagRule:
 * One rule. A new rule is a row in the catalogue and a row here.
 * @applies: whether the rule is about record @index at all, on this day
 * @judge: the level of record @index, NONE when the rule does not fire; adds to @missing what a firmer answer
 * lacks
 * @describe: the reason, unless the level is "cannot tell", and the inputs of a flag
 */
typedef struct
{
  TenureRuleId id;
  gboolean (*applies) (const TenureFlags *flags, guint index);
  TenureLevel (*judge) (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing);
  void (*describe) (TenureFlagWords *words, const TenureRule *rule);
} TenureFlagRule;

/* The rules by what they judge; TENURE_N_RULES ends each list. */
extern const TenureFlagRule tenure_flag_rules_term[];        /* agreements */
extern const TenureFlagRule tenure_flag_rules_notice[];      /* agreements */
extern const TenureFlagRule tenure_flag_rules_price[];       /* agreements */
extern const TenureFlagRule tenure_flag_rules_practice[];    /* agreements */
extern const TenureFlagRule tenure_flag_rules_provider[];    /* organisations */
extern const TenureFlagRule tenure_flag_rules_contact[];     /* contacts */
extern const TenureFlagRule tenure_flag_rules_board[];       /* boards */
extern const TenureFlagRule tenure_flag_rules_seat[];        /* seats */
extern const TenureFlagRule tenure_flag_rules_hours[];       /* boards */
extern const TenureFlagRule tenure_flag_rules_pay_rate[];    /* rates for taking part */
extern const TenureFlagRule tenure_flag_rules_participant[]; /* organisations */
extern const TenureFlagRule tenure_flag_rules_budget[];      /* participation budgets */
extern const TenureFlagRule tenure_flag_rules_portfolio[];   /* the whole selection */

/* Makes what rules B1 and B3 go by (flag-rules-participation.c). */
void tenure_flags_count_participation (TenureFlags *flags);

/* Inputs. @name is the key in files, @label (translated) the words beside it. A NONE, NULL or unknown value
 * is null in files; in words "not recorded", or "cannot tell" where @name is no field of the record. */
void tenure_flag_words_add_day (TenureFlagWords *words, const char *name, const char *label, TenureId record, TenureDay day);
void tenure_flag_words_add_months (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, const TenureMonths *months);
void tenure_flag_words_add_duration (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, TenureDuration duration);
void tenure_flag_words_add_number (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, gboolean known, gint64 number);
void tenure_flag_words_add_figure (TenureFlagWords *words, const char *name, const char *label, const TenureFigure *figure);
void tenure_flag_words_add_money (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, gboolean known, TenureMoney money);
void tenure_flag_words_add_text (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, const char *code, const char *text);
void tenure_flag_words_add_fact (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, TenureFact fact);

/* The label of field @name of @type, translated. */
const char *tenure_flag_field_label (TenureRecordType type, const char *name);

/* The labels of missing fields, joined by commas: "Value, Currency"; the caller frees. */
char *tenure_missing_dup_list (guint64 missing);

/* "12 months", "2 months and 9 days", "9 days"; the caller frees. */
char *tenure_flag_dup_months (TenureMonths months);

G_END_DECLS
