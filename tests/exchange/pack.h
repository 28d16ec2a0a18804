#pragma once

#include <gio/gio.h>

/* Small workbooks, made in the test so that the XML under test stands beside what is expected of it. */
typedef struct
{
  const char *path;
  const char *text;
  gsize repeat; /* write @text this often; 0 is once */
} PackPart;

/* A zip archive of @parts (ended by a NULL path), called @name, in the test's folder. */
GFile *pack_zip (const char *name, const PackPart *parts);

/* An XLSX of one sheet "Register": @rows is the inside of sheetData, @strings the inside of sst, @workbook goes into
 * workbookPr. The cell styles are: 0 general, 1 date (built in), 2 "dd mmm yyyy", 3 "£#,##0.00", 4 "hh:mm". */
GFile *pack_xlsx (const char *name, const char *rows, const char *strings, const char *workbook);

/* An ODS whose spreadsheet element holds @tables. */
GFile *pack_ods (const char *name, const char *tables);
