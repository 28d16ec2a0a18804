#pragma once

#include <glib.h>

/* What is funded in North Ridge: one row a funding relationship, which becomes a chain of agreements.
 *
 * `funders` names who pays: I the NHS commissioner of the day, A the city, C the county, B Brackenford, E Eskerton,
 * P police and crime, F Fellmonger, N the community foundation, Q Quillfeather; "I50 A50" shares it; "I? A?" shares it in
 * parts that nobody wrote down.
 *
 * `terms` says how the relationship went, from `start` on:
 *   12          a term of 12 months               12*4     four of them, one after the other
 *   36+12       with an option of 12 months       36+12!   with one that was taken up
 *   24>9        ended early after 9 months        g30      the next term begins 30 days late and ends when it would have
 *   w30         30 days go by before the next term
 *   open        rolling, no end agreed            tbc      an end "to be confirmed"
 *   24~         only the length was written down  x12      a term of 12 months cut down to one record without dates */

typedef enum
{
  SAMPLE_ONE_OFF = 1 << 0,    /* a pilot or other one-off */
  SAMPLE_INDIVIDUAL = 1 << 1, /* paid to a person */
  SAMPLE_SIGNED_NEXT = 1 << 2, /* the renewal after the running term is signed already */
} SampleMarks;

typedef struct
{
  const char *title;
  const char *provider;
  const char *service;
  const char *place; /* NULL: the whole of North Ridge, or nobody said */
  const char *programme;
  const char *communities;
  const char *kind;
  const char *purpose;
  const char *funders;
  const char *under; /* title of the lead provider's agreement */
  const char *start;
  const char *terms;
  gint64 annual; /* pounds a year in the first term */
  SampleMarks marks;
} SampleFunding;

/* clang-format off */
static const SampleFunding sample_funding[] = {
  /* Rolled over every 31 March, some for six years */
  { "Carers’ information and breaks", "North Ridge Carers", "Carers", "Skelmoor", "Better Care Fund", "Unpaid carers", "grant", "project", "I50 C50", NULL, "2021-04-01", "12*6", 142000, 0 },
  { "Young carers’ clubs", "Skelmoor Young Carers", "Carers", "Skelmoor", NULL, "Young carers aged 8 to 18", "grant", "project", "C", NULL, "2022-04-01", "12*5", 38500, 0 },
  { "Befriending for older people", "Age Well Aldermere", "Ageing well", "Aldermere", "Better Care Fund", "Older people living alone", "grant", "project", "A", NULL, "2021-04-01", "12*3 g45 12*3", 64000, 0 },
  { "Home from hospital", "Age Well Aldermere", "Hospital discharge", "Aldermere", "Discharge fund", "Older people leaving hospital", "sla", "project", "I", NULL, "2022-10-01", "6 12*4", 118000, 0 },
  { "Village lunch clubs", "Age Well Eskerton", "Ageing well", "Eskerton", NULL, "Older people in rural parishes", "grant", "project", "E", NULL, "2022-04-01", "12*5", 21000, 0 },
  { "Bereavement listening service", "Aldermere Bereavement Friends", "Bereavement", "Aldermere", NULL, "Bereaved adults", "grant", "core", "I", NULL, "2023-04-01", "12 g61 12*3", 18500, 0 },
  { "Welfare advice in surgeries", "Know Your Rights North Ridge", "Advice", "Aldermere", "Inequalities fund", "People on low incomes", "sla", "project", "I60 A40", NULL, "2021-04-01", "12*6", 236000, 0 },
  { "Debt and money advice", "Thrushby Money Advice", "Advice", "Thrushby", NULL, "Households in debt", "grant", "project", "C", NULL, "2023-04-01", "12*4", 29000, 0 },
  { "Crisis café", "Aldermere Recovery Café CIC", "Mental health crisis", "Aldermere", "Crisis alternatives", "Adults in distress", "grant", "project", "I", NULL, "2022-10-01", "6 12*4", 72000, 0 },
  { "Peer support for people in recovery", "Second Spring Recovery", "Substance use", "Skelmoor", NULL, "Adults in recovery", "grant", "project", "C", NULL, "2022-04-01", "12*5", 96000, 0 },
  { "Self-advocacy groups", "Speaking Up Skelmoor CIC", "Learning disability", "Skelmoor", NULL, "People with a learning disability", "grant", "participation", "I50 C50", NULL, "2023-04-01", "12*4", 41000, 0 },
  { "Autism post-diagnosis support", "The Autism Workshop CIC", "Autism", "Brackenford", NULL, "Autistic adults and families", "grant", "project", "I", NULL, "2023-07-01", "9 12*3", 88000, 0 },
  { "Signing and communication support", "Deaf Together North Ridge", "Sensory impairment", NULL, NULL, "Deaf people", "sla", "project", "I? A? C?", NULL, "2022-04-01", "12*5", 54000, 0 },
  { "Eye clinic liaison", "Sightline North Ridge", "Sensory impairment", "Aldermere", NULL, "People losing their sight", "sla", "project", "I", NULL, "2024-04-01", "12*3", 61000, 0 },
  { "Community minibus for appointments", "Thrushby Community Minibus", "Transport", "Thrushby", NULL, "People without a car", "grant", "core", "C", NULL, "2022-04-01", "12*5", 16500, 0 },
  { "Hospital transport scheme", "Eskerton Rural Transport", "Transport", "Eskerton", NULL, "Rural patients", "grant", "core", "I50 E50", NULL, "2023-04-01", "12*4", 34000, SAMPLE_SIGNED_NEXT },
  { "Refugee health link workers", "Aldermere Refugee Welcome", "Refugee health", "Aldermere", "Inequalities fund", "Refugees and people seeking asylum", "grant", "project", "I", NULL, "2023-04-01", "12 g30 12*3", 78000, 0 },
  { "Women’s wellbeing groups", "South Asian Women’s Circle Aldermere", "Community wellbeing", "Aldermere", "Inequalities fund", "South Asian women", "grant", "project", "A", NULL, "2024-04-01", "12*3", 24000, 0 },
  { "Community food and warm space", "Brackenford Food Pantry", "Food", "Brackenford", "Household support", "Families on low incomes", "grant", "core", "B", NULL, "2022-10-01", "6 12*4", 12000, 0 },
  { "Singing for breathing", "Sing Well Skelmoor", "Long-term conditions", "Skelmoor", NULL, "People with lung disease", "grant", "project", "I", NULL, "2024-04-01", "12*3", 4800, 0 },
  { "Memory café", "Memory Café Thrushby", "Dementia", "Thrushby", NULL, "People with dementia", "grant", "core", "C", NULL, "2023-04-01", "12*4", 2400, 0 },
  { "Dementia day places", "Brackenford Dementia Day Centre", "Dementia", "Brackenford", "Better Care Fund", "People with dementia and their carers", "contract", "project", "I50 C50", NULL, "2021-04-01", "12*6", 185000, 0 },
  { "Parent and infant drop-in", "Thrushby New Parents", "Perinatal", "Thrushby", NULL, "New parents", "grant", "project", "I", NULL, "2024-04-01", "12*3", 22000, 0 },
  { "Travellers’ health outreach", "Roadside Health Aldermere CIC", "Community wellbeing", NULL, "Inequalities fund", "Gypsy, Roma and Traveller families", "grant", "project", "I", NULL, "2024-04-01", "12 g92 12 12", 45000, 0 },
  { "Roma health champions", "Roma Voices Brackenford CIC", "Community wellbeing", "Brackenford", "Inequalities fund", "Roma families", "grant", "project", "B", NULL, "2024-04-01", "12*3", 26000, 0 },
  { "Stroke exercise group", "Stroke Club Eskerton", "Long-term conditions", "Eskerton", NULL, "People after a stroke", "grant", "project", "E", NULL, "2024-04-01", "12*3", 3600, 0 },
  { "Winter warmth visits", "Snug Homes Skelmoor CIC", "Housing and warmth", "Skelmoor", "Household support", "Households in cold homes", "spot", "project", "C", NULL, "2024-11-01", "5 w214 5 w214 5", 36000, 0 },

  /* Two years at a time */
  { "Independent advocacy", "North Ridge Advocacy Partnership", "Advocacy", NULL, NULL, "People lacking capacity", "contract", "project", "A50 C50", NULL, "2021-04-01", "24+12! 24+12", 410000, 0 },
  { "Domestic abuse outreach", "Rowan Door", "Domestic abuse", "Aldermere", NULL, "Women and children", "contract", "project", "A60 P40", NULL, "2021-04-01", "24*3", 280000, 0 },
  { "Refuge places", "Rowan Door", "Domestic abuse", "Aldermere", NULL, "Women and children", "contract", "project", "A", NULL, "2022-04-01", "24*2 24", 355000, SAMPLE_SIGNED_NEXT },
  { "Hospice at home nights", "Skelmoor Hospice at Home", "End of life", "Skelmoor", NULL, "People at the end of life", "sla", "project", "I", NULL, "2021-04-01", "24*3", 264000, 0 },
  { "Community gardening on prescription", "Skelmoor Growing Space CIC", "Social prescribing", "Skelmoor", "Green prescribing", "People with low mood", "grant", "project", "I70 C30", NULL, "2021-07-01", "21 24 24", 33000, 0 },
  { "Family support hub", "Little Acorns Eskerton", "Children and families", "Eskerton", NULL, "Families with under-fives", "grant", "project", "C", NULL, "2021-09-01", "19 24*2", 74000, 0 },
  { "Rural hubs", "Eskerton Village Hubs", "Community wellbeing", "Eskerton", NULL, "Rural parishes", "grant", "core", "E50 Q50", NULL, "2022-04-01", "24 24 18", 42000, 0 },
  { "Football and mental health", "Aldermere Wanderers in the Community", "Community wellbeing", "Aldermere", NULL, "Men under 50", "grant", "project", "I", NULL, "2022-09-01", "19 24 24", 52000, 0 },
  { "Rainbow wellbeing", "Aldermere Rainbow Network", "Community wellbeing", "Aldermere", NULL, "LGBT+ people", "grant", "project", "F", NULL, "2023-01-01", "24 24", 30000, 0 },
  { "Arts on the ward", "Ridge Arts for Health", "Arts and health", "Aldermere", NULL, "Hospital patients", "grant", "project", "Q", NULL, "2022-10-01", "24 w120 24", 27500, 0 },
  { "Veterans’ listening post", "Veterans’ Bridge Skelmoor", "Community wellbeing", "Skelmoor", NULL, "Veterans", "grant", "project", "N", NULL, "2023-04-01", "21 24", 24000, 0 },

  /* Three years and more */
  { "Community mental health alliance", "Hollin and Hearth", "Mental health", NULL, "Community mental health framework", "Adults with severe mental illness", "contract", "project", "I70 A15 C15", NULL, "2021-04-01", "36 36+24", 4150000, 0 },
  { "Alliance: peer workers", "Aldermere Minds Together", "Mental health", "Aldermere", "Community mental health framework", "Adults with severe mental illness", "contract", "project", "I", "Community mental health alliance", "2021-04-01", "36 12*3", 420000, 0 },
  { "Alliance: employment support", "Kestrel Row Enterprises", "Mental health", "Brackenford", "Community mental health framework", "Adults out of work", "contract", "project", "I", "Community mental health alliance", "2021-04-01", "36 36", 148000, 0 },
  { "Alliance: community connectors", "Voluntary Action Aldermere", "Mental health", "Aldermere", "Community mental health framework", "Adults with severe mental illness", "contract", "project", "I", "Community mental health alliance", "2021-04-01", "36 36", 96000, 0 },
  { "Alliance: recovery allotment", "Aldermere City Farm and Garden", "Mental health", "Aldermere", "Community mental health framework", "Adults with severe mental illness", "contract", "project", "I", "Community mental health alliance", "2022-04-01", "24 12*2", 31000, 0 },
  { "Drug and alcohol recovery service", "Second Spring Recovery", "Substance use", NULL, NULL, "Adults who use drugs or alcohol", "contract", "project", "A50 C50", NULL, "2023-04-01", "60+24", 940000, 0 },
  { "Homeless health and housing support", "Open Latch", "Homelessness", "Aldermere", NULL, "People sleeping rough", "contract", "project", "I40 A60", NULL, "2022-04-01", "36+12! 36", 760000, 0 },
  { "Hospice in-patient beds", "Saint Wystan’s Hospice Aldermere", "End of life", "Aldermere", NULL, "People at the end of life", "contract", "core", "I", NULL, "2021-04-01", "36 60+12+12", 880000, 0 },
  { "Social prescribing link workers", "Voluntary Action Aldermere", "Social prescribing", "Aldermere", NULL, "Adults referred by their practice", "contract", "project", "I", NULL, "2021-07-01", "33 48+12", 390000, 0 },
  { "Social prescribing link workers, west", "Skelmoor Community Action", "Social prescribing", "Skelmoor", NULL, "Adults referred by their practice", "contract", "project", "I", NULL, "2021-07-01", "33 36", 265000, 0 },
  { "Carers’ assessment and support", "North Ridge Carers", "Carers", NULL, NULL, "Unpaid carers", "contract", "project", "C70 I30", NULL, "2022-04-01", "36 36+12+12", 520000, 0 },
  { "Youth counselling", "Ferriby Youth Futures", "Children and families", "Brackenford", NULL, "Young people aged 11 to 25", "contract", "project", "I50 C40", NULL, "2023-04-01", "36+12!+12", 610000, 0 },
  { "Supported living, learning disability", "The Farrowgate Society", "Learning disability", "Brackenford", NULL, "People with a learning disability", "contract", "project", "C", NULL, "2022-10-01", "60+24", 1240000, 0 },
  { "Falls prevention classes", "Age Well Eskerton", "Falls and frailty", "Eskerton", NULL, "People over 65", "contract", "project", "I60 E40", NULL, "2024-01-01", "39", 57000, 0 },
  { "Alliance infrastructure and representation", "North Ridge VCSE Alliance", "Infrastructure", NULL, NULL, "Voluntary organisations", "grant", "capacity", "I50 A25 C25", NULL, "2021-04-01", "24 12 36", 155000, 0 },
  { "Volunteering and small-group support", "Voluntary Action Aldermere", "Infrastructure", "Aldermere", NULL, "Small voluntary groups", "grant", "core", "A", NULL, "2022-04-01", "36 36", 128000, 0 },
  { "Group development, west", "Skelmoor Community Action", "Infrastructure", "Skelmoor", NULL, "Small voluntary groups", "grant", "core", "C", NULL, "2021-04-01", "36 24 12", 92000, SAMPLE_SIGNED_NEXT },
  { "Public involvement programme", "People’s Voice North Ridge CIC", "Participation", NULL, NULL, "Residents", "contract", "participation", "A50 C50", NULL, "2022-04-01", "36 36+24", 210000, 0 },
  { "Core grant", "Skelmoor Community Action", "Infrastructure", "Skelmoor", NULL, NULL, "grant", "core", "N", NULL, "2023-10-01", "36 w31 60", 25000, 0 },
  { "Strengthening small groups", "Brackenford Connect", "Infrastructure", "Brackenford", "Strong Places", "Small voluntary groups", "grant", "capacity", "F", NULL, "2022-01-01", "36 26", 60000, 0 },
  { "Ten-year community wealth grant", "Kestrel Row Enterprises", "Employment", "Brackenford", "Strong Places", "People out of work", "grant", "core", "F", NULL, "2021-09-01", "120", 75000, 0 },

  /* Meant to end */
  { "Long Covid peer groups, pilot", "Long Covid Peer Network North Ridge", "Long-term conditions", NULL, NULL, "People with long Covid", "grant", "project", "I", NULL, "2026-01-01", "15", 19500, SAMPLE_ONE_OFF },
  { "Vaccination outreach", "African Caribbean Elders of Aldermere", "Community wellbeing", "Aldermere", "Inequalities fund", "African and Caribbean elders", "grant", "project", "I", NULL, "2021-11-01", "5", 8500, SAMPLE_ONE_OFF },
  { "Winter pressures volunteers", "Voluntary Action Aldermere", "Hospital discharge", "Aldermere", "Winter fund", "Hospital patients", "spot", "project", "I", NULL, "2025-11-01", "5", 46000, SAMPLE_ONE_OFF },
  { "Men’s bench tools and workshop", "Skelmoor Men’s Bench", "Community wellbeing", "Skelmoor", NULL, "Older men", "grant", "restricted", "N", NULL, "2026-05-01", "12", 6000, SAMPLE_ONE_OFF },
  { "Digital inclusion pilot", "Brackenford Connect", "Community wellbeing", "Brackenford", NULL, "People who are not online", "grant", "project", "B", NULL, "2026-06-01", "10", 28000, 0 },
  { "Jubilee street parties", "Eskerton Village Hubs", "Community wellbeing", "Eskerton", NULL, "Rural parishes", "grant", "restricted", "E", NULL, "2022-05-01", "2", 3000, SAMPLE_ONE_OFF },

  /* No end agreed, or none anybody knows */
  { "Sitting service", "North Ridge Carers", "Carers", "Brackenford", NULL, "Unpaid carers", "sla", "project", "C", NULL, "2021-04-01", "24 open", 83000, 0 },
  { "Equipment loans", "Age Well Aldermere", "Ageing well", "Aldermere", NULL, "Older people", "sla", NULL, "I", NULL, "2022-07-01", "open", 27000, 0 },
  { "Grounds and café at the day hospital", "Kestrel Row Enterprises", "Employment", "Aldermere", NULL, "People out of work", "contract", NULL, "I", NULL, "2023-04-01", "open", 45000, 0 },
  { "Neighbourhood connectors", "Brackenford Connect", "Social prescribing", "Brackenford", NULL, "Adults referred by their practice", "grant", "project", "I? B?", NULL, "2023-04-01", "12*2 tbc", 66000, 0 },
  { "Family group conferences", "Little Acorns Eskerton", "Children and families", "Eskerton", NULL, "Families", "grant", "project", "C", NULL, "2025-04-01", "tbc", 39000, 0 },
  { "Patient library trolley", "Voluntary Action Aldermere", "Community wellbeing", "Aldermere", NULL, "Hospital patients", "grant", NULL, "Q", NULL, "2025-09-01", "24~", 7000, 0 },
  { "Interpreting volunteers", "Aldermere Refugee Welcome", "Refugee health", "Aldermere", NULL, "People who speak little English", "sla", "project", "I", NULL, "2024-10-01", "x12", 15000, 0 },

  /* Paid by the people themselves from their own budgets */
  { "Personal budgets: day activities", "The Farrowgate Society", "Learning disability", "Brackenford", NULL, "People with a learning disability", "citizen_directed", "project", "C", NULL, "2025-04-01", "12*2", 185000, 0 },
  { "Personal health budgets: companions", "Age Well Aldermere", "Ageing well", "Aldermere", NULL, "Older people", "citizen_directed", "project", "I", NULL, "2026-04-01", "12", 64000, SAMPLE_INDIVIDUAL },

  /* Ended, or ending early */
  { "Street outreach nurse", "Open Latch", "Homelessness", "Brackenford", NULL, "People sleeping rough", "contract", "project", "I50 B50", NULL, "2023-04-01", "36>20", 112000, 0 },
  { "Sensory rooms", "The Autism Workshop CIC", "Autism", "Brackenford", NULL, "Autistic children", "grant", "project", "N", NULL, "2024-09-01", "36>31", 34000, 0 },
  { "Advice line evenings", "Know Your Rights North Ridge", "Advice", NULL, NULL, "People in crisis", "contract", "project", "C", NULL, "2021-04-01", "24+12!", 47000, 0 },
  { "Allotment therapy", "Aldermere City Farm and Garden", "Community wellbeing", "Aldermere", "Green prescribing", "People with low mood", "grant", "project", "A", NULL, "2023-10-01", "12*2 12", 23000, 0 },

  /* Signed, and yet to begin */
  { "Neighbourhood health hub, Thrushby", "Skelmoor Community Action", "Neighbourhood health", "Thrushby", "Neighbourhood health", "Residents of Thrushby", "contract", "project", "I", NULL, "2027-01-01", "51", 184000, 0 },
  { "Carers’ respite weekends", "North Ridge Carers", "Carers", "Thrushby", NULL, "Unpaid carers", "grant", "project", "F", NULL, "2027-02-01", "24", 48000, 0 },

  /* Beside the sector, for the share of all commissioned spend */
  { "Home care, north", "Merrowdene Care Ltd", "Home care", "Aldermere", NULL, "Older people", "contract", "project", "A", NULL, "2022-10-01", "60+24", 1850000, 0 },
  { "Crisis house beds", "Calderrow Health Ltd", "Mental health crisis", "Skelmoor", NULL, "Adults in distress", "contract", "project", "I", NULL, "2024-04-01", "24+12! 12", 640000, 0 },
  { "Extended access clinics", "Skelmoor Practices Together CIC", "Primary care", "Skelmoor", NULL, "Residents", "contract", "project", "I", NULL, "2024-10-01", "18 24", 720000, 0 },
  { "Exercise on referral", "Thrushby Leisure and Libraries", "Long-term conditions", "Thrushby", NULL, "People with long-term conditions", "contract", "project", "C", NULL, "2023-04-01", "12*4", 94000, 0 },
  { "Short-stay supported housing", "Wheelwright Supported Living", "Homelessness", "Brackenford", NULL, "Homeless adults", "contract", "project", "B", NULL, "2023-04-01", "36+12", 158000, 0 },
};
/* clang-format on */
