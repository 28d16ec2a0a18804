#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/**
 * tenure_child_dup_words:
 * @child: a record that belongs to another, with the titles of what it refers to (tenure_reader_load_children())
 *
 * All that is recorded of it in one line, for who sees no form around it: every number, amount and day but the first says
 * what it is. "6 months, Taken up on: 1 Apr 2026"; of an outcome "People seen within two weeks, target 10, reached 7 people";
 * of referrals "1 Apr 2026 – 30 Jun 2026, 34 of 40 places". Where one of two that belong together is not recorded, it says so.
 *
 * Returns: (transfer full): "" where nothing is recorded. Cases: tests/app/test-child-words.c.
 */
char *tenure_child_dup_words (const TenureRecord *child) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
