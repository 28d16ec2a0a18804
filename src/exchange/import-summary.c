/* What is said about a file once all its rows were seen: one sentence a column or file, however many rows it is about. */

#include "config.h"

#include "base/i18n.h"

#include "base/count.h"
#include "exchange/import-private.h"

#define FULL_EXPORT 1000 /* Contracts Finder stops an export here */

/* Day first is right in Britain, but a column in which nothing proves it deserves a look. */
static void
note_ambiguous_dates (TenureImport *import, TenureTarget target)
{
  guint n = import->dates_day_first[target];
  g_autofree char *count = tenure_count_dup_label (n);

  if (n == 0 || import->dates_certain[target] > 0)
    return;
  tenure_import_note_file (import, target, TENURE_PROBLEM_WARNING, "dates-ambiguous",
                           g_strdup_printf (ngettext ("The %s date of “%s” could also be written month first. "
                                                      "It was read day first.",
                                                      "All %s dates of “%s” could also be written month first. "
                                                      "They were read day first.",
                                                      n),
                                            count, tenure_import_title (import, target)));
}

static void
note_short_years (TenureImport *import, TenureTarget target)
{
  const TenureSighting *seen = &import->short_years[target];
  g_autofree char *count = tenure_count_dup_label (seen->n);

  if (seen->n == 0)
    return;
  tenure_import_note_file (import, target, TENURE_PROBLEM_NOTE, "date-short-year",
                           g_strdup_printf (ngettext ("%s date of “%s” has two figures for the year (row %u). "
                                                      "00 to 69 are read as 2000 to 2069, 70 to 99 as 1970 to 1999.",
                                                      "%s dates of “%s” have two figures for the year (first in row %u). "
                                                      "00 to 69 are read as 2000 to 2069, 70 to 99 as 1970 to 1999.",
                                                      seen->n),
                                            count, tenure_import_title (import, target), seen->first_row));
}

static void
note_serials (TenureImport *import, TenureTarget target)
{
  const TenureSighting *seen = &import->serials[target];
  g_autofree char *count = tenure_count_dup_label (seen->n);

  if (seen->n == 0)
    return;
  tenure_import_note_file (import, target, TENURE_PROBLEM_NOTE, "date-serial",
                           g_strdup_printf (ngettext ("%s date of “%s” is a bare number (row %u) and is read as a "
                                                      "spreadsheet’s day number.",
                                                      "%s dates of “%s” are bare numbers (first in row %u) and are read as "
                                                      "a spreadsheet’s day numbers.",
                                                      seen->n),
                                            count, tenure_import_title (import, target), seen->first_row));
}

static void
note_footnotes (TenureImport *import, TenureTarget target)
{
  const TenureSighting *seen = &import->footnotes[target];
  g_autofree char *count = tenure_count_dup_label (seen->n);

  if (seen->n == 0)
    return;
  tenure_import_note_file (
      import, target, TENURE_PROBLEM_NOTE, "footnote-mark",
      g_strdup_printf (ngettext ("%s cell of “%s” ends in the mark of a footnote (row %u) and is read "
                                 "without it. Look whether the footnote changes what it says.",
                                 "%s cells of “%s” end in the mark of a footnote (first in row %u) and "
                                 "are read without it. Look whether the footnote changes what they say.",
                                 seen->n),
                       count, tenure_import_title (import, target), seen->first_row));
}

/* When every row ends so, the program that wrote the file ends its rows so. */
static void
note_blank_ends (TenureImport *import)
{
  const TenureSighting *seen = &import->blank_ends;
  g_autofree char *count = tenure_count_dup_label (seen->n);

  if (seen->n == 0 || seen->n >= import->report->records_read)
    return;
  tenure_import_note_file (import, TENURE_TARGET_NONE, TENURE_PROBLEM_WARNING, "row-ends-blank",
                           g_strdup_printf (ngettext ("%s row has more cells than there are column titles, blank at the "
                                                      "end (row %u). Look whether a comma in a value shifted it: such a "
                                                      "value must be in quotation marks.",
                                                      "%s rows have more cells than there are column titles, blank at the "
                                                      "end (first row %u). Look whether a comma in a value shifted them: "
                                                      "such a value must be in quotation marks.",
                                                      seen->n),
                                            count, seen->first_row));
}

static void
note_untitled (TenureImport *import)
{
  const TenureSighting *seen = &import->untitled;
  g_autofree char *count = tenure_count_dup_label (seen->n);

  if (seen->n == 0)
    return;
  tenure_import_note_file (import, TENURE_TARGET_NONE, TENURE_PROBLEM_WARNING, "cells-untitled",
                           g_strdup_printf (ngettext ("%s row holds something to the right of the last column title "
                                                      "(row %u). It is not read; give the column a title if it matters.",
                                                      "%s rows hold something to the right of the last column title "
                                                      "(first row %u). It is not read; give the column a title if it "
                                                      "matters.",
                                                      seen->n),
                                            count, seen->first_row));
}

static void
note_without_title_column (TenureImport *import)
{
  if (tenure_import_has (import, TENURE_TARGET_TITLE))
    return;
  tenure_import_note_file (import, TENURE_TARGET_NONE, TENURE_PROBLEM_NOTE, "title-missing",
                           g_strdup (_ ("There is no column of titles, so each agreement is called by its description or "
                                        "reference.")));
}

/* Lists of payments have references, suppliers and amounts as registers have. */
static void
note_without_term (TenureImport *import)
{
  for (guint i = 0; i < TENURE_N_TARGETS; i++)
    if (tenure_target_is_term ((TenureTarget) i) && tenure_import_has (import, (TenureTarget) i))
      return;
  tenure_import_note_file (
      import, TENURE_TARGET_NONE, TENURE_PROBLEM_WARNING, "no-term",
      g_strdup (_ ("No column says when the agreements start or end. If these are payments rather than "
                   "agreements, leave the import out or undo it: payments are recorded under their agreement.")));
}

void
tenure_import_summarise (TenureImport *import)
{
  import->row_label = 0;
  for (guint i = 0; i < TENURE_N_TARGETS; i++)
    {
      note_ambiguous_dates (import, (TenureTarget) i);
      note_short_years (import, (TenureTarget) i);
      note_serials (import, (TenureTarget) i);
      note_footnotes (import, (TenureTarget) i);
    }
  note_blank_ends (import);
  note_untitled (import);
  if (import->klass == &tenure_import_agreements && import->report->records_read > 0)
    {
      note_without_title_column (import);
      note_without_term (import);
    }
  if (import->report->records_read == FULL_EXPORT)
    tenure_import_note_file (import, TENURE_TARGET_NONE, TENURE_PROBLEM_WARNING, "export-limit",
                             g_strdup (_ ("There are exactly 1,000 records, which is where some portals stop an export. "
                                          "There may be more.")));
}
