-- Schema version 10: source rows packed many together, which takes a sixth of the room. Those of earlier imports stay in
-- origin_row.

CREATE TABLE origin_block (
  first INTEGER PRIMARY KEY, -- the id of its first row; those of the others are larger
  origin INTEGER NOT NULL, -- the import: id in origin
  size INTEGER NOT NULL, -- bytes of the rows before compression
  rows BLOB NOT NULL -- a zstd frame of lines: id, row number from 1, the cells as a JSON array of strings; between them a tab
) STRICT;
