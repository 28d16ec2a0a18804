#pragma once

#include "store/history-filter.h"

G_BEGIN_DECLS

/* What changed between two points of the history, record by record: the steps between them put together, so that a field
 * which was changed and changed back is no change, and a record that came and went is none. Works from the stored
 * changesets alone and never copies the document. Damaged steps cannot be seen through: they are an error. */

/* One field of a record, at the first point and at the second. */
typedef struct
{
  guint field; /* index */
  TenureValue before, after;
  char *before_label, *after_label; /* for people; NULL when not recorded */
} TenureFieldDifference;

typedef enum
{
  TENURE_DIFFERENCE_CHANGED,
  TENURE_DIFFERENCE_DELETED,
  TENURE_DIFFERENCE_ADDED,
  TENURE_N_DIFFERENCES,
} TenureDifferenceKind;

/* One record. */
typedef struct
{
  TenureRecordType type;
  TenureId id;
  TenureDifferenceKind kind;
  char *title;                  /* what it is called now, or was when it went; NULL: it has no name of its own */
  char *detail;                 /* what tells it from others of that title: an agreement's provider and start; NULL */
  TenureRecordType parent_type; /* what it belongs to; NONE for types that stand alone */
  TenureId parent;
  char *parent_title;
  GArray *fields; /* TenureFieldDifference, in the order of forms: those that differ; of a whole record those that hold
                     something */
  gint64 seq;     /* the last step that touched it */
} TenureRecordDifference;

typedef struct
{
  gint64 after, until;                          /* the steps that were put together: after one, up to another */
  TenureHistoryCounts counts[TENURE_N_RECORDS]; /* records that differ, whatever was skipped */
  gboolean settings;                            /* a document setting was touched; FALSE where one record was asked for */
  guint n_records;                              /* how many differ, whatever was skipped */
  GPtrArray *records;                           /* TenureRecordDifference: changed, then deleted, then added; of each,
                                                   what was touched last comes first */
} TenureHistoryComparison;

/**
 * tenure_history_compare:
 * @filter: the stretch of history and whose records are asked for. An author means the records that this person touched in
 *   it, with all that happened to them
 * @skip, @max: the first to put into words and how many (0: all): only those cost anything to speak of
 *
 * For a worker: the changesets of the stretch are walked row by row.
 *
 * Returns: (transfer full): NULL with @error set on CORRUPT (a step of the stretch is damaged; the message names it) or
 *   G_IO_ERROR_CANCELLED
 */
TenureHistoryComparison *tenure_history_compare (TenureReader *reader,
                                                 const TenureHistoryFilter *filter,
                                                 guint skip,
                                                 guint max,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of one step alone, which may also be an undone one; the stretch of @filter does not matter. NOT_FOUND when the
 * step is no longer kept. */
TenureHistoryComparison *tenure_history_compare_step (TenureReader *reader,
                                                      gint64 seq,
                                                      const TenureHistoryFilter *filter,
                                                      guint skip,
                                                      guint max,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

void tenure_history_comparison_free (TenureHistoryComparison *comparison);
void tenure_record_difference_free (TenureRecordDifference *difference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureHistoryComparison, tenure_history_comparison_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRecordDifference, tenure_record_difference_free)

G_END_DECLS
