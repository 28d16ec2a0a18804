#pragma once

#include <glib-object.h>

#include "app/overview/attention.h"
#include "register/snapshot.h"

G_BEGIN_DECLS

/* A row of the list, as an object for list models. Its words are made when they are asked for.
 * Properties (read only): level (int); has-level, and contradictory where not (booleans); name, reason, more, settle
 * (strings); has-more (boolean). */
#define TENURE_TYPE_ATTENTION_ITEM (tenure_attention_item_get_type ())
G_DECLARE_FINAL_TYPE (TenureAttentionItem, tenure_attention_item, TENURE, ATTENTION_ITEM, GObject)

/* @contradictions: what lends that of @attention */
TenureAttentionItem *tenure_attention_item_new (const TenureAttention *attention,
                                                TenureAttentionList list,
                                                TenureSnapshot *snapshot,
                                                TenureContradictionList *contradictions);

/* Whether both are about the same record, what cannot be true of it or not, and put off by the same snooze, if any. */
gboolean tenure_attention_item_is_same (TenureAttentionItem *self, TenureAttentionItem *other);

/* Is as @other from now on; notifies of the properties that differ. */
void tenure_attention_item_take (TenureAttentionItem *self, TenureAttentionItem *other);

const TenureAttention *tenure_attention_item_get (TenureAttentionItem *self);

/* The list that it stands in, and what it is of; lent. */
TenureAttentionList tenure_attention_item_get_list (TenureAttentionItem *self);
TenureSnapshot *tenure_attention_item_get_snapshot (TenureAttentionItem *self);
const TenureContradictionList *tenure_attention_item_get_contradictions (TenureAttentionItem *self);

G_END_DECLS
