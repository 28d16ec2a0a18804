#include "judged.h"

Judged
judge (Fixture *fixture)
{
  Judged judged = { .facts = fixture_end (fixture) };

  judged.analysis = tenure_analysis_new (judged.facts, day (AS_OF), NULL, NULL);
  return judged;
}

void
judged_clear (Judged *judged)
{
  tenure_analysis_free (judged->analysis);
  tenure_facts_free (judged->facts);
}

const TenureFlag *
find_flag (const Judged *judged, TenureRuleId rule, gint32 index)
{
  for (guint i = 0; i < judged->analysis->flags->n_flags; i++)
    if (judged->analysis->flags->flags[i].rule == rule && judged->analysis->flags->flags[i].index == index)
      return &judged->analysis->flags->flags[i];
  return NULL;
}

void
assert_level (const Judged *judged, TenureRuleId rule, gint32 index, TenureLevel level, guint64 missing)
{
  const TenureFlag *flag = find_flag (judged, rule, index);

  g_assert_cmpstr (tenure_level_code (flag != NULL ? flag->level : TENURE_LEVEL_NONE), ==, tenure_level_code (level));
  if (flag != NULL)
    g_assert_cmphex (flag->missing, ==, missing);
}

void
assert_judged (const Judged *judged, TenureRuleId rule, gint32 index, TenureLevel level)
{
  const TenureFlag *flag = find_flag (judged, rule, index);
  TenureLevel said = flag != NULL ? (TenureLevel) flag->level : TENURE_LEVEL_NONE;

  if (said != level)
    g_error ("%s of record %d: %s, not %s", tenure_rule (rule)->code, index, tenure_level_code (said),
             tenure_level_code (level));
}

void
assert_rule (TenureFactAgreement agreement, TenureRuleId rule, TenureLevel level, guint64 missing)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_auto (Judged) judged = { 0 };

  agreement.provider = fixture_add_organisation (fixture, "Lantern House", TENURE_FACT_YES);
  fixture_add_agreement (fixture, agreement);
  judged = judge (fixture);
  assert_level (&judged, rule, 0, level, missing);
}

void
add_board (Fixture *fixture, TenureFactBoard board, guint vcs, guint other, guint unknown, gint32 vcs_weight)
{
  fixture_add_board (fixture, board);
  for (guint i = 0; i < vcs + other + unknown; i++)
    {
      TenureBloc bloc = i < vcs ? TENURE_BLOC_VCS : i < vcs + other ? TENURE_BLOC_NHS : TENURE_BLOC_UNKNOWN;
      TenureFactSeat seat = fixture_seat (bloc);

      seat.vote_weight = i < vcs ? vcs_weight : 1;
      fixture_add_seat (fixture, seat);
    }
}
