/* The catalogue of fields: that every line of it can be used for what reads it. */

#include "catalogue/field.h"

#include <string.h>

static gboolean
is_machine_name (const char *name)
{
  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && *c != '_' && !g_ascii_isdigit (*c))
      return FALSE;
  return name[0] != '\0';
}

/* A case of `counts_unless` names a field of the record, and of a choice or a flag a value that it can have. */
static void
check_case (const TenureRecordDef *def, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  int index = tenure_record_find_field (def->type, parts[0]);

  g_assert_cmpint (index, >=, 0);
  if (parts[1] == NULL)
    return;
  if (def->fields[index].type == TENURE_FIELD_FLAG)
    g_assert_true (strcmp (parts[1], "0") == 0 || strcmp (parts[1], "1") == 0);
  else
    g_assert_cmpstr (tenure_field_choice_value (&def->fields[index], parts[1]), ==, parts[1]);
}

static void
check_field (const TenureRecordDef *def, const TenureField *field)
{
  gboolean is_choice = field->type == TENURE_FIELD_CHOICE, is_reference = field->type == TENURE_FIELD_REFERENCE;

  g_assert_true (is_machine_name (field->name));
  g_assert_nonnull (field->label);
  g_assert_true ((field->choices != NULL) == is_choice);
  /* A searched field has words in it. */
  if (field->flags & TENURE_FIELD_SEARCHED)
    g_assert_true (field->type == TENURE_FIELD_TEXT || field->type == TENURE_FIELD_LONG_TEXT || field->type == TENURE_FIELD_LIST);
  if (is_reference)
    g_assert_true (field->refers_to >= 0 && field->refers_to < TENURE_N_RECORDS);
  /* What is inherited is there to be inherited. */
  if (field->flags & TENURE_FIELD_BELOW_ZERO)
    g_assert_cmpint (field->type, ==, TENURE_FIELD_MONEY);
  if (field->flags & TENURE_FIELD_INHERITED)
    g_assert_cmpint (tenure_record_find_field (def->parent, field->name), >=, 0);
  /* Only what counts can fail to count. */
  if (field->counts_unless != NULL)
    {
      g_auto (GStrv) cases = g_strsplit (field->counts_unless, "|", -1);

      g_assert_true (field->flags & TENURE_FIELD_CORE);
      for (char **item = cases; *item != NULL; item++)
        check_case (def, *item);
    }
  /* Everything in a form stands in a section of it. */
  if (!(field->flags & TENURE_FIELD_PARENT))
    g_assert_nonnull (field->group);
}

static void
test_every_field (void)
{
  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureRecordDef *def = tenure_record_def ((TenureRecordType) type);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpint (def->type, ==, type);
      for (guint i = 0; i < def->n_fields; i++)
        {
          g_test_message ("%s.%s", def->table, def->fields[i].name);
          check_field (def, &def->fields[i]);
          g_assert_true (g_hash_table_add (names, (gpointer) def->fields[i].name));
          g_assert_cmpuint (tenure_record_field_index ((TenureRecordType) type, def->fields[i].name), ==, i);
        }
    }
}

static void
test_every_record (void)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (g_str_hash, g_str_equal);

  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureRecordDef *def = tenure_record_def ((TenureRecordType) type);
      guint parents = 0;

      g_test_message ("%s", def->table);
      g_assert_true (is_machine_name (def->table));
      g_assert_true (g_hash_table_add (tables, (gpointer) def->table));
      g_assert_nonnull (def->label);
      g_assert_nonnull (def->label_plural);
      g_assert_cmpint (tenure_record_type_from_table (def->table), ==, type);
      if (def->title_field != NULL)
        g_assert_cmpint (tenure_record_find_field ((TenureRecordType) type, def->title_field), >=, 0);
      for (guint i = 0; i < def->n_fields; i++)
        if (def->fields[i].flags & TENURE_FIELD_PARENT)
          {
            g_assert_cmpint (def->fields[i].refers_to, ==, def->parent);
            parents++;
          }
      g_assert_cmpuint (parents, ==, def->parent != TENURE_RECORD_NONE ? 1 : 0);
    }
}

/* A heading of a register leads to one field of a record type, or nobody could say which. */
static void
test_spellings_are_unambiguous (void)
{
  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureRecordDef *def = tenure_record_def ((TenureRecordType) type);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < def->n_fields; i++)
        {
          g_auto (GStrv) spellings = g_strsplit (def->fields[i].spellings != NULL ? def->fields[i].spellings : "", "|", -1);

          for (char **spelling = spellings; *spelling != NULL; spelling++)
            {
              const char *other = g_hash_table_lookup (seen, *spelling);

              g_test_message ("%s: %s", def->fields[i].name, *spelling);
              g_assert_true (other == NULL || g_str_equal (other, def->fields[i].name));
              g_hash_table_insert (seen, g_strdup (*spelling), (gpointer) def->fields[i].name);
            }
        }
    }
}

static void
test_choices (void)
{
  const TenureRecordDef *def = tenure_record_def (TENURE_RECORD_AGREEMENT);
  const TenureField *kind = &def->fields[tenure_record_field_index (TENURE_RECORD_AGREEMENT, "kind")];

  g_assert_cmpstr (tenure_field_choice_label (kind, "sla"), ==, "Service level agreement");
  g_assert_cmpstr (tenure_field_choice_label (kind, "handshake"), ==, "handshake");
  g_assert_null (tenure_field_choice_label (kind, NULL));
  g_assert_cmpstr (tenure_field_choice_value (kind, "service  LEVEL agreement"), ==, "sla");
  g_assert_cmpstr (tenure_field_choice_value (kind, "citizen_directed"), ==, "citizen_directed");
  g_assert_null (tenure_field_choice_value (kind, "handshake"));
  g_assert_null (tenure_field_choice_value (kind, ""));
}

static void
test_unknown_names (void)
{
  g_assert_cmpint (tenure_record_type_from_table ("unicorn"), ==, TENURE_RECORD_NONE);
  g_assert_cmpint (tenure_record_type_from_table (NULL), ==, TENURE_RECORD_NONE);
  g_assert_cmpint (tenure_record_find_field (TENURE_RECORD_BOARD, "horn"), ==, -1);
  g_assert_cmpint (tenure_record_find_field (TENURE_RECORD_BOARD, NULL), ==, -1);
}

static void
ask_for_a_horn (void)
{
  tenure_record_field_index (TENURE_RECORD_BOARD, "horn");
}

/* A field name written in the program that the catalogue does not have is a bug, and stops. */
static void
test_unknown_name_in_the_program (void)
{
  if (g_test_subprocess ())
    ask_for_a_horn ();
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*no field \"horn\" in record type board*");
}

/* Every field that anybody meets is explained in a sentence of its own; numbers say of what. The link to the parent and a
 * currency taken from it are met by nobody. */
static void
test_explained (void)
{
  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureRecordDef *def = tenure_record_def ((TenureRecordType) type);

      for (guint i = 0; i < def->n_fields; i++)
        {
          const TenureField *field = &def->fields[i];

          if (field->flags & (TENURE_FIELD_PARENT | TENURE_FIELD_INHERITED))
            continue;
          g_test_message ("%s.%s", def->table, field->name);
          g_assert_nonnull (field->help);
          g_assert_true (g_str_has_suffix (field->help, "."));
          g_assert_cmpstr (field->help, !=, field->label);
          if (field->type == TENURE_FIELD_NUMBER && !(field->flags & TENURE_FIELD_FIXED)
              && !g_str_equal (field->name, "reference_part"))
            g_assert_nonnull (field->unit);
        }
    }
}

/* Unknown is never none: what is not recorded of a key person is not that there is none. */
static void
test_blank_is_not_none (void)
{
  for (int type = 0; type < TENURE_N_RECORDS; type++)
    {
      const TenureRecordDef *def = tenure_record_def ((TenureRecordType) type);

      for (guint i = 0; i < def->n_fields; i++)
        {
          g_test_message ("%s.%s", def->table, def->fields[i].name);
          g_assert_false (def->fields[i].help != NULL
                          && g_regex_match_simple ("blank[^.]* (none|no|nobody|zero)\\b", def->fields[i].help,
                                                   G_REGEX_CASELESS, 0));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/every-field", test_every_field);
  g_test_add_func ("/field/every-record", test_every_record);
  g_test_add_func ("/field/spellings-are-unambiguous", test_spellings_are_unambiguous);
  g_test_add_func ("/field/choices", test_choices);
  g_test_add_func ("/field/unknown-names", test_unknown_names);
  g_test_add_func ("/field/unknown-name-in-the-program", test_unknown_name_in_the_program);
  g_test_add_func ("/field/explained", test_explained);
  g_test_add_func ("/field/blank-is-not-none", test_blank_is_not_none);
  return g_test_run ();
}
