/* A file system that fails: see fault-vfs.h. */

#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* directly behind this struct */
} FaultFile;

static sqlite3_vfs *real_vfs;
static FaultKind kind;
static int countdown;    /* operations of that kind until one fails; negative: none does. Atomic: facts are read by two threads */
static int result;       /* what it fails with */
static gboolean lasting; /* and all after it */
static int n_failed;     /* atomic */

static gboolean
strikes (FaultKind of)
{
  int before;

  if (kind != of || g_atomic_int_get (&countdown) < 0)
    return FALSE;
  before = g_atomic_int_add (&countdown, -1);
  if (before > 0 || (before < 0 && !lasting))
    return FALSE;
  if (lasting)
    g_atomic_int_set (&countdown, 0);
  g_atomic_int_inc (&n_failed);
  return TRUE;
}

void
fault_arm (FaultKind what, int n, int code, gboolean for_good)
{
  kind = what;
  result = code;
  lasting = for_good;
  g_atomic_int_set (&n_failed, 0);
  g_atomic_int_set (&countdown, n);
}

guint
fault_disarm (void)
{
  g_atomic_int_set (&countdown, -1);
  return (guint) g_atomic_int_get (&n_failed);
}

#define REAL(file) (((FaultFile *) (file))->real)
#define PASS(method, ...) REAL (file)->pMethods->method (REAL (file), ##__VA_ARGS__)

static int
fault_close (sqlite3_file *file)
{
  return REAL (file)->pMethods != NULL ? PASS (xClose) : SQLITE_OK;
}

static int
fault_read (sqlite3_file *file, void *data, int n, sqlite3_int64 at)
{
  return strikes (FAULT_READ) ? result : PASS (xRead, data, n, at);
}

static int
fault_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 at)
{
  return strikes (FAULT_CHANGE) ? result : PASS (xWrite, data, n, at);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return strikes (FAULT_CHANGE) ? SQLITE_IOERR_TRUNCATE : PASS (xTruncate, size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  return strikes (FAULT_CHANGE) ? SQLITE_IOERR_FSYNC : PASS (xSync, flags);
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return PASS (xFileSize, size);
}

static int
fault_lock (sqlite3_file *file, int level)
{
  return PASS (xLock, level);
}

static int
fault_unlock (sqlite3_file *file, int level)
{
  return PASS (xUnlock, level);
}

static int
fault_check_reserved_lock (sqlite3_file *file, int *out)
{
  return PASS (xCheckReservedLock, out);
}

static int
fault_file_control (sqlite3_file *file, int op, void *data)
{
  return PASS (xFileControl, op, data);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return PASS (xSectorSize);
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  return PASS (xDeviceCharacteristics);
}

static int
fault_shm_map (sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
  return strikes (FAULT_CHANGE) ? SQLITE_IOERR_SHMMAP : PASS (xShmMap, region, size, extend, out);
}

static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return PASS (xShmLock, offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  PASS (xShmBarrier);
}

static int
fault_shm_unmap (sqlite3_file *file, int remove)
{
  return PASS (xShmUnmap, remove);
}

/* A mapped page cannot fail. While reads are to fail there are none: SQLite then reads instead. */
static int
fault_fetch (sqlite3_file *file, sqlite3_int64 at, int n, void **out)
{
  *out = NULL;
  if (kind == FAULT_READ && g_atomic_int_get (&countdown) >= 0)
    return SQLITE_OK;
  return PASS (xFetch, at, n, out);
}

static int
fault_unfetch (sqlite3_file *file, sqlite3_int64 at, void *data)
{
  return PASS (xUnfetch, at, data);
}

static const sqlite3_io_methods fault_methods = {
  3,
  fault_close,
  fault_read,
  fault_write,
  fault_truncate,
  fault_sync,
  fault_file_size,
  fault_lock,
  fault_unlock,
  fault_check_reserved_lock,
  fault_file_control,
  fault_sector_size,
  fault_device_characteristics,
  fault_shm_map,
  fault_shm_lock,
  fault_shm_barrier,
  fault_shm_unmap,
  fault_fetch,
  fault_unfetch,
};

static int
fault_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *fault = (FaultFile *) file;
  int rc;

  fault->real = (sqlite3_file *) (fault + 1);
  fault->base.pMethods = NULL;
  if (strikes (FAULT_CHANGE))
    return SQLITE_CANTOPEN;
  rc = real_vfs->xOpen (real_vfs, name, fault->real, flags, out_flags);
  if (fault->real->pMethods != NULL)
    fault->base.pMethods = &fault_methods;
  return rc;
}

void
fault_install (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "fault";
  vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  vfs.pNext = NULL;
  vfs.xOpen = fault_open;
  countdown = -1;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
