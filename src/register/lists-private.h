#pragma once

#include "store/reader.h"

G_BEGIN_DECLS

/* The values of one list field ("advice; loneliness") of all agreements, for the facets: each value a small number, each
 * agreement a run of them without repetition, in the order in which they stand. */
typedef struct
{
  GPtrArray *names; /* of char *: by value, in the order in which they were met */
  GArray *values;   /* gint32: the runs, one after another */
  guint32 *first;   /* by agreement where its run begins; one more at the end */
} TenureLists;

/* @find: the index of an agreement by its id, or -1. */
typedef int (*TenureListsFindFunc) (gconstpointer data, TenureId agreement);

/* Reads @field of all agreements, of which there are @n. NULL with @error set. */
TenureLists *tenure_lists_new (
    TenureReader *reader, const char *field, guint n, TenureListsFindFunc find, gconstpointer data, GError **error);
void tenure_lists_free (TenureLists *lists);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureLists, tenure_lists_free)

G_END_DECLS
