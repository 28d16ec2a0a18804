#pragma once

#include "analysis/facts.h"

G_BEGIN_DECLS

/* Facts built by hand. Records are added in the order in which they are told; children go to the last parent added. */
typedef struct
{
  GArray *organisations, *agreements, *funders, *extensions;
  GArray *boards, *seats, *appointments, *persons;
  GArray *exemptions, *snoozes, *usual_terms, *services;
  GArray *variations, *uplifts, *costs, *payments, *instalments, *price_indexes, *rates, *accounts;
  GArray *other_incomes, *contacts, *outcomes, *referrals;
  TenureParticipationFacts participation;
} Fixture;

Fixture *fixture_new (void);
void fixture_free (Fixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* The facts; the fixture is empty afterwards. */
TenureFacts *fixture_end (Fixture *fixture);

/* Each adds one record with an id of its own and returns its index. */
gint32 fixture_add_organisation (Fixture *fixture, const char *name, TenureFact vcs);
gint32 fixture_add_service (Fixture *fixture, const char *name);
gint32 fixture_add_person (Fixture *fixture, const char *name);
gint32 fixture_add_agreement (Fixture *fixture, TenureFactAgreement agreement);
void fixture_add_extension (Fixture *fixture, TenureDuration length, TenureDay exercised);
void fixture_add_funder (Fixture *fixture, gint32 organisation);
gint32 fixture_add_board (Fixture *fixture, TenureFactBoard board);
gint32 fixture_add_seat (Fixture *fixture, TenureFactSeat seat);
void fixture_add_appointment (Fixture *fixture, TenureFactAppointment appointment);
void fixture_add_variation (Fixture *fixture, TenureFactVariation variation);
void fixture_add_uplift (Fixture *fixture, const char *from_day, gint32 rate_bp);
void fixture_add_cost (Fixture *fixture, gint64 pounds);
void fixture_add_payment (Fixture *fixture, const char *invoiced, const char *paid, gint64 pounds);
void fixture_add_instalment (Fixture *fixture, const char *due, gint64 pounds);
void fixture_add_outcome (Fixture *fixture, TenureFactOutcome outcome);
void fixture_add_referrals (Fixture *fixture, const char *from_day, const char *to_day, gint32 received, gint32 capacity);
gint32 fixture_add_price_index (Fixture *fixture, const char *name, TenureFact usual);
void fixture_add_rate (Fixture *fixture, const char *from_day, gint32 rate_bp);
/* Of the year that ended on @year_end, with no amount yet; lent until the next are added. Of one organisation they are added
 * behind each other and in the order of the years. */
TenureFactAccounts *fixture_add_accounts (Fixture *fixture, gint32 organisation, const char *year_end);
void fixture_add_other_income (Fixture *fixture, gint32 organisation, const char *source, gint64 pounds);
gint32 fixture_add_contact (Fixture *fixture, TenureFactContact contact);
/* Rates, meetings and so on, in arrays that g_free() frees; in place of none. */
void fixture_set_participation (Fixture *fixture, TenureParticipationFacts participation);
void fixture_add_exemption (Fixture *fixture, TenureFactExemption exemption);
void fixture_add_snooze (Fixture *fixture, TenureFactSnooze snooze);
void fixture_add_usual_terms (Fixture *fixture, TenureFactUsualTerms terms);

/* Records of which nothing is recorded but a title or name. */
TenureFactAgreement fixture_agreement (const char *title);
TenureFactBoard fixture_board (const char *name);
TenureFactSeat fixture_seat (TenureBloc bloc);
TenureFactAppointment fixture_appointment (gint32 person);

/* An agreement with @provider from @start to @end (ISO, NULL for not recorded) worth @pounds in all (negative: none). */
TenureFactAgreement fixture_term (gint32 provider, const char *start, const char *end, gint64 pounds);

/* "2026-04-01"; NULL gives NONE. */
TenureDay day (const char *iso);

G_END_DECLS
