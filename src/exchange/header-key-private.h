#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The key under which a column title is recognised, so that every way of writing one title has the same key:
 *
 *   "Recipient Org : Identifier", "recipient org:0:identifier"  (360Giving spreadsheets)
 *   "recipientOrganization/0/id"                                 (360Giving JSON, or JSON pointers in a sheet)
 *
 * are all "recipientorg:identifier". Case, spaces and underscores do not count; a first item's number is dropped.
 * @out_item (nullable): the number of another item ("members/7/name": 7), otherwise 0. */
char *tenure_header_key (const char *title, guint *out_item);

G_END_DECLS
