#include "config.h"
#include "cli/sector.h"

#include "base/i18n.h"

#include <gio/gio.h>

/* NULL where the desktop program is not installed. GSettings would end the program for want of a schema, so it is looked up
 * first. */
static char *
dup_preferred (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, TENURE_APP_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "sector-word"))
    return NULL;
  settings = g_settings_new_full (schema, NULL, NULL);
  return g_settings_get_string (settings, "sector-word");
}

void
tenure_sector_take (const char *word)
{
  g_autofree char *preferred = word == NULL ? dup_preferred () : NULL;

  tenure_sector_word_set (word != NULL ? word : preferred);
}
