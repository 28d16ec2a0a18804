#pragma once

#include "exchange/import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "Which are VCS?": the providers of a file with what the file says about each, and the user's answer. A list view, for
 * a file may name twenty thousand.
 *
 * Signals:
 *   ::answered (char *name, int vcs): the user answered for one provider */
#define TENURE_TYPE_PROVIDER_LIST (tenure_provider_list_get_type ())
G_DECLARE_FINAL_TYPE (TenureProviderList, tenure_provider_list, TENURE, PROVIDER_LIST, GtkWidget)

/* Shows the providers of @report: those whose name suggests an answer, the other unknown ones, the known ones. Search and
 * scroll position stay. */
void tenure_provider_list_set_report (TenureProviderList *self, const TenureImportReport *report);

G_END_DECLS
