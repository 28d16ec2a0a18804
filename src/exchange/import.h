#pragma once

#include "exchange/plan.h"

G_BEGIN_DECLS

typedef struct _TenureDocument TenureDocument;

/* Running a plan against a document, as one edit that one undo takes back, or as a rehearsal that writes nothing.
 *
 * Records are matched, not duplicated: organisations by identifier, then by name; agreements by publisher (buyer),
 * reference and, where a file uses one reference for several rows, the occurrence of that reference within the file;
 * boards by name, seats by board and person, their appointments by the day on which they begin (or end, where only that is
 * known). Importing the same file again therefore changes nothing. A matched record is updated field by field with what
 * the file says; what the file leaves blank stays as it is.
 *
 * A row that cannot be read is refused with row, column and reason, and the rest goes in. If the file itself cannot
 * be read to its end, or the run is cancelled, the document is left exactly as it was. */
typedef enum
{
  TENURE_PROBLEM_NOTE,    /* taken as it is; worth knowing */
  TENURE_PROBLEM_WARNING, /* something was left unknown, or looks wrong */
  TENURE_PROBLEM_ERROR,   /* the row was refused */
} TenureProblemLevel;

/* "note", "warning", "error". */
const char *tenure_problem_level_get_name (TenureProblemLevel level);

typedef struct
{
  guint row;    /* as people count it: row of the sheet, physical line of a CSV file, grant of a JSON file; 0: the file */
  char *column; /* title of the column, or NULL */
  TenureProblemLevel level;
  const char *code; /* stable, for machines: "date-month-only", "reference-reused", … */
  char *message;    /* a translated sentence; it need not name row and column */
} TenureImportProblem;

/* The message with the column that it is about, as it is called in the file: "Column “End”: “June” is no date …". The message
 * alone where there is none, or where it names it itself. The caller frees. */
char *tenure_import_problem_dup_sentence (const TenureImportProblem *problem);

typedef struct
{
  TenureCurrency currency; /* NONE: the file does not say and no answer was given */
  gint64 minor;
} TenureImportTotal;

/* One provider of the file, for the question "which are VCS?". */
typedef struct
{
  char *name;
  TenureAnswer vcs; /* as the run took it: answer of the plan, else evidence, else the document, else UNKNOWN */
  char *evidence;   /* "Charity number GB-CHC-225922", "Column VCSE says Yes"; NULL when there is none */
  guint agreements;
} TenureImportProvider;

/* Room for this many problems of each level, and for this many providers; past it they are counted, not listed. */
#define TENURE_IMPORT_MAX_PROBLEMS 2000
#define TENURE_IMPORT_MAX_PROVIDERS 20000

typedef struct
{
  char *file; /* display name */
  TenureProfile profile;
  guint records_read; /* rows that hold a record; blank, repeated-header and total rows are not */
  guint added;        /* of the profile's main record: agreements, organisations or appointments to seats */
  guint updated;
  guint unchanged;
  guint refused;
  GArray *problems;                    /* TenureImportProblem, in the order of the rows */
  guint n_notes, n_warnings, n_errors; /* all problems, listed or not */
  GArray *totals;    /* TenureImportTotal: sums of agreement values as read, one a currency, refused rows left out */
  GArray *providers; /* TenureImportProvider, by falling number of agreements */
  guint organisations_added;
  guint people_added;
  guint boards_added;
} TenureImportReport;

typedef enum
{
  TENURE_IMPORT_DEFAULT = 0,
  TENURE_IMPORT_REHEARSE = 1 << 0, /* count, check and find duplicates; write nothing */
} TenureImportFlags;

/* Called now and then on the thread of the run. @fraction is 0 to 1, or -1 when the size is not known. */
typedef void (*TenureImportProgress) (double fraction, guint records_read, gpointer data);

/**
 * tenure_import_run:
 * @document: written in one edit labelled with the file's name; in a rehearsal only read
 * @progress: (nullable)
 *
 * Returns: (transfer full): what happened; NULL, with the document unchanged, on G_IO_ERROR_CANCELLED, the errors of
 *   tenure_table_next() and those of the document's edit
 */
TenureImportReport *tenure_import_run (const TenurePlan *plan,
                                       TenureDocument *document,
                                       TenureImportFlags flags,
                                       TenureImportProgress progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tenure_import_report_new_unreadable:
 * @error: why @file could not be read, or its import was not done
 *
 * Returns: (transfer full): the report of a file of which nothing was taken, with @error as its one problem
 *   ("file-unreadable", of no row), so that whoever reads reports has one for each file
 */
TenureImportReport *tenure_import_report_new_unreadable (GFile *file,
                                                         TenureProfile profile,
                                                         const GError *error) G_GNUC_WARN_UNUSED_RESULT;

void tenure_import_report_free (TenureImportReport *report);

/* Appends the report as the JSON object that the command line prints for one file. */
void tenure_import_report_append_json (const TenureImportReport *report, GString *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureImportReport, tenure_import_report_free)

G_END_DECLS
