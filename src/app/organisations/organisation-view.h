#pragma once

#include <gtk/gtk.h>

#include "app/organisations/organisation-detail.h"

G_BEGIN_DECLS

/* The page of one organisation: who it is, its flags and why, its figures and why, its agreements over time, what is secured
 * ahead, who pays it, its people and the seats they hold, what is recorded and what is not, and what changed lately.
 * Filled a part a frame, what is seen first. */
#define TENURE_TYPE_ORGANISATION_VIEW (tenure_organisation_view_get_type ())
G_DECLARE_FINAL_TYPE (TenureOrganisationView, tenure_organisation_view, TENURE, ORGANISATION_VIEW, GtkWidget)

/* Shows @detail (transfer full) (nullable: nothing). One of another organisation is shown from the top. */
void tenure_organisation_view_take (TenureOrganisationView *self, TenureOrganisationDetail *detail);

/* The organisation on show, or TENURE_ID_NONE. */
TenureId tenure_organisation_view_get_id (TenureOrganisationView *self);

G_END_DECLS
