/* ODS: one part holds all sheets, one after the other. Cells carry their value beside the text shown, so dates and
 * amounts need no formats. Rows and cells are written once and repeated, and every sheet ends in a million empty
 * rows that are only decoration: those cost nothing, and a filled row is repeated TENURE_TABLE_MAX_REPEATS times at
 * most. */

#include "config.h"

#include "base/i18n.h"
#include <string.h>

#include "base/error.h"
#include "exchange/cell-row-private.h"
#include "exchange/sheet-xml-private.h"

#define CONTENT "content.xml"
#define MAX_SHEETS 1024
#define MAX_SPACES 1024

typedef struct
{
  TenureTable table;
  TenureXml *xml;
  TenureCellRow row;
  GString *text;
  guint number;      /* of the row that was read last */
  guint repeats;     /* how often it is still to be given */
  const char *fault; /* of that row; NULL: none */
  guint fault_column;
} TenureOds;

static gboolean
ods_load (TenureTable *table, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (TenureXml) xml = tenure_xml_open (table, CONTENT, error);

  if (xml == NULL)
    return FALSE;
  while (tenure_xml_step (xml, &cause))
    if (tenure_xml_opens (xml, "table") && table->sheets->len < MAX_SHEETS)
      {
        const char *name = tenure_xml_attribute (xml, "name");

        g_ptr_array_add (table->sheets, g_strdup (name != NULL && name[0] != '\0' ? name : "?"));
      }
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return table->sheets->len > 0 || tenure_table_refuse (table, 0, 0, _ ("The spreadsheet has no sheets."), error);
}

static gboolean
ods_select (TenureTable *table, guint sheet, GError **error)
{
  TenureOds *ods = (TenureOds *) table;
  g_autoptr (GError) cause = NULL;
  guint seen = 0;

  g_clear_pointer (&ods->xml, tenure_xml_free);
  ods->number = ods->repeats = 0;
  ods->xml = tenure_xml_open (table, CONTENT, error);
  if (ods->xml == NULL)
    return FALSE;
  while (tenure_xml_step (ods->xml, &cause))
    if (tenure_xml_opens (ods->xml, "table") && seen++ == sheet)
      {
        if (tenure_xml_is_empty (ods->xml))
          g_clear_pointer (&ods->xml, tenure_xml_free);
        return TRUE;
      }
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return tenure_table_refuse (table, 0, 0, _ ("The spreadsheet changed while it was read."), error);
}

/* Skips to the end of the element that the reader stands on. */
static gboolean
skip_element (TenureXml *xml, const char *name, GError **error)
{
  guint depth = 1;

  if (tenure_xml_is_empty (xml))
    return TRUE;
  while (tenure_xml_step (xml, error))
    {
      depth += tenure_xml_opens (xml, name) && !tenure_xml_is_empty (xml);
      depth -= tenure_xml_closes (xml, name);
      if (depth == 0)
        return TRUE;
    }
  return FALSE;
}

/* Appends what the node adds to the text shown in a cell. */
static void
add_shown (TenureOds *ods, guint *paragraphs)
{
  const char *text = tenure_xml_text (ods->xml);

  if (tenure_xml_opens (ods->xml, "p") && (*paragraphs)++ > 0)
    g_string_append_c (ods->text, '\n');
  else if (tenure_xml_opens (ods->xml, "s"))
    for (guint n = tenure_xml_number (ods->xml, "c", 1, MAX_SPACES); n > 0; n--)
      g_string_append_c (ods->text, ' ');
  else if (tenure_xml_opens (ods->xml, "tab"))
    g_string_append_c (ods->text, '\t');
  else if (tenure_xml_opens (ods->xml, "line-break"))
    g_string_append_c (ods->text, '\n');
  else if (text != NULL && *paragraphs > 0)
    g_string_append (ods->text, text);
}

/* The kind of a cell by its attributes; its value replaces the text shown, which may be rounded or abbreviated. */
static TenureCellKind
take_value (TenureOds *ods, TenureDay *out_day, gboolean *out_fixed)
{
  const char *type = tenure_xml_attribute (ods->xml, "value-type");
  const char *value = NULL;
  TenureCellKind kind = TENURE_CELL_TEXT;
  char iso[TENURE_DAY_ISO_SIZE];

  *out_day = TENURE_DAY_NONE;
  if (g_strcmp0 (type, "float") == 0 || g_strcmp0 (type, "currency") == 0 || g_strcmp0 (type, "percentage") == 0)
    {
      value = tenure_xml_attribute (ods->xml, "value");
      kind = type[0] == 'c' ? TENURE_CELL_CURRENCY : TENURE_CELL_NUMBER;
    }
  else if (g_strcmp0 (type, "date") == 0)
    {
      value = tenure_xml_attribute (ods->xml, "date-value");
      g_strlcpy (iso, value != NULL ? value : "", sizeof iso);
      if (tenure_day_parse_iso (iso, out_day))
        kind = TENURE_CELL_DATE;
    }
  else if (g_strcmp0 (type, "boolean") == 0)
    {
      value = tenure_xml_attribute (ods->xml, "boolean-value");
      kind = TENURE_CELL_BOOLEAN;
    }
  else if (g_strcmp0 (type, "string") == 0)
    value = tenure_xml_attribute (ods->xml, "string-value");
  if (g_strcmp0 (tenure_xml_attribute (ods->xml, "value-type"), "error") == 0)
    kind = TENURE_CELL_ERROR;
  *out_fixed = value != NULL;
  g_string_assign (ods->text, kind == TENURE_CELL_DATE ? iso : value != NULL ? value : "");
  return kind;
}

/* Reads the cell that the reader stands on, to its end, and puts it into its columns. */
static gboolean
read_cell (TenureOds *ods, const char *element, guint *column, GError **error)
{
  guint repeats = tenure_xml_number (ods->xml, "number-columns-repeated", 1, G_MAXINT32);
  gboolean fixed, empty = tenure_xml_is_empty (ods->xml);
  TenureDay day;
  TenureCellKind kind = take_value (ods, &day, &fixed);
  guint paragraphs = 0;

  while (!empty)
    {
      if (!tenure_xml_step (ods->xml, error))
        return FALSE;
      if (tenure_xml_closes (ods->xml, element))
        break;
      if (tenure_xml_opens (ods->xml, "annotation"))
        {
          if (!skip_element (ods->xml, "annotation", error))
            return FALSE;
        }
      else if (!fixed)
        add_shown (ods, &paragraphs);
    }
  if (ods->text->len == 0)
    {
      *column += MIN (repeats, G_MAXINT32 - *column);
      return TRUE;
    }
  for (; repeats > 0; repeats--, (*column)++)
    {
      if (*column < TENURE_TABLE_MAX_COLUMNS
          && tenure_cell_row_put (&ods->row, *column, kind, ods->text->str, ods->text->len, day))
        continue;
      /* The first fault of a row is the one that is told. */
      if (ods->fault == NULL)
        ods->fault_column = *column + 1;
      if (ods->fault == NULL && *column >= TENURE_TABLE_MAX_COLUMNS)
        ods->fault = _ ("There is something right of the 4,096th column. Remove it and import the file again.");
      else if (ods->fault == NULL)
        ods->fault = _ ("This cell or row is longer than Tenure reads.");
      break;
    }
  return TRUE;
}

/* Reads the row that the reader stands on, to its end. */
static gboolean
read_row (TenureOds *ods, GError **error)
{
  static const char *const cells[] = { "table-cell", "covered-table-cell" };
  guint column = 0;

  ods->fault = NULL;
  tenure_cell_row_reset (&ods->row);
  if (tenure_xml_is_empty (ods->xml))
    return TRUE;
  while (tenure_xml_step (ods->xml, error))
    {
      if (tenure_xml_closes (ods->xml, "table-row"))
        return TRUE;
      for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
        if (tenure_xml_opens (ods->xml, cells[i]))
          {
            if (!read_cell (ods, cells[i], &column, error))
              return FALSE;
            break;
          }
    }
  return FALSE;
}

/* The row that was read last, as the caller is to see it. */
static TenureRow
present_row (const TenureOds *ods)
{
  if (ods->fault != NULL)
    return (TenureRow){ .number = ods->number, .fault = ods->fault, .fault_column = ods->fault_column };
  return (TenureRow){ .cells = (const TenureCell *) (gpointer) ods->row.cells->data,
                      .n_cells = ods->row.cells->len,
                      .number = ods->number };
}

static gboolean
ods_next (TenureTable *table, TenureRow *out_row, GError **error)
{
  TenureOds *ods = (TenureOds *) table;

  if (ods->repeats > 0)
    {
      ods->repeats--;
      ods->number++;
      *out_row = present_row (ods);
      return TRUE;
    }
  while (ods->xml != NULL && tenure_xml_step (ods->xml, error))
    {
      guint repeats;

      if (tenure_xml_closes (ods->xml, "table"))
        break;
      if (!tenure_xml_opens (ods->xml, "table-row"))
        continue;
      repeats = MAX (tenure_xml_number (ods->xml, "number-rows-repeated", 1, TENURE_TABLE_MAX_ROWS), 1);
      ods->number++;
      if (!read_row (ods, error))
        return FALSE;
      if (ods->fault == NULL && !tenure_cell_row_is_filled (&ods->row))
        {
          ods->number = MIN (ods->number + repeats - 1, TENURE_TABLE_MAX_ROWS);
          continue;
        }
      ods->repeats = MIN (repeats, TENURE_TABLE_MAX_REPEATS) - 1;
      tenure_cell_row_give (&ods->row, ods->number);
      *out_row = present_row (ods);
      return TRUE;
    }
  g_clear_pointer (&ods->xml, tenure_xml_free);
  return FALSE;
}

static void
ods_close (TenureTable *table)
{
  TenureOds *ods = (TenureOds *) table;

  g_clear_pointer (&ods->xml, tenure_xml_free);
  tenure_cell_row_clear (&ods->row);
  g_string_free (ods->text, TRUE);
}

TenureTable *
tenure_ods_new (void)
{
  static const TenureTableClass klass = { .load = ods_load, .select = ods_select, .next = ods_next, .close = ods_close };
  TenureOds *ods = g_new0 (TenureOds, 1);

  ods->table.klass = &klass;
  ods->table.format = TENURE_TABLE_ODS;
  ods->text = g_string_new (NULL);
  tenure_cell_row_init (&ods->row);
  return &ods->table;
}
