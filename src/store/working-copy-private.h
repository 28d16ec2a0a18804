#pragma once

#include "store/user-file-private.h"

G_BEGIN_DECLS

/**
 * TenureWorkingCopy:
 * One folder below `working/` in the state folder:
 *
 *   portfolio.tenure   the working copy, with its write-ahead log while in use
 *   incoming           the bytes on their way, while they are copied
 *   state.ini          which file it is a copy of, and which step of history that file holds
 *   lock               held by the program that uses the copy; the system drops the lock when its holder dies
 *
 * The state is beside the copy and not in it, because a saved file must not tell where it was kept.
 */
typedef struct
{
  char *folder;
  char *database; /* path of the working copy */
  int lock;       /* file descriptor */
  GFile *file;    /* the user's file, or NULL */
  char *title;
  TenureFileMark mark;
  gint64 saved_seq; /* the step of history that the user's file holds; -1: none, so even no step at all is unsaved */
} TenureWorkingCopy;

/* "$XDG_STATE_HOME/tenure" for NULL. The caller frees. */
char *tenure_state_dir_dup (const char *state_dir);

/* A new, empty, locked folder. */
TenureWorkingCopy *tenure_working_copy_new (const char *state_dir, GError **error);

/* Takes the lock of what is left in @folder; TENURE_ERROR_CHANGED when someone holds it, NOT_FOUND when it is gone. */
TenureWorkingCopy *tenure_working_copy_lock (const char *folder, GError **error);

/* Reads state.ini as far as it can be read. A copy without one, or with a damaged one, belongs to no file and is unsaved
 * as a whole: nothing of it is lost, and nothing is overwritten with it. */
void tenure_working_copy_load (TenureWorkingCopy *copy);

/* Whether the working copy itself is there. A program that died while it fetched the bytes leaves a folder without one. */
gboolean tenure_working_copy_is_ready (const TenureWorkingCopy *copy);

/* Where bytes are fetched to; tenure_working_copy_arrive() makes them the working copy, at once and as a whole. */
char *tenure_working_copy_dup_incoming (const TenureWorkingCopy *copy);
gboolean tenure_working_copy_arrive (const TenureWorkingCopy *copy, GError **error);

/* The state folder that it lies in. The caller frees. */
char *tenure_working_copy_dup_state_dir (const TenureWorkingCopy *copy);

/* Writes state.ini, atomically. */
gboolean tenure_working_copy_store (const TenureWorkingCopy *copy, GError **error);

/* Lets go of the lock; the folder stays. */
void tenure_working_copy_free (TenureWorkingCopy *copy);

/* Removes the folder and all that is in it, then frees. */
void tenure_working_copy_remove (TenureWorkingCopy *copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureWorkingCopy, tenure_working_copy_free)

G_END_DECLS
