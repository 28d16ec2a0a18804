#pragma once

#include "analysis/scenario.h"
#include "cli/reading.h"
#include "register/scenario-kept.h"

G_BEGIN_DECLS

/**
 * TenureScenarioScript:
 * Changes as somebody wrote them down, a line each; "#" begins a remark. Words with spaces stand in quotes. Records are named
 * as for tenure_reading_find_record(), and looked up in the document as it is.
 *
 *   extend REF 12 months        exercise REF                  uplift REF 3.5 %
 *   move-end REF 2027-06-30     end-early REF 2027-01-31      merge REF REF… to 2030-03-31
 *   add TITLE [like REF] [provider NAME] [funder NAME] from 2027-04-01 to 2030-03-31 [yearly 12000.00] [currency GBP]
 *
 * @lines: of each change its line, from 1
 * @texts: (element-type utf8): of each change the line itself
 * @wants: (element-type utf8): what else it names and is not tried
 * @kept: the scenario of the document whose changes they are, or TENURE_ID_NONE
 */
typedef struct
{
  TenureScenarioChange *changes;
  guint *lines;
  GPtrArray *texts;
  guint n;
  GPtrArray *wants;
  TenureId kept;
  GPtrArray *words, *ids; /* private: what the changes borrow */
  TenureScenarioChanges *made;
} TenureScenarioScript;

/* More is no script that somebody wrote. */
#define TENURE_SCENARIO_SCRIPT_MAX_BYTES (1024 * 1024)

/**
 * tenure_scenario_script_read:
 * @faults: (element-type utf8): what is wrong with which line, and what to write there, is added; "script:3: …"
 *
 * Returns: NULL with TENURE_ERROR_INVALID where a line cannot be read (@faults has all of them) or it is no text,
 *   TENURE_ERROR_RANGE beyond TENURE_SCENARIO_SCRIPT_MAX_BYTES, TENURE_ERROR_NOT_FOUND where the file cannot
 */
TenureScenarioScript *tenure_scenario_script_read (const char *path,
                                                   const TenureReading *reading,
                                                   GPtrArray *faults,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The changes of the scenario that the document keeps by @name; lines are counted, texts as undo would call them.
 * NULL with TENURE_ERROR_NOT_FOUND where there is none of that name. */
TenureScenarioScript *tenure_scenario_script_new_kept (const char *name,
                                                       const TenureReading *reading,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tenure_scenario_script_free (TenureScenarioScript *script);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureScenarioScript, tenure_scenario_script_free)

G_END_DECLS
