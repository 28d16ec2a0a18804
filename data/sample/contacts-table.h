#pragma once

#include <glib.h>

/* Who speaks for whom about agreements, on both sides, since when, and what they left to whoever came after. The names are
 * invented. People who sit on boards are there already (boards-table.h). */

typedef struct
{
  const char *name;
  const char *organisation;
  const char *role;
} SampleColleague;

typedef struct
{
  const char *organisation;
  const char *person;
  const char *role; /* NULL: not recorded, as below */
  const char *from_day;
  const char *to_day;
  const char *handover;
} SampleContact;

/* Without whom a service would stop. */
typedef struct
{
  const char *title; /* of the agreement that runs */
  const char *person;
  const char *cover; /* NULL: nobody is recorded */
  gint8 clause;      /* 1, 0, or -1 for not recorded */
} SampleKeyPerson;

/* clang-format off */
#define NEW_ICB "NHS North Ridge Integrated Care Board"
#define FORMER_ICB "NHS Aldermere and Skelmoor Integrated Care Board"
#define CITY "Aldermere City Council"
#define COUNTY "North Ridgeshire County Council"
#define BOROUGH "Brackenford Borough Council"
#define DISTRICT "Eskerton District Council"

static const SampleColleague sample_colleagues[] = {
  /* The statutory side */
  { "Odile Marchbank", NEW_ICB, "Head of community contracts" },
  { "Bram Tolliver", NEW_ICB, "Commissioning manager, mental health" },
  { "Sunniva Arkwell", NEW_ICB, "Commissioning manager, ageing well" },
  { "Cassia Wolverley", FORMER_ICB, "Partnerships manager" },
  { "Thaddeus Birkwhistle", FORMER_ICB, "Commissioning manager, inequalities" },
  { "Wren Hathersedge", CITY, "Voluntary sector lead" },
  { "Piers Underhay", CITY, "Public health commissioner" },
  { "Lalita Cawthray", COUNTY, "Adults commissioning manager" },
  { "Joss Penhallick", COUNTY, "Contracts officer" },
  { "Merritt Oxenholme", COUNTY, "Grants officer" },
  { "Effie Thornborough", BOROUGH, "Community development officer" },
  { "Gideon Slaithwaite", DISTRICT, "Grants officer" },
  { "Yolande Farrimond", "Police and Crime Commissioner for North Ridge", "Commissioning officer" },
  { "Lucian Heddlestone", "The Fellmonger Foundation", "Grants manager" },

  /* The providers */
  { "Marisol Denwick", "Hollin and Hearth", "Regional director" },
  { "Corin Applegarth", "Second Spring Recovery", "Service manager" },
  { "Philippa Roddlesworth", "Know Your Rights North Ridge", "Advice services manager" },
  { "Ottoline Braide", "Rowan Door", "Chief executive" },
  { "Dorian Lathom-Hey", "Open Latch", "Head of services" },
  { "Ysolde Cartmell", "Skelmoor Hospice at Home", "Nursing lead" },
  { "Perpetua Lindale", "Skelmoor Hospice at Home", "Senior nurse" },
  { "Rafe Ellerthwaite", "Eskerton Rural Transport", "Coordinator" },
  { "Blessing Ashdown", "South Asian Women’s Circle Aldermere", "Chair" },
  { "Winifred Sedgley", "Memory Café Thrushby", "Organiser" },
  { "Osric Fenn", "Aldermere Recovery Café CIC", "Director" },
  { "Petra Ainsdale", "Roma Voices Brackenford CIC", "Health champion" },
  { "Averil Stockdale", "Open Latch", "Clinic coordinator" },
  { "Cosmo Penwarden", "Know Your Rights North Ridge", "Senior adviser" },
  { "Imelda Rostrevor", "Age Well Aldermere", "Volunteer coordinator" },
  { "Leopold Garth-Amari", "Sightline North Ridge", "Eye clinic liaison officer" },
};

static const SampleContact sample_contacts[] = {
  /* The merger moved everybody in the NHS on one day */
  { FORMER_ICB, "Cassia Wolverley", "Alliance and partnerships", "2022-07-01", "2025-11-28", NULL },
  { FORMER_ICB, "Thaddeus Birkwhistle", "Inequalities fund", "2023-05-15", "2026-03-31", "Left a folder for each grant; the Roma and Traveller work has no second pair of eyes." },
  { FORMER_ICB, "Odile Marchbank", "Contracts", "2022-07-01", "2026-03-31", "Went over to the merged board with the same agreements." },
  { NEW_ICB, "Odile Marchbank", "Contracts", "2026-04-01", NULL, "Has looked after these agreements since 2022, for the board that was merged." },
  { NEW_ICB, "Bram Tolliver", "Mental health", "2026-06-15", NULL, NULL },
  { NEW_ICB, "Sunniva Arkwell", "Ageing well, discharge", "2026-09-01", NULL, NULL },

  { CITY, "Wren Hathersedge", "Grants and representation", "2019-02-04", NULL, "Notes of all agreements since 2019 are in the shared folder." },
  { CITY, "Piers Underhay", "Public health contracts", "2024-09-02", NULL, "Met every provider with the one before, summer 2024." },
  { COUNTY, "Lalita Cawthray", "Adult services", "2021-10-11", NULL, "Two afternoons with the former manager; the carers’ contract was gone through line by line." },
  { COUNTY, "Joss Penhallick", "Payments and monitoring", "2025-01-13", NULL, NULL },
  { COUNTY, "Merritt Oxenholme", "Small grants", "2020-03-02", "2026-07-31", NULL },
  { BOROUGH, "Effie Thornborough", NULL, NULL, NULL, "Took the pantry and the champions over from the housing team." },
  { DISTRICT, "Gideon Slaithwaite", "Village grants", "2022-04-04", "2026-08-28", NULL },
  { "Police and Crime Commissioner for North Ridge", "Yolande Farrimond", "Domestic abuse", "2024-03-18", NULL, NULL },
  { "The Fellmonger Foundation", "Lucian Heddlestone", "Strong Places", "2023-01-09", NULL, "Visited all four grantees with the previous manager." },

  /* The other side */
  { "Hollin and Hearth", "Marisol Denwick", "Lead provider", "2024-04-01", NULL, "The three under-providers were introduced one by one." },
  { "Second Spring Recovery", "Corin Applegarth", "Both agreements", "2023-04-01", NULL, NULL },
  { "Know Your Rights North Ridge", "Philippa Roddlesworth", NULL, "2020-09-07", NULL, NULL },
  { "Rowan Door", "Ottoline Braide", "Contracts", NULL, NULL, NULL },
  { "Open Latch", "Dorian Lathom-Hey", "Health and housing", "2025-05-12", NULL, "Was the nurse’s manager until the post ended." },
  { "Skelmoor Hospice at Home", "Ysolde Cartmell", "Nights", "2018-01-15", NULL, NULL },
  { "North Ridge VCSE Alliance", "Maud Oyelaran-Pike", "All of it", "2021-01-01", NULL, NULL },
  { "North Ridge Carers", "Tamsin Wraithwaite", "Contracts", "2017-06-05", NULL, NULL },
  { "Aldermere Minds Together", "Gurinder Soltley", "Peer workers", "2021-04-01", NULL, NULL },
  { "Skelmoor Community Action", "Beata Lowndrie", "Link workers", "2022-11-01", NULL, NULL },
  { "Age Well Aldermere", "Colm Ashgrave", "Grants and discharge", "2023-02-20", NULL, "Took over from the chief executive when the board asked for one contact." },
  { "Aldermere Refugee Welcome", "Nadia Perrithorne", NULL, "2022-05-03", NULL, NULL },
  { "South Asian Women’s Circle Aldermere", "Blessing Ashdown", "Chair, unpaid", "2021-06-14", NULL, NULL },
  { "Memory Café Thrushby", "Winifred Sedgley", "Organiser, unpaid", NULL, NULL, NULL },
};

static const SampleKeyPerson sample_key_people[] = {
  { "Crisis café", "Osric Fenn", NULL, 0 },
  { "Refugee health link workers", "Nadia Perrithorne", NULL, -1 },
  { "Memory café", "Winifred Sedgley", NULL, 0 },
  { "Roma health champions", "Petra Ainsdale", NULL, -1 },
  { "Hospital transport scheme", "Rafe Ellerthwaite", NULL, 0 },
  { "Hospice at home nights", "Ysolde Cartmell", "Perpetua Lindale", 1 },
  { "Eye clinic liaison", "Leopold Garth-Amari", NULL, -1 },
  { "Women’s wellbeing groups", "Blessing Ashdown", NULL, -1 },
  { "Alliance infrastructure and representation", "Maud Oyelaran-Pike", "Idris Fennimore", 1 },
  { "Homeless health and housing support", "Dorian Lathom-Hey", "Averil Stockdale", 1 },
  { "Welfare advice in surgeries", "Philippa Roddlesworth", "Cosmo Penwarden", -1 },
  { "Befriending for older people", "Colm Ashgrave", "Imelda Rostrevor", 0 },
};
/* clang-format on */
