/* Generated from ffi/src by ffi/header: change it there. */

/*
 * The rules that garages must keep, for C and for every language that can call C.
 *
 * A decision is one function, named as the decision is: okr.option is dms_okr_option. It takes the facts, fills
 * in a result and returns a status. dms_evaluate_json serves every decision as JSON text, those too that have no
 * function of their own because their facts are lists or records. dms_explain_json takes the same requests and answers
 * with the table, drawn for a person to read. ffi/install installs the library; link with -ldms_rules.
 *
 * CALLS. Every function returns an int32_t: DMS_STATUS_OK, which is 0, or the status that says why nothing was
 * decided. On any other status than DMS_STATUS_OK all that the function would have filled in is 0, wherever a pointer
 * says where it is, so that the answer to an earlier call is never taken for one to this. A function keeps nothing
 * between two calls, allocates nothing that the caller must free, and may be called from several threads at once.
 *
 * MANY AT ONCE. A function whose name ends with _batch takes count structs of facts, one behind the other, and as
 * many results and statuses. Each row is decided by itself, also after one that is refused: its status is what the
 * function for one would have returned, and the result of a row that is refused is 0. It is one call, not less work for
 * a row. The function returns DMS_STATUS_OK where every row was decided, and otherwise the status of the first row
 * that was not, which the error describes; statuses says which rows those are. All rows are as long as the first says
 * that it is. Where a pointer is NULL, or size in the first row is not known, so that nobody knows where the second
 * begins, nothing is decided and every status says why. With a count of 0 nothing is read or written, and the arrays
 * may be NULL. They must not overlap.
 *
 * ERRORS. The last parameter of every function points to a dms_error, or is NULL. It says which field was
 * refused and what was expected, in English, for the developer; after DMS_STATUS_OK it is empty. dms_status_text
 * has a line for the workshop's staff. No refusal is guessed around: nothing is decided. Where a refusal says more
 * than a dms_error holds, a function beside the decision's tells the rest from the same facts:
 * dms_car_pass_submission_faults, dms_car_pass_lifecycle_advisories. A fault inside the library comes back as
 * DMS_STATUS_PANIC and never unwinds into the caller: nothing was decided, and the library can be used on. Where the
 * system has no memory left, the process ends, as every program in Rust does: a decision by its own function takes none
 * but for some texts it makes, a refusal a few hundred bytes, JSON some times the length of the request.
 *
 * POINTERS. Every other pointer must point to what the function's declaration says; NULL is answered with
 * DMS_STATUS_NULL_POINTER and the name of the parameter or member. Structs need not be aligned.
 *
 * FACTS. A struct of facts begins with size: set it to sizeof the struct. It may grow at its end by facts that may
 * be unknown: a program that was built before passes the shorter struct, and what it does not have is not known. Any
 * other size is answered with DMS_STATUS_STRUCT_SIZE, and nothing behind size is read. A struct of results, or one
 * within another, never changes: what is added comes with a new function.
 *
 * LAYOUT. Structs are laid out as the platform's C compiler lays them out. No byte lies between members without a name:
 * where a number of 64 bits or a pointer would not lie on a multiple of its own length, a member reserved comes
 * before it, and one at the end where the struct would not be a multiple of its longest member. Leave them 0.
 *
 * NUMBERS. What has a name in the rules has a number here: decisions, rows, reasons, advisories, outcomes and the
 * values of enums. Numbers are given once and kept; the number of something that no longer exists is never used again.
 * All enums are int32_t and count from 1, so that a member nobody has set is refused and not taken for the first
 * value. An enum that comes in is checked against the numbers below; any other is answered with
 * DMS_STATUS_UNKNOWN_VALUE.
 *
 * YES AND NO is an int32_t that is 1 or 0. Any other number is answered with DMS_STATUS_UNKNOWN_VALUE.
 *
 * SETS are a uint32_t, one bit for each name. In a set of facts a bit that stands for no name is answered with
 * DMS_STATUS_UNKNOWN_VALUE.
 *
 * WHAT MAY BE UNKNOWN is a value with a flag whose name begins with has_: 1 says that the value is known, 0 that
 * it is not and is not looked at. Members that are not looked at are copied all the same: begin with a struct of zeros,
 * = {0}, so that none is without a value.
 *
 * TEXT IN is UTF-8, a pointer with a length in bytes. It needs no closing NUL, so that the fixed buffers of COBOL and
 * the strings of Pascal are passed as they are, and it is not kept after the call. An empty text is any pointer but
 * NULL, with length 0. Other bytes than UTF-8 are answered with DMS_STATUS_INVALID_UTF8.
 *
 * TEXT OUT is UTF-8 with a closing NUL. Names and texts are static: they are never freed and never change while the
 * library is loaded. A text of
 * the facts that a result repeats, such as the reason why a job is not sent, is no copy: the result has a pointer into
 * the caller's own text and a length, without a closing NUL, good for as long as that text is. It is never freed
 * either.
 *
 * READINGS are whole kilometres, 0 to 9,999,999. MONEY is euro cents including VAT. DATES are the number YYYYMMDD
 * (PIC 9(8) in COBOL): 21 November 2026 is 20261121. TIMES are a dms_time.
 *
 * RESULTS are flat. outcome is what was decided. row is the number of the row that fired, or 0 where a decision
 * reports every reason that holds instead. because and advisories are sets, one bit for each reason or advisory:
 * test them with &. Reasons say why; advisories are what a person should look at and never change the outcome. Ids
 * and texts for all of them, in English, Dutch, French and German, are looked up with the functions below
 * DECISIONS.
 */

#ifndef DMS_RULES_H
#define DMS_RULES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * STATUSES AND ERRORS
 */

/** The decision was made, or the text was found. */
#define DMS_STATUS_OK 0
/** A fact that the decision needs is missing or unknown. */
#define DMS_STATUS_MISSING_FIELD 1
/** A fact that the decision does not know; outside JSON, an attempt or a reason of a Car-Pass state that has none. */
#define DMS_STATUS_UNKNOWN_FIELD 2
/** JSON only: a value of another kind, such as text where a number is due. */
#define DMS_STATUS_WRONG_TYPE 3
/** A number that stands for none of the values of its field; for yes and no, neither 1 nor 0. */
#define DMS_STATUS_UNKNOWN_VALUE 4
/** A number or a result beyond its limits. */
#define DMS_STATUS_OUT_OF_RANGE 5
/** A date or time that does not exist, or is not written as one. */
#define DMS_STATUS_INVALID_DATE 6
/** Two facts that cannot both be true. */
#define DMS_STATUS_CONTRADICTION 7
/** An event that cannot happen in this state. */
#define DMS_STATUS_ILLEGAL_TRANSITION 8
/** A choice was made although the settings lock the choices. */
#define DMS_STATUS_OPTIONS_LOCKED 9
/** No decision has this number or, in JSON, this id. */
#define DMS_STATUS_UNKNOWN_DECISION 10
/** JSON only: text that is not JSON. */
#define DMS_STATUS_MALFORMED_JSON 11
/** A pointer is NULL. */
#define DMS_STATUS_NULL_POINTER 101
/** Text that is not UTF-8. */
#define DMS_STATUS_INVALID_UTF8 102
/** The size of a struct of facts is not the one this library knows. */
#define DMS_STATUS_STRUCT_SIZE 103
/** The caller's buffer does not hold the answer; the length needed is reported. */
#define DMS_STATUS_BUFFER_TOO_SMALL 104
/** A fault inside the library; please report it with the message. */
#define DMS_STATUS_PANIC 105

/** The bytes that the name of a field may take, its closing NUL included. */
#define DMS_ERROR_FIELD_SIZE 64
/** The bytes that a message may take, its closing NUL included. */
#define DMS_ERROR_MESSAGE_SIZE 256

/** Why a call was refused. What would be too long is cut between two characters. */
typedef struct dms_error {
  /** The status that the function returned as well. */
  int32_t status;
  /** The fact, parameter or member that was refused, or empty where none can be named; UTF-8 with a closing NUL. */
  char field[DMS_ERROR_FIELD_SIZE];
  /** What was expected, in English, for the developer; UTF-8 with a closing NUL. */
  char message[DMS_ERROR_MESSAGE_SIZE];
} dms_error;

/** The name of a status, such as missing_field: the code that the other languages know. */
int32_t dms_status_name(int32_t status, const char **name, dms_error *error);

/** What a status says to the workshop's staff, in one line. */
int32_t dms_status_text(int32_t status, int32_t language, const char **text, dms_error *error);

/*
 * TIMES
 */

/**
 * A time: what the clock on the wall shows and, where the zone matters, how far that clock is ahead of UTC. All times
 * of one call carry an offset, or none does; otherwise the first that differs from the first of them is answered with
 * DMS_STATUS_CONTRADICTION. An answer has the form of the question. Only an answer that is the end of a civil day
 * never carries an offset: which one holds on that day, the caller's zone data know.
 */
typedef struct dms_time {
  /** The date, YYYYMMDD. */
  int32_t date;
  /** The time of day, HHMMSS: 10:07:30 is 100730. */
  int32_t time;
  /** Whether there is an offset. */
  int32_t has_offset;
  /** Minutes ahead of UTC, at most 18 hours either way: 60 for Vienna in winter, 120 in summer. */
  int32_t offset_minutes;
} dms_time;

/*
 * VIN.CHECK: is this a vehicle identification number?
 *
 * Blanks and dashes are dropped and letters put in upper case first. The check digit in position 9 is a North American
 * rule: a wrong one is the advisory check_digit_mismatch, and only where the number starts with 1 to 5.
 */

/** Nothing was entered. */
#define DMS_VIN_CHECK_OUTCOME_MISSING 1
/** Too long, or with a character that cannot stand in a VIN. */
#define DMS_VIN_CHECK_OUTCOME_INVALID 2
/** Fewer than 17 characters: a vehicle from before the standard. */
#define DMS_VIN_CHECK_OUTCOME_SHORT 3
/** Seventeen legal characters. */
#define DMS_VIN_CHECK_OUTCOME_VALID 4

/** Row missing. */
#define DMS_VIN_CHECK_ROW_MISSING 1
/** Row too_long. */
#define DMS_VIN_CHECK_ROW_TOO_LONG 2
/** Row illegal_character. */
#define DMS_VIN_CHECK_ROW_ILLEGAL_CHARACTER 3
/** Row short. */
#define DMS_VIN_CHECK_ROW_SHORT 4
/** Row valid. */
#define DMS_VIN_CHECK_ROW_VALID 5

/** The chassis number is missing. */
#define DMS_VIN_CHECK_BECAUSE_MISSING 1
/** The chassis number has more than 17 characters. */
#define DMS_VIN_CHECK_BECAUSE_TOO_LONG 2
/** The chassis number has a character that cannot stand in one. */
#define DMS_VIN_CHECK_BECAUSE_ILLEGAL_CHARACTER 4
/** The chassis number has fewer than 17 characters; that is right only for a vehicle older than the standard. */
#define DMS_VIN_CHECK_BECAUSE_SHORT 8

/** The check digit in position 9 does not match: look for a typing error. */
#define DMS_VIN_CHECK_ADVISORY_CHECK_DIGIT_MISMATCH 1

/** The facts of vin.check. */
typedef struct dms_vin_check_facts {
  /** The size of this struct. */
  uint32_t size;
  /** Nothing yet: 0. */
  uint32_t reserved;
  /** The number as entered; blanks, dashes and lower case are normalised. */
  const char *vin;
  /** Its length in bytes. */
  size_t vin_length;
} dms_vin_check_facts;

/** What vin.check answers. */
typedef struct dms_vin_check_result {
  /** DMS_VIN_CHECK_OUTCOME_*. */
  int32_t outcome;
  /** DMS_VIN_CHECK_ROW_*. */
  int32_t row;
  /** Bits DMS_VIN_CHECK_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_VIN_CHECK_ADVISORY_*. */
  uint32_t advisories;
} dms_vin_check_result;

/** Decides vin.check. */
int32_t dms_vin_check(const dms_vin_check_facts *facts, dms_vin_check_result *result, dms_error *error);

/*
 * CAR_PASS (Belgium): Car-Pass, the Belgian odometer register.
 *
 * What several decisions share.
 */

/** "Werkfiche": a work order. */
#define DMS_CAR_PASS_DOCUMENT_WORK_ORDER 1
/** "Schadedossier": a claim file. */
#define DMS_CAR_PASS_DOCUMENT_CLAIM_FILE 2
/** "Factuur": an invoice that stands alone. */
#define DMS_CAR_PASS_DOCUMENT_INVOICE 3

/** Nothing has been sent, or nothing answered yet. */
#define DMS_CAR_PASS_STATE_KIND_OPEN 1
/** Car-Pass has answered with an error. */
#define DMS_CAR_PASS_STATE_KIND_QUESTIONED 2
/** Car-Pass has accepted the reading. */
#define DMS_CAR_PASS_STATE_KIND_ACCEPTED 3
/** "Afsluiten zonder aanpassing": the user has stated that the data are right. */
#define DMS_CAR_PASS_STATE_KIND_CONFIRMED 4
/** The correction document has been made. */
#define DMS_CAR_PASS_STATE_KIND_DOCUMENTED 5
/** The job is marked as not to be sent. */
#define DMS_CAR_PASS_STATE_KIND_EXEMPT 6

/** How far a job's reading has come on its way to the register. */
typedef struct dms_car_pass_state {
  /** DMS_CAR_PASS_STATE_KIND_*. */
  int32_t kind;
  /** questioned: how often Car-Pass has answered with an error, the first time being 1. 1 to 4,294,967,295. */
  uint32_t attempt;
  /** Whether there is one: under questioned alone. */
  int32_t has_attempt;
  /** Whether there is one: under exempt alone. */
  int32_t has_reason;
  /** exempt: why nothing is sent; never blank. */
  const char *reason;
  /** Its length in bytes. */
  size_t reason_length;
} dms_car_pass_state;

/*
 * CAR_PASS.ENROLMENT (Belgium): does a dossier enter the Car-Pass list?
 *
 * Saving a dossier enrols it when no reason stands against it. The Car-Pass button always enrols; what would have
 * blocked comes back as advisories. The duty knows no exemption for internal work: the advisory
 * internal_work_reportable says so.
 */

/** Saving the dossier. */
#define DMS_CAR_PASS_ENROLMENT_TRIGGER_AUTOMATIC 1
/** The Car-Pass button in the vehicle's details. */
#define DMS_CAR_PASS_ENROLMENT_TRIGGER_MANUAL 2

/** It enters the list. */
#define DMS_CAR_PASS_ENROLMENT_OUTCOME_ENROLLED 1
/** It does not. */
#define DMS_CAR_PASS_ENROLMENT_OUTCOME_NOT_ENROLLED 2

/** The work has not begun. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_WORK_NOT_STARTED 1
/** The chassis number has more than 17 characters. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_VIN_TOO_LONG 2
/** The dossier has already been sent to Car-Pass. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_ALREADY_TRANSMITTED 4
/** The dossier is part of a merger: the merged dossier is the one to send. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_MERGED 8
/** It is an internal dossier: its number is not positive. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_INTERNAL_DOSSIER 16
/** The VAT register is used, but the box for creating a VAT number is not ticked. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_VAT_NUMBER_NOT_TICKED 32
/** The dossier has no owner. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_NO_OWNER 64

/** The work has not begun. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_WORK_NOT_STARTED 1
/** The chassis number has more than 17 characters. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_VIN_TOO_LONG 2
/** The dossier has already been sent to Car-Pass. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_ALREADY_TRANSMITTED 4
/** The dossier is part of a merger: the merged dossier is the one to send. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_MERGED 8
/** It is an internal dossier: its number is not positive. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_DOSSIER 16
/** The VAT register is used, but the box for creating a VAT number is not ticked. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_VAT_NUMBER_NOT_TICKED 32
/** The dossier has no owner. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_NO_OWNER 64
/** Internal work must be reported too: the duty knows no exemption for it. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_WORK_REPORTABLE 128

/** The facts of car_pass.enrolment. */
typedef struct dms_car_pass_enrolment_facts {
  /** The size of this struct. */
  uint32_t size;
  /** What set the enrolment off: DMS_CAR_PASS_ENROLMENT_TRIGGER_*. */
  int32_t trigger;
  /** The work of the dossier has begun. Yes or no. */
  int32_t work_started;
  /** Nothing yet: 0. */
  uint32_t reserved;
  /** The VIN as entered; may be empty. */
  const char *vin;
  /** Its length in bytes. */
  size_t vin_length;
  /** The dossier was transmitted to Car-Pass before. Yes or no. */
  int32_t already_transmitted;
  /** The dossier is part of a merger of dossiers ("fusion"). Yes or no. */
  int32_t merged;
  /** The dossier number; internal dossiers have none above 0. */
  int64_t dossier_number;
  /** The firm uses the VAT register. Yes or no. */
  int32_t vat_register_used;
  /** The box "Créer N° TVA" is ticked; matters only where the VAT register is used. Yes or no. */
  int32_t vat_number_ticked;
  /** The dossier has an owner. Yes or no. */
  int32_t has_owner;
  /** Nothing yet: 0. */
  uint32_t reserved_2;
} dms_car_pass_enrolment_facts;

/** What car_pass.enrolment answers. */
typedef struct dms_car_pass_enrolment_result {
  /** DMS_CAR_PASS_ENROLMENT_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_CAR_PASS_ENROLMENT_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_CAR_PASS_ENROLMENT_ADVISORY_*. */
  uint32_t advisories;
} dms_car_pass_enrolment_result;

/** Decides car_pass.enrolment. */
int32_t dms_car_pass_enrolment(const dms_car_pass_enrolment_facts *facts,
                               dms_car_pass_enrolment_result *result,
                               dms_error *error);

/** Decides car_pass.enrolment for each of count rows. */
int32_t dms_car_pass_enrolment_batch(const dms_car_pass_enrolment_facts *facts,
                                     size_t count,
                                     dms_car_pass_enrolment_result *results,
                                     int32_t *statuses,
                                     dms_error *error);

/*
 * CAR_PASS.VISIBLE (Belgium): whose list shows a dossier?
 *
 * A user sees the list of the own site only. Names of sites are compared character by character.
 */

/** The user's list shows it. */
#define DMS_CAR_PASS_VISIBLE_OUTCOME_VISIBLE 1
/** It stands in the list of another site. */
#define DMS_CAR_PASS_VISIBLE_OUTCOME_HIDDEN 2

/** Row other_site. */
#define DMS_CAR_PASS_VISIBLE_ROW_OTHER_SITE 1
/** Row same_site. */
#define DMS_CAR_PASS_VISIBLE_ROW_SAME_SITE 2

/** The dossier belongs to another site. */
#define DMS_CAR_PASS_VISIBLE_BECAUSE_OTHER_SITE 1

/** The facts of car_pass.visible. */
typedef struct dms_car_pass_visible_facts {
  /** The size of this struct. */
  uint32_t size;
  /** Nothing yet: 0. */
  uint32_t reserved;
  /** The site of the user who looks. */
  const char *user_site;
  /** Its length in bytes. */
  size_t user_site_length;
  /** The site of the dossier; compared character by character. */
  const char *dossier_site;
  /** Its length in bytes. */
  size_t dossier_site_length;
} dms_car_pass_visible_facts;

/** What car_pass.visible answers. */
typedef struct dms_car_pass_visible_result {
  /** DMS_CAR_PASS_VISIBLE_OUTCOME_*. */
  int32_t outcome;
  /** DMS_CAR_PASS_VISIBLE_ROW_*. */
  int32_t row;
  /** Bits DMS_CAR_PASS_VISIBLE_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
} dms_car_pass_visible_result;

/** Decides car_pass.visible. */
int32_t dms_car_pass_visible(const dms_car_pass_visible_facts *facts,
                             dms_car_pass_visible_result *result,
                             dms_error *error);

/*
 * CAR_PASS.READINESS (Belgium): may the reading be sent, or is its row red?
 *
 * Each policy looks at its own facts: the reading and the start of work of a work order, the two readings of a claim
 * file. A start of work after today is red. Advisories: short_vin, and for a work order late_report where work
 * began more than 5 days before today.
 */

/** A work order, by the rule of CPS. */
#define DMS_CAR_PASS_READINESS_POLICY_WORK_ORDER 1
/** A body shop's claim file, by the rule of PM. */
#define DMS_CAR_PASS_READINESS_POLICY_CLAIM_FILE 2

/** It may be sent. */
#define DMS_CAR_PASS_READINESS_OUTCOME_READY 1
/** Its row is red. */
#define DMS_CAR_PASS_READINESS_OUTCOME_BLOCKED 2

/** The chassis number is missing. */
#define DMS_CAR_PASS_READINESS_BECAUSE_VIN_MISSING 1
/** The chassis number is invalid: too long, or with a character that cannot stand in one. */
#define DMS_CAR_PASS_READINESS_BECAUSE_VIN_INVALID 2
/** The odometer reading is missing. */
#define DMS_CAR_PASS_READINESS_BECAUSE_READING_MISSING 4
/** The start of work is missing. */
#define DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_MISSING 8
/** The start of work lies in the future. */
#define DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_IN_FUTURE 16
/** The reading at the time of the damage is missing. */
#define DMS_CAR_PASS_READINESS_BECAUSE_DAMAGE_READING_MISSING 32
/** The reading at the time of the repair is missing. */
#define DMS_CAR_PASS_READINESS_BECAUSE_REPAIR_READING_MISSING 64

/** The chassis number has fewer than 17 characters; that is right only for a vehicle older than the standard. */
#define DMS_CAR_PASS_READINESS_ADVISORY_SHORT_VIN 1
/** Work began more than five days ago: the reading must be reported at once. */
#define DMS_CAR_PASS_READINESS_ADVISORY_LATE_REPORT 2

/** The facts of car_pass.readiness. */
typedef struct dms_car_pass_readiness_facts {
  /** The size of this struct. */
  uint32_t size;
  /** Which manual's rule applies: DMS_CAR_PASS_READINESS_POLICY_*. */
  int32_t policy;
  /** The VIN as entered; may be empty. */
  const char *vin;
  /** Its length in bytes. */
  size_t vin_length;
  /** Today, as the host's calendar has it. */
  int32_t today;
  /** work_order: the reading of the work order, in km. */
  int32_t reading_km;
  /** Whether it is known. */
  int32_t has_reading_km;
  /** work_order: the day on which work began. */
  int32_t start_of_work;
  /** Whether it is known. */
  int32_t has_start_of_work;
  /** claim_file: the reading when the damage was done, in km. */
  int32_t damage_reading_km;
  /** Whether it is known. */
  int32_t has_damage_reading_km;
  /** claim_file: the reading when it was repaired, in km. */
  int32_t repair_reading_km;
  /** Whether it is known. */
  int32_t has_repair_reading_km;
  /** Nothing yet: 0. */
  uint32_t reserved;
} dms_car_pass_readiness_facts;

/** What car_pass.readiness answers. */
typedef struct dms_car_pass_readiness_result {
  /** DMS_CAR_PASS_READINESS_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_CAR_PASS_READINESS_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_CAR_PASS_READINESS_ADVISORY_*. */
  uint32_t advisories;
} dms_car_pass_readiness_result;

/** Decides car_pass.readiness. */
int32_t dms_car_pass_readiness(const dms_car_pass_readiness_facts *facts,
                               dms_car_pass_readiness_result *result,
                               dms_error *error);

/** Decides car_pass.readiness for each of count rows. */
int32_t dms_car_pass_readiness_batch(const dms_car_pass_readiness_facts *facts,
                                     size_t count,
                                     dms_car_pass_readiness_result *results,
                                     int32_t *statuses,
                                     dms_error *error);

/*
 * CAR_PASS.PROMPT (Belgium): on saving, does the program offer to send?
 *
 * Whether the data are complete is what car_pass.readiness says of a work order, whatever the document. A firm that
 * works with work orders or claim files sends from them, not from its invoices. A job whose Car-Pass is in order is
 * not offered again.
 */

/** Nothing: the Car-Pass is in order. */
#define DMS_CAR_PASS_PROMPT_OUTCOME_NOTHING_TO_DO 1
/** Nothing: the reading is sent from the work order or the claim file. */
#define DMS_CAR_PASS_PROMPT_OUTCOME_SEND_FROM_JOB_DOCUMENT 2
/** Nothing yet: something is missing or wrong. */
#define DMS_CAR_PASS_PROMPT_OUTCOME_NOT_YET 3
/** It offers to send the reading. */
#define DMS_CAR_PASS_PROMPT_OUTCOME_OFFER_TO_SEND 4

/** Row settled. */
#define DMS_CAR_PASS_PROMPT_ROW_SETTLED 1
/** Row wrong_document. */
#define DMS_CAR_PASS_PROMPT_ROW_WRONG_DOCUMENT 2
/** Row not_ready. */
#define DMS_CAR_PASS_PROMPT_ROW_NOT_READY 3
/** Row offer. */
#define DMS_CAR_PASS_PROMPT_ROW_OFFER 4

/** The Car-Pass is in order: accepted, confirmed, documented, or not to be sent. */
#define DMS_CAR_PASS_PROMPT_BECAUSE_SETTLED 1
/** The firm works with work orders or claim files: send the reading from there, not from the invoice. */
#define DMS_CAR_PASS_PROMPT_BECAUSE_WRONG_DOCUMENT 2
/** The chassis number is missing. */
#define DMS_CAR_PASS_PROMPT_BECAUSE_VIN_MISSING 4
/** The chassis number is invalid: too long, or with a character that cannot stand in one. */
#define DMS_CAR_PASS_PROMPT_BECAUSE_VIN_INVALID 8
/** The odometer reading is missing. */
#define DMS_CAR_PASS_PROMPT_BECAUSE_READING_MISSING 16
/** The start of work is missing. */
#define DMS_CAR_PASS_PROMPT_BECAUSE_START_OF_WORK_MISSING 32
/** The start of work lies in the future. */
#define DMS_CAR_PASS_PROMPT_BECAUSE_START_OF_WORK_IN_FUTURE 64

/** The facts of car_pass.prompt. */
typedef struct dms_car_pass_prompt_facts {
  /** The size of this struct. */
  uint32_t size;
  /** Today, as the host's calendar has it. */
  int32_t today;
  /** The VIN as entered; may be empty. */
  const char *vin;
  /** Its length in bytes. */
  size_t vin_length;
  /** The reading of the job, in km. */
  int32_t reading_km;
  /** Whether it is known. */
  int32_t has_reading_km;
  /** The day on which work began. */
  int32_t start_of_work;
  /** Whether it is known. */
  int32_t has_start_of_work;
  /** The document that is saved: DMS_CAR_PASS_DOCUMENT_*. */
  int32_t document;
  /** The firm works with work orders or claim files. Yes or no. */
  int32_t uses_job_documents;
  /** How far the job's Car-Pass has come. */
  dms_car_pass_state state;
} dms_car_pass_prompt_facts;

/** What car_pass.prompt answers. */
typedef struct dms_car_pass_prompt_result {
  /** DMS_CAR_PASS_PROMPT_OUTCOME_*. */
  int32_t outcome;
  /** DMS_CAR_PASS_PROMPT_ROW_*. */
  int32_t row;
  /** Bits DMS_CAR_PASS_PROMPT_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
} dms_car_pass_prompt_result;

/**
 * Decides car_pass.prompt.
 *
 * DMS_STATUS_MISSING_FIELD: state.reason of an exempt state, where it is blank.
 */
int32_t dms_car_pass_prompt(const dms_car_pass_prompt_facts *facts,
                            dms_car_pass_prompt_result *result,
                            dms_error *error);

/*
 * CAR_PASS.BADGE (Belgium): on clocking on to a job, does the program ask for the reading and send it?
 *
 * A reading is known when one was entered for this job. What was not asked for at the badge is not sent from it.
 */

/** Row already_known. */
#define DMS_CAR_PASS_BADGE_ROW_ALREADY_KNOWN 1
/** Row prompt_disabled. */
#define DMS_CAR_PASS_BADGE_ROW_PROMPT_DISABLED 2
/** Row ask_and_submit. */
#define DMS_CAR_PASS_BADGE_ROW_ASK_AND_SUBMIT 3
/** Row ask_only. */
#define DMS_CAR_PASS_BADGE_ROW_ASK_ONLY 4

/** The odometer reading of this job is already known. */
#define DMS_CAR_PASS_BADGE_BECAUSE_ALREADY_KNOWN 1
/** The settings do not ask for the reading at the badge. */
#define DMS_CAR_PASS_BADGE_BECAUSE_PROMPT_DISABLED 2
/** Ask for the reading at the badge and send it to Car-Pass at once. */
#define DMS_CAR_PASS_BADGE_BECAUSE_ASK_AND_SUBMIT 4

/** The facts of car_pass.badge. */
typedef struct dms_car_pass_badge_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The setting "Km stand opvragen bij de badge". Yes or no. */
  int32_t ask_reading_at_badge;
  /** The setting "Carpass doorsturen bij de badge". Yes or no. */
  int32_t submit_at_badge;
  /** A reading was entered for this job. Yes or no. */
  int32_t reading_known;
} dms_car_pass_badge_facts;

/** What car_pass.badge answers. */
typedef struct dms_car_pass_badge_result {
  /** DMS_CAR_PASS_BADGE_ROW_*. */
  int32_t row;
  /** Bits DMS_CAR_PASS_BADGE_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** It asks for the odometer reading. Yes or no. */
  int32_t ask_reading;
  /** It sends the reading as soon as it is entered. Yes or no. */
  int32_t submit_after_entry;
} dms_car_pass_badge_result;

/** Decides car_pass.badge. */
int32_t dms_car_pass_badge(const dms_car_pass_badge_facts *facts, dms_car_pass_badge_result *result, dms_error *error);

/*
 * CAR_PASS.START_OF_WORK (Belgium): which date goes into the file as the start of work?
 *
 * A date that already stands in the file is kept; then come the first clocking, with its time, and by the setting the
 * arrival. Only for a claim file today stands in for what is not known, with the advisory date_assumed.
 */

/** It stood in the file. */
#define DMS_CAR_PASS_START_OF_WORK_ORIGIN_ENTERED 1
/** The first clocking. */
#define DMS_CAR_PASS_START_OF_WORK_ORIGIN_FIRST_CLOCKING 2
/** The day of "wagen is binnen". */
#define DMS_CAR_PASS_START_OF_WORK_ORIGIN_ARRIVAL 3
/** Today, for want of anything better. */
#define DMS_CAR_PASS_START_OF_WORK_ORIGIN_TODAY 4
/** It is not known. */
#define DMS_CAR_PASS_START_OF_WORK_ORIGIN_UNKNOWN 5

/** Row entered. */
#define DMS_CAR_PASS_START_OF_WORK_ROW_ENTERED 1
/** Row first_clocking. */
#define DMS_CAR_PASS_START_OF_WORK_ROW_FIRST_CLOCKING 2
/** Row arrival. */
#define DMS_CAR_PASS_START_OF_WORK_ROW_ARRIVAL 3
/** Row today. */
#define DMS_CAR_PASS_START_OF_WORK_ROW_TODAY 4
/** Row unknown. */
#define DMS_CAR_PASS_START_OF_WORK_ROW_UNKNOWN 5

/** The start of work stands in the file. */
#define DMS_CAR_PASS_START_OF_WORK_BECAUSE_ENTERED 1
/** Work began with the first clocking on to the job. */
#define DMS_CAR_PASS_START_OF_WORK_BECAUSE_FIRST_CLOCKING 2
/** By the settings work began when the vehicle was entered as being in the house. */
#define DMS_CAR_PASS_START_OF_WORK_BECAUSE_ARRIVAL 4
/** For a claim file, today stands in for a start of work that is not known. */
#define DMS_CAR_PASS_START_OF_WORK_BECAUSE_TODAY 8

/** Today's date was assumed: check when work really began. */
#define DMS_CAR_PASS_START_OF_WORK_ADVISORY_DATE_ASSUMED 1

/** The facts of car_pass.start_of_work. */
typedef struct dms_car_pass_start_of_work_facts {
  /** The size of this struct. */
  uint32_t size;
  /** Which manual's rule applies: DMS_CAR_PASS_READINESS_POLICY_*. */
  int32_t policy;
  /** The date that already stands in the file. */
  int32_t entered;
  /** Whether it is known. */
  int32_t has_entered;
  /** When somebody first clocked on to the job, on the clock on the wall. */
  dms_time first_clocking;
  /** Whether it is known. */
  int32_t has_first_clocking;
  /** The day of "wagen is binnen": the vehicle was entered in the garage register. */
  int32_t arrived;
  /** Whether it is known. */
  int32_t has_arrived;
  /** The setting "Aanvangsdatum bij register". Yes or no. */
  int32_t start_date_at_register;
  /** Today, as the host's calendar has it. */
  int32_t today;
} dms_car_pass_start_of_work_facts;

/** The start of work, as far as it is known. */
typedef struct dms_car_pass_start {
  /** The day on which work began. */
  int32_t date;
  /** Whether it is known. */
  int32_t has_date;
  /** The time of the first clocking, to the second. */
  int32_t time;
  /** Whether it is known. */
  int32_t has_time;
  /** Where the date comes from: DMS_CAR_PASS_START_OF_WORK_ORIGIN_*. */
  int32_t origin;
} dms_car_pass_start;

/** What car_pass.start_of_work answers. */
typedef struct dms_car_pass_start_of_work_result {
  /** Where the date comes from: DMS_CAR_PASS_START_OF_WORK_ORIGIN_*. */
  int32_t outcome;
  /** DMS_CAR_PASS_START_OF_WORK_ROW_*. */
  int32_t row;
  /** Bits DMS_CAR_PASS_START_OF_WORK_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_CAR_PASS_START_OF_WORK_ADVISORY_*. */
  uint32_t advisories;
  /** The start of work, as far as it is known. */
  dms_car_pass_start start;
} dms_car_pass_start_of_work_result;

/** Decides car_pass.start_of_work. */
int32_t dms_car_pass_start_of_work(const dms_car_pass_start_of_work_facts *facts,
                                   dms_car_pass_start_of_work_result *result,
                                   dms_error *error);

/*
 * CAR_PASS.ACCOUNT (Belgium): are the Car-Pass settings complete?
 *
 * What is filled in is asked, never what it is.
 */

/** They are. */
#define DMS_CAR_PASS_ACCOUNT_OUTCOME_COMPLETE 1
/** Something is missing. */
#define DMS_CAR_PASS_ACCOUNT_OUTCOME_INCOMPLETE 2

/** The Car-Pass user code is not set. */
#define DMS_CAR_PASS_ACCOUNT_BECAUSE_USER_CODE_MISSING 1
/** The Car-Pass password is not set. */
#define DMS_CAR_PASS_ACCOUNT_BECAUSE_PASSWORD_MISSING 2
/** The e-mail address for Car-Pass is not set. */
#define DMS_CAR_PASS_ACCOUNT_BECAUSE_EMAIL_MISSING 4

/** The facts of car_pass.account: what is filled in, never what it is. */
typedef struct dms_car_pass_account_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The user code is filled in. Yes or no. */
  int32_t user_code_set;
  /** The password is filled in. Yes or no. */
  int32_t password_set;
  /** The e-mail address is filled in. Yes or no. */
  int32_t email_set;
} dms_car_pass_account_facts;

/** What car_pass.account answers. */
typedef struct dms_car_pass_account_result {
  /** DMS_CAR_PASS_ACCOUNT_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_CAR_PASS_ACCOUNT_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
} dms_car_pass_account_result;

/** The facts of car_pass.account: what is filled in, never what it is. */
typedef struct dms_car_pass_account_settings {
  /** The user code is filled in. Yes or no. */
  int32_t user_code_set;
  /** The password is filled in. Yes or no. */
  int32_t password_set;
  /** The e-mail address is filled in. Yes or no. */
  int32_t email_set;
} dms_car_pass_account_settings;

/** Decides car_pass.account. */
int32_t dms_car_pass_account(const dms_car_pass_account_facts *facts,
                             dms_car_pass_account_result *result,
                             dms_error *error);

/*
 * CAR_PASS.SUBMISSION (Belgium): what is sent to Car-Pass?
 *
 * Of a work order its reading is sent, of a claim file the reading of the damage, else that of the repair; the setting
 * turns this round. The account is checked for completeness alone: no password is ever asked for. The advisory
 * work_description_missing says that the description is compulsory since 2024-01-01.
 *
 * A refusal lists everything that is missing or invalid, in the order of the facts; the first gives code and field.
 */

/** The reading of the damage. */
#define DMS_CAR_PASS_SUBMISSION_SOURCE_DAMAGE_FIRST 1
/** The reading of the repair. */
#define DMS_CAR_PASS_SUBMISSION_SOURCE_REPAIR_FIRST 2

/** That of the work order. */
#define DMS_CAR_PASS_SUBMISSION_ORIGIN_WORK_ORDER 1
/** That of the damage. */
#define DMS_CAR_PASS_SUBMISSION_ORIGIN_DAMAGE 2
/** That of the repair. */
#define DMS_CAR_PASS_SUBMISSION_ORIGIN_REPAIR 3

/** The description of the work is missing; it has been compulsory since 1 January 2024. */
#define DMS_CAR_PASS_SUBMISSION_ADVISORY_WORK_DESCRIPTION_MISSING 1

/** The bytes that a VIN may take, its closing NUL included. */
#define DMS_CAR_PASS_SUBMISSION_VIN_SIZE 18
/** The bytes that an enterprise number takes, its closing NUL included. */
#define DMS_CAR_PASS_SUBMISSION_ENTERPRISE_NUMBER_SIZE 11

/** The facts of car_pass.submission. */
typedef struct dms_car_pass_submission_facts {
  /** The size of this struct. */
  uint32_t size;
  /** Which manual's rule applies: DMS_CAR_PASS_READINESS_POLICY_*. */
  int32_t policy;
  /** The VIN as entered; may be empty. */
  const char *vin;
  /** Its length in bytes. */
  size_t vin_length;
  /** The start of work, as car_pass.start_of_work answers. */
  dms_car_pass_start start;
  /** work_order: the reading of the work order, in km. */
  int32_t reading_km;
  /** Whether it is known. */
  int32_t has_reading_km;
  /** claim_file: the reading when the damage was done, in km. */
  int32_t damage_reading_km;
  /** Whether it is known. */
  int32_t has_damage_reading_km;
  /** claim_file: the reading when it was repaired, in km. */
  int32_t repair_reading_km;
  /** Whether it is known. */
  int32_t has_repair_reading_km;
  /** claim_file: which of its two readings is preferred. One of DMS_CAR_PASS_SUBMISSION_SOURCE_*. */
  int32_t reading_source;
  /** Whether it is set; DMS_CAR_PASS_SUBMISSION_SOURCE_DAMAGE_FIRST unless it is. */
  int32_t has_reading_source;
  /** The day of the vehicle's first registration. */
  int32_t first_registration;
  /** Whether it is known. */
  int32_t has_first_registration;
  /** The odometer was replaced during this job. Yes or no. */
  int32_t odometer_replaced;
  /** The firm's Belgian enterprise number as entered; blanks, dots and a leading "BE" do not matter. */
  const char *enterprise_number;
  /** Its length in bytes. */
  size_t enterprise_number_length;
  /** What was done to the vehicle. */
  const char *work_description;
  /** Its length in bytes. */
  size_t work_description_length;
  /** Whether it is known. */
  int32_t has_work_description;
  /** Which of the settings of the account are filled in. */
  dms_car_pass_account_settings account;
} dms_car_pass_submission_facts;

/** What car_pass.submission answers. */
typedef struct dms_car_pass_submission_result {
  /** None: 0. */
  int32_t row;
  /** None: 0. */
  uint32_t because;
  /** Bits DMS_CAR_PASS_SUBMISSION_ADVISORY_*. */
  uint32_t advisories;
  /** The odometer reading, in km. */
  int32_t reading_km;
  /** Which reading that is: DMS_CAR_PASS_SUBMISSION_ORIGIN_*. */
  int32_t reading_origin;
  /** The day. */
  int32_t start_of_work;
  /** The time of day, to the second. */
  int32_t start_of_work_time;
  /** Whether it is known. */
  int32_t has_start_of_work_time;
  /** The day of the vehicle's first registration. */
  int32_t first_registration;
  /** Whether there is one. */
  int32_t has_first_registration;
  /** The odometer was replaced during this job. Yes or no. */
  int32_t odometer_replaced;
  /** Whether there is one. */
  int32_t has_work_description;
  /** What was done to the vehicle. */
  const char *work_description;
  /** Its length in bytes. */
  size_t work_description_length;
  /** The VIN, normalised. */
  char vin[DMS_CAR_PASS_SUBMISSION_VIN_SIZE];
  /** The firm's enterprise number: ten digits. */
  char enterprise_number[DMS_CAR_PASS_SUBMISSION_ENTERPRISE_NUMBER_SIZE];
  /** Nothing yet: 0. */
  uint8_t reserved[3];
} dms_car_pass_submission_result;

/**
 * Decides car_pass.submission.
 *
 * DMS_STATUS_MISSING_FIELD: vin, start.date and enterprise_number.
 *
 * DMS_STATUS_MISSING_FIELD: the reading to send: reading_km of a work order, of a claim file the preferred one of
 * damage_reading_km and repair_reading_km.
 *
 * DMS_STATUS_MISSING_FIELD: account.user_code_set, account.password_set and account.email_set, where they are
 * not filled in.
 *
 * DMS_STATUS_UNKNOWN_VALUE: vin and enterprise_number that cannot be one.
 */
int32_t dms_car_pass_submission(const dms_car_pass_submission_facts *facts,
                                dms_car_pass_submission_result *result,
                                dms_error *error);

/*
 * FAULTS of car_pass.submission (Belgium)
 *
 * Everything that is missing or invalid is refused at once. The status and error name the first fault;
 * dms_car_pass_submission_faults tells all of them, so that a person mends them in one go.
 */

/** No VIN was entered. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_VIN_MISSING 1
/** The VIN is too long or has a character that cannot stand in one. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_VIN_INVALID 2
/** The day on which work began is not known. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_START_DATE_MISSING 4
/** Work order: the reading is not known. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_READING_MISSING 8
/** Claim file, the damage first: neither reading is known. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_DAMAGE_READING_MISSING 16
/** Claim file, the repair first: neither reading is known. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_REPAIR_READING_MISSING 32
/** No enterprise number was entered. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_MISSING 64
/** It is no Belgian enterprise number. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_ENTERPRISE_NUMBER_INVALID 128
/** The user code is not filled in. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_USER_CODE_MISSING 256
/** The password is not filled in. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_PASSWORD_MISSING 512
/** The e-mail address is not filled in. */
#define DMS_CAR_PASS_SUBMISSION_FAULT_EMAIL_MISSING 1024

/**
 * Tells everything for which car_pass.submission refuses these facts: bits DMS_CAR_PASS_SUBMISSION_FAULT_*, 0 where
 * it does not. Facts that cannot be read, such as a day that does not exist, are refused here too.
 */
int32_t dms_car_pass_submission_faults(const dms_car_pass_submission_facts *facts, uint32_t *faults, dms_error *error);

/**
 * What one fault of a submission says, by its one bit: the status, whose line for the staff dms_status_text has, and
 * the fact.
 */
int32_t dms_car_pass_submission_fault(uint32_t fault, int32_t *status, const char **field, dms_error *error);

/*
 * CAR_PASS.LIFECYCLE (Belgium): what becomes of a job's Car-Pass, from not sent to in order?
 *
 * The outcome is the new state. Correcting the data and flagging a replaced odometer change no state: what they change
 * is sent next. The correction document may be made from the second error on.
 */

/** The reading was sent and Car-Pass accepted it. */
#define DMS_CAR_PASS_LIFECYCLE_EVENT_ANSWERED_OK 1
/** The reading was sent and Car-Pass answered with an error. */
#define DMS_CAR_PASS_LIFECYCLE_EVENT_ANSWERED_ERROR 2
/** "Afsluiten zonder aanpassing": the user states that the data are right. */
#define DMS_CAR_PASS_LIFECYCLE_EVENT_CLOSE_WITHOUT_CHANGE 3
/** The user corrects the data; they are sent next. */
#define DMS_CAR_PASS_LIFECYCLE_EVENT_CORRECT_DATA 4
/** The user has the correction document made. */
#define DMS_CAR_PASS_LIFECYCLE_EVENT_GENERATE_DOCUMENT 5
/** The user marks the job as not to be sent. */
#define DMS_CAR_PASS_LIFECYCLE_EVENT_MARK_EXEMPT 6
/** The user takes that mark back. */
#define DMS_CAR_PASS_LIFECYCLE_EVENT_REOPEN 7
/** The user flags on the job that the odometer was replaced. */
#define DMS_CAR_PASS_LIFECYCLE_EVENT_FLAG_ODOMETER_REPLACED 8

/** Row answered_ok. */
#define DMS_CAR_PASS_LIFECYCLE_ROW_ANSWERED_OK 1
/** Row answered_error. */
#define DMS_CAR_PASS_LIFECYCLE_ROW_ANSWERED_ERROR 2
/** Row close_without_change. */
#define DMS_CAR_PASS_LIFECYCLE_ROW_CLOSE_WITHOUT_CHANGE 3
/** Row correct_data. */
#define DMS_CAR_PASS_LIFECYCLE_ROW_CORRECT_DATA 4
/** Row generate_document. */
#define DMS_CAR_PASS_LIFECYCLE_ROW_GENERATE_DOCUMENT 5
/** Row mark_exempt. */
#define DMS_CAR_PASS_LIFECYCLE_ROW_MARK_EXEMPT 6
/** Row reopen. */
#define DMS_CAR_PASS_LIFECYCLE_ROW_REOPEN 7
/** Row flag_odometer_replaced. */
#define DMS_CAR_PASS_LIFECYCLE_ROW_FLAG_ODOMETER_REPLACED 8

/** Car-Pass has accepted the odometer reading. */
#define DMS_CAR_PASS_LIFECYCLE_BECAUSE_ANSWERED_OK 1
/** Car-Pass answers with an error: correct the data, or state that they are right. */
#define DMS_CAR_PASS_LIFECYCLE_BECAUSE_ANSWERED_ERROR 2
/** Closed without change: the user states that the data are right. */
#define DMS_CAR_PASS_LIFECYCLE_BECAUSE_CLOSE_WITHOUT_CHANGE 4
/** The data have been corrected: they must be sent again. */
#define DMS_CAR_PASS_LIFECYCLE_BECAUSE_CORRECT_DATA 8
/** The correction document has been made. */
#define DMS_CAR_PASS_LIFECYCLE_BECAUSE_GENERATE_DOCUMENT 16
/** The job is marked: its Car-Pass does not have to be sent. */
#define DMS_CAR_PASS_LIFECYCLE_BECAUSE_MARK_EXEMPT 32
/** The mark is taken back: the Car-Pass has to be sent after all. */
#define DMS_CAR_PASS_LIFECYCLE_BECAUSE_REOPEN 64
/** The job says that the odometer was replaced; Car-Pass is told with the reading. */
#define DMS_CAR_PASS_LIFECYCLE_BECAUSE_FLAG_ODOMETER_REPLACED 128

/** Of a refusal: Car-Pass already has the reading; send a correction that tells of the replaced odometer. */
#define DMS_CAR_PASS_LIFECYCLE_ADVISORY_SEND_CORRECTION 1

/** The facts of car_pass.lifecycle. */
typedef struct dms_car_pass_lifecycle_facts {
  /** The size of this struct. */
  uint32_t size;
  /** What happens: DMS_CAR_PASS_LIFECYCLE_EVENT_*. */
  int32_t event;
  /** How far the job's Car-Pass has come. */
  dms_car_pass_state state;
  /** Why nothing is sent; needed with mark_exempt, ignored with any other event. */
  const char *reason;
  /** Its length in bytes. */
  size_t reason_length;
  /** Whether it is known. */
  int32_t has_reason;
  /** Nothing yet: 0. */
  uint32_t reserved;
} dms_car_pass_lifecycle_facts;

/** What car_pass.lifecycle answers. */
typedef struct dms_car_pass_lifecycle_result {
  /** DMS_CAR_PASS_STATE_KIND_*. */
  int32_t outcome;
  /** DMS_CAR_PASS_LIFECYCLE_ROW_*. */
  int32_t row;
  /** Bits DMS_CAR_PASS_LIFECYCLE_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** How far a job's reading has come on its way to the register. */
  dms_car_pass_state state;
} dms_car_pass_lifecycle_result;

/**
 * Decides car_pass.lifecycle.
 *
 * DMS_STATUS_MISSING_FIELD: state.reason of an exempt state, where it is blank.
 *
 * DMS_STATUS_ILLEGAL_TRANSITION: event that cannot happen in this state; where a replaced odometer is flagged too
 * late, with the advisory send_correction.
 *
 * DMS_STATUS_MISSING_FIELD: reason where a job is marked exempt without one.
 *
 * DMS_STATUS_OUT_OF_RANGE: state.attempt past the last number there is.
 */
int32_t dms_car_pass_lifecycle(const dms_car_pass_lifecycle_facts *facts,
                               dms_car_pass_lifecycle_result *result,
                               dms_error *error);

/*
 * ADVISORIES of refusals by car_pass.lifecycle (Belgium)
 *
 * A refusal may come with something that a person should look at: dms_car_pass_lifecycle_advisories tells it.
 */

/**
 * Tells what a person should look at where car_pass.lifecycle refuses these facts: bits
 * DMS_CAR_PASS_NUMBERS_ADVISORY_*, 0 where there is nothing or the event can happen. Facts that cannot be read are
 * refused here too.
 */
int32_t dms_car_pass_lifecycle_advisories(const dms_car_pass_lifecycle_facts *facts,
                                          uint32_t *advisories,
                                          dms_error *error);

/*
 * CAR_PASS.ACTIONS (Belgium): what may a person do about an error that Car-Pass has answered with?
 *
 * After the first error: correct the data, or close without change. From the second on also have the correction
 * document made, which goes by e-mail where the user's signature is set; else the advisory signature_not_configured
 * says that it must be printed.
 */

/** Correct the data and send them again. */
#define DMS_CAR_PASS_ACTIONS_ACTION_CORRECT_DATA 1
/** "Afsluiten zonder aanpassing": state that the data are right. */
#define DMS_CAR_PASS_ACTIONS_ACTION_CLOSE_WITHOUT_CHANGE 2
/** Have the correction document made. */
#define DMS_CAR_PASS_ACTIONS_ACTION_GENERATE_DOCUMENT 4

/** By e-mail, straight from the program. */
#define DMS_CAR_PASS_ACTIONS_DOCUMENT_BY_EMAIL_DIRECTLY 1
/** Printed, signed and scanned. */
#define DMS_CAR_PASS_ACTIONS_DOCUMENT_BY_PRINT_SIGN_SCAN 2

/** Correct the data and send them again. */
#define DMS_CAR_PASS_ACTIONS_BECAUSE_CORRECT_DATA 1
/** Close without change, where the data are right. */
#define DMS_CAR_PASS_ACTIONS_BECAUSE_CLOSE_WITHOUT_CHANGE 2
/** Have the correction document made. */
#define DMS_CAR_PASS_ACTIONS_BECAUSE_GENERATE_DOCUMENT 4
/** Mail the correction document to Car-Pass straight from the program. */
#define DMS_CAR_PASS_ACTIONS_BECAUSE_EMAIL_DIRECTLY 8
/** Print the correction document, sign it and scan it. */
#define DMS_CAR_PASS_ACTIONS_BECAUSE_PRINT_SIGN_SCAN 16

/** No signature is kept in the program: the correction document cannot be mailed straight away. */
#define DMS_CAR_PASS_ACTIONS_ADVISORY_SIGNATURE_NOT_CONFIGURED 1

/** The facts of car_pass.actions. */
typedef struct dms_car_pass_actions_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The user's signature is kept in the program. Yes or no. */
  int32_t signature_configured;
  /** How far the job's Car-Pass has come. */
  dms_car_pass_state state;
} dms_car_pass_actions_facts;

/** What car_pass.actions answers. */
typedef struct dms_car_pass_actions_result {
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_CAR_PASS_ACTIONS_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_CAR_PASS_ACTIONS_ADVISORY_*. */
  uint32_t advisories;
  /** The actions that are offered: bits DMS_CAR_PASS_ACTIONS_ACTION_*. */
  uint32_t actions;
  /** The ways on which the correction document can go to Car-Pass: bits DMS_CAR_PASS_ACTIONS_DOCUMENT_BY_*. */
  uint32_t document_by;
} dms_car_pass_actions_result;

/**
 * Decides car_pass.actions.
 *
 * DMS_STATUS_MISSING_FIELD: state.reason of an exempt state, where it is blank.
 */
int32_t dms_car_pass_actions(const dms_car_pass_actions_facts *facts,
                             dms_car_pass_actions_result *result,
                             dms_error *error);

/*
 * CAR_PASS.INVOICING (Belgium): may the job be invoiced?
 *
 * Only once its Car-Pass is in order. An invoice that stands alone may be saved as a draft before: the reading is sent
 * from it.
 */

/** It may. */
#define DMS_CAR_PASS_INVOICING_OUTCOME_ALLOWED 1
/** The invoice may be saved as a draft. */
#define DMS_CAR_PASS_INVOICING_OUTCOME_DRAFT_ONLY 2
/** It may not. */
#define DMS_CAR_PASS_INVOICING_OUTCOME_BLOCKED 3

/** Row settled. */
#define DMS_CAR_PASS_INVOICING_ROW_SETTLED 1
/** Row draft_only. */
#define DMS_CAR_PASS_INVOICING_ROW_DRAFT_ONLY 2
/** Row question_open. */
#define DMS_CAR_PASS_INVOICING_ROW_QUESTION_OPEN 3
/** Row not_submitted. */
#define DMS_CAR_PASS_INVOICING_ROW_NOT_SUBMITTED 4

/** The Car-Pass is in order: accepted, confirmed, documented, or not to be sent. */
#define DMS_CAR_PASS_INVOICING_BECAUSE_SETTLED 1
/** An invoice that stands alone may be saved as a draft until its Car-Pass is in order. */
#define DMS_CAR_PASS_INVOICING_BECAUSE_DRAFT_ONLY 2
/** The Car-Pass is not in order: an error that Car-Pass answered with is still open. */
#define DMS_CAR_PASS_INVOICING_BECAUSE_QUESTION_OPEN 4
/** The Car-Pass has not been sent: send it, or mark the job as not to be sent. */
#define DMS_CAR_PASS_INVOICING_BECAUSE_NOT_SUBMITTED 8

/** The facts of car_pass.invoicing. */
typedef struct dms_car_pass_invoicing_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The document that is to be invoiced: DMS_CAR_PASS_DOCUMENT_*. */
  int32_t document;
  /** How far the job's Car-Pass has come. */
  dms_car_pass_state state;
} dms_car_pass_invoicing_facts;

/** What car_pass.invoicing answers. */
typedef struct dms_car_pass_invoicing_result {
  /** DMS_CAR_PASS_INVOICING_OUTCOME_*. */
  int32_t outcome;
  /** DMS_CAR_PASS_INVOICING_ROW_*. */
  int32_t row;
  /** Bits DMS_CAR_PASS_INVOICING_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
} dms_car_pass_invoicing_result;

/**
 * Decides car_pass.invoicing.
 *
 * DMS_STATUS_MISSING_FIELD: state.reason of an exempt state, where it is blank.
 */
int32_t dms_car_pass_invoicing(const dms_car_pass_invoicing_facts *facts,
                               dms_car_pass_invoicing_result *result,
                               dms_error *error);

/*
 * CAR_PASS.HISTORY (Belgium): may the history of a vehicle be asked for?
 *
 * Vehicles of the fleet and of the stock are treated alike: what is needed is the account and a VIN to ask for.
 */

/** It may. */
#define DMS_CAR_PASS_HISTORY_OUTCOME_ALLOWED 1
/** It may not. */
#define DMS_CAR_PASS_HISTORY_OUTCOME_REFUSED 2

/** The Car-Pass user code is not set. */
#define DMS_CAR_PASS_HISTORY_BECAUSE_USER_CODE_MISSING 1
/** The Car-Pass password is not set. */
#define DMS_CAR_PASS_HISTORY_BECAUSE_PASSWORD_MISSING 2
/** The e-mail address for Car-Pass is not set. */
#define DMS_CAR_PASS_HISTORY_BECAUSE_EMAIL_MISSING 4
/** The chassis number is missing. */
#define DMS_CAR_PASS_HISTORY_BECAUSE_VIN_MISSING 8
/** The chassis number is invalid: too long, or with a character that cannot stand in one. */
#define DMS_CAR_PASS_HISTORY_BECAUSE_VIN_INVALID 16

/** The facts of car_pass.history. */
typedef struct dms_car_pass_history_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The user code is filled in. Yes or no. */
  int32_t user_code_set;
  /** The password is filled in. Yes or no. */
  int32_t password_set;
  /** The e-mail address is filled in. Yes or no. */
  int32_t email_set;
  /** The VIN as entered; may be empty. */
  const char *vin;
  /** Its length in bytes. */
  size_t vin_length;
} dms_car_pass_history_facts;

/** What car_pass.history answers. */
typedef struct dms_car_pass_history_result {
  /** DMS_CAR_PASS_HISTORY_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_CAR_PASS_HISTORY_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
} dms_car_pass_history_result;

/** Decides car_pass.history. */
int32_t dms_car_pass_history(const dms_car_pass_history_facts *facts,
                             dms_car_pass_history_result *result,
                             dms_error *error);

/*
 * OKR (Netherlands): The Dutch odometer register (OKR, kept by the RDW).
 *
 * What several decisions share.
 */

/** "Nooit": never. */
#define DMS_OKR_MODE_NEVER 1
/** "Altijd (bij elke tellerstand mutatie)": at every change of the reading. */
#define DMS_OKR_MODE_ALWAYS 2
/** "Na factuur wanneer tellerstand niet ouder dan x dagen": after an invoice, if the reading is recent enough. */
#define DMS_OKR_MODE_AFTER_INVOICE 3
/** The same, and only "vanaf een factuurbedrag (incl. BTW) van € 150,-". */
#define DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT 4

/*
 * OKR.OPTION (Netherlands): which of the four choices is preselected when an invoice is made?
 *
 * because names the row's condition and every other "no" condition that holds as well. The greatest age and the
 * amount are ignored in the modes that do not use them. Advisories: reading_lower (1 to 99 km below the last
 * reading), reading_breaks_trend (100 km or more below), fresh_unchanged_reading.
 */

/** "groter dan": more than the threshold. */
#define DMS_OKR_OPTION_BOUNDARY_MORE_THAN 1
/** "vanaf": the threshold or more. */
#define DMS_OKR_OPTION_BOUNDARY_AT_LEAST 2

/** Readings are never forwarded: the four choices cannot be set. */
#define DMS_OKR_OPTION_OUTCOME_LOCKED 5
/** 1: "Ja, tellerstand doorsturen". */
#define DMS_OKR_OPTION_OUTCOME_YES_FORWARD 1
/** 2: "Nee, APK-melding gedaan". */
#define DMS_OKR_OPTION_OUTCOME_NO_APK_REPORTED 2
/** 3: "Nee, tellerstand oud". */
#define DMS_OKR_OPTION_OUTCOME_NO_READING_OLD 3
/** 4: "Nee, fact. bedrag < 150". */
#define DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW 4

/** Row forwarding_never. */
#define DMS_OKR_OPTION_ROW_FORWARDING_NEVER 1
/** Row apk_reported. */
#define DMS_OKR_OPTION_ROW_APK_REPORTED 2
/** Row amount_too_low. */
#define DMS_OKR_OPTION_ROW_AMOUNT_TOO_LOW 3
/** Row reading_unchanged. */
#define DMS_OKR_OPTION_ROW_READING_UNCHANGED 4
/** Row reading_stale. */
#define DMS_OKR_OPTION_ROW_READING_STALE 5
/** Row deviation_exceeds_limit. */
#define DMS_OKR_OPTION_ROW_DEVIATION_EXCEEDS_LIMIT 6
/** Row forward. */
#define DMS_OKR_OPTION_ROW_FORWARD 7

/** The settings say that odometer readings are never forwarded. */
#define DMS_OKR_OPTION_BECAUSE_FORWARDING_NEVER 1
/** An APK report was made: the RDW has registered the reading with it. */
#define DMS_OKR_OPTION_BECAUSE_APK_REPORTED 2
/** The invoice does not reach the amount from which readings are forwarded. */
#define DMS_OKR_OPTION_BECAUSE_AMOUNT_TOO_LOW 4
/** The odometer reading is the same as the last one known. */
#define DMS_OKR_OPTION_BECAUSE_READING_UNCHANGED 8
/** The odometer reading is older than allowed at the invoice date, or its date is unknown. */
#define DMS_OKR_OPTION_BECAUSE_READING_STALE 16
/** The odometer reading differs by more than 100,000 km from the last one known: probably a typing error. */
#define DMS_OKR_OPTION_BECAUSE_DEVIATION_EXCEEDS_LIMIT 32

/** The reading is up to 99 km below the last one; the register takes that for no trend break. */
#define DMS_OKR_OPTION_ADVISORY_READING_LOWER 1
/** The reading is 100 km or more below the last one: check it, the register will see a trend break. */
#define DMS_OKR_OPTION_ADVISORY_READING_BREAKS_TREND 2
/** The reading is unchanged although it was taken on the invoice date: was the vehicle not driven? */
#define DMS_OKR_OPTION_ADVISORY_FRESH_UNCHANGED_READING 4

/** The facts of okr.option. */
typedef struct dms_okr_option_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The setting: when readings are forwarded. One of DMS_OKR_MODE_*. */
  int32_t mode;
  /**
   * The setting "niet ouder dan x dagen"; required in the two modes after an invoice, ignored in the others. 0 to
   * 65,535.
   */
  int32_t max_age_days;
  /** Whether it is known. */
  int32_t has_max_age_days;
  /** The setting for the amount, in cents incl. VAT; € 150.00 unless set. Ignored but in the mode that asks for it. */
  int64_t threshold_cents;
  /** Whether it is set; 15000 unless it is. */
  int32_t has_threshold_cents;
  /** Whether the threshold itself is enough: DMS_OKR_OPTION_BOUNDARY_*. */
  int32_t boundary;
  /** Whether it is set; DMS_OKR_OPTION_BOUNDARY_MORE_THAN unless it is. */
  int32_t has_boundary;
  /** An APK report was made for this vehicle on this work order: the RDW has the reading already. Yes or no. */
  int32_t apk_reported;
  /** The reading entered, in km. */
  int32_t entered_reading_km;
  /** The last reading known for the vehicle, in km. */
  int32_t last_reading_km;
  /** Whether it is known. */
  int32_t has_last_reading_km;
  /** The day on which the entered reading was taken. */
  int32_t reading_date;
  /** Whether it is known. */
  int32_t has_reading_date;
  /** The day of the invoice. */
  int32_t invoice_date;
  /** What the customer pays, in cents incl. VAT; negative for a credit note. */
  int64_t invoice_total_cents;
} dms_okr_option_facts;

/** What okr.option answers. */
typedef struct dms_okr_option_result {
  /** DMS_OKR_OPTION_OUTCOME_*. */
  int32_t outcome;
  /** DMS_OKR_OPTION_ROW_*. */
  int32_t row;
  /** Bits DMS_OKR_OPTION_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_OKR_OPTION_ADVISORY_*. */
  uint32_t advisories;
} dms_okr_option_result;

/**
 * Decides okr.option.
 *
 * DMS_STATUS_MISSING_FIELD: max_age_days in the two modes after an invoice.
 *
 * DMS_STATUS_CONTRADICTION: reading_date after invoice_date.
 */
int32_t dms_okr_option(const dms_okr_option_facts *facts, dms_okr_option_result *result, dms_error *error);

/** Decides okr.option for each of count rows. */
int32_t dms_okr_option_batch(const dms_okr_option_facts *facts,
                             size_t count,
                             dms_okr_option_result *results,
                             int32_t *statuses,
                             dms_error *error);

/*
 * OKR.CHOICE (Netherlands): what does a person make of the preselected choice?
 *
 * Row, reasons and advisories are those of okr.option on the same facts: why the choice was preselected stays on
 * record beside what the person chose. The facts are those of okr.option, and one more.
 */

/** 1: "Ja, tellerstand doorsturen". */
#define DMS_OKR_CHOICE_YES_FORWARD 1
/** 2: "Nee, APK-melding gedaan". */
#define DMS_OKR_CHOICE_NO_APK_REPORTED 2
/** 3: "Nee, tellerstand oud". */
#define DMS_OKR_CHOICE_NO_READING_OLD 3
/** 4: "Nee, fact. bedrag < 150". */
#define DMS_OKR_CHOICE_NO_AMOUNT_BELOW 4

/** The facts of okr.choice: those of okr.option, and what was chosen. */
typedef struct dms_okr_choice_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The setting: when readings are forwarded. One of DMS_OKR_MODE_*. */
  int32_t mode;
  /**
   * The setting "niet ouder dan x dagen"; required in the two modes after an invoice, ignored in the others. 0 to
   * 65,535.
   */
  int32_t max_age_days;
  /** Whether it is known. */
  int32_t has_max_age_days;
  /** The setting for the amount, in cents incl. VAT; € 150.00 unless set. Ignored but in the mode that asks for it. */
  int64_t threshold_cents;
  /** Whether it is set; 15000 unless it is. */
  int32_t has_threshold_cents;
  /** Whether the threshold itself is enough: DMS_OKR_OPTION_BOUNDARY_*. */
  int32_t boundary;
  /** Whether it is set; DMS_OKR_OPTION_BOUNDARY_MORE_THAN unless it is. */
  int32_t has_boundary;
  /** An APK report was made for this vehicle on this work order: the RDW has the reading already. Yes or no. */
  int32_t apk_reported;
  /** The reading entered, in km. */
  int32_t entered_reading_km;
  /** The last reading known for the vehicle, in km. */
  int32_t last_reading_km;
  /** Whether it is known. */
  int32_t has_last_reading_km;
  /** The day on which the entered reading was taken. */
  int32_t reading_date;
  /** Whether it is known. */
  int32_t has_reading_date;
  /** The day of the invoice. */
  int32_t invoice_date;
  /** What the customer pays, in cents incl. VAT; negative for a credit note. */
  int64_t invoice_total_cents;
  /**
   * What the person chose; left out where the preselected choice stands. One of DMS_OKR_CHOICE_YES_FORWARD,
   * _NO_APK_REPORTED, _NO_READING_OLD, _NO_AMOUNT_BELOW.
   */
  int32_t chosen;
  /** Whether it is known. */
  int32_t has_chosen;
} dms_okr_choice_facts;

/** What okr.choice answers. */
typedef struct dms_okr_choice_result {
  /** The choice that stands, or that the choices are locked: DMS_OKR_OPTION_OUTCOME_*. */
  int32_t outcome;
  /** DMS_OKR_OPTION_ROW_*. */
  int32_t row;
  /** Bits DMS_OKR_OPTION_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_OKR_OPTION_ADVISORY_*. */
  uint32_t advisories;
  /** Whether the reading is forwarded: only under yes_forward. Yes or no. */
  int32_t forward;
  /** Whether the person chose something other than was preselected. Yes or no. */
  int32_t overridden;
} dms_okr_choice_result;

/**
 * Decides okr.choice.
 *
 * DMS_STATUS_MISSING_FIELD: max_age_days in the two modes after an invoice.
 *
 * DMS_STATUS_CONTRADICTION: reading_date after invoice_date.
 *
 * DMS_STATUS_OPTIONS_LOCKED: chosen where the mode is never and a choice was made.
 */
int32_t dms_okr_choice(const dms_okr_choice_facts *facts, dms_okr_choice_result *result, dms_error *error);

/*
 * OKR.MUTATION (Netherlands): is a changed reading forwarded at once, without an invoice?
 *
 * A reading that differs by more than 100,000 km from the last one is probably a typing error: a person is asked
 * first. Advisories: reading_lower, reading_breaks_trend.
 */

/** Do not forward it now. */
#define DMS_OKR_MUTATION_OUTCOME_HOLD 1
/** Ask a person whether the reading is right, then forward it. */
#define DMS_OKR_MUTATION_OUTCOME_ASK_FIRST 2
/** Forward it. */
#define DMS_OKR_MUTATION_OUTCOME_FORWARD 3

/** Row not_always. */
#define DMS_OKR_MUTATION_ROW_NOT_ALWAYS 1
/** Row reading_unchanged. */
#define DMS_OKR_MUTATION_ROW_READING_UNCHANGED 2
/** Row deviation_exceeds_limit. */
#define DMS_OKR_MUTATION_ROW_DEVIATION_EXCEEDS_LIMIT 3
/** Row forward. */
#define DMS_OKR_MUTATION_ROW_FORWARD 4

/** The settings do not forward readings at every change. */
#define DMS_OKR_MUTATION_BECAUSE_NOT_ALWAYS 1
/** The odometer reading is the same as the last one known. */
#define DMS_OKR_MUTATION_BECAUSE_READING_UNCHANGED 2
/** The odometer reading differs by more than 100,000 km from the last one known: probably a typing error. */
#define DMS_OKR_MUTATION_BECAUSE_DEVIATION_EXCEEDS_LIMIT 4

/** The reading is up to 99 km below the last one; the register takes that for no trend break. */
#define DMS_OKR_MUTATION_ADVISORY_READING_LOWER 1
/** The reading is 100 km or more below the last one: check it, the register will see a trend break. */
#define DMS_OKR_MUTATION_ADVISORY_READING_BREAKS_TREND 2

/** The facts of okr.mutation. */
typedef struct dms_okr_mutation_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The setting: when readings are forwarded. One of DMS_OKR_MODE_*. */
  int32_t mode;
  /** The reading entered, in km. */
  int32_t entered_reading_km;
  /** The last reading known for the vehicle, in km. */
  int32_t last_reading_km;
  /** Whether it is known. */
  int32_t has_last_reading_km;
} dms_okr_mutation_facts;

/** What okr.mutation answers. */
typedef struct dms_okr_mutation_result {
  /** DMS_OKR_MUTATION_OUTCOME_*. */
  int32_t outcome;
  /** DMS_OKR_MUTATION_ROW_*. */
  int32_t row;
  /** Bits DMS_OKR_MUTATION_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_OKR_MUTATION_ADVISORY_*. */
  uint32_t advisories;
} dms_okr_mutation_result;

/** Decides okr.mutation. */
int32_t dms_okr_mutation(const dms_okr_mutation_facts *facts, dms_okr_mutation_result *result, dms_error *error);

/*
 * QUARTER HOURS
 *
 * quarter_hour.floor, .ceil, .nearest and .next. It is the instant that is rounded, and with it the clock on
 * the wall, because every offset in use is a multiple of 15 minutes. The answer has the offset of the question. A
 * result past the year 9999 is answered with DMS_STATUS_OUT_OF_RANGE.
 */

/** The facts of quarter_hour.*. */
typedef struct dms_quarter_hour_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The time to round. */
  dms_time at;
} dms_quarter_hour_facts;

/** What quarter_hour.* answer. They have no rows and no reasons. */
typedef struct dms_quarter_hour_result {
  /** The full quarter hour. */
  dms_time at;
} dms_quarter_hour_result;

/** The full quarter hour at or before a time: 10:07 is 10:00, 10:15 is 10:15. */
int32_t dms_quarter_hour_floor(const dms_quarter_hour_facts *facts, dms_quarter_hour_result *result, dms_error *error);

/** The full quarter hour at or after a time: 10:07 is 10:15, 10:15 is 10:15. */
int32_t dms_quarter_hour_ceil(const dms_quarter_hour_facts *facts, dms_quarter_hour_result *result, dms_error *error);

/** The nearest full quarter hour; exactly between two, the later: 10:07:30 is 10:15. */
int32_t dms_quarter_hour_nearest(const dms_quarter_hour_facts *facts,
                                 dms_quarter_hour_result *result,
                                 dms_error *error);

/** The next full quarter hour, always later than the time: 10:07 is 10:15, 10:15 is 10:30. */
int32_t dms_quarter_hour_next(const dms_quarter_hour_facts *facts, dms_quarter_hour_result *result, dms_error *error);

/*
 * BOOKING (Austria): Replacement, rental and test-drive vehicles.
 *
 * What several decisions share.
 */

/** "Ersatzfahrzeug": a replacement during a service. */
#define DMS_BOOKING_KIND_REPLACEMENT 1
/** "Mietfahrzeug": a rental. */
#define DMS_BOOKING_KIND_RENTAL 2
/** "Probefahrt": a test drive. */
#define DMS_BOOKING_KIND_TEST_DRIVE 3

/** "geplant": planned and not yet issued. */
#define DMS_BOOKING_STATUS_PLANNED 1
/** "ausgegeben": issued and not yet returned. */
#define DMS_BOOKING_STATUS_ISSUED 2
/** "überfällig": issued, not returned and past its planned end. What holds for issued bookings holds here. */
#define DMS_BOOKING_STATUS_OVERDUE 3
/** "zurückgegeben": returned, settled or not. */
#define DMS_BOOKING_STATUS_RETURNED 4

/** "Neue Vereinbarung": make a booking. */
#define DMS_BOOKING_RIGHT_NEW_AGREEMENT 1
/** "Ersatzfahrzeug-, Mietfahrzeug- bzw. Probefahrtmanager": open the manager's views. */
#define DMS_BOOKING_RIGHT_MANAGER 2
/** "Fahrtenbuch": open the logbook. */
#define DMS_BOOKING_RIGHT_LOGBOOK 4
/** "Buchung bearbeiten": edit a booking. */
#define DMS_BOOKING_RIGHT_EDIT_BOOKING 8
/** "Buchung löschen": delete a booking. */
#define DMS_BOOKING_RIGHT_DELETE_BOOKING 16
/** "nur eigene Eingaben bearbeiten": a restriction of the two before, not a right of its own. */
#define DMS_BOOKING_RIGHT_OWN_ENTRIES_ONLY 32
/** "Fahrzeug ausgeben": hand the vehicle out. */
#define DMS_BOOKING_RIGHT_ISSUE_VEHICLE 64
/** "Fahrzeug zurücknehmen": take the vehicle back. */
#define DMS_BOOKING_RIGHT_TAKE_BACK_VEHICLE 128
/** "Fahrzeugübergabe bearbeiten": amend an issue or a return afterwards, and cancel an issue. */
#define DMS_BOOKING_RIGHT_AMEND_HANDOVER 256
/** "Verrechnung durchführen": settle a replacement or a rental. */
#define DMS_BOOKING_RIGHT_SETTLE 512

/** It may. */
#define DMS_BOOKING_VERDICT_ALLOWED 1
/** It may not. */
#define DMS_BOOKING_VERDICT_REFUSED 2

/*
 * BOOKING.ISSUE_LIMIT (Austria): until when may an issue be dated?
 *
 * Without days ahead, until the next full quarter hour (or, by the setting, 15 minutes from now); else until 23:59 on
 * the day so many days after today.
 *
 * The answer is in the zone of now. 23:59 is a reading of the clock on the wall there: which instant that is, zone
 * data say. Where the clock shows it twice on that day, it is the later one.
 */

/** "bis zur nächsten vollen 1/4-Stunde". */
#define DMS_BOOKING_IMMEDIATE_WINDOW_NEXT_QUARTER_HOUR 1
/** "bis 15 Minuten". */
#define DMS_BOOKING_IMMEDIATE_WINDOW_FIFTEEN_MINUTES 2

/** Row immediate. */
#define DMS_BOOKING_ISSUE_LIMIT_ROW_IMMEDIATE 1
/** Row days_ahead. */
#define DMS_BOOKING_ISSUE_LIMIT_ROW_DAYS_AHEAD 2

/** Issues may be dated no later than the next quarter hour. */
#define DMS_BOOKING_ISSUE_LIMIT_BECAUSE_IMMEDIATE 1
/** Issues may be dated until the end of the last permitted day. */
#define DMS_BOOKING_ISSUE_LIMIT_BECAUSE_DAYS_AHEAD 2

/** The facts of booking.issue_limit. */
typedef struct dms_booking_issue_limit_facts {
  /** The size of this struct. */
  uint32_t size;
  /** Now, on the host's clock. */
  dms_time now;
  /** The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day. */
  int32_t days_ahead;
  /** How far an immediate issue may reach: DMS_BOOKING_IMMEDIATE_WINDOW_*. */
  int32_t immediate_window;
  /** Whether it is set; DMS_BOOKING_IMMEDIATE_WINDOW_NEXT_QUARTER_HOUR unless it is. */
  int32_t has_immediate_window;
} dms_booking_issue_limit_facts;

/** What booking.issue_limit answers. */
typedef struct dms_booking_issue_limit_result {
  /** DMS_BOOKING_ISSUE_LIMIT_ROW_*. */
  int32_t row;
  /** Bits DMS_BOOKING_ISSUE_LIMIT_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** The latest time at which the issue may be dated, itself included. */
  dms_time latest;
} dms_booking_issue_limit_result;

/**
 * Decides booking.issue_limit.
 *
 * DMS_STATUS_OUT_OF_RANGE: now of an immediate issue, else days_ahead, where the limit lies after the year 9999.
 */
int32_t dms_booking_issue_limit(const dms_booking_issue_limit_facts *facts,
                                dms_booking_issue_limit_result *result,
                                dms_error *error);

/*
 * BOOKING.ISSUE (Austria): may the vehicle be handed out now?
 *
 * because has every reason against it. Neither now nor the requested time may lie after the planned end. Times
 * compare at whole minutes. The latest permitted time is that of booking.issue_limit, in the zone of now; the
 * requested time and the planned end may be given in other zones.
 */

/** It may. */
#define DMS_BOOKING_ISSUE_OUTCOME_ALLOWED 1
/** It may not. */
#define DMS_BOOKING_ISSUE_OUTCOME_REFUSED 2

/** The right to issue vehicles of this kind is missing. */
#define DMS_BOOKING_ISSUE_BECAUSE_RIGHT_MISSING 1
/** The vehicle has already been issued on this booking. */
#define DMS_BOOKING_ISSUE_BECAUSE_ALREADY_ISSUED 2
/** The vehicle is not in the house: another booking has not been returned. */
#define DMS_BOOKING_ISSUE_BECAUSE_VEHICLE_OUT 4
/** The trial plate is not in the house: another test drive has not been returned. */
#define DMS_BOOKING_ISSUE_BECAUSE_PLATE_OUT 8
/** The requested time lies later than an issue may be dated. */
#define DMS_BOOKING_ISSUE_BECAUSE_BEYOND_ISSUE_LIMIT 16
/** The planned end of the booking has passed. */
#define DMS_BOOKING_ISSUE_BECAUSE_AFTER_PLANNED_END 32
/** At the requested time the vehicle was out on another booking. */
#define DMS_BOOKING_ISSUE_BECAUSE_OVERLAPS_HANDOVER 64

/** The facts of booking.issue. */
typedef struct dms_booking_issue_facts {
  /** The size of this struct. */
  uint32_t size;
  /** What the vehicle is handed out for: DMS_BOOKING_KIND_*. */
  int32_t kind;
  /** The user has the right "Fahrzeug ausgeben" for this kind. Yes or no. */
  int32_t may_issue;
  /** Now, on the host's clock. */
  dms_time now;
  /** When the vehicle is to be handed out. */
  dms_time requested_at;
  /** The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day. */
  int32_t days_ahead;
  /** How far an immediate issue may reach: DMS_BOOKING_IMMEDIATE_WINDOW_*. */
  int32_t immediate_window;
  /** Whether it is set; DMS_BOOKING_IMMEDIATE_WINDOW_NEXT_QUARTER_HOUR unless it is. */
  int32_t has_immediate_window;
  /** The planned end of the booking. */
  dms_time planned_end;
  /** The vehicle was handed out on this booking before. Yes or no. */
  int32_t already_issued;
  /** Another booking of this vehicle has an open return. Yes or no. */
  int32_t vehicle_out;
  /** Another booking of this trial plate has an open return; matters on test drives only. Yes or no. */
  int32_t plate_out;
  /** The requested time lies between the actual issue and return of another booking of this vehicle. Yes or no. */
  int32_t overlaps_past_handover;
} dms_booking_issue_facts;

/** What booking.issue answers. */
typedef struct dms_booking_issue_result {
  /** DMS_BOOKING_ISSUE_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_ISSUE_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** The latest time at which the issue may be dated, itself included. */
  dms_time latest;
} dms_booking_issue_result;

/**
 * Decides booking.issue.
 *
 * DMS_STATUS_OUT_OF_RANGE: now of an immediate issue, else days_ahead, where the limit lies after the year 9999.
 */
int32_t dms_booking_issue(const dms_booking_issue_facts *facts, dms_booking_issue_result *result, dms_error *error);

/** Decides booking.issue for each of count rows. */
int32_t dms_booking_issue_batch(const dms_booking_issue_facts *facts,
                                size_t count,
                                dms_booking_issue_result *results,
                                int32_t *statuses,
                                dms_error *error);

/*
 * BOOKING.PLAN (Austria): may the vehicle be planned for this time, and what should the planner look at?
 *
 * Planning never refuses an overlap; the issue does. Planned spans are half-open. Advisories: overlaps_booking,
 * vehicle_overdue.
 */

/** The booking may be planned; what speaks against it stands in the advisories. */
#define DMS_BOOKING_PLAN_OUTCOME_OK 1

/** Another booking of this vehicle is planned for the same time. */
#define DMS_BOOKING_PLAN_ADVISORY_OVERLAPS_BOOKING 1
/** The vehicle is overdue: it should have come back from another booking. */
#define DMS_BOOKING_PLAN_ADVISORY_VEHICLE_OVERDUE 2

/*
 * BOOKING.FOLLOWS_MASTER (Austria): does the booking still show what the vehicle master says?
 *
 * From the issue on it keeps a snapshot.
 */

/** Row issued. */
#define DMS_BOOKING_FOLLOWS_MASTER_ROW_ISSUED 1
/** Row planned. */
#define DMS_BOOKING_FOLLOWS_MASTER_ROW_PLANNED 2

/** The vehicle has been issued: the booking keeps the vehicle's data as they were. */
#define DMS_BOOKING_FOLLOWS_MASTER_BECAUSE_ISSUED 1

/** The facts of booking.follows_master. */
typedef struct dms_booking_follows_master_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The vehicle has been handed out on this booking. Yes or no. */
  int32_t issued;
} dms_booking_follows_master_facts;

/** What booking.follows_master answers. */
typedef struct dms_booking_follows_master_result {
  /** DMS_BOOKING_FOLLOWS_MASTER_ROW_*. */
  int32_t row;
  /** Bits DMS_BOOKING_FOLLOWS_MASTER_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** Later changes of the vehicle master reach the booking. Yes or no. */
  int32_t follows_master;
} dms_booking_follows_master_result;

/** Decides booking.follows_master. */
int32_t dms_booking_follows_master(const dms_booking_follows_master_facts *facts,
                                   dms_booking_follows_master_result *result,
                                   dms_error *error);

/*
 * BOOKING.STATUS (Austria): what state is a booking in, and how is it drawn?
 *
 * A booking is overdue from the minute after its planned end. The answer's times are in the zone of planned_start.
 */

/** The one set for done bookings ("Erledigte Termine"). */
#define DMS_BOOKING_STATUS_COLOUR_DONE 1
/** The one set for overdue bookings ("Überfällige Termine"). */
#define DMS_BOOKING_STATUS_COLOUR_OVERDUE 2
/** The booking's own ("Terminfarbe"). */
#define DMS_BOOKING_STATUS_COLOUR_BOOKING 3

/** Row returned. */
#define DMS_BOOKING_STATUS_ROW_RETURNED 1
/** Row overdue. */
#define DMS_BOOKING_STATUS_ROW_OVERDUE 2
/** Row issued. */
#define DMS_BOOKING_STATUS_ROW_ISSUED 3
/** Row planned. */
#define DMS_BOOKING_STATUS_ROW_PLANNED 4

/** The vehicle has come back. */
#define DMS_BOOKING_STATUS_BECAUSE_RETURNED 1
/** The vehicle is overdue: it is out past the planned end. */
#define DMS_BOOKING_STATUS_BECAUSE_OVERDUE 2
/** The vehicle has been issued. */
#define DMS_BOOKING_STATUS_BECAUSE_ISSUED 4

/** The facts of booking.status. */
typedef struct dms_booking_status_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The planned start of the booking. */
  dms_time planned_start;
  /** The planned end of the booking; not before its start. */
  dms_time planned_end;
  /** When the vehicle was handed out. */
  dms_time issued_at;
  /** Whether it is known. */
  int32_t has_issued_at;
  /** When it came back; not before it was handed out. */
  dms_time returned_at;
  /** Whether it is known. */
  int32_t has_returned_at;
  /** The booking has been settled; only once the vehicle came back. Yes or no. */
  int32_t settled;
  /** Now, on the host's clock. */
  dms_time now;
} dms_booking_status_facts;

/** What booking.status answers. */
typedef struct dms_booking_status_result {
  /** The state: DMS_BOOKING_STATUS_PLANNED, _ISSUED, _OVERDUE, _RETURNED. */
  int32_t outcome;
  /** DMS_BOOKING_STATUS_ROW_*. */
  int32_t row;
  /** Bits DMS_BOOKING_STATUS_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** Where the drawing starts. */
  dms_time from;
  /** Where the drawing ends. */
  dms_time to;
  /** Its colour: DMS_BOOKING_STATUS_COLOUR_*. */
  int32_t colour;
  /** Drawn opaque rather than slightly transparent. Yes or no. */
  int32_t opaque;
  /** Drawn with the warning sign. Yes or no. */
  int32_t warn;
  /** This booking does not keep the vehicle out of the house. Yes or no. */
  int32_t vehicle_in_house;
  /** The booking has been settled. Yes or no. */
  int32_t settled;
} dms_booking_status_result;

/**
 * Decides booking.status.
 *
 * DMS_STATUS_CONTRADICTION: planned_end before planned_start.
 *
 * DMS_STATUS_CONTRADICTION: returned_at without an issue or before it.
 *
 * DMS_STATUS_CONTRADICTION: settled without a return.
 */
int32_t dms_booking_status(const dms_booking_status_facts *facts, dms_booking_status_result *result, dms_error *error);

/*
 * BOOKING.PERMISSION (Austria): who may do it?
 *
 * Only a replacement or a rental is settled. The right own_entries_only restricts editing and deleting and grants
 * nothing by itself.
 */

/** Make a booking. */
#define DMS_BOOKING_PERMISSION_ACTION_CREATE 1
/** Open the manager's views. */
#define DMS_BOOKING_PERMISSION_ACTION_OPEN_MANAGER 2
/** Open the logbook. */
#define DMS_BOOKING_PERMISSION_ACTION_OPEN_LOGBOOK 3
/** Edit a booking. */
#define DMS_BOOKING_PERMISSION_ACTION_EDIT 4
/** Delete a booking. */
#define DMS_BOOKING_PERMISSION_ACTION_DELETE 5
/** Hand the vehicle out. */
#define DMS_BOOKING_PERMISSION_ACTION_ISSUE 6
/** Take the vehicle back. */
#define DMS_BOOKING_PERMISSION_ACTION_TAKE_BACK 7
/** Amend an issue or a return. */
#define DMS_BOOKING_PERMISSION_ACTION_AMEND_HANDOVER 8
/** Settle a booking. */
#define DMS_BOOKING_PERMISSION_ACTION_SETTLE 9

/** The user may. */
#define DMS_BOOKING_PERMISSION_OUTCOME_GRANTED 1
/** The user may not. */
#define DMS_BOOKING_PERMISSION_OUTCOME_DENIED 2

/** Row not_for_this_kind. */
#define DMS_BOOKING_PERMISSION_ROW_NOT_FOR_THIS_KIND 1
/** Row right_missing. */
#define DMS_BOOKING_PERMISSION_ROW_RIGHT_MISSING 2
/** Row not_own_entry. */
#define DMS_BOOKING_PERMISSION_ROW_NOT_OWN_ENTRY 3
/** Row granted. */
#define DMS_BOOKING_PERMISSION_ROW_GRANTED 4

/** Test drives are not settled: only replacement and rental vehicles are. */
#define DMS_BOOKING_PERMISSION_BECAUSE_NOT_FOR_THIS_KIND 1
/** The user lacks the right for bookings of this kind. */
#define DMS_BOOKING_PERMISSION_BECAUSE_RIGHT_MISSING 2
/** The user may only touch own entries, and this is somebody else's. */
#define DMS_BOOKING_PERMISSION_BECAUSE_NOT_OWN_ENTRY 4

/** The facts of booking.permission. */
typedef struct dms_booking_permission_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The kind of the booking: DMS_BOOKING_KIND_*. */
  int32_t kind;
  /** What the user wants to do: DMS_BOOKING_PERMISSION_ACTION_*. */
  int32_t action;
  /** The rights that the user has for this kind: bits DMS_BOOKING_RIGHT_*. */
  uint32_t rights;
  /** The booking's advisor is the employee behind the user. Yes or no. */
  int32_t advisor_is_user;
  /** The user entered the booking. Yes or no. */
  int32_t created_by_user;
} dms_booking_permission_facts;

/** What booking.permission answers. */
typedef struct dms_booking_permission_result {
  /** DMS_BOOKING_PERMISSION_OUTCOME_*. */
  int32_t outcome;
  /** DMS_BOOKING_PERMISSION_ROW_*. */
  int32_t row;
  /** Bits DMS_BOOKING_PERMISSION_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
} dms_booking_permission_result;

/** Decides booking.permission. */
int32_t dms_booking_permission(const dms_booking_permission_facts *facts,
                               dms_booking_permission_result *result,
                               dms_error *error);

/*
 * BOOKING.EDITABLE (Austria): what may still be changed?
 *
 * because has what locks fields. From the issue on vehicle, plate and customer are locked, from the return on all of
 * the booking's own fields, by a confirmation too; the data of the handover are changed with the right alone. A
 * signature is free until it is saved.
 */

/** The planned period ("Buchungszeitraum"). */
#define DMS_BOOKING_EDITABLE_FIELD_PERIOD 1
/** The booking's colour. */
#define DMS_BOOKING_EDITABLE_FIELD_COLOUR 2
/** The vehicle. */
#define DMS_BOOKING_EDITABLE_FIELD_VEHICLE 3
/** The trial plate ("Probefahrtkennzeichen"). */
#define DMS_BOOKING_EDITABLE_FIELD_PLATE 4
/** The booking's details ("Buchungsdetails"). */
#define DMS_BOOKING_EDITABLE_FIELD_DETAILS 5
/** The driver. */
#define DMS_BOOKING_EDITABLE_FIELD_DRIVER 6
/** The customer. */
#define DMS_BOOKING_EDITABLE_FIELD_CUSTOMER 7
/** The comment. */
#define DMS_BOOKING_EDITABLE_FIELD_COMMENT 8
/** The data of issue and return. */
#define DMS_BOOKING_EDITABLE_FIELD_HANDOVER_DATA 9
/** The signature below them. */
#define DMS_BOOKING_EDITABLE_FIELD_SIGNATURE 10

/** The booking is confirmed, and thereby locked. */
#define DMS_BOOKING_EDITABLE_BECAUSE_CONFIRMED 1
/** The vehicle has not been issued: there is no handover to change. */
#define DMS_BOOKING_EDITABLE_BECAUSE_NOT_YET_ISSUED 2
/** The vehicle has been issued: vehicle, plate and customer are locked. */
#define DMS_BOOKING_EDITABLE_BECAUSE_ISSUED 4
/** The vehicle has come back: the booking is done. */
#define DMS_BOOKING_EDITABLE_BECAUSE_RETURNED 8
/** The right to amend handovers is missing. */
#define DMS_BOOKING_EDITABLE_BECAUSE_RIGHT_MISSING 16
/** The signature has been saved and can no longer be changed. */
#define DMS_BOOKING_EDITABLE_BECAUSE_SIGNATURE_SAVED 32

/**
 * The length of an array in which each value DMS_BOOKING_EDITABLE_FIELD_* has the place that is its number, counted
 * from 0; place 0 is left over and holds 0.
 */
#define DMS_BOOKING_EDITABLE_FIELD_PLACES 11

/** The facts of booking.editable. */
typedef struct dms_booking_editable_facts {
  /** The size of this struct. */
  uint32_t size;
  /** How far the booking has come: DMS_BOOKING_STATUS_PLANNED, _ISSUED, _OVERDUE, _RETURNED. */
  int32_t status;
  /** The booking is confirmed. Yes or no. */
  int32_t confirmed;
  /** The user has the right "Fahrzeugübergabe bearbeiten" for this kind. Yes or no. */
  int32_t may_amend_handover;
  /** The signature has been taken over and saved. Yes or no. */
  int32_t signature_saved;
} dms_booking_editable_facts;

/** What booking.editable answers. */
typedef struct dms_booking_editable_result {
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_EDITABLE_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /**
   * All others, each with what locks it. At the place that is the number DMS_BOOKING_EDITABLE_FIELD_*: 0 where it is
   * not among them, otherwise the one bit DMS_BOOKING_EDITABLE_BECAUSE_* of why.
   */
  uint32_t locked_because[DMS_BOOKING_EDITABLE_FIELD_PLACES];
} dms_booking_editable_result;

/** Decides booking.editable. */
int32_t dms_booking_editable(const dms_booking_editable_facts *facts,
                             dms_booking_editable_result *result,
                             dms_error *error);

/*
 * BOOKING.CANCEL_ISSUE (Austria): may an issue be cancelled?
 *
 * Until the return, with the right to amend handovers. The reading in the vehicle master stays in every case; the
 * advisory odometer_not_reset says so where the issue had raised it.
 */

/** It may. */
#define DMS_BOOKING_CANCEL_ISSUE_OUTCOME_ALLOWED 1
/** It may not. */
#define DMS_BOOKING_CANCEL_ISSUE_OUTCOME_REFUSED 2

/** The right to amend handovers is missing. */
#define DMS_BOOKING_CANCEL_ISSUE_BECAUSE_RIGHT_MISSING 1
/** The vehicle has not been issued on this booking. */
#define DMS_BOOKING_CANCEL_ISSUE_BECAUSE_NOT_ISSUED 2
/** The vehicle has already been taken back. */
#define DMS_BOOKING_CANCEL_ISSUE_BECAUSE_ALREADY_RETURNED 4

/** The reading that the issue raised in the vehicle master is not set back: check it. */
#define DMS_BOOKING_CANCEL_ISSUE_ADVISORY_ODOMETER_NOT_RESET 1

/** The facts of booking.cancel_issue. */
typedef struct dms_booking_cancel_issue_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The user has the right "Fahrzeugübergabe bearbeiten" for this kind. Yes or no. */
  int32_t may_amend_handover;
  /** The vehicle has been handed out on this booking. Yes or no. */
  int32_t issued;
  /** It has been taken back. Yes or no. */
  int32_t returned;
  /** The issue raised the reading in the vehicle master. Yes or no. */
  int32_t odometer_raised;
  /** The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren". Yes or no. */
  int32_t update_reservation;
} dms_booking_cancel_issue_facts;

/** What booking.cancel_issue answers. */
typedef struct dms_booking_cancel_issue_result {
  /** DMS_BOOKING_CANCEL_ISSUE_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_CANCEL_ISSUE_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_BOOKING_CANCEL_ISSUE_ADVISORY_*. */
  uint32_t advisories;
  /** Empty the reservation in the vehicle master. Yes or no. Under allowed; otherwise 0. */
  int32_t clear_reservation;
  /** Leave the reading in the vehicle master as it is: always. Yes or no. Under allowed; otherwise 0. */
  int32_t keep_odometer;
} dms_booking_cancel_issue_result;

/** Decides booking.cancel_issue. */
int32_t dms_booking_cancel_issue(const dms_booking_cancel_issue_facts *facts,
                                 dms_booking_cancel_issue_result *result,
                                 dms_error *error);

/*
 * BOOKING.TAKE_BACK (Austria): may the vehicle be taken back?
 *
 * Once, and not before the minute of the issue. A lower reading than at the issue is let through with the advisory
 * reading_lower_than_issue.
 */

/** It may. */
#define DMS_BOOKING_TAKE_BACK_OUTCOME_ALLOWED 1
/** It may not. */
#define DMS_BOOKING_TAKE_BACK_OUTCOME_REFUSED 2

/** The right to take back vehicles of this kind is missing. */
#define DMS_BOOKING_TAKE_BACK_BECAUSE_RIGHT_MISSING 1
/** The vehicle has not been issued on this booking. */
#define DMS_BOOKING_TAKE_BACK_BECAUSE_NOT_ISSUED 2
/** The vehicle has already been taken back. */
#define DMS_BOOKING_TAKE_BACK_BECAUSE_ALREADY_RETURNED 4
/** The return lies before the issue. */
#define DMS_BOOKING_TAKE_BACK_BECAUSE_RETURN_BEFORE_ISSUE 8

/** The reading at the return is lower than at the issue: check it. */
#define DMS_BOOKING_TAKE_BACK_ADVISORY_READING_LOWER_THAN_ISSUE 1

/** The facts of booking.take_back. */
typedef struct dms_booking_take_back_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The user has the right "Fahrzeug zurücknehmen" for this kind. Yes or no. */
  int32_t may_take_back;
  /** When the vehicle was handed out. */
  dms_time issued_at;
  /** Whether it is known. */
  int32_t has_issued_at;
  /** It has been taken back before. Yes or no. */
  int32_t already_returned;
  /** When it comes back. */
  dms_time return_at;
  /** The reading at the issue, in km. */
  int32_t issue_reading_km;
  /** Whether it is known. */
  int32_t has_issue_reading_km;
  /** The reading at the return, in km. */
  int32_t return_reading_km;
  /** Whether it is known. */
  int32_t has_return_reading_km;
  /** The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren". Yes or no. */
  int32_t update_reservation;
} dms_booking_take_back_facts;

/** What booking.take_back answers. */
typedef struct dms_booking_take_back_result {
  /** DMS_BOOKING_TAKE_BACK_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_TAKE_BACK_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_BOOKING_TAKE_BACK_ADVISORY_*. */
  uint32_t advisories;
  /** Empty the reservation in the vehicle master. Yes or no. Under allowed; otherwise 0. */
  int32_t clear_reservation;
} dms_booking_take_back_result;

/** Decides booking.take_back. */
int32_t dms_booking_take_back(const dms_booking_take_back_facts *facts,
                              dms_booking_take_back_result *result,
                              dms_error *error);

/*
 * BOOKING.AMEND_HANDOVER (Austria): may the times of an issue and a return be changed afterwards?
 *
 * As long as no other handover of the vehicle is overlapped. Actual spans are half-open; one without a return is still
 * open.
 */

/** The right to amend handovers is missing. */
#define DMS_BOOKING_AMEND_HANDOVER_BECAUSE_RIGHT_MISSING 1
/** The vehicle has not been issued on this booking. */
#define DMS_BOOKING_AMEND_HANDOVER_BECAUSE_NOT_ISSUED 2
/** The return lies before the issue. */
#define DMS_BOOKING_AMEND_HANDOVER_BECAUSE_RETURN_BEFORE_ISSUE 4
/** The vehicle was out on another booking at that time. */
#define DMS_BOOKING_AMEND_HANDOVER_BECAUSE_OVERLAPS_HANDOVER 8

/*
 * BOOKING.ODOMETER (Austria): what reading does the vehicle master keep after an issue or a return?
 *
 * It only ever moves up; a lower reading is pointed out by the advisory below_master.
 */

/** Row raise. */
#define DMS_BOOKING_ODOMETER_ROW_RAISE 1
/** Row keep. */
#define DMS_BOOKING_ODOMETER_ROW_KEEP 2

/** The reading entered is higher than the one in the vehicle master, or the first one: it is taken over. */
#define DMS_BOOKING_ODOMETER_BECAUSE_RAISE 1

/** The reading entered is lower than the one in the vehicle master: check it. */
#define DMS_BOOKING_ODOMETER_ADVISORY_BELOW_MASTER 1

/** The facts of booking.odometer. */
typedef struct dms_booking_odometer_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The reading in the vehicle master, in km. */
  int32_t master_km;
  /** Whether it is known. */
  int32_t has_master_km;
  /** The reading entered at the issue or the return, in km. */
  int32_t entered_km;
} dms_booking_odometer_facts;

/** What booking.odometer answers. */
typedef struct dms_booking_odometer_result {
  /** DMS_BOOKING_ODOMETER_ROW_*. */
  int32_t row;
  /** Bits DMS_BOOKING_ODOMETER_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_BOOKING_ODOMETER_ADVISORY_*. */
  uint32_t advisories;
  /** Its reading, in km. */
  int32_t master_km;
} dms_booking_odometer_result;

/** Decides booking.odometer. */
int32_t dms_booking_odometer(const dms_booking_odometer_facts *facts,
                             dms_booking_odometer_result *result,
                             dms_error *error);

/*
 * BOOKING.TEMPLATE (Austria): what does a new booking made from an existing one start with?
 *
 * It starts at the planned end of the existing one and lasts half an hour; the answer's times are in the zone of
 * planned_end. The return's amendment has no such button. Advisory: source_overdue.
 */

/** "Neu mit Vorlage" in a manager's view. */
#define DMS_BOOKING_TEMPLATE_ORIGIN_MANAGER 1
/** "Neu mit Vorlage" in the logbook. */
#define DMS_BOOKING_TEMPLATE_ORIGIN_LOGBOOK 2
/** "Speichern und Neu" at the return. */
#define DMS_BOOKING_TEMPLATE_ORIGIN_TAKE_BACK 3
/** "Rückgabe bearbeiten", which has no such button. */
#define DMS_BOOKING_TEMPLATE_ORIGIN_AMEND_TAKE_BACK 4

/** It is made. */
#define DMS_BOOKING_TEMPLATE_OUTCOME_ALLOWED 1
/** It cannot be asked for here. */
#define DMS_BOOKING_TEMPLATE_OUTCOME_REFUSED 2

/** There is no “save and new” while a return is amended. */
#define DMS_BOOKING_TEMPLATE_BECAUSE_NOT_AVAILABLE_HERE 1

/** The existing booking is overdue: the new one would start before the vehicle is back. */
#define DMS_BOOKING_TEMPLATE_ADVISORY_SOURCE_OVERDUE 1

/** The facts of booking.template. */
typedef struct dms_booking_template_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The planned end of the existing booking. */
  dms_time planned_end;
  /** How far the existing booking has come: DMS_BOOKING_STATUS_PLANNED, _ISSUED, _OVERDUE, _RETURNED. */
  int32_t status;
  /** Where the new booking is asked for: DMS_BOOKING_TEMPLATE_ORIGIN_*. */
  int32_t from;
  /** Now, on the host's clock. */
  dms_time now;
} dms_booking_template_facts;

/** What booking.template answers. */
typedef struct dms_booking_template_result {
  /** DMS_BOOKING_TEMPLATE_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_TEMPLATE_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_BOOKING_TEMPLATE_ADVISORY_*. */
  uint32_t advisories;
  /** Its planned start: the planned end of the existing booking. Under allowed; otherwise 0. */
  dms_time start;
  /** Its planned end: half an hour later. Under allowed; otherwise 0. */
  dms_time end;
  /** Load the vehicle's data from the vehicle master: always. Yes or no. Under allowed; otherwise 0. */
  int32_t reload_vehicle;
  /** The tick "Führerscheindaten kontrolliert": never taken over. Yes or no. Under allowed; otherwise 0. */
  int32_t licence_checked;
} dms_booking_template_result;

/**
 * Decides booking.template.
 *
 * DMS_STATUS_OUT_OF_RANGE: planned_end where the new booking would end after the year 9999.
 */
int32_t dms_booking_template(const dms_booking_template_facts *facts,
                             dms_booking_template_result *result,
                             dms_error *error);

/*
 * BOOKING.ADVISOR (Austria): who is preselected as the booking's advisor?
 *
 * For a rental or a test drive the customer's sales advisor; for a replacement the receiver of the service
 * appointment, else the customer's service advisor. None stands in for another. A blank code counts as none.
 */

/** Row sales_advisor. */
#define DMS_BOOKING_ADVISOR_ROW_SALES_ADVISOR 1
/** Row appointment_receiver. */
#define DMS_BOOKING_ADVISOR_ROW_APPOINTMENT_RECEIVER 2
/** Row service_advisor. */
#define DMS_BOOKING_ADVISOR_ROW_SERVICE_ADVISOR 3
/** Row none. */
#define DMS_BOOKING_ADVISOR_ROW_NONE 4

/** Rental or test drive: the customer's sales advisor. */
#define DMS_BOOKING_ADVISOR_BECAUSE_SALES_ADVISOR 1
/** Replacement from a service appointment: the receiver at the appointment. */
#define DMS_BOOKING_ADVISOR_BECAUSE_APPOINTMENT_RECEIVER 2
/** Replacement: the customer's service advisor. */
#define DMS_BOOKING_ADVISOR_BECAUSE_SERVICE_ADVISOR 4

/** The facts of booking.advisor. Advisors are the codes of employees; a blank code counts as none. */
typedef struct dms_booking_advisor_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The kind of the booking: DMS_BOOKING_KIND_*. */
  int32_t kind;
  /** The customer's sales advisor ("Verkaufsberater"). */
  const char *sales_advisor;
  /** Its length in bytes. */
  size_t sales_advisor_length;
  /** Whether it is known. */
  int32_t has_sales_advisor;
  /** Nothing yet: 0. */
  uint32_t reserved;
  /** The customer's service advisor ("Kundendienstberater"). */
  const char *service_advisor;
  /** Its length in bytes. */
  size_t service_advisor_length;
  /** Whether it is known. */
  int32_t has_service_advisor;
  /** Nothing yet: 0. */
  uint32_t reserved_2;
  /** Who receives the vehicle at the service appointment ("Annehmer"). */
  const char *appointment_receiver;
  /** Its length in bytes. */
  size_t appointment_receiver_length;
  /** Whether it is known. */
  int32_t has_appointment_receiver;
  /** The booking is made from a service appointment. Yes or no. */
  int32_t from_appointment;
} dms_booking_advisor_facts;

/** What booking.advisor answers. */
typedef struct dms_booking_advisor_result {
  /** DMS_BOOKING_ADVISOR_ROW_*. */
  int32_t row;
  /** Bits DMS_BOOKING_ADVISOR_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** Nothing yet: 0. */
  uint32_t reserved;
  /** The advisor's code; none where nobody is preselected. */
  const char *advisor;
  /** Its length in bytes. */
  size_t advisor_length;
  /** Whether there is one. */
  int32_t has_advisor;
  /** Nothing yet: 0. */
  uint32_t reserved_2;
} dms_booking_advisor_result;

/** Decides booking.advisor. */
int32_t dms_booking_advisor(const dms_booking_advisor_facts *facts,
                            dms_booking_advisor_result *result,
                            dms_error *error);

/*
 * BOOKING.DRIVER (Austria): what may be done with the driver's data?
 *
 * Names are edited only where they are typed in, and what is typed in is never written back. A driver with the old
 * customer's data follows the new customer, with the advisory licence_check_cleared.
 */

/** "Kunde": a customer. */
#define DMS_BOOKING_DRIVER_CUSTOMER 1
/** "Ansprechpartner": a contact of the customer. */
#define DMS_BOOKING_DRIVER_CONTACT 2
/** "Freie Eingabe": typed in. */
#define DMS_BOOKING_DRIVER_FREE_ENTRY 3
/** The customer or contact was emptied. */
#define DMS_BOOKING_DRIVER_EMPTY 4

/** Salutation, title and names come from the master data and cannot be edited. */
#define DMS_BOOKING_DRIVER_BECAUSE_NOT_FREE_ENTRY 1
/** The right to edit the customer master is missing. */
#define DMS_BOOKING_DRIVER_BECAUSE_CUSTOMER_RIGHT_MISSING 2
/** The right to edit the vehicle master is missing. */
#define DMS_BOOKING_DRIVER_BECAUSE_VEHICLE_RIGHT_MISSING 4
/** A contact is written to the vehicle master only where the customer owns the vehicle. */
#define DMS_BOOKING_DRIVER_BECAUSE_CONTACT_NOT_OWNER 8
/** The driver is a free entry, which is never written back to the master data. */
#define DMS_BOOKING_DRIVER_BECAUSE_FREE_ENTRY 16

/** The driver follows the new customer: check the driving licence again. */
#define DMS_BOOKING_DRIVER_ADVISORY_LICENCE_CHECK_CLEARED 1

/** The facts of booking.driver. */
typedef struct dms_booking_driver_facts {
  /** The size of this struct. */
  uint32_t size;
  /** What the driver's data come from: DMS_BOOKING_DRIVER_CUSTOMER, _CONTACT, _FREE_ENTRY, _EMPTY. */
  int32_t driver;
  /** The user has the right to edit the customer master. Yes or no. */
  int32_t may_edit_customers;
  /** The user has the right to edit the vehicle master. Yes or no. */
  int32_t may_edit_vehicles;
  /** The booking's customer owns the vehicle. Yes or no. */
  int32_t customer_owns_vehicle;
  /** The booking has got another customer; false unless said. Yes or no. 0 unless set. */
  int32_t customer_changed;
  /** The driver has the data of the customer before; false unless said. Yes or no. 0 unless set. */
  int32_t driver_has_old_customer_data;
} dms_booking_driver_facts;

/** What booking.driver answers. */
typedef struct dms_booking_driver_result {
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_DRIVER_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_BOOKING_DRIVER_ADVISORY_*. */
  uint32_t advisories;
  /** Salutation, title and names may be edited. Yes or no. */
  int32_t name_editable;
  /** "In Stammdaten übernehmen": the data may be written back to the customer or contact. Yes or no. */
  int32_t may_write_customer;
  /** "In Fahrzeugstammdaten übernehmen": the driver may be written to the vehicle master. Yes or no. */
  int32_t may_write_vehicle;
  /** The driver is overwritten with the new customer's data. Yes or no. */
  int32_t follow_customer;
} dms_booking_driver_result;

/** Decides booking.driver. */
int32_t dms_booking_driver(const dms_booking_driver_facts *facts, dms_booking_driver_result *result, dms_error *error);

/*
 * BOOKING.RESERVATION (Austria): what becomes of the reservation in the vehicle master?
 *
 * By the setting an issue writes it, and its cancellation or the return empties it. It ends on the civil day of the
 * planned end, in the zone in which that is given.
 */

/** The vehicle was handed out. */
#define DMS_BOOKING_RESERVATION_EVENT_ISSUED 1
/** The issue was cancelled. */
#define DMS_BOOKING_RESERVATION_EVENT_ISSUE_CANCELLED 2
/** The vehicle came back. */
#define DMS_BOOKING_RESERVATION_EVENT_RETURNED 3

/** Leave it as it is. */
#define DMS_BOOKING_RESERVATION_OUTCOME_LEAVE 1
/** Set the flag "Reserviert", and with it the rest. */
#define DMS_BOOKING_RESERVATION_OUTCOME_SET 2
/** Empty its fields. */
#define DMS_BOOKING_RESERVATION_OUTCOME_CLEAR 3

/** Row off. */
#define DMS_BOOKING_RESERVATION_ROW_OFF 1
/** Row issued. */
#define DMS_BOOKING_RESERVATION_ROW_ISSUED 2
/** Row clear. */
#define DMS_BOOKING_RESERVATION_ROW_CLEAR 3

/** The settings write no reservations to the vehicle master. */
#define DMS_BOOKING_RESERVATION_BECAUSE_OFF 1
/** The vehicle was issued: it is reserved until the end of the booking. */
#define DMS_BOOKING_RESERVATION_BECAUSE_ISSUED 2

/** The facts of booking.reservation. */
typedef struct dms_booking_reservation_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren". Yes or no. */
  int32_t update_reservation;
  /** What happened: DMS_BOOKING_RESERVATION_EVENT_*. */
  int32_t event;
  /** Nothing yet: 0. */
  uint32_t reserved;
  /** The code of the employee who handed the vehicle out. */
  const char *issuer_code;
  /** Its length in bytes. */
  size_t issuer_code_length;
  /** The planned end of the booking. */
  dms_time planned_end;
  /** The number of the booking's customer. */
  const char *customer_number;
  /** Its length in bytes. */
  size_t customer_number_length;
} dms_booking_reservation_facts;

/** What booking.reservation answers. */
typedef struct dms_booking_reservation_result {
  /** DMS_BOOKING_RESERVATION_OUTCOME_*. */
  int32_t outcome;
  /** DMS_BOOKING_RESERVATION_ROW_*. */
  int32_t row;
  /** Bits DMS_BOOKING_RESERVATION_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** "Reserviert von Mitarbeiter": the code of the issuer. Under set; otherwise NULL. */
  const char *reserved_by;
  /** Its length in bytes. */
  size_t reserved_by_length;
  /** "Reserviert bis": the date of the planned end. Under set; otherwise 0. */
  int32_t reserved_until;
  /** Nothing yet: 0. */
  uint32_t reserved;
  /** "Reserviert von Kunde": the customer's number. Under set; otherwise NULL. */
  const char *reserved_for;
  /** Its length in bytes. */
  size_t reserved_for_length;
} dms_booking_reservation_result;

/**
 * Decides booking.reservation.
 *
 * DMS_STATUS_OUT_OF_RANGE: planned_end where the reservation would end after the year 9999.
 */
int32_t dms_booking_reservation(const dms_booking_reservation_facts *facts,
                                dms_booking_reservation_result *result,
                                dms_error *error);

/*
 * BOOKING.DOCUMENTS (Austria): which documents can be printed, and which are printed now by themselves?
 *
 * because has the documents that can be printed. A document stays available once it is. Each automatic print belongs
 * to one event.
 */

/** The booking was saved. */
#define DMS_BOOKING_DOCUMENTS_EVENT_SAVED 1
/** The vehicle was handed out. */
#define DMS_BOOKING_DOCUMENTS_EVENT_ISSUED 2
/** The vehicle came back. */
#define DMS_BOOKING_DOCUMENTS_EVENT_RETURNED 3

/** "Terminbestätigung". */
#define DMS_BOOKING_DOCUMENTS_DOCUMENT_CONFIRMATION 1
/** "Vertrag" ("Ausgabebeleg"). */
#define DMS_BOOKING_DOCUMENTS_DOCUMENT_CONTRACT 2
/** "Rückgabebestätigung". */
#define DMS_BOOKING_DOCUMENTS_DOCUMENT_RETURN_CONFIRMATION 4
/** "Probefahrtbescheinigung". */
#define DMS_BOOKING_DOCUMENTS_DOCUMENT_TRIAL_CERTIFICATE 8
/** "Probefahrtbescheinigung – Zusatzblatt". */
#define DMS_BOOKING_DOCUMENTS_DOCUMENT_TRIAL_SUPPLEMENT 16
/** "Vertrag, Probefahrtbescheinigung und Zusatzblatt". */
#define DMS_BOOKING_DOCUMENTS_DOCUMENT_TRIAL_CONTRACT 32
/** "Übersicht", in the logbook. */
#define DMS_BOOKING_DOCUMENTS_DOCUMENT_OVERVIEW 64

/** The confirmation can be printed from the planning on. */
#define DMS_BOOKING_DOCUMENTS_BECAUSE_CONFIRMATION 1
/** The contract can be printed from the planning on. */
#define DMS_BOOKING_DOCUMENTS_BECAUSE_CONTRACT 2
/** The confirmation of the return can be printed. */
#define DMS_BOOKING_DOCUMENTS_BECAUSE_RETURN_CONFIRMATION 4
/** The test-drive certificate can be printed. */
#define DMS_BOOKING_DOCUMENTS_BECAUSE_TRIAL_CERTIFICATE 8
/** The supplement to the test-drive certificate can be printed. */
#define DMS_BOOKING_DOCUMENTS_BECAUSE_TRIAL_SUPPLEMENT 16
/** Contract, test-drive certificate and supplement can be printed together. */
#define DMS_BOOKING_DOCUMENTS_BECAUSE_TRIAL_CONTRACT 32
/** The overview can always be printed in the logbook. */
#define DMS_BOOKING_DOCUMENTS_BECAUSE_OVERVIEW 64

/** The facts of booking.documents. */
typedef struct dms_booking_documents_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The kind of the booking: DMS_BOOKING_KIND_*. */
  int32_t kind;
  /** How far the booking has come: DMS_BOOKING_STATUS_PLANNED, _ISSUED, _OVERDUE, _RETURNED. */
  int32_t status;
  /** What has just happened; none where somebody only looks. One of DMS_BOOKING_DOCUMENTS_EVENT_*. */
  int32_t event;
  /** Whether it is known. */
  int32_t has_event;
  /** The setting "Terminbestätigung automatisch drucken". Yes or no. */
  int32_t print_confirmation;
  /** The setting "Ausgabebeleg (Vertrag) automatisch drucken". Yes or no. */
  int32_t print_contract;
  /** The setting "Rückgabebestätigung automatisch drucken". Yes or no. */
  int32_t print_return_confirmation;
} dms_booking_documents_facts;

/** What booking.documents answers. */
typedef struct dms_booking_documents_result {
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_DOCUMENTS_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** What can be printed: bits DMS_BOOKING_DOCUMENTS_DOCUMENT_*. */
  uint32_t available;
  /** What is printed now by itself: bits DMS_BOOKING_DOCUMENTS_DOCUMENT_*. */
  uint32_t print_now;
} dms_booking_documents_result;

/** Decides booking.documents. */
int32_t dms_booking_documents(const dms_booking_documents_facts *facts,
                              dms_booking_documents_result *result,
                              dms_error *error);

/*
 * BOOKING.ACTIONS (Austria): what can be done with a booking in the logbook and the managers' menus?
 *
 * Each action that is not available names the first reason that holds. Deleting a test drive that was handed out is
 * let through with the advisory trial_logbook_record.
 */

/** Open the booking. */
#define DMS_BOOKING_ACTIONS_ACTION_OPEN 1
/** Delete it. */
#define DMS_BOOKING_ACTIONS_ACTION_DELETE 2
/** "Fahrzeug ausgeben". */
#define DMS_BOOKING_ACTIONS_ACTION_ISSUE 3
/** "Sofortausgabe". */
#define DMS_BOOKING_ACTIONS_ACTION_ISSUE_NOW 4
/** "Ausgabe stornieren". */
#define DMS_BOOKING_ACTIONS_ACTION_CANCEL_ISSUE 5
/** "Fahrzeug zurücknehmen". */
#define DMS_BOOKING_ACTIONS_ACTION_TAKE_BACK 6
/** "Abrechnung". */
#define DMS_BOOKING_ACTIONS_ACTION_SETTLE 7
/** "Aufruf Fahrzeugstamm". */
#define DMS_BOOKING_ACTIONS_ACTION_VEHICLE_MASTER 8
/** "Druck von Belegen". */
#define DMS_BOOKING_ACTIONS_ACTION_PRINT 9
/** "Neu mit Vorlage". */
#define DMS_BOOKING_ACTIONS_ACTION_NEW_FROM_TEMPLATE 10
/** "Termin bestätigen". */
#define DMS_BOOKING_ACTIONS_ACTION_CONFIRM 11
/** "Terminbestätigung aufheben". */
#define DMS_BOOKING_ACTIONS_ACTION_UNCONFIRM 12

/** Bookings of this kind do not have this. */
#define DMS_BOOKING_ACTIONS_BECAUSE_NOT_FOR_THIS_KIND 1
/** The user lacks the right for bookings of this kind. */
#define DMS_BOOKING_ACTIONS_BECAUSE_RIGHT_MISSING 2
/** The user may only touch own entries, and this is somebody else's. */
#define DMS_BOOKING_ACTIONS_BECAUSE_NOT_OWN_ENTRY 4
/** The vehicle has already been issued on this booking. */
#define DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_ISSUED 8
/** The vehicle has not been issued on this booking. */
#define DMS_BOOKING_ACTIONS_BECAUSE_NOT_ISSUED 16
/** The vehicle has already been taken back. */
#define DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_RETURNED 32
/** The vehicle has not been taken back yet. */
#define DMS_BOOKING_ACTIONS_BECAUSE_NOT_RETURNED 64
/** The booking has already been settled. */
#define DMS_BOOKING_ACTIONS_BECAUSE_ALREADY_SETTLED 128
/** The booking is confirmed, and thereby locked. */
#define DMS_BOOKING_ACTIONS_BECAUSE_CONFIRMED 256
/** The booking is not confirmed. */
#define DMS_BOOKING_ACTIONS_BECAUSE_NOT_CONFIRMED 512

/** Deleting it would remove a test drive that took place from the logbook. */
#define DMS_BOOKING_ACTIONS_ADVISORY_TRIAL_LOGBOOK_RECORD 1

/**
 * The length of an array in which each value DMS_BOOKING_ACTIONS_ACTION_* has the place that is its number, counted
 * from 0; place 0 is left over and holds 0.
 */
#define DMS_BOOKING_ACTIONS_ACTION_PLACES 13

/** The facts of booking.actions. */
typedef struct dms_booking_actions_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The kind of the booking: DMS_BOOKING_KIND_*. */
  int32_t kind;
  /** How far the booking has come: DMS_BOOKING_STATUS_PLANNED, _ISSUED, _OVERDUE, _RETURNED. */
  int32_t status;
  /** The booking has been settled; only once the vehicle came back. Yes or no. */
  int32_t settled;
  /** The booking is confirmed. Yes or no. */
  int32_t confirmed;
  /** The rights that the user has for this kind: bits DMS_BOOKING_RIGHT_*. */
  uint32_t rights;
  /** The user entered the booking. Yes or no. */
  int32_t created_by_user;
} dms_booking_actions_facts;

/** What booking.actions answers. */
typedef struct dms_booking_actions_result {
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_ACTIONS_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_BOOKING_ACTIONS_ADVISORY_*. */
  uint32_t advisories;
  /**
   * All other actions, each with the first reason that holds. At the place that is the number
   * DMS_BOOKING_ACTIONS_ACTION_*: 0 where it is not among them, otherwise the one bit DMS_BOOKING_ACTIONS_BECAUSE_*
   * of why.
   */
  uint32_t unavailable_because[DMS_BOOKING_ACTIONS_ACTION_PLACES];
} dms_booking_actions_result;

/**
 * Decides booking.actions.
 *
 * DMS_STATUS_CONTRADICTION: settled of a booking that is not returned.
 */
int32_t dms_booking_actions(const dms_booking_actions_facts *facts,
                            dms_booking_actions_result *result,
                            dms_error *error);

/*
 * BOOKING.SETTLEMENT (Austria): can the booking be settled?
 *
 * Once, when the vehicle is back, and with all that the calculation needs. A blank text counts as not given; 0
 * kilometres and 0 days count as given.
 */

/** A new order. */
#define DMS_BOOKING_SETTLEMENT_ORDER_TARGET_NEW 1
/** An order that exists. */
#define DMS_BOOKING_SETTLEMENT_ORDER_TARGET_EXISTING 2

/** It can. */
#define DMS_BOOKING_SETTLEMENT_OUTCOME_ALLOWED 1
/** It cannot. */
#define DMS_BOOKING_SETTLEMENT_OUTCOME_REFUSED 2

/** Test drives are not settled: only replacement and rental vehicles are. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_NOT_FOR_THIS_KIND 1
/** The right to settle bookings of this kind is missing. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_RIGHT_MISSING 2
/** The vehicle has not been taken back yet. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_NOT_RETURNED 4
/** The booking has already been settled. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_ALREADY_SETTLED 8
/** No position code has been chosen. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_POSITION_CODE_MISSING 16
/** The number of the existing order is missing. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_ORDER_NUMBER_MISSING 32
/** The tariff model is missing. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_TARIFF_MODEL_MISSING 64
/** The hull-cover model is missing. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_HULL_COVER_MODEL_MISSING 128
/** The kilometres driven are missing. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_KILOMETRES_MISSING 256
/** The days of use are missing. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_DAYS_OF_USE_MISSING 512
/** The insurance is missing. */
#define DMS_BOOKING_SETTLEMENT_BECAUSE_INSURANCE_MISSING 1024

/** The facts of booking.settlement. A blank text counts as not given. */
typedef struct dms_booking_settlement_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The kind of the booking: DMS_BOOKING_KIND_*. */
  int32_t kind;
  /** How far the booking has come: DMS_BOOKING_STATUS_PLANNED, _ISSUED, _OVERDUE, _RETURNED. */
  int32_t status;
  /** The booking has been settled; only once the vehicle came back. Yes or no. */
  int32_t settled;
  /** The user has the right "Verrechnung durchführen" for this kind. Yes or no. */
  int32_t may_settle;
  /** Nothing yet: 0. */
  uint32_t reserved;
  /** The tariff model ("Tarifmodell"). */
  const char *tariff_model;
  /** Its length in bytes. */
  size_t tariff_model_length;
  /** Whether it is known. */
  int32_t has_tariff_model;
  /** Nothing yet: 0. */
  uint32_t reserved_2;
  /** The hull-cover model ("Kaskomodell"). */
  const char *hull_cover_model;
  /** Its length in bytes. */
  size_t hull_cover_model_length;
  /** Whether it is known. */
  int32_t has_hull_cover_model;
  /** The distance driven, in km. */
  int32_t kilometres;
  /** Whether it is known. */
  int32_t has_kilometres;
  /** Nothing yet: 0. */
  uint32_t reserved_3;
  /** The days of use ("Tage der Nutzung"). 0 to 4,294,967,295. */
  int64_t days_of_use;
  /** Whether it is known. */
  int32_t has_days_of_use;
  /** Nothing yet: 0. */
  uint32_t reserved_4;
  /** The insurance. */
  const char *insurance;
  /** Its length in bytes. */
  size_t insurance_length;
  /** Whether it is known. */
  int32_t has_insurance;
  /** Nothing yet: 0. */
  uint32_t reserved_5;
  /** The position code ("Positionscode") of the line on the order. */
  const char *position_code;
  /** Its length in bytes. */
  size_t position_code_length;
  /** Whether it is known. */
  int32_t has_position_code;
  /** Where the line goes: DMS_BOOKING_SETTLEMENT_ORDER_TARGET_*. */
  int32_t order_target;
  /** The number of the existing order; a new one needs none. */
  const char *order_number;
  /** Its length in bytes. */
  size_t order_number_length;
  /** Whether it is known. */
  int32_t has_order_number;
  /** Copy the comment of the handover into the line; true unless said. Yes or no. */
  int32_t copy_comment;
  /** Whether it is set; 1 unless it is. */
  int32_t has_copy_comment;
  /** Nothing yet: 0. */
  uint32_t reserved_6;
} dms_booking_settlement_facts;

/** What booking.settlement answers. */
typedef struct dms_booking_settlement_result {
  /** DMS_BOOKING_SETTLEMENT_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_SETTLEMENT_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** Copy the comment of the handover into the line. Yes or no. Under allowed; otherwise 0. */
  int32_t copy_comment;
} dms_booking_settlement_result;

/**
 * Decides booking.settlement.
 *
 * DMS_STATUS_CONTRADICTION: settled of a booking that is not returned.
 */
int32_t dms_booking_settlement(const dms_booking_settlement_facts *facts,
                               dms_booking_settlement_result *result,
                               dms_error *error);

/*
 * BOOKING.CONFIRMATION (Austria): what does confirming a service appointment do to its replacement booking?
 *
 * The booking gets the appointment's flag, whatever its own was before.
 */

/** "Termin bestätigen". */
#define DMS_BOOKING_CONFIRMATION_EVENT_CONFIRM 1
/** "Terminbestätigung aufheben". */
#define DMS_BOOKING_CONFIRMATION_EVENT_UNCONFIRM 2

/** Row confirm. */
#define DMS_BOOKING_CONFIRMATION_ROW_CONFIRM 1
/** Row unconfirm. */
#define DMS_BOOKING_CONFIRMATION_ROW_UNCONFIRM 2

/** The service appointment is confirmed, and its replacement booking with it. */
#define DMS_BOOKING_CONFIRMATION_BECAUSE_CONFIRM 1

/** The facts of booking.confirmation. */
typedef struct dms_booking_confirmation_facts {
  /** The size of this struct. */
  uint32_t size;
  /** What is done to the service appointment: DMS_BOOKING_CONFIRMATION_EVENT_*. */
  int32_t event;
  /** The service appointment has a replacement booking. Yes or no. */
  int32_t has_replacement_booking;
} dms_booking_confirmation_facts;

/** What booking.confirmation answers. */
typedef struct dms_booking_confirmation_result {
  /** DMS_BOOKING_CONFIRMATION_ROW_*. */
  int32_t row;
  /** Bits DMS_BOOKING_CONFIRMATION_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** Whether the service appointment is confirmed. Yes or no. */
  int32_t appointment_confirmed;
  /** Whether its replacement booking is; none where it has no booking. Yes or no. */
  int32_t booking_confirmed;
  /** Whether there is one. */
  int32_t has_booking_confirmed;
} dms_booking_confirmation_result;

/** Decides booking.confirmation. */
int32_t dms_booking_confirmation(const dms_booking_confirmation_facts *facts,
                                 dms_booking_confirmation_result *result,
                                 dms_error *error);

/*
 * BOOKING.MAINTENANCE_CONTRACT (Austria): what does a maintenance contract opened from a rental start with?
 *
 * Only a rental opens one. It is never saved by itself. A VIN that cannot be one is kept as entered.
 */

/** It can. */
#define DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_ALLOWED 1
/** It cannot. */
#define DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_REFUSED 2

/** Maintenance contracts are opened from rentals only. */
#define DMS_BOOKING_MAINTENANCE_CONTRACT_BECAUSE_NOT_FOR_THIS_KIND 1

/** The bytes that a text made for the answer may take, its closing NUL included. */
#define DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE 256

/** The facts of booking.maintenance_contract. */
typedef struct dms_booking_maintenance_contract_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The kind of the booking: DMS_BOOKING_KIND_*. */
  int32_t kind;
  /** The number of the booking ("Vorgangsnummer"). */
  const char *process_number;
  /** Its length in bytes. */
  size_t process_number_length;
  /** The VIN of the vehicle as entered. */
  const char *vin;
  /** Its length in bytes. */
  size_t vin_length;
  /** Who rented the vehicle. */
  const char *invoice_recipient;
  /** Its length in bytes. */
  size_t invoice_recipient_length;
  /** The first day of the contract. */
  int32_t valid_from;
  /** Its last day; not before the first. */
  int32_t valid_to;
} dms_booking_maintenance_contract_facts;

/** What booking.maintenance_contract answers. */
typedef struct dms_booking_maintenance_contract_result {
  /** DMS_BOOKING_MAINTENANCE_CONTRACT_OUTCOME_*. */
  int32_t outcome;
  /** 0: every reason that holds is in because. */
  int32_t row;
  /** Bits DMS_BOOKING_MAINTENANCE_CONTRACT_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /**
   * The number of the contract ("Wartungsvertragsnummer"). UTF-8 with a closing NUL. Under allowed; otherwise
   * empty.
   */
  char number[DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE];
  /** Its length in bytes, without the closing NUL; a NUL that the facts have inside is counted. */
  size_t number_length;
  /** The vehicle. UTF-8 with a closing NUL. Under allowed; otherwise empty. */
  char vin[DMS_BOOKING_MAINTENANCE_CONTRACT_TEXT_SIZE];
  /** Its length in bytes, without the closing NUL; a NUL that the facts have inside is counted. */
  size_t vin_length;
  /** Who rented the vehicle, and pays. Under allowed; otherwise NULL. */
  const char *invoice_recipient;
  /** Its length in bytes. */
  size_t invoice_recipient_length;
  /** "Datum gültig ab". Under allowed; otherwise 0. */
  int32_t valid_from;
  /** "Datum gültig bis". Under allowed; otherwise 0. */
  int32_t valid_to;
  /** Never: a person saves the contract. Yes or no. Under allowed; otherwise 0. */
  int32_t saved;
  /** Nothing yet: 0. */
  uint32_t reserved;
} dms_booking_maintenance_contract_result;

/**
 * Decides booking.maintenance_contract.
 *
 * DMS_STATUS_CONTRADICTION: valid_to before valid_from.
 */
int32_t dms_booking_maintenance_contract(const dms_booking_maintenance_contract_facts *facts,
                                         dms_booking_maintenance_contract_result *result,
                                         dms_error *error);

/*
 * INSPECTION (Austria): The Austrian register of the §57a inspections ("Pickerlbuch").
 *
 * What several decisions share.
 */

/** A private car (M1). */
#define DMS_INSPECTION_VEHICLE_PRIVATE_CAR 1
/** A moped, motorcycle or light four-wheeler (L). */
#define DMS_INSPECTION_VEHICLE_CLASS_L 2
/** A historic vehicle. */
#define DMS_INSPECTION_VEHICLE_HISTORIC 3
/** A light trailer (O1, O2). */
#define DMS_INSPECTION_VEHICLE_LIGHT_TRAILER 4
/** A tractor of up to 40 km/h. */
#define DMS_INSPECTION_VEHICLE_TRACTOR_TO_40 5
/** A farm trailer. */
#define DMS_INSPECTION_VEHICLE_FARM_TRAILER 6
/** A vehicle for goods (N). */
#define DMS_INSPECTION_VEHICLE_GOODS_VEHICLE 7
/** A bus (M2, M3). */
#define DMS_INSPECTION_VEHICLE_BUS 8
/** A taxi. */
#define DMS_INSPECTION_VEHICLE_TAXI 9
/** An ambulance. */
#define DMS_INSPECTION_VEHICLE_AMBULANCE 10
/** A heavy trailer (O3, O4). */
#define DMS_INSPECTION_VEHICLE_HEAVY_TRAILER 11
/** A tractor of more than 40 km/h. */
#define DMS_INSPECTION_VEHICLE_TRACTOR_OVER_40 12

/** Class A. */
#define DMS_INSPECTION_CLASS_A 1
/** Class B. */
#define DMS_INSPECTION_CLASS_B 2

/** Every year. */
#define DMS_INSPECTION_INTERVALS_YEARLY 1
/** After three years, then two, then every year. */
#define DMS_INSPECTION_INTERVALS_THREE_TWO_ONE 2
/** After three years, then every two. */
#define DMS_INSPECTION_INTERVALS_THREE_TWO_TWO 3
/** Every two years. */
#define DMS_INSPECTION_INTERVALS_TWO_YEARLY 4

/*
 * INSPECTION.IMPORT (Austria): what does one report of EBV change in the register, the order and the vehicles?
 *
 * because has the hints of the error protocol, each about something that is updated all the same. The invoice number
 * and date stand in the register only once the order is invoiced; the order is updated only before. Advisories:
 * cancelled_report, failed_inspection, replacement_plaque.
 */

/** The odometer reading in the order was higher than in EBV; it is overwritten all the same. */
#define DMS_INSPECTION_IMPORT_BECAUSE_ORDER_ODOMETER_HIGHER 1
/** The inspection date in the order was later than in EBV; it is overwritten all the same. */
#define DMS_INSPECTION_IMPORT_BECAUSE_ORDER_DATE_HIGHER 2
/** The odometer reading of the customer vehicle was higher than in EBV; it is overwritten all the same. */
#define DMS_INSPECTION_IMPORT_BECAUSE_CUSTOMER_VEHICLE_ODOMETER_HIGHER 4
/** The inspection date of the customer vehicle was later than in EBV; it is overwritten all the same. */
#define DMS_INSPECTION_IMPORT_BECAUSE_CUSTOMER_VEHICLE_DATE_HIGHER 8
/** The odometer reading of the trade vehicle was higher than in EBV; it is overwritten all the same. */
#define DMS_INSPECTION_IMPORT_BECAUSE_TRADE_VEHICLE_ODOMETER_HIGHER 16
/** The inspection date of the trade vehicle was later than in EBV; it is overwritten all the same. */
#define DMS_INSPECTION_IMPORT_BECAUSE_TRADE_VEHICLE_DATE_HIGHER 32
/** Several customer vehicles have this chassis number: none of them is updated. */
#define DMS_INSPECTION_IMPORT_BECAUSE_VIN_AMBIGUOUS 64
/** Neither an order nor a customer vehicle nor a trade vehicle was found. */
#define DMS_INSPECTION_IMPORT_BECAUSE_NOTHING_FOUND 128

/** The report was cancelled in EBV: check the inspection date. */
#define DMS_INSPECTION_IMPORT_ADVISORY_CANCELLED_REPORT 1
/** The vehicle failed the inspection: check the inspection date. */
#define DMS_INSPECTION_IMPORT_ADVISORY_FAILED_INSPECTION 2
/** It is a replacement plaque: check the inspection date. */
#define DMS_INSPECTION_IMPORT_ADVISORY_REPLACEMENT_PLAQUE 4

/*
 * INSPECTION.REGISTER_FROM_ORDER (Austria): which entries does an invoiced order make in the register?
 *
 * One for each configured number that occurs in its lines, none for an E-order. An inspection date is updated only
 * where an entry is made, by inspection.next_due with the manual's window and a yearly interval. Advisory:
 * outside_window.
 */

/** Row e_order_ignored. */
#define DMS_INSPECTION_REGISTER_FROM_ORDER_ROW_E_ORDER_IGNORED 1
/** Row nothing_configured_occurs. */
#define DMS_INSPECTION_REGISTER_FROM_ORDER_ROW_NOTHING_CONFIGURED_OCCURS 2
/** Row registered. */
#define DMS_INSPECTION_REGISTER_FROM_ORDER_ROW_REGISTERED 3

/** It is an E-order: E-orders are not taken into account. */
#define DMS_INSPECTION_REGISTER_FROM_ORDER_BECAUSE_E_ORDER_IGNORED 1
/** None of the numbers set for inspections occurs in the order. */
#define DMS_INSPECTION_REGISTER_FROM_ORDER_BECAUSE_NOTHING_CONFIGURED_OCCURS 2

/** The month inspected lies outside the statutory window: check the next inspection date. */
#define DMS_INSPECTION_REGISTER_FROM_ORDER_ADVISORY_OUTSIDE_WINDOW 1

/*
 * INSPECTION.NEXT_DUE (Austria): in which month is the next inspection due?
 *
 * The nominal month is the registration month nearest to today whose window holds today's month; the next inspection
 * is due so many months after it. Outside every window the registration month that comes next is taken, with the
 * advisory outside_window. The window is the manual's unless given; the law's own is told by inspection.window.
 */

/** Row in_window. */
#define DMS_INSPECTION_NEXT_DUE_ROW_IN_WINDOW 1
/** Row outside_window. */
#define DMS_INSPECTION_NEXT_DUE_ROW_OUTSIDE_WINDOW 2

/** The month inspected lies within the window around the registration month. */
#define DMS_INSPECTION_NEXT_DUE_BECAUSE_IN_WINDOW 1

/** The month inspected lies outside the statutory window: check the next inspection date. */
#define DMS_INSPECTION_NEXT_DUE_ADVISORY_OUTSIDE_WINDOW 1

/** The facts of inspection.next_due. */
typedef struct dms_inspection_next_due_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The date of the day end ("Tagesabschlussdatum") at which the inspection was invoiced. */
  int32_t today;
  /** The day of the first registration; only its month counts. */
  int32_t first_registration;
  /** How many months after the nominal month the next inspection is due, at least 1; 12 unless given. 1 to 65,535. */
  int32_t interval_months;
  /** Whether it is set; 12 unless it is. */
  int32_t has_interval_months;
  /** How many months before the nominal month the window opens, 0 to 11; 1 unless given. 0 to 11. */
  int32_t months_before;
  /** Whether it is set; 1 unless it is. */
  int32_t has_months_before;
  /** How many months after the nominal month the window closes, 0 to 11; 2 unless given. 0 to 11. */
  int32_t months_after;
  /** Whether it is set; 2 unless it is. */
  int32_t has_months_after;
} dms_inspection_next_due_facts;

/** What inspection.next_due answers. */
typedef struct dms_inspection_next_due_result {
  /** DMS_INSPECTION_NEXT_DUE_ROW_*. */
  int32_t row;
  /** Bits DMS_INSPECTION_NEXT_DUE_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_INSPECTION_NEXT_DUE_ADVISORY_*. */
  uint32_t advisories;
  /** The first day of the month. */
  int32_t due;
} dms_inspection_next_due_result;

/**
 * Decides inspection.next_due.
 *
 * DMS_STATUS_CONTRADICTION: first_registration after today.
 *
 * DMS_STATUS_OUT_OF_RANGE: interval_months within a window, else today, where the inspection would be due after
 * the year 9999.
 */
int32_t dms_inspection_next_due(const dms_inspection_next_due_facts *facts,
                                dms_inspection_next_due_result *result,
                                dms_error *error);

/*
 * INSPECTION.WINDOW (Austria): what are the statutory window and intervals of a vehicle on a day?
 *
 * Where no window is known, none is guessed; the intervals are known all the same. What the law says is dated data,
 * each value with the place where it was read.
 */

/** Row statutory. */
#define DMS_INSPECTION_WINDOW_ROW_STATUTORY 1
/** Row no_data. */
#define DMS_INSPECTION_WINDOW_ROW_NO_DATA 2

/** The law sets this window for the vehicle on that day. */
#define DMS_INSPECTION_WINDOW_BECAUSE_STATUTORY 1

/** The facts of inspection.window. */
typedef struct dms_inspection_window_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The kind of vehicle: DMS_INSPECTION_VEHICLE_*. */
  int32_t vehicle;
  /** The day for which the law is asked. */
  int32_t on;
} dms_inspection_window_facts;

/** What inspection.window answers. */
typedef struct dms_inspection_window_result {
  /** DMS_INSPECTION_WINDOW_ROW_*. */
  int32_t row;
  /** Bits DMS_INSPECTION_WINDOW_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /** Which of the two windows holds; none where no window is known. One of DMS_INSPECTION_*. */
  int32_t window_class;
  /** Whether there is one. */
  int32_t has_window_class;
  /** How many months before the nominal month the window opens. 0 to 65,535. */
  int32_t months_before;
  /** Whether there is one. */
  int32_t has_months_before;
  /** How many months after the nominal month the window closes. 0 to 65,535. */
  int32_t months_after;
  /** Whether there is one. */
  int32_t has_months_after;
  /** After how many years the inspections follow one another: DMS_INSPECTION_INTERVALS_*. */
  int32_t intervals;
} dms_inspection_window_result;

/** Decides inspection.window. */
int32_t dms_inspection_window(const dms_inspection_window_facts *facts,
                              dms_inspection_window_result *result,
                              dms_error *error);

/*
 * INSPECTION.MONTH_END (Austria): at the month end, is an overdue inspection date rolled on?
 *
 * By whole intervals to a day after the month end. Nobody inspected the vehicle: the advisory
 * estimated_without_inspection says so.
 */

/** Row disabled. */
#define DMS_INSPECTION_MONTH_END_ROW_DISABLED 1
/** Row not_overdue. */
#define DMS_INSPECTION_MONTH_END_ROW_NOT_OVERDUE 2
/** Row rolled. */
#define DMS_INSPECTION_MONTH_END_ROW_ROLLED 3

/** The settings do not roll inspection dates on at the month end. */
#define DMS_INSPECTION_MONTH_END_BECAUSE_DISABLED 1
/** The inspection is not overdue beyond the period that was set. */
#define DMS_INSPECTION_MONTH_END_BECAUSE_NOT_OVERDUE 2

/** The new date is an estimate: no inspection is known. */
#define DMS_INSPECTION_MONTH_END_ADVISORY_ESTIMATED_WITHOUT_INSPECTION 1

/** The facts of inspection.month_end. */
typedef struct dms_inspection_month_end_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The setting: overdue dates are rolled on at the month end. Yes or no. */
  int32_t enabled;
  /** The day on which the inspection is due. */
  int32_t due;
  /** The date of the month end ("Monatsabschluss"). */
  int32_t month_end;
  /** The setting: how many months a date may be overdue before it is rolled on. 0 to 65,535. */
  int32_t grace_months;
  /** The months between two inspections, at least 1. 1 to 65,535. */
  int32_t interval_months;
} dms_inspection_month_end_facts;

/** What inspection.month_end answers. */
typedef struct dms_inspection_month_end_result {
  /** DMS_INSPECTION_MONTH_END_ROW_*. */
  int32_t row;
  /** Bits DMS_INSPECTION_MONTH_END_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_INSPECTION_MONTH_END_ADVISORY_*. */
  uint32_t advisories;
  /** The day. */
  int32_t due;
} dms_inspection_month_end_result;

/**
 * Decides inspection.month_end.
 *
 * DMS_STATUS_OUT_OF_RANGE: due where the date would lie after the year 9999.
 */
int32_t dms_inspection_month_end(const dms_inspection_month_end_facts *facts,
                                 dms_inspection_month_end_result *result,
                                 dms_error *error);

/*
 * INSPECTION.SOURCES (Austria): does the register get its data in one way only?
 *
 * Two ways are a conflict: inspections would be entered twice.
 */

/** The register has one source. */
#define DMS_INSPECTION_SOURCES_OUTCOME_OK 1
/** It has two, and would enter inspections twice. */
#define DMS_INSPECTION_SOURCES_OUTCOME_CONFLICT 2
/** It has none. */
#define DMS_INSPECTION_SOURCES_OUTCOME_NONE 3

/** Row two_sources. */
#define DMS_INSPECTION_SOURCES_ROW_TWO_SOURCES 1
/** Row no_source. */
#define DMS_INSPECTION_SOURCES_ROW_NO_SOURCE 2
/** Row one_source. */
#define DMS_INSPECTION_SOURCES_ROW_ONE_SOURCE 3

/** The register takes its data from EBV and from invoicing: inspections would be entered twice. */
#define DMS_INSPECTION_SOURCES_BECAUSE_TWO_SOURCES 1
/** The register takes its data neither from EBV nor from invoicing. */
#define DMS_INSPECTION_SOURCES_BECAUSE_NO_SOURCE 2

/** The facts of inspection.sources. */
typedef struct dms_inspection_sources_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The register takes over the reports of EBV. Yes or no. */
  int32_t from_ebv;
  /** The register takes over entries from invoicing. Yes or no. */
  int32_t from_invoicing;
} dms_inspection_sources_facts;

/** What inspection.sources answers. */
typedef struct dms_inspection_sources_result {
  /** DMS_INSPECTION_SOURCES_OUTCOME_*. */
  int32_t outcome;
  /** DMS_INSPECTION_SOURCES_ROW_*. */
  int32_t row;
  /** Bits DMS_INSPECTION_SOURCES_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
} dms_inspection_sources_result;

/** Decides inspection.sources. */
int32_t dms_inspection_sources(const dms_inspection_sources_facts *facts,
                               dms_inspection_sources_result *result,
                               dms_error *error);

/*
 * NUMBERS of the decisions
 */

/** vin.check: dms_vin_check. */
#define DMS_DECISION_VIN_CHECK 1
/** car_pass.enrolment: dms_car_pass_enrolment. */
#define DMS_DECISION_CAR_PASS_ENROLMENT 2
/** car_pass.visible: dms_car_pass_visible. */
#define DMS_DECISION_CAR_PASS_VISIBLE 3
/** car_pass.readiness: dms_car_pass_readiness. */
#define DMS_DECISION_CAR_PASS_READINESS 4
/** car_pass.prompt: dms_car_pass_prompt. */
#define DMS_DECISION_CAR_PASS_PROMPT 14
/** car_pass.badge: dms_car_pass_badge. */
#define DMS_DECISION_CAR_PASS_BADGE 15
/** car_pass.start_of_work: dms_car_pass_start_of_work. */
#define DMS_DECISION_CAR_PASS_START_OF_WORK 16
/** car_pass.submission: dms_car_pass_submission. */
#define DMS_DECISION_CAR_PASS_SUBMISSION 17
/** car_pass.lifecycle: dms_car_pass_lifecycle. */
#define DMS_DECISION_CAR_PASS_LIFECYCLE 18
/** car_pass.actions: dms_car_pass_actions. */
#define DMS_DECISION_CAR_PASS_ACTIONS 19
/** car_pass.invoicing: dms_car_pass_invoicing. */
#define DMS_DECISION_CAR_PASS_INVOICING 20
/** car_pass.account: dms_car_pass_account. */
#define DMS_DECISION_CAR_PASS_ACCOUNT 21
/** car_pass.history: dms_car_pass_history. */
#define DMS_DECISION_CAR_PASS_HISTORY 22
/** car_pass.worklist: by JSON alone. */
#define DMS_DECISION_CAR_PASS_WORKLIST 23
/** okr.option: dms_okr_option. */
#define DMS_DECISION_OKR_OPTION 5
/** okr.choice: dms_okr_choice. */
#define DMS_DECISION_OKR_CHOICE 6
/** okr.mutation: dms_okr_mutation. */
#define DMS_DECISION_OKR_MUTATION 7
/** quarter_hour.floor: dms_quarter_hour_floor. */
#define DMS_DECISION_QUARTER_HOUR_FLOOR 8
/** quarter_hour.ceil: dms_quarter_hour_ceil. */
#define DMS_DECISION_QUARTER_HOUR_CEIL 9
/** quarter_hour.nearest: dms_quarter_hour_nearest. */
#define DMS_DECISION_QUARTER_HOUR_NEAREST 10
/** quarter_hour.next: dms_quarter_hour_next. */
#define DMS_DECISION_QUARTER_HOUR_NEXT 11
/** booking.issue_limit: dms_booking_issue_limit. */
#define DMS_DECISION_BOOKING_ISSUE_LIMIT 12
/** booking.issue: dms_booking_issue. */
#define DMS_DECISION_BOOKING_ISSUE 13
/** booking.plan: by JSON alone. */
#define DMS_DECISION_BOOKING_PLAN 24
/** booking.issue_prefill: by JSON alone. */
#define DMS_DECISION_BOOKING_ISSUE_PREFILL 25
/** booking.follows_master: dms_booking_follows_master. */
#define DMS_DECISION_BOOKING_FOLLOWS_MASTER 26
/** booking.status: dms_booking_status. */
#define DMS_DECISION_BOOKING_STATUS 27
/** booking.permission: dms_booking_permission. */
#define DMS_DECISION_BOOKING_PERMISSION 28
/** booking.editable: dms_booking_editable. */
#define DMS_DECISION_BOOKING_EDITABLE 29
/** booking.cancel_issue: dms_booking_cancel_issue. */
#define DMS_DECISION_BOOKING_CANCEL_ISSUE 30
/** booking.take_back: dms_booking_take_back. */
#define DMS_DECISION_BOOKING_TAKE_BACK 31
/** booking.amend_handover: by JSON alone. */
#define DMS_DECISION_BOOKING_AMEND_HANDOVER 32
/** booking.odometer: dms_booking_odometer. */
#define DMS_DECISION_BOOKING_ODOMETER 33
/** booking.template: dms_booking_template. */
#define DMS_DECISION_BOOKING_TEMPLATE 34
/** booking.advisor: dms_booking_advisor. */
#define DMS_DECISION_BOOKING_ADVISOR 35
/** booking.driver: dms_booking_driver. */
#define DMS_DECISION_BOOKING_DRIVER 36
/** booking.reservation: dms_booking_reservation. */
#define DMS_DECISION_BOOKING_RESERVATION 37
/** booking.documents: dms_booking_documents. */
#define DMS_DECISION_BOOKING_DOCUMENTS 38
/** booking.actions: dms_booking_actions. */
#define DMS_DECISION_BOOKING_ACTIONS 39
/** booking.settlement: dms_booking_settlement. */
#define DMS_DECISION_BOOKING_SETTLEMENT 40
/** booking.confirmation: dms_booking_confirmation. */
#define DMS_DECISION_BOOKING_CONFIRMATION 41
/** booking.maintenance_contract: dms_booking_maintenance_contract. */
#define DMS_DECISION_BOOKING_MAINTENANCE_CONTRACT 42
/** inspection.import: by JSON alone. */
#define DMS_DECISION_INSPECTION_IMPORT 43
/** inspection.register_from_order: by JSON alone. */
#define DMS_DECISION_INSPECTION_REGISTER_FROM_ORDER 44
/** inspection.next_due: dms_inspection_next_due. */
#define DMS_DECISION_INSPECTION_NEXT_DUE 45
/** inspection.window: dms_inspection_window. */
#define DMS_DECISION_INSPECTION_WINDOW 46
/** inspection.month_end: dms_inspection_month_end. */
#define DMS_DECISION_INSPECTION_MONTH_END 47
/** inspection.sources: dms_inspection_sources. */
#define DMS_DECISION_INSPECTION_SOURCES 48

/*
 * DECISIONS, and the ids and texts of what they answer
 *
 * Ids are the stable names that stand in the rules and in JSON: okr.option, apk_reported. Texts are one line for
 * the workshop's staff.
 */

/** English. */
#define DMS_LANGUAGE_EN 1
/** Dutch. */
#define DMS_LANGUAGE_NL 2
/** French. */
#define DMS_LANGUAGE_FR 3
/** German. */
#define DMS_LANGUAGE_DE 4

/** The version of the library, such as 0.1.0. */
int32_t dms_version(const char **version, dms_error *error);

/** The id of a decision, such as okr.option. */
int32_t dms_decision_id(int32_t decision, const char **id, dms_error *error);

/** The edition of a decision's table, such as 2026-11. It changes with the table: store it beside the decision. */
int32_t dms_decision_edition(int32_t decision, const char **edition, dms_error *error);

/** The name of an outcome, such as no_amount_below. */
int32_t dms_outcome_name(int32_t decision, int32_t outcome, const char **name, dms_error *error);

/** The id of a row, such as amount_too_low. */
int32_t dms_row_id(int32_t decision, int32_t row, const char **id, dms_error *error);

/** What a row says in one language. */
int32_t dms_row_text(int32_t decision, int32_t row, int32_t language, const char **text, dms_error *error);

/** The id of a reason, by its one bit of because. */
int32_t dms_reason_id(int32_t decision, uint32_t reason, const char **id, dms_error *error);

/** What a reason says in one language, by its one bit of because. */
int32_t dms_reason_text(int32_t decision, uint32_t reason, int32_t language, const char **text, dms_error *error);

/** The id of an advisory, by its one bit of advisories. */
int32_t dms_advisory_id(int32_t decision, uint32_t advisory, const char **id, dms_error *error);

/** What an advisory says in one language, by its one bit of advisories. */
int32_t dms_advisory_text(int32_t decision, uint32_t advisory, int32_t language, const char **text, dms_error *error);

/**
 * What a row, a reason or an advisory says in one language, by the names that JSON has: the id of the decision, and its
 * own. Both are UTF-8 of so many bytes.
 */
int32_t dms_text(const char *decision,
                 size_t decision_length,
                 const char *id,
                 size_t id_length,
                 int32_t language,
                 const char **text,
                 dms_error *error);

/*
 * JSON
 *
 * Every decision as JSON text in and out, and explained; and what there is to decide. A library built without it (cargo's
 * --no-default-features) lacks the functions.
 *
 * ANSWERS are written to answer, which holds answer_capacity bytes, with a closing NUL; answer_length is the
 * length of the answer without it. Where the answer and its NUL do not fit, the status is DMS_STATUS_BUFFER_TOO_SMALL,
 * answer_length is the length all the same, and the buffer holds an empty text if it holds anything: ask again with at
 * least one byte more than answer_length. With a capacity of 0 only the length is asked for, and answer may be NULL.
 * Where there is no answer, answer_length is 0 and the buffer holds an empty text.
 */

/** The most bytes that a request may have: a longer one is answered with DMS_STATUS_OUT_OF_RANGE and not looked at. */
#define DMS_REQUEST_MAXIMUM 16777216

/**
 * Answers one request, {"decision":"okr.option","facts":{…}}, with one line of JSON.
 *
 * request is UTF-8 of request_length bytes, at most DMS_REQUEST_MAXIMUM. A refusal is an answer too,
 * {"decision":"okr.option","error":{"code":…,"field":…,"message":…}}; the status and error then say the same, so
 * that a caller who looks at the status alone never takes a refusal for a decision. There is no answer where a pointer
 * is NULL, or where the request is too long or not UTF-8.
 */
int32_t dms_evaluate_json(const char *request,
                          size_t request_length,
                          char *answer,
                          size_t answer_capacity,
                          size_t *answer_length,
                          dms_error *error);

/**
 * Decides as dms_evaluate_json does, and answers with the explanation of the decision in one language, as Markdown.
 *
 * It shows the answer to each condition, the table with the row that fired, and what reasons and advisories say. A
 * refusal explains nothing, also where only the length is asked for: the status and error say why.
 *
 * A struct of results does not keep the answers to the conditions, so what a function of its own decided is explained
 * by asking again here.
 */
int32_t dms_explain_json(const char *request,
                         size_t request_length,
                         int32_t language,
                         char *answer,
                         size_t answer_capacity,
                         size_t *answer_length,
                         dms_error *error);

/** Answers with the ids of all decisions, in the order of the rules: ["vin.check",…]. */
int32_t dms_list_json(char *answer, size_t answer_capacity, size_t *answer_length, dms_error *error);

/** Answers with what a decision is made of, by its id: its table, its conditions, its texts, where the rule stands. */
int32_t dms_describe_json(const char *decision,
                          size_t decision_length,
                          char *answer,
                          size_t answer_capacity,
                          size_t *answer_length,
                          dms_error *error);

/** Answers with the JSON Schema of a decision's facts, by its id. */
int32_t dms_schema_json(const char *decision,
                        size_t decision_length,
                        char *answer,
                        size_t answer_capacity,
                        size_t *answer_length,
                        dms_error *error);

/**
 * Answers with the model from which every binding is generated: of one decision and the types that it uses, by its id,
 * or of all where the id is empty. It holds enums, records, outcomes, tables, texts and documentation.
 */
int32_t dms_model_json(const char *decision,
                       size_t decision_length,
                       char *answer,
                       size_t answer_capacity,
                       size_t *answer_length,
                       dms_error *error);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* DMS_RULES_H */
