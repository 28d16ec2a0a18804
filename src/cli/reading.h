#pragma once

#include "cli/command.h"
#include "register/snapshot.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * TenureReading:
 * A document as a command reads it: opened read-only, its facts loaded and everything computed for one day, over all
 * agreements or those of one portfolio. The user's file is never written. Clear with tenure_reading_clear(); g_auto() works.
 */
typedef struct
{
  TenureDocument *document;
  TenureSnapshot *snapshot;
  const TenureFacts *facts;       /* of the snapshot, all of them */
  const TenureAnalysis *analysis; /* of the snapshot */
  TenureDay as_of;
} TenureReading;

#define TENURE_READING_INIT                                                                                                 \
  {                                                                                                                         \
    NULL                                                                                                                    \
  }

/* Opens the document at @path read-only. Fails as tenure_document_open() does. */
TenureDocument *tenure_reading_open_document (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tenure_reading_open:
 * @as_of: (nullable): YYYY-MM-DD; NULL for today
 * @portfolio: (nullable): the name or number of the portfolio that figures are of; NULL for all agreements
 *
 * Where the portfolio's rule cannot be followed, that is said on stderr and tenure_reading_get_exit() tells of it.
 *
 * Returns: FALSE with TENURE_ERROR_INVALID for another spelling of a date, for a portfolio that is not there or of which
 *   there are several, and the errors of opening, loading and computing
 */
gboolean tenure_reading_open (
    TenureReading *self, const char *path, const char *as_of, const char *portfolio, GError **error);

/* What a command that did what it was asked for returns: DONE, or PROBLEM where the document's portfolio is not whole. */
TenureExit tenure_reading_get_exit (const TenureReading *self);
void tenure_reading_clear (TenureReading *self);

/**
 * tenure_command_read:
 * @n_arguments: how many words the command takes; the first is the path of the document
 * @out_json: (out): whether JSON is wanted
 *
 * What every command does that says something about a document on a day: takes the options `--as-of`, `--portfolio` and
 * `--json` out of @argc and @argv as tenure_command_parse() does, and opens the document.
 *
 * Returns: FALSE when it was used wrongly or the document cannot be read; that was said on stderr, and the command returns
 * TENURE_EXIT_WRONG_USE
 */
gboolean tenure_command_read (const TenureCommand *command,
                              int *argc,
                              char ***argv,
                              int n_arguments,
                              TenureReading *out_reading,
                              gboolean *out_json) G_GNUC_WARN_UNUSED_RESULT;

/* The same, with options of the command's own before those, ended by a NULL row. */
gboolean tenure_command_read_with (const TenureCommand *command,
                                   const GOptionEntry *own,
                                   int *argc,
                                   char ***argv,
                                   int least_arguments,
                                   int most_arguments,
                                   TenureReading *out_reading,
                                   gboolean *out_json) G_GNUC_WARN_UNUSED_RESULT;

/* A command that reads one document and says one thing of it: as JSON by @append_json, else for people by @print. */
TenureExit tenure_command_report (const TenureCommand *command,
                                  int argc,
                                  char **argv,
                                  void (*append_json) (const TenureAnalysis *analysis, GString *json),
                                  void (*print) (const TenureReading *reading));

/* The file's name, the portfolio and the day in words, as the first line of what a person reads: "north-ridge, as of 21 Nov
 * 2026", "north-ridge, Northern grants, as of 21 Nov 2026". */
char *tenure_reading_dup_heading (const TenureReading *self);

/* What a person may call a record by: its id, or what it is called. */
typedef struct
{
  TenureRecordType type;
  TenureId id;
} TenureRecordName;

/**
 * tenure_reading_find_record:
 * @name: an id; or the reference or title of an agreement, the name of a board or organisation; case does not matter.
 *   Renewals share a title: of several, the one that runs on the day is meant
 *
 * Returns: FALSE with TENURE_ERROR_NOT_FOUND when there is none, or TENURE_ERROR_INVALID when several are called so (the
 *   message names their ids)
 */
gboolean tenure_reading_find_record (const TenureReading *self,
                                     const char *name,
                                     TenureRecordName *out_record,
                                     GError **error);

/* The type of the record with @id, whatever it is; TENURE_RECORD_NONE when there is none. */
TenureRecordType tenure_reading_find_type (TenureReader *reader, TenureId id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TenureReading, tenure_reading_clear)

G_END_DECLS
