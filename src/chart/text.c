#include "config.h"

#include "chart/text-private.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* A screen of labels is a few hundred; beyond this many the cache starts again. */
#define CACHE_MAX 6000
/* Longer texts than any label are cut before they are laid out: a hostile name of a megabyte must not stop a
 * frame. */
#define TEXT_MAX_BYTES 2000

typedef struct
{
  guint16 type;
  guint16 ellipsize;
  gint32 width; /* Pango units; −1: one line */
  char text[];
} Key;

/* What one thread keeps. It belongs to one look (family, sizes, hinting); another look empties it. */
typedef struct
{
  char family[TENURE_THEME_FAMILY_SIZE];
  double type_px[TENURE_N_TYPES];
  gboolean hinted;
  PangoLayout *layouts[TENURE_N_TYPES];
  double ellipsis_width[TENURE_N_TYPES];
  GHashTable *typesets; /* Key → TenureTypeset */
} Cache;

static guint
key_hash (gconstpointer pointer)
{
  const Key *key = pointer;

  return g_str_hash (key->text) ^ (guint) key->width ^ ((guint) key->type << 24);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *ka = a;
  const Key *kb = b;

  return ka->type == kb->type && ka->ellipsize == kb->ellipsize && ka->width == kb->width
         && strcmp (ka->text, kb->text) == 0;
}

static void
cache_clear (Cache *cache)
{
  g_clear_pointer (&cache->typesets, g_hash_table_unref);
  for (guint i = 0; i < TENURE_N_TYPES; i++)
    g_clear_object (&cache->layouts[i]);
}

static void
cache_free (gpointer pointer)
{
  cache_clear (pointer);
  g_free (pointer);
}

static GPrivate thread_cache = G_PRIVATE_INIT (cache_free);

static PangoLayout *
layout_new (PangoContext *context, const Cache *cache, TenureChartType type)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, cache->family);
  pango_font_description_set_absolute_size (font, cache->type_px[type] * PANGO_SCALE);
  if (type == TENURE_TYPE_TITLE || type == TENURE_TYPE_TITLE_SMALL || type == TENURE_TYPE_VALUE || type == TENURE_TYPE_BIG)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  /* Figures of one width, so that columns of numbers line up. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
make_layouts (Cache *cache)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, cache->hinted ? CAIRO_HINT_STYLE_SLIGHT : CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, cache->hinted ? CAIRO_HINT_METRICS_ON : CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  /* Sizes are absolute, so this only keeps Pango from asking the display. */
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, cache->hinted);
  for (guint i = 0; i < TENURE_N_TYPES; i++)
    {
      int width;

      cache->layouts[i] = layout_new (context, cache, i);
      pango_layout_set_text (cache->layouts[i], "…", -1);
      pango_layout_get_size (cache->layouts[i], &width, NULL);
      cache->ellipsis_width[i] = (double) width / PANGO_SCALE;
    }
  g_object_unref (context);
}

static Cache *
cache_for (const TenureChartTheme *theme)
{
  Cache *cache = g_private_get (&thread_cache);

  if (cache == NULL)
    {
      cache = g_new0 (Cache, 1);
      g_private_set (&thread_cache, cache);
    }
  if (cache->typesets == NULL || cache->hinted != theme->hinted || strcmp (cache->family, theme->family) != 0
      || memcmp (cache->type_px, theme->type_px, sizeof cache->type_px) != 0)
    {
      cache_clear (cache);
      cache->hinted = theme->hinted;
      g_strlcpy (cache->family, theme->family, sizeof cache->family);
      memcpy (cache->type_px, theme->type_px, sizeof cache->type_px);
      cache->typesets = g_hash_table_new_full (key_hash, key_equal, g_free, (GDestroyNotify) tenure_typeset_unref);
      make_layouts (cache);
    }
  else if (g_hash_table_size (cache->typesets) >= CACHE_MAX)
    g_hash_table_remove_all (cache->typesets);
  return cache;
}

static void
append_run (GArray *runs, GArray *glyphs, PangoFont *font, PangoGlyphString *string, double x, double baseline)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  TenureGlyphRun run = { 0 };

  if (scaled == NULL)
    return;
  run.face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
  cairo_scaled_font_get_font_matrix (scaled, &run.matrix);
  run.options = cairo_font_options_create ();
  cairo_scaled_font_get_font_options (scaled, run.options);
  run.first_glyph = glyphs->len;
  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        {
          cairo_glyph_t glyph = { info->glyph, x + (double) info->geometry.x_offset / PANGO_SCALE,
                                  baseline + (double) info->geometry.y_offset / PANGO_SCALE };

          g_array_append_val (glyphs, glyph);
        }
      x += (double) info->geometry.width / PANGO_SCALE;
    }
  run.n_glyphs = glyphs->len - run.first_glyph;
  g_array_append_val (runs, run);
}

static void
collect_runs (TenureTypeset *typeset, PangoLayout *layout)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (TenureGlyphRun));
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  typeset->plain = pango_layout_get_line_count (layout) == 1;
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle extents;

      if (run == NULL)
        continue;
      if (run->item->analysis.level % 2 != 0)
        typeset->plain = FALSE;
      pango_layout_iter_get_run_extents (iter, NULL, &extents);
      append_run (runs, glyphs, run->item->analysis.font, run->glyphs, (double) extents.x / PANGO_SCALE,
                  (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
  typeset->n_runs = runs->len;
  typeset->runs = (TenureGlyphRun *) (gpointer) g_array_free (runs, FALSE);
  typeset->n_glyphs = glyphs->len;
  typeset->glyphs = (cairo_glyph_t *) (gpointer) g_array_free (glyphs, FALSE);
}

/* The cache's layout of this type, with the key's text in it. */
static PangoLayout *
lay_out (Cache *cache, const Key *key)
{
  PangoLayout *layout = cache->layouts[key->type];

  pango_layout_set_width (layout, key->width);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, key->ellipsize ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, key->text, -1);
  return layout;
}

static TenureTypeset *
typeset_new (Cache *cache, const Key *key)
{
  TenureTypeset *typeset = g_new0 (TenureTypeset, 1);
  PangoLayout *layout = lay_out (cache, key);
  PangoRectangle extents;

  g_atomic_ref_count_init (&typeset->refs);
  pango_layout_get_extents (layout, NULL, &extents);
  typeset->width = (double) extents.width / PANGO_SCALE;
  typeset->height = (double) extents.height / PANGO_SCALE;
  typeset->baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  typeset->ellipsis_width = cache->ellipsis_width[key->type];
  collect_runs (typeset, layout);
  return typeset;
}

static Key *
key_new (TenureChartType type, const char *text, gint32 width, gboolean ellipsize)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, TEXT_MAX_BYTES));
  gsize size = strlen (valid) + 1;
  Key *key = g_malloc (sizeof (Key) + size);

  key->type = (guint16) type;
  key->ellipsize = ellipsize ? 1 : 0;
  key->width = width;
  memcpy (key->text, valid, size);
  return key;
}

static TenureTypeset *
get (const TenureChartTheme *theme, TenureChartType type, const char *text, double width_px, gboolean ellipsize)
{
  Cache *cache = cache_for (theme);
  gint32 width = width_px > 0 ? (gint32) MIN (ceil (width_px * PANGO_SCALE), G_MAXINT32 / 2) : -1;
  Key *key = key_new (type, text, width, ellipsize);
  TenureTypeset *typeset = g_hash_table_lookup (cache->typesets, key);

  if (typeset != NULL)
    g_free (key);
  else
    {
      typeset = typeset_new (cache, key);
      g_hash_table_insert (cache->typesets, key, typeset);
    }
  return tenure_typeset_ref (typeset);
}

/* --- Public --------------------------------------------------------------------------------------------- */

TenureTypeset *
tenure_typeset_get (const TenureChartTheme *theme, TenureChartType type, const char *text, double wrap_px)
{
  return get (theme, type, text, wrap_px, FALSE);
}

TenureTypeset *
tenure_typeset_get_ellipsized (const TenureChartTheme *theme, TenureChartType type, const char *text, double max_px)
{
  return get (theme, type, text, MAX (max_px, 1), TRUE);
}

void
tenure_typeset_show_text (cairo_t *cr,
                          const TenureChartTheme *theme,
                          TenureChartType type,
                          const char *text,
                          double x,
                          double y,
                          double width,
                          gboolean wrap)
{
  /* Half a pixel more, so that rounding does not break or shorten what fitted. */
  g_autofree Key *key = key_new (type, text, (gint32) ((MIN (width, 1e6) + 0.5) * PANGO_SCALE), !wrap);

  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, lay_out (cache_for (theme), key));
}

TenureTypeset *
tenure_typeset_ref (TenureTypeset *typeset)
{
  g_atomic_ref_count_inc (&typeset->refs);
  return typeset;
}

void
tenure_typeset_unref (TenureTypeset *typeset)
{
  if (!g_atomic_ref_count_dec (&typeset->refs))
    return;
  for (guint i = 0; i < typeset->n_runs; i++)
    {
      cairo_font_face_destroy (typeset->runs[i].face);
      cairo_font_options_destroy (typeset->runs[i].options);
    }
  g_free (typeset->runs);
  g_free (typeset->glyphs);
  g_free (typeset);
}

void
tenure_typeset_drop_cache (void)
{
  g_private_replace (&thread_cache, NULL);
}
