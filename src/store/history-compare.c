/* Putting the steps of a stretch of history together, record by record.
 *
 * Every row of the stretch is noted by its place, 40 bytes each, and sorted by record; a record's fate is the first and the
 * last of its rows. Values are looked at where a record was changed more than once, words are made only of the records that
 * are asked for. So the 300,000 rows of a large import cost their sorting, and no copy of the document is made. */

#include "config.h"
#include "store/history-compare.h"

#include "base/error.h"
#include "store/history-log-private.h"
#include "store/history-scope-private.h"

#include "base/i18n.h"
#include <string.h>

/* A row, and whether a person who is asked for made it. */
typedef struct
{
  TenureHistoryRow row;
  gboolean asked;
} Piece;

/* The pieces of one record, which lie side by side. */
typedef struct
{
  guint first, n;
  TenureDifferenceKind kind;
} Fate;

typedef struct
{
  TenureReader *reader;
  const TenureHistoryFilter *filter;
  TenureHistoryNames *names;
  TenureHistoryScope scope;
  GPtrArray *changesets; /* of GBytes: what the pieces lie in */
  GArray *pieces;        /* Piece */
  GArray *fates;         /* Fate, of records that differ */
  gboolean settings;
} Comparing;

/* A record's columns before and after; as many as its table has today. */
typedef struct
{
  guint n_columns;
  TenureChangesetValue *before, *after;
} Sides;

static void
comparing_clear (Comparing *comparing)
{
  tenure_history_scope_clear (&comparing->scope);
  g_clear_pointer (&comparing->fates, g_array_unref);
  g_clear_pointer (&comparing->pieces, g_array_unref);
  g_clear_pointer (&comparing->changesets, g_ptr_array_unref);
  g_clear_pointer (&comparing->names, tenure_history_names_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparing, comparing_clear)

static void
sides_clear (Sides *sides)
{
  g_clear_pointer (&sides->before, g_free);
  g_clear_pointer (&sides->after, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sides, sides_clear)

static gboolean
comparing_init (Comparing *comparing, TenureReader *reader, const TenureHistoryFilter *filter, GError **error)
{
  comparing->reader = reader;
  comparing->filter = filter;
  comparing->names = tenure_history_names_new (reader);
  comparing->changesets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  comparing->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  comparing->fates = g_array_new (FALSE, FALSE, sizeof (Fate));
  return tenure_history_scope_init (&comparing->scope, filter, comparing->names, error);
}

/* --- Collecting ---------------------------------------------------------------------------------------------- */

static gboolean
collect_step (Comparing *comparing, gint64 seq, const char *author, GError **error)
{
  const TenureHistoryFilter *filter = comparing->filter;
  GBytes *bytes = tenure_history_log_load (tenure_reader_get_db (comparing->reader), seq, NULL, error);
  gboolean asked = filter->author == NULL || g_strcmp0 (filter->author, author) == 0;
  g_auto (TenureChangesetReader) row = { 0 };

  if (bytes == NULL)
    return FALSE;
  g_ptr_array_add (comparing->changesets, bytes);
  tenure_changeset_reader_init (&row, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (tenure_changeset_next (&row, NULL))
    {
      Piece piece = { .asked = asked };

      if (row.type == TENURE_RECORD_NONE)
        comparing->settings |= asked && filter->type == TENURE_RECORD_NONE && comparing->scope.wanted == NULL;
      if (!tenure_history_scope_has_row (&comparing->scope, &row))
        continue;
      piece.row = tenure_history_row_make (&row, bytes, seq);
      g_array_append_val (comparing->pieces, piece);
    }
  return TRUE;
}

static gboolean
collect (Comparing *comparing, GError **error)
{
  g_autoptr (GPtrArray) entries = tenure_history_list (comparing->reader, 0, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const TenureHistoryEntry *entry = entries->pdata[i];

      if (entry->state == TENURE_HISTORY_DONE && tenure_history_scope_has_step (&comparing->scope, entry->seq)
          && tenure_history_scope_may_touch (&comparing->scope, entry)
          && !collect_step (comparing, entry->seq, entry->author, error))
        return FALSE;
    }
  return entries != NULL;
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const TenureHistoryRow *left = &((const Piece *) a)->row, *right = &((const Piece *) b)->row;

  if (left->type != right->type)
    return left->type - right->type;
  if (left->id != right->id)
    return left->id > right->id ? 1 : -1;
  return (left->seq > right->seq) - (left->seq < right->seq);
}

/* --- Fates --------------------------------------------------------------------------------------------------- */

static const Piece *
piece_at (const Comparing *comparing, guint position)
{
  return &g_array_index (comparing->pieces, Piece, position);
}

/* What was there first stays on the one side, what came last on the other. */
static void
add_to_sides (Sides *sides, const TenureChangesetReader *row)
{
  for (guint i = 0; i < row->n_columns; i++)
    {
      if (row->old_values[i].present && !sides->before[i].present)
        sides->before[i] = row->old_values[i];
      if (row->new_values[i].present)
        sides->after[i] = row->new_values[i];
    }
}

/* Values borrow the changesets. */
static void
sides_init (Sides *sides, const Comparing *comparing, const Fate *fate)
{
  g_auto (TenureChangesetReader) row = { 0 };

  sides->n_columns = tenure_changeset_count_columns (piece_at (comparing, fate->first)->row.type);
  sides->before = g_new0 (TenureChangesetValue, sides->n_columns);
  sides->after = g_new0 (TenureChangesetValue, sides->n_columns);
  for (guint i = 0; i < fate->n; i++)
    {
      tenure_history_row_read (&piece_at (comparing, fate->first + i)->row, &row);
      add_to_sides (sides, &row);
    }
}

static gboolean
values_equal (const TenureChangesetValue *a, const TenureChangesetValue *b)
{
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == TENURE_VALUE_TEXT)
    return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
  return a->kind == TENURE_VALUE_NULL || a->integer == b->integer;
}

static gboolean
differs (const Sides *sides, guint column)
{
  const TenureChangesetValue *before = &sides->before[column], *after = &sides->after[column];

  return before->present && after->present && !values_equal (before, after);
}

/* The columns of fields alone: where a record came from is none of its fields. */
static gboolean
any_field_differs (const Comparing *comparing, const Fate *fate)
{
  TenureRecordType type = piece_at (comparing, fate->first)->row.type;
  g_auto (Sides) sides = { 0 };

  sides_init (&sides, comparing, fate);
  for (guint i = 0; i < tenure_record_def (type)->n_fields; i++)
    if (differs (&sides, tenure_changeset_column (type, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_asked_for (const Comparing *comparing, const Fate *fate)
{
  for (guint i = 0; i < fate->n; i++)
    if (piece_at (comparing, fate->first + i)->asked)
      return TRUE;
  return FALSE;
}

/* FALSE: there is no difference. */
static gboolean
decide (const Comparing *comparing, Fate *fate)
{
  gboolean was_there = piece_at (comparing, fate->first)->row.op != TENURE_ROW_INSERTED;
  gboolean is_there = piece_at (comparing, fate->first + fate->n - 1)->row.op != TENURE_ROW_DELETED;

  fate->kind = !was_there ? TENURE_DIFFERENCE_ADDED : !is_there ? TENURE_DIFFERENCE_DELETED : TENURE_DIFFERENCE_CHANGED;
  if (!is_asked_for (comparing, fate))
    return FALSE;
  return was_there && is_there ? any_field_differs (comparing, fate) : was_there || is_there;
}

static int
compare_fates (gconstpointer a, gconstpointer b, gpointer data)
{
  const Fate *left = a, *right = b;
  gint64 left_seq = piece_at (data, left->first + left->n - 1)->row.seq;
  gint64 right_seq = piece_at (data, right->first + right->n - 1)->row.seq;

  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  if (left_seq != right_seq)
    return left_seq < right_seq ? 1 : -1;
  return (left->first > right->first) - (left->first < right->first);
}

static gboolean
same_record (const Comparing *comparing, guint a, guint b)
{
  const TenureHistoryRow *left = &piece_at (comparing, a)->row, *right = &piece_at (comparing, b)->row;

  return left->type == right->type && left->id == right->id;
}

static void
find_fates (Comparing *comparing)
{
  guint n = comparing->pieces->len;

  g_array_sort (comparing->pieces, compare_pieces);
  for (guint first = 0, next; first < n; first = next)
    {
      Fate fate = { .first = first };

      for (next = first + 1; next < n && same_record (comparing, first, next);)
        next++;
      fate.n = next - first;
      if (decide (comparing, &fate))
        g_array_append_val (comparing->fates, fate);
    }
  g_array_sort_with_data (comparing->fates, compare_fates, comparing);
}

/* --- Words --------------------------------------------------------------------------------------------------- */

static void
clear_field (gpointer data)
{
  TenureFieldDifference *field = data;

  tenure_value_clear (&field->before);
  tenure_value_clear (&field->after);
  g_free (field->before_label);
  g_free (field->after_label);
}

/* Whether a whole record is described by the field too: what it belongs to is said with its name. */
static gboolean
describes (const TenureRecord *record, guint field)
{
  TenureFieldFlags flags = tenure_record_def (record->type)->fields[field].flags;

  return tenure_record_is_known (record, field) && !(flags & (TENURE_FIELD_PARENT | TENURE_FIELD_INHERITED));
}

/* The record that an exemption is about is noted by its id alone, which tells nobody anything. */
static gboolean
names_a_record (TenureRecordType type, guint field)
{
  return (type == TENURE_RECORD_EXEMPTION || type == TENURE_RECORD_SNOOZE)
         && strcmp (tenure_record_def (type)->fields[field].name, "record") == 0;
}

static char *
dup_label (Comparing *comparing, const TenureRecord *record, guint field)
{
  gint64 id;
  char *title;

  if (!names_a_record (record->type, field) || !tenure_record_get_integer (record, field, &id))
    return tenure_record_dup_label (record, field);
  title = tenure_history_names_dup_title_of_any (comparing->names, id);
  return title != NULL ? title : g_strdup (_ ("a record that is no longer there"));
}

static void
add_field (Comparing *comparing,
           TenureRecordDifference *difference,
           guint field,
           const TenureRecord *before,
           const TenureRecord *after)
{
  TenureFieldDifference added = { .field = field };

  if (before != NULL)
    {
      added.before = tenure_value_copy (tenure_record_get (before, field));
      added.before_label = dup_label (comparing, before, field);
    }
  if (after != NULL)
    {
      added.after = tenure_value_copy (tenure_record_get (after, field));
      added.after_label = dup_label (comparing, after, field);
    }
  g_array_append_val (difference->fields, added);
}

static void
add_fields (Comparing *comparing,
            TenureRecordDifference *difference,
            const Sides *sides,
            const TenureRecord *before,
            const TenureRecord *after)
{
  TenureRecordType type = difference->type;

  for (guint place = 0; place < tenure_record_def (type)->n_fields; place++)
    {
      guint field = tenure_record_field_of_place (type, place);
      gboolean told = before != NULL && after != NULL ? differs (sides, tenure_changeset_column (type, field))
                                                      : describes (after != NULL ? after : before, field);

      if (told)
        add_field (comparing, difference, field, before, after);
    }
}

/* A renewal has the title of what it renews. */
static char *
dup_detail (const TenureRecord *record)
{
  g_autofree char *provider = NULL, *start = NULL;

  if (record->type != TENURE_RECORD_AGREEMENT)
    return NULL;
  provider = tenure_record_dup_label (record, tenure_record_field_index (record->type, "provider"));
  start = tenure_record_dup_label (record, tenure_record_field_index (record->type, "start"));
  if (provider != NULL && start != NULL)
    /* Translators: an organisation and a day, behind the title of an agreement: "Ynys Môn Carers, from 1 Apr 2026" */
    return g_strdup_printf (_ ("%1$s, from %2$s"), provider, start);
  if (provider != NULL)
    return g_steal_pointer (&provider);
  return start != NULL ? g_strdup_printf (_ ("from %s"), start) : NULL;
}

static void
name_record (Comparing *comparing, TenureRecordDifference *difference, const TenureRecord *record)
{
  int owner = tenure_history_owner_field (difference->type);

  difference->title = tenure_history_names_dup_title_of (record);
  difference->detail = dup_detail (record);
  difference->parent_type = tenure_history_owner_type (difference->type);
  if (owner < 0)
    return;
  difference->parent = tenure_record_get_reference (record, (guint) owner);
  if (difference->parent != TENURE_ID_NONE)
    difference->parent_title =
        tenure_history_names_dup_title (comparing->names, difference->parent_type, difference->parent);
}

/* What the steps leave out of a changed record is as it is now: an amount is nothing without its currency. */
static TenureRecordDifference *
describe (Comparing *comparing, const Fate *fate)
{
  const TenureHistoryRow *last = &piece_at (comparing, fate->first + fate->n - 1)->row;
  TenureRecordDifference *difference = g_new0 (TenureRecordDifference, 1);
  g_autoptr (TenureRecord) base = NULL;
  g_autoptr (TenureRecord) before = NULL;
  g_autoptr (TenureRecord) after = NULL;
  g_auto (Sides) sides = { 0 };
  TenureRecordType type = last->type;

  difference->type = type;
  difference->id = last->id;
  difference->kind = fate->kind;
  difference->seq = last->seq;
  difference->fields = g_array_new (FALSE, FALSE, sizeof (TenureFieldDifference));
  g_array_set_clear_func (difference->fields, clear_field);
  sides_init (&sides, comparing, fate);
  if (fate->kind == TENURE_DIFFERENCE_CHANGED)
    base = tenure_history_names_dup_record (comparing->names, type, last->id);
  if (fate->kind != TENURE_DIFFERENCE_ADDED)
    before = tenure_history_names_make_record (comparing->names, type, last->id, sides.before, sides.n_columns, base);
  if (fate->kind != TENURE_DIFFERENCE_DELETED)
    after = tenure_history_names_make_record (comparing->names, type, last->id, sides.after, sides.n_columns, base);
  name_record (comparing, difference, after != NULL ? after : before);
  add_fields (comparing, difference, &sides, before, after);
  return difference;
}

static void
count (const Comparing *comparing, const Fate *fate, TenureHistoryCounts *counts)
{
  TenureHistoryCounts *of_type = &counts[piece_at (comparing, fate->first)->row.type];

  of_type->inserted += fate->kind == TENURE_DIFFERENCE_ADDED;
  of_type->updated += fate->kind == TENURE_DIFFERENCE_CHANGED;
  of_type->deleted += fate->kind == TENURE_DIFFERENCE_DELETED;
}

static TenureHistoryComparison *
conclude (Comparing *comparing, guint skip, guint max)
{
  TenureHistoryComparison *comparison = g_new0 (TenureHistoryComparison, 1);

  find_fates (comparing);
  comparison->after = comparing->filter->after;
  comparison->until = comparing->filter->until;
  comparison->settings = comparing->settings;
  comparison->n_records = comparing->fates->len;
  comparison->records = g_ptr_array_new_with_free_func ((GDestroyNotify) tenure_record_difference_free);
  for (guint i = 0; i < comparing->fates->len; i++)
    {
      const Fate *fate = &g_array_index (comparing->fates, Fate, i);

      count (comparing, fate, comparison->counts);
      if (i >= skip && (max == 0 || comparison->records->len < max))
        g_ptr_array_add (comparison->records, describe (comparing, fate));
    }
  return comparison;
}

/* --- Public -------------------------------------------------------------------------------------------------- */

TenureHistoryComparison *
tenure_history_compare (TenureReader *reader, const TenureHistoryFilter *filter, guint skip, guint max, GError **error)
{
  g_auto (Comparing) comparing = { 0 };

  g_return_val_if_fail (reader != NULL && filter != NULL, NULL);

  if (!comparing_init (&comparing, reader, filter, error) || !collect (&comparing, error))
    return NULL;
  return conclude (&comparing, skip, max);
}

TenureHistoryComparison *
tenure_history_compare_step (
    TenureReader *reader, gint64 seq, const TenureHistoryFilter *filter, guint skip, guint max, GError **error)
{
  TenureHistoryFilter whole = *filter;
  g_auto (Comparing) comparing = { 0 };

  g_return_val_if_fail (reader != NULL, NULL);

  whole.after = seq - 1;
  whole.until = seq;
  whole.author = NULL;
  if (!comparing_init (&comparing, reader, &whole, error) || !collect_step (&comparing, seq, NULL, error))
    return NULL;
  return conclude (&comparing, skip, max);
}

void
tenure_record_difference_free (TenureRecordDifference *difference)
{
  if (difference == NULL)
    return;
  g_array_unref (difference->fields);
  g_free (difference->title);
  g_free (difference->detail);
  g_free (difference->parent_title);
  g_free (difference);
}

void
tenure_history_comparison_free (TenureHistoryComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_ptr_array_unref (comparison->records);
  g_free (comparison);
}
