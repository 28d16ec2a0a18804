/* What stands in the calendar of a portfolio, read back with libical and, for what a person may look at, as text. */

#include "report/calendar.h"

#include "fixture.h"

#include <libical/ical.h>
#include <string.h>

#define STAMP G_GINT64_CONSTANT (1795305600) /* 2026-11-22T00:00:00Z */

static const TenureCalendarOptions usual = { .name = "North Ridge", .stamp = STAMP, .alarm_days = 14 };

/* A term to 31 Mar 2027, six months' notice of renewal and three of lead time: told by 30 Sep 2026, decided by 30 Jun. */
static TenureFactAgreement
with_notice (const char *start, const char *end)
{
  TenureFactAgreement agreement = fixture_term (0, start, end, 60000);

  agreement.renewal_notice = TENURE_DURATION_MONTHS (6);
  agreement.lead_time = TENURE_DURATION_MONTHS (3);
  return agreement;
}

static Fixture *
begin (void)
{
  Fixture *fixture = fixture_new ();

  fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  return fixture;
}

/* The calendar of @fixture on @as_of. */
static icalcomponent *
calendar_of (Fixture *fixture, const char *as_of, const TenureCalendarOptions *options, guint n_wanted)
{
  g_autoptr (TenureFacts) facts = fixture_end (fixture);
  g_autoptr (TenureAnalysis) analysis = tenure_analysis_new (facts, day (as_of), NULL, NULL);
  guint n;
  g_autofree char *text = tenure_calendar_dup (analysis, options, &n);
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, n_wanted);
  g_assert_cmpuint (n, ==, n_wanted);
  return calendar;
}

/* The event whose UID begins with @word. */
static icalcomponent *
event_of (icalcomponent *calendar, const char *word)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if (g_str_has_prefix (icalcomponent_get_uid (event), word))
      return event;
  return NULL;
}

static void
assert_event (icalcomponent *calendar, const char *word, const char *wanted_day, const char *wanted_summary)
{
  icalcomponent *event = event_of (calendar, word);
  struct icaltimetype start, after;
  TenureDay first, next;

  g_assert_nonnull (event);
  start = icalcomponent_get_dtstart (event);
  after = icalcomponent_get_dtend (event);
  g_assert_true (start.is_date && after.is_date);
  g_assert_true (tenure_day_from_civil (start.year, start.month, start.day, &first));
  g_assert_true (tenure_day_from_civil (after.year, after.month, after.day, &next));
  g_assert_cmpint (first, ==, day (wanted_day));
  g_assert_cmpint (next, ==, first + 1);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, wanted_summary);
}

static void
test_days (void)
{
  g_autoptr (Fixture) fixture = begin ();
  TenureFactAgreement agreement = with_notice ("2024-04-01", "2027-03-31");
  icalcomponent *calendar;

  agreement.title = "Advice line";
  agreement.review_day = day ("2026-06-01");
  fixture_add_agreement (fixture, agreement);
  calendar = calendar_of (fixture, "2026-05-01", &usual, 4);
  assert_event (calendar, "decision-", "2026-06-30", "Decide on renewal: Advice line");
  assert_event (calendar, "notice-", "2026-09-30", "Last day for notice of renewal: Advice line");
  assert_event (calendar, "end-", "2027-03-31", "Ends: Advice line");
  assert_event (calendar, "review-", "2026-06-01", "Review: Advice line");
  icalcomponent_free (calendar);
}

/* A day gone by is left out; a decision that is overdue is asked for on the day looked at. */
static void
test_overdue (void)
{
  g_autoptr (Fixture) fixture = begin ();
  TenureFactAgreement agreement = with_notice ("2024-04-01", "2027-03-31");
  icalcomponent *calendar;

  agreement.title = "Advice line";
  fixture_add_agreement (fixture, agreement);
  calendar = calendar_of (fixture, "2026-11-21", &usual, 2);
  assert_event (calendar, "decision-", "2026-11-21", "Overdue: decide on renewal of Advice line (due 30 Jun 2026)");
  assert_event (calendar, "end-", "2027-03-31", "Ends: Advice line");
  icalcomponent_free (calendar);
}

/* What is decided, and what is over, asks for nothing. */
static void
test_decided_and_over (void)
{
  g_autoptr (Fixture) fixture = begin ();
  TenureFactAgreement agreement = with_notice ("2024-04-01", "2027-03-31");

  agreement.renewal = TENURE_RENEWAL_RENEWED;
  fixture_add_agreement (fixture, agreement);
  fixture_add_agreement (fixture, with_notice ("2020-04-01", "2021-03-31"));
  fixture_add_agreement (fixture, fixture_term (0, NULL, NULL, 1000));
  icalcomponent_free (calendar_of (fixture, "2026-05-01", &usual, 1));
}

/* The last day is a day of the term. */
static void
test_on_the_day (void)
{
  g_autoptr (Fixture) fixture = begin ();

  fixture_add_agreement (fixture, fixture_term (0, "2026-04-01", "2027-03-31", 1000));
  icalcomponent_free (calendar_of (fixture, "2027-03-31", &usual, 1));
}

static int
count_alarms (icalcomponent *calendar, int *out_days)
{
  int n = 0;

  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      icalcomponent *alarm = icalcomponent_get_first_component (event, ICAL_VALARM_COMPONENT);

      if (alarm == NULL)
        continue;
      n++;
      *out_days = icaldurationtype_as_int (icalproperty_get_trigger (icalcomponent_get_first_property (alarm, ICAL_TRIGGER_PROPERTY)).duration)
                  / (24 * 60 * 60);
    }
  return n;
}

/* Of what is due today or overdue, too, no alarm lies in the past. */
static void
test_alarms_to_come (void)
{
  static const struct
  {
    const char *day;
    guint n_events;
  } cases[] = { { "2026-05-01", 3 }, { "2026-12-20", 2 }, { "2027-01-15", 2 }, { "2027-03-30", 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = begin ();
      icalcomponent *calendar;
      guint n = 0;

      fixture_add_agreement (fixture, with_notice ("2024-04-01", "2027-03-31"));
      calendar = calendar_of (fixture, cases[i].day, &usual, cases[i].n_events);
      for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
           event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
        {
          icalcomponent *alarm = icalcomponent_get_first_component (event, ICAL_VALARM_COMPONENT);
          gint64 begins = icaltime_as_timet (icalcomponent_get_dtstart (event));
          struct icaltriggertype trigger;

          if (alarm == NULL)
            continue;
          trigger = icalproperty_get_trigger (icalcomponent_get_first_property (alarm, ICAL_TRIGGER_PROPERTY));
          g_assert_cmpint (begins + icaldurationtype_as_int (trigger.duration), >=,
                           ((gint64) day (cases[i].day) + 1) * 24 * 60 * 60);
          n++;
        }
      g_assert_cmpuint (n, >, 0);
      icalcomponent_free (calendar);
    }
}

/* Of decision, notice and end, two ask for an act. */
static void
test_alarms (void)
{
  static const struct
  {
    int alarm_days, wanted, days;
  } cases[] = { { 14, 2, -14 }, { 0, 2, 0 }, { -1, 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = begin ();
      TenureCalendarOptions options = { "Alarms", STAMP, cases[i].alarm_days };
      icalcomponent *calendar;
      int days = 1;

      fixture_add_agreement (fixture, with_notice ("2024-04-01", "2027-03-31"));
      calendar = calendar_of (fixture, "2026-05-01", &options, 3);
      g_assert_cmpint (count_alarms (calendar, &days), ==, cases[i].wanted);
      g_assert_cmpint (days, ==, cases[i].days);
      icalcomponent_free (calendar);
    }
}

static char *
text_of (const char *title, const char *as_of, gint64 stamp)
{
  g_autoptr (Fixture) fixture = begin ();
  TenureFactAgreement agreement = with_notice ("2024-04-01", "2027-03-31");
  TenureCalendarOptions options = { "North Ridge", stamp, 14 };
  g_autoptr (TenureFacts) facts = NULL;
  g_autoptr (TenureAnalysis) analysis = NULL;

  agreement.title = title;
  fixture_add_agreement (fixture, agreement);
  facts = fixture_end (fixture);
  analysis = tenure_analysis_new (facts, day (as_of), NULL, NULL);
  return tenure_calendar_dup (analysis, &options, NULL);
}

/* Two runs name each event alike, whatever was recorded in between; a calendar takes the later one of it. */
static void
test_stable (void)
{
  g_autofree char *earlier = text_of ("Advice line", "2026-05-01", STAMP);
  g_autofree char *again = text_of ("Advice line", "2026-05-01", STAMP);
  g_autofree char *later = text_of ("Advice line, north", "2026-05-02", STAMP + 90000);
  icalcomponent *before = icalparser_parse_string (earlier), *after = icalparser_parse_string (later);

  g_assert_cmpstr (earlier, ==, again);
  g_assert_cmpstr (icalcomponent_get_uid (event_of (before, "decision-")), ==,
                   icalcomponent_get_uid (event_of (after, "decision-")));
  g_assert_nonnull (strstr (earlier, "DTSTAMP:20261122T000000Z\r\n"));
  g_assert_nonnull (strstr (later, "DTSTAMP:20261123T010000Z\r\n"));
  icalcomponent_free (before);
  icalcomponent_free (after);
}

/* What a title holds stays in the title. */
static void
test_hostile_title (void)
{
  const char *title = "Food; hubs, north\\south\r\nEND:VEVENT \xc3\xa9t\xc3\xa9 and a title so long that a line of the file "
                      "would be longer than the seventy-five bytes that one may have";
  g_autofree char *text = text_of (title, "2026-05-01", STAMP);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 3);
  g_assert_nonnull (strstr (icalcomponent_get_summary (event_of (calendar, "end-")), "Food; hubs, north\\south"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  icalcomponent_free (calendar);
}

static TenureFactExemption
exemption_until (const char *review)
{
  return (TenureFactExemption){ .id = 77,
                                .record = TENURE_ID_NONE,
                                .rule = TENURE_RULE_D3,
                                .from_day = day ("2025-01-01"),
                                .review = day (review),
                                .reason = "One lead by design" };
}

/* One that ended asks for nothing more. */
static void
test_exemptions (void)
{
  g_autoptr (Fixture) fixture = begin ();
  TenureFactAgreement agreement = fixture_term (0, "2024-04-01", NULL, 1000);
  icalcomponent *calendar;

  agreement.open_ended = TENURE_FACT_YES;
  fixture_add_agreement (fixture, agreement);
  fixture_add_exemption (fixture, exemption_until ("2026-12-31"));
  fixture_add_exemption (fixture, exemption_until ("2025-12-31"));
  calendar = calendar_of (fixture, "2026-05-01", &usual, 1);
  assert_event (calendar, "exemption-", "2026-12-31", "Review exemption from rule D3, Concentration of spend");
  icalcomponent_free (calendar);
}

static void
test_nothing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  icalcomponent_free (calendar_of (fixture, "2026-05-01", &usual, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/days", test_days);
  g_test_add_func ("/calendar/overdue", test_overdue);
  g_test_add_func ("/calendar/decided-and-over", test_decided_and_over);
  g_test_add_func ("/calendar/on-the-day", test_on_the_day);
  g_test_add_func ("/calendar/alarms", test_alarms);
  g_test_add_func ("/calendar/alarms-to-come", test_alarms_to_come);
  g_test_add_func ("/calendar/stable", test_stable);
  g_test_add_func ("/calendar/hostile-title", test_hostile_title);
  g_test_add_func ("/calendar/exemptions", test_exemptions);
  g_test_add_func ("/calendar/nothing", test_nothing);
  return g_test_run ();
}
