-- Schema version 11: scenarios that are kept by name: changes to be tried on agreements, made by nobody yet.

CREATE TABLE scenario (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  name TEXT NOT NULL, -- Name
  notes TEXT -- Notes
) STRICT;

CREATE TABLE scenario_change (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies; the order in which changes are made
  scenario INTEGER NOT NULL, -- Scenario: id in scenario
  kind TEXT NOT NULL, -- Change: extend, exercise, uplift, move_end, end_early, merge, add
  length TEXT, -- Longer by; ISO 8601, of extend
  rate INTEGER, -- Price changes by; basis points, of uplift
  last_day TEXT, -- Last day; YYYY-MM-DD, inclusive, of move_end, end_early, merge, add
  title TEXT, -- Title, of add
  provider INTEGER, -- Provider: id in organisation, of add
  first_day TEXT, -- First day; YYYY-MM-DD, of add
  annual_value INTEGER, -- Yearly value; minor units, of add
  currency TEXT -- Currency; ISO 4217, of add
) STRICT;

CREATE TABLE scenario_agreement (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  change INTEGER NOT NULL, -- Change: id in scenario_change
  agreement INTEGER NOT NULL -- Agreement: id in agreement
) STRICT;

CREATE INDEX scenario_change_scenario ON scenario_change (scenario);
CREATE INDEX scenario_change_provider ON scenario_change (provider) WHERE provider IS NOT NULL;
CREATE INDEX scenario_agreement_change ON scenario_agreement (change);
CREATE INDEX scenario_agreement_agreement ON scenario_agreement (agreement);
