#include "config.h"
#include "analysis/flag-moves.h"

#include "base/count.h"

#include "base/i18n.h"

#include <string.h>

/* Flags in the order of what they are of; of the whole portfolio there is one a rule. */
static int
compare_flags (const TenureFlag *a, const TenureFlag *b)
{
  if (a->rule != b->rule)
    return a->rule < b->rule ? -1 : 1;
  if (a->record_type != b->record_type)
    return a->record_type < b->record_type ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return compare_flags (*(const TenureFlag *const *) a, *(const TenureFlag *const *) b);
}

static GPtrArray *
sorted (const TenureFlags *flags)
{
  GPtrArray *order = g_ptr_array_sized_new (flags->n_flags);

  for (guint i = 0; i < flags->n_flags; i++)
    g_ptr_array_add (order, &flags->flags[i]);
  g_ptr_array_sort (order, compare_places);
  return order;
}

static TenureLevel
level_of (const TenureFlag *flag)
{
  return flag != NULL ? (TenureLevel) flag->level : TENURE_LEVEL_NONE;
}

GArray *
tenure_flag_moves_list (const TenureFlags *before, const TenureFlags *after)
{
  GArray *list;
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) new = NULL;
  guint i = 0, n = 0;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  list = g_array_new (FALSE, FALSE, sizeof (TenureFlagMove));
  old = sorted (before);
  new = sorted (after);
  while (i < old->len || n < new->len)
    {
      const TenureFlag *left = i < old->len ? old->pdata[i] : NULL, *right = n < new->len ? new->pdata[n] : NULL;
      int order = left == NULL ? 1 : right == NULL ? -1 : compare_flags (left, right);
      TenureFlagMove move = { order <= 0 ? left : NULL, order >= 0 ? right : NULL };

      if (level_of (move.before) != level_of (move.after))
        g_array_append_val (list, move);
      i += order <= 0;
      n += order >= 0;
    }
  return list;
}

TenureFlagMoves *
tenure_flag_moves_new (const TenureFlags *before, const TenureFlags *after)
{
  TenureFlagMoves *moves;
  g_autoptr (GArray) list = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  moves = g_new0 (TenureFlagMoves, 1);
  list = tenure_flag_moves_list (before, after);
  for (guint i = 0; i < list->len; i++)
    {
      const TenureFlagMove *move = &g_array_index (list, TenureFlagMove, i);
      const TenureFlag *flag = move->before != NULL ? move->before : move->after;

      moves->n[flag->rule][level_of (move->before)][level_of (move->after)]++;
    }
  return moves;
}

gboolean
tenure_flag_moves_any (const TenureFlagMoves *moves)
{
  static const TenureFlagMoves nothing;

  return memcmp (moves, &nothing, sizeof nothing) != 0;
}

/* --- Words --- */

/* "3 red, 1 amber", of those that come or go, worst first. */
static char *
dup_levels (const guint (*n)[TENURE_LEVEL_RED + 1], gboolean come)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int level = TENURE_LEVEL_RED; level > TENURE_LEVEL_NONE; level--)
    {
      guint number = come ? n[TENURE_LEVEL_NONE][level] : n[level][TENURE_LEVEL_NONE];

      if (number == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      tenure_count_append (text, number);
      g_string_append_printf (text, " %s", tenure_level_label ((TenureLevel) level));
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
add_part (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", part);
}

static void
add_turns (GString *text, const guint (*n)[TENURE_LEVEL_RED + 1])
{
  for (int from = TENURE_LEVEL_RED; from > TENURE_LEVEL_NONE; from--)
    for (int to = TENURE_LEVEL_RED; to > TENURE_LEVEL_NONE; to--)
      {
        g_autofree char *number = NULL, *part = NULL;

        if (n[from][to] == 0)
          continue;
        number = tenure_count_dup_label (n[from][to]);
        /* Translators: how many flags, then two levels: "4 from amber to red". */
        part = g_strdup_printf (_ ("%1$s from %2$s to %3$s"), number, tenure_level_label ((TenureLevel) from),
                                tenure_level_label ((TenureLevel) to));
        add_part (text, part);
      }
}

char *
tenure_flag_moves_dup_label (const TenureFlagMoves *moves, TenureRuleId rule)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *come = NULL, *go = NULL;

  g_return_val_if_fail (moves != NULL && rule < TENURE_N_RULES, NULL);

  come = dup_levels (moves->n[rule], TRUE);
  go = dup_levels (moves->n[rule], FALSE);
  if (come != NULL)
    {
      /* Translators: flags that come: "3 red, 1 amber more". */
      g_autofree char *part = g_strdup_printf (_ ("%s more"), come);

      add_part (text, part);
    }
  if (go != NULL)
    {
      /* Translators: flags that go: "2 amber fewer". */
      g_autofree char *part = g_strdup_printf (_ ("%s fewer"), go);

      add_part (text, part);
    }
  add_turns (text, moves->n[rule]);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
