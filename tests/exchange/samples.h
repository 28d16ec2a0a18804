#pragma once

#include <gio/gio.h>

#include "exchange/import.h"
#include "store/document.h"

/* What the import tests share: the sample files of tests/data/import, and documents in a folder of the test's own. */

/* The sample called @name, unpacked into the test's folder when it is stored with ".gz" after its name. */
GFile *sample_file (const char *name);

/* A file of the test's folder called @name that holds @length bytes (-1: text) of @contents. */
GFile *sample_write (const char *name, const void *contents, gssize length);

/* A new document; fails the test when there is none. */
TenureDocument *sample_document (void);

/* Plans with @profile and @buyer (or NULL), and imports; fails the test on an error. */
TenureImportReport *sample_import (TenureDocument *document, GFile *file, TenureProfile profile, const char *buyer);

/* The same with a file called @name that holds @text, and the profile that suits it. */
TenureImportReport *sample_import_text (TenureDocument *document, const char *name, const char *text, const char *buyer);

/* The record of @type whose text field @field is @text; fails the test when there is none, or more than one. */
TenureRecord *sample_find (TenureDocument *document, TenureRecordType type, const char *field, const char *text);

gint64 sample_count_records (TenureDocument *document, TenureRecordType type);

/* Everything that the records of a document hold, as text to be compared. */
char *sample_dump (TenureDocument *document);

/* Whether @report has a problem with @code; how many of those listed. */
guint sample_count_problems (const TenureImportReport *report, const char *code);

/* The first problem of @report with @code; fails the test when there is none. */
const TenureImportProblem *sample_problem (const TenureImportReport *report, const char *code);

/* Removes what the functions above wrote. */
void sample_clean_up (void);
