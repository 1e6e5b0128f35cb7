/*
 * Car-Pass and inspections in client.c, which has what every check needs: records within facts and answers, texts that
 * point back into the facts, sets, and refusals that say more.
 */

#ifndef DMS_CLIENT_CAR_PASS_H
#define DMS_CLIENT_CAR_PASS_H

static dms_car_pass_state state(int32_t kind) {
  dms_car_pass_state of_job;
  memset(&of_job, 0, sizeof of_job);
  of_job.kind = kind;
  return of_job;
}

static dms_car_pass_state questioned(uint32_t attempt) {
  dms_car_pass_state of_job = state(DMS_CAR_PASS_STATE_KIND_QUESTIONED);
  of_job.attempt = attempt;
  of_job.has_attempt = 1;
  return of_job;
}

static dms_car_pass_state exempt(const char *reason) {
  dms_car_pass_state of_job = state(DMS_CAR_PASS_STATE_KIND_EXEMPT);
  of_job.reason = reason;
  of_job.reason_length = strlen(reason);
  of_job.has_reason = 1;
  return of_job;
}

static dms_car_pass_lifecycle_facts happens(int32_t event, dms_car_pass_state of_job) {
  dms_car_pass_lifecycle_facts facts;
  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.event = event;
  facts.state = of_job;
  return facts;
}

static void car_pass_lifecycle(void) {
  static const char REASON[] = "no odometer: trailer, seen on site";
  dms_car_pass_lifecycle_facts facts = happens(DMS_CAR_PASS_LIFECYCLE_EVENT_ANSWERED_ERROR, questioned(1));
  dms_car_pass_lifecycle_result result;
  uint32_t advisories = 7;
  const char *text = NULL;

  DECIDED(dms_car_pass_lifecycle(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_STATE_KIND_QUESTIONED, DMS_CAR_PASS_LIFECYCLE_ROW_ANSWERED_ERROR,
         DMS_CAR_PASS_LIFECYCLE_BECAUSE_ANSWERED_ERROR, 0);
  SAME(result.state.kind, DMS_CAR_PASS_STATE_KIND_QUESTIONED);
  SAME(result.state.attempt, 2);
  SAME(result.state.has_attempt, 1);
  SAME(result.state.has_reason, 0);
  CHECK(result.state.reason == NULL);
  SAME(result.state.reason_length, 0);
  DECIDED(dms_outcome_name(DMS_DECISION_CAR_PASS_LIFECYCLE, result.outcome, &text, &error));
  SAYS(text, "questioned");

  /* A state is passed on as it came; the first error has attempt 1, the last there is 4,294,967,295. */
  facts = happens(DMS_CAR_PASS_LIFECYCLE_EVENT_CORRECT_DATA, result.state);
  DECIDED(dms_car_pass_lifecycle(&facts, &result, &error));
  SAME(result.state.attempt, 2);
  facts = happens(DMS_CAR_PASS_LIFECYCLE_EVENT_ANSWERED_ERROR, state(DMS_CAR_PASS_STATE_KIND_OPEN));
  DECIDED(dms_car_pass_lifecycle(&facts, &result, &error));
  SAME(result.state.attempt, 1);
  facts.state = questioned(UINT32_MAX - 1);
  DECIDED(dms_car_pass_lifecycle(&facts, &result, &error));
  SAME(result.state.attempt, UINT32_MAX);
  facts.state = result.state;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "state.attempt");

  /* A reason points into the facts: into the event's where it is new, into the state's where that stays. */
  facts = happens(DMS_CAR_PASS_LIFECYCLE_EVENT_MARK_EXEMPT, questioned(3));
  facts.reason = REASON;
  facts.reason_length = 21;
  facts.has_reason = 1;
  DECIDED(dms_car_pass_lifecycle(&facts, &result, &error));
  SAME(result.outcome, DMS_CAR_PASS_STATE_KIND_EXEMPT);
  SAME(result.state.has_attempt, 0);
  SAME(result.state.attempt, 0);
  SAME(result.state.has_reason, 1);
  CHECK(result.state.reason == REASON);
  SAME(result.state.reason_length, 21);
  facts = happens(DMS_CAR_PASS_LIFECYCLE_EVENT_REOPEN, result.state);
  DECIDED(dms_car_pass_lifecycle(&facts, &result, &error));
  SAME(result.state.kind, DMS_CAR_PASS_STATE_KIND_OPEN);
  SAME(result.state.has_reason, 0);

  /* An attempt or a reason that no flag announces is not looked at; the pointer need not be one. */
  facts = happens(DMS_CAR_PASS_LIFECYCLE_EVENT_ANSWERED_OK, state(DMS_CAR_PASS_STATE_KIND_OPEN));
  facts.state.attempt = 9;
  facts.state.reason = (const char *)1;
  facts.state.reason_length = 5;
  facts.reason = (const char *)1;
  facts.reason_length = (size_t)-1;
  DECIDED(dms_car_pass_lifecycle(&facts, &result, &error));
  SAME(result.outcome, DMS_CAR_PASS_STATE_KIND_ACCEPTED);
  DECIDED(dms_car_pass_lifecycle_advisories(&facts, &advisories, &error));
  SAME(advisories, 0);

  /* What a refusal advises. */
  facts = happens(DMS_CAR_PASS_LIFECYCLE_EVENT_FLAG_ODOMETER_REPLACED, state(DMS_CAR_PASS_STATE_KIND_ACCEPTED));
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_ILLEGAL_TRANSITION, "event");
  DECIDED(dms_car_pass_lifecycle_advisories(&facts, &advisories, &error));
  SAME(advisories, DMS_CAR_PASS_LIFECYCLE_ADVISORY_SEND_CORRECTION);
  DECIDED(dms_advisory_id(DMS_DECISION_CAR_PASS_LIFECYCLE, advisories, &text, &error));
  SAYS(text, "send_correction");
  DECIDED(dms_advisory_text(DMS_DECISION_CAR_PASS_LIFECYCLE, advisories, DMS_LANGUAGE_NL, &text, &error));
  SAYS(text, "Car-Pass heeft de km-stand al: stuur een correctie die de vervangen km-teller meldt.");
  REFUSED(dms_advisory_id(DMS_DECISION_CAR_PASS_LIFECYCLE, 2, &text, &error), DMS_STATUS_UNKNOWN_VALUE, "advisory");
  facts.state = exempt("trailer");
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_ILLEGAL_TRANSITION, "event");
  DECIDED(dms_car_pass_lifecycle_advisories(&facts, &advisories, &error));
  SAME(advisories, 0);

  advisories = 7;
  REFUSED(dms_car_pass_lifecycle_advisories(NULL, &advisories, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_lifecycle_advisories(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "advisories");
  facts.state.reason = NULL;
  REFUSED(dms_car_pass_lifecycle_advisories(&facts, &advisories, &error), DMS_STATUS_NULL_POINTER, "state.reason");
  facts.size--;
  REFUSED(dms_car_pass_lifecycle_advisories(&facts, &advisories, &error), DMS_STATUS_STRUCT_SIZE, "size");
  SAME(advisories, 0);

  REFUSED(dms_car_pass_lifecycle(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_lifecycle(&facts, NULL, &error), DMS_STATUS_STRUCT_SIZE, "size");
  facts = happens(DMS_CAR_PASS_LIFECYCLE_EVENT_MARK_EXEMPT, state(DMS_CAR_PASS_STATE_KIND_OPEN));
  REFUSED(dms_car_pass_lifecycle(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_MISSING_FIELD, "reason");
  facts.has_reason = 1;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "reason");
  facts.reason = " \t";
  facts.reason_length = 2;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_MISSING_FIELD, "reason");
  facts.reason = NOT_UTF8;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_INVALID_UTF8, "reason");
  facts.has_reason = 2;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_reason");
  facts.event = 9;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "event");

  /* The record within, whose faults go before the event's. */
  facts.state.has_reason = 1;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "state.reason");
  facts.state.reason = REASON;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "event");
  facts.state.reason_length = 4;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_UNKNOWN_FIELD, "state.reason");
  facts.state.reason = NOT_UTF8;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_INVALID_UTF8, "state.reason");
  facts.state.reason_length = (size_t)-1;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "state.reason_length");
  facts.state.has_reason = -1;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "state.has_reason");
  facts.state.has_attempt = 1;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "state.attempt");
  facts.state.has_attempt = 256;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "state.has_attempt");
  facts.state.kind = 7;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "state.kind");
  facts.state = state(0);
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "state.kind");
  facts.state = state(DMS_CAR_PASS_STATE_KIND_QUESTIONED);
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_MISSING_FIELD, "state.attempt");
  facts.state = exempt(" ");
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_MISSING_FIELD, "state.reason");
  facts.state = questioned(1);
  facts.state.kind = DMS_CAR_PASS_STATE_KIND_OPEN;
  REFUSED(dms_car_pass_lifecycle(&facts, &result, &error), DMS_STATUS_UNKNOWN_FIELD, "state.attempt");
}

static dms_car_pass_submission_facts sent(void) {
  static const char VIN[] = " waU-ZZZ8V3EA070544";
  static const char ENTERPRISE_NUMBER[] = "BE 0403.019.261";
  static const char WORK[] = "Remblokken vervangen";
  dms_car_pass_submission_facts facts;
  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.policy = DMS_CAR_PASS_READINESS_POLICY_WORK_ORDER;
  facts.vin = VIN;
  facts.vin_length = strlen(VIN);
  facts.start.date = 20261120;
  facts.start.has_date = 1;
  facts.start.time = 74200;
  facts.start.has_time = 1;
  facts.start.origin = DMS_CAR_PASS_START_OF_WORK_ORIGIN_FIRST_CLOCKING;
  facts.reading_km = 84500;
  facts.has_reading_km = 1;
  facts.first_registration = 20190314;
  facts.has_first_registration = 1;
  facts.enterprise_number = ENTERPRISE_NUMBER;
  facts.enterprise_number_length = strlen(ENTERPRISE_NUMBER);
  facts.work_description = WORK;
  facts.work_description_length = strlen(WORK);
  facts.has_work_description = 1;
  facts.account.user_code_set = 1;
  facts.account.password_set = 1;
  facts.account.email_set = 1;
  return facts;
}

static void car_pass_submission(void) {
  dms_car_pass_submission_facts facts = sent();
  dms_car_pass_submission_result result;
  uint32_t faults = 7;
  int32_t status = -1;
  const char *field = "as before";

  DECIDED(dms_car_pass_submission(&facts, &result, &error));
  SAME(result.row, 0);
  SAME(result.because, 0);
  SAME(result.advisories, 0);
  SAYS(result.vin, "WAUZZZ8V3EA070544");
  SAYS(result.enterprise_number, "0403019261");
  SAME(result.reading_km, 84500);
  SAME(result.reading_origin, DMS_CAR_PASS_SUBMISSION_ORIGIN_WORK_ORDER);
  SAME(result.start_of_work, 20261120);
  SAME(result.start_of_work_time, 74200);
  SAME(result.has_start_of_work_time, 1);
  SAME(result.first_registration, 20190314);
  SAME(result.has_first_registration, 1);
  SAME(result.odometer_replaced, 0);
  SAME(result.has_work_description, 1);
  CHECK(result.work_description == facts.work_description);
  SAME(result.work_description_length, facts.work_description_length);
  DECIDED(dms_car_pass_submission_faults(&facts, &faults, &error));
  SAME(faults, 0);

  /* What is not known is 0, and no text is NULL. */
  facts.start.has_time = 0;
  facts.has_first_registration = 0;
  facts.has_work_description = 0;
  facts.odometer_replaced = 1;
  facts.policy = DMS_CAR_PASS_READINESS_POLICY_CLAIM_FILE;
  facts.damage_reading_km = 54302;
  facts.has_damage_reading_km = 1;
  facts.repair_reading_km = 54310;
  facts.has_repair_reading_km = 1;
  facts.reading_source = DMS_CAR_PASS_SUBMISSION_SOURCE_REPAIR_FIRST;
  DECIDED(dms_car_pass_submission(&facts, &result, &error));
  SAME(result.advisories, DMS_CAR_PASS_SUBMISSION_ADVISORY_WORK_DESCRIPTION_MISSING);
  SAME(result.reading_km, 54302);
  SAME(result.reading_origin, DMS_CAR_PASS_SUBMISSION_ORIGIN_DAMAGE);
  SAME(result.start_of_work_time, 0);
  SAME(result.has_start_of_work_time, 0);
  SAME(result.first_registration, 0);
  SAME(result.has_first_registration, 0);
  SAME(result.odometer_replaced, 1);
  SAME(result.has_work_description, 0);
  CHECK(result.work_description == NULL);
  SAME(result.work_description_length, 0);
  facts.has_reading_source = 1;
  DECIDED(dms_car_pass_submission(&facts, &result, &error));
  SAME(result.reading_origin, DMS_CAR_PASS_SUBMISSION_ORIGIN_REPAIR);

  /* All faults at once; the first is named. */
  facts = sent();
  facts.vin_length = 0;
  facts.start.has_date = 0;
  facts.has_reading_km = 0;
  facts.enterprise_number_length--;
  facts.account.password_set = 0;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_MISSING_FIELD, "vin");
  DECIDED(dms_car_pass_submission_faults(&facts, &faults, &error));
  SAME(faults, DMS_CAR_PASS_SUBMISSION_FAULT_VIN_MISSING | DMS_CAR_PASS_SUBMISSION_FAULT_START_DATE_MISSING
                   | DMS_CAR_PASS_SUBMISSION_FAULT_READING_MISSING
                   | DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_INVALID
                   | DMS_CAR_PASS_SUBMISSION_FAULT_PASSWORD_MISSING);

  /* What one fault says. */
  DECIDED(dms_car_pass_submission_fault(DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_INVALID, &status, &field,
                                        &error));
  SAME(status, DMS_STATUS_UNKNOWN_VALUE);
  SAYS(field, "enterprise_number");
  DECIDED(dms_car_pass_submission_fault(DMS_CAR_PASS_SUBMISSION_FAULT_EMAIL_MISSING, &status, &field, &error));
  SAME(status, DMS_STATUS_MISSING_FIELD);
  SAYS(field, "account.email_set");
  REFUSED(dms_car_pass_submission_fault(0, &status, &field, &error), DMS_STATUS_UNKNOWN_VALUE, "fault");
  REFUSED(dms_car_pass_submission_fault(3, &status, &field, &error), DMS_STATUS_UNKNOWN_VALUE, "fault");
  REFUSED(dms_car_pass_submission_fault(1u << 11, &status, &field, &error), DMS_STATUS_UNKNOWN_VALUE, "fault");
  REFUSED(dms_car_pass_submission_fault(1, NULL, &field, &error), DMS_STATUS_NULL_POINTER, "status");
  status = -1;
  REFUSED(dms_car_pass_submission_fault(1, &status, NULL, &error), DMS_STATUS_NULL_POINTER, "field");
  SAME(status, 0);

  faults = 7;
  REFUSED(dms_car_pass_submission_faults(NULL, &faults, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_submission_faults(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "faults");
  REFUSED(dms_car_pass_submission(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_submission(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");

  /* What cannot be read, the last in the order of the facts first. */
  facts = sent();
  facts.account.email_set = 2;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "account.email_set");
  REFUSED(dms_car_pass_submission_faults(&facts, &faults, &error), DMS_STATUS_UNKNOWN_VALUE, "account.email_set");
  facts.account.password_set = -1;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "account.password_set");
  facts.account.user_code_set = 2;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "account.user_code_set");
  facts.work_description = NULL;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "work_description");
  facts.has_work_description = 2;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_work_description");
  facts.odometer_replaced = 2;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "odometer_replaced");
  facts.enterprise_number = NULL;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "enterprise_number");
  facts.first_registration = 20190431;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "first_registration");
  facts.reading_source = 3;
  facts.has_reading_source = 1;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "reading_source");
  facts.repair_reading_km = 10000000;
  facts.has_repair_reading_km = 1;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "repair_reading_km");
  facts.damage_reading_km = -1;
  facts.has_damage_reading_km = 1;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "damage_reading_km");
  facts.reading_km = INT32_MIN;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "reading_km");
  facts.start.origin = 6;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "start.origin");
  facts.start.time = 246000;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "start.time");
  facts.start.has_time = 2;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "start.has_time");
  facts.start.date = 20270229;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "start.date");
  facts.start.has_date = -1;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "start.has_date");
  facts.vin = NOT_UTF8;
  facts.vin_length = strlen(NOT_UTF8);
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_INVALID_UTF8, "vin");
  facts.policy = 0;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "policy");
  facts.size = 0;
  REFUSED(dms_car_pass_submission(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
  REFUSED(dms_car_pass_submission_faults(&facts, &faults, &error), DMS_STATUS_STRUCT_SIZE, "size");
  SAME(faults, 0);
}

static void car_pass_start_of_work(void) {
  dms_car_pass_start_of_work_facts facts;
  dms_car_pass_start_of_work_result result;

  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.policy = DMS_CAR_PASS_READINESS_POLICY_CLAIM_FILE;
  facts.today = 20261121;
  DECIDED(dms_car_pass_start_of_work(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_START_OF_WORK_ORIGIN_TODAY, DMS_CAR_PASS_START_OF_WORK_ROW_TODAY,
         DMS_CAR_PASS_START_OF_WORK_BECAUSE_TODAY, DMS_CAR_PASS_START_OF_WORK_ADVISORY_DATE_ASSUMED);
  SAME(result.start.date, 20261121);
  SAME(result.start.has_date, 1);
  SAME(result.start.has_time, 0);

  facts.policy = DMS_CAR_PASS_READINESS_POLICY_WORK_ORDER;
  DECIDED(dms_car_pass_start_of_work(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_START_OF_WORK_ORIGIN_UNKNOWN, DMS_CAR_PASS_START_OF_WORK_ROW_UNKNOWN, 0, 0);
  SAME(result.start.date, 0);
  SAME(result.start.has_date, 0);
  SAME(result.start.origin, DMS_CAR_PASS_START_OF_WORK_ORIGIN_UNKNOWN);

  facts.arrived = 20261117;
  facts.has_arrived = 1;
  facts.start_date_at_register = 1;
  facts.first_clocking = wall_clock(20261119, 74259);
  facts.has_first_clocking = 1;
  DECIDED(dms_car_pass_start_of_work(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_START_OF_WORK_ORIGIN_FIRST_CLOCKING, DMS_CAR_PASS_START_OF_WORK_ROW_FIRST_CLOCKING,
         DMS_CAR_PASS_START_OF_WORK_BECAUSE_FIRST_CLOCKING, 0);
  SAME(result.start.date, 20261119);
  SAME(result.start.time, 74259);
  SAME(result.start.has_time, 1);

  REFUSED(dms_car_pass_start_of_work(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_start_of_work(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.today = 20261301;
  REFUSED(dms_car_pass_start_of_work(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "today");
  facts.start_date_at_register = 2;
  REFUSED(dms_car_pass_start_of_work(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "start_date_at_register");
  facts.arrived = 0;
  REFUSED(dms_car_pass_start_of_work(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "arrived");
  facts.first_clocking = instant(20261119, 74259, 60);
  REFUSED(dms_car_pass_start_of_work(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "first_clocking");
  facts.first_clocking.has_offset = 2;
  REFUSED(dms_car_pass_start_of_work(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "first_clocking.has_offset");
  facts.has_first_clocking = 2;
  REFUSED(dms_car_pass_start_of_work(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_first_clocking");
  facts.has_entered = 2;
  REFUSED(dms_car_pass_start_of_work(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_entered");
  facts.policy = 3;
  REFUSED(dms_car_pass_start_of_work(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "policy");
  facts.size++;
  REFUSED(dms_car_pass_start_of_work(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static void car_pass_badge(void) {
  dms_car_pass_badge_facts facts;
  dms_car_pass_badge_result result;

  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.ask_reading_at_badge = 1;
  DECIDED(dms_car_pass_badge(&facts, &result, &error));
  SAME(result.row, DMS_CAR_PASS_BADGE_ROW_ASK_ONLY);
  SAME(result.because, 0);
  SAME(result.ask_reading, 1);
  SAME(result.submit_after_entry, 0);
  facts.submit_at_badge = 1;
  DECIDED(dms_car_pass_badge(&facts, &result, &error));
  SAME(result.row, DMS_CAR_PASS_BADGE_ROW_ASK_AND_SUBMIT);
  SAME(result.because, DMS_CAR_PASS_BADGE_BECAUSE_ASK_AND_SUBMIT);
  SAME(result.submit_after_entry, 1);

  REFUSED(dms_car_pass_badge(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_badge(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.reading_known = 2;
  REFUSED(dms_car_pass_badge(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "reading_known");
  facts.submit_at_badge = 2;
  REFUSED(dms_car_pass_badge(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "submit_at_badge");
  facts.ask_reading_at_badge = 2;
  REFUSED(dms_car_pass_badge(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "ask_reading_at_badge");
  facts.size--;
  REFUSED(dms_car_pass_badge(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static void car_pass_prompt(void) {
  dms_car_pass_prompt_facts facts;
  dms_car_pass_prompt_result result;
  const char *text = NULL;

  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.vin = "";
  facts.today = 20261121;
  facts.start_of_work = 20261122;
  facts.has_start_of_work = 1;
  facts.document = DMS_CAR_PASS_DOCUMENT_WORK_ORDER;
  facts.state = state(DMS_CAR_PASS_STATE_KIND_OPEN);
  DECIDED(dms_car_pass_prompt(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_PROMPT_OUTCOME_NOT_YET, DMS_CAR_PASS_PROMPT_ROW_NOT_READY,
         DMS_CAR_PASS_PROMPT_BECAUSE_VIN_MISSING | DMS_CAR_PASS_PROMPT_BECAUSE_READING_MISSING
             | DMS_CAR_PASS_PROMPT_BECAUSE_START_OF_WORK_IN_FUTURE,
         0);
  DECIDED(dms_reason_id(DMS_DECISION_CAR_PASS_PROMPT, DMS_CAR_PASS_PROMPT_BECAUSE_READING_MISSING, &text, &error));
  SAYS(text, "reading_missing");
  DECIDED(dms_reason_text(DMS_DECISION_CAR_PASS_PROMPT, DMS_CAR_PASS_PROMPT_BECAUSE_VIN_MISSING, DMS_LANGUAGE_EN, &text,
                          &error));
  CHECK(text[0] != '\0');

  facts.state = exempt("trailer");
  DECIDED(dms_car_pass_prompt(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_PROMPT_OUTCOME_NOTHING_TO_DO, DMS_CAR_PASS_PROMPT_ROW_SETTLED,
         DMS_CAR_PASS_PROMPT_BECAUSE_SETTLED, 0);

  REFUSED(dms_car_pass_prompt(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_prompt(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.state.kind = -1;
  REFUSED(dms_car_pass_prompt(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "state.kind");
  facts.uses_job_documents = 2;
  REFUSED(dms_car_pass_prompt(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "uses_job_documents");
  facts.document = 4;
  REFUSED(dms_car_pass_prompt(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "document");
  facts.has_start_of_work = 2;
  REFUSED(dms_car_pass_prompt(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_start_of_work");
  facts.has_reading_km = 1;
  facts.reading_km = -1;
  REFUSED(dms_car_pass_prompt(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "reading_km");
  facts.today = 20270229;
  REFUSED(dms_car_pass_prompt(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "today");
  facts.vin = NULL;
  REFUSED(dms_car_pass_prompt(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "vin");
  facts.size++;
  REFUSED(dms_car_pass_prompt(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static void car_pass_account_and_history(void) {
  dms_car_pass_account_facts account;
  dms_car_pass_account_result complete;
  dms_car_pass_history_facts facts;
  dms_car_pass_history_result result;

  memset(&account, 0, sizeof account);
  account.size = sizeof account;
  account.password_set = 1;
  DECIDED(dms_car_pass_account(&account, &complete, &error));
  RESULT(complete, DMS_CAR_PASS_ACCOUNT_OUTCOME_INCOMPLETE, 0,
         DMS_CAR_PASS_ACCOUNT_BECAUSE_USER_CODE_MISSING | DMS_CAR_PASS_ACCOUNT_BECAUSE_EMAIL_MISSING, 0);
  REFUSED(dms_car_pass_account(NULL, &complete, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_account(&account, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  account.email_set = 2;
  REFUSED(dms_car_pass_account(&account, &complete, &error), DMS_STATUS_UNKNOWN_VALUE, "email_set");
  account.password_set = 2;
  REFUSED(dms_car_pass_account(&account, &complete, &error), DMS_STATUS_UNKNOWN_VALUE, "password_set");
  account.user_code_set = 2;
  REFUSED(dms_car_pass_account(&account, &complete, &error), DMS_STATUS_UNKNOWN_VALUE, "user_code_set");
  account.size = 0;
  REFUSED(dms_car_pass_account(&account, &complete, &error), DMS_STATUS_STRUCT_SIZE, "size");

  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.user_code_set = 1;
  facts.password_set = 1;
  facts.vin = "?";
  facts.vin_length = 1;
  DECIDED(dms_car_pass_history(&facts, &result, &error));
  RESULT(result, DMS_CAR_PASS_HISTORY_OUTCOME_REFUSED, 0,
         DMS_CAR_PASS_HISTORY_BECAUSE_EMAIL_MISSING | DMS_CAR_PASS_HISTORY_BECAUSE_VIN_INVALID, 0);
  REFUSED(dms_car_pass_history(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_history(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.vin = NULL;
  REFUSED(dms_car_pass_history(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "vin");
  facts.email_set = 2;
  REFUSED(dms_car_pass_history(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "email_set");
  facts.size++;
  REFUSED(dms_car_pass_history(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static void car_pass_actions_and_invoicing(void) {
  dms_car_pass_actions_facts facts;
  dms_car_pass_actions_result result;
  dms_car_pass_invoicing_facts invoice;
  dms_car_pass_invoicing_result invoiced;

  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.state = questioned(2);
  DECIDED(dms_car_pass_actions(&facts, &result, &error));
  SAME(result.row, 0);
  SAME(result.because, DMS_CAR_PASS_ACTIONS_BECAUSE_CORRECT_DATA | DMS_CAR_PASS_ACTIONS_BECAUSE_CLOSE_WITHOUT_CHANGE
                           | DMS_CAR_PASS_ACTIONS_BECAUSE_GENERATE_DOCUMENT
                           | DMS_CAR_PASS_ACTIONS_BECAUSE_PRINT_SIGN_SCAN);
  SAME(result.advisories, DMS_CAR_PASS_ACTIONS_ADVISORY_SIGNATURE_NOT_CONFIGURED);
  SAME(result.actions, DMS_CAR_PASS_ACTIONS_ACTION_CORRECT_DATA | DMS_CAR_PASS_ACTIONS_ACTION_CLOSE_WITHOUT_CHANGE
                           | DMS_CAR_PASS_ACTIONS_ACTION_GENERATE_DOCUMENT);
  SAME(result.document_by, DMS_CAR_PASS_ACTIONS_DOCUMENT_BY_PRINT_SIGN_SCAN);
  facts.state = state(DMS_CAR_PASS_STATE_KIND_CONFIRMED);
  DECIDED(dms_car_pass_actions(&facts, &result, &error));
  SAME(result.because, 0);
  SAME(result.actions, 0);
  SAME(result.document_by, 0);
  REFUSED(dms_car_pass_actions(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_actions(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.signature_configured = 2;
  REFUSED(dms_car_pass_actions(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "signature_configured");
  facts.state.has_reason = 2;
  REFUSED(dms_car_pass_actions(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "state.has_reason");
  facts.size--;
  REFUSED(dms_car_pass_actions(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");

  memset(&invoice, 0, sizeof invoice);
  invoice.size = sizeof invoice;
  invoice.document = DMS_CAR_PASS_DOCUMENT_INVOICE;
  invoice.state = questioned(1);
  DECIDED(dms_car_pass_invoicing(&invoice, &invoiced, &error));
  RESULT(invoiced, DMS_CAR_PASS_INVOICING_OUTCOME_DRAFT_ONLY, DMS_CAR_PASS_INVOICING_ROW_DRAFT_ONLY,
         DMS_CAR_PASS_INVOICING_BECAUSE_DRAFT_ONLY, 0);
  REFUSED(dms_car_pass_invoicing(NULL, &invoiced, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_car_pass_invoicing(&invoice, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  invoice.document = 0;
  REFUSED(dms_car_pass_invoicing(&invoice, &invoiced, &error), DMS_STATUS_UNKNOWN_VALUE, "document");
  invoice.state.attempt = 0;
  REFUSED(dms_car_pass_invoicing(&invoice, &invoiced, &error), DMS_STATUS_OUT_OF_RANGE, "state.attempt");
  invoice.size++;
  REFUSED(dms_car_pass_invoicing(&invoice, &invoiced, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static void inspection_dates(void) {
  dms_inspection_next_due_facts facts;
  dms_inspection_next_due_result result;
  dms_inspection_month_end_facts overdue;
  dms_inspection_month_end_result rolled;

  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.today = 20261120;
  facts.first_registration = 20191104;
  DECIDED(dms_inspection_next_due(&facts, &result, &error));
  SAME(result.row, DMS_INSPECTION_NEXT_DUE_ROW_IN_WINDOW);
  SAME(result.because, DMS_INSPECTION_NEXT_DUE_BECAUSE_IN_WINDOW);
  SAME(result.advisories, 0);
  SAME(result.due, 20271101);
  /* The window unless set: a month before, two after. */
  facts.first_registration = 20190831;
  DECIDED(dms_inspection_next_due(&facts, &result, &error));
  SAME(result.row, DMS_INSPECTION_NEXT_DUE_ROW_OUTSIDE_WINDOW);
  SAME(result.advisories, DMS_INSPECTION_NEXT_DUE_ADVISORY_OUTSIDE_WINDOW);
  SAME(result.due, 20270801);
  facts.months_after = 3;
  facts.has_months_after = 1;
  facts.interval_months = 65535;
  facts.has_interval_months = 1;
  DECIDED(dms_inspection_next_due(&facts, &result, &error));
  SAME(result.row, DMS_INSPECTION_NEXT_DUE_ROW_IN_WINDOW);
  SAME(result.due, 74871101);
  REFUSED(dms_inspection_next_due(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_inspection_next_due(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.months_after = INT32_MAX;
  REFUSED(dms_inspection_next_due(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "months_after");
  facts.months_before = 12;
  facts.has_months_before = 1;
  REFUSED(dms_inspection_next_due(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "months_before");
  SAYS(error.message, "0 to 11 months, found 12");
  facts.interval_months = 0;
  REFUSED(dms_inspection_next_due(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "interval_months");
  SAYS(error.message, "1 to 65535 months, found 0");
  facts.has_interval_months = 2;
  REFUSED(dms_inspection_next_due(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_interval_months");
  facts.first_registration = 0;
  REFUSED(dms_inspection_next_due(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "first_registration");
  facts.size++;
  REFUSED(dms_inspection_next_due(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");

  memset(&overdue, 0, sizeof overdue);
  overdue.size = sizeof overdue;
  overdue.enabled = 1;
  overdue.due = 20260801;
  overdue.month_end = 20261130;
  overdue.grace_months = 2;
  overdue.interval_months = 12;
  DECIDED(dms_inspection_month_end(&overdue, &rolled, &error));
  SAME(rolled.row, DMS_INSPECTION_MONTH_END_ROW_ROLLED);
  SAME(rolled.because, 0);
  SAME(rolled.advisories, DMS_INSPECTION_MONTH_END_ADVISORY_ESTIMATED_WITHOUT_INSPECTION);
  SAME(rolled.due, 20270801);
  REFUSED(dms_inspection_month_end(NULL, &rolled, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_inspection_month_end(&overdue, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  overdue.interval_months = 65536;
  REFUSED(dms_inspection_month_end(&overdue, &rolled, &error), DMS_STATUS_OUT_OF_RANGE, "interval_months");
  overdue.grace_months = -1;
  REFUSED(dms_inspection_month_end(&overdue, &rolled, &error), DMS_STATUS_OUT_OF_RANGE, "grace_months");
  overdue.enabled = 2;
  REFUSED(dms_inspection_month_end(&overdue, &rolled, &error), DMS_STATUS_UNKNOWN_VALUE, "enabled");
  overdue.size = 4;
  REFUSED(dms_inspection_month_end(&overdue, &rolled, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

static void inspection_window_and_sources(void) {
  dms_inspection_window_facts facts;
  dms_inspection_window_result result;
  dms_inspection_sources_facts register_of;
  dms_inspection_sources_result sources;

  memset(&facts, 0, sizeof facts);
  facts.size = sizeof facts;
  facts.vehicle = DMS_INSPECTION_VEHICLE_TAXI;
  facts.on = 20180520;
  DECIDED(dms_inspection_window(&facts, &result, &error));
  SAME(result.row, DMS_INSPECTION_WINDOW_ROW_STATUTORY);
  SAME(result.window_class, DMS_INSPECTION_CLASS_B);
  SAME(result.has_window_class, 1);
  SAME(result.months_before, 3);
  SAME(result.has_months_before, 1);
  SAME(result.months_after, 0);
  SAME(result.has_months_after, 1);
  SAME(result.intervals, DMS_INSPECTION_INTERVALS_YEARLY);
  facts.on = 20180519;
  DECIDED(dms_inspection_window(&facts, &result, &error));
  SAME(result.row, DMS_INSPECTION_WINDOW_ROW_NO_DATA);
  SAME(result.window_class, 0);
  SAME(result.has_window_class, 0);
  SAME(result.has_months_before, 0);
  SAME(result.has_months_after, 0);
  REFUSED(dms_inspection_window(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_inspection_window(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  facts.on = 20260229;
  REFUSED(dms_inspection_window(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "on");
  facts.vehicle = 13;
  REFUSED(dms_inspection_window(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "vehicle");
  facts.size++;
  REFUSED(dms_inspection_window(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size");

  memset(&register_of, 0, sizeof register_of);
  register_of.size = sizeof register_of;
  register_of.from_ebv = 1;
  DECIDED(dms_inspection_sources(&register_of, &sources, &error));
  RESULT(sources, DMS_INSPECTION_SOURCES_OUTCOME_OK, DMS_INSPECTION_SOURCES_ROW_ONE_SOURCE, 0, 0);
  REFUSED(dms_inspection_sources(NULL, &sources, &error), DMS_STATUS_NULL_POINTER, "facts");
  REFUSED(dms_inspection_sources(&register_of, NULL, &error), DMS_STATUS_NULL_POINTER, "result");
  register_of.from_invoicing = 2;
  REFUSED(dms_inspection_sources(&register_of, &sources, &error), DMS_STATUS_UNKNOWN_VALUE, "from_invoicing");
  register_of.from_ebv = -1;
  REFUSED(dms_inspection_sources(&register_of, &sources, &error), DMS_STATUS_UNKNOWN_VALUE, "from_ebv");
  register_of.size = 0;
  REFUSED(dms_inspection_sources(&register_of, &sources, &error), DMS_STATUS_STRUCT_SIZE, "size");
}

/* As in kept() of client.c. */
static void car_pass_kept(void) {
  SAME(DMS_DECISION_CAR_PASS_PROMPT, 14);
  SAME(DMS_DECISION_CAR_PASS_HISTORY, 22);
  SAME(DMS_DECISION_INSPECTION_NEXT_DUE, 45);
  SAME(DMS_DECISION_INSPECTION_SOURCES, 48);
  SAME(sizeof(dms_car_pass_start), 20);
  SAME(sizeof(dms_car_pass_start_of_work_facts), 52);
  SAME(sizeof(dms_car_pass_start_of_work_result), 36);
  SAME(sizeof(dms_car_pass_badge_facts), 16);
  SAME(sizeof(dms_car_pass_account_facts), 16);
  SAME(sizeof(dms_inspection_next_due_facts), 36);
  SAME(sizeof(dms_inspection_window_facts), 12);
  SAME(sizeof(dms_inspection_window_result), 40);
  SAME(sizeof(dms_inspection_month_end_facts), 24);
  SAME(sizeof(dms_inspection_sources_facts), 12);
  if (sizeof(void *) == 8) {
    SAME(sizeof(dms_car_pass_state), 32);
    SAME(offsetof(dms_car_pass_state, reason), 16);
    SAME(sizeof(dms_car_pass_prompt_facts), 80);
    SAME(offsetof(dms_car_pass_prompt_facts, state), 48);
    SAME(sizeof(dms_car_pass_history_facts), 32);
    SAME(sizeof(dms_car_pass_submission_facts), 136);
    SAME(offsetof(dms_car_pass_submission_facts, enterprise_number), 88);
    SAME(sizeof(dms_car_pass_submission_result), 96);
    SAME(offsetof(dms_car_pass_submission_result, vin), 64);
    SAME(offsetof(dms_car_pass_submission_result, enterprise_number), 82);
    SAME(sizeof(dms_car_pass_lifecycle_facts), 64);
    SAME(sizeof(dms_car_pass_lifecycle_result), 48);
    SAME(sizeof(dms_car_pass_actions_facts), 40);
    SAME(sizeof(dms_car_pass_invoicing_facts), 40);
  }
}

static void car_pass_and_inspection(void) {
  car_pass_start_of_work();
  car_pass_badge();
  car_pass_prompt();
  car_pass_account_and_history();
  car_pass_submission();
  car_pass_lifecycle();
  car_pass_actions_and_invoicing();
  inspection_dates();
  inspection_window_and_sources();
  car_pass_kept();
}

#endif
