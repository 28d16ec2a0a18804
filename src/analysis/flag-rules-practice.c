/* The rules about how an agreement is set up: K1, Q1, E1, A1. */

#include "config.h"
#include "analysis/flag-rules-private.h"

#include "base/i18n.h"

static const char *
label_of (const char *field)
{
  return tenure_flag_field_label (TENURE_RECORD_AGREEMENT, field);
}

/* --- K1: key person without cover --- */

/* Somebody is named, or it is said that there is somebody. Whose agreement it is not recorded of, completeness says. */
static gboolean
rests_on_one (const TenureFlags *flags, guint index)
{
  const TenureFactAgreement *fact = tenure_flags_fact (flags, index);

  return tenure_flags_is_live (flags, index) && (fact->key_person >= 0 || fact->rests_on_one == TENURE_FACT_YES);
}

static TenureLevel
judge_k1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  return tenure_flags_fact (flags, index)->key_cover < 0 ? TENURE_LEVEL_AMBER : TENURE_LEVEL_NONE;
}

static void
describe_k1 (TenureFlagWords *words, const TenureRule *rule)
{
  const TenureFactAgreement *fact = tenure_flags_fact (words->flags, (guint) words->flag->index);
  const char *name = fact->key_person >= 0 ? words->flags->terms->facts->persons[fact->key_person].name : NULL;

  words->formula = _ ("A key person is recorded, and nobody who covers.");
  tenure_flag_words_add_fact (words, "rests_on_one", label_of ("rests_on_one"), words->flag->id,
                              (TenureFact) fact->rests_on_one);
  tenure_flag_words_add_text (words, "key_person", label_of ("key_person"), words->flag->id, name, name);
  tenure_flag_words_add_text (words, "key_cover", label_of ("key_cover"), words->flag->id, NULL, NULL);
  words->reason = name != NULL ? g_strdup_printf (_ ("The service rests on %s, and no cover is recorded."), name)
                               : g_strdup (_ ("The service rests on one person, and no cover is recorded."));
}

/* --- Q1: specification at an extreme --- */

static gboolean
has_tightness (const TenureFlags *flags, guint index)
{
  return tenure_flags_is_live (flags, index) && tenure_flags_fact (flags, index)->tightness > 0;
}

static TenureLevel
judge_q1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  gint8 tightness = tenure_flags_fact (flags, index)->tightness;

  return tightness <= rule->note || tightness >= rule->extra ? TENURE_LEVEL_NOTE : TENURE_LEVEL_NONE;
}

static void
describe_q1 (TenureFlagWords *words, const TenureRule *rule)
{
  gint8 tightness = tenure_flags_fact (words->flags, (guint) words->flag->index)->tightness;

  words->formula = _ ("As recorded, from 1, nothing is laid down, to 5, every step is.");
  tenure_flag_words_add_number (words, "tightness", label_of ("tightness"), words->flag->id, TRUE, tightness);
  words->reason = g_strdup (tightness <= rule->note ? _ ("The specification lays down nothing: what is asked may grow.")
                                                    : _ ("The specification lays down every step: nothing can be adapted."));
}

/* --- E1: a funded role ends --- */

static gboolean
funds_role (const TenureFlags *flags, guint index)
{
  return tenure_flags_is_live (flags, index) && tenure_flags_fact (flags, index)->funded_role != TENURE_FUNDED_ROLE_NONE
         && !tenure_flags_figures (flags, index)->covered && !tenure_flags_figures (flags, index)->open_ended;
}

static TenureLevel
judge_e1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureAgreementFigures *figures = tenure_flags_figures (flags, index);

  if (!tenure_day_is_known (figures->committed_end) || figures->reversed)
    {
      *missing = tenure_flags_missing_term (figures) & ~(guint64) TENURE_MISSING_START;
      return TENURE_LEVEL_CANNOT_TELL;
    }
  if (figures->committed_end > tenure_day_add_months (flags->terms->as_of, rule->amber))
    return TENURE_LEVEL_NONE;
  if (!tenure_flags_may_be_covered (flags, index))
    return TENURE_LEVEL_AMBER;
  *missing = TENURE_MISSING_SUCCESSOR_START;
  return TENURE_LEVEL_CANNOT_TELL;
}

static void
describe_e1 (TenureFlagWords *words, const TenureRule *rule)
{
  guint index = (guint) words->flag->index;
  const TenureAgreementFigures *figures = tenure_flags_figures (words->flags, index);
  const TenureField *field = &tenure_record_def (TENURE_RECORD_AGREEMENT)
                                  ->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, "funded_role")];
  /* The enumeration follows the choices of the catalogue, with none before them. */
  const char *code = field->choices[tenure_flags_fact (words->flags, index)->funded_role - 1].value;
  const char *role = tenure_field_choice_label (field, code);
  g_autofree char *end = tenure_day_dup_label (figures->committed_end);

  words->formula =
      _ ("The committed end, where no signed successor covers it, against the as-of day and the months of the rule.");
  tenure_flag_words_add_text (words, "funded_role", _ (field->label), words->flag->id, code, role);
  tenure_flag_words_add_committed_end (words, figures);
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    /* Translators: a role such as "Independent chair", and a date. */
    words->reason = g_strdup_printf (_ ("%1$s: the money ends on %2$s."), role, end);
}

/* --- A1: not ready to start --- */

static gboolean
is_planned (const TenureFlags *flags, guint index)
{
  return tenure_flags_figures (flags, index)->status == TENURE_STATUS_PLANNED;
}

/* What must be agreed before the start; a blank says that nobody recorded it, not that it is not agreed. */
static const struct
{
  const char *field;
  gsize offset; /* of a gint8 TenureFact */
  guint64 missing;
} agreed_before[] = {
  { "specification_agreed", G_STRUCT_OFFSET (TenureFactAgreement, specification_agreed), TENURE_MISSING_SPECIFICATION },
  { "measures_agreed", G_STRUCT_OFFSET (TenureFactAgreement, measures_agreed), TENURE_MISSING_MEASURES },
  { "variation_agreed", G_STRUCT_OFFSET (TenureFactAgreement, variation_agreed), TENURE_MISSING_VARIATION_WAY },
};

static TenureFact
agreed (const TenureFactAgreement *fact, guint i)
{
  return (TenureFact) G_STRUCT_MEMBER (gint8, fact, agreed_before[i].offset);
}

static TenureLevel
judge_a1 (const TenureFlags *flags, const TenureRule *rule, guint index, guint64 *missing)
{
  const TenureFactAgreement *fact = tenure_flags_fact (flags, index);
  gboolean lacks = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (agreed_before); i++)
    {
      lacks |= agreed (fact, i) == TENURE_FACT_NO;
      if (agreed (fact, i) == TENURE_FACT_UNKNOWN)
        *missing |= agreed_before[i].missing;
    }
  if (!fact->communities_known)
    *missing |= TENURE_MISSING_COMMUNITIES;
  if (lacks)
    return TENURE_LEVEL_AMBER;
  return *missing != 0 ? TENURE_LEVEL_CANNOT_TELL : TENURE_LEVEL_NONE;
}

static void
describe_a1 (TenureFlagWords *words, const TenureRule *rule)
{
  guint index = (guint) words->flag->index;
  const TenureFactAgreement *fact = tenure_flags_fact (words->flags, index);
  g_autoptr (GString) lacks = g_string_new (NULL);
  g_autofree char *start = tenure_day_dup_label (tenure_flags_figures (words->flags, index)->start);

  words->formula =
      _ ("What should be agreed before the first day: specification, measures, who is served, the way of varying.");
  tenure_flag_words_add_field_day (words, "start", tenure_flags_figures (words->flags, index)->start);
  for (guint i = 0; i < G_N_ELEMENTS (agreed_before); i++)
    {
      tenure_flag_words_add_fact (words, agreed_before[i].field, label_of (agreed_before[i].field), words->flag->id,
                                  agreed (fact, i));
      if (agreed (fact, i) == TENURE_FACT_NO)
        g_string_append_printf (lacks, "%s%s", lacks->len > 0 ? ", " : "", label_of (agreed_before[i].field));
    }
  if (words->flag->level != TENURE_LEVEL_CANNOT_TELL)
    /* Translators: a date, and what is not yet so: "Specification agreed, Measures agreed". */
    words->reason = g_strdup_printf (_ ("It starts on %1$s. Not so yet: %2$s."), start, lacks->str);
}

const TenureFlagRule tenure_flag_rules_practice[] = {
  { TENURE_RULE_K1, rests_on_one, judge_k1, describe_k1 },
  { TENURE_RULE_Q1, has_tightness, judge_q1, describe_q1 },
  { TENURE_RULE_E1, funds_role, judge_e1, describe_e1 },
  { TENURE_RULE_A1, is_planned, judge_a1, describe_a1 },
  { TENURE_N_RULES },
};
