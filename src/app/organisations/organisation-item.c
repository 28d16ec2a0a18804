#include "config.h"
#include "app/organisations/organisation-item.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TenureOrganisationItem, tenure_organisation_item, G_TYPE_OBJECT)

static void
tenure_organisation_item_finalize (GObject *object)
{
  TenureOrganisationItem *self = TENURE_ORGANISATION_ITEM (object);

  g_free (self->name);
  g_free (self->name_key);
  g_free (self->kind);
  g_free (self->place);
  G_OBJECT_CLASS (tenure_organisation_item_parent_class)->finalize (object);
}

static void
tenure_organisation_item_class_init (TenureOrganisationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenure_organisation_item_finalize;
}

static void
tenure_organisation_item_init (TenureOrganisationItem *self)
{
}

TenureOrganisationItem *
tenure_organisation_item_new (void)
{
  return g_object_new (TENURE_TYPE_ORGANISATION_ITEM, NULL);
}

gboolean
tenure_organisation_item_equal (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  gboolean months_known = a->months_left.kind == TENURE_FIGURE_DOUBLE;

  return a->id == b->id && a->vcs == b->vcs && a->level == b->level && a->agreements == b->agreements &&
         a->running == b->running && a->annual_minor == b->annual_minor && a->annual_known == b->annual_known &&
         a->currency == b->currency && a->more_currencies == b->more_currencies &&
         months_known == (b->months_left.kind == TENURE_FIGURE_DOUBLE) &&
         (!months_known || a->months_left.number == b->months_left.number) && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->kind, b->kind) == 0 && g_strcmp0 (a->place, b->place) == 0;
}

char *
tenure_organisation_item_dup_annual (const TenureOrganisationItem *self)
{
  g_autofree char *amount = NULL;

  if (self->annual_known == 0)
    return NULL;
  amount = tenure_money_dup_label ((TenureMoney){ self->annual_minor, self->currency }, TRUE);
  if (self->annual_known == self->running && !self->more_currencies)
    return g_steal_pointer (&amount);
  /* Translators: a sum in which some parts are not known */
  return g_strdup_printf (_("at least %s"), amount);
}

char *
tenure_organisation_item_dup_months_left (const TenureOrganisationItem *self)
{
  if (self->months_left.kind != TENURE_FIGURE_DOUBLE)
    return NULL;
  return g_strdup_printf ("%.1f", self->months_left.number);
}
