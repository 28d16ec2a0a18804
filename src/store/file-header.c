#include "config.h"
#include "store/file-header-private.h"

#include "base/error.h"
#include "store/schema-private.h"

#include "base/i18n.h"
#include <string.h>

/* Offsets of the SQLite file format. */
#define PAGE_SIZE_AT 16
#define PAGE_COUNT_AT 28
#define USER_VERSION_AT 60
#define APPLICATION_ID_AT 68

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gboolean
check_length (const guint8 *header, guint64 size, const char *name, GError **error)
{
  guint64 page_size = (guint64) header[PAGE_SIZE_AT] << 8 | header[PAGE_SIZE_AT + 1];
  guint64 wanted;

  if (page_size == 1)
    page_size = 65536;
  wanted = page_size * read_big_endian (header + PAGE_COUNT_AT);
  if (size >= wanted && wanted > 0)
    return TRUE;
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_CORRUPT,
               _ ("“%s” is cut short: a part of the file is missing. It was not opened; copy it again from where it "
                  "came, or open a backup."),
               name);
  return FALSE;
}

gboolean
tenure_file_header_check (
    const guint8 *header, gsize length, guint64 size, const char *name, int *out_version, GError **error)
{
  static const char magic[16] = "SQLite format 3";
  guint32 version;

  if (length < TENURE_FILE_HEADER_SIZE || memcmp (header, magic, sizeof magic) != 0)
    {
      if (length > 0 && length < TENURE_FILE_HEADER_SIZE && memcmp (header, magic, MIN (length, sizeof magic)) == 0)
        return check_length ((const guint8[TENURE_FILE_HEADER_SIZE]){ 0 }, size, name, error);
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_FOREIGN, _ ("“%s” is not a Tenure document."), name);
      return FALSE;
    }
  version = read_big_endian (header + USER_VERSION_AT);
  if (read_big_endian (header + APPLICATION_ID_AT) != TENURE_APPLICATION_ID || version == 0)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_FOREIGN,
                   _ ("“%s” is a database of another program, not a Tenure document."), name);
      return FALSE;
    }
  if (version > TENURE_SCHEMA_VERSION)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_NEWER,
                   _ ("“%s” was written by a newer version of Tenure (document version %u; this one reads up to %d). It was "
                      "not touched. Update Tenure to open it."),
                   name, version, TENURE_SCHEMA_VERSION);
      return FALSE;
    }
  *out_version = (int) version;
  return check_length (header, size, name, error);
}
