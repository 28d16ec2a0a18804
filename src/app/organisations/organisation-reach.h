#pragma once

#include "app/organisations/organisation-detail.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whom an organisation serves, where, and which larger or smaller bodies belong to it: a line of tags for each of
 * these that is recorded; organisations are buttons that lead to them. Nothing recorded: @box goes. */
void tenure_organisation_reach_show (GtkBox *box, const TenureOrganisationDetail *detail);

G_END_DECLS
