/* tenure-cli export: what leaves the program for other programs. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"

#include "base/count.h"
#include "base/error.h"
#include "cli/reading.h"
#include "report/calendar.h"

#define MAX_ALARM_DAYS 366

typedef struct
{
  char *output, *as_of, *portfolio;
  int alarm;
  gboolean ics, no_alarms;
} ExportOptions;

static void
export_options_clear (ExportOptions *self)
{
  g_free (self->output);
  g_free (self->as_of);
  g_free (self->portfolio);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, export_options_clear)

static gboolean
check_options (const ExportOptions *self, GError **error)
{
  const char *wrong = NULL;

  if (!self->ics)
    wrong = _ ("Say what to write: --ics, the days to keep as a calendar.");
  else if (self->output == NULL)
    wrong = _ ("Name the file to write with -o FILE.ics.");
  else if (self->alarm < 0 || self->alarm > MAX_ALARM_DAYS)
    wrong = _ ("An alarm rings from 0 to 366 days before its day: --alarm 14.");
  if (wrong != NULL)
    g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID, wrong);
  return wrong == NULL;
}

static gboolean
write_calendar (const ExportOptions *self, const TenureReading *reading, guint *out_n_events, GError **error)
{
  TenureCalendarOptions options = { .name = tenure_document_get_title (reading->document),
                                    .stamp = g_get_real_time () / G_USEC_PER_SEC,
                                    .alarm_days = self->no_alarms ? -1 : self->alarm };
  g_autofree char *text = tenure_calendar_dup (reading->analysis, &options, out_n_events);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->output);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

TenureExit
tenure_command_export (const TenureCommand *command, int argc, char **argv)
{
  g_auto (ExportOptions) options = { .alarm = TENURE_CALENDAR_ALARM_DAYS };
  const GOptionEntry entries[] = {
    { "ics", 0, 0, G_OPTION_ARG_NONE, &options.ics, N_ ("The days to keep, as an iCalendar file"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The file to write"), N_ ("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_ ("The day to look at; today unless given"),
      N_ ("YYYY-MM-DD") },
    { "portfolio", 0, 0, G_OPTION_ARG_FILENAME, &options.portfolio,
      N_ ("The portfolio to look at; all agreements unless given"), N_ ("NAME") },
    { "alarm", 0, 0, G_OPTION_ARG_INT, &options.alarm, N_ ("Days from alarm to act; 14 unless given"), N_ ("DAYS") },
    { "no-alarms", 0, 0, G_OPTION_ARG_NONE, &options.no_alarms, N_ ("Events without alarms"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_auto (TenureReading) reading = TENURE_READING_INIT;
  g_autofree char *count = NULL;
  guint n_events;

  if (!tenure_command_parse (command, entries, &argc, &argv, 1, 1))
    return TENURE_EXIT_WRONG_USE;
  if (!check_options (&options, &error))
    return tenure_command_fail (NULL, error);
  if (!tenure_reading_open (&reading, argv[1], options.as_of, options.portfolio, &error))
    return tenure_command_fail (argv[1], error);
  if (!write_calendar (&options, &reading, &n_events, &error))
    return tenure_command_fail (options.output, error);
  count = tenure_count_dup_label (n_events);
  g_print (ngettext ("Wrote %s event to %s.\n", "Wrote %s events to %s.\n", n_events), count, options.output);
  return tenure_reading_get_exit (&reading);
}
