#include "config.h"
#include "exchange/payment-titles-private.h"

#include "exchange/header-key-private.h"

/* Whether a title is one that lists of payments have and registers have not. */
static gboolean
is_payment_title (const char *title)
{
  static const char *const starts[] = { "paymentdate", "datepaid", "amountpaid",  "netamount",    "totalinvoiceamount",
                                        "invoice",     "payee",    "sumofamount", "transactionn", "beneficiaryname" };
  g_autofree char *key = tenure_header_key (title, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (key, starts[i]))
      return TRUE;
  return FALSE;
}

gboolean
tenure_titles_are_of_payments (const TenureTitles *titles, const GPtrArray *header)
{
  gboolean payments = FALSE, provider = FALSE;
  guint rank, item;

  for (guint i = 0; i < header->len; i++)
    {
      const char *title = g_ptr_array_index (header, i);
      const TenureTargetDef *def = tenure_titles_find (titles, title, &rank, &item);

      if (def != NULL && tenure_target_is_term (def->target))
        return FALSE;
      provider = provider || (def != NULL && tenure_target_is_provider (def->target));
      payments = payments || is_payment_title (title);
    }
  return payments || !provider;
}
