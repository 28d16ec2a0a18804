#pragma once

/* Names for those who sit on the boards, drawn in pairs; the people are invented. */

/* clang-format off */
static const char *const sample_first_names[] = {
  "Abiola", "Agnes", "Alun", "Anwen", "Bartholomew", "Bronagh", "Caspian", "Chidi", "Cordelia", "Dafydd", "Delphine",
  "Ezra", "Farida", "Fergal", "Ghislaine", "Hamish", "Harriet", "Ifeoma", "Imran", "Isolde", "Jarvis", "Jocasta", "Kamala",
  "Keziah", "Lachlan", "Leonie", "Magda", "Merrick", "Nerys", "Niamh", "Obadiah", "Orla", "Parveen", "Percival", "Quentin",
  "Ravinder", "Rosalind", "Saoirse", "Silas", "Tabitha", "Tariq", "Ursula", "Vashti", "Wilf", "Xanthe", "Yusuf", "Zelda",
};

static const char *const sample_surnames[] = {
  "Addlestrop", "Arkwell", "Bellweather", "Birtwhistle", "Blencarn", "Cawdrey", "Chilverton", "Cobblewick", "Crossthwaite",
  "Dallowby", "Drabbleford", "Eastlake", "Elphinshaw", "Fairbeck", "Farthingale", "Garsdale", "Goldthwait", "Hallowmere",
  "Haverstock", "Inglebright", "Jessamy", "Kilnsey", "Larkspur", "Loxwood", "Marwick", "Mossop", "Nettleby", "Oakenfull",
  "Okereke-Dunn", "Pennifold", "Priestnall", "Quarmby", "Rahman-Lisle", "Ravensworth", "Sallowfield", "Silverdale", "Skerritt",
  "Tattersby", "Thistlewood", "Umfreville", "Vellacott", "Wainscott", "Wetherell", "Winterbourn", "Yarborough", "Zouchley",
};
/* clang-format on */
