#pragma once

#include <glib.h>

#include "base/day.h"

G_BEGIN_DECLS

/* One membership as written in a cell: "Councillor Ann Lee (Labour) (Chair)", or a role "Member 03/05/2018 - 04/05/2022". */
typedef struct
{
  char *name;  /* without titles such as Councillor; NULL when blank */
  char *group; /* what stands in brackets and is no role: party or organisation; NULL when there is none */
  char *role;  /* the words of the role; NULL when there are none */
  TenureDay from;
  TenureDay to;
} TenureMember;

void tenure_member_clear (TenureMember *member);

/* (element-type TenureMember): one a line of @text; members after commas stay together, because names hold commas. */
GArray *tenure_members_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a role cell apart: dates "03/05/2018 - 04/05/2022" go to @from and @to, the rest is the role. */
void tenure_member_take_role (TenureMember *member, const char *text);

/* The seat role of the catalogue that the words mean: "chair", "vice_chair" or "member". */
const char *tenure_member_seat_role (const char *role);

/* Whether the words say nothing beyond their seat role, so that the seat needs no title of its own. */
gboolean tenure_member_is_plain_role (const char *role);

G_END_DECLS
