#include "config.h"

#include "chart/seat-chart-private.h"

#include "base/i18n.h"

/* What the seat chart says of a board: its title, its seats, the signs in use, and the table of the same. */

enum
{
  COLUMN_BLOC,
  COLUMN_HOLDER,
  COLUMN_VOTE,
  COLUMN_CHAIR,
  N_COLUMNS
};

static gboolean
is_vcs (const TenureSeatChartData *data, const TenureSeatDatum *seat)
{
  return seat->bloc < data->n_blocs && data->blocs[seat->bloc].is_vcs;
}

guint
tenure_seats_count_vcs (const TenureSeatChartData *data)
{
  guint n = 0;

  for (guint i = 0; i < data->n_seats; i++)
    n += is_vcs (data, &data->seats[i]);
  return n;
}

guint
tenure_seats_count_unknown (const TenureSeatChartData *data)
{
  guint n = 0;

  for (guint i = 0; i < data->n_seats; i++)
    n += data->seats[i].bloc >= data->n_blocs;
  return n;
}

static guint
count_vacant_vcs (const TenureSeatChartData *data)
{
  guint n = 0;

  for (guint i = 0; i < data->n_seats; i++)
    n += is_vcs (data, &data->seats[i]) && data->seats[i].vacant;
  return n;
}

/* "2"; "1 or 2", or "1 to 3", where the bloc of a seat is not recorded. */
static char *
dup_range (const TenureSeatChartData *data)
{
  guint n = tenure_seats_count_vcs (data), unknown = tenure_seats_count_unknown (data);

  if (unknown == 0)
    return g_strdup_printf ("%u", n);
  if (unknown == 1)
    /* Translators: a number that is one of two, "1 or 2". */
    return g_strdup_printf (_ ("%1$u or %2$u"), n, n + 1);
  /* Translators: the least and the most that a number can be, "1 to 3". */
  return g_strdup_printf (_ ("%1$u to %2$u"), n, n + unknown);
}

/* ", and it is vacant", "; 1 of them vacant", or "". */
static char *
dup_vacancy (const TenureSeatChartData *data)
{
  guint n = tenure_seats_count_vcs (data), vacant = count_vacant_vcs (data);

  if (vacant == 0)
    return g_strdup ("");
  if (vacant < n)
    return g_strdup_printf (_ ("; %u of them vacant"), vacant);
  return g_strdup (n == 1 ? _ (", and it is vacant") : _ (", and all are vacant"));
}

/* What is known comes first where it is all vacant, or none. */
static char *
dup_title_of_known (const TenureSeatChartData *data)
{
  guint n = tenure_seats_count_vcs (data);
  g_autofree char *vacancy = dup_vacancy (data);

  if (n > 0)
    /* Translators: a number, all seats, and ", and it is vacant" or ", and all are vacant". */
    return g_strdup_printf (
        ngettext ("The {sector} has %1$u known seat of %2$u%3$s", "The {sector} has %1$u known seats of %2$u%3$s", n), n,
        data->n_seats, vacancy);
  return g_strdup_printf (ngettext ("No seat of %1$u is known to be the {sector}’s; %2$u may be",
                                    "No seat of %1$u is known to be the {sector}’s; %2$u may be",
                                    tenure_seats_count_unknown (data)),
                          data->n_seats, tenure_seats_count_unknown (data));
}

/* A seat that is vacant is the sector's and held by nobody: it "has" it. */
char *
tenure_seats_dup_title (const TenureSeatChartData *data)
{
  guint n = tenure_seats_count_vcs (data), unknown = tenure_seats_count_unknown (data);
  g_autofree char *range = dup_range (data);
  g_autofree char *vacancy = dup_vacancy (data);

  if (data->title != NULL)
    return g_strdup (data->title);
  if (data->n_seats == 0)
    return g_strdup (data->board != NULL ? data->board : _ ("Seats"));
  if (n == 0 && unknown == 0)
    return g_strdup_printf (
        ngettext ("The {sector} does not have the only seat", "The {sector} has none of %u seats", data->n_seats),
        data->n_seats);
  if (unknown > 0 && count_vacant_vcs (data) == n)
    return dup_title_of_known (data);
  /* Translators: "1", "1 or 2" or "1 to 3", all seats, and ", and it is vacant" or nothing. */
  return g_strdup_printf (
      ngettext ("The {sector} has %1$s of %2$u seat%3$s", "The {sector} has %1$s of %2$u seats%3$s", data->n_seats), range,
      data->n_seats, vacancy);
}

const char *
tenure_seats_bloc_label (const TenureSeatChartData *data, guint bloc)
{
  if (bloc < data->n_blocs && data->blocs[bloc].label != NULL)
    return data->blocs[bloc].label;
  return _ ("Bloc not recorded");
}

const char *
tenure_seats_vote_label (const TenureSeatDatum *seat)
{
  switch (seat->vote)
    {
    case TENURE_SEAT_VOTE_YES:
      return _ ("has a vote");
    case TENURE_SEAT_VOTE_NO:
      return _ ("has no vote");
    case TENURE_SEAT_VOTE_UNKNOWN:
    default:
      return _ ("vote not recorded");
    }
}

const char *
tenure_seats_holder_label (const TenureSeatDatum *seat)
{
  if (seat->vacant)
    return _ ("vacant");
  return seat->holder != NULL ? seat->holder : _ ("holder not recorded");
}

char *
tenure_seats_dup_words (const TenureSeatDatum *seat)
{
  GString *text = g_string_new (tenure_seats_holder_label (seat));

  g_string_append_printf (text, "; %s", tenure_seats_vote_label (seat));
  if (seat->chair)
    g_string_append_printf (text, "; %s", _ ("chair"));
  if (seat->paid)
    g_string_append_printf (text, "; %s", _ ("paid"));
  return g_string_free (text, FALSE);
}

/* "hollow: vacant · small: no vote · …": only what occurs. NULL when nothing does. */
char *
tenure_seats_dup_signs (const TenureSeatChartData *data)
{
  gboolean vacant = FALSE, mute = FALSE, unknown = FALSE, chair = FALSE, paid = FALSE;
  g_autoptr (GPtrArray) signs = g_ptr_array_new ();

  for (guint i = 0; i < data->n_seats; i++)
    {
      vacant |= data->seats[i].vacant;
      mute |= data->seats[i].vote == TENURE_SEAT_VOTE_NO;
      unknown |= data->seats[i].vote == TENURE_SEAT_VOTE_UNKNOWN;
      chair |= data->seats[i].chair;
      paid |= data->seats[i].paid;
    }
  if (vacant)
    g_ptr_array_add (signs, (gpointer) _ ("hollow: vacant"));
  if (mute)
    g_ptr_array_add (signs, (gpointer) _ ("small: no vote"));
  if (unknown)
    g_ptr_array_add (signs, (gpointer) _ ("dashed: vote not recorded"));
  if (chair)
    g_ptr_array_add (signs, (gpointer) _ ("ring: chair"));
  if (paid)
    g_ptr_array_add (signs, (gpointer) _ ("coin: paid"));
  if (signs->len == 0)
    return NULL;
  g_ptr_array_add (signs, NULL);
  return g_strjoinv (" · ", (char **) signs->pdata);
}

/* --- The table ------------------------------------------------------------------------------------------ */

void
tenure_seats_add_table (TenureSeatDraw *draw)
{
  const TenureSeatChartData *data = draw->data;

  tenure_scene_set_table_corner (draw->scene, _ ("Seat"));
  tenure_scene_add_column (draw->scene, _ ("Bloc"), FALSE);
  tenure_scene_add_column (draw->scene, _ ("Holder"), FALSE);
  tenure_scene_add_column (draw->scene, _ ("Votes"), FALSE);
  tenure_scene_add_column (draw->scene, _ ("Chair"), FALSE);
  for (guint i = 0; i < data->n_seats; i++)
    {
      const TenureSeatDatum *seat = &data->seats[draw->order[i]];
      guint row = tenure_scene_add_row (draw->scene, seat->label != NULL ? seat->label : _ ("Seat"), seat->record);

      tenure_scene_set_cell (draw->scene, row, COLUMN_BLOC, tenure_seats_bloc_label (data, seat->bloc));
      tenure_scene_set_cell (draw->scene, row, COLUMN_HOLDER, tenure_seats_holder_label (seat));
      tenure_scene_set_cell (draw->scene, row, COLUMN_VOTE, tenure_seats_vote_label (seat));
      tenure_scene_set_cell (draw->scene, row, COLUMN_CHAIR, seat->chair ? _ ("chair") : "");
    }
}
