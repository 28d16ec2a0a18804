#pragma once

#include "analysis/facts.h"
#include "store/record.h"

G_BEGIN_DECLS

/* A form without widgets: a draft of a record with its children, and the rows that show it.
 *
 * A form edits the draft; tenure_form_rows() turns a draft into rows; the widgets (record-form.h) show rows and write
 * back; tenure_draft_save() (draft-store.h) stores it as one edit. Tests: tests/app/test-form-model.c. */
typedef struct _TenureDraft TenureDraft;

/* What a form offers to do to another record in the same step. */
typedef struct
{
  char *words;       /* "Record that “Befriending” was renewed" */
  char *note;        /* what speaks for it or against it: "So far: not recorded" */
  gboolean left_out; /* the user does not want it */
} TenureDraftOffer;

struct _TenureDraft
{
  TenureRecord *record;    /* as edited; its id is set from the start, so that others can refer to it */
  TenureRecord *original;  /* as stored; NULL for a new one */
  TenureRecord *proposed;  /* what the form filled in on its own; NULL when that is nothing but a currency */
  char *label;             /* what undo calls the edit; NULL: as what changed says */
  char *about;             /* what a record without a name of its own is called; NULL for others */
  TenureDraft *parent;     /* lent; NULL for the record that the form is for */
  GPtrArray *children;     /* of TenureDraft: all child types, in the order of the form, stored ones first */
  GPtrArray *created;      /* of TenureRecord: records made on the way for references to point to; of the root only */
  GPtrArray *beside;       /* of TenureDraft: other records that are stored in the same step; of the root only */
  TenureDraftOffer *offer; /* of a draft beside another: what is offered; NULL for others */
  TenureFacts *under;      /* of a payment: its agreement and the payments stored under it; NULL when not looked up */
  gboolean removed;        /* a child that was taken out */
  gboolean share_settled;  /* of a new funder: what the others leave was proposed to it, or could not be */
  gboolean insisted;       /* saving was tried: what is required and missing is now called a problem */
  TenureDay as_of;         /* the day looked at, proposed for a decision; NONE, as at first, where nothing is proposed */
  char **texts;            /* by field: what was typed and cannot be read; NULL where the value stands */
};

/* A new draft of @type with nothing in it but the currency of its amounts, which is @currency. */
TenureDraft *tenure_draft_new (TenureRecordType type, TenureCurrency currency);

/* A draft of a stored record. Children are added with tenure_draft_add_child(). */
TenureDraft *tenure_draft_new_for (const TenureRecord *record);

/* The same record again as a new one, children included, proposed as it is. Its references and amounts stay; @original is
 * NULL. */
TenureDraft *tenure_draft_duplicate (const TenureDraft *draft);

void tenure_draft_free (TenureDraft *draft);

/* Puts @child (transfer full) under @draft, with its reference to the parent set; returns it. */
TenureDraft *tenure_draft_add_child (TenureDraft *draft, TenureDraft *child);

/* The id of the record that a child belongs to, and setting it on a draft that stands alone in its form. */
TenureId tenure_draft_parent_of (const TenureRecord *child);
void tenure_draft_set_parent (TenureDraft *draft, TenureId parent);

/* Puts @other (transfer full) beside @draft, to be stored in the same step unless it is left out; returns it. What it holds
 * is a proposal. @words and @note: see TenureDraftOffer; transfer full. */
TenureDraft *tenure_draft_add_beside (TenureDraft *draft, TenureDraft *other, char *words, char *note);

/* Takes a child out: on saving it is deleted, or not stored at all when it is new. */
void tenure_draft_remove (TenureDraft *child);

/* Whether @draft, or what it is a child of, was taken out, or is a new child in which nothing was filled in: such a draft
 * is shown or not, but never stored. */
gboolean tenure_draft_is_void (const TenureDraft *draft);

/* The child types that are edited within the form of @type, in order, ended by TENURE_RECORD_NONE. */
const TenureRecordType *tenure_draft_child_types (TenureRecordType type);

/* Whether saving @draft adds an agreement that is the renewal of another. */
gboolean tenure_draft_renews (const TenureDraft *draft);

/* What is filled in now is the form's own proposal: to leave it as it is loses nothing. */
void tenure_draft_propose (TenureDraft *draft);

/* Whether leaving the form would lose something: the user changed what is stored or what the form proposed. */
gboolean tenure_draft_is_modified (const TenureDraft *draft);

/* Whether saving can succeed as far as the draft alone can tell: every word is readable, nothing required is missing. */
gboolean tenure_draft_is_valid (const TenureDraft *draft);

/* The name of the record as it stands, for titles: "Home from hospital"; for a child what tells it from its siblings:
 * "Northgate Council, 50 %". NULL when nothing is filled in yet. */
char *tenure_draft_dup_title (const TenureDraft *draft);

/* Sets a field from typed words. What cannot be read is kept in @texts and the value becomes "not recorded". An amount
 * that names a currency sets the record's currency where that is not recorded, and is refused where it differs; a value that
 * says whether it is for each year or in total sets that, too. */
void tenure_draft_set_text (TenureDraft *draft, guint field, const char *text);

/* Sets a field to a value; for choices and flags. NULL-kind is "not recorded". With the renewal of an agreement set to what is
 * a decision goes a proposal for the day of it, unless one is there, and back when it is none after all. */
void tenure_draft_set_value (TenureDraft *draft, guint field, const TenureValue *value);

/* Whether @field is the day of a decision, as it was proposed. */
gboolean tenure_draft_is_day_proposed (const TenureDraft *draft, guint field);

/* Sets a reference; @title is what the form shows for it. */
void tenure_draft_set_reference (TenureDraft *draft, guint field, TenureId id, const char *title);

/* Calls everything that is required and missing a problem from now on, in the children too. */
void tenure_draft_insist (TenureDraft *draft);

/* What undo will call the edit: "Add agreement “Home from hospital”", "Renew “Home from hospital”", "Change signed end of
 * “Home from hospital”", "Change “Home from hospital”"; @label where it is set. The caller frees. */
char *tenure_draft_dup_label (const TenureDraft *draft);

/* How a field is edited. */
typedef enum
{
  TENURE_FORM_ENTRY,     /* one line of words: text, day, money, length, number, share, currency */
  TENURE_FORM_LONG_TEXT, /* several lines */
  TENURE_FORM_CHOICE,    /* one of `options` */
  TENURE_FORM_REFERENCE, /* a record of another type */
  TENURE_FORM_FILTER,    /* a filter, in words, that is taken from the screen */
} TenureFormRowKind;

typedef struct
{
  char *label;       /* translated */
  TenureValue value; /* what choosing it sets */
} TenureFormOption;

/* One row as it is to be shown now. */
typedef struct
{
  guint field;
  TenureFormRowKind kind;
  const char *label; /* translated */
  const char *help;  /* translated, or NULL */
  const char *unit;  /* translated, or NULL */
  char *text;        /* what the entry shows; for a reference the title of the record; "" when not recorded */
  char *hint;        /* worth knowing, no obstacle: "The end lies before the start."; NULL when there is nothing to say */
  char *remark;      /* how the value came about, no doubt about it; NULL when there is nothing to say */
  char *problem;     /* why the words cannot be saved; NULL when they can */
  gboolean required;
  gboolean secondary; /* seldom used and not recorded: shown behind "More" */
  GPtrArray *options; /* of TenureFormOption: for choices; the first is "Not recorded", of usual terms "Every kind" */
  guint chosen;       /* index into @options */
  TenureRecordType refers_to;
} TenureFormRow;

/* A section: the fields of one group, in the order of the catalogue. The currency is shown and not counted: a new record
 * has it before anything is recorded. */
typedef struct
{
  const char *name;  /* in the catalogue; NULL for fields without a group */
  const char *title; /* translated; "" without a group */
  GPtrArray *rows;   /* of TenureFormRow */
  guint n_counted;   /* rows, the currency apart */
  guint n_recorded;  /* of these, those in which something is recorded */
  gboolean faulty;   /* a row has a problem or a hint */
  gboolean open;     /* to be seen without asking for it: it is faulty, something is recorded in it, or it matters for the
                        record as it stands today (form-groups.h) */
} TenureFormGroup;

/* The one function that decides what a form shows. (element-type TenureFormGroup); links to the parent are not shown. */
GPtrArray *tenure_form_rows (const TenureDraft *draft);

/* One group alone, after something changed; @name as the catalogue has it. */
TenureFormGroup *tenure_form_group (const TenureDraft *draft, const char *name);
void tenure_form_group_free (TenureFormGroup *group);

/* How much of it is recorded: "Nothing recorded", "2 of 5 recorded". The caller frees. */
char *tenure_form_group_dup_count (const TenureFormGroup *group);

/* One row alone, after its field changed. NULL for a field that is not shown. */
TenureFormRow *tenure_form_row (const TenureDraft *draft, guint field);
void tenure_form_row_free (TenureFormRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureDraft, tenure_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureFormRow, tenure_form_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureFormGroup, tenure_form_group_free)

G_END_DECLS
