#pragma once

#include "analysis/boards.h"
#include "analysis/explanation.h"
#include "analysis/participation-hours.h"
#include "analysis/portfolio.h"
#include "analysis/providers.h"
#include "analysis/term.h"

G_BEGIN_DECLS

/* The default rules of docs/domain.md, section 3. A rule is one row of a table in flags.c: what it applies
 * to, a function that judges one record, and one that explains the judgement. Severity of a record is the
 * worst rule that fires; there is no weighted score.
 *
 * A rule is judged with what is known: when every value that a missing field could have leads to the same
 * answer, that is the answer; otherwise the flag is "cannot tell" and names the fields. It is only raised
 * where the rule applies. */

typedef struct
{
  guint8 rule;       /* TenureRuleId */
  guint8 level;      /* TenureLevel, never NONE */
  gint8 record_type; /* TenureRecordType; PORTFOLIO for what is judged over the whole selection */
  gint32 index;      /* of the record in the facts; -1 for PORTFOLIO */
  TenureId id;       /* of the record; TENURE_ID_NONE for PORTFOLIO */
  guint64 missing;   /* TenureMissing: what a firmer answer lacks, whatever the level */
  gint32 exemption;  /* index into the facts' exemptions for a flag that is exempted, else -1 */
} TenureFlag;

/**
 * TenureFlags:
 * What fires on the terms' day: agreements of the selection first, record by record, then their providers, then
 * contacts, boards and seats, which are judged whatever the selection, then the portfolio as a whole (D3 by `portfolio`,
 * G5 over all boards): neither a search nor a filter changes what is said of it.
 */
typedef struct
{
  const TenureTerms *terms;
  const TenureBoards *boards;
  const TenurePortfolio *portfolio;
  const TenureProviders *providers;
  const TenureParticipation *participation;
  TenureFlag *flags;
  guint n_flags;
  TenureFlag *exempted; /* would fire, but a recorded exemption holds on the day: from ≤ T < review */
  guint n_exempted;
  guint counts[TENURE_N_RULES][TENURE_LEVEL_RED + 1]; /* flags by rule and level, exempted ones not */
  guint n_scope_unknown; /* live agreements not judged: it is not recorded whether they are VCS */

  /* The worst level of each record; a board's includes its seats', an organisation's the agreements it
   * provides. */
  guint8 *agreement_levels;
  guint8 *board_levels;
  guint8 *seat_levels;
  guint8 *organisation_levels;

  /* What rules B1 and B3 go by: the hours that the sector gave to each board in the 12 months to the day, and how often the
   * staff of each organisation gave time then for which no rate is entered. */
  TenureHours *board_hours;
  guint32 *unrated;
} TenureFlags;

/**
 * tenure_flags_new:
 * @portfolio: computed with TENURE_SCOPE_VCS over what rules about a whole portfolio go by: the selection or, where that is
 *   a part of one that was searched or filtered for, all of that portfolio
 *
 * All must live as long as the result. 100,000 agreements with terms < 100 ms
 * (tests/bench/bench-analysis.c).
 */
TenureFlags *tenure_flags_new (const TenureTerms *terms,
                               const TenureBoards *boards,
                               const TenurePortfolio *portfolio,
                               const TenureProviders *providers,
                               const TenureParticipation *participation,
                               const TenureSelection *selection);
void tenure_flags_free (TenureFlags *flags);

/* The flags of one record, as pointers into the result, worst first; free the array with g_ptr_array_unref().
 */
GPtrArray *tenure_flags_find (const TenureFlags *flags, TenureRecordType record_type, TenureId record);

/* The same of the flags that an exemption keeps quiet. */
GPtrArray *tenure_flags_find_exempted (const TenureFlags *flags, TenureRecordType record_type, TenureId record);

/* Appends to @order (of guint32) the indexes of all flags, worst first, then by rule, then by record. */
void tenure_flags_sort_worst (const TenureFlags *flags, GArray *order);

/* The name of the record that is flagged; the caller frees. */
char *tenure_flag_dup_name (const TenureFlags *flags, const TenureFlag *flag);

/* Why, in one sentence with the figures that decide: "The committed term is 12 months (1 Apr 2026 to 31 Mar
 * 2027)." The caller frees. */
char *tenure_flag_dup_reason (const TenureFlags *flags, const TenureFlag *flag);

/* Why no rule judges agreement @index, which is about nobody of whom it is known whether they are voluntary sector: "No rule
 * judges this agreement: it is not recorded whether Harbour Rights is voluntary sector." NULL where it is known. The caller
 * frees. Test: "/flags/unjudged". */
char *tenure_flags_dup_unjudged (const TenureFlags *flags, guint index);

/* The values that the rule went by, the records they come from, what is missing. The caller frees. */
TenureExplanation *tenure_flag_explain (const TenureFlags *flags, const TenureFlag *flag);

/* Every flag of @level with its reason, and apart those that are exempted: as many lines as there are flags. The caller
 * frees. */
TenureExplanation *tenure_flags_explain_level (const TenureFlags *flags, TenureLevel level);

/* Every flag that is exempted, of whatever level. The caller frees. */
TenureExplanation *tenure_flags_explain_exempted (const TenureFlags *flags);

/* Appends the inputs of the rule as one JSON object: names of fields to dates, numbers, words or null. */
void tenure_flag_append_inputs_json (const TenureFlags *flags, const TenureFlag *flag, GString *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureFlags, tenure_flags_free)

G_END_DECLS
