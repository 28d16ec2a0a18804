#pragma once

#include "base/day.h"
#include "base/id.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* One line of the People page. Plain values, made by a worker. Signal: changed (): it shows something else. */
#define TENURE_TYPE_PERSON_ITEM (tenure_person_item_get_type ())
G_DECLARE_FINAL_TYPE (TenurePersonItem, tenure_person_item, TENURE, PERSON_ITEM, GObject)

typedef enum
{
  TENURE_PERSON_NAME,
  TENURE_PERSON_ORGANISATION, /* that the person works for */
  TENURE_PERSON_ROLE,         /* there */
  TENURE_PERSON_SEATS,        /* "Place Board: Alliance chair, since 1 Jan 2026; …"; "" for none */
  TENURE_PERSON_CONTACTS,     /* "Lantern Trust, since 1 Jan 2025; …"; "" for none */
  TENURE_N_PERSON_TEXTS,
} TenurePersonText;

struct _TenurePersonItem
{
  GObject parent_instance;

  TenureId id;
  char *texts[TENURE_N_PERSON_TEXTS]; /* NULL when not recorded */
  char *name_key;                     /* collation key; "" without a name */
  guint n_seats;                      /* held on the day; those held for somebody else and those to come left out */
  guint n_essential;                  /* agreements planned or running that name this person as essential */
  TenureDay next_end;                 /* the first day on which one of these seats ends; NONE when none is recorded */
};

TenurePersonItem *tenure_person_item_new (void);

/* Of TenureItemTableKind: @item is as @wanted from now on, and emits “changed” where it shows something else then. */
void tenure_person_item_take (gpointer item, gpointer wanted);

G_END_DECLS
