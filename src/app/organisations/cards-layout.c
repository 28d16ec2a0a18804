#include "config.h"
#include "app/organisations/cards-layout.h"

#define GAP 12

struct _TenureCardsLayout
{
  GtkLayoutManager parent_instance;

  int least_width, most_columns;
};

G_DEFINE_FINAL_TYPE (TenureCardsLayout, tenure_cards_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_LEAST_WIDTH = 1,
  PROP_MOST_COLUMNS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- The plan for one width ----------------------------------------------------------------------------------- */

/* Where one card stands; the height is that of its row. */
typedef struct
{
  GtkWidget *card;
  int x, y, width, height;
} Place;

typedef struct
{
  GArray *places; /* Place */
  guint row;      /* first place of the row that is being filled */
  int column;     /* next free one of it */
  int y;
} Plan;

static gboolean
is_wide (GtkWidget *card)
{
  return gtk_widget_has_css_class (card, "tenure-wide");
}

static int
minimum_width (GtkWidget *card)
{
  int minimum;

  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* As many as find room, but no more than it takes for as many rows: eight cards stand four and four, not five and three. */
static int
count_columns (TenureCardsLayout *self, GtkWidget *widget, int width)
{
  int least = self->least_width;
  int n = 0, columns, rows;

  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (gtk_widget_should_layout (card) && !is_wide (card))
      {
        least = MAX (least, minimum_width (card));
        n++;
      }
  columns = CLAMP ((width + GAP) / (least + GAP), 1, self->most_columns);
  rows = (n + columns - 1) / columns;
  return rows > 0 ? (n + rows - 1) / rows : 1;
}

/* The row is full: its cards become as high as the highest. */
static void
end_row (Plan *plan)
{
  int height = 0;

  if (plan->row == plan->places->len)
    return;
  for (guint i = plan->row; i < plan->places->len; i++)
    height = MAX (height, g_array_index (plan->places, Place, i).height);
  for (guint i = plan->row; i < plan->places->len; i++)
    g_array_index (plan->places, Place, i).height = height;
  plan->y += height + GAP;
  plan->row = plan->places->len;
  plan->column = 0;
}

static void
add_card (Plan *plan, GtkWidget *card, int x, int width)
{
  Place place = { card, x, plan->y, width, 0 };

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width, &place.height, NULL, NULL, NULL);
  g_array_append_val (plan->places, place);
}

/* All cards; the height of them is the plan's y, less a gap. */
static Plan
make_plan (TenureCardsLayout *self, GtkWidget *widget, int width)
{
  int columns = count_columns (self, widget, width);
  int column_px = (width - (columns - 1) * GAP) / columns;
  Plan plan = { .places = g_array_new (FALSE, FALSE, sizeof (Place)) };

  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      if (!gtk_widget_should_layout (card))
        continue;
      if (is_wide (card) || plan.column == columns)
        end_row (&plan);
      add_card (&plan, card, plan.column * (column_px + GAP), is_wide (card) ? width : column_px);
      plan.column++;
      if (is_wide (card))
        end_row (&plan);
    }
  end_row (&plan);
  return plan;
}

/* --- Layout manager ------------------------------------------------------------------------------------------- */

static GtkSizeRequestMode
tenure_cards_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* At least a column; all of them, where they may. */
static void
measure_width (TenureCardsLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = self->most_columns * (self->least_width + GAP) - GAP;
  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (gtk_widget_should_layout (card))
      *minimum = MAX (*minimum, minimum_width (card));
  *natural = MAX (*natural, *minimum);
}

static void
tenure_cards_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  TenureCardsLayout *self = TENURE_CARDS_LAYOUT (manager);
  int width = for_size;
  int least;
  Plan plan;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  if (width < 0)
    measure_width (self, widget, &least, &width);
  plan = make_plan (self, widget, width);
  *minimum = *natural = MAX (plan.y - GAP, 0);
  g_array_unref (plan.places);
}

static void
tenure_cards_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Plan plan = make_plan (TENURE_CARDS_LAYOUT (manager), widget, width);

  for (guint i = 0; i < plan.places->len; i++)
    {
      const Place *place = &g_array_index (plan.places, Place, i);
      int x = mirrored ? width - place->x - place->width : place->x;

      gtk_widget_size_allocate (place->card, &(GtkAllocation){ x, place->y, place->width, place->height }, -1);
    }
  g_array_unref (plan.places);
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_cards_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TenureCardsLayout *self = TENURE_CARDS_LAYOUT (object);

  if (id == PROP_LEAST_WIDTH)
    g_value_set_int (value, self->least_width);
  else if (id == PROP_MOST_COLUMNS)
    g_value_set_int (value, self->most_columns);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_cards_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TenureCardsLayout *self = TENURE_CARDS_LAYOUT (object);

  if (id == PROP_LEAST_WIDTH)
    self->least_width = g_value_get_int (value);
  else if (id == PROP_MOST_COLUMNS)
    self->most_columns = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tenure_cards_layout_class_init (TenureCardsLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tenure_cards_layout_get_property;
  object_class->set_property = tenure_cards_layout_set_property;
  manager_class->get_request_mode = tenure_cards_layout_get_request_mode;
  manager_class->measure = tenure_cards_layout_measure;
  manager_class->allocate = tenure_cards_layout_allocate;
  properties[PROP_LEAST_WIDTH] = g_param_spec_int ("least-width", NULL, NULL, 1, G_MAXINT16, 240, flags);
  properties[PROP_MOST_COLUMNS] = g_param_spec_int ("most-columns", NULL, NULL, 1, 16, 2, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tenure_cards_layout_init (TenureCardsLayout *self)
{
}

GtkLayoutManager *
tenure_cards_layout_new (int least_width, int most_columns)
{
  return g_object_new (TENURE_TYPE_CARDS_LAYOUT, "least-width", least_width, "most-columns", most_columns, NULL);
}
