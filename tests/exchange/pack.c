#include "pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "samples.h"

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void
add_part (struct archive *archive, const PackPart *part)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = strlen (part->text), repeat = MAX (part->repeat, 1);

  archive_entry_set_pathname (entry, part->path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) (length * repeat));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  for (gsize i = 0; i < repeat; i++)
    g_assert_cmpint (archive_write_data (archive, part->text, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

GFile *
pack_zip (const char *name, const PackPart *parts)
{
  g_autoptr (GFile) file = sample_write (name, "", 0);
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (archive, g_file_peek_path (file)), ==, ARCHIVE_OK);
  for (; parts->path != NULL; parts++)
    add_part (archive, parts);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_steal_pointer (&file);
}

GFile *
pack_xlsx (const char *name, const char *rows, const char *strings, const char *workbook)
{
  g_autofree char *book = g_strdup_printf ("<workbook " MAIN " xmlns:r='" RELATIONS "'><workbookPr %s/><sheets>"
                                           "<sheet name='Register' sheetId='1' r:id='rId1'/></sheets></workbook>",
                                           workbook);
  g_autofree char *sheet = g_strdup_printf ("<worksheet " MAIN "><sheetData>%s</sheetData><pageMargins/></worksheet>", rows);
  g_autofree char *shared = g_strdup_printf ("<sst " MAIN ">%s</sst>", strings);
  const PackPart parts[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "xl/workbook.xml", book },
    { "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>" },
    { "xl/styles.xml", "<styleSheet " MAIN "><numFmts><numFmt numFmtId='164' formatCode='dd mmm yyyy'/>"
                       "<numFmt numFmtId='165' formatCode='&quot;£&quot;#,##0.00'/><numFmt numFmtId='166' formatCode='hh:mm'/>"
                       "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
                       "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/></cellXfs></styleSheet>" },
    { "xl/worksheets/sheet1.xml", sheet },
    { "xl/sharedStrings.xml", shared },
    { NULL },
  };

  return pack_zip (name, parts);
}

GFile *
pack_ods (const char *name, const char *tables)
{
  g_autofree char *content = g_strdup_printf (
      "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
      "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
      "xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
      "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>",
      tables);
  const PackPart parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
    { "content.xml", content },
    { NULL },
  };

  return pack_zip (name, parts);
}
