package dms.rules

import dms.rules.internal.WireValue
import java.time.LocalDate

/** The facts of [Inspection.nextDue]. */
public data class InspectionNextDueFacts(
    /** The date of the day end ("Tagesabschlussdatum") at which the inspection was invoiced. */
    val today: LocalDate,
    /** The day of the first registration; only its month counts. */
    val firstRegistration: LocalDate,
    /** How many months after the nominal month the next inspection is due, at least 1; 12 unless given. */
    val intervalMonths: Int = 12,
    /** How many months before the nominal month the window opens, 0 to 11; 1 unless given. */
    val monthsBefore: Int = 1,
    /** How many months after the nominal month the window closes, 0 to 11; 2 unless given. */
    val monthsAfter: Int = 2,
)

/**  */
public data class InspectionNextDueOutcome(
    /** The first day of the month. */
    val due: LocalDate,
)

/** The facts of [Inspection.window]. */
public data class InspectionWindowFacts(
    /** The kind of vehicle. */
    val vehicle: InspectionVehicle,
    /** The day for which the law is asked. */
    val on: LocalDate,
)

/** What the law says about the vehicle on that day. */
public data class InspectionWindowOutcome(
    /** Which of the two windows holds; none where no window is known. */
    val windowClass: InspectionWindowClass?,
    /** How many months before the nominal month the window opens. */
    val monthsBefore: Int?,
    /** How many months after the nominal month the window closes. */
    val monthsAfter: Int?,
    /** After how many years the inspections follow one another. */
    val intervals: InspectionIntervals,
)

/** What the law tells apart when it sets windows and intervals. */
public enum class InspectionVehicle(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** A private car (M1). */
    PRIVATE_CAR("private_car"),

    /** A moped, motorcycle or light four-wheeler (L). */
    CLASS_L("class_l"),

    /** A historic vehicle. */
    HISTORIC("historic"),

    /** A light trailer (O1, O2). */
    LIGHT_TRAILER("light_trailer"),

    /** A tractor of up to 40 km/h. */
    TRACTOR_TO_40("tractor_to_40"),

    /** A farm trailer. */
    FARM_TRAILER("farm_trailer"),

    /** A vehicle for goods (N). */
    GOODS_VEHICLE("goods_vehicle"),

    /** A bus (M2, M3). */
    BUS("bus"),

    /** A taxi. */
    TAXI("taxi"),

    /** An ambulance. */
    AMBULANCE("ambulance"),

    /** A heavy trailer (O3, O4). */
    HEAVY_TRAILER("heavy_trailer"),

    /** A tractor of more than 40 km/h. */
    TRACTOR_OVER_40("tractor_over_40"),
}

/** Which of the two windows holds for a vehicle. */
public enum class InspectionWindowClass(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** Class A. */
    CLASS_A("class_a"),

    /** Class B. */
    CLASS_B("class_b"),
}

/** After how many years the inspections of a vehicle follow one another. */
public enum class InspectionIntervals(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** Every year. */
    YEARLY("yearly"),

    /** After three years, then two, then every year. */
    THREE_TWO_ONE("three_two_one"),

    /** After three years, then every two. */
    THREE_TWO_TWO("three_two_two"),

    /** Every two years. */
    TWO_YEARLY("two_yearly"),
}

/** The facts of [Inspection.monthEnd]. */
public data class InspectionMonthEndFacts(
    /** The setting: overdue dates are rolled on at the month end. */
    val enabled: Boolean,
    /** The day on which the inspection is due. */
    val due: LocalDate,
    /** The date of the month end ("Monatsabschluss"). */
    val monthEnd: LocalDate,
    /** The setting: how many months a date may be overdue before it is rolled on. */
    val graceMonths: Int,
    /** The months between two inspections, at least 1. */
    val intervalMonths: Int,
)

/** When the inspection is due after the month end. */
public data class InspectionMonthEndOutcome(
    /** The day. */
    val due: LocalDate,
)

internal fun InspectionNextDueFacts.facts(): Json = record(
    "today" to fact(today),
    "first_registration" to fact(firstRegistration),
    "interval_months" to fact(intervalMonths),
    "months_before" to fact(monthsBefore),
    "months_after" to fact(monthsAfter),
)

internal fun WireValue.toInspectionNextDueOutcome(): InspectionNextDueOutcome = InspectionNextDueOutcome(
    due = this["due"].date(),
)

internal fun InspectionWindowFacts.facts(): Json = record(
    "vehicle" to fact(vehicle.id),
    "on" to fact(on),
)

internal fun WireValue.toInspectionWindowOutcome(): InspectionWindowOutcome = InspectionWindowOutcome(
    windowClass = this["window_class"].known { it.one(InspectionWindowClass.entries, InspectionWindowClass::id) },
    monthsBefore = this["months_before"].known { it.whole() },
    monthsAfter = this["months_after"].known { it.whole() },
    intervals = this["intervals"].one(InspectionIntervals.entries, InspectionIntervals::id),
)

internal fun InspectionMonthEndFacts.facts(): Json = record(
    "enabled" to fact(enabled),
    "due" to fact(due),
    "month_end" to fact(monthEnd),
    "grace_months" to fact(graceMonths),
    "interval_months" to fact(intervalMonths),
)

internal fun WireValue.toInspectionMonthEndOutcome(): InspectionMonthEndOutcome = InspectionMonthEndOutcome(
    due = this["due"].date(),
)
