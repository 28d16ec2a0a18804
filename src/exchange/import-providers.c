/* Providers and buyers of an import: reading what a row says about an organisation, finding or adding it, and the
 * question whether it is of the voluntary sector. */

#include "config.h"

#include "base/i18n.h"
#include <string.h>

#include "base/text.h"
#include "catalogue/identifier.h"
#include "exchange/import-private.h"
#include "exchange/several-names-private.h"
#include "exchange/suppliers-private.h"

static guint
organisation_field (const char *name)
{
  return tenure_record_field_index (TENURE_RECORD_ORGANISATION, name);
}

static TenureReadIdentifier
read_for (TenureTarget target, const char *text)
{
  if (target == TENURE_TARGET_ORG_CHARITY)
    return tenure_read_charity_number (text);
  return target == TENURE_TARGET_ORG_COMPANY ? tenure_read_company_number (text) : tenure_read_identifier (text);
}

/* @text with the letter O beside a figure as the figure it was probably meant to be, where that makes it a number of its
 * register; else NULL. It is asked about and never taken. */
static char *
dup_guess (TenureTarget target, const char *text)
{
  g_autofree char *guess = g_strdup (text);

  for (char *c = guess; *c != '\0'; c++)
    if ((*c == 'O' || *c == 'o') && (g_ascii_isdigit (c[1]) || (c > guess && g_ascii_isdigit (c[-1]))))
      *c = '0';
  if (g_str_equal (guess, text) || !tenure_read_has_value (read_for (target, guess).note))
    return NULL;
  return g_steal_pointer (&guess);
}

static void
note_invalid_identifier (TenureImport *import, TenureTarget target, const char *text, const TenureReadIdentifier *identifier)
{
  g_autofree char *guess = dup_guess (target, text);
  g_autofree char *fault = tenure_identifier_dup_fault (identifier->scheme, identifier->value);

  if (guess != NULL)
    tenure_import_note (
        import, target, TENURE_PROBLEM_WARNING, "identifier-invalid",
        _ ("“%1$s” cannot be a number of its register, so nobody is recognised by it. It has the letter O for a "
           "nought: did you mean “%2$s”? Correct it in the file and import it again."),
        text, guess);
  else if (fault != NULL)
    tenure_import_note (
        import, target, TENURE_PROBLEM_WARNING, "identifier-invalid",
        /* Translators: the number, then a sentence about how such numbers look. */
        _ ("“%1$s” cannot be a number of its register, so nobody is recognised by it. %2$s Only the original row "
           "keeps it; correct it in the file if you know the number."),
        text, fault);
  else
    tenure_import_note (
        import, target, TENURE_PROBLEM_WARNING, "identifier-invalid",
        _ ("“%s” cannot be a number of its register, so nobody is recognised by it. Only the original row keeps "
           "it; correct it in the file if you know the number."),
        text);
}

/* Adds an identifier to the clue, once, and says what is wrong with one that cannot be used. */
static void
take_identifier (TenureImport *import,
                 TenureTarget target,
                 const char *text,
                 TenureReadIdentifier identifier,
                 TenureOrganisationClue *clue)
{
  if (identifier.note == TENURE_READ_BLANK || identifier.note == TENURE_READ_UNKNOWN)
    return;
  if (identifier.note == TENURE_READ_INVALID)
    {
      note_invalid_identifier (import, target, text, &identifier);
      return;
    }
  if (identifier.scheme[0] == '\0')
    {
      tenure_import_note (
          import, target, TENURE_PROBLEM_WARNING, "identifier-unrecognised",
          _ ("“%s” does not begin with a register that Tenure knows, such as GB-CHC or GB-COH, so nobody is recognised "
             "by it. Only the original row keeps it."),
          text);
      return;
    }
  for (guint i = 0; i < clue->n_identifiers; i++)
    if (g_str_equal (clue->identifiers[i].scheme, identifier.scheme)
        && g_str_equal (clue->identifiers[i].value, identifier.value))
      return;
  if (clue->n_identifiers < TENURE_CLUE_MAX_IDENTIFIERS)
    clue->identifiers[clue->n_identifiers++] = identifier;
}

/* Numbers of linked charities share the main charity's: 1035628 with 2 is 1035628-2. */
static void
add_linked_number (TenureImport *import, TenureReadIdentifier *identifier)
{
  const TenureCell *linked = tenure_import_cell (import, TENURE_TARGET_ORG_LINKED);
  guint64 number;

  if (g_str_equal (identifier->scheme, "GB-CHC") && g_ascii_string_to_unsigned (linked->text, 10, 1, 100000, &number, NULL))
    g_snprintf (identifier->value + strlen (identifier->value), sizeof identifier->value - strlen (identifier->value), "-%u",
                (guint) number);
}

void
tenure_import_read_identifiers (TenureImport *import, TenureOrganisationClue *clue)
{
  const TenureCell *whole = tenure_import_cell (import, TENURE_TARGET_ORG_ID);
  const TenureCell *charity = tenure_import_cell (import, TENURE_TARGET_ORG_CHARITY);
  const TenureCell *company = tenure_import_cell (import, TENURE_TARGET_ORG_COMPANY);
  TenureReadIdentifier identifier;

  if (whole->length > 0)
    take_identifier (import, TENURE_TARGET_ORG_ID, whole->text, tenure_read_identifier (whole->text), clue);
  if (charity->length > 0)
    {
      identifier = tenure_read_charity_number (charity->text);
      if (tenure_read_has_value (identifier.note))
        add_linked_number (import, &identifier);
      take_identifier (import, TENURE_TARGET_ORG_CHARITY, charity->text, identifier, clue);
    }
  if (company->length > 0)
    take_identifier (import, TENURE_TARGET_ORG_COMPANY, company->text, tenure_read_company_number (company->text), clue);
}

/* What the flag column says. "VCSE supplier type" names the type instead of saying yes. */
static TenureAnswer
read_flag (TenureImport *import)
{
  static const char *const types[] = { "charit", "cio", "cic", "social enterprise", "community", "voluntary", "vcs" };
  const TenureCell *cell = tenure_import_cell (import, TENURE_TARGET_ORG_VCS);
  TenureReadNote note;
  TenureAnswer answer = tenure_read_answer (cell, &note);
  g_autofree char *key = note == TENURE_READ_INVALID ? tenure_text_dup_key (cell->text) : NULL;

  for (gsize i = 0; key != NULL && i < G_N_ELEMENTS (types); i++)
    if (strstr (key, types[i]) != NULL && strstr (key, "non") == NULL && strstr (key, "not ") == NULL)
      return TENURE_ANSWER_YES;
  if (key != NULL)
    tenure_import_note (import, TENURE_TARGET_ORG_VCS, TENURE_PROBLEM_WARNING, "answer-invalid",
                        _ ("“%s” is neither yes nor no and is left not recorded."), cell->text);
  return answer;
}

static void
set_vcs (TenureRecord *draft, TenureAnswer answer, char *evidence)
{
  tenure_record_set_flag (draft, organisation_field ("vcs"), answer == TENURE_ANSWER_YES);
  tenure_record_take_text (draft, organisation_field ("vcs_evidence"), evidence);
}

void
tenure_import_read_vcs (TenureImport *import, TenureOrganisationClue *clue, TenureRecord *draft)
{
  TenureAnswer answer = clue->name != NULL ? tenure_plan_get_vcs (import->plan, clue->name) : TENURE_ANSWER_UNKNOWN;

  if (answer != TENURE_ANSWER_UNKNOWN)
    {
      set_vcs (draft, answer, g_strdup (_ ("Answered at import")));
      clue->flagged = TRUE;
      return;
    }
  if (tenure_record_is_known (draft, organisation_field ("vcs")))
    return;
  answer = read_flag (import);
  if (answer != TENURE_ANSWER_UNKNOWN)
    {
      /* Translators: evidence: the title of a column in a file and the text of a cell: “VCSE” says Yes. */
      set_vcs (draft, answer,
               g_strdup_printf (_ ("“%s” says %s"), tenure_import_title (import, TENURE_TARGET_ORG_VCS),
                                tenure_import_cell (import, TENURE_TARGET_ORG_VCS)->text));
      clue->flagged = TRUE;
      return;
    }
  for (guint i = 0; i < clue->n_identifiers; i++)
    if (tenure_read_identifier_is_charity (clue->identifiers[i].scheme, clue->identifiers[i].value))
      {
        set_vcs (draft, TENURE_ANSWER_YES,
                 g_strdup_printf (_ ("Registered as %s-%s"), clue->identifiers[i].scheme, clue->identifiers[i].value));
        return;
      }
}

static void
read_text (TenureImport *import, TenureTarget target, TenureRecord *record, const char *field)
{
  char *text = tenure_import_dup_text (tenure_import_cell (import, target));

  if (text != NULL)
    tenure_record_take_text (record, organisation_field (field), text);
}

void
tenure_import_read_organisation (TenureImport *import, TenureRecord *draft)
{
  const TenureField *kind = &tenure_record_def (TENURE_RECORD_ORGANISATION)->fields[organisation_field ("kind")];
  const TenureCell *cell = tenure_import_cell (import, TENURE_TARGET_ORG_KIND);

  read_text (import, TENURE_TARGET_ORG_PLACE, draft, "place");
  read_text (import, TENURE_TARGET_ORG_POSTCODE, draft, "postcode");
  read_text (import, TENURE_TARGET_ORG_WEBSITE, draft, "website");
  if (cell->length > 0)
    tenure_record_set_text (draft, organisation_field ("kind"), tenure_field_choice_value (kind, cell->text));
}

/* The column in which @identifier stands. */
static TenureTarget
find_identifier_target (TenureImport *import, const TenureReadIdentifier *identifier)
{
  static const TenureTarget targets[] = { TENURE_TARGET_ORG_ID, TENURE_TARGET_ORG_CHARITY, TENURE_TARGET_ORG_COMPANY };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      const TenureCell *cell = tenure_import_cell (import, targets[i]);
      TenureReadIdentifier read = read_for (targets[i], cell->text);

      if (cell->length > 0 && g_str_equal (read.scheme, identifier->scheme)
          && g_str_has_prefix (identifier->value, read.value))
        return targets[i];
    }
  return TENURE_TARGET_NONE;
}

/* Stores the identifiers of @clue that the organisation does not have yet. */
static gboolean
add_identifiers (TenureImport *import,
                 TenureOrganisationEntry *entry,
                 const TenureOrganisationClue *clue,
                 gboolean *changed,
                 GError **error)
{
  for (guint i = 0; i < clue->n_identifiers; i++)
    {
      const TenureReadIdentifier *identifier = &clue->identifiers[i];
      g_autoptr (TenureRecord) record = NULL;
      gboolean same;

      if (tenure_organisations_has_scheme (entry, identifier->scheme, identifier->value, &same) && !same
          && tenure_read_scheme_is_shared (identifier->scheme))
        {
          tenure_import_note (
              import, find_identifier_target (import, identifier), TENURE_PROBLEM_WARNING, "identifier-conflict",
              _ ("%s has another number in the register %s already. Look whether %s belongs to somebody else; only the "
                 "original row keeps it."),
              entry->name, identifier->scheme, identifier->value);
          continue;
        }
      if (same)
        continue;
      record = tenure_record_new (TENURE_RECORD_IDENTIFIER);
      tenure_record_set_reference (record, tenure_record_field_index (TENURE_RECORD_IDENTIFIER, "organisation"), entry->id);
      tenure_record_set_text_by_name (record, "scheme", identifier->scheme);
      tenure_record_set_text_by_name (record, "value", identifier->value);
      if (!tenure_import_insert (import, record, error))
        return FALSE;
      tenure_organisations_add_identifier (import->organisations, entry, identifier);
      *changed = TRUE;
    }
  return TRUE;
}

static gboolean
add_organisation (TenureImport *import,
                  const TenureOrganisationClue *clue,
                  const TenureRecord *draft,
                  TenureOrganisationEntry **out_entry,
                  GError **error)
{
  g_autoptr (TenureRecord) record = tenure_record_new (TENURE_RECORD_ORGANISATION);
  const char *name = clue->name;

  if (draft != NULL)
    tenure_import_merge (record, draft, FALSE);
  if (name == NULL)
    name = clue->identifiers[0].value;
  tenure_record_set_text_by_name (record, "name", name);
  record->id = tenure_id_new ();
  if (!tenure_import_insert (import, record, error))
    return FALSE;
  *out_entry = tenure_organisations_add (import->organisations, record->id, name);
  (*out_entry)->added = TRUE;
  import->report->organisations_added++;
  return TRUE;
}

static gboolean
says_something (const TenureRecord *draft)
{
  for (guint i = 0; i < draft->n_fields; i++)
    if (tenure_record_is_known (draft, i))
      return TRUE;
  return FALSE;
}

/* Completes a known organisation: the first row of a run that names it is believed, the later ones fill gaps, so that
 * rows that disagree do not take turns and importing again changes nothing. */
static gboolean
complete_organisation (
    TenureImport *import, TenureOrganisationEntry *entry, const TenureRecord *draft, gboolean *changed, GError **error)
{
  g_autoptr (TenureRecord) stored = NULL;

  if (!says_something (draft) || (entry->added && import->edit == NULL))
    return TRUE;
  stored = tenure_import_load (import, TENURE_RECORD_ORGANISATION, entry->id, error);
  if (stored == NULL)
    return FALSE;
  if (!tenure_import_merge (stored, draft, entry->seen))
    return TRUE;
  *changed = TRUE;
  return tenure_import_update (import, stored, error);
}

/* Holds @draft's answer against what is known of @entry. A flag of the file changes what was recorded before; the first
 * flag of a file stands against later ones; a number fills a gap only. What must not be stored leaves @draft. */
static void
weigh_vcs (TenureImport *import, TenureOrganisationEntry *entry, const TenureOrganisationClue *clue, TenureRecord *draft)
{
  guint vcs = organisation_field ("vcs"), evidence = organisation_field ("vcs_evidence");
  TenureAnswer answer = (TenureAnswer) tenure_record_get_flag (draft, vcs);
  gboolean known = entry->vcs != TENURE_ANSWER_UNKNOWN;

  if (answer == TENURE_ANSWER_UNKNOWN)
    return;
  if (entry->flagged && clue->flagged && answer != entry->vcs)
    tenure_import_note (import, TENURE_TARGET_ORG_VCS, TENURE_PROBLEM_WARNING, "vcs-conflict",
                        _ ("An earlier row says otherwise about whether %s is of the {sector}; this row is not followed."),
                        entry->name);
  if (entry->vcs_evidence == NULL && (!known || answer == entry->vcs))
    entry->vcs_evidence = g_strdup (tenure_record_get_text (draft, evidence));
  if (known && (answer == entry->vcs || entry->flagged || !clue->flagged))
    {
      tenure_record_set (draft, vcs, &TENURE_VALUE_NULL_INIT);
      tenure_record_set_text (draft, evidence, NULL);
    }
  else
    entry->vcs = answer;
  entry->flagged = entry->flagged || clue->flagged;
}

gboolean
tenure_import_organisation (TenureImport *import,
                            const TenureOrganisationClue *clue,
                            const TenureRecord *draft,
                            TenureOrganisationEntry **out_entry,
                            gboolean *out_added,
                            gboolean *out_changed,
                            GError **error)
{
  g_autoptr (TenureRecord) own = draft != NULL ? tenure_record_dup (draft) : NULL;
  TenureOrganisationEntry *entry = tenure_organisations_find (import->organisations, clue);

  *out_added = *out_changed = FALSE;
  if (entry != NULL && own != NULL)
    {
      weigh_vcs (import, entry, clue, own);
      if (!complete_organisation (import, entry, own, out_changed, error))
        return FALSE;
    }
  if (entry == NULL)
    {
      if (!add_organisation (import, clue, own, &entry, error))
        return FALSE;
      if (own != NULL)
        weigh_vcs (import, entry, clue, own);
      *out_added = TRUE;
    }
  entry->seen = TRUE;
  *out_entry = entry;
  return add_identifiers (import, entry, clue, out_changed, error);
}

/* The cells about the provider in one text, so that each way of saying it is worked out once. */
static void
append_provider_cells (TenureImport *import, TenureId publisher, GString *key)
{
  /* Who the funder is matters for its own identifiers only. */
  g_string_truncate (key, 0);
  if (g_ascii_strncasecmp (tenure_import_cell (import, TENURE_TARGET_ORG_ID)->text, "360G", 4) == 0)
    g_string_printf (key, "%" G_GINT64_FORMAT, publisher);
  for (TenureTarget target = TENURE_TARGET_ORG_NAME; target <= TENURE_TARGET_ORG_WEBSITE; target++)
    {
      const TenureCell *cell = tenure_import_cell (import, target);

      g_string_append_c (key, '\x1f');
      g_string_append_len (key, cell->text, cell->length);
    }
  if (tenure_import_has (import, TENURE_TARGET_SUPPLIERS))
    g_string_append (key, tenure_import_cell (import, TENURE_TARGET_SUPPLIERS)->text);
}

/* Reads the packed cell of suppliers into @clue and @draft. */
static void
read_suppliers (TenureImport *import, TenureOrganisationClue *clue, char **out_name, TenureRecord *draft)
{
  const TenureCell *cell = tenure_import_cell (import, TENURE_TARGET_SUPPLIERS);
  g_autoptr (GArray) suppliers = tenure_suppliers_parse (cell->text);
  TenureAnswer vcse = tenure_suppliers_get_vcse (suppliers);

  if (suppliers->len == 0)
    {
      *out_name = tenure_import_dup_text (cell);
      clue->name = *out_name;
      return;
    }
  clue->name = *out_name = tenure_suppliers_dup_name (suppliers);
  clue->flagged = vcse != TENURE_ANSWER_UNKNOWN;
  if (clue->flagged)
    set_vcs (draft, vcse, g_strdup_printf (_ ("“%s” says %s"), "Is VCSE", vcse == TENURE_ANSWER_YES ? _ ("Yes") : _ ("No")));
  if (suppliers->len == 1)
    take_identifier (import, TENURE_TARGET_SUPPLIERS, cell->text, g_array_index (suppliers, TenureSupplier, 0).identifier,
                     clue);
  else
    tenure_import_note (import, TENURE_TARGET_SUPPLIERS, TENURE_PROBLEM_WARNING, "several-suppliers",
                        ngettext ("%u supplier is named and is kept as one provider.",
                                  "%u suppliers are named and are kept together as one provider. Where each has an "
                                  "agreement of its own, give each a row of its own.",
                                  suppliers->len),
                        suppliers->len);
}

/* The cell that names the provider in plain words: not one in which suppliers stand in brackets. */
static TenureTarget
find_name_target (const TenureImport *import)
{
  gboolean packed = tenure_import_cell (import, TENURE_TARGET_SUPPLIERS)->text[0] == '[';

  return packed || tenure_import_cell (import, TENURE_TARGET_ORG_NAME)->length > 0 ? TENURE_TARGET_ORG_NAME
                                                                                   : TENURE_TARGET_SUPPLIERS;
}

static void
note_several_names (TenureImport *import, char **names)
{
  g_autofree char *label = tenure_several_names_dup_label (names);

  tenure_import_note (
      import, find_name_target (import), TENURE_PROBLEM_WARNING, "several-names",
      _ ("This cell seems to name %1$u organisations: %2$s. They are kept together as one provider. Give each a "
         "row of its own with its part of the value, or name only the one that leads; if it is one name, "
         "leave it as it is."),
      g_strv_length (names), label);
}

/* The provider's name in one line; where lines are names, with what stands between names in one line. */
static char *
dup_name (const char *text, char **names)
{
  if (names != NULL && strpbrk (text, "\n\r") != NULL)
    return g_strjoinv ("; ", names);
  return tenure_text_dup_clean (text);
}

static gboolean
resolve_provider (
    TenureImport *import, TenureId publisher, char **names, TenureOrganisationEntry **out_entry, GError **error)
{
  g_autoptr (TenureRecord) draft = tenure_record_new (TENURE_RECORD_ORGANISATION);
  g_autofree char *name = dup_name (tenure_import_cell (import, TENURE_TARGET_ORG_NAME)->text, names);
  TenureOrganisationClue clue = { .name = name, .publisher = publisher };
  gboolean added, changed;

  tenure_import_read_identifiers (import, &clue);
  if (name == NULL && tenure_import_has (import, TENURE_TARGET_SUPPLIERS))
    read_suppliers (import, &clue, &name, draft);
  if (clue.name == NULL && clue.n_identifiers == 0)
    {
      *out_entry = NULL;
      return TRUE;
    }
  tenure_import_read_vcs (import, &clue, draft);
  tenure_import_read_organisation (import, draft);
  if (!tenure_import_organisation (import, &clue, draft, out_entry, &added, &changed, error))
    return FALSE;
  (*out_entry)->met = TRUE;
  return TRUE;
}

gboolean
tenure_import_provider (TenureImport *import, TenureId publisher, TenureOrganisationEntry **out_entry, GError **error)
{
  g_autofree char *key = NULL;
  gpointer known;
  char **names;

  append_provider_cells (import, publisher, import->cells);
  if (g_hash_table_lookup_extended (import->providers, import->cells->str, NULL, &known))
    {
      *out_entry = known;
      names = g_hash_table_lookup (import->several, import->cells->str);
    }
  else
    {
      key = g_strdup (import->cells->str);
      names = tenure_several_names_find (tenure_import_cell (import, find_name_target (import))->text);
      if (names != NULL)
        g_hash_table_insert (import->several, g_strdup (key), names);
      if (!resolve_provider (import, publisher, names, out_entry, error))
        return FALSE;
      g_hash_table_insert (import->providers, g_steal_pointer (&key), *out_entry);
    }
  if (names != NULL)
    note_several_names (import, names);
  if (*out_entry != NULL)
    tenure_organisations_link (import->organisations, *out_entry, publisher);
  return TRUE;
}

static gboolean
resolve_buyer (TenureImport *import, TenureOrganisationEntry **out_entry, GError **error)
{
  const TenureCell *id = tenure_import_cell (import, TENURE_TARGET_BUYER_ID);
  g_autofree char *name = tenure_import_dup_text (tenure_import_cell (import, TENURE_TARGET_BUYER));
  TenureOrganisationClue clue = { .name = name };
  gboolean added, changed;

  if (id->length > 0)
    take_identifier (import, TENURE_TARGET_BUYER_ID, id->text, tenure_read_identifier (id->text), &clue);
  if (clue.name == NULL && clue.n_identifiers == 0)
    clue.name = import->plan->buyer;
  if (clue.name != NULL || clue.n_identifiers > 0)
    return tenure_import_organisation (import, &clue, NULL, out_entry, &added, &changed, error);
  *out_entry = NULL;
  return TRUE;
}

gboolean
tenure_import_buyer (TenureImport *import, TenureOrganisationEntry **out_entry, GError **error)
{
  g_autofree char *key = NULL;
  gpointer known;

  g_string_assign (import->cells, tenure_import_cell (import, TENURE_TARGET_BUYER)->text);
  g_string_append_c (import->cells, '\x1f');
  g_string_append (import->cells, tenure_import_cell (import, TENURE_TARGET_BUYER_ID)->text);
  if (g_hash_table_lookup_extended (import->buyers, import->cells->str, NULL, &known))
    {
      *out_entry = known;
      return TRUE;
    }
  key = g_strdup (import->cells->str);
  if (!resolve_buyer (import, out_entry, error))
    return FALSE;
  g_hash_table_insert (import->buyers, g_steal_pointer (&key), *out_entry);
  return TRUE;
}
