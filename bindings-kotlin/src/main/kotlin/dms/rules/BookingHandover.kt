package dms.rules

import dms.rules.internal.WireValue
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.ZonedDateTime
import java.time.temporal.Temporal

/** The facts of [Booking.issuePrefill]. */
public data class BookingIssuePrefillFacts(
    /** The reading in the vehicle master, in kilometres. */
    val odometerKm: Int? = null,
    /** The damages that the vehicle master has, by equipment category. */
    val damages: List<BookingDamage>,
    /** The campaigns of the vehicle as they stand now. */
    val campaigns: List<BookingCampaign>,
    /** The comment of the booking; a blank one counts as none. */
    val comment: String? = null,
)

/** A damage of the vehicle. */
public data class BookingDamage(
    /** The equipment category ("Ausstattungskategorie") under which it is kept. */
    val category: String,
    /** What is damaged. */
    val description: String,
)

/** A campaign or reminder ("Kampagne/Vormerkung") of the vehicle. */
public data class BookingCampaign(
    /** Its code. */
    val code: String,
    /** It is running. */
    val active: Boolean,
    /** It has not been carried out on this vehicle. */
    val open: Boolean,
)

/** The handover record with which the issue begins. From the issue on it is a snapshot: see [Booking.followsMaster]. */
public data class BookingIssuePrefillOutcome(
    /** The reading in the vehicle master, in kilometres. */
    val odometerKm: Int?,
    /** The damages, as given. */
    val damages: List<BookingDamage>,
    /** The codes of the campaigns that are active and open. */
    val campaigns: List<String>,
    /** The comment of the booking. */
    val comment: String?,
    /** Always none: the customer has yet to sign. */
    val signature: String?,
)

/** The facts of [Booking.followsMaster]. */
public data class BookingFollowsMasterFacts(
    /** The vehicle has been handed out on this booking. */
    val issued: Boolean,
)

/** Whether the booking follows. */
public data class BookingFollowsMasterOutcome(
    /** Later changes of the vehicle master reach the booking. */
    val followsMaster: Boolean,
)

/**
 * The facts of [Booking.takeBack].
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingTakeBackFacts<T : Temporal>(
    /** The user has the right "Fahrzeug zurücknehmen" for this kind. */
    val mayTakeBack: Boolean,
    /** When the vehicle was handed out. */
    val issuedAt: T? = null,
    /** It has been taken back before. */
    val alreadyReturned: Boolean,
    /** When it comes back. */
    val returnAt: T,
    /** The reading at the issue, in kilometres. */
    val issueReadingKm: Int? = null,
    /** The reading at the return, in kilometres. */
    val returnReadingKm: Int? = null,
    /** The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren". */
    val updateReservation: Boolean,
)

/** Whether the vehicle may be taken back, and what goes with it. */
public sealed interface BookingTakeBackOutcome {
    /** It may. */
    public data class Allowed(
        /** Empty the reservation in the vehicle master. */
        val clearReservation: Boolean,
    ) : BookingTakeBackOutcome

    /** It may not. */
    public data object Refused : BookingTakeBackOutcome
}

/** The facts of [Booking.cancelIssue]. */
public data class BookingCancelIssueFacts(
    /** The user has the right "Fahrzeugübergabe bearbeiten" for this kind. */
    val mayAmendHandover: Boolean,
    /** The vehicle has been handed out on this booking. */
    val issued: Boolean,
    /** It has been taken back. */
    val returned: Boolean,
    /** The issue raised the reading in the vehicle master. */
    val odometerRaised: Boolean,
    /** The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren". */
    val updateReservation: Boolean,
)

/** Whether the issue may be cancelled, and what goes with it. */
public sealed interface BookingCancelIssueOutcome {
    /** It may. */
    public data class Allowed(
        /** Empty the reservation in the vehicle master. */
        val clearReservation: Boolean,
        /** Leave the reading in the vehicle master as it is: always. */
        val keepOdometer: Boolean,
    ) : BookingCancelIssueOutcome

    /** It may not. */
    public data object Refused : BookingCancelIssueOutcome
}

/**
 * The facts of [Booking.amendHandover].
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingAmendHandoverFacts<T : Temporal>(
    /** The user has the right "Fahrzeugübergabe bearbeiten" for this kind. */
    val mayAmendHandover: Boolean,
    /** When the vehicle was handed out, as amended. */
    val issuedAt: T? = null,
    /** When it came back, as amended. */
    val returnedAt: T? = null,
    /** The handovers of the same vehicle on other bookings. */
    val otherHandovers: List<BookingHandover<T>>,
)

/**
 * The actual issue and return on another booking.
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingHandover<T : Temporal>(
    /** When the vehicle was handed out. */
    val issuedAt: T,
    /** When it came back; not before it was handed out. */
    val returnedAt: T? = null,
)

/** Whether something may be done. */
public enum class BookingVerdict(
    /** The outcome's name in the rules. */
    public val id: String,
) {
    /** It may. */
    ALLOWED("allowed"),

    /** It may not. */
    REFUSED("refused"),
}

/** The facts of [Booking.odometer]. */
public data class BookingOdometerFacts(
    /** The reading in the vehicle master, in kilometres. */
    val masterKm: Int? = null,
    /** The reading entered at the issue or the return, in kilometres. */
    val enteredKm: Int,
)

/** The vehicle master afterwards. */
public data class BookingOdometerOutcome(
    /** Its reading, in kilometres. */
    val masterKm: Int,
)

/**
 * The facts of [Booking.reservation].
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingReservationFacts<T : Temporal>(
    /** The setting "Reservierungsinfos … im Fahrzeugstamm aktualisieren". */
    val updateReservation: Boolean,
    /** What happened. */
    val event: BookingHandoverEvent,
    /** The code of the employee who handed the vehicle out. */
    val issuerCode: String,
    /** The planned end of the booking. */
    val plannedEnd: T,
    /** The number of the booking's customer. */
    val customerNumber: String,
)

/** What may happen to a handover. */
public enum class BookingHandoverEvent(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** The vehicle was handed out. */
    ISSUED("issued"),

    /** The issue was cancelled. */
    ISSUE_CANCELLED("issue_cancelled"),

    /** The vehicle came back. */
    RETURNED("returned"),
}

/** What to do with the reservation in the vehicle master. */
public sealed interface BookingReservationOutcome {
    /** Leave it as it is. */
    public data object Leave : BookingReservationOutcome

    /** Set the flag "Reserviert", and with it what follows. */
    public data class Set(
        /** "Reserviert von Mitarbeiter": the code of the issuer. */
        val reservedBy: String,
        /** "Reserviert bis": the date of the planned end. */
        val reservedUntil: LocalDate,
        /** "Reserviert von Kunde": the customer's number. */
        val reservedFor: String,
    ) : BookingReservationOutcome

    /** Empty its fields. */
    public data object Clear : BookingReservationOutcome
}

internal fun BookingIssuePrefillFacts.facts(): Json = record(
    "odometer_km" to fact(odometerKm),
    "damages" to fact(damages.map { it.facts() }),
    "campaigns" to fact(campaigns.map { it.facts() }),
    "comment" to fact(comment),
)

internal fun BookingDamage.facts(): Json = record(
    "category" to fact(category),
    "description" to fact(description),
)

internal fun WireValue.toBookingDamage(): BookingDamage = BookingDamage(
    category = this["category"].text(),
    description = this["description"].text(),
)

internal fun BookingCampaign.facts(): Json = record(
    "code" to fact(code),
    "active" to fact(active),
    "open" to fact(open),
)

internal fun WireValue.toBookingIssuePrefillOutcome(): BookingIssuePrefillOutcome = BookingIssuePrefillOutcome(
    odometerKm = this["odometer_km"].known { it.whole() },
    damages = this["damages"].items().map { it.toBookingDamage() },
    campaigns = this["campaigns"].items().map { it.text() },
    comment = this["comment"].known { it.text() },
    signature = this["signature"].known { it.text() },
)

internal fun BookingFollowsMasterFacts.facts(): Json = record(
    "issued" to fact(issued),
)

internal fun WireValue.toBookingFollowsMasterOutcome(): BookingFollowsMasterOutcome = BookingFollowsMasterOutcome(
    followsMaster = this["follows_master"].truth(),
)

internal fun <T : Temporal> BookingTakeBackFacts<T>.facts(time: (T) -> Json): Json = record(
    "may_take_back" to fact(mayTakeBack),
    "issued_at" to fact(issuedAt?.let(time)),
    "already_returned" to fact(alreadyReturned),
    "return_at" to time(returnAt),
    "issue_reading_km" to fact(issueReadingKm),
    "return_reading_km" to fact(returnReadingKm),
    "update_reservation" to fact(updateReservation),
)

internal fun WireValue.toBookingTakeBackOutcome(): BookingTakeBackOutcome = when (kind()) {
    "allowed" -> BookingTakeBackOutcome.Allowed(
        clearReservation = this["clear_reservation"].truth(),
    )
    "refused" -> BookingTakeBackOutcome.Refused
    else -> unreadable()
}

internal fun BookingCancelIssueFacts.facts(): Json = record(
    "may_amend_handover" to fact(mayAmendHandover),
    "issued" to fact(issued),
    "returned" to fact(returned),
    "odometer_raised" to fact(odometerRaised),
    "update_reservation" to fact(updateReservation),
)

internal fun WireValue.toBookingCancelIssueOutcome(): BookingCancelIssueOutcome = when (kind()) {
    "allowed" -> BookingCancelIssueOutcome.Allowed(
        clearReservation = this["clear_reservation"].truth(),
        keepOdometer = this["keep_odometer"].truth(),
    )
    "refused" -> BookingCancelIssueOutcome.Refused
    else -> unreadable()
}

internal fun <T : Temporal> BookingAmendHandoverFacts<T>.facts(time: (T) -> Json): Json = record(
    "may_amend_handover" to fact(mayAmendHandover),
    "issued_at" to fact(issuedAt?.let(time)),
    "returned_at" to fact(returnedAt?.let(time)),
    "other_handovers" to fact(otherHandovers.map { it.facts(time) }),
)

internal fun <T : Temporal> BookingHandover<T>.facts(time: (T) -> Json): Json = record(
    "issued_at" to time(issuedAt),
    "returned_at" to fact(returnedAt?.let(time)),
)

internal fun BookingOdometerFacts.facts(): Json = record(
    "master_km" to fact(masterKm),
    "entered_km" to fact(enteredKm),
)

internal fun WireValue.toBookingOdometerOutcome(): BookingOdometerOutcome = BookingOdometerOutcome(
    masterKm = this["master_km"].whole(),
)

internal fun <T : Temporal> BookingReservationFacts<T>.facts(time: (T) -> Json): Json = record(
    "update_reservation" to fact(updateReservation),
    "event" to fact(event.id),
    "issuer_code" to fact(issuerCode),
    "planned_end" to time(plannedEnd),
    "customer_number" to fact(customerNumber),
)

internal fun WireValue.toBookingReservationOutcome(): BookingReservationOutcome = when (kind()) {
    "leave" -> BookingReservationOutcome.Leave
    "set" -> BookingReservationOutcome.Set(
        reservedBy = this["reserved_by"].text(),
        reservedUntil = this["reserved_until"].date(),
        reservedFor = this["reserved_for"].text(),
    )
    "clear" -> BookingReservationOutcome.Clear
    else -> unreadable()
}
