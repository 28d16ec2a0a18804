/* What taking part costs: two years' budgets, rates, the time that people gave at the meetings of the year, and what was
 * claimed for it. Most of it nobody pays for. */

#include "sample.h"

#include "boards-table.h"

#define LAST_YEAR "2025-11-01"
#define THIS_YEAR "2026-04-01"
#define HALF_DAY_MINUTES 240
#define DAY_MINUTES 450

typedef struct
{
  TenureId last, current;
} Budgets;

/* Organisations that named what an hour of their staff costs, in pence. The others have not been asked. */
static const struct
{
  const char *name;
  int hour;
} hourly[] = {
  { "Voluntary Action Aldermere", 3850 },
  { "North Ridge VCSE Alliance", 4100 },
  { "Age Well Aldermere", 3600 },
  { "Skelmoor Community Action", 3475 },
};

/* --- Budgets and rates --- */

static void
write_budget (Sample *self, TenureId id, const char *name, gint64 pounds, const char *from, TenureId previous)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_BUDGET);
  TenureDay first = sample_date (from);

  record->id = id;
  sample_text (record, "name", name);
  sample_text (record, "purpose", "People with lived experience and voluntary organisations on the boards of the system");
  sample_pounds (record, "amount", pounds);
  sample_day (record, "from_day", first);
  sample_day (record, "to_day", tenure_day_year_start (tenure_day_add_months (first, 12), 4) - 1);
  sample_text (record, "owner", "Partnerships team");
  sample_reference (record, "alliance", sample_organisation (self, "North Ridge VCSE Alliance"));
  if (previous != TENURE_ID_NONE)
    sample_reference (record, "previous", previous);
  sample_insert (self, record);
}

static void
write_allocation (Sample *self, TenureId budget, const char *board, gint64 pounds)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_ALLOCATION);

  sample_reference (record, "budget", budget);
  sample_reference (record, "board", sample_board (self, board));
  sample_number (record, "amount", 100 * pounds);
  sample_insert (self, record);
}

static TenureRecord *
rate_new (const char *payee, const char *from, const char *agreed)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_PAY_RATE);

  sample_text (record, "payee", payee);
  sample_day (record, "from_day", sample_date (from));
  sample_text (record, "currency", "GBP");
  sample_text (record, "agreed", agreed);
  return record;
}

static void
write_day_rate (Sample *self, const char *payee, const char *from, const char *to, int half_day)
{
  TenureRecord *record = rate_new (payee, from, "Involvement payments policy");

  sample_day (record, "to_day", sample_date (to));
  sample_number (record, "half_day", 100 * half_day);
  sample_number (record, "day", 200 * half_day);
  sample_number (record, "mile", 45);
  sample_insert (self, record);
}

static void
write_rates (Sample *self)
{
  TenureRecord *record;

  write_day_rate (self, "lived_experience", "2025-04-01", "2026-03-31", 70);
  write_day_rate (self, "lived_experience", THIS_YEAR, NULL, 75);
  write_day_rate (self, "chair", THIS_YEAR, NULL, 110);
  /* Agreed long ago and never looked at again. */
  record = rate_new ("lived_experience", "2021-04-01", "Letter of 2021");
  sample_reference (record, "organisation", sample_organisation (self, "Speaking Up Skelmoor CIC"));
  sample_number (record, "half_day", 6000);
  sample_number (record, "day", 12000);
  sample_insert (self, record);
  for (guint i = 0; i < G_N_ELEMENTS (hourly); i++)
    {
      record = rate_new ("staff", "2025-04-01", "Letter of the organisation");
      sample_reference (record, "organisation", sample_organisation (self, hourly[i].name));
      sample_number (record, "hour", hourly[i].hour);
      sample_number (record, "mile", 45);
      sample_insert (self, record);
    }
}

static void
write_closing (Sample *self, TenureId budget)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_CLOSING);

  sample_reference (record, "budget", budget);
  sample_day (record, "from_day", sample_date (LAST_YEAR));
  sample_day (record, "to_day", sample_date ("2026-03-31"));
  sample_day (record, "closed_on", sample_date ("2026-05-29"));
  sample_text (record, "closed_by", "Ines Vaughan-Tell");
  sample_insert (self, record);
}

static void
write_frame (Sample *self, gpointer data)
{
  Budgets *budgets = data;

  budgets->last = tenure_id_new ();
  budgets->current = tenure_id_new ();
  write_budget (self, budgets->last, "Taking part 2025/26", 3000, LAST_YEAR, TENURE_ID_NONE);
  write_budget (self, budgets->current, "Taking part 2026/27", 6600, THIS_YEAR, budgets->last);
  write_allocation (self, budgets->current, "Aldermere Place Partnership", 1200);
  write_rates (self);
  write_closing (self, budgets->last);
}

/* --- Time and claims --- */

/* One person at one meeting, as it is made up. */
typedef struct
{
  TenureDay held;
  TenureId meeting, seat, person, organisation, budget;
  gboolean lived_experience;
  int minutes; /* of all four kinds */
  int miles;   /* hundredths */
} Part;

/* In pence: what it comes to at the rates above, 0 where there is none. */
static gint64
cost_of (Sample *self, const Part *part)
{
  gint64 miles = (45 * (gint64) part->miles + 50) / 100;
  int half_day = part->held < sample_date (THIS_YEAR) ? 7000 : 7500;

  if (part->lived_experience)
    return half_day * (part->minutes <= HALF_DAY_MINUTES ? 1 : 2) * (part->minutes > DAY_MINUTES ? 2 : 1) + miles;
  for (guint i = 0; i < G_N_ELEMENTS (hourly); i++)
    if (part->organisation == sample_organisation (self, hourly[i].name))
      return ((gint64) hourly[i].hour * part->minutes + 30) / 60 + miles;
  return 0;
}

static TenureId
write_claim (Sample *self, const Part *part)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_CLAIM);
  int age = self->today - part->held;
  gint64 cost = cost_of (self, part);
  gboolean refused = age > 60 && sample_chance (self, 6);

  sample_reference (record, "budget", part->budget);
  sample_reference (record, part->lived_experience ? "person" : "organisation",
                    part->lived_experience ? part->person : part->organisation);
  sample_text (record, "state",
               age < 16   ? "draft"
               : age < 30 ? "submitted"
               : refused  ? "refused"
               : age < 50 ? "approved"
                          : "paid");
  sample_text (record, "currency", "GBP");
  if (age >= 16)
    {
      sample_number (record, "claimed", cost);
      sample_day (record, "submitted_on", part->held + sample_between (self, 3, 11));
    }
  if (age >= 30)
    {
      sample_day (record, "decided_on", part->held + sample_between (self, 16, 29));
      sample_text (record, "decided_by", "Ines Vaughan-Tell");
      if (refused)
        sample_text (record, "reason", "The meeting is paid for by the funder of the post");
      else
        sample_number (record, "approved", cost);
    }
  if (age >= 50 && !refused)
    {
      sample_number (record, "paid", cost);
      sample_day (record, "paid_on", part->held + sample_between (self, 31, 49) + (sample_chance (self, 10) ? 0 : -1));
    }
  return sample_insert (self, record);
}

static void
write_time (Sample *self, Part *part, gint64 meeting_minutes)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_PARTICIPATION);
  gboolean online = sample_chance (self, 40);
  int preparation = sample_between (self, 2, 8) * 15, follow_up = sample_between (self, 0, 3) * 15;
  int travel = online ? 0 : sample_between (self, 2, 8) * 10;
  const char *payer = NULL;

  part->minutes = (int) meeting_minutes + preparation + follow_up + travel;
  part->miles = online ? 0 : 100 * sample_between (self, 4, 22);
  sample_reference (record, "meeting", part->meeting);
  sample_reference (record, "person", part->person);
  sample_reference (record, "seat", part->seat);
  if (part->organisation != TENURE_ID_NONE)
    sample_reference (record, "organisation", part->organisation);
  sample_text (record, "payee", part->lived_experience ? "lived_experience" : "staff");
  sample_text (record, "mode", online ? "online" : "in_person");
  sample_number (record, "preparation", preparation);
  if (meeting_minutes > 0)
    sample_number (record, "attended", meeting_minutes);
  sample_number (record, "travel", travel);
  if (!sample_chance (self, 20))
    sample_number (record, "follow_up", follow_up);
  else
    part->minutes -= follow_up;
  if (part->miles > 0)
    sample_number (record, "miles", part->miles);
  if (meeting_minutes > 0 && cost_of (self, part) > 0 && sample_chance (self, part->lived_experience ? 90 : 45))
    payer = "budget";
  else if (sample_chance (self, 85))
    payer = "own";
  if (payer != NULL)
    sample_text (record, "payer", payer);
  if (g_strcmp0 (payer, "budget") == 0)
    {
      sample_reference (record, "budget", part->budget);
      if (self->today - part->held >= 10)
        sample_reference (record, "claim", write_claim (self, part));
    }
  sample_insert (self, record);
}

/* Those who came and speak for the sector or from experience; of the others nobody asks. */
static void
write_part (Sample *self, const Budgets *budgets, const TenureRecord *meeting, const TenureRecord *attendance)
{
  TenureId seat_id = tenure_record_get_reference (attendance, tenure_record_field_index (TENURE_RECORD_ATTENDANCE, "seat"));
  const char *presence =
      tenure_record_get_text (attendance, tenure_record_field_index (TENURE_RECORD_ATTENDANCE, "presence"));
  TenureRecord *seat, *person;
  const char *bloc;
  Part part = { .meeting = meeting->id, .seat = seat_id };

  if (seat_id == TENURE_ID_NONE || g_strcmp0 (presence, "present") != 0)
    return;
  part.person = tenure_record_get_reference (attendance, tenure_record_field_index (TENURE_RECORD_ATTENDANCE, "person"));
  part.held = tenure_record_get_day (meeting, tenure_record_field_index (TENURE_RECORD_MEETING, "held"));
  part.budget = part.held < sample_date (THIS_YEAR) ? budgets->last : budgets->current;
  seat = sample_load (self, TENURE_RECORD_SEAT, seat_id);
  person = part.person != TENURE_ID_NONE ? sample_load (self, TENURE_RECORD_PERSON, part.person) : NULL;
  if (seat != NULL && person != NULL)
    {
      gint64 minutes = 0;

      tenure_record_get_integer (meeting, tenure_record_field_index (TENURE_RECORD_MEETING, "minutes"), &minutes);

      bloc = tenure_record_get_text (seat, tenure_record_field_index (TENURE_RECORD_SEAT, "bloc"));
      part.lived_experience = g_strcmp0 (bloc, "lived_experience") == 0;
      part.organisation =
          tenure_record_get_reference (person, tenure_record_field_index (TENURE_RECORD_PERSON, "organisation"));
      if (part.lived_experience || g_strcmp0 (bloc, "vcs") == 0)
        write_time (self, &part, MAX (minutes, 0));
    }
  g_clear_pointer (&seat, tenure_record_free);
  g_clear_pointer (&person, tenure_record_free);
}

static void
write_times (Sample *self, gpointer data)
{
  TenureReader *reader = tenure_edit_get_reader (self->edit);

  for (guint i = 0; i < G_N_ELEMENTS (sample_boards) && self->error == NULL; i++)
    {
      g_autoptr (GPtrArray) meetings = tenure_reader_load_children (
          reader, TENURE_RECORD_MEETING, sample_board (self, sample_boards[i].name), &self->error);

      for (guint m = 0; meetings != NULL && m < meetings->len; m++)
        {
          const TenureRecord *meeting = meetings->pdata[m];
          g_autoptr (GPtrArray) attendances =
              tenure_reader_load_children (reader, TENURE_RECORD_ATTENDANCE, meeting->id, &self->error);

          for (guint a = 0; attendances != NULL && a < attendances->len && self->error == NULL; a++)
            write_part (self, data, meeting, attendances->pdata[a]);
        }
    }
}

void
sample_write_participation (Sample *self)
{
  Budgets budgets = { 0 };

  sample_edit_apart (self, "2026-11-09 10:05", "Ines Vaughan-Tell", "Set up budgets and rates for taking part", write_frame,
                     &budgets);
  sample_edit_apart (self, "2026-11-09 10:50", "Ines Vaughan-Tell", "Enter who took part and what was claimed", write_times,
                     &budgets);
}
