#pragma once

#include "exchange/file-hash-private.h"
#include "exchange/import.h"
#include "exchange/organisations-private.h"
#include "exchange/plan-private.h"
#include "exchange/read-ahead-private.h"
#include "exchange/read-date.h"
#include "exchange/table.h"
#include "store/edit.h"
#include "store/origin.h"

G_BEGIN_DECLS

/* One run of an import. What is the same for every profile is in import.c: rows, cells, problems, origin. A profile
 * brings three functions that make records of rows. */
typedef struct _TenureImport TenureImport;

typedef struct
{
  gboolean (*begin) (TenureImport *import, GError **error); /* loads what rows are matched against */
  gboolean (*row) (TenureImport *import, GError **error);   /* one record; FALSE only when the run must end */
  gboolean (*end) (TenureImport *import, GError **error);   /* the last checks; NULL: none */
  void (*clear) (TenureImport *import);
} TenureImportClass;

extern const TenureImportClass tenure_import_agreements;
extern const TenureImportClass tenure_import_organisations;
extern const TenureImportClass tenure_import_boards;

/* A column that means something. */
typedef struct
{
  guint column;
  TenureTarget target;
  guint item;
} TenureMappedColumn;

/* How often something was met that is told once for the whole file, and in which row first. */
typedef struct
{
  guint n;
  guint first_row;
} TenureSighting;

struct _TenureImport
{
  const TenureImportClass *klass;
  const TenurePlan *plan;
  TenureTable *table;
  TenureReadAhead *ahead; /* of @table, from the first row on */
  TenureReader *reader;
  TenureEdit *edit; /* NULL in a rehearsal */
  TenureImportReport *report;
  TenureImportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;

  GPtrArray *titles;               /* of char *, by column */
  GArray *mapped;                  /* TenureMappedColumn: every column that means something */
  guint columns[TENURE_N_TARGETS]; /* column of each target's first item; G_MAXUINT: none */
  guint n_items;                   /* members of a board in one row: the highest number + 1 */
  TenureRow row;
  guint row_label; /* as people count it */
  gboolean refused;
  guint dates_day_first[TENURE_N_TARGETS]; /* dates written in numbers with the day first */
  guint dates_certain[TENURE_N_TARGETS];   /* those of them whose day cannot be a month */
  TenureSighting short_years[TENURE_N_TARGETS];
  TenureSighting serials[TENURE_N_TARGETS];
  TenureSighting footnotes[TENURE_N_TARGETS]; /* cells that were read without the mark at their end */
  TenureSighting blank_ends;                  /* rows with more cells than titles, all of them blank */
  TenureSighting untitled;                    /* rows of a sheet with something beside the titles */
  guint n_listed[3];                          /* problems written out, by level */

  TenureOrganisations *organisations;
  GHashTable *providers; /* what the cells about a provider say → entry: each is worked out once */
  GHashTable *several;   /* those of these cells that seem to name several → char ** of the names */
  GHashTable *buyers;
  TenureOrigin *origin; /* of the whole run; logged with the first record that is written */
  TenureFileHash *hash; /* of the file, for the origin; NULL in a rehearsal */
  gboolean has_origin_rows;
  TenureId row_origin; /* of this row, once it was logged */
  GString *cells;
  gpointer state; /* the profile's own */
};

/* The cell of this row in @column, for @target, or for another item of it; an empty cell when there is none. */
const TenureCell *tenure_import_cell_at (const TenureImport *import, guint column);
const TenureCell *tenure_import_cell (const TenureImport *import, TenureTarget target);
const TenureCell *tenure_import_item_cell (const TenureImport *import, TenureTarget target, guint item);
guint tenure_import_n_items (const TenureImport *import);
gboolean tenure_import_has (const TenureImport *import, TenureTarget target);

/* The title of the column of @target, or NULL. */
const char *tenure_import_title (const TenureImport *import, TenureTarget target);

/* Notes a problem of this row. @code is static, @format translated; what is past the room in the report is counted
 * without being written out. ERROR refuses the row. */
void tenure_import_note (
    TenureImport *import, TenureTarget target, TenureProblemLevel level, const char *code, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/* Refuses this row for its fault, and says it. */
void tenure_import_note_fault (TenureImport *import);

/* As tenure_import_note(), for the whole file. */
void tenure_import_note_file (
    TenureImport *import, TenureTarget target, TenureProblemLevel level, const char *code, char *message);

/* Counts a sighting in this row. */
void tenure_import_sight (const TenureImport *import, TenureSighting *sighting);

/* Says, after the last row, what is to be said about columns and the file as a whole. */
void tenure_import_summarise (TenureImport *import);

/* Reads the date of @target and notes what is to be said about it; an unreadable one is a @invalid problem. A month alone is
 * read as its first day where something begins, as its last where something ends, and is left unread elsewhere. */
TenureReadDate tenure_import_date (TenureImport *import, TenureTarget target, TenureProblemLevel invalid);

/* The record as stored, or NULL with an error. */
TenureRecord *tenure_import_load (TenureImport *import, TenureRecordType type, TenureId id, GError **error);

/* Inserts or updates @record with this row as its origin. Does nothing in a rehearsal, but gives an id. */
gboolean tenure_import_insert (TenureImport *import, TenureRecord *record, GError **error);
gboolean tenure_import_update (TenureImport *import, TenureRecord *record, GError **error);

/* Writes the column titles and what they were taken for into the origin; to be called once all rows are read. */
void tenure_import_describe_columns (TenureImport *import);

/* Copies what @draft knows into @stored (with @blanks_only, only where @stored knows nothing); TRUE when that changed
 * anything. */
gboolean tenure_import_merge (TenureRecord *stored, const TenureRecord *draft, gboolean blanks_only);

/* Text of a cell without spaces at its ends, as text that the caller frees; NULL when blank. */
char *tenure_import_dup_text (const TenureCell *cell);

/* Adds @minor to the totals of the report. */
void tenure_import_add_total (TenureImport *import, TenureCurrency currency, gint64 minor);

/* The provider that this row names, found or added, with what the row says about it; *@out_entry is NULL when
 * it names none. FALSE when the document fails. @publisher: the funder, whose own identifiers may be trusted,
 * or NONE. */
gboolean tenure_import_provider (TenureImport *import,
                                 TenureId publisher,
                                 TenureOrganisationEntry **out_entry,
                                 GError **error);

/* The funder or buyer of this row, from the row or from the plan's answer. Never takes identifiers as evidence about
 * the sector: a funder with a charity number is a funder. */
gboolean tenure_import_buyer (TenureImport *import, TenureOrganisationEntry **out_entry, GError **error);

/* Adds or completes the organisation that @clue means. @draft: its fields besides the name, or NULL. */
gboolean tenure_import_organisation (TenureImport *import,
                                     const TenureOrganisationClue *clue,
                                     const TenureRecord *draft,
                                     TenureOrganisationEntry **out_entry,
                                     gboolean *out_added,
                                     gboolean *out_changed,
                                     GError **error);

/* Reads the identifier columns of this row into @clue, noting what cannot be used. */
void tenure_import_read_identifiers (TenureImport *import, TenureOrganisationClue *clue);

/* Sets the VCS answer of @draft and what it rests on: the plan's answer, what @draft has already, the flag column, then
 * @clue's identifiers. */
void tenure_import_read_vcs (TenureImport *import, TenureOrganisationClue *clue, TenureRecord *draft);

/* Reads the other organisation columns of this row (kind, place, postcode, …) into @draft. */
void tenure_import_read_organisation (TenureImport *import, TenureRecord *draft);

/* Report. */
TenureImportReport *tenure_import_report_new (const char *file, TenureProfile profile);

G_END_DECLS
