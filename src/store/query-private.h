#pragma once

#include "store/query.h"
#include "store/sql-private.h"

G_BEGIN_DECLS

typedef enum
{
  TENURE_CONDITION_OWN,
  TENURE_CONDITION_VIA, /* on the record that a reference points to */
  TENURE_CONDITION_BY,  /* on a record that refers to this one */
} TenureConditionKind;

typedef struct
{
  TenureConditionKind kind;
  TenureRecordType type; /* of the record that has `field` */
  guint via;             /* VIA: the reference of the query's type; BY: the reference of `type` to it */
  guint field;
  TenureFilterOp op;
  TenureValue *values;
  guint n_values;
} TenureCondition;

typedef struct
{
  guint field;
  gboolean descending;
} TenureSort;

struct _TenureQuery
{
  TenureRecordType type;
  char *search;
  GPtrArray *conditions; /* TenureCondition */
  GArray *sorts;         /* TenureSort */
  guint limit;           /* 0: none */
};

/* Room for the sort keys of one list. */
#define TENURE_QUERY_MAX_SORTS 8

/**
 * tenure_query_prepare:
 * @columns: what to select, from the row called t
 * @except: a field of the query's own type whose conditions are left out, or -1
 * @rest: "GROUP BY …"; NULL to have the rows by growing id
 *
 * The statement for all conditions of @query, with its values bound. They are borrowed: @query must outlive it.
 */
sqlite3_stmt *tenure_query_prepare (
    const TenureQuery *query, sqlite3 *db, const char *columns, int except, const char *rest, GError **error);

/**
 * TenureSorter:
 * Ids with their sort keys. Sorting is done here and not in SQL: letters compare without case and accents, lengths of
 * time by length, and 100,000 rows take half the time of an ORDER BY.
 */
typedef struct _TenureSorter TenureSorter;

/* One @sorts entry a key; @type says what their fields hold. */
TenureSorter *tenure_sorter_new (TenureRecordType type, const TenureSort *sorts, guint n_sorts);
void tenure_sorter_free (TenureSorter *sorter);

/* Before the first row: reads what the records are called that references point to. */
gboolean tenure_sorter_load_titles (TenureSorter *sorter, sqlite3 *db, GError **error);

/* Adds a row by growing id; its keys stand in the columns of @statement from @column on. */
void tenure_sorter_add (TenureSorter *sorter, TenureId id, sqlite3_stmt *statement, int column);

/* (element-type TenureId) in order; with @out_ranks (element-type guint32) as tenure_query_run_ranked() gives them. */
GArray *tenure_sorter_finish (TenureSorter *sorter, GArray **out_ranks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureSorter, tenure_sorter_free)

G_END_DECLS
