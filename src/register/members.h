#pragma once

#include "register/filter.h"

G_BEGIN_DECLS

/* How an agreement came to belong to a portfolio. */
typedef enum
{
  TENURE_MEMBER_BY_HAND = 1 << 0, /* put in, whatever the rule says */
  TENURE_MEMBER_BY_RULE = 1 << 1, /* the rule lets it through on the day of the basis */
} TenureMemberHow;

/**
 * TenureMembers:
 * Which agreements belong to a portfolio on the day of a basis: what was put in by hand, always, and what its rule, a filter
 * kept as text, lets through. The rule is read anew each time, so that an agreement comes in with the edit that makes it fit
 * and goes with the next; only “changed in the last days” goes by the clock and not by the day of the basis.
 *
 * A rule may name another portfolio and narrow it down, in a chain of at most TENURE_MAX_RULE_CHAIN portfolios that never
 * comes back to one of them. A rule comes from a file and may be anything: one that is not understood whole adds nobody,
 * and @fault says why.
 *
 * Test: tests/register/test-members.c, against a slow obvious filter on random documents.
 */
struct _TenureMembers
{
  guint8 *how;       /* TenureMemberHow, by agreement of the facts; 0: does not belong */
  gboolean has_rule; /* followed or not */
  guint n_members;
  guint n_by_rule;
  guint n_by_hand; /* put in by hand, those that the rule lets through as well included */
  char *fault;     /* a sentence: why the rule was not followed; NULL when there is none or it was */
};

#define TENURE_MAX_RULE_CHAIN 16

/* For a worker. A portfolio that is not there has no members, and @fault says so. Fails as reading the document does. */
TenureMembers *tenure_members_new (TenureId portfolio, const TenureBasis *basis, TenureReader *reader, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void tenure_members_free (TenureMembers *members);

/* "214 by rule, 3 more by hand", "3 by hand", "None yet". The caller frees. */
char *tenure_members_dup_label (const TenureMembers *members);

/**
 * tenure_members_check_rule:
 * @portfolio: whose rule it is to be, stored or not
 * @rule: as tenure_filter_dup_text() writes it
 *
 * Returns: FALSE with TENURE_ERROR_INVALID when @rule could not be followed: it is not understood, narrows nothing down, or
 * leads back to @portfolio, to one that is gone, or on for too long. The sentence fits beside a field.
 */
gboolean tenure_members_check_rule (TenureReader *reader, TenureId portfolio, const char *rule, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureMembers, tenure_members_free)

G_END_DECLS
