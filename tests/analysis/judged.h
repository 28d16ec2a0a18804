#pragma once

#include "analysis/analysis.h"

#include "fixture.h"

G_BEGIN_DECLS

/* The day from which most tests look. */
#define AS_OF "2026-11-21"

/* Everything about a fixture on that day. */
typedef struct
{
  TenureFacts *facts;
  TenureAnalysis *analysis;
} Judged;

Judged judge (Fixture *fixture);
void judged_clear (Judged *judged);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judged, judged_clear)

/* The flag that @rule raised on the record at @index, NULL when it did not fire. */
const TenureFlag *find_flag (const Judged *judged, TenureRuleId rule, gint32 index);

/* NONE when the rule did not fire; then @missing does not matter. */
void assert_level (const Judged *judged, TenureRuleId rule, gint32 index, TenureLevel level, guint64 missing);

/* The same whatever is missing; a failure names rule and record. */
void assert_judged (const Judged *judged, TenureRuleId rule, gint32 index, TenureLevel level);

/* What @rule says of @agreement as the only one of a voluntary-sector provider. */
void assert_rule (TenureFactAgreement agreement, TenureRuleId rule, TenureLevel level, guint64 missing);

/* A board of @vcs voluntary-sector seats, @other NHS seats and @unknown of no recorded bloc; one vote each, but @vcs_weight
 * for the first. */
void add_board (Fixture *fixture, TenureFactBoard board, guint vcs, guint other, guint unknown, gint32 vcs_weight);

G_END_DECLS
