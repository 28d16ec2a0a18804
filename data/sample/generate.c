/* Makes the sample portfolio: generate OUTPUT.tenure [SEED]
 *
 * The same seed gives the same records under the same ids. Everything goes through the store's own edits, so
 * that the sample has a history that can be undone like any other. */

#include "sample.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#define DEFAULT_SEED 20261121

static void
write_all (Sample *self)
{
  sample_write_organisations (self);
  sample_write_networks (self);
  sample_write_price_indexes (self);
  sample_plan_funding (self);
  sample_write_funding (self);
  sample_write_accounts (self);
  sample_write_boards (self);
  sample_write_contacts (self);
  sample_write_meetings (self);
  sample_write_participation (self);
  sample_write_specifications (self);
  sample_write_results (self);
  sample_write_costs (self);
  sample_write_payments (self);
  sample_write_schedules (self);
  sample_write_uplifts (self);
  sample_write_decisions (self);
  sample_write_variations (self);
  sample_write_views (self);
}

static gboolean
write_sample (TenureDocument *document, guint32 seed, GError **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) organisations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) boards = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) price_indexes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GArray) agreements = g_array_new (FALSE, FALSE, sizeof (SampleAgreement));
  Sample sample = { .document = document,
                    .random = random,
                    .seed = seed,
                    .today = sample_date (SAMPLE_TODAY),
                    .organisations = organisations,
                    .people = people,
                    .boards = boards,
                    .price_indexes = price_indexes,
                    .agreements = agreements };

  tenure_id_seed (seed);
  write_all (&sample);
  if (sample.error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&sample.error));
  return FALSE;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_tree (inside);
    }
  g_remove (path);
}

/* The working copy lives in a folder that is gone afterwards. */
static gboolean
generate (const char *path, guint32 seed, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *state = g_dir_make_tmp ("tenure-sample-XXXXXX", error);
  g_autoptr (TenureDocument) document = state != NULL ? tenure_document_new (state, error) : NULL;
  gboolean done = document != NULL && write_sample (document, seed, error) &&
                  tenure_document_save_as (document, file, NULL, error);

  if (document != NULL)
    tenure_document_close (document, TRUE);
  if (state != NULL)
    remove_tree (state);
  return done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2 || argc > 3)
    {
      g_printerr ("Usage: %s OUTPUT.tenure [SEED]\n", argv[0]);
      return 2;
    }
  if (!generate (argv[1], argc > 2 ? (guint32) strtoul (argv[2], NULL, 10) : DEFAULT_SEED, &error))
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      return 1;
    }
  return 0;
}
