/* The typed example cases of the Austrian inspection register. */

#include "typed.h"

const decision INSPECTION_DECISIONS[] = {NO_DECISION};
