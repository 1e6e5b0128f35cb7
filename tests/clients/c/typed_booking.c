/* The typed example cases of bookings. */

#include "typed.h"

#define WINDOWS "next_quarter_hour fifteen_minutes"

static const fact ISSUE_LIMIT[] = {MUST(dms_booking_issue_limit_facts, now, TIME),
                                   MUST(dms_booking_issue_limit_facts, days_ahead, WHOLE),
                                   MAY_BE(dms_booking_issue_limit_facts, immediate_window, WINDOWS), END};

static const fact ISSUE[] = {
    MUST_BE(dms_booking_issue_facts, kind, "replacement rental test_drive"),
    MUST(dms_booking_issue_facts, may_issue, YES_NO),
    MUST(dms_booking_issue_facts, now, TIME),
    MUST(dms_booking_issue_facts, requested_at, TIME),
    MUST(dms_booking_issue_facts, days_ahead, WHOLE),
    MAY_BE(dms_booking_issue_facts, immediate_window, WINDOWS),
    MUST(dms_booking_issue_facts, planned_end, TIME),
    MUST(dms_booking_issue_facts, already_issued, YES_NO),
    MUST(dms_booking_issue_facts, vehicle_out, YES_NO),
    MUST(dms_booking_issue_facts, plate_out, YES_NO),
    MUST(dms_booking_issue_facts, overlaps_past_handover, YES_NO),
    END};

static cJSON *issue_limit(int32_t decision, const dms_booking_issue_limit_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  (void)decision;
  cJSON_AddItemToObject(outcome, "latest", said_time(result->latest));
  return outcome;
}

static cJSON *issue(int32_t decision, const dms_booking_issue_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  cJSON_AddItemToObject(outcome, "kind", said_outcome(decision, result->outcome));
  cJSON_AddItemToObject(outcome, "latest", said_time(result->latest));
  return outcome;
}

CALL(DMS_DECISION_BOOKING_ISSUE_LIMIT, dms_booking_issue_limit, issue_limit)
CALL(DMS_DECISION_BOOKING_ISSUE, dms_booking_issue, issue)

const decision BOOKING_DECISIONS[] = {
    DECISION(DMS_DECISION_BOOKING_ISSUE_LIMIT, ISSUE_LIMIT, dms_booking_issue_limit),
    DECISION(DMS_DECISION_BOOKING_ISSUE, ISSUE, dms_booking_issue), NO_DECISION};
