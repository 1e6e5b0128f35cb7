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
import dms.rules.internal.bookingIssueDirectly as bookingIssue
import dms.rules.internal.bookingIssueLimitDirectly as bookingIssueLimit
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

    /** [issueLimit] for each "now", a hundred in one crossing of the border. */
    public fun issueLimitAll(
        facts: List<BookingIssueLimitFacts<ZonedDateTime>>,
    ): List<Answer<Decision<BookingIssueLimitOutcome<ZonedDateTime>>>> =
        issueLimits(facts, ZonedDateTime::wire) { latest, now -> latest.inZone(now.zone) }

    /** [issueLimit] for each "now" of a host without zones, a hundred in one crossing of the border. */
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

    /** [issue] for each booking, a hundred in one crossing of the border. */
    public fun issueAll(
        facts: List<BookingIssueFacts<ZonedDateTime>>,
    ): List<Answer<Decision<BookingIssueOutcome<ZonedDateTime>>>> =
        issues(facts, { at, now -> at.inZoneOf(now).wire() }, { latest, now -> latest.inZone(now.zone) })

    /** [issue] for each booking of a host without zones, a hundred in one crossing of the border. */
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

    /**
     * `booking.plan`: may the vehicle be planned for this time, and what should the planner look at?
     *
     * Planning never refuses an overlap, the issue does: see [issue]. What speaks against it stands in the advisories.
     * A booking that starts when another ends does not overlap it.
     *
     * Source: MOTIONDATA, "Ausgabe durchführen", "Ersatz-, Miet- und Probefahrtenmanager".
     *
     * @throws RulesException [ErrorCode.CONTRADICTION] `planned_end` or `others[0].planned_end` that does not lie
     *   after its start; [ErrorCode.INVALID_DATE] for a time outside the years 1 to 9999.
     */
    public fun plan(facts: BookingPlanFacts<ZonedDateTime>): Decision<BookingPlanOutcome> =
        planAll(listOf(facts)).single().getOrThrow()

    /** [plan] for a host without zones. */
    @JvmName("planLocal")
    public fun plan(facts: BookingPlanFacts<LocalDateTime>): Decision<BookingPlanOutcome> =
        planAll(listOf(facts)).single().getOrThrow()

    /** [plan] for each booking, a hundred in one crossing of the border. */
    public fun planAll(facts: List<BookingPlanFacts<ZonedDateTime>>): List<Answer<Decision<BookingPlanOutcome>>> =
        decideAll("booking.plan", facts, { facts(::fact) }) {
            it.one(BookingPlanOutcome.entries, BookingPlanOutcome::id)
        }

    /** [plan] for each booking of a host without zones, a hundred in one crossing of the border. */
    @JvmName("planAllLocal")
    public fun planAll(facts: List<BookingPlanFacts<LocalDateTime>>): List<Answer<Decision<BookingPlanOutcome>>> =
        decideAll("booking.plan", facts, { facts(::fact) }) {
            it.one(BookingPlanOutcome.entries, BookingPlanOutcome::id)
        }

    /**
     * `booking.issue_prefill`: what does an issue take over from the vehicle master and the booking?
     *
     * A campaign is taken over when it is both active and open. The signature never is: it is given at the issue
     * itself.
     *
     * Source: MOTIONDATA, "Ausgabe durchführen".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] for a reading below 0 or above 9,999,999 km;
     *   [ErrorCode.WRONG_TYPE] for text where half a surrogate pair stands alone.
     */
    public fun issuePrefill(facts: BookingIssuePrefillFacts): Decision<BookingIssuePrefillOutcome> =
        issuePrefillAll(listOf(facts)).single().getOrThrow()

    /** [issuePrefill] for each issue, a hundred in one crossing of the border. */
    public fun issuePrefillAll(
        facts: List<BookingIssuePrefillFacts>,
    ): List<Answer<Decision<BookingIssuePrefillOutcome>>> =
        decideAll("booking.issue_prefill", facts, { facts() }) { it.toBookingIssuePrefillOutcome() }

    /**
     * `booking.follows_master`: does the booking still show what the vehicle master says?
     *
     * The issue draws the line: from then on the booking keeps a snapshot.
     *
     * Source: MOTIONDATA, "Infopanel", "Aufruf Fahrzeugstamm über Fahrtenbuch".
     */
    public fun followsMaster(facts: BookingFollowsMasterFacts): Decision<BookingFollowsMasterOutcome> =
        followsMasterAll(listOf(facts)).single().getOrThrow()

    /** [followsMaster] for each booking, a hundred in one crossing of the border. */
    public fun followsMasterAll(
        facts: List<BookingFollowsMasterFacts>,
    ): List<Answer<Decision<BookingFollowsMasterOutcome>>> =
        decideAll("booking.follows_master", facts, { facts() }) { it.toBookingFollowsMasterOutcome() }

    /**
     * `booking.status`: what state is a booking in, and how is it drawn?
     *
     * It is overdue from the minute after its planned end. Only planned bookings are drawn slightly transparent. The
     * times of the outcome are in the zone of "now".
     *
     * Source: MOTIONDATA, "Ausgabe durchführen".
     *
     * @throws RulesException [ErrorCode.CONTRADICTION] `planned_end` before the planned start, `returned_at` without
     *   an issue or before it, `settled` without a return; [ErrorCode.INVALID_DATE] for a time outside the years 1 to
     *   9999.
     */
    public fun status(facts: BookingStatusFacts<ZonedDateTime>): Decision<BookingStatusOutcome<ZonedDateTime>> =
        statusAll(listOf(facts)).single().getOrThrow()

    /** [status] for a host without zones. */
    @JvmName("statusLocal")
    public fun status(facts: BookingStatusFacts<LocalDateTime>): Decision<BookingStatusOutcome<LocalDateTime>> =
        statusAll(listOf(facts)).single().getOrThrow()

    /** [status] for each booking, a hundred in one crossing of the border. */
    public fun statusAll(
        facts: List<BookingStatusFacts<ZonedDateTime>>,
    ): List<Answer<Decision<BookingStatusOutcome<ZonedDateTime>>>> =
        decideAll("booking.status", facts, { facts { fact(it.inZoneOf(now)) } }) {
            it.toBookingStatusOutcome { at -> at.zoned(now.zone) }
        }

    /** [status] for each booking of a host without zones, a hundred in one crossing of the border. */
    @JvmName("statusAllLocal")
    public fun statusAll(
        facts: List<BookingStatusFacts<LocalDateTime>>,
    ): List<Answer<Decision<BookingStatusOutcome<LocalDateTime>>>> =
        decideAll("booking.status", facts, { facts(::fact) }) { it.toBookingStatusOutcome { at -> at.local() } }

    /**
     * `booking.permission`: who may do it?
     *
     * [BookingRight.OWN_ENTRIES_ONLY] restricts the rights to edit and to delete and grants nothing by itself; to
     * delete, the user must have entered the booking.
     *
     * Source: MOTIONDATA, "Berechtigungsverwaltung", "Aufruf über den POS".
     */
    public fun permission(facts: BookingPermissionFacts): Decision<BookingPermissionOutcome> =
        permissionAll(listOf(facts)).single().getOrThrow()

    /** [permission] for each task, a hundred in one crossing of the border. */
    public fun permissionAll(facts: List<BookingPermissionFacts>): List<Answer<Decision<BookingPermissionOutcome>>> =
        decideAll("booking.permission", facts, { facts() }) {
            it.one(BookingPermissionOutcome.entries, BookingPermissionOutcome::id)
        }

    /**
     * `booking.editable`: what may still be changed?
     *
     * From the issue on the vehicle, the plate and the customer are locked; a returned booking is done. A confirmation
     * locks the booking's own fields, not the handover. A signature is free until it is saved.
     *
     * Source: MOTIONDATA, "Ausgabe durchführen", "Ausgabe nachbearbeiten/stornieren", "Unterschrift", "Termin
     * bestätigen".
     */
    public fun editable(facts: BookingEditableFacts): Decision<BookingEditableOutcome> =
        editableAll(listOf(facts)).single().getOrThrow()

    /** [editable] for each booking, a hundred in one crossing of the border. */
    public fun editableAll(facts: List<BookingEditableFacts>): List<Answer<Decision<BookingEditableOutcome>>> =
        decideAll("booking.editable", facts, { facts() }) { it.toBookingEditableOutcome() }

    /**
     * `booking.cancel_issue`: may an issue be cancelled?
     *
     * It may until the vehicle is back. The reading in the vehicle master stays in every case; an advisory says so
     * where the issue had raised it.
     *
     * Source: MOTIONDATA, "Ausgabe nachbearbeiten/stornieren", "Ausgabe/Sofortausgabe".
     */
    public fun cancelIssue(facts: BookingCancelIssueFacts): Decision<BookingCancelIssueOutcome> =
        cancelIssueAll(listOf(facts)).single().getOrThrow()

    /** [cancelIssue] for each issue, a hundred in one crossing of the border. */
    public fun cancelIssueAll(facts: List<BookingCancelIssueFacts>): List<Answer<Decision<BookingCancelIssueOutcome>>> =
        decideAll("booking.cancel_issue", facts, { facts() }) { it.toBookingCancelIssueOutcome() }

    /**
     * `booking.take_back`: may the vehicle be taken back?
     *
     * Once, and not before the minute of its issue. A lower reading than at the issue is let through and pointed out.
     *
     * Source: MOTIONDATA, "Rückgabe", "Ausgabe/Sofortausgabe".
     *
     * @throws RulesException [ErrorCode.INVALID_DATE] for a time outside the years 1 to 9999;
     *   [ErrorCode.OUT_OF_RANGE] for a reading below 0 or above 9,999,999 km.
     */
    public fun takeBack(facts: BookingTakeBackFacts<ZonedDateTime>): Decision<BookingTakeBackOutcome> =
        takeBackAll(listOf(facts)).single().getOrThrow()

    /** [takeBack] for a host without zones. */
    @JvmName("takeBackLocal")
    public fun takeBack(facts: BookingTakeBackFacts<LocalDateTime>): Decision<BookingTakeBackOutcome> =
        takeBackAll(listOf(facts)).single().getOrThrow()

    /** [takeBack] for each return, a hundred in one crossing of the border. */
    public fun takeBackAll(
        facts: List<BookingTakeBackFacts<ZonedDateTime>>,
    ): List<Answer<Decision<BookingTakeBackOutcome>>> =
        decideAll("booking.take_back", facts, { facts(::fact) }) { it.toBookingTakeBackOutcome() }

    /** [takeBack] for each return of a host without zones, a hundred in one crossing of the border. */
    @JvmName("takeBackAllLocal")
    public fun takeBackAll(
        facts: List<BookingTakeBackFacts<LocalDateTime>>,
    ): List<Answer<Decision<BookingTakeBackOutcome>>> =
        decideAll("booking.take_back", facts, { facts(::fact) }) { it.toBookingTakeBackOutcome() }

    /**
     * `booking.amend_handover`: may the times of an issue and a return be changed afterwards?
     *
     * With the right to it, and as long as no other handover of the vehicle overlaps. A vehicle may be issued again in
     * the minute in which it came back; a handover without a return overlaps whatever begins later.
     *
     * Source: MOTIONDATA, "Ausgabe nachbearbeiten/stornieren".
     *
     * @throws RulesException [ErrorCode.CONTRADICTION] `other_handovers[0].returned_at` before its issue;
     *   [ErrorCode.INVALID_DATE] for a time outside the years 1 to 9999.
     */
    public fun amendHandover(facts: BookingAmendHandoverFacts<ZonedDateTime>): Decision<BookingVerdict> =
        amendHandoverAll(listOf(facts)).single().getOrThrow()

    /** [amendHandover] for a host without zones. */
    @JvmName("amendHandoverLocal")
    public fun amendHandover(facts: BookingAmendHandoverFacts<LocalDateTime>): Decision<BookingVerdict> =
        amendHandoverAll(listOf(facts)).single().getOrThrow()

    /** [amendHandover] for each handover, a hundred in one crossing of the border. */
    public fun amendHandoverAll(
        facts: List<BookingAmendHandoverFacts<ZonedDateTime>>,
    ): List<Answer<Decision<BookingVerdict>>> =
        decideAll("booking.amend_handover", facts, { facts(::fact) }) {
            it.one(BookingVerdict.entries, BookingVerdict::id)
        }

    /** [amendHandover] for each handover of a host without zones, a hundred in one crossing of the border. */
    @JvmName("amendHandoverAllLocal")
    public fun amendHandoverAll(
        facts: List<BookingAmendHandoverFacts<LocalDateTime>>,
    ): List<Answer<Decision<BookingVerdict>>> =
        decideAll("booking.amend_handover", facts, { facts(::fact) }) {
            it.one(BookingVerdict.entries, BookingVerdict::id)
        }

    /**
     * `booking.odometer`: what reading does the vehicle master keep after an issue or a return?
     *
     * It only ever moves up; a lower reading is kept with the handover and pointed out.
     *
     * Source: MOTIONDATA, "Ausgabe nachbearbeiten/stornieren".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] for a reading below 0 or above 9,999,999 km.
     */
    public fun odometer(facts: BookingOdometerFacts): Decision<BookingOdometerOutcome> =
        odometerAll(listOf(facts)).single().getOrThrow()

    /** [odometer] for each reading, a hundred in one crossing of the border. */
    public fun odometerAll(facts: List<BookingOdometerFacts>): List<Answer<Decision<BookingOdometerOutcome>>> =
        decideAll("booking.odometer", facts, { facts() }) { it.toBookingOdometerOutcome() }

    /**
     * `booking.template`: what does a new booking made from an existing one start with?
     *
     * It starts at the planned end of the existing one and lasts half an hour, in the zone of "now". The vehicle's data
     * are loaded anew, and the driver's licence has to be checked again.
     *
     * Source: MOTIONDATA, "Neuanlage mit Vorlage".
     *
     * @throws RulesException [ErrorCode.OUT_OF_RANGE] `planned_end` where the new booking would end after the year
     *   9999; [ErrorCode.INVALID_DATE] for a time outside the years 1 to 9999.
     */
    public fun template(facts: BookingTemplateFacts<ZonedDateTime>): Decision<BookingTemplateOutcome<ZonedDateTime>> =
        templateAll(listOf(facts)).single().getOrThrow()

    /** [template] for a host without zones. */
    @JvmName("templateLocal")
    public fun template(facts: BookingTemplateFacts<LocalDateTime>): Decision<BookingTemplateOutcome<LocalDateTime>> =
        templateAll(listOf(facts)).single().getOrThrow()

    /** [template] for each booking, a hundred in one crossing of the border. */
    public fun templateAll(
        facts: List<BookingTemplateFacts<ZonedDateTime>>,
    ): List<Answer<Decision<BookingTemplateOutcome<ZonedDateTime>>>> =
        decideAll("booking.template", facts, { facts { fact(it.inZoneOf(now)) } }) {
            it.toBookingTemplateOutcome { at -> at.zoned(now.zone) }
        }

    /** [template] for each booking of a host without zones, a hundred in one crossing of the border. */
    @JvmName("templateAllLocal")
    public fun templateAll(
        facts: List<BookingTemplateFacts<LocalDateTime>>,
    ): List<Answer<Decision<BookingTemplateOutcome<LocalDateTime>>>> =
        decideAll("booking.template", facts, { facts(::fact) }) { it.toBookingTemplateOutcome { at -> at.local() } }

    /**
     * `booking.advisor`: who is preselected as the booking's advisor?
     *
     * Where the person named is unknown, nobody is: a sales advisor never stands in for a service advisor, nor the
     * reverse.
     *
     * Source: MOTIONDATA, "Buchungsdetails".
     *
     * @throws RulesException [ErrorCode.WRONG_TYPE] for text where half a surrogate pair stands alone.
     */
    public fun advisor(facts: BookingAdvisorFacts): Decision<BookingAdvisorOutcome> =
        advisorAll(listOf(facts)).single().getOrThrow()

    /** [advisor] for each booking, a hundred in one crossing of the border. */
    public fun advisorAll(facts: List<BookingAdvisorFacts>): List<Answer<Decision<BookingAdvisorOutcome>>> =
        decideAll("booking.advisor", facts, { facts() }) { it.toBookingAdvisorOutcome() }

    /**
     * `booking.driver`: what may be done with the driver's data?
     *
     * Names from a master are locked; what was typed in is never written back. A driver with the old customer's data
     * follows the new customer.
     *
     * Source: MOTIONDATA, "Lenkerdaten".
     */
    public fun driver(facts: BookingDriverFacts): Decision<BookingDriverOutcome> =
        driverAll(listOf(facts)).single().getOrThrow()

    /** [driver] for each booking, a hundred in one crossing of the border. */
    public fun driverAll(facts: List<BookingDriverFacts>): List<Answer<Decision<BookingDriverOutcome>>> =
        decideAll("booking.driver", facts, { facts() }) { it.toBookingDriverOutcome() }

    /**
     * `booking.reservation`: what becomes of the reservation in the vehicle master?
     *
     * It lasts until the civil date of the planned end, in the zone in which that is given.
     *
     * Source: MOTIONDATA, "Ausgabe/Sofortausgabe".
     *
     * @throws RulesException [ErrorCode.INVALID_DATE] for a time outside the years 1 to 9999; [ErrorCode.WRONG_TYPE]
     *   for text where half a surrogate pair stands alone.
     */
    public fun reservation(facts: BookingReservationFacts<ZonedDateTime>): Decision<BookingReservationOutcome> =
        reservationAll(listOf(facts)).single().getOrThrow()

    /** [reservation] for a host without zones. */
    @JvmName("reservationLocal")
    public fun reservation(facts: BookingReservationFacts<LocalDateTime>): Decision<BookingReservationOutcome> =
        reservationAll(listOf(facts)).single().getOrThrow()

    /** [reservation] for each handover, a hundred in one crossing of the border. */
    public fun reservationAll(
        facts: List<BookingReservationFacts<ZonedDateTime>>,
    ): List<Answer<Decision<BookingReservationOutcome>>> =
        decideAll("booking.reservation", facts, { facts(::fact) }) { it.toBookingReservationOutcome() }

    /** [reservation] for each handover of a host without zones, a hundred in one crossing of the border. */
    @JvmName("reservationAllLocal")
    public fun reservationAll(
        facts: List<BookingReservationFacts<LocalDateTime>>,
    ): List<Answer<Decision<BookingReservationOutcome>>> =
        decideAll("booking.reservation", facts, { facts(::fact) }) { it.toBookingReservationOutcome() }

    /**
     * `booking.documents`: which documents can be printed, and which are printed now by themselves?
     *
     * A document stays available once it is. Each automatic print belongs to one event, and is made only where its
     * document is due.
     *
     * Source: MOTIONDATA, "Druck von Belegen".
     */
    public fun documents(facts: BookingDocumentsFacts): Decision<BookingDocumentsOutcome> =
        documentsAll(listOf(facts)).single().getOrThrow()

    /** [documents] for each booking, a hundred in one crossing of the border. */
    public fun documentsAll(facts: List<BookingDocumentsFacts>): List<Answer<Decision<BookingDocumentsOutcome>>> =
        decideAll("booking.documents", facts, { facts() }) { it.toBookingDocumentsOutcome() }

    /**
     * `booking.actions`: what can be done with a booking in the logbook and the managers' menus?
     *
     * Each action that is not available names the first reason that holds. What may be changed in an open booking,
     * [editable] and [permission] say.
     *
     * Source: MOTIONDATA, "Fahrtenbuch auswerten", "Sofortausgabe", "Ausgabe nachbearbeiten/stornieren",
     * "Berechtigungsverwaltung".
     *
     * @throws RulesException [ErrorCode.CONTRADICTION] `settled` where the booking is not returned.
     */
    public fun actions(facts: BookingActionsFacts): Decision<BookingActionsOutcome> =
        actionsAll(listOf(facts)).single().getOrThrow()

    /** [actions] for each booking, a hundred in one crossing of the border. */
    public fun actionsAll(facts: List<BookingActionsFacts>): List<Answer<Decision<BookingActionsOutcome>>> =
        decideAll("booking.actions", facts, { facts() }) { it.toBookingActionsOutcome() }

    /**
     * `booking.settlement`: can the booking be settled?
     *
     * Once, and only when the vehicle is back. 0 kilometres and 0 days count as given, a blank text does not.
     *
     * Source: MOTIONDATA, "Abrechnung durchführen", "Berechtigungsverwaltung".
     *
     * @throws RulesException [ErrorCode.CONTRADICTION] `settled` where the booking is not returned;
     *   [ErrorCode.OUT_OF_RANGE] `kilometres` below 0 or above 9,999,999 km, `days_of_use` below 0 or above
     *   4,294,967,295; [ErrorCode.WRONG_TYPE] for text where half a surrogate pair stands alone.
     */
    public fun settlement(facts: BookingSettlementFacts): Decision<BookingSettlementOutcome> =
        settlementAll(listOf(facts)).single().getOrThrow()

    /** [settlement] for each booking, a hundred in one crossing of the border. */
    public fun settlementAll(facts: List<BookingSettlementFacts>): List<Answer<Decision<BookingSettlementOutcome>>> =
        decideAll("booking.settlement", facts, { facts() }) { it.toBookingSettlementOutcome() }

    /**
     * `booking.confirmation`: what does confirming a service appointment do to its replacement booking?
     *
     * The booking gets the appointment's flag, whatever its own was before.
     *
     * Source: MOTIONDATA, "Aufruf über den Service-Termin".
     */
    public fun confirmation(facts: BookingConfirmationFacts): Decision<BookingConfirmationOutcome> =
        confirmationAll(listOf(facts)).single().getOrThrow()

    /** [confirmation] for each appointment, a hundred in one crossing of the border. */
    public fun confirmationAll(
        facts: List<BookingConfirmationFacts>,
    ): List<Answer<Decision<BookingConfirmationOutcome>>> =
        decideAll("booking.confirmation", facts, { facts() }) { it.toBookingConfirmationOutcome() }

    /**
     * `booking.maintenance_contract`: what does a maintenance contract opened from a rental start with?
     *
     * It is prefilled and never saved by itself. A VIN that cannot be one is kept as entered.
     *
     * Source: MOTIONDATA, "Aufruf Wartungsvertragmanager (Nur Mietfahrzeugmanager)".
     *
     * @throws RulesException [ErrorCode.CONTRADICTION] `valid_to` before `valid_from`; [ErrorCode.INVALID_DATE] for a
     *   date outside the years 1 to 9999; [ErrorCode.WRONG_TYPE] for text where half a surrogate pair stands alone.
     */
    public fun maintenanceContract(
        facts: BookingMaintenanceContractFacts,
    ): Decision<BookingMaintenanceContractOutcome> =
        maintenanceContractAll(listOf(facts)).single().getOrThrow()

    /** [maintenanceContract] for each rental, a hundred in one crossing of the border. */
    public fun maintenanceContractAll(
        facts: List<BookingMaintenanceContractFacts>,
    ): List<Answer<Decision<BookingMaintenanceContractOutcome>>> =
        decideAll("booking.maintenance_contract", facts, { facts() }) { it.toBookingMaintenanceContractOutcome() }
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
