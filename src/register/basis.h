#pragma once

#include "analysis/analysis.h"
#include "store/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What one reading of the document says on one day, whatever is looked at: facts, terms, boards and the flags of all
 * agreements, with an index of records by their ids. Immutable once made, counted by reference, readable from any thread;
 * shared between snapshots (register/snapshot.h) until the document or the day changes. */
typedef struct _TenureBasis TenureBasis;

/**
 * tenure_basis_new:
 * @reader: read in one pass; may be freed afterwards
 * @year_first_month: 1–12, the month in which a financial year begins
 *
 * For a worker: 100,000 agreements take about a quarter of a second.
 */
TenureBasis *tenure_basis_new (TenureReader *reader,
                               TenureDay as_of,
                               int year_first_month,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tenure_basis_for_portfolio:
 * @portfolio: the one that is looked at, or TENURE_ID_NONE
 *
 * The same reading of the document, judged by the rules as they are in @portfolio (catalogue/rule-setting.h): @self or the
 * basis it was made from where that makes no difference, else a new one that shares everything read and computes again. For
 * a worker.
 *
 * Returns: (transfer full)
 */
TenureBasis *tenure_basis_for_portfolio (TenureBasis *self, TenureId portfolio) G_GNUC_WARN_UNUSED_RESULT;
TenureBasis *tenure_basis_ref (TenureBasis *self);
void tenure_basis_unref (TenureBasis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureBasis, tenure_basis_unref)

/* Everything computed for all agreements, whatever the filter; and its parts. */
const TenureAnalysis *tenure_basis_get_analysis (const TenureBasis *self);
const TenureFacts *tenure_basis_get_facts (const TenureBasis *self);
const TenureTerms *tenure_basis_get_terms (const TenureBasis *self);
const TenureBoards *tenure_basis_get_boards (const TenureBasis *self);
const TenureFlags *tenure_basis_get_flags (const TenureBasis *self);

/* What agreements and organisations have in a field that is marked as a facet and that the facts do not hold; a field that
 * holds several texts has several. The texts that occur in @field of @type, each once; and those of record @index among
 * them, by their numbers, lent. */
const char *const *tenure_basis_get_names (const TenureBasis *self,
                                           TenureRecordType type,
                                           const TenureField *field,
                                           guint *out_n);
const gint32 *tenure_basis_get_values (
    const TenureBasis *self, TenureRecordType type, const TenureField *field, guint index, guint *out_n);

/* The index of the record in its array of facts, or -1: agreements, organisations, boards, seats and people. */
int tenure_basis_find (const TenureBasis *self, TenureRecordType type, TenureId id);

/* The agreements that organisation @index provides, as indexes into the facts, in their order; lent. */
const guint32 *tenure_basis_get_provided (const TenureBasis *self, guint index, guint *out_n);

/* The rules that fire on agreement @index, a bit for each TenureRuleId; "cannot tell" is no firing. */
guint32 tenure_basis_get_fired_rules (const TenureBasis *self, guint index);

/* The worst level of a record: agreement, organisation, board or seat; NONE for others and for strangers. */
TenureLevel tenure_basis_get_level (const TenureBasis *self, TenureRecordType type, TenureId id);

G_END_DECLS
