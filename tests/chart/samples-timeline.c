#include "samples.h"

/* A small generator with a fixed seed: the same agreements every time and on every machine. */
static guint32
next_random (guint64 *state)
{
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (guint32) (*state >> 33);
}

static guint
below (guint64 *state, guint n)
{
  return next_random (state) % n;
}

static const char *const first_words[] = { "Lantern",  "Harbour",   "Bramble", "Kestrel",
                                           "Alder",    "Beacon",    "Willow",  "Foxglove",
                                           "Millrace", "Saltmarsh", "Rowan",   "Threshold" };
static const char *const last_words[] = {
  "Trust",         "Community Association", "Carers Network", "Hospice", "Advice", "Befriending Society",
  "Youth Project", "Housing Support",       "Recovery"
};
static const char *const services[] = {
  "Advice line",         "Befriending",         "Carers’ breaks",
  "Crisis café",         "Social prescribing",  "Home from hospital",
  "Dementia day club",   "Community transport", "Young people’s counselling",
  "Bereavement support", "Warm homes",          "Peer mentoring"
};

static void
fill_groups (SampleTimeline *sample, guint n_groups)
{
  for (guint i = 0; i < n_groups; i++)
    {
      guint first = i % G_N_ELEMENTS (first_words);
      guint last = i / G_N_ELEMENTS (first_words) % G_N_ELEMENTS (last_words);

      sample->labels[i] = i < G_N_ELEMENTS (first_words) * G_N_ELEMENTS (last_words)
                              ? g_strdup_printf ("%s %s", first_words[first], last_words[(last + first) % 9])
                              : g_strdup_printf ("%s %s %u", first_words[first], last_words[last], i);
      sample->groups[i] = (TenureTimelineGroup){ .record = 500000000 + i, .label = sample->labels[i] };
    }
}

/* A term of @months that begins on @first; mostly whole years that end on 31 March. */
static void
fill_term (guint64 *state, TenureTimelineBar *bar, TenureDay first, guint months)
{
  static const guint8 levels[] = { TENURE_CHART_LEVEL_CLEAR, TENURE_CHART_LEVEL_AMBER,
                                   TENURE_CHART_LEVEL_NOTE,  TENURE_CHART_LEVEL_CLEAR,
                                   TENURE_CHART_LEVEL_CLEAR, TENURE_CHART_LEVEL_CANNOT_TELL };

  bar->first = first;
  bar->last = tenure_day_before (tenure_day_add_months (first, (int) months));
  bar->max_last = below (state, 4) == 0 ? tenure_day_add_months (bar->last, 12 + 12 * (int) below (state, 2))
                                        : TENURE_DAY_NONE;
  bar->notice = bar->last - 91;
  bar->decision = bar->last - 91 - 60;
  bar->notice_assumed = below (state, 2) == 0;
  bar->annual_minor = (gint64) (5 + below (state, 300)) * 100000;
  bar->value_known = below (state, 12) != 0;
  bar->level = months <= 12 ? TENURE_CHART_LEVEL_RED : levels[below (state, G_N_ELEMENTS (levels))];
}

static void
spoil_some (guint64 *state, TenureTimelineBar *bar)
{
  switch (below (state, 40))
    {
    case 0:
      bar->last = bar->max_last = bar->decision = bar->notice = TENURE_DAY_NONE;
      bar->level = TENURE_CHART_LEVEL_CANNOT_TELL;
      break;
    case 1:
      bar->open_ended = TRUE;
      bar->last = bar->max_last = bar->decision = bar->notice = TENURE_DAY_NONE;
      break;
    case 2:
      bar->first = TENURE_DAY_NONE;
      bar->level = TENURE_CHART_LEVEL_CANNOT_TELL;
      break;
    default:
      break;
    }
}

/* As the dates say on the as-of day. */
static void
fill_running (TenureTimelineBar *bar)
{
  gboolean starts = tenure_day_is_known (bar->first), ends = tenure_day_is_known (bar->last) || bar->open_ended;
  gboolean before = starts && bar->first > sample_as_of ();
  gboolean after = tenure_day_is_known (bar->last) && bar->last < sample_as_of ();

  bar->running = starts && ends && !before && !after;
  bar->may_run = !(starts && ends) && !before && !after;
}

void
sample_timeline_fill (SampleTimeline *sample, guint n, guint n_groups)
{
  static const guint lengths[] = { 12, 12, 12, 12, 6, 24, 36, 36, 9, 60 };
  guint64 state = 20261121;
  guint at = 0, label = n_groups;

  sample->bars = g_new0 (TenureTimelineBar, MAX (n, 1u));
  sample->groups = g_new0 (TenureTimelineGroup, n_groups);
  sample->labels = g_new0 (char *, n_groups + G_N_ELEMENTS (services) + 1);
  fill_groups (sample, n_groups);
  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    sample->labels[label + i] = g_strdup (services[i]);
  while (at < n)
    {
      guint group = below (&state, n_groups);
      guint terms = 1 + below (&state, 4);
      const char *service = sample->labels[label + below (&state, G_N_ELEMENTS (services))];
      guint months = lengths[below (&state, G_N_ELEMENTS (lengths))];
      /* From 1 Apr 2021: most begin with a financial year. */
      guint start = below (&state, 4) != 0 ? 12 * below (&state, 6) : 3 * below (&state, 20);
      TenureDay first = tenure_day_add_months (18718, (int) start);

      for (guint term = 0; term < terms && at < n; term++, at++)
        {
          TenureTimelineBar *bar = &sample->bars[at];

          fill_term (&state, bar, first, months);
          bar->record = 1 + at;
          bar->label = service;
          bar->group = group;
          bar->predecessor = term > 0 ? (gint32) at - 1 : -1;
          bar->lead = -1;
          if (term > 0)
            sample->bars[at - 1].covered = TRUE;
          first = tenure_day_after (bar->last) + (below (&state, 5) == 0 ? 45 : 0);
          if (term + 1 == terms)
            spoil_some (&state, bar);
          fill_running (bar);
        }
    }
  sample->data = (TenureTimelineData){
    .bars = sample->bars,
    .n_bars = n,
    .groups = sample->groups,
    .n_groups = n_groups,
    .order = TENURE_TIMELINE_BY_END,
    .year_start_month = 4,
    .currency = TENURE_CURRENCY_GBP,
  };
}

void
sample_timeline_clear (SampleTimeline *sample)
{
  g_clear_pointer (&sample->bars, g_free);
  g_clear_pointer (&sample->groups, g_free);
  g_clear_pointer (&sample->labels, g_strfreev);
}

TenureDay
sample_day (const char *iso)
{
  TenureDay day = TENURE_DAY_NONE;

  if (iso != NULL)
    g_assert_true (tenure_day_parse_iso (iso, &day));
  return day;
}

TenureTimelineBar
sample_timeline_bar (TenureId record, guint32 group, gint32 predecessor, const char *first, const char *last)
{
  return (TenureTimelineBar){
    .record = record,
    .label = "Service",
    .first = sample_day (first),
    .last = sample_day (last),
    .max_last = TENURE_DAY_NONE,
    .decision = TENURE_DAY_NONE,
    .notice = TENURE_DAY_NONE,
    .secured = TENURE_DAY_NONE,
    .predecessor = predecessor,
    .lead = -1,
    .group = group,
    .annual_minor = 100000,
    .level = TENURE_CHART_LEVEL_CLEAR,
    .value_known = TRUE,
    .running = TRUE,
  };
}
