#pragma once

#include "analysis/term.h"
#include "store/edit.h"
#include "store/record.h"

G_BEGIN_DECLS

/* Some fields of many records, each set to one value: what that would change, before it is done. Nothing here knows widgets,
 * and nothing is written to what is handed in, so that a worker may do it. Tests: tests/app/test-bulk-plan.c. */
typedef struct
{
  TenureRecord *values; /* what the fields are set to, NULL-kind for "not recorded"; and the currency of amounts */
  GArray *fields;       /* of guint: each once, in the order in which they were chosen; at least one */
  GPtrArray *created;   /* of TenureRecord: what values refer to and what is not stored yet */
} TenureBulkChange;

/* @created: (nullable) (element-type TenureRecord): records made on the way; those that @values refer to are taken along.
 * Everything is copied. */
TenureBulkChange *tenure_bulk_change_new (const TenureRecord *values, const GArray *fields, const GPtrArray *created);
void tenure_bulk_change_free (TenureBulkChange *change);

/* One field that one record has another value in. */
typedef struct
{
  guint field;
  char *before; /* for people; NULL when not recorded */
} TenureBulkCell;

/* One record that it would change. */
typedef struct
{
  TenureId id;
  guint index; /* among the records given */
  char *title;
  GArray *cells;           /* of TenureBulkCell, in the order of the change; at least one */
  gboolean needs_currency; /* an amount comes into a record that names no currency */
  char *detail;            /* what tells it from another of the same title; NULL for nothing, or not judged */
  char *contradiction;     /* what would contradict itself then and does not now; NULL for nothing, or not judged */
} TenureBulkRow;

typedef struct
{
  GPtrArray *rows;        /* of TenureBulkRow: those that would change, in the order given */
  guint n_same;           /* have all the values already */
  guint n_other_currency; /* have an amount in another currency, which is left as it is */
  guint n_contradicting;  /* rows that have a contradiction */
} TenureBulkPlan;

void tenure_bulk_plan_free (TenureBulkPlan *plan);

/* What @change would do to @records (element-type TenureRecord; NULL for one that is gone). Titles are those of the
 * records. */
TenureBulkPlan *tenure_bulk_plan_new (const TenureBulkChange *change, const GPtrArray *records);

/**
 * tenure_bulk_plan_judge:
 * @terms: (nullable): of the day that is looked at, with facts that hold what stands below the agreements: funders, options,
 *   payments and what they hang on
 *
 * Fills in what would newly contradict itself in each agreement of the plan, in the words of forms
 * (analysis/contradictions.h): worth saying before it is done, never a reason to refuse; and what the agreement is committed
 * to. One that @terms do not know is judged by itself. Records of other types are not judged. 1,000 agreements of 100,000
 * take a few hundredths of a second (tests/bench/bench-register.c): for a worker.
 */
void tenure_bulk_plan_judge (TenureBulkPlan *plan,
                             const TenureBulkChange *change,
                             const GPtrArray *records,
                             const TenureTerms *terms);

/* "40 change; 2 have it already; 1 is in another currency and stays as it is; 12 would then contradict themselves". Free. */
char *tenure_bulk_plan_dup_summary (const TenureBulkPlan *plan, const TenureBulkChange *change);

/* "Ana → Ada"; where several fields are set, a line for each that changes: "Owner: Ana → Ada". The caller frees. */
char *tenure_bulk_row_dup_words (const TenureBulkRow *row, const TenureBulkChange *change);

/* The last day on which funding of an agreement is promised, as it is and as a change would leave it; NONE where it cannot
 * be told, and while it is open-ended, which is said beside it. */
typedef struct
{
  TenureDay before, after;
  gboolean open_before, open_after;
} TenureBulkCommitment;

/* @index: of both in @terms, whose options taken up count; -1: neither day can be told. */
TenureBulkCommitment tenure_bulk_find_commitment (const TenureRecord *before,
                                                  const TenureRecord *after,
                                                  const TenureTerms *terms,
                                                  int index);

/* What tells a record from another of the same title: provider, reference, first and last day of an agreement, or that it is
 * open-ended, with what it is committed to where that is another day or becomes one. NULL when nothing of that is recorded.
 * The caller frees. */
char *tenure_bulk_dup_detail (const TenureRecord *record, TenureBulkCommitment commitment);

/* The currency in which the first of @records (element-type TenureRecord, nullable elements) counts; GBP when none says. */
TenureCurrency tenure_bulk_find_currency (const GPtrArray *records);

/* What is said of it once it is done, and what undo calls it: "Set owner to Dana Whitlock in 40 agreements", "Set owner and
 * renewal notice in 40 agreements", "Set 3 fields in 40 agreements". A long value is cut. The caller frees. */
char *tenure_bulk_dup_label (const TenureBulkChange *change, guint n);

/* Makes the changes within an edit: all of them, or FALSE as tenure_edit_set() does. */
gboolean tenure_bulk_make (const TenureBulkChange *change, const TenureBulkPlan *plan, TenureEdit *edit, GError **error);

/* Sets the fields of the plan's records, as one edit; 1,000 of them take a fraction of a second. Fails as
 * tenure_document_edit() does, with the document as it was. */
gboolean tenure_bulk_apply (const TenureBulkChange *change,
                            const TenureBulkPlan *plan,
                            TenureDocument *document,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureBulkChange, tenure_bulk_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureBulkPlan, tenure_bulk_plan_free)

G_END_DECLS
