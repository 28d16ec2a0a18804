-- Schema version 8: what a document changed in the rules; the rules themselves are the program's (catalogue/rule.h).

CREATE TABLE rule_setting (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  rule TEXT NOT NULL, -- Rule: its code, T1
  portfolio INTEGER, -- Portfolio: id in portfolio; NULL for every portfolio
  from_day TEXT, -- From; YYYY-MM-DD
  until_day TEXT, -- Until; YYYY-MM-DD, inclusive
  in_use INTEGER, -- In use; 1 yes, 0 no
  note INTEGER, -- Note threshold; hundredths of what the rule counts in (months, days, per cent, things)
  amber INTEGER, -- Amber threshold; likewise
  red INTEGER, -- Red threshold; likewise
  extra INTEGER, -- The rule's second number; likewise
  level TEXT, -- Level: note, amber, red, of a rule that has one
  reason TEXT NOT NULL, -- Reason
  source TEXT -- Where it was decided
) STRICT;
