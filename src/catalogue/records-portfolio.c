/* What is said about many records at once: portfolios, exemptions, usual terms, price indexes. */

#include "config.h"
#include "catalogue/records-private.h"

#include "base/i18n.h"

/* clang-format off */

static const TenureField portfolio_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED | COLUMN, .group = N_("Portfolio"),
    .help = N_("What the portfolio is called in the window and on exports.") },
  { "owner", N_("Owner"), TENURE_FIELD_TEXT, COLUMN, PERSONAL, .group = N_("Portfolio"),
    .help = N_("The person who answers for this portfolio.") },
  { "purpose", N_("Purpose"), TENURE_FIELD_TEXT, COLUMN, .group = N_("Portfolio"),
    .help = N_("What is to be seen with it, in a few words.") },
  { "rule", N_("Rule"), TENURE_FIELD_TEXT, FILTER, .group = N_("Portfolio"), .since = 3,
    .help = N_("What the filter lets through on the day looked at belongs to the portfolio, beside what was put in by hand.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField saved_view_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | COLUMN, .group = N_("View"),
    .help = N_("What the view is called in the menu.") },
  { "filter", N_("Filter"), TENURE_FIELD_TEXT, FIXED | FILTER, .group = N_("View"),
    .help = N_("What it lets through; taken from the register when the view is saved.") },
  { "columns", N_("Columns"), TENURE_FIELD_TEXT, FIXED, .group = N_("View"),
    .help = N_("Which columns it shows, and in which order; taken from the register when the view is saved.") },
  { "sort", N_("Order"), TENURE_FIELD_TEXT, FIXED, .group = N_("View"),
    .help = N_("By what it is sorted; taken from the register when the view is saved.") },
};

static const TenureField membership_fields[] = {
  { "portfolio", N_("Portfolio"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_PORTFOLIO },
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED, .group = N_("Portfolio"), .refers_to = TENURE_RECORD_AGREEMENT,
    .help = N_("The agreement that was put in by hand; it stays in whatever the rule of the portfolio says.") },
};

static const TenureField exemption_fields[] = {
  { "rule", N_("Rule"), TENURE_FIELD_TEXT, REQUIRED | FIXED | COLUMN, .group = N_("Exemption"),
    .help = N_("The rule’s short name: T1, N2.") },
  { "record", N_("Record"), TENURE_FIELD_NUMBER, REQUIRED | FIXED, .group = N_("Exemption"),
    .help = N_("The agreement, board or seat that the rule leaves out; 0 where the rule judges everything together.") },
  { "reason", N_("Reason"), TENURE_FIELD_TEXT, REQUIRED | COLUMN, COMMERCIAL, .group = N_("Exemption"),
    .help = N_("Why the rule does not fit here: a pilot meant to be short, a board with another duty. Never details of patients.") },
  { "granted_by", N_("Decided by"), TENURE_FIELD_TEXT, REQUIRED | COLUMN, PERSONAL, .group = N_("Exemption"),
    .help = N_("Who answers for leaving the rule out.") },
  { "from_day", N_("From"), TENURE_FIELD_DAY, COLUMN, .group = N_("Exemption"),
    .help = N_("The first day. Blank: it has always held.") },
  { "review", N_("Review on"), TENURE_FIELD_DAY, REQUIRED | COLUMN, .group = N_("Exemption"),
    .help = N_("From this day on the rule applies again.") },
};

static const TenureChoice snooze_levels[] = {
  { "none", N_("not flagged yet") },
  { "cannot_tell", N_("cannot tell") },
  { "note", N_("note") },
  { "amber", N_("amber") },
  { "red", N_("red") },
  { NULL },
};

static const TenureField snooze_fields[] = {
  { "rule", N_("Rule"), TENURE_FIELD_TEXT, REQUIRED | FIXED | COLUMN, .group = N_("Snooze"),
    .help = N_("The rule’s short name: T1, N2.") },
  { "record", N_("Record"), TENURE_FIELD_NUMBER, REQUIRED | FIXED, .group = N_("Snooze"),
    .help = N_("The record whose flag is put off; 0 where the rule judges everything together.") },
  { "reason", N_("Reason"), TENURE_FIELD_TEXT, REQUIRED | COLUMN, COMMERCIAL, .group = N_("Snooze"),
    .help = N_("What is waited for: a budget meeting, new accounts. Never details of patients.") },
  { "put_off_by", N_("Snoozed by"), TENURE_FIELD_TEXT, REQUIRED | COLUMN, PERSONAL, .group = N_("Snooze"),
    .help = N_("Who looked at the flag and answers for its waiting.") },
  { "until", N_("Until"), TENURE_FIELD_DAY, REQUIRED | COLUMN, .group = N_("Snooze"),
    .help = N_("From this day on it is listed again, and before if it gets worse. The flag itself stays, in every figure and export.") },
  { "from_day", N_("From"), TENURE_FIELD_DAY, FIXED | COLUMN, .group = N_("Snooze"), .since = 5,
    .help = N_("The day on which it was put off.") },
  { "level", N_("Level when snoozed"), TENURE_FIELD_CHOICE, FIXED, .group = N_("Snooze"), .choices = snooze_levels, .since = 5,
    .help = N_("How bad the flag was when it was put off: when it gets worse it is listed again.") },
};

static const TenureChoice setting_levels[] = {
  { "note", N_("note") },
  { "amber", N_("amber") },
  { "red", N_("red") },
  { NULL },
};

static const TenureField rule_setting_fields[] = {
  { "rule", N_("Rule"), TENURE_FIELD_TEXT, REQUIRED | FIXED | COLUMN, .group = N_("Rule setting"),
    .help = N_("The rule’s short name: T1, N2.") },
  { "portfolio", N_("Portfolio"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Rule setting"), .refers_to = TENURE_RECORD_PORTFOLIO,
    .help = N_("Where it holds. Blank: everywhere, but where a portfolio has a setting of its own.") },
  { "from_day", N_("From"), TENURE_FIELD_DAY, COLUMN, .group = N_("Rule setting"),
    .help = N_("The first day. Blank: it has always held.") },
  { "until_day", N_("Until"), TENURE_FIELD_DAY, COLUMN, .group = N_("Rule setting"),
    .help = N_("The last day. Blank: until it is changed.") },
  { "in_use", N_("In use"), TENURE_FIELD_FLAG, COLUMN, .group = N_("Rule setting"),
    .help = N_("“No” raises no flag of this rule. Blank: in use.") },
  { "note", N_("Note threshold"), TENURE_FIELD_DECIMAL, 0, .group = N_("Thresholds"),
    .help = N_("In what the rule counts: months, days, per cent or things. Blank: as the program has it.") },
  { "amber", N_("Amber threshold"), TENURE_FIELD_DECIMAL, COLUMN, .group = N_("Thresholds"),
    .help = N_("In what the rule counts: months, days, per cent or things. Blank: as the program has it.") },
  { "red", N_("Red threshold"), TENURE_FIELD_DECIMAL, COLUMN, .group = N_("Thresholds"),
    .help = N_("In what the rule counts: months, days, per cent or things. Blank: as the program has it.") },
  { "extra", N_("Second number"), TENURE_FIELD_DECIMAL, 0, .group = N_("Thresholds"),
    .help = N_("The other number of rules that have one: the longest gap of T4, from how many seats G5 judges.") },
  { "level", N_("Level"), TENURE_FIELD_CHOICE, 0, .group = N_("Thresholds"), .choices = setting_levels,
    .help = N_("What is raised by a rule that has one level. Blank: as the program has it.") },
  { "reason", N_("Reason"), TENURE_FIELD_TEXT, REQUIRED | COLUMN, COMMERCIAL, .group = N_("Decision"),
    .help = N_("Why the rule differs here. Never details of patients.") },
  { "source", N_("Where it was decided"), TENURE_FIELD_TEXT, COLUMN, .group = N_("Decision"),
    .help = N_("The meeting, policy or paper: “Grants panel, 3 March 2026”. It is cited as a local setting, never as an authority.") },
};

static const TenureField usual_terms_fields[] = {
  { "funder", N_("Funder"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Usual terms"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("Blank for every funder.") },
  { "kind", N_("Kind of agreement"), TENURE_FIELD_CHOICE, COLUMN, .group = N_("Usual terms"), .choices = tenure_agreement_kinds,
    .help = N_("Blank for every kind.") },
  { "renewal_notice", N_("Usual renewal notice"), TENURE_FIELD_DURATION, COLUMN, .group = N_("Usual terms"),
    .help = N_("Used where an agreement records none; every figure that rests on it is marked as assumed.") },
  { "lead_time", N_("Usual lead time"), TENURE_FIELD_DURATION, COLUMN, COMMERCIAL, .group = N_("Usual terms"),
    .help = N_("How long the commissioner’s own decision usually takes before notice can be given.") },
};

static const TenureField price_index_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | COLUMN, .group = N_("Price index"),
    .help = N_("Consumer prices, NHS cost uplift, Real Living Wage.") },
  { "source", N_("Source"), TENURE_FIELD_TEXT, COLUMN, .group = N_("Price index"),
    .help = N_("Who publishes it.") },
  { "usual", N_("Used unless an agreement says otherwise"), TENURE_FIELD_FLAG, COLUMN, .group = N_("Price index"),
    .help = N_("Uplifts of agreements that name no index are held against this one.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, 0, .group = N_("Notes"),
    .help = N_("What it leaves out, or how it is made up.") },
};

static const TenureField index_rate_fields[] = {
  { "price_index", N_("Price index"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_PRICE_INDEX },
  { "from_day", N_("Year from"), TENURE_FIELD_DAY, REQUIRED, .group = N_("Yearly rates"),
    .help = N_("The first day of the year that the rise is for.") },
  { "rate", N_("Rise"), TENURE_FIELD_RATE, REQUIRED, .group = N_("Yearly rates"),
    .help = N_("Of prices or pay over the year that begins here.") },
  { "source", N_("Source"), TENURE_FIELD_TEXT, 0, .group = N_("Yearly rates"),
    .help = N_("Where the figure was published.") },
};

const TenureRecordDef tenure_portfolio_def =
  TENURE_RECORD_DEF (TENURE_RECORD_PORTFOLIO, "portfolio", N_("Portfolio"), N_("Portfolios"), "name", TENURE_RECORD_NONE, portfolio_fields);
const TenureRecordDef tenure_membership_def =
  TENURE_RECORD_DEF (TENURE_RECORD_MEMBERSHIP, "membership", N_("Agreement in a portfolio"), N_("Agreements in portfolios"), NULL, TENURE_RECORD_PORTFOLIO, membership_fields);
const TenureRecordDef tenure_exemption_def =
  TENURE_RECORD_DEF (TENURE_RECORD_EXEMPTION, "exemption", N_("Exemption"), N_("Exemptions"), "reason", TENURE_RECORD_NONE, exemption_fields);
const TenureRecordDef tenure_snooze_def =
  TENURE_RECORD_DEF (TENURE_RECORD_SNOOZE, "snooze", N_("Snooze"), N_("Snoozes"), "reason", TENURE_RECORD_NONE, snooze_fields);
const TenureRecordDef tenure_saved_view_def =
  TENURE_RECORD_DEF (TENURE_RECORD_SAVED_VIEW, "saved_view", N_("View"), N_("Views"), "name", TENURE_RECORD_NONE, saved_view_fields);
const TenureRecordDef tenure_rule_setting_def =
  TENURE_RECORD_DEF (TENURE_RECORD_RULE_SETTING, "rule_setting", N_("Rule setting"), N_("Rule settings"), "reason", TENURE_RECORD_NONE, rule_setting_fields);
const TenureRecordDef tenure_usual_terms_def =
  TENURE_RECORD_DEF (TENURE_RECORD_USUAL_TERMS, "usual_terms", N_("Usual terms"), N_("Usual terms"), NULL, TENURE_RECORD_NONE, usual_terms_fields);
const TenureRecordDef tenure_price_index_def =
  TENURE_RECORD_DEF (TENURE_RECORD_PRICE_INDEX, "price_index", N_("Price index"), N_("Price indexes"), "name", TENURE_RECORD_NONE, price_index_fields);
const TenureRecordDef tenure_index_rate_def =
  TENURE_CHILD_DEF (TENURE_RECORD_INDEX_RATE, "index_rate", N_("Yearly rate"), N_("Yearly rates"), NULL, TENURE_RECORD_PRICE_INDEX, index_rate_fields, N_("Add a Year"), N_("New year"), FALSE);

/* clang-format on */
