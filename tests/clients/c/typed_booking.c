/* The typed example cases of bookings. */

#include "typed.h"

#define KINDS "replacement rental test_drive"
#define STATUSES "planned issued overdue returned"
#define RIGHTS                                                                 \
  "new_agreement manager logbook edit_booking delete_booking own_entries_only issue_vehicle take_back_vehicle " \
  "amend_handover settle"
#define ACTIONS_WANTED "create open_manager open_logbook edit delete issue take_back amend_handover settle"
#define WINDOWS "next_quarter_hour fifteen_minutes"
#define COLOURS "done overdue booking"
#define FIELDS "period colour vehicle plate details driver customer comment handover_data signature"
#define DOCUMENTS_PRINTED                                                      \
  "confirmation contract return_confirmation trial_certificate trial_supplement trial_contract overview"
#define ACTIONS_OFFERED                                                        \
  "open delete issue issue_now cancel_issue take_back settle vehicle_master print new_from_template confirm unconfirm"

static const fact ISSUE_LIMIT[] = {MUST(dms_booking_issue_limit_facts, now, TIME),
                                   MUST(dms_booking_issue_limit_facts, days_ahead, WHOLE),
                                   MAY_BE(dms_booking_issue_limit_facts, immediate_window, WINDOWS), END};

static const fact ISSUE[] = {
    MUST_BE(dms_booking_issue_facts, kind, KINDS),
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

static const fact FOLLOWS_MASTER[] = {MUST(dms_booking_follows_master_facts, issued, YES_NO), END};

static const fact STATUS[] = {
    MUST(dms_booking_status_facts, planned_start, TIME),
    MUST(dms_booking_status_facts, planned_end, TIME),
    MAY(dms_booking_status_facts, issued_at, TIME),
    MAY(dms_booking_status_facts, returned_at, TIME),
    MUST(dms_booking_status_facts, settled, YES_NO),
    MUST(dms_booking_status_facts, now, TIME),
    END};

static const fact PERMISSION[] = {
    MUST_BE(dms_booking_permission_facts, kind, KINDS),
    MUST_BE(dms_booking_permission_facts, action, ACTIONS_WANTED),
    MUST_LIST(dms_booking_permission_facts, rights, RIGHTS),
    MUST(dms_booking_permission_facts, advisor_is_user, YES_NO),
    MUST(dms_booking_permission_facts, created_by_user, YES_NO),
    END};

static const fact EDITABLE[] = {
    MUST_BE(dms_booking_editable_facts, status, STATUSES),
    MUST(dms_booking_editable_facts, confirmed, YES_NO),
    MUST(dms_booking_editable_facts, may_amend_handover, YES_NO),
    MUST(dms_booking_editable_facts, signature_saved, YES_NO),
    END};

static const fact CANCEL_ISSUE[] = {
    MUST(dms_booking_cancel_issue_facts, may_amend_handover, YES_NO),
    MUST(dms_booking_cancel_issue_facts, issued, YES_NO),
    MUST(dms_booking_cancel_issue_facts, returned, YES_NO),
    MUST(dms_booking_cancel_issue_facts, odometer_raised, YES_NO),
    MUST(dms_booking_cancel_issue_facts, update_reservation, YES_NO),
    END};

static const fact TAKE_BACK[] = {
    MUST(dms_booking_take_back_facts, may_take_back, YES_NO),
    MAY(dms_booking_take_back_facts, issued_at, TIME),
    MUST(dms_booking_take_back_facts, already_returned, YES_NO),
    MUST(dms_booking_take_back_facts, return_at, TIME),
    MAY(dms_booking_take_back_facts, issue_reading_km, WHOLE),
    MAY(dms_booking_take_back_facts, return_reading_km, WHOLE),
    MUST(dms_booking_take_back_facts, update_reservation, YES_NO),
    END};

static const fact ODOMETER[] = {
    MAY(dms_booking_odometer_facts, master_km, WHOLE),
    MUST(dms_booking_odometer_facts, entered_km, WHOLE),
    END};

static const fact TEMPLATE[] = {
    MUST(dms_booking_template_facts, planned_end, TIME),
    MUST_BE(dms_booking_template_facts, status, STATUSES),
    MUST_BE(dms_booking_template_facts, from, "manager logbook take_back amend_take_back"),
    MUST(dms_booking_template_facts, now, TIME),
    END};

static const fact ADVISOR[] = {
    MUST_BE(dms_booking_advisor_facts, kind, KINDS),
    MAY(dms_booking_advisor_facts, sales_advisor, TEXT),
    MAY(dms_booking_advisor_facts, service_advisor, TEXT),
    MAY(dms_booking_advisor_facts, appointment_receiver, TEXT),
    MUST(dms_booking_advisor_facts, from_appointment, YES_NO),
    END};

static const fact DRIVER[] = {
    MUST_BE(dms_booking_driver_facts, driver, "customer contact free_entry empty"),
    MUST(dms_booking_driver_facts, may_edit_customers, YES_NO),
    MUST(dms_booking_driver_facts, may_edit_vehicles, YES_NO),
    MUST(dms_booking_driver_facts, customer_owns_vehicle, YES_NO),
    MUST(dms_booking_driver_facts, customer_changed, NO_UNLESS_SET),
    MUST(dms_booking_driver_facts, driver_has_old_customer_data, NO_UNLESS_SET),
    END};

static const fact RESERVATION[] = {
    MUST(dms_booking_reservation_facts, update_reservation, YES_NO),
    MUST_BE(dms_booking_reservation_facts, event, "issued issue_cancelled returned"),
    MUST(dms_booking_reservation_facts, issuer_code, TEXT),
    MUST(dms_booking_reservation_facts, planned_end, TIME),
    MUST(dms_booking_reservation_facts, customer_number, TEXT),
    END};

static const fact DOCUMENTS[] = {
    MUST_BE(dms_booking_documents_facts, kind, KINDS),
    MUST_BE(dms_booking_documents_facts, status, STATUSES),
    MAY_BE(dms_booking_documents_facts, event, "saved issued returned"),
    MUST(dms_booking_documents_facts, print_confirmation, YES_NO),
    MUST(dms_booking_documents_facts, print_contract, YES_NO),
    MUST(dms_booking_documents_facts, print_return_confirmation, YES_NO),
    END};

static const fact ACTIONS[] = {
    MUST_BE(dms_booking_actions_facts, kind, KINDS),
    MUST_BE(dms_booking_actions_facts, status, STATUSES),
    MUST(dms_booking_actions_facts, settled, YES_NO),
    MUST(dms_booking_actions_facts, confirmed, YES_NO),
    MUST_LIST(dms_booking_actions_facts, rights, RIGHTS),
    MUST(dms_booking_actions_facts, created_by_user, YES_NO),
    END};

static const fact SETTLEMENT[] = {
    MUST_BE(dms_booking_settlement_facts, kind, KINDS),
    MUST_BE(dms_booking_settlement_facts, status, STATUSES),
    MUST(dms_booking_settlement_facts, settled, YES_NO),
    MUST(dms_booking_settlement_facts, may_settle, YES_NO),
    MAY(dms_booking_settlement_facts, tariff_model, TEXT),
    MAY(dms_booking_settlement_facts, hull_cover_model, TEXT),
    MAY(dms_booking_settlement_facts, kilometres, WHOLE),
    MAY(dms_booking_settlement_facts, days_of_use, LONG),
    MAY(dms_booking_settlement_facts, insurance, TEXT),
    MAY(dms_booking_settlement_facts, position_code, TEXT),
    MUST_BE(dms_booking_settlement_facts, order_target, "new existing"),
    MAY(dms_booking_settlement_facts, order_number, TEXT),
    MAY(dms_booking_settlement_facts, copy_comment, YES_NO),
    END};

static const fact CONFIRMATION[] = {
    MUST_BE(dms_booking_confirmation_facts, event, "confirm unconfirm"),
    MUST(dms_booking_confirmation_facts, has_replacement_booking, YES_NO),
    END};

static const fact MAINTENANCE_CONTRACT[] = {
    MUST_BE(dms_booking_maintenance_contract_facts, kind, KINDS),
    MUST(dms_booking_maintenance_contract_facts, process_number, TEXT),
    MUST(dms_booking_maintenance_contract_facts, vin, TEXT),
    MUST(dms_booking_maintenance_contract_facts, invoice_recipient, TEXT),
    MUST(dms_booking_maintenance_contract_facts, valid_from, DATE),
    MUST(dms_booking_maintenance_contract_facts, valid_to, DATE),
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

static cJSON *follows_master(int32_t decision, const dms_booking_follows_master_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  (void)decision;
  cJSON_AddItemToObject(outcome, "follows_master", said_yes_no(result->follows_master));
  return outcome;
}

static cJSON *drawn(int32_t decision, const dms_booking_status_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  cJSON_AddItemToObject(outcome, "status", said_outcome(decision, result->outcome));
  cJSON_AddItemToObject(outcome, "from", said_time(result->from));
  cJSON_AddItemToObject(outcome, "to", said_time(result->to));
  cJSON_AddItemToObject(outcome, "colour", said_one_of(COLOURS, result->colour));
  cJSON_AddItemToObject(outcome, "opaque", said_yes_no(result->opaque));
  cJSON_AddItemToObject(outcome, "warn", said_yes_no(result->warn));
  cJSON_AddItemToObject(outcome, "vehicle_in_house", said_yes_no(result->vehicle_in_house));
  cJSON_AddItemToObject(outcome, "settled", said_yes_no(result->settled));
  return outcome;
}

/* What has no reason is said under free, what has one under bound, as {key: name, reason: id}. */
static cJSON *sorted(int32_t decision, const char *names, const uint32_t *reasons, int32_t places, const char *free_key,
                     const char *bound_key, const char *key) {
  cJSON *outcome = cJSON_CreateObject();
  cJSON *free_ones = cJSON_AddArrayToObject(outcome, free_key);
  cJSON *bound_ones = cJSON_AddArrayToObject(outcome, bound_key);
  int32_t number;
  expect("place 0", reasons[0] == 0 ? "0" : "taken", "0");
  for (number = 1; number < places; number++) {
    if (reasons[number] == 0) {
      cJSON_AddItemToArray(free_ones, said_one_of(names, number));
    } else {
      const char *reason = NULL;
      cJSON *bound = cJSON_CreateObject();
      dms_reason_id(decision, reasons[number], &reason, NULL);
      cJSON_AddItemToObject(bound, key, said_one_of(names, number));
      cJSON_AddItemToObject(bound, "reason", reason == NULL ? cJSON_CreateNull() : cJSON_CreateString(reason));
      cJSON_AddItemToArray(bound_ones, bound);
    }
  }
  return outcome;
}

static cJSON *editable(int32_t decision, const dms_booking_editable_result *result) {
  return sorted(decision, FIELDS, result->locked_because, DMS_BOOKING_EDITABLE_FIELD_PLACES, "editable", "locked",
                "field");
}

static cJSON *actions(int32_t decision, const dms_booking_actions_result *result) {
  return sorted(decision, ACTIONS_OFFERED, result->unavailable_because, DMS_BOOKING_ACTIONS_ACTION_PLACES, "available",
                "unavailable", "action");
}

static cJSON *verdict(int32_t decision, int32_t outcome) {
  cJSON *verdict = cJSON_CreateObject();
  cJSON_AddItemToObject(verdict, "kind", said_outcome(decision, outcome));
  return verdict;
}

/* What a refusal leaves out is 0. */
static void expect_nothing(const char *what, int is_nothing) {
  expect(what, is_nothing ? "nothing" : "something", "nothing");
}

static cJSON *cancel_issue(int32_t decision, const dms_booking_cancel_issue_result *result) {
  cJSON *outcome = verdict(decision, result->outcome);
  if (result->outcome == DMS_BOOKING_CANCEL_ISSUE_OUTCOME_ALLOWED) {
    cJSON_AddItemToObject(outcome, "clear_reservation", said_yes_no(result->clear_reservation));
    cJSON_AddItemToObject(outcome, "keep_odometer", said_yes_no(result->keep_odometer));
  } else {
    expect_nothing("a refusal", result->clear_reservation == 0 && result->keep_odometer == 0);
  }
  return outcome;
}

static cJSON *take_back(int32_t decision, const dms_booking_take_back_result *result) {
  cJSON *outcome = verdict(decision, result->outcome);
  if (result->outcome == DMS_BOOKING_TAKE_BACK_OUTCOME_ALLOWED) {
    cJSON_AddItemToObject(outcome, "clear_reservation", said_yes_no(result->clear_reservation));
  } else {
    expect_nothing("a refusal", result->clear_reservation == 0);
  }
  return outcome;
}

static cJSON *odometer(int32_t decision, const dms_booking_odometer_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  (void)decision;
  cJSON_AddNumberToObject(outcome, "master_km", result->master_km);
  return outcome;
}

static cJSON *new_booking(int32_t decision, const dms_booking_template_result *result) {
  cJSON *outcome = verdict(decision, result->outcome);
  if (result->outcome == DMS_BOOKING_TEMPLATE_OUTCOME_ALLOWED) {
    cJSON_AddItemToObject(outcome, "start", said_time(result->start));
    cJSON_AddItemToObject(outcome, "end", said_time(result->end));
    cJSON_AddItemToObject(outcome, "reload_vehicle", said_yes_no(result->reload_vehicle));
    cJSON_AddItemToObject(outcome, "licence_checked", said_yes_no(result->licence_checked));
  } else {
    expect_nothing("a refusal", result->start.date == 0 && result->start.time == 0 && result->start.has_offset == 0
                                    && result->end.date == 0 && result->end.time == 0 && result->end.has_offset == 0
                                    && result->reload_vehicle == 0 && result->licence_checked == 0);
  }
  return outcome;
}

static cJSON *advisor(int32_t decision, const dms_booking_advisor_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  (void)decision;
  if (result->has_advisor) {
    cJSON_AddItemToObject(outcome, "advisor", said_text(result->advisor, result->advisor_length));
  } else {
    cJSON_AddNullToObject(outcome, "advisor");
    expect_nothing("nobody", result->advisor == NULL && result->advisor_length == 0);
  }
  return outcome;
}

static cJSON *driver(int32_t decision, const dms_booking_driver_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  cJSON *reasons = cJSON_CreateArray();
  uint32_t bit;
  cJSON_AddItemToObject(outcome, "name_editable", said_yes_no(result->name_editable));
  cJSON_AddItemToObject(outcome, "may_write_customer", said_yes_no(result->may_write_customer));
  cJSON_AddItemToObject(outcome, "may_write_vehicle", said_yes_no(result->may_write_vehicle));
  cJSON_AddItemToObject(outcome, "follow_customer", said_yes_no(result->follow_customer));
  for (bit = 1; bit != 0; bit <<= 1) {
    const char *reason = NULL;
    if ((result->because & bit) != 0 && dms_reason_id(decision, bit, &reason, NULL) == DMS_STATUS_OK) {
      cJSON_AddItemToArray(reasons, cJSON_CreateString(reason));
    }
  }
  cJSON_AddItemToObject(outcome, "reasons", reasons);
  return outcome;
}

static cJSON *reservation(int32_t decision, const dms_booking_reservation_result *result) {
  cJSON *outcome = verdict(decision, result->outcome);
  if (result->outcome == DMS_BOOKING_RESERVATION_OUTCOME_SET) {
    cJSON_AddItemToObject(outcome, "reserved_by", said_text(result->reserved_by, result->reserved_by_length));
    cJSON_AddItemToObject(outcome, "reserved_until", said_date(result->reserved_until));
    cJSON_AddItemToObject(outcome, "reserved_for", said_text(result->reserved_for, result->reserved_for_length));
  } else {
    expect_nothing("no reservation", result->reserved_by == NULL && result->reserved_by_length == 0
                                         && result->reserved_until == 0 && result->reserved_for == NULL
                                         && result->reserved_for_length == 0);
  }
  return outcome;
}

static cJSON *documents(int32_t decision, const dms_booking_documents_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  (void)decision;
  cJSON_AddItemToObject(outcome, "available", said_set(DOCUMENTS_PRINTED, result->available));
  cJSON_AddItemToObject(outcome, "print_now", said_set(DOCUMENTS_PRINTED, result->print_now));
  return outcome;
}

static cJSON *settlement(int32_t decision, const dms_booking_settlement_result *result) {
  cJSON *outcome = verdict(decision, result->outcome);
  if (result->outcome == DMS_BOOKING_SETTLEMENT_OUTCOME_ALLOWED) {
    cJSON_AddItemToObject(outcome, "copy_comment", said_yes_no(result->copy_comment));
  } else {
    expect_nothing("a refusal", result->copy_comment == 0);
  }
  return outcome;
}

static cJSON *confirmation(int32_t decision, const dms_booking_confirmation_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  (void)decision;
  cJSON_AddItemToObject(outcome, "appointment_confirmed", said_yes_no(result->appointment_confirmed));
  if (result->has_booking_confirmed) {
    cJSON_AddItemToObject(outcome, "booking_confirmed", said_yes_no(result->booking_confirmed));
  } else {
    cJSON_AddNullToObject(outcome, "booking_confirmed");
    expect_nothing("no booking", result->booking_confirmed == 0);
  }
  return outcome;
}

static cJSON *maintenance_contract(int32_t decision, const dms_booking_maintenance_contract_result *result) {
  cJSON *outcome = verdict(decision, result->outcome);
  if (result->outcome == DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_ALLOWED) {
    cJSON_AddItemToObject(outcome, "number", said_text(result->number, result->number_length));
    cJSON_AddItemToObject(outcome, "vin", said_text(result->vin, result->vin_length));
    cJSON_AddItemToObject(outcome, "invoice_recipient",
                          said_text(result->invoice_recipient, result->invoice_recipient_length));
    cJSON_AddItemToObject(outcome, "valid_from", said_date(result->valid_from));
    cJSON_AddItemToObject(outcome, "valid_to", said_date(result->valid_to));
    cJSON_AddItemToObject(outcome, "saved", said_yes_no(result->saved));
    expect_nothing("behind the texts", result->number[result->number_length] == '\0'
                                           && result->vin[result->vin_length] == '\0');
  } else {
    expect_nothing("a refusal", result->number[0] == '\0' && result->number_length == 0 && result->vin[0] == '\0'
                                    && result->vin_length == 0 && result->invoice_recipient == NULL
                                    && result->invoice_recipient_length == 0 && result->valid_from == 0
                                    && result->valid_to == 0 && result->saved == 0);
  }
  return outcome;
}

CALL(DMS_DECISION_BOOKING_ISSUE_LIMIT, dms_booking_issue_limit, issue_limit)
CALL(DMS_DECISION_BOOKING_ISSUE, dms_booking_issue, issue)
CALL(DMS_DECISION_BOOKING_FOLLOWS_MASTER, dms_booking_follows_master, follows_master)
CALL(DMS_DECISION_BOOKING_STATUS, dms_booking_status, drawn)
CALL_NAMED(DMS_DECISION_BOOKING_PERMISSION, dms_booking_permission)
CALL(DMS_DECISION_BOOKING_EDITABLE, dms_booking_editable, editable)
CALL(DMS_DECISION_BOOKING_CANCEL_ISSUE, dms_booking_cancel_issue, cancel_issue)
CALL(DMS_DECISION_BOOKING_TAKE_BACK, dms_booking_take_back, take_back)
CALL(DMS_DECISION_BOOKING_ODOMETER, dms_booking_odometer, odometer)
CALL(DMS_DECISION_BOOKING_TEMPLATE, dms_booking_template, new_booking)
CALL(DMS_DECISION_BOOKING_ADVISOR, dms_booking_advisor, advisor)
CALL(DMS_DECISION_BOOKING_DRIVER, dms_booking_driver, driver)
CALL(DMS_DECISION_BOOKING_RESERVATION, dms_booking_reservation, reservation)
CALL(DMS_DECISION_BOOKING_DOCUMENTS, dms_booking_documents, documents)
CALL(DMS_DECISION_BOOKING_ACTIONS, dms_booking_actions, actions)
CALL(DMS_DECISION_BOOKING_SETTLEMENT, dms_booking_settlement, settlement)
CALL(DMS_DECISION_BOOKING_CONFIRMATION, dms_booking_confirmation, confirmation)
CALL(DMS_DECISION_BOOKING_MAINTENANCE_CONTRACT, dms_booking_maintenance_contract, maintenance_contract)

const decision BOOKING_DECISIONS[] = {
    DECISION(DMS_DECISION_BOOKING_ISSUE_LIMIT, ISSUE_LIMIT, dms_booking_issue_limit),
    DECISION(DMS_DECISION_BOOKING_ISSUE, ISSUE, dms_booking_issue),
    DECISION(DMS_DECISION_BOOKING_FOLLOWS_MASTER, FOLLOWS_MASTER, dms_booking_follows_master),
    DECISION(DMS_DECISION_BOOKING_STATUS, STATUS, dms_booking_status),
    DECISION(DMS_DECISION_BOOKING_PERMISSION, PERMISSION, dms_booking_permission),
    DECISION(DMS_DECISION_BOOKING_EDITABLE, EDITABLE, dms_booking_editable),
    DECISION(DMS_DECISION_BOOKING_CANCEL_ISSUE, CANCEL_ISSUE, dms_booking_cancel_issue),
    DECISION(DMS_DECISION_BOOKING_TAKE_BACK, TAKE_BACK, dms_booking_take_back),
    DECISION(DMS_DECISION_BOOKING_ODOMETER, ODOMETER, dms_booking_odometer),
    DECISION(DMS_DECISION_BOOKING_TEMPLATE, TEMPLATE, dms_booking_template),
    DECISION(DMS_DECISION_BOOKING_ADVISOR, ADVISOR, dms_booking_advisor),
    DECISION(DMS_DECISION_BOOKING_DRIVER, DRIVER, dms_booking_driver),
    DECISION(DMS_DECISION_BOOKING_RESERVATION, RESERVATION, dms_booking_reservation),
    DECISION(DMS_DECISION_BOOKING_DOCUMENTS, DOCUMENTS, dms_booking_documents),
    DECISION(DMS_DECISION_BOOKING_ACTIONS, ACTIONS, dms_booking_actions),
    DECISION(DMS_DECISION_BOOKING_SETTLEMENT, SETTLEMENT, dms_booking_settlement),
    DECISION(DMS_DECISION_BOOKING_CONFIRMATION, CONFIRMATION, dms_booking_confirmation),
    DECISION(DMS_DECISION_BOOKING_MAINTENANCE_CONTRACT, MAINTENANCE_CONTRACT, dms_booking_maintenance_contract),
    NO_DECISION};
