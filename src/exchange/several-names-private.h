#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tenure_several_names_find:
 * @text: the cell of a provider
 *
 * The names that seem to stand in one cell. Signs are semicolons, line breaks, " / " and " | ", bullets, numbers ("1) … 2) …"),
 * and commas, "and" or "&" between parts that each end in a legal form ("A Ltd and B CIC"). No sign are commas and "and" by
 * themselves ("Smith, Jones and Partners Ltd"), a part that does not begin as names do ("trading as …", "c/o …"), an address
 * with its one postcode, and character references ("Smith &amp; Sons").
 *
 * Returns: (transfer full) (nullable): the names, two or more that differ; NULL where there is one, as far as can be told.
 *   Cases, and counts from published files: tests/exchange/test-several-names.c
 */
char **tenure_several_names_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* "“A”, “B” and 3 others": the first few of them. The caller frees. */
char *tenure_several_names_dup_label (char **names);

G_END_DECLS
