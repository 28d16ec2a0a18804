#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The record types of a document. One table each, named by TenureRecordDef.table. Child types (an agreement's
 * funders, an organisation's identifiers) are edited with their parent and deleted with it. */
typedef enum
{
  TENURE_RECORD_PORTFOLIO,
  TENURE_RECORD_ORGANISATION,
  TENURE_RECORD_IDENTIFIER,
  TENURE_RECORD_PERSON,
  TENURE_RECORD_AGREEMENT,
  TENURE_RECORD_FUNDER,
  TENURE_RECORD_EXTENSION,
  TENURE_RECORD_MEMBERSHIP,
  TENURE_RECORD_PAYMENT,
  TENURE_RECORD_BOARD,
  TENURE_RECORD_SEAT,
  TENURE_RECORD_APPOINTMENT,
  TENURE_RECORD_MEETING,
  TENURE_RECORD_ATTENDANCE,
  TENURE_RECORD_EXEMPTION,
  TENURE_RECORD_USUAL_TERMS,
  TENURE_RECORD_VARIATION,
  TENURE_RECORD_UPLIFT,
  TENURE_RECORD_COST_LINE,
  TENURE_RECORD_INSTALMENT,
  TENURE_RECORD_OUTCOME,
  TENURE_RECORD_REFERRALS,
  TENURE_RECORD_DOCUMENT_LINK,
  TENURE_RECORD_FORMER_NAME,
  TENURE_RECORD_ACCOUNTS,
  TENURE_RECORD_OTHER_INCOME,
  TENURE_RECORD_CONTACT,
  TENURE_RECORD_PRICE_INDEX,
  TENURE_RECORD_INDEX_RATE,
  TENURE_RECORD_SNOOZE,
  TENURE_RECORD_SAVED_VIEW,
  TENURE_RECORD_RULE_SETTING,
  TENURE_RECORD_SCENARIO,
  TENURE_RECORD_SCENARIO_CHANGE,
  TENURE_RECORD_SCENARIO_AGREEMENT,
  TENURE_RECORD_BUDGET,
  TENURE_RECORD_ALLOCATION,
  TENURE_RECORD_CLOSING,
  TENURE_RECORD_PAY_RATE,
  TENURE_RECORD_PARTICIPATION,
  TENURE_RECORD_CLAIM,
  TENURE_N_RECORDS,
  TENURE_RECORD_NONE = -1,
} TenureRecordType;

/* What a field holds, and how it is stored. NULL in the column means "not recorded" for every type. */
typedef enum
{
  TENURE_FIELD_TEXT,      /* one line; TEXT */
  TENURE_FIELD_LONG_TEXT, /* several lines; TEXT */
  TENURE_FIELD_LIST,      /* several short texts; TEXT, separated by "; " */
  TENURE_FIELD_CHOICE,    /* one of `choices`; TEXT, the choice's value; other text is kept and shown as it is */
  TENURE_FIELD_FLAG,      /* yes, no or not recorded; INTEGER 1, 0 */
  TENURE_FIELD_DAY,       /* a civil date; TEXT, YYYY-MM-DD; a last day is inclusive */
  TENURE_FIELD_DURATION,  /* a length as worded; TEXT, ISO 8601 (P3M) */
  TENURE_FIELD_MONEY,     /* INTEGER minor units, in the currency of the record's `currency` field */
  TENURE_FIELD_CURRENCY,  /* TEXT, ISO 4217 */
  TENURE_FIELD_NUMBER,    /* INTEGER, from 0; `unit` says of what */
  TENURE_FIELD_DECIMAL,   /* INTEGER hundredths, from 0: 250 = 2.5 */
  TENURE_FIELD_SHARE,     /* INTEGER basis points, 0 to 10000 = 100 % */
  TENURE_FIELD_RATE,      /* INTEGER basis points of change, may be negative: 270 = 2.7 % */
  TENURE_FIELD_REFERENCE, /* INTEGER, the id of a record of type `refers_to` */
} TenureFieldType;

/* Who may see a field in a shared copy. */
typedef enum
{
  TENURE_PRIVACY_OPEN,       /* published or fit to be published */
  TENURE_PRIVACY_COMMERCIAL, /* between the parties: prices, negotiation, internal notes */
  TENURE_PRIVACY_PERSONAL,   /* about a living person */
} TenurePrivacy;

typedef enum
{
  TENURE_FIELD_REQUIRED = 1 << 0,     /* a record without it cannot be saved */
  TENURE_FIELD_SEARCHED = 1 << 1,     /* its text is in the search index */
  TENURE_FIELD_COLUMN = 1 << 2,       /* a column of the register unless the user says otherwise */
  TENURE_FIELD_FACET = 1 << 3,        /* offered as a filter */
  TENURE_FIELD_PARENT = 1 << 4,       /* the reference from a child to its parent; not shown in forms */
  TENURE_FIELD_CORE = 1 << 5,         /* counted in completeness (analysis/completeness.h), but for `counts_unless` */
  TENURE_FIELD_FIXED = 1 << 6,        /* written by the program and not typed; not shown in forms */
  TENURE_FIELD_INHERITED = 1 << 7,    /* a child's currency: written from its parent's when stored; not shown in forms */
  TENURE_FIELD_BEFORE_START = 1 << 8, /* to be settled before an agreement starts: a recorded "no" is not settled */
  TENURE_FIELD_FILTER = 1 << 9,       /* a filter as text (register/filter.h): chosen on screen, shown in words */
  TENURE_FIELD_BELOW_ZERO = 1 << 10,  /* money that may be below zero: paid back, given up or owed; a price, cost or income
                                         is not */
  TENURE_FIELD_IN_VIEW = 1 << 11,     /* in plain view in its form, however seldom it is recorded */
} TenureFieldFlags;

typedef struct
{
  const char *value; /* as stored; NULL ends a list */
  const char *label; /* translatable */
} TenureChoice;

/**
 * TenureField:
 * One field, described once. Forms, columns, filters, import, export, redaction and history labels read this.
 * All strings are static; those marked translatable go through gettext when shown.
 */
typedef struct
{
  const char *name;  /* column name; unique within its record type */
  const char *label; /* translatable */
  TenureFieldType type;
  TenureFieldFlags flags;
  TenurePrivacy privacy;
  const char *group; /* translatable: the section of the form */
  const char *help;  /* translatable, a sentence: what to enter and why it matters; NULL where nobody meets it */
  const char *unit;  /* translatable; NULL when the type says it */
  const TenureChoice *choices;
  TenureRecordType refers_to; /* only for references */
  const char *three_sixty;    /* the 360Giving column title, e.g. "Planned Dates:Start Date" */
  const char *ocds;           /* the path in an OCDS release */
  const char *spellings;      /* headings met in registers, separated by '|' */
  int min, max;               /* of a NUMBER; max 0 for no limits */
  int since;                  /* the schema version that brought it; 0 for the one that brought its table */
  const char *counts_unless;  /* where a CORE field does not count: choices and flags of the same record by their stored
                                 values, "kind=spot", or fields that are recorded at all, "duration"; separated by '|' */
} TenureField;

/**
 * TenureRecordDef:
 * One record type and its fields, in the order of forms but for `groups`. The columns of its table stand by `since`,
 * then in this order: a migration can only append, so a group that moves is moved in `groups`.
 */
typedef struct
{
  TenureRecordType type;
  const char *table;
  const char *label;         /* translatable: "Agreement" */
  const char *label_plural;  /* translatable: "Agreements" */
  const char *title_field;   /* the field that names a record; NULL for child types without one */
  TenureRecordType parent;   /* TENURE_RECORD_NONE for types that stand alone */
  const char *add_label;     /* translatable: "Add a Funder", of children in their parent's form; NULL for other types */
  const char *new_label;     /* translatable: "New funder", one that has nothing in it yet; with add_label */
  gboolean aside;            /* a child that most records do without: closed in the form */
  gboolean core;             /* a child of which a parent is incomplete without any, as without a CORE field */
  const char *const *groups; /* all its groups in the order of forms, NULL at the end; NULL: as the fields come */
  const TenureField *fields;
  guint n_fields;
} TenureRecordDef;

/* The definition of @type; never NULL for a valid type. */
const TenureRecordDef *tenure_record_def (TenureRecordType type);

/* The type whose table or whose machine name ("agreement") is @name; TENURE_RECORD_NONE when there is none. */
TenureRecordType tenure_record_type_from_table (const char *name);

/* The index of field @name in @type, or -1. */
int tenure_record_find_field (TenureRecordType type, const char *name);

/* The index of field @name in @type. For names written in the program: an unknown one is a bug and aborts. */
guint tenure_record_field_index (TenureRecordType type, const char *name);

/* Whether a field of @type is stored as an INTEGER; else as TEXT. */
gboolean tenure_field_type_is_integer (TenureFieldType type);

/* Where field @index of @type stands among the columns of its table that hold fields, and back. */
guint tenure_record_column (TenureRecordType type, guint index);
guint tenure_record_field_of_column (TenureRecordType type, guint column);

/* The field at @place, from 0 to n_fields - 1, in the order in which people meet them: group by group. */
guint tenure_record_field_of_place (TenureRecordType type, guint place);

/* The label of a choice's stored @value, translated; @value itself when it is none of the choices. */
const char *tenure_field_choice_label (const TenureField *field, const char *value);

/* The stored value of the choice whose value or label matches @text, ignoring case and space; NULL if none. */
const char *tenure_field_choice_value (const TenureField *field, const char *text);

G_END_DECLS
