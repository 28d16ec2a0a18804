/* The register as a list: what a row stands for while records come and go, whoever looks at it in between. */

#include "register-fixture.h"

#include "app/agreements/register-model.h"
#include "store/history.h"

#define N_ROWS 60
#define N_ROUNDS 40
#define ROWS_A_STEP 7

typedef struct
{
  RegisterFixture base;
  TenureSnapshot *snapshot;
  TenureRegisterModel *model;
  GPtrArray *held; /* TenureRegisterRow: as cells hold them, longer than they are listed */
  guint n_items;   /* as it was told */
} Fixture;

/* What a cell does whenever it may be drawn: a row that stands for an agreement stands for its own one. */
static void
look_at (TenureRegisterModel *model, TenureRegisterRow *row)
{
  TenureSnapshot *snapshot = tenure_register_model_get_snapshot (model);
  g_autofree char *status = tenure_register_row_dup_text (row, tenure_register_column_find ("status"));
  const TenureFacts *facts;

  if (!tenure_register_row_is_computed (row))
    {
      g_assert_null (status);
      return;
    }
  facts = tenure_snapshot_get_facts (snapshot);
  g_assert_cmpuint (tenure_register_row_get_agreement (row), <, facts->n_agreements);
  g_assert_cmpint (facts->agreements[tenure_register_row_get_agreement (row)].id, ==, tenure_register_row_get_id (row));
  g_assert_nonnull (status);
}

static void
look_at_all (Fixture *fixture)
{
  for (guint i = 0; i < fixture->held->len; i++)
    look_at (fixture->model, fixture->held->pdata[i]);
}

static void
items_changed_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  g_assert_cmpuint (position + removed, <=, fixture->n_items);
  fixture->n_items += added - removed;
  g_assert_cmpuint (fixture->n_items, ==, g_list_model_get_n_items (G_LIST_MODEL (fixture->model)));
  look_at_all (fixture);
}

static void
hold (Fixture *fixture)
{
  g_ptr_array_set_size (fixture->held, 0);
  for (guint i = 0; i < fixture->n_items; i++)
    g_ptr_array_add (fixture->held, g_list_model_get_item (G_LIST_MODEL (fixture->model), i));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static RegisterRow rows[N_ROWS];
  static char titles[N_ROWS][16];

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_snprintf (titles[i], sizeof titles[i], "Agreement %u", i);
      rows[i] = (RegisterRow){ titles[i], "Lantern Trust", "grant", "North", "2026-04-01", "2027-03-31", 1 };
    }
  register_fixture_set_up_empty (&fixture->base, data);
  register_fixture_add (&fixture->base, rows, N_ROWS);
  fixture->model = tenure_register_model_new (fixture->base.document);
  fixture->held = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (fixture->model, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->model);
  /* Rows that outlive their list have nothing to say. */
  for (guint i = 0; i < fixture->held->len; i++)
    g_assert_false (tenure_register_row_is_computed (fixture->held->pdata[i]));
  g_ptr_array_unref (fixture->held);
  g_clear_pointer (&fixture->snapshot, tenure_snapshot_unref);
  register_fixture_tear_down (&fixture->base, data);
}

static void
read_again (Fixture *fixture)
{
  g_autoptr (TenureFilter) filter = tenure_filter_new ();
  g_autoptr (GError) error = NULL;

  register_fixture_read (&fixture->base);
  g_clear_pointer (&fixture->snapshot, tenure_snapshot_unref);
  fixture->snapshot = tenure_snapshot_new (fixture->base.basis, filter, fixture->base.reader, &error);
  g_assert_no_error (error);
}

/* Indexes of all agreements, as they stand in the facts. */
static GArray *
order_of_all (const Fixture *fixture)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < tenure_snapshot_get_facts (fixture->snapshot)->n_agreements; i++)
    g_array_append_val (order, i);
  return order;
}

/* Lists them, @n_steps rows a step, all of which are looked at in between, and holds the model to what was asked for. */
static void
list (Fixture *fixture, GArray *order, guint n_steps)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (fixture->snapshot);

  tenure_register_model_set (fixture->model, fixture->snapshot, order);
  look_at_all (fixture);
  while (tenure_register_model_advance (fixture->model, n_steps))
    look_at_all (fixture);
  g_assert_cmpuint (fixture->n_items, ==, order->len);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->model), order->len));
  for (guint i = 0; i < order->len; i++)
    {
      TenureId id = facts->agreements[g_array_index (order, guint32, i)].id;
      g_autoptr (TenureRegisterRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_assert_cmpint (tenure_register_row_get_id (row), ==, id);
      g_assert_cmpint (tenure_register_model_get_id (fixture->model, i), ==, id);
      g_assert_cmpuint (tenure_register_model_find (fixture->model, id), ==, i);
      look_at (fixture->model, row);
    }
}

static gboolean
delete_some (TenureEdit *edit, gpointer ids, GError **error)
{
  const GArray *gone = ids;

  for (guint i = 0; i < gone->len; i++)
    if (!tenure_edit_delete (edit, TENURE_RECORD_AGREEMENT, g_array_index (gone, TenureId, i), error))
      return FALSE;
  return TRUE;
}

/* Deletes @n agreements from index @first on. */
static void
delete_from (Fixture *fixture, guint first, guint n)
{
  const TenureFacts *facts = tenure_snapshot_get_facts (fixture->snapshot);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TenureId));
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    g_array_append_val (ids, facts->agreements[i].id);
  tenure_document_edit (fixture->base.document, "Delete", delete_some, ids, &error);
  g_assert_no_error (error);
}

/* --- Tests ---------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *label;
  guint first, n;
} deletions[] = {
  { "the first", 0, 1 },
  { "one in the middle", 30, 1 },
  { "the last", N_ROWS - 1, 1 },
  { "as many as rows go for", 10, 8 },
  { "one more, where rows take other records", 10, 9 },
  { "all but the last", 0, N_ROWS - 1 },
  { "all", 0, N_ROWS },
};

/* The last row knew its agreement by an index that lies past the end afterwards. */
static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deletions); i++)
    {
      g_autoptr (GArray) before = NULL, after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", deletions[i].label);
      read_again (fixture);
      before = order_of_all (fixture);
      g_assert_cmpuint (before->len, ==, N_ROWS);
      list (fixture, before, ROWS_A_STEP);
      hold (fixture);
      delete_from (fixture, deletions[i].first, deletions[i].n);
      read_again (fixture);
      after = order_of_all (fixture);
      g_assert_cmpuint (after->len, ==, N_ROWS - deletions[i].n);
      list (fixture, after, ROWS_A_STEP);
      g_assert_true (tenure_document_undo (fixture->base.document, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
shuffle (GArray *order, GRand *rand)
{
  for (guint i = order->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i);
      guint32 kept = g_array_index (order, guint32, i - 1);

      g_array_index (order, guint32, i - 1) = g_array_index (order, guint32, other);
      g_array_index (order, guint32, other) = kept;
    }
}

/* Some are deleted, some are filtered away, and now and then the order is another; the rows of some rounds are held on to. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  read_again (fixture);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n = tenure_snapshot_get_facts (fixture->snapshot)->n_agreements;
      g_autoptr (GArray) order = NULL;

      if (n > 0 && g_rand_boolean (rand))
        {
          guint first = (guint) g_rand_int_range (rand, 0, (gint32) n), some = (guint) g_rand_int_range (rand, 1, 4);

          delete_from (fixture, first, MIN (n - first, some));
          read_again (fixture);
        }
      order = order_of_all (fixture);
      if (g_rand_int_range (rand, 0, 4) == 0)
        shuffle (order, rand);
      if (order->len > 0 && g_rand_boolean (rand))
        g_array_set_size (order, (guint) g_rand_int_range (rand, 0, (gint32) order->len));
      list (fixture, order, (guint) g_rand_int_range (rand, 1, 12));
      if (g_rand_boolean (rand))
        hold (fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/register-model/deleted", Fixture, NULL, set_up, test_deleted, tear_down);
  g_test_add ("/register-model/random", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
