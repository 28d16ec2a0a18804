#pragma once

#include "analysis/explanation.h"
#include "store/reader.h"

G_BEGIN_DECLS

/**
 * tenure_input_origins_find:
 * @lines: (element-type TenureExplanationLine): of an explanation; only what each rests on is looked at
 *
 * Where each input came from, in words: "from register.xlsx, row 14", "entered on 3 Mar 2026", "worked out"; NULL for a line
 * that names none, and where the history does not say. A field that is blank though the line has a value was worked out from
 * what else is recorded. For a worker (store/field-origin.h). Test: tests/register/test-input-origins.c.
 *
 * Returns: (element-type utf8): one for each line; frees what it holds. NULL on the errors of reading
 */
GPtrArray *tenure_input_origins_find (TenureReader *reader, const GArray *lines, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
