/* The typed example cases of Car-Pass, the odometer register of Belgium. */

#include "typed.h"

#define POLICIES "work_order claim_file"
#define DOCUMENTS "work_order claim_file invoice"
#define ORIGINS "entered first_clocking arrival today unknown"

static const fact STATE[] = {
    MUST_BE(dms_car_pass_state, kind, "open questioned accepted confirmed documented exempt"),
    MAY(dms_car_pass_state, attempt, COUNT), MAY(dms_car_pass_state, reason, TEXT), END};

static const fact START[] = {MAY(dms_car_pass_start, date, DATE), MAY(dms_car_pass_start, time, CLOCK),
                             MUST_BE(dms_car_pass_start, origin, ORIGINS), END};

#define ACCOUNT_FACTS(facts) \
  MUST(facts, user_code_set, YES_NO), MUST(facts, password_set, YES_NO), MUST(facts, email_set, YES_NO)

static const fact ACCOUNT_SETTINGS[] = {ACCOUNT_FACTS(dms_car_pass_account_settings), END};

static const fact ENROLMENT[] = {
    MUST_BE(dms_car_pass_enrolment_facts, trigger, "automatic manual"),
    MUST(dms_car_pass_enrolment_facts, work_started, YES_NO),
    MUST(dms_car_pass_enrolment_facts, vin, TEXT),
    MUST(dms_car_pass_enrolment_facts, already_transmitted, YES_NO),
    MUST(dms_car_pass_enrolment_facts, merged, YES_NO),
    MUST(dms_car_pass_enrolment_facts, dossier_number, LONG),
    MUST(dms_car_pass_enrolment_facts, vat_register_used, YES_NO),
    MUST(dms_car_pass_enrolment_facts, vat_number_ticked, YES_NO),
    MUST(dms_car_pass_enrolment_facts, has_owner, YES_NO),
    END};

static const fact VISIBLE[] = {MUST(dms_car_pass_visible_facts, user_site, TEXT),
                               MUST(dms_car_pass_visible_facts, dossier_site, TEXT), END};

static const fact START_OF_WORK[] = {
    MUST_BE(dms_car_pass_start_of_work_facts, policy, POLICIES),
    MAY(dms_car_pass_start_of_work_facts, entered, DATE),
    MAY(dms_car_pass_start_of_work_facts, first_clocking, TIME),
    MAY(dms_car_pass_start_of_work_facts, arrived, DATE),
    MUST(dms_car_pass_start_of_work_facts, start_date_at_register, YES_NO),
    MUST(dms_car_pass_start_of_work_facts, today, DATE),
    END};

static const fact BADGE[] = {MUST(dms_car_pass_badge_facts, ask_reading_at_badge, YES_NO),
                             MUST(dms_car_pass_badge_facts, submit_at_badge, YES_NO),
                             MUST(dms_car_pass_badge_facts, reading_known, YES_NO), END};

static const fact PROMPT[] = {
    MUST(dms_car_pass_prompt_facts, vin, TEXT),
    MUST(dms_car_pass_prompt_facts, today, DATE),
    MAY(dms_car_pass_prompt_facts, reading_km, WHOLE),
    MAY(dms_car_pass_prompt_facts, start_of_work, DATE),
    MUST_BE(dms_car_pass_prompt_facts, document, DOCUMENTS),
    MUST(dms_car_pass_prompt_facts, uses_job_documents, YES_NO),
    MUST_HOLD(dms_car_pass_prompt_facts, state, STATE),
    END};

static const fact READINESS[] = {
    MUST_BE(dms_car_pass_readiness_facts, policy, POLICIES),
    MUST(dms_car_pass_readiness_facts, vin, TEXT),
    MUST(dms_car_pass_readiness_facts, today, DATE),
    MAY(dms_car_pass_readiness_facts, reading_km, WHOLE),
    MAY(dms_car_pass_readiness_facts, start_of_work, DATE),
    MAY(dms_car_pass_readiness_facts, damage_reading_km, WHOLE),
    MAY(dms_car_pass_readiness_facts, repair_reading_km, WHOLE),
    END};

static const fact ACCOUNT[] = {ACCOUNT_FACTS(dms_car_pass_account_facts), END};

static const fact HISTORY[] = {ACCOUNT_FACTS(dms_car_pass_history_facts), MUST(dms_car_pass_history_facts, vin, TEXT),
                               END};

static const fact SUBMISSION[] = {
    MUST_BE(dms_car_pass_submission_facts, policy, POLICIES),
    MUST(dms_car_pass_submission_facts, vin, TEXT),
    MUST_HOLD(dms_car_pass_submission_facts, start, START),
    MAY(dms_car_pass_submission_facts, reading_km, WHOLE),
    MAY(dms_car_pass_submission_facts, damage_reading_km, WHOLE),
    MAY(dms_car_pass_submission_facts, repair_reading_km, WHOLE),
    MAY_BE(dms_car_pass_submission_facts, reading_source, "damage_first repair_first"),
    MAY(dms_car_pass_submission_facts, first_registration, DATE),
    MUST(dms_car_pass_submission_facts, enterprise_number, TEXT),
    MUST(dms_car_pass_submission_facts, odometer_replaced, YES_NO),
    MAY(dms_car_pass_submission_facts, work_description, TEXT),
    MUST_HOLD(dms_car_pass_submission_facts, account, ACCOUNT_SETTINGS),
    END};

static const fact LIFECYCLE[] = {
    MUST_HOLD(dms_car_pass_lifecycle_facts, state, STATE),
    MUST_BE(dms_car_pass_lifecycle_facts, event,
            "answered_ok answered_error close_without_change correct_data generate_document mark_exempt reopen "
            "flag_odometer_replaced"),
    MAY(dms_car_pass_lifecycle_facts, reason, TEXT),
    END};

static const fact ACTIONS[] = {MUST_HOLD(dms_car_pass_actions_facts, state, STATE),
                               MUST(dms_car_pass_actions_facts, signature_configured, YES_NO), END};

static const fact INVOICING[] = {MUST_HOLD(dms_car_pass_invoicing_facts, state, STATE),
                                 MUST_BE(dms_car_pass_invoicing_facts, document, DOCUMENTS), END};

/* What is not known is null. */
#define MAYBE(known, said) ((known) ? (said) : cJSON_CreateNull())

static cJSON *start(int32_t decision, const dms_car_pass_start_of_work_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  expect("origin", result->outcome == result->start.origin ? "the outcome" : "another", "the outcome");
  cJSON_AddItemToObject(outcome, "date", MAYBE(result->start.has_date, said_date(result->start.date)));
  cJSON_AddItemToObject(outcome, "time", MAYBE(result->start.has_time, said_clock(result->start.time)));
  cJSON_AddItemToObject(outcome, "origin", said_outcome(decision, result->start.origin));
  return outcome;
}

static cJSON *at_badge(int32_t decision, const dms_car_pass_badge_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  (void)decision;
  cJSON_AddItemToObject(outcome, "ask_reading", said_yes_no(result->ask_reading));
  cJSON_AddItemToObject(outcome, "submit_after_entry", said_yes_no(result->submit_after_entry));
  return outcome;
}

static cJSON *submission(int32_t decision, const dms_car_pass_submission_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  cJSON *start_of_work = cJSON_CreateObject();
  (void)decision;
  cJSON_AddItemToObject(start_of_work, "date", said_date(result->start_of_work));
  cJSON_AddItemToObject(start_of_work, "time",
                        MAYBE(result->has_start_of_work_time, said_clock(result->start_of_work_time)));
  cJSON_AddStringToObject(outcome, "vin", result->vin);
  cJSON_AddNumberToObject(outcome, "reading_km", result->reading_km);
  cJSON_AddItemToObject(outcome, "reading_origin", said_one_of("work_order damage repair", result->reading_origin));
  cJSON_AddItemToObject(outcome, "start_of_work", start_of_work);
  cJSON_AddItemToObject(outcome, "first_registration",
                        MAYBE(result->has_first_registration, said_date(result->first_registration)));
  cJSON_AddStringToObject(outcome, "enterprise_number", result->enterprise_number);
  cJSON_AddItemToObject(outcome, "odometer_replaced", said_yes_no(result->odometer_replaced));
  cJSON_AddItemToObject(
      outcome, "work_description",
      MAYBE(result->has_work_description, said_text(result->work_description, result->work_description_length)));
  return outcome;
}

static cJSON *state(int32_t decision, const dms_car_pass_lifecycle_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  const dms_car_pass_state *next = &result->state;
  expect("kind", result->outcome == next->kind ? "the outcome" : "another", "the outcome");
  cJSON_AddItemToObject(outcome, "kind", said_outcome(decision, next->kind));
  if (next->has_attempt) {
    cJSON_AddNumberToObject(outcome, "attempt", next->attempt);
  }
  if (next->has_reason) {
    cJSON_AddItemToObject(outcome, "reason", said_text(next->reason, next->reason_length));
  }
  return outcome;
}

static cJSON *offered(int32_t decision, const dms_car_pass_actions_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  (void)decision;
  cJSON_AddItemToObject(outcome, "actions",
                        said_set("correct_data close_without_change generate_document", result->actions));
  cJSON_AddItemToObject(outcome, "document_by", said_set("email_directly print_sign_scan", result->document_by));
  return outcome;
}

CALL_NAMED(DMS_DECISION_CAR_PASS_ENROLMENT, dms_car_pass_enrolment)
CALL_NAMED(DMS_DECISION_CAR_PASS_VISIBLE, dms_car_pass_visible)
CALL(DMS_DECISION_CAR_PASS_START_OF_WORK, dms_car_pass_start_of_work, start)
CALL(DMS_DECISION_CAR_PASS_BADGE, dms_car_pass_badge, at_badge)
CALL_NAMED(DMS_DECISION_CAR_PASS_PROMPT, dms_car_pass_prompt)
CALL_NAMED(DMS_DECISION_CAR_PASS_READINESS, dms_car_pass_readiness)
CALL_NAMED(DMS_DECISION_CAR_PASS_ACCOUNT, dms_car_pass_account)
CALL_NAMED(DMS_DECISION_CAR_PASS_HISTORY, dms_car_pass_history)
CALL(DMS_DECISION_CAR_PASS_SUBMISSION, dms_car_pass_submission, submission)
CALL(DMS_DECISION_CAR_PASS_LIFECYCLE, dms_car_pass_lifecycle, state)
CALL(DMS_DECISION_CAR_PASS_ACTIONS, dms_car_pass_actions, offered)
CALL_NAMED(DMS_DECISION_CAR_PASS_INVOICING, dms_car_pass_invoicing)

/* A refused submission lists all its faults. */
static int32_t call_submission_with_faults(const void *facts, answer *to, dms_error *error) {
  int32_t status = call_dms_car_pass_submission(facts, to, error);
  uint32_t faults = 0x5A5A5A5A;
  int32_t told = dms_car_pass_submission_faults((const dms_car_pass_submission_facts *)facts, &faults, NULL);
  if (status == DMS_STATUS_OK) {
    expect("the faults of what is sent", told == DMS_STATUS_OK && faults == 0 ? "none" : "some", "none");
  } else if (told != DMS_STATUS_OK) {
    expect("the status of the faults", told == status ? "the same" : "another", "the same");
    expect_cleared(&faults, sizeof faults);
  } else {
    cJSON *list;
    uint32_t bit;
    to->refusal = cJSON_CreateObject();
    list = cJSON_AddArrayToObject(to->refusal, "faults");
    for (bit = 1; bit != 0; bit <<= 1) {
      if ((faults & bit) != 0) {
        int32_t code = 0;
        const char *name = "";
        const char *field = "";
        cJSON *fault = cJSON_CreateObject();
        dms_car_pass_submission_fault(bit, &code, &field, NULL);
        dms_status_name(code, &name, NULL);
        cJSON_AddStringToObject(fault, "code", name);
        cJSON_AddStringToObject(fault, "field", field);
        cJSON_AddItemToArray(list, fault);
      }
    }
  }
  return status;
}

/* A refused event may come with something to look at. */
static int32_t call_lifecycle_with_advisories(const void *facts, answer *to, dms_error *error) {
  int32_t status = call_dms_car_pass_lifecycle(facts, to, error);
  uint32_t advisories = 0x5A5A5A5A;
  int32_t told = dms_car_pass_lifecycle_advisories((const dms_car_pass_lifecycle_facts *)facts, &advisories, NULL);
  if (told != DMS_STATUS_OK) {
    expect("the status of the advisories", told == status ? "the same" : "another", "the same");
    expect_cleared(&advisories, sizeof advisories);
  } else if (advisories != 0) {
    cJSON *list;
    uint32_t bit;
    to->refusal = cJSON_CreateObject();
    list = cJSON_AddArrayToObject(to->refusal, "advisories");
    for (bit = 1; bit != 0; bit <<= 1) {
      if ((advisories & bit) != 0) {
        const char *id = "";
        dms_advisory_id(DMS_DECISION_CAR_PASS_LIFECYCLE, bit, &id, NULL);
        cJSON_AddItemToArray(list, cJSON_CreateString(id));
      }
    }
  }
  return status;
}

const decision CAR_PASS_DECISIONS[] = {
    DECISION(DMS_DECISION_CAR_PASS_ENROLMENT, ENROLMENT, dms_car_pass_enrolment),
    DECISION(DMS_DECISION_CAR_PASS_VISIBLE, VISIBLE, dms_car_pass_visible),
    DECISION(DMS_DECISION_CAR_PASS_START_OF_WORK, START_OF_WORK, dms_car_pass_start_of_work),
    DECISION(DMS_DECISION_CAR_PASS_BADGE, BADGE, dms_car_pass_badge),
    DECISION(DMS_DECISION_CAR_PASS_PROMPT, PROMPT, dms_car_pass_prompt),
    DECISION(DMS_DECISION_CAR_PASS_READINESS, READINESS, dms_car_pass_readiness),
    DECISION(DMS_DECISION_CAR_PASS_ACCOUNT, ACCOUNT, dms_car_pass_account),
    DECISION(DMS_DECISION_CAR_PASS_HISTORY, HISTORY, dms_car_pass_history),
    {DMS_DECISION_CAR_PASS_SUBMISSION, SUBMISSION, sizeof(dms_car_pass_submission_facts), call_submission_with_faults},
    {DMS_DECISION_CAR_PASS_LIFECYCLE, LIFECYCLE, sizeof(dms_car_pass_lifecycle_facts), call_lifecycle_with_advisories},
    DECISION(DMS_DECISION_CAR_PASS_ACTIONS, ACTIONS, dms_car_pass_actions),
    DECISION(DMS_DECISION_CAR_PASS_INVOICING, INVOICING, dms_car_pass_invoicing),
    NO_DECISION};
