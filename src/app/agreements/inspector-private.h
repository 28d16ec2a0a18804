#pragma once

#include <gtk/gtk.h>

#include "app/session.h"

G_BEGIN_DECLS

/* A heading with a grid of names and values under it; lent. Large letters put a value under its name, not beside it. */
GtkWidget *tenure_inspector_add_section (GtkBox *content, const char *title);
void tenure_inspector_add_row (GtkWidget *grid, const char *label, const char *value);

/* A row whose value is several, separated by semicolons. */
void tenure_inspector_add_tags (GtkWidget *grid, const char *label, const char *list);

/* The same with a button at its end that tells why. */
void tenure_inspector_add_figure (GtkWidget *grid, const char *label, const char *value, GtkWidget *why);

/* The same with a value that leads to another record. */
void tenure_inspector_add_link (GtkWidget *grid, const char *label, const char *value, TenureRecordType type, TenureId id);

/* The same with a value that is opened outside the program: @uri. */
void tenure_inspector_add_address (GtkWidget *grid, const char *label, const char *value, const char *uri);

/* A record by its title, a line under it (nullable), and the way there. */
void tenure_inspector_add_record (GtkBox *content, const char *title, const char *text, TenureRecordType type, TenureId id);

/* A sentence under the row that was added last: what cannot be true of it. */
void tenure_inspector_add_note (GtkWidget *grid, const char *text);

/* The part that holds @widget has been read by a worker and is there now: the keyboard goes back to what it was on. */
void tenure_inspector_filled (GtkWidget *widget);

/* While words are searched for: where in an agreement, or in what it is found by, they are; nothing where its title and
 * provider show it. */
void tenure_inspector_add_found_in (GtkBox *content,
                                    TenureSnapshot *snapshot,
                                    TenureReader *reader,
                                    const TenureRecord *agreement);

/* What can happen next to an agreement, as far as it makes sense on the day: renewing, taking up an option that is left,
 * ending early. All of it is in the menu beside the name, too. */
void tenure_inspector_add_acts (GtkBox *content, TenureSnapshot *snapshot, TenureId agreement);

/* Of two or more agreements (element-type TenureId) how many they are, and what they come to, which a worker adds up. */
void tenure_inspector_add_selection (GtkBox *content, TenureSnapshot *snapshot, GArray *agreements);

/* What is worked out from the record on the day. */
void tenure_inspector_add_figures (
    GtkBox *content, TenureSession *session, TenureSnapshot *snapshot, TenureRecordType type, TenureId id);

/* How long the money of an organisation lasts, and its running agreements, shortest first; nothing when none runs. */
void tenure_inspector_add_organisation (GtkBox *content, TenureSnapshot *snapshot, guint organisation);

/* The seats, organisations and agreements that hang on a person, read by a worker; or why they could not be read. */
void tenure_inspector_add_person (GtkBox *content, TenureSession *session, TenureSnapshot *snapshot, guint person);

/* What is recorded, group by group, how much of what counts that is, and ways to record the rest. Of an agreement that has
 * not begun on the day of @snapshot more counts. Below the procurement regime of an agreement stand its hints.
 * @contradictions: (nullable) (element-type TenureContradiction): of an agreement, each said beside its field. */
void tenure_inspector_add_fields (GtkBox *content,
                                  TenureSnapshot *snapshot,
                                  TenureReader *reader,
                                  const TenureRecord *record,
                                  const GPtrArray *contradictions);

/* The file, sheet and row that it was imported from; nothing for a record that was typed in. */
void tenure_inspector_add_origin (GtkBox *content, TenureReader *reader, const TenureRecord *record);

/* The records that belong to it: funders and options of an agreement, seats of a board; with what contradicts itself in
 * them, @contradictions as above. What several pay for together is called so. */
void tenure_inspector_add_children (GtkBox *content,
                                    TenureReader *reader,
                                    const TenureRecord *record,
                                    const GPtrArray *contradictions);

/* The agreements whose @field names @agreement, the latest start first: indexes into the facts, guint32; free. */
GArray *tenure_inspector_list_linked (TenureReader *reader, TenureSnapshot *snapshot, const char *field, TenureId agreement);

/* What an agreement passes on, to whom, and what it keeps; and what renews it. Nothing where there is none. */
void tenure_inspector_add_linked (GtkBox *content, TenureReader *reader, TenureSnapshot *snapshot, TenureId agreement);

/* The newest payments under an agreement, and a way to add one; where a schedule is recorded beside them, what was due by
 * the day that is looked at and what was paid by then. @contradictions as above. */
void tenure_inspector_add_payments (
    GtkBox *content, TenureReader *reader, TenureSnapshot *snapshot, TenureId agreement, const GPtrArray *contradictions);

/* What happened to the record, read by a worker when it is opened. Lends the expander. */
GtkWidget *tenure_inspector_add_history (GtkBox *content, TenureSession *session, TenureRecordType type, TenureId id);

G_END_DECLS
