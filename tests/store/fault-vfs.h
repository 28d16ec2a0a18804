#pragma once

#include <glib.h>

/* A layer between SQLite and the real file system that counts and fails, so that the program itself holds nothing for
 * these tests. */

typedef enum
{
  FAULT_CHANGE, /* opening, writing, cutting, syncing, sharing memory */
  FAULT_READ,   /* reading */
} FaultKind;

/* Puts it under all connections opened from now on. */
void fault_install (void);

/* After @n more operations of @kind one fails with SQLite's @code, and with @for_good all after it. */
void fault_arm (FaultKind kind, int n, int code, gboolean for_good);

/* Nothing fails from now on. Returns how many operations did: 0, and there were no more than @n. */
guint fault_disarm (void);
