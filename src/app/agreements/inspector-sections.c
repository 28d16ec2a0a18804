/* What the inspector says of a record, section by section. */

#include "config.h"
#include "app/agreements/inspector-private.h"

#include "analysis/agreement-figure.h"
#include "analysis/burden.h"
#include "analysis/completeness.h"
#include "analysis/contradictions.h"
#include "app/agreements/child-words.h"
#include "app/agreements/document-link.h"
#include "app/agreements/found-in.h"
#include "app/agreements/register-column.h"
#include "app/explain-view.h"
#include "app/forms/draft-store.h"
#include "app/forms/funder-shares.h"
#include "app/forms/procurement-words.h"
#include "app/gtk/list-box.h"
#include "app/missing-button.h"
#include "store/origin.h"

#include "base/count.h"
#include "base/i18n.h"

#define MAX_CHILDREN 40

/* --- Found in ------------------------------------------------------------------------------------------------ */

void
tenure_inspector_add_found_in (GtkBox *content,
                               TenureSnapshot *snapshot,
                               TenureReader *reader,
                               const TenureRecord *agreement)
{
  const char *search = tenure_filter_get_search (tenure_snapshot_get_filter (snapshot));
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *markup = NULL;
  GtkWidget *text;

  if (*search == '\0')
    return;
  sources = tenure_found_in_list (reader, agreement);
  markup = tenure_found_in_dup_markup (sources, search);
  if (markup == NULL)
    return;
  text = tenure_text_new ("", "caption");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_label_set_markup (GTK_LABEL (text), markup);
  gtk_box_append (content, text);
}

/* --- Figures ------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureSnapshot *snapshot;
  guint agreement;
  TenureAgreementFigure figure; /* N_AGREEMENT_FIGURES: those that rest on each other */
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  tenure_snapshot_unref (subject->snapshot);
  g_free (subject);
}

static TenureExplanation *
explain_agreement (gpointer data)
{
  const Subject *subject = data;
  const TenureTerms *terms = tenure_snapshot_get_terms (subject->snapshot);

  return subject->figure == TENURE_N_AGREEMENT_FIGURES
             ? tenure_agreement_explain (terms, subject->agreement)
             : tenure_agreement_figure_explain (terms, subject->agreement, subject->figure);
}

static GtkWidget *
why_new (TenureSnapshot *snapshot, guint agreement, TenureAgreementFigure figure, const char *what)
{
  Subject *subject = g_new (Subject, 1);

  *subject = (Subject){ .snapshot = tenure_snapshot_ref (snapshot), .agreement = agreement, .figure = figure };
  return tenure_explain_button_new (what, explain_agreement, subject, subject_free);
}

/* From @first to before @after, each with its own lines behind it. */
static void
add_own_figures (
    GtkBox *content, const char *title, TenureSnapshot *snapshot, guint agreement, TenureAgreementFigure first, int after)
{
  const TenureTerms *terms = tenure_snapshot_get_terms (snapshot);
  GtkWidget *grid = NULL;

  for (int i = first; i < after; i++)
    {
      TenureAgreementFigure figure = (TenureAgreementFigure) i;
      const char *name = tenure_agreement_figure_title (figure);
      g_autofree char *text = tenure_agreement_figure_dup_label (terms, agreement, figure);

      if (!tenure_agreement_figure_applies (terms, agreement, figure))
        continue;
      if (grid == NULL)
        grid = tenure_inspector_add_section (content, title);
      tenure_inspector_add_figure (grid, name, text != NULL ? text : tenure_level_label (TENURE_LEVEL_CANNOT_TELL),
                                   why_new (snapshot, agreement, figure, name));
    }
}

/* Of the few agreements for which all of it is recorded. */
static void
add_burden (GtkWidget *grid, const TenureTerms *terms, guint agreement)
{
  TenureBurden burden = tenure_agreement_burden (terms, agreement);
  g_autofree char *ratio = tenure_figure_dup_label (&burden.ratio);
  /* Translators: what bidding and monitoring cost the provider, as a per cent. */
  g_autofree char *text = g_strdup_printf (_ ("%s of the value"), ratio);

  if (burden.ratio.kind != TENURE_FIGURE_CANNOT_TELL)
    tenure_inspector_add_row (grid, _ ("Bidding and monitoring"), text);
}

/* Columns of the register. */
static const char *const agreement_figures[] = {
  "status", "committed_end", "maximum_end_computed", "term", "remaining", "secured", "annual", "decision_day", "chain",
};

static void
add_agreement_figures (GtkBox *content, TenureSnapshot *snapshot, guint agreement)
{
  g_autofree char *day = tenure_day_dup_label (tenure_snapshot_get_as_of (snapshot));
  /* Translators: heading over what is computed as of a day. */
  g_autofree char *title = g_strdup_printf (_ ("Worked out as of %s"), day);
  GtkWidget *grid = tenure_inspector_add_section (content, title);
  gboolean open_ended = tenure_snapshot_get_terms (snapshot)->agreements[agreement].open_ended;
  GtkWidget *why;

  for (gsize i = 0; i < G_N_ELEMENTS (agreement_figures); i++)
    {
      const TenureRegisterColumn *column = tenure_register_column_find (agreement_figures[i]);
      g_autofree char *text = column->dup_text (snapshot, agreement);

      /* What an open-ended agreement cannot have, and a chain of one, is not "cannot tell". */
      if (text != NULL ? *text == '\0' : open_ended)
        continue;
      tenure_inspector_add_row (grid, column->title, text != NULL ? text : _ ("cannot tell"));
    }
  add_burden (grid, tenure_snapshot_get_terms (snapshot), agreement);
  why = why_new (snapshot, agreement, TENURE_N_AGREEMENT_FIGURES, _ ("Figures of this agreement"));
  gtk_widget_set_halign (why, GTK_ALIGN_START);
  gtk_box_append (content, why);
  add_own_figures (content, _ ("Cost and price"), snapshot, agreement, TENURE_AGREEMENT_FIGURE_FULL_COST,
                   TENURE_AGREEMENT_FIGURE_OUTCOMES);
  add_own_figures (content, _ ("Results so far"), snapshot, agreement, TENURE_AGREEMENT_FIGURE_OUTCOMES,
                   TENURE_N_AGREEMENT_FIGURES);
}

static void
add_board_figures (GtkBox *content, TenureSnapshot *snapshot, guint board)
{
  const TenureBoardFigures *f = &tenure_snapshot_get_boards (snapshot)->boards[board];
  GtkWidget *grid = tenure_inspector_add_section (content, _ ("Worked out"));
  g_autofree char *seats = NULL;
  g_autofree char *vcs = NULL;

  if (!f->exists)
    {
      tenure_inspector_add_row (grid, _ ("Status"), _ ("does not exist on this day"));
      return;
    }
  /* Translators: "16 (14 filled)". */
  seats = g_strdup_printf (_ ("%1$u (%2$u filled)"), f->seats, f->filled);
  vcs = g_strdup_printf (_ ("%1$u (%2$u filled)"), f->vcs_seats, f->vcs_filled);
  tenure_inspector_add_row (grid, _ ("Seats"), seats);
  tenure_inspector_add_row (grid, _ ("{Sector} seats"), vcs);
  if (f->has_target)
    {
      /* Translators: how many voluntary-sector seats a board is short of its target: "2 to change hands, or 3 to be added". */
      g_autofree char *short_of =
          g_strdup_printf (_ ("%1$u to change hands, or %2$u to be added"), f->short_replace, f->short_add);

      tenure_inspector_add_row (grid, _ ("Short of target"), short_of);
    }
}

void
tenure_inspector_add_figures (
    GtkBox *content, TenureSession *session, TenureSnapshot *snapshot, TenureRecordType type, TenureId id)
{
  int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), type, id);

  if (index >= 0 && type == TENURE_RECORD_AGREEMENT)
    add_agreement_figures (content, snapshot, (guint) index);
  else if (index >= 0 && type == TENURE_RECORD_BOARD)
    add_board_figures (content, snapshot, (guint) index);
  else if (index >= 0 && type == TENURE_RECORD_ORGANISATION)
    tenure_inspector_add_organisation (content, snapshot, (guint) index);
  else if (index >= 0 && type == TENURE_RECORD_PERSON)
    tenure_inspector_add_person (content, session, snapshot, (guint) index);
}

/* --- Fields -------------------------------------------------------------------------------------------------- */

static gboolean
is_shown (const TenureRecordDef *def, guint field)
{
  return !(def->fields[field].flags & (TENURE_FIELD_PARENT | TENURE_FIELD_FIXED))
         && g_strcmp0 (def->fields[field].name, def->title_field) != 0;
}

/* What can be gone to, from a record that refers to it. */
static gboolean
has_page (TenureRecordType type)
{
  return type == TENURE_RECORD_AGREEMENT || type == TENURE_RECORD_ORGANISATION || type == TENURE_RECORD_BOARD
         || type == TENURE_RECORD_PERSON;
}

/* @accounts: (nullable): of an organisation, those looked at. */
static void
add_missing (GtkBox *content,
             const TenureRecord *record,
             const char *title,
             const TenureCompleteness *completeness,
             const TenureFactAccounts *accounts)
{
  /* Translators: of a record: "9 of 14 recorded". */
  g_autofree char *count =
      tenure_count_dup_several (_ ("%1$s of %2$s recorded"), 2, (guint64[]){ completeness->known, completeness->of });

  tenure_inspector_add_row (tenure_inspector_add_section (content, title), _ ("What counts"), count);
  for (guint i = 0; i < completeness->n_missing; i++)
    gtk_box_append (content, accounts != NULL
                                 ? tenure_missing_accounts_button_new (record->id, accounts, completeness->missing[i])
                                 : tenure_missing_button_new (record->type, record->id, completeness->missing[i]));
}

/* How much of what rules and figures need is recorded, and what is not; before its start, what an agreement is to settle. */
static void
add_completeness (GtkBox *content, TenureSnapshot *snapshot, const TenureRecord *record)
{
  const TenureTerms *terms = tenure_snapshot_get_terms (snapshot);
  int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), record->type, record->id);
  const TenureFactAccounts *accounts = NULL;
  TenureCompleteness completeness;

  if (index < 0)
    return;
  if (record->type == TENURE_RECORD_ORGANISATION)
    accounts = terms->accounts[index];
  completeness = tenure_completeness_of_fact (terms, record->type, (guint) index);
  if (completeness.of > 0)
    add_missing (content, record, completeness.n_missing > 0 ? _ ("Not recorded") : _ ("Recorded"), &completeness, accounts);
  if (record->type != TENURE_RECORD_AGREEMENT || terms->agreements[index].status != TENURE_STATUS_PLANNED)
    return;
  completeness = tenure_completeness_of_fact_before_start (terms, (guint) index);
  add_missing (content, record, _ ("Before it starts"), &completeness, NULL);
}

/* Below @grid, in which the regime stands: what begins at which value, and on which side of it this agreement lies. */
static void
add_procurement (GtkBox *content, GtkWidget *grid, TenureReader *reader, TenureId agreement)
{
  g_autoptr (TenureDraft) draft = tenure_draft_load (reader, TENURE_RECORD_AGREEMENT, agreement, NULL);
  g_autofree char *words = draft != NULL ? tenure_procurement_dup_lines (draft, reader, TRUE) : NULL;
  g_auto (GStrv) lines = words != NULL ? g_strsplit (words, "\n", -1) : NULL;
  GtkWidget *box;

  if (lines == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  for (char **line = lines; *line != NULL; line++)
    {
      GtkWidget *label = tenure_text_new (*line, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_insert_child_after (content, box, grid);
}

/* Says under the last row of @grid what contradicts it; @field NULL: whatever the field. */
static void
add_contradictions (GtkWidget *grid, const GPtrArray *contradictions, TenureRecordType type, const char *field)
{
  for (guint i = 0; contradictions != NULL && i < contradictions->len; i++)
    {
      const TenureContradiction *contradiction = contradictions->pdata[i];

      if (contradiction->record_type == type && (field == NULL || g_str_equal (contradiction->field, field)))
        tenure_inspector_add_note (grid, contradiction->message);
    }
}

void
tenure_inspector_add_fields (GtkBox *content,
                             TenureSnapshot *snapshot,
                             TenureReader *reader,
                             const TenureRecord *record,
                             const GPtrArray *contradictions)
{
  const TenureRecordDef *def = tenure_record_def (record->type);
  const char *group = NULL;
  GtkWidget *grid = NULL, *bought = NULL;

  for (guint i = 0; i < def->n_fields; i++)
    {
      guint index = tenure_record_field_of_place (def->type, i);
      const TenureField *field = &def->fields[index];
      g_autofree char *value = is_shown (def, index) ? tenure_record_dup_label (record, index) : NULL;

      if (value == NULL)
        continue;
      if (grid == NULL || g_strcmp0 (group, field->group) != 0)
        grid = tenure_inspector_add_section (content, field->group != NULL ? _ (field->group) : _ (def->label));
      group = field->group;
      if (field->type == TENURE_FIELD_REFERENCE && has_page (field->refers_to))
        tenure_inspector_add_link (grid, _ (field->label), value, field->refers_to,
                                   tenure_record_get_reference (record, index));
      else if (field->type == TENURE_FIELD_LIST)
        tenure_inspector_add_tags (grid, _ (field->label), value);
      else
        tenure_inspector_add_row (grid, _ (field->label), value);
      add_contradictions (grid, contradictions, record->type, field->name);
      if (record->type == TENURE_RECORD_AGREEMENT && g_str_equal (field->name, "regime"))
        bought = grid;
    }
  if (bought != NULL)
    add_procurement (content, bought, reader, record->id);
  add_completeness (content, snapshot, record);
}

/* --- Origin -------------------------------------------------------------------------------------------------- */

void
tenure_inspector_add_origin (GtkBox *content, TenureReader *reader, const TenureRecord *record)
{
  g_autoptr (TenureOriginRow) origin = NULL;
  g_autofree char *row = NULL;
  GtkWidget *grid;

  if (record->origin != TENURE_ID_NONE)
    origin = tenure_origin_load_row (reader, record->origin, NULL);
  if (origin == NULL)
    return;
  grid = tenure_inspector_add_section (content, _ ("Where it came from"));
  tenure_inspector_add_row (grid, _ ("File"), origin->import->file);
  if (origin->import->sheet != NULL && origin->import->sheet[0] != '\0')
    tenure_inspector_add_row (grid, _ ("Sheet"), origin->import->sheet);
  row = g_strdup_printf ("%u", origin->row);
  tenure_inspector_add_row (grid, _ ("Row"), row);
}

/* --- Children ------------------------------------------------------------------------------------------------ */

/* A document by its name: its place is a way there where it can be opened, and text where it cannot. */
static void
add_document (GtkWidget *grid, const TenureRecord *document)
{
  const char *title = tenure_record_get_text_by_name (document, "title");
  const char *location = tenure_record_get_text_by_name (document, "location");
  g_autofree char *uri = tenure_document_link_dup_uri (location);

  if (uri != NULL)
    tenure_inspector_add_address (grid, title != NULL ? title : "", location, uri);
  else
    tenure_inspector_add_row (grid, title != NULL ? title : "", location != NULL ? location : "");
}

static void
add_child (GtkWidget *grid, guint number, const TenureRecord *child)
{
  g_autofree char *label = g_strdup_printf ("%u", number);
  g_autofree char *words = NULL;

  if (child->type == TENURE_RECORD_DOCUMENT_LINK)
    {
      add_document (grid, child);
      return;
    }
  words = tenure_child_dup_words (child);
  tenure_inspector_add_row (grid, label, words);
}

/* Who pays for what several pay for. */
static void
add_joint (GtkWidget *grid, const TenureRecord *record, const GPtrArray *funders)
{
  g_autofree char *joint = tenure_funder_shares_dup_joint (funders);

  if (joint != NULL)
    tenure_inspector_add_row (grid, tenure_funder_shares_joint_label (record), joint);
}

void
tenure_inspector_add_children (GtkBox *content,
                               TenureReader *reader,
                               const TenureRecord *record,
                               const GPtrArray *contradictions)
{
  for (int child = 0; child < TENURE_N_RECORDS; child++)
    {
      const TenureRecordDef *def = tenure_record_def ((TenureRecordType) child);
      g_autoptr (GPtrArray) children = NULL;
      GtkWidget *grid;

      if (def->parent != record->type)
        continue;
      children = tenure_reader_load_children (reader, (TenureRecordType) child, record->id, NULL);
      if (children == NULL || children->len == 0)
        continue;
      grid = tenure_inspector_add_section (content, _ (def->label_plural));
      if (child == TENURE_RECORD_FUNDER)
        add_joint (grid, record, children);
      for (guint i = 0; i < MIN (children->len, MAX_CHILDREN); i++)
        add_child (grid, i + 1, children->pdata[i]);
      if (children->len > MAX_CHILDREN)
        {
          g_autofree char *more = tenure_count_dup_more (children->len - MAX_CHILDREN);

          tenure_inspector_add_row (grid, "…", more);
        }
      add_contradictions (grid, contradictions, (TenureRecordType) child, NULL);
    }
}
