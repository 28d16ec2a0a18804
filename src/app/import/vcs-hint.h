#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tenure_vcs_hint_dup:
 * @name: of a provider, as a file writes it
 *
 * What a name says about whether its bearer is of the voluntary sector: a legal form that only such bodies have (CIC, CIO,
 * community interest company, …), or a charity number written into the name. It is a reason to ask, never an answer: the
 * user confirms it. “Trust”, “Foundation”, “Ltd” and “Association” prove nothing and are not looked at. Cases:
 * tests/app/test-import-choices.c.
 *
 * Returns: (transfer full) (nullable): a sentence for people: "The name says “CIC”: a community interest company."
 */
char *tenure_vcs_hint_dup (const char *name);

G_END_DECLS
