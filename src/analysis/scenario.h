#pragma once

#include "analysis/facts.h"

G_BEGIN_DECLS

/* What-if: a list of changes made to a copy of the facts, which is judged as any other facts are. The document is neither
 * read nor written, so that a scenario can follow a pointer. What it comes to beside the facts it began with:
 * analysis/scenario-compare.h. Rejected: making the changes in an edit that is taken back, as the preview of a bulk edit
 * does, which reads the whole document anew for each step of a pointer. */

typedef enum
{
  TENURE_SCENARIO_EXTEND,
  TENURE_SCENARIO_EXERCISE,
  TENURE_SCENARIO_UPLIFT,
  TENURE_SCENARIO_MOVE_END,
  TENURE_SCENARIO_END_EARLY,
  TENURE_SCENARIO_MERGE,
  TENURE_SCENARIO_ADD,
} TenureScenarioKind;

#define TENURE_SCENARIO_MAX_MONTHS 1200
#define TENURE_SCENARIO_MAX_UPLIFT_BP 100000

/**
 * TenureScenarioChange:
 * One change; what @kind does not name is not looked at. Records are named by id; strings and arrays are the caller's.
 * @agreement: all but ADD
 * @months: EXTEND: 1 to TENURE_SCENARIO_MAX_MONTHS
 * @uplift_bp: UPLIFT: basis points, above −10,000, at most TENURE_SCENARIO_MAX_UPLIFT_BP
 * @day: MOVE_END, END_EARLY, MERGE: the last day; ADD: the end
 * @others: MERGE: what becomes part of @agreement
 * @title, @start: ADD
 * @provider: ADD; TENURE_ID_NONE: as @like, which must be named then
 * @funder: ADD; TENURE_ID_NONE: as @like; without it nobody
 * @like: ADD, or TENURE_ID_NONE: an agreement of which the new one has service, place, purpose, notices and whatever else is
 *   said of more than one term
 * @annual_minor, @annual_known: ADD: the yearly value
 * @currency: ADD; NONE: as @like
 */
typedef struct
{
  TenureScenarioKind kind;
  TenureId agreement;
  int months;
  gint32 uplift_bp;
  TenureDay day;
  const TenureId *others;
  guint n_others;
  const char *title;
  TenureDay start;
  TenureId provider, funder, like;
  gint64 annual_minor;
  gboolean annual_known;
  TenureCurrency currency;
} TenureScenarioChange;

/**
 * TenureScenario:
 * @facts: the facts after the changes; the scenario's own
 * @places: for each agreement of the facts it began with, its index in @facts; that of the one it was merged into
 * @gone: for each of those, whether it was merged into another
 * @n_added: agreements at the end of @facts that were added; their ids are made up and above all of a document
 * @likes: of each of those the agreement it is like, one of the facts it began with, or TENURE_ID_NONE
 * @problems: for each change why it was not made, a sentence; NULL where it was
 */
typedef struct
{
  TenureFacts *facts;
  guint32 *places;
  gboolean *gone;
  guint n_base, n_added;
  TenureId *likes;
  char **problems;
  guint n_changes, n_problems;
} TenureScenario;

/**
 * tenure_scenario_new:
 * @base: must live as long as the result, which borrows its strings
 * @as_of: T: the day on which the changes are made; options are taken up on it
 * @changes: @n of them, made one after another; each finds what those before it made
 *
 * A change that rests on something not recorded is not made, and said; the others are. What they do:
 *
 * - EXTEND: the agreed end moves on by whole months, counted from the day after it: 31 Mar 2027 + 6 months = 30 Sep 2027.
 * - MOVE_END: the agreed end becomes that day. As with EXTEND, options taken up before are part of the new end, and those
 *   that are open follow on it.
 * - EXERCISE: the first open option is taken up on T.
 * - END_EARLY: terminated with that day as the last.
 * - A longer or shorter term is paid for at the rate of the term so far: a total grows by yearly value × added months ÷ 12
 *   (half-even), one of at most 12 months by total × added ÷ term; a yearly value stays. Costs that are for the same period
 *   grow in the same proportion. What cannot be worked out is not known any more. So does "Take Up an Option".
 * - UPLIFT: value and yearly value × (1 + rate), half-even, as though the whole term had been agreed at that price; costs
 *   stay.
 * - MERGE: one term from the earliest start to the day, which is not before the latest end. Same provider, same currency.
 *   Its yearly value is the sum of those that no other of them follows; its total the sum of all, and of what those go on
 *   for. It keeps what is said of @agreement; has the funders, payments, variations, results and the like of all, and the
 *   posts of those that no other follows; and no options. What renewed one of them renews it; exemptions from rules and what
 *   was put off of any of them are its own.
 * - ADD: a new agreement, signed by nobody, that renews nothing.
 *
 * Linear in the facts for each change, but for MERGE, which sorts. Worked examples and a check
 * against facts made by hand: tests/analysis/test-scenario.c.
 */
TenureScenario *tenure_scenario_new (const TenureFacts *base, TenureDay as_of, const TenureScenarioChange *changes, guint n)
    G_GNUC_WARN_UNUSED_RESULT;
void tenure_scenario_free (TenureScenario *scenario);

/* The agreements of @selection as they are in the scenario, with those that were added: distinct, in order of the facts; all
 * of them where it is NULL. One that was merged into another stands for it. An array of guint32; the caller unrefs. */
GArray *tenure_scenario_select (const TenureScenario *scenario,
                                const guint32 *agreements,
                                guint n) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureScenario, tenure_scenario_free)

G_END_DECLS
