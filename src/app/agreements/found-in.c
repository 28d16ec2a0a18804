#include "config.h"
#include "app/agreements/found-in.h"

#include "base/i18n.h"
#include <string.h>

/* What is shown of a text on either side of a word that was found. */
#define AROUND_CHARS 28

/* --- Places --------------------------------------------------------------------------------------------------- */

static void
source_free (gpointer data)
{
  TenureFoundSource *source = data;

  g_free (source->name);
  g_free (source->text);
  g_free (source);
}

/* Takes @name and @text (nullable). */
static void
add (GPtrArray *sources, char *name, char *text, gboolean own)
{
  TenureFoundSource *source = g_new (TenureFoundSource, 1);

  *source = (TenureFoundSource){ name, text, own };
  if (text != NULL)
    g_ptr_array_add (sources, source);
  else
    source_free (source);
}

static void
add_fields (GPtrArray *sources, const TenureRecord *agreement)
{
  const TenureRecordDef *def = tenure_record_def (agreement->type);

  for (guint i = 0; i < def->n_fields; i++)
    if (def->fields[i].flags & TENURE_FIELD_SEARCHED)
      add (sources, tenure_label_dup_within_sentence (_ (def->fields[i].label)), tenure_record_dup_label (agreement, i),
           g_strcmp0 (def->fields[i].name, def->title_field) == 0);
}

static void
add_funders (GPtrArray *sources, TenureReader *reader, TenureId agreement)
{
  g_autoptr (GPtrArray) funders = tenure_reader_load_children (reader, TENURE_RECORD_FUNDER, agreement, NULL);
  guint field = tenure_record_field_index (TENURE_RECORD_FUNDER, "organisation");

  for (guint i = 0; funders != NULL && i < funders->len; i++)
    add (sources, g_strdup (_ ("the name of a funder")), tenure_record_dup_label (funders->pdata[i], field), FALSE);
}

/* A number stands after the register that it is of, as people copy it. */
static void
add_identifiers (GPtrArray *sources, TenureReader *reader, TenureId provider)
{
  g_autoptr (GPtrArray) found = tenure_reader_load_children (reader, TENURE_RECORD_IDENTIFIER, provider, NULL);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const char *scheme = tenure_record_get_text_by_name (found->pdata[i], "scheme");
      const char *value = tenure_record_get_text_by_name (found->pdata[i], "value");

      add (sources, g_strdup (_ ("a number of its provider")),
           g_strdup_printf ("%s-%s", scheme != NULL ? scheme : "", value != NULL ? value : ""), FALSE);
    }
}

static void
add_former_names (GPtrArray *sources, TenureReader *reader, TenureId provider)
{
  g_autoptr (GPtrArray) found = tenure_reader_load_children (reader, TENURE_RECORD_FORMER_NAME, provider, NULL);

  for (guint i = 0; found != NULL && i < found->len; i++)
    add (sources, g_strdup (_ ("a former name of its provider")),
         g_strdup (tenure_record_get_text_by_name (found->pdata[i], "name")), FALSE);
}

GPtrArray *
tenure_found_in_list (TenureReader *reader, const TenureRecord *agreement)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (source_free);
  guint provider = tenure_record_field_index (TENURE_RECORD_AGREEMENT, "provider");
  TenureId id = tenure_record_get_reference (agreement, provider);

  add (sources, g_strdup (""), tenure_record_dup_label (agreement, provider), TRUE);
  add_fields (sources, agreement);
  add_funders (sources, reader, agreement->id);
  if (id != TENURE_ID_NONE)
    {
      add_identifiers (sources, reader, id);
      add_former_names (sources, reader, id);
    }
  return sources;
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

/* The words of @text as they are compared, plain letters beside accented ones. */
static GStrv
fold (const char *text)
{
  g_auto (GStrv) alternates = NULL;
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, &alternates);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_strv_builder_addv (all, (const char **) words);
  g_strv_builder_addv (all, (const char **) alternates);
  return g_strv_builder_end (all);
}

static gboolean
begins_with (const char *word, const char *beginning)
{
  g_auto (GStrv) forms = fold (word);

  for (char **form = forms; *form != NULL; form++)
    if (g_str_has_prefix (*form, beginning))
      return TRUE;
  return FALSE;
}

static const char *
find_word_end (const char *from)
{
  while (*from != '\0' && g_unichar_isalnum (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  return from;
}

/* The first word of @text that begins like @beginning, up to *@out_end; NULL when there is none. */
static const char *
find_word (const char *text, const char *beginning, const char **out_end)
{
  while (*text != '\0')
    {
      const char *end = find_word_end (text);
      g_autofree char *word = g_strndup (text, (gsize) (end - text));

      if (end > text && begins_with (word, beginning))
        {
          *out_end = end;
          return text;
        }
      text = end > text ? end : g_utf8_next_char (text);
    }
  return NULL;
}

/* --- What is said --------------------------------------------------------------------------------------------- */

/* @text around the word from @start to @end, the word in bold. */
static char *
dup_around (const char *text, const char *start, const char *end)
{
  const char *from = start, *to = end;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *word = g_strndup (start, (gsize) (end - start));

  for (int i = 0; i < AROUND_CHARS && from > text; i++)
    from = g_utf8_prev_char (from);
  for (int i = 0; i < AROUND_CHARS && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  /* Whole words, where the cut goes through one. */
  while (from > text && from < start && g_unichar_isalnum (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (*to != '\0' && to > end && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);
  before = g_strndup (from, (gsize) (start - from));
  after = g_strndup (end, (gsize) (to - end));
  g_strdelimit (before, "\n\r\t", ' ');
  g_strdelimit (after, "\n\r\t", ' ');
  return g_markup_printf_escaped ("%s%s<b>%s</b>%s%s", from > text ? "… " : "", g_strchug (before), word, g_strchomp (after),
                                  *to != '\0' ? " …" : "");
}

static void
append_line (GString *lines, const TenureFoundSource *source, const char *start, const char *end)
{
  g_autofree char *around = dup_around (source->text, start, end);
  g_autofree char *name = g_markup_escape_text (source->name, -1);

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  /* Translators: where a search found an agreement, and the words there: "Found in notes: “… the night sitting …”". */
  g_string_append_printf (lines, _ ("Found in %1$s: “%2$s”"), name, around);
}

char *
tenure_found_in_dup_markup (const GPtrArray *sources, const char *search)
{
  g_auto (GStrv) wanted = g_str_tokenize_and_fold (search, NULL, NULL);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (char **word = wanted; *word != NULL; word++)
    {
      const TenureFoundSource *source = NULL;
      const char *start = NULL, *end = NULL;

      for (int own = TRUE; own >= FALSE && start == NULL; own--)
        for (guint i = 0; i < sources->len && start == NULL; i++)
          {
            source = sources->pdata[i];
            if (source->own == own)
              start = find_word (source->text, *word, &end);
          }
      if (start != NULL && !source->own && g_hash_table_add (told, (gpointer) source))
        append_line (lines, source, start, end);
    }
  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}
