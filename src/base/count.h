#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers of things for people, with the same mark between thousands as in money (money.h), whatever the C locale: "100,000".
 * Test: tests/base/test-count.c */

/* The caller frees. */
char *tenure_count_dup_label (guint64 n);

void tenure_count_append (GString *text, guint64 n);

G_END_DECLS
