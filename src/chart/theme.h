#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a chart looks like, apart from its data. A plain struct without pointers: copied freely, kept by every
 * scene, never read from the widget that happens to draw.
 *
 * Shapes name a *role*, never a colour; the theme turns the role into a colour. Every role that carries
 * meaning also has a pattern (or, for flag levels, a glyph), and the colours of one family differ in
 * lightness by at least TENURE_THEME_MIN_LIGHTNESS_GAP, so that a chart reads in greyscale and with any
 * colour vision (tests/chart/test-theme.c measures both for every variant). The hues are those of Okabe and
 * Ito, moved along the lightness axis until no two of a family coincide in grey. */

#define TENURE_THEME_MIN_LIGHTNESS_GAP 4.0 /* CIE L* */
#define TENURE_THEME_FAMILY_SIZE 64
#define TENURE_CHART_MAX_BLOCS 9

typedef enum
{
  TENURE_ROLE_NONE, /* nothing is drawn */
  TENURE_ROLE_GROUND,
  TENURE_ROLE_PANEL,    /* a faint area: alternating groups, plot grounds */
  TENURE_ROLE_INK,      /* titles, values */
  TENURE_ROLE_INK_SOFT, /* subtitles, axis labels; still ≥ 4.5 : 1 against the ground */
  TENURE_ROLE_AXIS,     /* baselines */
  TENURE_ROLE_GRID,
  TENURE_ROLE_GRID_STRONG, /* the first of a financial year */
  TENURE_ROLE_ACCENT,      /* the as-of day, focus, selection, target lines */
  TENURE_ROLE_MEASURE,     /* plain data: the first measure of a chart */
  TENURE_ROLE_MEASURE_2,   /* the second measure beside it */
  TENURE_ROLE_MEASURE_3,
  TENURE_ROLE_GHOST,   /* the gross figure behind the net one, an earlier state */
  TENURE_ROLE_UNKNOWN, /* not recorded: always dotted and outlined, never left out */
  /* Flag levels, worst first. */
  TENURE_ROLE_RED,
  TENURE_ROLE_AMBER,
  TENURE_ROLE_NOTE,
  TENURE_ROLE_CLEAR,
  TENURE_ROLE_CANNOT_TELL,
  /* Blocs of a board: VCS first, then the others. */
  TENURE_ROLE_BLOC_VCS,
  TENURE_ROLE_BLOC_1,
  TENURE_ROLE_BLOC_2,
  TENURE_ROLE_BLOC_3,
  TENURE_ROLE_BLOC_4,
  TENURE_ROLE_BLOC_5,
  TENURE_ROLE_BLOC_6,
  TENURE_ROLE_BLOC_7,
  TENURE_ROLE_BLOC_8,
  TENURE_N_ROLES
} TenureChartRole;

/* Laid over a fill in a contrasting tone, or drawn alone in the role's colour when the shape says `open`. */
typedef enum
{
  TENURE_PATTERN_SOLID,
  TENURE_PATTERN_HATCH,      /* ／ */
  TENURE_PATTERN_BACK_HATCH, /* ＼ */
  TENURE_PATTERN_DOTS,
  TENURE_PATTERN_CROSS, /* both hatches */
  TENURE_PATTERN_HORIZONTAL,
  TENURE_PATTERN_VERTICAL,
  TENURE_PATTERN_GRID, /* horizontal and vertical */
  TENURE_PATTERN_ZIGZAG,
  TENURE_N_PATTERNS
} TenureChartPattern;

/* The flag level of a record, as charts draw it: colour, pattern and glyph together. */
typedef enum
{
  TENURE_CHART_LEVEL_CLEAR,       /* no glyph */
  TENURE_CHART_LEVEL_RED,         /* diamond */
  TENURE_CHART_LEVEL_AMBER,       /* triangle */
  TENURE_CHART_LEVEL_NOTE,        /* circle */
  TENURE_CHART_LEVEL_CANNOT_TELL, /* hollow square */
  TENURE_N_CHART_LEVELS
} TenureChartLevel;

typedef enum
{
  TENURE_TYPE_TITLE,
  TENURE_TYPE_TITLE_SMALL, /* where TITLE would take more than two lines */
  TENURE_TYPE_SUBTITLE,
  TENURE_TYPE_LABEL, /* direct labels, group names */
  TENURE_TYPE_VALUE, /* figures beside bars: as LABEL, semi-bold */
  TENURE_TYPE_SMALL, /* axes, footnotes */
  TENURE_TYPE_BIG,   /* the one figure in the middle of a picture */
  TENURE_N_TYPES
} TenureChartType;

typedef struct
{
  double red, green, blue, alpha;
} TenureRgba;

typedef struct
{
  gboolean dark;
  gboolean high_contrast;
  gboolean opaque;   /* paint the ground; off on screen, where the window shows through */
  gboolean headings; /* title, subtitle and footnote are part of the picture */
  gboolean hinted;   /* glyph advances on whole pixels: on for screens, off for print */
  double text_scale; /* 1.0 … 3.0 */
  char family[TENURE_THEME_FAMILY_SIZE];
  TenureRgba roles[TENURE_N_ROLES];
  double type_px[TENURE_N_TYPES]; /* text scale included */
  double space_px;                /* the unit of distances: a quarter of a line of LABEL */
  double line_px;                 /* thin lines: 1, or 2 in high contrast */
} TenureChartTheme;

/**
 * tenure_chart_theme_init:
 * @text_scale: GTK's text scaling factor; clamped to 0.5 … 3.0, 1.0 when it is not a number
 * @family: (nullable): a font family; NULL for the system's sans serif
 *
 * A theme for the screen: ground transparent, headings on, hinted.
 */
void tenure_chart_theme_init (
    TenureChartTheme *theme, gboolean dark, gboolean high_contrast, double text_scale, const char *family);

/* The same theme for a file or a printer: opaque ground, headings, unhinted. Exports keep the text scale, and
 * are light unless @keep_dark. */
void tenure_chart_theme_init_export (TenureChartTheme *theme, const TenureChartTheme *screen, gboolean keep_dark);

TenureChartRole tenure_chart_level_role (TenureChartLevel level);

/* BLOC_VCS for the voluntary sector, else the @index-th other bloc (from 0), wrapping after eight: the label,
 * always drawn, tells those apart. */
TenureChartRole tenure_chart_bloc_role (gboolean is_vcs, guint index);

/* The pattern that belongs to a role of a family; SOLID for the rest. */
TenureChartPattern tenure_chart_role_pattern (TenureChartRole role);

/* INK or GROUND, whichever can be read on a fill of @role. */
TenureChartRole tenure_chart_theme_ink_on (const TenureChartTheme *theme, TenureChartRole role);

/* "Red", "Amber", "Note", "Clear", "Cannot tell"; translated, static. */
const char *tenure_chart_level_label (TenureChartLevel level);

/* CIE L* (0 black … 100 white) of an opaque colour: what is left of it in greyscale. */
double tenure_rgba_lightness (TenureRgba colour);

/* WCAG contrast ratio of two opaque colours, 1 … 21. */
double tenure_rgba_contrast (TenureRgba a, TenureRgba b);

G_END_DECLS
