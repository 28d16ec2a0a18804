/* The rule catalogue: one row a rule, with its thresholds, what it applies to, and how far its source carries.
 * The figures are the defaults of docs/domain.md, section 3. What a rule does is a function in analysis/. */

#include "config.h"
#include "catalogue/rule.h"

#include "base/i18n.h"

#define UNSET TENURE_THRESHOLD_UNSET
#define IN_SCOPE N_ ("Agreements with {sector} organisations that are planned or running")
#define COMPACT                                                                                                             \
  N_ ("The Compact (Compact Voice). It was replaced by the Civil Society Covenant of 17 July 2025, which names no numbers")

/* clang-format off */
static const TenureRule rules[TENURE_N_RULES] = {
  [TENURE_RULE_T1] = { TENURE_RULE_T1, "T1", N_("Short term"), N_("{Level} when the committed term is {red} or less."),
    N_("Agreements in scope that are planned or running; not one-off or pilot, spot purchase or citizen-directed income"),
    N_("SCVO local funding survey 2017; Scottish Government evidence review. The cut at 12 months is a local setting"),
    TENURE_CONFIDENCE_READ_CUT_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_MONTHS, UNSET, UNSET, 12, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_RED },
  [TENURE_RULE_T2] = { TENURE_RULE_T2, "T2", N_("Below multi-year"), N_("{Level} when the committed term is longer than what rule T1 calls short and under {amber}."),
    N_("Agreements in scope that are planned or running; not one-off or pilot, spot purchase or citizen-directed income"),
    N_("Refreshed Compact 2009 (three-year funding; since replaced by the Civil Society Covenant, which names no numbers); Scottish Joint Statement 2009; SCVO Fair Funding"),
    TENURE_CONFIDENCE_READ, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_MONTHS, UNSET, 36, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER },
  [TENURE_RULE_T3] = { TENURE_RULE_T3, "T3", N_("Options do not count as term"), N_("{Level} when options that have not been taken up reach past the committed end."),
    IN_SCOPE, N_("Procurement Reform (Scotland) Act 2014 s.35; Social Partnership and Public Procurement (Wales) Act 2023 (asc 1) s.40"),
    TENURE_CONFIDENCE_READ, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NOTE },
  [TENURE_RULE_T4] = { TENURE_RULE_T4, "T4", N_("Annual rollover"), N_("{Level} when {red} or more terms that rule T1 calls short follow each other with a gap of at most {extra}, same provider and service; from the months of rule T2 in all it is long-term in fact, short-term on paper."),
    IN_SCOPE, NULL,
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_COUNT, UNSET, UNSET, 2, 31, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_RED },
  [TENURE_RULE_T5] = { TENURE_RULE_T5, "T5", N_("Gap or late signature"), N_("{Level} when, by more than {amber}, funding stopped between two terms, or the agreement was signed after it had started, or runs and is not signed yet."),
    IN_SCOPE, NULL,
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_DAYS, UNSET, 0, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER,
    .at_zero = N_("{Level} when funding stopped between two terms, or the agreement was signed after it had started, or runs and is not signed yet.") },
  [TENURE_RULE_N1] = { TENURE_RULE_N1, "N1", N_("Short notice"), N_("{Level} when the funder may end the agreement without cause at a notice of less than {red}."),
    IN_SCOPE, COMPACT,
    TENURE_CONFIDENCE_READ, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_MONTHS, UNSET, UNSET, 3, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_RED },
  [TENURE_RULE_N2] = { TENURE_RULE_N2, "N2", N_("No renewal decision"), N_("Red with less than {red} left and no decision, amber with less than {amber}, note with less than {note}. After the end: red when the renewal is recorded as open, cannot tell when nothing is recorded of it."),
    N_("Agreements in scope that are running, or ended without a decision, and are not covered by a signed successor"),
    N_("Three months: the Compact (replaced by the Civil Society Covenant, which names no numbers). Twelve: Ecclesiastical 2019, 54 % of charities need 12 months or more to replace a main funder. Six is a local setting"),
    TENURE_CONFIDENCE_READ_CUT_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_MONTHS, 12, 6, 3, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NONE },
  [TENURE_RULE_P1] = { TENURE_RULE_P1, "P1", N_("Late payment"), N_("{Level} when a payment came, or is outstanding, more than {red} after a valid invoice."),
    N_("Agreements in scope that are planned or running and have an invoice recorded"), N_("Procurement Act 2023 s.68, for contracts in its scope; a local setting for grants and for exempt or small contracts"),
    TENURE_CONFIDENCE_READ_CUT_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_DAYS, UNSET, UNSET, 30, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_RED,
    .at_zero = N_("{Level} when a payment came, or is outstanding, after the day of a valid invoice.") },
  [TENURE_RULE_P2] = { TENURE_RULE_P2, "P2", N_("Real-terms cut"), N_("Amber when the price lags behind its index by more than {amber} over the years that are complete, red when by more than {red}."),
    N_("Agreements in scope that have run for a year or more"), N_("NCVO True Cost 2024. The cut at 5 % is a local setting"),
    TENURE_CONFIDENCE_READ_CUT_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_BASIS_POINTS, UNSET, 0, 500, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NONE,
    .at_zero = N_("Amber when the price lags behind its index over the years that are complete, red when by more than {red}.") },
  [TENURE_RULE_P3] = { TENURE_RULE_P3, "P3", N_("Below full cost"), N_("{Level} when all funders’ money together is less than {red} of the full cost."),
    IN_SCOPE, N_("Compact summaries: full cost recovery (the Compact was replaced by the Civil Society Covenant, which names no numbers). The cut at 100 % is a local setting"),
    TENURE_CONFIDENCE_READ_CUT_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_BASIS_POINTS, UNSET, UNSET, 10000, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_RED },
  [TENURE_RULE_P4] = { TENURE_RULE_P4, "P4", N_("Paid in arrears"), N_("{Level} when a micro or small organisation is paid in arrears or by results."),
    IN_SCOPE, NULL,
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER },
  [TENURE_RULE_V1] = { TENURE_RULE_V1, "V1", N_("Wider scope, same money"), N_("{Level} when a variation widened the scope and the price did not rise."),
    N_("Agreements in scope that are planned or running and were widened"), N_("Wilkinson, The nuts and bolts of working with the third sector. The rule is a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_RED },
  [TENURE_RULE_D1] = { TENURE_RULE_D1, "D1", N_("Dependence on one funder"), N_("Amber when one funder gives {amber} of a provider’s income, red from {red}."),
    N_("{Sector} providers of running agreements"), NULL,
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_ORGANISATION, TENURE_RULE_UNIT_BASIS_POINTS, UNSET, 5000, 7000, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NONE },
  [TENURE_RULE_D2] = { TENURE_RULE_D2, "D2", N_("Few funders"), N_("Amber below {amber} effective funders, red below {red}."),
    N_("{Sector} providers of running agreements"), NULL,
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_ORGANISATION, TENURE_RULE_UNIT_HUNDREDTHS, UNSET, 200, 150, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NONE },
  [TENURE_RULE_D3] = { TENURE_RULE_D3, "D3", N_("Concentration of spend"), N_("Note from a concentration of spend (HHI) of {note}, amber from {amber}."),
    N_("Portfolios of more than {extra} providers"), N_("By analogy: bands of the United States merger guidelines of 1992, not made for this use"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_PORTFOLIO, TENURE_RULE_UNIT_COUNT, 1000, 1800, UNSET, 20, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NONE },
  [TENURE_RULE_R1] = { TENURE_RULE_R1, "R1", N_("Thin reserves"), N_("Amber when free reserves last less than {amber}, or less than the organisation’s own policy asks for; red below {red}."),
    N_("{Sector} providers of running agreements"), N_("Charity Commission CC19: no single level suits all. The cuts are a local setting; the organisation’s own policy comes first"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_ORGANISATION, TENURE_RULE_UNIT_MONTHS, UNSET, 3, 1, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NONE },
  [TENURE_RULE_K1] = { TENURE_RULE_K1, "K1", N_("Key person without cover"), N_("{Level} when the service would stop without one person, named or not, and nobody covers."),
    N_("Agreements in scope that are planned or running and rest on one person, named or not"), N_("Wilkinson, The nuts and bolts of working with the third sector. The rule is a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER },
  [TENURE_RULE_C1] = { TENURE_RULE_C1, "C1", N_("Contacts that change"), N_("{Level} when a statutory contact has been in post for less than {amber}, or no handover is recorded."),
    N_("Contacts in post at organisations that are not {sector}"), N_("Phillips, IJIC 2025. The cuts are a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_CONTACT, TENURE_RULE_UNIT_MONTHS, UNSET, 12, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER },
  [TENURE_RULE_G1] = { TENURE_RULE_G1, "G1", N_("No {sector} seat"), N_("{Level} when a board where {sector} voice is expected has no {sector} seat."),
    N_("Boards that exist on the day and are marked “{sector} voice expected”"), N_("Phillips, IJIC 2025; Miller and Nelson, IJIC editorial. The rule is a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_BOARD, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_RED },
  [TENURE_RULE_G2] = { TENURE_RULE_G2, "G2", N_("Seat without a vote"), N_("{Level} when the {sector} is present without a vote."),
    N_("Boards that vote and have a {sector} seat"), N_("Cases published for an English integrated care board and Welsh public services boards. The level is a local setting"),
    TENURE_CONFIDENCE_READ_CUT_HOUSE, TENURE_RECORD_BOARD, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_RED },
  [TENURE_RULE_G3] = { TENURE_RULE_G3, "G3", N_("Below the board’s target"), N_("{Level} when the {sector}’s share of seats is below the target set for the board."),
    N_("Boards for which a target is set"), NULL,
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_BOARD, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER },
  [TENURE_RULE_G5] = { TENURE_RULE_G5, "G5", N_("Voice in few hands"), N_("Amber when two people hold {amber} or more of the {sector} seats, red from {red}."),
    N_("All boards together, where they have {extra} or more {sector} seats"), N_("Phillips, IJIC 2025. The cuts are a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_PORTFOLIO, TENURE_RULE_UNIT_BASIS_POINTS, UNSET, 5000, 7500, 5, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NONE },
  [TENURE_RULE_G6] = { TENURE_RULE_G6, "G6", N_("Mandate not recorded"), N_("{Level} when it is not recorded for whom the holder of a {sector} seat speaks."),
    N_("Held {sector} seats"), N_("Phillips, IJIC 2025. The rule is a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_SEAT, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER },
  [TENURE_RULE_G8] = { TENURE_RULE_G8, "G8", N_("Vacancy"), N_("{Level} when a {sector} seat has been vacant for more than {amber}."),
    N_("{Sector} seats that exist on the day"), NULL,
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_SEAT, TENURE_RULE_UNIT_DAYS, UNSET, 90, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER,
    .at_zero = N_("{Level} when a {sector} seat has been vacant for a day or more.") },
  [TENURE_RULE_Q1] = { TENURE_RULE_Q1, "Q1", N_("Specification at an extreme"), N_("{Level} when the specification is loose, {note} of 5 or less, or tight, {extra} or more."),
    N_("Agreements in scope that are planned or running, where it is recorded"), N_("Croft and Currie, Health Policy 2020. The cuts are a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_COUNT, 1, UNSET, UNSET, 5, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NOTE },
  [TENURE_RULE_E1] = { TENURE_RULE_E1, "E1", N_("A funded role ends"), N_("{Level} when a funded independent chair, coordinator or infrastructure body ends within {amber}."),
    N_("Agreements in scope that fund such a role, are planned or running, and are not covered by a signed successor"), N_("Phillips, IJIC 2025. The cut is a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_MONTHS, UNSET, 6, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER },
  [TENURE_RULE_A1] = { TENURE_RULE_A1, "A1", N_("Not ready to start"), N_("{Level} when specification, measures or the way of varying are not agreed before the start, or it is not said who is served."),
    N_("Agreements in scope that are planned"), N_("Practice that the evidence names: a clear start. The rule is a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_AGREEMENT, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER },
  [TENURE_RULE_B1] = { TENURE_RULE_B1, "B1", N_("Taking part unpaid"), N_("Of the hours that the {sector} gave to a board in the last 12 months: note when less than {note} is paid, amber when less than {amber}, red at {red} or less."),
    N_("Boards that exist on the day and to which the {sector} gave time"), N_("Phillips, IJIC 2025. The cuts are a local setting"),
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_BOARD, TENURE_RULE_UNIT_BASIS_POINTS, 10000, 5000, 0, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NONE },
  [TENURE_RULE_B2] = { TENURE_RULE_B2, "B2", N_("Low rate for people"), N_("{Level} when a rate for people with lived experience comes to less than £{amber} a day of 7.5 hours, or £{extra} a half day of 4."),
    N_("Rates in pounds for people with lived experience that hold on the day"), N_("Iriss: £150 a day, £75 a half day, and travel. The level is a local setting"),
    TENURE_CONFIDENCE_READ, TENURE_RECORD_PAY_RATE, TENURE_RULE_UNIT_COUNT, UNSET, 150, UNSET, 75, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_AMBER },
  [TENURE_RULE_B3] = { TENURE_RULE_B3, "B3", N_("No rate for an organisation"), N_("{Level} when the staff of an organisation gave time in the last 12 months that no rate is entered for."),
    N_("{Sector} organisations whose staff took part"), N_("HQIP leaves organisations out of its rates for patients, so that theirs are blank until entered. The rule is a local setting"),
    TENURE_CONFIDENCE_READ_CUT_HOUSE, TENURE_RECORD_ORGANISATION, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_NOTE },
  [TENURE_RULE_B4] = { TENURE_RULE_B4, "B4", N_("Budget runs out"), N_("{Level} when a participation budget is used up before its last day, as it is or as it is foretold."),
    N_("Participation budgets whose period the day is in"), NULL,
    TENURE_CONFIDENCE_HOUSE, TENURE_RECORD_BUDGET, TENURE_RULE_UNIT_NONE, UNSET, UNSET, UNSET, UNSET, TENURE_DAY_NONE, TENURE_DAY_NONE, TENURE_LEVEL_RED },
};
/* clang-format on */

const TenureRule *
tenure_rule (TenureRuleId id)
{
  g_return_val_if_fail (id >= 0 && id < TENURE_N_RULES, NULL);

  return &rules[id];
}

const TenureRule *
tenure_rule_from_code (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (rules); i++)
    if (g_ascii_strcasecmp (rules[i].code, code) == 0)
      return &rules[i];
  return NULL;
}

gint32
tenure_rule_get_threshold (const TenureRule *rule, TenureThreshold threshold)
{
  switch (threshold)
    {
    case TENURE_THRESHOLD_NOTE:
      return rule->note;
    case TENURE_THRESHOLD_AMBER:
      return rule->amber;
    case TENURE_THRESHOLD_RED:
      return rule->red;
    default:
      return rule->extra;
    }
}

TenureRuleUnit
tenure_rule_get_unit (const TenureRule *rule, TenureThreshold threshold)
{
  if (threshold != TENURE_THRESHOLD_EXTRA)
    return rule->unit;
  return rule->id == TENURE_RULE_T4 ? TENURE_RULE_UNIT_DAYS : TENURE_RULE_UNIT_COUNT;
}

/* Which way levels get worse, the program's own numbers say. */
static gboolean
is_worse (const TenureRule *rule, TenureThreshold milder, TenureThreshold worse)
{
  const TenureRule *own = tenure_rule (rule->id);
  gboolean rises = tenure_rule_get_threshold (own, worse) > tenure_rule_get_threshold (own, milder);
  gint32 low = tenure_rule_get_threshold (rule, rises ? milder : worse);
  gint32 high = tenure_rule_get_threshold (rule, rises ? worse : milder);

  return low < high;
}

gboolean
tenure_rule_is_in_order (const TenureRule *rule, TenureThreshold *out_wrong)
{
  int before = -1;

  g_return_val_if_fail (rule != NULL, FALSE);

  for (TenureThreshold threshold = 0; threshold < TENURE_N_THRESHOLDS; threshold++)
    {
      /* Loose and tight are the two ends of one scale; other second numbers count something else. */
      if (threshold == TENURE_THRESHOLD_EXTRA && rule->id != TENURE_RULE_Q1)
        break;
      if (tenure_rule_get_threshold (rule, threshold) == TENURE_THRESHOLD_UNSET)
        continue;
      if (before >= 0 && !is_worse (rule, (TenureThreshold) before, threshold))
        {
          if (out_wrong != NULL)
            *out_wrong = threshold;
          return FALSE;
        }
      before = (int) threshold;
    }
  return TRUE;
}

const char *
tenure_level_label (TenureLevel level)
{
  static const char *const labels[] = { N_ ("none"), N_ ("cannot tell"), N_ ("note"), N_ ("amber"), N_ ("red") };

  g_return_val_if_fail (level <= TENURE_LEVEL_RED, NULL);

  return _ (labels[level]);
}

const char *
tenure_level_code (TenureLevel level)
{
  static const char *const codes[] = { "none", "cannot_tell", "note", "amber", "red" };

  g_return_val_if_fail (level <= TENURE_LEVEL_RED, NULL);

  return codes[level];
}

const char *
tenure_confidence_label (TenureConfidence confidence)
{
  static const char *const labels[] = {
    N_ ("read in the source"),
    N_ ("read in the source; the cut is a local setting"),
    N_ ("general knowledge, to be confirmed"),
    N_ ("local setting"),
  };

  g_return_val_if_fail (confidence <= TENURE_CONFIDENCE_HOUSE, NULL);

  return _ (labels[confidence]);
}
