/* tenure-cli: everything that needs no window. The commands are rows of one table; each lives in a file of
 * its own. */

#include "config.h"
#include "base/i18n.h"
#include "cli/command.h"

#include <locale.h>
#include <stdio.h>

/* clang-format off */
static const TenureCommand commands[] = {
  { "new", N_("DOC"), N_("Make an empty document."), tenure_command_new },
  { "import", N_("FILE… -d DOC"), N_("Read registers, grants, organisations or boards into a document."), tenure_command_import },
  { "check", N_("DOC"), N_("Look for damage and for records that contradict each other."), tenure_command_check },
  { "figures", N_("DOC"), N_("Show the figures of the portfolio and of its boards on a day."), tenure_command_figures },
  { "flags", N_("DOC"), N_("Show which rules fire on a day, for which records and why."), tenure_command_flags },
  { "rules", N_("DOC"), N_("Show the rules as they are on a day, and which of them are a local setting."), tenure_command_rules },
  { "scenario", N_("DOC SCRIPT"), N_("Show what would be, were agreements changed, beside what is."), tenure_command_scenario },
  { "propose", N_("DOC SHARE [SUM]"), N_("Propose the cheapest extensions after which no provider is short a year ahead."), tenure_command_propose },
  { "explain", N_("DOC RECORD FIGURE|RULE"), N_("Show how a figure or a flag came about."), tenure_command_explain },
  { "power", N_("QUOTA WEIGHT…"), N_("Work out the voting power of each voter."), tenure_command_power },
  { "chart", N_("NAME DOC -o FILE.png|svg|pdf"), N_("Draw a chart into a file."), tenure_command_chart },
  { "export", N_("DOC --ics -o FILE"), N_("Write the days to keep as a calendar."), tenure_command_export },
  { "history", N_("DOC"), N_("Show who changed what and when."), tenure_command_history },
};
/* clang-format on */

static void
print_commands (void)
{
  g_print ("%s\n\n", _ ("Use: tenure-cli COMMAND [OPTIONS…] ARGUMENTS…"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s  %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“tenure-cli COMMAND --help” tells the options of a command; the manual page has examples."));
}

static const TenureCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static TenureExit
run (int argc, char **argv)
{
  const TenureCommand *command = argc > 1 ? find_command (argv[1]) : NULL;

  if (command != NULL)
    return command->run (command, argc - 1, argv + 1);
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help")))
    {
      print_commands ();
      return TENURE_EXIT_DONE;
    }
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("tenure-cli %s\n", TENURE_VERSION);
      return TENURE_EXIT_DONE;
    }
  if (argc > 1)
    tenure_command_complain (_ ("There is no command “%s”. “tenure-cli --help” lists them."), argv[1]);
  else
    tenure_command_complain (_ ("Name a command. “tenure-cli --help” lists them."));
  return TENURE_EXIT_WRONG_USE;
}

int
main (int argc, char **argv)
{
  TenureExit status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TENURE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  status = run (argc, argv);
  /* A full disk shows only when what was printed is flushed; g_print() flushes without looking. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      tenure_command_complain (_ ("The output could not be written in full."));
      return TENURE_EXIT_WRONG_USE;
    }
  return status;
}
