#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A copy without white space at either end (non-breaking and zero-width spaces and a byte order mark included)
 * and with inner runs of white space as one space. NULL when nothing is left: blank is not a value. */
char *tenure_text_dup_clean (const char *text);

/* For matching: cleaned, compatibility-normalised and case-folded. NULL when nothing is left. */
char *tenure_text_dup_key (const char *text);

/* For matching column titles: the key without any space, and without spaces round colons. "" when blank. */
char *tenure_text_dup_header_key (const char *text);

/* Locale-free JSON string literal of @text with its quotes, appended to @json. Invalid UTF-8 becomes U+FFFD. */
void tenure_text_append_json (GString *json, const char *text);

G_END_DECLS
