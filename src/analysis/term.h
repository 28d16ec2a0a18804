#pragma once

#include "analysis/accounts.h"
#include "analysis/missing.h"
#include "analysis/options.h"
#include "base/months.h"

G_BEGIN_DECLS

/* What follows from the dates and the money of each agreement on a day T: docs/domain.md, sections 1 and 2.
 * Computed for all agreements in one pass, because succession and chains run between them; everything else in
 * analysis/ reads this. 100,000 agreements take some 60 ms and 15 MB (tests/bench/bench-analysis.c). */

/* Computed from dates, never typed. */
typedef enum
{
  TENURE_STATUS_UNKNOWN,    /* the dates that are recorded do not say: see `running` */
  TENURE_STATUS_PLANNED,    /* T < start */
  TENURE_STATUS_ACTIVE,     /* start ≤ T ≤ committed end */
  TENURE_STATUS_ENDING,     /* active with less than the amber threshold of rule N2 (six months) left */
  TENURE_STATUS_ENDED,      /* committed end < T */
  TENURE_STATUS_TERMINATED, /* ended by a recorded termination before its end */
  TENURE_STATUS_OPEN_ENDED, /* running with no end agreed */
} TenureStatus;

/* Bands of the committed term, compared exactly. OPEN is classed by its notice, never as long-term. */
typedef enum
{
  TENURE_BAND_LE12, /* M ≤ 12 months */
  TENURE_BAND_GT12_LT36,
  TENURE_BAND_GE36, /* M ≥ 36 months */
  TENURE_BAND_OPEN,
  TENURE_BAND_UNKNOWN, /* a date is missing, or the end lies before the start */
  TENURE_N_BANDS,
} TenureBand;

typedef enum
{
  TENURE_SECURED_CANNOT_TELL, /* not recorded: whether the funder may end without cause, or its notice */
  TENURE_SECURED_BY_NOTICE,   /* it may: S = min(R, notice), or the notice of an open-ended agreement */
  TENURE_SECURED_TO_END,      /* it may not: S = R */
} TenureSecuredState;

/* How the yearly value came about, or why there is none. */
typedef enum
{
  TENURE_ANNUAL_STATED,       /* recorded as such, or the value is recorded as yearly */
  TENURE_ANNUAL_FROM_TOTAL,   /* total × 12 / M, half-even */
  TENURE_ANNUAL_WHOLE_TOTAL,  /* M ≤ 12: the total itself, whether it is a total or a yearly value */
  TENURE_ANNUAL_NO_VALUE,     /* no value recorded */
  TENURE_ANNUAL_NO_BASIS,     /* not recorded whether the value is total or yearly, and M > 12 */
  TENURE_ANNUAL_NO_TERM,      /* a total without a known term */
  TENURE_ANNUAL_NO_CURRENCY,  /* a value in no recorded currency cannot be added to anything */
  TENURE_ANNUAL_OUT_OF_RANGE, /* the result does not fit in 63 bits */
} TenureAnnualState;

/**
 * TenureAgreementFigures:
 * One agreement on day T. Last days are inclusive. A day that cannot be told is TENURE_DAY_NONE; an index
 * that is not there is -1.
 */
typedef struct
{
  TenureDay start;
  TenureDay agreed_end;    /* signed end, or start + stated length, moved by extensions exercised by T */
  TenureDay committed_end; /* the same, cut by termination: the last day on which funding is promised */
  TenureDay maximum_end;   /* with every unexercised option, or as published; ≥ committed end */
  TenureDay secured_until; /* last day of S; NONE when S cannot be told */
  TenureDay notice_day;    /* committed end − renewal notice; NONE where it is terminated: nothing is left to decide */
  TenureDay decision_day;  /* notice_day − lead time */
  TenureDay covered_from;  /* earliest start of a successor signed by T; NONE when there is none, or it is not recorded */

  TenureMonths term;      /* M (start, committed end), when term_known; anniversary reading applied */
  TenureMonths remaining; /* R = M (max (T, start), committed end), when remaining_known; 0 after the end */
  TenureMonths secured;   /* S, unless secured_state is CANNOT_TELL */

  gint64 annual_minor; /* yearly value, when annual_known */
  gint64 total_minor;  /* value of the agreed term: total, or yearly value × M / 12 half-even */

  gint32 lead_days; /* committed end − the day it was decided, or − T with no decision; when lead_known */
  gint32 gap_days;  /* start − (predecessor's committed end + 1): > 0 gap, < 0 overlap; when gap_known */
  gint32 late_days; /* signed by T: signed − start; recorded but still to come: T − start; > 0 late; when late_known */
  gint32 successor; /* a signed successor that starts first, or -1 */
  gint32 lead;      /* the agreement through which its money passes, or -1; links in a loop count as none */
  gint32 chain;     /* index of the first agreement of its renewal chain; itself when it renews nothing */
  gint32 chain_position;    /* 1 for the first */
  gint32 chain_length;      /* terms from the first to the last along the longest line through this one */
  gint32 rollover_previous; /* the term that this one follows without a real break, or -1 */
  gint32 rollover_perhaps;  /* a term that it may follow, were the service of both recorded and the same; or -1 */
  gint32 rollover_first;    /* first of the run of short terms that ends with this one; or itself */
  gint32 rollover_terms;    /* terms in that run; 0 when this term is not short or not known */
  guint64 missing;          /* TenureMissing: what term, security, yearly value and decision day lack */

  guint8 status;        /* TenureStatus */
  guint8 band;          /* TenureBand */
  guint8 secured_state; /* TenureSecuredState */
  guint8 annual_state;  /* TenureAnnualState */
  guint8 scope;         /* TenureScope: VCS, UNKNOWN or OTHER */
  gint8 running;        /* TenureFact: start ≤ T ≤ committed end */

  guint live : 1; /* planned, running, or not known to have ended: the rules on agreements apply */
  guint term_known : 1;
  guint short_term : 1; /* a known term within the red threshold of rule T1 (12 months) */
  guint remaining_known : 1;
  guint annual_known : 1;
  guint total_known : 1;
  guint lead_known : 1;
  guint gap_known : 1;
  guint late_known : 1;
  guint open_ended : 1;         /* no end agreed and not terminated */
  guint reversed : 1;           /* the end lies before the start */
  guint end_derived : 1;        /* the end was worked out from start and stated length */
  guint end_as_anniversary : 1; /* "end read as anniversary": 1 Apr 2015 – 1 Apr 2016 is 12 months */
  guint duration_disagrees : 1; /* stated length and dates differ by more than a month; the dates stand */
  guint has_options : 1;        /* something unexercised may reach past the committed end */
  guint notice_assumed : 1;     /* the renewal notice is the usual one */
  guint lead_assumed : 1;       /* the lead time is the usual one */
  guint covered : 1;            /* a signed successor has begun by T, or begins at the latest the day after the end */
  guint decided : 1;            /* a decision is recorded: a day ≤ T, renewed or not renewing, a termination */
  guint rollover_inferred : 1;  /* no link is recorded: same provider and service, at most 31 days apart */
} TenureAgreementFigures;

/**
 * TenureTerms:
 * All agreements of @facts as seen on @as_of. @facts and the rules of @options must live as long. Immutable,
 * so that any number of workers may read it.
 */
typedef struct
{
  const TenureFacts *facts;
  TenureDay as_of;
  TenureAnalysisOptions options;
  TenureAgreementFigures *agreements; /* facts->n_agreements of them, in the same order */
  guint n_agreements;
  const TenureFactAccounts **accounts; /* facts->n_organisations: those looked at on T (analysis/accounts.h) */
  guint n_assumed;                     /* decision days of live agreements that rest on usual terms */
} TenureTerms;

/**
 * tenure_terms_new:
 * @as_of: T, known
 *
 * Formulas, with X = end + 1 day and addMonths clamped to the month's end:
 * - agreed end: signed end, else start + stated length − 1 day; each extension exercised by T moves X by its
 *   length. An exercised extension of unknown length leaves the end unknown.
 * - committed end: the earlier of agreed end and termination. An open-ended agreement has none until it is
 *   terminated.
 * - M: base/months.h, except that an end on the anniversary (end = addMonths (start, m), m ≥ 1) gives exactly
 *   m months. An end before the start is no term: unknown, marked `reversed`.
 * - R: M (max (T, start), committed end); where the start is not recorded, M (T, committed end).
 * - S: see TenureSecuredState. Notice is counted from max (T, start) and compared as a day.
 * - yearly value: the stated one; the value when it is yearly; total × 12 / M, half-even, for M ≥ 12; else
 *   the total. M is the agreed term, so that a termination does not raise the yearly value. A value of
 * unknown basis counts only up to 12 months, where both readings agree.
 * - signed successor: renews this one, and was signed by T or, where no signature is recorded, has started by
 *   T.
 * - covered: from the start of the first signed successor on. A gap before it is not covered: cliffs, expiries, N2 and E1
 *   pass over an agreement only where covered_from ≤ max (T, committed end + 1 day). Test: "/succession/cover".
 * - usual terms: for notice and lead time apart, the most specific row that has it: funder and kind, funder,
 *   kind, neither. Of several funders the first listed that has a row counts.
 * - chains follow the links to predecessors; links in a loop, to itself or out of range count as none, and so they do
 *   among leads.
 * - rollover: a term follows another without a real break when it starts at most 31 days (rule T4) after its
 *   end, with the same provider, and is recorded as its renewal; or, where no link is recorded, when provider
 *   and service are the same and it starts on the day the other ends or at most 31 days later. A run goes
 * back as long as terms are at most 12 months. A recorded renewal says by itself that the service is the same,
 * unless both are recorded and differ; without one, a service that is not recorded leaves it open
 * (rollover_perhaps).
 * - decision lead: domain.md section 4: committed end − decision, or − T without one; none where it is terminated.
 *
 * Linear but for sorting. Worked examples: tests/analysis/test-term.c.
 */
TenureTerms *tenure_terms_new (const TenureFacts *facts, TenureDay as_of, const TenureAnalysisOptions *options);
void tenure_terms_free (TenureTerms *terms);

/* Whether agreement @index belongs to @scope. */
gboolean tenure_terms_in_scope (const TenureTerms *terms, guint index, TenureScope scope);

/* Whether agreement @index has a part in the sum that @data says something of. */
typedef gboolean (*TenureHasPart) (guint32 index, gconstpointer data);

/* The nearest agreement above @index through which its money passes and that has a part in the same sum, so that the money
 * is counted there; -1 where there is none. Terms have cut loops of leads; more than TENURE_LEADS_ABOVE steps are not
 * walked, so that the longest chain of a hostile document costs no more than any other. */
#define TENURE_LEADS_ABOVE 32
gint32 tenure_terms_find_lead (const TenureTerms *terms, guint32 index, TenureHasPart has_part, gconstpointer data);

/* How many planned or running agreements take their renewal notice, and how many their lead time, from one row of the
 * usual terms. */
typedef struct
{
  guint notices, leads;
} TenureUsualTermsUse;

/* One for each row of the facts' usual terms, in their order; free with g_free(). NULL when there are none. */
TenureUsualTermsUse *tenure_terms_count_usual (const TenureTerms *terms);

/* "planned", "active", …: translated words for people, and stable codes for files. */
const char *tenure_status_label (TenureStatus status);
const char *tenure_status_code (TenureStatus status);

/* "le12", "gt12_lt36", "ge36", "open", "unknown". */
const char *tenure_band_code (TenureBand band);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTerms, tenure_terms_free)

G_END_DECLS
