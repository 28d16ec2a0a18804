/* The table of facets: how each sorts an agreement into values, read from facts and terms. */

#include "config.h"
#include "register/facets-private.h"

#include "base/i18n.h"
#include <string.h>

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

/* Each of several texts by itself. */
static void
add_list (GArray *values, const TenureBasis *basis, TenureBasisList list, guint agreement)
{
  guint n;
  const gint32 *own = tenure_basis_get_list (basis, list, agreement, &n);

  g_array_append_vals (values, own, n);
  if (n == 0)
    add_value (values, -1);
}

/* --- Facets with a fixed list of values ---------------------------------------------------------------------- */

/* Stored choices, in the order of the enumeration in facts.h, which counts "not recorded" as 0. */
static const TenureField *
agreement_field (const char *name)
{
  return &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, name)];
}

static guint
choice_count (const char *field)
{
  guint n = 0;

  for (const TenureChoice *c = agreement_field (field)->choices; c->value != NULL; c++)
    n++;
  return n;
}

#define CHOICE_FACET(NAME, FIELD, MEMBER)                                                                                   \
  static void NAME##_values (const TenureBasis *basis, guint agreement, GArray *values)                                     \
  {                                                                                                                         \
    add_value (values, fact (basis, agreement)->MEMBER - 1);                                                                \
  }                                                                                                                         \
  static guint NAME##_n (const TenureBasis *basis) { return choice_count (FIELD); }                                         \
  static const char *NAME##_code (const TenureBasis *basis, gint32 value)                                                   \
  {                                                                                                                         \
    return agreement_field (FIELD)->choices[value].value;                                                                   \
  }                                                                                                                         \
  static const char *NAME##_words (const TenureBasis *basis, gint32 value)                                                  \
  {                                                                                                                         \
    return _ (agreement_field (FIELD)->choices[value].label);                                                               \
  }

CHOICE_FACET (kind, "kind", kind)
CHOICE_FACET (purpose, "purpose", purpose)
CHOICE_FACET (renewal, "renewal_status", renewal)

/* Yes comes first: it is what people look for. */
static guint
flag_n (const TenureBasis *basis)
{
  return 2;
}

static const char *
flag_code (const TenureBasis *basis, gint32 value)
{
  return value == 0 ? "1" : "0";
}

static const char *
flag_words (const TenureBasis *basis, gint32 value)
{
  return value == 0 ? _ ("Yes") : _ ("No");
}

static gint32
flag_value (TenureFact recorded)
{
  return recorded == TENURE_FACT_UNKNOWN ? -1 : recorded == TENURE_FACT_YES ? 0 : 1;
}

#define FLAG_FACET(NAME, MEMBER)                                                                                            \
  static void NAME##_values (const TenureBasis *basis, guint agreement, GArray *values)                                     \
  {                                                                                                                         \
    add_value (values, flag_value (fact (basis, agreement)->MEMBER));                                                       \
  }

FLAG_FACET (without_cause, funder_without_cause)
FLAG_FACET (one_off, one_off)

static void
vcs_values (const TenureBasis *basis, guint agreement, GArray *values)
{
  gint32 provider = fact (basis, agreement)->provider;

  add_value (values, provider < 0 ? -1 : flag_value (tenure_basis_get_facts (basis)->organisations[provider].vcs));
}

/* --- Computed facets ----------------------------------------------------------------------------------------- */

/* Worst first. */
static void
level_values (const TenureBasis *basis, guint agreement, GArray *values)
{
  add_value (values, TENURE_LEVEL_RED - tenure_basis_get_flags (basis)->agreement_levels[agreement]);
}

static guint
level_n (const TenureBasis *basis)
{
  return TENURE_LEVEL_RED + 1;
}

static const char *
level_code (const TenureBasis *basis, gint32 value)
{
  return tenure_level_code (TENURE_LEVEL_RED - value);
}

static const char *
level_words (const TenureBasis *basis, gint32 value)
{
  static const char *const words[] = { N_ ("Red"), N_ ("Amber"), N_ ("Note"), N_ ("Cannot tell"), N_ ("No flag") };

  return _ (words[value]);
}

static void
rule_values (const TenureBasis *basis, guint agreement, GArray *values)
{
  guint32 fired = tenure_basis_get_fired_rules (basis, agreement);

  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    if (fired & 1u << rule)
      add_value (values, rule);
  if (fired == 0)
    add_value (values, -1);
}

static guint
rule_n (const TenureBasis *basis)
{
  return TENURE_N_RULES;
}

static const char *
rule_code (const TenureBasis *basis, gint32 value)
{
  return tenure_rule ((TenureRuleId) value)->code;
}

static const char *
rule_words (const TenureBasis *basis, gint32 value)
{
  return _ (tenure_rule ((TenureRuleId) value)->title);
}

static void
band_values (const TenureBasis *basis, guint agreement, GArray *values)
{
  guint8 band = figures (basis, agreement)->band;

  add_value (values, band == TENURE_BAND_UNKNOWN ? -1 : band);
}

static guint
band_n (const TenureBasis *basis)
{
  return TENURE_BAND_UNKNOWN;
}

static const char *
band_code (const TenureBasis *basis, gint32 value)
{
  return tenure_band_code ((TenureBand) value);
}

static const char *
band_words (const TenureBasis *basis, gint32 value)
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
status_values (const TenureBasis *basis, guint agreement, GArray *values)
{
  add_value (values, (gint32) figures (basis, agreement)->status - 1);
}

static guint
status_n (const TenureBasis *basis)
{
  return TENURE_STATUS_OPEN_ENDED;
}

static const char *
status_code (const TenureBasis *basis, gint32 value)
{
  return tenure_status_code ((TenureStatus) (value + 1));
}

static const char *
status_words (const TenureBasis *basis, gint32 value)
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
ends_values (const TenureBasis *basis, guint agreement, GArray *values)
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
ends_n (const TenureBasis *basis)
{
  return G_N_ELEMENTS (endings);
}

static const char *
ends_code (const TenureBasis *basis, gint32 value)
{
  return endings[value].code;
}

static const char *
ends_words (const TenureBasis *basis, gint32 value)
{
  return _ (endings[value].words);
}

static void
notice_values (const TenureBasis *basis, guint agreement, GArray *values)
{
  const TenureFactAgreement *a = fact (basis, agreement);

  add_value (values, a->funder_notice.known || a->renewal_notice.known ? 0 : -1);
}

static guint
notice_n (const TenureBasis *basis)
{
  return 1;
}

static const char *
notice_code (const TenureBasis *basis, gint32 value)
{
  return "1";
}

static const char *
notice_words (const TenureBasis *basis, gint32 value)
{
  return _ ("Recorded");
}

/* --- Facets whose values are names in the facts -------------------------------------------------------------- */

#define NAME_FACET(NAME, MEMBER, NAMES)                                                                                     \
  static void NAME##_values (const TenureBasis *basis, guint agreement, GArray *values)                                     \
  {                                                                                                                         \
    add_value (values, fact (basis, agreement)->MEMBER);                                                                    \
  }                                                                                                                         \
  static guint NAME##_n (const TenureBasis *basis) { return tenure_basis_get_facts (basis)->n_##NAMES; }                    \
  static const char *NAME##_words (const TenureBasis *basis, gint32 value)                                                  \
  {                                                                                                                         \
    return tenure_basis_get_facts (basis)->NAMES[value];                                                                    \
  }

NAME_FACET (service, service, services)
NAME_FACET (place, place, places)
NAME_FACET (programme, programme, programmes)
NAME_FACET (owner, owner, owners)

static guint
organisation_n (const TenureBasis *basis)
{
  return tenure_basis_get_facts (basis)->n_organisations;
}

static const char *
organisation_words (const TenureBasis *basis, gint32 value)
{
  return tenure_basis_get_facts (basis)->organisations[value].name;
}

static void
provider_values (const TenureBasis *basis, guint agreement, GArray *values)
{
  add_value (values, fact (basis, agreement)->provider);
}

static void
funder_values (const TenureBasis *basis, guint agreement, GArray *values)
{
  const TenureFacts *facts = tenure_basis_get_facts (basis);
  const TenureFactAgreement *a = fact (basis, agreement);

  for (guint i = 0; i < a->n_funders; i++)
    if (facts->funders[a->first_funder + i].organisation >= 0)
      add_once (values, facts->funders[a->first_funder + i].organisation);
  if (values->len == 0)
    add_value (values, -1);
}

#define LIST_FACET(NAME, LIST)                                                                                              \
  static void NAME##_values (const TenureBasis *basis, guint agreement, GArray *values)                                     \
  {                                                                                                                         \
    add_list (values, basis, LIST, agreement);                                                                              \
  }                                                                                                                         \
  static guint NAME##_n (const TenureBasis *basis)                                                                          \
  {                                                                                                                         \
    guint n;                                                                                                                \
                                                                                                                            \
    tenure_basis_get_names (basis, LIST, &n);                                                                               \
    return n;                                                                                                               \
  }                                                                                                                         \
  static const char *NAME##_words (const TenureBasis *basis, gint32 value)                                                  \
  {                                                                                                                         \
    guint n;                                                                                                                \
                                                                                                                            \
    return tenure_basis_get_names (basis, LIST, &n)[value];                                                                 \
  }

LIST_FACET (theme, TENURE_BASIS_THEMES)
LIST_FACET (tag, TENURE_BASIS_TAGS)

/* clang-format off */
static const TenureFacetDef facets[] = {
  { "level", N_("Worst flag"), level_values, level_n, level_code, level_words, NULL, FALSE },
  { "rule", N_("Rule"), rule_values, rule_n, rule_code, rule_words, N_("No rule fires"), FALSE },
  { "band", N_("Committed term"), band_values, band_n, band_code, band_words, NULL, FALSE },
  { "status", N_("Status"), status_values, status_n, status_code, status_words, N_("Dates do not say"), FALSE },
  { "ends", N_("Money ends"), ends_values, ends_n, ends_code, ends_words, NULL, FALSE },
  { "renewal", N_("Renewal"), renewal_values, renewal_n, renewal_code, renewal_words, NULL, FALSE },
  { "vcs", N_("{Sector}"), vcs_values, flag_n, flag_code, flag_words, NULL, FALSE },
  { "kind", N_("Kind"), kind_values, kind_n, kind_code, kind_words, NULL, FALSE },
  { "purpose", N_("Purpose"), purpose_values, purpose_n, purpose_code, purpose_words, NULL, FALSE },
  { "service", N_("Service"), service_values, service_n, service_words, service_words, NULL, TRUE },
  { "place", N_("Place"), place_values, place_n, place_words, place_words, NULL, TRUE },
  { "programme", N_("Programme"), programme_values, programme_n, programme_words, programme_words, NULL, TRUE },
  { "theme", N_("Theme"), theme_values, theme_n, theme_words, theme_words, NULL, TRUE },
  { "tag", N_("Tag"), tag_values, tag_n, tag_words, tag_words, NULL, TRUE },
  { "funder", N_("Funder"), funder_values, organisation_n, organisation_words, organisation_words, NULL, TRUE },
  { "provider", N_("Provider"), provider_values, organisation_n, organisation_words, organisation_words, NULL, TRUE },
  { "owner", N_("Owner"), owner_values, owner_n, owner_words, owner_words, NULL, TRUE },
  { "notice", N_("Notice"), notice_values, notice_n, notice_code, notice_words, NULL, FALSE },
  { "without-cause", N_("May end without cause"), without_cause_values, flag_n, flag_code, flag_words, NULL, FALSE },
  { "one-off", N_("One-off or pilot"), one_off_values, flag_n, flag_code, flag_words, NULL, FALSE },
};
/* clang-format on */

guint
tenure_facets_count (void)
{
  return G_N_ELEMENTS (facets);
}

const TenureFacetDef *
tenure_facet_def (guint facet)
{
  g_return_val_if_fail (facet < G_N_ELEMENTS (facets), NULL);

  return &facets[facet];
}

const char *
tenure_facet_get_name (guint facet)
{
  return tenure_facet_def (facet)->name;
}

const char *
tenure_facet_get_label (guint facet)
{
  return _ (tenure_facet_def (facet)->label);
}

int
tenure_facet_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    if (g_strcmp0 (facets[i].name, name) == 0)
      return (int) i;
  return -1;
}

const char *
tenure_facet_value_words (const TenureFacetDef *def, const TenureBasis *basis, gint32 value)
{
  if (value >= 0)
    return def->words (basis, value);
  return def->none != NULL ? _ (def->none) : _ ("Not recorded");
}

gboolean
tenure_facet_has_value (guint facet, const char *value)
{
  const TenureFacetDef *def = tenure_facet_def (facet);

  if (def->named || value[0] == '\0')
    return TRUE;
  for (guint v = 0; v < def->n_values (NULL); v++)
    if (strcmp (def->code (NULL, (gint32) v), value) == 0)
      return TRUE;
  return FALSE;
}
