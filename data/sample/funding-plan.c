/* Turns the rows of the funding table into chains of agreements, before anything is written. The language of
 * the terms is described in funding-table.h. */

#include "sample.h"

#include "funding-table.h"

/* A term as worded in the table. */
typedef struct
{
  int months; /* 0 when it has no length */
  int repeat;
  int options[2];
  gboolean taken_up;
  int ended_after; /* months; 0: it ran its course */
  gboolean open_ended, to_be_confirmed, length_only, undated;
} Term;

static Term
read_term (const char *word)
{
  Term term = { .repeat = 1 };
  char *rest = (char *) word;
  guint n_options = 0;

  term.open_ended = g_str_equal (word, "open");
  term.to_be_confirmed = g_str_equal (word, "tbc");
  term.undated = *word == 'x';
  if (term.open_ended || term.to_be_confirmed)
    return term;
  term.months = (int) strtol (term.undated ? word + 1 : word, &rest, 10);
  while (*rest != '\0')
    {
      char sign = *rest++;

      if (sign == '*')
        term.repeat = (int) strtol (rest, &rest, 10);
      else if (sign == '+' && n_options < G_N_ELEMENTS (term.options))
        term.options[n_options++] = (int) strtol (rest, &rest, 10);
      else if (sign == '>')
        term.ended_after = (int) strtol (rest, &rest, 10);
      else if (sign == '!')
        term.taken_up = TRUE;
      else if (sign == '~')
        term.length_only = TRUE;
      else
        g_error ("The funding table has the term “%s”, which makes no sense.", word);
    }
  if (term.months <= 0)
    g_error ("The funding table has the term “%s”, which has no length.", word);
  return term;
}

/* Where a chain has got to. */
typedef struct
{
  TenureDay next; /* first day of the next term */
  int late_days;
  int previous; /* index of the last agreement, or -1 */
  gint64 annual;
} Chain;

/* More than half of all renewals come without a penny more; the rest rise by two to four in a hundred. */
static gint64
renewed_value (Sample *self, gint64 annual)
{
  if (sample_chance (self, 55))
    return annual;
  return (annual * sample_between (self, 102, 104) / 100 + 49) / 50 * 50;
}

static void
add_term (Sample *self, guint row, const Term *term, Chain *chain)
{
  guint index = self->agreements->len;
  SampleAgreement agreement = {
    .row = row,
    .predecessor = chain->previous,
    .successor = -1,
    .entered = chain->next,
    .start = term->undated ? TENURE_DAY_NONE : chain->next + chain->late_days,
    .end = TENURE_DAY_NONE,
    .until = TENURE_DAY_NONE,
    .terminated = TENURE_DAY_NONE,
    .months = term->months,
    .options = { term->options[0], term->options[1] },
    .taken_up = term->taken_up,
    .open_ended = term->open_ended,
    .to_be_confirmed = term->to_be_confirmed,
    .length_only = term->length_only,
    .annual = chain->annual,
    .value_known = sample_chance (self, 94),
  };
  int months = term->months + (term->taken_up ? term->options[0] : 0);

  if (term->months > 0 && !term->undated)
    {
      agreement.end = tenure_day_add_months (chain->next, term->months) - 1;
      agreement.until = tenure_day_add_months (chain->next, months) - 1;
    }
  if (term->ended_after > 0)
    agreement.until = agreement.terminated = tenure_day_add_months (chain->next, term->ended_after) - 1;
  if (chain->previous >= 0)
    g_array_index (self->agreements, SampleAgreement, chain->previous).successor = (int) index;
  g_array_append_val (self->agreements, agreement);

  chain->previous = (int) index;
  chain->late_days = 0;
  chain->next = tenure_day_add_months (chain->next, months);
  chain->annual = renewed_value (self, chain->annual);
}

static void
plan_row (Sample *self, guint row)
{
  const SampleFunding *funding = &sample_funding[row];
  g_auto (GStrv) words = g_strsplit (funding->terms, " ", -1);
  Chain chain = { .next = sample_date (funding->start), .previous = -1, .annual = funding->annual };
  Term term = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == 'g')
        chain.late_days = (int) strtol (words[i] + 1, NULL, 10);
      else if (words[i][0] == 'w')
        chain.next += (int) strtol (words[i] + 1, NULL, 10);
      else
        {
          term = read_term (words[i]);
          for (int n = 0; n < term.repeat; n++)
            add_term (self, row, &term, &chain);
        }
    }
  if (funding->marks & SAMPLE_SIGNED_NEXT)
    add_term (self, row, &term, &chain);
}

void
sample_plan_funding (Sample *self)
{
  for (guint row = 0; row < G_N_ELEMENTS (sample_funding); row++)
    plan_row (self, row);
}

const SampleAgreement *
sample_agreement_running (Sample *self, const char *title)
{
  for (guint i = self->agreements->len; i > 0; i--)
    {
      const SampleAgreement *agreement = &g_array_index (self->agreements, SampleAgreement, i - 1);

      if (g_str_equal (sample_funding[agreement->row].title, title) && agreement->entered <= self->today)
        return agreement;
    }
  g_error ("The tables of the sample have no agreement “%s” that has begun.", title);
}

gboolean
sample_agreement_is_live (Sample *self, const SampleAgreement *agreement)
{
  return agreement->until == TENURE_DAY_NONE || agreement->until >= self->today;
}

gboolean
sample_agreement_runs (Sample *self, const SampleAgreement *agreement)
{
  return sample_agreement_is_live (self, agreement) && tenure_day_is_known (agreement->start) &&
         agreement->start <= self->today;
}

void
sample_for_each_agreement (Sample *self, SampleEachAgreement each)
{
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const SampleAgreement *agreement = &g_array_index (self->agreements, SampleAgreement, i);
      TenureRecord *record = sample_load (self, TENURE_RECORD_AGREEMENT, agreement->id);

      each (self, agreement, record);
      sample_update (self, record);
    }
}
