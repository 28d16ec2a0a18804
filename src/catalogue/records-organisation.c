/* Organisations and people. */

#include "config.h"
#include "catalogue/records-private.h"

#include "base/i18n.h"

/* clang-format off */

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

static const TenureField organisation_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED | COLUMN, .group = N_("Identity"),
    .help = N_("As it calls itself now. Former names are recorded below and found by the search."),
    .three_sixty = "Recipient Org:Name", .ocds = "parties/name",
    .spellings = "charity_name|Organisation|Organisation Name|Charity Name|official-name" },
  { "vcs", N_("{Sector}"), TENURE_FIELD_FLAG, COLUMN | FACET | CORE, .group = N_("Identity"),
    .help = N_("Whether this is a voluntary, community or social enterprise organisation. Leave it not recorded "
               "when you do not know: unknown organisations are counted beside the sector, never in it."),
    .ocds = "parties/details/vcse", .spellings = "Voluntary sector|VCSE|VCSE?|Is VCSE|VCS|VCS?|VCSE supplier type" },
  { "vcs_evidence", N_("Evidence"), TENURE_FIELD_TEXT, 0, .group = N_("Identity"),
    .help = N_("What the answer rests on: a flag in a file, a charity number, your own knowledge.") },
  { "kind", N_("Kind"), TENURE_FIELD_CHOICE, COLUMN | FACET | CORE, .group = N_("Identity"), .choices = organisation_kinds,
    .help = N_("Its form. A group that is on no register is an unregistered community group."),
    .three_sixty = "Recipient Org:Organisation Type", .spellings = "Organisation Type|charity_type" },
  { "place", N_("Place"), TENURE_FIELD_TEXT, COLUMN | FACET | SEARCHED, .group = N_("Identity"),
    .help = N_("Where it is at home."),
    .three_sixty = "Recipient Org:City", .spellings = "City|Town|Place" },
  { "places_served", N_("Places served"), TENURE_FIELD_LIST, SEARCHED | FACET, .group = N_("Identity"), .since = 2,
    .help = N_("Separate several with semicolons.") },
  { "communities", N_("Communities served"), TENURE_FIELD_LIST, SEARCHED | FACET, .group = N_("Identity"), .since = 2,
    .help = N_("Groups of people, never names. Separate several with semicolons.") },
  { "infrastructure", N_("Infrastructure body"), TENURE_FIELD_FLAG, FACET, .group = N_("Identity"), .since = 2,
    .help = N_("Supports and speaks for other organisations of the sector.") },
  { "postcode", N_("Postcode"), TENURE_FIELD_TEXT, 0, .group = N_("Identity"),
    .help = N_("Of its office."),
    .three_sixty = "Recipient Org:Postal Code", .spellings = "Postcode|charity_contact_postcode" },
  { "website", N_("Website"), TENURE_FIELD_TEXT, 0, .group = N_("Identity"),
    .help = N_("Its address on the web."),
    .three_sixty = "Recipient Org:Web Address", .spellings = "Website|charity_contact_web" },
  { "parent", N_("Part of"), TENURE_FIELD_REFERENCE, 0, .group = N_("Identity"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("The network or parent body to which it belongs.") },
  { "opened", N_("Opened"), TENURE_FIELD_DAY, 0, .group = N_("Life"),
    .help = N_("The day on which it was founded or registered."),
    .spellings = "date_of_registration|start-date" },
  { "closed", N_("Closed"), TENURE_FIELD_DAY, 0, .group = N_("Life"),
    .help = N_("The last day, where it has closed or merged."),
    .spellings = "date_of_removal|end-date" },
  { "successor", N_("Replaced by"), TENURE_FIELD_REFERENCE, 0, .group = N_("Life"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("The organisation that took over, where it merged.") },
  { "accounts_end", N_("Accounts to"), TENURE_FIELD_DAY, 0, .group = N_("Accounts"),
    .help = N_("The last day of the financial year that the figures below come from."),
    .spellings = "latest_acc_fin_period_end_date" },
  { "income", N_("Yearly income"), TENURE_FIELD_MONEY, COLUMN | CORE, .group = N_("Accounts"), .counts_unless = "vcs=0",
    .help = N_("Total income in the last accounts. The size band is worked out from it."), .spellings = "latest_income|Income" },
  { "expenditure", N_("Yearly expenditure"), TENURE_FIELD_MONEY, CORE, .group = N_("Accounts"),
    .help = N_("Total spending in the last accounts. How long the reserves last is worked out from it."),
    .counts_unless = "vcs=0",
    .spellings = "latest_expenditure" },
  { "free_reserves", N_("Free reserves"), TENURE_FIELD_MONEY, CORE | BELOW_ZERO, COMMERCIAL, .group = N_("Accounts"), .counts_unless = "vcs=0",
    .help = N_("Money that is neither restricted nor tied up in buildings and equipment.") },
  { "reserves_policy", N_("Reserves policy"), TENURE_FIELD_NUMBER, 0, COMMERCIAL, .group = N_("Accounts"), .unit = N_("months of spending"), .min = 0, .max = 120, .since = 2,
    .help = N_("The least that the organisation’s own policy asks for. It replaces the local setting in rule R1.") },
  { "staff", N_("Staff"), TENURE_FIELD_DECIMAL, 0, .group = N_("Accounts"), .unit = N_("full-time equivalents"), .since = 2,
    .help = N_("People employed, as full-time equivalents: 2.5.") },
  { "currency", N_("Currency of accounts"), TENURE_FIELD_CURRENCY, 0, .group = N_("Accounts"),
    .help = N_("Three letters: GBP. Income can be held against agreements of the same currency only.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, SEARCHED, COMMERCIAL, .group = N_("Notes"),
    .help = N_("Never details of patients."),
    .spellings = "charity_activities" },
};

static const TenureField identifier_fields[] = {
  { "organisation", N_("Organisation"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_ORGANISATION },
  { "scheme", N_("Register"), TENURE_FIELD_TEXT, REQUIRED, .group = N_("Identifiers"),
    .help = N_("The list the number comes from: Charity Commission, Companies House, or its code: GB-CHC, GB-COH.") },
  { "value", N_("Number"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED, .group = N_("Identifiers"),
    .help = N_("As the register writes it. A wrong length or check digit is pointed out."),
    .three_sixty = "Recipient Org:Identifier" },
};

static const TenureField former_name_fields[] = {
  { "organisation", N_("Organisation"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_ORGANISATION },
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED, .group = N_("Former names"),
    .help = N_("What it was called.") },
  { "from_day", N_("From"), TENURE_FIELD_DAY, 0, .group = N_("Former names"),
    .help = N_("The first day of that name.") },
  { "to_day", N_("To"), TENURE_FIELD_DAY, 0, .group = N_("Former names"),
    .help = N_("The last day of that name.") },
};

static const TenureField accounts_fields[] = {
  { "organisation", N_("Organisation"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_ORGANISATION },
  { "year_end", N_("Year to"), TENURE_FIELD_DAY, REQUIRED, .group = N_("Accounts by year"),
    .help = N_("The last day of that financial year.") },
  { "income", N_("Income"), TENURE_FIELD_MONEY, 0, .group = N_("Accounts by year"),
    .help = N_("Total income in that year.") },
  { "expenditure", N_("Expenditure"), TENURE_FIELD_MONEY, 0, .group = N_("Accounts by year"),
    .help = N_("Total spending in that year.") },
  { "free_reserves", N_("Free reserves"), TENURE_FIELD_MONEY, BELOW_ZERO, COMMERCIAL, .group = N_("Accounts by year"),
    .help = N_("At the end of that year: money that is neither restricted nor tied up.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, INHERITED, .group = N_("Accounts by year") },
  { "staff", N_("Staff"), TENURE_FIELD_DECIMAL, 0, .group = N_("Accounts by year"), .unit = N_("full-time equivalents"),
    .help = N_("People employed in that year, as full-time equivalents.") },
};

static const TenureField other_income_fields[] = {
  { "organisation", N_("Organisation"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_ORGANISATION },
  { "source", N_("Funder"), TENURE_FIELD_TEXT, REQUIRED, .group = N_("Income from others"),
    .help = N_("Who else pays: a trust, another council, donations, trading.") },
  { "amount", N_("Income from others"), TENURE_FIELD_MONEY, REQUIRED, COMMERCIAL, .group = N_("Income from others"),
    .help = N_("In the year of the last accounts, apart from the agreements in this document.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, INHERITED, .group = N_("Income from others") },
};

static const TenureField contact_fields[] = {
  { "organisation", N_("Organisation"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_ORGANISATION },
  { "person", N_("Person"), TENURE_FIELD_REFERENCE, REQUIRED, PERSONAL, .group = N_("Contacts"), .refers_to = TENURE_RECORD_PERSON,
    .help = N_("Who speaks for the other side.") },
  { "role", N_("Role"), TENURE_FIELD_TEXT, 0, PERSONAL, .group = N_("Contacts"),
    .help = N_("What the person is responsible for.") },
  { "from_day", N_("From"), TENURE_FIELD_DAY, 0, PERSONAL, .group = N_("Contacts"),
    .help = N_("In post since. Less than a year is flagged.") },
  { "to_day", N_("To"), TENURE_FIELD_DAY, 0, PERSONAL, .group = N_("Contacts"),
    .help = N_("The last day in post.") },
  { "handover", N_("Handover"), TENURE_FIELD_LONG_TEXT, 0, PERSONAL, .group = N_("Contacts"),
    .help = N_("What the next person needs to know. Never details of patients.") },
};

static const TenureField person_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | SEARCHED | COLUMN, PERSONAL, .group = N_("Person"),
    .help = N_("What the person is called in public; seats, contacts and key roles are found by it."),
    .spellings = "Member|Member name|Person|Councillor" },
  { "organisation", N_("Works for"), TENURE_FIELD_REFERENCE, COLUMN, PERSONAL, .group = N_("Person"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("The employer, so that a seat and a contract of one organisation are seen together.") },
  { "role", N_("Role"), TENURE_FIELD_TEXT, COLUMN, PERSONAL, .group = N_("Person"),
    .help = N_("What the person does there, to tell apart people of one name.") },
  { "email", N_("E-mail"), TENURE_FIELD_TEXT, 0, PERSONAL, .group = N_("Person"),
    .help = N_("Where to write to; it stays out of every copy without personal data.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, 0, PERSONAL, .group = N_("Notes"),
    .help = N_("Never details of patients.") },
};

const TenureRecordDef tenure_organisation_def =
  TENURE_RECORD_DEF (TENURE_RECORD_ORGANISATION, "organisation", N_("Organisation"), N_("Organisations"), "name", TENURE_RECORD_NONE, organisation_fields);
const TenureRecordDef tenure_identifier_def =
  TENURE_CHILD_DEF (TENURE_RECORD_IDENTIFIER, "identifier", N_("Identifier"), N_("Identifiers"), "value", TENURE_RECORD_ORGANISATION, identifier_fields, N_("Add an Identifier"), N_("New identifier"), FALSE);
const TenureRecordDef tenure_former_name_def =
  TENURE_CHILD_DEF (TENURE_RECORD_FORMER_NAME, "former_name", N_("Former name"), N_("Former names"), "name", TENURE_RECORD_ORGANISATION, former_name_fields, N_("Add a Former Name"), N_("New former name"), TRUE);
const TenureRecordDef tenure_accounts_def =
  TENURE_CHILD_DEF (TENURE_RECORD_ACCOUNTS, "accounts", N_("Accounts of a year"), N_("Accounts by year"), NULL, TENURE_RECORD_ORGANISATION, accounts_fields, N_("Add Accounts"), N_("New accounts"), TRUE);
const TenureRecordDef tenure_other_income_def =
  TENURE_CHILD_DEF (TENURE_RECORD_OTHER_INCOME, "other_income", N_("Income from others"), N_("Income from others"), "source", TENURE_RECORD_ORGANISATION, other_income_fields, N_("Add Income"), N_("New income"), TRUE);
const TenureRecordDef tenure_contact_def =
  TENURE_CHILD_DEF (TENURE_RECORD_CONTACT, "contact", N_("Contact"), N_("Contacts"), NULL, TENURE_RECORD_ORGANISATION, contact_fields, N_("Add a Contact"), N_("New contact"), TRUE);
const TenureRecordDef tenure_person_def =
  TENURE_RECORD_DEF (TENURE_RECORD_PERSON, "person", N_("Person"), N_("People"), "name", TENURE_RECORD_NONE, person_fields);

/* clang-format on */
