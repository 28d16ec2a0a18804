#include "base/error.h"

/* The name is taken letter by letter. */
/* clang-format off */
G_DEFINE_QUARK (tenure-error-quark, tenure_error)
/* clang-format on */
