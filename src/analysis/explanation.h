#pragma once

#include "analysis/facts.h"
#include "base/id.h"
#include "catalogue/rule.h"

G_BEGIN_DECLS

/* Why: what a figure or a flag rests on, step by step and record by record. Made when somebody asks, never in
 * advance. */

/* What a line rests on: a field of a record as it is recorded, or what was worked out; neither where nothing is said. */
typedef struct
{
  TenureRecordType type;
  TenureId record;
  const char *field; /* the catalogue's name of it, static; NULL */
  gboolean derived;
} TenureExplanationInput;

/* One step or one record behind a figure: "Committed end", "31 Mar 2027", the agreement it was read from. */
typedef struct
{
  char *label;
  char *value;
  TenureRecordType record_type; /* TENURE_RECORD_NONE for a plain step */
  TenureId record;              /* TENURE_ID_NONE with it */
  TenureExplanationInput input;
  char *origin; /* (nullable): where the input came from, in words, once somebody asked (register/input-origins.h) */
} TenureExplanationLine;

/* A field without which something could not be told, and the record that lacks it. */
typedef struct
{
  TenureRecordType record_type;
  const char *field; /* the catalogue's name of the field, static; its label: tenure_explanation_missing_label() */
  TenureId record;
  char *of; /* (nullable): what the record is called, where the explanation is about many */
} TenureExplanationMissing;

typedef struct
{
  char *title;            /* "Short term: red" */
  char *summary;          /* the reason, one sentence; or the figure with its coverage */
  char *formula;          /* in words */
  char *remedy;           /* what would clear a flag; NULL for a figure */
  const TenureRule *rule; /* the program’s own row, for what it is called; NULL for a figure that no rule judges */
  char *threshold;        /* "Red when the committed term is 12 months or less."; NULL without a rule, as the next three */
  char *applies_to;       /* which records it judges */
  char *source;           /* where the rule comes from, or "local setting"; of a rule that is changed here, the setting */
  const char *confidence; /* how far that carries, static */
  gboolean local;         /* the rule is a local setting: no authority stands behind it */
  GArray *lines;          /* TenureExplanationLine */
  GArray *apart;          /* TenureExplanationLine: records that do not enter, each with the reason or where it is counted */
  GArray *missing;        /* TenureExplanationMissing */
  guint most;             /* that each of the three holds; 0: all */
  guint more_lines;       /* what would have been lines beyond them; the same of the others */
  guint more_apart;
  guint more_missing;
} TenureExplanation;

TenureExplanation *tenure_explanation_new (const char *title, const char *formula);
void tenure_explanation_free (TenureExplanation *explanation);

/* From here on each list holds @most at the most and counts what is added to a full one: of a hundred thousand agreements
 * nobody reads more on screen. */
#define TENURE_EXPLANATION_MAX_LINES 200
void tenure_explanation_limit (TenureExplanation *explanation, guint most);

/* Adds a line: @label is copied, the value written as printf does. */
void tenure_explanation_add (TenureExplanation *explanation,
                             TenureRecordType record_type,
                             TenureId record,
                             const char *label,
                             const char *format,
                             ...) G_GNUC_PRINTF (5, 6);
/* Says of the line added last that it is what @field of a record holds, where there is such a field, or else that it was
 * worked out. */
void tenure_explanation_set_input (TenureExplanation *explanation,
                                   TenureRecordType type,
                                   TenureId record,
                                   const char *field);
void tenure_explanation_set_derived (TenureExplanation *explanation);

/* @origins: (element-type utf8): one for each line, in their order; what it holds is taken. */
void tenure_explanation_take_origins (TenureExplanation *explanation, GPtrArray *origins);

/* The same of what does not enter, with the reason. */
void tenure_explanation_add_apart (TenureExplanation *explanation,
                                   TenureRecordType record_type,
                                   TenureId record,
                                   const char *label,
                                   const char *format,
                                   ...) G_GNUC_PRINTF (5, 6);
void tenure_explanation_add_missing (TenureExplanation *explanation,
                                     TenureRecordType record_type,
                                     const char *field,
                                     TenureId record);
/* The same for one of many records, which would be hard to tell from a field alone; @of is copied. */
void tenure_explanation_add_missing_of (
    TenureExplanation *explanation, TenureRecordType record_type, const char *field, TenureId record, const char *of);

/* The three for @agreement of @facts, by the name it has beside agreements of others (tenure_facts_dup_agreement_name()).
 * @value and @reason are copied. */
void tenure_explanation_add_agreement (TenureExplanation *explanation,
                                       const TenureFacts *facts,
                                       guint agreement,
                                       const char *value);
void tenure_explanation_add_agreement_apart (TenureExplanation *explanation,
                                             const TenureFacts *facts,
                                             guint agreement,
                                             const char *reason);
void tenure_explanation_add_agreement_missing (TenureExplanation *explanation,
                                               const TenureFacts *facts,
                                               guint agreement,
                                               TenureRecordType record_type,
                                               const char *field);

/* Fills rule, threshold and source from @rule. */
void tenure_explanation_set_rule (TenureExplanation *explanation, const TenureRule *rule);

/* The label of the missing field, translated and static: "Signed end". */
const char *tenure_explanation_missing_label (const TenureExplanationMissing *missing);

/* The whole explanation as lines of plain text, for the command line and "copy"; the caller frees. */
char *tenure_explanation_dup_text (const TenureExplanation *explanation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureExplanation, tenure_explanation_free)

G_END_DECLS
