/*
 * Bookings in client.c, which has what every check needs: sets in facts and answers, a reason for each field or action,
 * texts that may be unknown, point back into the facts or stand in the result, and times of two forms.
 */

#ifndef DMS_CLIENT_BOOKING_H
#define DMS_CLIENT_BOOKING_H

/* Whatever a decision asks: no facts, no place for the result, another size; nothing is left in the result. */
#define BORDERS(function)                                                      \
  do {                                                                         \
    function##_facts facts;                                                    \
    function##_result result;                                                  \
    function##_result before;                                                  \
    memset(&facts, 0, sizeof facts);                                           \
    memset(&result, 0x7F, sizeof result);                                      \
    memset(&before, 0, sizeof before);                                         \
    REFUSED(function(NULL, &result, &error), DMS_STATUS_NULL_POINTER, "facts"); \
    CHECK(memcmp(&result, &before, sizeof result) == 0);                       \
    memset(&result, 0x7F, sizeof result);                                      \
    REFUSED(function(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size"); \
    facts.size = sizeof facts - 1;                                             \
    REFUSED(function(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size"); \
    facts.size = sizeof facts + 1;                                             \
    REFUSED(function(&facts, &result, &error), DMS_STATUS_STRUCT_SIZE, "size"); \
    facts.size = sizeof facts;                                                 \
    REFUSED(function(&facts, NULL, &error), DMS_STATUS_NULL_POINTER, "result"); \
    CHECK(memcmp(&result, &before, sizeof result) == 0);                       \
  } while (0)

/* The facts of a decision, all 0 but their size. */
#define FACTS(function, facts)                                                 \
  function##_facts facts;                                                      \
  memset(&facts, 0, sizeof facts);                                             \
  facts.size = sizeof facts

static void booking_borders(void) {
  int32_t decision;
  const char *text = NULL;
  BORDERS(dms_booking_follows_master);
  BORDERS(dms_booking_status);
  BORDERS(dms_booking_permission);
  BORDERS(dms_booking_editable);
  BORDERS(dms_booking_cancel_issue);
  BORDERS(dms_booking_take_back);
  BORDERS(dms_booking_odometer);
  BORDERS(dms_booking_template);
  BORDERS(dms_booking_advisor);
  BORDERS(dms_booking_driver);
  BORDERS(dms_booking_reservation);
  BORDERS(dms_booking_documents);
  BORDERS(dms_booking_actions);
  BORDERS(dms_booking_settlement);
  BORDERS(dms_booking_confirmation);
  BORDERS(dms_booking_maintenance_contract);

  for (decision = DMS_DECISION_BOOKING_FOLLOWS_MASTER; decision <= DMS_DECISION_BOOKING_MAINTENANCE_CONTRACT;
       decision++) {
    DECIDED(dms_decision_id(decision, &text, &error));
    CHECK(strncmp(text, "booking.", 8) == 0);
    DECIDED(dms_decision_edition(decision, &text, &error));
    SAYS(text, "2026-11");
  }
}

/* The first time that is given says whether times have an offset. */
static void booking_times(void) {
  {
    dms_booking_status_result result;
    FACTS(dms_booking_status, facts);
    facts.planned_start = instant(20261120, 80000, 60);
    facts.planned_end = instant(20261120, 170000, 60);
    facts.issued_at = instant(20261120, 80500, 60);
    facts.has_issued_at = 1;
    facts.now = instant(20261120, 161000, 0);
    DECIDED(dms_booking_status(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_STATUS_OVERDUE, DMS_BOOKING_STATUS_ROW_OVERDUE, DMS_BOOKING_STATUS_BECAUSE_OVERDUE, 0);
    SAME_TIME(result.from, instant(20261120, 80500, 60));
    SAME_TIME(result.to, instant(20261120, 161000, 0));
    SAME(result.colour, DMS_BOOKING_STATUS_COLOUR_OVERDUE);
    SAME(result.warn, 1);
    SAME(result.vehicle_in_house, 0);

    facts.now = wall_clock(20261120, 171000);
    REFUSED(dms_booking_status(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "now");
    SAYS(error.message, "an offset, as the first time given has one");
    facts.issued_at = wall_clock(20261120, 80500);
    REFUSED(dms_booking_status(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "issued_at");
    facts.planned_start = wall_clock(20261120, 80000);
    REFUSED(dms_booking_status(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "planned_end");
    SAYS(error.message, "no offset, as the first time given has none");
    /* What is not known is not looked at. */
    facts.planned_end = wall_clock(20261120, 170000);
    facts.has_issued_at = 0;
    facts.issued_at.date = -1;
    DECIDED(dms_booking_status(&facts, &result, &error));
    SAME(result.outcome, DMS_BOOKING_STATUS_PLANNED);
    facts.has_issued_at = 1;
    REFUSED(dms_booking_status(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "issued_at");
    facts.has_issued_at = 2;
    REFUSED(dms_booking_status(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_issued_at");
  }
  {
    dms_booking_take_back_result result;
    FACTS(dms_booking_take_back, facts);
    facts.may_take_back = 1;
    facts.issued_at = wall_clock(20261120, 80500);
    facts.return_at = instant(20261120, 170000, 60);
    DECIDED(dms_booking_take_back(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_TAKE_BACK_OUTCOME_REFUSED, 0, DMS_BOOKING_TAKE_BACK_BECAUSE_NOT_ISSUED, 0);
    facts.has_issued_at = 1;
    REFUSED(dms_booking_take_back(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "return_at");
    facts.return_at = wall_clock(20261120, 170000);
    facts.issue_reading_km = 10;
    facts.has_issue_reading_km = 1;
    facts.has_return_reading_km = 1;
    facts.update_reservation = 1;
    DECIDED(dms_booking_take_back(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_TAKE_BACK_OUTCOME_ALLOWED, 0, 0,
           DMS_BOOKING_TAKE_BACK_ADVISORY_READING_LOWER_THAN_ISSUE);
    SAME(result.clear_reservation, 1);
    facts.return_reading_km = 10000000;
    REFUSED(dms_booking_take_back(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "return_reading_km");
  }
  {
    dms_booking_template_result result;
    FACTS(dms_booking_template, facts);
    facts.planned_end = instant(20261231, 234500, 60);
    facts.status = DMS_BOOKING_STATUS_RETURNED;
    facts.from = DMS_BOOKING_TEMPLATE_ORIGIN_LOGBOOK;
    facts.now = instant(20261120, 120000, 60);
    DECIDED(dms_booking_template(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_TEMPLATE_OUTCOME_ALLOWED, 0, 0, 0);
    SAME_TIME(result.start, instant(20261231, 234500, 60));
    SAME_TIME(result.end, instant(20270101, 1500, 60));
    SAME(result.reload_vehicle, 1);
    SAME(result.licence_checked, 0);
    facts.planned_end = instant(99991231, 234500, 60);
    REFUSED(dms_booking_template(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "planned_end");
    facts.from = 5;
    REFUSED(dms_booking_template(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "from");
    facts.status = 0;
    REFUSED(dms_booking_template(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "status");
    SAYS(error.message, "one of 1 (planned), 2 (issued), 3 (overdue), 4 (returned), found 0");
  }
}

/* Sets of names that come in and go out, and a reason for each action or field. */
static void booking_sets(void) {
  {
    dms_booking_permission_result result;
    FACTS(dms_booking_permission, facts);
    facts.kind = DMS_BOOKING_KIND_RENTAL;
    facts.action = DMS_BOOKING_PERMISSION_ACTION_DELETE;
    facts.rights = DMS_BOOKING_RIGHT_DELETE_BOOKING | DMS_BOOKING_RIGHT_OWN_ENTRIES_ONLY;
    DECIDED(dms_booking_permission(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_PERMISSION_OUTCOME_DENIED, DMS_BOOKING_PERMISSION_ROW_NOT_OWN_ENTRY,
           DMS_BOOKING_PERMISSION_BECAUSE_NOT_OWN_ENTRY, 0);
    facts.rights = 0;
    DECIDED(dms_booking_permission(&facts, &result, &error));
    SAME(result.row, DMS_BOOKING_PERMISSION_ROW_RIGHT_MISSING);
    facts.advisor_is_user = 2;
    facts.rights = DMS_BOOKING_RIGHT_DELETE_BOOKING | 1 << 10;
    REFUSED(dms_booking_permission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "rights");
    CHECK(strncmp(error.message, "bits 1 (new_agreement), 2 (manager), 4 (logbook), ", 50) == 0);
    CHECK(strstr(error.message, "512 (settle), found also 1024") != NULL);
    facts.rights = UINT32_MAX;
    REFUSED(dms_booking_permission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "rights");
    facts.action = 10;
    REFUSED(dms_booking_permission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "action");
    facts.kind = 0;
    REFUSED(dms_booking_permission(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "kind");
  }
  {
    dms_booking_actions_result result;
    const char *text = NULL;
    FACTS(dms_booking_actions, facts);
    facts.kind = DMS_BOOKING_KIND_TEST_DRIVE;
    facts.status = DMS_BOOKING_STATUS_ISSUED;
    facts.rights = DMS_BOOKING_RIGHT_DELETE_BOOKING | DMS_BOOKING_RIGHT_TAKE_BACK_VEHICLE;
    DECIDED(dms_booking_actions(&facts, &result, &error));
    SAME(result.row, 0);
    SAME(result.because, DMS_BOOKING_ACTIONS_BECAUSE_NOT_FOR_THIS_KIND | DMS_BOOKING_ACTIONS_BECAUSE_RIGHT_MISSING);
    SAME(result.advisories, DMS_BOOKING_ACTIONS_ADVISORY_TRIAL_LOGBOOK_RECORD);
    SAME(result.unavailable_because[0], 0);
    SAME(result.unavailable_because[DMS_BOOKING_ACTIONS_ACTION_OPEN], 0);
    SAME(result.unavailable_because[DMS_BOOKING_ACTIONS_ACTION_DELETE], 0);
    SAME(result.unavailable_because[DMS_BOOKING_ACTIONS_ACTION_TAKE_BACK], 0);
    SAME(result.unavailable_because[DMS_BOOKING_ACTIONS_ACTION_ISSUE], DMS_BOOKING_ACTIONS_BECAUSE_RIGHT_MISSING);
    SAME(result.unavailable_because[DMS_BOOKING_ACTIONS_ACTION_SETTLE], DMS_BOOKING_ACTIONS_BECAUSE_NOT_FOR_THIS_KIND);
    DECIDED(dms_reason_text(DMS_DECISION_BOOKING_ACTIONS, result.unavailable_because[DMS_BOOKING_ACTIONS_ACTION_ISSUE],
                            DMS_LANGUAGE_EN, &text, &error));
    SAYS(text, "The user lacks the right for bookings of this kind.");
    facts.settled = 1;
    REFUSED(dms_booking_actions(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "settled");
    facts.rights = 1u << 31;
    REFUSED(dms_booking_actions(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "rights");
    facts.confirmed = 3;
    REFUSED(dms_booking_actions(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "confirmed");
  }
  {
    dms_booking_editable_result result;
    FACTS(dms_booking_editable, facts);
    facts.status = DMS_BOOKING_STATUS_OVERDUE;
    facts.signature_saved = 1;
    DECIDED(dms_booking_editable(&facts, &result, &error));
    SAME(result.because, DMS_BOOKING_EDITABLE_BECAUSE_ISSUED | DMS_BOOKING_EDITABLE_BECAUSE_RIGHT_MISSING
                             | DMS_BOOKING_EDITABLE_BECAUSE_SIGNATURE_SAVED);
    SAME(result.locked_because[0], 0);
    SAME(result.locked_because[DMS_BOOKING_EDITABLE_FIELD_PERIOD], 0);
    SAME(result.locked_because[DMS_BOOKING_EDITABLE_FIELD_VEHICLE], DMS_BOOKING_EDITABLE_BECAUSE_ISSUED);
    SAME(result.locked_because[DMS_BOOKING_EDITABLE_FIELD_HANDOVER_DATA], DMS_BOOKING_EDITABLE_BECAUSE_RIGHT_MISSING);
    SAME(result.locked_because[DMS_BOOKING_EDITABLE_FIELD_SIGNATURE], DMS_BOOKING_EDITABLE_BECAUSE_SIGNATURE_SAVED);
    facts.status = 5;
    REFUSED(dms_booking_editable(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "status");
  }
  {
    dms_booking_documents_result result;
    FACTS(dms_booking_documents, facts);
    facts.kind = DMS_BOOKING_KIND_RENTAL;
    facts.status = DMS_BOOKING_STATUS_RETURNED;
    facts.event = DMS_BOOKING_DOCUMENTS_EVENT_RETURNED;
    facts.print_return_confirmation = 1;
    DECIDED(dms_booking_documents(&facts, &result, &error));
    SAME(result.available,
         DMS_BOOKING_DOCUMENTS_DOCUMENT_CONFIRMATION | DMS_BOOKING_DOCUMENTS_DOCUMENT_CONTRACT
             | DMS_BOOKING_DOCUMENTS_DOCUMENT_RETURN_CONFIRMATION | DMS_BOOKING_DOCUMENTS_DOCUMENT_OVERVIEW);
    SAME(result.print_now, 0);
    facts.has_event = 1;
    DECIDED(dms_booking_documents(&facts, &result, &error));
    SAME(result.print_now, DMS_BOOKING_DOCUMENTS_DOCUMENT_RETURN_CONFIRMATION);
    facts.event = 4;
    REFUSED(dms_booking_documents(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "event");
    facts.has_event = -1;
    REFUSED(dms_booking_documents(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_event");
  }
}

/* Texts that may be unknown, that come back as the caller's own, or that stand in the result. */
static void booking_texts(void) {
  static const char CODE[] = {'V', 'B', '7'};
  {
    dms_booking_advisor_result result;
    FACTS(dms_booking_advisor, facts);
    facts.kind = DMS_BOOKING_KIND_RENTAL;
    DECIDED(dms_booking_advisor(&facts, &result, &error));
    SAME(result.row, DMS_BOOKING_ADVISOR_ROW_NONE);
    SAME(result.has_advisor, 0);
    CHECK(result.advisor == NULL);
    facts.sales_advisor = CODE;
    facts.sales_advisor_length = sizeof CODE;
    facts.has_sales_advisor = 1;
    DECIDED(dms_booking_advisor(&facts, &result, &error));
    SAME(result.row, DMS_BOOKING_ADVISOR_ROW_SALES_ADVISOR);
    SAME(result.has_advisor, 1);
    CHECK(result.advisor == CODE);
    SAME(result.advisor_length, sizeof CODE);
    facts.service_advisor = NOT_UTF8;
    facts.service_advisor_length = sizeof NOT_UTF8 - 1;
    DECIDED(dms_booking_advisor(&facts, &result, &error));
    facts.has_service_advisor = 1;
    REFUSED(dms_booking_advisor(&facts, &result, &error), DMS_STATUS_INVALID_UTF8, "service_advisor");
    facts.has_service_advisor = 7;
    REFUSED(dms_booking_advisor(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_service_advisor");
    facts.sales_advisor = NULL;
    REFUSED(dms_booking_advisor(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "sales_advisor");
  }
  {
    dms_booking_reservation_result result;
    FACTS(dms_booking_reservation, facts);
    facts.update_reservation = 1;
    facts.event = DMS_BOOKING_RESERVATION_EVENT_ISSUED;
    facts.issuer_code = CODE;
    facts.issuer_code_length = sizeof CODE;
    facts.planned_end = instant(20261231, 233000, -60);
    facts.customer_number = CODE;
    DECIDED(dms_booking_reservation(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_RESERVATION_OUTCOME_SET, DMS_BOOKING_RESERVATION_ROW_ISSUED,
           DMS_BOOKING_RESERVATION_BECAUSE_ISSUED, 0);
    CHECK(result.reserved_by == CODE && result.reserved_for == CODE);
    SAME(result.reserved_by_length, sizeof CODE);
    SAME(result.reserved_for_length, 0);
    SAME(result.reserved_until, 20261231);
    facts.event = DMS_BOOKING_RESERVATION_EVENT_RETURNED;
    DECIDED(dms_booking_reservation(&facts, &result, &error));
    SAME(result.outcome, DMS_BOOKING_RESERVATION_OUTCOME_CLEAR);
    CHECK(result.reserved_by == NULL && result.reserved_for == NULL);
    SAME(result.reserved_until, 0);
    facts.customer_number = NULL;
    REFUSED(dms_booking_reservation(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "customer_number");
    facts.issuer_code_length = (size_t)-1;
    REFUSED(dms_booking_reservation(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "issuer_code_length");
    facts.event = 4;
    REFUSED(dms_booking_reservation(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "event");
  }
  {
    dms_booking_maintenance_contract_result result;
    char number[DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE];
    FACTS(dms_booking_maintenance_contract, facts);
    memset(number, '7', sizeof number);
    facts.kind = DMS_BOOKING_KIND_RENTAL;
    facts.process_number = number;
    /* "VM", the number and the closing NUL fill the place exactly. */
    facts.process_number_length = sizeof number - 3;
    facts.vin = "tmb-jg7ne0f0124355";
    facts.vin_length = 18;
    facts.invoice_recipient = CODE;
    facts.invoice_recipient_length = sizeof CODE;
    facts.valid_from = 20261120;
    facts.valid_to = 20271119;
    DECIDED(dms_booking_maintenance_contract(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_ALLOWED, 0, 0, 0);
    CHECK(strncmp(result.number, "VM7777", 6) == 0);
    SAME(result.number_length, sizeof number - 1);
    SAME(strlen(result.number), sizeof number - 1);
    SAYS(result.vin, "TMBJG7NE0F0124355");
    SAME(result.vin_length, 17);
    CHECK(result.invoice_recipient == CODE);
    SAME(result.valid_from, 20261120);
    SAME(result.valid_to, 20271119);
    SAME(result.saved, 0);

    facts.process_number_length++;
    REFUSED(dms_booking_maintenance_contract(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "process_number");
    SAYS(error.message, "a text that fits the 255 bytes of the answer, found 256");
    facts.process_number_length = 4;
    facts.vin = number;
    facts.vin_length = sizeof number;
    REFUSED(dms_booking_maintenance_contract(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "vin");
    facts.vin_length--;
    DECIDED(dms_booking_maintenance_contract(&facts, &result, &error));
    SAYS(result.number, "VM7777");
    SAME(strlen(result.vin), sizeof number - 1);
    /* Where no contract is opened, no text is too long. */
    facts.kind = DMS_BOOKING_KIND_REPLACEMENT;
    facts.vin_length = sizeof number;
    DECIDED(dms_booking_maintenance_contract(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_REFUSED, 0,
           DMS_BOOKING_MAINTENANCE_CONTRACT_BECAUSE_NOT_FOR_THIS_KIND, 0);
    SAYS(result.number, "");
    SAYS(result.vin, "");
    CHECK(result.invoice_recipient == NULL);
    facts.valid_to = 20261119;
    REFUSED(dms_booking_maintenance_contract(&facts, &result, &error), DMS_STATUS_CONTRADICTION, "valid_to");
    facts.valid_from = 20260230;
    REFUSED(dms_booking_maintenance_contract(&facts, &result, &error), DMS_STATUS_INVALID_DATE, "valid_from");
    facts.invoice_recipient = NULL;
    REFUSED(dms_booking_maintenance_contract(&facts, &result, &error), DMS_STATUS_NULL_POINTER, "invoice_recipient");
  }
}

/* Values that may be unknown, and what holds unless it is set. */
static void booking_settings(void) {
  {
    dms_booking_settlement_result result;
    FACTS(dms_booking_settlement, facts);
    facts.kind = DMS_BOOKING_KIND_RENTAL;
    facts.status = DMS_BOOKING_STATUS_RETURNED;
    facts.may_settle = 1;
    facts.order_target = DMS_BOOKING_SETTLEMENT_ORDER_TARGET_EXISTING;
    DECIDED(dms_booking_settlement(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_SETTLEMENT_OUTCOME_REFUSED, 0,
           DMS_BOOKING_SETTLEMENT_BECAUSE_POSITION_CODE_MISSING | DMS_BOOKING_SETTLEMENT_BECAUSE_ORDER_NUMBER_MISSING
               | DMS_BOOKING_SETTLEMENT_BECAUSE_TARIFF_MODEL_MISSING
               | DMS_BOOKING_SETTLEMENT_BECAUSE_HULL_COVER_MODEL_MISSING
               | DMS_BOOKING_SETTLEMENT_BECAUSE_KILOMETRES_MISSING | DMS_BOOKING_SETTLEMENT_BECAUSE_DAYS_OF_USE_MISSING
               | DMS_BOOKING_SETTLEMENT_BECAUSE_INSURANCE_MISSING,
           0);
    SAME(result.copy_comment, 0);
    facts.tariff_model = facts.hull_cover_model = facts.insurance = facts.position_code = "Tag";
    facts.tariff_model_length = facts.hull_cover_model_length = facts.insurance_length = 3;
    facts.position_code_length = 3;
    facts.has_tariff_model = facts.has_hull_cover_model = facts.has_insurance = facts.has_position_code = 1;
    facts.has_kilometres = facts.has_days_of_use = 1;
    facts.days_of_use = UINT32_MAX;
    facts.order_target = DMS_BOOKING_SETTLEMENT_ORDER_TARGET_NEW;
    DECIDED(dms_booking_settlement(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_SETTLEMENT_OUTCOME_ALLOWED, 0, 0, 0);
    SAME(result.copy_comment, 1);
    facts.has_copy_comment = 1;
    DECIDED(dms_booking_settlement(&facts, &result, &error));
    SAME(result.copy_comment, 0);
    facts.copy_comment = 2;
    REFUSED(dms_booking_settlement(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "copy_comment");
    facts.order_target = 3;
    REFUSED(dms_booking_settlement(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "order_target");
    facts.days_of_use++;
    REFUSED(dms_booking_settlement(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "days_of_use");
    facts.days_of_use = INT64_MIN;
    REFUSED(dms_booking_settlement(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "days_of_use");
    facts.kilometres = -1;
    REFUSED(dms_booking_settlement(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "kilometres");
  }
  {
    dms_booking_confirmation_result result;
    FACTS(dms_booking_confirmation, facts);
    facts.event = DMS_BOOKING_CONFIRMATION_EVENT_CONFIRM;
    DECIDED(dms_booking_confirmation(&facts, &result, &error));
    SAME(result.appointment_confirmed, 1);
    SAME(result.has_booking_confirmed, 0);
    SAME(result.booking_confirmed, 0);
    facts.has_replacement_booking = 1;
    DECIDED(dms_booking_confirmation(&facts, &result, &error));
    SAME(result.has_booking_confirmed, 1);
    SAME(result.booking_confirmed, 1);
    facts.has_replacement_booking = 2;
    REFUSED(dms_booking_confirmation(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "has_replacement_booking");
    facts.event = 0;
    REFUSED(dms_booking_confirmation(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "event");
  }
  {
    dms_booking_odometer_result result;
    FACTS(dms_booking_odometer, facts);
    facts.master_km = -1;
    facts.entered_km = 9999999;
    DECIDED(dms_booking_odometer(&facts, &result, &error));
    SAME(result.row, DMS_BOOKING_ODOMETER_ROW_RAISE);
    SAME(result.master_km, 9999999);
    facts.has_master_km = 1;
    REFUSED(dms_booking_odometer(&facts, &result, &error), DMS_STATUS_OUT_OF_RANGE, "master_km");
  }
  {
    dms_booking_driver_result result;
    FACTS(dms_booking_driver, facts);
    facts.driver = DMS_BOOKING_DRIVER_CONTACT;
    facts.may_edit_customers = 1;
    facts.may_edit_vehicles = 1;
    DECIDED(dms_booking_driver(&facts, &result, &error));
    SAME(result.because, DMS_BOOKING_DRIVER_BECAUSE_NOT_FREE_ENTRY | DMS_BOOKING_DRIVER_BECAUSE_CONTACT_NOT_OWNER);
    SAME(result.may_write_customer, 1);
    SAME(result.may_write_vehicle, 0);
    facts.driver_has_old_customer_data = 2;
    REFUSED(dms_booking_driver(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "driver_has_old_customer_data");
    facts.driver = 5;
    REFUSED(dms_booking_driver(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "driver");
  }
  {
    dms_booking_cancel_issue_result result;
    FACTS(dms_booking_cancel_issue, facts);
    facts.may_amend_handover = 1;
    facts.issued = 1;
    facts.odometer_raised = 1;
    DECIDED(dms_booking_cancel_issue(&facts, &result, &error));
    RESULT(result, DMS_BOOKING_CANCEL_ISSUE_OUTCOME_ALLOWED, 0, 0,
           DMS_BOOKING_CANCEL_ISSUE_ADVISORY_ODOMETER_NOT_RESET);
    SAME(result.clear_reservation, 0);
    SAME(result.keep_odometer, 1);
    facts.update_reservation = 2;
    REFUSED(dms_booking_cancel_issue(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "update_reservation");
  }
  {
    dms_booking_follows_master_result result;
    FACTS(dms_booking_follows_master, facts);
    DECIDED(dms_booking_follows_master(&facts, &result, &error));
    SAME(result.row, DMS_BOOKING_FOLLOWS_MASTER_ROW_PLANNED);
    SAME(result.follows_master, 1);
    facts.issued = -1;
    REFUSED(dms_booking_follows_master(&facts, &result, &error), DMS_STATUS_UNKNOWN_VALUE, "issued");
  }
}

static void bookings(void) {
  booking_borders();
  booking_times();
  booking_sets();
  booking_texts();
  booking_settings();
}

#endif
