/* What might be: changes of agreements that are kept by name to be tried, and made by nobody yet. */

#include "config.h"
#include "catalogue/records-private.h"

#include "base/i18n.h"

/* clang-format off */

static const TenureChoice change_kinds[] = {
  { "extend", N_("Extend") },
  { "exercise", N_("Take up the next option") },
  { "uplift", N_("Change the price") },
  { "move_end", N_("Move the end") },
  { "end_early", N_("End early") },
  { "merge", N_("Merge to one term") },
  { "add", N_("Add an agreement") },
  { NULL },
};

static const TenureField scenario_fields[] = {
  { "name", N_("Name"), TENURE_FIELD_TEXT, REQUIRED | COLUMN, COMMERCIAL, .group = N_("Scenario"),
    .help = N_("What the scenario is called in the list.") },
  { "notes", N_("Notes"), TENURE_FIELD_LONG_TEXT, 0, COMMERCIAL, .group = N_("Scenario"),
    .help = N_("Who asked for it, and what it is to show. Never details of patients.") },
};

static const TenureField scenario_change_fields[] = {
  { "scenario", N_("Scenario"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_SCENARIO },
  { "kind", N_("Change"), TENURE_FIELD_CHOICE, REQUIRED, COMMERCIAL, .group = N_("Changes"), .choices = change_kinds,
    .help = N_("What would become of the agreements.") },
  { "length", N_("Longer by"), TENURE_FIELD_DURATION, 0, COMMERCIAL, .group = N_("Changes"),
    .help = N_("Of an extension: whole months.") },
  { "rate", N_("Price changes by"), TENURE_FIELD_RATE, 0, COMMERCIAL, .group = N_("Changes"),
    .help = N_("Of a change of price; below zero where it falls.") },
  { "last_day", N_("Last day"), TENURE_FIELD_DAY, 0, COMMERCIAL, .group = N_("Changes"),
    .help = N_("Where the end is moved, of an end that comes early, of a term that several become, or of a new agreement.") },
  { "title", N_("Title"), TENURE_FIELD_TEXT, 0, COMMERCIAL, .group = N_("Changes"),
    .help = N_("Of an agreement that is added.") },
  { "provider", N_("Provider"), TENURE_FIELD_REFERENCE, 0, COMMERCIAL, .group = N_("Changes"), .refers_to = TENURE_RECORD_ORGANISATION,
    .help = N_("Of an agreement that is added. Blank: that of the agreement it is like.") },
  { "first_day", N_("First day"), TENURE_FIELD_DAY, 0, COMMERCIAL, .group = N_("Changes"),
    .help = N_("Of an agreement that is added.") },
  { "annual_value", N_("Yearly value"), TENURE_FIELD_MONEY, 0, COMMERCIAL, .group = N_("Changes"),
    .help = N_("Of an agreement that is added.") },
  { "currency", N_("Currency"), TENURE_FIELD_CURRENCY, 0, COMMERCIAL, .group = N_("Changes"),
    .help = N_("Of an agreement that is added.") },
};

static const TenureField scenario_agreement_fields[] = {
  { "change", N_("Change"), TENURE_FIELD_REFERENCE, REQUIRED | PARENT, .refers_to = TENURE_RECORD_SCENARIO_CHANGE },
  { "agreement", N_("Agreement"), TENURE_FIELD_REFERENCE, REQUIRED, COMMERCIAL, .group = N_("Changes"), .refers_to = TENURE_RECORD_AGREEMENT,
    .help = N_("An agreement that would be changed, or that one to be added is like.") },
};

const TenureRecordDef tenure_scenario_def =
  TENURE_RECORD_DEF (TENURE_RECORD_SCENARIO, "scenario", N_("Scenario"), N_("Scenarios"), "name", TENURE_RECORD_NONE, scenario_fields);
const TenureRecordDef tenure_scenario_change_def =
  TENURE_RECORD_DEF (TENURE_RECORD_SCENARIO_CHANGE, "scenario_change", N_("Change in a scenario"), N_("Changes in scenarios"), NULL, TENURE_RECORD_SCENARIO, scenario_change_fields);
const TenureRecordDef tenure_scenario_agreement_def =
  TENURE_RECORD_DEF (TENURE_RECORD_SCENARIO_AGREEMENT, "scenario_agreement", N_("Agreement in a scenario"), N_("Agreements in scenarios"), NULL, TENURE_RECORD_SCENARIO_CHANGE, scenario_agreement_fields);

/* clang-format on */
