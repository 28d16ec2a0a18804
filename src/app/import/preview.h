#pragma once

#include "app/import/choices.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The parts of the preview that are lists of rows. Each function returns a group for a preferences page. */

/* What changed: the callback is told after the choices were written to. */
typedef void (*TenurePreviewChanged) (gpointer data);

/* One row a column: its title, a sample, and what it means. @choices, @changed and @data outlive the group. */
AdwPreferencesGroup *tenure_preview_columns_new (const TenurePlan *plan,
                                                 TenureImportChoices *choices,
                                                 TenurePreviewChanged changed,
                                                 gpointer data);

/* What the file leaves open: @questions, and the usual terms unless @terms is FALSE. */
AdwPreferencesGroup *tenure_preview_questions_new (TenureQuestions questions,
                                                   TenureImportChoices *choices,
                                                   TenurePreviewChanged changed,
                                                   gpointer data);
AdwPreferencesGroup *tenure_preview_terms_new (TenureImportChoices *choices);

/* One row a kind of problem, with the rows of the file behind it. */
AdwPreferencesGroup *tenure_preview_problems_new (const TenureImportReport *report);

/* "12 agreements: 10 new, 1 changed, 1 refused"; before the import what would be, after it what is. */
char *tenure_preview_dup_counts (const TenureImportReport *report);

/* "Contract register · sheet “Register” · titles in row 4 · £1,240,000". */
char *tenure_preview_dup_detail (const TenurePlan *plan, const TenureImportReport *report);

G_END_DECLS
