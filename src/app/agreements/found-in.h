#pragma once

#include "store/reader.h"
#include "store/record.h"

G_BEGIN_DECLS

/* Why a search found an agreement, where its title and its provider do not show it. */

/* Something that agreements are found by. */
typedef struct
{
  char *name;   /* within a sentence: "notes", "a former name of its provider" */
  char *text;   /* what stands there */
  gboolean own; /* seen at a glance, so never told: the title, the provider */
} TenureFoundSource;

/**
 * tenure_found_in_list:
 *
 * What @agreement is found by, as the search index has it: its own searched fields, the names of its provider and funders,
 * what else its provider is known by. A few reads of one record.
 *
 * Returns: (element-type TenureFoundSource): free
 */
GPtrArray *tenure_found_in_list (TenureReader *reader, const TenureRecord *agreement);

/* "Found in notes: “… the night sitting in Thrushby …”" as markup, with what was searched for in bold: a line for each place
 * that has a word of @search which no place before it has. A word counts by its beginning, whatever its case and accents, as
 * in the search. NULL where title and provider have all of them. The caller frees. Test: tests/app/test-found-in.c. */
char *tenure_found_in_dup_markup (const GPtrArray *sources, const char *search);

G_END_DECLS
