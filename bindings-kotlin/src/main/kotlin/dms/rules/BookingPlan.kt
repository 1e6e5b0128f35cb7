package dms.rules

import dms.rules.internal.WireValue
import java.time.LocalDateTime
import java.time.ZonedDateTime
import java.time.temporal.Temporal

/** How far a booking has come, as [Booking.status] tells it. */
public enum class BookingStatus(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "geplant": planned and not yet issued. */
    PLANNED("planned"),

    /** "ausgegeben": issued and not yet returned. */
    ISSUED("issued"),

    /** "überfällig": issued, not returned and past its planned end. What holds for issued bookings holds here. */
    OVERDUE("overdue"),

    /** "zurückgegeben": returned, settled or not. */
    RETURNED("returned"),
}

/**
 * The facts of [Booking.plan].
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingPlanFacts<T : Temporal>(
    /** The planned start of the booking. */
    val plannedStart: T,
    /** The planned end of the booking; later than its start. */
    val plannedEnd: T,
    /** The other bookings of the same vehicle and of the same trial plate. */
    val others: List<BookingPlanned<T>>,
    /** Now, on the host's clock. */
    val now: T,
)

/**
 * Another booking of the same vehicle or trial plate.
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingPlanned<T : Temporal>(
    /** Its planned start. */
    val plannedStart: T,
    /** Its planned end; later than its start. */
    val plannedEnd: T,
    /** The vehicle was handed out on it and has not come back; `false` unless said. */
    val out: Boolean = false,
)

/** What planning answers. */
public enum class BookingPlanOutcome(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** The booking may be planned; what speaks against it stands in the advisories. */
    OK("ok"),
}

/**
 * The facts of [Booking.status].
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingStatusFacts<T : Temporal>(
    /** The planned start of the booking. */
    val plannedStart: T,
    /** The planned end of the booking; not before its start. */
    val plannedEnd: T,
    /** When the vehicle was handed out. */
    val issuedAt: T? = null,
    /** When it came back; not before it was handed out. */
    val returnedAt: T? = null,
    /** The booking has been settled; only once the vehicle came back. */
    val settled: Boolean,
    /** Now, on the host's clock. */
    val now: T,
)

/** The state of the booking, and how the overview draws it. */
public data class BookingStatusOutcome<out T>(
    /** The state. */
    val status: BookingStatus,
    /** Where the drawing starts. */
    val from: T,
    /** Where the drawing ends. */
    val to: T,
    /** Its colour. */
    val colour: BookingColour,
    /** Drawn opaque rather than slightly transparent. */
    val opaque: Boolean,
    /** Drawn with the warning sign. */
    val warn: Boolean,
    /** This booking does not keep the vehicle out of the house. */
    val vehicleInHouse: Boolean,
    /** The booking has been settled. */
    val settled: Boolean,
)

/** The colours of the overview. */
public enum class BookingColour(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The one set for done bookings ("Erledigte Termine"). */
    DONE("done"),

    /** The one set for overdue bookings ("Überfällige Termine"). */
    OVERDUE("overdue"),

    /** The booking's own ("Terminfarbe"). */
    BOOKING("booking"),
}

/**
 * The facts of [Booking.template].
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingTemplateFacts<T : Temporal>(
    /** The planned end of the existing booking. */
    val plannedEnd: T,
    /** How far the existing booking has come. */
    val status: BookingStatus,
    /** Where the new booking is asked for. */
    val from: BookingTemplateOrigin,
    /** Now, on the host's clock. */
    val now: T,
)

/** Where a new booking is asked for. */
public enum class BookingTemplateOrigin(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "Neu mit Vorlage" in a manager's view. */
    MANAGER("manager"),

    /** "Neu mit Vorlage" in the logbook. */
    LOGBOOK("logbook"),

    /** "Speichern und Neu" at the return. */
    TAKE_BACK("take_back"),

    /** "Rückgabe bearbeiten", which has no such button. */
    AMEND_TAKE_BACK("amend_take_back"),
}

/** Whether a new booking is made, and with what. */
public sealed interface BookingTemplateOutcome<out T> {
    /** It is made. */
    public data class Allowed<out T>(
        /** Its planned start: the planned end of the existing booking. */
        val start: T,
        /** Its planned end: half an hour later. */
        val end: T,
        /** Load the vehicle's data from the vehicle master: always. */
        val reloadVehicle: Boolean,
        /** The tick "Führerscheindaten kontrolliert": never taken over. */
        val licenceChecked: Boolean,
    ) : BookingTemplateOutcome<T>

    /** It cannot be asked for here. */
    public data object Refused : BookingTemplateOutcome<Nothing>
}

internal fun <T : Temporal> BookingPlanFacts<T>.facts(time: (T) -> Json): Json = record(
    "planned_start" to time(plannedStart),
    "planned_end" to time(plannedEnd),
    "others" to fact(others.map { it.facts(time) }),
    "now" to time(now),
)

internal fun <T : Temporal> BookingPlanned<T>.facts(time: (T) -> Json): Json = record(
    "planned_start" to time(plannedStart),
    "planned_end" to time(plannedEnd),
    "out" to fact(out),
)

internal fun <T : Temporal> BookingStatusFacts<T>.facts(time: (T) -> Json): Json = record(
    "planned_start" to time(plannedStart),
    "planned_end" to time(plannedEnd),
    "issued_at" to fact(issuedAt?.let(time)),
    "returned_at" to fact(returnedAt?.let(time)),
    "settled" to fact(settled),
    "now" to time(now),
)

internal fun <T> WireValue.toBookingStatusOutcome(time: (WireValue) -> T) = BookingStatusOutcome(
    status = this["status"].one(BookingStatus.entries, BookingStatus::id),
    from = time(this["from"]),
    to = time(this["to"]),
    colour = this["colour"].one(BookingColour.entries, BookingColour::id),
    opaque = this["opaque"].truth(),
    warn = this["warn"].truth(),
    vehicleInHouse = this["vehicle_in_house"].truth(),
    settled = this["settled"].truth(),
)

internal fun <T : Temporal> BookingTemplateFacts<T>.facts(time: (T) -> Json): Json = record(
    "planned_end" to time(plannedEnd),
    "status" to fact(status.id),
    "from" to fact(from.id),
    "now" to time(now),
)

internal fun <T> WireValue.toBookingTemplateOutcome(time: (WireValue) -> T): BookingTemplateOutcome<T> = when (kind()) {
    "allowed" -> BookingTemplateOutcome.Allowed(
        start = time(this["start"]),
        end = time(this["end"]),
        reloadVehicle = this["reload_vehicle"].truth(),
        licenceChecked = this["licence_checked"].truth(),
    )
    "refused" -> BookingTemplateOutcome.Refused
    else -> unreadable()
}
