/* What the inspector says of a person: the seats, organisations and agreements that hang on this one. */

#include "config.h"
#include "app/agreements/inspector-private.h"

#include "app/people/person-ties.h"

#include "base/i18n.h"

#define MAX_TIES 25 /* of a kind */

static const char *
heading_of (TenurePersonTieKind kind)
{
  switch (kind)
    {
    case TENURE_PERSON_SEAT:
      return _ ("Seats");
    case TENURE_PERSON_DEPUTY:
      return _ ("Deputy");
    case TENURE_PERSON_CONTACT:
      return _ ("Contact for");
    default:
      return _ ("Essential in");
    }
}

static void
add_ties (GtkBox *content, const GPtrArray *ties, TenurePersonTieKind kind)
{
  guint n = 0;

  for (guint i = 0; i < ties->len; i++)
    {
      const TenurePersonTie *tie = ties->pdata[i];

      if (tie->kind != kind)
        continue;
      if (n == 0)
        tenure_inspector_add_section (content, heading_of (kind));
      if (n++ < MAX_TIES)
        tenure_inspector_add_record (content, tie->title, tie->text, tie->type, tie->id);
    }
  if (n > MAX_TIES)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_TIES), n - MAX_TIES);

      gtk_box_append (content, tenure_inspector_label_new (more, "dim-label"));
    }
}

void
tenure_inspector_add_person (GtkBox *content, TenureSnapshot *snapshot, TenureReader *reader, guint person)
{
  guint n = tenure_snapshot_get_facts (snapshot)->n_persons;
  GPtrArray **ties = tenure_person_ties_load (snapshot, reader, (int) person, NULL);

  if (ties == NULL)
    return;
  for (int kind = TENURE_PERSON_SEAT; kind <= TENURE_PERSON_ESSENTIAL; kind++)
    add_ties (content, ties[person], (TenurePersonTieKind) kind);
  tenure_person_ties_free (ties, n);
}
