#pragma once

#include "analysis/flags.h"

G_BEGIN_DECLS

/* What would clear a flag: the smallest step that does, by the rules in force, everything else as it is. A step that clears
 * one rule may leave another: an extension past T1 may still be short of T2. It foretells nothing and recommends nothing. */

/**
 * TenureFlagRemedy:
 * @extend_months: the smallest whole number of months by which the committed end moves, and @end where it comes to lie: T1,
 *   T2, T4, N2 and E1; 0 where no extension clears the flag, or none can: it is open-ended, terminated, or has no end
 * @notice_months: the shortest funder’s notice that does, N1; 0 for other rules
 * @minor: the smallest sum that does, in minor units: more money (P3), more free reserves (R1), total income (D1); 0 for
 *   other rules, and where no sum does
 *
 * Rounding: sums are rounded up to a minor unit. Test: tests/analysis/test-flag-remedy.c, against a search that tries one
 * step after the other and judges everything anew.
 */
typedef struct
{
  int extend_months;
  TenureDay end;
  int notice_months;
  gint64 minor;
} TenureFlagRemedy;

TenureFlagRemedy tenure_flag_find_remedy (const TenureFlags *flags, const TenureFlag *flag);

/* The same in words: "An end on 30 Apr 2027 or later clears it, 1 month more."; of what cannot be told, that recording what
 * is missing tells; of what lies in the past, that nothing does. The caller frees. */
char *tenure_flag_dup_remedy (const TenureFlags *flags, const TenureFlag *flag);

G_END_DECLS
