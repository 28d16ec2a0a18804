/* Which portfolio every page shows, and keeping what is on screen as one. */

#include "config.h"
#include "app/window-private.h"

#include "app/gtk/drop-down-name.h"
#include "store/query.h"

#include "base/i18n.h"
#include <string.h>

/* --- Choosing one -------------------------------------------------------------------------------------------- */

/* What the drop-down offers. */
typedef struct
{
  GArray *ids; /* TenureId, without "All agreements" */
  GStrv names; /* with it, as the first */
} Choices;

static void
choices_free (gpointer data)
{
  Choices *choices = data;

  g_array_unref (choices->ids);
  g_strfreev (choices->names);
  g_free (choices);
}

static Choices *
read_choices (TenureReader *reader)
{
  g_autoptr (TenureQuery) query = tenure_query_new (TENURE_RECORD_PORTFOLIO);
  Choices *choices = g_new0 (Choices, 1);
  GPtrArray *names = g_ptr_array_new ();

  choices->ids = tenure_query_run (query, reader, NULL);
  if (choices->ids == NULL)
    choices->ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_ptr_array_add (names, g_strdup (_ ("All agreements")));
  for (guint i = 0; i < choices->ids->len; i++)
    {
      char *name = tenure_reader_dup_title (reader, TENURE_RECORD_PORTFOLIO, g_array_index (choices->ids, TenureId, i));

      g_ptr_array_add (names, name != NULL ? name : g_strdup (_ ("Portfolio")));
    }
  g_ptr_array_add (names, NULL);
  choices->names = (GStrv) g_ptr_array_free (names, FALSE);
  return choices;
}

static Choices *
get_choices (TenureWindow *self)
{
  return g_object_get_data (G_OBJECT (self->portfolio_drop_down), "choices");
}

static gboolean
is_same (const Choices *a, const Choices *b)
{
  if (a == NULL || a->ids->len != b->ids->len)
    return FALSE;
  return (a->ids->len == 0 || memcmp (a->ids->data, b->ids->data, a->ids->len * sizeof (TenureId)) == 0)
         && g_strv_equal ((const char *const *) a->names, (const char *const *) b->names);
}

/* The portfolios of the document behind "All agreements"; not shown where there is none. A list that stays the same is
 * left alone: it may be the one in which a person has just chosen. */
void
tenure_window_portfolio_update (TenureWindow *self)
{
  Choices *choices = read_choices (tenure_document_get_reader (tenure_session_get_document (self->session)));
  TenureId portfolio = tenure_filter_get_portfolio (tenure_session_get_filter (self->session));
  guint chosen = 0;

  for (guint i = 0; i < choices->ids->len; i++)
    if (g_array_index (choices->ids, TenureId, i) == portfolio)
      chosen = i + 1;
  self->filling = TRUE;
  if (is_same (get_choices (self), choices))
    choices_free (choices);
  else
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const *) choices->names);

      gtk_drop_down_set_model (self->portfolio_drop_down, G_LIST_MODEL (names));
      gtk_widget_set_visible (GTK_WIDGET (self->portfolio_drop_down), choices->ids->len > 0);
      g_object_set_data_full (G_OBJECT (self->portfolio_drop_down), "choices", choices, choices_free);
    }
  if (gtk_drop_down_get_selected (self->portfolio_drop_down) != chosen)
    gtk_drop_down_set_selected (self->portfolio_drop_down, chosen);
  self->filling = FALSE;
}

static void
portfolio_selected_cb (TenureWindow *self)
{
  const Choices *choices = get_choices (self);
  guint chosen = gtk_drop_down_get_selected (self->portfolio_drop_down);

  if (self->filling || self->session == NULL || choices == NULL || chosen > choices->ids->len)
    return;
  tenure_session_set_portfolio (self->session,
                                chosen == 0 ? TENURE_ID_NONE : g_array_index (choices->ids, TenureId, chosen - 1));
}

/* --- Keeping what is on screen as one ------------------------------------------------------------------------ */

/* The same agreements stay on screen: what was a filter is the portfolio now. */
static void
portfolio_saved_cb (TenureWindow *self, int type, gint64 id)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();

  if (self->session == NULL)
    return;
  tenure_filter_set_portfolio (filter, id);
  tenure_session_set_filter (self->session, filter);
}

static void
save_as_portfolio_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  const TenureFilter *filter = tenure_session_get_filter (self->session);
  g_autofree char *rule = tenure_filter_dup_text (filter);
  TenureDraft *draft;
  TenureRecordForm *form;

  if (tenure_filter_is_empty (filter))
    return;
  draft = tenure_draft_new (TENURE_RECORD_PORTFOLIO, TENURE_CURRENCY_NONE);
  tenure_record_set_text_by_name (draft->record, "rule", rule);
  tenure_draft_propose (draft);
  form = tenure_window_present_form (self, draft);
  g_signal_connect_object (form, "saved", G_CALLBACK (portfolio_saved_cb), self, G_CONNECT_SWAPPED);
}

static const GActionEntry actions[] = {
  { .name = "save-as-portfolio", .activate = save_as_portfolio_cb },
};

void
tenure_window_portfolio_bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, portfolio_selected_cb);
}

void
tenure_window_portfolio_init (TenureWindow *self)
{
  tenure_drop_down_set_name (self->portfolio_drop_down, _ ("Portfolio"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
