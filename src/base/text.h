#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text from files and forms. Any bytes may come in: what is no UTF-8 becomes U+FFFD. */

/* A copy without white space at either end (non-breaking spaces included), with inner runs of white space as one space,
 * and without characters that nobody sees or means: zero-width spaces, byte order marks, joiners outside a word. NULL
 * when nothing is left: blank is not a value. */
char *tenure_text_dup_clean (const char *text);

/* For matching: cleaned, compatibility-normalised and case-folded, joiners dropped. The key of a key is itself. NULL
 * when nothing is left. */
char *tenure_text_dup_key (const char *text);

/* Whether both say the same: their keys are equal. Nothing is the same as blank, blank included. */
gboolean tenure_text_is_same (const char *a, const char *b);

/* A list of short texts as it is stored: "loneliness;  advice; Advice" becomes "loneliness; advice". Items are separated by
 * semicolons or new lines, cleaned, and each there once; two are one when their keys are. NULL when nothing is left. */
char *tenure_text_dup_list (const char *text);

/* For matching column titles: the key without spaces and underscores, so that "CONTRACT_TITLE", "Contract Title" and
 * "Contract  title" are one. "" when blank. */
char *tenure_text_dup_header_key (const char *text);

/* Locale-free JSON string literal of @text with its quotes, appended to @json. Invalid UTF-8 becomes U+FFFD. */
void tenure_text_append_json (GString *json, const char *text);

/* The same for @length bytes that are known to be UTF-8 without NUL, such as the cells of an imported row. */
void tenure_text_append_json_valid (GString *json, const char *text, gsize length);

G_END_DECLS
