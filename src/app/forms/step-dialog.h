#pragma once

#include "app/forms/next-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A small dialog that decides what happens to an agreement next: what the step asks, what notice says, and what the
 * answers do to the figures, all kept up to date while one types. Enter goes to the next question, on the last it saves;
 * Escape leaves.
 *
 * Signals:
 *   ::saved (gint64 id): the agreement is in the document as decided
 *   ::dropped (): left without saving although something was typed; tenure_step_dialog_steal_step() keeps it */
#define TENURE_TYPE_STEP_DIALOG (tenure_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenureStepDialog, tenure_step_dialog, TENURE, STEP_DIALOG, AdwWindow)

/* @step: transfer full. */
TenureStepDialog *tenure_step_dialog_new (TenureDocument *document, TenureStep *step);

/* The step with every answer; the dialog is empty afterwards. Within ::dropped. */
TenureStep *tenure_step_dialog_steal_step (TenureStepDialog *self);

G_END_DECLS
