#pragma once

#include <gio/gio.h>

#include "base/duration.h"
#include "exchange/read-money.h"

G_BEGIN_DECLS

/* How one file will be read: which sheet, where its header row is, which column means which field, and what only a
 * person can answer. Made by looking at the first rows; shown and corrected in the import preview; given to
 * tenure_import_run(). A profile is a table of columns and questions, not a code path. */
typedef enum
{
  TENURE_PROFILE_AUTO,
  TENURE_PROFILE_360GIVING,
  TENURE_PROFILE_REGISTER,
  TENURE_PROFILE_ORGANISATIONS,
  TENURE_PROFILE_BOARDS,
} TenureProfile;

/* "auto", "360giving", "register", "organisations", "boards". */
const char *tenure_profile_get_name (TenureProfile profile);
gboolean tenure_profile_from_name (const char *name, TenureProfile *out_profile);

/* Questions that the file leaves open. An unanswered one is no obstacle: the field stays unknown and is counted. */
typedef enum
{
  TENURE_QUESTION_BUYER = 1 << 0,    /* no column names the buyer or funder */
  TENURE_QUESTION_CURRENCY = 1 << 1, /* amounts without a currency column or sign */
  TENURE_QUESTION_BASIS = 1 << 2,    /* the title does not say whether the value is for a year or in all */
} TenureQuestions;

typedef struct
{
  guint column;           /* from 0 */
  char *title;            /* as in the file; "" for an unnamed column */
  char *sample;           /* the first value met, or NULL */
  const char *target;     /* name from tenure_plan_get_targets(), or NULL: kept with the row's original cells only */
  const char *recognised; /* what the title alone said; differs from @target when the user chose */
} TenurePlanColumn;

/* What a column can be told to mean. */
typedef struct
{
  const char *name;  /* stable: "reference", "supplier", "start", … */
  const char *label; /* translated */
} TenurePlanTarget;

typedef struct _TenurePlan TenurePlan;

/**
 * tenure_plan_new:
 * @profile: AUTO to choose the profile that recognises most columns
 *
 * Reads the first rows of each sheet until one has a header row that the profile knows, within the first 50 rows.
 *
 * Returns: (transfer full): a plan; NULL with the errors of tenure_table_open(), or TENURE_ERROR_UNREADABLE when no
 *   sheet has a recognisable header (the message lists the titles looked for), or, with AUTO, when the titles are those of
 *   a list of payments: no term, and a title of payments or nobody who is paid
 */
TenurePlan *tenure_plan_new (GFile *file, TenureProfile profile, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void tenure_plan_free (TenurePlan *plan);

GFile *tenure_plan_get_file (const TenurePlan *plan);
TenureProfile tenure_plan_get_profile (const TenurePlan *plan);
const char *tenure_plan_get_sheet (const TenurePlan *plan); /* "" where there is but one without a name */
guint tenure_plan_get_header_row (const TenurePlan *plan);  /* from 1; 0 when the format has titles of its own */

guint tenure_plan_get_n_columns (const TenurePlan *plan);
const TenurePlanColumn *tenure_plan_get_column (const TenurePlan *plan, guint index);

/* The targets of this plan's profile, ended by a NULL name. Static. */
const TenurePlanTarget *tenure_plan_get_targets (const TenurePlan *plan);

/* Sends column @index to @target (NULL: to none), taking the target away from the column that had it.
 * FALSE when the profile has no such target. */
gboolean tenure_plan_set_target (TenurePlan *plan, guint index, const char *target);

/* Open questions, with the present targets and answers. */
TenureQuestions tenure_plan_get_questions (const TenurePlan *plan);

/* Answers. NULL, NONE and NOT_SAID take an answer back. They serve rows in which the file says nothing. */
void tenure_plan_set_buyer (TenurePlan *plan, const char *name);
const char *tenure_plan_get_buyer (const TenurePlan *plan);
void tenure_plan_set_currency (TenurePlan *plan, TenureCurrency currency);
TenureCurrency tenure_plan_get_currency (const TenurePlan *plan);
void tenure_plan_set_basis (TenurePlan *plan, TenureReadBasis basis);
TenureReadBasis tenure_plan_get_basis (const TenurePlan *plan);

/* The usual renewal notice and lead time, recorded with the import, in the same step; unknown ones change nothing. */
void tenure_plan_set_usual_terms (TenurePlan *plan, TenureDuration renewal_notice, TenureDuration lead_time);

/* "Which are VCS?": the user's answer for the provider called @name, over any evidence in the file. UNKNOWN takes
 * the answer back. */
void tenure_plan_set_vcs (TenurePlan *plan, const char *name, TenureAnswer vcs);
TenureAnswer tenure_plan_get_vcs (const TenurePlan *plan, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenurePlan, tenure_plan_free)

G_END_DECLS
