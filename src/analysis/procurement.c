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
      /* A yearly value, of a term that is not known; of an open-ended one nobody can know it, and of one that ends before it
       * starts the form says what is wrong. */
      if (figures->open_ended || figures->reversed || figures->term_known)
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

/* "Since 1 Jan 2026, the Act holds in full from £207,720 for services of councils outside Wales." */
static char *
dup_statement (const TenureProcurementHint *hint)
{
  GString *statement = g_string_new (_ (hint->statement));
  g_autofree char *amount = dup_amount (hint->minor);
  const struct
  {
    const char *name, *iso;
  } days[] = { { "{from}", hint->from }, { "{until}", hint->until } };

  g_string_replace (statement, "{amount}", amount, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i].iso != NULL)
      {
        TenureDay day = TENURE_DAY_NONE;
        g_autofree char *label = NULL;

        tenure_day_parse_iso (days[i].iso, &day);
        label = tenure_day_dup_label (day);
        g_string_replace (statement, days[i].name, label, 0);
      }
  return g_string_free (statement, FALSE);
}

/* What lies below an amount may reach it with the VAT that is not in it. */
static const char *
label_below (TenureTax tax)
{
  switch (tax)
    {
    case TENURE_TAX_NET:
      return _ ("Not reached without VAT:");
    case TENURE_TAX_UNKNOWN:
      return _ ("Not reached, if VAT is included:");
    case TENURE_TAX_GROSS:
    case TENURE_TAX_NONE:
    default:
      return _ ("Not reached:");
    }
}

/* The heading of the hints that an agreement stands to alike. */
static char *
dup_standing (const TenureProcurementFinding *finding, const TenureProcurementCase *subject)
{
  gboolean reached = finding->standing == TENURE_STANDING_REACHED;
  g_autofree char *changes = NULL;

  if (finding->standing == TENURE_STANDING_NO_CHANGE)
    return g_strdup (_ ("No variation is recorded:"));
  if (finding->hint->measure == TENURE_HINT_OF_VALUE)
    return g_strdup (reached ? _ ("Reached:") : label_below (subject->tax));
  changes = dup_amount (subject->change_minor);
  return g_strdup_printf (reached ? _ ("Reached by changes of %s in all:") : _ ("Not reached by changes of %s in all:"),
                          changes);
}

/* What the amounts are held against. */
static char *
dup_value (const TenureProcurementCase *subject)
{
  g_autofree char *amount = dup_amount (subject->total_minor);

  switch (subject->tax)
    {
    case TENURE_TAX_NET:
      return g_strdup_printf (_ ("%s over the term without VAT, against amounts that include it."), amount);
    case TENURE_TAX_UNKNOWN:
      return g_strdup_printf (_ ("%s over the term, against amounts that include VAT; whether it does is not recorded."),
                              amount);
    case TENURE_TAX_GROSS:
    case TENURE_TAX_NONE:
    default:
      return g_strdup_printf (_ ("%s over the term, against amounts that include VAT."), amount);
    }
}

static void
add_line (GString *lines, char *line)
{
  g_autofree char *owned = line;

  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", owned);
}

static gboolean
stands_alike (const TenureProcurementFinding *a, const TenureProcurementFinding *b)
{
  return a->standing == b->standing && a->hint->measure == b->hint->measure;
}

static void
add_findings (GString *lines, const TenureProcurement *procurement, const TenureProcurementCase *subject)
{
  const TenureProcurementFinding *findings = procurement->findings;

  for (guint i = 0; i < procurement->n_findings; i++)
    {
      g_autofree char *statement = dup_statement (findings[i].hint);

      if (i == 0 || !stands_alike (&findings[i - 1], &findings[i]))
        add_line (lines, dup_standing (&findings[i], subject));
      add_line (lines, g_strconcat ("• ", statement, NULL));
    }
}

/* Each source once, "Procurement Act 2023, Part 6; Procurement Act 2023, Schedule 1"; NULL where hints are local settings. */
static char *
dup_sources (const TenureProcurement *procurement)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < procurement->n_findings; i++)
    {
      const char *source = procurement->findings[i].hint->source;

      if (source != NULL && !g_ptr_array_find_with_equal_func (sources, _ (source), g_str_equal, NULL))
        g_ptr_array_add (sources, (gpointer) _ (source));
    }
  if (sources->len == 0)
    return NULL;
  g_ptr_array_add (sources, NULL);
  return g_strjoinv ("; ", (char **) sources->pdata);
}

/* How far the sources carry; the least of them for all. */
static char *
dup_confidence (const TenureProcurement *procurement, gboolean name_sources)
{
  TenureConfidence least = TENURE_CONFIDENCE_READ;
  g_autofree char *sources = name_sources ? dup_sources (procurement) : NULL;

  for (guint i = 0; i < procurement->n_findings; i++)
    least = MAX (least, procurement->findings[i].hint->confidence);
  if (sources == NULL)
    return g_strdup_printf (_ ("Sources: %s."), tenure_confidence_label (least));
  /* Translators: sources, and how far they carry: "Procurement Act 2023, Part 6 (general knowledge, to be confirmed)." */
  return g_strdup_printf (_ ("Sources: %1$s (%2$s)."), sources, tenure_confidence_label (least));
}

char *
tenure_procurement_dup_words (const TenureProcurement *procurement,
                              const TenureProcurementCase *subject,
                              gboolean name_sources)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean of_value = FALSE;

  g_return_val_if_fail (procurement != NULL && subject != NULL, NULL);

  for (guint i = 0; i < procurement->n_findings; i++)
    of_value = of_value || procurement->findings[i].hint->measure == TENURE_HINT_OF_VALUE;
  if (of_value)
    add_line (lines, dup_value (subject));
  add_findings (lines, procurement, subject);
  if (procurement->n_findings > 0)
    add_line (lines, dup_confidence (procurement, name_sources));
  if (procurement->missing != 0)
    {
      g_autofree char *list = tenure_missing_dup_list (procurement->missing);

      add_line (lines, g_strdup_printf (_ ("Some procurement hints cannot be worked out. Not recorded: %s."), list));
    }
  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}
