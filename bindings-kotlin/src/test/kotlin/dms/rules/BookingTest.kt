package dms.rules

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.ZoneId
import java.time.ZoneOffset
import java.time.ZonedDateTime

class BookingTest {
    private fun wall(time: String) = LocalDateTime.parse(time)

    private fun vienna(time: String) = ZonedDateTime.parse("$time[Europe/Vienna]")

    private fun limit(now: ZonedDateTime, daysAhead: Int) = Booking.issueLimit(BookingIssueLimitFacts(now, daysAhead))

    private val booking = BookingIssueFacts(
        kind = BookingKind.TEST_DRIVE,
        mayIssue = true,
        now = vienna("2026-11-20T10:07:00+01:00"),
        requestedAt = vienna("2026-11-20T10:15:59+01:00"),
        daysAhead = 0,
        plannedEnd = vienna("2026-11-23T17:00:00+01:00"),
        alreadyIssued = false,
        vehicleOut = false,
        plateOut = false,
        overlapsPastHandover = false,
    )

    private fun local(facts: BookingIssueFacts<ZonedDateTime>) = BookingIssueFacts(
        kind = facts.kind,
        mayIssue = facts.mayIssue,
        now = facts.now.toLocalDateTime(),
        requestedAt = facts.requestedAt.toLocalDateTime(),
        daysAhead = facts.daysAhead,
        immediateWindow = facts.immediateWindow,
        plannedEnd = facts.plannedEnd.toLocalDateTime(),
        alreadyIssued = facts.alreadyIssued,
        vehicleOut = facts.vehicleOut,
        plateOut = facts.plateOut,
        overlapsPastHandover = facts.overlapsPastHandover,
    )

    @Test
    fun `an immediate issue reaches to the next quarter hour, or fifteen minutes`() {
        val now = vienna("2026-11-20T10:07:30+01:00")
        val limit = limit(now, daysAhead = 0)
        assertEquals("immediate" to listOf("immediate"), limit.row to limit.because)
        assertEquals(vienna("2026-11-20T10:15:00+01:00"), limit.outcome.latest)
        val minutes = BookingIssueLimitFacts(now, daysAhead = -3, immediateWindow = BookingImmediateWindow.FIFTEEN_MINUTES)
        assertEquals(vienna("2026-11-20T10:22:30+01:00"), Booking.issueLimit(minutes).outcome.latest)
    }

    @Test
    fun `the hour that spring skips`() {
        val now = vienna("2026-03-29T01:53:00+01:00")
        assertEquals(vienna("2026-03-29T03:00:00+02:00"), limit(now, daysAhead = 0).outcome.latest)
        val minutes = BookingIssueLimitFacts(now, 0, BookingImmediateWindow.FIFTEEN_MINUTES)
        assertEquals(vienna("2026-03-29T03:08:00+02:00"), Booking.issueLimit(minutes).outcome.latest)
        assertEquals(
            vienna("2026-03-29T23:59:00+02:00"),
            limit(vienna("2026-03-28T10:00:00+01:00"), daysAhead = 1).outcome.latest,
        )
    }

    @Test
    fun `the hour that autumn repeats`() {
        val now = vienna("2026-10-25T02:53:00+02:00")
        assertEquals(vienna("2026-10-25T02:00:00+01:00"), limit(now, daysAhead = 0).outcome.latest)
        val minutes = BookingIssueLimitFacts(now, 0, BookingImmediateWindow.FIFTEEN_MINUTES)
        assertEquals(vienna("2026-10-25T02:08:00+01:00"), Booking.issueLimit(minutes).outcome.latest)
        assertEquals(
            vienna("2026-10-25T23:59:00+01:00"),
            limit(vienna("2026-10-24T10:00:00+02:00"), daysAhead = 1).outcome.latest,
        )
    }

    @Test
    fun `where a zone shows the last minute twice, it is the later one`() {
        val santiago = ZoneId.of("America/Santiago")
        val latest = limit(wall("2026-04-03T10:00").atZone(santiago), daysAhead = 1).outcome.latest
        assertEquals(wall("2026-04-04T23:59").atZone(santiago).withLaterOffsetAtOverlap(), latest)
        assertEquals("-04:00", latest.offset.id)
    }

    @Test
    fun `a host without zones is answered as it stands`() {
        val now = wall("2026-03-29T01:53")
        val immediate = Booking.issueLimit(BookingIssueLimitFacts(now, daysAhead = 0))
        assertEquals(wall("2026-03-29T02:00"), immediate.outcome.latest)
        val ahead = Booking.issueLimit(BookingIssueLimitFacts(now, daysAhead = 2))
        assertEquals("days_ahead" to wall("2026-03-31T23:59"), ahead.row to ahead.outcome.latest)
    }

    @Test
    fun `every fact stands in its own place`() {
        val reasons = mapOf(
            booking to listOf(),
            booking.copy(mayIssue = false) to listOf("right_missing"),
            booking.copy(alreadyIssued = true) to listOf("already_issued"),
            booking.copy(vehicleOut = true) to listOf("vehicle_out"),
            booking.copy(plateOut = true) to listOf("plate_out"),
            booking.copy(plateOut = true, kind = BookingKind.RENTAL) to listOf(),
            booking.copy(plateOut = true, kind = BookingKind.REPLACEMENT) to listOf(),
            booking.copy(requestedAt = vienna("2026-11-20T10:16:00+01:00")) to listOf("beyond_issue_limit"),
            booking.copy(plannedEnd = vienna("2026-11-20T10:06:59+01:00")) to listOf("after_planned_end"),
            booking.copy(overlapsPastHandover = true) to listOf("overlaps_handover"),
        )
        for ((facts, because) in reasons) {
            val latest = vienna("2026-11-20T10:15:00+01:00")
            val outcome = if (because.isEmpty()) BookingIssueOutcome.Allowed(latest) else BookingIssueOutcome.Refused(latest)
            assertEquals(Decision("booking.issue", "2026-11", outcome, null, because, listOf()), Booking.issue(facts))

            val here = Booking.issue(local(facts))
            assertEquals(because, here.because)
            assertEquals(latest.toLocalDateTime(), here.outcome.latest)
        }
    }

    @Test
    fun `times of other zones are put into the zone of now`() {
        val ahead = booking.copy(daysAhead = 1)
        val latest = vienna("2026-11-21T23:59:00+01:00")

        val nextDayHere = ahead.copy(requestedAt = ZonedDateTime.parse("2026-11-21T23:30:00Z"))
        assertEquals(listOf("beyond_issue_limit"), Booking.issue(nextDayHere).because)
        assertEquals(BookingIssueOutcome.Refused(latest), Booking.issue(nextDayHere).outcome)

        val sameDayHere = ahead.copy(requestedAt = ZonedDateTime.parse("2026-11-22T07:00:00+09:00[Asia/Tokyo]"))
        assertEquals(BookingIssueOutcome.Allowed(latest), Booking.issue(sameDayHere).outcome)

        val ended = ahead.copy(plannedEnd = ZonedDateTime.parse("2026-11-20T18:06:00+09:00[Asia/Tokyo]"))
        assertEquals(listOf("after_planned_end"), Booking.issue(ended).because)
    }

    @Test
    fun `the days when the clocks change`() {
        val spring = booking.copy(
            now = vienna("2026-03-29T01:53:00+01:00"),
            requestedAt = vienna("2026-03-29T03:00:00+02:00"),
            plannedEnd = vienna("2026-03-29T12:00:00+02:00"),
        )
        assertEquals(BookingIssueOutcome.Allowed(vienna("2026-03-29T03:00:00+02:00")), Booking.issue(spring).outcome)
        assertEquals(
            listOf("beyond_issue_limit"),
            Booking.issue(spring.copy(requestedAt = vienna("2026-03-29T03:01:00+02:00"))).because,
        )
        val autumn = booking.copy(
            now = vienna("2026-10-25T02:53:00+02:00"),
            requestedAt = vienna("2026-10-25T02:00:00+01:00"),
            plannedEnd = vienna("2026-10-25T12:00:00+01:00"),
        )
        assertEquals(BookingIssueOutcome.Allowed(vienna("2026-10-25T02:00:00+01:00")), Booking.issue(autumn).outcome)
        assertEquals(
            listOf("beyond_issue_limit"),
            Booking.issue(autumn.copy(requestedAt = vienna("2026-10-25T02:01:00+01:00"))).because,
        )
    }

    @Test
    fun `the calendar's ends are refused by name, the first first`() {
        val end = vienna("9999-12-31T23:50:00+01:00")
        assertRefused(ErrorCode.OUT_OF_RANGE, "now") { limit(end, daysAhead = 0) }
        assertRefused(ErrorCode.OUT_OF_RANGE, "days_ahead") { limit(end, daysAhead = 1) }
        assertRefused(ErrorCode.OUT_OF_RANGE, "days_ahead") { limit(booking.now, daysAhead = Int.MAX_VALUE) }
        assertRefused(ErrorCode.INVALID_DATE, "now") {
            Booking.issueLimit(BookingIssueLimitFacts(LocalDateTime.MAX, daysAhead = 1))
        }
        val beyond = wall("+10000-01-01T00:00").atZone(ZoneId.of("Europe/Vienna"))
        assertRefused(ErrorCode.INVALID_DATE, "now") { Booking.issue(booking.copy(now = beyond, plannedEnd = beyond)) }
        assertRefused(ErrorCode.INVALID_DATE, "requested_at") {
            Booking.issue(booking.copy(requestedAt = beyond, plannedEnd = beyond))
        }
        assertRefused(ErrorCode.INVALID_DATE, "planned_end") {
            Booking.issue(booking.copy(plannedEnd = beyond, daysAhead = Int.MAX_VALUE))
        }
        assertRefused(ErrorCode.OUT_OF_RANGE, "days_ahead") { Booking.issue(booking.copy(daysAhead = Int.MAX_VALUE)) }
        for (end in listOf(LocalDateTime.MIN.atZone(ZoneOffset.MAX), LocalDateTime.MAX.atZone(ZoneOffset.MIN))) {
            assertRefused(ErrorCode.INVALID_DATE, "requested_at") { Booking.issue(booking.copy(requestedAt = end)) }
            assertRefused(ErrorCode.INVALID_DATE, "planned_end") { Booking.issue(booking.copy(plannedEnd = end)) }
            assertRefused(ErrorCode.INVALID_DATE, "now") { Booking.issue(booking.copy(now = end)) }
        }
    }

    @Test
    fun `lists are answered in order, each in the zone of its own now`() {
        val tokyo = ZonedDateTime.parse("2026-11-20T10:07:00+09:00[Asia/Tokyo]")
        val limits = Booking.issueLimitAll(
            listOf(
                BookingIssueLimitFacts(booking.now, 1),
                BookingIssueLimitFacts(booking.now, Int.MAX_VALUE),
                BookingIssueLimitFacts(tokyo, 1),
            ),
        )
        assertEquals(
            listOf(vienna("2026-11-21T23:59:00+01:00"), null, ZonedDateTime.parse("2026-11-21T23:59:00+09:00[Asia/Tokyo]")),
            limits.map { it.getOrNull()?.outcome?.latest },
        )
        val issues = listOf(booking, booking.copy(daysAhead = Int.MAX_VALUE), booking.copy(vehicleOut = true))
        val because = listOf(listOf(), null, listOf("vehicle_out"))
        assertEquals(because, Booking.issueAll(issues).map { it.getOrNull()?.because })
        assertEquals(because, Booking.issueAll(issues.map { local(it) }).map { it.getOrNull()?.because })
        val walls = listOf(BookingIssueLimitFacts(wall("2026-11-20T10:07"), 0), BookingIssueLimitFacts(LocalDateTime.MIN, 0))
        assertEquals(
            listOf(wall("2026-11-20T10:15"), null),
            Booking.issueLimitAll(walls).map { it.getOrNull()?.outcome?.latest },
        )
    }

    @Test
    fun `a booking is drawn, and copied, in the zone of now`() {
        val facts = BookingStatusFacts(
            plannedStart = ZonedDateTime.parse("2026-11-20T08:00:00Z"),
            plannedEnd = ZonedDateTime.parse("2026-11-20T18:00:00+09:00[Asia/Tokyo]"),
            issuedAt = vienna("2026-11-20T08:55:00+01:00"),
            settled = false,
            now = vienna("2026-11-20T10:01:00+01:00"),
        )
        val status = Booking.status(facts).outcome
        assertEquals(BookingStatus.OVERDUE to BookingColour.OVERDUE, status.status to status.colour)
        assertEquals(facts.issuedAt to facts.now, status.from to status.to)
        val planned = Booking.status(facts.copy(issuedAt = null)).outcome
        assertEquals(vienna("2026-11-20T09:00:00+01:00") to vienna("2026-11-20T10:00:00+01:00"), planned.from to planned.to)

        val template = BookingTemplateFacts(
            plannedEnd = ZonedDateTime.parse("2026-03-28T23:45:00Z"),
            status = BookingStatus.PLANNED,
            from = BookingTemplateOrigin.LOGBOOK,
            now = vienna("2026-03-28T10:00:00+01:00"),
        )
        val night = template.copy(plannedEnd = vienna("2026-03-29T01:45:00+01:00"))
        assertEquals(vienna("2026-03-29T00:45:00+01:00"), allowed(Booking.template(template).outcome).start)
        assertEquals(vienna("2026-03-29T03:15:00+02:00"), allowed(Booking.template(night).outcome).end)
        val nowhere = template.copy(from = BookingTemplateOrigin.AMEND_TAKE_BACK)
        assertEquals(BookingTemplateOutcome.Refused, Booking.template(nowhere).outcome)
    }

    private fun <T> allowed(outcome: BookingTemplateOutcome<T>) = outcome as BookingTemplateOutcome.Allowed<T>

    @Test
    fun `a host without zones has every call`() {
        val start = wall("2026-03-29T01:45")
        val status = BookingStatusFacts(start, start.plusHours(2), settled = false, now = start)
        assertEquals(start to start.plusHours(2), Booking.status(status).outcome.let { it.from to it.to })
        val template = BookingTemplateFacts(start, BookingStatus.ISSUED, BookingTemplateOrigin.TAKE_BACK, now = start)
        assertEquals(wall("2026-03-29T02:15"), allowed(Booking.template(template).outcome).end)
        val others = listOf(BookingOtherBooking(start.plusHours(1), start.plusHours(3)))
        val plan = Booking.plan(BookingPlanFacts(start, start.plusHours(2), others, now = start))
        assertEquals(BookingPlanOutcome.OK to listOf("overlaps_booking"), plan.outcome to plan.advisories)
    }

    @Test
    fun `a list's faults name their place`() {
        val start = vienna("2026-11-20T10:00:00+01:00")
        val facts = BookingPlanFacts(
            plannedStart = start,
            plannedEnd = start.plusHours(1),
            others = listOf(BookingOtherBooking(start, start.plusHours(1)), BookingOtherBooking(start, start)),
            now = start,
        )
        assertRefused(ErrorCode.CONTRADICTION, "others[1].planned_end") { Booking.plan(facts) }
        val beyond = facts.others.map { it.copy(plannedEnd = wall("+10000-01-01T00:00").atZone(start.zone)) }
        assertRefused(ErrorCode.INVALID_DATE, "others[0].planned_end") { Booking.plan(facts.copy(others = beyond)) }
    }

    @Test
    fun `a reservation ends on the day of the planned end where that is given`() {
        val facts = BookingReservationFacts(
            updateReservation = true,
            event = BookingReservationEvent.ISSUED,
            issuerCode = "17",
            plannedEnd = ZonedDateTime.parse("2026-11-21T00:30:00+09:00[Asia/Tokyo]"),
            customerNumber = "4711",
        )
        val set = BookingReservationOutcome.Set("17", LocalDate.of(2026, 11, 21), "4711")
        assertEquals(set, Booking.reservation(facts).outcome)
        assertEquals(BookingReservationOutcome.Clear, Booking.reservation(facts.copy(event = BookingReservationEvent.RETURNED)).outcome)
        assertEquals(BookingReservationOutcome.Leave, Booking.reservation(facts.copy(updateReservation = false)).outcome)
    }

    @Test
    fun `sets of enums and lists of records`() {
        val facts = BookingActionsFacts(
            kind = BookingKind.TEST_DRIVE,
            status = BookingStatus.PLANNED,
            settled = false,
            confirmed = false,
            rights = setOf(BookingRight.ISSUE_VEHICLE, BookingRight.DELETE_BOOKING, BookingRight.OWN_ENTRIES_ONLY),
            createdByUser = false,
        )
        val outcome = Booking.actions(facts).outcome
        assertEquals(true, BookingAction.ISSUE in outcome.available)
        assertEquals(
            BookingObstacle.NOT_OWN_ENTRY,
            outcome.unavailable.single { it.action == BookingAction.DELETE }.reason,
        )
        assertRefused(ErrorCode.CONTRADICTION, "settled") { Booking.actions(facts.copy(settled = true)) }
    }

    @Test
    fun `any text crosses as it stands`() {
        val text = "\"Kratzer\" \\ \n\t\u0000\u001F\u007F é 😀 \u2028 {}"
        val facts = BookingIssuePrefillFacts(
            damages = listOf(BookingDamage(category = text, description = text)),
            campaigns = listOf(BookingCampaign(text, active = true, open = true)),
            comment = text,
        )
        val outcome = Booking.issuePrefill(facts).outcome
        assertEquals(BookingIssuePrefillOutcome(null, facts.damages, listOf(text), text, null), outcome)
    }
}
