#pragma once

#include "analysis/term.h"
#include "app/forms/draft-store.h"

G_BEGIN_DECLS

/* What happens to an agreement within its term, decided in a small dialog: an option is taken up, or it is ended early. A
 * step asks only what has to be decided, proposes what can be worked out, says what the answers mean, and is stored as one
 * edit. Nothing here knows widgets; step-dialog.h shows it. Tests: tests/app/test-next-step.c.
 *
 * An option that makes the term longer leaves the signed end as it is: the option's day and length move the committed end.
 * The value is another matter. A total that stayed would be spread over a longer term and the yearly value would fall, so a
 * new total is asked for. */

typedef enum
{
  TENURE_STEP_TAKE_UP_OPTION,
  TENURE_STEP_END_EARLY,
} TenureStepKind;

/* Whether a new total has to be given, or why not. */
typedef enum
{
  TENURE_STEP_TOTAL_ASKED,    /* the recorded value is for the whole term */
  TENURE_STEP_TOTAL_FOLLOWS,  /* it is for each year: nothing to be changed */
  TENURE_STEP_TOTAL_NO_BASIS, /* not recorded which of the two it is, where they differ */
  TENURE_STEP_TOTAL_NO_VALUE, /* no value, or no currency, is recorded */
  TENURE_STEP_TOTAL_NONE,     /* the agreement ends early: what was agreed stays */
} TenureStepTotal;

typedef struct
{
  TenureStepKind kind;
  TenureDay as_of;        /* the day looked at */
  TenureDraft *agreement; /* as it will be stored */
  TenureDraft *option;    /* lent by @agreement: the one that is taken up; NULL when it ends early */
  TenureDraft *longer;    /* the time that is added, as an agreement: from the day after the present end to the new end,
                             and the new total as its value; NULL when it ends early */
  TenureDay end;          /* the last day as agreed now; NONE when it cannot be told */
  TenureStepTotal total;
  gint64 proposed_minor; /* the new total as worked out last, when proposed_known */
  gboolean proposed_known;
  gboolean insisted; /* saving was tried: what is missing is now called a problem */
} TenureStep;

/* A step for a stored agreement. @as_of is known. NULL with the errors of tenure_draft_load(); TENURE_ERROR_NOT_FOUND
 * where there is no option that is still open, or where the agreement was ended early, or will be: its options are gone. */
TenureStep *tenure_step_new (TenureReader *reader, TenureStepKind kind, TenureId agreement, TenureDay as_of, GError **error);
void tenure_step_free (TenureStep *step);

/* What is asked, in order: a field of one of the step's drafts. */
typedef struct
{
  TenureDraft *draft;
  guint field;
} TenureStepQuestion;

#define TENURE_STEP_MAX_QUESTIONS 3

guint tenure_step_get_questions (const TenureStep *step, TenureStepQuestion *out_questions);

/* Says of the row of a question what the step knows beyond the field: its label here, what is wrong, how it came about. */
void tenure_step_amend (const TenureStep *step, const TenureDraft *draft, TenureFormRow *row);

/**
 * tenure_step_follow:
 *
 * Carries the answers over to the agreement after one of them changed: the option's length where the new end is another
 * than it gave, and the new total. While the total is the one that was proposed, it follows the new end:
 *
 * new total = total + rate × time added, half-even; the rate is the yearly value (analysis/term.h) ÷ 12 a month, and for a
 * term below 12 months, whose yearly value is the total itself, total ÷ term. Months are exact (base/months.h).
 * Worked example: £20,000 for 1 Apr 2026 – 31 Mar 2027 and an option of 12 months: £40,000; "/next-step/total".
 *
 * Full cost, other funders' money and the cost of monitoring are for the same period as the value: cost × proposed total ÷
 * total, half-even, whatever total is given, and called assumed where the effects are told; not recorded where none can be
 * proposed. "/next-step/costs".
 */
void tenure_step_follow (TenureStep *step);

/* Whether every answer can be read, is there and fits. */
gboolean tenure_step_is_valid (const TenureStep *step);

/* What undo calls it: "Take up an option of “Befriending”". The caller frees. */
char *tenure_step_dup_label (const TenureStep *step);

/* Stores it as one edit of that name; FALSE, with the document as it was, on the errors of tenure_document_edit(). */
gboolean tenure_step_save (TenureStep *step, TenureDocument *document, GError **error);

/* --- Words ---------------------------------------------------------------------------------------------------- */

/* One line: "Committed end", "31 Mar 2027 → 31 Mar 2028". */
typedef struct
{
  char *label;
  char *words;
  gboolean changed; /* of a figure */
} TenureStepLine;

/* What the answers do to the figures of the agreement, on the day looked at or on the day on which the option is taken up,
 * whichever is later. (element-type TenureStepLine) */
GPtrArray *tenure_step_effects (const TenureStep *step);

/* What notice says about ending on that day, a line each for the funder and the provider: how many days' notice that is, by
 * when it has to be given, until when money is secured. (element-type TenureStepLine); NULL for an option */
GPtrArray *tenure_step_notice (const TenureStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureStep, tenure_step_free)

G_END_DECLS
