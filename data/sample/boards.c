/* Writes boards, their seats, the people and who holds which seat since when. */

#include "sample.h"

#include "boards-table.h"
#include "people-table.h"

#define HOSPITALS "Aldermere University Hospitals NHS Trust"
#define MENTAL_HEALTH_TRUST "North Ridge Partnership NHS Foundation Trust"

static void
write_boards (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_boards); i++)
    {
      const SampleBoard *row = &sample_boards[i];
      TenureRecord *record = tenure_record_new (TENURE_RECORD_BOARD);

      record->id = sample_board (self, row->name);
      sample_text (record, "name", row->name);
      sample_text (record, "type", row->type);
      sample_text (record, "area", row->area);
      if (row->parent != NULL)
        sample_reference (record, "parent", sample_board (self, row->parent));
      sample_day (record, "from_day", sample_date (row->from_day));
      sample_day (record, "to_day", sample_date (row->to_day));
      if (row->successor != NULL)
        sample_reference (record, "successor", sample_board (self, row->successor));
      sample_flag (record, "voice_expected", row->voice_expected);
      sample_flag (record, "votes", row->votes);
      if (row->target_bp > 0)
        sample_number (record, "target", row->target_bp);
      sample_text (record, "decision_rule", row->decision_rule);
      if (row->quota > 0)
        sample_number (record, "quota", row->quota);
      if (row->quorum > 0)
        sample_number (record, "quorum", row->quorum);
      if (row->votes == 1)
        sample_flag (record, "bloc_power", row->bloc_power);
      sample_text (record, "notes", row->notes);
      sample_insert (self, record);
    }
}

/* --- People --- */

static TenureId
write_person (Sample *self, const char *name, const char *organisation, const char *role)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_PERSON);
  TenureId id;

  sample_text (record, "name", name);
  if (organisation != NULL)
    sample_reference (record, "organisation", sample_organisation (self, organisation));
  sample_text (record, "role", role);
  if (sample_chance (self, 20))
    {
      g_autofree char *folded = g_ascii_strdown (name, -1);
      g_autofree char *address = g_strconcat (g_strdelimit (folded, " ", '.'), "@northridge.example", NULL);

      sample_text (record, "email", address);
    }
  id = sample_insert (self, record);
  g_hash_table_insert (self->people, g_strdup (name), g_memdup2 (&id, sizeof id));
  return id;
}

/* A name that nobody has yet. */
static char *
dup_new_name (Sample *self)
{
  char *name = NULL;

  do
    {
      int first = sample_between (self, 0, G_N_ELEMENTS (sample_first_names) - 1);
      int last = sample_between (self, 0, G_N_ELEMENTS (sample_surnames) - 1);

      g_free (name);
      name = g_strconcat (sample_first_names[first], " ", sample_surnames[last], NULL);
    }
  while (g_hash_table_contains (self->people, name));
  return name;
}

/* Whom the holder of a seat works for, as far as its title gives it away. */
static const char *
employer (const SampleSeats *row, const char *title)
{
  if (strstr (title, "ospital") != NULL || strstr (title, "mergency") != NULL)
    return HOSPITALS;
  if (strstr (title, "ental health") != NULL)
    return MENTAL_HEALTH_TRUST;
  if (g_strcmp0 (row->bloc, "nhs") == 0)
    return g_str_equal (row->board, OLD_ICB) ? "NHS Aldermere and Skelmoor Integrated Care Board"
                                             : "NHS North Ridge Integrated Care Board";
  if (g_strcmp0 (row->bloc, "council") != 0)
    return NULL;
  if (strstr (title, "ounty") != NULL)
    return "North Ridgeshire County Council";
  if (strstr (title, "ity") != NULL || g_str_equal (row->board, ALDERMERE))
    return "Aldermere City Council";
  if (g_str_equal (row->board, BRACKENFORD))
    return "Brackenford Borough Council";
  return g_str_equal (row->board, ESKERTON) ? "Eskerton District Council" : NULL;
}

/* --- Seats --- */

static const SampleBoard *
find_board (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_boards); i++)
    if (g_str_equal (sample_boards[i].name, name))
      return &sample_boards[i];
  g_error ("The tables of the sample have no board “%s”.", name);
}

static TenureId
write_seat (
    Sample *self, const SampleBoard *board, const char *title, const char *bloc, int weight, const char *role)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_SEAT);

  sample_reference (record, "board", sample_board (self, board->name));
  sample_text (record, "title", title);
  sample_text (record, "bloc", bloc);
  if (weight >= 0)
    sample_number (record, "vote_weight", weight);
  sample_text (record, "role", role);
  if (g_strcmp0 (bloc, "vcs") == 0)
    {
      sample_flag (record, "budget_authority", 0);
      if (!g_str_equal (board->name, ALLIANCE) && sample_chance (self, 70))
        sample_reference (record, "nominator", sample_organisation (self, "North Ridge VCSE Alliance"));
    }
  else if (g_strcmp0 (bloc, "nhs") == 0 && sample_chance (self, 50))
    sample_flag (record, "budget_authority", 1);
  if (sample_chance (self, 80))
    sample_day (record, "established", sample_date (board->from_day));
  sample_day (record, "abolished", sample_date (board->to_day));
  return sample_insert (self, record);
}

typedef struct
{
  TenureId seat;
  TenureId person;
  const char *mandate, *chosen;
  TenureDay from_day, to_day;
  TenureId deputy;
} Holder;

static void
write_appointment (Sample *self, const Holder *holder)
{
  TenureRecord *record = tenure_record_new (TENURE_RECORD_APPOINTMENT);

  sample_reference (record, "seat", holder->seat);
  sample_reference (record, "person", holder->person);
  sample_text (record, "mandate", holder->mandate);
  sample_text (record, "chosen", holder->chosen);
  sample_day (record, "from_day", holder->from_day);
  sample_day (record, "to_day", holder->to_day);
  sample_reference (record, "deputy", holder->deputy);
  sample_insert (self, record);
}

/* One in fourteen seats is empty; about one in six has changed hands since the board began. */
static void
fill_seat (Sample *self, const SampleBoard *board, const SampleSeats *row, const char *title, TenureId seat)
{
  TenureDay begin = board->from_day != NULL ? sample_date (board->from_day) : sample_date ("2023-01-01");
  TenureDay end = sample_date (board->to_day);
  TenureDay latest = tenure_day_is_known (end) ? end - 120 : self->today - 60;
  g_autofree char *name = NULL;
  Holder holder = { .seat = seat, .from_day = begin, .to_day = end };

  if (sample_chance (self, 7))
    return;
  if (sample_chance (self, 17) && latest > begin + 240)
    {
      TenureDay change = sample_between (self, begin + 120, latest);
      g_autofree char *earlier = dup_new_name (self);

      holder.person = write_person (self, earlier, employer (row, title), title);
      holder.to_day = change - 1;
      write_appointment (self, &holder);
      holder.from_day = change;
      holder.to_day = end;
    }
  name = dup_new_name (self);
  holder.person = write_person (self, name, employer (row, title), title);
  holder.chosen = g_strcmp0 (row->bloc, "lived_experience") == 0 ? "invited"
                  : sample_chance (self, 60)                     ? "ex_officio"
                                                                 : NULL;
  if (holder.from_day == begin && sample_chance (self, 22))
    holder.from_day = TENURE_DAY_NONE;
  write_appointment (self, &holder);
}

static void
write_seats (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_seats); i++)
    {
      const SampleSeats *row = &sample_seats[i];
      const SampleBoard *board = find_board (row->board);
      g_auto (GStrv) titles = g_strsplit (row->titles, ";", -1);

      for (guint n = 0; titles[n] != NULL; n++)
        fill_seat (self, board, row, titles[n],
                   write_seat (self, board, titles[n], row->bloc, row->vote_weight, row->role));
    }
}

static TenureId
find_person (Sample *self, const char *name)
{
  const TenureId *id = name != NULL ? g_hash_table_lookup (self->people, name) : NULL;

  return id != NULL ? *id : TENURE_ID_NONE;
}

static void
write_voice (Sample *self, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_voices); i++)
    write_person (self, sample_voices[i].name, sample_voices[i].organisation, sample_voices[i].role);
  for (guint i = 0; i < G_N_ELEMENTS (sample_voice); i++)
    {
      const SampleVoice *row = &sample_voice[i];
      TenureId seat =
          write_seat (self, find_board (row->board), row->title, "vcs", row->vote_weight, row->role);
      Holder holder = { seat,
                        find_person (self, row->person),
                        row->mandate,
                        row->chosen,
                        sample_date (row->from_day),
                        sample_date (row->to_day),
                        find_person (self, row->deputy) };

      if (row->person != NULL)
        write_appointment (self, &holder);
    }
}

void
sample_write_boards (Sample *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample_boards); i++)
    {
      TenureId id = tenure_id_new ();

      g_hash_table_insert (self->boards, (gpointer) sample_boards[i].name, g_memdup2 (&id, sizeof id));
    }
  sample_edit (self, "2026-11-04", "Wren Hathersedge", "Enter the boards of North Ridge", write_boards, NULL);
  sample_edit (self, "2026-11-05", "Wren Hathersedge",
               "Enter seats and their holders from the published papers", write_seats, NULL);
  sample_edit (self, "2026-11-06", "Maud Oyelaran-Pike", "Add the sector’s own seats", write_voice, NULL);
}
