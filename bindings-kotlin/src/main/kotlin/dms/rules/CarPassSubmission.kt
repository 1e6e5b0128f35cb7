package dms.rules

import dms.rules.internal.WireValue
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime

/** The facts of [CarPass.badge]. */
public data class CarPassBadgeFacts(
    /** The setting "Km stand opvragen bij de badge". */
    val askReadingAtBadge: Boolean,
    /** The setting "Carpass doorsturen bij de badge". */
    val submitAtBadge: Boolean,
    /** A reading was entered for this job. */
    val readingKnown: Boolean,
)

/** What the program does when somebody clocks on. */
public data class CarPassBadgeOutcome(
    /** It asks for the odometer reading. */
    val askReading: Boolean,
    /** It sends the reading as soon as it is entered. */
    val submitAfterEntry: Boolean,
)

/** The facts of [CarPass.startOfWork]. */
public data class CarPassStartOfWorkFacts(
    /** Which manual's rule applies. */
    val policy: CarPassPolicy,
    /** The date that already stands in the file. */
    val entered: LocalDate? = null,
    /** When somebody first clocked on to the job, on the clock on the wall. */
    val firstClocking: LocalDateTime? = null,
    /** The day of "wagen is binnen": the vehicle was entered in the garage register. */
    val arrived: LocalDate? = null,
    /** The setting "Aanvangsdatum bij register". */
    val startDateAtRegister: Boolean,
    /** Today, as the host's calendar has it. */
    val today: LocalDate,
)

/** The start of work, as far as it is known. */
public data class CarPassStartOfWorkOutcome(
    /** The day on which work began. */
    val date: LocalDate? = null,
    /** The time of the first clocking, to the second. */
    val time: LocalTime? = null,
    /** Where the date comes from. */
    val origin: CarPassStartOfWorkOrigin,
)

/** Where the start of work comes from. */
public enum class CarPassStartOfWorkOrigin(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** It stood in the file. */
    ENTERED("entered"),

    /** The first clocking. */
    FIRST_CLOCKING("first_clocking"),

    /** The day of "wagen is binnen". */
    ARRIVAL("arrival"),

    /** Today, for want of anything better. */
    TODAY("today"),

    /** It is not known. */
    UNKNOWN("unknown"),
}

/** The facts of [CarPass.account]: what is filled in, never what it is. */
public data class CarPassAccountFacts(
    /** The user code is filled in. */
    val userCodeSet: Boolean,
    /** The password is filled in. */
    val passwordSet: Boolean,
    /** The e-mail address is filled in. */
    val emailSet: Boolean,
)

/** Whether the settings are complete. */
public enum class CarPassAccountOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** They are. */
    COMPLETE("complete"),

    /** Something is missing. */
    INCOMPLETE("incomplete"),
}

/** The facts of [CarPass.history]. */
public data class CarPassHistoryFacts(
    /** The user code is filled in. */
    val userCodeSet: Boolean,
    /** The password is filled in. */
    val passwordSet: Boolean,
    /** The e-mail address is filled in. */
    val emailSet: Boolean,
    /** The VIN as entered; may be empty. */
    val vin: String,
)

/** Whether the history may be asked for. */
public enum class CarPassHistoryOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** It may. */
    ALLOWED("allowed"),

    /** It may not. */
    REFUSED("refused"),
}

/** The facts of [CarPass.submission]. */
public data class CarPassSubmissionFacts(
    /** Which manual's rule applies. */
    val policy: CarPassPolicy,
    /** The VIN as entered; may be empty. */
    val vin: String,
    /** The start of work, as [CarPass.startOfWork] answers; its day is needed. */
    val start: CarPassStartOfWorkOutcome,
    /** [CarPassPolicy.WORK_ORDER]: the reading of the work order, in kilometres. */
    val readingKm: Int? = null,
    /** [CarPassPolicy.CLAIM_FILE]: the reading when the damage was done, in kilometres. */
    val damageReadingKm: Int? = null,
    /** [CarPassPolicy.CLAIM_FILE]: the reading when it was repaired, in kilometres. */
    val repairReadingKm: Int? = null,
    /** [CarPassPolicy.CLAIM_FILE]: which of its two readings is preferred. */
    val readingSource: CarPassReadingSource = CarPassReadingSource.DAMAGE_FIRST,
    /** The day of the vehicle's first registration. */
    val firstRegistration: LocalDate? = null,
    /** The firm's Belgian enterprise number as entered; blanks, dots and a leading "BE" do not matter. */
    val enterpriseNumber: String,
    /** The odometer was replaced during this job. */
    val odometerReplaced: Boolean,
    /** What was done to the vehicle. */
    val workDescription: String? = null,
    /** Which of the settings of the account are filled in. */
    val account: CarPassAccountFacts,
)

/** Which of a claim file's two readings is preferred; the other one is sent where it is missing. */
public enum class CarPassReadingSource(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The reading of the damage. */
    DAMAGE_FIRST("damage_first"),

    /** The reading of the repair. */
    REPAIR_FIRST("repair_first"),
}

/**  */
public data class CarPassSubmissionOutcome(
    /** The VIN, normalised. */
    val vin: String,
    /** The odometer reading, in kilometres. */
    val readingKm: Int,
    /** Which reading that is. */
    val readingOrigin: CarPassReadingOrigin,
    /** When work began. */
    val startOfWork: CarPassStartOfWork,
    /** The day of the vehicle's first registration. */
    val firstRegistration: LocalDate?,
    /** The firm's enterprise number. */
    val enterpriseNumber: String,
    /** The odometer was replaced during this job. */
    val odometerReplaced: Boolean,
    /** What was done to the vehicle. */
    val workDescription: String?,
)

/** When work began. */
public data class CarPassStartOfWork(
    /** The day. */
    val date: LocalDate,
    /** The time of day, to the second. */
    val time: LocalTime?,
)

/** Which reading is sent. */
public enum class CarPassReadingOrigin(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** That of the work order. */
    WORK_ORDER("work_order"),

    /** That of the damage. */
    DAMAGE("damage"),

    /** That of the repair. */
    REPAIR("repair"),
}

internal fun CarPassBadgeFacts.facts(): Json = record(
    "ask_reading_at_badge" to fact(askReadingAtBadge),
    "submit_at_badge" to fact(submitAtBadge),
    "reading_known" to fact(readingKnown),
)

internal fun WireValue.toCarPassBadgeOutcome(): CarPassBadgeOutcome = CarPassBadgeOutcome(
    askReading = this["ask_reading"].truth(),
    submitAfterEntry = this["submit_after_entry"].truth(),
)

internal fun CarPassStartOfWorkFacts.facts(): Json = record(
    "policy" to fact(policy.id),
    "entered" to fact(entered),
    "first_clocking" to fact(firstClocking),
    "arrived" to fact(arrived),
    "start_date_at_register" to fact(startDateAtRegister),
    "today" to fact(today),
)

internal fun CarPassStartOfWorkOutcome.facts(): Json = record(
    "date" to fact(date),
    "time" to fact(time),
    "origin" to fact(origin.id),
)

internal fun WireValue.toCarPassStartOfWorkOutcome(): CarPassStartOfWorkOutcome = CarPassStartOfWorkOutcome(
    date = this["date"].known { it.date() },
    time = this["time"].known { it.timeOfDay() },
    origin = this["origin"].one(CarPassStartOfWorkOrigin.entries, CarPassStartOfWorkOrigin::id),
)

internal fun CarPassAccountFacts.facts(): Json = record(
    "user_code_set" to fact(userCodeSet),
    "password_set" to fact(passwordSet),
    "email_set" to fact(emailSet),
)

internal fun CarPassHistoryFacts.facts(): Json = record(
    "user_code_set" to fact(userCodeSet),
    "password_set" to fact(passwordSet),
    "email_set" to fact(emailSet),
    "vin" to fact(vin),
)

internal fun CarPassSubmissionFacts.facts(): Json = record(
    "policy" to fact(policy.id),
    "vin" to fact(vin),
    "start" to start.facts(),
    "reading_km" to fact(readingKm),
    "damage_reading_km" to fact(damageReadingKm),
    "repair_reading_km" to fact(repairReadingKm),
    "reading_source" to fact(readingSource.id),
    "first_registration" to fact(firstRegistration),
    "enterprise_number" to fact(enterpriseNumber),
    "odometer_replaced" to fact(odometerReplaced),
    "work_description" to fact(workDescription),
    "account" to account.facts(),
)

internal fun WireValue.toCarPassSubmissionOutcome(): CarPassSubmissionOutcome = CarPassSubmissionOutcome(
    vin = this["vin"].text(),
    readingKm = this["reading_km"].whole(),
    readingOrigin = this["reading_origin"].one(CarPassReadingOrigin.entries, CarPassReadingOrigin::id),
    startOfWork = this["start_of_work"].toCarPassStartOfWork(),
    firstRegistration = this["first_registration"].known { it.date() },
    enterpriseNumber = this["enterprise_number"].text(),
    odometerReplaced = this["odometer_replaced"].truth(),
    workDescription = this["work_description"].known { it.text() },
)

internal fun WireValue.toCarPassStartOfWork(): CarPassStartOfWork = CarPassStartOfWork(
    date = this["date"].date(),
    time = this["time"].known { it.timeOfDay() },
)
