#include "config.h"
#include "report/calendar.h"

#include "base/i18n.h"

#include <libical/ical.h>

/* How often a subscribed calendar asks for the file again. */
#define REFRESH "P1D"

typedef struct
{
  const TenureAnalysis *analysis;
  const TenureCalendarOptions *options;
  icalcomponent *calendar;
  guint n_events;
} Writer;

/* What an event is: a word of its UID, and whether somebody has to act by its day. */
typedef struct
{
  const char *word;
  gboolean needs_act;
} Kind;

static const Kind decision = { "decision", TRUE }, notice = { "notice", TRUE }, end = { "end", FALSE },
                  review = { "review", TRUE }, exemption = { "exemption", TRUE };

static struct icaltimetype
ical_day (TenureDay day)
{
  struct icaltimetype time = icaltime_null_time ();

  tenure_day_to_civil (day, &time.year, &time.month, &time.day);
  time.is_date = 1;
  return time;
}

/* When an alarm rings that is not counted back from a day. */
#define MORNING_HOUR 9

static struct icaltimetype
ical_stamp (gint64 seconds)
{
  return icaltime_from_timet_with_zone ((time_t) seconds, 0, icaltimezone_get_utc_timezone ());
}

/* @before: days before the event begins; below 0 for the morning of a day that comes so much later. */
static void
add_alarm (icalcomponent *event, int before, const char *summary)
{
  struct icaltriggertype trigger = { .duration = { .is_neg = before >= 0, .days = (unsigned int) ABS (before) } };
  icalcomponent *alarm = icalcomponent_new_valarm ();

  if (before < 0)
    trigger.duration.hours = MORNING_HOUR;
  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_description (summary));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  icalcomponent_add_component (event, alarm);
}

static void
add_event (Writer *self, const Kind *kind, TenureId id, TenureDay day, const char *summary, const char *description)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  g_autofree char *uid = g_strdup_printf ("%s-%" G_GINT64_FORMAT "@tenure", kind->word, id);

  icalcomponent_set_uid (event, uid);
  icalcomponent_set_dtstamp (event, ical_stamp (self->options->stamp));
  icalcomponent_set_dtstart (event, ical_day (day));
  /* The day after the last, as RFC 5545 has it. */
  icalcomponent_set_dtend (event, ical_day (tenure_day_after (day)));
  icalcomponent_set_summary (event, summary);
  icalcomponent_set_description (event, description);
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_property (event, icalproperty_new_categories ("Tenure"));
  /* Not in the past, where it would never ring: what is due or overdue rings on the morning of the next day. */
  if (kind->needs_act && self->options->alarm_days >= 0)
    add_alarm (event, MIN (self->options->alarm_days, day - self->analysis->as_of - 1), summary);
  icalcomponent_add_component (self->calendar, event);
  self->n_events++;
}

/* The last day that there is stands for "no end" in some registers, and has no day after it for an event to end on. */
static gboolean
is_to_come (const Writer *self, TenureDay day)
{
  return tenure_day_is_known (day) && day >= self->analysis->as_of && day < TENURE_DAY_MAX;
}

static void
append_line (GString *text, const char *label, const char *value)
{
  if (value != NULL)
    /* Translators: "Provider: Lantern House" */
    g_string_append_printf (text, _ ("%1$s: %2$s"), label, value);
  if (value != NULL)
    g_string_append_c (text, '\n');
}

/* Provider, service, reference and dates: what one wants to know before opening the program. */
static char *
describe (const Writer *self, guint index)
{
  const TenureFacts *facts = self->analysis->facts;
  const TenureFactAgreement *agreement = &facts->agreements[index];
  const TenureAgreementFigures *figures = &self->analysis->terms->agreements[index];
  g_autofree char *ends =
      tenure_day_is_known (figures->committed_end) ? tenure_day_dup_label (figures->committed_end) : NULL;
  g_autofree char *told = tenure_day_is_known (figures->notice_day) ? tenure_day_dup_label (figures->notice_day) : NULL;
  GString *text = g_string_new (NULL);

  append_line (text, _ ("Provider"), agreement->provider >= 0 ? facts->organisations[agreement->provider].name : NULL);
  append_line (text, _ ("Service"), agreement->service >= 0 ? facts->services[agreement->service] : NULL);
  append_line (text, _ ("Reference"), agreement->reference);
  append_line (text, _ ("Committed end"), ends);
  append_line (text, _ ("Last day for notice of renewal"), told);
  if (figures->notice_assumed)
    g_string_append_printf (text, "%s\n", _ ("The notice of renewal is assumed: it is not recorded for this agreement."));
  if (figures->lead_assumed)
    g_string_append_printf (text, "%s\n", _ ("The lead time is assumed: it is not recorded for this agreement."));
  return g_string_free (text, FALSE);
}

static void
add_decision (Writer *self, guint index, const char *description)
{
  const TenureAgreementFigures *figures = &self->analysis->terms->agreements[index];
  const TenureFactAgreement *agreement = &self->analysis->facts->agreements[index];
  g_autofree char *decide = NULL, *tell = NULL, *was = NULL;

  if (figures->decided || figures->covered || !tenure_day_is_known (figures->decision_day))
    return;
  if (figures->decision_day < self->analysis->as_of)
    {
      was = tenure_day_dup_label (figures->decision_day);
      /* Translators: title of the agreement, day on which the decision was due */
      decide = g_strdup_printf (_ ("Overdue: decide on renewal of %1$s (due %2$s)"), agreement->title, was);
    }
  else
    decide = g_strdup_printf (_ ("Decide on renewal: %s"), agreement->title);
  add_event (self, &decision, agreement->id, MAX (figures->decision_day, self->analysis->as_of), decide, description);
  if (!is_to_come (self, figures->notice_day))
    return;
  tell = g_strdup_printf (_ ("Last day for notice of renewal: %s"), agreement->title);
  add_event (self, &notice, agreement->id, figures->notice_day, tell, description);
}

static void
add_agreement (Writer *self, guint index)
{
  const TenureAgreementFigures *figures = &self->analysis->terms->agreements[index];
  const TenureFactAgreement *agreement = &self->analysis->facts->agreements[index];
  g_autofree char *description = NULL, *ends = NULL, *reviewed = NULL;

  if (!figures->live)
    return;
  description = describe (self, index);
  add_decision (self, index, description);
  if (is_to_come (self, figures->committed_end))
    {
      ends = g_strdup_printf (_ ("Ends: %s"), agreement->title);
      add_event (self, &end, agreement->id, figures->committed_end, ends, description);
    }
  if (is_to_come (self, agreement->review_day))
    {
      reviewed = g_strdup_printf (_ ("Review: %s"), agreement->title);
      add_event (self, &review, agreement->id, agreement->review_day, reviewed, description);
    }
}

/* The ids of the agreements of the portfolio, each the key of itself. */
static GHashTable *
collect_ids (const TenureAnalysis *analysis)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < analysis->portfolio->n_agreements; i++)
    g_hash_table_add (ids, &analysis->facts->agreements[analysis->portfolio->agreements[i]].id);
  return ids;
}

static void
add_exemption (Writer *self, const TenureFactExemption *exempt)
{
  const TenureRule *rule = tenure_rule ((TenureRuleId) exempt->rule);
  /* Translators: code of a rule and its title, as in "T1, Short term" */
  g_autofree char *summary = g_strdup_printf (_ ("Review exemption from rule %1$s, %2$s"), rule->code, _ (rule->title));

  add_event (self, &exemption, exempt->id, exempt->review, summary, exempt->reason != NULL ? exempt->reason : "");
}

static gboolean
is_agreement (const TenureFactExemption *exempt)
{
  return tenure_rule ((TenureRuleId) exempt->rule)->record_type == TENURE_RECORD_AGREEMENT;
}

/* Those of boards and organisations, and their reasons, are nothing that who looks at a part of the agreements asked for. */
static void
add_exemptions (Writer *self)
{
  const TenureFacts *facts = self->analysis->facts;
  gboolean all = self->analysis->portfolio->n_selected == facts->n_agreements;
  g_autoptr (GHashTable) ids = collect_ids (self->analysis);

  for (guint i = 0; i < facts->n_exemptions; i++)
    {
      const TenureFactExemption *exempt = &facts->exemptions[i];

      if (exempt->rule < 0 || !is_to_come (self, exempt->review))
        continue;
      if (g_hash_table_contains (ids, &exempt->record) || (all && !is_agreement (exempt)))
        add_exemption (self, exempt);
    }
}

/* Names that calendars know though no standard has them, and the standard's own of 2016. */
static void
add_extension (icalcomponent *calendar, const char *name, const char *value)
{
  icalproperty *property = icalproperty_new_x (value);

  icalproperty_set_x_name (property, name);
  icalcomponent_add_property (calendar, property);
}

static icalcomponent *
new_calendar (const char *name)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Tenure//Tenure " TENURE_VERSION "//EN"));
  icalcomponent_add_property (calendar, icalproperty_new_calscale ("GREGORIAN"));
  add_extension (calendar, "X-WR-CALNAME", name);
  add_extension (calendar, "X-PUBLISHED-TTL", REFRESH);
  return calendar;
}

char *
tenure_calendar_dup (const TenureAnalysis *analysis, const TenureCalendarOptions *options, guint *out_n_events)
{
  Writer writer = { .analysis = analysis, .options = options };
  char *text, *result;

  g_return_val_if_fail (analysis != NULL && options != NULL && options->name != NULL, NULL);

  writer.calendar = new_calendar (options->name);
  for (guint i = 0; i < analysis->portfolio->n_agreements; i++)
    add_agreement (&writer, analysis->portfolio->agreements[i]);
  add_exemptions (&writer);
  text = icalcomponent_as_ical_string_r (writer.calendar);
  result = g_strdup (text);
  icalmemory_free_buffer (text);
  icalcomponent_free (writer.calendar);
  if (out_n_events != NULL)
    *out_n_events = writer.n_events;
  return result;
}
