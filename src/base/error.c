#include "base/error.h"

G_DEFINE_QUARK (tenure-error-quark, tenure_error)
