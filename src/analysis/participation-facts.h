#pragma once

#include "base/day.h"
#include "base/id.h"
#include "base/money.h"

G_BEGIN_DECLS

/* What taking part costs, as recorded: part of the facts (analysis/facts.h), by the same manners. Where something else is
 * meant by a place in an array it says so; -1 is "not recorded", and what names a record that is not there. */

typedef enum
{
  TENURE_PAYEE_UNKNOWN,
  TENURE_PAYEE_LIVED_EXPERIENCE,
  TENURE_PAYEE_STAFF,
  TENURE_PAYEE_CHAIR,
  TENURE_PAYEE_DEPUTY,
  TENURE_N_PAYEES,
} TenurePayee;

typedef enum
{
  TENURE_PAYER_UNKNOWN,
  TENURE_PAYER_BUDGET,
  TENURE_PAYER_OTHER,
  TENURE_PAYER_OWN, /* nobody, or the organisation itself: unpaid */
} TenurePayer;

typedef enum
{
  TENURE_CLAIM_UNKNOWN,
  TENURE_CLAIM_DRAFT,
  TENURE_CLAIM_SUBMITTED,
  TENURE_CLAIM_APPROVED,
  TENURE_CLAIM_PAID,
  TENURE_CLAIM_REFUSED,
  TENURE_N_CLAIM_STATES,
} TenureClaimState;

/* The four kinds of time that somebody gives. */
typedef enum
{
  TENURE_TIME_PREPARATION,
  TENURE_TIME_ATTENDED,
  TENURE_TIME_TRAVEL,
  TENURE_TIME_FOLLOW_UP,
  TENURE_N_TIMES,
} TenureTime;

typedef struct
{
  TenureId id;
  const char *name;
  gint64 amount_minor;
  gboolean amount_known;
  TenureCurrency currency;
  TenureDay from_day, to_day;              /* inclusive */
  gint32 previous;                         /* index into budgets, or -1 */
  guint32 first_allocation, n_allocations; /* a run in `allocations` */
} TenureFactBudget;

/* An amount set aside; which of the five it is for is what is recorded of them. */
typedef struct
{
  TenureId id;
  gint32 budget;
  gint32 board;        /* index, or -1 */
  gint32 organisation; /* index, or -1 */
  const char *place;   /* or NULL */
  const char *theme;   /* or NULL */
  gint64 amount_minor;
  gboolean amount_known;
} TenureFactAllocation;

typedef struct
{
  TenureId id;
  gint8 payee;                /* TenurePayee */
  gint32 organisation;        /* index, or -1 for everybody */
  gint32 budget;              /* index, or -1 for every budget */
  TenureDay from_day, to_day; /* inclusive */
  TenureCurrency currency;
  gint64 hour_minor, half_day_minor, day_minor, mile_minor, salary_day_minor;
  guint hour_known : 1;
  guint half_day_known : 1;
  guint day_known : 1;
  guint mile_known : 1;
  guint salary_day_known : 1;
  guint on_cost_known : 1;
  guint overhead_known : 1;
  gint32 on_cost_bp, overhead_bp;
  gint32 half_day_hours, day_hours; /* hundredths, or -1 */
} TenureFactPayRate;

typedef struct
{
  TenureId id;
  gint32 board;
  TenureDay held;
  gint32 minutes;               /* or -1 */
  const char *topics;           /* or NULL */
  guint32 first_given, n_given; /* a run in `given` */
} TenureFactMeeting;

/* The time that one person gave at one meeting. */
typedef struct
{
  TenureId id;
  gint32 meeting;
  gint32 person;                  /* index, or -1 */
  gint32 seat;                    /* index, or -1 */
  gint32 organisation;            /* index, or -1 */
  gint32 budget;                  /* index, or -1 */
  gint32 claim;                   /* index, or -1 */
  gint8 payee;                    /* TenurePayee */
  gint8 payer;                    /* TenurePayer */
  gint32 minutes[TENURE_N_TIMES]; /* or -1 each */
  gint32 miles;                   /* hundredths, or -1 */
  gint64 expenses_minor;
  gboolean expenses_known;
  TenureCurrency currency; /* of the expenses */
} TenureFactGiven;

typedef struct
{
  TenureId id;
  gint32 budget;
  gint32 person;       /* index, or -1 */
  gint32 organisation; /* index, or -1 */
  gint8 state;         /* TenureClaimState */
  guint claimed_known : 1;
  guint approved_known : 1;
  guint paid_known : 1;
  gint64 claimed_minor, approved_minor, paid_minor; /* may be below zero */
  TenureCurrency currency;
  TenureDay submitted_on, decided_on, paid_on;
} TenureFactClaim;

/* Everything stands by id but what is given, which stands by meeting and then by id, and amounts set aside, by budget. */
typedef struct
{
  TenureFactBudget *budgets;
  guint n_budgets;
  TenureFactAllocation *allocations;
  guint n_allocations;
  TenureFactPayRate *pay_rates;
  guint n_pay_rates;
  TenureFactMeeting *meetings;
  guint n_meetings;
  TenureFactGiven *given;
  guint n_given;
  TenureFactClaim *claims;
  guint n_claims;
} TenureParticipationFacts;

/* Frees the arrays; strings belong to the facts. */
void tenure_participation_facts_clear (TenureParticipationFacts *facts);

/* Arrays of their own. */
TenureParticipationFacts tenure_participation_facts_copy (const TenureParticipationFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
