#include "config.h"
#include "cli/command.h"

#include "base/count.h"
#include "cli/sector.h"

#include "base/i18n.h"
#include <stdio.h>

/* Not gettext's own, which would leave the sector's mark in the help. */
static const char *
translate (const char *text, gpointer data)
{
  return _ (text);
}

gboolean
tenure_command_parse (
    const TenureCommand *command, const GOptionEntry *entries, int *argc, char ***argv, int min_arguments, int max_arguments)
{
  g_autofree char *parameters = g_strconcat (command->name, " ", _ (command->usage), NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autofree char *sector = NULL;
  const GOptionEntry common[] = {
    { "sector", 0, 0, G_OPTION_ARG_FILENAME, &sector, N_ ("The word for the sector, instead of that in Preferences"),
      N_ ("WORD") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  g_set_prgname ("tenure-cli");
  g_option_context_set_summary (context, _ (command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  g_option_group_set_translate_func (g_option_context_get_main_group (context), translate, NULL, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      tenure_command_complain ("%s: %s", command->name, error->message);
      return FALSE;
    }
  tenure_sector_take (sector);
  /* GOption leaves the "--" that guards an argument such as "-1". */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      (*argv)++;
      (*argc)--;
    }
  if (*argc - 1 >= min_arguments && *argc - 1 <= max_arguments)
    return TRUE;
  /* Translators: the second %s is the arguments of a command, such as "DOC RECORD". */
  tenure_command_complain (_ ("%s needs other arguments. Use: tenure-cli %s %s"), command->name, command->name,
                           _ (command->usage));
  return FALSE;
}

void
tenure_command_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("tenure-cli: %s\n", message);
}

TenureExit
tenure_command_fail (const char *subject, const GError *error)
{
  g_autofree char *name = subject != NULL ? g_path_get_basename (subject) : NULL;

  if (name != NULL && strstr (error->message, name) == NULL)
    tenure_command_complain ("%s: %s", subject, error->message);
  else
    tenure_command_complain ("%s", error->message);
  return TENURE_EXIT_WRONG_USE;
}

void
tenure_command_print_count (const char *words, guint64 n)
{
  g_autofree char *text = tenure_count_dup_words (words, n);

  g_print ("%s", text);
}

void
tenure_command_print_json (const GString *json)
{
  fwrite (json->str, 1, json->len, stdout);
  fputc ('\n', stdout);
}
