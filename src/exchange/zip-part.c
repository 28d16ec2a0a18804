#include "config.h"
#include "exchange/zip-part-private.h"

#include <archive.h>
#include <archive_entry.h>
#include "base/i18n.h"

#include "base/error.h"

#define BLOCK_BYTES (64 * 1024)

struct _TenureZipPart
{
  TenureTable *table;
  GInputStream *stream;
  struct archive *archive;
  GError *error; /* of the last callback, which libarchive cannot carry */
  guint64 expanded;
  gint64 packed_before;
  guint8 block[BLOCK_BYTES];
};

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **out_block)
{
  TenureZipPart *part = data;

  *out_block = part->block;
  g_clear_error (&part->error);
  return tenure_table_read (part->table, part->stream, part->block, sizeof part->block, &part->error);
}

static la_int64_t
seek_cb (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  static const GSeekType types[] = { [SEEK_SET] = G_SEEK_SET, [SEEK_CUR] = G_SEEK_CUR, [SEEK_END] = G_SEEK_END };
  TenureZipPart *part = data;
  GSeekable *seekable = G_SEEKABLE (part->stream);

  g_clear_error (&part->error);
  if (!g_seekable_seek (seekable, offset, types[whence], part->table->cancellable, &part->error))
    return ARCHIVE_FATAL;
  return g_seekable_tell (seekable);
}

/* Turns libarchive's complaint, or the read error behind it, into ours. */
static void
take_error (TenureZipPart *part, GError **error)
{
  if (part->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&part->error));
      return;
    }
  tenure_table_refuse (part->table, 0, 0, _ ("The spreadsheet is damaged: its archive cannot be read to the end."), error);
}

static TenureZipPart *
open_archive (TenureTable *table, GError **error)
{
  g_autoptr (TenureZipPart) part = g_new0 (TenureZipPart, 1);

  part->table = table;
  part->stream = G_INPUT_STREAM (g_file_read (table->file, table->cancellable, error));
  if (part->stream == NULL)
    return NULL;
  part->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (part->archive);
  archive_read_set_read_callback (part->archive, read_cb);
  archive_read_set_seek_callback (part->archive, seek_cb);
  archive_read_set_callback_data (part->archive, part);
  if (archive_read_open1 (part->archive) == ARCHIVE_OK)
    return g_steal_pointer (&part);
  take_error (part, error);
  return NULL;
}

/* The next entry's path, lent; NULL at the end, or with an error. */
static const char *
next_entry (TenureZipPart *part, GError **error)
{
  struct archive_entry *entry;
  const char *path;
  int status = archive_read_next_header (part->archive, &entry);

  if (status == ARCHIVE_EOF)
    return NULL;
  if (status < ARCHIVE_WARN)
    {
      take_error (part, error);
      return NULL;
    }
  /* In a locale that cannot spell a name libarchive gives none; no part that is looked for has such a name. */
  path = archive_entry_pathname_utf8 (entry);
  if (path == NULL)
    path = archive_entry_pathname (entry);
  return path != NULL ? path : "";
}

TenureZipKind
tenure_zip_find_kind (TenureTable *table, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (TenureZipPart) part = open_archive (table, error);
  const char *path;

  if (part == NULL)
    return TENURE_ZIP_UNREADABLE;
  while ((path = next_entry (part, &cause)) != NULL)
    {
      if (g_ascii_strcasecmp (path, "xl/workbook.xml") == 0)
        return TENURE_ZIP_XLSX;
      if (g_ascii_strcasecmp (path, "content.xml") == 0)
        return TENURE_ZIP_ODS;
    }
  if (cause == NULL)
    return TENURE_ZIP_OTHER;
  g_propagate_error (error, g_steal_pointer (&cause));
  return TENURE_ZIP_UNREADABLE;
}

TenureZipPart *
tenure_zip_part_open (TenureTable *table, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (TenureZipPart) part = open_archive (table, error);
  const char *entry;

  if (part == NULL)
    return NULL;
  while ((entry = next_entry (part, &cause)) != NULL)
    if (g_ascii_strcasecmp (entry, path) == 0)
      {
        part->packed_before = archive_filter_bytes (part->archive, -1);
        return g_steal_pointer (&part);
      }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("%s: The spreadsheet is damaged: its part %s is missing."),
                 table->name, path);
  return NULL;
}

gssize
tenure_zip_part_read (TenureZipPart *part, void *buffer, gsize size, GError **error)
{
  la_ssize_t n = archive_read_data (part->archive, buffer, size);
  guint64 packed;

  if (n < 0)
    {
      take_error (part, error);
      return -1;
    }
  part->expanded += (guint64) n;
  /* Bytes taken from the file so far: up to one block too many, which errs on the side of the file. */
  packed = (guint64) MAX (archive_filter_bytes (part->archive, -1) - part->packed_before, 1);
  if (part->expanded <= TENURE_TABLE_EXPANSION_FREE || part->expanded / TENURE_TABLE_MAX_EXPANSION <= packed)
    return n;
  tenure_table_refuse (part->table, 0, 0,
                       _ ("The spreadsheet unpacks to far more than it can honestly hold, so it is not read."), error);
  return -1;
}

void
tenure_zip_part_free (TenureZipPart *part)
{
  if (part == NULL)
    return;
  if (part->archive != NULL)
    archive_read_free (part->archive);
  g_clear_object (&part->stream);
  g_clear_error (&part->error);
  g_free (part);
}
