#include "read-table.h"

#include <gio/gio.h>
#include <string.h>

#include "base/error.h"
#include "exchange/members-private.h"
#include "exchange/read-date.h"
#include "exchange/read-identifier.h"
#include "exchange/read-money.h"
#include "exchange/suppliers-private.h"
#include "exchange/table.h"

static void
read_cell (const TenureCell *cell)
{
  TenureReadNote note;
  TenureReadDate date = tenure_read_date (cell);
  G_GNUC_UNUSED g_autoptr (GArray) suppliers = tenure_suppliers_parse (cell->text);
  G_GNUC_UNUSED g_autoptr (GArray) members = tenure_members_parse (cell->text);

  g_assert_cmpuint (strlen (cell->text), ==, cell->length);
  g_assert_true (g_utf8_validate (cell->text, cell->length, NULL));
  g_assert_true ((date.day != TENURE_DAY_NONE) == tenure_read_has_value (date.note));
  tenure_read_money (cell, TENURE_CURRENCY_GBP);
  tenure_read_months (cell, &note);
  tenure_read_answer (cell, &note);
  tenure_read_identifier (cell->text);
  tenure_read_charity_number (cell->text);
  tenure_read_company_number (cell->text);
}

void
fuzz_read_table (const void *bytes, gsize length, const char *name)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TenureTable) table = tenure_table_open_stream (stream, name, NULL, &error);
  TenureRow row;
  guint last = 0;

  while (table != NULL && tenure_table_next (table, &row, &error))
    {
      g_assert_cmpuint (row.number, >, last);
      g_assert_cmpuint (row.line, >, 0);
      g_assert_cmpuint (row.n_cells, <=, TENURE_TABLE_MAX_COLUMNS);
      last = row.number;
      for (guint i = 0; i < row.n_cells; i++)
        read_cell (&row.cells[i]);
    }
  g_assert_true (table != NULL || error != NULL);
  g_assert_true (error == NULL || error->domain == TENURE_ERROR);
}
