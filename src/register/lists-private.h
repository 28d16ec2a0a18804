#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* The values of one field of all records of a type, for its facet: each value a small number, each record a run of them
 * without repetition, in the order in which they stand ("advice; loneliness" is two). Of a choice the number is its place in
 * the list of the catalogue, of a flag 0 for yes and 1 for no. */
typedef struct
{
  GPtrArray *names; /* of char *: by value; those met, in that order, or those of the catalogue */
  GArray *values;   /* gint32: the runs, one after another */
  guint32 *first;   /* by record where its run begins; one more at the end */
} TenureLists;

/* @find: the index of a record by its id, or -1. */
typedef int (*TenureListsFindFunc) (gconstpointer data, TenureRecordType type, TenureId id);

/* Reads the @n_fields fields of all records of @type, of which there are @n, in one pass. Returns: (element-type
 * TenureLists): by field; NULL with @error set. */
GPtrArray *tenure_lists_read (TenureReader *reader,
                              TenureRecordType type,
                              const guint *fields,
                              guint n_fields,
                              guint n,
                              TenureListsFindFunc find,
                              gconstpointer data,
                              GError **error);
void tenure_lists_free (TenureLists *lists);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureLists, tenure_lists_free)

G_END_DECLS
