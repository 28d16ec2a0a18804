/* Workbooks. An input is the path of a part, a line break and what that part holds, for instance
 *
 *   xl/sharedStrings.xml
 *   <sst><si><t>…
 *
 * and is packed into an otherwise sound workbook, so that changed bytes reach the reader of that part and not only the
 * checksum of the archive. content.xml makes it an ODS. An input that begins like an archive is taken as one. */

#include "fuzz.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/error.h"
#include "read-table.h"
#include "scratch-file.h"

#define MAX_BYTES (1024 * 1024)
#define ROOM (MAX_BYTES + 64 * 1024)

static const struct
{
  const char *path, *text;
} sound[] = {
  { "xl/workbook.xml", "<workbook><sheets><sheet name='Register' id='rId1'/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>" },
  { "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>" },
  { "xl/sharedStrings.xml", "<sst><si><t>Contract Title</t></si><si><t>Choir</t></si></sst>" },
  { "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2' t='s'>"
                                "<v>1</v></c><c r='B2' s='1'><v>45000</v></c></row></sheetData></worksheet>" },
};

static void
add_part (struct archive *archive, const char *path, const void *bytes, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, bytes, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

/* A workbook in which the part called @path holds @bytes; its length goes to *@out_length. */
static void *
pack (const char *path, const void *bytes, gsize length, gsize *out_length)
{
  struct archive *archive = archive_write_new ();
  void *packed = g_malloc (ROOM);

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_zip_set_compression_store (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, packed, ROOM, out_length), ==, ARCHIVE_OK);
  add_part (archive, path, bytes, length);
  for (gsize i = 0; i < G_N_ELEMENTS (sound) && strcmp (path, "content.xml") != 0; i++)
    if (strcmp (sound[i].path, path) != 0)
      add_part (archive, sound[i].path, sound[i].text, strlen (sound[i].text));
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return packed;
}

static void
read_workbook (const void *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureTable) table = tenure_table_open (fuzz_scratch_file (bytes, length), NULL, &error);

  for (guint i = 0; table != NULL && error == NULL && i < MIN (tenure_table_get_n_sheets (table), 4); i++)
    if (i == 0 || tenure_table_select (table, i, &error))
      fuzz_read_rows (table);
  g_assert_true (table != NULL || error != NULL);
  g_assert_true (error == NULL || error->domain == TENURE_ERROR);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *end = memchr (data, '\n', MIN (size, 128));
  g_autofree char *path = end != NULL ? g_utf8_make_valid ((const char *) data, end - data) : NULL;
  g_autofree void *packed = NULL;
  gsize length;

  if (size > MAX_BYTES)
    return 0;
  if (path == NULL || path[0] == '\0' || g_str_has_prefix (path, "PK"))
    {
      read_workbook (data, size);
      return 0;
    }
  packed = pack (path, end + 1, size - (gsize) (end + 1 - data), &length);
  read_workbook (packed, length);
  return 0;
}
