#include "config.h"
#include "analysis/term-spread.h"

#include "analysis/providers.h"
#include "base/count.h"

#include "base/i18n.h"

/* A common multiple of 28, 29, 30 and 31: months in these parts are whole numbers that order as the months
 * do. */
#define MONTH_PARTS 377580
#define UNKNOWN (-1) /* parts of what has no known term */

/* One agreement in one group. */
typedef struct
{
  gint32 group;
  guint32 agreement;
  gint64 parts;
} Entry;

static const char *const codes[TENURE_N_TERM_SPREADS] = {
  [TENURE_TERM_SPREAD_BY_SIZE] = "size",     [TENURE_TERM_SPREAD_BY_PLACE] = "place",
  [TENURE_TERM_SPREAD_BY_FUNDER] = "funder", [TENURE_TERM_SPREAD_BY_PURPOSE] = "purpose",
  [TENURE_TERM_SPREAD_BY_KIND] = "kind",
};

const char *
tenure_term_spread_by_code (TenureTermSpreadBy by)
{
  g_return_val_if_fail (by < TENURE_N_TERM_SPREADS, NULL);

  return codes[by];
}

gboolean
tenure_term_spread_by_from_code (const char *code, TenureTermSpreadBy *out_by)
{
  g_return_val_if_fail (code != NULL && out_by != NULL, FALSE);

  for (int by = 0; by < TENURE_N_TERM_SPREADS; by++)
    if (g_str_equal (codes[by], code))
      {
        *out_by = (TenureTermSpreadBy) by;
        return TRUE;
      }
  return FALSE;
}

gint64
tenure_months_to_parts (TenureMonths months)
{
  return (gint64) months.whole * MONTH_PARTS + (gint64) months.part * (MONTH_PARTS / MAX (months.length, 1));
}

static double
parts_to_months (gint64 parts)
{
  return (double) parts / MONTH_PARTS;
}

double
tenure_parts_quartile (const gint64 *parts, guint n, guint k)
{
  gsize quarters = (gsize) n * k;

  g_return_val_if_fail (parts != NULL && n > 0 && k >= 1 && k <= 3, 0);

  return (double) (parts[(quarters + 3) / 4 - 1] + parts[quarters / 4]) / (2.0 * MONTH_PARTS);
}

/* --- Who is in which group --- */

static void
add_entry (GArray *entries, const TenureTerms *terms, guint32 agreement, gint32 group)
{
  const TenureAgreementFigures *figures = &terms->agreements[agreement];
  Entry entry = { group, agreement, figures->term_known ? tenure_months_to_parts (figures->term) : UNKNOWN };

  g_array_append_val (entries, entry);
}

/* Values that a choice of the catalogue gives count from 1: 0 is "not recorded". */
static gint32
group_of_choice (gint32 value)
{
  return value > 0 ? value : -1;
}

static gint32
group_of (const TenureTerms *terms, guint32 agreement, TenureTermSpreadBy by)
{
  const TenureFactAgreement *fact = &terms->facts->agreements[agreement];

  switch (by)
    {
    case TENURE_TERM_SPREAD_BY_SIZE:
      return fact->provider < 0 ? -1 : group_of_choice ((gint32) tenure_accounts_size (terms->accounts[fact->provider]));
    case TENURE_TERM_SPREAD_BY_PLACE:
      return fact->place;
    case TENURE_TERM_SPREAD_BY_PURPOSE:
      return group_of_choice (fact->purpose);
    case TENURE_TERM_SPREAD_BY_KIND:
      return group_of_choice (fact->kind);
    case TENURE_TERM_SPREAD_BY_FUNDER:
    case TENURE_N_TERM_SPREADS:
    default:
      g_return_val_if_reached (-1);
    }
}

static void
add_by_funder (GArray *entries, const TenureTerms *terms, guint32 agreement)
{
  const TenureFactAgreement *fact = &terms->facts->agreements[agreement];
  guint named = 0;

  for (guint i = 0; i < fact->n_funders; i++)
    {
      gint32 funder = terms->facts->funders[fact->first_funder + i].organisation;

      if (funder < 0)
        continue;
      add_entry (entries, terms, agreement, funder);
      named++;
    }
  if (named == 0)
    add_entry (entries, terms, agreement, -1);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  if (left->parts != right->parts)
    return left->parts < right->parts ? -1 : 1;
  return (left->agreement > right->agreement) - (left->agreement < right->agreement);
}

/* In order of group and term; a funder that is named twice counts once. */
static GArray *
collect (const TenurePortfolio *portfolio, TenureTermSpreadBy by)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint kept = 0;

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      guint32 agreement = portfolio->agreements[i];

      if (portfolio->terms->agreements[agreement].running != TENURE_FACT_YES)
        continue;
      if (by == TENURE_TERM_SPREAD_BY_FUNDER)
        add_by_funder (entries, portfolio->terms, agreement);
      else
        add_entry (entries, portfolio->terms, agreement, group_of (portfolio->terms, agreement, by));
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (kept == 0 || compare_entries (&g_array_index (entries, Entry, kept - 1), entry) != 0)
        g_array_index (entries, Entry, kept++) = *entry;
    }
  g_array_set_size (entries, kept);
  return entries;
}

/* --- The groups --- */

static void
measure (TenureTermSpreadGroup *group, const gint64 *parts)
{
  if (group->known == 0)
    return;
  group->least = parts_to_months (parts[0]);
  group->lower = tenure_parts_quartile (parts, group->known, 1);
  group->median = tenure_parts_quartile (parts, group->known, 2);
  group->upper = tenure_parts_quartile (parts, group->known, 3);
  group->most = parts_to_months (parts[group->known - 1]);
}

/* Takes the entries from @first on that are of one group, and returns where the next begins. */
static guint
add_group (TenureTermSpread *spread, const GArray *entries, guint first, guint *n_terms, gint64 *parts)
{
  TenureTermSpreadGroup *group = &spread->groups[spread->n_groups++];
  guint i = first;

  *group = (TenureTermSpreadGroup){ .group = g_array_index (entries, Entry, first).group, .first_term = *n_terms };
  for (; i < entries->len && g_array_index (entries, Entry, i).group == group->group; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      const TenureAgreementFigures *figures = &spread->source->agreements[entry->agreement];

      group->of++;
      group->open_ended += figures->open_ended;
      if (entry->parts == UNKNOWN)
        continue;
      group->le12 += figures->band == TENURE_BAND_LE12;
      parts[group->known++] = entry->parts;
      spread->terms[(*n_terms)++] = (TenureTermSpreadTerm){ entry->agreement, parts_to_months (entry->parts) };
    }
  measure (group, parts);
  return i;
}

/* Sizes have an order of their own, which whoever looks for one expects; what is not recorded comes behind. */
static int
compare_groups (gconstpointer a, gconstpointer b, gpointer spread)
{
  const TenureTermSpreadGroup *left = a, *right = b;

  if (((const TenureTermSpread *) spread)->by == TENURE_TERM_SPREAD_BY_SIZE)
    return ((guint32) left->group > (guint32) right->group) - ((guint32) left->group < (guint32) right->group);
  if ((left->known > 0) != (right->known > 0))
    return left->known > 0 ? -1 : 1;
  if (left->median < right->median || left->median > right->median)
    return left->median < right->median ? -1 : 1;
  if (left->of != right->of)
    return left->of > right->of ? -1 : 1;
  return (left->group > right->group) - (left->group < right->group);
}

TenureTermSpread *
tenure_term_spread_new (const TenurePortfolio *portfolio, TenureTermSpreadBy by)
{
  TenureTermSpread *spread;
  g_autoptr (GArray) entries = NULL;
  g_autofree gint64 *parts = NULL;
  guint n_groups = 0, n_terms = 0;

  g_return_val_if_fail (portfolio != NULL && by < TENURE_N_TERM_SPREADS, NULL);

  entries = collect (portfolio, by);
  for (guint i = 0; i < entries->len; i++)
    n_groups += i == 0 || g_array_index (entries, Entry, i).group != g_array_index (entries, Entry, i - 1).group;
  parts = g_new (gint64, entries->len);
  spread = g_new0 (TenureTermSpread, 1);
  spread->source = portfolio->terms;
  spread->by = by;
  spread->groups = g_new (TenureTermSpreadGroup, n_groups);
  spread->terms = g_new (TenureTermSpreadTerm, entries->len);
  for (guint i = 0; i < entries->len;)
    i = add_group (spread, entries, i, &n_terms, parts);
  g_qsort_with_data (spread->groups, (gint) spread->n_groups, sizeof *spread->groups, compare_groups, spread);
  return spread;
}

void
tenure_term_spread_free (TenureTermSpread *spread)
{
  if (spread == NULL)
    return;
  g_free (spread->groups);
  g_free (spread->terms);
  g_free (spread);
}

/* --- Words --- */

static const TenureChoice *
choice_of (const char *field, gint32 group)
{
  const TenureField *fields = tenure_record_def (TENURE_RECORD_AGREEMENT)->fields;

  /* The enumeration follows the choices of the catalogue, with "not recorded" before them. */
  return &fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, field)].choices[group - 1];
}

const char *
tenure_term_spread_label (const TenureTermSpread *spread, const TenureTermSpreadGroup *group)
{
  g_return_val_if_fail (spread != NULL && group != NULL, NULL);

  if (group->group < 0)
    return _ ("Not recorded");
  switch (spread->by)
    {
    case TENURE_TERM_SPREAD_BY_SIZE:
      return tenure_size_label ((TenureSize) group->group);
    case TENURE_TERM_SPREAD_BY_PURPOSE:
    case TENURE_TERM_SPREAD_BY_KIND:
      return _ (choice_of (codes[spread->by], group->group)->label);
    case TENURE_TERM_SPREAD_BY_PLACE:
    case TENURE_TERM_SPREAD_BY_FUNDER:
    case TENURE_N_TERM_SPREADS:
    default:
      return tenure_term_spread_code (spread, group);
    }
}

const char *
tenure_term_spread_code (const TenureTermSpread *spread, const TenureTermSpreadGroup *group)
{
  const TenureFacts *facts;

  g_return_val_if_fail (spread != NULL && group != NULL, NULL);

  facts = spread->source->facts;
  if (group->group < 0)
    return NULL;
  switch (spread->by)
    {
    case TENURE_TERM_SPREAD_BY_SIZE:
      return tenure_size_code ((TenureSize) group->group);
    case TENURE_TERM_SPREAD_BY_PLACE:
      return facts->places[group->group];
    case TENURE_TERM_SPREAD_BY_FUNDER:
      return facts->organisations[group->group].name;
    case TENURE_TERM_SPREAD_BY_PURPOSE:
    case TENURE_TERM_SPREAD_BY_KIND:
    case TENURE_N_TERM_SPREADS:
    default:
      return choice_of (codes[spread->by], group->group)->value;
    }
}

/* --- Why --- */

static void
explain_group (TenureExplanation *explanation, const TenureTermSpread *spread, const TenureTermSpreadGroup *group)
{
  const char *label = tenure_term_spread_label (spread, group);
  g_autofree char *known = tenure_count_dup_label (group->known), *of = tenure_count_dup_label (group->of);
  g_autofree char *le12 = tenure_count_dup_label (group->le12);

  if (group->known == 0)
    tenure_explanation_add (explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, label,
                            ngettext ("no term of %s agreement is known", "no term of %s agreements is known", group->of),
                            of);
  else
    /* Translators: numbers of months, then of agreements. */
    tenure_explanation_add (
        explanation, TENURE_RECORD_NONE, TENURE_ID_NONE, label,
        _ ("median %1$.1f months; quartiles %2$.1f and %3$.1f; from %4$.1f to %5$.1f; %6$s of %7$s known; %8$s of 12 months or less"),
        group->median, group->lower, group->upper, group->least, group->most, known, of, le12);
}

/* Running agreements of which no term is known, with what they lack; open-ended ones apart. */
static void
explain_unknown (TenureExplanation *explanation, const TenurePortfolio *portfolio)
{
  const TenureFacts *facts = portfolio->terms->facts;

  for (guint i = 0; i < portfolio->n_agreements; i++)
    {
      guint32 index = portfolio->agreements[i];
      const TenureAgreementFigures *figures = &portfolio->terms->agreements[index];

      if (figures->running != TENURE_FACT_YES || figures->term_known)
        continue;
      if (figures->open_ended)
        tenure_explanation_add_agreement_apart (explanation, facts, index, _ ("open-ended: it has no term"));
      else
        tenure_explanation_add_agreement_missing (explanation, facts, index, TENURE_RECORD_AGREEMENT,
                                                  tenure_day_is_known (figures->start) ? "end" : "start");
    }
}

static const char *
title_of (TenureTermSpreadBy by)
{
  switch (by)
    {
    case TENURE_TERM_SPREAD_BY_SIZE:
      return _ ("Terms by size of the provider");
    case TENURE_TERM_SPREAD_BY_PLACE:
      return _ ("Terms by place");
    case TENURE_TERM_SPREAD_BY_FUNDER:
      return _ ("Terms by funder");
    case TENURE_TERM_SPREAD_BY_PURPOSE:
      return _ ("Terms by purpose of the money");
    case TENURE_TERM_SPREAD_BY_KIND:
    case TENURE_N_TERM_SPREADS:
    default:
      return _ ("Terms by kind of agreement");
    }
}

TenureExplanation *
tenure_term_spread_explain (const TenureTermSpread *spread, const TenurePortfolio *portfolio, guint most)
{
  TenureExplanation *explanation;
  g_autofree char *median = NULL, *coverage = NULL;

  g_return_val_if_fail (spread != NULL && portfolio != NULL, NULL);

  explanation = tenure_explanation_new (
      title_of (spread->by),
      _ ("The committed terms of running agreements, each counted once whatever it is worth and whoever passes its money on, in "
         "order of length. Median: the middle one, or the mean of the two in the middle. Quartiles: with n terms, the mean of "
         "terms n ÷ 4 and n ÷ 4 + 1 where that is whole, else the next one, and the same from the other end. An agreement with "
         "several funders counts under each."));
  tenure_explanation_limit (explanation, most);
  median = tenure_figure_dup_label (&portfolio->median_term);
  coverage = tenure_figure_dup_coverage (&portfolio->median_term);
  /* Translators: the median of all groups together, "17.4 months", and "180 of 214 known". */
  explanation->summary = g_strdup_printf (_ ("Together: median %1$s (%2$s)"), median, coverage);
  for (guint i = 0; i < spread->n_groups; i++)
    explain_group (explanation, spread, &spread->groups[i]);
  explain_unknown (explanation, portfolio);
  return explanation;
}
