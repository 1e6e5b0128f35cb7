/* The typed example cases of vin.check and of quarter hours. */

#include "typed.h"

static const fact VIN_CHECK[] = {MUST(dms_vin_check_facts, vin, TEXT), END};

static const fact QUARTER_HOUR[] = {MUST(dms_quarter_hour_facts, at, TIME), END};

CALL_NAMED(DMS_DECISION_VIN_CHECK, dms_vin_check)

#define ROUNDING(function)                                                     \
  static int32_t call_##function(const void *facts, answer *to, dms_error *error) { \
    dms_quarter_hour_result result;                                            \
    int32_t status;                                                            \
    cover(&result, sizeof result);                                             \
    status = function((const dms_quarter_hour_facts *)facts, &result, error);  \
    if (status == DMS_STATUS_OK) {                                             \
      to->outcome = cJSON_CreateObject();                                      \
      cJSON_AddItemToObject(to->outcome, "at", said_time(result.at));          \
    } else {                                                                   \
      expect_cleared(&result, sizeof result);                                  \
    }                                                                          \
    return status;                                                             \
  }

ROUNDING(dms_quarter_hour_floor)
ROUNDING(dms_quarter_hour_ceil)
ROUNDING(dms_quarter_hour_nearest)
ROUNDING(dms_quarter_hour_next)

#define ROUNDED(number, function) {number, QUARTER_HOUR, sizeof(dms_quarter_hour_facts), call_##function}

const decision VALUE_DECISIONS[] = {DECISION(DMS_DECISION_VIN_CHECK, VIN_CHECK, dms_vin_check),
                                    ROUNDED(DMS_DECISION_QUARTER_HOUR_FLOOR, dms_quarter_hour_floor),
                                    ROUNDED(DMS_DECISION_QUARTER_HOUR_CEIL, dms_quarter_hour_ceil),
                                    ROUNDED(DMS_DECISION_QUARTER_HOUR_NEAREST, dms_quarter_hour_nearest),
                                    ROUNDED(DMS_DECISION_QUARTER_HOUR_NEXT, dms_quarter_hour_next),
                                    NO_DECISION};
