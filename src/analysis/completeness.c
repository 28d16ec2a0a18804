#include "config.h"
#include "analysis/completeness.h"

#include "base/i18n.h"

#include <string.h>

/* --- Which fields count --- */

/* One case in which a field does not count. */
typedef struct
{
  guint field;
  char *value; /* NULL: recorded at all */
} Exception;

typedef struct
{
  TenureCounted what;
  GArray *exceptions; /* of Exception, or NULL */
} Counted;

/* The catalogue's columns, read once: a portfolio asks a hundred thousand times. */
typedef struct
{
  Counted fields[TENURE_COMPLETENESS_MAX_FIELDS];
  guint n;
} CountedFields;

static GArray *
read_exceptions (TenureRecordType type, const char *counts_unless)
{
  g_auto (GStrv) cases = counts_unless != NULL ? g_strsplit (counts_unless, "|", -1) : NULL;
  GArray *exceptions = cases != NULL ? g_array_new (FALSE, FALSE, sizeof (Exception)) : NULL;

  for (char **item = cases; item != NULL && *item != NULL; item++)
    {
      g_auto (GStrv) parts = g_strsplit (*item, "=", 2);
      Exception exception = { tenure_record_field_index (type, parts[0]), g_strdup (parts[1]) };

      g_array_append_val (exceptions, exception);
    }
  return exceptions;
}

static void
add_counted (CountedFields *counted, Counted one)
{
  g_assert (counted->n < TENURE_COMPLETENESS_MAX_FIELDS);
  counted->fields[counted->n++] = one;
}

static void
read_counted (CountedFields *counted, TenureRecordType type, TenureFieldFlags flag)
{
  const TenureRecordDef *def = tenure_record_def (type);

  for (guint place = 0; place < def->n_fields; place++)
    {
      guint field = tenure_record_field_of_place (type, place);

      if (def->fields[field].flags & flag)
        add_counted (
            counted,
            (Counted){
                .what = { (guint8) field, TENURE_RECORD_NONE },
                .exceptions = flag == TENURE_FIELD_CORE ? read_exceptions (type, def->fields[field].counts_unless) : NULL,
            });
    }
}

static void
read_children (CountedFields *counted, TenureRecordType type)
{
  for (int child = 0; child < TENURE_N_RECORDS; child++)
    if (tenure_record_def ((TenureRecordType) child)->parent == type && tenure_record_def ((TenureRecordType) child)->core)
      add_counted (counted, (Counted){ .what = { 0, (gint8) child } });
}

static const CountedFields *
counted_fields (TenureRecordType type)
{
  static CountedFields *all;

  if (g_once_init_enter (&all))
    {
      CountedFields *made = g_new0 (CountedFields, TENURE_N_RECORDS);

      for (int i = 0; i < TENURE_N_RECORDS; i++)
        {
          read_counted (&made[i], (TenureRecordType) i, TENURE_FIELD_CORE);
          read_children (&made[i], (TenureRecordType) i);
        }
      g_once_init_leave (&all, made);
    }
  return &all[type];
}

static const CountedFields *
fields_before_start (void)
{
  static CountedFields *fields;

  if (g_once_init_enter (&fields))
    {
      CountedFields *made = g_new0 (CountedFields, 1);

      read_counted (made, TENURE_RECORD_AGREEMENT, TENURE_FIELD_BEFORE_START);
      g_once_init_leave (&fields, made);
    }
  return fields;
}

static gboolean
counts (const Counted *counted, TenureFieldCode code, gconstpointer record)
{
  for (guint i = 0; counted->exceptions != NULL && i < counted->exceptions->len; i++)
    {
      const Exception *exception = &g_array_index (counted->exceptions, Exception, i);
      const char *recorded = code (record, exception->field);

      if (recorded != NULL && (exception->value == NULL || strcmp (recorded, exception->value) == 0))
        return FALSE;
    }
  return TRUE;
}

const char *
tenure_counted_label (TenureRecordType type, TenureCounted counted)
{
  if (counted.child != TENURE_RECORD_NONE)
    return _ (tenure_record_def ((TenureRecordType) counted.child)->label_plural);
  return _ (tenure_record_def (type)->fields[counted.field].label);
}

const char *
tenure_counted_name (TenureRecordType type, TenureCounted counted)
{
  if (counted.child != TENURE_RECORD_NONE)
    return tenure_record_def ((TenureRecordType) counted.child)->table;
  return tenure_record_def (type)->fields[counted.field].name;
}

/* --- One record --- */

/* How a record is asked. */
typedef struct
{
  TenureFieldCode code;
  TenureHasChild has_child; /* NULL where no child counts */
} Look;

typedef gboolean (*IsKnown) (const char *code);

static gboolean
is_recorded (const char *code)
{
  return code != NULL;
}

static gboolean
is_settled (const char *code)
{
  return code != NULL && strcmp (code, "0") != 0;
}

static gboolean
is_there (const Counted *counted, IsKnown is_known, const Look *look, gconstpointer record)
{
  if (counted->what.child != TENURE_RECORD_NONE)
    return look->has_child (record, (TenureRecordType) counted->what.child);
  return is_known (look->code (record, counted->what.field));
}

static TenureCompleteness
complete (const CountedFields *counted, IsKnown is_known, const Look *look, gconstpointer record)
{
  TenureCompleteness result = { 0 };

  for (guint i = 0; i < counted->n; i++)
    if (counts (&counted->fields[i], look->code, record))
      {
        result.of++;
        if (is_there (&counted->fields[i], is_known, look, record))
          result.known++;
        else
          result.missing[result.n_missing++] = counted->fields[i].what;
      }
  return result;
}

TenureCompleteness
tenure_completeness_of (TenureRecordType type, TenureFieldCode code, TenureHasChild has_child, gconstpointer record)
{
  Look look = { code, has_child };

  g_return_val_if_fail (type >= 0 && type < TENURE_N_RECORDS && code != NULL && has_child != NULL,
                        (TenureCompleteness){ 0 });

  return complete (counted_fields (type), is_recorded, &look, record);
}

TenureCompleteness
tenure_completeness_before_start (TenureFieldCode code, gconstpointer agreement)
{
  Look look = { code, NULL };

  g_return_val_if_fail (code != NULL, (TenureCompleteness){ 0 });

  return complete (fields_before_start (), is_settled, &look, agreement);
}

/* --- Facts as records --- */

/* What a fact holds of a field of the catalogue: as TenureFieldCode says. */
typedef const char *(*FactCode) (gconstpointer fact);

typedef struct
{
  const char *field;
  FactCode code;
} FactField;

/* An organisation with the accounts looked at. */
typedef struct
{
  const TenureFactOrganisation *organisation;
  const TenureFactAccounts *accounts;
} OrganisationFact;

static const char *
recorded (gboolean known)
{
  return known ? "" : NULL;
}

static const char *
flag_code (gint8 flag)
{
  return flag == TENURE_FACT_UNKNOWN ? NULL : flag == TENURE_FACT_YES ? "1" : "0";
}

#define FACT_CODE(NAME, TYPE, EXPRESSION)                                                                                   \
  static const char *NAME (gconstpointer data)                                                                              \
  {                                                                                                                         \
    const TYPE *fact = data;                                                                                                \
                                                                                                                            \
    return EXPRESSION;                                                                                                      \
  }

/* The choices of an agreement's kind. The enumeration follows them, with "not recorded" before them. */
static const TenureChoice *kinds;

FACT_CODE (kind_code, TenureFactAgreement, fact->kind == TENURE_KIND_UNKNOWN ? NULL : kinds[fact->kind - 1].value)
FACT_CODE (provider_code, TenureFactAgreement, recorded (fact->provider >= 0))
FACT_CODE (service_code, TenureFactAgreement, recorded (fact->service >= 0))
FACT_CODE (place_code, TenureFactAgreement, recorded (fact->place >= 0))
FACT_CODE (purpose_code, TenureFactAgreement, recorded (fact->purpose != TENURE_PURPOSE_UNKNOWN))
FACT_CODE (communities_code, TenureFactAgreement, recorded (fact->communities_known))
FACT_CODE (start_code, TenureFactAgreement, recorded (tenure_day_is_known (fact->start)))
FACT_CODE (end_code, TenureFactAgreement, recorded (tenure_day_is_known (fact->end)))
FACT_CODE (duration_code, TenureFactAgreement, recorded (fact->duration.known))
FACT_CODE (open_ended_code, TenureFactAgreement, flag_code (fact->open_ended))
FACT_CODE (terminated_code, TenureFactAgreement, recorded (tenure_day_is_known (fact->terminated)))
FACT_CODE (decided_code, TenureFactAgreement, recorded (tenure_day_is_known (fact->decided)))
FACT_CODE (funder_notice_code, TenureFactAgreement, recorded (fact->funder_notice.known))
FACT_CODE (without_cause_code, TenureFactAgreement, flag_code (fact->funder_without_cause))
FACT_CODE (renewal_code, TenureFactAgreement, recorded (fact->renewal != TENURE_RENEWAL_UNKNOWN))
FACT_CODE (owner_code, TenureFactAgreement, recorded (fact->owner >= 0))
FACT_CODE (value_code, TenureFactAgreement, recorded (fact->value_known))
FACT_CODE (basis_code, TenureFactAgreement, recorded (fact->basis != TENURE_BASIS_UNKNOWN))
FACT_CODE (annual_code, TenureFactAgreement, recorded (fact->annual_known))
FACT_CODE (payment_code, TenureFactAgreement, recorded (fact->payment_profile != TENURE_PAID_UNKNOWN))
FACT_CODE (rests_code, TenureFactAgreement, flag_code (fact->rests_on_one))
FACT_CODE (key_person_code, TenureFactAgreement, recorded (fact->key_person >= 0))
FACT_CODE (specification_code, TenureFactAgreement, flag_code (fact->specification_agreed))
FACT_CODE (measures_code, TenureFactAgreement, flag_code (fact->measures_agreed))
FACT_CODE (variation_code, TenureFactAgreement, flag_code (fact->variation_agreed))
FACT_CODE (vcs_code, OrganisationFact, flag_code ((gint8) fact->organisation->vcs))
FACT_CODE (organisation_kind_code, OrganisationFact, recorded (fact->organisation->kind_known))
FACT_CODE (income_code, OrganisationFact, recorded (fact->accounts->income_known))
FACT_CODE (expenditure_code, OrganisationFact, recorded (fact->accounts->expenditure_known))
FACT_CODE (reserves_code, OrganisationFact, recorded (fact->accounts->free_reserves_known))
FACT_CODE (voice_code, TenureFactBoard, flag_code (fact->voice_expected))
FACT_CODE (votes_code, TenureFactBoard, flag_code (fact->votes))
FACT_CODE (bloc_code, TenureFactSeat, recorded (fact->bloc != TENURE_BLOC_UNKNOWN))
FACT_CODE (weight_code, TenureFactSeat, recorded (fact->vote_weight >= 0))

static const FactField agreement_fields[] = {
  { "kind", kind_code },
  { "provider", provider_code },
  { "service", service_code },
  { "place", place_code },
  { "purpose", purpose_code },
  { "communities", communities_code },
  { "start", start_code },
  { "end", end_code },
  { "duration", duration_code },
  { "open_ended", open_ended_code },
  { "terminated", terminated_code },
  { "decided", decided_code },
  { "funder_notice", funder_notice_code },
  { "funder_without_cause", without_cause_code },
  { "renewal_status", renewal_code },
  { "owner", owner_code },
  { "value", value_code },
  { "value_basis", basis_code },
  { "annual_value", annual_code },
  { "payment_profile", payment_code },
  { "specification_agreed", specification_code },
  { "measures_agreed", measures_code },
  { "variation_agreed", variation_code },
  { "rests_on_one", rests_code },
  { "key_person", key_person_code },
  { NULL },
};

static const FactField organisation_fields[] = {
  { "vcs", vcs_code },
  { "kind", organisation_kind_code },
  { "income", income_code },
  { "expenditure", expenditure_code },
  { "free_reserves", reserves_code },
  { NULL },
};

static const FactField board_fields[] = { { "voice_expected", voice_code }, { "votes", votes_code }, { NULL } };
static const FactField seat_fields[] = { { "bloc", bloc_code }, { "vote_weight", weight_code }, { NULL } };

/* By part, and within it by index of the field; NULL for fields that facts do not hold, of which none counts. */
static FactCode *fact_codes[TENURE_N_COMPLETENESS];

static void
init_codes (TenureCompletenessPart part, TenureRecordType type, const FactField *fields)
{
  fact_codes[part] = g_new0 (FactCode, tenure_record_def (type)->n_fields);
  for (const FactField *field = fields; field->field != NULL; field++)
    fact_codes[part][tenure_record_field_index (type, field->field)] = field->code;
}

static void
ensure_fact_codes (void)
{
  static gsize ready;
  const TenureRecordDef *agreement = tenure_record_def (TENURE_RECORD_AGREEMENT);

  if (!g_once_init_enter (&ready))
    return;
  kinds = agreement->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, "kind")].choices;
  init_codes (TENURE_COMPLETENESS_AGREEMENTS, TENURE_RECORD_AGREEMENT, agreement_fields);
  init_codes (TENURE_COMPLETENESS_ORGANISATIONS, TENURE_RECORD_ORGANISATION, organisation_fields);
  init_codes (TENURE_COMPLETENESS_BOARDS, TENURE_RECORD_BOARD, board_fields);
  init_codes (TENURE_COMPLETENESS_SEATS, TENURE_RECORD_SEAT, seat_fields);
  g_once_init_leave (&ready, 1);
}

static const char *
code_of (TenureCompletenessPart part, gconstpointer fact, guint field)
{
  FactCode code = fact_codes[part][field];

  g_assert (code != NULL);
  return code (fact);
}

static const char *
agreement_code (gconstpointer fact, guint field)
{
  return code_of (TENURE_COMPLETENESS_AGREEMENTS, fact, field);
}

/* Funders are all that count of what belongs to an agreement. */
static gboolean
agreement_has_child (gconstpointer data, TenureRecordType child)
{
  const TenureFactAgreement *fact = data;

  g_assert (child == TENURE_RECORD_FUNDER);
  return fact->n_funders > 0;
}

static const char *
organisation_code (gconstpointer fact, guint field)
{
  return code_of (TENURE_COMPLETENESS_ORGANISATIONS, fact, field);
}

static const char *
board_code (gconstpointer fact, guint field)
{
  return code_of (TENURE_COMPLETENESS_BOARDS, fact, field);
}

static const char *
seat_code (gconstpointer fact, guint field)
{
  return code_of (TENURE_COMPLETENESS_SEATS, fact, field);
}

static const TenureRecordType types[TENURE_N_COMPLETENESS] = { TENURE_RECORD_AGREEMENT, TENURE_RECORD_ORGANISATION,
                                                               TENURE_RECORD_BOARD, TENURE_RECORD_SEAT };
static const Look looks[TENURE_N_COMPLETENESS] = {
  { agreement_code, agreement_has_child }, { organisation_code, NULL }, { board_code, NULL }, { seat_code, NULL }
};

static OrganisationFact
organisation_fact (const TenureTerms *terms, guint index)
{
  return (OrganisationFact){ &terms->facts->organisations[index], terms->accounts[index] };
}

static TenureCompleteness
complete_part (TenureCompletenessPart part, gconstpointer fact)
{
  return complete (counted_fields (types[part]), is_recorded, &looks[part], fact);
}

TenureCompleteness
tenure_completeness_of_fact (const TenureTerms *terms, TenureRecordType type, guint index)
{
  OrganisationFact organisation;

  g_return_val_if_fail (terms != NULL, (TenureCompleteness){ 0 });

  ensure_fact_codes ();
  switch ((int) type)
    {
    case TENURE_RECORD_AGREEMENT:
      return complete_part (TENURE_COMPLETENESS_AGREEMENTS, &terms->facts->agreements[index]);
    case TENURE_RECORD_ORGANISATION:
      organisation = organisation_fact (terms, index);
      return complete_part (TENURE_COMPLETENESS_ORGANISATIONS, &organisation);
    case TENURE_RECORD_BOARD:
      return complete_part (TENURE_COMPLETENESS_BOARDS, &terms->facts->boards[index]);
    case TENURE_RECORD_SEAT:
      return complete_part (TENURE_COMPLETENESS_SEATS, &terms->facts->seats[index]);
    default:
      return (TenureCompleteness){ 0 };
    }
}

TenureCompleteness
tenure_completeness_of_fact_before_start (const TenureTerms *terms, guint agreement)
{
  g_return_val_if_fail (terms != NULL && agreement < terms->n_agreements, (TenureCompleteness){ 0 });

  ensure_fact_codes ();
  return tenure_completeness_before_start (agreement_code, &terms->facts->agreements[agreement]);
}

/* --- Many records --- */

static void
tally_init (TenureCompletenessTally *tally, TenureRecordType type, const CountedFields *counted)
{
  *tally = (TenureCompletenessTally){ .type = type, .n_fields = counted->n };
  for (guint i = 0; i < counted->n; i++)
    tally->fields[i].counted = counted->fields[i].what;
}

static void
tally_add (
    TenureCompletenessTally *tally, const CountedFields *counted, IsKnown is_known, const Look *look, gconstpointer record)
{
  guint missing = 0;

  for (guint i = 0; i < counted->n; i++)
    if (counts (&counted->fields[i], look->code, record))
      {
        gboolean known = is_there (&counted->fields[i], is_known, look, record);

        tally->fields[i].of++;
        tally->fields[i].known += known;
        tally->of++;
        tally->known += known;
        missing += !known;
      }
  tally->n_records++;
  tally->n_complete += missing == 0;
}

typedef struct
{
  const TenureTerms *terms;
  const TenureBoards *boards;
  const TenureSelection *selection;
  TenureCompletenessVisit visit;
  gpointer data;
} Visiting;

static void
visit_agreement (const Visiting *visiting, guint index, guint8 *providers)
{
  const TenureTerms *terms = visiting->terms;
  gint32 provider;

  /* A selection may be older than the facts. */
  if (index >= terms->n_agreements)
    return;
  if (!terms->agreements[index].live || terms->agreements[index].scope == TENURE_SCOPE_OTHER)
    return;
  visiting->visit (TENURE_COMPLETENESS_AGREEMENTS, index, visiting->data);
  provider = terms->facts->agreements[index].provider;
  if (provider < 0 || providers[provider])
    return;
  providers[provider] = TRUE;
  visiting->visit (TENURE_COMPLETENESS_ORGANISATIONS, (guint) provider, visiting->data);
}

static void
visit_boards (const Visiting *visiting)
{
  const TenureBoards *boards = visiting->boards;
  const TenureFacts *facts = boards->facts;

  for (guint i = 0; i < facts->n_boards; i++)
    if (boards->boards[i].exists)
      visiting->visit (TENURE_COMPLETENESS_BOARDS, i, visiting->data);
  for (guint i = 0; i < facts->n_seats; i++)
    if (boards->seat_exists[i] && boards->boards[facts->seats[i].board].exists)
      visiting->visit (TENURE_COMPLETENESS_SEATS, i, visiting->data);
}

void
tenure_completeness_visit (const TenureTerms *terms,
                           const TenureBoards *boards,
                           const TenureSelection *selection,
                           TenureCompletenessVisit visit,
                           gpointer data)
{
  Visiting visiting = { terms, boards, selection, visit, data };
  g_autofree guint8 *providers = NULL;
  guint n;

  g_return_if_fail (terms != NULL && boards != NULL && visit != NULL);

  providers = g_new0 (guint8, MAX (terms->facts->n_organisations, 1));
  n = selection != NULL ? selection->n_agreements : terms->n_agreements;
  for (guint i = 0; i < n; i++)
    visit_agreement (&visiting, selection != NULL ? selection->agreements[i] : i, providers);
  visit_boards (&visiting);
}

typedef struct
{
  const TenureTerms *terms;
  TenurePortfolioCompleteness *completeness;
} Tallying;

static gconstpointer
get_fact (const TenureFacts *facts, TenureCompletenessPart part, guint index)
{
  return part == TENURE_COMPLETENESS_AGREEMENTS ? (gconstpointer) &facts->agreements[index]
         : part == TENURE_COMPLETENESS_BOARDS   ? (gconstpointer) &facts->boards[index]
                                                : (gconstpointer) &facts->seats[index];
}

static void
tally_record (TenureCompletenessPart part, guint index, gpointer data)
{
  Tallying *tallying = data;
  TenureCompletenessTally *tally = &tallying->completeness->parts[part];
  OrganisationFact organisation;
  gconstpointer fact;

  if (part == TENURE_COMPLETENESS_ORGANISATIONS)
    organisation = organisation_fact (tallying->terms, index);
  fact = part == TENURE_COMPLETENESS_ORGANISATIONS ? &organisation : get_fact (tallying->terms->facts, part, index);
  tally_add (tally, counted_fields (tally->type), is_recorded, &looks[part], fact);
  if (part == TENURE_COMPLETENESS_AGREEMENTS && tallying->terms->agreements[index].status == TENURE_STATUS_PLANNED)
    tally_add (&tallying->completeness->before_start, fields_before_start (), is_settled, &looks[part], fact);
}

TenurePortfolioCompleteness *
tenure_completeness_new (const TenureTerms *terms, const TenureBoards *boards, const TenureSelection *selection)
{
  TenurePortfolioCompleteness *completeness;
  Tallying tallying;

  g_return_val_if_fail (terms != NULL && boards != NULL, NULL);

  ensure_fact_codes ();
  completeness = g_new0 (TenurePortfolioCompleteness, 1);
  for (int part = 0; part < TENURE_N_COMPLETENESS; part++)
    tally_init (&completeness->parts[part], types[part], counted_fields (types[part]));
  tally_init (&completeness->before_start, TENURE_RECORD_AGREEMENT, fields_before_start ());
  tallying = (Tallying){ terms, completeness };
  tenure_completeness_visit (terms, boards, selection, tally_record, &tallying);
  return completeness;
}

TenureFigure
tenure_completeness_share (const TenureCompletenessTally *tally)
{
  if (tally->of == 0)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_RATIO, 0, 0);
  return tenure_figure_number ((double) tally->known / (double) tally->of, TENURE_FIGURE_UNIT_RATIO, tally->known,
                               tally->of);
}
