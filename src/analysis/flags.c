/* Judging every record by every rule that applies to it. The rules are in flag-rules-*.c, their words in
 * flag-words.c. */

#include "analysis/flags.h"

#include "analysis/flags-private.h"

#include <stdlib.h>

/* --- Exemptions --- */

/* Those that hold on the day, sorted by record and rule. */
typedef struct
{
  const TenureFacts *facts;
  guint32 *order;
  guint n;
} Exemptions;

static int
compare_exemption (const TenureFactExemption *exemption, TenureId record, int rule)
{
  if (exemption->record != record)
    return exemption->record < record ? -1 : 1;
  return (exemption->rule > rule) - (exemption->rule < rule);
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureFacts *facts = data;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  int order = compare_exemption (&facts->exemptions[left], facts->exemptions[right].record, facts->exemptions[right].rule);

  return order != 0 ? order : (left > right) - (left < right);
}

/* Until its review day an exemption holds; one without a review day would hold for ever, and does not. */
static void
exemptions_init (Exemptions *exemptions, const TenureFacts *facts, TenureDay as_of)
{
  *exemptions = (Exemptions){ .facts = facts, .order = g_new (guint32, facts->n_exemptions) };
  for (guint i = 0; i < facts->n_exemptions; i++)
    {
      const TenureFactExemption *exemption = &facts->exemptions[i];
      gboolean begun = !tenure_day_is_known (exemption->from_day) || exemption->from_day <= as_of;

      if (begun && tenure_day_is_known (exemption->review) && as_of < exemption->review)
        exemptions->order[exemptions->n++] = i;
    }
  if (exemptions->n > 0)
    g_qsort_with_data (exemptions->order, (gint) exemptions->n, sizeof (guint32), compare_order, (gpointer) facts);
}

static gint32
exemptions_find (const Exemptions *exemptions, TenureId record, int rule)
{
  guint low = 0, high = exemptions->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_exemption (&exemptions->facts->exemptions[exemptions->order[middle]], record, rule) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == exemptions->n || compare_exemption (&exemptions->facts->exemptions[exemptions->order[low]], record, rule) != 0)
    return -1;
  return (gint32) exemptions->order[low];
}

/* A seat is exempted with its board as well; what is judged over the whole, under no record's id. */
static gint32
find_exemption (const Exemptions *exemptions, const TenureFlag *flag)
{
  gint32 found;

  if (exemptions->n == 0)
    return -1;
  found = exemptions_find (exemptions, flag->id, flag->rule);
  if (found < 0 && flag->record_type == TENURE_RECORD_SEAT)
    found =
        exemptions_find (exemptions, exemptions->facts->boards[exemptions->facts->seats[flag->index].board].id, flag->rule);
  return found;
}

/* --- Raising --- */

typedef struct
{
  TenureFlags *flags;
  GArray *raised, *exempted;
  Exemptions exemptions;
} Judgement;

static void
worsen (guint8 *level, guint8 by)
{
  *level = MAX (*level, by);
}

static void
spread_level (TenureFlags *flags, const TenureFlag *flag)
{
  const TenureFacts *facts = flags->terms->facts;

  switch ((TenureRecordType) flag->record_type)
    {
    case TENURE_RECORD_AGREEMENT:
      worsen (&flags->agreement_levels[flag->index], flag->level);
      if (facts->agreements[flag->index].provider >= 0)
        worsen (&flags->organisation_levels[facts->agreements[flag->index].provider], flag->level);
      break;
    case TENURE_RECORD_ORGANISATION:
      worsen (&flags->organisation_levels[flag->index], flag->level);
      break;
    case TENURE_RECORD_BOARD:
      worsen (&flags->board_levels[flag->index], flag->level);
      break;
    case TENURE_RECORD_SEAT:
      worsen (&flags->seat_levels[flag->index], flag->level);
      worsen (&flags->board_levels[facts->seats[flag->index].board], flag->level);
      break;
    default:
      break;
    }
}

static void
raise_flag (Judgement *judgement, TenureFlag flag)
{
  flag.exemption = find_exemption (&judgement->exemptions, &flag);
  if (flag.exemption >= 0)
    {
      g_array_append_val (judgement->exempted, flag);
      return;
    }
  g_array_append_val (judgement->raised, flag);
  judgement->flags->counts[flag.rule][flag.level]++;
  spread_level (judgement->flags, &flag);
}

static gboolean
is_in_force (const TenureRule *rule, TenureDay as_of)
{
  return (!tenure_day_is_known (rule->from) || rule->from <= as_of)
         && (!tenure_day_is_known (rule->until) || as_of <= rule->until);
}

static void
judge_record (Judgement *judgement, const TenureFlagRule *rules, TenureRecordType record_type, gint32 index, TenureId id)
{
  for (const TenureFlagRule *row = rules; row->id != TENURE_N_RULES; row++)
    {
      const TenureRule *rule = tenure_options_rule (&judgement->flags->terms->options, row->id);
      TenureFlag flag = { .rule = row->id, .record_type = record_type, .index = index, .id = id };

      if (rule->off || !is_in_force (rule, judgement->flags->terms->as_of)
          || !row->applies (judgement->flags, (guint) index))
        continue;
      flag.level = row->judge (judgement->flags, rule, (guint) index, &flag.missing);
      /* What its function raises is the program's own level. */
      if (rule->level != TENURE_LEVEL_NONE && flag.level > TENURE_LEVEL_CANNOT_TELL)
        flag.level = rule->level;
      if (flag.level != TENURE_LEVEL_NONE)
        raise_flag (judgement, flag);
    }
}

static void
judge_agreement (Judgement *judgement, guint32 index)
{
  TenureId id = judgement->flags->terms->facts->agreements[index].id;

  judge_record (judgement, tenure_flag_rules_term, TENURE_RECORD_AGREEMENT, (gint32) index, id);
  judge_record (judgement, tenure_flag_rules_notice, TENURE_RECORD_AGREEMENT, (gint32) index, id);
  judge_record (judgement, tenure_flag_rules_price, TENURE_RECORD_AGREEMENT, (gint32) index, id);
  judge_record (judgement, tenure_flag_rules_practice, TENURE_RECORD_AGREEMENT, (gint32) index, id);
}

/* Marks the provider of an agreement that runs. */
static void
mark_provider (const Judgement *judgement, guint32 index, guint8 *marks)
{
  gint32 provider = judgement->flags->terms->facts->agreements[index].provider;

  if (provider >= 0 && judgement->flags->terms->agreements[index].running == TENURE_FACT_YES)
    marks[provider] = TRUE;
}

static void
judge_providers (Judgement *judgement, const guint8 *marks)
{
  const TenureFacts *facts = judgement->flags->terms->facts;

  for (guint i = 0; i < facts->n_organisations; i++)
    if (marks[i])
      judge_record (judgement, tenure_flag_rules_provider, TENURE_RECORD_ORGANISATION, (gint32) i,
                    facts->organisations[i].id);
}

static void
judge_agreements (Judgement *judgement, const TenureSelection *selection)
{
  const TenureTerms *terms = judgement->flags->terms;
  guint n = selection != NULL ? selection->n_agreements : terms->n_agreements;
  g_autofree guint8 *providers = g_new0 (guint8, terms->facts->n_organisations);

  for (guint i = 0; i < n; i++)
    {
      guint32 index = selection != NULL ? selection->agreements[i] : i;

      if (index >= terms->n_agreements)
        continue;
      if (terms->agreements[index].scope == TENURE_SCOPE_UNKNOWN)
        judgement->flags->n_scope_unknown += terms->agreements[index].live;
      if (terms->agreements[index].scope != TENURE_SCOPE_VCS)
        continue;
      judge_agreement (judgement, index);
      mark_provider (judgement, index, providers);
    }
  judge_providers (judgement, providers);
}

static void
judge_others (Judgement *judgement)
{
  const TenureFacts *facts = judgement->flags->terms->facts;

  for (guint i = 0; i < facts->n_contacts; i++)
    judge_record (judgement, tenure_flag_rules_contact, TENURE_RECORD_CONTACT, (gint32) i, facts->contacts[i].id);
  for (guint i = 0; i < facts->n_boards; i++)
    judge_record (judgement, tenure_flag_rules_board, TENURE_RECORD_BOARD, (gint32) i, facts->boards[i].id);
  for (guint i = 0; i < facts->n_seats; i++)
    judge_record (judgement, tenure_flag_rules_seat, TENURE_RECORD_SEAT, (gint32) i, facts->seats[i].id);
  for (guint i = 0; i < facts->n_boards; i++)
    judge_record (judgement, tenure_flag_rules_hours, TENURE_RECORD_BOARD, (gint32) i, facts->boards[i].id);
  for (guint i = 0; i < facts->participation.n_pay_rates; i++)
    judge_record (judgement, tenure_flag_rules_pay_rate, TENURE_RECORD_PAY_RATE, (gint32) i,
                  facts->participation.pay_rates[i].id);
  for (guint i = 0; i < facts->n_organisations; i++)
    judge_record (judgement, tenure_flag_rules_participant, TENURE_RECORD_ORGANISATION, (gint32) i,
                  facts->organisations[i].id);
  for (guint i = 0; i < facts->participation.n_budgets; i++)
    judge_record (judgement, tenure_flag_rules_budget, TENURE_RECORD_BUDGET, (gint32) i, facts->participation.budgets[i].id);
  judge_record (judgement, tenure_flag_rules_portfolio, TENURE_RECORD_PORTFOLIO, -1, TENURE_ID_NONE);
}

TenureFlags *
tenure_flags_new (const TenureTerms *terms,
                  const TenureBoards *boards,
                  const TenurePortfolio *portfolio,
                  const TenureProviders *providers,
                  const TenureParticipation *participation,
                  const TenureSelection *selection)
{
  Judgement judgement = { 0 };
  TenureFlags *flags;

  g_return_val_if_fail (terms != NULL && boards != NULL && portfolio != NULL && providers != NULL && participation != NULL,
                        NULL);

  flags = g_new0 (TenureFlags, 1);
  flags->terms = terms;
  flags->boards = boards;
  flags->portfolio = portfolio;
  flags->providers = providers;
  flags->participation = participation;
  tenure_flags_count_participation (flags);
  flags->agreement_levels = g_new0 (guint8, terms->facts->n_agreements);
  flags->board_levels = g_new0 (guint8, terms->facts->n_boards);
  flags->seat_levels = g_new0 (guint8, terms->facts->n_seats);
  flags->organisation_levels = g_new0 (guint8, terms->facts->n_organisations);

  judgement.flags = flags;
  judgement.raised = g_array_new (FALSE, FALSE, sizeof (TenureFlag));
  judgement.exempted = g_array_new (FALSE, FALSE, sizeof (TenureFlag));
  exemptions_init (&judgement.exemptions, terms->facts, terms->as_of);
  judge_agreements (&judgement, selection);
  judge_others (&judgement);
  g_free (judgement.exemptions.order);

  flags->n_flags = judgement.raised->len;
  flags->flags = (TenureFlag *) g_array_free (judgement.raised, FALSE);
  flags->n_exempted = judgement.exempted->len;
  flags->exempted = (TenureFlag *) g_array_free (judgement.exempted, FALSE);
  return flags;
}

void
tenure_flags_free (TenureFlags *flags)
{
  if (flags == NULL)
    return;
  g_free (flags->flags);
  g_free (flags->exempted);
  g_free (flags->agreement_levels);
  g_free (flags->board_levels);
  g_free (flags->seat_levels);
  g_free (flags->organisation_levels);
  g_free (flags->board_hours);
  g_free (flags->unrated);
  g_free (flags);
}

/* --- Looking up --- */

static int
compare_worst (const TenureFlag *a, const TenureFlag *b)
{
  if (a->level != b->level)
    return a->level > b->level ? -1 : 1;
  if (a->rule != b->rule)
    return a->rule < b->rule ? -1 : 1;
  return (a->index > b->index) - (a->index < b->index);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  return compare_worst (*(TenureFlag *const *) a, *(TenureFlag *const *) b);
}

static GPtrArray *
find_flags (TenureFlag *flags, guint n_flags, TenureRecordType record_type, TenureId record)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < n_flags; i++)
    if (flags[i].record_type == (gint8) record_type && flags[i].id == record)
      g_ptr_array_add (found, &flags[i]);
  g_ptr_array_sort (found, compare_found);
  return found;
}

GPtrArray *
tenure_flags_find (const TenureFlags *flags, TenureRecordType record_type, TenureId record)
{
  g_return_val_if_fail (flags != NULL, g_ptr_array_new ());

  return find_flags (flags->flags, flags->n_flags, record_type, record);
}

GPtrArray *
tenure_flags_find_exempted (const TenureFlags *flags, TenureRecordType record_type, TenureId record)
{
  g_return_val_if_fail (flags != NULL, g_ptr_array_new ());

  return find_flags (flags->exempted, flags->n_exempted, record_type, record);
}

static int
compare_indexes (gconstpointer a, gconstpointer b, gpointer data)
{
  const TenureFlags *flags = data;

  return compare_worst (&flags->flags[*(const guint32 *) a], &flags->flags[*(const guint32 *) b]);
}

void
tenure_flags_sort_worst (const TenureFlags *flags, GArray *order)
{
  guint first;

  g_return_if_fail (flags != NULL && order != NULL && g_array_get_element_size (order) == sizeof (guint32));

  first = order->len;
  g_array_set_size (order, first + flags->n_flags);
  for (guint32 i = 0; i < flags->n_flags; i++)
    g_array_index (order, guint32, first + i) = i;
  if (flags->n_flags > 0)
    g_qsort_with_data (&g_array_index (order, guint32, first), (gint) flags->n_flags, sizeof (guint32), compare_indexes,
                       (gpointer) flags);
}
