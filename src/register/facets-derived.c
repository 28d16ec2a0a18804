/* Facets that are worked out: how each sorts an agreement into values, read from facts and terms. */

#include "config.h"
#include "register/facets-private.h"

#include "base/i18n.h"

static const TenureFactAgreement *
fact (const TenureBasis *basis, guint agreement)
{
  return &tenure_basis_get_facts (basis)->agreements[agreement];
}

static const TenureAgreementFigures *
figures (const TenureBasis *basis, guint agreement)
{
  return &tenure_basis_get_terms (basis)->agreements[agreement];
}

static void
add_value (GArray *values, gint32 value)
{
  g_array_append_val (values, value);
}

/* Of a value that an agreement has twice, one counts. */
static void
add_once (GArray *values, gint32 value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, gint32, i) == value)
      return;
  add_value (values, value);
}

/* Worst first. */
static void
level_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  add_value (values, TENURE_LEVEL_RED - tenure_basis_get_flags (basis)->agreement_levels[agreement]);
}

static guint
level_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  return TENURE_LEVEL_RED + 1;
}

static const char *
level_code (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return tenure_level_code (TENURE_LEVEL_RED - value);
}

static const char *
level_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  static const char *const words[] = { N_ ("Red"), N_ ("Amber"), N_ ("Note"), N_ ("Cannot tell"), N_ ("No flag") };

  return _ (words[value]);
}

static void
rule_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  guint32 fired = tenure_basis_get_fired_rules (basis, agreement);

  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    if (fired & 1u << rule)
      add_value (values, rule);
  if (fired == 0)
    add_value (values, -1);
}

static guint
rule_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  return TENURE_N_RULES;
}

static const char *
rule_code (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return tenure_rule ((TenureRuleId) value)->code;
}

static const char *
rule_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return _ (tenure_rule ((TenureRuleId) value)->title);
}

static void
band_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  guint8 band = figures (basis, agreement)->band;

  add_value (values, band == TENURE_BAND_UNKNOWN ? -1 : band);
}

static guint
band_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  return TENURE_BAND_UNKNOWN;
}

static const char *
band_code (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return tenure_band_code ((TenureBand) value);
}

static const char *
band_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  static const char *const words[] = {
    N_ ("12 months or less"),
    N_ ("Over 12, under 36 months"),
    N_ ("36 months or more"),
    N_ ("Open-ended"),
  };

  return _ (words[value]);
}

static void
status_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  add_value (values, (gint32) figures (basis, agreement)->status - 1);
}

static guint
status_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  return TENURE_STATUS_OPEN_ENDED;
}

static const char *
status_code (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return tenure_status_code ((TenureStatus) (value + 1));
}

static const char *
status_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return tenure_status_label ((TenureStatus) (value + 1));
}

/* How soon the money ends, from the day that figures are of. */
static const struct
{
  const char *code, *words;
  int months; /* up to this long after the day */
} endings[] = {
  { "ended", N_ ("Ended"), -1 },          { "3", N_ ("Within 3 months"), 3 },   { "6", N_ ("In 3 to 6 months"), 6 },
  { "12", N_ ("In 6 to 12 months"), 12 }, { "24", N_ ("In 1 to 2 years"), 24 }, { "later", N_ ("Later"), -1 },
  { "open", N_ ("Open-ended"), -1 },
};

static void
ends_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  const TenureAgreementFigures *f = figures (basis, agreement);
  TenureDay as_of = tenure_basis_get_terms (basis)->as_of;
  gint32 ending = -1;

  if (f->open_ended)
    ending = G_N_ELEMENTS (endings) - 1;
  else if (tenure_day_is_known (f->committed_end) && f->committed_end < as_of)
    ending = 0;
  else if (tenure_day_is_known (f->committed_end))
    for (gint32 i = 1; ending < 0; i++)
      if (i == G_N_ELEMENTS (endings) - 2 || f->committed_end <= tenure_day_add_months (as_of, endings[i].months))
        ending = i;
  add_value (values, ending);
}

static guint
ends_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  return G_N_ELEMENTS (endings);
}

static const char *
ends_code (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return endings[value].code;
}

static const char *
ends_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return _ (endings[value].words);
}

static void
notice_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  const TenureFactAgreement *a = fact (basis, agreement);

  add_value (values, a->funder_notice.known || a->renewal_notice.known ? 0 : -1);
}

static guint
notice_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  return 1;
}

static const char *
notice_code (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return "1";
}

static const char *
notice_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return _ ("Recorded");
}

static guint
organisation_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  return tenure_basis_get_facts (basis)->n_organisations;
}

static const char *
organisation_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return tenure_basis_get_facts (basis)->organisations[value].name;
}

static void
provider_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  add_value (values, fact (basis, agreement)->provider);
}

static void
funder_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  const TenureFacts *facts = tenure_basis_get_facts (basis);
  const TenureFactAgreement *a = fact (basis, agreement);

  for (guint i = 0; i < a->n_funders; i++)
    if (facts->funders[a->first_funder + i].organisation >= 0)
      add_once (values, facts->funders[a->first_funder + i].organisation);
  if (values->len == 0)
    add_value (values, -1);
}

/* The bands of analysis/providers.h, of the income of whoever provides. */
static void
size_values (const TenureFacetDef *def, const TenureBasis *basis, guint agreement, GArray *values)
{
  gint32 provider = fact (basis, agreement)->provider;
  TenureSize size =
      provider < 0 ? TENURE_SIZE_UNKNOWN : tenure_accounts_size (tenure_basis_get_terms (basis)->accounts[provider]);

  add_value (values, (gint32) size - 1);
}

static guint
size_n (const TenureFacetDef *def, const TenureBasis *basis)
{
  return TENURE_SIZE_SUPER_MAJOR;
}

static const char *
size_code (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  return tenure_size_code ((TenureSize) (value + 1));
}

static const char *
size_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  static const char *const words[] = {
    N_ ("Micro, under £10k"), N_ ("Small, from £10k"), N_ ("Medium, from £100k"),
    N_ ("Large, from £1m"),   N_ ("Major, from £10m"), N_ ("Super-major, from £100m"),
  };

  return _ (words[value]);
}

/* clang-format off */
static const TenureFacetDef facets[] = {
  { "level", N_("Worst flag"), level_values, level_n, level_code, level_words },
  { "rule", N_("Rule"), rule_values, rule_n, rule_code, rule_words, .none = N_("No rule fires") },
  { "band", N_("Committed term"), band_values, band_n, band_code, band_words },
  { "status", N_("Status"), status_values, status_n, status_code, status_words, .none = N_("Dates do not say") },
  { "ends", N_("Money ends"), ends_values, ends_n, ends_code, ends_words },
  { "funder", N_("Funder"), funder_values, organisation_n, organisation_words, organisation_words, .named = TRUE },
  { "provider", N_("Provider"), provider_values, organisation_n, organisation_words, organisation_words, .named = TRUE },
  { "notice", N_("Notice"), notice_values, notice_n, notice_code, notice_words },
  { "provider-size", N_("Size of provider"), size_values, size_n, size_code, size_words },
};
/* clang-format on */

const TenureFacetDef *
tenure_facet_derived (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    if (g_str_equal (facets[i].name, name))
      return &facets[i];
  return NULL;
}
