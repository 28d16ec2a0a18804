#pragma once

#include "analysis/analysis.h"
#include "analysis/contradiction-list.h"

G_BEGIN_DECLS

/* What needs attention, worst first, computed without widgets. Made on a worker (100,000 agreements: some 20 ms), read by
 * the overview. Tests: tests/app/test-overview.c. */

typedef enum
{
  TENURE_ATTENTION_ALL,
  TENURE_ATTENTION_DECISIONS, /* agreements to be decided by the end of next month, the most overdue first */
  TENURE_ATTENTION_AGREEMENTS,
  TENURE_ATTENTION_BOARDS,
  TENURE_ATTENTION_CORRECTIONS, /* agreements that hold what cannot be true */
  TENURE_ATTENTION_SNOOZED,     /* what is put off and in none of the others, what comes back first */
  TENURE_N_ATTENTION_LISTS,
} TenureAttentionList;

/* One record with all its flags that are not snoozed (analysis/snooze.h); of what is snoozed, one flag. A board's
 * include those of its seats, an organisation's those of its contacts. Records of which one and the same thing
 * cannot be told, for want of the same fields, share one row: @n_records of them, with the one of the largest
 * yearly value for the others. What cannot be true of an agreement is a row of its own, beside that of its flags. */
typedef struct
{
  TenureRecordType type; /* AGREEMENT, ORGANISATION or BOARD; PORTFOLIO for a flag over the whole selection */
  gint32 index;          /* in the facts; −1 for PORTFOLIO */
  TenureId id;
  TenureLevel level;  /* of the worst flag; NONE for a decision without one */
  gint32 flag;        /* the flag that leads: index into the flags, −1 for none */
  guint n_flags;      /* of any level */
  guint n_worst;      /* of the worst one */
  guint n_records;    /* 1, or how many records the row stands for */
  TenureDay decision; /* the day by which it is or was to be decided, when that is next month or earlier; else NONE */
  gint32 snooze;      /* of a snoozed flag, or of a decision that is put off by rule N2: index into the facts; else −1 */
  gint64 weight;      /* yearly value, for order among equals */
  guint n_contradictions;                   /* of a row that is about these and no flag; else 0 */
  const TenureContradiction *contradiction; /* the first of them, lent by TenureAttentions; else NULL */
} TenureAttention;

/* Lists are cut to this many rows; the counts are whole. A list view makes 200 rows whether one can see them or not, and
 * the widgets are what costs: half a second for 200 of these, while the overview is the page a window opens with. */
#define TENURE_ATTENTION_MAX_ROWS 50

typedef struct
{
  GArray *lists[TENURE_N_ATTENTION_LISTS]; /* TenureAttention */
  guint counts[TENURE_N_ATTENTION_LISTS];  /* of records; of all, of those that are flagged */
  TenureContradictionList *contradictions;
  TenureDay month_end; /* last day of T's month */
  guint n_ended;       /* of the decisions: the agreement has ended without one */
  guint n_overdue;     /* it runs, and the day by which it was to be decided has passed */
  guint n_this_month;  /* to be decided from T to the month's end */
  guint n_next_month;
  guint n_assumed;       /* of n_overdue and n_this_month: the day rests on a usual notice or lead time */
  guint n_put_off;       /* of the decisions: snoozed, so counted above and not in their list */
  guint n_waiting;       /* agreements that wait for a decision, ended ones too, */
  guint n_waiting_known; /* of which it can be told by when */
} TenureAttentions;

/**
 * tenure_attentions_new:
 * @selection: (nullable): the agreements that the filter lets through; boards are whole
 *
 * Order: worst level first, then most flags of that level, then the larger yearly value. What cannot be true comes behind
 * what is red: figures rest on it; that of agreements in scope that are planned or running first. To be decided: planned or
 * running agreements in scope that have an end, are not covered by a signed successor and have no decision recorded,
 * by their decision day (committed end − renewal notice − lead time); and those that have ended so, as long as their
 * renewal status says that nobody decided (rule N2), by the day of their end where the decision day is not known. A
 * decision is put off by a snooze of rule N2, whether that fires yet or not. Snoozes change the lists alone, no number of
 * decisions.
 */
TenureAttentions *tenure_attentions_new (const TenureAnalysis *analysis, const TenureSelection *selection);
TenureAttentions *tenure_attentions_copy (const TenureAttentions *self);
void tenure_attentions_free (TenureAttentions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureAttentions, tenure_attentions_free)

/* What to call the record: an agreement by its title, others by their name. The caller frees. */
char *tenure_attention_dup_name (const TenureAttention *self, const TenureAnalysis *analysis);

/* "Lantern Trust: Advice line": the same with the provider of an agreement. The caller frees. */
char *tenure_attention_dup_full_name (const TenureAttention *self, const TenureAnalysis *analysis);

/* The provider of an agreement, lent; NULL for others, when it is not recorded, and when the agreement is called by it. */
const char *tenure_attention_get_provider (const TenureAttention *self, const TenureAnalysis *analysis);

/* The worst reason, or the first contradiction, in one sentence; by when it is to be decided. The caller frees. */
char *tenure_attention_dup_reason (const TenureAttention *self, const TenureAnalysis *analysis);
char *tenure_attention_dup_decision (const TenureAttention *self, const TenureAnalysis *analysis);

/* The command that opens the form of @agreement at the field of @contradiction; its target is floating. */
const char *tenure_attention_get_correction (const TenureContradiction *contradiction,
                                             TenureId agreement,
                                             GVariant **out_target);

/* What a button for it says: "Correct “End”…", "Correct “Funders: Share”…". The caller frees. */
char *tenure_attention_dup_correction (const TenureContradiction *contradiction);

/* Of something snoozed: "No renewal decision, until 14 Dec 2026: “The county settles its budget” (Jo Reed)"; one whose level is
 * not recorded sleeps to its day whatever happens, and says so. Free. */
char *tenure_attention_dup_snooze (const TenureAttention *self, const TenureAnalysis *analysis);

/* "31 ended undecided, 26 overdue, 3 this month, 5 next month": what there is to decide, without what there is none of;
 * "nothing by the end of next month". The caller frees. */
char *tenure_attentions_dup_decisions (const TenureAttentions *self);

/* The last day of the month of @day. */
TenureDay tenure_month_end (TenureDay day);

G_END_DECLS
