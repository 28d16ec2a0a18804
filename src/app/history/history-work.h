#pragma once

#include "store/document.h"
#include "store/history-compare.h"

G_BEGIN_DECLS

/* What the History page reads, on workers: the history of a large portfolio is walked row by row. */

/* A question, which owns its texts. */
typedef struct
{
  TenureHistoryFilter filter; /* its texts are those below */
  char *author, *words;
  char *since, *before; /* moments that become the stretch of the filter when it is answered; NULL: it stands as it is */
  gboolean compare;     /* what changed, rather than the steps */
  gint64 step;          /* what this step changed, whatever the stretch; 0: none */
  guint skip, max;      /* of steps or of records */
} TenureHistoryQuestion;

TenureHistoryQuestion *tenure_history_question_new (void);
TenureHistoryQuestion *tenure_history_question_dup (const TenureHistoryQuestion *question);
void tenure_history_question_free (TenureHistoryQuestion *question);

/* Whether it leaves nothing out but by time. */
gboolean tenure_history_question_asks_all (const TenureHistoryQuestion *question);

typedef struct
{
  GPtrArray *entries;                  /* TenureHistoryEntry; NULL where something was compared */
  gboolean more;                       /* there are more steps than were asked for */
  TenureHistoryComparison *comparison; /* NULL where steps were listed */
  GPtrArray *authors;                  /* everybody who made a step; NULL where a single step was looked into */
  char *record_title;                  /* of the record asked for; NULL: none was, or it has no name */
} TenureHistoryAnswer;

void tenure_history_answer_free (TenureHistoryAnswer *answer);

/* @question is copied. */
void tenure_history_ask_async (TenureDocument *document,
                               const TenureHistoryQuestion *question,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
TenureHistoryAnswer *tenure_history_ask_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureHistoryQuestion, tenure_history_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureHistoryAnswer, tenure_history_answer_free)

G_END_DECLS
