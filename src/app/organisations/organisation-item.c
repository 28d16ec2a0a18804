#include "config.h"
#include "app/organisations/organisation-item.h"

#include "analysis/provider.h"

#include "base/i18n.h"

G_DEFINE_FINAL_TYPE (TenureOrganisationItem, tenure_organisation_item, G_TYPE_OBJECT)

static guint changed_signal;

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
  changed_signal =
      g_signal_new ("changed", TENURE_TYPE_ORGANISATION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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

static gboolean
figures_equal (const TenureFigure *a, const TenureFigure *b)
{
  return a->kind == b->kind && (a->kind != TENURE_FIGURE_DOUBLE || a->number == b->number);
}

static gboolean
shows_same (const TenureOrganisationItem *a, const TenureOrganisationItem *b)
{
  return a->vcs == b->vcs && a->level == b->level && a->own_level == b->own_level && a->agreements == b->agreements
         && a->running == b->running && a->annual_minor == b->annual_minor && a->annual_known == b->annual_known
         && a->currency == b->currency && a->more_currencies == b->more_currencies
         && figures_equal (&a->months_left, &b->months_left) && figures_equal (&a->reserves, &b->reserves)
         && figures_equal (&a->largest, &b->largest) && a->largest_most == b->largest_most
         && g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->kind, b->kind) == 0 && g_strcmp0 (a->place, b->place) == 0;
}

static void
replace_text (char **text, const char *other)
{
  g_free (*text);
  *text = g_strdup (other);
}

void
tenure_organisation_item_take (gpointer item, gpointer wanted)
{
  TenureOrganisationItem *self = item;
  const TenureOrganisationItem *other = wanted;

  g_return_if_fail (TENURE_IS_ORGANISATION_ITEM (item));
  g_return_if_fail (TENURE_IS_ORGANISATION_ITEM (wanted));

  self->id = other->id;
  if (shows_same (self, other))
    return;
  replace_text (&self->name, other->name);
  replace_text (&self->name_key, other->name_key);
  replace_text (&self->kind, other->kind);
  replace_text (&self->place, other->place);
  self->vcs = other->vcs;
  self->agreements = other->agreements;
  self->running = other->running;
  self->annual_minor = other->annual_minor;
  self->annual_known = other->annual_known;
  self->currency = other->currency;
  self->more_currencies = other->more_currencies;
  self->months_left = other->months_left;
  self->reserves = other->reserves;
  self->largest = other->largest;
  self->largest_most = other->largest_most;
  self->level = other->level;
  self->own_level = other->own_level;
  g_signal_emit (self, changed_signal, 0);
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
  return g_strdup_printf (_ ("at least %s"), amount);
}

static char *
dup_number (const TenureFigure *figure)
{
  return figure->kind == TENURE_FIGURE_DOUBLE ? g_strdup_printf ("%.1f", figure->number) : NULL;
}

char *
tenure_organisation_item_dup_months_left (const TenureOrganisationItem *self)
{
  return dup_number (&self->months_left);
}

char *
tenure_organisation_item_dup_reserves (const TenureOrganisationItem *self)
{
  return dup_number (&self->reserves);
}

char *
tenure_organisation_item_dup_largest (const TenureOrganisationItem *self)
{
  if (self->largest.kind != TENURE_FIGURE_DOUBLE)
    return NULL;
  return tenure_dependency_dup_label (&self->largest, self->largest_most);
}
