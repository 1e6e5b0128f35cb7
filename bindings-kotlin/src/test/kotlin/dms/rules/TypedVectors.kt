package dms.rules

import com.fasterxml.jackson.databind.JsonNode
import org.junit.jupiter.api.Assertions.assertEquals
import java.math.BigDecimal
import java.time.DateTimeException
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.OffsetDateTime
import java.time.ZoneId
import java.time.ZonedDateTime
import java.time.temporal.Temporal

/** An answer of any decision; one without a table has no edition to show. */
internal class TypedAnswer(
    val outcome: Any,
    val edition: String? = null,
    val row: String? = null,
    val because: List<String> = listOf(),
    val advisories: List<String> = listOf(),
    val explain: ((Language) -> String)? = null,
) {
    constructor(decision: Decision<Any>) :
        this(decision.outcome, decision.edition, decision.row, decision.because, decision.advisories, decision::explain)
}

/** The decisions that have a call of their own; the others go by [Catalogue.evaluate]. */
internal val typedDecisions = setOf(
    "vin.check",
    "car_pass.enrolment", "car_pass.visible", "car_pass.readiness",
    "okr.option", "okr.choice", "okr.mutation",
    "quarter_hour.floor", "quarter_hour.ceil", "quarter_hour.nearest", "quarter_hour.next",
    "booking.issue_limit", "booking.issue",
)

/** The typed call for these facts; `null` where Kotlin cannot say them, because a type or a name would be wrong. */
internal fun typedCall(decision: String, facts: JsonNode): (() -> TypedAnswer)? = try {
    TypedFacts(facts).call(decision)
} catch (_: Unsayable) {
    null
} catch (_: DateTimeException) {
    null
}

private class Unsayable : Exception()

private class TypedFacts(private val facts: JsonNode) {
    private val read = mutableSetOf<String>()

    fun call(decision: String): () -> TypedAnswer {
        if (!facts.isObject) throw Unsayable()
        val call: () -> TypedAnswer = when (decision) {
            "vin.check" -> text("vin").let { { TypedAnswer(Vin.check(it)) } }
            "car_pass.enrolment" -> enrolment().let { { TypedAnswer(CarPass.enrolment(it)) } }
            "car_pass.visible" -> visible().let { { TypedAnswer(CarPass.visible(it)) } }
            "car_pass.readiness" -> readiness().let { { TypedAnswer(CarPass.readiness(it)) } }
            "okr.option" -> option().let { { TypedAnswer(Okr.option(it)) } }
            "okr.choice" -> choice().let { { TypedAnswer(Okr.choice(it)) } }
            "okr.mutation" -> mutation().let { { TypedAnswer(Okr.mutation(it)) } }
            "quarter_hour.floor" -> quarter(QuarterHour::floor, QuarterHour::floor)
            "quarter_hour.ceil" -> quarter(QuarterHour::ceil, QuarterHour::ceil)
            "quarter_hour.nearest" -> quarter(QuarterHour::nearest, QuarterHour::nearest)
            "quarter_hour.next" -> quarter(QuarterHour::next, QuarterHour::next)
            "booking.issue_limit" ->
                if (hasOffset("now")) {
                    issueLimit(::zoned).let { { TypedAnswer(Booking.issueLimit(it)) } }
                } else {
                    issueLimit(::local).let { { TypedAnswer(Booking.issueLimit(it)) } }
                }
            "booking.issue" ->
                if (hasOffset("now")) {
                    issue(::zoned).inOneZone().let { { TypedAnswer(Booking.issue(it)) } }
                } else {
                    issue(::local).let { { TypedAnswer(Booking.issue(it)) } }
                }
            else -> throw Unsayable()
        }
        if (!read.containsAll(facts.fieldNames().asSequence().toSet())) throw Unsayable()
        return call
    }

    private fun enrolment() = CarPassEnrolmentFacts(
        trigger = one(CarPassTrigger.entries, "trigger") { it.id },
        workStarted = yes("work_started"),
        vin = text("vin"),
        alreadyTransmitted = yes("already_transmitted"),
        merged = yes("merged"),
        dossierNumber = long("dossier_number"),
        vatRegisterUsed = yes("vat_register_used"),
        vatNumberTicked = yes("vat_number_ticked"),
        hasOwner = yes("has_owner"),
    )

    private fun visible() = CarPassVisibleFacts(userSite = text("user_site"), dossierSite = text("dossier_site"))

    private fun readiness() = CarPassReadinessFacts(
        policy = one(CarPassPolicy.entries, "policy") { it.id },
        vin = text("vin"),
        today = LocalDate.parse(text("today")),
        readingKm = known("reading_km") { int(it) },
        startOfWork = known("start_of_work") { LocalDate.parse(text(it)) },
        damageReadingKm = known("damage_reading_km") { int(it) },
        repairReadingKm = known("repair_reading_km") { int(it) },
    )

    private fun option(): OkrOptionFacts {
        val withDefaults = OkrOptionFacts(
            mode = one(OkrMode.entries, "mode") { it.id },
            maxAgeDays = known("max_age_days") { int(it) },
            apkReported = yes("apk_reported"),
            enteredReadingKm = int("entered_reading_km"),
            lastReadingKm = known("last_reading_km") { int(it) },
            readingDate = known("reading_date") { LocalDate.parse(text(it)) },
            invoiceDate = LocalDate.parse(text("invoice_date")),
            invoiceTotal = euros("invoice_total_cents"),
        )
        return withDefaults.copy(
            threshold = known("threshold_cents") { euros(it) } ?: withDefaults.threshold,
            boundary = known("boundary") { one(OkrBoundary.entries, it) { it.id } } ?: withDefaults.boundary,
        )
    }

    private fun choice() = OkrChoiceFacts(option(), known("chosen") { one(OkrChoice.entries, it) { it.id } })

    private fun mutation() = OkrMutationFacts(
        mode = one(OkrMode.entries, "mode") { it.id },
        enteredReadingKm = int("entered_reading_km"),
        lastReadingKm = known("last_reading_km") { int(it) },
    )

    private fun quarter(
        ofZoned: (ZonedDateTime) -> ZonedDateTime,
        ofLocal: (LocalDateTime) -> LocalDateTime,
    ): () -> TypedAnswer = if (hasOffset("at")) {
        zoned("at").let { { TypedAnswer(ofZoned(it)) } }
    } else {
        local("at").let { { TypedAnswer(ofLocal(it)) } }
    }

    private fun <T : Temporal> issueLimit(time: (String) -> T): BookingIssueLimitFacts<T> {
        val withDefaults = BookingIssueLimitFacts(now = time("now"), daysAhead = int("days_ahead"))
        return withDefaults.copy(immediateWindow = window() ?: withDefaults.immediateWindow)
    }

    private fun <T : Temporal> issue(time: (String) -> T): BookingIssueFacts<T> {
        val withDefaults = BookingIssueFacts(
            kind = one(BookingKind.entries, "kind") { it.id },
            mayIssue = yes("may_issue"),
            now = time("now"),
            requestedAt = time("requested_at"),
            daysAhead = int("days_ahead"),
            plannedEnd = time("planned_end"),
            alreadyIssued = yes("already_issued"),
            vehicleOut = yes("vehicle_out"),
            plateOut = yes("plate_out"),
            overlapsPastHandover = yes("overlaps_past_handover"),
        )
        return withDefaults.copy(immediateWindow = window() ?: withDefaults.immediateWindow)
    }

    /** In JSON each time may have an offset of its own; in Kotlin they are put into the zone of "now" first. */
    private fun BookingIssueFacts<ZonedDateTime>.inOneZone(): BookingIssueFacts<ZonedDateTime> {
        val times = listOf(now, requestedAt, plannedEnd)
        val zone = listOf(now.zone, ZoneId.of("Europe/Vienna")).find { zone ->
            times.all { zone.rules.getOffset(it.toInstant()) == it.offset }
        } ?: throw Unsayable()
        return copy(
            now = now.withZoneSameInstant(zone),
            requestedAt = requestedAt.withZoneSameInstant(zone),
            plannedEnd = plannedEnd.withZoneSameInstant(zone),
        )
    }

    private fun window() = known("immediate_window") { one(ImmediateWindow.entries, it) { it.id } }

    private fun of(field: String): JsonNode {
        read += field
        return facts[field]?.takeUnless { it.isNull } ?: throw Unsayable()
    }

    private fun <T> known(field: String, read: (String) -> T): T? {
        this.read += field
        return if (facts.hasNonNull(field)) read(field) else null
    }

    private fun text(field: String): String = of(field).takeIf { it.isTextual }?.asText() ?: throw Unsayable()

    private fun yes(field: String): Boolean = of(field).takeIf { it.isBoolean }?.asBoolean() ?: throw Unsayable()

    private fun int(field: String): Int = of(field).takeIf { it.isInt }?.asInt() ?: throw Unsayable()

    private fun long(field: String): Long = of(field).takeIf { it.isInt || it.isLong }?.asLong() ?: throw Unsayable()

    private fun euros(field: String): BigDecimal =
        of(field).takeIf { it.isIntegralNumber }?.let { BigDecimal(it.bigIntegerValue(), 2) } ?: throw Unsayable()

    private fun <E> one(values: List<E>, field: String, id: (E) -> String): E =
        text(field).let { name -> values.find { id(it) == name } } ?: throw Unsayable()

    private fun hasOffset(field: String) = Regex("Z|[+-]\\d\\d:\\d\\d").containsMatchIn(text(field).substringAfter('T'))

    private fun zoned(field: String): ZonedDateTime =
        text(field).let { if (strict.matches(it)) OffsetDateTime.parse(it).toZonedDateTime() else throw Unsayable() }

    private fun local(field: String): LocalDateTime =
        text(field).let { if (strict.matches(it)) LocalDateTime.parse(it) else throw Unsayable() }

    private companion object {
        /** java.time also takes times without seconds and in lower case, and more digits of a year. */
        val strict = Regex("""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?""")
    }
}

/** Compares an outcome with the JSON of the same decision. */
internal fun assertSameOutcome(case: Any, expected: JsonNode, outcome: Any) {
    when (outcome) {
        is VinCheckOutcome -> assertEquals(expected.asText(), outcome.id, "$case")
        is CarPassEnrolmentOutcome -> assertEquals(expected.asText(), outcome.id, "$case")
        is CarPassVisibleOutcome -> assertEquals(expected.asText(), outcome.id, "$case")
        is CarPassReadinessOutcome -> assertEquals(expected.asText(), outcome.id, "$case")
        is OkrOptionOutcome -> assertEquals(expected.asText(), outcome.id, "$case")
        is OkrMutationOutcome -> assertEquals(expected.asText(), outcome.id, "$case")
        is OkrChoiceOutcome -> {
            assertEquals(expected["option"].asText(), outcome.option.id, "$case")
            assertEquals(expected["forward"].asBoolean(), outcome.forward, "$case")
            assertEquals(expected["overridden"].asBoolean(), outcome.overridden, "$case")
        }
        is ZonedDateTime, is LocalDateTime -> assertSameTime(case, expected["at"].asText(), outcome)
        is BookingIssueLimitOutcome<*> -> assertSameTime(case, expected["latest"].asText(), outcome.latest!!)
        is BookingIssueOutcome<*> -> {
            val kind = when (outcome) {
                is BookingIssueOutcome.Allowed<*> -> "allowed"
                is BookingIssueOutcome.Refused<*> -> "refused"
            }
            assertEquals(expected["kind"].asText(), kind, "$case")
            assertSameTime(case, expected["latest"].asText(), outcome.latest!!)
        }
        else -> error("$case: an outcome of another kind: $outcome")
    }
}

/** In JSON the end of a civil day carries no offset; here the zone of "now" has given it one. */
private fun assertSameTime(case: Any, expected: String, time: Any) {
    val hasOffset = Regex("(Z|[+-]\\d\\d:\\d\\d)$").containsMatchIn(expected)
    when (time) {
        is ZonedDateTime ->
            if (hasOffset) {
                assertEquals(OffsetDateTime.parse(expected).toInstant(), time.toInstant(), "$case")
            } else {
                assertEquals(LocalDateTime.parse(expected), time.toLocalDateTime(), "$case")
            }
        else -> assertEquals(LocalDateTime.parse(expected), time, "$case")
    }
}
