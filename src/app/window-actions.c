/* The commands of a window (actions.h), but for those on records (window-records.c). */

#include "config.h"
#include "app/window-private.h"

#include "app/documents/export-calendar.h"
#include "app/documents/save.h"
#include "app/import/import.h"
#include "app/tooltip.h"
#include "base/error.h"
#include "store/history-travel.h"

#include "base/count.h"
#include "base/i18n.h"

/* --- Undo, redo ---------------------------------------------------------------------------------------------- */

/* Steps to take back or bring again, one after the other, as one piece of work. Keys pressed meanwhile count too. */
struct _TenureTravel
{
  TenureWindow *window;
  TenureProgress *progress;
  int wanted;  /* steps still to be taken back; below zero: to be brought again */
  int steps;   /* how many there were */
  int done;    /* steps taken back; below zero: brought again */
  char *label; /* of the last of them */
};

/* Which step it was, so that one pressed by mistake is seen; of several, how many. What brings it back stands beside it,
 * and goes with the next change. */
static void
tell_travel (const TenureTravel *travel)
{
  guint n = (guint) ABS (travel->done);
  g_autofree char *count = tenure_count_dup_label (n);
  g_autofree char *text = NULL;
  const char *button = NULL, *action = NULL;

  if (travel->done == 0)
    return;
  if (n == 1)
    /* Translators: a step of the history: "Undid: Edit agreement “Advice line”". */
    text = g_strdup_printf (travel->done > 0 ? _ ("Undid: %s") : _ ("Did again: %s"), travel->label);
  else if (travel->done > 0)
    text = g_strdup_printf (ngettext ("Undid %s step", "Undid %s steps", n), count);
  else
    text = g_strdup_printf (ngettext ("Did %s step again", "Did %s steps again", n), count);
  if (n == 1)
    {
      button = travel->done > 0 ? _ ("Redo") : _ ("Undo");
      action = travel->done > 0 ? "win.redo" : "win.undo";
    }
  tenure_window_toast_step (travel->window, text, button, action);
}

static void
travel_free (TenureTravel *travel)
{
  travel->window->travel = NULL;
  tell_travel (travel);
  g_free (travel->label);
  tenure_window_end_change (travel->window, travel->progress);
  g_object_unref (travel->progress);
  g_object_unref (travel->window);
  g_free (travel);
}

static void travel_on (TenureTravel *travel);

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TenureTravel *travel = data;
  g_autoptr (GError) error = NULL;

  if (!tenure_document_undo_finish (TENURE_DOCUMENT (source), result, &error))
    {
      tenure_window_report (travel->window, _ ("Undo Failed"), error);
      travel_free (travel);
      return;
    }
  travel->wanted--;
  travel->done++;
  travel_on (travel);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TenureTravel *travel = data;
  g_autoptr (GError) error = NULL;

  if (!tenure_document_undo_finish (TENURE_DOCUMENT (source), result, &error))
    {
      tenure_window_report (travel->window, _ ("Redo Failed"), error);
      travel_free (travel);
      return;
    }
  travel->wanted++;
  travel->done--;
  travel_on (travel);
}

static const char *
next_label (TenureDocument *document, int wanted)
{
  if (document == NULL || wanted == 0)
    return NULL;
  return wanted > 0 ? tenure_document_get_undo_label (document) : tenure_document_get_redo_label (document);
}

static void
travel_on (TenureTravel *travel)
{
  TenureDocument *document = tenure_window_get_document (travel->window);
  GCancellable *cancellable = tenure_progress_get_cancellable (travel->progress);

  if (next_label (document, travel->wanted) == NULL || g_cancellable_is_cancelled (cancellable))
    {
      travel_free (travel);
      return;
    }
  if (travel->steps > 1)
    tenure_progress_set_fraction (travel->progress, CLAMP (1.0 - (double) ABS (travel->wanted) / travel->steps, 0, 1));
  g_free (travel->label);
  travel->label = g_strdup (next_label (document, travel->wanted));
  if (travel->wanted > 0)
    tenure_document_undo_async (document, cancellable, undone_cb, travel);
  else
    tenure_document_redo_async (document, cancellable, redone_cb, travel);
}

/* @wanted as in TenureTravel. */
static void
travel (TenureWindow *self, int wanted)
{
  const char *label = next_label (tenure_window_get_document (self), wanted);
  g_autofree char *title = NULL;

  if (self->travel != NULL)
    {
      self->travel->wanted += wanted;
      return;
    }
  if (label == NULL || self->working)
    return;
  if (ABS (wanted) == 1)
    title = g_strdup_printf (wanted > 0 ? _ ("Undoing: %s") : _ ("Redoing: %s"), label);
  else
    title = g_strdup (_ ("Going through the history"));
  self->travel = g_new0 (TenureTravel, 1);
  self->travel->window = g_object_ref (self);
  self->travel->progress = tenure_progress_new (title);
  self->travel->wanted = wanted;
  self->travel->steps = ABS (wanted);
  tenure_window_begin_change (self, self->travel->progress);
  travel_on (self->travel);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  travel (data, 1);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  travel (data, -1);
}

/* --- Looking ------------------------------------------------------------------------------------------------- */

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (tenure_window_select_page (data, g_variant_get_string (parameter, NULL)))
    tenure_window_focus_page (data);
}

/* NULL for what has no page: it is shown beside whatever page is there. */
static const char *
page_of (TenureRecordType type)
{
  switch ((int) type)
    {
    case TENURE_RECORD_ORGANISATION:
      return "organisations";
    case TENURE_RECORD_BOARD:
    case TENURE_RECORD_SEAT:
      return "boards";
    case TENURE_RECORD_PERSON:
      return "people";
    case TENURE_RECORD_RULE_SETTING:
      return "rules";
    case TENURE_RECORD_EXEMPTION:
    case TENURE_RECORD_SNOOZE:
    case TENURE_RECORD_USUAL_TERMS:
    case TENURE_RECORD_PRICE_INDEX:
    case TENURE_RECORD_SCENARIO:
      return NULL;
    default:
      return "agreements";
    }
}

/* Accounts have no page: the organisation that they are of is shown. */
static void
climb_to_page (TenureWindow *self, const char **table, TenureRecordType *type, TenureId *id)
{
  g_autoptr (TenureRecord) accounts = NULL;

  if (*type != TENURE_RECORD_ACCOUNTS)
    return;
  accounts = tenure_reader_load (tenure_document_get_reader (tenure_window_get_document (self)), *type, *id, NULL);
  if (accounts == NULL)
    return;
  *type = TENURE_RECORD_ORGANISATION;
  *table = tenure_record_def (*type)->table;
  *id = tenure_draft_parent_of (accounts);
}

void
tenure_window_reveal_record (TenureWindow *self, TenureRecordType type, TenureId id, gboolean go)
{
  const char *page = page_of (type);
  GtkWidget *shown;

  if (page == NULL || (!go && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) != 0))
    return;
  tenure_window_select_page (self, page);
  shown = gtk_stack_get_visible_child (self->pages);
  if (!gtk_widget_activate_action (shown, "page.reveal-record", "(sx)", tenure_record_def (type)->table, id))
    tenure_window_focus_page (self);
}

static void
show_record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenureRecordType type;
  const char *table;
  TenureId id;

  g_variant_get (parameter, "(&sx)", &table, &id);
  type = tenure_record_type_from_table (table);
  g_return_if_fail (type != TENURE_RECORD_NONE);
  climb_to_page (self, &table, &type, &id);
  if (page_of (type) != NULL)
    tenure_window_select_page (self, page_of (type));
  /* A page that shows the whole record has no use for the inspector beside it. */
  if (gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages), "page.open-record", "(sx)", table, id))
    return;
  self->inspector_wanted = TRUE;
  tenure_session_select (self->session, type, id);
  if (page_of (type) != NULL
      && !gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages), "page.reveal-record", "(sx)", table, id))
    tenure_window_focus_page (self);
}

static void
as_of_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenureDay day;

  if (tenure_day_parse_iso (g_variant_get_string (parameter, NULL), &day))
    tenure_session_set_as_of (self->session, day);
}

static void
as_of_today_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;

  tenure_session_set_as_of (self->session, tenure_day_today ());
  gtk_menu_button_popdown (self->as_of_button);
}

/* A hundred rows, made when they are asked for. The next time the toolkit's own command, which takes the place of this one,
 * shows them. */
static void
show_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/tenure_app/Tenure/shortcuts.ui");
  GtkShortcutsWindow *shortcuts = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_application_window_set_help_overlay (data, shortcuts);
  gtk_window_present (GTK_WINDOW (shortcuts));
}

static void
clear_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (TenureFilter) everything = tenure_filter_new ();

  tenure_session_set_filter (TENURE_WINDOW (data)->session, everything);
}

/* --- Files --------------------------------------------------------------------------------------------------- */

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tenure_save (data, NULL, NULL);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tenure_save_as (data, NULL, NULL);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tenure_import_choose (data);
}

static void
import_file_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  tenure_import_present (data, file);
}

static void
export_calendar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tenure_export_calendar (data);
}

static const GActionEntry actions[] = {
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "show-page", .activate = show_page_cb, .parameter_type = "s", .state = "''" },
  { .name = "show-record", .activate = show_record_cb, .parameter_type = "(sx)" },
  { .name = "as-of", .activate = as_of_cb, .parameter_type = "s" },
  { .name = "as-of-today", .activate = as_of_today_cb },
  { .name = "clear-filter", .activate = clear_filter_cb },
  { .name = "show-help-overlay", .activate = show_shortcuts_cb },
  { .name = "save", .activate = save_cb },
  { .name = "save-as", .activate = save_as_cb },
  { .name = "close", .activate = close_cb },
  { .name = "export-calendar", .activate = export_calendar_cb },
  { .name = "import", .activate = import_cb },
  { .name = "import-file", .activate = import_file_cb, .parameter_type = "s" },
};

static void
enable (TenureWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static void
describe (GtkWidget *button, const char *text)
{
  tenure_tooltip_take (button, g_strdup (text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* The tooltips say what the buttons would do; the names that a screen reader speaks stay short. */
static void
describe_steps (TenureWindow *self, const char *undo, const char *redo)
{
  /* A key that does nothing for a while needs a reason. */
  const char *wait = _ ("Not while the work at the bottom of the window is under way");
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));

  describe (self->undo_button, self->working && self->travel == NULL ? wait : undo_text);
  describe (self->redo_button, self->working && self->travel == NULL ? wait : redo_text);
}

void
tenure_window_actions_update (TenureWindow *self)
{
  TenureDocument *document = tenure_window_get_document (self);
  gboolean there = document != NULL;
  gboolean editable = there && !tenure_document_is_read_only (document) && !self->working;
  const char *undo = there ? tenure_document_get_undo_label (document) : NULL;
  const char *redo = there ? tenure_document_get_redo_label (document) : NULL;
  static const char *const editing[] = {
    "restore",           "import",           "import-file",      "add-record",    "add-child",      "edit-record",
    "edit-field",        "edit-child-field", "duplicate-record", "renew",         "take-up-option", "end-early",
    "delete-record",     "delete-records",   "exempt",           "end-exemption", "snooze",         "wake",
    "save-as-portfolio", "add-sub-contract"
  };
  static const char *const looking[] = { "show-record",  "as-of",        "as-of-today",    "clear-filter",
                                         "list-records", "show-history", "export-calendar" };

  /* While steps are taken back, another press takes back one more. */
  enable (self, "undo", (editable && undo != NULL) || self->travel != NULL);
  enable (self, "redo", (editable && redo != NULL) || self->travel != NULL);
  enable (self, "save", editable && (tenure_document_is_dirty (document) || tenure_document_get_file (document) == NULL));
  enable (self, "save-as", there && !self->working);
  for (guint i = 0; i < G_N_ELEMENTS (editing); i++)
    enable (self, editing[i], editable);
  for (guint i = 0; i < G_N_ELEMENTS (looking); i++)
    enable (self, looking[i], there);
  /* The past of a document of the past would have two days to its name. */
  enable (self, "view-past", there && tenure_document_get_recorded (document) == NULL);
  enable (self, "view-past-day", there && tenure_document_get_recorded (document) == NULL);
  enable (self, "continue-form", editable && (self->dropped_draft != NULL || self->dropped_step != NULL));
  describe_steps (self, undo, redo);
}

void
tenure_window_actions_init (TenureWindow *self)
{
  g_autoptr (GPropertyAction) sidebar = g_property_action_new ("show-sidebar", self->sidebar_flap, "reveal-flap");
  g_autoptr (GPropertyAction) inspector = g_property_action_new ("show-inspector", self->inspector_flap, "reveal-flap");
  g_autoptr (GPropertyAction) search = g_property_action_new ("search", self->search_bar, "search-mode-enabled");

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (sidebar));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (inspector));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (search));
}
