/* Leaving a record out of a rule, putting a flag off, and ending both. */

#include "config.h"
#include "app/window-private.h"

#include "app/forms/set-aside.h"

#include "base/i18n.h"

/* --- Exemptions ---------------------------------------------------------------------------------------------- */

static void
exempt_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenureReader *reader = tenure_document_get_reader (tenure_window_get_document (self));
  const TenureRule *rule;
  const char *code;
  TenureId id;

  g_variant_get (parameter, "(&sx)", &code, &id);
  rule = tenure_rule_from_code (code);
  g_return_if_fail (rule != NULL);
  tenure_window_present_form (self,
                              tenure_exemption_draft_new (reader, rule->id, id, tenure_session_get_as_of (self->session)));
}

/* --- Snoozes ------------------------------------------------------------------------------------------------- */

static TenureLevel
level_from_code (const char *code)
{
  for (TenureLevel level = TENURE_LEVEL_NONE; level <= TENURE_LEVEL_RED; level++)
    if (g_str_equal (tenure_level_code (level), code))
      return level;
  return TENURE_LEVEL_NONE;
}

static void
snooze_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TenureWindow *self = data;
  TenureDocument *document = tenure_window_get_document (self);
  const char *code, *level;
  const TenureRule *rule;
  TenureId id;

  g_variant_get (parameter, "(&sx&s)", &code, &id, &level);
  rule = tenure_rule_from_code (code);
  g_return_if_fail (rule != NULL);
  tenure_window_present_form (
      self, tenure_snooze_draft_new (tenure_document_get_reader (document), rule->id, id, level_from_code (level),
                                     tenure_session_get_as_of (self->session), tenure_document_get_author (document)));
}

/* --- Ending them ----------------------------------------------------------------------------------------------- */

static void
end_set_aside (TenureWindow *self, TenureRecordType type, GVariant *id, const char *done, const char *failed)
{
  g_autoptr (GError) error = NULL;

  if (tenure_set_aside_end (tenure_window_get_document (self), type, g_variant_get_int64 (id),
                            tenure_session_get_as_of (self->session), &error))
    tenure_window_toast_undo (self, done);
  else
    tenure_window_report (self, failed, error);
}

static void
end_exemption_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  end_set_aside (data, TENURE_RECORD_EXEMPTION, parameter, _ ("The exemption has ended: the rule applies again"),
                 _ ("The Exemption Did Not End"));
}

static void
wake_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  end_set_aside (data, TENURE_RECORD_SNOOZE, parameter, _ ("The flag is listed again"), _ ("The Flag Is Still Snoozed"));
}

static const GActionEntry actions[] = {
  { .name = "exempt", .activate = exempt_cb, .parameter_type = "(sx)" },
  { .name = "end-exemption", .activate = end_exemption_cb, .parameter_type = "x" },
  { .name = "snooze", .activate = snooze_cb, .parameter_type = "(sxs)" },
  { .name = "wake", .activate = wake_cb, .parameter_type = "x" },
};

void
tenure_window_set_aside_init (TenureWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
