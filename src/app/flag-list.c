#include "config.h"
#include "app/flag-list.h"

#include "app/flag-row.h"
#include "app/gtk/list-box.h"

#include "base/count.h"
#include "base/i18n.h"

/* Fields that the line names; the others are counted. */
#define MAX_NAMED 3

/* --- Words ---------------------------------------------------------------------------------------------------- */

/* What the flags lack: each field once, the one that most of them lack first. (element-type utf8) */
static GPtrArray *
list_missing (const GPtrArray *flags)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint counts[TENURE_N_MISSING] = { 0 };

  for (guint i = 0; i < flags->len; i++)
    for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
      counts[bit] += (((const TenureFlag *) flags->pdata[i])->missing >> bit) & 1;
  for (guint n = flags->len; n > 0; n--)
    for (guint bit = 0; bit < TENURE_N_MISSING; bit++)
      if (counts[bit] == n)
        {
          TenureRecordType type;
          const char *field = tenure_missing_field (bit, &type, NULL);
          const char *label = _ (tenure_record_def (type)->fields[tenure_record_field_index (type, field)].label);
          g_autofree char *name = tenure_label_dup_within_sentence (label);

          if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            g_ptr_array_add (names, g_steal_pointer (&name));
        }
  return names;
}

/* "signed end, start, value and 3 more" */
static char *
dup_names (const GPtrArray *names)
{
  guint n_named = names->len > MAX_NAMED + 1 ? MAX_NAMED : names->len;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);
  if (names->len > n_named)
    /* Translators: after names of fields: "signed end, start, value and 3 more". */
    tenure_count_append_words (text, ngettext (" and %s more", " and %s more", names->len - n_named), names->len - n_named);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tenure_flag_list_dup_untold (const GPtrArray *flags)
{
  g_autoptr (GPtrArray) missing = list_missing (flags);
  g_autofree char *count =
      tenure_count_dup_words (ngettext ("%s rule cannot tell yet", "%s rules cannot tell yet", flags->len), flags->len);
  g_autofree char *names = NULL;

  if (missing->len == 0)
    return g_steal_pointer (&count);
  names = dup_names (missing);
  /* Translators: rules that lack fields: "8 rules cannot tell yet: start, value and 3 more are not recorded". */
  return g_strdup_printf (ngettext ("%1$s: %2$s is not recorded", "%1$s: %2$s are not recorded", missing->len), count,
                          names);
}

/* --- Rows ----------------------------------------------------------------------------------------------------- */

static void
append_row (GtkBox *box, TenureSnapshot *snapshot, const TenureFlag *flag, const char *row_class)
{
  GtkWidget *row = tenure_flag_row_new (snapshot, flag, NULL);

  if (row_class != NULL)
    {
      gtk_widget_add_css_class (row, "card");
      gtk_widget_add_css_class (row, row_class);
    }
  gtk_box_append (box, row);
}

/* The rows are made when somebody opens the line: each is a dozen widgets. */
typedef struct
{
  TenureSnapshot *snapshot;
  GArray *flags; /* TenureFlag */
  const char *row_class;
} Folded;

static void
folded_free (gpointer data)
{
  Folded *folded = data;

  tenure_snapshot_unref (folded->snapshot);
  g_array_unref (folded->flags);
  g_free (folded);
}

static void
expanded_cb (GtkExpander *expander)
{
  const Folded *folded = g_object_get_data (G_OBJECT (expander), "folded");
  GtkWidget *box = gtk_expander_get_child (expander);

  if (!gtk_expander_get_expanded (expander) || gtk_widget_get_first_child (box) != NULL)
    return;
  for (guint i = 0; i < folded->flags->len; i++)
    append_row (GTK_BOX (box), folded->snapshot, &g_array_index (folded->flags, TenureFlag, i), folded->row_class);
}

static GtkWidget *
expander_new (TenureSnapshot *snapshot, const GPtrArray *untold, const char *row_class)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *words = tenure_flag_list_dup_untold (untold);
  Folded *folded = g_new (Folded, 1);

  *folded = (Folded){ tenure_snapshot_ref (snapshot), g_array_new (FALSE, FALSE, sizeof (TenureFlag)), row_class };
  for (guint i = 0; i < untold->len; i++)
    g_array_append_vals (folded->flags, untold->pdata[i], 1);
  g_object_set_data_full (G_OBJECT (expander), "folded", folded, folded_free);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), tenure_text_new (words, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_margin_top (rows, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), rows);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  return expander;
}

/* What is exempted says so by itself. */
static gboolean
is_untold (const TenureFlag *flag)
{
  return flag->level == TENURE_LEVEL_CANNOT_TELL && flag->exemption < 0;
}

GtkExpander *
tenure_flag_list_append (GtkBox *box, TenureSnapshot *snapshot, const GPtrArray *flags, const char *row_class)
{
  g_autoptr (GPtrArray) untold = g_ptr_array_new ();
  gboolean fold;
  GtkWidget *expander;

  for (guint i = 0; i < flags->len; i++)
    if (is_untold (flags->pdata[i]))
      g_ptr_array_add (untold, flags->pdata[i]);
  fold = untold->len > TENURE_FLAG_LIST_FOLD;
  for (guint i = 0; i < flags->len; i++)
    if (!fold || !is_untold (flags->pdata[i]))
      append_row (box, snapshot, flags->pdata[i], row_class);
  if (!fold)
    return NULL;
  expander = expander_new (snapshot, untold, row_class);
  gtk_box_append (box, expander);
  return GTK_EXPANDER (expander);
}
