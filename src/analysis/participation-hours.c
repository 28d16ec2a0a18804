#include "config.h"
#include "analysis/participation-hours.h"

#include "analysis/accounts.h"
#include "analysis/providers.h"
#include "base/ratio.h"

/* --- Groups --- */

static gint32
key_of (const TenureParticipation *participation, TenureHoursBy by, const TenureFactGiven *given)
{
  const TenureFacts *facts = participation->facts;
  const TenureFactMeeting *meeting = &facts->participation.meetings[given->meeting];

  switch (by)
    {
    case TENURE_HOURS_BY_MONTH:
      return tenure_day_month_start (meeting->held);
    case TENURE_HOURS_BY_BOARD:
      return meeting->board;
    case TENURE_HOURS_BY_ORGANISATION:
      return given->organisation;
    case TENURE_HOURS_BY_PERSON:
      return given->person;
    case TENURE_HOURS_BY_SIZE:
      return given->organisation >= 0 ? (gint32) tenure_accounts_size (
                 tenure_accounts_find (facts, (guint) given->organisation, participation->as_of))
                                      : (gint32) TENURE_SIZE_UNKNOWN;
    case TENURE_HOURS_ALL:
    case TENURE_N_HOURS_BY:
    default:
      return 0;
    }
}

static TenureHours *
find_group (TenureHoursTable *table, GHashTable *places, gint32 key)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (places, GINT_TO_POINTER (key), NULL, &place))
    {
      TenureHours hours = { .key = key, .currency = TENURE_CURRENCY_NONE };

      place = GUINT_TO_POINTER (table->groups->len);
      g_hash_table_insert (places, GINT_TO_POINTER (key), place);
      g_array_append_val (table->groups, hours);
    }
  return &g_array_index (table->groups, TenureHours, GPOINTER_TO_UINT (place));
}

/* --- Adding up --- */

/* What the time alone is worth; a rate of which nothing is known, or in another currency, leaves it without a value. */
static void
add_value (TenureHours *hours, const TenureParticipation *participation, const TenurePay *pay)
{
  const TenureFactPayRate *rate;
  gint64 minor;

  hours->n_unpaid++;
  if (pay->rate < 0)
    return;
  rate = &participation->facts->participation.pay_rates[pay->rate];
  if (tenure_pay_of_minutes (rate, pay->minutes, &minor) != TENURE_PAY_KNOWN)
    return;
  if (hours->currency == TENURE_CURRENCY_NONE)
    hours->currency = pay->currency;
  if (pay->currency != hours->currency)
    return;
  hours->n_valued++;
  hours->overflows |= !tenure_money_add (&hours->value_minor, minor);
}

static void
add_given (TenureHours *hours, const TenureParticipation *participation, guint i)
{
  const TenureGivenFigures *figures = &participation->given[i];
  const TenurePay *pay = &figures->pay;

  hours->n++;
  if (!pay->time_known)
    {
      hours->n_timeless++;
      return;
    }
  hours->n_partly += !pay->all_times;
  if (figures->paid == TENURE_FACT_YES)
    hours->paid += pay->minutes;
  else if (figures->paid == TENURE_FACT_NO)
    {
      hours->unpaid += pay->minutes;
      add_value (hours, participation, pay);
    }
  else
    hours->untold += pay->minutes;
}

static gint64
all_minutes (const TenureHours *hours)
{
  return hours->paid + hours->unpaid + hours->untold;
}

static int
compare_months (gconstpointer a, gconstpointer b)
{
  const TenureHours *left = a, *right = b;

  return (left->key > right->key) - (left->key < right->key);
}

static int
compare_most (gconstpointer a, gconstpointer b)
{
  gint64 left = all_minutes (a), right = all_minutes (b);

  return left != right ? (left > right ? -1 : 1) : compare_months (a, b);
}

TenureHoursTable *
tenure_hours_new (
    const TenureParticipation *participation, TenureHoursBy by, gboolean sector_only, TenureDay from, TenureDay until)
{
  const TenureParticipationFacts *facts;
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  TenureHoursTable *table;

  g_return_val_if_fail (participation != NULL && by < TENURE_N_HOURS_BY, NULL);

  facts = &participation->facts->participation;
  table = g_new0 (TenureHoursTable, 1);
  table->by = by;
  table->sector_only = sector_only;
  table->from = tenure_day_is_known (from) ? from : TENURE_DAY_MIN;
  table->until = tenure_day_is_known (until) ? MIN (until, participation->as_of) : participation->as_of;
  table->groups = g_array_new (FALSE, FALSE, sizeof (TenureHours));
  if (by == TENURE_HOURS_ALL)
    find_group (table, places, 0);
  for (guint i = 0; i < facts->n_given; i++)
    {
      TenureDay held = facts->meetings[facts->given[i].meeting].held;
      TenureFact vcs = (TenureFact) participation->given[i].vcs;

      if (held < table->from || held > table->until)
        continue;
      table->n_left_out += sector_only && vcs == TENURE_FACT_UNKNOWN;
      if (!sector_only || vcs == TENURE_FACT_YES)
        add_given (find_group (table, places, key_of (participation, by, &facts->given[i])), participation, i);
    }
  g_array_sort (table->groups, by == TENURE_HOURS_BY_MONTH ? compare_months : compare_most);
  return table;
}

void
tenure_hours_free (TenureHoursTable *table)
{
  if (table == NULL)
    return;
  g_array_unref (table->groups);
  g_free (table);
}

gboolean
tenure_hours_get_paid_share (const TenureHours *hours, gint32 *out_low, gint32 *out_high)
{
  gint64 all;

  g_return_val_if_fail (hours != NULL && out_low != NULL && out_high != NULL, FALSE);

  all = all_minutes (hours);
  if (all <= 0)
    return FALSE;
  *out_low = (gint32) ((__int128) hours->paid * TENURE_WHOLE_BP / all);
  *out_high = (gint32) (((__int128) (hours->paid + hours->untold) * TENURE_WHOLE_BP + all - 1) / all);
  return TRUE;
}

const char *
tenure_hours_by_code (TenureHoursBy by)
{
  static const char *const codes[TENURE_N_HOURS_BY] = { "all", "month", "board", "organisation", "person", "size" };

  g_return_val_if_fail (by < TENURE_N_HOURS_BY, NULL);

  return codes[by];
}
