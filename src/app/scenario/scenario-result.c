#include "config.h"
#include "app/scenario/scenario-result.h"

#include "base/count.h"
#include "base/i18n.h"

/* Lines of a group that are shown; the others are counted. */
#define SHOWN 50

enum
{
  PROBLEMS,
  FIGURES,
  FLAGS,
  AHEAD,
  YEARS,
  N_PARTS,
};

/* A group of lines: what it is, as it is, and as it would be. */
typedef struct
{
  AdwPreferencesGroup *group;
  GPtrArray *labels; /* of GtkLabel, whose rows are kept: a screen reader stays where it is */
} Lines;

struct _TenureScenarioResult
{
  GtkWidget parent_instance;

  GtkLabel *words;
  Lines parts[N_PARTS];
};

G_DEFINE_FINAL_TYPE (TenureScenarioResult, tenure_scenario_result, GTK_TYPE_WIDGET)

/* --- Lines ---------------------------------------------------------------------------------------------------- */

static GtkLabel *
line_new (AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (row, "tenure-figure-line");
  adw_preferences_group_add (group, row);
  return GTK_LABEL (label);
}

static GtkWidget *
row_around (GtkLabel *label)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_ACTION_ROW);
}

static void
show_line (Lines *lines, guint i, const char *label, const char *words)
{
  GtkWidget *row;

  if (i == lines->labels->len)
    g_ptr_array_add (lines->labels, line_new (lines->group));
  row = row_around (lines->labels->pdata[i]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_label_set_text (lines->labels->pdata[i], words);
  gtk_widget_set_visible (row, TRUE);
}

/* The first @n lines are there, of @all. */
static void
end_lines (Lines *lines, guint n, guint all)
{
  g_autofree char *more = tenure_count_dup_words (ngettext ("and %s more", "and %s more", all - n), all - n);

  for (guint i = n; i < lines->labels->len; i++)
    gtk_widget_set_visible (row_around (lines->labels->pdata[i]), FALSE);
  adw_preferences_group_set_description (lines->group, all > n ? more : NULL);
  gtk_widget_set_visible (GTK_WIDGET (lines->group), all > 0);
}

static void
show_lines (Lines *lines, const GPtrArray *effects)
{
  guint n = MIN (effects->len, SHOWN);

  for (guint i = 0; i < n; i++)
    {
      const TenureEffect *effect = effects->pdata[i];
      g_autofree char *words = g_strdup_printf (_ ("%1$s → %2$s"), effect->before, effect->after);

      show_line (lines, i, effect->label, words);
    }
  end_lines (lines, n, effects->len);
}

static void
show_problems (Lines *lines, const GPtrArray *problems)
{
  guint n = MIN (problems->len, SHOWN);

  for (guint i = 0; i < n; i++)
    show_line (lines, i, problems->pdata[i], "");
  end_lines (lines, n, problems->len);
}

/* --- The whole ------------------------------------------------------------------------------------------------ */

static char *
dup_summary (const TenureTrial *trial)
{
  if (trial->made->n == 0)
    return g_strdup (_ ("Nothing can be changed."));
  if (trial->figures->len == 0 && trial->all_flags == NULL)
    return g_strdup (_ ("No figure and no flag changes."));
  /* Translators: what becomes of flags: "Flags: 29 go, 3 come." */
  return g_strdup_printf (_ ("Flags: %s."), trial->all_flags != NULL ? trial->all_flags : _ ("none comes or goes"));
}

void
tenure_scenario_result_show (TenureScenarioResult *self, const TenureTrial *trial)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (TENURE_IS_SCENARIO_RESULT (self) && trial != NULL);

  summary = dup_summary (trial);
  gtk_label_set_text (self->words, summary);
  show_problems (&self->parts[PROBLEMS], trial->problems);
  show_lines (&self->parts[FIGURES], trial->figures);
  show_lines (&self->parts[FLAGS], trial->flags);
  show_lines (&self->parts[AHEAD], trial->ahead);
  show_lines (&self->parts[YEARS], trial->years);
}

void
tenure_scenario_result_wait (TenureScenarioResult *self)
{
  g_return_if_fail (TENURE_IS_SCENARIO_RESULT (self));

  gtk_label_set_text (self->words, _ ("Working it out…"));
}

void
tenure_scenario_result_say (TenureScenarioResult *self, const char *text)
{
  g_return_if_fail (TENURE_IS_SCENARIO_RESULT (self) && text != NULL);

  for (guint i = 0; i < N_PARTS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->parts[i].group), FALSE);
  gtk_label_set_text (self->words, text);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_scenario_result_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenure_scenario_result_parent_class)->dispose (object);
}

static void
tenure_scenario_result_finalize (GObject *object)
{
  TenureScenarioResult *self = TENURE_SCENARIO_RESULT (object);

  for (guint i = 0; i < N_PARTS; i++)
    g_ptr_array_unref (self->parts[i].labels);
  G_OBJECT_CLASS (tenure_scenario_result_parent_class)->finalize (object);
}

static void
tenure_scenario_result_class_init (TenureScenarioResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenure_scenario_result_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenure_scenario_result_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
tenure_scenario_result_init (TenureScenarioResult *self)
{
  static const char *const titles[] = {
    [PROBLEMS] = N_ ("Left Out"),        [FIGURES] = N_ ("Figures"),    [FLAGS] = N_ ("Flags"),
    [AHEAD] = N_ ("Yearly Value Ahead"), [YEARS] = N_ ("Cost by Year"),
  };
  static const char *const descriptions[N_PARTS] = {
    [YEARS] = N_ ("A term’s money is spread evenly over its days, so that another length moves a little between years."),
  };
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 18);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->words), GTK_WIDGET (self));
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->parts[i].group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      self->parts[i].labels = g_ptr_array_new ();
      adw_preferences_group_set_title (self->parts[i].group, _ (titles[i]));
      if (descriptions[i] != NULL)
        adw_preferences_group_set_description (self->parts[i].group, _ (descriptions[i]));
      gtk_widget_set_visible (GTK_WIDGET (self->parts[i].group), FALSE);
      gtk_widget_set_parent (GTK_WIDGET (self->parts[i].group), GTK_WIDGET (self));
    }
}
