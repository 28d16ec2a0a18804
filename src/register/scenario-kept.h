#pragma once

#include "register/scenario-request.h"
#include "store/document.h"

G_BEGIN_DECLS

/* Scenarios that a document keeps by name, so that they are saved and undone with it; their changes name agreements as
 * records, so that one that is deleted leaves them and one that is merged into another stands for it.
 * Test: tests/register/test-scenario-kept.c. */

/**
 * TenureScenarioKept:
 * @id: TENURE_ID_NONE for one that is not kept yet
 * @name, @notes: @notes may be NULL
 * @requests: (element-type TenureScenarioRequest): in the order in which they are made
 * @n_unread: changes of a kind or an amount that this program does not know; they are not among @requests
 */
typedef struct
{
  TenureId id;
  char *name, *notes;
  GPtrArray *requests;
  guint n_unread;
} TenureScenarioKept;

/* Without changes. @name: (nullable) */
TenureScenarioKept *tenure_scenario_kept_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
TenureScenarioKept *tenure_scenario_kept_load (TenureReader *reader, TenureId id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tenure_scenario_kept_free (TenureScenarioKept *kept);

/* (element-type TenureId): all that the document keeps, by name; none where they cannot be read.
 * @out_names: (nullable) (element-type utf8): what they are called is added, in the same order; it frees what it holds */
GArray *tenure_scenario_kept_list (TenureReader *reader, GPtrArray *out_names) G_GNUC_WARN_UNUSED_RESULT;

/* The one called @name; TENURE_ID_NONE when there is none. */
TenureId tenure_scenario_kept_find (TenureReader *reader, const char *name);

/* "Extend by 12 months (3 agreements); End early on 31 Jan 2027 (1 agreement)": the changes of one. The caller frees. */
char *tenure_scenario_kept_dup_words (TenureReader *reader, TenureId id);

/* Keeps it, as one step of history, in place of the one with its id, or else of the one with its name, which is not blank.
 * Fails as tenure_document_edit() does. */
gboolean tenure_scenario_kept_save (TenureDocument *document, const TenureScenarioKept *kept, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureScenarioKept, tenure_scenario_kept_free)

G_END_DECLS
