#pragma once

#include <glib.h>
#include <libintl.h> /* before ngettext() is ours */

G_BEGIN_DECLS

/* Texts in the language and the words of the user. The names are gettext's, so that its tools find the texts; instead of
 * glib/gi18n.h, because the sector is called VCS, VCSE, third sector and more, and everybody reads their own word.
 *
 * A text says {sector} for the word, {Sector} where it begins a sentence or a label: "No {sector} seat", "{Sector} votes".
 * Translators keep the marks. Any thread. */
#define _(text) tenure_gettext (text)
#define N_(text) (text)
#define C_(context, text) tenure_pgettext (context, text)
#undef ngettext
#define ngettext(one, many, n) tenure_ngettext (one, many, n)

/* @text translated, with the word for the sector. Never freed: a text with a mark is kept for the run of the program, once
 * for each word. */
const char *tenure_gettext (const char *text) G_GNUC_FORMAT (1);
const char *tenure_ngettext (const char *one, const char *many, gulong n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

/* A text that needs a word about where it stands to be translated; without marks. */
const char *tenure_pgettext (const char *context, const char *text) G_GNUC_FORMAT (2);

/* A label as it stands within a sentence: "Signed end" becomes "signed end", "VAT" stays as it is. The caller frees. */
char *tenure_label_dup_within_sentence (const char *label);

/* The longest word for the sector, in characters. */
#define TENURE_SECTOR_WORD_MAX 40

/* What @word comes to as a word for the sector: without blanks around it, on one line, within TENURE_SECTOR_WORD_MAX, and
 * without the signs that mean something in a text (%, {, }) or in markup (<, >; "&" is written out); NULL when nothing is
 * left. The caller frees. */
char *tenure_sector_word_clean (const char *word);

/* The word from now on, cleaned; NULL or nothing: VCS. Texts handed out before keep the word they have. */
void tenure_sector_word_set (const char *word);
const char *tenure_sector_word (void);

G_END_DECLS
