#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings of the person and the desk (data/io.github.tenure_app.Tenure.gschema.xml). A program run from the build
 * directory may not find the schema; GSettings would then end the process, so nobody but settings.c asks it. Without
 * the schema reading gives the defaults below and writing does nothing. */
typedef enum
{
  TENURE_COLOR_SCHEME_FOLLOW,
  TENURE_COLOR_SCHEME_LIGHT,
  TENURE_COLOR_SCHEME_DARK,
} TenureColorScheme;

/* Whether settings are kept at all. */
gboolean tenure_settings_available (void);

TenureColorScheme tenure_settings_get_color_scheme (void); /* default FOLLOW */
void tenure_settings_set_color_scheme (TenureColorScheme scheme);

/* Pixels; default 1280 × 800, not maximised. */
void tenure_settings_get_window (int *out_width, int *out_height, gboolean *out_maximized);
void tenure_settings_set_window (int width, int height, gboolean maximized);

/* (nullable): the name of the page that the last window was closed on. The caller frees. */
char *tenure_settings_dup_page (void);
void tenure_settings_set_page (const char *name);

/* The columns and the order of the register, as register-layout.h writes them; NULL until the user changes something.
 * The caller frees. */
char *tenure_settings_dup_register_columns (void);
char *tenure_settings_dup_register_sort (void);
void tenure_settings_set_register (const char *columns, const char *sort);

/* The word for the sector, cleaned (base/i18n.h); "" for the usual one. */
void tenure_settings_set_sector_word (const char *word);

/* "": the account's name. */
void tenure_settings_set_author (const char *author);

/* 1–12. */
void tenure_settings_set_year_first_month (int month);

/* Whether the desktop tells of decisions that are due; default FALSE. */
gboolean tenure_settings_get_tell_due (void);
void tenure_settings_set_tell_due (gboolean tell);

/* Whether it also does so at login, without a window; default FALSE. Only what is shown: the desktop keeps the truth
 * (preferences/autostart.h). */
gboolean tenure_settings_get_tell_due_at_login (void);
void tenure_settings_set_tell_due_at_login (gboolean tell);

/* What was last told of the portfolio at @uri, and when: NULL for nothing yet. The caller frees. What was told of others
 * longer than @keep_days before @day is forgotten when something is set. */
char *tenure_settings_dup_told_due (const char *uri, gint32 *out_day);
void tenure_settings_set_told_due (const char *uri, gint32 day, const char *words, gint32 keep_days);

/* The name in the history; NULL when the account's name is to serve. The caller frees. */
char *tenure_settings_dup_author (void);

/* The word for the sector; NULL for the usual one. The caller frees. */
char *tenure_settings_dup_sector_word (void);

/* 1–12; default 4. */
int tenure_settings_get_year_first_month (void);

G_END_DECLS
