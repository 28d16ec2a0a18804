#pragma once

#include "analysis/flags.h"

G_BEGIN_DECLS

/* What becomes of flags between two judgements of the same records, by rule and level: for previews of a changed rule. What
 * an exemption keeps quiet is no flag on either side. Test: tests/analysis/test-flag-moves.c. */

/**
 * TenureFlagMoves:
 * @n: by rule, level before and level after; TENURE_LEVEL_NONE for no flag: [rule][NONE][RED] come as red,
 *   [rule][AMBER][NONE] were amber and go. Nothing stands at equal levels.
 */
typedef struct
{
  guint n[TENURE_N_RULES][TENURE_LEVEL_RED + 1][TENURE_LEVEL_RED + 1];
} TenureFlagMoves;

/* Of the same facts on one day over one selection. Linear in the flags but for sorting them; 100,000 agreements take a
 * fraction of a second: for a worker. */
TenureFlagMoves *tenure_flag_moves_new (const TenureFlags *before, const TenureFlags *after) G_GNUC_WARN_UNUSED_RESULT;

/* One flag that comes (@before is NULL), goes (@after is NULL) or gets another level. Lent by the two judgements. */
typedef struct
{
  const TenureFlag *before;
  const TenureFlag *after;
} TenureFlagMove;

/* Flag by flag, by rule, kind of record and id: an array of TenureFlagMove; the caller unrefs. The facts may differ, as long
 * as records keep their ids. */
GArray *tenure_flag_moves_list (const TenureFlags *before, const TenureFlags *after) G_GNUC_WARN_UNUSED_RESULT;

/* What becomes of the flags of one rule: "3 red, 1 amber more; 2 amber fewer; 1 from amber to red"; NULL where nothing
 * changes. The caller frees. */
char *tenure_flag_moves_dup_label (const TenureFlagMoves *moves, TenureRuleId rule);

/* Whether any flag changes. */
gboolean tenure_flag_moves_any (const TenureFlagMoves *moves);

G_END_DECLS
