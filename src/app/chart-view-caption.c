#include "config.h"
#include "app/chart-view-caption.h"

#define PADDING_X 10
#define PADDING_Y 6
#define DISTANCE 8
#define CORNER 6
#define WIDEST_EM 26

static GdkRGBA
role_colour (const TenureChartTheme *theme, TenureChartRole role)
{
  const TenureRgba *colour = &theme->roles[role];

  return (GdkRGBA){ colour->red, colour->green, colour->blue, 1.0 };
}

static PangoLayout *
create_layout (GtkWidget *widget, const TenureChartTheme *theme, const char *text, double room)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  double widest = MIN (theme->type_px[TENURE_TYPE_LABEL] * WIDEST_EM, room - 2 * PADDING_X);
  int width;

  if (theme->family[0] != '\0')
    pango_font_description_set_family (font, theme->family);
  pango_font_description_set_absolute_size (font, theme->type_px[TENURE_TYPE_LABEL] * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > widest)
    {
      pango_layout_set_width (layout, (int) MAX (widest, 40.0) * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  return layout;
}

/* Centred over the anchor, above it, below it when above is outside, and never past the edges. */
static graphene_point_t
place (const graphene_rect_t *anchor, const graphene_rect_t *bounds, float width, float height)
{
  float right = bounds->origin.x + bounds->size.width;
  float bottom = bounds->origin.y + bounds->size.height;
  float x = anchor->origin.x + (anchor->size.width - width) / 2;
  float y = anchor->origin.y - DISTANCE - height;

  if (y < bounds->origin.y)
    y = anchor->origin.y + anchor->size.height + DISTANCE;
  if (y + height > bottom)
    y = bounds->origin.y + 2;
  return GRAPHENE_POINT_INIT (floorf (MAX (bounds->origin.x, MIN (x, right - width))),
                              floorf (MAX (bounds->origin.y, MIN (y, bottom - height))));
}

void
tenure_chart_view_snapshot_caption (GtkWidget *widget,
                                    GtkSnapshot *snapshot,
                                    const TenureChartTheme *theme,
                                    const char *text,
                                    const graphene_rect_t *anchor,
                                    const graphene_rect_t *bounds)
{
  g_autoptr (PangoLayout) layout = create_layout (widget, theme, text, bounds->size.width);
  GdkRGBA ground = role_colour (theme, TENURE_ROLE_INK);
  GdkRGBA ink = role_colour (theme, TENURE_ROLE_GROUND);
  graphene_point_t corner;
  GskRoundedRect box;
  PangoRectangle logical;
  int width, height;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  width = logical.width + 2 * PADDING_X;
  height = logical.height + 2 * PADDING_Y;
  corner = place (anchor, bounds, width, height);

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (corner.x, corner.y, width, height), CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, &ground, &box.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (corner.x + PADDING_X - logical.x, corner.y + PADDING_Y - logical.y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}
