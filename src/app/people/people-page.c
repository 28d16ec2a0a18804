#include "config.h"
#include "app/people/people-page.h"

#include "app/empty-state.h"
#include "app/gtk/when-shown.h"
#include "app/lookup.h"
#include "app/people/people-columns.h"
#include "app/people/people-load.h"
#include "app/whole-note.h"

#include "base/count.h"
#include "base/i18n.h"

struct _TenurePeoplePage
{
  GtkWidget parent_instance;

  TenureSession *session;
  GCancellable *loading; /* of the newest request; NULL when idle */

  GtkStack *stack;
  GtkBox *toolbar;
  GtkLabel *scope;
  TenureItemTable *table;
};

G_DEFINE_FINAL_TYPE (TenurePeoplePage, tenure_people_page, GTK_TYPE_WIDGET)

/* --- Selection ----------------------------------------------------------------------------------------------- */

static TenureId
selected_elsewhere (TenurePeoplePage *self)
{
  gboolean person = tenure_session_get_selected_type (self->session) == TENURE_RECORD_PERSON;

  return person ? tenure_session_get_selected_id (self->session) : TENURE_ID_NONE;
}

static void
chosen_cb (TenurePeoplePage *self, TenureId id)
{
  tenure_session_select (self->session, TENURE_RECORD_PERSON, id);
}

static void
activated_cb (TenurePeoplePage *self, TenureId id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-record", "(sx)", "person", id);
}

/* Somebody wants to see the row of the person that was just selected; it may not be listed yet. */
static void
reveal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenurePeoplePage *self = TENURE_PEOPLE_PAGE (widget);

  tenure_item_table_reveal (self->table, selected_elsewhere (self));
}

static void
selection_changed_cb (TenurePeoplePage *self)
{
  tenure_item_table_select (self->table, selected_elsewhere (self));
}

/* --- Loading on a worker ------------------------------------------------------------------------------------- */

static gpointer
find (TenureReader *reader, gpointer snapshot, GCancellable *cancellable, GError **error)
{
  return tenure_people_load (snapshot, reader, error);
}

static void
show_words (TenurePeoplePage *self, TenureSnapshot *snapshot, guint n)
{
  guint of = tenure_snapshot_get_facts (snapshot)->n_persons;
  g_autofree char *day = tenure_day_dup_label (tenure_snapshot_get_as_of (snapshot));
  g_autofree char *listed = tenure_count_dup_label (n);
  g_autofree char *all = tenure_count_dup_label (of);
  g_autofree char *text = NULL;

  /* Translators: what a page shows: "As of 21 Nov 2026 · 34 of 180 people". */
  text = g_strdup_printf (ngettext ("As of %1$s · %2$s of %3$s person", "As of %1$s · %2$s of %3$s people", of), day, listed,
                          all);
  gtk_label_set_text (self->scope, text);
  gtk_stack_set_visible_child_name (self->stack, of == 0 ? "empty" : n == 0 ? "no-match" : "list");
}

static void
found (gpointer page, gpointer snapshot, gpointer answer, const GError *error)
{
  TenurePeoplePage *self = page;
  g_autoptr (GPtrArray) items = answer;
  g_autofree char *question = tenure_filter_dup_text (tenure_snapshot_get_filter (snapshot));

  if (items == NULL)
    {
      tenure_session_report (self->session, error);
      return;
    }
  tenure_item_table_set_items (self->table, items, question);
  show_words (self, snapshot, items->len);
}

static const TenureLookup lookup = { find, found, (GDestroyNotify) tenure_snapshot_unref,
                                     (GDestroyNotify) g_ptr_array_unref };

static void
load (gpointer page)
{
  TenurePeoplePage *self = page;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (self->session);

  if (snapshot != NULL)
    tenure_lookup_ask (&lookup, &self->loading, self, tenure_session_get_document (self->session),
                       tenure_snapshot_ref (snapshot));
  else
    tenure_lookup_cancel (&self->loading);
}

static void
session_updated_cb (TenurePeoplePage *self)
{
  tenure_when_shown (GTK_WIDGET (self), load);
}

/* --- Keyboard ------------------------------------------------------------------------------------------------ */

static gboolean
tenure_people_page_grab_focus (GtkWidget *widget)
{
  TenurePeoplePage *self = TENURE_PEOPLE_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->table));
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* What the toolkit does by itself ends in grab_focus above. */
static gboolean
tenure_people_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (gtk_widget_get_first_child (widget), direction);
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
tenure_people_page_dispose (GObject *object)
{
  TenurePeoplePage *self = TENURE_PEOPLE_PAGE (object);
  GtkWidget *child;

  tenure_lookup_cancel (&self->loading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenure_people_page_parent_class)->dispose (object);
}

static void
tenure_people_page_class_init (TenurePeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenure_people_page_dispose;
  widget_class->grab_focus = tenure_people_page_grab_focus;
  widget_class->focus = tenure_people_page_focus;
  g_type_ensure (TENURE_TYPE_ITEM_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/people/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenurePeoplePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TenurePeoplePage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TenurePeoplePage, scope);
  gtk_widget_class_bind_template_child (widget_class, TenurePeoplePage, table);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "page.reveal-record", "(sx)", reveal_action);
}

static void
tenure_people_page_init (TenurePeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenure_item_table_set_kind (self->table, &tenure_people_table);
  gtk_box_insert_child_after (self->toolbar, tenure_item_table_make_sort_button (self->table), GTK_WIDGET (self->scope));
  tenure_empty_states_add (self->stack, "tenure-people-symbolic", _ ("No People Yet"),
                           _ ("Everyone who sits on a board, is the contact of an organisation, or is essential to an "
                              "agreement: what hangs on whom."),
                           TENURE_RECORD_PERSON, _ ("Nobody, nobody’s organisation and nobody’s seat has these words."));
}

GtkWidget *
tenure_people_page_new (TenureSession *session)
{
  TenurePeoplePage *self = g_object_new (TENURE_TYPE_PEOPLE_PAGE, NULL);

  self->session = g_object_ref (session);
  tenure_whole_note_add (gtk_widget_get_prev_sibling (GTK_WIDGET (self->table)), session,
                         _ ("Portfolio and filters choose agreements; people are listed for the whole document."), TRUE);
  g_signal_connect_object (session, "updated", G_CALLBACK (session_updated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  session_updated_cb (self);
  return GTK_WIDGET (self);
}
