#pragma once

#include <glib.h>

/* The twelve boards of North Ridge, their seats, and who speaks for the sector on them. Invented. */

typedef struct
{
  const char *name;
  const char *type;
  const char *area;
  const char *parent;
  const char *from_day;
  const char *to_day;
  const char *successor;
  gint8 voice_expected; /* 1, 0, or -1 for not recorded */
  gint8 votes;
  gint16 target_bp; /* 0: none set */
  const char *decision_rule;
  gint16 quota; /* 0: none */
  gint16 quorum; /* 0: not recorded */
  gboolean bloc_power;
  gint8 meets_every; /* months; 0: no minutes reached the sector */
  const char *notes;
} SampleBoard;

/* Several seats of one bloc: their titles, separated by ';'. */
typedef struct
{
  const char *board;
  const char *bloc; /* NULL: not recorded */
  gint8 vote_weight; /* -1: not recorded */
  const char *role;
  const char *titles;
} SampleSeats;

/* A voluntary-sector seat and who holds or held it; a row without a person is a seat that stands empty. */
typedef struct
{
  const char *board;
  const char *title;
  gint8 vote_weight;
  const char *role;
  const char *person;
  const char *mandate; /* NULL: not recorded */
  const char *chosen;
  const char *from_day;
  const char *to_day;
  const char *deputy;
} SampleVoice;

typedef struct
{
  const char *name;
  const char *organisation;
  const char *role;
} SamplePerson;

/* clang-format off */
#define ICB "North Ridge Integrated Care Board"
#define OLD_ICB "Aldermere and Skelmoor Integrated Care Board"
#define ICP "North Ridge Integrated Care Partnership"
#define ALDERMERE "Aldermere Place Partnership"
#define SKELMOOR "Skelmoor Place Partnership"
#define BRACKENFORD "Brackenford Place Partnership"
#define ESKERTON "Eskerton and Thrushby Place Partnership"
#define MENTAL_HEALTH "Mental Health, Learning Disability and Autism Collaborative"
#define URGENT "Urgent Care Delivery Group"
#define AUDIT "Audit and Risk Committee"
#define INEQUALITIES "Health Inequalities Board"
#define ALLIANCE "VCSE Alliance Leadership Group"

static const SampleBoard sample_boards[] = {
  { ICB, "Integrated care board", "North Ridge", NULL, "2026-04-01", NULL, NULL, 1, 1, 1000, "majority", 0, 8, FALSE, 2, NULL },
  { OLD_ICB, "Integrated care board", "North Ridge", NULL, "2022-07-01", "2026-03-31", ICB, 1, 1, 0, "majority", 0, 8, FALSE, 2, "Voted in November 2025 to exist until 31 March 2026 only." },
  { ICP, "Integrated care partnership", "North Ridge", ICB, "2022-07-01", NULL, NULL, 1, 0, 1500, "consensus", 0, 0, FALSE, 3, NULL },
  { ALDERMERE, "Place partnership", "Aldermere", ICB, "2022-09-01", NULL, NULL, 1, 1, 1000, "custom", 11, 7, TRUE, 2, "Each partner votes as one." },
  { SKELMOOR, "Place partnership", "Skelmoor", ICB, "2022-09-01", NULL, NULL, 1, 1, 0, "majority", 0, 0, TRUE, 2, NULL },
  { BRACKENFORD, "Place partnership", "Brackenford", ICB, "2022-10-01", NULL, NULL, 1, 1, 0, "majority", 0, 6, FALSE, 1, NULL },
  { ESKERTON, "Place partnership", "Eskerton and Thrushby", ICB, "2023-01-01", NULL, NULL, 1, -1, 0, NULL, 0, 0, FALSE, 2, NULL },
  { MENTAL_HEALTH, "Provider collaborative", "North Ridge", ICB, "2021-04-01", NULL, NULL, 1, 1, 1500, "two_thirds", 0, 9, FALSE, 1, NULL },
  { URGENT, "Working group", "North Ridge", ICB, NULL, NULL, NULL, -1, 0, 0, "consensus", 0, 0, FALSE, 1, NULL },
  { AUDIT, "Committee", "North Ridge", ICB, "2026-04-01", NULL, NULL, 1, 1, 0, "majority", 0, 3, FALSE, 3, NULL },
  { INEQUALITIES, "Board", "North Ridge", ICP, "2023-04-01", NULL, NULL, 1, 0, 2000, "consensus", 0, 0, FALSE, 2, NULL },
  { ALLIANCE, "Alliance", "North Ridge", NULL, "2021-01-01", NULL, NULL, 1, 1, 5000, "majority", 0, 6, FALSE, 1, "The alliance’s own board; three statutory partners sit on it." },
};

static const SampleSeats sample_seats[] = {
  { ICB, "independent", 1, "chair", "Chair" },
  { ICB, "independent", 1, "member", "Independent member, finance;Independent member, quality;Independent member, people;Independent member, communities" },
  { ICB, "nhs", 1, "member", "Chief executive;Chief finance officer;Chief medical officer;Chief nurse" },
  { ICB, "nhs", 1, "member", "Partner member, hospitals;Partner member, mental health trust" },
  { ICB, "council", 1, "member", "Partner member, city council;Partner member, county council" },
  { ICB, "primary_care", 1, "member", "Partner member, general practice;Partner member, pharmacy" },
  { ICB, "public", 0, "member", "Director of public health" },

  { OLD_ICB, "independent", 1, "chair", "Chair" },
  { OLD_ICB, "independent", 1, "member", "Independent member, audit;Independent member, remuneration;Independent member, quality" },
  { OLD_ICB, "nhs", 1, "member", "Chief executive;Finance director;Medical director;Director of nursing" },
  { OLD_ICB, "nhs", 1, "member", "Partner member, trusts" },
  { OLD_ICB, "council", 1, "member", "Partner member, councils" },
  { OLD_ICB, "primary_care", 1, "member", "Partner member, general practice" },

  { ICP, "council", -1, "chair", "Joint chair, county council" },
  { ICP, "independent", -1, "chair", "Joint chair, NHS" },
  { ICP, "council", -1, "member", "Leader, city council;Leader, Brackenford;Leader, Eskerton;Director of adult services, city;Director of adult services, county;Director of children’s services;Housing lead" },
  { ICP, "nhs", -1, "member", "Chief executive, ICB;Chief executive, hospitals;Chief executive, mental health trust;Ambulance service;Director of strategy" },
  { ICP, "primary_care", -1, "member", "General practice, Aldermere;General practice, Skelmoor;General practice, Brackenford;Dentistry" },
  { ICP, "public", -1, "member", "Director of public health, city;Director of public health, county;Police;Fire and rescue;University;College" },
  { ICP, "provider", -1, "member", "Care homes association" },
  { ICP, "lived_experience", -1, "member", "Residents’ panel" },

  { ALDERMERE, "council", 2, "chair", "Chair, city council" },
  { ALDERMERE, "council", 2, "member", "Director of adult services;Director of children’s services" },
  { ALDERMERE, "nhs", 2, "member", "ICB place director;Hospital trust;Mental health trust" },
  { ALDERMERE, "primary_care", 1, "member", "Primary care network, north;Primary care network, south;Primary care network, central" },
  { ALDERMERE, "public", 1, "member", "Public health" },
  { ALDERMERE, "provider", 0, "member", "Home care association" },
  { ALDERMERE, "lived_experience", 0, "member", "Expert by experience" },

  { SKELMOOR, "nhs", 1, "chair", "Chair, ICB" },
  { SKELMOOR, "nhs", 1, "member", "Place director;Hospital trust;Community services;Mental health trust" },
  { SKELMOOR, "council", 1, "member", "County adult services;County children’s services;Public health" },
  { SKELMOOR, "primary_care", 1, "member", "Practices Together;Pharmacy;Optometry" },
  { SKELMOOR, "public", 0, "member", "Housing association;Police" },
  { SKELMOOR, "lived_experience", 0, "member", "Residents’ voice" },

  { BRACKENFORD, "council", 1, "chair", "Chair, borough council" },
  { BRACKENFORD, "council", 1, "member", "Housing;Communities;County adult services" },
  { BRACKENFORD, "nhs", 1, "member", "Place director;Hospital trust;Mental health trust;Community services" },
  { BRACKENFORD, "primary_care", 1, "member", "Primary care network, east;Primary care network, west" },
  { BRACKENFORD, NULL, 1, "member", "Partner to be agreed" },
  { BRACKENFORD, "public", 0, "member", "Public health;Police" },

  { ESKERTON, "council", -1, "chair", "Chair, district council" },
  { ESKERTON, "council", -1, "member", "County adult services;Economic development;Leisure" },
  { ESKERTON, "nhs", -1, "member", "Place director;Hospital trust;Community services" },
  { ESKERTON, "primary_care", -1, "member", "Rural practices;Dispensing practices" },
  { ESKERTON, "public", -1, "member", "Public health;National park;Parish councils" },
  { ESKERTON, "provider", -1, "member", "Care homes association" },

  { MENTAL_HEALTH, "nhs", 1, "chair", "Chair, mental health trust" },
  { MENTAL_HEALTH, "nhs", 1, "member", "Chief executive, mental health trust;Medical director;Director of nursing;ICB commissioning;Hospital trust;Finance lead" },
  { MENTAL_HEALTH, "council", 1, "member", "City adult services;County adult services;Children’s services" },
  { MENTAL_HEALTH, "primary_care", 1, "member", "General practice lead" },
  { MENTAL_HEALTH, "provider", 1, "member", "Independent hospitals" },
  { MENTAL_HEALTH, "lived_experience", 1, "member", "Expert by experience, mental health;Expert by experience, learning disability;Family carer" },

  { URGENT, "nhs", -1, "chair", "Chair, hospital trust" },
  { URGENT, "nhs", -1, "member", "Emergency department;Ambulance service;NHS 111;Mental health liaison;Discharge lead;ICB urgent care" },
  { URGENT, "council", -1, "member", "City social work;County social work;Reablement" },
  { URGENT, "primary_care", -1, "member", "Out-of-hours service;Extended access" },
  { URGENT, "provider", -1, "member", "Home care" },

  { AUDIT, "independent", 1, "chair", "Chair, audit" },
  { AUDIT, "independent", 1, "member", "Independent member, finance;Independent member, quality" },
  { AUDIT, "nhs", 0, "member", "Chief finance officer;Head of governance" },
  { AUDIT, "other", 0, "member", "External auditor;Internal auditor" },

  { INEQUALITIES, "public", -1, "chair", "Chair, public health" },
  { INEQUALITIES, "public", -1, "member", "Public health, county;University" },
  { INEQUALITIES, "nhs", -1, "member", "ICB strategy;Hospital trust;Mental health trust;Maternity" },
  { INEQUALITIES, "council", -1, "member", "City communities;County communities;Brackenford housing;Eskerton communities" },
  { INEQUALITIES, "primary_care", -1, "member", "Primary care lead" },
  { INEQUALITIES, "lived_experience", -1, "member", "Community champion" },

  { ALLIANCE, "nhs", 1, "member", "ICB partner" },
  { ALLIANCE, "council", 1, "member", "City partner;County partner" },
  { ALLIANCE, "independent", 1, "chair", "Independent chair" },
};

static const SamplePerson sample_voices[] = {
  { "Maud Oyelaran-Pike", "North Ridge VCSE Alliance", "Director" },
  { "Idris Fennimore", "Voluntary Action Aldermere", "Chief executive" },
  { "Tamsin Wraithwaite", "North Ridge Carers", "Chief executive" },
  { "Gurinder Soltley", "Aldermere Minds Together", "Head of services" },
  { "Beata Lowndrie", "Skelmoor Community Action", "Manager" },
  { "Colm Ashgrave", "Age Well Aldermere", "Deputy chief executive" },
  { "Nadia Perrithorne", "Aldermere Refugee Welcome", "Coordinator" },
  { "Hester Quillam", "Brackenford Connect", "Development worker" },
};

static const SampleVoice sample_voice[] = {
  { OLD_ICB, "VCSE participant", 0, "member", "Maud Oyelaran-Pike", "of", "selected", "2022-07-01", "2026-03-31", NULL },

  { ICP, "VCSE member, infrastructure", -1, "member", "Maud Oyelaran-Pike", "of", "selected", "2022-07-01", NULL, "Idris Fennimore" },
  { ICP, "VCSE member, carers", -1, "member", "Tamsin Wraithwaite", NULL, "invited", "2022-09-01", NULL, NULL },
  { ICP, "VCSE member, older people", -1, "member", NULL, NULL, NULL, NULL, NULL, NULL },

  { ALDERMERE, "VCSE representative", 1, "vice_chair", "Idris Fennimore", "of", "elected", "2022-09-01", NULL, "Colm Ashgrave" },
  { ALDERMERE, "VCSE representative, inequalities", 1, "member", "Maud Oyelaran-Pike", "from", "invited", "2024-01-15", NULL, NULL },

  { SKELMOOR, "VCSE representative", 0, "member", "Beata Lowndrie", "of", "selected", "2023-02-01", NULL, NULL },

  { BRACKENFORD, "VCSE representative", 1, "member", "Hester Quillam", "of", "selected", "2022-10-01", "2026-05-31", NULL },

  { MENTAL_HEALTH, "VCSE partner, providers", 1, "member", "Gurinder Soltley", "for", "invited", "2021-09-01", NULL, NULL },
  { MENTAL_HEALTH, "VCSE partner, alliance", 1, "member", "Maud Oyelaran-Pike", NULL, NULL, "2023-06-01", NULL, "Idris Fennimore" },

  { INEQUALITIES, "VCSE representative", -1, "vice_chair", "Maud Oyelaran-Pike", "of", "selected", "2023-04-01", NULL, NULL },
  { INEQUALITIES, "VCSE representative, migrants", -1, "member", "Nadia Perrithorne", NULL, "invited", NULL, NULL, NULL },

  { ALLIANCE, "Director", 1, "lead", "Maud Oyelaran-Pike", "of", "ex_officio", "2021-01-01", NULL, NULL },
  { ALLIANCE, "Place seat, Aldermere", 1, "vice_chair", "Idris Fennimore", "of", "elected", "2021-01-01", NULL, NULL },
  { ALLIANCE, "Place seat, Skelmoor", 1, "member", "Beata Lowndrie", "of", "elected", "2023-01-01", NULL, NULL },
  { ALLIANCE, "Place seat, Brackenford", 1, "member", "Hester Quillam", "of", "elected", "2021-01-01", "2026-05-31", NULL },
  { ALLIANCE, "Place seat, Eskerton and Thrushby", 1, "member", "Idris Fennimore", "for", "invited", "2024-06-01", NULL, NULL },
  { ALLIANCE, "Small groups", 1, "member", "Idris Fennimore", NULL, "elected", "2025-01-01", NULL, NULL },
  { ALLIANCE, "Carers", 1, "member", "Tamsin Wraithwaite", "from", "elected", "2023-01-01", NULL, NULL },
};
/* clang-format on */
