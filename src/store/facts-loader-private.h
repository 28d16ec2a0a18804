#pragma once

#include "analysis/facts.h"
#include "store/reader-private.h"

G_BEGIN_DECLS

/* What the parts of the loader share. Each part reads one table in one pass; columns are read by position, in the order
 * of the statement beside it. */

/* Where the record with an id stands, for look-ups in no order: a binary search for each provider and funder took a tenth of
 * the load of 100,000 agreements. */
typedef struct
{
  TenureId id; /* NONE: nothing here */
  gint32 index;
} TenureFactsSlot;

typedef struct
{
  TenureFactsSlot *slots; /* each record at a place that follows from its id, or soon behind it */
  guint mask;             /* slots - 1; there are twice as many as records, or more */
} TenureFactsIndex;

/* Indexes @n records of @size bytes that start with their id. */
void tenure_facts_index_init (TenureFactsIndex *index, gconstpointer records, guint n, gsize size);
void tenure_facts_index_clear (TenureFactsIndex *index);

/* The index of the record with @id, or -1. */
gint32 tenure_facts_index_find (const TenureFactsIndex *index, TenureId id);

/* Rows of a child table as they come, until the agreements are there to belong to. */
typedef struct
{
  GArray *agreements; /* of TenureId, one a row */
  GArray *elements;
} TenureFactsRows;

void tenure_facts_rows_free (TenureFactsRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureFactsRows, tenure_facts_rows_free)

typedef struct
{
  TenureReader *reader; /* in a transaction */
  sqlite3 *db;          /* of it */
  TenureFacts *facts;
  TenureFactsIndex organisations; /* of the facts */
} TenureFactsLoader;

/* Names that many rows share (services, places, …), each once. */
typedef struct
{
  GHashTable *indexes; /* name → index + 1 */
  GPtrArray *names;
} TenureFactsNames;

void tenure_facts_names_init (TenureFactsNames *names);
void tenure_facts_names_clear (TenureFactsNames *names);
/* The index of the text in @column, or -1 when it is not recorded. */
gint32 tenure_facts_names_add (TenureFactsNames *names, GStringChunk *strings, sqlite3_value **row, int column);
/* The index of @name, which must outlive the names. */
gint32 tenure_facts_names_take (TenureFactsNames *names, const char *name);
/* Puts them into the order of their bytes, so that it is not seen which of two threads met a name first; none may be added
 * after that. Returns where each went, by its index before. */
gint32 *tenure_facts_names_sort (TenureFactsNames *names);
const char **tenure_facts_names_steal (TenureFactsNames *names, guint *out_n);

/* The columns of a result as values, for tables of at most TENURE_FACTS_MAX_COLUMNS; until the next step. SQLite has it that
 * such values are looked into where no other thread uses the connection, as here. */
#define TENURE_FACTS_MAX_COLUMNS 16
void tenure_facts_get_row (sqlite3_stmt *statement, sqlite3_value **row);

/* Columns as facts have them. Text that is none of ours is "not recorded". */
const char *tenure_facts_text (GStringChunk *strings, sqlite3_value **row, int column);
TenureDay tenure_facts_day (sqlite3_value **row, int column);
TenureDuration tenure_facts_duration (sqlite3_value **row, int column);
gint8 tenure_facts_flag (sqlite3_value **row, int column);
gint32 tenure_facts_count (sqlite3_value **row, int column); /* or -1 */
gboolean tenure_facts_integer (sqlite3_value **row, int column, gint64 *out_value);
TenureCurrency tenure_facts_currency (sqlite3_value **row, int column);
/* The field of that name, for tenure_facts_choice(). */
const TenureField *tenure_facts_field (TenureRecordType type, const char *name);
/* 1 + the position among the catalogue's choices for @field, which is the order of the enumerations in facts.h; 0 for
 * anything else. */
gint8 tenure_facts_choice (const TenureField *field, sqlite3_value **row, int column);

/* The index of @id among @n records of @size bytes that start with their id and are sorted by it; -1 when it is not
 * there. @hint: where the look-up before ended; tables are mostly filled in the same order. */
gint32 tenure_facts_find (gconstpointer records, guint n, gsize size, TenureId id, gint32 *hint);

/* Fills @element, which is zeroed, from a row. */
typedef void (*TenureFactsReadRow) (TenureFacts *facts, sqlite3_value **row, gpointer element);

/* Reads all rows of @sql into an array of elements of @size, which the caller frees. */
gboolean tenure_facts_read_rows (TenureFactsLoader *loader,
                                 const char *sql,
                                 gsize size,
                                 TenureFactsReadRow read,
                                 gpointer out_rows,
                                 guint *out_n,
                                 GError **error);

/* What taking part costs; organisations, persons, boards and seats are there. */
gboolean tenure_facts_load_participation (TenureFactsLoader *loader, GError **error);

/* Agreements with their funders and what they point at; then what else belongs to them. */
gboolean tenure_facts_load_agreements (TenureFactsLoader *loader, GError **error);
gboolean tenure_facts_load_children (TenureFactsLoader *loader, GError **error);

/* Agreements point at each other before all are read: their ids wait here. */
typedef struct
{
  TenureId predecessor, lead;
} TenureFactsLinks;

/* What is seldom recorded, of the agreements from the @first-th to the one before the @after-th, which are there; @links is
 * of all agreements. On any connection: several may read apart from each other at once. */
gboolean tenure_facts_read_seldom (
    const TenureFactsLoader *loader, sqlite3 *db, guint first, guint after, TenureFactsLinks *links, GError **error);

/* What later versions brought, of agreements, which are there: whether they rest on one person, and their review days. An
 * index for each, since another migration than one that adds would end undo. */
gboolean tenure_facts_read_rare (TenureFactsLoader *loader, GError **error);

/* Nothing of it recorded. */
void tenure_facts_forget_seldom (TenureFactAgreement *agreement);

/* What agreements point at: organisations (indexed), persons and price indexes. */
gboolean tenure_facts_load_referred (TenureFactsLoader *loader, GError **error);

/* The rows of funders in the order of their ids, on any connection, and putting them behind their agreements. */
TenureFactsRows *tenure_facts_read_funders (const TenureFactsLoader *loader, sqlite3 *db, GError **error);
void tenure_facts_place_funders (TenureFacts *facts, const TenureFactsRows *rows);

G_END_DECLS
