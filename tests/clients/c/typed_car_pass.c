/* The typed example cases of Car-Pass, the odometer register of Belgium. */

#include "typed.h"

#define POLICIES "work_order claim_file"

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

static const fact READINESS[] = {
    MUST_BE(dms_car_pass_readiness_facts, policy, POLICIES),
    MUST(dms_car_pass_readiness_facts, vin, TEXT),
    MUST(dms_car_pass_readiness_facts, today, DATE),
    MAY(dms_car_pass_readiness_facts, reading_km, WHOLE),
    MAY(dms_car_pass_readiness_facts, start_of_work, DATE),
    MAY(dms_car_pass_readiness_facts, damage_reading_km, WHOLE),
    MAY(dms_car_pass_readiness_facts, repair_reading_km, WHOLE),
    END};

CALL_NAMED(DMS_DECISION_CAR_PASS_ENROLMENT, dms_car_pass_enrolment)
CALL_NAMED(DMS_DECISION_CAR_PASS_VISIBLE, dms_car_pass_visible)
CALL_NAMED(DMS_DECISION_CAR_PASS_READINESS, dms_car_pass_readiness)

const decision CAR_PASS_DECISIONS[] = {
    DECISION(DMS_DECISION_CAR_PASS_ENROLMENT, ENROLMENT, dms_car_pass_enrolment),
    DECISION(DMS_DECISION_CAR_PASS_VISIBLE, VISIBLE, dms_car_pass_visible),
    DECISION(DMS_DECISION_CAR_PASS_READINESS, READINESS, dms_car_pass_readiness), NO_DECISION};
