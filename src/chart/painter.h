#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "chart/scene.h"

G_BEGIN_DECLS

/* Puts a scene on a cairo context: the window, an image, a page and a printer share this one way. The
 * context's origin is the scene's top left and its unit one scene pixel; scale it beforehand for other sizes.
 * On vector surfaces patterns stay vector. The context's state is restored. */
void tenure_scene_paint (const TenureScene *scene, cairo_t *cr);

typedef enum
{
  TENURE_RING_HOVER,    /* a thin line round the mark */
  TENURE_RING_SELECTED, /* a strong line */
  TENURE_RING_FOCUS,    /* a strong line with a gap, for the keyboard */
} TenureRing;

/* Draws round the bounds of @mark, over what tenure_scene_paint() painted. Nothing for a mark that is not
 * there. */
void tenure_scene_paint_ring (const TenureScene *scene, cairo_t *cr, int mark, TenureRing ring);

/* The area that a ring may touch, for repainting no more than that. FALSE when there is no such mark. */
gboolean tenure_scene_get_ring_area (const TenureScene *scene, int mark, cairo_rectangle_t *out_area);

/* Forgets the glyph runs that this thread keeps between frames (they are bounded anyway). */
void tenure_painter_drop_caches (void);

G_END_DECLS
