#pragma once

#include "base/id.h"
#include "base/money.h"
#include "catalogue/rule.h"

G_BEGIN_DECLS

/* A figure and its explanation: the form in which every number leaves the analysis for screen, report and command line.
 * "k of N known" is part of the type: a sum of the 180 yearly values that are recorded, out of 214 agreements, is not
 * the same figure as a sum of 214. */

typedef enum
{
  TENURE_FIGURE_CANNOT_TELL, /* no value: nothing that it needs is known; written as null */
  TENURE_FIGURE_INTEGER,
  TENURE_FIGURE_DOUBLE, /* for printing and drawing; whatever decides something is compared exactly before */
} TenureFigureKind;

typedef enum
{
  TENURE_FIGURE_UNIT_COUNT,
  TENURE_FIGURE_UNIT_MINOR,  /* minor units of `currency` */
  TENURE_FIGURE_UNIT_MONTHS,
  TENURE_FIGURE_UNIT_DAYS,
  TENURE_FIGURE_UNIT_RATIO,  /* 0 to 1 */
  TENURE_FIGURE_UNIT_POINTS, /* concentration, 0 to 10,000 */
} TenureFigureUnit;

typedef struct
{
  TenureFigureKind kind;
  TenureFigureUnit unit;
  TenureCurrency currency; /* of MINOR; NONE otherwise */
  union
  {
    gint64 integer;
    double number;
  };
  guint known; /* records that entered */
  guint of;    /* records that the figure is about; known ≤ of */
} TenureFigure;

TenureFigure tenure_figure_count (gint64 count, guint known, guint of);
TenureFigure tenure_figure_minor (gint64 minor, TenureCurrency currency, guint known, guint of);
TenureFigure tenure_figure_number (double number, TenureFigureUnit unit, guint known, guint of);
TenureFigure tenure_figure_cannot_tell (TenureFigureUnit unit, guint known, guint of);

/* "count", "minor", "months", "days", "ratio", "points": for files and the command line. */
const char *tenure_figure_unit_code (TenureFigureUnit unit);

/* The value for people: "£1,234", "17.4 months", "61.3 %", "cannot tell"; the caller frees. */
char *tenure_figure_dup_label (const TenureFigure *figure);

/* "180 of 214 known"; the caller frees. */
char *tenure_figure_dup_coverage (const TenureFigure *figure);

/* Appends {"value":…,"unit":"…","known":k,"of":n}, with "currency" where the unit is MINOR. Numbers are locale-free, with
 * as many digits as it takes to read them back exactly. */
void tenure_figure_append_json (const TenureFigure *figure, GString *json);

/* --- Why --------------------------------------------------------------------------------------------------------- */

/* One step or one record behind a figure: "Committed end", "31 Mar 2027", the agreement it was read from. */
typedef struct
{
  char *label;
  char *value;
  TenureRecordType record_type; /* TENURE_RECORD_NONE for a plain step */
  TenureId record;              /* TENURE_ID_NONE with it */
} TenureExplanationLine;

/* A field without which something could not be told, and the record that lacks it. */
typedef struct
{
  TenureRecordType record_type;
  const char *field; /* the catalogue's name of the field, static; its label: tenure_explanation_missing_label() */
  TenureId record;
} TenureExplanationMissing;

typedef struct
{
  char *title;   /* "Short term: red" */
  char *summary; /* the reason, one sentence; or the figure with its coverage */
  char *formula; /* in words */
  const TenureRule *rule; /* NULL for a figure that no rule judges */
  char *threshold;  /* "Red when the committed term is 12 months or less."; NULL without a rule */
  char *source;     /* where the rule comes from, or "Local setting"; NULL without a rule */
  GArray *lines;    /* TenureExplanationLine */
  GArray *missing;  /* TenureExplanationMissing */
} TenureExplanation;

TenureExplanation *tenure_explanation_new (const char *title, const char *formula);
void tenure_explanation_free (TenureExplanation *explanation);

/* Takes the strings @label copies and @value as printf does. */
void tenure_explanation_add (TenureExplanation *explanation,
                             TenureRecordType record_type,
                             TenureId record,
                             const char *label,
                             const char *format,
                             ...) G_GNUC_PRINTF (5, 6);
void tenure_explanation_add_missing (TenureExplanation *explanation,
                                     TenureRecordType record_type,
                                     const char *field,
                                     TenureId record);

/* Fills rule, threshold and source from @rule. */
void tenure_explanation_set_rule (TenureExplanation *explanation, const TenureRule *rule);

/* The label of the missing field, translated and static: "Signed end". */
const char *tenure_explanation_missing_label (const TenureExplanationMissing *missing);

/* The whole explanation as lines of plain text, for the command line and "copy"; the caller frees. */
char *tenure_explanation_dup_text (const TenureExplanation *explanation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureExplanation, tenure_explanation_free)

G_END_DECLS
