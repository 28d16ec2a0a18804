#include "config.h"
#include "analysis/effects.h"

#include "base/count.h"
#include "base/i18n.h"

static void
effect_free (gpointer data)
{
  TenureEffect *effect = data;

  g_free (effect->label);
  g_free (effect->before);
  g_free (effect->after);
  g_free (effect);
}

void
tenure_effects_free (TenureEffects *effects)
{
  if (effects == NULL)
    return;
  g_ptr_array_unref (effects->figures);
  g_free (effects);
}

/* --- Figures -------------------------------------------------------------------------------------------------- */

/* A line where the words differ. Takes @before and @after. */
static void
add_line (TenureEffects *effects, const char *label, char *before, char *after)
{
  TenureEffect *effect = g_new (TenureEffect, 1);

  *effect = (TenureEffect){ g_strdup (label), before, after };
  if (g_str_equal (before, after))
    effect_free (effect);
  else
    g_ptr_array_add (effects->figures, effect);
}

static void
add_count (TenureEffects *effects, const char *label, guint before, guint after)
{
  add_line (effects, label, tenure_count_dup_label (before), tenure_count_dup_label (after));
}

/* Sums in whole pounds, as under the register. */
static char *
dup_number (const TenureFigure *figure)
{
  if (figure->kind == TENURE_FIGURE_INTEGER && figure->unit == TENURE_FIGURE_UNIT_MINOR)
    return tenure_money_dup_label ((TenureMoney){ figure->integer, figure->currency }, TRUE);
  return tenure_figure_dup_label (figure);
}

/* How much is known is said where that changes: a sum that grows because more is recorded is no more money. */
static char *
dup_figure (const TenureFigure *figure, const TenureFigure *other)
{
  g_autofree char *label = dup_number (figure);
  g_autofree char *coverage = tenure_figure_dup_coverage (figure);

  if (figure->of == 0)
    return g_steal_pointer (&coverage);
  if (figure->unit == TENURE_FIGURE_UNIT_RATIO || (figure->known == other->known && figure->of == other->of))
    return g_steal_pointer (&label);
  /* Translators: a figure and how much of it is known: "£1,200,000 (180 of 214 known)". */
  return g_strdup_printf (_ ("%1$s (%2$s)"), label, coverage);
}

static void
add_figure (TenureEffects *effects, const char *label, TenureFigure before, TenureFigure after)
{
  if (before.kind != TENURE_FIGURE_CANNOT_TELL || after.kind != TENURE_FIGURE_CANNOT_TELL)
    add_line (effects, label, dup_figure (&before, &after), dup_figure (&after, &before));
}

/* The sum of the main currency; nothing where nothing that runs has a value. */
static TenureFigure
annual_of (const TenurePortfolio *portfolio)
{
  if (portfolio->annual->len > 0)
    return tenure_portfolio_annual (portfolio, 0);
  return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, portfolio->n_running);
}

static TenureFigure
secured_of (const TenurePortfolio *portfolio)
{
  if (portfolio->currency == TENURE_CURRENCY_NONE)
    return tenure_figure_cannot_tell (TENURE_FIGURE_UNIT_MINOR, 0, portfolio->horizon_of);
  return tenure_figure_sum (portfolio->horizon[12].secured, portfolio->currency, portfolio->secured_told,
                            portfolio->horizon_of);
}

static const char *
band_label (TenureBand band)
{
  switch (band)
    {
    case TENURE_BAND_LE12:
      return _ ("Terms of 12 months or less");
    case TENURE_BAND_GT12_LT36:
      return _ ("Terms of more than 12 and less than 36 months");
    case TENURE_BAND_GE36:
      return _ ("Terms of 36 months or more");
    case TENURE_BAND_OPEN:
      return _ ("Open-ended");
    default:
      return _ ("Term not known");
    }
}

static void
find_figures (TenureEffects *effects, const TenureAnalysis *before, const TenureAnalysis *after)
{
  const TenurePortfolio *was = before->portfolio, *is = after->portfolio;

  add_count (effects, _ ("Agreements with the {sector}"), was->n_agreements, is->n_agreements);
  add_count (effects, _ ("Running"), was->n_running, is->n_running);
  add_figure (effects, _ ("Yearly value"), annual_of (was), annual_of (is));
  for (int band = 0; band < TENURE_N_BANDS; band++)
    add_count (effects, band_label ((TenureBand) band), was->bands[band].count, is->bands[band].count);
  add_count (effects, _ ("End within 12 months and are not renewed"), was->cliff_count, is->cliff_count);
  add_figure (effects, _ ("Yearly value secured 12 months ahead"), secured_of (was), secured_of (is));
  add_figure (effects, _ ("Fields recorded"),
              tenure_completeness_share (&before->completeness->parts[TENURE_COMPLETENESS_AGREEMENTS]),
              tenure_completeness_share (&after->completeness->parts[TENURE_COMPLETENESS_AGREEMENTS]));
}

/* --- Flags ---------------------------------------------------------------------------------------------------- */

static guint
hash_flag (gconstpointer data)
{
  const TenureFlag *flag = data;

  return g_int64_hash (&flag->id) * 31 + flag->rule;
}

static gboolean
same_flag (gconstpointer a, gconstpointer b)
{
  const TenureFlag *left = a, *right = b;

  return left->id == right->id && left->rule == right->rule && left->record_type == right->record_type;
}

static gboolean
is_fired (const TenureFlag *flag)
{
  return flag->level > TENURE_LEVEL_CANNOT_TELL;
}

/* One rule on one record; NULL: nothing is said of it. */
static void
count_change (TenureFlagChange *change, const TenureFlag *before, const TenureFlag *after)
{
  gboolean was = before != NULL && is_fired (before), is = after != NULL && is_fired (after);
  gboolean was_untold = before != NULL && !was, is_untold = after != NULL && !is;

  change->come += !was && is;
  change->gone += was && !is;
  change->worse += was && is && after->level > before->level;
  change->better += was && is && after->level < before->level;
  change->told += was_untold && !is_untold;
  change->no_longer_told += !was_untold && is_untold;
}

static void
count (TenureEffects *effects, const TenureFlag *before, const TenureFlag *after)
{
  const TenureFlag *flag = before != NULL ? before : after;

  count_change (&effects->flags, before, after);
  count_change (&effects->rules[flag->rule], before, after);
}

static gboolean
is_counted (const TenureAnalysis *analysis, const TenureFlag *flag)
{
  return !analysis->borrows || flag->record_type != TENURE_RECORD_PORTFOLIO;
}

static void
find_flags (TenureEffects *effects, const TenureAnalysis *before, const TenureAnalysis *after)
{
  g_autoptr (GHashTable) now = g_hash_table_new (hash_flag, same_flag);
  GHashTableIter left;
  gpointer flag;

  for (guint i = 0; i < after->flags->n_flags; i++)
    if (is_counted (after, &after->flags->flags[i]))
      g_hash_table_add (now, &after->flags->flags[i]);
  for (guint i = 0; i < before->flags->n_flags; i++)
    {
      const TenureFlag *was = &before->flags->flags[i];

      if (!is_counted (before, was))
        continue;
      count (effects, was, g_hash_table_lookup (now, was));
      g_hash_table_remove (now, was);
    }
  g_hash_table_iter_init (&left, now);
  while (g_hash_table_iter_next (&left, &flag, NULL))
    count (effects, NULL, flag);
}

TenureEffects *
tenure_effects_new (const TenureAnalysis *before, const TenureAnalysis *after)
{
  TenureEffects *effects;

  g_return_val_if_fail (before != NULL && after != NULL && before->as_of == after->as_of, NULL);

  effects = g_new0 (TenureEffects, 1);
  effects->figures = g_ptr_array_new_with_free_func (effect_free);
  find_figures (effects, before, after);
  find_flags (effects, before, after);
  return effects;
}

/* --- Words ---------------------------------------------------------------------------------------------------- */

/* Takes @words; of none, they say nothing. */
static void
append (GString *text, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
  g_free (words);
}

char *
tenure_flag_change_dup_label (const TenureFlagChange *change)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: all of these are of flags: "29 go, 3 come, 2 get worse". */
  append (text, change->gone, tenure_count_dup_words (ngettext ("%s goes", "%s go", change->gone), change->gone));
  append (text, change->come, tenure_count_dup_words (ngettext ("%s comes", "%s come", change->come), change->come));
  append (text, change->worse,
          tenure_count_dup_words (ngettext ("%s gets worse", "%s get worse", change->worse), change->worse));
  append (text, change->better,
          tenure_count_dup_words (ngettext ("%s gets better", "%s get better", change->better), change->better));
  /* Translators: of flags that lacked a field to be judged by. */
  append (text, change->told,
          tenure_count_dup_words (ngettext ("%s can be told now", "%s can be told now", change->told), change->told));
  append (text, change->no_longer_told,
          tenure_count_dup_words (ngettext ("%s can no longer be told", "%s can no longer be told", change->no_longer_told),
                                  change->no_longer_told));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
