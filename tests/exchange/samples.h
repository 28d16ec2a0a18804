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

/* Everything that the records of a document hold, as text to be compared. */
char *sample_dump (TenureDocument *document);

/* Whether @report has a problem with @code; how many of those listed. */
guint sample_count_problems (const TenureImportReport *report, const char *code);

/* Removes what the functions above wrote. */
void sample_clean_up (void);
