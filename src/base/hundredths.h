#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers with two decimals, kept as whole hundredths: full-time equivalents (2.5 is 250), and per cents as basis points
 * (12.5 % is 1250). */

/* With no more decimals than there are: "12", "12.5", "-0.25"; the same in every locale. The caller frees. */
char *tenure_hundredths_dup_text (gint64 hundredths);

/**
 * tenure_hundredths_parse:
 * @text: digits, and at most two after a point; surrounding white space is not allowed
 * @sign: a character that may stand behind the number, such as '%'; or '\0'
 *
 * No sign in front: the caller knows what a negative number would mean.
 *
 * Returns: FALSE, with @out_hundredths undefined, for anything else or beyond a thousand million
 */
gboolean tenure_hundredths_parse (const char *text, char sign, gint64 *out_hundredths);

G_END_DECLS
