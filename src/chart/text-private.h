#pragma once

#include <cairo.h>

#include "chart/theme.h"

G_BEGIN_DECLS

/* Text that has been laid out: glyph runs with positions, ready to be painted at any place and scale, and its
 * size. Immutable, reference counted, shared by scenes and by a bounded cache of the thread that made it;
 * laying out is the one expensive thing about text (30 µs a label against 0.1 µs for a look-up), and a
 * timeline shows the same few hundred labels frame after frame. The cache never changes a result. */
typedef struct _TenureTypeset TenureTypeset;

typedef struct
{
  cairo_font_face_t *face;
  cairo_matrix_t matrix;
  cairo_font_options_t *options;
  guint first_glyph, n_glyphs;
} TenureGlyphRun;

struct _TenureTypeset
{
  gatomicrefcount refs;
  double width, height;  /* logical size in px */
  double baseline;       /* of the first line */
  double ellipsis_width; /* of the sign that ends a shortened line, in the same type */
  gboolean plain;        /* one line, left to right: may be cut at glyph boundaries while painting */
  guint n_runs;
  TenureGlyphRun *runs;
  guint n_glyphs;
  cairo_glyph_t *glyphs; /* positions from the top left of the text */
};

/**
 * tenure_typeset_get:
 * @text: UTF-8; invalid bytes are shown as U+FFFD
 * @wrap_px: width at which lines break; 0 or less for a single line. A wrapped text is left aligned
 *
 * Returns: (transfer full): a reference
 */
TenureTypeset *tenure_typeset_get (const TenureChartTheme *theme, TenureChartType type, const char *text, double wrap_px);

/* The same, one line, shortened with … to @max_px by the text engine: for scripts that cannot be cut by
 * glyph. */
TenureTypeset *tenure_typeset_get_ellipsized (const TenureChartTheme *theme,
                                              TenureChartType type,
                                              const char *text,
                                              double max_px);

/* Shows the text itself, not only its glyphs, on surfaces that can keep it (PDF), so that it can be searched,
 * copied and read aloud. @width: that of the laid-out text; @wrap as it was laid out, otherwise shortened to
 * @width. */
void tenure_typeset_show_text (cairo_t *cr,
                               const TenureChartTheme *theme,
                               TenureChartType type,
                               const char *text,
                               double x,
                               double y,
                               double width,
                               gboolean wrap);

TenureTypeset *tenure_typeset_ref (TenureTypeset *typeset);
void tenure_typeset_unref (TenureTypeset *typeset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenureTypeset, tenure_typeset_unref)

void tenure_typeset_drop_cache (void);

G_END_DECLS
