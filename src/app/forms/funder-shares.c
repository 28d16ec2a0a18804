#include "config.h"
#include "app/forms/funder-shares.h"

#include "base/hundredths.h"
#include "base/i18n.h"
#include "base/ratio.h"

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_FUNDER, name);
}

static gboolean
is_funder (const TenureDraft *child)
{
  return child->record->type == TENURE_RECORD_FUNDER && !tenure_draft_is_void (child);
}

GPtrArray *
tenure_funder_shares_list (const TenureDraft *agreement)
{
  GPtrArray *funders = g_ptr_array_new ();

  for (guint i = 0; i < agreement->children->len; i++)
    if (is_funder (agreement->children->pdata[i]))
      g_ptr_array_add (funders, ((const TenureDraft *) agreement->children->pdata[i])->record);
  return funders;
}

/* How many of @funders have a share, and what these make. @except: (nullable): one that is passed over. */
static guint
add_up (const GPtrArray *funders, const TenureRecord *except, gint64 *out_sum)
{
  guint n = 0;
  gint64 share;

  *out_sum = 0;
  for (guint i = 0; i < funders->len; i++)
    if (funders->pdata[i] != except && tenure_record_get_integer (funders->pdata[i], field ("share"), &share))
      {
        *out_sum += share;
        n++;
      }
  return n;
}

static char *
dup_per_cent (gint64 share)
{
  g_autofree char *number = tenure_hundredths_dup_text (share);

  return g_strdup_printf (_ ("%s %%"), number);
}

char *
tenure_funder_shares_dup_words (const GPtrArray *funders)
{
  gint64 sum;
  guint known = add_up (funders, NULL, &sum), unknown = funders->len - known;
  g_autofree char *total = dup_per_cent (sum);
  g_autofree char *rest = dup_per_cent (ABS (TENURE_WHOLE_BP - sum));

  if (known == 0)
    return funders->len > 1 ? g_strdup (_ ("No shares are recorded.")) : NULL;
  if (sum > TENURE_WHOLE_BP)
    /* Translators: of funders: "Shares make 120 %: 20 % too much." */
    return g_strdup_printf (_ ("Shares make %1$s: %2$s too much."), total, rest);
  if (unknown > 0)
    /* Translators: of funders: "Shares make 50 %: 1 funder has none recorded." */
    return g_strdup_printf (ngettext ("Shares make %1$s: %2$u funder has none recorded.",
                                      "Shares make %1$s: %2$u funders have none recorded.", unknown),
                            total, unknown);
  if (sum < TENURE_WHOLE_BP)
    /* Translators: of funders: "Shares make 80 %: 20 % is not recorded." */
    return g_strdup_printf (_ ("Shares make %1$s: %2$s is not recorded."), total, rest);
  /* Translators: of funders: "Shares make 100 %." */
  return g_strdup_printf (_ ("Shares make %s."), total);
}

char *
tenure_funder_shares_dup_joint (const GPtrArray *funders)
{
  gint64 sum;
  GString *text;

  if (funders->len < 2 || add_up (funders, NULL, &sum) < funders->len || sum != TENURE_WHOLE_BP)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < funders->len; i++)
    {
      g_autofree char *name = tenure_record_dup_label (funders->pdata[i], field ("organisation"));
      g_autofree char *share = tenure_record_dup_label (funders->pdata[i], field ("share"));

      g_string_append (text, i > 0 ? ", " : "");
      /* Translators: a funder and its share: "North Ridge Council 50 %". */
      g_string_append_printf (text, _ ("%1$s %2$s"), name != NULL ? name : _ ("Funder not recorded"), share);
    }
  return g_string_free (text, FALSE);
}

const char *
tenure_funder_shares_joint_label (const TenureRecord *agreement)
{
  gboolean post = tenure_record_is_known (agreement, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "posts"))
                  || tenure_record_is_known (agreement, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "funded_role"));

  return post ? _ ("Joint post") : _ ("Joint");
}

/* --- In a form ------------------------------------------------------------------------------------------------ */

/* The @i-th of @n. */
static gint64
equal_share (guint i, guint n)
{
  return TENURE_WHOLE_BP / n + (i < TENURE_WHOLE_BP % n);
}

gboolean
tenure_funder_shares_can_divide (const TenureDraft *agreement)
{
  g_autoptr (GPtrArray) funders = tenure_funder_shares_list (agreement);
  gint64 share;

  for (guint i = 0; funders->len > 1 && i < funders->len; i++)
    if (!tenure_record_get_integer (funders->pdata[i], field ("share"), &share) || share != equal_share (i, funders->len))
      return TRUE;
  return FALSE;
}

static void
set_share (TenureDraft *funder, gint64 share)
{
  TenureValue value = TENURE_VALUE_OF_INTEGER (share);

  tenure_draft_set_value (funder, field ("share"), &value);
}

void
tenure_funder_shares_divide (TenureDraft *agreement)
{
  g_autoptr (GPtrArray) funders = tenure_funder_shares_list (agreement);
  guint place = 0;

  for (guint i = 0; i < agreement->children->len; i++)
    if (is_funder (agreement->children->pdata[i]))
      set_share (agreement->children->pdata[i], equal_share (place++, funders->len));
}

/* Whether it was named just now, by the user. */
static gboolean
is_newly_named (const TenureDraft *child)
{
  return is_funder (child) && child->original == NULL && child->proposed == NULL && !child->share_settled
         && tenure_record_is_known (child->record, field ("organisation"));
}

void
tenure_funder_shares_propose (TenureDraft *agreement)
{
  for (guint i = 0; i < agreement->children->len; i++)
    {
      TenureDraft *child = agreement->children->pdata[i];
      g_autoptr (GPtrArray) funders = NULL;
      guint n_known;
      gint64 sum;

      if (!is_newly_named (child))
        continue;
      child->share_settled = TRUE;
      funders = tenure_funder_shares_list (agreement);
      n_known = add_up (funders, child->record, &sum);
      if (n_known > 0 && n_known == funders->len - 1 && sum < TENURE_WHOLE_BP && child->texts[field ("share")] == NULL
          && !tenure_record_is_known (child->record, field ("share")))
        set_share (child, TENURE_WHOLE_BP - sum);
    }
}
