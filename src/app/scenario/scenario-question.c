#include "config.h"
#include "app/scenario/scenario-question.h"

#include "app/forms/field-text.h"

#include "base/i18n.h"

/* What can be entered. */
enum
{
  TITLE,
  FIRST_DAY,
  AMOUNT, /* how long, how much, until when */
  ANNUAL,
  N_ENTRIES,
};

struct _TenureScenarioQuestion
{
  AdwPreferencesGroup parent_instance;

  GArray *agreements;      /* TenureId */
  TenureCurrency currency; /* of amounts that name none */
  GArray *offered;         /* guint: the kinds on offer, in their order */
  AdwComboRow *kind;
  AdwEntryRow *entries[N_ENTRIES];
  gboolean changing; /* by the program, several things at once */
};

G_DEFINE_FINAL_TYPE (TenureScenarioQuestion, tenure_scenario_question, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Kinds ---------------------------------------------------------------------------------------------------- */

/* One entry: what it asks for, what stands there at first, and the field whose spellings it understands. */
typedef struct
{
  const char *label, *usual;
  TenureRecordType type;
  const char *field;
} Entry;

/* @entries: those without a label are not asked for. @least, @most: how many agreements it can be about; 0: any number. */
static const struct
{
  TenureScenarioKind kind;
  const char *label;
  guint least, most;
  Entry entries[N_ENTRIES];
} kinds[] = {
  { TENURE_SCENARIO_EXTEND,
    N_ ("Extend"),
    1,
    0,
    { [AMOUNT] = { N_ ("By how long"), N_ ("12 months"), TENURE_RECORD_EXTENSION, "length" } } },
  { TENURE_SCENARIO_EXERCISE, N_ ("Take up the next option"), 1, 0, { { NULL } } },
  { TENURE_SCENARIO_UPLIFT,
    N_ ("Change the price"),
    1,
    0,
    { [AMOUNT] = { N_ ("By how many per cent"), "", TENURE_RECORD_UPLIFT, "rate" } } },
  { TENURE_SCENARIO_MOVE_END,
    N_ ("Move the end"),
    1,
    0,
    { [AMOUNT] = { N_ ("New last day"), "", TENURE_RECORD_AGREEMENT, "end" } } },
  { TENURE_SCENARIO_END_EARLY,
    N_ ("End early"),
    1,
    0,
    { [AMOUNT] = { N_ ("Last day"), "", TENURE_RECORD_AGREEMENT, "terminated" } } },
  { TENURE_SCENARIO_MERGE,
    N_ ("Merge to one term"),
    2,
    0,
    { [AMOUNT] = { N_ ("Last day"), "", TENURE_RECORD_AGREEMENT, "end" } } },
  { TENURE_SCENARIO_ADD,
    N_ ("Add another like it"),
    1,
    1,
    { [TITLE] = { N_ ("Title"), "", TENURE_RECORD_AGREEMENT, "title" },
      [FIRST_DAY] = { N_ ("First day"), "", TENURE_RECORD_AGREEMENT, "start" },
      [AMOUNT] = { N_ ("Last day"), "", TENURE_RECORD_AGREEMENT, "end" },
      [ANNUAL] = { N_ ("Yearly value"), "", TENURE_RECORD_AGREEMENT, "annual_value" } } },
};

static guint
get_chosen (TenureScenarioQuestion *self)
{
  guint place = adw_combo_row_get_selected (self->kind);

  return place < self->offered->len ? g_array_index (self->offered, guint, place) : 0;
}

/* --- Reading -------------------------------------------------------------------------------------------------- */

static void
take_length (TenureScenarioRequest *request, const TenureValue *value)
{
  TenureDuration length = TENURE_DURATION_UNKNOWN;

  tenure_duration_parse_iso (value->text, &length);
  request->months = length.known && length.days == 0 ? length.months : 0;
}

static void
take_value (TenureScenarioRequest *request, guint entry, const TenureFieldReading *reading, TenureCurrency currency)
{
  const TenureValue *value = &reading->value;

  if (entry == TITLE)
    request->title = g_strdup (value->text);
  else if (entry == FIRST_DAY)
    tenure_day_parse_iso (value->text, &request->start);
  else if (entry == ANNUAL)
    {
      request->annual_known = TRUE;
      request->annual.minor = value->integer;
      request->annual.currency = reading->currency != TENURE_CURRENCY_NONE ? reading->currency : currency;
    }
  else if (request->kind == TENURE_SCENARIO_EXTEND)
    take_length (request, value);
  else if (request->kind == TENURE_SCENARIO_UPLIFT)
    request->uplift_bp = (gint32) value->integer;
  else
    tenure_day_parse_iso (value->text, &request->day);
}

/* Whether what stands in an entry was read; @out_blank: nothing stands there. How it was understood is added to @understood,
 * but for what stays as it was typed. */
static gboolean
read_entry (TenureScenarioQuestion *self,
            TenureScenarioRequest *request,
            guint i,
            GString *understood,
            gboolean *out_blank,
            GError **error)
{
  const Entry *entry = &kinds[get_chosen (self)].entries[i];
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entries[i]));
  guint field = tenure_record_field_index (entry->type, entry->field);
  g_autofree char *words = NULL;
  TenureFieldReading reading;

  if (!tenure_field_text_read_last (entry->type, field, typed, self->currency, request->start, &reading, error))
    return FALSE;
  *out_blank = reading.value.kind == TENURE_VALUE_NULL;
  if (*out_blank)
    return TRUE;
  take_value (request, i, &reading, self->currency);
  words =
      tenure_field_text_dup_reading (&tenure_record_def (entry->type)->fields[field], &reading.value, self->currency, typed);
  if (i != TITLE)
    g_string_append_printf (understood, "%s%s", understood->len > 0 ? " · " : "", words);
  tenure_value_clear (&reading.value);
  return TRUE;
}

TenureScenarioRequest *
tenure_scenario_question_read (TenureScenarioQuestion *self, GError **error)
{
  guint chosen;
  g_autoptr (TenureScenarioRequest) request = NULL;
  g_autoptr (GString) understood = g_string_new (NULL);
  gboolean ok = TRUE, wants = FALSE;

  g_return_val_if_fail (TENURE_IS_SCENARIO_QUESTION (self) && self->agreements != NULL, NULL);

  chosen = get_chosen (self);
  request = tenure_scenario_request_new (kinds[chosen].kind, self->agreements);
  for (guint i = 0; i < N_ENTRIES && ok; i++)
    {
      gboolean blank = FALSE;

      if (kinds[chosen].entries[i].label == NULL)
        continue;
      ok = read_entry (self, request, i, understood, &blank, error);
      /* Of a new agreement the value may be unknown. */
      wants = wants || (blank && i != ANNUAL);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), understood->len > 0 ? understood->str : NULL);
  return ok && !wants ? g_steal_pointer (&request) : NULL;
}

/* --- Asking --------------------------------------------------------------------------------------------------- */

static void
changed_cb (TenureScenarioQuestion *self)
{
  if (!self->changing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
activated_cb (TenureScenarioQuestion *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
show_entry (TenureScenarioQuestion *self, guint i, const Entry *entry)
{
  gtk_widget_set_visible (GTK_WIDGET (self->entries[i]), entry->label != NULL);
  if (entry->label == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[i]), _ (entry->label));
  gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), *entry->usual != '\0' ? _ (entry->usual) : "");
}

static void
kind_changed_cb (TenureScenarioQuestion *self)
{
  guint chosen = get_chosen (self);
  gboolean changing = self->changing;

  self->changing = TRUE;
  for (guint i = 0; i < N_ENTRIES; i++)
    show_entry (self, i, &kinds[chosen].entries[i]);
  self->changing = changing;
  changed_cb (self);
}

static void
offer_kinds (TenureScenarioQuestion *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = self->agreements->len;

  g_array_set_size (self->offered, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (n >= kinds[i].least && (kinds[i].most == 0 || n <= kinds[i].most))
      {
        g_array_append_val (self->offered, i);
        gtk_string_list_append (names, _ (kinds[i].label));
      }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
}

void
tenure_scenario_question_set_agreements (TenureScenarioQuestion *self, GArray *agreements, TenureCurrency currency)
{
  g_return_if_fail (TENURE_IS_SCENARIO_QUESTION (self) && agreements->len > 0 && self->agreements == NULL);

  self->agreements = g_array_ref (agreements);
  self->currency = currency;
  self->changing = TRUE;
  offer_kinds (self);
  kind_changed_cb (self);
  self->changing = FALSE;
}

void
tenure_scenario_question_move_end (TenureScenarioQuestion *self, TenureDay day)
{
  g_autofree char *label = tenure_day_dup_label (day);

  g_return_if_fail (TENURE_IS_SCENARIO_QUESTION (self));

  for (guint i = 0; i < self->offered->len; i++)
    if (kinds[g_array_index (self->offered, guint, i)].kind == TENURE_SCENARIO_MOVE_END)
      adw_combo_row_set_selected (self->kind, i);
  gtk_editable_set_text (GTK_EDITABLE (self->entries[AMOUNT]), label);
}

void
tenure_scenario_question_clear (TenureScenarioQuestion *self)
{
  g_return_if_fail (TENURE_IS_SCENARIO_QUESTION (self));

  self->changing = TRUE;
  adw_combo_row_set_selected (self->kind, 0);
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), "");
  self->changing = FALSE;
  changed_cb (self);
}

void
tenure_scenario_question_grab_focus (TenureScenarioQuestion *self)
{
  g_return_if_fail (TENURE_IS_SCENARIO_QUESTION (self));

  for (guint i = 0; i < N_ENTRIES; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->entries[i])))
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->entries[i]));
        return;
      }
  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
}

/* --- Object --------------------------------------------------------------------------------------------------- */

static void
tenure_scenario_question_finalize (GObject *object)
{
  TenureScenarioQuestion *self = TENURE_SCENARIO_QUESTION (object);

  g_clear_pointer (&self->agreements, g_array_unref);
  g_array_unref (self->offered);
  G_OBJECT_CLASS (tenure_scenario_question_parent_class)->finalize (object);
}

static void
tenure_scenario_question_class_init (TenureScenarioQuestionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenure_scenario_question_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenure_scenario_question_init (TenureScenarioQuestion *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->offered = g_array_new (FALSE, FALSE, sizeof (guint));
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind), _ ("Change"));
  adw_preferences_group_add (group, GTK_WIDGET (self->kind));
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_changed_cb), self);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      self->entries[i] = ADW_ENTRY_ROW (adw_entry_row_new ());
      adw_preferences_group_add (group, GTK_WIDGET (self->entries[i]));
      g_signal_connect_swapped (self->entries[i], "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (self->entries[i], "entry-activated", G_CALLBACK (activated_cb), self);
    }
}
