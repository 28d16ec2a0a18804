#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Keeps a copy of @file as it is now, in the state folder, and lets the oldest go. Nothing to do when there is no such
 * file. */
gboolean tenure_backup_keep (GFile *file, const char *state_dir, GCancellable *cancellable, GError **error);

G_END_DECLS
