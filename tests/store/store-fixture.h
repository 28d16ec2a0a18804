#pragma once

#include "store/edit.h"
#include "store/history.h"
#include "store/query.h"
#include "store/recovery.h"

/* A state folder of its own for each case, and short ways to make and read records. */
typedef struct
{
  char *folder;
  TenureDocument *document;
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);

/* Closes, discarding what is unsaved, and drops the last reference. A worker that moves the log into the file, or has
 * just ended something else, lets go of the document a moment later: waits for that. */
void store_close (TenureDocument *document);

/* A path in the fixture's folder as a GFile. */
GFile *store_fixture_file (StoreFixture *fixture, const char *name);

/* A draft from names and values as text, ended by NULL; whole numbers for fields that hold numbers. */
TenureRecord *store_record (TenureRecordType type, ...) G_GNUC_NULL_TERMINATED;

/* One edit that inserts @record (which it frees) and returns its id. */
TenureId store_insert (TenureDocument *document, TenureRecord *record);

/* One edit that sets one field; fails the test when it fails. NULL takes the value away. */
void store_set (TenureDocument *document, TenureRecordType type, TenureId id, const char *field, const char *value);

/* One edit that deletes; returns whether it was allowed, with @error. */
gboolean store_delete (TenureDocument *document, TenureRecordType type, TenureId id, GError **error);

/* All records of all types and all settings as text, sorted by type and id: two documents are equal when this is. */
char *store_dump (TenureReader *reader);

/* An agreement with an organisation as provider, another as funder, an identifier and an option. */
typedef struct
{
  TenureId provider, council, agreement, funder, extension, identifier;
} StoreSample;

StoreSample store_make_sample (TenureDocument *document);

/* Field values as a condition or an edit wants them. */
TenureValue store_value (TenureRecordType type, guint field, const char *text);

/* Waits, at most ten seconds, until @done is TRUE, running the main loop. */
void store_wait (gboolean *done);

#define store_field(type, name) tenure_record_field_index (TENURE_RECORD_##type, name)
