/* tenure-cli chart: one of the charts of the window, drawn into a file. */

#include "config.h"
#include "cli/command.h"

#include "base/i18n.h"
#include <stdio.h>

#include "base/error.h"
#include "chart/export.h"
#include "cli/reading.h"
#include "report/charts.h"
#include "report/timeline-pages.h"

#define DEFAULT_WIDTH 1200
#define DEFAULT_HEIGHT 675
#define MIN_SIDE 200
#define MAX_SIDE 16000

typedef struct
{
  char *output, *as_of, *portfolio, *board, *budget, *organisation, *size, *group_by, *by;
  gboolean dark;

  TenureReportChart chart;
  TenureExportFormat format;
  int width, height;
  TenureTimelineGroupingChoice grouping;
  TenureTermSpreadBy spread_by;
  TenureHoursBy hours_by;
} ChartOptions;

static void
chart_options_clear (ChartOptions *self)
{
  g_free (self->output);
  g_free (self->as_of);
  g_free (self->portfolio);
  g_free (self->board);
  g_free (self->budget);
  g_free (self->organisation);
  g_free (self->size);
  g_free (self->group_by);
  g_free (self->by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartOptions, chart_options_clear)

static gboolean
read_size (ChartOptions *self, GError **error)
{
  char end;

  if (self->size == NULL
      || (sscanf (self->size, "%5dx%5d%c", &self->width, &self->height, &end) == 2 && self->width >= MIN_SIDE
          && self->width <= MAX_SIDE && self->height >= MIN_SIDE && self->height <= MAX_SIDE))
    return TRUE;
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
               _ ("“%s” is no size. Write width and height in pixels, from %d to %d each: 1200x675."), self->size, MIN_SIDE,
               MAX_SIDE);
  return FALSE;
}

/* "place" or "place,provider". Portfolios are the window's alone: a command looks at one of them. */
static gboolean
read_grouping (ChartOptions *self, GError **error)
{
  g_auto (GStrv) names = g_strsplit (self->group_by != NULL ? self->group_by : "provider", ",", 3);
  guint n = g_strv_length (names);
  g_autoptr (GString) all = NULL;

  self->grouping = (TenureTimelineGroupingChoice){ .then_by = TENURE_TIMELINE_N_GROUPINGS };
  if (n >= 1 && n <= 2 && tenure_timeline_grouping_from_name (names[0], &self->grouping.by)
      && (n == 1 || tenure_timeline_grouping_from_name (names[1], &self->grouping.then_by))
      && self->grouping.by != TENURE_TIMELINE_GROUP_PORTFOLIO && self->grouping.then_by != TENURE_TIMELINE_GROUP_PORTFOLIO)
    return TRUE;
  all = g_string_new (NULL);
  for (int i = 0; i < TENURE_TIMELINE_N_GROUPINGS; i++)
    if (i != TENURE_TIMELINE_GROUP_PORTFOLIO)
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", tenure_timeline_grouping_name (i));
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID,
               _ ("A timeline cannot be grouped by “%s”. Name one or two of %s, with a comma between them."), self->group_by,
               all->str);
  return FALSE;
}

/* An option that another chart would take no notice of is wrong use. */
static gboolean
check_fits (const char *value, const char *option, gboolean fits, TenureReportChart chart, GError **error)
{
  if (value == NULL || fits)
    return TRUE;
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("The chart %1$s does not go by --%2$s. Leave that out."),
               tenure_report_chart_name (chart), option);
  return FALSE;
}

static gboolean
check_chart (const ChartOptions *self, GError **error)
{
  gboolean has_by = self->chart == TENURE_REPORT_CHART_DISTRIBUTION || self->chart == TENURE_REPORT_CHART_HOURS;

  return check_fits (self->by, "by", has_by, self->chart, error)
         && check_fits (self->budget, "budget", self->chart == TENURE_REPORT_CHART_BURNUP, self->chart, error)
         && check_fits (self->group_by, "group-by", self->chart == TENURE_REPORT_CHART_TIMELINE, self->chart, error)
         && check_fits (self->board, "board", self->chart == TENURE_REPORT_CHART_SEATS, self->chart, error);
}

static gboolean
read_hours_by (ChartOptions *self, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (TenureHoursBy by = TENURE_HOURS_BY_MONTH; by < TENURE_N_HOURS_BY; by++)
    {
      if (self->by == NULL || g_str_equal (self->by, tenure_hours_by_code (by)))
        {
          self->hours_by = by;
          return TRUE;
        }
      g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", tenure_hours_by_code (by));
    }
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("Hours cannot be told apart by “%s”. Name one of %s."),
               self->by, all->str);
  return FALSE;
}

/* What a distribution, or hours, are by. */
static gboolean
read_by (ChartOptions *self, GError **error)
{
  g_autoptr (GString) all = NULL;

  if (self->chart == TENURE_REPORT_CHART_HOURS)
    return read_hours_by (self, error);
  if (self->by == NULL || tenure_term_spread_by_from_code (self->by, &self->spread_by))
    return TRUE;
  all = g_string_new (NULL);
  for (int i = 0; i < TENURE_N_TERM_SPREADS; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", tenure_term_spread_by_code ((TenureTermSpreadBy) i));
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("Terms cannot be told apart by “%s”. Name one of %s."),
               self->by, all->str);
  return FALSE;
}

static gboolean
read_options (ChartOptions *self, const char *name, GError **error)
{
  if (!tenure_report_chart_from_name (name, &self->chart))
    {
      g_autoptr (GString) names = g_string_new (NULL);

      for (int i = 0; i < TENURE_N_REPORT_CHARTS; i++)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", tenure_report_chart_name ((TenureReportChart) i));
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("There is no chart “%s”. The charts are %s."), name,
                   names->str);
      return FALSE;
    }
  /* The horizon of one is a chart of its own. */
  if (self->chart == TENURE_REPORT_CHART_HORIZON && self->organisation != NULL)
    self->chart = TENURE_REPORT_CHART_ORGANISATION_AHEAD;
  if (self->output == NULL)
    {
      g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_INVALID,
                           _ ("Name the file to draw into with -o FILE, ending in .png, .svg or .pdf."));
      return FALSE;
    }
  return tenure_export_format_from_name (self->output, &self->format, error) && check_chart (self, error)
         && read_size (self, error) && read_grouping (self, error) && read_by (self, error);
}

/* The first board that exists on the day, or -1. */
static int
first_board (const TenureReading *reading)
{
  const TenureBoards *boards = reading->analysis->boards;

  for (guint i = 0; i < boards->n_boards; i++)
    if (boards->boards[i].exists)
      return (int) boards->boards[i].board;
  return -1;
}

/* The board that a seats chart is about: the one that --board names, or the first there is. */
static gboolean
find_board (const ChartOptions *options, const TenureReading *reading, int *out_board, GError **error)
{
  TenureRecordName record = { TENURE_RECORD_NONE, TENURE_ID_NONE };

  *out_board = -1;
  if (options->chart != TENURE_REPORT_CHART_SEATS)
    return TRUE;
  if (options->board == NULL)
    {
      *out_board = first_board (reading);
      if (*out_board < 0)
        g_set_error_literal (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("No board exists on that day."));
    }
  else if (tenure_reading_find_record (reading, options->board, &record, error))
    {
      *out_board = tenure_facts_find_board (reading->facts, record.id);
      if (*out_board < 0)
        g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("“%s” is no board."), options->board);
    }
  return *out_board >= 0;
}

/* The budget that --budget names, or the first; −1 where there is none, which the chart says. */
static gboolean
find_budget (const ChartOptions *options, const TenureReading *reading, int *out_budget, GError **error)
{
  const TenureParticipationFacts *facts = &reading->facts->participation;
  TenureRecordName record = { TENURE_RECORD_NONE, TENURE_ID_NONE };

  *out_budget = facts->n_budgets > 0 ? 0 : -1;
  if (options->budget == NULL)
    return TRUE;
  if (!tenure_reading_find_record (reading, options->budget, &record, error))
    return FALSE;
  for (guint i = 0; i < facts->n_budgets; i++)
    if (facts->budgets[i].id == record.id)
      {
        *out_budget = (int) i;
        return TRUE;
      }
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("“%s” is no participation budget."), options->budget);
  return FALSE;
}

static gboolean
is_of_organisation (TenureReportChart chart)
{
  return chart == TENURE_REPORT_CHART_ORGANISATION_TIMELINE || chart == TENURE_REPORT_CHART_ORGANISATION_AHEAD
         || chart == TENURE_REPORT_CHART_ORGANISATION_INCOME || chart == TENURE_REPORT_CHART_ORGANISATION_ANATOMY;
}

/* The organisation that --organisation names; there is none that a picture of one could be of unless somebody says. */
static gboolean
find_organisation (const ChartOptions *options, const TenureReading *reading, int *out_organisation, GError **error)
{
  TenureRecordName record = { TENURE_RECORD_NONE, TENURE_ID_NONE };

  *out_organisation = -1;
  if (!is_of_organisation (options->chart) || options->organisation == NULL)
    return TRUE;
  if (!tenure_reading_find_record (reading, options->organisation, &record, error))
    return FALSE;
  *out_organisation = tenure_facts_find_organisation (reading->facts, record.id);
  if (*out_organisation < 0)
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("“%s” is no organisation."), options->organisation);
  return *out_organisation >= 0;
}

/* As many pages as the rows and years take, lying sheets of A4 unless a size was given. */
static gboolean
print_timeline (
    const ChartOptions *options, const TenureReading *reading, const TenureChartTheme *theme, GFile *file, GError **error)
{
  TenureTimelinePrint print = { .analysis = reading->analysis,
                                .grouping = &options->grouping,
                                .width = options->size != NULL ? options->width : TENURE_TIMELINE_A4_WIDTH_PX,
                                .height = options->size != NULL ? options->height : TENURE_TIMELINE_A4_HEIGHT_PX };
  g_autoptr (TenureTimelinePages) pages = tenure_report_timeline_pages_new (&print, theme, error);

  return pages != NULL && tenure_timeline_pages_export (pages, file, NULL, NULL, NULL, error);
}

static gboolean
draw (const ChartOptions *options, const TenureReading *reading, GError **error)
{
  TenureReportChartOptions chart_options = { .board = -1, .budget = -1 };
  TenureChartTheme screen, theme;
  g_autoptr (TenureScene) scene = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);

  if (!find_board (options, reading, &chart_options.board, error)
      || !find_budget (options, reading, &chart_options.budget, error)
      || !find_organisation (options, reading, &chart_options.organisation, error))
    return FALSE;
  tenure_chart_theme_init (&screen, options->dark, FALSE, 1.0, NULL);
  tenure_chart_theme_init_export (&theme, &screen, options->dark);
  if (options->chart == TENURE_REPORT_CHART_TIMELINE && options->format == TENURE_EXPORT_PDF)
    return print_timeline (options, reading, &theme, file, error);
  chart_options.grouping = &options->grouping;
  chart_options.spread_by = options->spread_by;
  chart_options.grows = options->size == NULL;
  chart_options.hours_by = options->hours_by;
  scene = tenure_report_chart_new (options->chart, reading->analysis, &chart_options, options->width, options->height,
                                   &theme, error);
  return scene != NULL && tenure_scene_export_file (scene, file, options->format, 1.0, NULL, error);
}

TenureExit
tenure_command_chart (const TenureCommand *command, int argc, char **argv)
{
  g_auto (ChartOptions) options = { .width = DEFAULT_WIDTH, .height = DEFAULT_HEIGHT };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The picture: .png, .svg or .pdf"), N_ ("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options.as_of, N_ ("The day to look at; today unless given"),
      N_ ("YYYY-MM-DD") },
    { "portfolio", 0, 0, G_OPTION_ARG_FILENAME, &options.portfolio,
      N_ ("The portfolio to look at; all agreements unless given"), N_ ("NAME") },
    { "board", 0, 0, G_OPTION_ARG_FILENAME, &options.board,
      N_ ("The board of a seats chart, by name or number; the first one unless given"), N_ ("NAME") },
    { "budget", 0, 0, G_OPTION_ARG_FILENAME, &options.budget,
      N_ ("The participation budget of a burn-up, by name or number; the first one unless given"), N_ ("NAME") },
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &options.organisation,
      N_ ("The organisation of a chart of one, by name or number"), N_ ("NAME") },
    { "provider", 0, 0, G_OPTION_ARG_FILENAME, &options.organisation, N_ ("The same; horizon is drawn of it alone"),
      N_ ("NAME") },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &options.size,
      N_ ("Width and height in pixels; 1200x675 unless given, a timeline as tall as its rows"), N_ ("WxH") },
    { "group-by", 0, 0, G_OPTION_ARG_FILENAME, &options.group_by,
      N_ ("What a timeline is grouped by, and then by; providers unless given"), N_ ("NAME[,NAME]") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by,
      N_ ("What a distribution is by: size, place, funder, purpose or kind; size unless given. Hours: month, board, organisation, "
          "person or size; month unless given"),
      N_ ("NAME") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &options.dark, N_ ("Light on dark"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_auto (TenureReading) reading = TENURE_READING_INIT;

  if (!tenure_command_parse (command, entries, &argc, &argv, 2, 2))
    return TENURE_EXIT_WRONG_USE;
  if (!read_options (&options, argv[1], &error))
    return tenure_command_fail (NULL, error);
  if (!tenure_reading_open (&reading, argv[2], options.as_of, options.portfolio, &error))
    return tenure_command_fail (argv[2], error);
  if (!draw (&options, &reading, &error))
    return tenure_command_fail (NULL, error);
  g_print (_ ("Drew %s.\n"), options.output);
  return tenure_reading_get_exit (&reading);
}
