#include "config.h"
#include "app/history/history-row.h"

#include "app/history/history-words.h"

#include <adwaita.h>
#include "base/i18n.h"

/* Lines of what a record held that came or went. */
#define MAX_LINES 3

GtkWidget *
tenure_history_row_new_plain (const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_text = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_text);
  return row;
}

/* What a page shows; everything else is looked at with what it belongs to. */
static gboolean
has_page (TenureRecordType type)
{
  return type == TENURE_RECORD_AGREEMENT || type == TENURE_RECORD_ORGANISATION || type == TENURE_RECORD_BOARD
         || type == TENURE_RECORD_SEAT || type == TENURE_RECORD_PERSON;
}

static gboolean
is_there (TenureSession *session, TenureRecordType type, TenureId id)
{
  TenureReader *reader = tenure_document_get_reader (tenure_session_get_document (session));
  g_autofree char *title = tenure_reader_dup_title (reader, type, id);

  return title != NULL;
}

static void
let_open (GtkWidget *row, TenureSession *session, const TenureRecordDifference *difference)
{
  gboolean itself = has_page (difference->type);
  TenureRecordType type = itself ? difference->type : difference->parent_type;
  TenureId id = itself ? difference->id : difference->parent;

  if (type == TENURE_RECORD_NONE || !has_page (type) || !is_there (session, type, id))
    return;
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(sx)", tenure_record_def (type)->table, id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Look at the record"));
}

static GtkWidget *
kind_label_new (TenureDifferenceKind kind)
{
  GtkWidget *label = gtk_label_new (tenure_history_kind_word (kind));

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

GtkWidget *
tenure_history_row_new (TenureSession *session, const TenureRecordDifference *difference, gboolean say_kind)
{
  g_autofree char *title = tenure_history_dup_record (difference);
  g_autofree char *text = tenure_history_dup_differences (difference);
  GtkWidget *row = tenure_history_row_new_plain (title, text);

  if (difference->kind != TENURE_DIFFERENCE_CHANGED)
    adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MAX_LINES);
  if (say_kind)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), kind_label_new (difference->kind));
  let_open (row, session, difference);
  return row;
}
