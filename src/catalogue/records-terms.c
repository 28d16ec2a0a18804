/* What hangs below an agreement: who pays, options, changes, costs, payments, results. */

#include "config.h"
#include "catalogue/records-private.h"

#include "base/i18n.h"

/* clang-format off */

static const TenureChoice variation_scopes[] = {
  { "wider", N_("Wider") },
  { "same", N_("The same") },
  { "narrower", N_("Narrower") },
  { NULL },
};

static const TenureChoice activities[] = {
  { "delivery", N_("Delivery") },
  { "relationships", N_("Relationship work") },
  { "community", N_("Community development") },
  { "advocacy", N_("Advocacy") },
  { "evaluation", N_("Evaluation and learning") },
  { "overhead", N_("Overheads") },
  { "other", N_("Other") },
  { NULL },
};

static const TenureChoice outcome_kinds[] = {
  { "outcome", N_("Outcome") },
  { "volunteer_hours", N_("Volunteer hours") },
  { "levered_income", N_("Income levered in") },
  { "other", N_("Other added value") },
  { NULL },
};

static const TenureField funder_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "organisation", N_("Funder"), TENURE_FIELD_REFERENCE, REQUIRED, .group = N_("Funders"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("Who pays. Posts that two pay for have two funders with shares."),
    .three_sixty = "Funding Org:Name", .ocds = "buyer/name",
    .spellings = "Buying Organisation|Organisation Name|Entity|Buyer|Funder|Authority" },
  { "share", N_("Share"), TENURE_FIELD_SHARE, 0, .group = N_("Funders"),
    .help = N_("Of the agreement’s value. The shares of all its funders make 100 %.") },
};

static const TenureField extension_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "length", N_("Length"), TENURE_FIELD_DURATION, REQUIRED, .group = N_("Extension options"),
    .help = N_("How much longer the agreement runs when the option is taken up.") },
  { "exercised", N_("Taken up on"), TENURE_FIELD_DAY, 0, .group = N_("Extension options"),
    .help = N_("Blank while it is only an option. An option that has not been taken up never counts as term.") },
};

static const TenureField payment_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, 0, .group = N_("Payment"), .refers_to = TENURE_RECORD_AGREEMENT,
    .help = N_("What it was paid under. Blank where that is not known.") },
  { "payee", N_("Paid to"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Payment"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("The organisation that was paid.") },
  { "invoiced", N_("Valid invoice received"), TENURE_FIELD_DAY, 0, .group = N_("Payment"),
    .help = N_("The day on which an invoice that could be paid arrived. The days until payment count from it.") },
  { "paid", N_("Paid on"), TENURE_FIELD_DAY, COLUMN, .group = N_("Payment"),
    .help = N_("The day on which the money left."),
    .spellings = "Payment date|Payment Date|Date" },
  { "amount", N_("Amount"), TENURE_FIELD_MONEY, REQUIRED | COLUMN | BELOW_ZERO, .group = N_("Payment"),
    .help = N_("Negative for money that came back."),
    .spellings = "Net Amount(£)|Net Amount (£)|Net Amount|Amount Paid|Amount|Total Invoice Amount|TOTAL" },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, 0, .group = N_("Payment"),
    .help = N_("Three letters: GBP. Payments are added up in the currency of their agreement only.") },
  { "reference", N_("Payment reference"), TENURE_FIELD_TEXT, SEARCHED, .group = N_("Payment"),
    .help = N_("The number in the list of payments."),
    .spellings = "Transaction Number|HBC ref no|HBC Ref No." },
  { "category", N_("Category"), TENURE_FIELD_TEXT, FACET, .group = N_("Payment"),
    .help = N_("The cost centre or kind of spending in the list of payments."),
    .spellings = "Service Cost Centre|Department Area|Service Area|Expenditure Category" },
};

static const TenureField variation_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "made", N_("Agreed on"), TENURE_FIELD_DAY, 0, .group = N_("Variations"),
    .help = N_("The day on which both sides agreed to it.") },
  { "scope", N_("Scope became"), TENURE_FIELD_CHOICE, 0, .group = N_("Variations"), .choices = variation_scopes,
    .help = N_("Whether more, the same or less is to be done. More for no more money is flagged.") },
  { "price_change", N_("Price changed by"), TENURE_FIELD_MONEY, BELOW_ZERO, COMMERCIAL, .group = N_("Variations"),
    .help = N_("Over the rest of the term; 0 when the price stayed, negative for a cut.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, INHERITED, .group = N_("Variations") },
  { "description", N_("What changed"), TENURE_FIELD_LONG_TEXT, 0, COMMERCIAL, .group = N_("Variations"),
    .help = N_("In a few words, what is done otherwise since.") },
};

static const TenureField uplift_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "from_day", N_("From"), TENURE_FIELD_DAY, REQUIRED, .group = N_("Uplifts"),
    .help = N_("The first day of the year that the uplift is for.") },
  { "rate", N_("Uplift"), TENURE_FIELD_RATE, REQUIRED, COMMERCIAL, .group = N_("Uplifts"),
    .help = N_("By how much the price rose for the year that begins here; 0 when it stood still.") },
};

static const TenureField cost_line_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "activity", N_("Activity"), TENURE_FIELD_CHOICE, REQUIRED, COMMERCIAL, .group = N_("Cost by activity"), .choices = activities,
    .help = N_("What the money is spent on.") },
  { "amount", N_("Cost"), TENURE_FIELD_MONEY, REQUIRED, COMMERCIAL, .group = N_("Cost by activity"),
    .help = N_("Over the same period as the value. Where no full cost is recorded, the lines together make it.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, INHERITED, .group = N_("Cost by activity") },
  { "note", N_("Note"), TENURE_FIELD_TEXT, 0, COMMERCIAL, .group = N_("Cost by activity"),
    .help = N_("What the cost is made of.") },
};

static const TenureField instalment_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "due", N_("Due"), TENURE_FIELD_DAY, REQUIRED, .group = N_("Payment schedule"),
    .help = N_("The day on which it is to be paid.") },
  { "amount", N_("Amount"), TENURE_FIELD_MONEY, REQUIRED | BELOW_ZERO, COMMERCIAL, .group = N_("Payment schedule"),
    .help = N_("What is to be paid on that day.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, INHERITED, .group = N_("Payment schedule") },
  { "note", N_("Condition"), TENURE_FIELD_TEXT, 0, COMMERCIAL, .group = N_("Payment schedule"),
    .help = N_("What has to be there first: a report, a result.") },
};

static const TenureField outcome_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "kind", N_("Kind"), TENURE_FIELD_CHOICE, 0, .group = N_("Outcomes and added value"), .choices = outcome_kinds,
    .help = N_("Whether it is what the service is for, or added to it.") },
  { "measure", N_("Measure"), TENURE_FIELD_TEXT, REQUIRED, .group = N_("Outcomes and added value"),
    .help = N_("What is counted: people seen within two weeks. Never details of patients.") },
  { "unit", N_("Counted in"), TENURE_FIELD_TEXT, 0, .group = N_("Outcomes and added value"),
    .help = N_("People, hours, per cent, pounds.") },
  { "target", N_("Target"), TENURE_FIELD_DECIMAL, 0, .group = N_("Outcomes and added value"),
    .help = N_("What was agreed.") },
  { "actual", N_("Reached"), TENURE_FIELD_DECIMAL, 0, .group = N_("Outcomes and added value"),
    .help = N_("What was counted. Blank while it is not known, which is not nothing.") },
  { "from_day", N_("From"), TENURE_FIELD_DAY, 0, .group = N_("Outcomes and added value"),
    .help = N_("The first day that was counted.") },
  { "to_day", N_("To"), TENURE_FIELD_DAY, 0, .group = N_("Outcomes and added value"),
    .help = N_("The last day that was counted.") },
  { "evidence", N_("Evidence"), TENURE_FIELD_TEXT, 0, .group = N_("Outcomes and added value"),
    .help = N_("Where the figure comes from.") },
};

static const TenureField referrals_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "from_day", N_("From"), TENURE_FIELD_DAY, REQUIRED, .group = N_("Referrals"),
    .help = N_("The first day of the period.") },
  { "to_day", N_("To"), TENURE_FIELD_DAY, REQUIRED, .group = N_("Referrals"),
    .help = N_("The last day of the period.") },
  { "received", N_("Received"), TENURE_FIELD_NUMBER, 0, .group = N_("Referrals"), .unit = N_("people"),
    .help = N_("How many were referred to the service in the period.") },
  { "capacity", N_("Capacity"), TENURE_FIELD_NUMBER, 0, .group = N_("Referrals"), .unit = N_("people"),
    .help = N_("How many the service could have taken in the same period.") },
};

static const TenureField document_link_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "title", N_("Document"), TENURE_FIELD_TEXT, REQUIRED, COMMERCIAL, .group = N_("Documents"),
    .help = N_("What it is: the signed agreement, the specification, a report.") },
  { "location", N_("Where it is"), TENURE_FIELD_TEXT, REQUIRED, COMMERCIAL, .group = N_("Documents"),
    .help = N_("A link or a path. The document itself stays where it is.") },
};

const TenureRecordDef tenure_funder_def =
  TENURE_CORE_CHILD_DEF (TENURE_RECORD_FUNDER, "funder", N_("Funder"), N_("Funders"), NULL, TENURE_RECORD_AGREEMENT, funder_fields, N_("Add a Funder"), N_("New funder"));
const TenureRecordDef tenure_extension_def =
  TENURE_CHILD_DEF (TENURE_RECORD_EXTENSION, "extension", N_("Extension option"), N_("Extension options"), NULL, TENURE_RECORD_AGREEMENT, extension_fields, N_("Add an Option"), N_("New option"), FALSE);
const TenureRecordDef tenure_payment_def =
  TENURE_RECORD_DEF (TENURE_RECORD_PAYMENT, "payment", N_("Payment"), N_("Payments"), "reference", TENURE_RECORD_NONE, payment_fields);
const TenureRecordDef tenure_variation_def =
  TENURE_CHILD_DEF (TENURE_RECORD_VARIATION, "variation", N_("Variation"), N_("Variations"), NULL, TENURE_RECORD_AGREEMENT, variation_fields, N_("Add a Variation"), N_("New variation"), TRUE);
const TenureRecordDef tenure_uplift_def =
  TENURE_CHILD_DEF (TENURE_RECORD_UPLIFT, "uplift", N_("Uplift"), N_("Uplifts"), NULL, TENURE_RECORD_AGREEMENT, uplift_fields, N_("Add an Uplift"), N_("New uplift"), TRUE);
const TenureRecordDef tenure_cost_line_def =
  TENURE_CHILD_DEF (TENURE_RECORD_COST_LINE, "cost_line", N_("Cost line"), N_("Cost lines"), NULL, TENURE_RECORD_AGREEMENT, cost_line_fields, N_("Add a Cost Line"), N_("New cost line"), TRUE);
const TenureRecordDef tenure_instalment_def =
  TENURE_CHILD_DEF (TENURE_RECORD_INSTALMENT, "instalment", N_("Scheduled payment"), N_("Scheduled payments"), NULL, TENURE_RECORD_AGREEMENT, instalment_fields, N_("Add a Scheduled Payment"), N_("New scheduled payment"), TRUE);
const TenureRecordDef tenure_outcome_def =
  TENURE_CHILD_DEF (TENURE_RECORD_OUTCOME, "outcome", N_("Outcome"), N_("Outcomes"), NULL, TENURE_RECORD_AGREEMENT, outcome_fields, N_("Add an Outcome"), N_("New outcome"), TRUE);
const TenureRecordDef tenure_referrals_def =
  TENURE_CHILD_DEF (TENURE_RECORD_REFERRALS, "referrals", N_("Referrals in a period"), N_("Referrals"), NULL, TENURE_RECORD_AGREEMENT, referrals_fields, N_("Add a Period"), N_("New period"), TRUE);
const TenureRecordDef tenure_document_link_def =
  TENURE_CHILD_DEF (TENURE_RECORD_DOCUMENT_LINK, "document_link", N_("Document"), N_("Documents"), NULL, TENURE_RECORD_AGREEMENT, document_link_fields, N_("Add a Document"), N_("New document"), TRUE);

/* clang-format on */
