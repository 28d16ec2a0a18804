#pragma once

#include <gio/gio.h>

/* A file of this process alone that holds @bytes, for what is read from a file and not from memory. It is written anew
 * for each input, and removed when the process ends. Borrowed. */
GFile *fuzz_scratch_file (const void *bytes, gsize length);

/* The folder in which that file lies. Borrowed. */
const char *fuzz_scratch_folder (void);
