-- Schema version 12: what taking part costs, who pays for it and out of which budget.

ALTER TABLE appointment ADD COLUMN preparation INTEGER; -- Usual preparation; minutes
ALTER TABLE appointment ADD COLUMN travel INTEGER; -- Usual travel; minutes
ALTER TABLE appointment ADD COLUMN payee TEXT; -- Paid as: lived_experience, staff, chair, deputy
ALTER TABLE appointment ADD COLUMN payer TEXT; -- Paid by: budget, other, own
ALTER TABLE appointment ADD COLUMN budget INTEGER; -- Budget: id in participation_budget
ALTER TABLE meeting ADD COLUMN uid TEXT; -- Calendar entry

CREATE TABLE participation_budget (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  name TEXT NOT NULL, -- Name
  purpose TEXT, -- Purpose
  amount INTEGER, -- Amount; minor units
  currency TEXT, -- Currency; ISO 4217
  from_day TEXT, -- First day; YYYY-MM-DD
  to_day TEXT, -- Last day; YYYY-MM-DD, inclusive
  owner TEXT, -- Owner
  funder INTEGER, -- Funded by: id in organisation
  alliance INTEGER, -- Run by: id in organisation
  previous INTEGER, -- Follows: id in participation_budget
  notes TEXT -- Notes
) STRICT;

CREATE TABLE budget_allocation (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  budget INTEGER NOT NULL, -- Budget: id in participation_budget
  board INTEGER, -- Board: id in board
  organisation INTEGER, -- Organisation: id in organisation
  place TEXT, -- Place
  theme TEXT, -- Theme
  amount INTEGER, -- Amount; minor units
  currency TEXT -- Currency; ISO 4217
) STRICT;

CREATE TABLE budget_closing (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  budget INTEGER NOT NULL, -- Budget: id in participation_budget
  from_day TEXT NOT NULL, -- First day; YYYY-MM-DD
  to_day TEXT NOT NULL, -- Last day; YYYY-MM-DD, inclusive
  closed_on TEXT, -- Closed on; YYYY-MM-DD
  closed_by TEXT, -- Closed by
  reopened_on TEXT, -- Reopened on; YYYY-MM-DD
  reopened_by TEXT, -- Reopened by
  reason TEXT -- Why it was reopened
) STRICT;

CREATE TABLE pay_rate (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  payee TEXT NOT NULL, -- For: lived_experience, staff, chair, deputy
  organisation INTEGER, -- Of: id in organisation
  budget INTEGER, -- Under: id in participation_budget
  from_day TEXT, -- From; YYYY-MM-DD
  to_day TEXT, -- To; YYYY-MM-DD, inclusive
  hour INTEGER, -- Per hour; minor units
  half_day INTEGER, -- Per half day; minor units
  day INTEGER, -- Per day; minor units
  mile INTEGER, -- Per mile; minor units
  currency TEXT, -- Currency; ISO 4217
  half_day_hours INTEGER, -- A half day is up to; hundredths
  day_hours INTEGER, -- Hours in a day; hundredths
  salary_day INTEGER, -- Salary for a day; minor units
  on_cost INTEGER, -- On-costs; basis points
  overhead INTEGER, -- Overheads; basis points
  agreed TEXT -- Where it was agreed
) STRICT;

CREATE TABLE participation (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  meeting INTEGER NOT NULL, -- Meeting: id in meeting
  person INTEGER, -- Person: id in person
  seat INTEGER, -- Seat: id in seat
  organisation INTEGER, -- Organisation: id in organisation
  payee TEXT, -- Paid as: lived_experience, staff, chair, deputy
  mode TEXT, -- Came: in_person, online
  preparation INTEGER, -- Preparation; minutes
  attended INTEGER, -- Meeting; minutes
  travel INTEGER, -- Travel; minutes
  follow_up INTEGER, -- Follow-up; minutes
  miles INTEGER, -- Miles; hundredths
  expenses INTEGER, -- Other expenses; minor units
  currency TEXT, -- Currency; ISO 4217
  payer TEXT, -- Paid by: budget, other, own
  budget INTEGER, -- Budget: id in participation_budget
  claim INTEGER, -- Claim: id in claim
  notes TEXT -- Notes
) STRICT;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  budget INTEGER NOT NULL, -- Budget: id in participation_budget
  person INTEGER, -- Payee: id in person
  organisation INTEGER, -- Payee organisation: id in organisation
  state TEXT NOT NULL, -- State: draft, submitted, approved, paid, refused
  claimed INTEGER, -- Claimed; minor units
  approved INTEGER, -- Approved; minor units
  paid INTEGER, -- Paid; minor units
  currency TEXT, -- Currency; ISO 4217
  submitted_on TEXT, -- Submitted on; YYYY-MM-DD
  submitted_by TEXT, -- Submitted by
  decided_on TEXT, -- Decided on; YYYY-MM-DD
  decided_by TEXT, -- Decided by
  paid_on TEXT, -- Paid on; YYYY-MM-DD
  reference TEXT, -- Payment reference
  reason TEXT, -- Reason
  notes TEXT -- Notes
) STRICT;

CREATE INDEX appointment_budget ON appointment (budget) WHERE budget IS NOT NULL;
CREATE INDEX meeting_uid ON meeting (uid) WHERE uid IS NOT NULL;
CREATE INDEX participation_budget_funder ON participation_budget (funder) WHERE funder IS NOT NULL;
CREATE INDEX participation_budget_alliance ON participation_budget (alliance) WHERE alliance IS NOT NULL;
CREATE INDEX participation_budget_previous ON participation_budget (previous) WHERE previous IS NOT NULL;
CREATE INDEX budget_allocation_budget ON budget_allocation (budget);
CREATE INDEX budget_allocation_board ON budget_allocation (board) WHERE board IS NOT NULL;
CREATE INDEX budget_allocation_organisation ON budget_allocation (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX budget_closing_budget ON budget_closing (budget);
CREATE INDEX pay_rate_organisation ON pay_rate (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX pay_rate_budget ON pay_rate (budget) WHERE budget IS NOT NULL;
CREATE INDEX participation_meeting ON participation (meeting);
CREATE INDEX participation_person ON participation (person) WHERE person IS NOT NULL;
CREATE INDEX participation_seat ON participation (seat) WHERE seat IS NOT NULL;
CREATE INDEX participation_organisation ON participation (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX participation_paid_by ON participation (budget) WHERE budget IS NOT NULL;
CREATE INDEX participation_claim ON participation (claim) WHERE claim IS NOT NULL;
CREATE INDEX claim_budget ON claim (budget);
CREATE INDEX claim_person ON claim (person) WHERE person IS NOT NULL;
CREATE INDEX claim_organisation ON claim (organisation) WHERE organisation IS NOT NULL;
