/* Month by month from T on: what runs, what could, and which posts nobody pays for any more.
 *
 * Each agreement adds its yearly value where a layer begins and takes it out where it ends; the sums are made at the end, so
 * that an agreement costs a handful of steps however long it runs. */

#include "analysis/horizon.h"

/* What comes in and goes out on each measured day; wide, because it is only added up at the end. */
typedef struct
{
  __int128 secured, committed, extended, undecided;
  __int128 begun; /* what comes in because it starts; it goes out with the next day */
  __int128 posts;
} Step;

/* Measured days, from the first to before the last. */
typedef struct
{
  guint from, until;
} Span;

/* A bit for each measured day: on which one of those above an agreement may pay, and on which it is undecided. */
typedef struct
{
  guint64 paid, undecided;
} LeadDays;

G_STATIC_ASSERT (TENURE_HORIZON_MONTHS < 64);

typedef struct
{
  const TenureHorizonSet *set;
  TenureHorizon *horizon;
  Step steps[TENURE_HORIZON_MONTHS + 1];
} Making;

static const TenureAgreementFigures *
figures_of (const Making *making, guint32 index)
{
  return &making->set->terms->agreements[index];
}

/* --- Days --- */

static void
set_days (TenureHorizon *horizon, TenureDay as_of)
{
  TenureDay month = tenure_day_month_start (as_of);

  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      horizon->months[i].month = tenure_day_add_months (month, (int) i);
      horizon->months[i].day = MAX (horizon->months[i].month, as_of);
    }
}

/* The first measured day that is not before @day; TENURE_HORIZON_MONTHS when there is none. */
static guint
find_day (const TenureHorizon *horizon, TenureDay day)
{
  guint low = 0, high = TENURE_HORIZON_MONTHS;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (horizon->months[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static Span
span_of (const Making *making, TenureDay first, TenureDay last)
{
  guint from = find_day (making->horizon, first);
  guint until = last >= TENURE_DAY_MAX ? TENURE_HORIZON_MONTHS : find_day (making->horizon, last + 1);

  return (Span){ from, MAX (from, until) };
}

static guint64
bits_of (Span span)
{
  return ((G_GUINT64_CONSTANT (1) << span.until) - 1) & ~((G_GUINT64_CONSTANT (1) << span.from) - 1);
}

/* --- Reach of one agreement --- */

void
tenure_terms_find_reach (
    const TenureTerms *terms, guint index, TenureDay *out_secured, TenureDay *out_committed, TenureDay *out_extended)
{
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureDay secured, committed = figures->committed_end, extended = figures->maximum_end;

  if (figures->open_ended)
    {
      committed = tenure_day_is_known (figures->secured_until) ? figures->secured_until : terms->as_of;
      extended = TENURE_DAY_MAX;
    }
  secured = figures->secured_state == TENURE_SECURED_CANNOT_TELL ? committed : figures->secured_until;
  if (tenure_day_is_known (figures->covered_from))
    extended = MIN (extended, figures->covered_from - 1);
  *out_secured = MIN (secured, committed);
  *out_committed = committed;
  *out_extended = MAX (extended, committed);
}

gboolean
tenure_terms_is_undecided (const TenureTerms *terms, guint index)
{
  const TenureAgreementFigures *figures = &terms->agreements[index];
  const TenureFactAgreement *fact = &terms->facts->agreements[index];

  return figures->live && !figures->open_ended && tenure_day_is_known (figures->committed_end) && !figures->decided
         && figures->chain_position == figures->chain_length && fact->one_off != TENURE_FACT_YES
         && fact->kind != TENURE_KIND_SPOT && fact->kind != TENURE_KIND_CITIZEN_DIRECTED;
}

/* Ends grow along the way, so that it stops whatever the links say; nobody asks for more than the months looked at. */
TenureDay
tenure_terms_posts_until (const TenureTerms *terms, guint index)
{
  const TenureAgreementFigures *figures = &terms->agreements[index];
  TenureDay enough = tenure_day_add_months (terms->as_of, TENURE_HORIZON_MONTHS);

  while (!figures->open_ended && tenure_day_is_known (figures->committed_end) && figures->committed_end <= enough
         && figures->covered && figures->successor >= 0)
    {
      const TenureAgreementFigures *next = &terms->agreements[figures->successor];

      if (!next->open_ended && tenure_day_is_known (next->committed_end) && next->committed_end <= figures->committed_end)
        break;
      figures = next;
    }
  return figures->open_ended ? TENURE_DAY_MAX : figures->committed_end;
}

/* Live, with a yearly value, and known from when to when. */
static gboolean
is_placed (const Making *making, guint32 index)
{
  const TenureAgreementFigures *figures = figures_of (making, index);

  return figures->live && (figures->term_known || (figures->open_ended && tenure_day_is_known (figures->start)))
         && making->set->has_money (index, making->set->data);
}

/* From the day after its last option on, as far as anybody looks. */
static Span
undecided_span (const Making *making, guint32 index, TenureDay extended)
{
  if (!tenure_terms_is_undecided (making->set->terms, index))
    return (Span){ TENURE_HORIZON_MONTHS, TENURE_HORIZON_MONTHS };
  return span_of (making, extended + 1, TENURE_DAY_MAX);
}

/* --- Leads --- */

typedef struct
{
  const Making *making;
  LeadDays days;
} Gathering;

/* Asks for all of those above by saying of none that it is found. */
static gboolean
gather_days (guint32 index, gconstpointer data)
{
  Gathering *gathering = *(Gathering *const *) data;
  TenureDay secured, committed, extended;

  if (!is_placed (gathering->making, index))
    return FALSE;
  tenure_terms_find_reach (gathering->making->set->terms, index, &secured, &committed, &extended);
  gathering->days.paid |= bits_of (span_of (gathering->making, figures_of (gathering->making, index)->start, extended));
  gathering->days.undecided |= bits_of (undecided_span (gathering->making, index, extended));
  return FALSE;
}

static LeadDays
find_lead_days (const Making *making, guint32 index)
{
  Gathering gathering = { making, { 0, 0 } }, *place = &gathering;

  tenure_terms_find_lead (making->set->terms, index, gather_days, &place);
  return gathering.days;
}

static gboolean
has_posts (guint32 index, gconstpointer data)
{
  const Making *making = data;

  return making->set->terms->facts->agreements[index].posts >= 0 && figures_of (making, index)->running == TENURE_FACT_YES
         && making->set->in_set (index, making->set->data);
}

/* --- Adding: in twice the width, in which the most negative amount has an opposite too --- */

static void
add_span (Step *steps, gsize layer, Span span, __int128 minor)
{
  *(__int128 *) ((char *) &steps[span.from] + layer) += minor;
  *(__int128 *) ((char *) &steps[span.until] + layer) -= minor;
}

/* Leaves out the days in @lead, on which a lead has the money. */
static void
add_layer (Making *making, gsize layer, Span span, guint64 lead, __int128 minor)
{
  if ((bits_of (span) & lead) == 0)
    {
      add_span (making->steps, layer, span, minor);
      return;
    }
  for (guint i = span.from; i < span.until; i++)
    if ((lead >> i & 1) == 0)
      add_span (making->steps, layer, (Span){ i, i + 1 }, minor);
}

/* What starts while no lead has its money, less what a lead that starts takes over of what ran. What is there on the first
 * day was there before. */
static void
add_begun (Making *making, Span span, guint64 lead, __int128 minor)
{
  if (span.from > 0 && span.from < span.until && (lead >> span.from & 1) == 0)
    add_span (making->steps, G_STRUCT_OFFSET (Step, begun), (Span){ span.from, span.from + 1 }, minor);
  for (guint i = span.from + 1; lead != 0 && i < span.until; i++)
    if ((lead >> i & 1) != 0 && (lead >> (i - 1) & 1) == 0)
      add_span (making->steps, G_STRUCT_OFFSET (Step, begun), (Span){ i, i + 1 }, -minor);
}

/* What is undecided of a lead is there without what runs of it under an agreement of its own. */
static void
add_undecided (Making *making, guint32 index, TenureDay extended, LeadDays lead, __int128 minor)
{
  Span own = span_of (making, figures_of (making, index)->start, extended);

  add_layer (making, G_STRUCT_OFFSET (Step, undecided), undecided_span (making, index, extended), lead.paid | lead.undecided,
             minor);
  if ((bits_of (own) & lead.undecided) != 0)
    add_layer (making, G_STRUCT_OFFSET (Step, undecided), own, lead.paid | ~lead.undecided, -minor);
}

static void
add_money (Making *making, guint32 index)
{
  const TenureAgreementFigures *figures = figures_of (making, index);
  __int128 annual = figures->annual_minor;
  TenureDay secured, committed, extended;
  LeadDays lead;
  Span agreed;

  if (!is_placed (making, index))
    return;
  making->horizon->known++;
  making->horizon->planned += figures->status == TENURE_STATUS_PLANNED;
  making->horizon->secured_told += figures->secured_state != TENURE_SECURED_CANNOT_TELL;
  tenure_terms_find_reach (making->set->terms, index, &secured, &committed, &extended);
  lead = find_lead_days (making, index);
  agreed = span_of (making, figures->start, committed);
  add_layer (making, G_STRUCT_OFFSET (Step, secured), span_of (making, figures->start, secured), lead.paid, annual);
  add_layer (making, G_STRUCT_OFFSET (Step, committed), agreed, lead.paid, annual);
  add_begun (making, agreed, lead.paid, annual);
  add_layer (making, G_STRUCT_OFFSET (Step, extended), span_of (making, figures->start, extended), lead.paid, annual);
  add_undecided (making, index, extended, lead, annual);
}

static void
add_posts (Making *making, guint32 index)
{
  const TenureFactAgreement *fact = &making->set->terms->facts->agreements[index];
  TenureDay until;

  if (figures_of (making, index)->running != TENURE_FACT_YES)
    return;
  making->horizon->posts_of++;
  until = tenure_terms_posts_until (making->set->terms, index);
  if (fact->posts < 0 || !tenure_day_is_known (until))
    return;
  making->horizon->posts_known++;
  if (until < TENURE_DAY_MAX && tenure_terms_find_lead (making->set->terms, index, has_posts, making) < 0)
    add_span (making->steps, G_STRUCT_OFFSET (Step, posts), span_of (making, until + 1, TENURE_DAY_MAX), fact->posts);
}

/* --- Adding up --- */

static TenureSum
narrow (__int128 sum)
{
  gboolean fits = sum >= G_MININT64 && sum <= G_MAXINT64;

  return (TenureSum){ .minor = fits ? (gint64) sum : 0, .overflows = !fits };
}

static void
add_up (Making *making)
{
  Step sum = { 0, 0, 0, 0, 0, 0 };

  for (guint i = 0; i < TENURE_HORIZON_MONTHS; i++)
    {
      TenureHorizonFigures *month = &making->horizon->months[i];

      sum.secured += making->steps[i].secured;
      sum.committed += making->steps[i].committed;
      sum.extended += making->steps[i].extended;
      sum.undecided += making->steps[i].undecided;
      sum.begun += making->steps[i].begun;
      sum.posts += making->steps[i].posts;
      month->secured = narrow (sum.secured);
      month->committed = narrow (sum.committed);
      month->extended = narrow (sum.extended);
      month->undecided = narrow (MAX (sum.undecided, 0));
      month->begun = narrow (sum.begun);
      month->posts_at_risk = (gint64) sum.posts;
    }
}

void
tenure_horizon_compute (const TenureHorizonSet *set, const guint32 *agreements, guint n, TenureHorizon *out_horizon)
{
  Making making = { .set = set, .horizon = out_horizon };

  g_return_if_fail (set != NULL && out_horizon != NULL && (agreements != NULL || n == 0));

  *out_horizon = (TenureHorizon){ 0 };
  set_days (out_horizon, set->terms->as_of);
  for (guint i = 0; i < n; i++)
    {
      out_horizon->of += figures_of (&making, agreements[i])->live;
      add_money (&making, agreements[i]);
      add_posts (&making, agreements[i]);
    }
  add_up (&making);
}
