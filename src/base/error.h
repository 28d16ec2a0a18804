#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TenureError:
 * The one error domain of Tenure. A code says what the caller can do; the message is a whole sentence for the
 * user that names the file, row or record and what to do next.
 *
 * @TENURE_ERROR_INVALID: a value cannot be what was asked for (text that is no date, shares over 100 %)
 * @TENURE_ERROR_RANGE: arithmetic left the range of its type, or an input is larger than the stated limit
 * @TENURE_ERROR_NOT_FOUND: the named record, field or file is not there
 * @TENURE_ERROR_FOREIGN: the file is not a Tenure document
 * @TENURE_ERROR_NEWER: the file was written by a newer version; it was not touched
 * @TENURE_ERROR_CORRUPT: the file or a stored change is damaged
 * @TENURE_ERROR_READ_ONLY: the document or its place may not be written
 * @TENURE_ERROR_CHANGED: the file changed on disk, or the record changed, since it was read
 * @TENURE_ERROR_STORAGE: reading or writing failed (no space, I/O error); nothing was lost
 * @TENURE_ERROR_UNREADABLE: input of a kind or layout that Tenure does not read
 */
typedef enum
{
  TENURE_ERROR_INVALID,
  TENURE_ERROR_RANGE,
  TENURE_ERROR_NOT_FOUND,
  TENURE_ERROR_FOREIGN,
  TENURE_ERROR_NEWER,
  TENURE_ERROR_CORRUPT,
  TENURE_ERROR_READ_ONLY,
  TENURE_ERROR_CHANGED,
  TENURE_ERROR_STORAGE,
  TENURE_ERROR_UNREADABLE,
} TenureError;

#define TENURE_ERROR (tenure_error_quark ())
GQuark tenure_error_quark (void);

G_END_DECLS
