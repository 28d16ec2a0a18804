#pragma once

#include "store/document.h"

G_BEGIN_DECLS

/* A question that a worker answers with a reader of its own, while its owner goes on. Of several that an owner asks in the
 * same place only the newest counts: it cancels the one before, whose answer is then dropped. */
typedef struct
{
  /* On the worker: the answer, or NULL with @error set. */
  gpointer (*find) (TenureReader *reader, gpointer request, GCancellable *cancellable, GError **error);

  /* On the main thread, never for a question that was overtaken or cancelled. @answer: transfer full; NULL with @error. */
  void (*found) (gpointer owner, gpointer request, gpointer answer, const GError *error);

  GDestroyNotify free_request;
  GDestroyNotify free_answer;
} TenureLookup;

/**
 * tenure_lookup_ask:
 * @running: a field of @owner: what was asked last, NULL when idle
 * @owner: (type GObject): kept until the worker is done
 * @document: (nullable): what the reader reads; NULL: all is in @request, and the worker is given no reader
 * @request: (transfer full): everything that the worker needs; it sees nothing else
 */
void tenure_lookup_ask (
    const TenureLookup *lookup, GCancellable **running, gpointer owner, TenureDocument *document, gpointer request);

/* Wants no answer any more: for dispose, and when there is nothing left to ask about. */
void tenure_lookup_cancel (GCancellable **running);

G_END_DECLS
