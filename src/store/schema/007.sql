-- Schema version 7: that nobody is a key person is recorded, and told apart from what nobody has looked into.

ALTER TABLE agreement ADD COLUMN rests_on_one INTEGER; -- Rests on one person; 0 or 1

-- Those of which it is recorded; the facts ask no others for it (load-facts-seldom.c).
CREATE INDEX agreement_rests_on_one ON agreement (id, rests_on_one) WHERE rests_on_one IS NOT NULL;
