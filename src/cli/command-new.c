/* tenure-cli new: an empty document, or one with the price indexes that come along. */

#include "config.h"
#include "cli/command.h"

#include <gio/gio.h>
#include "base/i18n.h"

#include "base/text.h"
#include "register/price-series.h"
#include "store/document.h"

TenureExit
tenure_command_new (const TenureCommand *command, int argc, char **argv)
{
  gboolean json = FALSE, indexes = FALSE;
  const GOptionEntry entries[] = {
    { "price-indexes", 0, 0, G_OPTION_ARG_NONE, &indexes, N_ ("With the usual price indexes and their yearly rates"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON for programs"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TenureDocument) document = NULL;

  if (!tenure_command_parse (command, entries, &argc, &argv, 1, 1))
    return TENURE_EXIT_WRONG_USE;
  file = g_file_new_for_commandline_arg (argv[1]);
  if (g_file_query_exists (file, NULL))
    {
      tenure_command_complain (_ ("%s is there already and was left as it is. Choose another name."), argv[1]);
      return TENURE_EXIT_WRONG_USE;
    }
  document = tenure_document_new (NULL, &error);
  if (document == NULL || (indexes && tenure_price_series_add (document, &error) < 0)
      || !tenure_document_save_as (document, file, NULL, &error))
    return tenure_command_fail (argv[1], error);
  tenure_document_close (document, TRUE);
  if (json)
    {
      g_autoptr (GString) text = g_string_new ("{\"file\":");

      tenure_text_append_json (text, argv[1]);
      g_string_append_c (text, '}');
      tenure_command_print_json (text);
    }
  else
    g_print (indexes ? _ ("Made %s, a document with the usual price indexes.\n") : _ ("Made %s, an empty document.\n"),
             argv[1]);
  return TENURE_EXIT_DONE;
}
