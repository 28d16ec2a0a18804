/* The table of procurement hints. The figures and dates are those of docs/domain.md, section 3. */

#include "config.h"
#include "catalogue/procurement-hint.h"

#include "base/text.h"

#include "base/i18n.h"
#include <string.h>

#define POUNDS(n) ((n) *G_GINT64_CONSTANT (100))
#define IS(regime) (1u << TENURE_REGIME_##regime)
#define ACT (IS (PROCUREMENT_ACT) | IS (LIGHT_TOUCH))
#define COUNCIL (1u << TENURE_BUYER_COUNCIL)
#define CENTRAL (1u << TENURE_BUYER_CENTRAL)

/* clang-format off */
static const TenureProcurementHint hints[TENURE_N_PROCUREMENT_HINTS] = {
  { "publication", N_("Since {from}, councils in England publish details above {amount}."),
    ACT | IS (PROVIDER_SELECTION) | IS (OTHER), COUNCIL,
    TENURE_HINT_OF_VALUE, TRUE, POUNDS (5000), "2015-02-27", NULL,
    N_("Local Government Transparency Code 2015"), TENURE_CONFIDENCE_GENERAL },
  { "notice-central", N_("Since {from}, central government and the NHS publish a notice from {amount}."),
    ACT, CENTRAL,
    TENURE_HINT_OF_VALUE, FALSE, POUNDS (12000), "2025-02-24", NULL,
    N_("Procurement Act 2023, Part 6"), TENURE_CONFIDENCE_GENERAL },
  { "notice", N_("Since {from}, councils outside Wales publish a notice from {amount}."),
    ACT, COUNCIL,
    TENURE_HINT_OF_VALUE, FALSE, POUNDS (30000), "2025-02-24", NULL,
    N_("Procurement Act 2023, Part 6"), TENURE_CONFIDENCE_GENERAL },
  { "services-central-2025", N_("From {from} to {until}, the full Act held from {amount} for services of central government and NHS trusts."),
    IS (PROCUREMENT_ACT), CENTRAL,
    TENURE_HINT_OF_VALUE, FALSE, POUNDS (139688), "2025-02-24", "2025-12-31",
    N_("Procurement Act 2023, Schedule 1"), TENURE_CONFIDENCE_GENERAL },
  { "services-central-2026", N_("Since {from}, the full Act holds from {amount} for services of central government and NHS trusts."),
    IS (PROCUREMENT_ACT), CENTRAL,
    TENURE_HINT_OF_VALUE, FALSE, POUNDS (135018), "2026-01-01", NULL,
    N_("Procurement Act 2023, Schedule 1"), TENURE_CONFIDENCE_GENERAL },
  { "services-2025", N_("From {from} to {until}, the full Act held from {amount} for services of councils outside Wales."),
    IS (PROCUREMENT_ACT), COUNCIL,
    TENURE_HINT_OF_VALUE, FALSE, POUNDS (214904), "2025-02-24", "2025-12-31",
    N_("Procurement Act 2023, Schedule 1"), TENURE_CONFIDENCE_GENERAL },
  { "services-2026", N_("Since {from}, the full Act holds from {amount} for services of councils outside Wales."),
    IS (PROCUREMENT_ACT), COUNCIL,
    TENURE_HINT_OF_VALUE, FALSE, POUNDS (207720), "2026-01-01", NULL,
    N_("Procurement Act 2023, Schedule 1"), TENURE_CONFIDENCE_GENERAL },
  { "light-touch", N_("Since {from}, the light touch rules hold from {amount} outside Wales."),
    ACT, COUNCIL | CENTRAL,
    TENURE_HINT_OF_VALUE, FALSE, POUNDS (663540), "2025-02-24", NULL,
    N_("Procurement Act 2023, Schedule 1"), TENURE_CONFIDENCE_GENERAL },
  { "change", N_("Since {from}, a notice of changes is published from {amount} in all under the Provider Selection Regime."),
    IS (PROVIDER_SELECTION), COUNCIL | CENTRAL,
    TENURE_HINT_OF_CHANGE, FALSE, POUNDS (500000), "2024-01-01", NULL,
    N_("Health Care Services (Provider Selection Regime) Regulations 2023, regulation 13"), TENURE_CONFIDENCE_GENERAL },
};

/* Words that tell a regime, as keys (base/text.h), wherever they stand; the first row that is met decides. */
static const struct
{
  const char *words;
  TenureRegime regime;
} spellings[] = {
  { "provider selection", TENURE_REGIME_PROVIDER_SELECTION },
  { "psr", TENURE_REGIME_PROVIDER_SELECTION },
  { "public contracts", TENURE_REGIME_OTHER },
  { "pcr", TENURE_REGIME_OTHER },
  { "procurement act", TENURE_REGIME_PROCUREMENT_ACT },
  { "pa23", TENURE_REGIME_PROCUREMENT_ACT },
  { "pa2023", TENURE_REGIME_PROCUREMENT_ACT },
  { "pa 2023", TENURE_REGIME_PROCUREMENT_ACT },
  { "light touch", TENURE_REGIME_LIGHT_TOUCH },
  { "light-touch", TENURE_REGIME_LIGHT_TOUCH },
};
/* clang-format on */

const TenureProcurementHint *
tenure_procurement_hint (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (hints), NULL);

  return &hints[index];
}

gboolean
tenure_procurement_hint_holds (const TenureProcurementHint *hint, TenureDay day)
{
  TenureDay from = TENURE_DAY_NONE, until = TENURE_DAY_MAX;

  g_return_val_if_fail (hint != NULL && tenure_day_is_known (day), FALSE);

  tenure_day_parse_iso (hint->from, &from);
  if (hint->until != NULL)
    tenure_day_parse_iso (hint->until, &until);
  return from <= day && day <= until;
}

static gboolean
says_light_touch (const char *key)
{
  return key != NULL && (strstr (key, "light touch") != NULL || strstr (key, "light-touch") != NULL);
}

static gboolean
says_none (const char *key)
{
  static const char *const beginnings[] = { "none", "not applicable", "n/a" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (key, beginnings[i]))
      return TRUE;
  return strstr (key, "exempt") != NULL && strstr (key, "not exempt") == NULL;
}

TenureRegime
tenure_regime_from_words (const char *regime, const char *procedure)
{
  g_autofree char *key = regime != NULL ? tenure_text_dup_key (regime) : NULL;
  g_autofree char *route = procedure != NULL ? tenure_text_dup_key (procedure) : NULL;
  TenureRegime found = TENURE_REGIME_OTHER;

  if (key == NULL)
    return TENURE_REGIME_UNKNOWN;
  if (says_none (key))
    return TENURE_REGIME_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (strstr (key, spellings[i].words) != NULL)
      {
        found = spellings[i].regime;
        break;
      }
  if (found == TENURE_REGIME_PROCUREMENT_ACT && (says_light_touch (key) || says_light_touch (route)))
    return TENURE_REGIME_LIGHT_TOUCH;
  return found;
}
