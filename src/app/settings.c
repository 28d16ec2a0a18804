#include "config.h"
#include "app/settings.h"

/* NULL when the schema is not installed; looked for once. */
static GSettings *
get_settings (void)
{
  static gsize looked = 0;
  static GSettings *settings = NULL;

  if (g_once_init_enter (&looked))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, TENURE_APP_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&looked, 1);
    }
  return settings;
}

gboolean
tenure_settings_available (void)
{
  return get_settings () != NULL;
}

TenureColorScheme
tenure_settings_get_color_scheme (void)
{
  GSettings *settings = get_settings ();

  return settings != NULL ? (TenureColorScheme) g_settings_get_enum (settings, "color-scheme") : TENURE_COLOR_SCHEME_FOLLOW;
}

void
tenure_settings_set_color_scheme (TenureColorScheme scheme)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_enum (settings, "color-scheme", scheme);
}

void
tenure_settings_get_window (int *out_width, int *out_height, gboolean *out_maximized)
{
  GSettings *settings = get_settings ();

  *out_width = 1280;
  *out_height = 800;
  *out_maximized = FALSE;
  if (settings == NULL)
    return;
  g_settings_get (settings, "window-size", "(ii)", out_width, out_height);
  *out_maximized = g_settings_get_boolean (settings, "window-maximized");
}

void
tenure_settings_set_window (int width, int height, gboolean maximized)
{
  GSettings *settings = get_settings ();

  if (settings == NULL)
    return;
  if (!maximized)
    g_settings_set (settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (settings, "window-maximized", maximized);
}

static char *
dup_string (const char *key)
{
  GSettings *settings = get_settings ();
  g_autofree char *text = settings != NULL ? g_settings_get_string (settings, key) : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

char *
tenure_settings_dup_author (void)
{
  return dup_string ("author");
}

char *
tenure_settings_dup_sector_word (void)
{
  return dup_string ("sector-word");
}

static void
set_string (const char *key, const char *text)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_string (settings, key, text);
}

char *
tenure_settings_dup_page (void)
{
  return dup_string ("page");
}

void
tenure_settings_set_page (const char *name)
{
  set_string ("page", name);
}

void
tenure_settings_set_author (const char *author)
{
  set_string ("author", author);
}

void
tenure_settings_set_sector_word (const char *word)
{
  set_string ("sector-word", word);
}

char *
tenure_settings_dup_register_columns (void)
{
  return dup_string ("register-columns");
}

char *
tenure_settings_dup_register_sort (void)
{
  return dup_string ("register-sort");
}

void
tenure_settings_set_register (const char *columns, const char *sort)
{
  set_string ("register-columns", columns);
  set_string ("register-sort", sort);
}

int
tenure_settings_get_year_first_month (void)
{
  GSettings *settings = get_settings ();

  return settings != NULL ? (int) g_settings_get_uint (settings, "financial-year-first-month") : 4;
}

void
tenure_settings_set_year_first_month (int month)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_uint (settings, "financial-year-first-month", (guint) month);
}

gboolean
tenure_settings_get_tell_due (void)
{
  GSettings *settings = get_settings ();

  return settings != NULL && g_settings_get_boolean (settings, "tell-due");
}

void
tenure_settings_set_tell_due (gboolean tell)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_boolean (settings, "tell-due", tell);
}

gboolean
tenure_settings_get_tell_due_at_login (void)
{
  GSettings *settings = get_settings ();

  return settings != NULL && g_settings_get_boolean (settings, "tell-due-at-login");
}

void
tenure_settings_set_tell_due_at_login (gboolean tell)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_boolean (settings, "tell-due-at-login", tell);
}

char *
tenure_settings_dup_told_due (const char *uri, gint32 *out_day)
{
  GSettings *settings = get_settings ();
  g_autoptr (GVariant) told = settings != NULL ? g_settings_get_value (settings, "told-due") : NULL;
  guint32 day = 0;
  char *words = NULL;

  if (told != NULL)
    g_variant_lookup (told, uri, "(us)", &day, &words);
  *out_day = (gint32) day;
  return words;
}

void
tenure_settings_set_told_due (const char *uri, gint32 day, const char *words, gint32 keep_days)
{
  GSettings *settings = get_settings ();
  g_autoptr (GVariant) told = settings != NULL ? g_settings_get_value (settings, "told-due") : NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *others_words;
  guint32 others_day;

  if (told == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(us)}"));
  g_variant_iter_init (&iter, told);
  while (g_variant_iter_loop (&iter, "{&s(u&s)}", &other, &others_day, &others_words))
    if (!g_str_equal (other, uri) && (gint32) others_day >= day - keep_days)
      g_variant_builder_add (&builder, "{s(us)}", other, others_day, others_words);
  g_variant_builder_add (&builder, "{s(us)}", uri, (guint32) day, words);
  g_settings_set_value (settings, "told-due", g_variant_builder_end (&builder));
}
