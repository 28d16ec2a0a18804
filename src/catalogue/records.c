/* The catalogue of fields: every record type, described once, field by field.
 *
 * A new field is one line here and one line in the newest migration of store/schema; forms, columns, filters,
 * import, export, redaction, completeness and history labels follow. The order of the lines is the order of the
 * form and of the table's columns. tests/store/test-schema.c holds the two against each other. */

#include "config.h"
#include "catalogue/records-private.h"

#include <glib/gi18n-lib.h>

#define REQUIRED TENURE_FIELD_REQUIRED
#define SEARCHED TENURE_FIELD_SEARCHED
#define COLUMN TENURE_FIELD_COLUMN
#define FACET TENURE_FIELD_FACET
#define PARENT TENURE_FIELD_PARENT
#define CORE TENURE_FIELD_CORE
#define FIXED TENURE_FIELD_FIXED

#define PERSONAL .privacy = TENURE_PRIVACY_PERSONAL
#define COMMERCIAL .privacy = TENURE_PRIVACY_COMMERCIAL

/* clang-format off */

static const TenureChoice agreement_kinds[] = {
  { "contract", N_("Contract") },
  { "grant", N_("Grant") },
  { "sla", N_("Service level agreement") },
  { "spot", N_("Spot purchase") },
  { "citizen_directed", N_("Citizen-directed income") },
  { NULL },
};

static const TenureChoice purposes[] = {
  { "core", N_("Core costs") },
  { "project", N_("Project") },
  { "capacity", N_("Capacity building") },
  { "participation", N_("Participation") },
  { "restricted", N_("Other restricted funds") },
  { NULL },
};

static const TenureChoice value_bases[] = {
  { "total", N_("For the whole term") },
  { "annual", N_("Each year") },
  { NULL },
};

static const TenureChoice value_taxes[] = {
  { "net", N_("Without VAT") },
  { "gross", N_("With VAT") },
  { "none", N_("No VAT applies") },
  { NULL },
};

static const TenureChoice renewal_states[] = {
  { "not_started", N_("Not started") },
  { "in_progress", N_("In progress") },
  { "renewed", N_("Renewed") },
  { "not_renewing", N_("Not renewing") },
  { NULL },
};

static const TenureChoice organisation_kinds[] = {
  { "charity", N_("Registered charity") },
  { "cio", N_("Charitable incorporated organisation") },
  { "cic", N_("Community interest company") },
  { "social_enterprise", N_("Social enterprise or co-operative") },
  { "unregistered", N_("Unregistered community group") },
  { "nhs", N_("NHS body") },
  { "council", N_("Council") },
  { "public", N_("Other public body") },
  { "company", N_("Company") },
  { "funder", N_("Charitable funder") },
  { "individual", N_("Individual") },
  { "other", N_("Other") },
  { NULL },
};

static const TenureChoice decision_rules[] = {
  { "majority", N_("Majority") },
  { "two_thirds", N_("Two thirds") },
  { "unanimity", N_("Unanimity") },
  { "consensus", N_("Consensus") },
  { "custom", N_("Own quota") },
  { NULL },
};

static const TenureChoice blocs[] = {
  { "nhs", N_("NHS") },
  { "council", N_("Council") },
  { "primary_care", N_("Primary care") },
  { "vcs", N_("Voluntary sector") },
  { "lived_experience", N_("Lived experience") },
  { "public", N_("Other public body") },
  { "provider", N_("Independent provider") },
  { "independent", N_("Independent") },
  { "other", N_("Other") },
  { NULL },
};

static const TenureChoice seat_roles[] = {
  { "member", N_("Member") },
  { "chair", N_("Chair") },
  { "vice_chair", N_("Vice-chair") },
  { "lead", N_("Lead") },
  { NULL },
};

static const TenureChoice mandates[] = {
  { "of", N_("Of the sector: chosen by it") },
  { "from", N_("From the sector: an individual working in it") },
  { "for", N_("For the sector: speaks about it") },
  { NULL },
};

static const TenureChoice selections[] = {
  { "elected", N_("Elected by the sector") },
  { "selected", N_("Selected by the alliance") },
  { "invited", N_("Invited by the board") },
  { "ex_officio", N_("By office held") },
  { NULL },
};

static const TenureChoice presences[] = {
  { "present", N_("Present") },
  { "deputy", N_("Deputy came") },
  { "apologies", N_("Apologies") },
  { "absent", N_("Absent") },
  { NULL },
};

static const TenureField portfolio_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED | COLUMN, .group = N_("Portfolio") },
  { "owner", N_("Owner"), TENURE_FIELD_TEXT, COLUMN, PERSONAL, .group = N_("Portfolio"),
    .help = N_("The person who answers for this portfolio.") },
  { "purpose", N_("Purpose"), TENURE_FIELD_TEXT, COLUMN, .group = N_("Portfolio") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField organisation_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED | COLUMN, .group = N_("Identity"),
    .three_sixty = "Recipient Org:Name", .ocds = "parties/name",
    .spellings = "charity_name|Organisation|Organisation Name|Charity Name|official-name" },
  { "vcs", N_("Voluntary sector"), TENURE_FIELD_FLAG, COLUMN | FACET | CORE, .group = N_("Identity"),
    .help = N_("Whether this is a voluntary, community or social enterprise organisation. Leave it not recorded "
               "when you do not know: unknown organisations are counted beside the sector, never in it."),
    .ocds = "parties/details/vcse", .spellings = "VCSE|VCSE?|Is VCSE|VCS|VCS?|VCSE supplier type" },
  { "vcs_evidence", N_("Evidence"), TENURE_FIELD_TEXT, 0, .group = N_("Identity"),
    .help = N_("What the answer rests on: a flag in a file, a charity number, your own knowledge.") },
  { "kind", N_("Kind"), TENURE_FIELD_CHOICE, COLUMN | FACET | CORE, .group = N_("Identity"), .choices = organisation_kinds,
    .three_sixty = "Recipient Org:Organisation Type", .spellings = "Organisation Type|charity_type" },
  { "place", N_("Place"), TENURE_FIELD_TEXT, COLUMN | FACET | SEARCHED, .group = N_("Identity"),
    .three_sixty = "Recipient Org:City", .spellings = "City|Town|Place" },
  { "postcode", N_("Postcode"), TENURE_FIELD_TEXT, 0, .group = N_("Identity"),
    .three_sixty = "Recipient Org:Postal Code", .spellings = "Postcode|charity_contact_postcode" },
  { "website", N_("Website"), TENURE_FIELD_TEXT, 0, .group = N_("Identity"),
    .three_sixty = "Recipient Org:Web Address", .spellings = "Website|charity_contact_web" },
  { "parent", N_("Part of"), TENURE_FIELD_REFERENCE, 0, .group = N_("Identity"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("The network or parent body to which it belongs.") },
  { "opened", N_("Opened"), TENURE_FIELD_DAY, 0, .group = N_("Life"),
    .spellings = "date_of_registration|start-date" },
  { "closed", N_("Closed"), TENURE_FIELD_DAY, 0, .group = N_("Life"), .spellings = "date_of_removal|end-date" },
  { "successor", N_("Replaced by"), TENURE_FIELD_REFERENCE, 0, .group = N_("Life"), .refers_to = TENURE_RECORD_ORGANISATION },
  { "accounts_end", N_("Accounts to"), TENURE_FIELD_DAY, 0, .group = N_("Accounts"),
    .help = N_("The last day of the financial year that the figures below come from."),
    .spellings = "latest_acc_fin_period_end_date" },
  { "income", N_("Yearly income"), TENURE_FIELD_MONEY, COLUMN | CORE, .group = N_("Accounts"),
    .help = N_("Total income in the last accounts. The size band is worked out from it."), .spellings = "latest_income|Income" },
  { "expenditure", N_("Yearly expenditure"), TENURE_FIELD_MONEY, 0, .group = N_("Accounts"), .spellings = "latest_expenditure" },
  { "free_reserves", N_("Free reserves"), TENURE_FIELD_MONEY, 0, COMMERCIAL, .group = N_("Accounts"),
    .help = N_("Money that is neither restricted nor tied up in buildings and equipment.") },
  { "currency", N_("Currency of accounts"), TENURE_FIELD_CURRENCY, 0, .group = N_("Accounts") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients."),
    .spellings = "charity_activities" },
};

static const TenureField identifier_fields[] = {
  { "organisation", N_("Organisation"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_ORGANISATION },
  { "scheme", N_("Register"), TENURE_FIELD_TEXT, REQUIRED, .group = N_("Identifiers"),
    .help = N_("The list the number comes from: GB-CHC for the Charity Commission, GB-COH for Companies House.") },
  { "value", N_("Number"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED, .group = N_("Identifiers"),
    .three_sixty = "Recipient Org:Identifier" },
};

static const TenureField person_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED | COLUMN, PERSONAL, .group = N_("Person"),
    .spellings = "Member|Member name|Person|Councillor" },
  { "organisation", N_("Works for"), TENURE_FIELD_REFERENCE, COLUMN, PERSONAL, .group = N_("Person"), .refers_to = TENURE_RECORD_ORGANISATION },
  { "role", N_("Role"), TENURE_FIELD_TEXT, COLUMN, PERSONAL, .group = N_("Person") },
  { "email", N_("E-mail"), TENURE_FIELD_TEXT, 0, PERSONAL, .group = N_("Person") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, 0, PERSONAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField agreement_fields[] = {
  { "title", N_("Title"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED | COLUMN, .group = N_("Agreement"),
    .three_sixty = "Title", .ocds = "contracts/title",
    .spellings = "Title of Agreement|Contract Title|CONTRACT_TITLE|Contract Name|CONTRACT_NAME|Contract|title|Project Title" },
  { "reference", N_("Reference"), TENURE_FIELD_TEXT, SEARCHED | COLUMN, .group = N_("Agreement"),
    .three_sixty = "Identifier", .ocds = "contracts/id",
    .spellings = "Reference Number|Contract reference number|Contract Reference|Contract Ref|Contract Id|REFERENCE_NUMBER|CONTRACT_REF|"
                 "Ref|contract_no|Notice Identifier|Contract_ID|Open Contracting ID|Ref No" },
  { "reference_part", N_("Instalment"), TENURE_FIELD_NUMBER, 0, .group = N_("Agreement"),
    .help = N_("Tells apart rows of one source that share a reference: 2 for the second, and so on.") },
  { "kind", N_("Kind"), TENURE_FIELD_CHOICE, COLUMN | FACET | CORE, .group = N_("Agreement"), .choices = agreement_kinds },
  { "provider", N_("Provider"), TENURE_FIELD_REFERENCE, COLUMN | CORE, .group = N_("Agreement"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("The organisation that is paid."), .three_sixty = "Recipient Org:Name", .ocds = "awards/suppliers/name",
    .spellings = "Supplier Name|SUPPLIER_NAME|Supplier|Vendor|Provider|provider|Winning Bidder|WINNING_BIDDER|Other parties to the contract" },
  { "to_individual", N_("To an individual"), TENURE_FIELD_FLAG, 0, .group = N_("Agreement"),
    .help = N_("Money to a person is kept out of the figures about providers.") },
  { "one_off", N_("One-off or pilot"), TENURE_FIELD_FLAG, FACET, .group = N_("Agreement"),
    .help = N_("Meant to end: the rules about short terms leave it out.") },
  { "service", N_("Service"), TENURE_FIELD_TEXT, SEARCHED | FACET | COLUMN | CORE, .group = N_("Agreement"),
    .spellings = "Service|Service Area|Service Category label/URI|Proclass label/URI" },
  { "programme", N_("Programme"), TENURE_FIELD_TEXT, SEARCHED | FACET, .group = N_("Agreement"),
    .three_sixty = "Grant Programme:Title", .spellings = "Programme|Fund|Grant Programme" },
  { "place", N_("Place"), TENURE_FIELD_TEXT, SEARCHED | FACET | CORE, .group = N_("Agreement"),
    .three_sixty = "Beneficiary Location:Name", .spellings = "Place|Region|Ward|District" },
  { "communities", N_("Communities served"), TENURE_FIELD_TEXT, SEARCHED, .group = N_("Agreement"),
    .help = N_("Who would lose out if it ended. Groups of people, never names.") },
  { "purpose", N_("Purpose of the money"), TENURE_FIELD_CHOICE, FACET | CORE, .group = N_("Agreement"), .choices = purposes },
  { "description", N_("Description"), TENURE_FIELD_LONG_TEXT, SEARCHED, .group = N_("Agreement"),
    .three_sixty = "Description", .ocds = "contracts/description",
    .spellings = "Description of Goods and/or Services|SHORT_DESCRIPTION|Brief description of the contract|Description|Contract Description" },

  { "award_day", N_("Awarded"), TENURE_FIELD_DAY, 0, .group = N_("Term"), .three_sixty = "Award Date", .ocds = "awards/date",
    .spellings = "Awarded Date|Award Date|Date of award" },
  { "signed", N_("Signed"), TENURE_FIELD_DAY, 0, .group = N_("Term"), .ocds = "contracts/dateSigned",
    .help = N_("A signature after the start is flagged: work began without an agreement."), .spellings = "Signed|Date signed" },
  { "start", N_("Start"), TENURE_FIELD_DAY, COLUMN | CORE, .group = N_("Term"),
    .three_sixty = "Planned Dates:Start Date", .ocds = "contracts/period/startDate",
    .spellings = "Start Date|CONTRACT_START_DATE|Contract Start Date|Validity Period Start|validity_start|Commencement Date|Start" },
  { "end", N_("Signed end"), TENURE_FIELD_DAY, COLUMN | CORE, .group = N_("Term"),
    .help = N_("The last day of the term as signed, without options. The committed end is worked out from it."),
    .three_sixty = "Planned Dates:End Date", .ocds = "contracts/period/endDate",
    .spellings = "End Date|CONTRACT_CURRENT_END_DATE|CURRENT_END_DATE|Current End Date|Contract End Date|Validity Period End|"
                 "validity_end|Expiry Date|End" },
  { "duration", N_("Stated length"), TENURE_FIELD_DURATION, 0, .group = N_("Term"),
    .help = N_("Used only where the end is not recorded; the end worked out from it is marked as such."),
    .three_sixty = "Planned Dates:Duration (months)", .ocds = "contracts/period/durationInDays",
    .spellings = "Current Term in months|CURRENT_TERM_MONTHS|Duration (months)|Term (months)" },
  { "open_ended", N_("Open-ended"), TENURE_FIELD_FLAG, FACET, .group = N_("Term"),
    .help = N_("Rolling, with no end agreed. Its security is the notice, never a long term.") },
  { "maximum_end", N_("Latest end as published"), TENURE_FIELD_DAY, 0, .group = N_("Term"),
    .help = N_("With every option taken up, where a register says so without listing the options."),
    .ocds = "contracts/period/maxExtentDate", .spellings = "MAXIMUM_CONTRACT_END_DATE|Contract Maximum End Date" },
  { "extension_text", N_("Extension as worded"), TENURE_FIELD_TEXT, 0, .group = N_("Term"),
    .spellings = "Option to Extend|CONTRACT_EXTENDABLE|Extension", .ocds = "contracts/renewal/description" },
  { "terminated", N_("Ended early"), TENURE_FIELD_DAY, 0, .group = N_("Term"),
    .help = N_("The last day, where it was or will be ended before its end.") },
  { "review_day", N_("Review date"), TENURE_FIELD_DAY, 0, .group = N_("Term"), .spellings = "Review Date" },
  { "predecessor", N_("Renewal of"), TENURE_FIELD_REFERENCE, 0, .group = N_("Term"), .refers_to = TENURE_RECORD_AGREEMENT,
    .help = N_("The agreement that this one follows. A renewal is an agreement of its own.") },
  { "lead_agreement", N_("Under"), TENURE_FIELD_REFERENCE, 0, .group = N_("Term"), .refers_to = TENURE_RECORD_AGREEMENT,
    .help = N_("The lead provider's or consortium's agreement through which the money passes.") },

  { "funder_notice", N_("Funder’s notice"), TENURE_FIELD_DURATION, CORE, COMMERCIAL, .group = N_("Notice and renewal"),
    .help = N_("How long before the funder must say that it ends the agreement early.") },
  { "funder_without_cause", N_("Funder may end without cause"), TENURE_FIELD_FLAG, FACET | CORE, COMMERCIAL, .group = N_("Notice and renewal"),
    .help = N_("If so, only the notice is secured, whatever the end date says.") },
  { "provider_notice", N_("Provider’s notice"), TENURE_FIELD_DURATION, 0, COMMERCIAL, .group = N_("Notice and renewal") },
  { "renewal_notice", N_("Renewal notice"), TENURE_FIELD_DURATION, 0, .group = N_("Notice and renewal"),
    .help = N_("How long before the end the provider must know whether it goes on. Not the same as notice to end early.") },
  { "lead_time", N_("Own lead time"), TENURE_FIELD_DURATION, 0, COMMERCIAL, .group = N_("Notice and renewal"),
    .help = N_("How long the commissioner’s own decision takes before notice can be given.") },
  { "renewal_status", N_("Renewal"), TENURE_FIELD_CHOICE, COLUMN | FACET | CORE, .group = N_("Notice and renewal"), .choices = renewal_states },
  { "decided", N_("Decided on"), TENURE_FIELD_DAY, 0, .group = N_("Notice and renewal"),
    .help = N_("The day on which it was decided whether the funding goes on.") },
  { "owner", N_("Owner"), TENURE_FIELD_TEXT, FACET | COLUMN | CORE, PERSONAL, .group = N_("Notice and renewal"),
    .help = N_("Who looks after this agreement day to day."),
    .spellings = "Owner|Contract Manager|Responsible Officer" },
  { "decision_owner", N_("Decides"), TENURE_FIELD_TEXT, FACET, PERSONAL, .group = N_("Notice and renewal"),
    .help = N_("The person or body that decides on renewal.") },

  { "value", N_("Value"), TENURE_FIELD_MONEY, COLUMN | CORE, .group = N_("Money"),
    .three_sixty = "Amount Awarded", .ocds = "contracts/value/amount",
    .spellings = "Total Contract Sum|CONTRACT_AWARD_VALUE|Contract Value|Original Contract Value|Extended Contract Value|Current Value|"
                 "CURRENT_VALUE|Awarded Value|Total Contract Value (£)|value_gbp|Amount|Value" },
  { "value_basis", N_("Value is"), TENURE_FIELD_CHOICE, CORE, .group = N_("Money"), .choices = value_bases,
    .help = N_("Whether the value is for the whole term or for each year.") },
  { "annual_value", N_("Stated yearly value"), TENURE_FIELD_MONEY, 0, .group = N_("Money"),
    .help = N_("Where the source states it beside the total. Otherwise the yearly value is worked out."),
    .spellings = "Annual Value|Estimated Annual Value|ESTIMATED_ANNUAL_VALUE" },
  { "value_approximate", N_("Value is approximate"), TENURE_FIELD_FLAG, 0, .group = N_("Money") },
  { "value_tax", N_("VAT"), TENURE_FIELD_CHOICE, 0, .group = N_("Money"), .choices = value_taxes },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, 0, .group = N_("Money"),
    .three_sixty = "Currency", .ocds = "contracts/value/currency", .spellings = "Currency" },
  { "full_cost", N_("Full cost"), TENURE_FIELD_MONEY, 0, COMMERCIAL, .group = N_("Money"),
    .help = N_("What the work costs the provider, overheads included, over the same period as the value.") },
  { "other_funding", N_("Other funders’ money"), TENURE_FIELD_MONEY, 0, COMMERCIAL, .group = N_("Money"),
    .help = N_("What others pay towards the same work, over the same period. All money together is held against full cost.") },

  { "regime", N_("Procurement regime"), TENURE_FIELD_TEXT, FACET, .group = N_("Procurement"), .spellings = "Procurement Regime" },
  { "procedure", N_("Route"), TENURE_FIELD_TEXT, 0, .group = N_("Procurement"), .ocds = "tender/procurementMethodDetails",
    .spellings = "PROCUREMENT_ROUTE|Procurement Route|Invitation to Quote / Tender|OJEU Procedure Type|Process Type" },
  { "category", N_("Category"), TENURE_FIELD_TEXT, 0, .group = N_("Procurement"), .ocds = "tender/classification",
    .spellings = "PRIMARY_PROCUREMENT_CATEGORY|Product Category|Cpv Codes|CPV label/URI" },
  { "department", N_("Department"), TENURE_FIELD_TEXT, FACET, .group = N_("Procurement"), .three_sixty = "Funding Org:Department",
    .spellings = "Department Responsible|Local authority department responsible|Directorate" },
  { "source_status", N_("Status in the source"), TENURE_FIELD_TEXT, 0, .group = N_("Procurement"),
    .help = N_("As the register put it. The status shown elsewhere is worked out from the dates."),
    .spellings = "Contract Status|Status", .ocds = "contracts/status" },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField funder_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_AGREEMENT },
  { "organisation", N_("Funder"), TENURE_FIELD_REFERENCE, REQUIRED, .group = N_("Funders"), .refers_to = TENURE_RECORD_ORGANISATION,
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

static const TenureField membership_fields[] = {
  { "portfolio", N_("Portfolio"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_PORTFOLIO },
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED, .group = N_("Portfolio"), .refers_to = TENURE_RECORD_AGREEMENT },
};

static const TenureField payment_fields[] = {
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, 0, .group = N_("Payment"), .refers_to = TENURE_RECORD_AGREEMENT },
  { "payee", N_("Paid to"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Payment"), .refers_to = TENURE_RECORD_ORGANISATION },
  { "invoiced", N_("Valid invoice received"), TENURE_FIELD_DAY, 0, .group = N_("Payment") },
  { "paid", N_("Paid on"), TENURE_FIELD_DAY, COLUMN, .group = N_("Payment"), .spellings = "Payment date|Payment Date|Date" },
  { "amount", N_("Amount"), TENURE_FIELD_MONEY, REQUIRED | COLUMN, .group = N_("Payment"),
    .help = N_("Negative for money that came back."),
    .spellings = "Net Amount(£)|Net Amount (£)|Net Amount|Amount Paid|Amount|Total Invoice Amount|TOTAL" },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, 0, .group = N_("Payment") },
  { "reference", N_("Payment reference"), TENURE_FIELD_TEXT, SEARCHED, .group = N_("Payment"),
    .spellings = "Transaction Number|HBC ref no|HBC Ref No." },
  { "category", N_("Category"), TENURE_FIELD_TEXT, FACET, .group = N_("Payment"),
    .spellings = "Service Cost Centre|Department Area|Service Area|Expenditure Category" },
};

static const TenureField board_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED | COLUMN, .group = N_("Board"),
    .spellings = "committee|Committee|Board|Body|Committee name" },
  { "type", N_("Type"), TENURE_FIELD_TEXT, COLUMN | FACET, .group = N_("Board"),
    .help = N_("Your own word: integrated care board, place partnership, working group."), .spellings = "Type|committee_type" },
  { "area", N_("Area"), TENURE_FIELD_TEXT, FACET, .group = N_("Board") },
  { "parent", N_("Reports to"), TENURE_FIELD_REFERENCE, 0, .group = N_("Board"), .refers_to = TENURE_RECORD_BOARD },
  { "from_day", N_("Exists from"), TENURE_FIELD_DAY, 0, .group = N_("Board") },
  { "to_day", N_("Exists to"), TENURE_FIELD_DAY, 0, .group = N_("Board") },
  { "successor", N_("Merged into"), TENURE_FIELD_REFERENCE, 0, .group = N_("Board"), .refers_to = TENURE_RECORD_BOARD },
  { "voice_expected", N_("Voluntary-sector voice expected"), TENURE_FIELD_FLAG, COLUMN | FACET | CORE, .group = N_("Representation"),
    .help = N_("Whether this board should have the sector at the table. You say which; the type only suggests it.") },
  { "votes", N_("The board votes"), TENURE_FIELD_FLAG, FACET | CORE, .group = N_("Representation") },
  { "target", N_("Target share of seats"), TENURE_FIELD_SHARE, 0, .group = N_("Representation"),
    .help = N_("For the voluntary sector. No authority sets one: this is your own yardstick.") },
  { "decision_rule", N_("Decides by"), TENURE_FIELD_CHOICE, 0, .group = N_("Voting"), .choices = decision_rules },
  { "quota", N_("Votes needed"), TENURE_FIELD_NUMBER, 0, .group = N_("Voting"), .unit = N_("votes"),
    .help = N_("For a quota of the board’s own.") },
  { "quorum", N_("Quorum"), TENURE_FIELD_NUMBER, 0, .group = N_("Voting"), .unit = N_("seats") },
  { "bloc_power", N_("Show voting power of blocs"), TENURE_FIELD_FLAG, 0, .group = N_("Voting"),
    .help = N_("Only where members vote as blocs. Members of a unitary board are not delegates.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField seat_fields[] = {
  { "board", N_("Board"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_BOARD },
  { "title", N_("Seat"), TENURE_FIELD_TEXT, SEARCHED | COLUMN, .group = N_("Seat"), .spellings = "Seat|Position" },
  { "bloc", N_("Bloc"), TENURE_FIELD_CHOICE, COLUMN | FACET | CORE, .group = N_("Seat"), .choices = blocs,
    .help = N_("The interest that the seat votes with.") , .spellings = "Bloc|Sector|Party" },
  { "vote_weight", N_("Votes"), TENURE_FIELD_NUMBER, COLUMN | CORE, .group = N_("Seat"), .unit = N_("votes"),
    .help = N_("0 for a seat without a vote.") },
  { "role", N_("Role"), TENURE_FIELD_CHOICE, COLUMN, .group = N_("Seat"), .choices = seat_roles, .spellings = "role|Role" },
  { "budget_authority", N_("Holds a budget"), TENURE_FIELD_FLAG, 0, .group = N_("Seat") },
  { "nominator", N_("Nominated by"), TENURE_FIELD_REFERENCE, 0, .group = N_("Seat"), .refers_to = TENURE_RECORD_ORGANISATION },
  { "established", N_("Established"), TENURE_FIELD_DAY, 0, .group = N_("Seat") },
  { "abolished", N_("Abolished"), TENURE_FIELD_DAY, 0, .group = N_("Seat") },
};

static const TenureField appointment_fields[] = {
  { "seat", N_("Seat"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_SEAT },
  { "person", N_("Person"), TENURE_FIELD_REFERENCE, REQUIRED, PERSONAL, .group = N_("Appointment"), .refers_to = TENURE_RECORD_PERSON },
  { "mandate", N_("Mandate"), TENURE_FIELD_CHOICE, CORE, .group = N_("Appointment"), .choices = mandates },
  { "chosen", N_("How chosen"), TENURE_FIELD_CHOICE, 0, .group = N_("Appointment"), .choices = selections },
  { "from_day", N_("From"), TENURE_FIELD_DAY, CORE, .group = N_("Appointment") },
  { "to_day", N_("To"), TENURE_FIELD_DAY, 0, .group = N_("Appointment") },
  { "deputy", N_("Deputy"), TENURE_FIELD_REFERENCE, 0, PERSONAL, .group = N_("Appointment"), .refers_to = TENURE_RECORD_PERSON },
};

static const TenureField meeting_fields[] = {
  { "board", N_("Board"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_BOARD },
  { "held", N_("Date"), TENURE_FIELD_DAY, REQUIRED | COLUMN, .group = N_("Meeting") },
  { "minutes", N_("Length"), TENURE_FIELD_NUMBER, COLUMN, .group = N_("Meeting"), .unit = N_("minutes") },
  { "topics", N_("Topics"), TENURE_FIELD_TEXT, SEARCHED | COLUMN, .group = N_("Meeting") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

static const TenureField attendance_fields[] = {
  { "meeting", N_("Meeting"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_MEETING },
  { "seat", N_("Seat"), TENURE_FIELD_REFERENCE, REQUIRED, .group = N_("Attendance"), .refers_to = TENURE_RECORD_SEAT },
  { "person", N_("Person"), TENURE_FIELD_REFERENCE, 0, PERSONAL, .group = N_("Attendance"), .refers_to = TENURE_RECORD_PERSON },
  { "presence", N_("Presence"), TENURE_FIELD_CHOICE, 0, .group = N_("Attendance"), .choices = presences },
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

static const TenureField usual_terms_fields[] = {
  { "funder", N_("Funder"), TENURE_FIELD_REFERENCE, COLUMN, .group = N_("Usual terms"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("Blank for every funder.") },
  { "kind", N_("Kind of agreement"), TENURE_FIELD_CHOICE, COLUMN, .group = N_("Usual terms"), .choices = agreement_kinds,
    .help = N_("Blank for every kind.") },
  { "renewal_notice", N_("Usual renewal notice"), TENURE_FIELD_DURATION, COLUMN, .group = N_("Usual terms"),
    .help = N_("Used where an agreement records none; every figure that rests on it is marked as assumed.") },
  { "lead_time", N_("Usual lead time"), TENURE_FIELD_DURATION, COLUMN, COMMERCIAL, .group = N_("Usual terms"),
    .help = N_("How long the commissioner’s own decision usually takes before notice can be given.") },
};

#define RECORD(TYPE, TABLE, LABEL, PLURAL, TITLE, PARENT_TYPE, FIELDS)                                                   \
  [TYPE] = { .type = TYPE, .table = TABLE, .label = LABEL, .label_plural = PLURAL, .title_field = TITLE,                 \
             .parent = PARENT_TYPE, .fields = FIELDS, .n_fields = G_N_ELEMENTS (FIELDS) }

const TenureRecordDef tenure_record_defs[TENURE_N_RECORDS] = {
  RECORD (TENURE_RECORD_PORTFOLIO, "portfolio", N_("Portfolio"), N_("Portfolios"), "name", TENURE_RECORD_NONE, portfolio_fields),
  RECORD (TENURE_RECORD_ORGANISATION, "organisation", N_("Organisation"), N_("Organisations"), "name", TENURE_RECORD_NONE, organisation_fields),
  RECORD (TENURE_RECORD_IDENTIFIER, "identifier", N_("Identifier"), N_("Identifiers"), "value", TENURE_RECORD_ORGANISATION, identifier_fields),
  RECORD (TENURE_RECORD_PERSON, "person", N_("Person"), N_("People"), "name", TENURE_RECORD_NONE, person_fields),
  RECORD (TENURE_RECORD_AGREEMENT, "agreement", N_("Agreement"), N_("Agreements"), "title", TENURE_RECORD_NONE, agreement_fields),
  RECORD (TENURE_RECORD_FUNDER, "funder", N_("Funder"), N_("Funders"), NULL, TENURE_RECORD_AGREEMENT, funder_fields),
  RECORD (TENURE_RECORD_EXTENSION, "extension", N_("Extension option"), N_("Extension options"), NULL, TENURE_RECORD_AGREEMENT, extension_fields),
  RECORD (TENURE_RECORD_MEMBERSHIP, "membership", N_("Agreement in a portfolio"), N_("Agreements in portfolios"), NULL, TENURE_RECORD_PORTFOLIO, membership_fields),
  RECORD (TENURE_RECORD_PAYMENT, "payment", N_("Payment"), N_("Payments"), "reference", TENURE_RECORD_NONE, payment_fields),
  RECORD (TENURE_RECORD_BOARD, "board", N_("Board"), N_("Boards"), "name", TENURE_RECORD_NONE, board_fields),
  RECORD (TENURE_RECORD_SEAT, "seat", N_("Seat"), N_("Seats"), "title", TENURE_RECORD_BOARD, seat_fields),
  RECORD (TENURE_RECORD_APPOINTMENT, "appointment", N_("Appointment"), N_("Appointments"), NULL, TENURE_RECORD_SEAT, appointment_fields),
  RECORD (TENURE_RECORD_MEETING, "meeting", N_("Meeting"), N_("Meetings"), NULL, TENURE_RECORD_BOARD, meeting_fields),
  RECORD (TENURE_RECORD_ATTENDANCE, "attendance", N_("Attendance"), N_("Attendance"), NULL, TENURE_RECORD_MEETING, attendance_fields),
  RECORD (TENURE_RECORD_EXEMPTION, "exemption", N_("Exemption"), N_("Exemptions"), "reason", TENURE_RECORD_NONE, exemption_fields),
  RECORD (TENURE_RECORD_USUAL_TERMS, "usual_terms", N_("Usual terms"), N_("Usual terms"), NULL, TENURE_RECORD_NONE, usual_terms_fields),
};

/* clang-format on */
