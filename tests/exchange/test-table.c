#include "exchange/table.h"

#include <string.h>

#include "base/error.h"
#include "pack.h"
#include "samples.h"

/* All rows of all sheets as text: "1/1: a|b" for row 1 on line 1; numbers, dates, … are marked N D C B E. */
static char *
read_all (GFile *file, GError **error)
{
  static const char marks[] = "--NCDBE";
  g_autoptr (TenureTable) table = tenure_table_open (file, NULL, error);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;
  TenureRow row;

  if (table == NULL)
    return NULL;
  for (guint sheet = 0; sheet < tenure_table_get_n_sheets (table); sheet++)
    {
      if (sheet > 0 && !tenure_table_select (table, sheet, error))
        return NULL;
      if (tenure_table_get_n_sheets (table) > 1)
        g_string_append_printf (all, "[%s]\n", tenure_table_get_sheet_name (table, sheet));
      while (tenure_table_next (table, &row, &cause))
        {
          g_string_append_printf (all, "%u/%u: ", row.number, row.line);
          g_assert_true (row.fault == NULL || row.n_cells == 0);
          if (row.fault != NULL)
            g_string_append_printf (all, "!%u %s", row.fault_column, row.fault);
          for (guint i = 0; i < row.n_cells; i++)
            {
              g_assert_cmpuint (strlen (row.cells[i].text), ==, row.cells[i].length);
              g_assert_true (g_utf8_validate (row.cells[i].text, -1, NULL));
              g_string_append (all, i > 0 ? "|" : "");
              if (row.cells[i].kind > TENURE_CELL_TEXT)
                g_string_append_c (all, marks[row.cells[i].kind]);
              g_string_append (all, row.cells[i].text);
            }
          g_string_append_c (all, '\n');
        }
      if (cause != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return NULL;
        }
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_reads (GFile *file, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = read_all (file, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (all, ==, expected);
}

/* @words: what the message must say. */
static void
assert_refuses (GFile *file, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = read_all (file, &error);
  g_autofree char *name = g_file_get_basename (file);

  g_assert_null (all);
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
}

/* @file can be read to its end, and reads as @start … @end. */
static void
assert_faulty (GFile *file, const char *start, const char *end)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *all = read_all (file, &error);

  g_assert_no_error (error);
  g_test_message ("%.80s … %s", all, strlen (all) > 80 ? all + strlen (all) - 80 : "");
  g_assert_true (g_str_has_prefix (all, start));
  g_assert_true (g_str_has_suffix (all, end));
}

/* Text with its length, NULs included. */
#define BYTES(text) text, sizeof text - 1

static void
test_csv (void)
{
  static const struct
  {
    const char *name, *bytes;
    gsize length;
    const char *rows;
  } cases[] = {
    { "plain", BYTES ("a,b\n1,2\n"), "1/1: a|b\n2/2: 1|2\n" },
    { "no last line break", BYTES ("a,b\r\n1,2"), "1/1: a|b\n2/2: 1|2\n" },
    { "classic Mac", BYTES ("a,b\r1,2\r3,4"), "1/1: a|b\n2/2: 1|2\n3/3: 3|4\n" },
    { "mixed line breaks", BYTES ("a,b\r1,2\r\n3,4\n5,6"), "1/1: a|b\n2/2: 1|2\n3/3: 3|4\n4/4: 5|6\n" },
    { "byte order mark", BYTES ("\xef\xbb\xbf" "a,b\n1,2\n"), "1/1: a|b\n2/2: 1|2\n" },
    { "UTF-16 little", BYTES ("\xff\xfe" "a\0,\0\xa3\0\n\0" "1\0,\0" "2\0\n\0"), "1/1: a|£\n2/2: 1|2\n" },
    { "UTF-16 big", BYTES ("\xfe\xff\0a\0,\0\xa3\0\n\0" "1\0,\0" "2\0\n"), "1/1: a|£\n2/2: 1|2\n" },
    { "Windows-1252", BYTES ("a,Net(\xa3)\n\x93x\x94,\x80\n"), "1/1: a|Net(£)\n2/2: “x”|€\n" },
    { "both encodings in one file", BYTES ("a,Net(\xa3)\nCaf\xc3\xa9,x\n"), "1/1: a|Net(£)\n2/2: Café|x\n" },
    { "semicolons", BYTES ("a;b;c\n1,5;2;3\n4,5;5;6\n"), "1/1: a|b|c\n2/2: 1,5|2|3\n3/3: 4,5|5|6\n" },
    { "tabs", BYTES ("a\tb\n1, 2\t3\n"), "1/1: a|b\n2/2: 1, 2|3\n" },
    { "bars", BYTES ("a|b\n1|2\n"), "1/1: a|b\n2/2: 1|2\n" },
    { "separator inside quotes", BYTES ("a,b\n\"x;y;z\",\"1,5\"\n"), "1/1: a|b\n2/2: x;y;z|1,5\n" },
    { "one column", BYTES ("a\n1\n"), "1/1: a\n2/2: 1\n" },
    { "doubled quotes", BYTES ("a,b\n\"say \"\"so\"\"\",2\n"), "1/1: a|b\n2/2: say \"so\"|2\n" },
    { "line breaks in cells", BYTES ("a,b\n\"one\r\ntwo\rthree\nfour\",2\n3,4\n"),
      "1/1: a|b\n2/2: one\r\ntwo\rthree\nfour|2\n3/6: 3|4\n" },
    { "blank lines", BYTES ("a,b\n\n\r\n1,2\n"), "1/1: a|b\n2/4: 1|2\n" },
    { "blank records", BYTES ("a,b\n,\n,\n1,2\n"), "1/1: a|b\n4/4: 1|2\n" },
    { "short and long rows", BYTES ("a,b\n1\n1,2,3\n"), "1/1: a|b\n2/2: 1\n3/3: 1|2|3\n" },
    { "spaces stay", BYTES ("a, b \n 1 ,2\n"), "1/1: a| b \n2/2:  1 |2\n" },
    { "empty cells", BYTES ("a,,b\n,1,\n"), "1/1: a||b\n2/2: |1|\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = sample_write ("case.csv", cases[i].bytes, (gssize) cases[i].length);

      g_test_message ("%s", cases[i].name);
      assert_reads (file, cases[i].rows);
    }
}

static void
test_csv_refused (void)
{
  static const struct
  {
    const char *name, *bytes;
    gsize length;
    const char *words;
  } cases[] = {
    { "empty", BYTES (""), "nothing in this file" },
    { "blank", BYTES (" \n\n "), "nothing in this file" },
    { "never closed", BYTES ("a,b\n1,2\n3,\"4\n5,6\n"), "line 3, column 2: A quotation mark" },
    { "NUL", BYTES ("a,b\n1,2\0\n"), "neither text nor a spreadsheet" },
    { "old Excel", BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "old or password-protected Excel" },
    { "PDF", BYTES ("%PDF-1.7\n"), "PDF" },
    { "web page", BYTES ("<!DOCTYPE html><html>"), "web page" },
    { "gzip", BYTES ("\x1f\x8b\x08\0\0\0"), "compressed" },
    { "database", BYTES ("SQLite format 3\0"), "database" },
    { "archive of nothing", BYTES ("PK\003\004garbage"), "archive" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = sample_write ("case.csv", cases[i].bytes, (gssize) cases[i].length);

      g_test_message ("%s", cases[i].name);
      assert_refuses (file, cases[i].words);
    }
}

/* A text that @part makes @times over. */
static GFile *
write_long (const char *name, const char *before, const char *part, guint times, const char *after)
{
  g_autoptr (GString) text = g_string_new (before);

  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return sample_write (name, text->str, (gssize) text->len);
}

static void
test_limits (void)
{
  g_autoptr (GFile) columns = write_long ("columns.csv", "a,b\n1,2\n3", ",4", 10000, "\n5,6\n");
  g_autoptr (GFile) cell = write_long ("cell.csv", "a,b\n1,2\n3,\"", "long ", 400000, "\"\n");
  g_autoptr (GFile) long_cell = write_long ("long.csv", "a,b\n3,\"\n\n", "long ", 210000, "\"\n5,6\n");
  g_autofree char *most_of_a_million = g_strnfill (900000, 'x');
  g_autofree char *long_cells = g_strconcat (",", most_of_a_million, NULL);
  g_autoptr (GFile) row = write_long ("row.csv", "a,b\n1,2\n3", long_cells, 20, "\n5,6\n");
  g_autoptr (GFile) nul = write_long ("nul.csv", "", "a,b\n", 2000, "");
  g_autoptr (GFile) deep = write_long ("deep.json", "{\"grants\":[", "[", 20000, "");
  g_autoptr (GFile) deep_beside = write_long ("beside.json", "{\"meta\":", "{\"a\":", 20000, "1");
  g_autoptr (GFile) text = write_long ("text.json", "{\"grants\":[{\"id\":\"", "long ", 400000, "\",\"list\":[1,{\"id\":2}]},\n{\"id\":\"b\"}]}");
  g_autoptr (GString) keys = g_string_new ("{\"grants\":[{\"a\":1");
  g_autoptr (GFile) many_keys = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (keys, ",\"key %u\":1", i);
  g_string_append (keys, "},\n{\"a\":2}]}");
  many_keys = sample_write ("keys.json", keys->str, (gssize) keys->len);
  assert_faulty (columns, "1/1: a|b\n2/2: 1|2\n3/3: !4097 This row has more than 4,096 columns.", "\n4/4: 5|6\n");
  assert_refuses (cell, "line 3");
  assert_faulty (long_cell, "1/1: a|b\n2/2: !2 This cell is longer than one million", "\n3/5: 5|6\n");
  assert_faulty (row, "1/1: a|b\n2/2: 1|2\n3/3: !21 This row is longer than sixteen million", "\n4/4: 5|6\n");
  assert_refuses (deep, "nested deeper");
  assert_refuses (deep_beside, "nested deeper");
  assert_faulty (text, "1/1: !0 A text in this record is longer than one million", "\n2/2: b\n");
  assert_faulty (many_keys, "1/1: !0 There are more than 4,096 different fields", "\n2/2: N2\n");
  {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_file_get_path (nul);
    g_autofree char *contents = NULL;
    gsize length;

    /* A NUL far behind the part by which the kind of file is told. */
    g_assert_true (g_file_get_contents (path, &contents, &length, &error));
    contents[length - 2] = '\0';
    g_clear_object (&nul);
    nul = sample_write ("nul.csv", contents, (gssize) length);
    assert_faulty (nul, "1/1: a|b\n2/2: a|b\n", "\n2000/2000: !2 There is a NUL character in this cell, which no text has. "
                                                "Type the cell anew and import the file again.\n");
  }
}

static void
test_json (void)
{
  static const struct
  {
    const char *name, *text, *rows;
  } cases[] = {
    { "package", "{\"version\":\"1.1\",\"grants\":[{\"id\":\"a\",\"amountAwarded\":1000.10},{\"id\":\"b\"}],\"license\":\"x\"}",
      "1/1: a|N1000.10\n2/1: b\n" },
    { "bare list", "[{\"id\":\"a\"},\n{\"id\":\"b\"}]", "1/1: a\n2/2: b\n" },
    { "byte order mark", "\xef\xbb\xbf[{\"id\":\"a\"}]", "1/1: a\n" },
    { "other lists are passed over", "{\"meta\":{\"grants\":[1,{\"id\":\"x\"}]},\"grants\":[{\"id\":\"a\"}]}", "1/1: a\n" },
    { "kinds", "[{\"a\":true,\"b\":false,\"c\":null,\"d\":-1.5e3,\"e\":\"\"}]", "1/1: Btrue|Bfalse||N-1.5e3|\n" },
    { "columns by path, whatever the order", "[{\"a\":1,\"b\":[{\"c\":2},{\"c\":3}]},{\"b\":[{\"c\":4}],\"a\":5}]",
      "1/1: N1|N2|N3\n2/1: N5|N4\n" },
    { "escapes", "[{\"a\":\"caf\\u00e9 \\ud83d\\ude00 \\n\"}]", "1/1: café 😀 \n\n" },
    { "a record that is no object", "[5,{\"id\":\"a\"}]", "1/1: N5\n2/1: |a\n" },
    { "empty record", "[{},{\"id\":\"a\"}]", "1/1: \n2/1: a\n" },
    { "later value of a repeated key", "[{\"a\":1,\"a\":2}]", "1/1: N2\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = sample_write ("case.json", cases[i].text, -1);

      g_test_message ("%s", cases[i].name);
      assert_reads (file, cases[i].rows);
    }
}

static void
test_json_titles (void)
{
  g_autoptr (GFile) file = sample_write ("titles.json", "[{\"a\":1},{\"b\":{\"c\":[5,{\"d\":6}]}}]", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureTable) table = tenure_table_open (file, NULL, &error);
  TenureRow row;

  g_assert_no_error (error);
  g_assert_true (tenure_table_has_titles (table));
  g_assert_true (tenure_table_next (table, &row, &error));
  g_assert_true (tenure_table_next (table, &row, &error));
  g_assert_false (tenure_table_next (table, &row, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tenure_table_get_n_titles (table), ==, 3);
  g_assert_cmpstr (tenure_table_get_title (table, 0), ==, "a");
  g_assert_cmpstr (tenure_table_get_title (table, 1), ==, "b/c/0");
  g_assert_cmpstr (tenure_table_get_title (table, 2), ==, "b/c/1/d");
}

static void
test_json_refused (void)
{
  static const struct
  {
    const char *name, *text, *words;
  } cases[] = {
    { "a comma too many", "{\"grants\":[\n{\"a\":1},\n{\"b\":2,,}\n]}", "line 3, column 8" },
    { "cut short", "{\"grants\":[{\"id\":\"a\"", "ends in the middle" },
    { "no list", "{\"features\":[{\"id\":\"a\"}]}", "no list of grants" },
    { "another standard", "{\"releases\":[{\"id\":\"a\"}]}", "Open Contracting data" },
    { "grants that are no list", "{\"grants\":{\"id\":\"a\"}}", "no list of grants" },
    { "no UTF-8", "[{\"a\":\"caf\xe9\"}]", "not sound JSON" },
    { "rest behind the end", "[{\"a\":1}] x", "not sound JSON" },
    { "only a mark", "{", "ends in the middle" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = sample_write ("case.json", cases[i].text, -1);

      g_test_message ("%s", cases[i].name);
      assert_refuses (file, cases[i].words);
    }
}

/* A record that cannot be read does not hold up the others. */
static void
test_json_faults (void)
{
  static const struct
  {
    const char *name, *record, *fault;
  } cases[] = {
    { "NUL in a text", "{\"a\":\"x\\u0000y\",\"c\":[1,{\"d\":2},[3]]}", "There is a NUL character in a text" },
    { "NUL in a list", "{\"c\":[1,\"\\u0000\",[3],{\"e\":{\"f\":4}}]}", "There is a NUL character in a text" },
    { "NUL in a key", "{\"a\\u0000b\":{\"c\":1},\"g\":2}", "There is a key in this record" },
    { "NUL alone", "\"\\u0000\"", "There is a NUL character in a text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[{\"a\":1},\n%s,\n{\"a\":2}]", cases[i].record);
      g_autofree char *start = g_strdup_printf ("1/1: N1\n2/2: !0 %s", cases[i].fault);
      g_autoptr (GFile) file = sample_write ("case.json", text, -1);

      g_test_message ("%s", cases[i].name);
      assert_faulty (file, start, ".\n3/3: N2\n");
    }
}

static void
test_json_many_items (void)
{
  g_autoptr (GFile) file = write_long ("items.json", "[{\"a\":[0", ",1", 5000, "],\"b\":2}]");
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureTable) table = tenure_table_open (file, NULL, &error);
  TenureRow row;

  g_assert_no_error (error);
  g_assert_true (tenure_table_next (table, &row, &error));
  g_assert_cmpuint (row.n_cells, ==, TENURE_TABLE_MAX_ITEMS + 1);
  g_assert_cmpstr (row.cells[TENURE_TABLE_MAX_ITEMS].text, ==, "2");
}

static void
test_xlsx (void)
{
  static const struct
  {
    const char *name, *rows, *strings, *workbook, *expected;
  } cases[] = {
    { "shared strings", "<row r='1'><c r='A1' t='s'><v>1</v></c><c r='B1' t='s'><v>0</v></c></row>",
      "<si><t>zero</t></si><si><r><t>o</t></r><r><t>ne</t></r><rPh><t>aside</t></rPh></si>", "", "1/0: one|zero\n" },
    { "inline strings", "<row r='2'><c r='B2' t='inlineStr'><is><t>a &amp; b</t></is></c></row>", "", "", "2/0: |a & b\n" },
    { "numbers keep their figures", "<row r='1'><c r='A1'><v>1168920.4500000001</v></c><c r='B1' t='n'><v>5</v></c></row>", "",
      "", "1/0: N1168920.4500000001|N5\n" },
    { "dates by format", "<row r='1'><c r='A1' s='1'><v>43831</v></c><c r='B1' s='2'><v>43831.75</v></c>"
                         "<c r='C1' s='0'><v>43831</v></c></row>", "", "", "1/0: D2020-01-01|D2020-01-01|N43831\n" },
    { "1904", "<row r='1'><c r='A1' s='1'><v>42369</v></c></row>", "", "date1904='1'", "1/0: D2020-01-01\n" },
    { "money and time", "<row r='1'><c r='A1' s='3'><v>12.5</v></c><c r='B1' s='4'><v>0.5</v></c></row>", "", "",
      "1/0: C12.5|N0.5\n" },
    { "days before March 1900 stay numbers", "<row r='1'><c r='A1' s='1'><v>59</v></c></row>", "", "", "1/0: N59\n" },
    { "booleans, errors, formulas", "<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='e'><v>#REF!</v></c>"
                                    "<c r='C1' t='str'><f>A1&amp;\"x\"</f><v>ax</v></c><c r='D1'><f>1+1</f><v>2</v></c></row>",
      "", "", "1/0: Btrue|E#REF!|ax|N2\n" },
    { "ISO dates", "<row r='1'><c r='A1' t='d'><v>2020-01-01T00:00:00</v></c></row>", "", "", "1/0: D2020-01-01\n" },
    { "cells and rows without references", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "", "",
      "1/0: N1|N2\n2/0: N3\n" },
    { "gaps", "<row r='3'><c r='C3'><v>1</v></c></row><row r='7'/><row r='9'><c r='A9' s='1'/></row>"
              "<row r='12'><c r='A12'><v>2</v></c></row>", "", "", "3/0: ||N1\n12/0: N2\n" },
    { "control characters", "<row r='1'><c r='A1' t='inlineStr'><is><t>a_x000D_b</t></is></c></row>", "", "", "1/0: a\rb\n" },
    { "nothing", "", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = pack_xlsx ("case.csv", cases[i].rows, cases[i].strings, cases[i].workbook);

      /* The name says CSV: what counts is what is inside. */
      g_test_message ("%s", cases[i].name);
      assert_reads (file, cases[i].expected);
    }
}

/* A row that cannot be read does not hold up the others. */
static void
test_xlsx_faults (void)
{
  static const struct
  {
    const char *name, *row, *fault;
  } cases[] = {
    { "a string that is not there", "<row r='2'><c r='A2'><v>1</v></c><c r='C2' t='s'><v>7</v></c></row>",
      "!3 The spreadsheet is damaged: this cell points to a text that is not there. Type the cell anew." },
    { "a column past any sheet", "<row r='2'><c r='ZZZZZZZZZ2'><v>1</v></c><c r='A2'><v>1</v></c></row>",
      "!0 There is something right of the 4,096th column. Remove it and import the file again." },
    { "a column past those that are read", "<row r='2'><c r='XFD2'><v>1</v></c></row>",
      "!16384 There is something right of the 4,096th column. Remove it and import the file again." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strconcat ("<row r='1'><c r='A1'><v>1</v></c></row>", cases[i].row,
                                           "<row r='3'><c r='A3'><v>3</v></c></row>", NULL);
      g_autofree char *expected = g_strdup_printf ("1/0: N1\n2/0: %s\n3/0: N3\n", cases[i].fault);
      g_autoptr (GFile) file = pack_xlsx ("case.xlsx", rows, "", "");

      g_test_message ("%s", cases[i].name);
      assert_reads (file, expected);
    }
}

static void
test_xlsx_refused (void)
{
  static const struct
  {
    const char *name, *rows, *strings, *words;
  } cases[] = {
    { "a row past any sheet", "<row r='99999999'><c r='A1'><v>1</v></c></row>", "", "more rows" },
    { "broken XML", "<row r='1'><c r='A1'><v>1</c></row>", "", "no sound XML" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = pack_xlsx ("case.xlsx", cases[i].rows, cases[i].strings, "");

      g_test_message ("%s", cases[i].name);
      assert_refuses (file, cases[i].words);
    }
}

#define TABLE(inside) "<table:table table:name='One'>" inside "</table:table>"
#define CELL(text) "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"

static void
test_ods (void)
{
  static const struct
  {
    const char *name, *tables, *expected;
  } cases[] = {
    { "text", TABLE ("<table:table-row>" CELL ("a") CELL ("b") "</table:table-row>"), "1/0: a|b\n" },
    { "values beside what is shown",
      TABLE ("<table:table-row><table:table-cell office:value-type='float' office:value='1234.5'><text:p>1,235</text:p>"
             "</table:table-cell><table:table-cell office:value-type='currency' office:value='9'><text:p>£9</text:p>"
             "</table:table-cell><table:table-cell office:value-type='date' office:date-value='2020-01-01T10:00:00'>"
             "<text:p>1 Jan</text:p></table:table-cell><table:table-cell office:value-type='boolean' office:boolean-value='true'>"
             "<text:p>TRUE</text:p></table:table-cell></table:table-row>"),
      "1/0: N1234.5|C9|D2020-01-01|Btrue\n" },
    { "repeated cells", TABLE ("<table:table-row><table:table-cell table:number-columns-repeated='2'/>"
                               "<table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='1'/>"
                               "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"),
      "1/0: ||N1|N1\n" },
    { "repeated rows", TABLE ("<table:table-row table:number-rows-repeated='2'>" CELL ("a") "</table:table-row>"
                              "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
                              "<table:table-row>" CELL ("b") "</table:table-row>"
                              "<table:table-row table:number-rows-repeated='1048570'><table:table-cell "
                              "table:number-columns-repeated='16384'/></table:table-row>"),
      "1/0: a\n2/0: a\n6/0: b\n" },
    { "paragraphs, spaces, notes",
      TABLE ("<table:table-row><table:table-cell office:value-type='string'><office:annotation><text:p>no</text:p>"
             "</office:annotation><text:p>a<text:s text:c='3'/>b<text:tab/>c</text:p><text:p>d<text:line-break/>"
             "<text:span>e</text:span></text:p></table:table-cell><table:covered-table-cell/>" CELL ("f") "</table:table-row>"),
      "1/0: a   b\tc\nd\ne||f\n" },
    { "sheets", TABLE ("") "<table:table table:name='Two'><table:table-row>" CELL ("a") "</table:table-row></table:table>",
      "[One]\n[Two]\n1/0: a\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = pack_ods ("case.ods", cases[i].tables);

      g_test_message ("%s", cases[i].name);
      assert_reads (file, cases[i].expected);
    }
}

static void
test_ods_faults (void)
{
  g_autoptr (GFile) file = pack_ods (
      "wide.ods", TABLE ("<table:table-row>" CELL ("a") "</table:table-row>"
                         "<table:table-row table:number-rows-repeated='2'>" CELL ("b")
                         "<table:table-cell table:number-columns-repeated='16000' office:value-type='string'><text:p>x</text:p>"
                         "</table:table-cell>" CELL ("c") "</table:table-row>"
                         "<table:table-row>" CELL ("d") "</table:table-row>"));

  assert_reads (file, "1/0: a\n2/0: !4097 There is something right of the 4,096th column. Remove it and import the file again.\n"
                      "3/0: !4097 There is something right of the 4,096th column. Remove it and import the file again.\n"
                      "4/0: d\n");
}

static void
test_ods_fill_down (void)
{
  g_autoptr (GFile) file
      = pack_ods ("fill.ods", TABLE ("<table:table-row table:number-rows-repeated='1048576'>" CELL ("a") "</table:table-row>"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureTable) table = tenure_table_open (file, NULL, &error);
  TenureRow row;
  guint n = 0;

  g_assert_no_error (error);
  while (tenure_table_next (table, &row, &error))
    n++;
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, TENURE_TABLE_MAX_REPEATS);
}

static void
test_hostile_archives (void)
{
  static const char bomb_start[] = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>"
                                   "<!ENTITY c SYSTEM 'file:///etc/passwd'>]>";
  const PackPart entities[] = {
    { "content.xml", "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>]><x>&a;</x>" },
    { NULL },
  };
  const PackPart outside[] = {
    { "content.xml", "<!DOCTYPE x SYSTEM 'http://example.org/x.dtd' [<!ENTITY c SYSTEM 'file:///etc/passwd'>]><x>&c;</x>" },
    { NULL },
  };
  const PackPart bomb[] = {
    { "mimetype", bomb_start },
    { "content.xml", "<x>                                                                                            </x>",
      0 },
    { NULL },
  };
  const PackPart swollen[] = {
    { "content.xml", "                                                                                                    ",
      400 * 1024 },
    { NULL },
  };
  const PackPart other[] = {
    { "readme.txt", "nothing here" },
    { NULL },
  };
  g_autoptr (GFile) with_entities = pack_zip ("entities.ods", entities);
  g_autoptr (GFile) with_outside = pack_zip ("outside.ods", outside);
  g_autoptr (GFile) without_sheets = pack_zip ("bomb.ods", bomb);
  g_autoptr (GFile) with_swollen = pack_zip ("swollen.ods", swollen);
  g_autoptr (GFile) without = pack_zip ("other.zip", other);

  assert_refuses (with_entities, "declares XML entities");
  assert_refuses (with_outside, "declares XML entities");
  assert_refuses (without_sheets, "no sheets");
  assert_refuses (with_swollen, "unpacks to far more");
  assert_refuses (without, "without a spreadsheet");
}

/* A file that was cut short anywhere is refused, or gives no more rows than the whole: never a crash, never an
 * invention. */
static void
test_truncated (void)
{
  static const char *const names[] = { "register_title_rows_and_total.xlsx", "register_title_rows_and_total.ods",
                                       "baring.json", "fixtures/fundingproviders_grants_2_grants.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) whole = sample_file (names[i]);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (g_file_peek_path (whole), &contents, &length, NULL));
      for (gsize cut = 0; cut < length; cut += MAX (length / 29, 1))
        {
          g_autoptr (GFile) file = sample_write ("cut", contents, (gssize) cut);
          g_autoptr (GError) error = NULL;
          g_autofree char *rows = read_all (file, &error);

          g_assert_true ((rows == NULL) == (error != NULL));
        }
    }
}

static void
test_missing (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.csv");
  g_autoptr (GFile) folder = g_file_new_for_path ("/");
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_table_open (file, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (tenure_table_open (folder, NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_STORAGE);
}

static void
test_select_again (void)
{
  g_autoptr (GFile) file = sample_file ("register_title_rows_and_total.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureTable) table = tenure_table_open (file, NULL, &error);
  TenureRow row;

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (tenure_table_select (table, i % 2, &error));
      g_assert_true (tenure_table_next (table, &row, &error));
      g_assert_cmpstr (row.cells[0].text, ==, i % 2 == 0 ? "Contracts Register" : "This sheet is not data");
    }
}

static void
test_streams (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("a,b\n1,2\n", -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureTable) table = tenure_table_open_stream (stream, "in memory", NULL, &error);
  TenureRow row;

  g_assert_no_error (error);
  g_assert_true (tenure_table_next (table, &row, &error));
  g_assert_false (tenure_table_select (table, 0, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE);
}

static void
test_stream_of_archive (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("PK\003\004 and so on", -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (tenure_table_open_stream (stream, "in memory", NULL, &error));
  g_assert_error (error, TENURE_ERROR, TENURE_ERROR_UNREADABLE);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/csv/rows", test_csv);
  g_test_add_func ("/table/csv/refused", test_csv_refused);
  g_test_add_func ("/table/limits", test_limits);
  g_test_add_func ("/table/json/rows", test_json);
  g_test_add_func ("/table/json/titles", test_json_titles);
  g_test_add_func ("/table/json/refused", test_json_refused);
  g_test_add_func ("/table/json/faults", test_json_faults);
  g_test_add_func ("/table/json/many-items", test_json_many_items);
  g_test_add_func ("/table/xlsx/rows", test_xlsx);
  g_test_add_func ("/table/xlsx/faults", test_xlsx_faults);
  g_test_add_func ("/table/xlsx/refused", test_xlsx_refused);
  g_test_add_func ("/table/ods/rows", test_ods);
  g_test_add_func ("/table/ods/faults", test_ods_faults);
  g_test_add_func ("/table/ods/fill-down", test_ods_fill_down);
  g_test_add_func ("/table/hostile-archives", test_hostile_archives);
  g_test_add_func ("/table/truncated", test_truncated);
  g_test_add_func ("/table/missing", test_missing);
  g_test_add_func ("/table/select-again", test_select_again);
  g_test_add_func ("/table/streams", test_streams);
  g_test_add_func ("/table/stream-of-archive", test_stream_of_archive);
  status = g_test_run ();
  sample_clean_up ();
  return status;
}
