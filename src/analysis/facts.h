#pragma once

#include "analysis/participation-facts.h"
#include "catalogue/rule-setting.h"

#include "base/day.h"
#include "base/duration.h"
#include "base/id.h"
#include "base/money.h"

G_BEGIN_DECLS

/* Facts: what the analysis reads, as plain arrays. Days are integers, money is minor units, records point at
 * each other by index (-1 for "not recorded"). Loaded from the store in one pass on a worker
 * (store/load-facts.h), built by hand in tests. Sizes to expect: 5,000 agreements for a whole integrated care
 * system, 1,000,000 at the most.
 *
 * Everything here is as recorded. "Not recorded" is TENURE_DAY_NONE, an unknown duration, a FALSE `…_known`,
 * index -1 or TENURE_FACT_UNKNOWN; never zero. What can be computed (committed end, status, yearly value) is
 * not here. */

typedef enum
{
  TENURE_FACT_UNKNOWN = -1,
  TENURE_FACT_NO = 0,
  TENURE_FACT_YES = 1,
} TenureFact;

typedef enum
{
  TENURE_KIND_UNKNOWN,
  TENURE_KIND_CONTRACT,
  TENURE_KIND_GRANT,
  TENURE_KIND_SLA,
  TENURE_KIND_SPOT,
  TENURE_KIND_CITIZEN_DIRECTED,
} TenureAgreementKind;

typedef enum
{
  TENURE_PURPOSE_UNKNOWN,
  TENURE_PURPOSE_CORE,
  TENURE_PURPOSE_PROJECT,
  TENURE_PURPOSE_CAPACITY,
  TENURE_PURPOSE_PARTICIPATION,
  TENURE_PURPOSE_RESTRICTED,
  TENURE_N_PURPOSES,
} TenurePurpose;

typedef enum
{
  TENURE_BASIS_UNKNOWN,
  TENURE_BASIS_TOTAL,
  TENURE_BASIS_ANNUAL,
} TenureValueBasis;

typedef enum
{
  TENURE_RENEWAL_UNKNOWN,
  TENURE_RENEWAL_NOT_STARTED,
  TENURE_RENEWAL_IN_PROGRESS,
  TENURE_RENEWAL_RENEWED,
  TENURE_RENEWAL_NOT_RENEWING,
} TenureRenewal;

typedef enum
{
  TENURE_PAID_UNKNOWN,
  TENURE_PAID_ADVANCE,
  TENURE_PAID_PART_ADVANCE,
  TENURE_PAID_ARREARS,
  TENURE_PAID_RESULTS,
} TenurePaymentProfile;

typedef enum
{
  TENURE_FUNDED_ROLE_NONE, /* none is recorded */
  TENURE_FUNDED_ROLE_CHAIR,
  TENURE_FUNDED_ROLE_COORDINATOR,
  TENURE_FUNDED_ROLE_INFRASTRUCTURE,
} TenureFundedRole;

typedef enum
{
  TENURE_SCOPE_CHANGE_UNKNOWN,
  TENURE_SCOPE_CHANGE_WIDER,
  TENURE_SCOPE_CHANGE_SAME,
  TENURE_SCOPE_CHANGE_NARROWER,
} TenureScopeChange;

typedef enum
{
  TENURE_OUTCOME_UNKNOWN,
  TENURE_OUTCOME_OUTCOME, /* what the service is for */
  TENURE_OUTCOME_VOLUNTEER_HOURS,
  TENURE_OUTCOME_LEVERED_INCOME,
  TENURE_OUTCOME_OTHER,
} TenureOutcomeKind;

/* The accounts of one year, in the currency of the accounts: a record of accounts, or what an organisation's own fields say
 * of its last ones. Which of them are looked at on a day: analysis/accounts.h. */
typedef struct
{
  TenureId id;         /* of the accounts; of the organisation where its own fields say it */
  gint32 organisation; /* index */
  TenureDay year_end;  /* the last day of that year */
  gint64 income_minor;
  gint64 expenditure_minor;
  gint64 free_reserves_minor;
  TenureCurrency currency;
  guint income_known : 1; /* not gboolean: a signed bit is 0 or -1 */
  guint expenditure_known : 1;
  guint free_reserves_known : 1;
  guint own : 1; /* the organisation's own fields */
} TenureFactAccounts;

typedef struct
{
  TenureId id;
  const char *name;
  TenureFact vcs;
  guint kind_known : 1;               /* for completeness; what kind it is judges nothing */
  gint16 reserves_policy;             /* months, or -1 */
  TenureFactAccounts accounts;        /* as its own fields have it */
  guint32 first_accounts, n_accounts; /* a run in `accounts`, by the last day of the year */
} TenureFactOrganisation;

/* An option to run longer; exercised is NONE while it is only an option. In the order in which they follow.
 */
typedef struct
{
  TenureDuration length;
  TenureDay exercised;
  TenureId id;
} TenureFactExtension;

typedef struct
{
  gint32 organisation; /* index, or -1 */
  gint32 share_bp;     /* basis points of the agreement's value, or -1 */
} TenureFactFunder;

typedef struct
{
  TenureId id;
  const char *title;
  const char *reference; /* NULL when not recorded */
  gint32 provider;       /* index into organisations, or -1 */
  gint32 predecessor;    /* index into agreements, or -1 */
  gint32 lead;           /* index into agreements, or -1 */
  gint32 service;        /* index into service names, or -1 */
  gint32 place;          /* index into place names, or -1 */
  gint32 programme;      /* index into programme names, or -1 */
  gint32 owner;          /* index into owner names, or -1 */

  TenureDay award_day;
  TenureDay signed_day;
  TenureDay start;
  TenureDay end;         /* signed end, inclusive */
  TenureDay maximum_end; /* as published, inclusive */
  TenureDay terminated;  /* last day, inclusive */
  TenureDay decided;
  TenureDay review_day;
  TenureDuration duration;
  TenureDuration funder_notice;
  TenureDuration provider_notice;
  TenureDuration renewal_notice;
  TenureDuration lead_time;

  gint64 value_minor;
  gint64 annual_minor; /* as stated */
  gint64 full_cost_minor;
  gint64 other_funding_minor;
  TenureCurrency currency;
  guint value_known : 1;
  guint annual_known : 1;
  guint full_cost_known : 1;
  guint other_funding_known : 1;

  gint8 kind;                 /* TenureAgreementKind */
  gint8 purpose;              /* TenurePurpose */
  gint8 basis;                /* TenureValueBasis */
  gint8 renewal;              /* TenureRenewal */
  gint8 open_ended;           /* TenureFact */
  gint8 one_off;              /* TenureFact */
  gint8 to_individual;        /* TenureFact */
  gint8 funder_without_cause; /* TenureFact */

  gint8 payment_profile;      /* TenurePaymentProfile */
  gint8 funded_role;          /* TenureFundedRole */
  gint8 tightness;            /* 1 to 5; 0 when not recorded */
  gint8 specification_agreed; /* TenureFact */
  gint8 measures_agreed;      /* TenureFact */
  gint8 variation_agreed;     /* TenureFact */
  gint8 rests_on_one;         /* TenureFact; no: there is no key person */
  guint communities_known : 1;
  guint bid_cost_known : 1;
  guint monitoring_cost_known : 1;
  gint64 bid_cost_minor;
  gint64 monitoring_cost_minor;
  gint32 posts;       /* full-time equivalents in hundredths, or -1 */
  gint32 key_person;  /* index into persons, or -1 */
  gint32 key_cover;   /* index into persons, or -1 */
  gint32 price_index; /* index into price_indexes, or -1 */

  guint32 first_funder, n_funders;         /* a run in `funders` */
  guint32 first_extension, n_extensions;   /* a run in `extensions` */
  guint32 first_variation, n_variations;   /* a run in `variations`, by day */
  guint32 first_uplift, n_uplifts;         /* a run in `uplifts`, by day */
  guint32 first_cost, n_costs;             /* a run in `costs` */
  guint32 first_payment, n_payments;       /* a run in `payments` */
  guint32 first_instalment, n_instalments; /* a run in `instalments` */
} TenureFactAgreement;

/* A change midway. */
typedef struct
{
  TenureId id;
  TenureDay made;
  gboolean price_known;
  gint64 price_minor;
  TenureCurrency currency;
  gint8 scope; /* TenureScopeChange */
} TenureFactVariation;

typedef struct
{
  TenureDay from_day;
  gint32 rate_bp; /* basis points of change; negative for a fall */
} TenureFactRate;

/* What one activity costs the provider. */
typedef struct
{
  gint64 minor;
  TenureCurrency currency;
  gint8 activity; /* 1 + its place among the choices of the catalogue; 0 for none of them */
} TenureFactCost;

/* A payment under an agreement; those under none are not facts of the analysis. */
typedef struct
{
  TenureId id;
  TenureDay invoiced; /* day on which a valid invoice was received */
  TenureDay paid;
  gint64 minor; /* negative for money that came back */
  TenureCurrency currency;
} TenureFactPayment;

/* What is to be paid under an agreement on a day, as its payment schedule says. */
typedef struct
{
  TenureId id;
  TenureDay due;
  gint64 minor; /* negative for money that is to come back */
  TenureCurrency currency;
} TenureFactInstalment;

/* What was agreed and what was counted in a period: an outcome, or what was added to it. Few agreements have any, so that
 * nothing of it stands in the agreement: tenure_facts_get_outcomes(). */
typedef struct
{
  guint32 agreement; /* index */
  gint8 kind;        /* TenureOutcomeKind */
  guint target_known : 1;
  guint actual_known : 1;
  TenureId id;
  const char *measure; /* NULL when not recorded */
  const char *unit;    /* what it is counted in; NULL when not recorded */
  gint64 target;       /* hundredths */
  gint64 actual;
  TenureDay from_day, to_day; /* inclusive */
} TenureFactOutcome;

/* How many people were referred in a period, and how many could have been taken: tenure_facts_get_referrals(). */
typedef struct
{
  guint32 agreement;          /* index */
  gint32 received;            /* or -1 */
  gint32 capacity;            /* or -1 */
  TenureDay from_day, to_day; /* inclusive */
  TenureId id;
} TenureFactReferrals;

/* A series of yearly rates: each holds for the twelve months from its day. */
typedef struct
{
  TenureId id;
  const char *name;
  TenureFact usual;            /* used unless an agreement names another */
  guint32 first_rate, n_rates; /* a run in `rates`, by day */
} TenureFactPriceIndex;

/* What an organisation receives in the year of its accounts from someone who is no funder of an agreement here. */
typedef struct
{
  gint32 organisation;
  const char *source;
  gint64 minor;
  TenureCurrency currency;
} TenureFactOtherIncome;

/* Someone at an organisation whom others deal with. */
typedef struct
{
  TenureId id;
  gint32 organisation;
  gint32 person;
  TenureDay from_day, to_day; /* inclusive */
  gboolean handover_known;
} TenureFactContact;

typedef enum
{
  TENURE_BLOC_UNKNOWN,
  TENURE_BLOC_NHS,
  TENURE_BLOC_COUNCIL,
  TENURE_BLOC_PRIMARY_CARE,
  TENURE_BLOC_VCS,
  TENURE_BLOC_LIVED_EXPERIENCE,
  TENURE_BLOC_PUBLIC,
  TENURE_BLOC_PROVIDER,
  TENURE_BLOC_INDEPENDENT,
  TENURE_BLOC_OTHER,
  TENURE_N_BLOCS,
} TenureBloc;

typedef enum
{
  TENURE_DECIDES_UNKNOWN,
  TENURE_DECIDES_MAJORITY,
  TENURE_DECIDES_TWO_THIRDS,
  TENURE_DECIDES_UNANIMITY,
  TENURE_DECIDES_CONSENSUS,
  TENURE_DECIDES_CUSTOM,
} TenureDecisionRule;

typedef enum
{
  TENURE_SEAT_ROLE_UNKNOWN,
  TENURE_SEAT_ROLE_MEMBER,
  TENURE_SEAT_ROLE_CHAIR,
  TENURE_SEAT_ROLE_VICE_CHAIR,
  TENURE_SEAT_ROLE_LEAD,
} TenureSeatRole;

typedef enum
{
  TENURE_MANDATE_UNKNOWN,
  TENURE_MANDATE_OF,
  TENURE_MANDATE_FROM,
  TENURE_MANDATE_FOR,
} TenureMandate;

typedef struct
{
  TenureId id;
  const char *name;
  const char *type;            /* NULL when not recorded */
  TenureDay from_day, to_day;  /* inclusive */
  gint8 voice_expected;        /* TenureFact */
  gint8 votes;                 /* TenureFact */
  gint8 bloc_power;            /* TenureFact */
  gint8 decision_rule;         /* TenureDecisionRule */
  gint32 target_bp;            /* or -1 */
  gint32 quota;                /* or -1 */
  gint32 quorum;               /* or -1 */
  guint32 first_seat, n_seats; /* a run in `seats` */
} TenureFactBoard;

typedef struct
{
  TenureId id;
  const char *title; /* NULL when not recorded */
  gint32 board;
  gint32 vote_weight;                        /* or -1 */
  TenureDay established, abolished;          /* abolished: the last day, inclusive */
  gint8 bloc;                                /* TenureBloc */
  gint8 role;                                /* TenureSeatRole */
  gint8 budget_authority;                    /* TenureFact */
  guint32 first_appointment, n_appointments; /* a run in `appointments`, by from_day */
} TenureFactSeat;

typedef struct
{
  TenureId id;
  gint32 seat;
  gint32 person;
  gint8 mandate;              /* TenureMandate */
  TenureDay from_day, to_day; /* inclusive */
} TenureFactAppointment;

typedef struct
{
  TenureId id;
  const char *name;
} TenureFactPerson;

/* A record left out of a rule, with a reason, until `review`. */
typedef struct
{
  TenureId id;
  TenureId record; /* TENURE_ID_NONE for a rule that judges everything together (D3, G5) */
  int rule;        /* TenureRuleId, or -1 for a code this version does not know */
  TenureDay from_day, review;
  const char *reason;
  const char *granted_by;
} TenureFactExemption;

/* A flag kept off the list of what needs attention until a day, with a reason (analysis/snooze.h). It judges nothing. */
typedef struct
{
  TenureId id;
  TenureId record; /* TENURE_ID_NONE for a rule that judges everything together (D3, G5) */
  int rule;        /* TenureRuleId, or -1 for a code this version does not know */
  TenureDay from_day, until;
  const char *reason;
  const char *put_off_by;
  gint8 level; /* TenureLevel of the flag when it was put off, NONE when nothing was flagged yet; -1: not recorded */
} TenureFactSnooze;

/* Usual terms, used where an agreement records none. Funder -1 and kind UNKNOWN mean "every". The most
 * specific row wins: funder and kind, then funder, then kind, then neither. */
typedef struct
{
  gint32 funder;
  gint8 kind;
  TenureDuration renewal_notice;
  TenureDuration lead_time;
  TenureId id;
} TenureFactUsualTerms;

/**
 * TenureFacts:
 * One loaded set of facts, immutable once handed out, so that any number of workers may read it. Strings
 * belong to the facts. Free with tenure_facts_free().
 */
typedef struct
{
  TenureFactOrganisation *organisations;
  guint n_organisations;
  TenureFactAgreement *agreements;
  guint n_agreements;
  TenureFactFunder *funders;
  guint n_funders;
  TenureFactExtension *extensions;
  guint n_extensions;
  TenureFactBoard *boards;
  guint n_boards;
  TenureFactSeat *seats;
  guint n_seats;
  TenureFactAppointment *appointments;
  guint n_appointments;
  TenureFactPerson *persons;
  guint n_persons;
  TenureFactExemption *exemptions;
  guint n_exemptions;
  TenureFactSnooze *snoozes;
  guint n_snoozes;
  TenureRuleSetting *rule_settings; /* what the document changed in the rules, in the order of recording */
  guint n_rule_settings;
  TenureFactUsualTerms *usual_terms;
  guint n_usual_terms;
  TenureFactVariation *variations;
  guint n_variations;
  TenureFactRate *uplifts;
  guint n_uplifts;
  TenureFactCost *costs;
  guint n_costs;
  TenureFactPayment *payments;
  guint n_payments;
  TenureFactInstalment *instalments;
  guint n_instalments;
  TenureFactOutcome *outcomes; /* by agreement, measure and first day, the longer period first */
  guint n_outcomes;
  TenureFactReferrals *referrals; /* by agreement and first day, the longer period first */
  guint n_referrals;
  TenureFactPriceIndex *price_indexes;
  guint n_price_indexes;
  TenureFactRate *rates;
  guint n_rates;
  TenureFactAccounts *accounts; /* by organisation, and of one by the last day of the year */
  guint n_accounts;
  TenureFactOtherIncome *other_incomes; /* by organisation */
  guint n_other_incomes;
  TenureFactContact *contacts;
  guint n_contacts;
  TenureParticipationFacts participation;

  /* Names that agreements share, each once, in the order of their bytes. */
  const char **services;
  guint n_services;
  const char **places;
  guint n_places;
  const char **programmes;
  guint n_programmes;
  const char **owners;
  guint n_owners;

  GStringChunk *strings;      /* owns the strings above */
  GStringChunk *more_strings; /* those that a second thread read; or NULL */
} TenureFacts;

/* Empty facts with their string chunk; the arrays are g_malloc'ed by whoever fills them. */
TenureFacts *tenure_facts_new (void);
void tenure_facts_free (TenureFacts *facts);

/* Arrays of their own, to be changed before anybody else reads them; strings are those of @facts, which must live as
 * long. */
TenureFacts *tenure_facts_copy (const TenureFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

/* The index of the record with @id, or -1: a binary search, since all of these stand by their ids. */
int tenure_facts_find_agreement (const TenureFacts *facts, TenureId id);
int tenure_facts_find_organisation (const TenureFacts *facts, TenureId id);
int tenure_facts_find_board (const TenureFacts *facts, TenureId id);
int tenure_facts_find_person (const TenureFacts *facts, TenureId id);
int tenure_facts_find_contact (const TenureFacts *facts, TenureId id);
/* Likewise, but linear: seats stand by their boards. For single look-ups only. */
int tenure_facts_find_seat (const TenureFacts *facts, TenureId id);

/* Those of @agreement behind each other, lent; NULL and 0 where it has none. A binary search. */
const TenureFactOutcome *tenure_facts_get_outcomes (const TenureFacts *facts, guint agreement, guint *out_n);
const TenureFactReferrals *tenure_facts_get_referrals (const TenureFacts *facts, guint agreement, guint *out_n);

/* What the provider of @agreement is called, for words that say what the agreement is called as well. NULL where nobody is
 * recorded, and where both are called the same, as grants are that were published with the recipient for a title: said once
 * is enough (tenure_text_is_same()). */
const char *tenure_facts_get_provider_beside_title (const TenureFacts *facts, guint agreement);

/* What to call @agreement: its title, else its reference, else that it has no name, translated; lent. */
const char *tenure_facts_get_agreement_title (const TenureFacts *facts, guint agreement);

/* "Lantern Trust: Advice line": the same with its provider, where that says more. The caller frees. */
char *tenure_facts_dup_agreement_name (const TenureFacts *facts, guint agreement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureFacts, tenure_facts_free)

G_END_DECLS
