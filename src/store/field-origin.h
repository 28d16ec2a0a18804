#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* Where what a field holds came from: the newest step of history that stands and set it. */
typedef struct
{
  gint64 seq;   /* the step; 0 where none that can be read says so */
  char *at;     /* UTC, ISO 8601, as in TenureHistoryEntry; NULL with it */
  TenureId row; /* the source row (store/origin.h) that an import read it from; NONE: nobody imported it */
} TenureFieldOrigin;

/* One for each field of @type, by index: those of the record @id. Fields that are not recorded have none. Damaged steps are
 * passed over. For a worker: an import of 100,000 rows is walked row by row.
 * Returns: (element-type TenureFieldOrigin): frees what it holds. Test: tests/store/test-field-origin.c. */
GArray *tenure_field_origins_find (TenureReader *reader, TenureRecordType type, TenureId id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
