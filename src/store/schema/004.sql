-- Schema version 4: why an agreement ended early, and what was decided.

ALTER TABLE agreement ADD COLUMN ended_reason TEXT; -- Why it ends early
ALTER TABLE agreement ADD COLUMN decision TEXT; -- Decision
