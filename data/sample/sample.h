#pragma once

#include "store/edit.h"

G_BEGIN_DECLS

/* The sample portfolio: "North Ridge", an integrated care system that does not exist. Tables say what is there
 * (organisations-table.h, funding-table.h, boards-table.h); the rest (who signed late, which cells nobody filled in, who
 * came to which meeting) follows from a seed, so that the same seed gives the same records. */

/* The day on which the sample is meant to be looked at: everything after it is planned, nothing of it has been decided. */
#define SAMPLE_TODAY "2026-11-21"

/* One agreement, as worked out from a row of the funding table before anything is written. */
typedef struct
{
  TenureId id;
  guint row;         /* in sample_funding */
  int predecessor;   /* index, or -1 */
  int successor;     /* index, or -1 */
  TenureDay entered; /* the day that decides in which year's step it is written */
  TenureDay start;   /* NONE: nobody wrote it down */
  TenureDay end;     /* as signed; NONE: open, to be confirmed or not written down */
  TenureDay until;   /* last day in fact: options taken up and early ends counted; NONE as above */
  TenureDay terminated;
  int months;        /* of the signed term; 0 when there is none */
  int options[2];    /* months of each option; 0: none */
  gboolean taken_up; /* the first option */
  gboolean open_ended, to_be_confirmed, length_only;
  gint64 annual;     /* pounds a year */
  gboolean value_known;
} SampleAgreement;

typedef struct
{
  TenureDocument *document;
  TenureEdit *edit; /* while one is being made */
  GError *error;    /* the first one; later writes do nothing */
  GRand *random;
  guint32 seed;
  TenureDay today;
  GHashTable *organisations; /* name → id */
  GHashTable *people;        /* name → id */
  GHashTable *boards;        /* name → id */
  GHashTable *price_indexes; /* name → id */
  GArray *agreements;        /* SampleAgreement; those of one row follow each other */
} Sample;

/* One step of history, made by @author on the day @when (YYYY-MM-DD): @write fills it. @data is handed through. */
typedef void (*SampleWrite) (Sample *self, gpointer data);
void sample_edit (Sample *self,
                  const char *when,
                  const char *author,
                  const char *label,
                  SampleWrite write,
                  gpointer data);

/* The same at a stated @moment (YYYY-MM-DD HH:MM), with chance from a stream of its own that follows from the seed and the
 * moment: what is added or changed here leaves the chance of every other step as it was. */
void sample_edit_apart (Sample *self,
                        const char *moment,
                        const char *author,
                        const char *label,
                        SampleWrite write,
                        gpointer data);

/* --- Records --- */

void sample_text (TenureRecord *record, const char *field, const char *text);
void sample_day (TenureRecord *record, const char *field, TenureDay day);
void sample_number (TenureRecord *record, const char *field, gint64 number);
void sample_flag (TenureRecord *record, const char *field, int flag);
void sample_reference (TenureRecord *record, const char *field, TenureId id);

/* Pounds into the field @field, and GBP as the currency. */
void sample_pounds (TenureRecord *record, const char *field, gint64 pounds);

/* Stores and frees the record; returns its id. */
TenureId sample_insert (Sample *self, TenureRecord *record);

/* A record as it is stored now, to be changed and given to sample_update(), which frees it. */
TenureRecord *sample_load (Sample *self, TenureRecordType type, TenureId id);
void sample_update (Sample *self, TenureRecord *record);

/* Sets one field of a stored record. */
void sample_set (Sample *self, TenureRecordType type, TenureId id, const char *field, TenureValue value);

/* TRUE when the field @field of @record is recorded. */
gboolean sample_is_known (const TenureRecord *record, const char *field);

/* Pounds in the field @field; 0 when it is not recorded. */
gint64 sample_get_pounds (const TenureRecord *record, const char *field);

/* The id behind a name of one of the tables. A name that is not there is a mistake in the tables and aborts. */
TenureId sample_organisation (Sample *self, const char *name);
TenureId sample_person (Sample *self, const char *name);
TenureId sample_board (Sample *self, const char *name);

/* The newest agreement called @title that has begun. */
const SampleAgreement *sample_agreement_running (Sample *self, const char *title);

/* What is neither over nor unreadable: what runs, is still to begin, or has no end. */
gboolean sample_agreement_is_live (Sample *self, const SampleAgreement *agreement);

/* Whether it has begun, too. */
gboolean sample_agreement_runs (Sample *self, const SampleAgreement *agreement);

/* Calls @each for every agreement in the order of the tables, with what is stored of it; what @each changes in @record is
 * stored. */
typedef void (*SampleEachAgreement) (Sample *self, const SampleAgreement *agreement, TenureRecord *record);
void sample_for_each_agreement (Sample *self, SampleEachAgreement each);

/* --- Chance --- */

/* TRUE in @percent of a hundred cases. */
gboolean sample_chance (Sample *self, int percent);
/* From @low to @high, both included. */
int sample_between (Sample *self, int low, int high);
/* One of @texts, which ends with NULL. */
const char *sample_pick (Sample *self, const char *const *texts);

/* YYYY-MM-DD of the tables; NULL is NONE, anything else aborts. */
TenureDay sample_date (const char *iso);

/* --- What is written, in the order of generate.c --- */

void sample_write_organisations (Sample *self);
void sample_write_networks (Sample *self);
void sample_write_price_indexes (Sample *self);
void sample_plan_funding (Sample *self);
void sample_write_funding (Sample *self);
void sample_write_accounts (Sample *self);
void sample_write_boards (Sample *self);
void sample_write_contacts (Sample *self);
void sample_write_meetings (Sample *self);
void sample_write_participation (Sample *self);
void sample_write_specifications (Sample *self);
void sample_write_results (Sample *self);
void sample_write_costs (Sample *self);
void sample_write_payments (Sample *self);
void sample_write_schedules (Sample *self);
void sample_write_uplifts (Sample *self);
void sample_write_decisions (Sample *self);
void sample_write_variations (Sample *self);
void sample_write_views (Sample *self);

G_END_DECLS
