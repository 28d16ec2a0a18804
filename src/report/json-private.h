#pragma once

#include "analysis/figure.h"
#include "base/day.h"
#include "base/id.h"

G_BEGIN_DECLS

/* Pieces of JSON, appended to what is there. Members of an object are written with their key and a comma before them
 * where one is due; elements of an array after tenure_json_separate(). What is not known is null. */

/* A comma, unless a bracket was just opened. */
void tenure_json_separate (GString *json);
void tenure_json_add_key (GString *json, const char *key);

/* "key":{ or "key":[; the caller closes it. */
void tenure_json_add_open (GString *json, const char *key, char bracket);

void tenure_json_add_figure (GString *json, const char *key, TenureFigure figure);
void tenure_json_add_text (GString *json, const char *key, const char *text);
void tenure_json_add_day (GString *json, const char *key, TenureDay day);

/* "2026-11"; @day is known. */
void tenure_json_add_month (GString *json, const char *key, TenureDay day);
void tenure_json_add_currency (GString *json, const char *key, TenureCurrency currency);
void tenure_json_add_id (GString *json, const char *key, TenureId id);
void tenure_json_add_boolean (GString *json, const char *key, gboolean value);

G_END_DECLS
