/* Flags in words: inputs, reasons, explanations. Made when somebody looks at a flag, never for a hundred
 * thousand at once. */

#include "config.h"
#include "analysis/flag-remedy.h"
#include "analysis/flags-private.h"

#include "base/text.h"

#include "base/i18n.h"
#include <string.h>

const char *
tenure_flag_field_label (TenureRecordType type, const char *name)
{
  return _ (tenure_record_def (type)->fields[tenure_record_field_index (type, name)].label);
}

char *
tenure_flag_dup_months (TenureMonths months)
{
  g_autofree char *whole = NULL, *days = NULL;

  whole = g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months.whole), months.whole);
  days = g_strdup_printf (ngettext ("%d day", "%d days", (gulong) months.part), months.part);
  if (months.part == 0)
    return g_steal_pointer (&whole);
  if (months.whole == 0)
    return g_steal_pointer (&days);
  /* Translators: a length, "2 months and 9 days". */
  return g_strdup_printf (_ ("%1$s and %2$s"), whole, days);
}

/* Most inputs have the name of the field that they are; others were worked out from several. */
static void
mark_input (TenureFlagWords *words, const char *name, TenureId record)
{
  if (words->of != TENURE_ID_NONE)
    tenure_explanation_set_input (words->explanation, words->of_type, words->of, name);
  else if (record != TENURE_ID_NONE)
    tenure_explanation_set_input (words->explanation, (TenureRecordType) words->flag->record_type, record, name);
}

/* Writes one input to whoever listens; @json is a JSON value, "null" for what is not known. */
static void
add_input (TenureFlagWords *words, const char *name, const char *label, TenureId record, const char *json, const char *text)
{
  TenureRecordType type = record == TENURE_ID_NONE ? TENURE_RECORD_NONE : (TenureRecordType) words->flag->record_type;

  if (words->explanation != NULL)
    tenure_explanation_add (words->explanation, type, record, label, "%s", text);
  if (words->explanation != NULL && strcmp (json, "null") != 0)
    mark_input (words, name, record);
  if (words->json == NULL)
    return;
  if (words->json->len > 0)
    g_string_append_c (words->json, ',');
  tenure_text_append_json (words->json, name);
  g_string_append_c (words->json, ':');
  g_string_append (words->json, json);
}

/* A field that is blank is not recorded; what should follow from fields, and does not, cannot be told. */
static void
add_unknown (TenureFlagWords *words, const char *name, const char *label, TenureId record)
{
  gboolean is_field = tenure_record_find_field ((TenureRecordType) words->flag->record_type, name) >= 0
                      || tenure_record_find_field (TENURE_RECORD_APPOINTMENT, name) >= 0;

  add_input (words, name, label, record, "null",
             is_field ? _ ("not recorded") : tenure_level_label (TENURE_LEVEL_CANNOT_TELL));
}

void
tenure_flag_words_add_text (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, const char *code, const char *text)
{
  g_autoptr (GString) json = g_string_new (NULL);

  if (code == NULL)
    {
      add_unknown (words, name, label, record);
      return;
    }
  tenure_text_append_json (json, code);
  add_input (words, name, label, record, json->str, text);
}

void
tenure_flag_words_add_day (TenureFlagWords *words, const char *name, const char *label, TenureId record, TenureDay day)
{
  char iso[TENURE_DAY_ISO_SIZE];
  g_autofree char *text = tenure_day_dup_label (day);

  tenure_day_to_iso (day, iso);
  tenure_flag_words_add_text (words, name, label, record, tenure_day_is_known (day) ? iso : NULL, text);
}

void
tenure_flag_words_add_months (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, const TenureMonths *months)
{
  g_autofree char *text = NULL;
  char json[G_ASCII_DTOSTR_BUF_SIZE];

  if (months == NULL)
    {
      add_unknown (words, name, label, record);
      return;
    }
  text = tenure_flag_dup_months (*months);
  add_input (words, name, label, record, g_ascii_formatd (json, sizeof json, "%.6g", tenure_months_to_double (*months)),
             text);
}

void
tenure_flag_words_add_duration (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, TenureDuration duration)
{
  g_autofree char *iso = tenure_duration_dup_iso (duration);
  g_autofree char *text = tenure_duration_dup_label (duration);

  tenure_flag_words_add_text (words, name, label, record, iso, text);
}

void
tenure_flag_words_add_number (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, gboolean known, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (known)
    add_input (words, name, label, record, text, text);
  else
    add_unknown (words, name, label, record);
}

void
tenure_flag_words_add_figure (TenureFlagWords *words, const char *name, const char *label, const TenureFigure *figure)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autofree char *value = tenure_figure_dup_label (figure);
  g_autofree char *coverage = tenure_figure_dup_coverage (figure);
  g_autofree char *text = g_strdup_printf ("%s (%s)", value, coverage);

  tenure_figure_append_json (figure, json);
  add_input (words, name, label, TENURE_ID_NONE, json->str, text);
}

void
tenure_flag_words_add_money (
    TenureFlagWords *words, const char *name, const char *label, TenureId record, gboolean known, TenureMoney money)
{
  g_autofree char *json = g_strdup_printf ("%" G_GINT64_FORMAT, money.minor);
  g_autofree char *text = tenure_money_dup_label (money, FALSE);

  if (known)
    add_input (words, name, label, record, json, text);
  else
    add_unknown (words, name, label, record);
}

void
tenure_flag_words_add_fact (TenureFlagWords *words, const char *name, const char *label, TenureId record, TenureFact fact)
{
  if (fact == TENURE_FACT_UNKNOWN)
    add_unknown (words, name, label, record);
  else
    add_input (words, name, label, record, fact == TENURE_FACT_YES ? "true" : "false",
               fact == TENURE_FACT_YES ? _ ("yes") : _ ("no"));
}

/* --- Flags --- */

static const TenureFlagRule *
rule_of (const TenureFlag *flag)
{
  static const TenureFlagRule *const lists[] = {
    tenure_flag_rules_term,      tenure_flag_rules_notice,   tenure_flag_rules_price,       tenure_flag_rules_practice,
    tenure_flag_rules_provider,  tenure_flag_rules_contact,  tenure_flag_rules_board,       tenure_flag_rules_seat,
    tenure_flag_rules_hours,     tenure_flag_rules_pay_rate, tenure_flag_rules_participant, tenure_flag_rules_budget,
    tenure_flag_rules_portfolio,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const TenureFlagRule *rule = lists[i]; rule->id != TENURE_N_RULES; rule++)
      if (rule->id == flag->rule)
        return rule;
  g_assert_not_reached ();
}

static void
describe (TenureFlagWords *words, const TenureFlags *flags, const TenureFlag *flag)
{
  const TenureFlagRule *rule = rule_of (flag);

  words->flags = flags;
  words->flag = flag;
  rule->describe (words, tenure_options_rule (&flags->terms->options, rule->id));
}

/* The label of a missing field, said of the record that lacks it where that is another one. */
static char *
dup_missing_label (guint bit)
{
  TenureRecordType type;
  const char *code;
  const char *field = tenure_missing_field (bit, &type, &code);
  const char *label = tenure_flag_field_label (type, field);

  if (g_str_has_prefix (code, "predecessor."))
    return g_strdup_printf (_ ("%s of the agreement that it renews"), label);
  if ((G_GUINT64_CONSTANT (1) << bit) == TENURE_MISSING_SUCCESSOR_START)
    return g_strdup_printf (_ ("%s of the agreement that renews it"), label);
  if ((G_GUINT64_CONSTANT (1) << bit) == TENURE_MISSING_SEATS)
    return g_strdup (_ (tenure_record_def (TENURE_RECORD_SEAT)->label_plural));
  return g_strdup (label);
}

char *
tenure_missing_dup_list (guint64 missing)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
    if (missing & (G_GUINT64_CONSTANT (1) << bit))
      {
        g_autofree char *label = dup_missing_label (bit);

        if (list->len > 0)
          g_string_append (list, ", ");
        g_string_append (list, label);
      }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
dup_cannot_tell (const TenureFlags *flags, const TenureFlag *flag)
{
  g_autofree char *list = tenure_missing_dup_list (flag->missing);

  if (flag->record_type == TENURE_RECORD_AGREEMENT && flags->terms->agreements[flag->index].reversed
      && flag->missing & TENURE_MISSING_END)
    return g_strdup (_ ("Cannot tell: the end lies before the start."));
  return g_strdup_printf (_ ("Cannot tell. Not recorded: %s."), list);
}

static char *
dup_contact_name (const TenureFacts *facts, const TenureFactContact *contact)
{
  const char *organisation = contact->organisation >= 0 ? facts->organisations[contact->organisation].name : "";
  const char *person = contact->person >= 0 ? facts->persons[contact->person].name : "";

  return g_strdup_printf ("%s: %s", organisation, person);
}

char *
tenure_flag_dup_name (const TenureFlags *flags, const TenureFlag *flag)
{
  const TenureFacts *facts;
  const TenureFactSeat *seat;
  const char *board;

  g_return_val_if_fail (flags != NULL && flag != NULL, NULL);

  facts = flags->terms->facts;
  switch ((TenureRecordType) flag->record_type)
    {
    case TENURE_RECORD_AGREEMENT:
      return g_strdup (facts->agreements[flag->index].title);
    case TENURE_RECORD_ORGANISATION:
      return g_strdup (facts->organisations[flag->index].name);
    case TENURE_RECORD_CONTACT:
      return dup_contact_name (facts, &facts->contacts[flag->index]);
    case TENURE_RECORD_BOARD:
      return g_strdup (facts->boards[flag->index].name);
    case TENURE_RECORD_SEAT:
      seat = &facts->seats[flag->index];
      board = facts->boards[seat->board].name;
      return seat->title != NULL ? g_strdup_printf ("%s: %s", board, seat->title) : g_strdup (board);
    case TENURE_RECORD_BUDGET:
      return g_strdup (facts->participation.budgets[flag->index].name);
    case TENURE_RECORD_PAY_RATE:
      return tenure_pay_rate_dup_name (facts, (guint) flag->index);
    default:
      return g_strdup (flag->rule == TENURE_RULE_G5 ? _ ("All boards") : _ ("All agreements in scope"));
    }
}

char *
tenure_flag_dup_reason (const TenureFlags *flags, const TenureFlag *flag)
{
  TenureFlagWords words = { 0 };

  g_return_val_if_fail (flags != NULL && flag != NULL, NULL);

  if (flag->level == TENURE_LEVEL_CANNOT_TELL)
    return dup_cannot_tell (flags, flag);
  describe (&words, flags, flag);
  return words.reason;
}

/* Of an agreement and the one that it may follow, the one whose service is not recorded. */
static TenureId
without_service (const TenureFlags *flags, const TenureFlag *flag)
{
  const TenureFactAgreement *agreements = flags->terms->facts->agreements;

  if (agreements[flag->index].service < 0)
    return flag->id;
  return agreements[flags->terms->agreements[flag->index].rollover_perhaps].id;
}

/* The accounts that lack an amount, of the flagged organisation or of the provider; NULL where the flag is of neither, or
 * something else is missing. */
static const TenureFactAccounts *
accounts_that_lack (const TenureFlags *flags, const TenureFlag *flag, guint bit)
{
  gint32 organisation = flag->index;

  if (!((G_GUINT64_CONSTANT (1) << bit)
        & (TENURE_MISSING_INCOME | TENURE_MISSING_EXPENDITURE | TENURE_MISSING_FREE_RESERVES)))
    return NULL;
  if (flag->record_type == TENURE_RECORD_AGREEMENT)
    organisation = flags->terms->facts->agreements[flag->index].provider;
  else if (flag->record_type != TENURE_RECORD_ORGANISATION)
    return NULL;
  return organisation >= 0 ? flags->terms->accounts[organisation] : NULL;
}

static void
add_missing (TenureExplanation *explanation, const TenureFlags *flags, const TenureFlag *flag)
{
  for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
    {
      TenureRecordType type;
      const char *code;
      const char *field = tenure_missing_field (bit, &type, &code);
      const TenureFactAccounts *accounts = accounts_that_lack (flags, flag, bit);
      TenureId record = accounts != NULL ? accounts->id : flag->id;

      /* Accounts of a year call their fields as the organisation does. */
      if (accounts != NULL)
        type = tenure_accounts_record_type (accounts);
      if (!(flag->missing & (G_GUINT64_CONSTANT (1) << bit)))
        continue;
      if (g_str_has_prefix (code, "predecessor."))
        record = flags->terms->facts->agreements[flags->terms->facts->agreements[flag->index].predecessor].id;
      else if (g_str_has_prefix (code, "successor."))
        record = flags->terms->facts->agreements[flags->terms->agreements[flag->index].successor].id;
      else if (flag->rule == TENURE_RULE_T4 && g_str_equal (code, "service"))
        record = without_service (flags, flag);
      tenure_explanation_add_missing (explanation, type, field, record);
    }
}

static const char *
or_not_recorded (const char *text)
{
  return text != NULL ? text : _ ("not recorded");
}

static void
add_exemption (TenureExplanation *explanation, const TenureFlags *flags, const TenureFlag *flag)
{
  const TenureFactExemption *exemption;
  g_autofree char *review = NULL;

  if (flag->exemption < 0)
    return;
  exemption = &flags->terms->facts->exemptions[flag->exemption];
  review = tenure_day_dup_label (exemption->review);
  tenure_explanation_add (explanation, TENURE_RECORD_EXEMPTION, exemption->id, _ ("Exempted"),
                          /* Translators: the reason, who decided, until when. */
                          _ ("%1$s (%2$s, until %3$s)"), or_not_recorded (exemption->reason),
                          or_not_recorded (exemption->granted_by), review);
}

char *
tenure_flags_dup_unjudged (const TenureFlags *flags, guint index)
{
  const TenureFacts *facts;
  gint32 provider;

  g_return_val_if_fail (flags != NULL && index < flags->terms->n_agreements, NULL);

  facts = flags->terms->facts;
  provider = facts->agreements[index].provider;
  if (flags->terms->agreements[index].scope != TENURE_SCOPE_UNKNOWN)
    return NULL;
  if (provider < 0)
    return g_strdup (_ ("No rule judges this agreement: it is not recorded who provides it."));
  /* Translators: an organisation. */
  return g_strdup_printf (_ ("No rule judges this agreement: it is not recorded whether %s is of the {sector}."),
                          facts->organisations[provider].name);
}

TenureExplanation *
tenure_flag_explain (const TenureFlags *flags, const TenureFlag *flag)
{
  g_autoptr (TenureExplanation) explanation = NULL;
  TenureFlagWords words = { 0 };
  const TenureRule *rule;
  g_autofree char *title = NULL;

  g_return_val_if_fail (flags != NULL && flag != NULL, NULL);

  rule = tenure_options_rule (&flags->terms->options, (TenureRuleId) flag->rule);
  /* Translators: a rule and its level, "Short term: red". */
  title = g_strdup_printf (_ ("%1$s: %2$s"), _ (rule->title), tenure_level_label ((TenureLevel) flag->level));
  explanation = tenure_explanation_new (title, NULL);
  words.explanation = explanation;
  describe (&words, flags, flag);
  explanation->formula = g_strdup (words.formula);
  explanation->summary = flag->level == TENURE_LEVEL_CANNOT_TELL ? dup_cannot_tell (flags, flag) : g_strdup (words.reason);
  explanation->remedy = tenure_flag_dup_remedy (flags, flag);
  tenure_explanation_set_rule (explanation, rule);
  add_exemption (explanation, flags, flag);
  add_missing (explanation, flags, flag);
  g_free (words.reason);
  return g_steal_pointer (&explanation);
}

void
tenure_flag_append_inputs_json (const TenureFlags *flags, const TenureFlag *flag, GString *json)
{
  g_autoptr (GString) members = g_string_new (NULL);
  TenureFlagWords words = { .json = members };

  g_return_if_fail (flags != NULL && flag != NULL && json != NULL);

  describe (&words, flags, flag);
  g_free (words.reason);
  g_string_append_printf (json, "{%s}", members->str);
}
