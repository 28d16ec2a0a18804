/* 360Giving JSON by yajl, grant by grant: the file may be larger than memory. Each grant becomes a row whose columns
 * are the flattened paths of its values, so that JSON and the 360Giving spreadsheets share one mapping.
 *
 * The list is the value of "grants" at the top (or of "committees", for membership files), or the top itself when
 * that is a list. What stands beside the list is package metadata and is passed over.
 *
 * yajl rather than json-glib or jansson because it pushes: the others build a tree first (2.0 KB and more a grant). */

#include "config.h"

#include "base/i18n.h"
#include <string.h>
#include <yajl/yajl_parse.h>

#include "base/error.h"
#include "exchange/json-paths-private.h"
#include "exchange/row-queue-private.h"
#include "exchange/table-private.h"

#define BLOCK_BYTES (64 * 1024)

typedef struct
{
  guint node;      /* of the container itself */
  guint next_item; /* lists: index of the next item */
  gboolean is_list;
  gboolean skipped; /* nothing below becomes a column */
} Level;

typedef struct
{
  TenureTable table;
  GInputStream *stream;
  yajl_handle parser;
  gboolean ended;
  TenureRowQueue queue;
  TenureJsonPaths *paths;
  Level levels[TENURE_TABLE_MAX_DEPTH]; /* the open containers of the record, the record itself first */
  guint depth;                          /* open containers in all */
  guint list_depth;                     /* depth inside the list of records; 0: not in it */
  gboolean list_key;                    /* the key just read names the list */
  gboolean list_seen;
  gboolean listless;    /* read to its end without a list */
  gboolean contracting; /* a key at the top is one of the Open Contracting standard's */
  guint node;           /* of the value that comes next */
  gboolean skip_value;
  guint record;
  guint line;        /* line of @counted */
  gsize counted;     /* bytes of @block whose line breaks are counted */
  gsize line_start;  /* offset in @block of the present line; may have begun before: then 0 */
  gsize line_before; /* bytes of the present line in earlier blocks */
  guint record_line;
  const char *fault;   /* of the record being read; NULL: none */
  const char *problem; /* where reading ends */
  guint8 block[BLOCK_BYTES];
} TenureJson;

/* Brings line and column up to where the parser is. */
static void
count_lines (TenureJson *json, gsize offset)
{
  const guint8 *at = json->block + json->counted, *end = json->block + offset, *line_break;

  while (at < end && (line_break = memchr (at, '\n', (gsize) (end - at))) != NULL)
    {
      json->line++;
      at = line_break + 1;
      json->line_start = (gsize) (at - json->block);
      json->line_before = 0;
    }
  json->counted = MAX (json->counted, offset);
}

static int
stop (TenureJson *json, const char *problem)
{
  if (json->problem == NULL)
    json->problem = problem;
  return 0;
}

/* The record cannot be read: what is left of it is passed over. */
static void
note_fault (TenureJson *json, const char *what)
{
  json->fault = what;
  json->skip_value = TRUE;
  tenure_row_queue_drop (&json->queue);
}

static gboolean
in_record (const TenureJson *json)
{
  return json->list_depth > 0 && json->depth > json->list_depth;
}

static gboolean
in_list (const TenureJson *json)
{
  return json->list_depth > 0 && json->depth == json->list_depth;
}

static Level *
top_level (TenureJson *json)
{
  return &json->levels[json->depth - json->list_depth - 1];
}

/* Where the value that begins now belongs. */
static void
place_value (TenureJson *json)
{
  Level *level;

  if (!in_record (json))
    {
      json->node = TENURE_JSON_ROOT;
      json->skip_value = !in_list (json);
      return;
    }
  level = top_level (json);
  if (!level->is_list)
    return; /* its key has said where */
  json->skip_value = json->fault != NULL || level->skipped || level->next_item >= TENURE_TABLE_MAX_ITEMS;
  if (!json->skip_value && !tenure_json_paths_enter_item (json->paths, level->node, level->next_item, &json->node))
    note_fault (json, _ ("There are far more different keys up to this record than grants data has."));
  level->next_item++;
}

static void
begin_record (TenureJson *json)
{
  count_lines (json, MIN (yajl_get_bytes_consumed (json->parser), sizeof json->block));
  json->record++;
  json->record_line = json->line;
}

static void
end_record (TenureJson *json)
{
  tenure_row_queue_end_faulty (&json->queue, json->record, json->record_line, json->fault, 0);
  json->fault = NULL;
}

/* What is wrong with a value of the present record; NULL when it is sound. */
static const char *
find_fault (const TenureJson *json, const char *text, gsize length)
{
  if (length > TENURE_TABLE_MAX_CELL_BYTES)
    return _ ("A text in this record is longer than one million characters.");
  if (memchr (text, '\0', length) != NULL)
    return _ ("There is a NUL character in a text of this record, which no text has.");
  if (tenure_row_queue_open_bytes (&json->queue) > TENURE_TABLE_MAX_ROW_BYTES
      || tenure_row_queue_open_cells (&json->queue) > TENURE_TABLE_MAX_COLUMNS)
    return _ ("This record is larger than any grant can honestly be.");
  return NULL;
}

static void
add_cell (TenureJson *json, TenureCellKind kind, const char *text, gsize length)
{
  const char *fault = find_fault (json, text, length);
  guint column = TENURE_JSON_NO_COLUMN;

  if (fault == NULL)
    column = tenure_json_paths_column (json->paths, json->node, json->table.titles, TENURE_TABLE_MAX_COLUMNS);
  if (column != TENURE_JSON_NO_COLUMN)
    tenure_row_queue_add (&json->queue, column, kind, text, length);
  else
    note_fault (json, fault != NULL ? fault : _ ("There are more than 4,096 different fields up to this record."));
}

static int
add_value (TenureJson *json, TenureCellKind kind, const char *text, gsize length)
{
  if (json->list_key && json->depth == 1)
    json->list_key = FALSE;
  place_value (json);
  if (in_list (json))
    begin_record (json);
  if (!json->skip_value)
    add_cell (json, kind, text, length);
  if (in_list (json))
    end_record (json);
  return 1;
}

static int
null_cb (void *data)
{
  return add_value (data, TENURE_CELL_EMPTY, "", 0);
}

static int
boolean_cb (void *data, int value)
{
  return add_value (data, TENURE_CELL_BOOLEAN, value ? "true" : "false", value ? 4 : 5);
}

static int
number_cb (void *data, const char *text, size_t length)
{
  return add_value (data, TENURE_CELL_NUMBER, text, length);
}

static int
string_cb (void *data, const unsigned char *text, size_t length)
{
  g_autofree char *mended = NULL;

  /* yajl checks the bytes of the file, but makes half a character of half a surrogate pair. */
  if (memchr (text, '\0', length) == NULL && !g_utf8_validate ((const char *) text, (gssize) length, NULL))
    {
      mended = g_utf8_make_valid ((const char *) text, (gssize) length);
      text = (const unsigned char *) mended;
      length = strlen (mended);
    }
  return add_value (data, length > 0 ? TENURE_CELL_TEXT : TENURE_CELL_EMPTY, (const char *) text, length);
}

static int
open_container (TenureJson *json, gboolean is_list)
{
  gboolean record = in_list (json);
  gboolean begins_list = is_list && json->list_depth == 0 && (json->depth == 0 || (json->depth == 1 && json->list_key));

  if (json->depth + 1 >= TENURE_TABLE_MAX_DEPTH)
    return stop (json, _ ("Values are nested deeper than 64 levels."));
  if (json->depth == 1)
    json->list_key = FALSE;
  place_value (json);
  if (record)
    begin_record (json);
  json->depth++;
  if (begins_list)
    {
      json->list_depth = json->depth;
      json->list_seen = TRUE;
    }
  else if (in_record (json))
    *top_level (json) = (Level){ .node = json->node, .is_list = is_list, .skipped = json->skip_value };
  return 1;
}

static int
close_container (TenureJson *json)
{
  json->depth--;
  if (json->list_depth > json->depth)
    json->list_depth = 0;
  else if (in_list (json))
    end_record (json);
  return 1;
}

static int
open_object_cb (void *data)
{
  return open_container (data, FALSE);
}

static int
open_list_cb (void *data)
{
  return open_container (data, TRUE);
}

static int
close_cb (void *data)
{
  return close_container (data);
}

static gboolean
is_key (const unsigned char *key, size_t length, const char *name)
{
  return length == strlen (name) && memcmp (key, name, length) == 0;
}

static int
key_cb (void *data, const unsigned char *key, size_t length)
{
  static const char *const lists[] = { "grants", "committees" };
  static const char *const contracting[] = { "releases", "records", "ocid" };
  TenureJson *json = data;
  const Level *level;

  if (json->depth == 1 && json->list_depth == 0)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
        json->list_key = json->list_key || is_key (key, length, lists[i]);
      for (gsize i = 0; i < G_N_ELEMENTS (contracting); i++)
        json->contracting = json->contracting || is_key (key, length, contracting[i]);
      return 1;
    }
  if (!in_record (json))
    return 1;
  level = top_level (json);
  json->skip_value = level->skipped || json->fault != NULL;
  if (json->skip_value)
    return 1;
  if (length > 1024 || !g_utf8_validate ((const char *) key, (gssize) length, NULL))
    note_fault (json, _ ("There is a key in this record that is no field of a grant."));
  else if (!tenure_json_paths_enter_key (json->paths, level->node, (const char *) key, length, &json->node))
    note_fault (json, _ ("There are far more different keys up to this record than grants data has."));
  return 1;
}

static void
stop_reading (TenureJson *json)
{
  g_clear_object (&json->stream);
  g_clear_pointer (&json->parser, yajl_free);
  g_clear_pointer (&json->paths, tenure_json_paths_free);
  tenure_row_queue_clear (&json->queue);
}

static gboolean
json_select (TenureTable *table, guint sheet, GError **error)
{
  static yajl_callbacks callbacks = {
    .yajl_null = null_cb,
    .yajl_boolean = boolean_cb,
    .yajl_number = number_cb,
    .yajl_string = string_cb,
    .yajl_start_map = open_object_cb,
    .yajl_map_key = key_cb,
    .yajl_end_map = close_cb,
    .yajl_start_array = open_list_cb,
    .yajl_end_array = close_cb,
  };
  TenureJson *json = (TenureJson *) table;

  stop_reading (json);
  json->stream = tenure_table_open_text (table, error);
  if (json->stream == NULL)
    return FALSE;
  json->parser = yajl_alloc (&callbacks, NULL, json);
  json->paths = tenure_json_paths_new ();
  tenure_row_queue_init (&json->queue);
  g_ptr_array_set_size (table->titles, 0);
  json->depth = json->list_depth = json->record = json->record_line = 0;
  json->list_key = json->list_seen = json->listless = json->contracting = json->ended = FALSE;
  json->fault = json->problem = NULL;
  json->line = 1;
  json->counted = json->line_start = json->line_before = 0;
  return TRUE;
}

/* Reads and parses one block, or ends the parse. FALSE when the file cannot be read. */
static gboolean
parse_block (TenureJson *json, GError **error)
{
  yajl_status status;
  gssize n = tenure_table_read (&json->table, json->stream, json->block, sizeof json->block, error);

  if (n < 0)
    return FALSE;
  json->counted = json->line_start = 0;
  json->ended = n == 0;
  status = n > 0 ? yajl_parse (json->parser, json->block, (gsize) n) : yajl_complete_parse (json->parser);
  count_lines (json, status == yajl_status_ok ? (gsize) n : MIN (yajl_get_bytes_consumed (json->parser), (gsize) n));
  if (status == yajl_status_ok)
    json->line_before += (gsize) n - json->line_start;
  else if (json->ended && json->record == 0 && json->depth == 0)
    stop (json, _ ("There is nothing in this file."));
  else if (json->ended)
    stop (json, _ ("The file ends in the middle: it was cut short, or a bracket is missing."));
  else
    stop (json, _ ("This is not sound JSON: a comma, quotation mark or bracket is missing or too many here."));
  json->listless = json->ended && json->problem == NULL && !json->list_seen;
  return TRUE;
}

static gboolean
json_next (TenureTable *table, TenureRow *out_row, GError **error)
{
  TenureJson *json = (TenureJson *) table;

  while (!tenure_row_queue_take (&json->queue, out_row))
    {
      /* yajl has taken the offending character: it is the last that counts. */
      gsize column = json->counted - MIN (json->line_start, json->counted) + json->line_before;

      if (json->listless)
        return tenure_table_refuse (
            table, 0, 0,
            json->contracting ? _ ("This is Open Contracting data, which Tenure does not read. Ask its publisher for "
                                   "the same as a spreadsheet or CSV file.")
                              : _ ("This JSON has no list of grants as 360Giving publishes them, and no list of "
                                   "committees, so there is nothing in it to import."),
            error);
      if (json->problem != NULL)
        return tenure_table_refuse (table, json->line, (guint) CLAMP (column, 1, G_MAXINT32), json->problem, error);
      if (json->ended)
        return FALSE;
      if (!parse_block (json, error))
        return FALSE;
    }
  return TRUE;
}

static void
json_close (TenureTable *table)
{
  stop_reading ((TenureJson *) table);
}

TenureTable *
tenure_json_new (void)
{
  static const TenureTableClass klass = { .select = json_select, .next = json_next, .close = json_close };
  TenureJson *json = g_new0 (TenureJson, 1);

  json->table.klass = &klass;
  json->table.format = TENURE_TABLE_JSON;
  json->table.titles = g_ptr_array_new_with_free_func (g_free);
  return &json->table;
}
