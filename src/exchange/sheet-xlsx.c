/* XLSX, as far as a register needs it: shared and inline strings, numbers with the format that makes them dates or
 * money, both epochs, booleans, errors and the kept results of formulas. Only the shared strings are held in memory. */

#include "config.h"

#include "base/i18n.h"
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "exchange/cell-row-private.h"
#include "exchange/sheet-xml-private.h"
#include "exchange/xlsx-styles-private.h"

#define EPOCH_1900 (-25569) /* day 0 as a civil day; right from 1 March 1900 on */
#define EPOCH_1904 (-24107)
#define MAX_SHEETS 1024

typedef struct
{
  TenureTable table;
  GPtrArray *parts; /* of char *: the path of each sheet */
  GByteArray *styles;
  GByteArray *strings; /* shared strings, each ended by NUL; NULL until a sheet is read */
  GArray *offsets;     /* guint32 into @strings */
  TenureDay epoch;
  TenureXml *xml;
  TenureCellRow row;
  GString *text;     /* of the cell being read */
  guint number;      /* of the last row */
  const char *fault; /* of the row being read; NULL: none */
  guint fault_column;
} TenureXlsx;

/* Appends the text between here and the end of @element: its <t>, but not the reading aids of East Asian text. */
static gboolean
read_rich_text (TenureXml *xml, const char *element, GString *text, GError **error)
{
  gboolean in_text = FALSE;
  guint aside = 0;

  if (tenure_xml_is_empty (xml))
    return TRUE;
  while (tenure_xml_step (xml, error))
    {
      const char *part = tenure_xml_text (xml);

      if (tenure_xml_closes (xml, element))
        return TRUE;
      if (tenure_xml_opens (xml, "rPh") && !tenure_xml_is_empty (xml))
        aside++;
      else if (tenure_xml_closes (xml, "rPh"))
        aside--;
      else if (tenure_xml_opens (xml, "t"))
        in_text = !tenure_xml_is_empty (xml);
      else if (tenure_xml_closes (xml, "t"))
        in_text = FALSE;
      else if (part != NULL && in_text && aside == 0)
        g_string_append (text, part);
    }
  return FALSE;
}

/* "_x000D_" and the like stand for characters that XML cannot hold. */
static void
decode_escapes (GString *text)
{
  for (char *at = strstr (text->str, "_x"); at != NULL; at = strstr (at + 1, "_x"))
    {
      char digits[5] = "";
      guint64 code;

      if (strlen (at) < 7 || at[6] != '_')
        continue;
      memcpy (digits, at + 2, 4);
      if (!g_ascii_string_to_unsigned (digits, 16, 1, 0x7f, &code, NULL))
        continue;
      *at = (char) code;
      g_string_erase (text, at + 1 - text->str, 6);
    }
}

static gboolean
add_string (TenureXlsx *xlsx, GString *text, GError **error)
{
  guint32 offset = xlsx->strings->len;

  decode_escapes (text);
  if (xlsx->strings->len + text->len >= TENURE_TABLE_MAX_STRINGS_BYTES)
    return tenure_table_refuse (&xlsx->table, 0, 0, _ ("The spreadsheet holds more text than Tenure reads."), error);
  g_array_append_val (xlsx->offsets, offset);
  g_byte_array_append (xlsx->strings, (const guint8 *) text->str, (guint) text->len + 1);
  return TRUE;
}

static gboolean
load_strings (TenureXlsx *xlsx, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (TenureXml) xml = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  xlsx->strings = g_byte_array_new ();
  xlsx->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  xml = tenure_xml_open (&xlsx->table, "xl/sharedStrings.xml", &cause);
  if (g_error_matches (cause, TENURE_ERROR, TENURE_ERROR_NOT_FOUND))
    return TRUE;
  while (xml != NULL && tenure_xml_step (xml, &cause))
    {
      if (!tenure_xml_opens (xml, "si"))
        continue;
      g_string_truncate (text, 0);
      if (!read_rich_text (xml, "si", text, &cause) || !add_string (xlsx, text, &cause))
        break;
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* The targets of the workbook's relationships by id. */
static GHashTable *
load_relationships (TenureTable *table, GError **error)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) cause = NULL;
  g_autoptr (TenureXml) xml = tenure_xml_open (table, "xl/_rels/workbook.xml.rels", &cause);

  while (xml != NULL && tenure_xml_step (xml, &cause))
    {
      const char *id = tenure_xml_attribute (xml, "Id"), *target = tenure_xml_attribute (xml, "Target");

      if (!tenure_xml_opens (xml, "Relationship") || id == NULL || target == NULL)
        continue;
      /* "/xl/worksheets/sheet1.xml" is from the root, "worksheets/sheet1.xml" from the workbook. */
      g_hash_table_insert (targets, g_strdup (id),
                           target[0] == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
    }
  if (cause == NULL)
    return g_steal_pointer (&targets);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

static void
add_sheet (TenureXlsx *xlsx, GHashTable *targets)
{
  const char *name = tenure_xml_attribute (xlsx->xml, "name");
  const char *id = tenure_xml_attribute (xlsx->xml, "id");
  const char *part = id != NULL ? g_hash_table_lookup (targets, id) : NULL;

  if (part == NULL || xlsx->parts->len >= MAX_SHEETS)
    return;
  g_ptr_array_add (xlsx->parts, g_strdup (part));
  g_ptr_array_add (xlsx->table.sheets, g_strdup (name != NULL && name[0] != '\0' ? name : "?"));
}

static gboolean
xlsx_load (TenureTable *table, GError **error)
{
  TenureXlsx *xlsx = (TenureXlsx *) table;
  g_autoptr (GHashTable) targets = load_relationships (table, error);
  g_autoptr (GError) cause = NULL;

  if (targets == NULL)
    return FALSE;
  xlsx->styles = tenure_xlsx_styles_load (table, error);
  if (xlsx->styles == NULL)
    return FALSE;
  xlsx->xml = tenure_xml_open (table, "xl/workbook.xml", error);
  if (xlsx->xml == NULL)
    return FALSE;
  while (tenure_xml_step (xlsx->xml, &cause))
    {
      const char *epoch = tenure_xml_attribute (xlsx->xml, "date1904");

      if (tenure_xml_opens (xlsx->xml, "workbookPr") && (g_strcmp0 (epoch, "1") == 0 || g_strcmp0 (epoch, "true") == 0))
        xlsx->epoch = EPOCH_1904;
      else if (tenure_xml_opens (xlsx->xml, "sheet"))
        add_sheet (xlsx, targets);
    }
  g_clear_pointer (&xlsx->xml, tenure_xml_free);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return table->sheets->len > 0 || tenure_table_refuse (table, 0, 0, _ ("The spreadsheet has no sheets."), error);
}

static gboolean
xlsx_select (TenureTable *table, guint sheet, GError **error)
{
  TenureXlsx *xlsx = (TenureXlsx *) table;

  g_clear_pointer (&xlsx->xml, tenure_xml_free);
  xlsx->number = 0;
  if (xlsx->strings == NULL && !load_strings (xlsx, error))
    return FALSE;
  xlsx->xml = tenure_xml_open (table, g_ptr_array_index (xlsx->parts, sheet), error);
  return xlsx->xml != NULL;
}

/* "AB12" → 27. The column after @last when the cell does not say. G_MAXUINT past any sheet. */
static guint
column_of (const char *reference, guint next)
{
  guint column = 0;

  if (reference == NULL || !g_ascii_isalpha (reference[0]))
    return next;
  for (; g_ascii_isalpha (*reference); reference++)
    {
      if (column > 26 * 26 * 26)
        return G_MAXUINT;
      column = column * 26 + (guint) (g_ascii_toupper (*reference) - 'A') + 1;
    }
  return column - 1;
}

/* The row cannot be read; the first fault is the one that is told. */
static void
note_fault (TenureXlsx *xlsx, guint column, const char *what)
{
  if (xlsx->fault != NULL)
    return;
  xlsx->fault = what;
  xlsx->fault_column = column + 1;
}

static void
put (TenureXlsx *xlsx, guint column, TenureCellKind kind, const char *text, TenureDay day)
{
  if (column >= TENURE_TABLE_MAX_COLUMNS)
    note_fault (xlsx, column, _ ("There is something right of the 4,096th column. Remove it and import the file again."));
  else if (!tenure_cell_row_put (&xlsx->row, column, kind, text, strlen (text), day))
    note_fault (xlsx, column, _ ("This cell or row is longer than Tenure reads."));
}

static void
put_number (TenureXlsx *xlsx, guint column, guint style, const char *text)
{
  TenureNumberFormat format = style < xlsx->styles->len ? xlsx->styles->data[style] : TENURE_FORMAT_PLAIN;
  double number = g_ascii_strtod (text, NULL);
  char iso[TENURE_DAY_ISO_SIZE];
  TenureDay day;

  /* The 1900 system has a 29 February 1900; days before March 1900 stay numbers rather than be a day out. */
  if (format == TENURE_FORMAT_CURRENCY)
    put (xlsx, column, TENURE_CELL_CURRENCY, text, TENURE_DAY_NONE);
  else if (format != TENURE_FORMAT_DATE || !(number >= (xlsx->epoch == EPOCH_1900 ? 61 : 0) && number < 2958466))
    put (xlsx, column, TENURE_CELL_NUMBER, text, TENURE_DAY_NONE);
  else
    {
      day = MIN ((TenureDay) floor (number) + xlsx->epoch, TENURE_DAY_MAX);
      put (xlsx, column, TENURE_CELL_DATE, tenure_day_to_iso (day, iso), day);
    }
}

static void
put_shared (TenureXlsx *xlsx, guint column, const char *index)
{
  guint64 n;

  if (!g_ascii_string_to_unsigned (index, 10, 0, G_MAXUINT32, &n, NULL) || n >= xlsx->offsets->len)
    note_fault (xlsx, column,
                _ ("The spreadsheet is damaged: this cell points to a text that is not there. Type the cell anew."));
  else
    put (xlsx, column, TENURE_CELL_TEXT,
         (const char *) xlsx->strings->data + g_array_index (xlsx->offsets, guint32, (guint) n), TENURE_DAY_NONE);
}

/* Puts what @text is in a cell of type @type: see the t attribute of c in ECMA-376. */
static void
put_typed (TenureXlsx *xlsx, guint column, char type, guint style)
{
  const char *text = xlsx->text->str;
  TenureDay day;
  char iso[TENURE_DAY_ISO_SIZE];

  switch (type)
    {
    case 's':
      put_shared (xlsx, column, text);
      break;
    case 'b':
      put (xlsx, column, TENURE_CELL_BOOLEAN, text[0] == '1' || text[0] == 't' ? "true" : "false", TENURE_DAY_NONE);
      break;
    case 'e':
      put (xlsx, column, TENURE_CELL_ERROR, text, TENURE_DAY_NONE);
      break;
    case 'd':
      g_strlcpy (iso, text, sizeof iso);
      if (tenure_day_parse_iso (iso, &day))
        put (xlsx, column, TENURE_CELL_DATE, iso, day);
      else
        put (xlsx, column, TENURE_CELL_TEXT, text, TENURE_DAY_NONE);
      break;
    case 't':
      decode_escapes (xlsx->text);
      put (xlsx, column, TENURE_CELL_TEXT, xlsx->text->str, TENURE_DAY_NONE);
      break;
    default:
      put_number (xlsx, column, style, text);
      break;
    }
}

/* 's' shared, 'b' boolean, 'e' error, 'd' date, 't' text (inline or of a formula), 'n' number. */
static char
type_of (const char *type)
{
  if (type == NULL)
    return 'n';
  if (g_str_equal (type, "str") || g_str_equal (type, "inlineStr"))
    return 't';
  return type[0];
}

/* Reads the <c> that the reader stands on, to its end. */
static gboolean
read_cell (TenureXlsx *xlsx, guint *column, GError **error)
{
  TenureXml *xml = xlsx->xml;
  char type = type_of (tenure_xml_attribute (xml, "t"));
  guint style = tenure_xml_number (xml, "s", 0, G_MAXINT32);
  gboolean in_value = FALSE, empty = tenure_xml_is_empty (xml);

  *column = column_of (tenure_xml_attribute (xml, "r"), *column);
  g_string_truncate (xlsx->text, 0);
  while (!empty && tenure_xml_step (xml, error))
    {
      const char *text = tenure_xml_text (xml);

      if (tenure_xml_closes (xml, "c"))
        {
          if (xlsx->text->len > 0)
            put_typed (xlsx, *column, type, style);
          return TRUE;
        }
      if (tenure_xml_opens (xml, "v"))
        in_value = !tenure_xml_is_empty (xml);
      else if (tenure_xml_closes (xml, "v"))
        in_value = FALSE;
      else if (tenure_xml_opens (xml, "is") && !read_rich_text (xml, "is", xlsx->text, error))
        return FALSE;
      else if (text != NULL && in_value)
        g_string_append (xlsx->text, text);
    }
  return empty;
}

/* Reads the <row> that the reader stands on, to its end. */
static gboolean
read_row (TenureXlsx *xlsx, GError **error)
{
  guint column = 0;

  xlsx->number = tenure_xml_number (xlsx->xml, "r", xlsx->number + 1, G_MAXINT32);
  xlsx->fault = NULL;
  tenure_cell_row_reset (&xlsx->row);
  if (tenure_xml_is_empty (xlsx->xml))
    return TRUE;
  while (tenure_xml_step (xlsx->xml, error))
    {
      if (tenure_xml_closes (xlsx->xml, "row"))
        return TRUE;
      if (!tenure_xml_opens (xlsx->xml, "c"))
        continue;
      if (!read_cell (xlsx, &column, error))
        return FALSE;
      column++;
    }
  return FALSE;
}

static gboolean
xlsx_next (TenureTable *table, TenureRow *out_row, GError **error)
{
  TenureXlsx *xlsx = (TenureXlsx *) table;

  while (xlsx->xml != NULL && tenure_xml_step (xlsx->xml, error))
    {
      if (tenure_xml_closes (xlsx->xml, "sheetData"))
        break;
      if (!tenure_xml_opens (xlsx->xml, "row"))
        continue;
      if (!read_row (xlsx, error))
        return FALSE;
      if (xlsx->fault != NULL)
        *out_row = (TenureRow){ .number = xlsx->number, .fault = xlsx->fault, .fault_column = xlsx->fault_column };
      else if (tenure_cell_row_is_filled (&xlsx->row))
        *out_row = tenure_cell_row_give (&xlsx->row, xlsx->number);
      else
        continue;
      return TRUE;
    }
  /* What follows the rows (conditional formats, drawings) is of no interest. */
  g_clear_pointer (&xlsx->xml, tenure_xml_free);
  return FALSE;
}

static void
xlsx_close (TenureTable *table)
{
  TenureXlsx *xlsx = (TenureXlsx *) table;

  g_clear_pointer (&xlsx->xml, tenure_xml_free);
  g_clear_pointer (&xlsx->parts, g_ptr_array_unref);
  g_clear_pointer (&xlsx->styles, g_byte_array_unref);
  g_clear_pointer (&xlsx->strings, g_byte_array_unref);
  g_clear_pointer (&xlsx->offsets, g_array_unref);
  tenure_cell_row_clear (&xlsx->row);
  g_string_free (xlsx->text, TRUE);
}

TenureTable *
tenure_xlsx_new (void)
{
  static const TenureTableClass klass = { .load = xlsx_load, .select = xlsx_select, .next = xlsx_next, .close = xlsx_close };
  TenureXlsx *xlsx = g_new0 (TenureXlsx, 1);

  xlsx->table.klass = &klass;
  xlsx->table.format = TENURE_TABLE_XLSX;
  xlsx->parts = g_ptr_array_new_with_free_func (g_free);
  xlsx->epoch = EPOCH_1900;
  xlsx->text = g_string_new (NULL);
  tenure_cell_row_init (&xlsx->row);
  return &xlsx->table;
}
