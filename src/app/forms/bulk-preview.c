#include "config.h"
#include "app/forms/bulk-preview.h"

#include "app/forms/bulk-effects.h"
#include "app/gtk/pace.h"
#include "app/lookup.h"
#include "app/session.h"

#include "base/count.h"
#include "base/i18n.h"

/* Records that the preview shows; the others are counted. */
#define SHOWN 50
/* How long nothing is typed before anything is worked out. */
#define QUIET_MS 150

struct _TenureBulkPreview
{
  GtkBox parent_instance;

  TenureWindow *window;
  GPtrArray *records;       /* of TenureRecord; NULL until they are read */
  TenureBulkChange *change; /* to be worked out when it stayed the same for a moment; NULL when that is under way */
  TenureBulkWork *work;     /* NULL while there is none */
  GArray *order;            /* guint: rows of the plan as they are to be shown */
  guint n_filled;           /* of them, those that are on screen */
  guint timer;
  GCancellable *planning, *weighing;

  AdwPreferencesGroup *figures;
  GPtrArray *lines; /* of GtkLabel: what stands at the end of each line of a figure */
  AdwPreferencesGroup *flagged;
  AdwExpanderRow *flags;
  GPtrArray *rules; /* of AdwActionRow, within @flags */
  AdwPreferencesGroup *changes;
  GPtrArray *rows;  /* of AdwActionRow, hidden where there is nothing to show */
  GPtrArray *marks; /* of GtkWidget: the warning in each of @rows */
  GtkLabel *more;
  TenurePace *pace;
};

G_DEFINE_FINAL_TYPE (TenureBulkPreview, tenure_bulk_preview, GTK_TYPE_BOX)

enum
{
  PLANNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Work ----------------------------------------------------------------------------------------------------- */

TenureBulkWork *
tenure_bulk_work_ref (TenureBulkWork *work)
{
  return g_atomic_rc_box_acquire (work);
}

static void
work_clear (gpointer data)
{
  TenureBulkWork *work = data;

  tenure_bulk_plan_free (work->plan);
  tenure_bulk_change_free (work->change);
}

void
tenure_bulk_work_unref (gpointer work)
{
  g_atomic_rc_box_release_full (work, work_clear);
}

/* --- Lines ---------------------------------------------------------------------------------------------------- */

static GtkWidget *
plain_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* A row whose words stand at its end. */
static GtkLabel *
line_new (GtkWidget **out_row)
{
  GtkWidget *row = plain_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (row, "tenure-figure-line");
  *out_row = row;
  return GTK_LABEL (label);
}

static GtkWidget *
row_around (GtkLabel *label)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_ACTION_ROW);
}

/* The @i-th of @lines, which are kept: a screen reader stays where it is. */
static void
show_line (
    GPtrArray *lines, guint i, AdwPreferencesGroup *group, AdwExpanderRow *expander, const char *label, const char *words)
{
  GtkWidget *row;

  if (i == lines->len)
    {
      g_ptr_array_add (lines, line_new (&row));
      if (expander != NULL)
        adw_expander_row_add_row (expander, row);
      else
        adw_preferences_group_add (group, row);
    }
  row = row_around (lines->pdata[i]);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  gtk_label_set_text (lines->pdata[i], words);
  gtk_widget_set_visible (row, TRUE);
}

static void
hide_lines (GPtrArray *lines, guint from)
{
  for (guint i = from; i < lines->len; i++)
    gtk_widget_set_visible (row_around (lines->pdata[i]), FALSE);
}

/* --- Figures -------------------------------------------------------------------------------------------------- */

/* Of all rules together, and of each where one looks closer. */
static void
show_flags (TenureBulkPreview *self, const TenureEffects *effects)
{
  g_autofree char *all = tenure_flag_change_dup_label (&effects->flags);
  guint n = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->flagged), all != NULL);
  for (int rule = 0; rule < TENURE_N_RULES; rule++)
    {
      g_autofree char *words = tenure_flag_change_dup_label (&effects->rules[rule]);

      if (words != NULL)
        show_line (self->rules, n++, NULL, self->flags, _ (tenure_rule ((TenureRuleId) rule)->title), words);
    }
  hide_lines (self->rules, n);
  if (all != NULL)
    adw_expander_row_set_subtitle (self->flags, all);
}

static void
describe_figures (TenureBulkPreview *self, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_preferences_group_set_description (self->figures, escaped);
}

/* "All agreements, on 22 Nov 2026": about whom, as on every page. */
static char *
dup_scope (const TenureSnapshot *snapshot)
{
  g_autofree char *scope = tenure_snapshot_dup_scope_label (snapshot);
  g_autofree char *day = tenure_day_dup_label (tenure_snapshot_get_as_of (snapshot));

  /* Translators: whom the figures are about, and the day that is looked at: "All agreements, on 22 Nov 2026". */
  return g_strdup_printf (_ ("%1$s, on %2$s"), scope, day);
}

static void
show_effects (TenureBulkPreview *self, const TenureSnapshot *snapshot, const TenureEffects *effects)
{
  g_autofree char *scope = dup_scope (snapshot);
  g_autofree char *nothing = NULL;

  for (guint i = 0; i < effects->figures->len; i++)
    {
      const TenureEffect *effect = effects->figures->pdata[i];
      g_autofree char *words = g_strdup_printf (_ ("%1$s → %2$s"), effect->before, effect->after);

      show_line (self->lines, i, self->figures, NULL, effect->label, words);
    }
  hide_lines (self->lines, effects->figures->len);
  show_flags (self, effects);
  /* Translators: whom the figures are about: "All agreements, on 22 Nov 2026: no figure and no flag changes." */
  nothing = g_strdup_printf (_ ("%s: no figure and no flag changes."), scope);
  describe_figures (self,
                    effects->figures->len > 0 || gtk_widget_get_visible (GTK_WIDGET (self->flagged)) ? scope : nothing);
}

typedef struct
{
  TenureBulkWork *work;
  TenureSnapshot *snapshot;
  TenureDocument *document;
} Weighing;

static void
weighing_free (gpointer data)
{
  Weighing *weighing = data;

  tenure_bulk_work_unref (weighing->work);
  tenure_snapshot_unref (weighing->snapshot);
  g_object_unref (weighing->document);
  g_free (weighing);
}

static gpointer
weigh (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  const Weighing *weighing = data;

  return tenure_bulk_find_effects (weighing->work->change, weighing->work->plan, weighing->snapshot, weighing->document,
                                   cancellable, error);
}

static void
weighed (gpointer owner, gpointer data, gpointer effects, const GError *error)
{
  TenureBulkPreview *self = owner;
  const Weighing *weighing = data;

  if (effects == NULL)
    {
      describe_figures (self, error->message);
      return;
    }
  show_effects (self, weighing->snapshot, effects);
  tenure_effects_free (effects);
}

static void
ask_for_effects (TenureBulkPreview *self)
{
  static const TenureLookup lookup = { weigh, weighed, weighing_free, (GDestroyNotify) tenure_effects_free };
  TenureSnapshot *snapshot = tenure_session_get_snapshot (tenure_window_get_session (self->window));
  Weighing *weighing;

  gtk_widget_set_visible (GTK_WIDGET (self->figures), snapshot != NULL && self->work->plan->rows->len > 0);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->figures)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->flagged), FALSE);
      return;
    }
  describe_figures (self, _ ("Working it out…"));
  weighing = g_new (Weighing, 1);
  *weighing = (Weighing){ tenure_bulk_work_ref (self->work), tenure_snapshot_ref (snapshot),
                          g_object_ref (tenure_window_get_document (self->window)) };
  tenure_lookup_ask (&lookup, &self->weighing, self, NULL, weighing);
}

/* --- Records -------------------------------------------------------------------------------------------------- */

static void
add_row (TenureBulkPreview *self)
{
  GtkWidget *row = plain_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (mark, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Would contradict itself"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  adw_preferences_group_add (self->changes, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->marks, mark);
}

/* What would contradict itself is marked, and said. */
static void
show_row (TenureBulkPreview *self, guint i)
{
  const TenureBulkRow *row = self->work->plan->rows->pdata[g_array_index (self->order, guint, i)];
  g_autofree char *change = tenure_bulk_row_dup_words (row, self->work->change);
  g_autoptr (GString) words = g_string_new (change);

  if (i == self->rows->len)
    add_row (self);
  if (row->detail != NULL)
    g_string_append_printf (words, "\n%s", row->detail);
  if (row->contradiction != NULL)
    g_string_append_printf (words, "\n%s", row->contradiction);
  adw_preferences_row_set_title (self->rows->pdata[i], row->title != NULL ? row->title : "");
  adw_action_row_set_subtitle (self->rows->pdata[i], words->str);
  gtk_widget_set_visible (self->marks->pdata[i], row->contradiction != NULL);
  gtk_widget_set_visible (self->rows->pdata[i], TRUE);
}

static void
show_more (TenureBulkPreview *self)
{
  guint n = self->work->plan->rows->len - self->order->len;
  g_autofree char *words = tenure_count_dup_more (n);

  gtk_label_set_text (self->more, words);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 0);
}

static gboolean
fill_rows (gpointer data, guint n)
{
  TenureBulkPreview *self = data;

  for (guint i = 0; i < n && self->n_filled < self->order->len; i++)
    show_row (self, self->n_filled++);
  if (self->n_filled < self->order->len)
    return TRUE;
  for (guint i = self->n_filled; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], FALSE);
  return FALSE;
}

/* As many as there is room for, those that would contradict themselves first. */
static void
show_rows (TenureBulkPreview *self)
{
  const TenureBulkPlan *plan = self->work->plan;
  guint n = plan->rows->len;

  g_array_set_size (self->order, 0);
  for (guint i = 0; i < 2 * n && self->order->len < SHOWN; i++)
    {
      const TenureBulkRow *row = plan->rows->pdata[i % n];
      guint place = i % n;

      if ((row->contradiction != NULL) == (i < n))
        g_array_append_val (self->order, place);
    }
  self->n_filled = 0;
  show_more (self);
  tenure_pace_start (self->pace);
}

static void
hide_all (TenureBulkPreview *self, const char *words)
{
  tenure_pace_stop (self->pace);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->flagged), FALSE);
  adw_preferences_group_set_description (self->changes, words);
}

/* --- The plan ------------------------------------------------------------------------------------------------- */

typedef struct
{
  TenureBulkChange *change;
  GPtrArray *records;
  TenureSnapshot *snapshot; /* NULL when nothing is computed yet */
} Planning;

static void
planning_free (gpointer data)
{
  Planning *planning = data;

  tenure_bulk_change_free (planning->change);
  g_ptr_array_unref (planning->records);
  g_clear_pointer (&planning->snapshot, tenure_snapshot_unref);
  g_free (planning);
}

static gpointer
make_plan (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Planning *planning = data;
  TenureBulkWork *work = g_atomic_rc_box_new0 (TenureBulkWork);

  work->plan = tenure_bulk_plan_new (planning->change, planning->records);
  tenure_bulk_plan_judge (work->plan, planning->change, planning->records,
                          planning->snapshot != NULL ? tenure_snapshot_get_terms (planning->snapshot) : NULL);
  work->change = g_steal_pointer (&planning->change);
  return work;
}

static void
planned (gpointer owner, gpointer data, gpointer work, const GError *error)
{
  TenureBulkPreview *self = owner;
  g_autofree char *summary = NULL;

  if (work == NULL)
    return;
  self->work = work;
  summary = tenure_bulk_plan_dup_summary (self->work->plan, self->work->change);
  adw_preferences_group_set_description (self->changes, summary);
  show_rows (self);
  ask_for_effects (self);
  g_signal_emit (self, signals[PLANNED], 0);
}

static gboolean
quiet_cb (gpointer data)
{
  static const TenureLookup lookup = { make_plan, planned, planning_free, tenure_bulk_work_unref };
  TenureBulkPreview *self = data;
  TenureSnapshot *snapshot = tenure_session_get_snapshot (tenure_window_get_session (self->window));
  Planning *planning = g_new (Planning, 1);

  self->timer = 0;
  *planning = (Planning){ g_steal_pointer (&self->change), g_ptr_array_ref (self->records),
                          snapshot != NULL ? tenure_snapshot_ref (snapshot) : NULL };
  tenure_lookup_ask (&lookup, &self->planning, self, NULL, planning);
  return G_SOURCE_REMOVE;
}

void
tenure_bulk_preview_stop (TenureBulkPreview *self)
{
  g_return_if_fail (TENURE_IS_BULK_PREVIEW (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  tenure_lookup_cancel (&self->planning);
  tenure_lookup_cancel (&self->weighing);
}

void
tenure_bulk_preview_show (TenureBulkPreview *self, TenureBulkChange *change, const char *words)
{
  g_return_if_fail (TENURE_IS_BULK_PREVIEW (self) && (change == NULL || self->records != NULL));

  tenure_bulk_preview_stop (self);
  tenure_pace_stop (self->pace);
  g_clear_pointer (&self->change, tenure_bulk_change_free);
  g_clear_pointer (&self->work, tenure_bulk_work_unref);
  self->change = change;
  if (change != NULL)
    self->timer = g_timeout_add (QUIET_MS, quiet_cb, self);
  else
    hide_all (self, words);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_bulk_preview_dispose (GObject *object)
{
  TenureBulkPreview *self = TENURE_BULK_PREVIEW (object);

  tenure_bulk_preview_stop (self);
  g_clear_pointer (&self->pace, tenure_pace_free);
  g_clear_pointer (&self->change, tenure_bulk_change_free);
  g_clear_pointer (&self->work, tenure_bulk_work_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->window);
  G_OBJECT_CLASS (tenure_bulk_preview_parent_class)->dispose (object);
}

static void
tenure_bulk_preview_finalize (GObject *object)
{
  TenureBulkPreview *self = TENURE_BULK_PREVIEW (object);

  g_array_unref (self->order);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->marks);
  G_OBJECT_CLASS (tenure_bulk_preview_parent_class)->finalize (object);
}

static void
tenure_bulk_preview_class_init (TenureBulkPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tenure_bulk_preview_dispose;
  object_class->finalize = tenure_bulk_preview_finalize;
  signals[PLANNED] =
      g_signal_new ("planned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static AdwPreferencesGroup *
group_new (TenureBulkPreview *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (group));
  return group;
}

static void
tenure_bulk_preview_init (TenureBulkPreview *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_ptr_array_new ();
  self->rules = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
  self->figures = group_new (self, _ ("What it does to the figures"));
  gtk_widget_set_visible (GTK_WIDGET (self->figures), FALSE);
  self->flagged = group_new (self, "");
  self->flags = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->flags), _ ("Flags"));
  adw_preferences_group_add (self->flagged, GTK_WIDGET (self->flags));
  gtk_widget_set_visible (GTK_WIDGET (self->flagged), FALSE);
  self->changes = group_new (self, _ ("What changes"));
  self->more = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "dim-label");
  gtk_widget_set_margin_top (GTK_WIDGET (self->more), 12);
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  adw_preferences_group_add (self->changes, GTK_WIDGET (self->more));
  self->pace = tenure_pace_new (GTK_WIDGET (self), 0, fill_rows, self);
}

GtkWidget *
tenure_bulk_preview_new (TenureWindow *window)
{
  TenureBulkPreview *self = g_object_new (TENURE_TYPE_BULK_PREVIEW, NULL);

  self->window = g_object_ref (window);
  return GTK_WIDGET (self);
}

void
tenure_bulk_preview_set_records (TenureBulkPreview *self, GPtrArray *records)
{
  g_return_if_fail (TENURE_IS_BULK_PREVIEW (self) && self->records == NULL);

  self->records = g_ptr_array_ref (records);
}

TenureBulkWork *
tenure_bulk_preview_get_work (TenureBulkPreview *self)
{
  g_return_val_if_fail (TENURE_IS_BULK_PREVIEW (self), NULL);

  return self->work;
}
