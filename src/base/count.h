#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers of things for people, with the same mark between thousands as in money (money.h), whatever the C locale: "100,000".
 * Test: tests/base/test-count.c */

/* The caller frees. */
char *tenure_count_dup_label (guint64 n);

void tenure_count_append (GString *text, guint64 n);

/* @words, of which a sign %s stands for the number: tenure_count_dup_words (ngettext ("%s seat", "%s seats", n), n). No
 * other sign means anything. The caller frees. */
char *tenure_count_dup_words (const char *words, guint64 n);

/* The same with @n numbers, the first for %1$s, the second for %2$s and so on: tenure_count_dup_several (_ ("%1$s of %2$s
 * known"), 2, (guint64[]){ known, of }). */
char *tenure_count_dup_several (const char *words, guint n, const guint64 *counts);

/* The first, at the end of @text. */
void tenure_count_append_words (GString *text, const char *words, guint64 n);

/* "and 1,200 more": what is not listed of a list. The caller frees. */
char *tenure_count_dup_more (guint64 n);

G_END_DECLS
