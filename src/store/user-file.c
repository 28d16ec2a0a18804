#define _GNU_SOURCE /* sync_file_range () of Linux */
#include "config.h"
#include "store/user-file-private.h"

#include "base/error.h"
#include "store/content-hash-private.h"
#include "store/document.h"
#include "store/file-header-private.h"

#include "base/i18n.h"
#include <fcntl.h>
#include <gio/gfiledescriptorbased.h>
#include <string.h>

#define BLOCK (256 * 1024)
#define MAX_LINKS 16

char *
tenure_user_file_dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}

char *
tenure_user_file_dup_title (GFile *file)
{
  char *name = tenure_user_file_dup_name (file);

  if (g_str_has_suffix (name, TENURE_DOCUMENT_SUFFIX) && strlen (name) > strlen (TENURE_DOCUMENT_SUFFIX))
    name[strlen (name) - strlen (TENURE_DOCUMENT_SUFFIX)] = '\0';
  return name;
}

void
tenure_user_file_fail_changed (GFile *file, GError **error)
{
  g_autofree char *name = tenure_user_file_dup_name (file);

  g_set_error (error, TENURE_ERROR, TENURE_ERROR_CHANGED,
               _ ("“%s” was changed by someone else since it was opened here, so it was not overwritten. Save under another "
                  "name, then compare the two."),
               name);
}

/* An error of GIO about @file becomes one of ours. Returns FALSE. */
static gboolean
fail (GError *original, GFile *file, GError **error)
{
  g_autofree char *name = tenure_user_file_dup_name (file);

  if (original->domain != G_IO_ERROR || original->code == G_IO_ERROR_CANCELLED)
    {
      g_propagate_error (error, original);
      return FALSE;
    }
  switch (original->code)
    {
    case G_IO_ERROR_NOT_FOUND:
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("“%s” is not there."), name);
      break;
    case G_IO_ERROR_WRONG_ETAG:
      tenure_user_file_fail_changed (file, error);
      break;
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_READ_ONLY,
                   _ ("You may not read or write “%s” there. Save under another name or in another folder."), name);
      break;
    case G_IO_ERROR_NO_SPACE:
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE,
                   _ ("There is no space left to write “%s”. The file is as it was; free some space or save elsewhere."),
                   name);
      break;
    default:
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE, _ ("“%s” could not be read or written: %s."), name,
                   original->message);
    }
  g_error_free (original);
  return FALSE;
}

void
tenure_file_mark_clear (TenureFileMark *mark)
{
  g_clear_pointer (&mark->etag, g_free);
  mark->known = FALSE;
}

/* The bytes from one side to the other, hashed on the way. @output may be NULL: then they are only hashed. The header is
 * checked when the first block has come, so that a film is not copied in order to find that it is no document. */
typedef struct
{
  GFile *file;
  gboolean check_header;
  guint64 size;
  int version;
  TenureContentHash hash;
} Transfer;

static gboolean
take_first_block (Transfer *transfer, const guint8 *block, gsize length, GError **error)
{
  g_autofree char *name = tenure_user_file_dup_name (transfer->file);

  return !transfer->check_header
         || tenure_file_header_check (block, MIN (length, TENURE_FILE_HEADER_SIZE), transfer->size, name, &transfer->version,
                                      error);
}

static gboolean
run_transfer (Transfer *transfer, GInputStream *input, GOutputStream *output, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  gboolean first = TRUE;
  gsize length;

  tenure_content_hash_init (&transfer->hash);
  do
    {
      if (!g_input_stream_read_all (input, block, BLOCK, &length, cancellable, error))
        return FALSE;
      if (first && !take_first_block (transfer, block, length, error))
        return FALSE;
      first = FALSE;
      tenure_content_hash_update (&transfer->hash, block, length);
      if (output != NULL && !g_output_stream_write_all (output, block, length, NULL, cancellable, error))
        return FALSE;
    }
  while (length == BLOCK);
  return TRUE;
}

/* Opens @file and reads size and etag of what was opened, not of what bears the name a moment later. */
static GFileInputStream *
open_input (GFile *file, guint64 *out_size, char **out_etag, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      g_autofree char *name = tenure_user_file_dup_name (file);

      g_set_error (error, TENURE_ERROR, TENURE_ERROR_FOREIGN, _ ("“%s” is a folder, not a Tenure document."), name);
      return NULL;
    }
  input = g_file_read (file, cancellable, error);
  if (input == NULL)
    return NULL;
  info = g_file_input_stream_query_info (input, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable,
                                         error);
  if (info == NULL)
    return NULL;
  *out_size = (guint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE);
  *out_etag = g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE));
  return g_steal_pointer (&input);
}

/* What was written begins its way to the disk now, while the copy is being checked, so that SQLite, which waits for it when
 * it turns to its log, finds it there. Only a wish: where it cannot be had nothing else changes. */
static void
begin_writing_out (GOutputStream *output)
{
#ifdef SYNC_FILE_RANGE_WRITE
  if (G_IS_FILE_DESCRIPTOR_BASED (output))
    sync_file_range (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (output)), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
}

static gboolean
transfer_file (Transfer *transfer, GFile *target, TenureFileMark *out_mark, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GFileOutputStream) output = NULL;
  g_autofree char *etag = NULL;

  input = open_input (transfer->file, &transfer->size, &etag, cancellable, error);
  if (input == NULL)
    return FALSE;
  if (target != NULL)
    {
      output = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
      if (output == NULL)
        return FALSE;
    }
  if (!run_transfer (transfer, G_INPUT_STREAM (input), (GOutputStream *) output, cancellable, error))
    return FALSE;
  if (output != NULL)
    begin_writing_out (G_OUTPUT_STREAM (output));
  if (output != NULL && !g_output_stream_close (G_OUTPUT_STREAM (output), cancellable, error))
    return FALSE;
  out_mark->etag = g_steal_pointer (&etag);
  out_mark->hash = tenure_content_hash_finish (&transfer->hash);
  out_mark->known = TRUE;
  return TRUE;
}

gboolean
tenure_user_file_copy (
    GFile *file, const char *path, int *out_version, TenureFileMark *out_mark, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) target = g_file_new_for_path (path);
  Transfer transfer = { .file = file, .check_header = TRUE };
  GError *failure = NULL;

  if (!transfer_file (&transfer, target, out_mark, cancellable, &failure))
    return fail (failure, file, error);
  *out_version = transfer.version;
  return TRUE;
}

gboolean
tenure_user_file_read_mark (GFile *file, TenureFileMark *out_mark, GCancellable *cancellable, GError **error)
{
  Transfer transfer = { .file = file };
  GError *failure = NULL;

  return transfer_file (&transfer, NULL, out_mark, cancellable, &failure) || fail (failure, file, error);
}

/* What @file is in the end. Replacing a link would leave the file behind it as it was. */
static GFile *
follow_links (GFile *file)
{
  g_autoptr (GFile) followed = g_object_ref (file);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autoptr (GFileInfo) info =
          g_file_query_info (followed, G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK "," G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET,
                             G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
      g_autoptr (GFile) folder = g_file_get_parent (followed);
      GFile *next;

      if (info == NULL || folder == NULL || !g_file_info_get_is_symlink (info)
          || g_file_info_get_symlink_target (info) == NULL)
        break;
      next = g_file_resolve_relative_path (folder, g_file_info_get_symlink_target (info));
      g_object_unref (followed);
      followed = next;
    }
  return g_steal_pointer (&followed);
}

/* A stream that is merely dropped commits what it has so far; closing it with a cancelled cancellable takes it back. */
static void
abandon (GFileOutputStream *output)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (output), cancelled, NULL);
}

static gboolean
write_through (Transfer *transfer, GFileOutputStream *output, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) input = g_file_read (transfer->file, cancellable, error);

  return input != NULL && run_transfer (transfer, G_INPUT_STREAM (input), G_OUTPUT_STREAM (output), cancellable, error)
         && g_output_stream_flush (G_OUTPUT_STREAM (output), cancellable, error);
}

gboolean
tenure_user_file_replace (
    const char *source, GFile *target, const char *etag, TenureFileMark *out_mark, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) followed = follow_links (target);
  g_autoptr (GFile) source_file = g_file_new_for_path (source);
  g_autoptr (GFileOutputStream) output = NULL;
  Transfer transfer = { .file = source_file };
  GError *failure = NULL;

  output = g_file_replace (followed, etag, FALSE, G_FILE_CREATE_NONE, cancellable, &failure);
  if (output == NULL)
    return fail (failure, target, error);
  if (!write_through (&transfer, output, cancellable, &failure))
    {
      abandon (output);
      return fail (failure, target, error);
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (output), cancellable, &failure))
    return fail (failure, target, error);
  out_mark->etag = g_file_output_stream_get_etag (output);
  out_mark->hash = tenure_content_hash_finish (&transfer.hash);
  out_mark->known = TRUE;
  return TRUE;
}
