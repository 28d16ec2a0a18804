#pragma once

#include <stddef.h>
#include <stdint.h>

/* What each target defines: one input, any bytes. Built with -Dfuzz=true it is libFuzzer's entry point; otherwise
 * replay.c calls it with the samples of the target's folder, as an ordinary test. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
