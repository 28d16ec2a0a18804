#include "config.h"

#include "base/i18n.h"
#include <math.h>

#include "chart/format-private.h"
#include "chart/timeline-private.h"

/* The cliff strip: what ends in each month, as bars, and what is to be decided by then, as lines across them. Past months
 * are paler. The largest piles are named. */

#define LEAST_BIN_PX 3.0
/* Of the largest pile: what is smaller is not named. */
#define LEAST_NAMED_SHARE 0.15
#define MOST_NAMED 6

typedef struct
{
  TenureDay from, after;
  gboolean past; /* before the as-of day */
  TenureDayEnd ends, decisions;
} Bin;

static TenureTimeStep
bin_step (const TenureTimelineDraw *draw)
{
  TenureTimeStep step = TENURE_TIME_STEP_MONTH;
  static const double days[] = { 1, 7, 30, 91, 365, 1826, 3652, 18262, 36524, 365242 };

  while (step < TENURE_TIME_STEP_YEARS_1000 && days[step] * draw->scale.px_per_day < LEAST_BIN_PX)
    step++;
  return step;
}

static void
add_bin_of (TenureTimelineDraw *draw, TenureDay from, TenureDay after, GArray *bins)
{
  TenureDay as_of = draw->frame->as_of;
  Bin bin = { .from = from, .after = after, .past = tenure_day_is_known (as_of) && after <= as_of };

  bin.ends = tenure_timeline_index_due (draw->index, TENURE_DUE_END, from, after);
  bin.decisions = tenure_timeline_index_due (draw->index, TENURE_DUE_DECISION, from, after);
  if (bin.ends.count > 0 || bin.decisions.count > 0)
    g_array_append_val (bins, bin);
}

/* The month of the as-of day is two: what ended before is not what the chart of expiries counts. */
static void
collect_bins (TenureTimelineDraw *draw, TenureTimeStep step, GArray *bins)
{
  int month = draw->index->data.year_start_month;
  TenureDay as_of = draw->frame->as_of;
  TenureDay tick = tenure_timeline_first_tick (draw, step);

  while (tenure_day_is_known (tick) && tenure_timeline_day_px (draw, tick) < tenure_timeline_right (draw))
    {
      TenureDay next = tenure_time_step_next (step, tick, month);
      TenureDay after = tenure_day_is_known (next) ? next : TENURE_DAY_MAX;

      if (tenure_day_is_known (as_of) && as_of > tick && as_of < after)
        {
          add_bin_of (draw, tick, as_of, bins);
          add_bin_of (draw, as_of, after, bins);
        }
      else
        add_bin_of (draw, tick, after, bins);
      tick = next;
    }
}

/* "Mar 2027", "2026/27", or the first and the last of those that a wider bin covers. */
static char *
dup_bin_label (const TenureTimelineDraw *draw, TenureTimeStep step, const Bin *bin)
{
  TenureTimeStep unit = step <= TENURE_TIME_STEP_QUARTER ? TENURE_TIME_STEP_MONTH : TENURE_TIME_STEP_YEAR;
  int month = draw->index->data.year_start_month;
  TenureDay last_day = tenure_day_before (bin->after);
  TenureDay first =
      unit == TENURE_TIME_STEP_MONTH ? tenure_day_month_start (bin->from) : tenure_day_year_start (bin->from, month);
  TenureDay last =
      unit == TENURE_TIME_STEP_MONTH ? tenure_day_month_start (last_day) : tenure_day_year_start (last_day, month);
  g_autofree char *from = tenure_time_step_dup_label (unit, first, month, TRUE);
  g_autofree char *to = NULL;

  if (last <= first)
    return g_steal_pointer (&from);
  to = tenure_time_step_dup_label (unit, last, month, TRUE);
  /* Translators: a span of months or years. */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}

/* --- Words --- */

static char *
dup_ends (const TenureTimelineDraw *draw, const Bin *bin)
{
  g_autofree char *money = tenure_timeline_dup_worth (draw->index, bin->ends.minor, TRUE);
  g_autofree char *count = tenure_timeline_dup_count (draw->index, &bin->ends);

  if (bin->past)
    /* Translators: an amount of money, a number of agreements. */
    return g_strdup_printf (_ ("%1$s a year ended without a signed successor, %2$s"), money, count);
  /* Translators: an amount of money, a number of agreements. */
  return g_strdup_printf (_ ("%1$s a year ends without a signed successor, %2$s"), money, count);
}

static char *
dup_decisions (const TenureTimelineDraw *draw, const Bin *bin)
{
  g_autofree char *money = tenure_timeline_dup_worth (draw->index, bin->decisions.minor, TRUE);
  g_autofree char *count = tenure_timeline_dup_count (draw->index, &bin->decisions);

  if (bin->past)
    /* Translators: an amount of money, a number of agreements. */
    return g_strdup_printf (_ ("%1$s a year was to be decided and is not, %2$s"), money, count);
  /* Translators: an amount of money, a number of agreements. */
  return g_strdup_printf (_ ("%1$s a year to be decided, %2$s"), money, count);
}

static char *
dup_words (const TenureTimelineDraw *draw, const Bin *bin)
{
  g_autofree char *ends = bin->ends.count > 0 ? dup_ends (draw, bin) : NULL;
  g_autofree char *decisions = bin->decisions.count > 0 ? dup_decisions (draw, bin) : NULL;

  if (ends != NULL && decisions != NULL)
    return g_strdup_printf (_ ("%1$s; %2$s"), ends, decisions);
  return ends != NULL ? g_steal_pointer (&ends) : g_steal_pointer (&decisions);
}

/* --- Bars --- */

typedef struct
{
  TenureTimelineDraw *draw;
  TenureTimeStep step;
  TenureLinearScale scale;
  double bottom;
  const Bin *largest;
  double caption_right; /* where words can begin beside the caption; 0 without one */
} Strip;

static double
value_y (const Strip *strip, gint64 minor)
{
  double y = round (tenure_linear_scale_px (&strip->scale, (double) minor));

  return MIN (y, strip->bottom - (minor > 0 ? 2 : 0));
}

static gint32
add_bin_mark (const Strip *strip, const Bin *bin, double x1, double x2)
{
  g_autofree char *label = dup_bin_label (strip->draw, strip->step, bin);
  g_autofree char *words = dup_words (strip->draw, bin);
  g_autofree char *money = tenure_timeline_dup_worth (strip->draw->index, bin->ends.minor, TRUE);
  TenureMark mark = TENURE_MARK_INIT;

  mark.label = label;
  mark.value = words;
  mark.cell = money;
  mark.amount = bin->ends.minor;
  mark.unit = TENURE_UNIT_MONEY;
  mark.known = TRUE;
  mark.group = 0;
  mark.x = x1;
  mark.y = MIN (value_y (strip, MAX (bin->ends.minor, bin->decisions.minor)), strip->bottom - 3);
  mark.width = x2 - x1;
  mark.height = strip->bottom - mark.y;
  return (gint32) tenure_scene_add_mark (strip->draw->scene, &mark, NULL, 0);
}

static void
add_bin (const Strip *strip, const Bin *bin)
{
  TenureTimelineDraw *draw = strip->draw;
  double x1 = MAX (round (tenure_timeline_day_px (draw, bin->from)), draw->places.strip.x);
  double x2 = MIN (round (tenure_timeline_day_px (draw, bin->after)), tenure_timeline_right (draw));
  double gap = x2 - x1 >= 4 ? 1 : 0;
  TenureShape *shape;
  gint32 mark;

  if (x2 - gap <= x1)
    return;
  x2 -= gap;
  mark = add_bin_mark (strip, bin, x1, x2);
  if (bin->ends.count > 0)
    {
      double y = value_y (strip, bin->ends.minor);

      shape = tenure_scene_add_rect (draw->scene, TENURE_LAYER_DATA, x1, y, x2 - x1, strip->bottom - y,
                                     bin == strip->largest ? TENURE_ROLE_MEASURE : TENURE_ROLE_MEASURE_2);
      shape->opacity = bin->past ? 0.4 : 1;
      shape->mark = mark;
    }
  if (bin->decisions.count > 0)
    {
      double y = value_y (strip, bin->decisions.minor);

      shape = tenure_scene_add_line (draw->scene, TENURE_LAYER_FRONT, x1, y, x2, y, TENURE_ROLE_INK);
      shape->line_width = 2;
      shape->mark = mark;
    }
}

/* --- Names of piles --- */

/* "31 Mar 2027: £4.6m, 38 agreements", @brief "31 Mar 2027: £4.6m"; the month where its days are several. */
static char *
dup_pile (const Strip *strip, const Bin *bin, gboolean with_sector, gboolean brief)
{
  TenureTimelineDraw *draw = strip->draw;
  TenureDayEnd day = tenure_timeline_index_pile_up (draw->index, bin->from, bin->after);
  gboolean one_day = day.count > 0 && day.minor == bin->ends.minor;
  const TenureDayEnd *end = one_day ? &day : &bin->ends;
  g_autofree char *name = one_day ? tenure_day_dup_label (day.day) : dup_bin_label (draw, strip->step, bin);
  g_autofree char *count =
      with_sector ? tenure_timeline_dup_count (draw->index, end) : tenure_format_agreements (end->count);
  g_autofree char *money = tenure_timeline_dup_worth (draw->index, bin->ends.minor, FALSE);

  if (brief)
    /* Translators: a day, an amount of money. */
    return g_strdup_printf (_ ("%1$s: %2$s"), name, money);
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s"), name, money, count);
}

/* How a name stands to the middle of its bar; the first that finds room. */
typedef enum
{
  MIDDLE,
  BESIDE_CAPTION, /* in the middle, but clear of the caption */
  ENDING,
  BEGINNING,
  N_STANDS,
} Stand;

static double
middle_of (const Strip *strip, const Bin *bin)
{
  return tenure_timeline_day_px (strip->draw, bin->from + (bin->after - bin->from) / 2);
}

/* Takes the room of @text at @stand; its left edge, or −1 where it is taken. */
static double
take_room (const Strip *strip, TenurePlacer *placer, const Bin *bin, const char *text, Stand stand)
{
  TenureTimelineDraw *draw = strip->draw;
  const TenureBox *box = &draw->places.strip;
  double middle = middle_of (strip, bin);
  double width = tenure_scene_text_width (draw->scene, TENURE_TYPE_SMALL, text);
  double most = MAX (tenure_timeline_right (draw) - width, box->x);
  double x = CLAMP (middle - width / 2, box->x, most);

  if (stand == BESIDE_CAPTION)
    x = MIN (MAX (x, strip->caption_right), MIN (middle, most));
  else if (stand == ENDING)
    x = middle - width;
  else if (stand == BEGINNING)
    x = MIN (middle, most);
  if (width > box->width || x < box->x || !tenure_placer_take (placer, x, box->y, width, draw->places.line_small))
    return -1;
  return x;
}

/* Whether there is room for @text anywhere, without taking it. */
static gboolean
has_room (const Strip *strip, TenurePlacer *placer, const Bin *bin, const char *text)
{
  guint taken = placer->boxes->len;
  double x = -1;

  for (Stand stand = 0; stand < N_STANDS && x < 0; stand++)
    x = take_room (strip, placer, bin, text, stand);
  g_array_set_size (placer->boxes, taken);
  return x >= 0;
}

/* Writes @text where it leaves room for @after of @next (nullable). */
static gboolean
write_name (const Strip *strip, TenurePlacer *placer, const Bin *bin, const char *text, const Bin *next, const char *after)
{
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK, 0, 0, 0, FALSE };

  for (Stand stand = 0; stand < N_STANDS; stand++)
    {
      guint taken = placer->boxes->len;
      double x = take_room (strip, placer, bin, text, stand);

      if (x >= 0 && (next == NULL || has_room (strip, placer, next, after)))
        {
          tenure_scene_add_text (strip->draw->scene, TENURE_LAYER_TEXT, x, strip->draw->places.strip.y, text, &style);
          return TRUE;
        }
      g_array_set_size (placer->boxes, taken);
    }
  return FALSE;
}

/* The longest name of @bin that finds room and leaves some for that of @next (nullable), the next in size. */
static gboolean
name_pile (const Strip *strip, TenurePlacer *placer, const Bin *bin, const Bin *next)
{
  g_autofree char *whole = dup_pile (strip, bin, TRUE, FALSE);
  g_autofree char *shorter = dup_pile (strip, bin, FALSE, FALSE);
  g_autofree char *brief = dup_pile (strip, bin, FALSE, TRUE);
  g_autofree char *after = next != NULL ? dup_pile (strip, next, FALSE, TRUE) : NULL;
  const char *const names[] = { whole, shorter, brief };
  guint first = bin == strip->largest ? 0 : G_N_ELEMENTS (names) - 1;

  for (int leaves_room = next != NULL; leaves_room >= 0; leaves_room--)
    for (guint i = first; i < G_N_ELEMENTS (names); i++)
      if (write_name (strip, placer, bin, names[i], leaves_room ? next : NULL, after))
        return TRUE;
  return FALSE;
}

/* What bars and lines are: the longest that finds room. In the words of the chart of expiries. */
static gboolean
add_caption (Strip *strip, TenurePlacer *placer, double room, gboolean at_end)
{
  static const char *const captions[] = {
    N_ ("Annual value ending without a signed successor; lines: to be decided"),
    N_ ("Ending without a signed successor; lines: to be decided"),
    N_ ("Ending; lines: to be decided"),
  };
  TenureTimelineDraw *draw = strip->draw;
  const TenureBox *box = &draw->places.strip;
  double space = draw->theme->space_px;
  TenureTextStyle style = { TENURE_TYPE_SMALL, TENURE_ROLE_INK_SOFT, 0, 0, 0, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (captions); i++)
    {
      double width = tenure_scene_text_width (draw->scene, style.type, _ (captions[i]));
      double x = at_end ? tenure_timeline_right (draw) - width - space : box->x + space;

      if (width > room || !tenure_placer_take (placer, x, box->y, width, draw->places.line_small))
        continue;
      strip->caption_right = at_end ? 0 : x + width + 3 * space;
      tenure_scene_add_text (draw->scene, TENURE_LAYER_TEXT, x, box->y, _ (captions[i]), &style);
      return TRUE;
    }
  return FALSE;
}

static int
compare_piles (gconstpointer a, gconstpointer b)
{
  const Bin *left = *(const Bin *const *) a, *right = *(const Bin *const *) b;

  return (left->ends.minor < right->ends.minor) - (left->ends.minor > right->ends.minor);
}

/* What comes after the largest, by size. */
static GPtrArray *
collect_piles (const Strip *strip, const GArray *bins)
{
  GPtrArray *piles = g_ptr_array_new ();

  for (guint i = 0; i < bins->len && strip->largest != NULL; i++)
    {
      const Bin *bin = &g_array_index (bins, Bin, i);

      if (!bin->past && bin != strip->largest
          && (double) bin->ends.minor >= LEAST_NAMED_SHARE * (double) strip->largest->ends.minor)
        g_ptr_array_add (piles, (gpointer) bin);
    }
  g_ptr_array_sort (piles, compare_piles);
  return piles;
}

/* How far the caption may go: the largest pile can be named to the right of it, over its bar. Where the next in size
 * (nullable) is near on the right, the largest is named before its bar, so as to leave room. */
static double
caption_room (const Strip *strip, const Bin *next)
{
  g_autofree char *brief = dup_pile (strip, strip->largest, FALSE, TRUE);
  double width = tenure_scene_text_width (strip->draw->scene, TENURE_TYPE_SMALL, brief);
  double space = strip->draw->theme->space_px, left = strip->draw->places.strip.x;
  double apart = next != NULL ? middle_of (strip, next) - middle_of (strip, strip->largest) : -1;

  if (apart > 0 && apart < width + 2 * space)
    return middle_of (strip, strip->largest) - width - left - 4 * space;
  return tenure_timeline_day_px (strip->draw, strip->largest->after) - left - 4 * space;
}

/* What bars and lines are, then the largest, then the others by size: none is named before a larger one. */
static void
add_names (Strip *strip, const GArray *bins)
{
  g_autoptr (GPtrArray) piles = collect_piles (strip, bins);
  const Bin *next = piles->len > 0 ? piles->pdata[0] : NULL;
  g_auto (TenurePlacer) placer = { 0 };
  const TenureBox *box = &strip->draw->places.strip;
  double room = box->width;
  gboolean captioned, named = TRUE;

  tenure_placer_init (&placer, 2 * strip->draw->theme->space_px);
  /* One at the left leaves room on the right. */
  if (strip->largest != NULL)
    room = caption_room (strip, next);
  captioned = add_caption (strip, &placer, room, FALSE);
  if (strip->largest != NULL)
    named = name_pile (strip, &placer, strip->largest, next);
  if (!captioned)
    add_caption (strip, &placer, box->width, TRUE);
  for (guint i = 0; i < MIN (piles->len, MOST_NAMED) && named; i++)
    named = name_pile (strip, &placer, piles->pdata[i], NULL);
}

/* The largest of what is to come, or, where nothing is, of all. */
static const Bin *
find_largest (const GArray *bins, gboolean past)
{
  const Bin *largest = NULL;

  for (guint i = 0; i < bins->len; i++)
    {
      const Bin *bin = &g_array_index (bins, Bin, i);

      if ((past || !bin->past) && bin->ends.minor > (largest != NULL ? largest->ends.minor : 0))
        largest = bin;
    }
  return largest;
}

static double
highest_value (const GArray *bins)
{
  gint64 highest = 1;

  for (guint i = 0; i < bins->len; i++)
    {
      const Bin *bin = &g_array_index (bins, Bin, i);

      highest = MAX (highest, MAX (bin->ends.minor, bin->decisions.minor));
    }
  return (double) highest;
}

void
tenure_timeline_draw_strip (TenureTimelineDraw *draw)
{
  g_autoptr (GArray) bins = g_array_new (FALSE, FALSE, sizeof (Bin));
  const TenureBox *box = &draw->places.strip;
  Strip strip = { .draw = draw, .step = bin_step (draw), .bottom = box->y + box->height };

  if (!draw->frame->strip)
    return;
  collect_bins (draw, strip.step, bins);
  strip.largest = find_largest (bins, FALSE);
  if (strip.largest == NULL)
    strip.largest = find_largest (bins, TRUE);
  strip.scale = tenure_linear_scale (0, highest_value (bins), strip.bottom, box->y + draw->places.line_small + 4);
  for (guint i = 0; i < bins->len; i++)
    add_bin (&strip, &g_array_index (bins, Bin, i));
  add_names (&strip, bins);
}
