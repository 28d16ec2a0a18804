#include "config.h"
#include "analysis/procurement.h"

#include "analysis/flags-private.h"

#include "base/i18n.h"

/* --- The value ------------------------------------------------------------------------------------------------ */

static guint64
total_missing (const TenureFactAgreement *agreement, const TenureAgreementFigures *figures)
{
  switch ((TenureAnnualState) figures->annual_state)
    {
    case TENURE_ANNUAL_NO_VALUE:
      return TENURE_MISSING_VALUE;
    case TENURE_ANNUAL_NO_CURRENCY:
      return TENURE_MISSING_CURRENCY;
    case TENURE_ANNUAL_STATED:
      /* A yearly value, of a term that is not known; of an open-ended one nobody can know it. */
      if (figures->open_ended)
        return 0;
      return tenure_day_is_known (figures->start) ? TENURE_MISSING_END : TENURE_MISSING_START;
    case TENURE_ANNUAL_OUT_OF_RANGE:
      return 0;
    case TENURE_ANNUAL_FROM_TOTAL:
    case TENURE_ANNUAL_WHOLE_TOTAL:
    case TENURE_ANNUAL_NO_BASIS:
    case TENURE_ANNUAL_NO_TERM:
    default:
      return agreement->basis == TENURE_BASIS_UNKNOWN ? TENURE_MISSING_VALUE_BASIS : 0;
    }
}

void
tenure_procurement_take_total (TenureProcurementCase *subject,
                               const TenureFactAgreement *agreement,
                               const TenureAgreementFigures *figures)
{
  g_return_if_fail (subject != NULL && agreement != NULL && figures != NULL);

  subject->currency = agreement->currency;
  subject->total_known = figures->total_known;
  subject->total_minor = figures->total_minor;
  subject->total_missing = figures->total_known ? 0 : total_missing (agreement, figures);
}

/* --- Findings ------------------------------------------------------------------------------------------------- */

static gboolean
is_bought (const TenureProcurementCase *subject)
{
  return g_strcmp0 (subject->kind, "grant") != 0 && g_strcmp0 (subject->kind, "citizen_directed") != 0;
}

static TenureDay
find_day (const TenureProcurementCase *subject)
{
  if (tenure_day_is_known (subject->award_day))
    return subject->award_day;
  return tenure_day_is_known (subject->signed_day) ? subject->signed_day : subject->start;
}

static gboolean
is_about (const TenureProcurementHint *hint, TenureRegime regime, TenureBuyer buyer)
{
  return hint->regimes & (1u << regime) && (buyer == TENURE_BUYER_UNKNOWN || hint->buyers & (1u << buyer));
}

static gboolean
reaches (const TenureProcurementHint *hint, gint64 minor)
{
  return hint->above ? minor > hint->minor : minor >= hint->minor;
}

/* FALSE where it cannot be told, with what is missing added to @missing. */
static gboolean
find_standing (const TenureProcurementHint *hint,
               const TenureProcurementCase *subject,
               TenureStanding *out_standing,
               guint64 *missing)
{
  gboolean of_change = hint->measure == TENURE_HINT_OF_CHANGE;
  gboolean known = of_change ? subject->change_known : subject->total_known;

  if (of_change && subject->n_variations == 0)
    {
      *out_standing = TENURE_STANDING_NO_CHANGE;
      return TRUE;
    }
  if (!known || subject->currency == TENURE_CURRENCY_NONE)
    {
      *missing |= !of_change ? subject->total_missing
                  : known    ? (guint64) TENURE_MISSING_CURRENCY
                             : (guint64) TENURE_MISSING_PRICE_CHANGE;
      return FALSE;
    }
  *out_standing = reaches (hint, of_change ? subject->change_minor : subject->total_minor) ? TENURE_STANDING_REACHED
                                                                                           : TENURE_STANDING_BELOW;
  return TRUE;
}

static void
add_finding (TenureProcurement *procurement, const TenureProcurementHint *hint, TenureStanding standing)
{
  guint place = procurement->n_findings++;

  for (; place > 0 && procurement->findings[place - 1].hint->minor > hint->minor; place--)
    procurement->findings[place] = procurement->findings[place - 1];
  procurement->findings[place] = (TenureProcurementFinding){ hint, standing };
}

TenureProcurement
tenure_procurement (const TenureProcurementCase *subject)
{
  TenureProcurement procurement = { 0 };
  TenureRegime regime = tenure_regime_from_words (subject->regime, subject->procedure);
  TenureDay day = find_day (subject);

  if (!is_bought (subject) || (subject->currency != TENURE_CURRENCY_GBP && subject->currency != TENURE_CURRENCY_NONE))
    return procurement;
  for (guint i = 0; i < TENURE_N_PROCUREMENT_HINTS; i++)
    {
      const TenureProcurementHint *hint = tenure_procurement_hint (i);
      TenureStanding standing;

      if (!is_about (hint, regime, subject->buyer))
        continue;
      if (!tenure_day_is_known (day))
        procurement.missing |= TENURE_MISSING_START;
      else if (tenure_procurement_hint_holds (hint, day) && find_standing (hint, subject, &standing, &procurement.missing))
        add_finding (&procurement, hint, standing);
    }
  return procurement;
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

static char *
dup_amount (gint64 minor)
{
  return tenure_money_dup_label ((TenureMoney){ .minor = minor, .currency = TENURE_CURRENCY_GBP }, FALSE);
}

/* From where and since when: "from £207,720 with VAT, since 1 Jan 2026". */
static char *
dup_reach (const TenureProcurementHint *hint)
{
  g_autofree char *amount = dup_amount (hint->minor);
  g_autofree char *from_label = NULL;
  g_autofree char *until_label = NULL;
  TenureDay from = TENURE_DAY_NONE, until = TENURE_DAY_NONE;

  tenure_day_parse_iso (hint->from, &from);
  from_label = tenure_day_dup_label (from);
  if (hint->until != NULL && tenure_day_parse_iso (hint->until, &until))
    {
      until_label = tenure_day_dup_label (until);
      return g_strdup_printf (hint->above ? _ ("above %1$s with VAT, from %2$s to %3$s")
                                          : _ ("from %1$s with VAT, from %2$s to %3$s"),
                              amount, from_label, until_label);
    }
  return g_strdup_printf (hint->above ? _ ("above %1$s with VAT, since %2$s") : _ ("from %1$s with VAT, since %2$s"), amount,
                          from_label);
}

static char *
dup_below (const TenureProcurementCase *subject, const char *amount, gboolean of_change)
{
  if (of_change)
    return g_strdup_printf (_ ("Not reached by the recorded changes of price, %s in all."), amount);
  switch (subject->tax)
    {
    case TENURE_TAX_NET:
      return g_strdup_printf (_ ("Not reached by the value over the term, %s, which is without VAT."), amount);
    case TENURE_TAX_UNKNOWN:
      return g_strdup_printf (_ ("Not reached by the value over the term, %s; whether VAT is in it is not recorded."),
                              amount);
    case TENURE_TAX_GROSS:
    case TENURE_TAX_NONE:
    default:
      return g_strdup_printf (_ ("Not reached by the value over the term, %s."), amount);
    }
}

static char *
dup_standing (const TenureProcurementFinding *finding, const TenureProcurementCase *subject)
{
  gboolean of_change = finding->hint->measure == TENURE_HINT_OF_CHANGE;
  g_autofree char *amount = dup_amount (of_change ? subject->change_minor : subject->total_minor);

  switch (finding->standing)
    {
    case TENURE_STANDING_REACHED:
      return g_strdup_printf (of_change ? _ ("Reached by the recorded changes of price, %s in all.")
                                        : _ ("Reached by the value over the term, %s."),
                              amount);
    case TENURE_STANDING_BELOW:
      return dup_below (subject, amount, of_change);
    case TENURE_STANDING_NO_CHANGE:
    default:
      return g_strdup (_ ("No variation is recorded."));
    }
}

char *
tenure_procurement_dup_words (const TenureProcurementFinding *finding, const TenureProcurementCase *subject)
{
  g_autofree char *reach = NULL;
  g_autofree char *standing = NULL;

  g_return_val_if_fail (finding != NULL && subject != NULL, NULL);

  reach = dup_reach (finding->hint);
  standing = dup_standing (finding, subject);
  /* Translators: what begins at an amount, the amount and its days, and a sentence on which side of it an agreement lies:
   * "Services bought by councils: from £207,720 with VAT, since 1 Jan 2026. Not reached by the value over the term, £180,000." */
  return g_strdup_printf (_ ("%1$s: %2$s. %3$s"), _ (finding->hint->title), reach, standing);
}

char *
tenure_procurement_dup_source (const TenureProcurementHint *hint)
{
  g_return_val_if_fail (hint != NULL, NULL);

  if (hint->source == NULL)
    return g_strdup (tenure_confidence_label (hint->confidence));
  /* Translators: a source, and how far it carries: "Procurement Act 2023, Schedule 1 (general knowledge, to be confirmed)" */
  return g_strdup_printf (_ ("%1$s (%2$s)"), _ (hint->source), tenure_confidence_label (hint->confidence));
}

char *
tenure_procurement_dup_missing (const TenureProcurement *procurement)
{
  g_autofree char *list = NULL;

  g_return_val_if_fail (procurement != NULL, NULL);

  if (procurement->missing == 0)
    return NULL;
  list = tenure_missing_dup_list (procurement->missing);
  return g_strdup_printf (_ ("Procurement hints cannot be told in full. Not recorded: %s."), list);
}
