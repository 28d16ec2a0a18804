#pragma once

#include "app/session.h"

G_BEGIN_DECLS

/* A notification of the desktop about what is to be decided in an open portfolio, for who asked for it in the
 * preferences. */

/* What was told is told again after so many days, even if nothing changed: a local setting. */
#define TENURE_DUE_NOTICE_AGAIN_DAYS 7

/**
 * tenure_due_notice_is_new:
 * @words: what there is to decide
 * @told: (nullable): what was told last
 * @told_day: when that was; of no meaning without @told
 *
 * Returns: whether to tell @words on @today: others than the last time, or as long ago as said above. A day that lies ahead,
 *   of a clock that was wrong, counts as long ago.
 */
gboolean tenure_due_notice_is_new (const char *words, const char *told, TenureDay told_day, TenureDay today);

/* Tells of the document of @session, when the user asked for that, its figures are of today and of all of it, it has a file,
 * and there is something to decide by the end of next month that is not put off (app/overview/attention.h). The words are
 * the overview's, numbers without names: notifications are seen on locked screens. Counted on a worker. Does nothing
 * otherwise. */
void tenure_due_notice_look (TenureSession *session);

/* The same of the documents at @uris, (element-type utf8), without a window: each is opened for reading on a worker, counted
 * and let go. Holds @application until all is told. What cannot be read is passed over. */
void tenure_due_notice_round (GApplication *application, const GPtrArray *uris);

G_END_DECLS
