#pragma once

#include "base/duration.h"
#include "exchange/import.h"

G_BEGIN_DECLS

/* What the user answered in the import assistant. Kept apart from the plan, so that a worker can make a plan of its own
 * from a copy of the answers while the user goes on answering. Tests: tests/app/test-import-choices.c. */
typedef struct
{
  GArray *targets; /* of TenureImportTarget, in the order in which they were chosen */
  char *buyer;     /* NULL when not answered */
  TenureCurrency currency;
  TenureReadBasis basis;
  GHashTable *vcs;               /* provider name → TenureAnswer */
  TenureDuration renewal_notice; /* the usual ones, for agreements that record none */
  TenureDuration lead_time;
} TenureImportChoices;

typedef struct
{
  guint column;
  const char *target; /* interned; NULL for none */
} TenureImportTarget;

TenureImportChoices *tenure_import_choices_new (void);
TenureImportChoices *tenure_import_choices_dup (const TenureImportChoices *choices);
void tenure_import_choices_free (TenureImportChoices *choices);

/* Adds a choice; an earlier one for the same column is forgotten. */
void tenure_import_choices_set_target (TenureImportChoices *choices, guint column, const char *target);

void tenure_import_choices_set_vcs (TenureImportChoices *choices, const char *provider, TenureAnswer vcs);

/* Gives a plan the answers. */
void tenure_import_choices_apply (const TenureImportChoices *choices, TenurePlan *plan);

/* Problems of one kind. */
typedef struct
{
  TenureProblemLevel level;
  const char *code;
  guint n;
  guint n_rows;        /* that have such a problem; one row may have several */
  GPtrArray *problems; /* of const TenureImportProblem, lent by the report */
} TenureProblemKind;

/* (element-type TenureProblemKind): the problems of @report by kind: refused rows first, then warnings, then notes; the
 * more frequent first. */
GPtrArray *tenure_import_problem_kinds (const TenureImportReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureImportChoices, tenure_import_choices_free)

/* Where they stand: "Column “End”", "Columns “Start”, “End”", "5 columns"; NULL where they name none. The caller frees. */
char *tenure_problem_kind_dup_columns (const TenureProblemKind *kind);

G_END_DECLS
