-- Schema version 3: ways of looking that are kept with the portfolio.

ALTER TABLE portfolio ADD COLUMN rule TEXT; -- Rule

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY, -- grows with time, unique across copies
  name TEXT NOT NULL, -- Name
  filter TEXT, -- Filter
  columns TEXT, -- Columns
  sort TEXT -- Order
) STRICT;
