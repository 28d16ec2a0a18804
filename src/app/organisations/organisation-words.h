#pragma once

#include "analysis/provider-explain.h"
#include "app/organisations/organisation-detail.h"
#include "app/overview/overview-figures.h"

G_BEGIN_DECLS

/* What the page of one organisation says, computed without widgets. Texts are translated; the caller frees. Unknown is never
 * said to be none. Tests: tests/app/test-organisation-words.c. */

/* "Registered charity · Aldermere · medium, £880,000 in the year to 31 Mar 2026"; what is recorded of it. */
char *tenure_organisation_dup_identity (const TenureOrganisationDetail *detail);

/* "VCS organisation; evidence: charity number", or that it is none, or that this is not recorded. */
char *tenure_organisation_dup_sector (const TenureOrganisationDetail *detail);

/* "Formerly Eskerton Age Concern, until 31 Mar 2019; …"; NULL without former names. */
char *tenure_organisation_dup_former_names (const TenureOrganisationDetail *detail);

/* "GB-CHC 1012345 · GB-COH 04561234"; "No identifier recorded". */
char *tenure_organisation_dup_identifiers (const TenureOrganisationDetail *detail);

/* Where its website is: a link to open, and "lantern.example" to read; NULL where none is recorded, or it is none that a
 * browser opens. */
char *tenure_organisation_dup_website (const TenureOrganisationDetail *detail, char **out_words);

/* Accounts, of a year or of the organisation itself: their last day, NONE when not recorded; "Year to 31 Mar 2026"; and
 * "Income £120,000 · Expenditure not recorded · Free reserves £30,000 · Staff 2.5 full-time equivalents", NULL where nothing
 * is recorded but the day. */
TenureDay tenure_organisation_accounts_day (const TenureRecord *accounts);
char *tenure_organisation_dup_accounts_title (const TenureRecord *accounts);
char *tenure_organisation_dup_accounts_text (const TenureRecord *accounts);

/* "Its own policy asks for reserves of 3 months of spending."; NULL where none is recorded. */
char *tenure_organisation_dup_reserves_policy (const TenureOrganisationDetail *detail);

/* "4 of 5 fields that figures rest on are recorded. Missing:", what stands before their names. */
char *tenure_organisation_dup_completeness (const TenureOrganisationDetail *detail);

/* "Pays for 64 running agreements here."; NULL when it pays for none. */
char *tenure_organisation_dup_funded (const TenureOrganisationDetail *detail);

/* The figures of the page, in their order. */
extern const TenureProviderFigure tenure_organisation_figures[];
extern const guint tenure_organisation_n_figures;

/* One of them; free the texts with tenure_overview_figure_clear(). */
TenureOverviewFigure tenure_organisation_figure (const TenureOrganisationDetail *detail, TenureProviderFigure figure);

/* How many seats its people hold, on how many of the boards there are; or that nobody of it sits on one; or, where none of
 * its people are recorded, that this cannot be told. */
char *tenure_organisation_dup_seats (const TenureOrganisationDetail *detail);

/* One seat: "Skelmoor Place Partnership: Alliance chair", and "Robin Vale, since 1 Apr 2025, 1 vote" or that it is vacant. */
char *tenure_organisation_dup_seat_title (const TenureOrganisationDetail *detail, const TenureOrganisationSeat *seat);
char *tenure_organisation_dup_seat_text (const TenureOrganisationDetail *detail, const TenureOrganisationSeat *seat);

/* "Chief officer · contact since 1 Apr 2024, until 31 Mar 2027 · no handover recorded · named as essential in 2 agreements"; "" when nothing more is recorded. */
char *tenure_organisation_dup_person_text (const TenureOrganisationPerson *person);

G_END_DECLS
