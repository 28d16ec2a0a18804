#include "config.h"
#include "app/agreements/register-column.h"

#include "analysis/agreement-figure.h"
#include "analysis/full-cost.h"
#include "analysis/real-price.h"
#include "register/members.h"

#include "base/i18n.h"
#include <math.h>

static const TenureAgreementFigures *
figures (const TenureSnapshot *snapshot, guint agreement)
{
  return &tenure_snapshot_get_terms (snapshot)->agreements[agreement];
}

static const TenureFactAgreement *
fact (const TenureSnapshot *snapshot, guint agreement)
{
  return &tenure_snapshot_get_facts (snapshot)->agreements[agreement];
}

static char *
dup_day (TenureDay day)
{
  return tenure_day_is_known (day) ? tenure_day_dup_label (day) : NULL;
}

/* An open-ended agreement has no term and no last day: nothing is missing there. */
static char *
dup_unless_open_ended (const TenureAgreementFigures *f, char *text)
{
  return text == NULL && f->open_ended ? g_strdup ("") : text;
}

static gboolean
day_key (TenureDay day, gint64 *out_key)
{
  *out_key = day;
  return tenure_day_is_known (day);
}

static double
round_to_tenths (TenureMonths months)
{
  return round (tenure_months_to_double (months) * 10);
}

char *
tenure_register_dup_months (TenureMonths months)
{
  double tenths = round_to_tenths (months);

  if (fmod (tenths, 10) == 0)
    return g_strdup_printf ("%.0f", tenths / 10);
  return g_strdup_printf ("%.1f", tenths / 10);
}

static void
add_months (TenureCells *cells, gboolean known, TenureMonths months)
{
  if (known)
    tenure_cells_add_number (cells, (gint64) round_to_tenths (months), 1);
  else
    tenure_cells_add_text (cells, NULL);
}

/* Exact: 31 × 30 × 29 × 28 divides evenly by every length of a month. */
static gboolean
months_key (gboolean known, TenureMonths months, gint64 *out_key)
{
  const gint64 scale = 31 * 30 * 29 * 28;

  *out_key = months.whole * scale + (known ? months.part * (scale / months.length) : 0);
  return known;
}

/* --- Computed columns ---------------------------------------------------------------------------------------- */

static TenureLevel
level_of (const TenureSnapshot *snapshot, guint agreement)
{
  return tenure_basis_get_flags (tenure_snapshot_get_basis (snapshot))->agreement_levels[agreement];
}

static char *
level_text (const TenureSnapshot *snapshot, guint agreement)
{
  TenureLevel level = level_of (snapshot, agreement);

  return level == TENURE_LEVEL_NONE ? NULL : g_strdup (tenure_level_label (level));
}

static gboolean
level_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  TenureLevel level = level_of (snapshot, agreement);

  *out_key = TENURE_LEVEL_RED - level;
  return level != TENURE_LEVEL_NONE;
}

static char *
committed_end_text (const TenureSnapshot *snapshot, guint agreement)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  if (f->open_ended)
    return g_strdup (_ ("open-ended"));
  return dup_day (f->committed_end);
}

static gboolean
committed_end_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  return day_key (figures (snapshot, agreement)->committed_end, out_key);
}

static void
committed_end_cell (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  if (f->open_ended)
    tenure_cells_add_text (cells, _ ("open-ended"));
  else
    tenure_cells_add_day (cells, f->committed_end, NULL);
}

static char *
maximum_end_text (const TenureSnapshot *snapshot, guint agreement)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  return dup_unless_open_ended (f, dup_day (f->maximum_end));
}

static gboolean
maximum_end_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  return day_key (figures (snapshot, agreement)->maximum_end, out_key);
}

static void
maximum_end_cell (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells)
{
  tenure_cells_add_day (cells, figures (snapshot, agreement)->maximum_end, NULL);
}

static char *
term_text (const TenureSnapshot *snapshot, guint agreement)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  return dup_unless_open_ended (f, f->term_known ? tenure_register_dup_months (f->term) : NULL);
}

static gboolean
term_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  return months_key (f->term_known, f->term, out_key);
}

static void
term_cell (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  add_months (cells, f->term_known, f->term);
}

static char *
remaining_text (const TenureSnapshot *snapshot, guint agreement)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  return dup_unless_open_ended (f, f->remaining_known ? tenure_register_dup_months (f->remaining) : NULL);
}

static gboolean
remaining_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  return months_key (f->remaining_known, f->remaining, out_key);
}

static void
remaining_cell (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  add_months (cells, f->remaining_known, f->remaining);
}

static char *
secured_text (const TenureSnapshot *snapshot, guint agreement)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  return f->secured_state == TENURE_SECURED_CANNOT_TELL ? NULL : tenure_register_dup_months (f->secured);
}

static gboolean
secured_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  return months_key (f->secured_state != TENURE_SECURED_CANNOT_TELL, f->secured, out_key);
}

static void
secured_cell (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  add_months (cells, f->secured_state != TENURE_SECURED_CANNOT_TELL, f->secured);
}

static char *
status_text (const TenureSnapshot *snapshot, guint agreement)
{
  TenureStatus status = figures (snapshot, agreement)->status;

  return status == TENURE_STATUS_UNKNOWN ? NULL : g_strdup (tenure_status_label (status));
}

static gboolean
status_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  *out_key = figures (snapshot, agreement)->status;
  return *out_key != TENURE_STATUS_UNKNOWN;
}

static char *
annual_text (const TenureSnapshot *snapshot, guint agreement)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);
  TenureMoney money = { .minor = f->annual_minor, .currency = fact (snapshot, agreement)->currency };

  return f->annual_known ? tenure_money_dup_label (money, TRUE) : NULL;
}

static gboolean
annual_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  *out_key = f->annual_minor;
  return f->annual_known;
}

static void
annual_cell (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);
  TenureMoney money = { .minor = f->annual_minor, .currency = fact (snapshot, agreement)->currency };

  if (f->annual_known)
    tenure_cells_add_money (cells, money);
  else
    tenure_cells_add_text (cells, NULL);
}

/* Blank where no decision is due: after a termination, which is one. */
static char *
decision_text (const TenureSnapshot *snapshot, guint agreement)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);
  g_autofree char *day = dup_day (f->decision_day);

  if (tenure_day_is_known (fact (snapshot, agreement)->terminated))
    return g_strdup ("");
  if (day != NULL && (f->notice_assumed || f->lead_assumed))
    /* Translators: a decision date that rests on usual terms: "1 Dec 2026 (assumed)". */
    return g_strdup_printf (_ ("%s (assumed)"), day);
  return g_steal_pointer (&day);
}

static gboolean
decision_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  return day_key (figures (snapshot, agreement)->decision_day, out_key);
}

static void
decision_cell (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  tenure_cells_add_day (cells, f->decision_day, f->notice_assumed || f->lead_assumed ? _ ("assumed") : NULL);
}

/* A ratio with so many decimal places, as spreadsheets count with it. */
static void
add_ratio (TenureCells *cells, gboolean known, gint64 scaled, int digits)
{
  if (known)
    tenure_cells_add_number (cells, scaled, digits);
  else
    tenure_cells_add_text (cells, NULL);
}

static char *
full_cost_text (const TenureSnapshot *snapshot, guint agreement)
{
  return tenure_agreement_figure_dup_label (tenure_snapshot_get_terms (snapshot), agreement,
                                            TENURE_AGREEMENT_FIGURE_FULL_COST);
}

static gboolean
full_cost_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  TenureFullCost cost = tenure_full_cost (tenure_snapshot_get_terms (snapshot), agreement);

  *out_key = cost.known ? tenure_full_cost_get_tenths (&cost) : 0;
  return cost.known;
}

static void
full_cost_cell (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells)
{
  gint64 tenths;
  gboolean known = full_cost_key (snapshot, agreement, &tenths);

  add_ratio (cells, known, tenths, 1);
}

static char *
real_price_text (const TenureSnapshot *snapshot, guint agreement)
{
  return tenure_agreement_figure_dup_label (tenure_snapshot_get_terms (snapshot), agreement,
                                            TENURE_AGREEMENT_FIGURE_REAL_PRICE);
}

static gboolean
real_price_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  TenureRealPrice price = tenure_real_price (tenure_snapshot_get_terms (snapshot), agreement);

  *out_key = price.known ? tenure_real_price_get_hundredths (&price) : 0;
  return price.known;
}

static void
real_price_cell (const TenureSnapshot *snapshot, guint agreement, TenureCells *cells)
{
  gint64 hundredths;
  gboolean known = real_price_key (snapshot, agreement, &hundredths);

  add_ratio (cells, known, hundredths, 2);
}

static char *
rules_text (const TenureSnapshot *snapshot, guint agreement)
{
  guint32 fired = tenure_basis_get_fired_rules (tenure_snapshot_get_basis (snapshot), agreement);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    if (fired & 1u << rule)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", tenure_rule ((TenureRuleId) rule)->code);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
chain_text (const TenureSnapshot *snapshot, guint agreement)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  if (f->chain_length < 2)
    return g_strdup ("");
  /* Translators: place in a chain of renewals: "3rd" would need ordinals, so "3 of 4". */
  return g_strdup_printf (_ ("%1$d of %2$d"), f->chain_position, f->chain_length);
}

static gboolean
chain_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  const TenureAgreementFigures *f = figures (snapshot, agreement);

  *out_key = f->chain_position;
  return f->chain_length > 1;
}

static char *
funders_text (const TenureSnapshot *snapshot, guint agreement)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (snapshot);
  const TenureFactAgreement *a = fact (snapshot, agreement);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < a->n_funders; i++)
    {
      gint32 funder = facts->funders[a->first_funder + i].organisation;

      if (funder >= 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", facts->organisations[funder].name);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
vcs_text (const TenureSnapshot *snapshot, guint agreement)
{
  switch (figures (snapshot, agreement)->scope)
    {
    case TENURE_SCOPE_VCS:
      return g_strdup (_ ("Yes"));
    case TENURE_SCOPE_OTHER:
      return g_strdup (_ ("No"));
    default:
      return NULL;
    }
}

static gboolean
vcs_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  *out_key = figures (snapshot, agreement)->scope;
  return *out_key != TENURE_SCOPE_UNKNOWN;
}

static char *
membership_text (const TenureSnapshot *snapshot, guint agreement)
{
  static const char *const words[] = { NULL, N_ ("by hand"), N_ ("by rule"), N_ ("by rule and by hand") };
  guint how = tenure_snapshot_get_how (snapshot, agreement);

  return g_strdup (how != 0 ? _ (words[how]) : "");
}

static gboolean
membership_key (const TenureSnapshot *snapshot, guint agreement, gint64 *out_key)
{
  *out_key = tenure_snapshot_get_how (snapshot, agreement);
  return *out_key != 0;
}

/* --- The table ----------------------------------------------------------------------------------------------- */

/* The order on screen. A row with functions is computed; one without is the catalogue's field of that name. */
/* clang-format off */
static const TenureRegisterColumn order[] = {
  { "level", N_("Flag"), FALSE, TRUE, FALSE, 112, -1, level_text, level_key },
  { "title", NULL, FALSE, TRUE, TRUE, 210, 0 },
  { "provider", NULL, FALSE, TRUE, TRUE, 170, 0 },
  { "service", NULL, FALSE, TRUE, TRUE, 116, 0 },
  { "committed_end", N_("Committed end"), FALSE, TRUE, FALSE, 138, -1, committed_end_text, committed_end_key, committed_end_cell },
  { "term", N_("Months"), TRUE, TRUE, FALSE, 74, -1, term_text, term_key, term_cell },
  { "annual", N_("Yearly value"), TRUE, TRUE, FALSE, 108, -1, annual_text, annual_key, annual_cell },
  { "status", N_("Status"), FALSE, TRUE, FALSE, 100, -1, status_text, status_key },
  { "renewal_status", NULL, FALSE, TRUE, FALSE, 108, 0 },
  { "decision_day", N_("Decide by"), FALSE, TRUE, FALSE, 178, -1, decision_text, decision_key, decision_cell },
  { "start", NULL, FALSE, FALSE, FALSE, 100, 0 },
  { "kind", NULL, FALSE, FALSE, FALSE, 120, 0 },
  { "rules", N_("Rules"), FALSE, FALSE, FALSE, 100, -1, rules_text, NULL },
  { "remaining", N_("Months left"), TRUE, FALSE, FALSE, 96, -1, remaining_text, remaining_key, remaining_cell },
  { "secured", N_("Months secured"), TRUE, FALSE, FALSE, 120, -1, secured_text, secured_key, secured_cell },
  { "maximum_end_computed", N_("End with options"), FALSE, FALSE, FALSE, 130, -1, maximum_end_text, maximum_end_key, maximum_end_cell },
  { "full_cost_ratio", N_("Full cost covered"), TRUE, FALSE, FALSE, 140, -1, full_cost_text, full_cost_key, full_cost_cell, "%" },
  { "real_price", N_("Real price"), TRUE, FALSE, FALSE, 104, -1, real_price_text, real_price_key, real_price_cell, "%" },
  { "chain", N_("Term in chain"), FALSE, FALSE, FALSE, 110, -1, chain_text, chain_key },
  { "funders", N_("Funders"), FALSE, FALSE, TRUE, 200, -1, funders_text, NULL },
  { "provider_vcs", N_("{Sector}"), FALSE, FALSE, FALSE, 120, -1, vcs_text, vcs_key },
  { "membership", N_("In the portfolio"), FALSE, FALSE, FALSE, 150, -1, membership_text, membership_key },
};
/* clang-format on */

static TenureRegisterColumn
field_column (guint index)
{
  const TenureField *field = &tenure_record_def (TENURE_RECORD_AGREEMENT)->fields[index];
  gboolean numeric = field->type == TENURE_FIELD_MONEY || field->type == TENURE_FIELD_NUMBER
                     || field->type == TENURE_FIELD_DECIMAL || field->type == TENURE_FIELD_SHARE
                     || field->type == TENURE_FIELD_RATE;

  return (TenureRegisterColumn){
    .name = field->name, .title = _ (field->label), .numeric = numeric, .width_px = 130, .field = (int) index
  };
}

static GArray *
build_columns (void)
{
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (TenureRegisterColumn));
  g_autofree gboolean *used = g_new0 (gboolean, def->n_fields);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      TenureRegisterColumn column = order[i];

      if (column.dup_text == NULL)
        {
          guint index = tenure_record_field_index (TENURE_RECORD_AGREEMENT, column.name);

          used[index] = TRUE;
          column = field_column (index);
          column.shown = order[i].shown;
          column.fills = order[i].fills;
          column.width_px = order[i].width_px;
        }
      else
        column.title = _ (column.title);
      g_array_append_val (columns, column);
    }
  for (guint i = 0; i < def->n_fields; i++)
    if (!used[i] && !(def->fields[i].flags & TENURE_FIELD_PARENT))
      {
        TenureRegisterColumn column = field_column (i);

        g_array_append_val (columns, column);
      }
  return columns;
}

const TenureRegisterColumn *
tenure_register_columns (guint *out_n)
{
  static GArray *columns;

  if (g_once_init_enter (&columns))
    g_once_init_leave (&columns, build_columns ());
  if (out_n != NULL)
    *out_n = columns->len;
  return (const TenureRegisterColumn *) (gpointer) columns->data;
}

const TenureRegisterColumn *
tenure_register_column_find (const char *name)
{
  guint n;
  const TenureRegisterColumn *columns = tenure_register_columns (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (columns[i].name, name) == 0)
      return &columns[i];
  return NULL;
}
