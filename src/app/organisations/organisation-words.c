#include "config.h"
#include "app/organisations/organisation-words.h"

#include "app/boards/board-words.h"

#include "base/count.h"
#include "base/i18n.h"
#include <string.h>

#define BETWEEN " · "

static char *
join (GPtrArray *parts, const char *between)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (between, (char **) parts->pdata);
}

static guint
field_of (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_ORGANISATION, name);
}

static char *
dup_field (const TenureOrganisationDetail *detail, const char *name)
{
  return tenure_record_dup_label (detail->record, field_of (name));
}

/* The accounts that figures rest on. */
static const TenureFactAccounts *
accounts_of (const TenureOrganisationDetail *detail)
{
  return tenure_snapshot_get_terms (detail->snapshot)->accounts[detail->organisation];
}

/* --- Identity ------------------------------------------------------------------------------------------------- */

static char *
dup_size (const TenureOrganisationDetail *detail)
{
  const TenureFactAccounts *accounts = accounts_of (detail);
  TenureAccountsAge age = tenure_accounts_age (accounts, tenure_snapshot_get_terms (detail->snapshot)->as_of);
  g_autofree char *income = tenure_money_dup_label ((TenureMoney){ accounts->income_minor, accounts->currency }, FALSE);
  g_autofree char *year = tenure_day_dup_label (accounts->year_end);
  const char *size = tenure_size_label (detail->figures.size);

  if (!accounts->income_known)
    return g_strdup (_ ("size not recorded"));
  if (detail->figures.size == TENURE_SIZE_UNKNOWN)
    size = _ ("income");
  if (age == TENURE_ACCOUNTS_NO_YEAR)
    /* Translators: a size band and an income: "medium, £880,000 in a year that is not recorded". */
    return g_strdup_printf (_ ("%1$s, %2$s in a year that is not recorded"), size, income);
  /* Translators of these three: a size band, an income, the last day of the accounts. */
  if (age == TENURE_ACCOUNTS_OLD)
    return g_strdup_printf (_ ("%1$s, %2$s in the year to %3$s (old accounts)"), size, income, year);
  if (age == TENURE_ACCOUNTS_LATER)
    return g_strdup_printf (_ ("%1$s, %2$s in the year to %3$s (none earlier recorded)"), size, income, year);
  return g_strdup_printf (_ ("%1$s, %2$s in the year to %3$s"), size, income, year);
}

/* What is recorded of what it is to others, and of its end. */
static void
add_life (GPtrArray *parts, const TenureOrganisationDetail *detail)
{
  g_autofree char *closed = dup_field (detail, "closed");
  g_autofree char *successor = dup_field (detail, "successor");

  if (tenure_record_get_flag (detail->record, field_of ("infrastructure")) == 1)
    g_ptr_array_add (parts, g_strdup (_ ("infrastructure body")));
  if (closed != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("closed on %s"), closed));
  if (successor != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("replaced by %s"), successor));
}

char *
tenure_organisation_dup_identity (const TenureOrganisationDetail *detail)
{
  static const char *const plain[] = { "kind", "place" };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *value = dup_field (detail, plain[i]);

      if (value != NULL)
        g_ptr_array_add (parts, g_steal_pointer (&value));
    }
  g_ptr_array_add (parts, dup_size (detail));
  add_life (parts, detail);
  return join (parts, BETWEEN);
}

char *
tenure_organisation_dup_sector (const TenureOrganisationDetail *detail)
{
  g_autofree char *evidence = dup_field (detail, "vcs_evidence");
  g_autofree char *text = NULL;

  switch (tenure_record_get_flag (detail->record, field_of ("vcs")))
    {
    case 1:
      text = g_strdup (_ ("{Sector} organisation"));
      break;
    case 0:
      text = g_strdup (_ ("Not a {sector} organisation"));
      break;
    default:
      text = g_strdup (_ ("Not recorded whether it is a {sector} organisation"));
      break;
    }
  /* Translators: a statement and what it rests on, as typed: "VCS organisation; evidence: charity number". */
  return evidence != NULL ? g_strdup_printf (_ ("%1$s; evidence: %2$s"), text, evidence) : g_steal_pointer (&text);
}

char *
tenure_organisation_dup_former_names (const TenureOrganisationDetail *detail)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *names = NULL;

  for (guint i = 0; i < detail->former_names->len; i++)
    {
      const TenureRecord *former = detail->former_names->pdata[i];
      const char *name = tenure_record_get_text_by_name (former, "name");
      g_autofree char *until =
          tenure_record_dup_label (former, tenure_record_field_index (TENURE_RECORD_FORMER_NAME, "to_day"));

      if (name != NULL)
        /* Translators: a former name and its last day. */
        g_ptr_array_add (parts, until != NULL ? g_strdup_printf (_ ("%1$s, until %2$s"), name, until) : g_strdup (name));
    }
  if (parts->len == 0)
    return NULL;
  names = join (parts, "; ");
  return g_strdup_printf (_ ("Formerly %s"), names);
}

char *
tenure_organisation_dup_identifiers (const TenureOrganisationDetail *detail)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < detail->identifiers->len; i++)
    {
      const char *scheme = tenure_record_get_text_by_name (detail->identifiers->pdata[i], "scheme");
      const char *value = tenure_record_get_text_by_name (detail->identifiers->pdata[i], "value");

      if (value != NULL)
        g_ptr_array_add (parts, g_strdup_printf ("%s %s", scheme != NULL ? scheme : "", value));
    }
  return parts->len > 0 ? join (parts, BETWEEN) : g_strdup (_ ("No identifier recorded"));
}

char *
tenure_organisation_dup_completeness (const TenureOrganisationDetail *detail)
{
  const TenureCompleteness *completeness = &detail->completeness;

  if (completeness->n_missing == 0)
    return g_strdup_printf (ngettext ("The %u field that figures rest on is recorded.",
                                      "All %u fields that figures rest on are recorded.", completeness->of),
                            completeness->of);
  /* Translators: how many of how many fields are recorded; the names of those that are not stand below. */
  return g_strdup_printf (_ ("%1$u of %2$u fields that figures rest on are recorded. Missing:"), completeness->known,
                          completeness->of);
}

char *
tenure_organisation_dup_funded (const TenureOrganisationDetail *detail)
{
  if (detail->n_funded == 0)
    return NULL;
  return tenure_count_dup_words (
      ngettext ("Pays for %s running agreement here.", "Pays for %s running agreements here.", detail->n_funded),
      detail->n_funded);
}

/* --- Figures -------------------------------------------------------------------------------------------------- */

const TenureProviderFigure tenure_organisation_figures[] = {
  TENURE_PROVIDER_FIGURE_ANNUAL,   TENURE_PROVIDER_FIGURE_AHEAD_3,    TENURE_PROVIDER_FIGURE_AHEAD_6,
  TENURE_PROVIDER_FIGURE_AHEAD_12, TENURE_PROVIDER_FIGURE_DEPENDENCY, TENURE_PROVIDER_FIGURE_RESERVES,
  TENURE_PROVIDER_FIGURE_POSTS,    TENURE_PROVIDER_FIGURE_SHORTFALL,
};
const guint tenure_organisation_n_figures = G_N_ELEMENTS (tenure_organisation_figures);

static char *
dup_short (const TenureFigure *figure)
{
  if (figure->kind != TENURE_FIGURE_INTEGER)
    return tenure_figure_dup_label (figure);
  return tenure_money_dup_short ((TenureMoney){ figure->integer, figure->currency });
}

static char *
dup_coverage (const TenureFigure *figure)
{
  return figure->known < figure->of ? tenure_figure_dup_coverage (figure) : g_strdup ("");
}

static void
set_annual (const TenureOrganisationDetail *detail, TenureOverviewFigure *out)
{
  const TenureProviderFigures *figures = &detail->figures;

  out->value = dup_short (&figures->annual);
  out->note =
      tenure_count_dup_words (ngettext ("%s agreement runs", "%s agreements run", figures->n_running), figures->n_running);
  out->coverage = dup_coverage (&figures->annual);
}

static gboolean
exceeds (const TenureFigure *more, const TenureFigure *less)
{
  return more->kind == TENURE_FIGURE_INTEGER && less->kind == TENURE_FIGURE_INTEGER && more->integer > less->integer;
}

/* What would be there besides: each layer only where it is more than the one below it. */
static char *
dup_layers (const TenureProviderFigures *figures, guint ahead)
{
  g_autofree char *committed = dup_short (&figures->committed[ahead]);
  g_autofree char *extended = dup_short (&figures->extended[ahead]);
  gboolean endable = exceeds (&figures->committed[ahead], &figures->secured[ahead]);
  gboolean options = exceeds (&figures->extended[ahead], &figures->committed[ahead]);

  if (endable && options)
    /* Translators: two yearly amounts: what runs unless notice is given, and with every option taken up. */
    return g_strdup_printf (_ ("%1$s unless notice ends it, %2$s if extended"), committed, extended);
  if (endable)
    return g_strdup_printf (_ ("%s unless notice ends it"), committed);
  return options ? g_strdup_printf (_ ("%s if extended"), extended) : g_strdup (_ ("with no option beyond it"));
}

static void
set_ahead (const TenureOrganisationDetail *detail, guint ahead, TenureOverviewFigure *out)
{
  const TenureFigure *secured = &detail->figures.secured[ahead];
  gboolean nothing = secured->of == 0;

  out->value = nothing ? g_strdup ("–") : dup_short (secured);
  out->note = nothing                                      ? g_strdup (_ ("nothing runs or is planned"))
              : secured->kind == TENURE_FIGURE_CANNOT_TELL ? g_strdup (_ ("dates or yearly values are not recorded"))
                                                           : dup_layers (&detail->figures, ahead);
  out->coverage = dup_coverage (secured);
}

/* The whole that shares are of, and the part of it of which nothing is recorded, as the chart of income has them. */
static void
set_dependency (const TenureOrganisationDetail *detail, TenureOverviewFigure *out)
{
  const TenureAnalysis *whole = tenure_basis_get_analysis (tenure_snapshot_get_basis (detail->snapshot));
  const TenureProviderIncome *income = &whole->providers->providers[detail->organisation];
  const TenureFactAccounts *accounts = accounts_of (detail);
  const TenureFigure *figure = &detail->figures.dependency;
  const TenureDependency *largest = income->n > 0 ? &whole->providers->dependencies[income->first] : NULL;

  out->coverage = dup_coverage (figure);
  if (figure->kind == TENURE_FIGURE_CANNOT_TELL)
    {
      out->value = tenure_figure_dup_label (figure);
      out->note = g_strdup (accounts->income_known ? _ ("no funder’s money is recorded in the currency of the accounts")
                                                   : _ ("its income is not recorded"));
      return;
    }
  out->value = tenure_dependency_dup_label (
      figure, tenure_providers_dependency_most (whole->providers, detail->organisation, figure));
  out->note = g_strdup (largest->funder >= 0      ? whole->facts->organisations[largest->funder].name
                        : largest->source != NULL ? largest->source
                                                  : _ ("a funder not recorded"));
}

static void
set_reserves (const TenureOrganisationDetail *detail, TenureOverviewFigure *out)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (detail->snapshot);
  int policy = facts->organisations[detail->organisation].reserves_policy;
  g_autofree char *year = tenure_day_dup_label (accounts_of (detail)->year_end);

  out->value = tenure_figure_dup_label (&detail->figures.reserve_months);
  out->coverage = g_strdup ("");
  if (detail->figures.reserve_months.kind == TENURE_FIGURE_CANNOT_TELL)
    out->note = g_strdup (_ ("free reserves or expenditure are not recorded"));
  else if (policy >= 0)
    out->note = g_strdup_printf (
        ngettext ("its own policy asks for %d month", "its own policy asks for %d months", (gulong) policy), policy);
  else if (tenure_day_is_known (accounts_of (detail)->year_end))
    /* Translators: the last day of a financial year. */
    out->note = g_strdup_printf (_ ("of spending, year to %s"), year);
  else
    out->note = g_strdup (_ ("of spending, year not recorded"));
}

static void
set_posts (const TenureOrganisationDetail *detail, TenureOverviewFigure *out)
{
  const TenureProviderFigures *figures = &detail->figures;
  const TenureFigure *ending = &figures->posts_ending[TENURE_N_AHEAD - 1];
  g_autofree char *year = tenure_figure_dup_label (ending);
  g_autofree char *all = tenure_figure_dup_label (&figures->posts);
  g_autofree char *first = tenure_figure_dup_label (&figures->posts_ending[0]);

  out->coverage = dup_coverage (ending);
  if (ending->kind == TENURE_FIGURE_CANNOT_TELL)
    {
      out->value = g_steal_pointer (&year);
      out->note = g_strdup (_ ("no running agreement says how many posts it pays for"));
      return;
    }
  /* Translators: how many posts of how many: "2.5 of 8". */
  out->value = g_strdup_printf (_ ("%1$s of %2$s"), year, all);
  out->note = g_strdup_printf (_ ("within 12 months, %s of them within 3"), first);
}

static void
set_shortfall (const TenureOrganisationDetail *detail, TenureOverviewFigure *out)
{
  const TenureProviderFigures *figures = &detail->figures;

  out->coverage = g_strdup ("");
  if (!figures->shortfall_known)
    {
      out->value = g_strdup (tenure_level_label (TENURE_LEVEL_CANNOT_TELL));
      out->note = g_strdup (_ ("takes the accounts and the value of every running agreement"));
      return;
    }
  out->value = tenure_day_is_known (figures->shortfall_month) ? tenure_day_dup_month_label (figures->shortfall_month)
                                                              : g_strdup (_ ("Not in 3 years"));
  out->note = g_strdup (_ ("if other income goes on as it was"));
}

TenureOverviewFigure
tenure_organisation_figure (const TenureOrganisationDetail *detail, TenureProviderFigure figure)
{
  TenureOverviewFigure out = { .title = g_strdup (tenure_provider_figure_title (figure)) };

  switch ((int) figure)
    {
    case TENURE_PROVIDER_FIGURE_ANNUAL:
      set_annual (detail, &out);
      break;
    case TENURE_PROVIDER_FIGURE_AHEAD_3:
    case TENURE_PROVIDER_FIGURE_AHEAD_6:
    case TENURE_PROVIDER_FIGURE_AHEAD_12:
      set_ahead (detail, figure - TENURE_PROVIDER_FIGURE_AHEAD_3, &out);
      break;
    case TENURE_PROVIDER_FIGURE_DEPENDENCY:
      set_dependency (detail, &out);
      break;
    case TENURE_PROVIDER_FIGURE_RESERVES:
      set_reserves (detail, &out);
      break;
    case TENURE_PROVIDER_FIGURE_POSTS:
      set_posts (detail, &out);
      break;
    default:
      set_shortfall (detail, &out);
      break;
    }
  return out;
}

/* --- Seats and people ----------------------------------------------------------------------------------------- */

/* Held seats, and the boards that they are on; seats of a board stand together. */
static guint
count_held (const TenureOrganisationDetail *detail, guint *out_boards)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (detail->snapshot);
  gint32 board = -1;
  guint n = 0;

  *out_boards = 0;
  for (guint i = 0; i < detail->seats->len; i++)
    {
      const TenureOrganisationSeat *seat = &g_array_index (detail->seats, TenureOrganisationSeat, i);

      if (!seat->held)
        continue;
      n++;
      *out_boards += facts->seats[seat->seat].board != board;
      board = facts->seats[seat->seat].board;
    }
  return n;
}

char *
tenure_organisation_dup_seats (const TenureOrganisationDetail *detail)
{
  guint n_existing = tenure_snapshot_get_boards (detail->snapshot)->n_existing;
  guint n_boards;
  guint n = count_held (detail, &n_boards);

  if (n_existing == 0)
    return g_strdup (_ ("No board is recorded here on this day."));
  if (n > 0)
    /* Translators: seats, boards that they are on, all boards. */
    return tenure_count_dup_several (ngettext ("Its people hold %1$s seat, on %2$s of the %3$s boards here.",
                                               "Its people hold %1$s seats, on %2$s of the %3$s boards here.", n),
                                     3, (guint64[]){ n, n_boards, n_existing });
  if (detail->people->len == 0)
    return g_strdup (_ ("It cannot be told whether it has a seat: nobody is recorded who works for it or is its contact."));
  return tenure_count_dup_words (ngettext ("Nobody recorded for it holds a seat on the %s board here. Whether that board "
                                           "decides about its money is not recorded.",
                                           "Nobody recorded for it holds a seat on any of the %s boards here. Which of them "
                                           "decide about its money is not recorded.",
                                           n_existing),
                                 n_existing);
}

char *
tenure_organisation_dup_seat_title (const TenureOrganisationDetail *detail, const TenureOrganisationSeat *seat)
{
  const TenureAnalysis *whole = tenure_basis_get_analysis (tenure_snapshot_get_basis (detail->snapshot));
  g_autofree char *title = tenure_seat_dup_title (whole, seat->seat);

  /* Translators: a board and a seat on it. */
  return g_strdup_printf (_ ("%1$s: %2$s"), whole->facts->boards[whole->facts->seats[seat->seat].board].name, title);
}

/* "1 vote", "no vote", "votes not recorded"; NULL for a board that does not vote. */
static char *
dup_vote (const TenureFacts *facts, const TenureFactSeat *seat)
{
  if (facts->boards[seat->board].votes == TENURE_FACT_NO)
    return g_strdup (_ ("the board does not vote"));
  if (seat->vote_weight < 0)
    return g_strdup (_ ("votes not recorded"));
  if (seat->vote_weight == 0)
    return g_strdup (_ ("no vote"));
  return g_strdup_printf (ngettext ("%d vote", "%d votes", (gulong) seat->vote_weight), seat->vote_weight);
}

static void
add_term (GPtrArray *parts, const TenureFactAppointment *appointment)
{
  g_autofree char *from = tenure_day_is_known (appointment->from_day) ? tenure_day_dup_label (appointment->from_day) : NULL;
  g_autofree char *to = tenure_day_is_known (appointment->to_day) ? tenure_day_dup_label (appointment->to_day) : NULL;

  if (from != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("since %s"), from));
  if (to != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("until %s"), to));
  if (from == NULL && to == NULL)
    g_ptr_array_add (parts, g_strdup (_ ("term not recorded")));
}

char *
tenure_organisation_dup_seat_text (const TenureOrganisationDetail *detail, const TenureOrganisationSeat *seat)
{
  const TenureAnalysis *whole = tenure_basis_get_analysis (tenure_snapshot_get_basis (detail->snapshot));
  gint32 holder = whole->boards->holders[seat->seat];
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, tenure_seat_dup_holder (whole, seat->seat));
  if (holder >= 0)
    add_term (parts, &whole->facts->appointments[holder]);
  else
    g_ptr_array_add (parts, g_strdup (_ ("awaits a replacement")));
  g_ptr_array_add (parts, dup_vote (whole->facts, &whole->facts->seats[seat->seat]));
  if (seat->nominated)
    g_ptr_array_add (parts, g_strdup (_ ("nominated by this organisation")));
  return join (parts, BETWEEN);
}

static char *
dup_contact (const TenureOrganisationPerson *person)
{
  g_autofree char *since = tenure_day_dup_label (person->contact_from), *until = tenure_day_dup_label (person->contact_to);

  if (tenure_day_is_known (person->contact_from) && tenure_day_is_known (person->contact_to))
    /* Translators: two days */
    return g_strdup_printf (_ ("contact since %1$s, until %2$s"), since, until);
  if (tenure_day_is_known (person->contact_from))
    return g_strdup_printf (_ ("contact since %s"), since);
  return tenure_day_is_known (person->contact_to) ? g_strdup_printf (_ ("contact until %s"), until)
                                                  : g_strdup (_ ("contact"));
}

static void
add_contact (GPtrArray *parts, const TenureOrganisationPerson *person)
{
  g_ptr_array_add (parts, dup_contact (person));
  g_ptr_array_add (parts, g_strdup (person->has_handover ? _ ("handover recorded") : _ ("no handover recorded")));
}

char *
tenure_organisation_dup_person_text (const TenureOrganisationPerson *person)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (person->role != NULL)
    g_ptr_array_add (parts, g_strdup (person->role));
  if (person->is_contact)
    add_contact (parts, person);
  if (person->n_essential > 0)
    g_ptr_array_add (parts, tenure_count_dup_words (ngettext ("named as essential in %s agreement",
                                                              "named as essential in %s agreements", person->n_essential),
                                                    person->n_essential));
  return join (parts, BETWEEN);
}

/* --- Website and accounts ------------------------------------------------------------------------------------- */

char *
tenure_organisation_dup_website (const TenureOrganisationDetail *detail, char **out_words)
{
  const char *website = tenure_record_get_text_by_name (detail->record, "website");
  g_autofree char *link = NULL;

  *out_words = NULL;
  if (website == NULL)
    return NULL;
  link = strstr (website, "://") != NULL ? g_strdup (website) : g_strconcat ("https://", website, NULL);
  if ((!g_str_has_prefix (link, "https://") && !g_str_has_prefix (link, "http://"))
      || !g_uri_is_valid (link, G_URI_FLAGS_NONE, NULL) || strchr (link, '.') == NULL)
    return NULL;
  *out_words = g_strdup (website);
  return g_steal_pointer (&link);
}

TenureDay
tenure_organisation_accounts_day (const TenureRecord *accounts)
{
  const char *field = accounts->type == TENURE_RECORD_ACCOUNTS ? "year_end" : "accounts_end";

  return tenure_record_get_day (accounts, tenure_record_field_index (accounts->type, field));
}

char *
tenure_organisation_dup_accounts_title (const TenureRecord *accounts)
{
  TenureDay last = tenure_organisation_accounts_day (accounts);
  g_autofree char *day = tenure_day_dup_label (last);

  return tenure_day_is_known (last) ? g_strdup_printf (_ ("Year to %s"), day) : g_strdup (_ ("A year that is not recorded"));
}

char *
tenure_organisation_dup_accounts_text (const TenureRecord *accounts)
{
  static const char *const fields[] = { "income", "expenditure", "free_reserves", "staff" };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_known = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint index = tenure_record_field_index (accounts->type, fields[i]);
      /* In the words of a year, the organisation's own too. */
      const TenureField *field =
          &tenure_record_def (TENURE_RECORD_ACCOUNTS)->fields[tenure_record_field_index (TENURE_RECORD_ACCOUNTS, fields[i])];
      g_autofree char *value = tenure_record_dup_label (accounts, index);

      n_known += value != NULL;
      /* Translators: a field and what is recorded in it: "Income £120,000". */
      g_ptr_array_add (parts, value != NULL ? g_strdup_printf (_ ("%1$s %2$s"), _ (field->label), value)
                                            : g_strdup_printf (_ ("%s not recorded"), _ (field->label)));
    }
  return n_known > 0 ? join (parts, BETWEEN) : NULL;
}

char *
tenure_organisation_dup_reserves_policy (const TenureOrganisationDetail *detail)
{
  guint field = tenure_record_field_index (TENURE_RECORD_ORGANISATION, "reserves_policy");
  g_autofree char *policy = tenure_record_dup_label (detail->record, field);

  /* Translators: "3 months of spending" */
  return policy != NULL ? g_strdup_printf (_ ("Its own policy asks for reserves of %s."), policy) : NULL;
}
