#include "config.h"
#include "cli/scenario-script.h"

#include "analysis/scenario-words.h"
#include "base/count.h"
#include "base/error.h"
#include "base/hundredths.h"
#include "base/i18n.h"
#include "base/ratio.h"

#include <string.h>

/* One line while it is read. */
typedef struct
{
  const TenureReading *reading;
  TenureScenarioChange change;
  char **words;
  guint n_words;
  GPtrArray *ids; /* of GArray: what the change borrows */
} Line;

static gboolean
fail (GError **error, const char *format, const char *word)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, format, word);
#pragma GCC diagnostic pop
  return FALSE;
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

static gboolean
find_record (const Line *line, const char *name, TenureRecordType type, TenureId *out_id, GError **error)
{
  TenureRecordName record;

  if (!tenure_reading_find_record (line->reading, name, &record, error))
    return FALSE;
  if (record.type != type)
    return fail (error,
                 type == TENURE_RECORD_AGREEMENT ? _ ("“%s” is no agreement. Name one by its number, reference or title.")
                                                 : _ ("“%s” is no organisation. Name one by its number or name."),
                 name);
  *out_id = record.id;
  return TRUE;
}

static gboolean
read_day (const char *word, TenureDay *out_day, GError **error)
{
  return tenure_day_parse_iso (word, out_day)
         || fail (error, _ ("“%s” is no date. Write it as year, month and day: 2027-06-30."), word);
}

/* "12 months", "2 years". */
static gboolean
read_months (Line *line, GError **error)
{
  gint64 number;
  int each;

  if (line->n_words != 4 || !g_ascii_string_to_signed (line->words[2], 10, 1, TENURE_SCENARIO_MAX_MONTHS, &number, NULL))
    return fail (error, "%s", _ ("Write how much longer, up to 100 years: extend REF 12 months."));
  if (g_str_equal (line->words[3], "months") || g_str_equal (line->words[3], "month"))
    each = 1;
  else if (g_str_equal (line->words[3], "years") || g_str_equal (line->words[3], "year"))
    each = 12;
  else
    return fail (error, _ ("“%s” is neither months nor years."), line->words[3]);
  line->change.months = (int) number * each;
  return line->change.months <= TENURE_SCENARIO_MAX_MONTHS
         || fail (error, "%s", _ ("Write how much longer, up to 100 years: extend REF 12 months."));
}

/* "3.5 %", "3.5%", "-2 %". */
static gboolean
read_uplift (Line *line, GError **error)
{
  const char *word = line->n_words >= 3 ? line->words[2] : "";
  gboolean negative = *word == '-', apart = line->n_words == 4 && g_str_equal (line->words[3], "%");
  gint64 hundredths = 0;
  gboolean read =
      (apart && tenure_hundredths_parse (word + negative, '\0', &hundredths))
      || (line->n_words == 3 && g_str_has_suffix (word, "%") && tenure_hundredths_parse (word + negative, '%', &hundredths));

  if (!read || hundredths > TENURE_SCENARIO_MAX_UPLIFT_BP || (negative && hundredths >= TENURE_WHOLE_BP))
    return fail (error, "%s", _ ("Write the uplift in per cent, above -100 and at most 1,000: uplift REF 3.5 %."));
  line->change.uplift_bp = (gint32) (negative ? -hundredths : hundredths);
  return TRUE;
}

/* With as many decimals as pounds have; other currencies have more or fewer of them. */
static gboolean
read_amount (Line *line, const char *word, GError **error)
{
  gint64 hundredths;

  if (!tenure_hundredths_parse (word, '\0', &hundredths))
    return fail (error, _ ("“%s” is no amount. Write digits and at most two after a point: 12000.50."), word);
  line->change.annual_minor = hundredths;
  line->change.annual_known = TRUE;
  return TRUE;
}

static gboolean
convert_amount (TenureScenarioChange *change, GError **error)
{
  int digits = tenure_currency_digits (change->currency);

  if (!change->annual_known || digits == 2)
    return TRUE;
  for (; digits > 2; digits--)
    change->annual_minor *= 10;
  for (; digits < 2; digits++)
    {
      if (change->annual_minor % 10 != 0)
        return fail (error, "%s", _ ("The amount has more decimals than its currency."));
      change->annual_minor /= 10;
    }
  return TRUE;
}

/* --- Changes -------------------------------------------------------------------------------------------------- */

static gboolean
read_end (Line *line, GError **error)
{
  return line->n_words == 3 ? read_day (line->words[2], &line->change.day, error)
                            : fail (error, _ ("Write the agreement and its last day: %s REF 2027-06-30."), line->words[0]);
}

static gboolean
read_merge (Line *line, GError **error)
{
  guint n = line->n_words;
  GArray *others;

  if (n < 5 || !g_str_equal (line->words[n - 2], "to"))
    return fail (error, "%s", _ ("Write two agreements or more, and the last day: merge REF REF to 2030-03-31."));
  others = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_ptr_array_add (line->ids, others);
  for (guint i = 2; i < n - 2; i++)
    {
      TenureId id;

      if (!find_record (line, line->words[i], TENURE_RECORD_AGREEMENT, &id, error))
        return FALSE;
      g_array_append_val (others, id);
    }
  line->change.others = (const TenureId *) (gpointer) others->data;
  line->change.n_others = others->len;
  return read_day (line->words[n - 1], &line->change.day, error);
}

static gboolean
read_pair (Line *line, const char *key, const char *word, GError **error)
{
  if (g_str_equal (key, "like"))
    return find_record (line, word, TENURE_RECORD_AGREEMENT, &line->change.like, error);
  if (g_str_equal (key, "provider"))
    return find_record (line, word, TENURE_RECORD_ORGANISATION, &line->change.provider, error);
  if (g_str_equal (key, "funder"))
    return find_record (line, word, TENURE_RECORD_ORGANISATION, &line->change.funder, error);
  if (g_str_equal (key, "from"))
    return read_day (word, &line->change.start, error);
  if (g_str_equal (key, "to"))
    return read_day (word, &line->change.day, error);
  if (g_str_equal (key, "yearly"))
    return read_amount (line, word, error);
  if (!g_str_equal (key, "currency"))
    return fail (error,
                 _ ("“%s” says nothing of an agreement. What may be said: like, provider, funder, from, to, yearly, "
                    "currency."),
                 key);
  line->change.currency = tenure_currency_from_code (word);
  return line->change.currency != TENURE_CURRENCY_NONE
         || fail (error, _ ("“%s” is no currency. Write three letters: GBP."), word);
}

/* Where nobody says it: as the agreement it is like, else as most of the portfolio. */
static TenureCurrency
usual_currency (const Line *line)
{
  const TenureFacts *facts = line->reading->facts;
  int like = line->change.like != TENURE_ID_NONE ? tenure_facts_find_agreement (facts, line->change.like) : -1;
  TenureCurrency currency = like >= 0 ? facts->agreements[like].currency : TENURE_CURRENCY_NONE;

  return currency != TENURE_CURRENCY_NONE ? currency : line->reading->analysis->portfolio->currency;
}

static gboolean
read_add (Line *line, GError **error)
{
  TenureScenarioChange *change = &line->change;

  change->title = line->words[1];
  change->start = change->day = TENURE_DAY_NONE;
  for (guint i = 2; i < line->n_words; i += 2)
    {
      if (i + 1 == line->n_words)
        return fail (error, _ ("Nothing stands behind “%s”."), line->words[i]);
      if (!read_pair (line, line->words[i], line->words[i + 1], error))
        return FALSE;
    }
  if (!tenure_day_is_known (change->start) || !tenure_day_is_known (change->day)
      || (change->like == TENURE_ID_NONE && change->provider == TENURE_ID_NONE))
    return fail (error, "%s",
                 _ ("Write who provides it, or what it is like, and its days: add TITLE provider NAME from 2027-04-01 to "
                    "2030-03-31 yearly 12000."));
  if (change->currency == TENURE_CURRENCY_NONE)
    change->currency = usual_currency (line);
  return convert_amount (change, error);
}

static gboolean
read_exercise (Line *line, GError **error)
{
  return line->n_words == 2 || fail (error, "%s", _ ("Write the agreement and nothing behind it: exercise REF."));
}

static const struct
{
  const char *word;
  TenureScenarioKind kind;
  gboolean (*read) (Line *line, GError **error);
} kinds[] = {
  { "extend", TENURE_SCENARIO_EXTEND, read_months },
  { "exercise", TENURE_SCENARIO_EXERCISE, read_exercise },
  { "uplift", TENURE_SCENARIO_UPLIFT, read_uplift },
  { "move-end", TENURE_SCENARIO_MOVE_END, read_end },
  { "end-early", TENURE_SCENARIO_END_EARLY, read_end },
  { "merge", TENURE_SCENARIO_MERGE, read_merge },
  { "add", TENURE_SCENARIO_ADD, read_add },
};

static gboolean
read_change (Line *line, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!g_str_equal (kinds[i].word, line->words[0]))
        continue;
      line->change.kind = kinds[i].kind;
      if (line->n_words < 2)
        return fail (error, _ ("Nothing stands behind “%s”."), line->words[0]);
      return (line->change.kind == TENURE_SCENARIO_ADD
              || find_record (line, line->words[1], TENURE_RECORD_AGREEMENT, &line->change.agreement, error))
             && kinds[i].read (line, error);
    }
  return fail (error, _ ("“%s” is no change. The changes are extend, exercise, uplift, move-end, end-early, merge and add."),
               line->words[0]);
}

/* --- The file ------------------------------------------------------------------------------------------------- */

/* What is read so far; the changes borrow @words and @ids. */
typedef struct
{
  GArray *changes, *lines;
  GPtrArray *texts, *words, *ids;
} Reading;

static gboolean
read_line (Reading *script, const TenureReading *reading, guint number, const char *text, GError **error)
{
  Line line = { .reading = reading, .ids = script->ids };
  g_autoptr (GError) failure = NULL;
  int n = 0;

  if (!g_shell_parse_argv (text, &n, &line.words, &failure))
    return g_error_matches (failure, G_SHELL_ERROR, G_SHELL_ERROR_EMPTY_STRING)
           || fail (
               error, "%s",
               _ ("A quotation mark has no other that closes it. Titles with spaces or an apostrophe stand in quotation "
                  "marks: \"St Mary's advice\"."));
  line.n_words = (guint) n;
  g_ptr_array_add (script->words, line.words);
  if (!read_change (&line, error))
    return FALSE;
  g_array_append_val (script->changes, line.change);
  g_array_append_val (script->lines, number);
  g_ptr_array_add (script->texts, g_strdup (text));
  return TRUE;
}

static void
read_lines (Reading *script, const TenureReading *reading, const char *path, char **lines, GPtrArray *faults)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      g_strstrip (lines[i]);
      if (!read_line (script, reading, i + 1, lines[i], &error))
        /* Translators: a file, the number of a line in it, and what is wrong there. */
        g_ptr_array_add (faults, g_strdup_printf (_ ("%1$s:%2$u: %3$s"), path, i + 1, error->message));
    }
}

static char *
read_text (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, &failure))
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("%s cannot be read: %s"), path, failure->message);
  else if (length > TENURE_SCENARIO_SCRIPT_MAX_BYTES)
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_RANGE, _ ("%s is too long for a script of changes."), path);
  else if (!g_utf8_validate_len (text, length, NULL))
    g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("%s is no text. Write one change a line, as UTF-8."), path);
  else
    return g_steal_pointer (&text);
  return NULL;
}

static TenureScenarioScript *
finish (Reading *read)
{
  TenureScenarioScript *script = g_new0 (TenureScenarioScript, 1);

  script->n = read->changes->len;
  script->changes = (TenureScenarioChange *) (gpointer) g_array_free (read->changes, FALSE);
  script->lines = (guint *) (gpointer) g_array_free (read->lines, FALSE);
  script->texts = read->texts;
  script->words = read->words;
  script->ids = read->ids;
  script->wants = g_ptr_array_new_with_free_func (g_free);
  return script;
}

TenureScenarioScript *
tenure_scenario_script_read (const char *path, const TenureReading *reading, GPtrArray *faults, GError **error)
{
  g_autofree char *text = read_text (path, error);
  g_auto (GStrv) lines = NULL;
  g_autoptr (TenureScenarioScript) script = NULL;
  Reading read;

  if (text == NULL)
    return NULL;
  read = (Reading){
    .changes = g_array_new (FALSE, FALSE, sizeof (TenureScenarioChange)),
    .lines = g_array_new (FALSE, FALSE, sizeof (guint)),
    .texts = g_ptr_array_new_with_free_func (g_free),
    .words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev),
    .ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
  };
  lines = g_strsplit (text, "\n", -1);
  read_lines (&read, reading, path, lines, faults);
  script = finish (&read);
  if (faults->len > 0)
    {
      g_set_error (error, TENURE_ERROR, TENURE_ERROR_INVALID, _ ("%s is not followed; nothing was tried."), path);
      return NULL;
    }
  return g_steal_pointer (&script);
}

/* --- A scenario that is kept ---------------------------------------------------------------------------------- */

static TenureScenarioKept *
load_kept (const char *name, const TenureReading *reading, GError **error)
{
  TenureReader *reader = tenure_document_get_reader (reading->document);
  TenureId id = tenure_scenario_kept_find (reader, name);

  if (id != TENURE_ID_NONE)
    return tenure_scenario_kept_load (reader, id, error);
  g_set_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND, _ ("The document keeps no scenario called “%s”."), name);
  return NULL;
}

TenureScenarioScript *
tenure_scenario_script_new_kept (const char *name, const TenureReading *reading, GError **error)
{
  g_autoptr (TenureScenarioKept) kept = load_kept (name, reading, error);
  TenureScenarioScript *script;

  if (kept == NULL)
    return NULL;
  script = g_new0 (TenureScenarioScript, 1);
  script->made = tenure_scenario_changes_new (kept->requests, reading->facts);
  script->n = script->made->n;
  script->changes = script->made->changes;
  script->lines = g_new (guint, script->n);
  script->texts = g_ptr_array_new_with_free_func (g_free);
  script->wants = g_ptr_array_ref (script->made->problems);
  script->kept = kept->id;
  if (kept->n_unread > 0)
    g_ptr_array_add (
        script->wants,
        tenure_count_dup_words (ngettext ("%s change that this version does not know is left out.",
                                          "%s changes that this version does not know are left out.", kept->n_unread),
                                kept->n_unread));
  for (guint i = 0; i < script->n; i++)
    {
      script->lines[i] = i + 1;
      g_ptr_array_add (script->texts, tenure_scenario_change_dup_label (reading->facts, &script->changes[i]));
    }
  return script;
}

void
tenure_scenario_script_free (TenureScenarioScript *script)
{
  if (script == NULL)
    return;
  if (script->made == NULL)
    g_free (script->changes);
  tenure_scenario_changes_free (script->made);
  g_free (script->lines);
  g_ptr_array_unref (script->texts);
  g_ptr_array_unref (script->wants);
  g_clear_pointer (&script->words, g_ptr_array_unref);
  g_clear_pointer (&script->ids, g_ptr_array_unref);
  g_free (script);
}
