#pragma once

#include "analysis/explanation.h"
#include "analysis/facts.h"

G_BEGIN_DECLS

/* Which accounts of an organisation are looked at on a day T: docs/domain.md, section 2, "Accounts". Size, dependency, effective
 * funders, reserves and shortfall all rest on these, and on no others. */

/* Accounts of a year that ended longer ago than this many months are called old. A local setting: no source gives one. */
#define TENURE_ACCOUNTS_OLD_MONTHS 24

/**
 * tenure_accounts_find:
 * @as_of: T, known
 *
 * - Of the years of which an income, an expenditure or free reserves are recorded, the one that ended last on or before T.
 *   The organisation's own fields count among them where they say which year they are of; of two of one day they come
 *   first, then what was recorded later.
 * - Where no such year is recorded, what the organisation's own fields say, of whatever year.
 * - One year is read whole: what it leaves open is not recorded, and never taken from another year, since a share of one
 *   year's money in another's is a share of nothing.
 *
 * Linear in the accounts of the one organisation. Lent; never NULL. Worked examples and a slow obvious version:
 * tests/analysis/test-accounts.c.
 */
const TenureFactAccounts *tenure_accounts_find (const TenureFacts *facts, guint organisation, TenureDay as_of);

/* Whether any amount is recorded. */
gboolean tenure_accounts_say_something (const TenureFactAccounts *accounts);

/* What kind of record says it: the organisation or accounts of a year. */
TenureRecordType tenure_accounts_record_type (const TenureFactAccounts *accounts);

/* Why the accounts looked at may mislead. */
typedef enum
{
  TENURE_ACCOUNTS_FRESH, /* a year that ended within TENURE_ACCOUNTS_OLD_MONTHS before T; or they say nothing */
  TENURE_ACCOUNTS_OLD,
  TENURE_ACCOUNTS_LATER,   /* a year that had not ended on T: there are none of before */
  TENURE_ACCOUNTS_NO_YEAR, /* not recorded of which year */
} TenureAccountsAge;

TenureAccountsAge tenure_accounts_age (const TenureFactAccounts *accounts, TenureDay as_of);

/* "fresh", "old", "later", "no_year": stable codes for files. */
const char *tenure_accounts_age_code (TenureAccountsAge age);

/* "31 Mar 2026", "31 Mar 2025, from its accounts by year"; "not recorded"; the caller frees. */
char *tenure_accounts_dup_year (const TenureFactAccounts *accounts);

/* What to mind about them, translated and static: "old: more than 24 months before (local setting)"; NULL of fresh ones. */
const char *tenure_accounts_caution (TenureAccountsAge age);

/* The label of a caution, translated and static. */
const char *tenure_accounts_caution_label (void);

/* Adds to @explanation the year with the record that says so, and a caution where there is one. */
void tenure_accounts_explain (const TenureFactAccounts *accounts, TenureDay as_of, TenureExplanation *explanation);

G_END_DECLS
