#pragma once

#include "store-fixture.h"

/* The document again, as slowly and obviously as can be: all records in one list in memory, with rules of its own for
 * what a deletion takes along. Random edits on both must leave the same. */
typedef struct
{
  GPtrArray *records; /* TenureRecord */
} StoreModel;

StoreModel *store_model_new (void);
void store_model_free (StoreModel *model);

/* A draft of @type with random values; required fields are filled, references point at records of the model. NULL when
 * a required reference has nothing to point at. */
TenureRecord *store_model_random (StoreModel *model, GRand *rand, TenureRecordType type);

/* A random record of @type, or NULL. */
TenureRecord *store_model_pick (StoreModel *model, GRand *rand, TenureRecordType type);

/* Takes the record over. */
void store_model_insert (StoreModel *model, TenureRecord *record);

/* FALSE, and nothing done, when somebody needs it. */
gboolean store_model_delete (StoreModel *model, TenureRecord *record);

/* As store_dump(). */
char *store_model_dump (StoreModel *model);

/* Fills a document with @n random records of all types, in edits of a few; the model holds the same afterwards. */
void store_model_fill (StoreModel *model, TenureDocument *document, GRand *rand, guint n);

/* One edit of a few random changes, on the document and on the model. It may come to nothing. */
void store_model_edit (StoreModel *model, TenureDocument *document, GRand *rand);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreModel, store_model_free)
