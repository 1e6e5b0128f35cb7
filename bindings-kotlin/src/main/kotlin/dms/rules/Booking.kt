package dms.rules

import dms.rules.internal.WireBookingIssueAnswer
import dms.rules.internal.WireBookingIssueFacts
import dms.rules.internal.WireBookingIssueLimitAnswer
import dms.rules.internal.WireBookingIssueLimitFacts
import dms.rules.internal.WireBookingIssueLimitOutcome
import dms.rules.internal.WireBookingIssueOutcome
import dms.rules.internal.WireBookingKind
import dms.rules.internal.WireImmediateWindow
import dms.rules.internal.WireTime
import dms.rules.internal.bookingIssue
import dms.rules.internal.bookingIssueLimit
import java.time.DateTimeException
import java.time.LocalDateTime
import java.time.ZonedDateTime
import java.time.temporal.Temporal

/**
 * Replacement, rental and test-drive vehicles.
 *
 * Times are [ZonedDateTime], answered in the zone of "now" with the JVM's zone data, or, for a host without zones,
 * [LocalDateTime], answered as they stand. Times compare at whole minutes: 10:15:59 is 10:15.
 */
public object Booking {
    /**
     * `booking.issue_limit`: until when may an issue be dated?
     *
     * Without days ahead, until the next full quarter hour (or, by the setting, 15 minutes from now); else until 23:59
     * local time on the day so many days after today. Where a zone shows 23:59 twice on that day, it is the later one.
     *
     * Source: MOTIONDATA, "Ausgabe durchführen", "Ausgabe in der Zukunft speichern".
     *
     * @throws RulesException [ErrorCode.INVALID_DATE] `now` outside the years 1 to 9999; [ErrorCode.OUT_OF_RANGE]
     *   `days_ahead`, or `now` for an immediate issue, where the result lies after the year 9999.
     */
    public fun issueLimit(
        facts: BookingIssueLimitFacts<ZonedDateTime>,
    ): Decision<BookingIssueLimitOutcome<ZonedDateTime>> = issueLimitAll(listOf(facts)).single().getOrThrow()

    /** [issueLimit] for a host without zones. */
    @JvmName("issueLimitLocal")
    public fun issueLimit(
        facts: BookingIssueLimitFacts<LocalDateTime>,
    ): Decision<BookingIssueLimitOutcome<LocalDateTime>> = issueLimitAll(listOf(facts)).single().getOrThrow()

    /** [issueLimit] for each "now", in one crossing of the border. */
    public fun issueLimitAll(
        facts: List<BookingIssueLimitFacts<ZonedDateTime>>,
    ): List<Answer<Decision<BookingIssueLimitOutcome<ZonedDateTime>>>> =
        issueLimits(facts, ZonedDateTime::wire) { latest, now -> latest.inZone(now.zone) }

    /** [issueLimit] for each "now" of a host without zones, in one crossing of the border. */
    @JvmName("issueLimitAllLocal")
    public fun issueLimitAll(
        facts: List<BookingIssueLimitFacts<LocalDateTime>>,
    ): List<Answer<Decision<BookingIssueLimitOutcome<LocalDateTime>>>> =
        issueLimits(facts, LocalDateTime::wire) { latest, _ -> latest.onTheWall() }

    private inline fun <T : Temporal> issueLimits(
        facts: List<BookingIssueLimitFacts<T>>,
        wire: (T) -> WireTime,
        read: (WireTime, now: T) -> T,
    ): List<Answer<Decision<BookingIssueLimitOutcome<T>>>> {
        val table = Table.of("booking.issue_limit")
        val answers = crossing { bookingIssueLimit(facts.map { it.wire(wire) }) }
        return answers.zip(facts) { answer, asked ->
            when (answer) {
                is WireBookingIssueLimitAnswer.Decided ->
                    table.decision(answer.outcome.read { read(it, asked.now) }, answer.grounds)
                is WireBookingIssueLimitAnswer.Refused -> answer.refusal.read()
            }
        }
    }

    /**
     * `booking.issue`: may the vehicle be handed out now?
     *
     * The requested time and the planned end may be in other zones than "now": they are put into its zone first.
     * Neither now nor the requested time may lie after the planned end. The latest permitted time is that of
     * [issueLimit].
     *
     * Source: MOTIONDATA, "Ausgabe durchführen", "Ausgabe in der Zukunft speichern", "Berechtigungsverwaltung".
     *
     * @throws RulesException [ErrorCode.INVALID_DATE] for a time outside the years 1 to 9999; then those of
     *   [issueLimit].
     */
    public fun issue(facts: BookingIssueFacts<ZonedDateTime>): Decision<BookingIssueOutcome<ZonedDateTime>> =
        issueAll(listOf(facts)).single().getOrThrow()

    /** [issue] for a host without zones. */
    @JvmName("issueLocal")
    public fun issue(facts: BookingIssueFacts<LocalDateTime>): Decision<BookingIssueOutcome<LocalDateTime>> =
        issueAll(listOf(facts)).single().getOrThrow()

    /** [issue] for each booking, in one crossing of the border. */
    public fun issueAll(
        facts: List<BookingIssueFacts<ZonedDateTime>>,
    ): List<Answer<Decision<BookingIssueOutcome<ZonedDateTime>>>> =
        issues(facts, { at, now -> at.inZoneOf(now).wire() }, { latest, now -> latest.inZone(now.zone) })

    /** [issue] for each booking of a host without zones, in one crossing of the border. */
    @JvmName("issueAllLocal")
    public fun issueAll(
        facts: List<BookingIssueFacts<LocalDateTime>>,
    ): List<Answer<Decision<BookingIssueOutcome<LocalDateTime>>>> =
        issues(facts, { at, _ -> at.wire() }, { latest, _ -> latest.onTheWall() })

    private inline fun <T : Temporal> issues(
        facts: List<BookingIssueFacts<T>>,
        wire: (T, now: T) -> WireTime,
        read: (WireTime, now: T) -> T,
    ): List<Answer<Decision<BookingIssueOutcome<T>>>> {
        val table = Table.of("booking.issue")
        val answers = crossing { bookingIssue(facts.map { asked -> asked.wire { wire(it, asked.now) } }) }
        return answers.zip(facts) { answer, asked ->
            when (answer) {
                is WireBookingIssueAnswer.Decided ->
                    table.decision(answer.outcome.read { read(it, asked.now) }, answer.grounds)
                is WireBookingIssueAnswer.Refused -> answer.refusal.read()
            }
        }
    }
}

/**
 * The facts of [Booking.issueLimit].
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingIssueLimitFacts<T : Temporal>(
    /** Now, on the host's clock. */
    val now: T,
    /** The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day. */
    val daysAhead: Int,
    /** How far an immediate issue may reach. */
    val immediateWindow: ImmediateWindow = ImmediateWindow.NEXT_QUARTER_HOUR,
)

/** How far an immediate issue may reach. */
public enum class ImmediateWindow(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "bis zur nächsten vollen 1/4-Stunde". */
    NEXT_QUARTER_HOUR("next_quarter_hour"),

    /** "bis 15 Minuten". */
    FIFTEEN_MINUTES("fifteen_minutes"),
}

/** Until when an issue may be dated. */
public data class BookingIssueLimitOutcome<out T>(
    /** The latest permitted time, itself included, in the zone of "now". */
    val latest: T,
)

/**
 * The facts of [Booking.issue].
 *
 * @param T [ZonedDateTime], or [LocalDateTime] for a host without zones.
 */
public data class BookingIssueFacts<T : Temporal>(
    /** What the vehicle is handed out for. */
    val kind: BookingKind,
    /** The user has the right "Fahrzeug ausgeben" for this kind. */
    val mayIssue: Boolean,
    /** Now, on the host's clock. */
    val now: T,
    /** When the vehicle is to be handed out. */
    val requestedAt: T,
    /** The setting "Fahrzeugausgabe vor Abholung in Tagen"; 0 or less allows no later day. */
    val daysAhead: Int,
    /** How far an immediate issue may reach. */
    val immediateWindow: ImmediateWindow = ImmediateWindow.NEXT_QUARTER_HOUR,
    /** The planned end of the booking. */
    val plannedEnd: T,
    /** The vehicle was handed out on this booking before. */
    val alreadyIssued: Boolean,
    /** Another booking of this vehicle has an open return. */
    val vehicleOut: Boolean,
    /** Another booking of this trial plate has an open return; matters on test drives only. */
    val plateOut: Boolean,
    /** The requested time lies between the actual issue and return of another booking of this vehicle. */
    val overlapsPastHandover: Boolean,
)

/** What a vehicle is handed out for. */
public enum class BookingKind(
    /** The value's name in the rules. */
    public val id: String,
) {
    /** "Ersatzfahrzeug": a replacement during a service. */
    REPLACEMENT("replacement"),

    /** "Mietfahrzeug": a rental. */
    RENTAL("rental"),

    /** "Probefahrt": a test drive. */
    TEST_DRIVE("test_drive"),
}

/** Whether a vehicle may be handed out. */
public sealed interface BookingIssueOutcome<out T> {
    /** The latest time at which the issue may be dated, itself included, in the zone of "now". */
    public val latest: T

    /** It may. */
    public data class Allowed<out T>(
        override val latest: T,
    ) : BookingIssueOutcome<T>

    /** It may not; [Decision.because] says why. */
    public data class Refused<out T>(
        override val latest: T,
    ) : BookingIssueOutcome<T>
}

/** The same instant in the zone of "now"; a time too far off to be shown there is refused for its own year. */
private fun ZonedDateTime.inZoneOf(now: ZonedDateTime): ZonedDateTime = try {
    withZoneSameInstant(now.zone)
} catch (_: DateTimeException) {
    this
}

private inline fun <T : Temporal> BookingIssueLimitFacts<T>.wire(time: (T) -> WireTime) = WireBookingIssueLimitFacts(
    now = time(now),
    daysAhead = daysAhead,
    immediateWindow = immediateWindow.wire(),
)

private fun ImmediateWindow.wire() = when (this) {
    ImmediateWindow.NEXT_QUARTER_HOUR -> WireImmediateWindow.NEXT_QUARTER_HOUR
    ImmediateWindow.FIFTEEN_MINUTES -> WireImmediateWindow.FIFTEEN_MINUTES
}

private inline fun <T> WireBookingIssueLimitOutcome.read(time: (WireTime) -> T): BookingIssueLimitOutcome<T> {
    val (latest) = this
    return BookingIssueLimitOutcome(time(latest))
}

private inline fun <T : Temporal> BookingIssueFacts<T>.wire(time: (T) -> WireTime) = WireBookingIssueFacts(
    kind = kind.wire(),
    mayIssue = mayIssue,
    now = time(now),
    requestedAt = time(requestedAt),
    daysAhead = daysAhead,
    immediateWindow = immediateWindow.wire(),
    plannedEnd = time(plannedEnd),
    alreadyIssued = alreadyIssued,
    vehicleOut = vehicleOut,
    plateOut = plateOut,
    overlapsPastHandover = overlapsPastHandover,
)

private fun BookingKind.wire() = when (this) {
    BookingKind.REPLACEMENT -> WireBookingKind.REPLACEMENT
    BookingKind.RENTAL -> WireBookingKind.RENTAL
    BookingKind.TEST_DRIVE -> WireBookingKind.TEST_DRIVE
}

private inline fun <T> WireBookingIssueOutcome.read(time: (WireTime) -> T): BookingIssueOutcome<T> = when (this) {
    is WireBookingIssueOutcome.Allowed -> BookingIssueOutcome.Allowed(time(latest))
    is WireBookingIssueOutcome.Refused -> BookingIssueOutcome.Refused(time(latest))
}
