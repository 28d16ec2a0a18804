/* What taking part costs, and who pays for it: budgets, rates, the time people give and what is claimed for it. */

#include "config.h"
#include "catalogue/records-private.h"

#include "base/i18n.h"

/* clang-format off */

const TenureChoice tenure_payees[] = {
  { "lived_experience", N_("Person with lived experience") },
  { "staff", N_("Organisation’s staff time") },
  { "chair", N_("Chair") },
  { "deputy", N_("Deputy") },
  { NULL },
};

const TenureChoice tenure_payers[] = {
  { "budget", N_("A participation budget") },
  { "other", N_("Somebody else") },
  { "own", N_("Nobody: unpaid, or by the organisation itself") },
  { NULL },
};

static const TenureChoice modes[] = {
  { "in_person", N_("In person") },
  { "online", N_("Online") },
  { NULL },
};

static const TenureChoice claim_states[] = {
  { "draft", N_("Draft") },
  { "submitted", N_("Submitted") },
  { "approved", N_("Approved") },
  { "paid", N_("Paid") },
  { "refused", N_("Refused") },
  { NULL },
};

static const TenureField budget_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | COLUMN, .group = N_("Budget"),
    .help = N_("What the budget is called, best with its year: claims and reports name it.") },
  { "purpose", N_("Purpose"), TENURE_FIELD_TEXT, 0, .group = N_("Budget"),
    .help = N_("What it pays for: taking part in which boards, by whom.") },
  { "amount", N_("Amount"), TENURE_FIELD_MONEY, COLUMN | IN_VIEW, .group = N_("Budget"),
    .help = N_("All that can be spent in the period; what is committed, claimed and paid is held against it.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, IN_VIEW, .group = N_("Budget"),
    .help = N_("Amounts in other currencies are never added to it.") },
  { "from_day", N_("First day"), TENURE_FIELD_DAY, COLUMN | IN_VIEW, .group = N_("Budget"),
    .help = N_("Meetings from this day on can be paid out of it.") },
  { "to_day", N_("Last day"), TENURE_FIELD_DAY, COLUMN | IN_VIEW, .group = N_("Budget"),
    .help = N_("The end of its year: whether the money lasts until then is foretold.") },
  { "owner", N_("Owner"), TENURE_FIELD_TEXT, 0, .group = N_("Who runs it"),
    .help = N_("The team or post that answers for it.") },
  { "funder", N_("Funded by"), TENURE_FIELD_REFERENCE, 0, .group = N_("Who runs it"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("Who puts the money in.") },
  { "alliance", N_("Run by"), TENURE_FIELD_REFERENCE, 0, .group = N_("Who runs it"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("The alliance or infrastructure body that pays it out, where that is not the funder.") },
  { "previous", N_("Follows"), TENURE_FIELD_REFERENCE, 0, .group = N_("Who runs it"), .refers_to = TENURE_RECORD_BUDGET,
    .help = N_("The budget of the year before, so that the two can be compared.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, 0, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField allocation_fields[] = {
  { "budget", N_("Budget"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_BUDGET },
  { "board", N_("Board"), TENURE_FIELD_REFERENCE, 0, .group = N_("Set aside"), .refers_to = TENURE_RECORD_BOARD,
    .help = N_("For taking part in this board.") },
  { "organisation", N_("Organisation"), TENURE_FIELD_REFERENCE, 0, .group = N_("Set aside"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("For people of this organisation.") },
  { "place", N_("Place"), TENURE_FIELD_TEXT, 0, .group = N_("Set aside"),
    .help = N_("For boards of this place, as their area is recorded.") },
  { "theme", N_("Theme"), TENURE_FIELD_TEXT, 0, .group = N_("Set aside"),
    .help = N_("For meetings that have this among their topics.") },
  { "amount", N_("Amount"), TENURE_FIELD_MONEY, 0, .group = N_("Set aside"),
    .help = N_("How much of the budget is meant for it; what is spent on it is shown beside.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, INHERITED, .group = N_("Set aside") },
};

static const TenureField closing_fields[] = {
  { "budget", N_("Budget"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_BUDGET },
  { "from_day", N_("First day"), TENURE_FIELD_DAY, REQUIRED, .group = N_("Closed period"),
    .help = N_("Meetings from this day on are closed.") },
  { "to_day", N_("Last day"), TENURE_FIELD_DAY, REQUIRED, .group = N_("Closed period"),
    .help = N_("Up to and with this day, time and claims can no longer be changed until the period is opened again.") },
  { "closed_on", N_("Closed on"), TENURE_FIELD_DAY, 0, .group = N_("Closed period"),
    .help = N_("When the period was closed.") },
  { "closed_by", N_("Closed by"), TENURE_FIELD_TEXT, 0, PERSONAL, .group = N_("Closed period"),
    .help = N_("Who closed it.") },
  { "reopened_on", N_("Opened again on"), TENURE_FIELD_DAY, 0, .group = N_("Opened again"),
    .help = N_("From this day on it can be changed again; the closing stays on record.") },
  { "reopened_by", N_("Opened again by"), TENURE_FIELD_TEXT, 0, PERSONAL, .group = N_("Opened again"),
    .help = N_("Who opened it again.") },
  { "reason", N_("Why it was opened again"), TENURE_FIELD_TEXT, 0, .group = N_("Opened again"),
    .help = N_("What has to be corrected; an auditor will ask.") },
};

static const TenureField rate_fields[] = {
  { "payee", N_("For"), TENURE_FIELD_CHOICE, REQUIRED | COLUMN, .group = N_("Who it is for"), .choices = tenure_payees,
    .help = N_("Whom it pays. Rates of organisations are theirs to name: none is assumed.") },
  { "organisation", N_("Of"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Who it is for"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("Only for people of this organisation. Otherwise it holds for everybody who has no rate of their own.") },
  { "budget", N_("Under"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Who it is for"), .refers_to = TENURE_RECORD_BUDGET,
    .help = N_("Only where this budget pays. Otherwise it holds wherever the budget has no rate of its own.") },
  { "from_day", N_("From"), TENURE_FIELD_DAY, COLUMN, .group = N_("Who it is for"),
    .help = N_("The first meeting that it holds for; of several the one that began last is taken.") },
  { "to_day", N_("To"), TENURE_FIELD_DAY, COLUMN, .group = N_("Who it is for"),
    .help = N_("The last day that it holds for.") },
  { "hour", N_("Per hour"), TENURE_FIELD_MONEY, COLUMN, COMMERCIAL, .group = N_("Rate"),
    .help = N_("Paid to the minute. It comes before rates for half days and days.") },
  { "half_day", N_("Per half day"), TENURE_FIELD_MONEY, COLUMN, COMMERCIAL, .group = N_("Rate"),
    .help = N_("Paid once for all hours of a meeting up to a half day, preparation and travel among them.") },
  { "day", N_("Per day"), TENURE_FIELD_MONEY, COLUMN, COMMERCIAL, .group = N_("Rate"),
    .help = N_("Paid for more than a half day. Without a rate for half days it is paid by the hour, as a share of a day.") },
  { "mile", N_("Per mile"), TENURE_FIELD_MONEY, 0, COMMERCIAL, .group = N_("Rate"),
    .help = N_("Paid for each mile travelled by car or on a bicycle.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, 0, .group = N_("Rate"),
    .help = N_("Amounts in different currencies are never added together.") },
  { "half_day_hours", N_("A half day is up to"), TENURE_FIELD_DECIMAL, 0, .group = N_("Length of a day"), .unit = N_("hours"),
    .help = N_("Not recorded, it is 4 hours, which is a local setting.") },
  { "day_hours", N_("Hours in a day"), TENURE_FIELD_DECIMAL, 0, .group = N_("Length of a day"), .unit = N_("hours"),
    .help = N_("Not recorded, it is 7.5 hours, which is a local setting.") },
  { "salary_day", N_("Salary for a day"), TENURE_FIELD_MONEY, 0, COMMERCIAL, .group = N_("Worked out from pay"),
    .help = N_("What a day of the person’s pay comes to. With on-costs and overheads it makes the rate, where none is entered.") },
  { "on_cost", N_("On-costs"), TENURE_FIELD_RATE, 0, COMMERCIAL, .group = N_("Worked out from pay"),
    .help = N_("Employer’s contributions and pension, on top of the salary.") },
  { "overhead", N_("Overheads"), TENURE_FIELD_RATE, 0, COMMERCIAL, .group = N_("Worked out from pay"),
    .help = N_("Rent, management and the like, on top of salary and on-costs: full cost recovery.") },
  { "agreed", N_("Where it was agreed"), TENURE_FIELD_TEXT, 0, .group = N_("Where it was agreed"),
    .help = N_("The policy, meeting or paper that sets it, so that it can be defended.") },
};

static const TenureField participation_fields[] = {
  { "meeting", N_("Meeting"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_MEETING },
  { "person", N_("Person"), TENURE_FIELD_REFERENCE, COLUMN, PERSONAL, .group = N_("Who"), .refers_to = TENURE_RECORD_PERSON,
    .help = N_("Who took part.") },
  { "seat", N_("Seat"), TENURE_FIELD_REFERENCE, 0, .group = N_("Who"), .refers_to = TENURE_RECORD_SEAT,
    .help = N_("The seat that the person sat in. Whoever holds none can be paid as well.") },
  { "organisation", N_("Organisation"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Who"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("Whose time it was: the employer, where it was not the person’s own.") },
  { "payee", N_("Paid as"), TENURE_FIELD_CHOICE, COLUMN, .group = N_("Who"), .choices = tenure_payees,
    .help = N_("Which rate holds.") },
  { "mode", N_("Came"), TENURE_FIELD_CHOICE, 0, .group = N_("Time"), .choices = modes,
    .help = N_("Online takes no travel.") },
  { "preparation", N_("Preparation"), TENURE_FIELD_NUMBER, COLUMN, .group = N_("Time"), .unit = N_("minutes"), .max = 10000,
    .help = N_("Reading papers, asking the sector.") },
  { "attended", N_("Meeting"), TENURE_FIELD_NUMBER, COLUMN, .group = N_("Time"), .unit = N_("minutes"), .max = 10000,
    .help = N_("In the meeting itself.") },
  { "travel", N_("Travel"), TENURE_FIELD_NUMBER, COLUMN, .group = N_("Time"), .unit = N_("minutes"), .max = 10000,
    .help = N_("There and back.") },
  { "follow_up", N_("Follow-up"), TENURE_FIELD_NUMBER, COLUMN, .group = N_("Time"), .unit = N_("minutes"), .max = 10000,
    .help = N_("Reporting back, and what was promised.") },
  { "miles", N_("Miles"), TENURE_FIELD_DECIMAL, 0, .group = N_("Expenses"), .unit = N_("miles"),
    .help = N_("Paid at the rate for a mile.") },
  { "expenses", N_("Other expenses"), TENURE_FIELD_MONEY, BELOW_ZERO, .group = N_("Expenses"),
    .help = N_("Fares, care for others while away, an interpreter. Below zero where something is given back.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, 0, .group = N_("Expenses"),
    .help = N_("Of the other expenses.") },
  { "payer", N_("Paid by"), TENURE_FIELD_CHOICE, COLUMN, .group = N_("Who pays"), .choices = tenure_payers,
    .help = N_("Unpaid time is kept too: it is what the sector gives.") },
  { "budget", N_("Budget"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Who pays"), .refers_to = TENURE_RECORD_BUDGET,
    .help = N_("The participation budget that pays.") },
  { "claim", N_("Claim"), TENURE_FIELD_REFERENCE, 0, .group = N_("Who pays"), .refers_to = TENURE_RECORD_CLAIM,
    .help = N_("The claim that it is part of: one, so that it is paid once.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, 0, PERSONAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField claim_fields[] = {
  { "budget", N_("Budget"), TENURE_FIELD_REFERENCE, REQUIRED | COLUMN, .group = N_("Claim"), .refers_to = TENURE_RECORD_BUDGET,
    .help = N_("The budget that it is claimed from.") },
  { "person", N_("Payee"), TENURE_FIELD_REFERENCE, COLUMN, PERSONAL, .group = N_("Claim"), .refers_to = TENURE_RECORD_PERSON,
    .help = N_("Who is paid, where that is a person.") },
  { "organisation", N_("Payee organisation"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Claim"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("Who is paid, where that is an organisation; for a person, where they work.") },
  { "state", N_("State"), TENURE_FIELD_CHOICE, REQUIRED | COLUMN, .group = N_("Claim"), .choices = claim_states,
    .help = N_("How far it has come.") },
  { "claimed", N_("Claimed"), TENURE_FIELD_MONEY, COLUMN | BELOW_ZERO, .group = N_("Amounts"),
    .help = N_("Of a draft that has no amount it is worked out from the time recorded. Below zero it takes back what was paid too much.") },
  { "approved", N_("Approved"), TENURE_FIELD_MONEY, COLUMN | BELOW_ZERO, .group = N_("Amounts"),
    .help = N_("No more than was claimed.") },
  { "paid", N_("Paid"), TENURE_FIELD_MONEY, COLUMN | BELOW_ZERO, .group = N_("Amounts"),
    .help = N_("No more than was approved.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, 0, .group = N_("Amounts"),
    .help = N_("Amounts in different currencies are never added together.") },
  { "submitted_on", N_("Submitted on"), TENURE_FIELD_DAY, COLUMN, .group = N_("How far it has come"),
    .help = N_("How long it waits is counted from here.") },
  { "submitted_by", N_("Submitted by"), TENURE_FIELD_TEXT, 0, PERSONAL, .group = N_("How far it has come"),
    .help = N_("Who handed it in; somebody else has to approve it.") },
  { "decided_on", N_("Decided on"), TENURE_FIELD_DAY, 0, .group = N_("How far it has come"),
    .help = N_("When it was approved or refused.") },
  { "decided_by", N_("Decided by"), TENURE_FIELD_TEXT, 0, PERSONAL, .group = N_("How far it has come"),
    .help = N_("Who approved or refused it: not the one who claims.") },
  { "paid_on", N_("Paid on"), TENURE_FIELD_DAY, COLUMN, .group = N_("How far it has come"),
    .help = N_("When the money left.") },
  { "reference", N_("Payment reference"), TENURE_FIELD_TEXT, 0, COMMERCIAL, .group = N_("How far it has come"),
    .help = N_("What the finance system calls the payment. Never bank details.") },
  { "reason", N_("Reason"), TENURE_FIELD_TEXT, 0, COMMERCIAL, .group = N_("How far it has come"),
    .help = N_("Why it was refused, cut, or approved although the budget does not reach that far.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, 0, PERSONAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

const TenureRecordDef tenure_budget_def =
  TENURE_RECORD_DEF (TENURE_RECORD_BUDGET, "participation_budget", N_("Participation budget"), N_("Participation budgets"), "name", TENURE_RECORD_NONE, budget_fields);
const TenureRecordDef tenure_allocation_def =
  TENURE_CHILD_DEF (TENURE_RECORD_ALLOCATION, "budget_allocation", N_("Amount set aside"), N_("Amounts set aside"), NULL, TENURE_RECORD_BUDGET, allocation_fields, N_("Set an Amount Aside"), N_("New amount set aside"), FALSE);
const TenureRecordDef tenure_closing_def =
  TENURE_CHILD_DEF (TENURE_RECORD_CLOSING, "budget_closing", N_("Closed period"), N_("Closed periods"), NULL, TENURE_RECORD_BUDGET, closing_fields, N_("Close a Period"), N_("New closed period"), TRUE);
const TenureRecordDef tenure_pay_rate_def =
  TENURE_RECORD_DEF (TENURE_RECORD_PAY_RATE, "pay_rate", N_("Rate for taking part"), N_("Rates for taking part"), NULL, TENURE_RECORD_NONE, rate_fields);
const TenureRecordDef tenure_participation_def =
  TENURE_RECORD_DEF (TENURE_RECORD_PARTICIPATION, "participation", N_("Participation"), N_("Participation"), NULL, TENURE_RECORD_MEETING, participation_fields);
const TenureRecordDef tenure_claim_def =
  TENURE_RECORD_DEF (TENURE_RECORD_CLAIM, "claim", N_("Claim"), N_("Claims"), NULL, TENURE_RECORD_NONE, claim_fields);

/* clang-format on */
