-- Schema version 1 of a Tenure document.
--
-- One table a record type, in the words and the order of the field catalogue (src/catalogue/records.c); NULL is "not
-- recorded". Applied in one transaction together with user_version. Later versions are files of their own (002.sql)
-- that only append columns and add tables: stored changesets name columns by position.
--
-- No triggers, no ON DELETE, no generated columns and no UNIQUE on what can be edited: they would act again when a
-- changeset is applied, and corrupt. The edit deletes children and checks references itself.

CREATE TABLE portfolio (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  name TEXT NOT NULL, -- Name
  owner TEXT, -- Owner
  purpose TEXT, -- Purpose
  notes TEXT -- Notes
) STRICT;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  origin INTEGER, -- the source row it came from or was last changed by: id in origin_row
  name TEXT NOT NULL, -- Name
  vcs INTEGER, -- Voluntary sector; 1 yes, 0 no
  vcs_evidence TEXT, -- Evidence
  kind TEXT, -- Kind: charity, cio, cic, social_enterprise, unregistered, nhs, council, public, company, funder, individual, other
  place TEXT, -- Place
  postcode TEXT, -- Postcode
  website TEXT, -- Website
  parent INTEGER, -- Part of: id in organisation
  opened TEXT, -- Opened; YYYY-MM-DD
  closed TEXT, -- Closed; YYYY-MM-DD
  successor INTEGER, -- Replaced by: id in organisation
  accounts_end TEXT, -- Accounts to; YYYY-MM-DD
  income INTEGER, -- Yearly income; minor units, in the currency of the row
  expenditure INTEGER, -- Yearly expenditure; minor units, in the currency of the row
  free_reserves INTEGER, -- Free reserves; minor units, in the currency of the row
  currency TEXT, -- Currency of accounts; ISO 4217
  notes TEXT -- Notes
) STRICT;

CREATE TABLE identifier (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  organisation INTEGER NOT NULL, -- Organisation: id in organisation
  scheme TEXT NOT NULL, -- Register
  value TEXT NOT NULL -- Number
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  origin INTEGER, -- the source row it came from or was last changed by: id in origin_row
  name TEXT NOT NULL, -- Name
  organisation INTEGER, -- Works for: id in organisation
  role TEXT, -- Role
  email TEXT, -- E-mail
  notes TEXT -- Notes
) STRICT;

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  origin INTEGER, -- the source row it came from or was last changed by: id in origin_row
  title TEXT NOT NULL, -- Title
  reference TEXT, -- Reference
  reference_part INTEGER, -- Instalment
  kind TEXT, -- Kind: contract, grant, sla, spot, citizen_directed
  provider INTEGER, -- Provider: id in organisation
  to_individual INTEGER, -- To an individual; 1 yes, 0 no
  one_off INTEGER, -- One-off or pilot; 1 yes, 0 no
  service TEXT, -- Service
  programme TEXT, -- Programme
  place TEXT, -- Place
  communities TEXT, -- Communities served
  purpose TEXT, -- Purpose of the money: core, project, capacity, participation, restricted
  description TEXT, -- Description
  award_day TEXT, -- Awarded; YYYY-MM-DD
  signed TEXT, -- Signed; YYYY-MM-DD
  start TEXT, -- Start; YYYY-MM-DD
  "end" TEXT, -- Signed end; YYYY-MM-DD
  duration TEXT, -- Stated length; ISO 8601 length, P3M
  open_ended INTEGER, -- Open-ended; 1 yes, 0 no
  maximum_end TEXT, -- Latest end as published; YYYY-MM-DD
  extension_text TEXT, -- Extension as worded
  terminated TEXT, -- Ended early; YYYY-MM-DD
  review_day TEXT, -- Review date; YYYY-MM-DD
  predecessor INTEGER, -- Renewal of: id in agreement
  lead_agreement INTEGER, -- Under: id in agreement
  funder_notice TEXT, -- Funder’s notice; ISO 8601 length, P3M
  funder_without_cause INTEGER, -- Funder may end without cause; 1 yes, 0 no
  provider_notice TEXT, -- Provider’s notice; ISO 8601 length, P3M
  renewal_notice TEXT, -- Renewal notice; ISO 8601 length, P3M
  lead_time TEXT, -- Own lead time; ISO 8601 length, P3M
  renewal_status TEXT, -- Renewal: not_started, in_progress, renewed, not_renewing
  decided TEXT, -- Decided on; YYYY-MM-DD
  owner TEXT, -- Owner
  decision_owner TEXT, -- Decides
  value INTEGER, -- Value; minor units, in the currency of the row
  value_basis TEXT, -- Value is: total, annual
  annual_value INTEGER, -- Stated yearly value; minor units, in the currency of the row
  value_approximate INTEGER, -- Value is approximate; 1 yes, 0 no
  value_tax TEXT, -- VAT: net, gross, none
  currency TEXT, -- Currency; ISO 4217
  full_cost INTEGER, -- Full cost; minor units, in the currency of the row
  other_funding INTEGER, -- Other funders’ money; minor units, in the currency of the row
  regime TEXT, -- Procurement regime
  procedure TEXT, -- Route
  category TEXT, -- Category
  department TEXT, -- Department
  source_status TEXT, -- Status in the source
  notes TEXT -- Notes
) STRICT;

CREATE TABLE funder (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  agreement INTEGER NOT NULL, -- Agreement: id in agreement
  organisation INTEGER NOT NULL, -- Funder: id in organisation
  share INTEGER -- Share; basis points, 10000 = 100 %
) STRICT;

CREATE TABLE extension (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  agreement INTEGER NOT NULL, -- Agreement: id in agreement
  length TEXT NOT NULL, -- Length; ISO 8601 length, P3M
  exercised TEXT -- Taken up on; YYYY-MM-DD
) STRICT;

CREATE TABLE membership (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  portfolio INTEGER NOT NULL, -- Portfolio: id in portfolio
  agreement INTEGER NOT NULL -- Agreement: id in agreement
) STRICT;

CREATE TABLE payment (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  origin INTEGER, -- the source row it came from or was last changed by: id in origin_row
  agreement INTEGER, -- Agreement: id in agreement
  payee INTEGER, -- Paid to: id in organisation
  invoiced TEXT, -- Valid invoice received; YYYY-MM-DD
  paid TEXT, -- Paid on; YYYY-MM-DD
  amount INTEGER NOT NULL, -- Amount; minor units, in the currency of the row
  currency TEXT, -- Currency; ISO 4217
  reference TEXT, -- Payment reference
  category TEXT -- Category
) STRICT;

CREATE TABLE board (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  origin INTEGER, -- the source row it came from or was last changed by: id in origin_row
  name TEXT NOT NULL, -- Name
  type TEXT, -- Type
  area TEXT, -- Area
  parent INTEGER, -- Reports to: id in board
  from_day TEXT, -- Exists from; YYYY-MM-DD
  to_day TEXT, -- Exists to; YYYY-MM-DD
  successor INTEGER, -- Merged into: id in board
  voice_expected INTEGER, -- Voluntary-sector voice expected; 1 yes, 0 no
  votes INTEGER, -- The board votes; 1 yes, 0 no
  target INTEGER, -- Target share of seats; basis points, 10000 = 100 %
  decision_rule TEXT, -- Decides by: majority, two_thirds, unanimity, consensus, custom
  quota INTEGER, -- Votes needed; votes
  quorum INTEGER, -- Quorum; seats
  bloc_power INTEGER, -- Show voting power of blocs; 1 yes, 0 no
  notes TEXT -- Notes
) STRICT;

CREATE TABLE seat (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  origin INTEGER, -- the source row it came from or was last changed by: id in origin_row
  board INTEGER NOT NULL, -- Board: id in board
  title TEXT, -- Seat
  bloc TEXT, -- Bloc: nhs, council, primary_care, vcs, lived_experience, public, provider, independent, other
  vote_weight INTEGER, -- Votes; votes
  role TEXT, -- Role: member, chair, vice_chair, lead
  budget_authority INTEGER, -- Holds a budget; 1 yes, 0 no
  nominator INTEGER, -- Nominated by: id in organisation
  established TEXT, -- Established; YYYY-MM-DD
  abolished TEXT -- Abolished; YYYY-MM-DD
) STRICT;

CREATE TABLE appointment (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  seat INTEGER NOT NULL, -- Seat: id in seat
  person INTEGER NOT NULL, -- Person: id in person
  mandate TEXT, -- Mandate: of, from, for
  chosen TEXT, -- How chosen: elected, selected, invited, ex_officio
  from_day TEXT, -- From; YYYY-MM-DD
  to_day TEXT, -- To; YYYY-MM-DD
  deputy INTEGER -- Deputy: id in person
) STRICT;

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  board INTEGER NOT NULL, -- Board: id in board
  held TEXT NOT NULL, -- Date; YYYY-MM-DD
  minutes INTEGER, -- Length; minutes
  topics TEXT, -- Topics
  notes TEXT -- Notes
) STRICT;

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  meeting INTEGER NOT NULL, -- Meeting: id in meeting
  seat INTEGER NOT NULL, -- Seat: id in seat
  person INTEGER, -- Person: id in person
  presence TEXT -- Presence: present, deputy, apologies, absent
) STRICT;

CREATE TABLE exemption (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  rule TEXT NOT NULL, -- Rule
  record INTEGER NOT NULL, -- Record
  reason TEXT NOT NULL, -- Reason
  granted_by TEXT NOT NULL, -- Decided by
  from_day TEXT, -- From; YYYY-MM-DD
  review TEXT NOT NULL -- Review on; YYYY-MM-DD
) STRICT;

CREATE TABLE usual_terms (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  funder INTEGER, -- Funder: id in organisation
  kind TEXT, -- Kind of agreement: contract, grant, sla, spot, citizen_directed
  renewal_notice TEXT, -- Usual renewal notice; ISO 8601 length, P3M
  lead_time TEXT -- Usual lead time; ISO 8601 length, P3M
) STRICT;

-- Options of the document as a whole; changed through edits, so undone with them.
CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL, -- [a-z0-9.-]
  value TEXT NOT NULL -- as the program that set it reads it
) STRICT;

-- Every edit, in order. Not part of any changeset itself.
CREATE TABLE history (
  seq INTEGER PRIMARY KEY, -- 1, 2, 3, …; never used again
  at TEXT NOT NULL, -- when, UTC: 2026-11-21T22:15:30Z
  author TEXT NOT NULL, -- who
  label TEXT NOT NULL, -- what undo calls it
  state TEXT NOT NULL, -- done; undone: may be redone; dropped: undone, and then another edit was made
  schema INTEGER NOT NULL, -- user_version under which it was made
  counts TEXT NOT NULL, -- rows inserted, updated, deleted by table: agreement:1,0,2 funder:1,0,0
  size INTEGER NOT NULL, -- bytes of the changeset before compression
  packing TEXT NOT NULL, -- none, zstd
  changes BLOB -- the changeset of SQLite's session extension; NULL when dropped
) STRICT;

-- Imports: a log that is only added to, outside undo.
CREATE TABLE origin (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  file TEXT NOT NULL, -- display name
  sha256 TEXT, -- of the file's bytes, in hex
  profile TEXT NOT NULL, -- how it was read: register, 360giving, …
  sheet TEXT, -- name of the sheet
  at TEXT NOT NULL, -- when, UTC
  header TEXT, -- column titles, a JSON array of strings
  mapping TEXT, -- which column was taken for what, JSON
  records_read INTEGER NOT NULL, -- rows that held a record
  added INTEGER NOT NULL, -- records
  updated INTEGER NOT NULL, -- records
  unchanged INTEGER NOT NULL, -- records
  refused INTEGER NOT NULL -- rows
) STRICT;

-- The original cells of each row that made or changed a record.
CREATE TABLE origin_row (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  origin INTEGER NOT NULL, -- the import: id in origin
  row INTEGER NOT NULL, -- its number as people count it, from 1
  cells TEXT NOT NULL -- the cells, a JSON array of strings
) STRICT;

-- Who refers to whom. Partial where most rows refer to nobody.
CREATE INDEX organisation_parent ON organisation (parent) WHERE parent IS NOT NULL;
CREATE INDEX organisation_successor ON organisation (successor) WHERE successor IS NOT NULL;
CREATE INDEX identifier_organisation ON identifier (organisation);
CREATE INDEX person_organisation ON person (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX agreement_provider ON agreement (provider) WHERE provider IS NOT NULL;
CREATE INDEX agreement_predecessor ON agreement (predecessor) WHERE predecessor IS NOT NULL;
CREATE INDEX agreement_lead_agreement ON agreement (lead_agreement) WHERE lead_agreement IS NOT NULL;
CREATE INDEX funder_agreement ON funder (agreement, organisation);
CREATE INDEX funder_organisation ON funder (organisation);
CREATE INDEX extension_agreement ON extension (agreement);
CREATE INDEX membership_portfolio ON membership (portfolio);
CREATE INDEX membership_agreement ON membership (agreement);
CREATE INDEX payment_agreement ON payment (agreement) WHERE agreement IS NOT NULL;
CREATE INDEX payment_payee ON payment (payee) WHERE payee IS NOT NULL;
CREATE INDEX board_parent ON board (parent) WHERE parent IS NOT NULL;
CREATE INDEX board_successor ON board (successor) WHERE successor IS NOT NULL;
CREATE INDEX seat_board ON seat (board);
CREATE INDEX seat_nominator ON seat (nominator) WHERE nominator IS NOT NULL;
CREATE INDEX appointment_seat ON appointment (seat);
CREATE INDEX appointment_person ON appointment (person);
CREATE INDEX appointment_deputy ON appointment (deputy) WHERE deputy IS NOT NULL;
CREATE INDEX meeting_board ON meeting (board);
CREATE INDEX attendance_meeting ON attendance (meeting);
CREATE INDEX attendance_seat ON attendance (seat);
CREATE INDEX attendance_person ON attendance (person) WHERE person IS NOT NULL;
CREATE INDEX exemption_record ON exemption (record);
CREATE INDEX usual_terms_funder ON usual_terms (funder) WHERE funder IS NOT NULL;

-- Search. One index a type that is searched; rowid is the record's id. The text is not kept a second time (contentless):
-- whoever changes a row takes its old text out before and puts the new text in after (search-index.c).
CREATE VIRTUAL TABLE portfolio_search USING fts5 (text, content = '', columnsize = 0);
CREATE VIRTUAL TABLE organisation_search USING fts5 (text, content = '', columnsize = 0);
CREATE VIRTUAL TABLE person_search USING fts5 (text, content = '', columnsize = 0);
CREATE VIRTUAL TABLE agreement_search USING fts5 (text, content = '', columnsize = 0);
CREATE VIRTUAL TABLE payment_search USING fts5 (text, content = '', columnsize = 0);
CREATE VIRTUAL TABLE board_search USING fts5 (text, content = '', columnsize = 0);
CREATE VIRTUAL TABLE seat_search USING fts5 (text, content = '', columnsize = 0);
CREATE VIRTUAL TABLE meeting_search USING fts5 (text, content = '', columnsize = 0);
