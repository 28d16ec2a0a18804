#pragma once

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* What a change does to the figures: two analyses of one day, before and after it, held against each other. For previews:
 * nothing here knows how the change was made. Test: tests/analysis/test-effects.c. */

/* One line that differs: "12 months or less", "41", "12". */
typedef struct
{
  char *label;
  char *before;
  char *after;
} TenureEffect;

/* What becomes of flags, record by record: notes, ambers and reds; what cannot be told is no flag. */
typedef struct
{
  guint come, gone;     /* on a record that had none of the rule before, or has none any more */
  guint worse, better;  /* of both, at another level */
  guint told;           /* rules that could not be told of a record, and can be now, or no longer apply */
  guint no_longer_told; /* the other way round */
} TenureFlagChange;

/**
 * TenureEffects:
 * @figures: (element-type TenureEffect): figures that differ, of agreements with the sector: how many there are, how many
 *   run and for how much a year, their bands of term, how many end within 12 months, the yearly value that is secured 12
 *   months ahead, and the share of fields recorded. Money is in the main currency; where that becomes another one, both are
 *   stated. "k of N known" stands beside a sum where it changes
 * @flags: all rules together
 * @rules: by rule
 */
typedef struct
{
  GPtrArray *figures;
  TenureFlagChange flags;
  TenureFlagChange rules[TENURE_N_RULES];
} TenureEffects;

/**
 * tenure_effects_new:
 * @after: of the same day, over the same selection
 *
 * Where the analyses are narrowed to a selection, flags on a portfolio as a whole (D3, G5) are passed over: those are not
 * about the selection. Linear in the flags; 100,000 agreements take a fraction of a second: for a worker.
 */
TenureEffects *tenure_effects_new (const TenureAnalysis *before, const TenureAnalysis *after) G_GNUC_WARN_UNUSED_RESULT;
void tenure_effects_free (TenureEffects *effects);

/* "29 go, 3 come, 2 get worse"; NULL where no flag changes. The caller frees. */
char *tenure_flag_change_dup_label (const TenureFlagChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureEffects, tenure_effects_free)

G_END_DECLS
