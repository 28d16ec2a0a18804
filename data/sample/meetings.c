/* A year of meetings up to the day of the sample, and who came, as far as the minutes say. */

#include "sample.h"

#include "boards-table.h"

static const char *const topics[] = {
  "Winter plan; discharge",
  "Neighbourhood health; workforce",
  "Finance report; recovery plan",
  "Inequalities; data sharing",
  "Commissioning intentions",
  "Carers’ strategy; respite",
  "Mental health; crisis alternatives",
  "Discharge; home care capacity",
  "Neighbourhood health; estates",
  "Annual report; priorities",
  "Better Care Fund; section 75",
  "Quality; safeguarding",
  NULL,
};

/* A seat of a board and who may sit on it at a time. */
typedef struct
{
  TenureId seat;
  GPtrArray *appointments; /* TenureRecord */
} SeatHolders;

static void
seat_holders_clear (gpointer data)
{
  g_clear_pointer (&((SeatHolders *) data)->appointments, g_ptr_array_unref);
}

static GArray *
load_seats (Sample *self, TenureId board)
{
  TenureReader *reader = tenure_edit_get_reader (self->edit);
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (SeatHolders));
  g_autoptr (GPtrArray) records = NULL;

  g_array_set_clear_func (seats, seat_holders_clear);
  records = tenure_reader_load_children (reader, TENURE_RECORD_SEAT, board, &self->error);
  for (guint i = 0; records != NULL && self->error == NULL && i < records->len; i++)
    {
      SeatHolders holders = { .seat = ((TenureRecord *) records->pdata[i])->id };

      holders.appointments =
          tenure_reader_load_children (reader, TENURE_RECORD_APPOINTMENT, holders.seat, &self->error);
      g_array_append_val (seats, holders);
    }
  return seats;
}

/* Who holds the seat on @day; NONE when nobody does. */
static TenureId
holder_on (const SeatHolders *seat, TenureDay day)
{
  const guint person = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "person");
  const guint from = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "from_day");
  const guint to = tenure_record_field_index (TENURE_RECORD_APPOINTMENT, "to_day");

  for (guint i = 0; seat->appointments != NULL && i < seat->appointments->len; i++)
    {
      const TenureRecord *appointment = seat->appointments->pdata[i];
      TenureDay first = tenure_record_get_day (appointment, from);
      TenureDay last = tenure_record_get_day (appointment, to);

      if ((first == TENURE_DAY_NONE || first <= day) && (last == TENURE_DAY_NONE || last >= day))
        return tenure_record_get_reference (appointment, person);
    }
  return TENURE_ID_NONE;
}

static void
write_attendance (Sample *self, TenureId meeting, const SeatHolders *seat, TenureDay day)
{
  TenureId person = holder_on (seat, day);
  int chance = sample_between (self, 0, 99);
  TenureRecord *record;

  if (person == TENURE_ID_NONE)
    return;
  record = tenure_record_new (TENURE_RECORD_ATTENDANCE);
  sample_reference (record, "meeting", meeting);
  sample_reference (record, "seat", seat->seat);
  sample_reference (record, "person", person);
  if (chance < 92)
    sample_text (record, "presence",
                 chance < 67   ? "present"
                 : chance < 75 ? "deputy"
                 : chance < 88 ? "apologies"
                               : "absent");
  sample_insert (self, record);
}

static void
write_meeting (Sample *self, TenureId board, GArray *seats, TenureDay day)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_MEETING);
  gboolean minuted = sample_chance (self, 85);
  TenureId meeting;

  sample_reference (record, "board", board);
  sample_day (record, "held", day);
  if (sample_chance (self, 78))
    sample_number (record, "minutes", sample_between (self, 3, 8) * 30);
  if (sample_chance (self, 80))
    sample_text (record, "topics", sample_pick (self, topics));
  meeting = sample_insert (self, record);
  for (guint i = 0; minuted && i < seats->len; i++)
    write_attendance (self, meeting, &g_array_index (seats, SeatHolders, i), day);
}

/* Meetings fall on working days: 1 January 1970, day 0, was a Thursday. */
static TenureDay
working_day (TenureDay day)
{
  int weekday = (day + 3) % 7; /* 0: Monday */

  return weekday < 5 ? day : day + 7 - weekday;
}

static void
write_year (Sample *self, gpointer data)
{
  TenureDay year_ago = tenure_day_add_months (self->today, -12);

  for (guint i = 0; i < G_N_ELEMENTS (sample_boards); i++)
    {
      const SampleBoard *board = &sample_boards[i];
      TenureId id = sample_board (self, board->name);
      g_autoptr (GArray) seats = load_seats (self, id);
      TenureDay from = sample_date (board->from_day);
      TenureDay to = sample_date (board->to_day);
      TenureDay month = tenure_day_month_start (year_ago) + sample_between (self, 4, 24);

      for (int passed = 0; passed <= 12; passed += board->meets_every)
        {
          TenureDay day = working_day (tenure_day_add_months (month, passed));

          if (day > year_ago && day < self->today && (from == TENURE_DAY_NONE || day > from + 20) &&
              (to == TENURE_DAY_NONE || day <= to))
            write_meeting (self, id, seats, day);
        }
    }
}

void
sample_write_meetings (Sample *self)
{
  sample_edit (self, "2026-11-09", "Hester Quillam", "Enter a year of meetings from the minutes", write_year,
               NULL);
}
