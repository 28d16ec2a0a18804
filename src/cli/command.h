#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What every command of tenure-cli is made of: a row in the table of main.c, a function in a file of its own, the words
 * of GOptionContext, and an exit status. Results go to stdout, everything that went wrong to stderr. */

/* Stable: scripts go by them. */
typedef enum
{
  TENURE_EXIT_DONE = 0,
  TENURE_EXIT_PROBLEM = 1,   /* the data has a problem; the rest was done */
  TENURE_EXIT_WRONG_USE = 2, /* wrong use, or input that cannot be read */
} TenureExit;

typedef struct _TenureCommand TenureCommand;

/* @argv[0] is the command's name; both are the command's own to change. */
typedef TenureExit (*TenureCommandFunc) (const TenureCommand *command, int argc, char **argv);

struct _TenureCommand
{
  const char *name;
  const char *usage;   /* translatable: the arguments, as in "DOC RECORD FIGURE|RULE" */
  const char *summary; /* translatable: what it does, a sentence */
  TenureCommandFunc run;
};

TenureExit tenure_command_new (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_import (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_check (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_figures (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_flags (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_rules (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_scenario (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_propose (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_explain (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_power (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_chart (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_export (const TenureCommand *command, int argc, char **argv);
TenureExit tenure_command_history (const TenureCommand *command, int argc, char **argv);

/**
 * tenure_command_parse:
 * @entries: (nullable): the command's options, ended by a NULL row; every command also takes `--sector` (cli/sector.h)
 * @min_arguments, @max_arguments: how many words may be left besides options; G_MAXINT for no limit
 *
 * Takes the options out of @argc and @argv, so that the arguments are argv[1] … argv[argc - 1]. `--help` prints help and
 * ends the program.
 *
 * Returns: FALSE when it was used wrongly; that was said on stderr, and the command returns TENURE_EXIT_WRONG_USE
 */
gboolean tenure_command_parse (const TenureCommand *command,
                               const GOptionEntry *entries,
                               int *argc,
                               char ***argv,
                               int min_arguments,
                               int max_arguments);

/* Says "tenure-cli: " and the message on stderr. */
void tenure_command_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Complains and returns TENURE_EXIT_WRONG_USE: "tenure-cli: register.csv: …". @subject is the path of a file, or NULL; a
 * message that names the file itself is left as it is. */
TenureExit tenure_command_fail (const char *subject, const GError *error);

/* Prints @words with the number @n for their %s (tenure_count_dup_words()). */
void tenure_command_print_count (const char *words, guint64 n);

/* Writes @json and a line end to stdout as it is: JSON is UTF-8 whatever the locale. */
void tenure_command_print_json (const GString *json);

G_END_DECLS
