/* How several funders share what an agreement costs: in words, divided, and what is left for one more. */

#include "app/forms/funder-shares.h"

#define MAX_FUNDERS 3
#define NONE -1

static guint
field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_FUNDER, name);
}

/* One more funder, without a name. */
static TenureDraft *
add_funder (TenureDraft *agreement)
{
  return tenure_draft_add_child (agreement, tenure_draft_new (TENURE_RECORD_FUNDER, TENURE_CURRENCY_NONE));
}

static void
name (TenureDraft *funder, const char *title)
{
  tenure_draft_set_reference (funder, field ("organisation"), tenure_id_new (), title);
}

static void
set_share (TenureDraft *funder, gint64 share)
{
  if (share != NONE)
    tenure_record_set_integer (funder->record, field ("share"), share);
}

static gint64
share_of (const TenureDraft *funder)
{
  gint64 share;

  return tenure_record_get_integer (funder->record, field ("share"), &share) ? share : NONE;
}

/* Of agreements with funders A, B and C. */
static TenureDraft *
agreement_new (const gint64 *shares, guint n)
{
  TenureDraft *agreement = tenure_draft_new (TENURE_RECORD_AGREEMENT, TENURE_CURRENCY_GBP);

  for (guint i = 0; i < n; i++)
    {
      const char title[] = { (char) ('A' + i), '\0' };
      TenureDraft *funder = add_funder (agreement);

      name (funder, title);
      set_share (funder, shares[i]);
      funder->share_settled = TRUE;
    }
  return agreement;
}

static void
test_words (void)
{
  static const struct
  {
    guint n;
    gint64 shares[MAX_FUNDERS];
    const char *words, *joint;
  } cases[] = {
    { 0, { NONE }, NULL, NULL },
    { 1, { NONE }, NULL, NULL },
    { 1, { 10000 }, "Shares make 100 %.", NULL },
    { 1, { 8000 }, "Shares make 80 %: 20 % is not recorded.", NULL },
    { 2, { NONE, NONE }, "No shares are recorded.", NULL },
    { 2, { 5000, NONE }, "Shares make 50 %: 1 funder has none recorded.", NULL },
    { 3, { 5000, NONE, NONE }, "Shares make 50 %: 2 funders have none recorded.", NULL },
    { 2, { 5000, 5000 }, "Shares make 100 %.", "A 50 %, B 50 %" },
    { 2, { 5000, 4999 }, "Shares make 99.99 %: 0.01 % is not recorded.", NULL },
    { 2, { 5000, 5001 }, "Shares make 100.01 %: 0.01 % too much.", NULL },
    { 3, { 6000, 6000, NONE }, "Shares make 120 %: 20 % too much.", NULL },
    { 3, { 3333, 3333, 3334 }, "Shares make 100 %.", "A 33.33 %, B 33.33 %, C 33.34 %" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureDraft) agreement = agreement_new (cases[i].shares, cases[i].n);
      g_autoptr (GPtrArray) funders = tenure_funder_shares_list (agreement);
      g_autofree char *words = tenure_funder_shares_dup_words (funders);
      g_autofree char *joint = tenure_funder_shares_dup_joint (funders);

      g_test_message ("case %zu", i);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (joint, ==, cases[i].joint);
    }
}

/* It is a post where the agreement pays for one. */
static void
test_label (void)
{
  g_autoptr (TenureRecord) agreement = tenure_record_new (TENURE_RECORD_AGREEMENT);

  g_assert_cmpstr (tenure_funder_shares_joint_label (agreement), ==, "Joint");
  tenure_record_set_integer (agreement, tenure_record_field_index (TENURE_RECORD_AGREEMENT, "posts"), 100);
  g_assert_cmpstr (tenure_funder_shares_joint_label (agreement), ==, "Joint post");
}

/* Parts make up the whole; what is equal already is not offered; blank and removed funders have no part. */
static void
test_divide (void)
{
  static const struct
  {
    guint n;
    gint64 shares[MAX_FUNDERS], divided[MAX_FUNDERS];
    gboolean offered;
  } cases[] = {
    { 1, { NONE }, { 10000 }, FALSE },
    { 2, { NONE, NONE }, { 5000, 5000 }, TRUE },
    { 2, { 7000, 3000 }, { 5000, 5000 }, TRUE },
    { 2, { 5000, 5000 }, { 5000, 5000 }, FALSE },
    { 3, { 5000, 5000, NONE }, { 3334, 3333, 3333 }, TRUE },
    { 3, { 3334, 3333, 3333 }, { 3334, 3333, 3333 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureDraft) agreement = agreement_new (cases[i].shares, cases[i].n);
      TenureDraft *blank = add_funder (agreement), *removed = add_funder (agreement);

      name (removed, "Z");
      tenure_draft_remove (removed);
      g_test_message ("case %zu", i);
      g_assert_cmpint (tenure_funder_shares_can_divide (agreement), ==, cases[i].offered);
      tenure_funder_shares_divide (agreement);
      for (guint n = 0; n < cases[i].n; n++)
        g_assert_cmpint (share_of (agreement->children->pdata[n]), ==, cases[i].divided[n]);
      g_assert_cmpint (share_of (blank), ==, NONE);
      g_assert_cmpint (share_of (removed), ==, NONE);
    }
}

/* One more funder is given what the others leave, once it is named. */
static void
test_propose (void)
{
  static const struct
  {
    guint n;
    gint64 shares[MAX_FUNDERS], proposed;
  } cases[] = {
    { 0, { NONE }, NONE },
    { 1, { NONE }, NONE },
    { 1, { 5000 }, 5000 },
    { 1, { 10000 }, NONE },
    { 2, { 5000, 3000 }, 2000 },
    { 2, { 5000, NONE }, NONE },
    { 2, { 8000, 8000 }, NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TenureDraft) agreement = agreement_new (cases[i].shares, cases[i].n);
      TenureDraft *added = add_funder (agreement);

      g_test_message ("case %zu", i);
      tenure_funder_shares_propose (agreement);
      g_assert_true (tenure_draft_is_void (added));
      name (added, "Z");
      tenure_funder_shares_propose (agreement);
      g_assert_cmpint (share_of (added), ==, cases[i].proposed);
    }
}

/* What the user took out or wrote is left alone, and so is what is stored or what the form itself put there. */
static void
test_once (void)
{
  const gint64 half[] = { 5000 };
  const TenureValue none = TENURE_VALUE_NULL_INIT;
  g_autoptr (TenureDraft) agreement = agreement_new (half, 1);
  TenureDraft *added = add_funder (agreement), *typed = NULL, *renewed = NULL;

  name (added, "Z");
  tenure_funder_shares_propose (agreement);
  g_assert_cmpint (share_of (added), ==, 5000);
  tenure_draft_set_value (added, field ("share"), &none);
  tenure_funder_shares_propose (agreement);
  g_assert_cmpint (share_of (added), ==, NONE);
  tenure_draft_remove (added);
  typed = add_funder (agreement);
  tenure_draft_set_text (typed, field ("share"), "a third");
  name (typed, "Y");
  tenure_funder_shares_propose (agreement);
  g_assert_cmpstr (typed->texts[field ("share")], ==, "a third");
  tenure_draft_remove (typed);
  renewed = add_funder (agreement);
  name (renewed, "X");
  tenure_draft_propose (renewed);
  tenure_funder_shares_propose (agreement);
  g_assert_cmpint (share_of (renewed), ==, NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/funder-shares/words", test_words);
  g_test_add_func ("/funder-shares/label", test_label);
  g_test_add_func ("/funder-shares/divide", test_divide);
  g_test_add_func ("/funder-shares/propose", test_propose);
  g_test_add_func ("/funder-shares/once", test_once);
  return g_test_run ();
}
