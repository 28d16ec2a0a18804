#pragma once

#include "store/changeset-private.h"
#include "store/reader-private.h"

G_BEGIN_DECLS

/* A row of a stored changeset, to be read again. */
typedef struct
{
  TenureId id;
  gint64 seq;        /* of the step */
  GBytes *changeset; /* lent by whoever keeps the rows */
  gsize offset;
  gint16 type; /* TenureRecordType */
  guint16 n_columns;
  guint8 op; /* TenureRowOp */
} TenureHistoryRow;

/* The row that @reader stands on, in @changeset. */
TenureHistoryRow tenure_history_row_make (const TenureChangesetReader *reader, GBytes *changeset, gint64 seq);

/* Makes @reader, which is set up and to be cleared, stand on @row. Its bytes were walked to their end before. */
void tenure_history_row_read (const TenureHistoryRow *row, TenureChangesetReader *reader);

/* A set of records. */
typedef struct
{
  TenureRecordType type;
  TenureId id;
} TenureRecordKey;

GHashTable *tenure_record_set_new (void);
void tenure_record_set_add (GHashTable *set, TenureRecordType type, TenureId id);
gboolean tenure_record_set_has (GHashTable *set, TenureRecordType type, TenureId id);

/* The field that says what a record of @type belongs to: its parent, or the agreement of a payment; -1 for types that
 * stand alone. Then what it belongs to; NONE. */
int tenure_history_owner_field (TenureRecordType type);
TenureRecordType tenure_history_owner_type (TenureRecordType type);

/* Whether @type is @ancestor or belongs to it, at whatever remove. */
gboolean tenure_history_belongs (TenureRecordType type, TenureRecordType ancestor);

/* What records are called in the history, also those that are there no longer: they are found in the steps that deleted
 * them or that were undone, which are read when they are first needed. Damaged steps are passed over. */
typedef struct _TenureHistoryNames TenureHistoryNames;

/* Borrows @reader. */
TenureHistoryNames *tenure_history_names_new (TenureReader *reader);
void tenure_history_names_free (TenureHistoryNames *names);

/* The record as it is now, or as it went; NULL where neither is known. With the titles of its references. */
TenureRecord *tenure_history_names_dup_record (TenureHistoryNames *names, TenureRecordType type, TenureId id);

/* What @record is called: its title field or, for types without one, the first that it cannot be without. NULL where that
 * is not recorded. */
char *tenure_history_names_dup_title_of (const TenureRecord *record);
char *tenure_history_names_dup_title (TenureHistoryNames *names, TenureRecordType type, TenureId id);

/* The same for an id whose type is not noted with it: exemptions name the record that they leave out of a rule. */
char *tenure_history_names_dup_title_of_any (TenureHistoryNames *names, TenureId id);

/* What the record belongs to; NONE where that is not known. */
TenureId tenure_history_names_get_owner (TenureHistoryNames *names, TenureRecordType type, TenureId id);

/* @base (nullable: an empty record) with the @values, by column, that are present. */
TenureRecord *tenure_history_names_make_record (TenureHistoryNames *names,
                                                TenureRecordType type,
                                                TenureId id,
                                                const TenureChangesetValue *values,
                                                guint n_columns,
                                                const TenureRecord *base);

/* Adds to @set the records whose title field holds @words, upper and lower case alike. */
gboolean tenure_history_names_find (TenureHistoryNames *names, const char *words, GHashTable *set, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureHistoryNames, tenure_history_names_free)

G_END_DECLS
