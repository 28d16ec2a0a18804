#include "config.h"
#include "app/explain-view.h"

#include "app/lookup.h"
#include "app/window.h"
#include "register/input-origins.h"

#include <adwaita.h>
#include "base/count.h"
#include "base/i18n.h"

struct _TenureExplainView
{
  GtkWidget parent_instance;

  char *text;            /* what "Copy" copies */
  GCancellable *finding; /* where inputs came from; NULL when idle */

  GtkLabel *title;
  GtkLabel *summary;
  GtkListBox *lines;
  GtkWidget *apart_section;
  GtkListBox *apart;
  GtkWidget *missing_section;
  GtkListBox *missing;
  GtkWidget *remedy_section;
  GtkLabel *remedy;
  GtkWidget *formula_section;
  GtkLabel *formula;
  GtkWidget *rule_section;
  GtkLabel *threshold;
  GtkLabel *applies_to;
  GtkLabel *source;
  GtkLabel *confidence;
};

G_DEFINE_FINAL_TYPE (TenureExplainView, tenure_explain_view, GTK_TYPE_WIDGET)

enum
{
  RECORD_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- Rows ----------------------------------------------------------------------------------------------------- */

/* What a row opens is kept on it; a row without is not activatable. */
static GQuark
record_quark (void)
{
  return g_quark_from_static_string ("tenure-record");
}

typedef struct
{
  TenureRecordType type;
  TenureId id;
} Target;

#define SHORT_VALUE 24 /* characters that stay in one line */

static GtkWidget *
row_label (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), xalign == 0.0f || g_utf8_strlen (text, -1) > SHORT_VALUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  return label;
}

static GtkWidget *
row_new (const char *title, const char *value, TenureRecordType type, TenureId id)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = row_label (title, 0.0f);
  gboolean opens = type != TENURE_RECORD_NONE && id != TENURE_ID_NONE;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (value != NULL && *value != '\0')
    {
      GtkWidget *end = row_label (value, 1.0f);

      gtk_label_set_justify (GTK_LABEL (end), GTK_JUSTIFY_RIGHT);
      gtk_widget_add_css_class (end, "numeric");
      gtk_box_append (GTK_BOX (box), end);
    }
  if (opens)
    {
      Target *target = g_new (Target, 1);
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      *target = (Target){ type, id };
      g_object_set_qdata_full (G_OBJECT (row), record_quark (), target, g_free);
      gtk_widget_add_css_class (arrow, "dim-label");
      gtk_box_append (GTK_BOX (box), arrow);
    }
  gtk_widget_add_css_class (box, "tenure-explain-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), opens);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
append_more (GtkListBox *list, guint n)
{
  g_autofree char *text = NULL;

  if (n <= TENURE_EXPLAIN_MAX_ROWS)
    return;
  text = tenure_count_dup_more (n - TENURE_EXPLAIN_MAX_ROWS);
  gtk_list_box_append (list, row_new (text, NULL, TENURE_RECORD_NONE, TENURE_ID_NONE));
}

/* @section is what is hidden where there are none, @more how many the explanation counted beyond its lines. */
static void
fill_lines (GtkListBox *list, GtkWidget *section, const GArray *lines, guint more)
{
  guint n = lines != NULL ? lines->len : 0;

  clear_list (list);
  for (guint i = 0; i < MIN (n, TENURE_EXPLAIN_MAX_ROWS); i++)
    {
      const TenureExplanationLine *line = &g_array_index (lines, TenureExplanationLine, i);

      gtk_list_box_append (list, row_new (line->label, line->value, line->record_type, line->record));
    }
  append_more (list, n + more);
  gtk_widget_set_visible (section, n > 0);
}

static void
fill_missing (TenureExplainView *self, const GArray *missing, guint more)
{
  guint n = missing != NULL ? missing->len : 0;

  clear_list (self->missing);
  for (guint i = 0; i < MIN (n, TENURE_EXPLAIN_MAX_ROWS); i++)
    {
      const TenureExplanationMissing *field = &g_array_index (missing, TenureExplanationMissing, i);
      const char *label = tenure_explanation_missing_label (field);

      /* Under the heading of what is not recorded, the field alone says it of a record that has a name here. */
      gtk_list_box_append (self->missing,
                           row_new (field->of != NULL ? field->of : label, field->of != NULL ? label : _ ("not recorded"),
                                    field->record_type, field->record));
    }
  append_more (self->missing, n + more);
  gtk_widget_set_visible (self->missing_section, n > 0);
}

/* --- Where inputs came from ------------------------------------------------------------------------------------ */

/* Below what the line says. */
static void
show_origin (GtkListBoxRow *row, const char *origin)
{
  GtkWidget *line = gtk_list_box_row_get_child (row);
  GtkWidget *label = row_label (origin, 0.0f), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  g_object_ref (line);
  gtk_list_box_row_set_child (row, NULL);
  gtk_widget_remove_css_class (line, "tenure-explain-row");
  gtk_widget_add_css_class (box, "tenure-explain-row");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), label);
  g_object_unref (line);
  gtk_list_box_row_set_child (row, box);
}

static void
show_origins (TenureExplainView *self, const TenureExplanation *explanation)
{
  g_free (self->text);
  self->text = tenure_explanation_dup_text (explanation);
  for (guint i = 0; i < MIN (explanation->lines->len, TENURE_EXPLAIN_MAX_ROWS); i++)
    {
      const char *origin = g_array_index (explanation->lines, TenureExplanationLine, i).origin;

      if (origin != NULL)
        show_origin (gtk_list_box_get_row_at_index (self->lines, (int) i), origin);
    }
}

/* --- Texts ---------------------------------------------------------------------------------------------------- */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* "Source: Charity Commission CC19". What nobody decided here and no source names is a local setting, which its chip says. */
static char *
dup_source (const TenureExplanation *explanation)
{
  return g_strcmp0 (explanation->source, explanation->confidence) != 0
             ? g_strdup_printf (_ ("Source: %s"), explanation->source)
             : NULL;
}

static void
fill_rule (TenureExplainView *self, const TenureExplanation *explanation)
{
  g_autofree char *applies_to = NULL;
  g_autofree char *source = NULL;

  gtk_widget_set_visible (self->rule_section, explanation->rule != NULL);
  if (explanation->rule == NULL)
    return;
  applies_to = g_strdup_printf (_ ("Applies to: %s"), explanation->applies_to);
  source = dup_source (explanation);
  set_text (self->threshold, explanation->threshold);
  set_text (self->applies_to, applies_to);
  set_text (self->source, source);
  set_text (self->confidence, explanation->confidence);
}

static void
row_activated_cb (TenureExplainView *self, GtkListBoxRow *row)
{
  const Target *target = g_object_get_qdata (G_OBJECT (row), record_quark ());

  if (target == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", tenure_record_def (target->type)->table,
                              target->id);
  g_signal_emit (self, signals[RECORD_OPENED], 0);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TenureExplainView *self = TENURE_EXPLAIN_VIEW (widget);

  if (self->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
}

static void
tenure_explain_view_dispose (GObject *object)
{
  GtkWidget *child;

  tenure_lookup_cancel (&TENURE_EXPLAIN_VIEW (object)->finding);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenure_explain_view_parent_class)->dispose (object);
}

static void
tenure_explain_view_finalize (GObject *object)
{
  g_free (TENURE_EXPLAIN_VIEW (object)->text);
  G_OBJECT_CLASS (tenure_explain_view_parent_class)->finalize (object);
}

static void
tenure_explain_view_class_init (TenureExplainViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tenure_explain_view_dispose;
  object_class->finalize = tenure_explain_view_finalize;

  signals[RECORD_OPENED] =
      g_signal_new ("record-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenure_app/Tenure/explain-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, title);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, summary);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, lines);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, apart_section);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, apart);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, missing_section);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, missing);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, remedy_section);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, remedy);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, formula_section);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, formula);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, rule_section);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, threshold);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, applies_to);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, source);
  gtk_widget_class_bind_template_child (widget_class, TenureExplainView, confidence);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "explain.copy", NULL, copy_action);
}

static void
tenure_explain_view_init (TenureExplainView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tenure_explain_view_new (void)
{
  return g_object_new (TENURE_TYPE_EXPLAIN_VIEW, NULL);
}

void
tenure_explain_view_set_explanation (TenureExplainView *self, const TenureExplanation *explanation)
{
  static const TenureExplanation nothing = { 0 };

  g_return_if_fail (TENURE_IS_EXPLAIN_VIEW (self));

  g_clear_pointer (&self->text, g_free);
  if (explanation != NULL)
    self->text = tenure_explanation_dup_text (explanation);
  else
    explanation = &nothing;
  set_text (self->title, explanation->title);
  set_text (self->summary, explanation->summary);
  set_text (self->remedy, explanation->remedy);
  gtk_widget_set_visible (self->remedy_section, explanation->remedy != NULL);
  set_text (self->formula, explanation->formula);
  gtk_widget_set_visible (self->formula_section, explanation->formula != NULL && *explanation->formula != '\0');
  fill_lines (self->lines, GTK_WIDGET (self->lines), explanation->lines, explanation->more_lines);
  fill_lines (self->apart, self->apart_section, explanation->apart, explanation->more_apart);
  fill_missing (self, explanation->missing, explanation->more_missing);
  fill_rule (self, explanation);
}

/* --- The button ----------------------------------------------------------------------------------------------- */

#define POPOVER_WIDTH 380
#define POPOVER_LEAST_HEIGHT 240
#define POPOVER_MARGIN 96 /* between a popover and the ends of the window, both together */

typedef struct
{
  TenureExplainFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
  g_free (asking);
}

/* As tall as what it shows, up to the window. Its width has to be known for that: lines that wrap are taller than a
 * scrolled window would think. Where there is more, the scroll bar stands beside it instead of waiting to be found. */
static void
fit_height (GtkScrolledWindow *scroll, GtkWidget *view, GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (button);
  int most = MAX ((root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0) - POPOVER_MARGIN, POPOVER_LEAST_HEIGHT);
  int width, height;

  gtk_widget_measure (GTK_WIDGET (scroll), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_max_content_height (scroll, MIN (height, most));
  gtk_scrolled_window_set_min_content_height (scroll, MIN (height, most));
  gtk_scrolled_window_set_overlay_scrolling (scroll, height <= most);
}

/* The explanation while its inputs are looked for; only a worker has it meanwhile. */
typedef struct
{
  TenureExplanation *explanation;
  GtkScrolledWindow *scroll;
  GtkWidget *button;
} Finding;

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  tenure_explanation_free (finding->explanation);
  g_object_unref (finding->scroll);
  g_object_unref (finding->button);
  g_free (finding);
}

static gpointer
find_origins (TenureReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  return tenure_input_origins_find (reader, ((const Finding *) data)->explanation->lines, error);
}

static void
origins_found (gpointer owner, gpointer data, gpointer answer, const GError *error)
{
  Finding *finding = data;
  g_autoptr (GPtrArray) origins = answer;

  if (origins == NULL)
    return;
  tenure_explanation_take_origins (finding->explanation, origins);
  show_origins (owner, finding->explanation);
  fit_height (finding->scroll, owner, finding->button);
}

/* Takes @explanation over. What a button of another window than the main one explains has no document to ask. */
static void
ask_for_origins (TenureExplainView *self, TenureExplanation *explanation, GtkScrolledWindow *scroll, GtkWidget *button)
{
  static const TenureLookup lookup = { find_origins, origins_found, finding_free, (GDestroyNotify) g_ptr_array_unref };
  GtkRoot *root = gtk_widget_get_root (button);
  TenureDocument *document = TENURE_IS_WINDOW (root) ? tenure_window_get_document (TENURE_WINDOW (root)) : NULL;
  Finding *finding;

  if (document == NULL || explanation == NULL)
    {
      tenure_explanation_free (explanation);
      return;
    }
  finding = g_new (Finding, 1);
  *finding = (Finding){ explanation, g_object_ref (scroll), g_object_ref (button) };
  tenure_lookup_ask (&lookup, &self->finding, self, document, finding);
}

static void
popup_cb (GtkMenuButton *button, gpointer user_data)
{
  Asking *asking = user_data;
  TenureExplanation *explanation = asking->func (asking->user_data);
  GtkWidget *view = tenure_explain_view_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  tenure_explain_view_set_explanation (TENURE_EXPLAIN_VIEW (view), explanation);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), view);
  gtk_widget_set_size_request (scroll, POPOVER_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroll);
  gtk_widget_add_css_class (popover, "tenure-explain");
  g_signal_connect_object (view, "record-opened", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
  fit_height (GTK_SCROLLED_WINDOW (scroll), view, GTK_WIDGET (button));
  ask_for_origins (TENURE_EXPLAIN_VIEW (view), explanation, GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (button));
}

void
tenure_explain_button_set_what (GtkWidget *button, const char *what)
{
  /* Translators: the name of a button that explains a figure, here for screen readers: "Why? Typical term". */
  g_autofree char *name = g_strdup_printf (_ ("Why? %s"), what);

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
tenure_explain_button_new (const char *what, TenureExplainFunc func, gpointer user_data, GDestroyNotify destroy)
{
  GtkWidget *button = gtk_menu_button_new ();
  Asking *asking = g_new (Asking, 1);

  g_return_val_if_fail (func != NULL, NULL);

  *asking = (Asking){ func, user_data, destroy };
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new (_ ("Why?")));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), popup_cb, asking, asking_free);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "tenure-why");
  if (what != NULL)
    tenure_explain_button_set_what (button, what);
  return button;
}
