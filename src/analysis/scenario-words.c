#include "config.h"
#include "analysis/scenario-words.h"

#include "base/hundredths.h"
#include "base/count.h"
#include "base/i18n.h"

/* A step of history is called by so many of its changes; the others are counted. */
#define MOST_NAMED 10u

static char *
dup_name (const TenureFacts *facts, TenureId id)
{
  int index = tenure_facts_find_agreement (facts, id);

  return index >= 0 ? tenure_facts_dup_agreement_name (facts, (guint) index) : g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static char *
dup_uplift (const char *name, gint32 uplift_bp)
{
  g_autofree char *rate = tenure_hundredths_dup_text (ABS (uplift_bp));

  return uplift_bp < 0 ? g_strdup_printf (_ ("Lower the price of “%1$s” by %2$s %%"), name, rate)
                       : g_strdup_printf (_ ("Raise the price of “%1$s” by %2$s %%"), name, rate);
}

static char *
dup_merge (const TenureFacts *facts, const char *name, const TenureScenarioChange *change)
{
  g_autoptr (GString) others = g_string_new (NULL);
  g_autofree char *end = tenure_day_dup_label (change->day);

  for (guint i = 0; i < change->n_others; i++)
    {
      g_autofree char *other = dup_name (facts, change->others[i]);

      /* Translators: the names of agreements behind each other: “Befriending”, “Advice line”. */
      g_string_append_printf (others, i > 0 ? _ (", “%s”") : _ ("“%s”"), other);
    }
  /* Translators: the agreement that stays, the others in quotation marks, and the last day of what they become. */
  return g_strdup_printf (_ ("Merge into “%1$s”: %2$s, to %3$s"), name, others->str, end);
}

static char *
dup_add (const TenureScenarioChange *change)
{
  g_autofree char *start = tenure_day_dup_label (change->start);
  g_autofree char *end = tenure_day_dup_label (change->day);

  return g_strdup_printf (_ ("Add “%1$s”, %2$s to %3$s"), change->title, start, end);
}

char *
tenure_scenario_change_dup_label (const TenureFacts *facts, const TenureScenarioChange *change)
{
  g_autofree char *name = NULL, *day = NULL;

  g_return_val_if_fail (facts != NULL && change != NULL, NULL);

  if (change->kind == TENURE_SCENARIO_ADD)
    return dup_add (change);
  name = dup_name (facts, change->agreement);
  switch (change->kind)
    {
    case TENURE_SCENARIO_EXTEND:
      return g_strdup_printf (
          ngettext ("Extend “%1$s” by %2$d month", "Extend “%1$s” by %2$d months", (gulong) change->months), name,
          change->months);
    case TENURE_SCENARIO_EXERCISE:
      return g_strdup_printf (_ ("Take up the next option of “%s”"), name);
    case TENURE_SCENARIO_UPLIFT:
      return dup_uplift (name, change->uplift_bp);
    case TENURE_SCENARIO_MERGE:
      return dup_merge (facts, name, change);
    case TENURE_SCENARIO_MOVE_END:
      day = tenure_day_dup_label (change->day);
      return g_strdup_printf (_ ("Move the end of “%1$s” to %2$s"), name, day);
    case TENURE_SCENARIO_END_EARLY:
      day = tenure_day_dup_label (change->day);
      return g_strdup_printf (_ ("End “%1$s” early on %2$s"), name, day);
    case TENURE_SCENARIO_ADD:
    default:
      g_assert_not_reached ();
    }
}

char *
tenure_scenario_dup_label (const TenureFacts *facts, const TenureScenarioChange *changes, guint n)
{
  g_autoptr (GString) all = g_string_new (NULL);

  g_return_val_if_fail (facts != NULL && changes != NULL && n > 0, NULL);

  for (guint i = 0; i < MIN (n, MOST_NAMED); i++)
    {
      g_autofree char *label = tenure_scenario_change_dup_label (facts, &changes[i]);

      g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", label);
    }
  if (n > MOST_NAMED)
    {
      g_autofree char *more =
          tenure_count_dup_words (ngettext ("%s more change", "%s more changes", n - MOST_NAMED), n - MOST_NAMED);

      g_string_append_printf (all, "; %s", more);
    }
  if (n == 1)
    return g_string_free (g_steal_pointer (&all), FALSE);
  /* Translators: a step of history that makes several changes, which are listed behind each other. */
  return g_strdup_printf (_ ("Scenario: %s"), all->str);
}
