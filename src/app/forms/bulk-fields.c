#include "config.h"
#include "app/forms/bulk-fields.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

GArray *
tenure_bulk_list_fields (TenureRecordType type)
{
  const TenureRecordDef *def = tenure_record_def (type);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < def->n_fields; i++)
    {
      guint field = tenure_record_field_of_place (type, i);

      if (def->fields[field].flags & (TENURE_FIELD_PARENT | TENURE_FIELD_FIXED | TENURE_FIELD_INHERITED)
          || g_strcmp0 (def->fields[field].name, def->title_field) == 0)
        continue;
      g_array_append_val (fields, field);
    }
  return fields;
}

/* Without the marks that people type otherwise or not at all: "funders notice" finds "Funder’s notice". NULL for nothing. */
static char *
dup_key (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "’", "", 0);
  g_string_replace (plain, "'", "", 0);
  return tenure_text_dup_key (plain->str);
}

/* Whether a word of @key begins with @word. */
static gboolean
has_word (const char *key, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (key, word); at != NULL; at = strstr (at + length, word))
    if (at == key || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

/* @text: translated, or NULL. */
static gboolean
has_words (const char *text, char **words)
{
  g_autofree char *key = text != NULL ? dup_key (text) : NULL;

  if (key == NULL)
    return FALSE;
  for (char **word = words; *word != NULL; word++)
    if (!has_word (key, *word))
      return FALSE;
  return TRUE;
}

TenureBulkFieldMatch
tenure_bulk_match_field (const TenureField *field, const char *words)
{
  g_autofree char *typed = dup_key (words);
  g_autofree char *label = dup_key (_ (field->label));
  g_autofree char *around = NULL;
  g_auto (GStrv) parts = NULL;

  if (typed == NULL || g_str_has_prefix (label, typed))
    return TENURE_BULK_FIELD_BEGINS;
  parts = g_strsplit (typed, " ", -1);
  if (has_words (_ (field->label), parts))
    return TENURE_BULK_FIELD_HAS;
  around =
      g_strjoin (" ", label, field->group != NULL ? _ (field->group) : "", field->help != NULL ? _ (field->help) : "", NULL);
  return has_words (around, parts) ? TENURE_BULK_FIELD_HELPS : TENURE_BULK_FIELD_NO_MATCH;
}
