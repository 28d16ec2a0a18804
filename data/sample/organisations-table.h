#pragma once

#include <glib.h>

/* The seventy organisations of North Ridge. Every name, place and number is invented: charity numbers from 1990000 on,
 * company numbers from 99000000 on and Scottish numbers from SC099000 on have not been issued, the postcode area ZN does not
 * exist, and web addresses end in ".example". A blank income is one that nobody has looked up yet. */

typedef struct
{
  const char *name;
  const char *kind;
  gint8 vcs; /* 1 yes, 0 no, -1 nobody has said */
  const char *place;
  gint64 income; /* pounds a year; 0: not recorded */
  const char *opened; /* NULL: not recorded */
  const char *closed; /* NULL: still there */
  const char *successor;
  const char *identifiers; /* "SCHEME value|SCHEME value" */
} SampleOrganisation;

/* clang-format off */
static const SampleOrganisation sample_organisations[] = {
  /* Those who commission, grant and sit on boards */
  { "NHS North Ridge Integrated Care Board", "nhs", 0, "Aldermere", 0, "2026-04-01", NULL, NULL, "GB-NHS ZNR01" },
  { "NHS Aldermere and Skelmoor Integrated Care Board", "nhs", 0, "Aldermere", 0, "2022-07-01", "2026-03-31", "NHS North Ridge Integrated Care Board", "GB-NHS ZNA" },
  { "NHS Aldermere Clinical Commissioning Group", "nhs", 0, "Aldermere", 0, "2013-04-01", "2022-06-30", "NHS Aldermere and Skelmoor Integrated Care Board", "GB-NHS 99Z" },
  { "Aldermere City Council", "council", 0, "Aldermere", 0, NULL, NULL, NULL, "GB-LAE ZAL" },
  { "North Ridgeshire County Council", "council", 0, "Skelmoor", 0, NULL, NULL, NULL, "GB-LAE ZNR" },
  { "Brackenford Borough Council", "council", 0, "Brackenford", 0, NULL, NULL, NULL, "GB-LAE ZBK" },
  { "Eskerton District Council", "council", 0, "Eskerton", 0, NULL, NULL, NULL, "GB-LAE ZEK" },
  { "North Ridge Partnership NHS Foundation Trust", "nhs", 0, "Aldermere", 0, "2008-02-01", NULL, NULL, "GB-NHS ZRP" },
  { "Aldermere University Hospitals NHS Trust", "nhs", 0, "Aldermere", 0, "2001-04-01", NULL, NULL, "GB-NHS ZAH" },
  { "Police and Crime Commissioner for North Ridge", "public", 0, "Skelmoor", 0, "2012-11-22", NULL, NULL, NULL },
  { "The Fellmonger Foundation", "funder", 0, "Aldermere", 9400000, "1987-05-12", NULL, NULL, "GB-CHC 1990112|360G fellmonger" },
  { "North Ridge Community Foundation", "funder", 1, "Brackenford", 2750000, "1999-09-01", NULL, NULL, "GB-CHC 1990246|GB-COH 99002461|360G nrcommunity" },
  { "The Quillfeather Trust", "funder", 0, NULL, 1100000, NULL, NULL, NULL, "GB-CHC 1990308|360G quillfeather" },

  /* Providers outside the sector, or of which nobody has said */
  { "Merrowdene Care Ltd", "company", 0, "Aldermere", 14200000, "2004-06-18", NULL, NULL, "GB-COH 99014420" },
  { "Calderrow Health Ltd", "company", 0, "Skelmoor", 0, NULL, NULL, NULL, "GB-COH 99017733" },
  { "Skelmoor Practices Together CIC", "cic", -1, "Skelmoor", 3300000, "2016-03-07", NULL, NULL, "GB-COH 99020915|GB-NHS Z9F2K" },
  { "Thrushby Leisure and Libraries", "social_enterprise", -1, "Thrushby", 5100000, "2011-04-01", NULL, NULL, "GB-COH 99023308" },
  { "Wheelwright Supported Living", "social_enterprise", -1, "Brackenford", 0, NULL, NULL, NULL, NULL },

  /* Large voluntary organisations */
  { "Hollin and Hearth", "charity", 1, "Aldermere", 128400000, "1964-03-02", NULL, NULL, "GB-CHC 1990001|GB-COH 99000014|GB-SC SC099001" },
  { "The Farrowgate Society", "charity", 1, "Aldermere", 34100000, "1951-10-10", NULL, NULL, "GB-CHC 1990017|GB-COH 99000177" },
  { "Ferriby Youth Futures", "charity", 1, "Brackenford", 18600000, "1978-01-20", NULL, NULL, "GB-CHC 1990023|GB-COH 99000232" },
  { "Saint Wystan’s Hospice Aldermere", "charity", 1, "Aldermere", 7400000, "1983-06-01", NULL, NULL, "GB-CHC 1990035|GB-COH 99000359" },
  { "Open Latch", "charity", 1, "Aldermere", 4800000, "1991-11-05", NULL, NULL, "GB-CHC 1990048|GB-COH 99000485" },
  { "Aldermere Minds Together", "charity", 1, "Aldermere", 3900000, "1986-02-14", NULL, NULL, "GB-CHC 1990052" },
  { "Second Spring Recovery", "charity", 1, "Skelmoor", 2900000, "2002-08-19", NULL, NULL, "GB-CHC 1990061|GB-COH 99000614" },
  { "Age Well Aldermere", "charity", 1, "Aldermere", 2200000, "1974-04-01", NULL, NULL, "GB-CHC 1990074|GB-COH 99000748" },
  { "Know Your Rights North Ridge", "charity", 1, "Aldermere", 2100000, "1969-09-15", NULL, NULL, "GB-CHC 1990083|GB-COH 99000835" },
  { "North Ridge Carers", "charity", 1, "Skelmoor", 1700000, "1995-03-30", NULL, NULL, "GB-CHC 1990099|GB-COH 99000992" },
  { "Rowan Door", "charity", 1, "Aldermere", 1600000, "1980-07-07", NULL, NULL, "GB-CHC 1990105" },
  { "Skelmoor Hospice at Home", "charity", 1, "Skelmoor", 1300000, "1998-05-21", NULL, NULL, "GB-CHC 1990121|GB-COH 99001218" },
  { "North Ridge Advocacy Partnership", "charity", 1, "Brackenford", 1200000, NULL, NULL, NULL, "GB-CHC 1990137|GB-COH 99001376" },
  { "Sightline North Ridge", "charity", 1, "Aldermere", 1100000, "1921-01-01", NULL, NULL, "GB-CHC 1990140" },

  /* Medium */
  { "Aldermere Wanderers in the Community", "charity", 1, "Aldermere", 970000, "2007-10-03", NULL, NULL, "GB-CHC 1990156|GB-COH 99001563" },
  { "Voluntary Action Aldermere", "charity", 1, "Aldermere", 880000, "1948-06-30", NULL, NULL, "GB-CHC 1990163|GB-COH 99001638" },
  { "Kestrel Row Enterprises", "social_enterprise", 1, "Brackenford", 690000, "2012-02-27", NULL, NULL, "GB-MPR ZR900071" },
  { "North Ridge VCSE Alliance", "cio", 1, "Aldermere", 640000, "2019-11-18", NULL, NULL, "GB-CHC 1990178" },
  { "Age Well Eskerton", "charity", 1, "Eskerton", 610000, "1977-04-01", NULL, NULL, "GB-CHC 1990184" },
  { "Snug Homes Skelmoor CIC", "cic", 1, "Skelmoor", 520000, "2014-09-09", NULL, NULL, "GB-COH 99019270" },
  { "Brackenford Dementia Day Centre", "charity", 1, "Brackenford", 440000, "1993-10-25", NULL, NULL, "GB-CHC 1990199" },
  { "Skelmoor Community Action", "charity", 1, "Skelmoor", 410000, "1971-05-17", NULL, NULL, "GB-CHC 1990203" },
  { "The Autism Workshop CIC", "cic", 1, "Brackenford", 390000, "2015-01-12", NULL, NULL, "GB-COH 99020044" },
  { "Aldermere Refugee Welcome", "cio", 1, "Aldermere", 340000, "2015-12-01", NULL, NULL, "GB-CHC 1990218" },
  { "Little Acorns Eskerton", "charity", 1, "Eskerton", 320000, "1996-09-02", NULL, NULL, "GB-CHC 1990225" },
  { "People’s Voice North Ridge CIC", "cic", 1, "Aldermere", 290000, "2013-04-01", NULL, NULL, "GB-COH 99018816" },
  { "Aldermere City Farm and Garden", "charity", 1, "Aldermere", 275000, "1982-04-23", NULL, NULL, "GB-CHC 1990232" },
  { "Brackenford Connect", "charity", 1, "Brackenford", 265000, NULL, NULL, NULL, "GB-CHC 1990257|GB-COH 99002576" },
  { "Eskerton Rural Transport", "charity", 1, "Eskerton", 240000, "1989-07-14", NULL, NULL, "GB-CHC 1990261" },
  { "Deaf Together North Ridge", "charity", 1, "Aldermere", 210000, "2001-03-19", NULL, NULL, "GB-CHC 1990279" },
  { "Skelmoor Young Carers", "cio", 1, "Skelmoor", 180000, "2010-06-08", NULL, NULL, "GB-CHC 1990280" },
  { "Ridge Arts for Health", "charity", 1, "Thrushby", 150000, NULL, NULL, NULL, "GB-CHC 1990294" },
  { "Eskerton Village Hubs", "cio", 1, "Eskerton", 148000, "2018-02-05", NULL, NULL, "GB-CHC 1990301" },
  { "Speaking Up Skelmoor CIC", "cic", 1, "Skelmoor", 130000, NULL, NULL, NULL, "GB-COH 99021187" },
  { "Aldermere Rainbow Network", "cio", 1, "Aldermere", 120000, "2014-06-28", NULL, NULL, "GB-CHC 1990316" },
  { "Skelmoor Growing Space CIC", "cic", 1, "Skelmoor", 118000, "2017-03-20", NULL, NULL, "GB-COH 99021652" },
  { "Veterans’ Bridge Skelmoor", "charity", 1, "Skelmoor", 105000, "2011-11-11", NULL, NULL, "GB-CHC 1990322|GB-SC SC099032" },

  /* Small */
  { "Thrushby Money Advice", "charity", 1, "Thrushby", 96000, NULL, NULL, NULL, "GB-CHC 1990338" },
  { "South Asian Women’s Circle Aldermere", "charity", 1, "Aldermere", 92000, "1994-03-08", NULL, NULL, "GB-CHC 1990343" },
  { "Aldermere Recovery Café CIC", "cic", 1, "Aldermere", 88000, "2018-09-24", NULL, NULL, "GB-COH 99022391" },
  { "Roadside Health Aldermere CIC", "cic", 1, "Aldermere", 77000, "2019-05-13", NULL, NULL, "GB-COH 99022749" },
  { "Aldermere Bereavement Friends", "charity", 1, "Aldermere", 64000, NULL, NULL, NULL, "GB-CHC 1990359" },
  { "Thrushby New Parents", "charity", 1, "Thrushby", 58000, "2016-10-17", NULL, NULL, "GB-CHC 1990364" },
  { "Roma Voices Brackenford CIC", "cic", 1, "Brackenford", 46000, "2020-02-11", NULL, NULL, "GB-COH 99023006" },
  { "Thrushby Community Minibus", "charity", 1, "Thrushby", 37000, NULL, NULL, NULL, "GB-CHC 1990370" },
  { "Brackenford Food Pantry", "unregistered", 1, "Brackenford", 0, "2020-04-06", NULL, NULL, NULL },

  /* Micro, most of them on no register */
  { "Skelmoor Men’s Bench", "cio", 1, "Skelmoor", 9400, "2019-10-01", NULL, NULL, "GB-CHC 1990385" },
  { "Stroke Club Eskerton", "unregistered", 1, "Eskerton", 7200, NULL, NULL, NULL, NULL },
  { "Sing Well Skelmoor", "unregistered", 1, "Skelmoor", 6800, NULL, NULL, NULL, NULL },
  { "Memory Café Thrushby", "unregistered", 1, "Thrushby", 4900, NULL, NULL, NULL, NULL },
  { "African Caribbean Elders of Aldermere", "unregistered", -1, "Aldermere", 0, NULL, NULL, NULL, NULL },
  { "Long Covid Peer Network North Ridge", "unregistered", -1, NULL, 0, "2021-01-25", NULL, NULL, NULL },
};
/* clang-format on */
