#pragma once

#include "analysis/boards.h"
#include "analysis/figure.h"
#include "analysis/term.h"

G_BEGIN_DECLS

/* How much of a record, and of a portfolio, is recorded: docs/domain.md, section 4, "field completeness".
 *
 * Which fields count is written in the catalogue, in two columns. A field with TENURE_FIELD_CORE counts because a rule or a
 * figure about every record of its type cannot be told without it, or because nobody could act on the record: who looks
 * after it, what it is for. Where `counts_unless` holds, the question does not arise, and the field does not count: the end
 * of an open-ended agreement, the notice of income that citizens direct, the accounts of a council. What belongs to a record
 * may count like a field: of an agreement one funder, whichever (TenureRecordDef.core). Nothing else is looked at: a field
 * that is recorded as "no" is recorded, and one that is filled in wrongly is for the checks to find. */

/* What is recorded in @field (an index) of @record: NULL for nothing, the stored value of a choice, "1" or "0" of a flag,
 * and "" of everything else that is recorded. Lent until the record changes. */
typedef const char *(*TenureFieldCode) (gconstpointer record, guint field);

/* Whether any record of type @child belongs to @record. */
typedef gboolean (*TenureHasChild) (gconstpointer record, TenureRecordType child);

/* More fields than any type of record counts. */
#define TENURE_COMPLETENESS_MAX_FIELDS 24

/* What counts: a field of the record, or that any record of a type belongs to it. */
typedef struct
{
  guint8 field; /* index */
  gint8 child;  /* TenureRecordType; NONE for a field */
} TenureCounted;

/* "Signed end", "Funders": translated and static; and the catalogue's name, "end", "funder". */
const char *tenure_counted_label (TenureRecordType type, TenureCounted counted);
const char *tenure_counted_name (TenureRecordType type, TenureCounted counted);

/* One record: known + n_missing = of. */
typedef struct
{
  guint known, of;
  guint n_missing;
  TenureCounted missing[TENURE_COMPLETENESS_MAX_FIELDS]; /* fields in the order of the form, then children */
} TenureCompleteness;

/**
 * tenure_completeness_of:
 *
 * What counts of one record of @type, and what of it is not recorded.
 *
 * Worked example: tests/analysis/test-completeness.c.
 */
TenureCompleteness tenure_completeness_of (TenureRecordType type,
                                           TenureFieldCode code,
                                           TenureHasChild has_child,
                                           gconstpointer record);

/* The same for what is to be settled before an agreement starts (TENURE_FIELD_BEFORE_START): specification, measures, whom
 * it serves, the way of varying it. Here "no" is not settled: a flag counts as known when it says yes. Rule A1 judges the
 * same four. */
TenureCompleteness tenure_completeness_before_start (TenureFieldCode code, gconstpointer agreement);

/* Both of the fact at @index: an agreement, organisation, board or seat; nothing counts of other types. An organisation's
 * accounts are those looked at on the terms' day (analysis/accounts.h). */
TenureCompleteness tenure_completeness_of_fact (const TenureTerms *terms, TenureRecordType type, guint index);
TenureCompleteness tenure_completeness_of_fact_before_start (const TenureTerms *terms, guint agreement);

/* One field, or child, over many records. */
typedef struct
{
  TenureCounted counted;
  guint known, of;
} TenureFieldTally;

/* All records of one type. */
typedef struct
{
  TenureRecordType type;
  guint n_records;
  guint n_complete; /* records of which nothing that counts is missing */
  guint known, of;  /* Σ over the fields: the share of the type */
  guint n_fields;
  TenureFieldTally fields[TENURE_COMPLETENESS_MAX_FIELDS]; /* each that may count, as in TenureCompleteness */
} TenureCompletenessTally;

typedef enum
{
  TENURE_COMPLETENESS_AGREEMENTS,
  TENURE_COMPLETENESS_ORGANISATIONS,
  TENURE_COMPLETENESS_BOARDS,
  TENURE_COMPLETENESS_SEATS,
  TENURE_N_COMPLETENESS,
} TenureCompletenessPart;

/**
 * TenurePortfolioCompleteness:
 * @parts: by TenureCompletenessPart:
 *   - agreements of the selection that are planned, running or not known to have ended, but for those whose provider is
 *     known not to be of the voluntary sector: what has ended changes no figure ahead
 *   - the organisations that provide these, each once
 *   - the boards that exist on T and the seats that are established on them, whatever the selection
 * @before_start: of the agreements counted, those that have not begun on T; a flag is known when it says yes
 */
typedef struct
{
  TenureCompletenessTally parts[TENURE_N_COMPLETENESS];
  TenureCompletenessTally before_start;
} TenurePortfolioCompleteness;

/* @selection: (nullable). Linear; 100,000 agreements < 25 ms (tests/bench/bench-analysis.c). The caller frees with g_free().
 * Slow obvious version: tests/analysis/test-completeness.c. */
TenurePortfolioCompleteness *tenure_completeness_new (const TenureTerms *terms,
                                                      const TenureBoards *boards,
                                                      const TenureSelection *selection) G_GNUC_WARN_UNUSED_RESULT;

/* Calls @visit for each record that is counted, once, agreements with their providers before boards and seats; @index: into
 * the facts. @selection: (nullable). */
typedef void (*TenureCompletenessVisit) (TenureCompletenessPart part, guint index, gpointer data);
void tenure_completeness_visit (const TenureTerms *terms,
                                const TenureBoards *boards,
                                const TenureSelection *selection,
                                TenureCompletenessVisit visit,
                                gpointer data);

/* The share of @tally's fields that are recorded, a ratio with its coverage in fields; cannot tell where none counts. */
TenureFigure tenure_completeness_share (const TenureCompletenessTally *tally);

G_END_DECLS
