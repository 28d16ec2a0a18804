#pragma once

#include "register/snapshot.h"
#include "store/edit.h"

#define REGISTER_AS_OF 20778 /* 21 November 2026 */

/* A small document with known contents in a state folder of its own, and what is computed from it. */
typedef struct
{
  char *state_dir;
  TenureDocument *document;
  TenureReader *reader;
  TenureBasis *basis;
} RegisterFixture;

/* One agreement: who is paid, what, when. NULL and -1 are "not recorded". Each title begins with a letter of its own. */
typedef struct
{
  const char *title, *provider, *kind, *place, *start, *end;
  int vcs;          /* of the provider */
  const char *tags; /* "a; b" */
} RegisterRow;

#define REGISTER_N_ROWS 5
extern const RegisterRow register_rows[REGISTER_N_ROWS];

/* For g_test_add(): with the rows above, and empty. */
void register_fixture_set_up (RegisterFixture *fixture, gconstpointer data);
void register_fixture_set_up_empty (RegisterFixture *fixture, gconstpointer data);
void register_fixture_tear_down (RegisterFixture *fixture, gconstpointer data);

/* Adds agreements, and an organisation for each provider that is new among them, as one edit. */
void register_fixture_add (RegisterFixture *fixture, const RegisterRow *rows, guint n);

/* Reads the document again, after an edit. */
void register_fixture_read (RegisterFixture *fixture);

/* One record from names and values as text, ended by NULL, in a step of its own called “Enter by hand”. Returns its id as text,
 * lent for the life of the program, so that it can be the value of a reference. */
const char *register_fixture_insert (RegisterFixture *fixture, TenureRecordType type, ...) G_GNUC_NULL_TERMINATED;

/* The id of the agreement whose title begins with @letter. */
TenureId register_fixture_find (RegisterFixture *fixture, char letter);

/* One edit that adds a portfolio, or sets its rule; NULL for no rule. */
TenureId register_fixture_add_portfolio (RegisterFixture *fixture, const char *name, const char *rule);
void register_fixture_set_rule (RegisterFixture *fixture, TenureId portfolio, const char *rule);

/* One edit that puts an agreement into a portfolio by hand. */
void register_fixture_put (RegisterFixture *fixture, TenureId portfolio, TenureId agreement);
