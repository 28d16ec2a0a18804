#pragma once

#include "analysis/term.h"

G_BEGIN_DECLS

/* What cannot all be true of one agreement, in plain words and with the field to look at: one rule for forms (beside the
 * field), imports (as notes) and `tenure-cli check`. Nothing that is not recorded contradicts anything, and nothing here is
 * a reason to refuse: registers hold such rows, and which of two is wrong only a person can tell. */

typedef struct
{
  const char *code;             /* stable, static: "end-before-start" */
  TenureRecordType record_type; /* AGREEMENT, FUNDER, EXTENSION, PAYMENT or INSTALMENT */
  const char *field;            /* the catalogue's name of the field, static */
  guint index;                  /* which of its funders, options, payments or instalments, from 0 */
  char *message;                /* a translated sentence */
} TenureContradiction;

void tenure_contradiction_free (TenureContradiction *contradiction);

/* An agreement with what belongs to it, lent: the runs that facts keep, or the drafts of a form as facts. */
typedef struct
{
  const TenureFactAgreement *agreement;
  const TenureFactFunder *funders; /* agreement->n_funders of them, and so on */
  const TenureFactExtension *extensions;
  const TenureFactPayment *payments;
  const TenureFactVariation *variations;
  const TenureFactRate *uplifts;
  const TenureFactInstalment *instalments;
} TenureAgreementParts;

TenureAgreementParts tenure_agreement_parts (const TenureFacts *facts, guint index);

/**
 * tenure_contradictions_find:
 *
 * - end-before-start, terminated-before-start, maximum-before-end, open-ended-with-end
 * - key-person-and-none: a key person is named and it is said that it rests on no one person (field: rests_on_one)
 * - shares-not-whole: the shares of all funders are recorded and do not total 100 %, or those recorded pass it (field: the
 *   last share recorded); funder-twice
 * - option-before-start, option-after-end: an option taken up after the end that stood by then: the signed end (or start and
 *   stated length), moved by the options before it
 * - paid-above-award: payments together, what came back taken off, are more than the agreement is worth in all: the total of
 *   analysis/term.h, which a yearly value has where the term is known, with what variations added to the price. A cut is not
 *   taken off: the value recorded may be the one after it. Only where that is certain: one currency throughout, the price of
 *   each variation recorded, and no uplift that made a year dearer (field: the payment that passes it, in the order of the
 *   days on which they were made)
 * - scheduled-above-award: the same of what the payment schedule promises. Less than the award is no contradiction: nothing
 *   says whether a schedule is whole
 * - due-before-start, due-after-end: an instalment outside the agreed term, options that were taken up included, that the
 *   way of paying does not explain: what is paid in advance, in part or in all, may be due before the start; what is paid in
 *   arrears, in part or in all, or by results, after the end
 * - due-twice: two instalments of one amount on one day (field: the later one)
 *
 * Returns: (transfer full) (element-type TenureContradiction), in this order. Cases: tests/analysis/test-contradictions.c.
 */
GPtrArray *tenure_contradictions_find (const TenureAgreementParts *parts) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tenure_contradictions_find_passed_on:
 * @subs: (array length=n): the agreements directly under agreement @index of @terms
 *
 * What cannot be true of it and the agreement above it, or those under it:
 *
 * - sub-after-lead: its committed end lies after that of its lead, both known (field: lead_agreement)
 * - subs-above-lead: those under it are worth more together, over their agreed terms, than it is over its own. Only where
 *   all these values are known, and in one currency (field: value, or the yearly value where only that is recorded)
 *
 * Returns: (transfer full) (element-type TenureContradiction), in this order. Cases: tests/analysis/test-passed-on.c.
 */
GPtrArray *tenure_contradictions_find_passed_on (const TenureTerms *terms, guint index, const guint32 *subs, guint n)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
