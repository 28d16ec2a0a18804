#pragma once

#include "store/history.h"

G_BEGIN_DECLS

/* Going through the history: back and forth in the document itself, and to the past in a copy of it. */

/* How far the work is, 0 to 1. Called on the thread that does it. */
typedef void (*TenureTravelProgress) (double fraction, gpointer data);

/**
 * tenure_document_go_to:
 * @seq: a step of the history; 0: the beginning
 *
 * Undoes all steps after @seq that stand; where none does, redoes the undone ones up to and with @seq. All of them or none:
 * one transaction and one `changed`. Each remains a step of its own, so that undo and redo go on one by one from there.
 * @out_n_steps (nullable): how many steps that were; 0 when there was nothing to do
 *
 * Returns: FALSE, with the document as it was, as tenure_document_undo() does, or on G_IO_ERROR_CANCELLED
 */
gboolean tenure_document_go_to (TenureDocument *self,
                                gint64 seq,
                                TenureTravelProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                guint *out_n_steps,
                                GError **error);

/* The same on a worker. @progress_data outlives the call. */
void tenure_document_go_to_async (TenureDocument *self,
                                  gint64 seq,
                                  TenureTravelProgress progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
gboolean tenure_document_go_to_finish (TenureDocument *self, GAsyncResult *result, guint *out_n_steps, GError **error);

/**
 * tenure_document_open_past:
 * @seq: a step of the history; 0: the beginning
 * @when: for people, the moment that it stands for: "3 Mar 2026". Part of the title; tenure_document_get_recorded() lends it
 *
 * The document as it was recorded when @seq was the newest step: a copy of the working copy on which the later steps that
 * stand are undone, and whose own history ends there. It is read-only, belongs to no file and vanishes when it is closed
 * or when the program ends, however it ends; saving it under a name makes an ordinary document of it. What was undone
 * before now is not in it: such steps do not stand. On the thread of @self.
 *
 * Returns: (transfer full): NULL on TENURE_ERROR_CORRUPT (a step in between is damaged), CHANGED, STORAGE or
 *   G_IO_ERROR_CANCELLED; nothing is left behind then
 */
TenureDocument *tenure_document_open_past (TenureDocument *self,
                                           gint64 seq,
                                           const char *when,
                                           TenureTravelProgress progress,
                                           gpointer progress_data,
                                           GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same on a worker. @progress_data outlives the call. */
void tenure_document_open_past_async (TenureDocument *self,
                                      gint64 seq,
                                      const char *when,
                                      TenureTravelProgress progress,
                                      gpointer progress_data,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
TenureDocument *tenure_document_open_past_finish (TenureDocument *self,
                                                  GAsyncResult *result,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The moment that a document of the past stands for, as it was given; NULL for any other. Lent. */
const char *tenure_document_get_recorded (TenureDocument *self);

/* The step that the user's file holds: what came after it is not saved. -1 for a document without a file, where nothing
 * is. */
gint64 tenure_document_get_saved_step (TenureDocument *self);

G_END_DECLS
