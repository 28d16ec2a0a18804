#include "config.h"
#include "app/agreements/register-selection.h"

struct _TenureRegisterSelection
{
  GObject parent_instance;

  GListModel *list;
  GtkBitset *selected; /* positions in @list */
  gboolean all;        /* those to come, too */
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TenureRegisterSelection,
                               tenure_register_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* --- List model ---------------------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (TENURE_REGISTER_SELECTION (list)->list);
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (TENURE_REGISTER_SELECTION (list)->list);
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (TENURE_REGISTER_SELECTION (list)->list, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* --- Selection model ----------------------------------------------------------------------------------------- */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (TENURE_REGISTER_SELECTION (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (TENURE_REGISTER_SELECTION (model)->selected);
}

/* All other ways to select but one come down to this: see the defaults of GtkSelectionModel. */
static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  TenureRegisterSelection *self = TENURE_REGISTER_SELECTION (model);
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (self->selected);
  guint first;

  self->all = FALSE;
  gtk_bitset_difference (changed, selected);
  gtk_bitset_intersect (changed, mask);
  gtk_bitset_remove_range_closed (changed, get_n_items (G_LIST_MODEL (self)), G_MAXUINT);
  if (gtk_bitset_is_empty (changed))
    return TRUE;
  gtk_bitset_difference (self->selected, changed);
  first = gtk_bitset_get_minimum (changed);
  gtk_selection_model_selection_changed (model, first, gtk_bitset_get_maximum (changed) - first + 1);
  return TRUE;
}

static gboolean
select_all (GtkSelectionModel *model)
{
  g_autoptr (GtkBitset) every = gtk_bitset_new_range (0, get_n_items (G_LIST_MODEL (model)));

  set_selection (model, every, every);
  TENURE_REGISTER_SELECTION (model)->all = TRUE;
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
  iface->select_all = select_all;
}

/* --- Object -------------------------------------------------------------------------------------------------- */

static void
items_changed_cb (TenureRegisterSelection *self, guint position, guint removed, guint added)
{
  gtk_bitset_splice (self->selected, position, removed, added);
  if (self->all && added > 0)
    gtk_bitset_add_range (self->selected, position, added);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
tenure_register_selection_finalize (GObject *object)
{
  TenureRegisterSelection *self = TENURE_REGISTER_SELECTION (object);

  gtk_bitset_unref (self->selected);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (tenure_register_selection_parent_class)->finalize (object);
}

static void
tenure_register_selection_class_init (TenureRegisterSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_register_selection_finalize;
}

static void
tenure_register_selection_init (TenureRegisterSelection *self)
{
  self->selected = gtk_bitset_new_empty ();
}

TenureRegisterSelection *
tenure_register_selection_new (GListModel *list)
{
  TenureRegisterSelection *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (list), NULL);

  self = g_object_new (TENURE_TYPE_REGISTER_SELECTION, NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
tenure_register_selection_has_all (TenureRegisterSelection *self)
{
  g_return_val_if_fail (TENURE_IS_REGISTER_SELECTION (self), FALSE);

  return self->all;
}

void
tenure_register_selection_set_complete (TenureRegisterSelection *self)
{
  g_return_if_fail (TENURE_IS_REGISTER_SELECTION (self));

  self->all = FALSE;
}
