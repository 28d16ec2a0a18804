#include "config.h"
#include "app/agreements/register-acts.h"

#include "app/agreements/register-copy.h"
#include "app/forms/bulk-edit.h"
#include "app/lookup.h"
#include "app/portfolios/membership-dialog.h"
#include "app/scenario/scenario-dialog.h"
#include "app/still-there.h"
#include "register/members.h"

/* What an act is done with. */
typedef struct
{
  TenureRegisterActs *acts;
  TenureId portfolio;
  GArray *ids;
} Subject;

static TenureWindow *
window_of (const TenureRegisterActs *self)
{
  return TENURE_WINDOW (gtk_widget_get_root (self->page));
}

static gboolean
is_read_only (const TenureRegisterActs *self)
{
  return tenure_document_is_read_only (tenure_session_get_document (self->session));
}

/* --- What is done -------------------------------------------------------------------------------------------- */

static void
edit_together (const Subject *subject)
{
  if (subject->ids->len == 1)
    gtk_widget_activate_action (subject->acts->page, "win.edit-record", "(sx)", "agreement",
                                g_array_index (subject->ids, TenureId, 0));
  else
    gtk_window_present (
        GTK_WINDOW (tenure_bulk_edit_new (window_of (subject->acts), TENURE_RECORD_AGREEMENT, subject->ids)));
}

static void
try_change (const Subject *subject)
{
  gtk_window_present (GTK_WINDOW (tenure_scenario_dialog_new (window_of (subject->acts), subject->ids)));
}

static void
show_portfolios (const Subject *subject)
{
  gtk_window_present (GTK_WINDOW (tenure_membership_dialog_new (window_of (subject->acts), subject->ids)));
}

static void
leave_portfolio (const Subject *subject)
{
  tenure_membership_take_out_of (window_of (subject->acts), subject->portfolio, subject->ids);
}

static void
copy (const Subject *subject)
{
  TenureRegisterActs *acts = subject->acts;

  tenure_register_copy (acts->page, &acts->copying, tenure_session_get_document (acts->session),
                        tenure_register_model_get_snapshot (acts->model), tenure_register_view_dup_layout (acts->view),
                        g_array_ref (subject->ids));
}

static void
delete_all (const Subject *subject)
{
  const GArray *ids = subject->ids;
  GVariant *list = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (TenureId));

  gtk_widget_activate_action (subject->acts->page, "win.delete-records", "(s@ax)", "agreement", list);
}

/* --- When it can be done ------------------------------------------------------------------------------------- */

static gboolean
can_always (const TenureRegisterActs *self, const GArray *ids)
{
  return TRUE;
}

static gboolean
can_write (const TenureRegisterActs *self, const GArray *ids)
{
  return !is_read_only (self);
}

/* One has a form, which says itself what cannot be written. */
static gboolean
can_edit (const TenureRegisterActs *self, const GArray *ids)
{
  return ids->len == 1 || !is_read_only (self);
}

/* Whether any of them was put into the portfolio on show by hand. */
static gboolean
can_leave (const TenureRegisterActs *self, const GArray *ids)
{
  const TenureSnapshot *snapshot = tenure_register_model_get_snapshot (self->model);

  if (snapshot == NULL || is_read_only (self))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      int index = tenure_basis_find (tenure_snapshot_get_basis (snapshot), TENURE_RECORD_AGREEMENT,
                                     g_array_index (ids, TenureId, i));

      if (index >= 0 && tenure_snapshot_get_how (snapshot, (guint) index) & TENURE_MEMBER_BY_HAND)
        return TRUE;
    }
  return FALSE;
}

/* --- By name ------------------------------------------------------------------------------------------------- */

static const struct Act
{
  const char *name;
  void (*act) (const Subject *subject);
  gboolean (*can) (const TenureRegisterActs *self, const GArray *ids); /* ids: at least one */
} all_acts[] = {
  { TENURE_REGISTER_EDIT_TOGETHER, edit_together, can_edit },
  { TENURE_REGISTER_TRY_CHANGE, try_change, can_write },
  { TENURE_REGISTER_PORTFOLIOS, show_portfolios, can_write },
  { TENURE_REGISTER_LEAVE_PORTFOLIO, leave_portfolio, can_leave },
  { TENURE_REGISTER_COPY, copy, can_always },
  { TENURE_REGISTER_DELETE, delete_all, can_write },
};

static const struct Act *
find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_acts); i++)
    if (g_str_equal (all_acts[i].name, name))
      return &all_acts[i];
  g_assert_not_reached ();
}

gboolean
tenure_register_acts_can (const TenureRegisterActs *self, const char *name, const GArray *ids)
{
  return ids->len > 0 && find (name)->can (self, ids);
}

void
tenure_register_act (TenureRegisterActs *self, const char *name, TenureId portfolio, GArray *ids)
{
  g_autoptr (GArray) there = NULL;

  if (ids->len > 0)
    there =
        tenure_still_there (window_of (self), TENURE_RECORD_AGREEMENT, (const TenureId *) (gpointer) ids->data, ids->len);
  if (there != NULL && tenure_register_acts_can (self, name, there))
    find (name)->act (&(Subject){ self, portfolio, there });
}

void
tenure_register_acts_copy_shown (TenureRegisterActs *self)
{
  g_autoptr (GArray) ids = tenure_register_model_dup_ids (self->model);

  copy (&(Subject){ self, TENURE_ID_NONE, ids });
}

/* --- For a menu ---------------------------------------------------------------------------------------------- */

static void
subject_free (gpointer data, GClosure *closure)
{
  Subject *subject = data;

  g_array_unref (subject->ids);
  g_free (subject);
}

static void
activate_cb (GSimpleAction *action, GVariant *parameter, const Subject *subject)
{
  tenure_register_act (subject->acts, g_action_get_name (G_ACTION (action)), subject->portfolio, subject->ids);
}

GSimpleActionGroup *
tenure_register_acts_group_new (TenureRegisterActs *self, GArray *ids)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  TenureId portfolio = tenure_filter_get_portfolio (tenure_session_get_filter (self->session));

  for (gsize i = 0; i < G_N_ELEMENTS (all_acts); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (all_acts[i].name, NULL);
      Subject *subject = g_new (Subject, 1);

      *subject = (Subject){ self, portfolio, g_array_ref (ids) };
      g_signal_connect_data (action, "activate", G_CALLBACK (activate_cb), subject, subject_free, G_CONNECT_DEFAULT);
      g_simple_action_set_enabled (action, tenure_register_acts_can (self, all_acts[i].name, ids));
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}

/* --- Life ---------------------------------------------------------------------------------------------------- */

void
tenure_register_acts_init (
    TenureRegisterActs *self, GtkWidget *page, TenureSession *session, TenureRegisterModel *model, TenureRegisterView *view)
{
  *self = (TenureRegisterActs){ .page = page, .session = session, .model = model, .view = view };
}

void
tenure_register_acts_clear (TenureRegisterActs *self)
{
  tenure_lookup_cancel (&self->copying);
}
