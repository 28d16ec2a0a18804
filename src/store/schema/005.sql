-- Schema version 5: since when something is put off, and how bad it was then.

ALTER TABLE snooze ADD COLUMN from_day TEXT; -- From; YYYY-MM-DD
ALTER TABLE snooze ADD COLUMN level TEXT; -- Level when put off; cannot_tell, note, amber or red
