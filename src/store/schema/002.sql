-- Schema version 2: what a commissioner keeps about an agreement and the organisation behind it, in depth.
--
-- Columns are appended and tables added, in the words of the field catalogue; nothing else, so that undo reaches back
-- across this version.

ALTER TABLE agreement ADD COLUMN themes TEXT; -- Themes; separated by semicolons
ALTER TABLE agreement ADD COLUMN tags TEXT; -- Tags; separated by semicolons
ALTER TABLE agreement ADD COLUMN funded_role TEXT; -- Funds a role: independent_chair, coordinator, infrastructure
ALTER TABLE agreement ADD COLUMN posts INTEGER; -- Posts paid for; hundredths, 250 = 2.5
ALTER TABLE agreement ADD COLUMN provider_without_cause INTEGER; -- Provider may end without cause; 1 yes, 0 no
ALTER TABLE agreement ADD COLUMN bid_cost INTEGER; -- Cost of bidding; minor units, in the currency of the row
ALTER TABLE agreement ADD COLUMN monitoring_cost INTEGER; -- Cost of monitoring; minor units, in the currency of the row
ALTER TABLE agreement ADD COLUMN payment_profile TEXT; -- Paid: advance, part_advance, arrears, results
ALTER TABLE agreement ADD COLUMN price_index INTEGER; -- Prices follow: id in price_index
ALTER TABLE agreement ADD COLUMN tightness INTEGER; -- Tightness of specification; of 5
ALTER TABLE agreement ADD COLUMN remit_in TEXT; -- In the remit
ALTER TABLE agreement ADD COLUMN remit_out TEXT; -- Outside the remit
ALTER TABLE agreement ADD COLUMN specification_agreed INTEGER; -- Specification agreed; 1 yes, 0 no
ALTER TABLE agreement ADD COLUMN measures_agreed INTEGER; -- Measures agreed; 1 yes, 0 no
ALTER TABLE agreement ADD COLUMN variation_agreed INTEGER; -- Way of varying agreed; 1 yes, 0 no
ALTER TABLE agreement ADD COLUMN key_person INTEGER; -- Key person: id in person
ALTER TABLE agreement ADD COLUMN key_cover INTEGER; -- Covered by: id in person
ALTER TABLE agreement ADD COLUMN key_clause INTEGER; -- Clause on absence; 1 yes, 0 no

ALTER TABLE organisation ADD COLUMN places_served TEXT; -- Places served; separated by semicolons
ALTER TABLE organisation ADD COLUMN communities TEXT; -- Communities served; separated by semicolons
ALTER TABLE organisation ADD COLUMN infrastructure INTEGER; -- Infrastructure body; 1 yes, 0 no
ALTER TABLE organisation ADD COLUMN reserves_policy INTEGER; -- Reserves policy; months of spending
ALTER TABLE organisation ADD COLUMN staff INTEGER; -- Staff; hundredths, 250 = 2.5

CREATE TABLE variation (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  agreement INTEGER NOT NULL, -- Agreement: id in agreement
  made TEXT, -- Agreed on; YYYY-MM-DD
  scope TEXT, -- Scope became: wider, same, narrower
  price_change INTEGER, -- Price changed by; minor units, in the currency of the row
  currency TEXT, -- Currency; ISO 4217, its parent’s
  description TEXT -- What changed
) STRICT;

CREATE TABLE uplift (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  agreement INTEGER NOT NULL, -- Agreement: id in agreement
  from_day TEXT NOT NULL, -- From; YYYY-MM-DD
  rate INTEGER NOT NULL -- Uplift; basis points, 270 = 2.7 %, may be negative
) STRICT;

CREATE TABLE cost_line (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  agreement INTEGER NOT NULL, -- Agreement: id in agreement
  activity TEXT NOT NULL, -- Activity: delivery, relationships, community, advocacy, evaluation, overhead, other
  amount INTEGER NOT NULL, -- Cost; minor units, in the currency of the row
  currency TEXT, -- Currency; ISO 4217, its parent’s
  note TEXT -- Note
) STRICT;

CREATE TABLE instalment (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  agreement INTEGER NOT NULL, -- Agreement: id in agreement
  due TEXT NOT NULL, -- Due; YYYY-MM-DD
  amount INTEGER NOT NULL, -- Amount; minor units, in the currency of the row
  currency TEXT, -- Currency; ISO 4217, its parent’s
  note TEXT -- Condition
) STRICT;

CREATE TABLE outcome (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  agreement INTEGER NOT NULL, -- Agreement: id in agreement
  kind TEXT, -- Kind: outcome, volunteer_hours, levered_income, other
  measure TEXT NOT NULL, -- Measure
  unit TEXT, -- Counted in
  target INTEGER, -- Target; hundredths, 250 = 2.5
  actual INTEGER, -- Reached; hundredths, 250 = 2.5
  from_day TEXT, -- From; YYYY-MM-DD
  to_day TEXT, -- To; YYYY-MM-DD
  evidence TEXT -- Evidence
) STRICT;

CREATE TABLE referrals (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  agreement INTEGER NOT NULL, -- Agreement: id in agreement
  from_day TEXT NOT NULL, -- From; YYYY-MM-DD
  to_day TEXT NOT NULL, -- To; YYYY-MM-DD
  received INTEGER, -- Received; people
  capacity INTEGER -- Capacity; people
) STRICT;

CREATE TABLE document_link (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  agreement INTEGER NOT NULL, -- Agreement: id in agreement
  title TEXT NOT NULL, -- Document
  location TEXT NOT NULL -- Where it is
) STRICT;

CREATE TABLE former_name (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  organisation INTEGER NOT NULL, -- Organisation: id in organisation
  name TEXT NOT NULL, -- Name
  from_day TEXT, -- From; YYYY-MM-DD
  to_day TEXT -- To; YYYY-MM-DD
) STRICT;

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  organisation INTEGER NOT NULL, -- Organisation: id in organisation
  year_end TEXT NOT NULL, -- Year to; YYYY-MM-DD
  income INTEGER, -- Income; minor units, in the currency of the row
  expenditure INTEGER, -- Expenditure; minor units, in the currency of the row
  free_reserves INTEGER, -- Free reserves; minor units, in the currency of the row
  currency TEXT, -- Currency; ISO 4217, its parent’s
  staff INTEGER -- Staff; hundredths, 250 = 2.5
) STRICT;

CREATE TABLE other_income (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  organisation INTEGER NOT NULL, -- Organisation: id in organisation
  source TEXT NOT NULL, -- Funder
  amount INTEGER NOT NULL, -- Income from others; minor units, in the currency of the row
  currency TEXT -- Currency; ISO 4217, its parent’s
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  organisation INTEGER NOT NULL, -- Organisation: id in organisation
  person INTEGER NOT NULL, -- Person: id in person
  role TEXT, -- Role
  from_day TEXT, -- From; YYYY-MM-DD
  to_day TEXT, -- To; YYYY-MM-DD
  handover TEXT -- Handover
) STRICT;

CREATE TABLE price_index (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  name TEXT NOT NULL, -- Name
  source TEXT, -- Source
  usual INTEGER, -- Used unless an agreement says otherwise; 1 yes, 0 no
  notes TEXT -- Notes
) STRICT;

CREATE TABLE index_rate (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  price_index INTEGER NOT NULL, -- Price index: id in price_index
  from_day TEXT NOT NULL, -- Year from; YYYY-MM-DD
  rate INTEGER NOT NULL, -- Rise; basis points, 270 = 2.7 %, may be negative
  source TEXT -- Source
) STRICT;

CREATE TABLE snooze (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  rule TEXT NOT NULL, -- Rule
  record INTEGER NOT NULL, -- Record
  reason TEXT NOT NULL, -- Reason
  put_off_by TEXT NOT NULL, -- Put off by
  until TEXT NOT NULL -- Until; YYYY-MM-DD
) STRICT;

-- Who refers to whom. Partial where most rows refer to nobody.
CREATE INDEX variation_agreement ON variation (agreement);
CREATE INDEX uplift_agreement ON uplift (agreement);
CREATE INDEX cost_line_agreement ON cost_line (agreement);
CREATE INDEX instalment_agreement ON instalment (agreement);
CREATE INDEX outcome_agreement ON outcome (agreement);
CREATE INDEX referrals_agreement ON referrals (agreement);
CREATE INDEX document_link_agreement ON document_link (agreement);
CREATE INDEX former_name_organisation ON former_name (organisation);
CREATE INDEX accounts_organisation ON accounts (organisation);
CREATE INDEX other_income_organisation ON other_income (organisation);
CREATE INDEX contact_organisation ON contact (organisation);
CREATE INDEX contact_person ON contact (person);
CREATE INDEX index_rate_price_index ON index_rate (price_index);
CREATE INDEX snooze_record ON snooze (record);
CREATE INDEX agreement_price_index ON agreement (price_index) WHERE price_index IS NOT NULL;
CREATE INDEX agreement_key_person ON agreement (key_person) WHERE key_person IS NOT NULL;
CREATE INDEX agreement_key_cover ON agreement (key_cover) WHERE key_cover IS NOT NULL;
