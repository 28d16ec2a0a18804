#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of a file is called and shows, for people. Without widgets; test: tests/app/test-import-choices.c. */

/* "Planned dates: start date" for "plannedDates/0/startDate"; "Column without a title" for ""; other titles as they are. The
 * caller frees. */
char *tenure_column_dup_title (const char *title);

/* "For example 1 Jun 2015" for "2015-06-01T00:00:00+00:00"; "For example 12" for "12". @sample: NULL gives "". The caller frees. */
char *tenure_column_dup_sample (const char *sample);

G_END_DECLS
