/* Generated from ffi/src by ffi/header: change it there. */

/*
 * The rules that garages must keep, for C and for every language that can call C.
 *
 * A decision is one function, named as the decision is: okr.option is dms_okr_option. It takes the facts, fills
 * in a result and returns a status. dms_evaluate_json serves every decision as JSON text, those too that have no
 * function of their own: decisions whose facts are lists or records, and some that only JSON offers yet.
 * dms_explain_json takes the same requests and answers with the table, drawn for a person to read. ffi/install
 * installs the library; link with -ldms_rules.
 *
 * CALLS. Every function returns an int32_t: DMS_STATUS_OK, which is 0, or the status that says why nothing was
 * decided. On any other status than DMS_STATUS_OK the result is left as it was. A function keeps nothing between two
 * calls, allocates nothing that the caller must free, and may be called from several threads at once.
 *
 * MANY AT ONCE. A function whose name ends with _batch takes count structs of facts, one behind the other, and as
 * many results and statuses. Each row is decided by itself, also after one that is refused: its status is what the
 * function for one would have returned, and the result of a row that is refused is left as it was. The function returns
 * DMS_STATUS_OK where every row was decided, and otherwise the status of the first row that was not, which the error
 * describes; statuses says which rows those are. Where a pointer is NULL, or size in the first row is not known,
 * so that nobody knows where the second begins, nothing is decided and every status says why. With a count of 0 nothing
 * is read or written, and the arrays may be NULL. They must not overlap.
 *
 * ERRORS. The last parameter of every function points to a dms_error, or is NULL. It says which field was
 * refused and what was expected, in English, for the developer; after DMS_STATUS_OK it is empty. dms_status_text
 * has a line for the workshop's staff. No refusal is guessed around: nothing is decided. A fault inside the library
 * comes back as DMS_STATUS_PANIC and never unwinds into the caller.
 *
 * POINTERS. Every other pointer must point to what the function's declaration says; NULL is answered with
 * DMS_STATUS_NULL_POINTER and the name of the parameter or member. Structs need not be aligned.
 *
 * FACTS. A struct of facts begins with size: set it to sizeof the struct. For now any other size is answered with
 * DMS_STATUS_STRUCT_SIZE, and nothing behind size is read. A struct of facts may grow at its end, and will then be
 * told from the shorter one by its size. A struct of results never changes: what is added comes with a new function.
 * Structs are laid out as the platform's C compiler lays them out; languages that place members themselves put a
 * filler before a 64-bit member or a pointer that would not lie on a multiple of its own length.
 *
 * NUMBERS. What has a name in the rules has a number here: decisions, rows, reasons, advisories, outcomes and the
 * values of enums. Numbers are given once and kept; the number of something that no longer exists is never used again.
 * All enums are int32_t and count from 1, so that a member nobody has set is refused and not taken for the first
 * value. An enum that comes in is checked against the numbers below; any other is answered with
 * DMS_STATUS_UNKNOWN_VALUE.
 *
 * YES AND NO is an int32_t that is 1 or 0. Any other number is answered with DMS_STATUS_UNKNOWN_VALUE.
 *
 * WHAT MAY BE UNKNOWN is a value with a flag whose name begins with has_: 1 says that the value is known, 0 that
 * it is not and is not looked at.
 *
 * TEXT IN is UTF-8, a pointer with a length in bytes. It needs no closing NUL, so that the fixed buffers of COBOL and
 * the strings of Pascal are passed as they are, and it is not kept after the call. An empty text is any pointer but
 * NULL, with length 0. Other bytes than UTF-8 are answered with DMS_STATUS_INVALID_UTF8.
 *
 * TEXT OUT is UTF-8 with a closing NUL. Names and texts are static: they are never freed and never change.
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
/** JSON only: a fact that the decision does not know. */
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

/** Because nothing is left after normalising. */
#define DMS_VIN_CHECK_BECAUSE_MISSING (1 << 0)
/** Because there are more than 17 characters. */
#define DMS_VIN_CHECK_BECAUSE_TOO_LONG (1 << 1)
/** Because a character cannot stand in a VIN. */
#define DMS_VIN_CHECK_BECAUSE_ILLEGAL_CHARACTER (1 << 2)
/** Because there are fewer than 17 characters. */
#define DMS_VIN_CHECK_BECAUSE_SHORT (1 << 3)

/** The check digit of a North American VIN does not match. */
#define DMS_VIN_CHECK_ADVISORY_CHECK_DIGIT_MISMATCH (1 << 0)

/** The facts of vin.check. */
typedef struct dms_vin_check_facts {
  /** The size of this struct. */
  uint32_t size;
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

/** Decides vin.check. Any text can be judged. */
int32_t dms_vin_check(const dms_vin_check_facts *facts, dms_vin_check_result *result, dms_error *error);

/*
 * CAR_PASS.ENROLMENT (Belgium): does a dossier enter the Car-Pass list?
 */

/** Saving the dossier. */
#define DMS_CAR_PASS_ENROLMENT_TRIGGER_AUTOMATIC 1
/** The Car-Pass button in the vehicle's details. */
#define DMS_CAR_PASS_ENROLMENT_TRIGGER_MANUAL 2

/** It enters the list. */
#define DMS_CAR_PASS_ENROLMENT_OUTCOME_ENROLLED 1
/** It does not. */
#define DMS_CAR_PASS_ENROLMENT_OUTCOME_NOT_ENROLLED 2

/** The work of the dossier has not begun. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_WORK_NOT_STARTED (1 << 0)
/** The VIN has more than 17 characters. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_VIN_TOO_LONG (1 << 1)
/** The dossier was transmitted to Car-Pass before. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_ALREADY_TRANSMITTED (1 << 2)
/** The dossier is part of a merger of dossiers. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_MERGED (1 << 3)
/** The dossier number is not above 0. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_INTERNAL_DOSSIER (1 << 4)
/** The VAT register is used and the box for the VAT number is not ticked. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_VAT_NUMBER_NOT_TICKED (1 << 5)
/** The dossier has no owner. */
#define DMS_CAR_PASS_ENROLMENT_BECAUSE_NO_OWNER (1 << 6)

/** Enrolled by hand although: the work of the dossier has not begun. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_WORK_NOT_STARTED (1 << 0)
/** Enrolled by hand although: the VIN has more than 17 characters. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_VIN_TOO_LONG (1 << 1)
/** Enrolled by hand although: the dossier was transmitted to Car-Pass before. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_ALREADY_TRANSMITTED (1 << 2)
/** Enrolled by hand although: the dossier is part of a merger of dossiers. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_MERGED (1 << 3)
/** Enrolled by hand although: the dossier number is not above 0. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_DOSSIER (1 << 4)
/** Enrolled by hand although: the VAT register is used and the box for the VAT number is not ticked. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_VAT_NUMBER_NOT_TICKED (1 << 5)
/** Enrolled by hand although: the dossier has no owner. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_NO_OWNER (1 << 6)
/** The dossier is internal; the duty to report knows no exemption for it. */
#define DMS_CAR_PASS_ENROLMENT_ADVISORY_INTERNAL_WORK_REPORTABLE (1 << 7)

/** The facts of car_pass.enrolment. */
typedef struct dms_car_pass_enrolment_facts {
  /** The size of this struct. */
  uint32_t size;
  /** What set the enrolment off: DMS_CAR_PASS_ENROLMENT_TRIGGER_*. */
  int32_t trigger;
  /** Yes or no: the work of the dossier has begun. */
  int32_t work_started;
  /** The VIN as entered; may be empty. */
  const char *vin;
  /** Its length in bytes. */
  size_t vin_length;
  /** Yes or no: the dossier was transmitted to Car-Pass before. */
  int32_t already_transmitted;
  /** Yes or no: the dossier is part of a merger of dossiers. */
  int32_t merged;
  /** The dossier number; internal dossiers have none above 0. */
  int64_t dossier_number;
  /** Yes or no: the firm uses the VAT register. */
  int32_t vat_register_used;
  /** Yes or no: the box for the VAT number is ticked; matters only where the VAT register is used. */
  int32_t vat_number_ticked;
  /** Yes or no: the dossier has an owner. (A fact, not the flag of another member.) */
  int32_t has_owner;
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
 */

/** The user's list shows it. */
#define DMS_CAR_PASS_VISIBLE_OUTCOME_VISIBLE 1
/** It stands in the list of another site. */
#define DMS_CAR_PASS_VISIBLE_OUTCOME_HIDDEN 2

/** Row other_site. */
#define DMS_CAR_PASS_VISIBLE_ROW_OTHER_SITE 1
/** Row same_site. */
#define DMS_CAR_PASS_VISIBLE_ROW_SAME_SITE 2

/** Because the sites differ. */
#define DMS_CAR_PASS_VISIBLE_BECAUSE_OTHER_SITE (1 << 0)

/** The facts of car_pass.visible. The names are compared byte by byte: cut the blanks of fixed buffers off. */
typedef struct dms_car_pass_visible_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The site of the user who looks. */
  const char *user_site;
  /** Its length in bytes. */
  size_t user_site_length;
  /** The site of the dossier. */
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
 */

/** A work order. */
#define DMS_CAR_PASS_READINESS_POLICY_WORK_ORDER 1
/** A body shop's claim file. */
#define DMS_CAR_PASS_READINESS_POLICY_CLAIM_FILE 2

/** It may be sent. */
#define DMS_CAR_PASS_READINESS_OUTCOME_READY 1
/** Its row is red. */
#define DMS_CAR_PASS_READINESS_OUTCOME_BLOCKED 2

/** No VIN was entered. */
#define DMS_CAR_PASS_READINESS_BECAUSE_VIN_MISSING (1 << 0)
/** The VIN is too long or has a character that cannot stand in one. */
#define DMS_CAR_PASS_READINESS_BECAUSE_VIN_INVALID (1 << 1)
/** Work order: the reading is not known. */
#define DMS_CAR_PASS_READINESS_BECAUSE_READING_MISSING (1 << 2)
/** Work order: the day on which work began is not known. */
#define DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_MISSING (1 << 3)
/** Work order: that day lies in the future. */
#define DMS_CAR_PASS_READINESS_BECAUSE_START_OF_WORK_IN_FUTURE (1 << 4)
/** Claim file: the reading when the damage was done is not known. */
#define DMS_CAR_PASS_READINESS_BECAUSE_DAMAGE_READING_MISSING (1 << 5)
/** Claim file: the reading when it was repaired is not known. */
#define DMS_CAR_PASS_READINESS_BECAUSE_REPAIR_READING_MISSING (1 << 6)

/** The VIN has fewer than 17 characters. */
#define DMS_CAR_PASS_READINESS_ADVISORY_SHORT_VIN (1 << 0)
/** Work order: work began more than 5 days ago. */
#define DMS_CAR_PASS_READINESS_ADVISORY_LATE_REPORT (1 << 1)

/** The facts of car_pass.readiness. A policy that does not use a fact ignores it, once it is well-formed. */
typedef struct dms_car_pass_readiness_facts {
  /** The size of this struct. */
  uint32_t size;
  /** Which kind of file the readings come from: DMS_CAR_PASS_READINESS_POLICY_*. */
  int32_t policy;
  /** The VIN as entered; may be empty. */
  const char *vin;
  /** Its length in bytes. */
  size_t vin_length;
  /** Today. */
  int32_t today;
  /** Work order: the reading, in km. */
  int32_t reading_km;
  /** Whether it is known. */
  int32_t has_reading_km;
  /** Work order: the day on which work began. */
  int32_t start_of_work;
  /** Whether it is known. */
  int32_t has_start_of_work;
  /** Claim file: the reading when the damage was done, in km. */
  int32_t damage_reading_km;
  /** Whether it is known. */
  int32_t has_damage_reading_km;
  /** Claim file: the reading when it was repaired, in km. */
  int32_t repair_reading_km;
  /** Whether it is known. */
  int32_t has_repair_reading_km;
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
 * OKR, the odometer register (Netherlands): when are readings forwarded?
 */

/** Never. */
#define DMS_OKR_MODE_NEVER 1
/** At every change of the reading. */
#define DMS_OKR_MODE_ALWAYS 2
/** After an invoice, if the reading is recent enough. */
#define DMS_OKR_MODE_AFTER_INVOICE 3
/** The same, and only above an amount. */
#define DMS_OKR_MODE_AFTER_INVOICE_FROM_AMOUNT 4

/*
 * OKR.OPTION (Netherlands): which of the four choices is preselected when an invoice is made?
 */

/** "groter dan": more than the threshold; the default. */
#define DMS_OKR_OPTION_BOUNDARY_MORE_THAN 1
/** "vanaf": the threshold or more. */
#define DMS_OKR_OPTION_BOUNDARY_AT_LEAST 2

/** 1: "Ja, tellerstand doorsturen". */
#define DMS_OKR_OPTION_OUTCOME_YES_FORWARD 1
/** 2: "Nee, APK-melding gedaan". */
#define DMS_OKR_OPTION_OUTCOME_NO_APK_REPORTED 2
/** 3: "Nee, tellerstand oud". */
#define DMS_OKR_OPTION_OUTCOME_NO_READING_OLD 3
/** 4: "Nee, fact. bedrag < 150". */
#define DMS_OKR_OPTION_OUTCOME_NO_AMOUNT_BELOW 4
/** Readings are never forwarded: the four choices cannot be set. */
#define DMS_OKR_OPTION_OUTCOME_LOCKED 5

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

/** The vehicle's readings are never forwarded. */
#define DMS_OKR_OPTION_BECAUSE_FORWARDING_NEVER (1 << 0)
/** An APK report was made for the vehicle on this work order. */
#define DMS_OKR_OPTION_BECAUSE_APK_REPORTED (1 << 1)
/** The invoice does not reach the amount. */
#define DMS_OKR_OPTION_BECAUSE_AMOUNT_TOO_LOW (1 << 2)
/** The last reading is known and is the same. */
#define DMS_OKR_OPTION_BECAUSE_READING_UNCHANGED (1 << 3)
/** The reading is too old, or its day is not known. */
#define DMS_OKR_OPTION_BECAUSE_READING_STALE (1 << 4)
/** The reading differs by more than 100,000 km from the last. */
#define DMS_OKR_OPTION_BECAUSE_DEVIATION_EXCEEDS_LIMIT (1 << 5)

/** The reading is 1 to 99 km below the last. */
#define DMS_OKR_OPTION_ADVISORY_READING_LOWER (1 << 0)
/** The reading is 100 km or more below the last: the register sees a broken trend. */
#define DMS_OKR_OPTION_ADVISORY_READING_BREAKS_TREND (1 << 1)
/** The reading is unchanged, but was taken on the day of the invoice. */
#define DMS_OKR_OPTION_ADVISORY_FRESH_UNCHANGED_READING (1 << 2)

/** The facts of okr.option. A mode that does not use a setting ignores it, once it is well-formed. */
typedef struct dms_okr_option_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The setting: when readings are forwarded, DMS_OKR_MODE_*. */
  int32_t mode;
  /** The setting for the greatest age of a reading, in days, 0 to 65,535; needed in the two modes after an invoice. */
  int32_t max_age_days;
  /** Whether it is set. */
  int32_t has_max_age_days;
  /** The setting for the amount, in cents; 15000 unless set. */
  int64_t threshold_cents;
  /** Whether it is set. */
  int32_t has_threshold_cents;
  /** Whether an invoice of exactly the amount is forwarded: DMS_OKR_OPTION_BOUNDARY_*, more than unless set. */
  int32_t boundary;
  /** Whether it is set. */
  int32_t has_boundary;
  /** Yes or no: an APK report was made for this vehicle on this work order. */
  int32_t apk_reported;
  /** The reading entered, in km. */
  int32_t entered_reading_km;
  /** The last reading known for the vehicle, in km. */
  int32_t last_reading_km;
  /** Whether one is known. */
  int32_t has_last_reading_km;
  /** The day on which the entered reading was taken. */
  int32_t reading_date;
  /** Whether it is known. */
  int32_t has_reading_date;
  /** The day of the invoice. */
  int32_t invoice_date;
  /** What the customer pays, in cents including VAT; negative for a credit note. */
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
 * Decides okr.option. DMS_STATUS_MISSING_FIELD where a mode after an invoice has no max_age_days;
 * DMS_STATUS_CONTRADICTION where reading_date lies after invoice_date.
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
 */

/** 1: "Ja, tellerstand doorsturen". */
#define DMS_OKR_CHOICE_YES_FORWARD 1
/** 2: "Nee, APK-melding gedaan". */
#define DMS_OKR_CHOICE_NO_APK_REPORTED 2
/** 3: "Nee, tellerstand oud". */
#define DMS_OKR_CHOICE_NO_READING_OLD 3
/** 4: "Nee, fact. bedrag < 150". */
#define DMS_OKR_CHOICE_NO_AMOUNT_BELOW 4

/** The facts of okr.choice: those of okr.option, and what the person chose. */
typedef struct dms_okr_choice_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The setting: when readings are forwarded, DMS_OKR_MODE_*. */
  int32_t mode;
  /** The setting for the greatest age of a reading, in days, 0 to 65,535; needed in the two modes after an invoice. */
  int32_t max_age_days;
  /** Whether it is set. */
  int32_t has_max_age_days;
  /** The setting for the amount, in cents; 15000 unless set. */
  int64_t threshold_cents;
  /** Whether it is set. */
  int32_t has_threshold_cents;
  /** Whether an invoice of exactly the amount is forwarded: DMS_OKR_OPTION_BOUNDARY_*, more than unless set. */
  int32_t boundary;
  /** Whether it is set. */
  int32_t has_boundary;
  /** Yes or no: an APK report was made for this vehicle on this work order. */
  int32_t apk_reported;
  /** The reading entered, in km. */
  int32_t entered_reading_km;
  /** The last reading known for the vehicle, in km. */
  int32_t last_reading_km;
  /** Whether one is known. */
  int32_t has_last_reading_km;
  /** The day on which the entered reading was taken. */
  int32_t reading_date;
  /** Whether it is known. */
  int32_t has_reading_date;
  /** The day of the invoice. */
  int32_t invoice_date;
  /** What the customer pays, in cents including VAT; negative for a credit note. */
  int64_t invoice_total_cents;
  /** What the person chose: DMS_OKR_CHOICE_*. */
  int32_t chosen;
  /** Whether the person chose; 0 where the preselected choice was left. */
  int32_t has_chosen;
} dms_okr_choice_facts;

/** What okr.choice answers. Row, reasons and advisories say why the choice was preselected. */
typedef struct dms_okr_choice_result {
  /** The choice that stands: DMS_OKR_OPTION_OUTCOME_*. */
  int32_t outcome;
  /** DMS_OKR_OPTION_ROW_*. */
  int32_t row;
  /** Bits DMS_OKR_OPTION_BECAUSE_*. */
  uint32_t because;
  /** Bits DMS_OKR_OPTION_ADVISORY_*. */
  uint32_t advisories;
  /** 1 where the reading is forwarded: only under yes_forward. */
  int32_t forward;
  /** 1 where the person chose something other than was preselected. */
  int32_t overridden;
} dms_okr_choice_result;

/**
 * Decides okr.choice. What okr.option refuses, and DMS_STATUS_OPTIONS_LOCKED where the mode is never and a
 * choice was made.
 */
int32_t dms_okr_choice(const dms_okr_choice_facts *facts, dms_okr_choice_result *result, dms_error *error);

/*
 * OKR.MUTATION (Netherlands): is a changed reading forwarded at once, without an invoice?
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

/** The mode is another than always. */
#define DMS_OKR_MUTATION_BECAUSE_NOT_ALWAYS (1 << 0)
/** The last reading is known and is the same. */
#define DMS_OKR_MUTATION_BECAUSE_READING_UNCHANGED (1 << 1)
/** The reading differs by more than 100,000 km from the last. */
#define DMS_OKR_MUTATION_BECAUSE_DEVIATION_EXCEEDS_LIMIT (1 << 2)

/** The reading is 1 to 99 km below the last. */
#define DMS_OKR_MUTATION_ADVISORY_READING_LOWER (1 << 0)
/** The reading is 100 km or more below the last: the register sees a broken trend. */
#define DMS_OKR_MUTATION_ADVISORY_READING_BREAKS_TREND (1 << 1)

/** The facts of okr.mutation. */
typedef struct dms_okr_mutation_facts {
  /** The size of this struct. */
  uint32_t size;
  /** The setting: when readings are forwarded, DMS_OKR_MODE_*. */
  int32_t mode;
  /** The reading entered, in km. */
  int32_t entered_reading_km;
  /** The last reading known for the vehicle, in km. */
  int32_t last_reading_km;
  /** Whether one is known. */
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
 * BOOKINGS of replacement, rental and test-drive vehicles (Austria)
 */

/** "Ersatzfahrzeug": a replacement during a service. */
#define DMS_BOOKING_KIND_REPLACEMENT 1
/** "Mietfahrzeug": a rental. */
#define DMS_BOOKING_KIND_RENTAL 2
/** "Probefahrt": a test drive. */
#define DMS_BOOKING_KIND_TEST_DRIVE 3

/*
 * BOOKING.ISSUE_LIMIT (Austria): until when may an issue be dated?
 */

/** "bis zur nächsten vollen 1/4-Stunde"; the default. */
#define DMS_BOOKING_IMMEDIATE_WINDOW_NEXT_QUARTER_HOUR 1
/** "bis 15 Minuten". */
#define DMS_BOOKING_IMMEDIATE_WINDOW_FIFTEEN_MINUTES 2

/** Row immediate. */
#define DMS_BOOKING_ISSUE_LIMIT_ROW_IMMEDIATE 1
/** Row days_ahead. */
#define DMS_BOOKING_ISSUE_LIMIT_ROW_DAYS_AHEAD 2

/** No later day is allowed. */
#define DMS_BOOKING_ISSUE_LIMIT_BECAUSE_IMMEDIATE (1 << 0)
/** Later days are allowed. */
#define DMS_BOOKING_ISSUE_LIMIT_BECAUSE_DAYS_AHEAD (1 << 1)

/** The facts of booking.issue_limit. */
typedef struct dms_booking_issue_limit_facts {
  /** The size of this struct. */
  uint32_t size;
  /** Now, on the host's clock. */
  dms_time now;
  /** The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day. */
  int32_t days_ahead;
  /** How far an immediate issue may reach: DMS_BOOKING_IMMEDIATE_WINDOW_*, the next quarter hour unless set. */
  int32_t immediate_window;
  /** Whether it is set. */
  int32_t has_immediate_window;
} dms_booking_issue_limit_facts;

/** What booking.issue_limit answers; its outcome is the time. */
typedef struct dms_booking_issue_limit_result {
  /** DMS_BOOKING_ISSUE_LIMIT_ROW_*. */
  int32_t row;
  /** Bits DMS_BOOKING_ISSUE_LIMIT_BECAUSE_*. */
  uint32_t because;
  /** None: 0. */
  uint32_t advisories;
  /**
   * The latest time at which the issue may be dated, itself included. In row
   * DMS_BOOKING_ISSUE_LIMIT_ROW_DAYS_AHEAD it is the end of a civil day, without an offset.
   */
  dms_time latest;
} dms_booking_issue_limit_result;

/** Decides booking.issue_limit. DMS_STATUS_OUT_OF_RANGE past the year 9999. */
int32_t dms_booking_issue_limit(const dms_booking_issue_limit_facts *facts,
                                dms_booking_issue_limit_result *result,
                                dms_error *error);

/*
 * BOOKING.ISSUE (Austria): may the vehicle be handed out now?
 */

/** It may be handed out. */
#define DMS_BOOKING_ISSUE_OUTCOME_ALLOWED 1
/** It may not. */
#define DMS_BOOKING_ISSUE_OUTCOME_REFUSED 2

/** The right to issue vehicles of this kind is missing. */
#define DMS_BOOKING_ISSUE_BECAUSE_RIGHT_MISSING (1 << 0)
/** The vehicle was handed out on this booking before. */
#define DMS_BOOKING_ISSUE_BECAUSE_ALREADY_ISSUED (1 << 1)
/** Another booking of the vehicle has an open return. */
#define DMS_BOOKING_ISSUE_BECAUSE_VEHICLE_OUT (1 << 2)
/** Another booking of the trial plate has an open return. */
#define DMS_BOOKING_ISSUE_BECAUSE_PLATE_OUT (1 << 3)
/** The requested time lies later than an issue may be dated. */
#define DMS_BOOKING_ISSUE_BECAUSE_BEYOND_ISSUE_LIMIT (1 << 4)
/** The planned end of the booking has passed. */
#define DMS_BOOKING_ISSUE_BECAUSE_AFTER_PLANNED_END (1 << 5)
/** At the requested time the vehicle was out on another booking. */
#define DMS_BOOKING_ISSUE_BECAUSE_OVERLAPS_HANDOVER (1 << 6)

/** The facts of booking.issue. */
typedef struct dms_booking_issue_facts {
  /** The size of this struct. */
  uint32_t size;
  /** What the vehicle is handed out for: DMS_BOOKING_KIND_*. */
  int32_t kind;
  /** Yes or no: the user has the right "Fahrzeug ausgeben" for this kind. */
  int32_t may_issue;
  /** Now, on the host's clock. */
  dms_time now;
  /** When the vehicle is to be handed out. */
  dms_time requested_at;
  /** The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day. */
  int32_t days_ahead;
  /** How far an immediate issue may reach: DMS_BOOKING_IMMEDIATE_WINDOW_*, the next quarter hour unless set. */
  int32_t immediate_window;
  /** Whether it is set. */
  int32_t has_immediate_window;
  /** The planned end of the booking. */
  dms_time planned_end;
  /** Yes or no: the vehicle was handed out on this booking before. */
  int32_t already_issued;
  /** Yes or no: another booking of this vehicle has an open return. */
  int32_t vehicle_out;
  /** Yes or no: another booking of this trial plate has an open return; matters on test drives only. */
  int32_t plate_out;
  /** Yes or no: the requested time lies between the actual issue and return of another booking of this vehicle. */
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
  /** The latest time at which the issue may be dated, as booking.issue_limit answers. */
  dms_time latest;
} dms_booking_issue_result;

/** Decides booking.issue. DMS_STATUS_OUT_OF_RANGE past the year 9999. */
int32_t dms_booking_issue(const dms_booking_issue_facts *facts, dms_booking_issue_result *result, dms_error *error);

/** Decides booking.issue for each of count rows. */
int32_t dms_booking_issue_batch(const dms_booking_issue_facts *facts,
                                size_t count,
                                dms_booking_issue_result *results,
                                int32_t *statuses,
                                dms_error *error);

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

/** vin.check: dms_vin_check. */
#define DMS_DECISION_VIN_CHECK 1
/** car_pass.enrolment: dms_car_pass_enrolment. */
#define DMS_DECISION_CAR_PASS_ENROLMENT 2
/** car_pass.visible: dms_car_pass_visible. */
#define DMS_DECISION_CAR_PASS_VISIBLE 3
/** car_pass.readiness: dms_car_pass_readiness. */
#define DMS_DECISION_CAR_PASS_READINESS 4
/** okr.option: dms_okr_option. */
#define DMS_DECISION_OKR_OPTION 5
/** okr.choice: dms_okr_choice. Its rows, reasons, advisories and outcomes are those of okr.option. */
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

/*
 * JSON
 *
 * Every decision as JSON text in and out, and explained. A library built without it (cargo's --no-default-features)
 * lacks the functions.
 */

/**
 * Answers one request, {"decision":"okr.option","facts":{…}}, with one line of JSON.
 *
 * request is UTF-8 of request_length bytes. The answer is written to answer, which holds answer_capacity
 * bytes, with a closing NUL; answer_length is the length of the answer without it. Where the answer and its NUL do
 * not fit, the status is DMS_STATUS_BUFFER_TOO_SMALL, answer_length is the length all the same, and the buffer
 * holds an empty text if it holds anything: ask again with at least one byte more than answer_length. With a
 * capacity of 0 only the length is asked for; answer must not be NULL even then. Where a pointer is NULL or the
 * request is not UTF-8, nothing is written.
 *
 * A refusal is an answer too, {"decision":"okr.option","error":{"code":…,"field":…,"message":…}}; the status and
 * error then say the same, so that a caller who looks at the status alone never takes a refusal for a decision.
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
 * It shows the answer to each condition, the table with the row that fired, and what reasons and advisories say. The
 * request, the buffer and the length are as there; where the language is not known, nothing is written.
 *
 * A refusal explains nothing: the status and error say why, also where only the length is asked for, answer_length
 * is 0, and the buffer holds an empty text if it holds anything.
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

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* DMS_RULES_H */
