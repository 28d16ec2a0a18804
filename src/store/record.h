#pragma once

#include "base/day.h"
#include "base/duration.h"
#include "base/id.h"
#include "base/money.h"
#include "catalogue/field.h"

G_BEGIN_DECLS

/* One stored value. NULL means "not recorded", for every type of field. */
typedef enum
{
  TENURE_VALUE_NULL,
  TENURE_VALUE_INTEGER,
  TENURE_VALUE_TEXT,
} TenureValueKind;

typedef struct
{
  TenureValueKind kind;
  union
  {
    gint64 integer;
    char *text;
  };
} TenureValue;

#define TENURE_VALUE_NULL_INIT ((TenureValue){ .kind = TENURE_VALUE_NULL })
#define TENURE_VALUE_OF_INTEGER(n) ((TenureValue){ .kind = TENURE_VALUE_INTEGER, .integer = (n) })
/* Borrows @t; for arguments that are only read. */
#define TENURE_VALUE_OF_TEXT(t) ((TenureValue){ .kind = TENURE_VALUE_TEXT, .text = (char *) (t) })

gboolean tenure_value_equal (const TenureValue *a, const TenureValue *b);
TenureValue tenure_value_copy (const TenureValue *value);

/* Frees the text, if any, and leaves NULL behind. */
void tenure_value_clear (TenureValue *value);

/**
 * TenureRecord:
 * One record as a draft: a form edits it, an import fills it, a list shows it. A plain struct; reading or changing
 * it touches no document. tenure_edit_insert() and tenure_edit_update() store it.
 *
 * Fields are addressed by their index in the record definition (tenure_record_field_index() finds it by name).
 */
typedef struct
{
  TenureRecordType type;
  TenureId id;     /* TENURE_ID_NONE for a draft that was not stored yet */
  TenureId origin; /* the source row it came from (store/origin.h), or TENURE_ID_NONE; only for sourced types */
  guint n_fields;
  TenureValue *values;
  char **titles; /* titles of the records that references point to, by field; NULL unless loaded by a reader */
} TenureRecord;

TenureRecord *tenure_record_new (TenureRecordType type);
TenureRecord *tenure_record_dup (const TenureRecord *record);
void tenure_record_free (TenureRecord *record);

/* Back to a fresh draft of the same type, so that one record serves all rows of an import. */
void tenure_record_clear (TenureRecord *record);

/* Whether records of @type remember the source row they came from. */
gboolean tenure_record_type_is_sourced (TenureRecordType type);

gboolean tenure_record_is_known (const TenureRecord *record, guint field);
const TenureValue *tenure_record_get (const TenureRecord *record, guint field);
void tenure_record_set (TenureRecord *record, guint field, const TenureValue *value);
gboolean tenure_record_field_equal (const TenureRecord *a, const TenureRecord *b, guint field);

/* Text of text, choice, currency, day and duration fields as stored; NULL when not recorded. Setting NULL or ""
 * makes it not recorded: blank is not a value. */
const char *tenure_record_get_text (const TenureRecord *record, guint field);
void tenure_record_set_text (TenureRecord *record, guint field, const char *text);
void tenure_record_take_text (TenureRecord *record, guint field, char *text);

/* FALSE, with @out_value left alone, when not recorded. */
gboolean tenure_record_get_integer (const TenureRecord *record, guint field, gint64 *out_value);
void tenure_record_set_integer (TenureRecord *record, guint field, gint64 value);

/* TENURE_DAY_NONE is "not recorded", both ways. A last day is inclusive. */
TenureDay tenure_record_get_day (const TenureRecord *record, guint field);
void tenure_record_set_day (TenureRecord *record, guint field, TenureDay day);

/* An unknown duration is "not recorded", both ways. */
TenureDuration tenure_record_get_duration (const TenureRecord *record, guint field);
void tenure_record_set_duration (TenureRecord *record, guint field, TenureDuration duration);

/* -1 not recorded, 0 no, 1 yes. */
int tenure_record_get_flag (const TenureRecord *record, guint field);
void tenure_record_set_flag (TenureRecord *record, guint field, int flag);

/* The amount with the record's own currency (NONE when that is not recorded); FALSE when there is no amount. */
gboolean tenure_record_get_money (const TenureRecord *record, guint field, TenureMoney *out_money);

/* Sets the amount alone; the currency is a field of its own. */
void tenure_record_set_money (TenureRecord *record, guint field, gint64 minor);

/* The record's `currency` field; NONE when not recorded or when the type has none. */
TenureCurrency tenure_record_get_currency (const TenureRecord *record);

/* TENURE_ID_NONE is "not recorded", both ways. */
TenureId tenure_record_get_reference (const TenureRecord *record, guint field);
void tenure_record_set_reference (TenureRecord *record, guint field, TenureId id);

/* The same by field name, for names written in the program: an unknown one is a bug and aborts. */
const char *tenure_record_get_text_by_name (const TenureRecord *record, const char *name);
void tenure_record_set_text_by_name (TenureRecord *record, const char *name, const char *text);

/**
 * tenure_record_dup_label:
 *
 * The field as people read it: "21 Nov 2026", "£1,200", "3 months", "Yes", "12.5 %", the label of a choice, the title
 * of the record that a reference points to (where a reader loaded it).
 *
 * Returns: (transfer full) (nullable): NULL when not recorded
 */
char *tenure_record_dup_label (const TenureRecord *record, guint field);

/**
 * tenure_record_check:
 *
 * Whether every recorded value is one that its field can hold and every required field is there. The same check guards
 * tenure_edit_insert(); a form calls it to say so earlier. References are checked by the edit, which can look.
 *
 * Returns: FALSE with TENURE_ERROR_INVALID or TENURE_ERROR_RANGE, naming record type and field
 */
gboolean tenure_record_check (const TenureRecord *record, GError **error);

/* As tenure_record_check(), for one field: also refuses NULL in a required one. */
gboolean tenure_record_check_field (TenureRecordType type, guint field, const TenureValue *value, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureRecord, tenure_record_free)

G_END_DECLS
