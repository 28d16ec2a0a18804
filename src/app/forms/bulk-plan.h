#pragma once

#include "analysis/term.h"
#include "store/document.h"
#include "store/record.h"

G_BEGIN_DECLS

/* One field of many records set to one value: what that would change, before it is done. Nothing here knows widgets. */
typedef struct
{
  TenureRecordType type;
  guint field;
  TenureValue value;       /* NULL-kind: "not recorded" */
  TenureCurrency currency; /* of an amount; NONE otherwise */
} TenureBulkChange;

/* One record that it would change. */
typedef struct
{
  TenureId id;
  guint index; /* among the records given */
  char *title;
  char *before;            /* for people; NULL when not recorded */
  gboolean needs_currency; /* an amount comes into a record that names no currency */
  char *contradiction;     /* what would contradict itself then and does not now; NULL for nothing, or not looked for */
} TenureBulkRow;

typedef struct
{
  GPtrArray *rows;        /* of TenureBulkRow: those that would change, in the order given */
  guint n_same;           /* have the value already */
  guint n_other_currency; /* amounts in another currency: left as they are */
  guint n_contradicting;  /* rows that have a contradiction */
} TenureBulkPlan;

void tenure_bulk_plan_free (TenureBulkPlan *plan);

/* What @change would do to @records (element-type TenureRecord; NULL for one that is gone). Titles are those of the
 * records. */
TenureBulkPlan *tenure_bulk_plan_new (const TenureBulkChange *change, const GPtrArray *records);

/**
 * tenure_bulk_plan_find_contradictions:
 * @facts: (nullable): what stands below the agreements: funders, options, payments and what they hang on
 *
 * Fills in what would newly contradict itself in each agreement of the plan, in the words of forms
 * (analysis/contradictions.h): worth saying before it is done, never a reason to refuse. An agreement that @facts do not
 * know is judged by itself. Records of other types are not judged.
 */
void tenure_bulk_plan_find_contradictions (TenureBulkPlan *plan,
                                           const TenureBulkChange *change,
                                           const GPtrArray *records,
                                           const TenureFacts *facts);

/* The last day on which funding of an agreement is promised, as it is and as @change would leave it; NONE where it cannot be
 * told. */
typedef struct
{
  TenureDay before, after;
} TenureBulkCommitment;

/* @terms: of the day that is looked at; the options taken up are those of its facts. Without @terms, or of an agreement that
 * they do not know yet, neither day can be told. */
TenureBulkCommitment tenure_bulk_find_commitment (const TenureBulkChange *change,
                                                  const TenureRecord *agreement,
                                                  const TenureTerms *terms);

/* What tells a record from another of the same title: provider, reference, first and last day of an agreement, with what it
 * is committed to where that is another day or becomes one. NULL when nothing of that is recorded. The caller frees. */
char *tenure_bulk_dup_detail (const TenureRecord *record, TenureBulkCommitment commitment);

/* The currency in which the first of @records (element-type TenureRecord, nullable elements) counts; GBP when none says. */
TenureCurrency tenure_bulk_find_currency (const GPtrArray *records);

/* The fields that can be set for many records at once, in the order of forms: those that a form shows, but what names a
 * record. (element-type guint) */
GArray *tenure_bulk_list_fields (TenureRecordType type);

/* What undo will call it: "Change owner of 40 agreements". The caller frees. */
char *tenure_bulk_dup_label (const TenureBulkChange *change, guint n);

/**
 * tenure_bulk_apply:
 * @created: (nullable) (element-type TenureRecord): records that the value may refer to and that are not stored yet
 *
 * Sets the field of the plan's records, as one edit; 1,000 of them take a fraction of a second. Fails as
 * tenure_document_edit() does, with the document as it was.
 */
gboolean tenure_bulk_apply (const TenureBulkChange *change,
                            const TenureBulkPlan *plan,
                            const GPtrArray *created,
                            TenureDocument *document,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureBulkPlan, tenure_bulk_plan_free)

G_END_DECLS
