/* An agreement. */

#include "config.h"
#include "catalogue/records-private.h"

#include "base/i18n.h"

/* clang-format off */

const TenureChoice tenure_agreement_kinds[] = {
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

static const TenureChoice funded_roles[] = {
  { "independent_chair", N_("Independent chair") },
  { "coordinator", N_("Coordinator") },
  { "infrastructure", N_("Infrastructure body") },
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

static const TenureChoice payment_profiles[] = {
  { "advance", N_("In advance") },
  { "part_advance", N_("Partly in advance") },
  { "arrears", N_("In arrears") },
  { "results", N_("By results") },
  { NULL },
};

static const TenureChoice renewal_states[] = {
  { "not_started", N_("Not started") },
  { "in_progress", N_("In progress") },
  { "renewed", N_("Renewed") },
  { "not_renewing", N_("Not renewing") },
  { NULL },
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
  { "kind", N_("Kind"), TENURE_FIELD_CHOICE, COLUMN | FACET | CORE, .group = N_("Agreement"), .choices = tenure_agreement_kinds },
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
  { "communities", N_("Communities served"), TENURE_FIELD_TEXT, SEARCHED | BEFORE_START, .group = N_("Agreement"),
    .help = N_("Who would lose out if it ended. Groups of people, never names.") },
  { "themes", N_("Themes"), TENURE_FIELD_LIST, SEARCHED | FACET, .group = N_("Agreement"), .since = 2,
    .help = N_("What it is about: loneliness; hospital discharge; advice. Separate several with semicolons.") },
  { "tags", N_("Tags"), TENURE_FIELD_LIST, SEARCHED | FACET, .group = N_("Agreement"), .since = 2,
    .help = N_("Your own marks, for filters and saved views. Separate several with semicolons.") },
  { "funded_role", N_("Funds a role"), TENURE_FIELD_CHOICE, FACET, .group = N_("Agreement"), .choices = funded_roles, .since = 2,
    .help = N_("A role that others lean on: its end is flagged six months ahead.") },
  { "posts", N_("Posts paid for"), TENURE_FIELD_DECIMAL, 0, .group = N_("Agreement"), .unit = N_("full-time equivalents"), .since = 2,
    .help = N_("Jobs that the money pays, as full-time equivalents: 2.5. They are at risk when it ends.") },
  { "purpose", N_("Purpose of the money"), TENURE_FIELD_CHOICE, FACET | CORE, .group = N_("Agreement"), .choices = purposes },
  { "description", N_("Description"), TENURE_FIELD_LONG_TEXT, SEARCHED, .group = N_("Agreement"),
    .three_sixty = "Description", .ocds = "contracts/description",
    .spellings = "Description of Goods and/or Services|SHORT_DESCRIPTION|Brief description of the contract|Description|Contract Description" },

  { "award_day", N_("Awarded"), TENURE_FIELD_DAY, 0, .group = N_("Term"), .three_sixty = "Award Date", .ocds = "awards/date",
    .spellings = "Awarded Date|Award Date|Date of award" },
  { "signed", N_("Signed"), TENURE_FIELD_DAY, 0, .group = N_("Term"), .ocds = "contracts/dateSigned",
    .help = N_("A signature after the start is flagged: work began without an agreement."), .spellings = "Signed|Date signed" },
  { "start", N_("Start"), TENURE_FIELD_DAY, COLUMN | CORE, .group = N_("Term"),
    .counts_unless = "kind=citizen_directed",
    .three_sixty = "Planned Dates:Start Date", .ocds = "contracts/period/startDate",
    .spellings = "Start Date|CONTRACT_START_DATE|Contract Start Date|Validity Period Start|validity_start|Commencement Date|Start" },
  { "end", N_("Signed end"), TENURE_FIELD_DAY, COLUMN | CORE, .group = N_("Term"),
    .counts_unless = "open_ended=1|duration|kind=citizen_directed",
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
  { "ended_reason", N_("Why it ends early"), TENURE_FIELD_TEXT, SEARCHED, COMMERCIAL, .group = N_("Term"), .since = 4,
    .help = N_("In a few words: money withdrawn, by agreement, a breach. Never details of patients.") },
  { "review_day", N_("Review date"), TENURE_FIELD_DAY, 0, .group = N_("Term"), .spellings = "Review Date" },
  { "predecessor", N_("Renewal of"), TENURE_FIELD_REFERENCE, 0, .group = N_("Term"), .refers_to = TENURE_RECORD_AGREEMENT,
    .help = N_("The agreement that this one follows. A renewal is an agreement of its own.") },
  { "lead_agreement", N_("Under"), TENURE_FIELD_REFERENCE, 0, .group = N_("Term"), .refers_to = TENURE_RECORD_AGREEMENT,
    .help = N_("The lead provider's or consortium's agreement through which the money passes.") },

  { "funder_notice", N_("Funder’s notice"), TENURE_FIELD_DURATION, CORE, COMMERCIAL, .group = N_("Notice and renewal"),
    .counts_unless = "funder_without_cause=0|kind=citizen_directed",
    .help = N_("How long before the funder must say that it ends the agreement early.") },
  { "funder_without_cause", N_("Funder may end without cause"), TENURE_FIELD_FLAG, FACET | CORE, COMMERCIAL, .group = N_("Notice and renewal"),
    .counts_unless = "kind=citizen_directed",
    .help = N_("If so, only the notice is secured, whatever the end date says.") },
  { "provider_notice", N_("Provider’s notice"), TENURE_FIELD_DURATION, 0, COMMERCIAL, .group = N_("Notice and renewal") },
  { "provider_without_cause", N_("Provider may end without cause"), TENURE_FIELD_FLAG, 0, COMMERCIAL, .group = N_("Notice and renewal"), .since = 2 },
  { "renewal_notice", N_("Renewal notice"), TENURE_FIELD_DURATION, 0, .group = N_("Notice and renewal"),
    .help = N_("How long before the end the provider must know whether it goes on. Not the same as notice to end early.") },
  { "lead_time", N_("Own lead time"), TENURE_FIELD_DURATION, 0, COMMERCIAL, .group = N_("Notice and renewal"),
    .help = N_("How long the commissioner’s own decision takes before notice can be given.") },
  { "renewal_status", N_("Renewal"), TENURE_FIELD_CHOICE, COLUMN | FACET | CORE, .group = N_("Notice and renewal"), .choices = renewal_states,
    .counts_unless = "open_ended=1|decided|terminated|kind=citizen_directed" },
  { "decided", N_("Decided on"), TENURE_FIELD_DAY, 0, .group = N_("Notice and renewal"),
    .help = N_("The day on which it was decided whether the funding goes on.") },
  { "decision", N_("Decision"), TENURE_FIELD_TEXT, 0, COMMERCIAL, .group = N_("Notice and renewal"), .since = 4,
    .help = N_("What was decided, and why, in a few words.") },
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
    .counts_unless = "annual_value",
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
  { "bid_cost", N_("Cost of bidding"), TENURE_FIELD_MONEY, 0, COMMERCIAL, .group = N_("Money"), .since = 2,
    .help = N_("What it cost the provider to win the agreement.") },
  { "monitoring_cost", N_("Cost of monitoring"), TENURE_FIELD_MONEY, 0, COMMERCIAL, .group = N_("Money"), .since = 2,
    .help = N_("What returns and meetings cost the provider, over the same period as the value.") },
  { "payment_profile", N_("Paid"), TENURE_FIELD_CHOICE, FACET | CORE, COMMERCIAL, .group = N_("Money"), .choices = payment_profiles, .since = 2,
    .counts_unless = "kind=citizen_directed",
    .help = N_("Money in arrears makes a small organisation lend to its funder.") },
  { "price_index", N_("Prices follow"), TENURE_FIELD_REFERENCE, 0, .group = N_("Money"), .refers_to = TENURE_RECORD_PRICE_INDEX, .since = 2,
    .help = N_("The index that the uplifts are held against. Blank for the usual one.") },

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

  { "tightness", N_("Tightness of specification"), TENURE_FIELD_NUMBER, 0, .group = N_("Specification"), .unit = N_("of 5"), .min = 1, .max = 5, .since = 2,
    .help = N_("From 1, nothing is laid down, to 5, every step is. Both ends are noted.") },
  { "remit_in", N_("In the remit"), TENURE_FIELD_LONG_TEXT, SEARCHED, .group = N_("Specification"), .since = 2 },
  { "remit_out", N_("Outside the remit"), TENURE_FIELD_LONG_TEXT, SEARCHED, .group = N_("Specification"), .since = 2,
    .help = N_("What the provider is not paid to do, and whom to call instead.") },
  { "specification_agreed", N_("Specification agreed"), TENURE_FIELD_FLAG, BEFORE_START, .group = N_("Specification"), .since = 2 },
  { "measures_agreed", N_("Measures agreed"), TENURE_FIELD_FLAG, BEFORE_START, .group = N_("Specification"), .since = 2 },
  { "variation_agreed", N_("Way of varying agreed"), TENURE_FIELD_FLAG, BEFORE_START, .group = N_("Specification"), .since = 2,
    .help = N_("How scope and price may be changed midway.") },
  { "key_person", N_("Key person"), TENURE_FIELD_REFERENCE, 0, PERSONAL, .group = N_("Key person"), .refers_to = TENURE_RECORD_PERSON, .since = 2,
    .help = N_("The one without whom the service would stop. Blank when there is none.") },
  { "key_cover", N_("Covered by"), TENURE_FIELD_REFERENCE, 0, PERSONAL, .group = N_("Key person"), .refers_to = TENURE_RECORD_PERSON, .since = 2 },
  { "key_clause", N_("Clause on absence"), TENURE_FIELD_FLAG, 0, COMMERCIAL, .group = N_("Key person"), .since = 2,
    .help = N_("Whether the agreement says what happens when the key person is away or leaves.") },

  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

/* As people enter it: who, how long, how much, then what ends it. */
static const char *const groups[] = {
  N_("Agreement"), N_("Term"), N_("Money"), N_("Notice and renewal"), N_("Procurement"), N_("Specification"), N_("Key person"), N_("Notes"), NULL,
};

const TenureRecordDef tenure_agreement_def = {
  .type = TENURE_RECORD_AGREEMENT, .table = "agreement", .label = N_("Agreement"), .label_plural = N_("Agreements"),
  .title_field = "title", .parent = TENURE_RECORD_NONE, .fields = agreement_fields, .n_fields = G_N_ELEMENTS (agreement_fields),
  .groups = groups,
};

/* clang-format on */
