/* The typed example cases of the Austrian inspection register. */

#include "typed.h"

static const fact NEXT_DUE[] = {MUST(dms_inspection_next_due_facts, today, DATE),
                                MUST(dms_inspection_next_due_facts, first_registration, DATE),
                                MAY(dms_inspection_next_due_facts, interval_months, WHOLE),
                                MAY(dms_inspection_next_due_facts, months_before, WHOLE),
                                MAY(dms_inspection_next_due_facts, months_after, WHOLE), END};

static const fact WINDOW[] = {
    MUST_BE(dms_inspection_window_facts, vehicle,
            "private_car class_l historic light_trailer tractor_to_40 farm_trailer goods_vehicle bus taxi ambulance "
            "heavy_trailer tractor_over_40"),
    MUST(dms_inspection_window_facts, on, DATE), END};

static const fact MONTH_END[] = {
    MUST(dms_inspection_month_end_facts, enabled, YES_NO), MUST(dms_inspection_month_end_facts, due, DATE),
    MUST(dms_inspection_month_end_facts, month_end, DATE), MUST(dms_inspection_month_end_facts, grace_months, WHOLE),
    MUST(dms_inspection_month_end_facts, interval_months, WHOLE), END};

static const fact SOURCES[] = {MUST(dms_inspection_sources_facts, from_ebv, YES_NO),
                               MUST(dms_inspection_sources_facts, from_invoicing, YES_NO), END};

static cJSON *due(int32_t date) {
  cJSON *outcome = cJSON_CreateObject();
  cJSON_AddItemToObject(outcome, "due", said_date(date));
  return outcome;
}

static cJSON *next_due(int32_t decision, const dms_inspection_next_due_result *result) {
  (void)decision;
  return due(result->due);
}

static cJSON *month_end(int32_t decision, const dms_inspection_month_end_result *result) {
  (void)decision;
  return due(result->due);
}

static cJSON *months(int32_t known, int32_t months) {
  return known ? cJSON_CreateNumber(months) : cJSON_CreateNull();
}

static cJSON *window(int32_t decision, const dms_inspection_window_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  (void)decision;
  cJSON_AddItemToObject(outcome, "window_class",
                        said_one_of("class_a class_b", result->has_window_class ? result->window_class : 0));
  cJSON_AddItemToObject(outcome, "months_before", months(result->has_months_before, result->months_before));
  cJSON_AddItemToObject(outcome, "months_after", months(result->has_months_after, result->months_after));
  cJSON_AddItemToObject(outcome, "intervals",
                        said_one_of("yearly three_two_one three_two_two two_yearly", result->intervals));
  return outcome;
}

CALL(DMS_DECISION_INSPECTION_NEXT_DUE, dms_inspection_next_due, next_due)
CALL(DMS_DECISION_INSPECTION_WINDOW, dms_inspection_window, window)
CALL(DMS_DECISION_INSPECTION_MONTH_END, dms_inspection_month_end, month_end)
CALL_NAMED(DMS_DECISION_INSPECTION_SOURCES, dms_inspection_sources)

const decision INSPECTION_DECISIONS[] = {
    DECISION(DMS_DECISION_INSPECTION_NEXT_DUE, NEXT_DUE, dms_inspection_next_due),
    DECISION(DMS_DECISION_INSPECTION_WINDOW, WINDOW, dms_inspection_window),
    DECISION(DMS_DECISION_INSPECTION_MONTH_END, MONTH_END, dms_inspection_month_end),
    DECISION(DMS_DECISION_INSPECTION_SOURCES, SOURCES, dms_inspection_sources), NO_DECISION};
