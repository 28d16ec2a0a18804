#include "read-cell.h"

#include <string.h>

#include "exchange/header-key-private.h"
#include "exchange/members-private.h"
#include "exchange/read-date.h"
#include "exchange/read-identifier.h"
#include "exchange/read-money.h"
#include "exchange/suppliers-private.h"

static void
read_amounts (const TenureCell *cell)
{
  const TenureCurrency currencies[] = { TENURE_CURRENCY_NONE, TENURE_CURRENCY_GBP, TENURE_CURRENCY ('J', 'P', 'Y'),
                                        TENURE_CURRENCY ('K', 'W', 'D') };

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      TenureReadMoney money = tenure_read_money (cell, currencies[i]);

      g_assert_true (tenure_read_has_value (money.note) || money.minor == 0);
    }
}

static void
read_lists (const char *text)
{
  g_autoptr (GArray) suppliers = tenure_suppliers_parse (text);
  g_autoptr (GArray) members = tenure_members_parse (text);
  g_autofree char *key = NULL;
  guint item;

  g_assert_nonnull (suppliers);
  for (guint i = 0; i < members->len; i++)
    {
      TenureMember *member = &g_array_index (members, TenureMember, i);

      g_assert_true (member->name != NULL && g_utf8_validate (member->name, -1, NULL));
      tenure_member_take_role (member, text);
      g_assert_nonnull (tenure_member_seat_role (member->role));
    }
  key = tenure_header_key (text, &item);
  g_assert_nonnull (key);
}

void
fuzz_read_cell (const TenureCell *cell)
{
  TenureReadNote note;
  TenureReadDate date = tenure_read_date (cell);
  TenureReadIdentifier identifier = tenure_read_identifier (cell->text);

  g_assert_cmpuint (strlen (cell->text), ==, cell->length);
  g_assert_true (g_utf8_validate (cell->text, cell->length, NULL));
  g_assert_true ((date.day != TENURE_DAY_NONE) == tenure_read_has_value (date.note));
  g_assert_true (!date.ambiguous || date.day_first);
  g_assert_true (g_utf8_validate (identifier.scheme, -1, NULL) && g_utf8_validate (identifier.value, -1, NULL));
  g_assert_cmpint (tenure_read_months (cell, &note), >=, -1);
  tenure_read_answer (cell, &note);
  tenure_read_charity_number (cell->text);
  tenure_read_company_number (cell->text);
  read_amounts (cell);
  read_lists (cell->text);
}
