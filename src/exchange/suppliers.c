#include "config.h"
#include "exchange/suppliers-private.h"

#include "base/i18n.h"
#include <string.h>

#include "base/count.h"
#include "base/text.h"

#define N_PARTS 6
#define MAX_NAME_BYTES 200
#define MAX_SUPPLIERS 1000

static void
clear_supplier (gpointer data)
{
  g_free (((TenureSupplier *) data)->name);
}

static TenureReadIdentifier
read_reference (const char *type, const char *number)
{
  if (g_str_equal (type, "COMPANIES_HOUSE"))
    return tenure_read_company_number (number);
  if (g_str_equal (type, "CHARITY_COMMISSION"))
    return tenure_read_charity_number (number);
  return (TenureReadIdentifier){ .note = TENURE_READ_BLANK };
}

/* One block without its brackets. Names and addresses may hold a bar, so the last four parts are counted from the
 * end and the address is dropped with whatever it holds. */
static gboolean
parse_block (const char *block, gsize length, TenureSupplier *out_supplier)
{
  g_autofree char *text = g_strndup (block, length);
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  guint n = g_strv_length (parts);
  TenureReadNote note;

  if (n < N_PARTS)
    return FALSE;
  *out_supplier = (TenureSupplier){ .name = tenure_text_dup_clean (parts[0]),
                                    .identifier = read_reference (parts[n - 4], parts[n - 3]),
                                    .vcse = tenure_read_answer_text (parts[n - 1], &note) };
  return out_supplier->name != NULL;
}

GArray *
tenure_suppliers_parse (const char *text)
{
  GArray *suppliers = g_array_new (FALSE, FALSE, sizeof (TenureSupplier));

  g_array_set_clear_func (suppliers, clear_supplier);
  while (*text == '[' && suppliers->len < MAX_SUPPLIERS)
    {
      const char *end = strstr (text, "][");
      TenureSupplier supplier;

      if (end == NULL)
        end = strrchr (text, ']');
      if (end == NULL)
        break;
      if (parse_block (text + 1, (gsize) (end - text - 1), &supplier))
        g_array_append_val (suppliers, supplier);
      text = end + 1;
    }
  return suppliers;
}

char *
tenure_suppliers_dup_name (const GArray *suppliers)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < suppliers->len; i++)
    {
      const char *next = g_array_index (suppliers, TenureSupplier, i).name;

      if (i > 0 && name->len + strlen (next) > MAX_NAME_BYTES)
        {
          guint others = suppliers->len - i;

          /* Translators: after a list of suppliers: "A; B and 15 others". */
          tenure_count_append_words (name, ngettext (" and %s other", " and %s others", others), others);
          break;
        }
      g_string_append_printf (name, "%s%s", i > 0 ? "; " : "", next);
    }
  return g_string_free (name, FALSE);
}

TenureAnswer
tenure_suppliers_get_vcse (const GArray *suppliers)
{
  TenureAnswer answer = suppliers->len > 0 ? g_array_index (suppliers, TenureSupplier, 0).vcse : TENURE_ANSWER_UNKNOWN;

  for (guint i = 1; i < suppliers->len; i++)
    if (g_array_index (suppliers, TenureSupplier, i).vcse != answer)
      return TENURE_ANSWER_UNKNOWN;
  return answer;
}
