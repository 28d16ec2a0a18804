#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A piece of work that takes a while: what it is, how far it is, and a way to stop it. The window shows it at the bottom
 * once it has lasted longer than a moment (tenure_window_add_progress()). Made, shown and finished on the main thread;
 * tenure_progress_set_fraction() may be called from the worker.
 *
 * Properties: title, fraction (double; −1 when unknown), finished. */
#define TENURE_TYPE_PROGRESS (tenure_progress_get_type ())
G_DECLARE_FINAL_TYPE (TenureProgress, tenure_progress, TENURE, PROGRESS, GObject)

/* @title: translated: "Importing grants.csv". */
TenureProgress *tenure_progress_new (const char *title);

const char *tenure_progress_get_title (TenureProgress *self);

/* Cancelled by the user's Cancel button; give it to the work. Lent. */
GCancellable *tenure_progress_get_cancellable (TenureProgress *self);

/* 0 to 1, or −1 while the end is not known. From any thread; the main thread sees the newest value soon after. */
void tenure_progress_set_fraction (TenureProgress *self, double fraction);
double tenure_progress_get_fraction (TenureProgress *self);

/* The work is over, however it went. */
void tenure_progress_finish (TenureProgress *self);
gboolean tenure_progress_get_finished (TenureProgress *self);

G_END_DECLS
