/* The typed example cases of OKR, the odometer register of the Netherlands. */

#include "typed.h"

#define MODES "never always after_invoice after_invoice_from_amount"

#define OPTION_FACTS(facts)                                                    \
  MUST_BE(facts, mode, MODES), MAY(facts, max_age_days, WHOLE), MAY(facts, threshold_cents, LONG), \
      MAY_BE(facts, boundary, "more_than at_least"), MUST(facts, apk_reported, YES_NO), \
      MUST(facts, entered_reading_km, WHOLE), MAY(facts, last_reading_km, WHOLE), MAY(facts, reading_date, DATE), \
      MUST(facts, invoice_date, DATE), MUST(facts, invoice_total_cents, LONG)

static const fact OPTION[] = {OPTION_FACTS(dms_okr_option_facts), END};

static const fact CHOICE[] = {
    OPTION_FACTS(dms_okr_choice_facts),
    MAY_BE(dms_okr_choice_facts, chosen, "yes_forward no_apk_reported no_reading_old no_amount_below"), END};

static const fact MUTATION[] = {MUST_BE(dms_okr_mutation_facts, mode, MODES),
                                MUST(dms_okr_mutation_facts, entered_reading_km, WHOLE),
                                MAY(dms_okr_mutation_facts, last_reading_km, WHOLE), END};

static cJSON *choice(int32_t decision, const dms_okr_choice_result *result) {
  cJSON *outcome = cJSON_CreateObject();
  cJSON_AddItemToObject(outcome, "option", said_outcome(decision, result->outcome));
  cJSON_AddItemToObject(outcome, "forward", said_yes_no(result->forward));
  cJSON_AddItemToObject(outcome, "overridden", said_yes_no(result->overridden));
  return outcome;
}

CALL_NAMED(DMS_DECISION_OKR_OPTION, dms_okr_option)
CALL(DMS_DECISION_OKR_CHOICE, dms_okr_choice, choice)
CALL_NAMED(DMS_DECISION_OKR_MUTATION, dms_okr_mutation)

const decision OKR_DECISIONS[] = {DECISION(DMS_DECISION_OKR_OPTION, OPTION, dms_okr_option),
                                  DECISION(DMS_DECISION_OKR_CHOICE, CHOICE, dms_okr_choice),
                                  DECISION(DMS_DECISION_OKR_MUTATION, MUTATION, dms_okr_mutation), NO_DECISION};
