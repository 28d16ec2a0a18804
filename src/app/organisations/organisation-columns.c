#include "config.h"
#include "app/organisations/organisation-columns.h"

#include "app/gtk/row-name.h"
#include "app/level-badge.h"
#include "app/organisations/organisation-item.h"
#include "app/tooltip.h"

#include "base/i18n.h"

#define NAME_CHARS 20 /* at least: a name is what a row is found by */

typedef struct
{
  const char *title; /* translatable */
  gboolean numeric;
  int width_chars; /* where there is room; words get at least half of it, numbers all: a number is never cut */
  char *(*dup_text) (const TenureOrganisationItem *item); /* NULL: not recorded */
  int (*compare) (const TenureOrganisationItem *a, const TenureOrganisationItem *b);
  TenureLevel (*get_level) (const TenureOrganisationItem *item); /* of a column of levels, which has no text */
} Column;

static char *
dup_name (const TenureOrganisationItem *item)
{
  return g_strdup (item->name);
}

static char *
dup_vcs (const TenureOrganisationItem *item)
{
  return item->vcs < 0 ? NULL : g_strdup (item->vcs ? _("Yes") : _("No"));
}

static char *
dup_kind (const TenureOrganisationItem *item)
{
  return g_strdup (item->kind);
}

static char *
dup_place (const TenureOrganisationItem *item)
{
  return g_strdup (item->place);
}

static char *
dup_agreements (const TenureOrganisationItem *item)
{
  return g_strdup_printf ("%u", item->agreements);
}

static char *
dup_running (const TenureOrganisationItem *item)
{
  return g_strdup_printf ("%u", item->running);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b ? 1 : 0;
}

/* What is not recorded comes after all that is. */
static int
compare_words (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL ? 1 : 0) - (b == NULL ? 1 : 0);
  return g_utf8_collate (a, b);
}

static int
compare_names (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return strcmp (a->name_key, b->name_key);
}

static int
compare_vcs (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_numbers (b->vcs, a->vcs);
}

static int
compare_kinds (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_words (a->kind, b->kind);
}

static int
compare_places (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_words (a->place, b->place);
}

static int
compare_agreements (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_numbers (a->agreements, b->agreements);
}

static int
compare_running (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_numbers (a->running, b->running);
}

static int
compare_annual (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_numbers (a->annual_known > 0 ? a->annual_minor : -1, b->annual_known > 0 ? b->annual_minor : -1);
}

/* What cannot be told comes after all that can. */
static int
compare_figures (const TenureFigure *a, const TenureFigure *b)
{
  gboolean a_known = a->kind == TENURE_FIGURE_DOUBLE;
  gboolean b_known = b->kind == TENURE_FIGURE_DOUBLE;

  if (!a_known || !b_known)
    return (int) b_known - (int) a_known;
  return (a->number > b->number) - (a->number < b->number);
}

/* The shortest first. */
static int
compare_months_left (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_figures (&a->months_left, &b->months_left);
}

static int
compare_reserves (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_figures (&a->reserves, &b->reserves);
}

static int
compare_largest (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_figures (&a->largest, &b->largest);
}

static int
compare_levels (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_numbers (a->level, b->level);
}

static TenureLevel
get_level (const TenureOrganisationItem *item)
{
  return item->level;
}

static TenureLevel
get_own_level (const TenureOrganisationItem *item)
{
  return item->own_level;
}

static int
compare_own_levels (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return compare_numbers (a->own_level, b->own_level);
}

/* What is asked first comes first: the list stands beside the page of one, too, where it is narrow. */
static const Column columns[] = {
  { N_("Flag"), FALSE, 11, NULL, compare_levels, get_level },
  { N_("Name"), FALSE, 26, dup_name, compare_names },
  { N_("Yearly value"), TRUE, 18, tenure_organisation_item_dup_annual, compare_annual },
  { N_("Months left"), TRUE, 6, tenure_organisation_item_dup_months_left, compare_months_left },
  { N_("Largest funder"), TRUE, 6, tenure_organisation_item_dup_largest, compare_largest },
  { N_("Reserves"), TRUE, 6, tenure_organisation_item_dup_reserves, compare_reserves },
  { N_("Own flag"), FALSE, 11, NULL, compare_own_levels, get_own_level },
  { N_("Running"), TRUE, 4, dup_running, compare_running },
  { N_("Agreements"), TRUE, 4, dup_agreements, compare_agreements },
  { N_("{Sector}"), FALSE, 4, dup_vcs, compare_vcs },
  { N_("Kind"), FALSE, 18, dup_kind, compare_kinds },
  { N_("Place"), FALSE, 10, dup_place, compare_places },
};

/* Wide enough for every level: a badge cuts its word where a column has no room. */
static GtkWidget *
badge_new (void)
{
  GtkWidget *badge = tenure_level_badge_new ();
  int widest = 0;

  for (int level = TENURE_LEVEL_NONE; level <= TENURE_LEVEL_RED; level++)
    {
      int natural;

      tenure_level_badge_show (TENURE_LEVEL_BADGE (badge), (TenureLevel) level, NULL);
      gtk_widget_measure (badge, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      widest = MAX (widest, natural);
    }
  gtk_widget_set_size_request (badge, widest, -1);
  return badge;
}

static void
setup_cb (const Column *column, GtkListItem *list_item)
{
  guint chars = (guint) column->width_chars;
  GtkWidget *label;

  if (column->dup_text == NULL)
    {
      gtk_list_item_set_child (list_item, badge_new ());
      return;
    }
  /* Asks for the same room whatever it says, so that another text makes nothing be measured anew. */
  label = gtk_inscription_new (NULL);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), column->numeric ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), column->dup_text == dup_name ? NAME_CHARS
                                                          : column->numeric            ? chars
                                                                                       : chars / 2);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), chars);
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
show_cell (const Column *column, GtkWidget *label, const TenureOrganisationItem *item)
{
  g_autofree char *text = NULL;

  if (column->dup_text == NULL)
    {
      tenure_level_badge_show (TENURE_LEVEL_BADGE (label), column->get_level (item), NULL);
      return;
    }
  text = column->dup_text (item);
  if (column->dup_text == dup_name)
    tenure_row_set_name (label, text != NULL ? text : _("No name recorded"));
  gtk_inscription_set_text (GTK_INSCRIPTION (label), text != NULL ? text : "–");
  tenure_tooltip_set (label, text != NULL ? NULL : _("Not recorded"));
  if (text != NULL)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
item_changed_cb (const TenureOrganisationItem *item, GtkListItem *list_item)
{
  show_cell (g_object_get_data (G_OBJECT (list_item), "column"), gtk_list_item_get_child (list_item), item);
}

static void
bind_cb (const Column *column, GtkListItem *list_item)
{
  TenureOrganisationItem *item = gtk_list_item_get_item (list_item);

  g_object_set_data (G_OBJECT (list_item), "column", (gpointer) column);
  show_cell (column, gtk_list_item_get_child (list_item), item);
  g_signal_connect (item, "changed", G_CALLBACK (item_changed_cb), list_item);
}

static void
unbind_cb (const Column *column, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), item_changed_cb, list_item);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;
  int order = column->compare (a, b);

  return order != 0 ? order : compare_names (a, b);
}

void
tenure_organisation_columns_add (GtkColumnView *view)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) &columns[i], NULL));

      g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), (gpointer) &columns[i]);
      g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), (gpointer) &columns[i]);
      g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), (gpointer) &columns[i]);
      column = gtk_column_view_column_new (_(columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].dup_text == dup_name);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_append_column (view, column);
    }
}
