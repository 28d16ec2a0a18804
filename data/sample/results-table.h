#pragma once

#include <glib.h>

/* What services count, and who refers how many to whom. Invented. */

typedef struct
{
  const char *service;
  const char *measure;
  const char *unit; /* NULL: not recorded */
  int per_10k;      /* how many of it a year's £10,000 are meant to bring, in hundredths */
} SampleMeasure;

/* A service that takes referrals: how many it could take in a quarter, and how many came in each up to September 2026. */
typedef struct
{
  const char *title; /* of the agreement that runs */
  int capacity; /* 0: nobody said */
  int received[4]; /* -1: no return came; the agreement may have begun later */
} SampleReferrals;

/* clang-format off */
static const SampleMeasure sample_measures[] = {
  { "Carers", "Carers with a plan of their own", "carers", 900 },
  { "Carers", "Carers who had a break of two hours or more", "carers", 1200 },
  { "Ageing well", "People who feel less lonely after six months", "people", 700 },
  { "Hospital discharge", "People at home after 91 days", "people", 1100 },
  { "Advice", "Income gained for clients", "pounds", 3800000 },
  { "Advice", "Cases closed with an outcome", "cases", 1900 },
  { "Mental health", "People in work or training after a year", "people", 120 },
  { "Mental health", "People seen within two weeks", "people", 650 },
  { "Mental health crisis", "Evenings open", "evenings", 2600 },
  { "Substance use", "People who complete their plan", "people", 180 },
  { "Social prescribing", "People with a higher wellbeing score at the end", "people", 800 },
  { "Advocacy", "People with an advocate within five days", "people", 450 },
  { "Domestic abuse", "Women and children with a safety plan", "people", 300 },
  { "Homelessness", "Tenancies held for twelve months", "tenancies", 90 },
  { "End of life", "People who died where they wished to", "people", 60 },
  { "Children and families", "Young people who reached the goal they set", "young people", 350 },
  { "Community wellbeing", "People who came four times or more", "people", 1400 },
  { "Transport", "Journeys to appointments", "journeys", 32000 },
  { "Dementia", "Days of respite for carers", "days", 9000 },
  { "Refugee health", "People registered with a practice", "people", 1600 },
  { "Infrastructure", "Groups that gained a new funder", "groups", 160 },
  { "Participation", "Residents who shaped a decision", NULL, 700 },
  { "Long-term conditions", "People who kept coming for ten weeks", "people", 3500 },
  { "Learning disability", "People who spoke at a meeting that decided", "people", 500 },
};

static const SampleReferrals sample_referrals[] = {
  { "Social prescribing link workers", 420, { 398, 441, 407, 433 } },
  { "Social prescribing link workers, west", 260, { 214, 188, 121, 96 } },
  { "Carers’ assessment and support", 310, { 274, 291, 305, 322 } },
  { "Drug and alcohol recovery service", 180, { 171, 166, 189, 174 } },
  { "Youth counselling", 240, { 288, 301, 276, 294 } },
  { "Alliance: peer workers", 90, { -1, -1, 71, 84 } },
  { "Alliance: employment support", 60, { 34, 29, 22, 18 } },
  { "Community mental health alliance", 0, { 512, 498, 547, 530 } },
  { "Home from hospital", 150, { -1, -1, 164, 139 } },
  { "Falls prevention classes", 96, { 41, 52, 38, 44 } },
  { "Homeless health and housing support", 130, { -1, -1, 127, 118 } },
  { "Hospice at home nights", 45, { 39, 44, 47, -1 } },
  { "Dementia day places", 0, { -1, -1, 33, 36 } },
  { "Refugee health link workers", 70, { -1, -1, 66, -1 } },
  { "Domestic abuse outreach", 110, { 104, 121, 117, 126 } },
};
/* clang-format on */
