#include "report/json-private.h"

#include "base/text.h"

void
tenure_json_separate (GString *json)
{
  char last = json->len > 0 ? json->str[json->len - 1] : '[';

  if (last != '{' && last != '[')
    g_string_append_c (json, ',');
}

void
tenure_json_add_key (GString *json, const char *key)
{
  tenure_json_separate (json);
  g_string_append_printf (json, "\"%s\":", key);
}

void
tenure_json_add_open (GString *json, const char *key, char bracket)
{
  tenure_json_add_key (json, key);
  g_string_append_c (json, bracket);
}

void
tenure_json_add_figure (GString *json, const char *key, TenureFigure figure)
{
  tenure_json_add_key (json, key);
  tenure_figure_append_json (&figure, json);
}

void
tenure_json_add_text (GString *json, const char *key, const char *text)
{
  tenure_json_add_key (json, key);
  if (text != NULL)
    tenure_text_append_json (json, text);
  else
    g_string_append (json, "null");
}

void
tenure_json_add_day (GString *json, const char *key, TenureDay day)
{
  char iso[TENURE_DAY_ISO_SIZE];

  tenure_day_to_iso (day, iso);
  tenure_json_add_text (json, key, tenure_day_is_known (day) ? iso : NULL);
}

/* The first seven characters of an ISO date. */
void
tenure_json_add_month (GString *json, const char *key, TenureDay day)
{
  char iso[TENURE_DAY_ISO_SIZE];

  tenure_day_to_iso (day, iso);
  iso[7] = '\0';
  tenure_json_add_text (json, key, iso);
}

void
tenure_json_add_currency (GString *json, const char *key, TenureCurrency currency)
{
  char code[4];

  tenure_currency_to_code (currency, code);
  tenure_json_add_text (json, key, currency != TENURE_CURRENCY_NONE ? code : NULL);
}

void
tenure_json_add_id (GString *json, const char *key, TenureId id)
{
  tenure_json_add_key (json, key);
  if (id == TENURE_ID_NONE)
    g_string_append (json, "null");
  else
    g_string_append_printf (json, "%" G_GINT64_FORMAT, id);
}

void
tenure_json_add_boolean (GString *json, const char *key, gboolean value)
{
  tenure_json_add_key (json, key);
  g_string_append (json, value ? "true" : "false");
}
