package dms.rules

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.time.LocalDate
import java.time.LocalTime

class CarPassTest {
    private val dossier = CarPassEnrolmentFacts(
        trigger = CarPassTrigger.AUTOMATIC,
        workStarted = true,
        vin = "WAUZZZ8V3EA070544",
        alreadyTransmitted = false,
        merged = false,
        dossierNumber = 1095,
        vatRegisterUsed = true,
        vatNumberTicked = true,
        hasOwner = true,
    )

    private val workOrder = CarPassReadinessFacts(
        policy = CarPassPolicy.WORK_ORDER,
        vin = "WAUZZZ8V3EA070544",
        today = LocalDate.of(2026, 11, 20),
        readingKm = 84_500,
        startOfWork = LocalDate.of(2026, 11, 20),
    )

    @Test
    fun `a dossier without a reason against it enters the list`() {
        val decision = CarPass.enrolment(dossier)
        val expected = Decision("car_pass.enrolment", "2026-11", CarPassEnrolmentOutcome.ENROLLED, null, listOf(), listOf())
        assertEquals(expected, decision)
    }

    @Test
    fun `every fact stands in its own place`() {
        val reasons = listOf(
            dossier.copy(workStarted = false),
            dossier.copy(vin = "WAUZZZ8V3EA0705441"),
            dossier.copy(alreadyTransmitted = true),
            dossier.copy(merged = true),
            dossier.copy(dossierNumber = Long.MIN_VALUE),
            dossier.copy(vatNumberTicked = false),
            dossier.copy(hasOwner = false),
            dossier.copy(vatNumberTicked = false, vatRegisterUsed = false),
        ).map { CarPass.enrolment(it).because }
        assertEquals(
            listOf(
                listOf("work_not_started"),
                listOf("vin_too_long"),
                listOf("already_transmitted"),
                listOf("merged"),
                listOf("internal_dossier"),
                listOf("vat_number_not_ticked"),
                listOf("no_owner"),
                listOf(),
            ),
            reasons,
        )
    }

    @Test
    fun `the button always enrols, and what would have blocked is an advisory`() {
        val decision = CarPass.enrolment(dossier.copy(trigger = CarPassTrigger.MANUAL, hasOwner = false, dossierNumber = 0))
        assertEquals(CarPassEnrolmentOutcome.ENROLLED, decision.outcome)
        assertEquals(listOf<String>(), decision.because)
        assertEquals(listOf("internal_dossier", "no_owner", "internal_work_reportable"), decision.advisories)
    }

    @Test
    fun `a user sees the list of the own site`() {
        val seen = CarPass.visible(CarPassVisibleFacts(userSite = "Gent", dossierSite = "Gent"))
        assertEquals(CarPassVisibleOutcome.VISIBLE to "same_site", seen.outcome to seen.row)
        val hidden = CarPass.visible(CarPassVisibleFacts(userSite = "Gent", dossierSite = "gent"))
        assertEquals(CarPassVisibleOutcome.HIDDEN to "other_site", hidden.outcome to hidden.row)
        assertRefused(ErrorCode.WRONG_TYPE, "user_site") { CarPass.visible(CarPassVisibleFacts("\uD800", "\uD800")) }
        assertRefused(ErrorCode.WRONG_TYPE, "dossier_site") { CarPass.visible(CarPassVisibleFacts("Gent", "\uD800")) }
    }

    @Test
    fun `a work order is ready, late, or red`() {
        assertEquals(CarPassReadinessOutcome.READY, CarPass.readiness(workOrder).outcome)

        val late = CarPass.readiness(workOrder.copy(startOfWork = LocalDate.of(2026, 11, 14), vin = "12345"))
        assertEquals(CarPassReadinessOutcome.READY, late.outcome)
        assertEquals(listOf("short_vin", "late_report"), late.advisories)

        val red = CarPass.readiness(workOrder.copy(vin = "", readingKm = null, startOfWork = LocalDate.of(2026, 11, 21)))
        assertEquals(CarPassReadinessOutcome.BLOCKED, red.outcome)
        assertEquals(listOf("vin_missing", "reading_missing", "start_of_work_in_future"), red.because)
    }

    @Test
    fun `a claim file needs its two readings`() {
        val claim = CarPassReadinessFacts(CarPassPolicy.CLAIM_FILE, "WAUZZZ8V3EA070544", LocalDate.of(2026, 11, 20))
        val missing = CarPass.readiness(claim)
        assertEquals(listOf("damage_reading_missing", "repair_reading_missing"), missing.because)
        assertEquals(listOf("repair_reading_missing"), CarPass.readiness(claim.copy(damageReadingKm = 1)).because)
        assertEquals(listOf("damage_reading_missing"), CarPass.readiness(claim.copy(repairReadingKm = 1)).because)
    }

    @Test
    fun `facts beyond their limits are refused by name, the first first`() {
        val readings = mapOf(
            "reading_km" to workOrder.copy(readingKm = -1),
            "damage_reading_km" to workOrder.copy(damageReadingKm = 10_000_000),
            "repair_reading_km" to workOrder.copy(repairReadingKm = Int.MIN_VALUE),
        )
        readings.forEach { (field, facts) -> assertRefused(ErrorCode.OUT_OF_RANGE, field) { CarPass.readiness(facts) } }
        val dates = mapOf(
            "today" to workOrder.copy(today = LocalDate.of(10_000, 1, 1), readingKm = -1),
            "start_of_work" to workOrder.copy(startOfWork = LocalDate.MIN, repairReadingKm = -1),
        )
        dates.forEach { (field, facts) -> assertRefused(ErrorCode.INVALID_DATE, field) { CarPass.readiness(facts) } }
        assertRefused(ErrorCode.WRONG_TYPE, "vin") { CarPass.enrolment(dossier.copy(vin = "\uD800")) }
    }

    @Test
    fun `lists are answered in order`() {
        val dossiers = listOf(dossier, dossier.copy(vin = "\uD800"), dossier.copy(merged = true))
        assertEquals(
            listOf(CarPassEnrolmentOutcome.ENROLLED, null, CarPassEnrolmentOutcome.NOT_ENROLLED),
            CarPass.enrolmentAll(dossiers).map { it.getOrNull()?.outcome },
        )
        val sites = listOf(CarPassVisibleFacts("a", "a"), CarPassVisibleFacts("\uD800", "a"), CarPassVisibleFacts("a", "b"))
        assertEquals(
            listOf(CarPassVisibleOutcome.VISIBLE, null, CarPassVisibleOutcome.HIDDEN),
            CarPass.visibleAll(sites).map { it.getOrNull()?.outcome },
        )
        val orders = listOf(workOrder, workOrder.copy(readingKm = -1), workOrder.copy(readingKm = null))
        assertEquals(
            listOf(CarPassReadinessOutcome.READY, null, CarPassReadinessOutcome.BLOCKED),
            CarPass.readinessAll(orders).map { it.getOrNull()?.outcome },
        )
        assertEquals(listOf<Any>(), CarPass.readinessAll(listOf()))
    }

    @Test
    fun `a job goes from open to in order`() {
        fun next(state: CarPassState, event: CarPassEvent, reason: String? = null) =
            CarPass.lifecycle(CarPassLifecycleFacts(state, event, reason)).outcome

        val first = next(CarPassState.Open, CarPassEvent.ANSWERED_ERROR)
        assertEquals(CarPassState.Questioned(attempt = 1), first)
        val offered = CarPass.actions(CarPassActionsFacts(first, signatureConfigured = true)).outcome
        assertEquals(setOf(CarPassAction.CORRECT_DATA, CarPassAction.CLOSE_WITHOUT_CHANGE), offered.actions)

        val second = next(first, CarPassEvent.ANSWERED_ERROR)
        val documents = CarPass.actions(CarPassActionsFacts(second, signatureConfigured = false)).outcome.documentBy
        assertEquals(setOf(CarPassDocumentBy.PRINT_SIGN_SCAN), documents)
        assertEquals(
            CarPassInvoicingOutcome.BLOCKED,
            CarPass.invoicing(CarPassInvoicingFacts(second, CarPassDocument.WORK_ORDER)).outcome,
        )

        val documented = next(second, CarPassEvent.GENERATE_DOCUMENT)
        assertEquals(CarPassState.Documented, documented)
        assertEquals(CarPassState.Exempt("test vehicle"), next(CarPassState.Open, CarPassEvent.MARK_EXEMPT, "test vehicle"))
        assertRefused(ErrorCode.MISSING_FIELD, "reason") { next(CarPassState.Open, CarPassEvent.MARK_EXEMPT) }
        for (attempt in listOf(0L, -1L, 1L shl 32)) {
            assertRefused(ErrorCode.OUT_OF_RANGE, "state.attempt") {
                next(CarPassState.Questioned(attempt), CarPassEvent.ANSWERED_OK)
            }
        }
    }

    @Test
    fun `a refusal says what a person should look at`() {
        val flagged = CarPassLifecycleFacts(CarPassState.Accepted, CarPassEvent.FLAG_ODOMETER_REPLACED)
        val refused = assertThrows(RulesException::class.java) { CarPass.lifecycle(flagged) }
        assertEquals(ErrorCode.ILLEGAL_TRANSITION to "event", refused.code to refused.field)
        assertEquals(listOf("send_correction"), refused.advisories.map { it.id })
        assertEquals(
            listOf(
                "event: Dit kan in de huidige toestand niet.",
                "Car-Pass heeft de km-stand al: stuur een correctie die de vervangen km-teller meldt.",
            ),
            refused.lines(Language.NL),
        )
        val answer = CarPass.lifecycleAll(listOf(flagged, flagged.copy(event = CarPassEvent.CORRECT_DATA)))[0]
        assertEquals(refused.advisories, (answer as Answer.Refused).advisories)
    }

    private val submission = CarPassSubmissionFacts(
        policy = CarPassPolicy.WORK_ORDER,
        vin = "wauzzz8v-3ea 070544",
        start = CarPassStartOfWorkOutcome(
            date = LocalDate.of(2026, 11, 20),
            time = LocalTime.of(8, 15, 30, 999_000_000),
            origin = CarPassOrigin.FIRST_CLOCKING,
        ),
        readingKm = 125_896,
        enterpriseNumber = "BE 0428.759.497",
        odometerReplaced = false,
        account = CarPassAccountFacts(userCodeSet = true, passwordSet = true, emailSet = true),
    )

    @Test
    fun `what is sent`() {
        val decision = CarPass.submission(submission)
        assertEquals(
            CarPassSubmissionOutcome(
                vin = "WAUZZZ8V3EA070544",
                readingKm = 125_896,
                readingOrigin = CarPassReadingOrigin.WORK_ORDER,
                startOfWork = CarPassStartOfWork(LocalDate.of(2026, 11, 20), LocalTime.of(8, 15, 30)),
                firstRegistration = null,
                enterpriseNumber = "0428759497",
                odometerReplaced = false,
                workDescription = null,
            ),
            decision.outcome,
        )
        assertEquals(listOf("work_description_missing"), decision.advisories)
    }

    @Test
    fun `everything that is missing is named at once`() {
        val incomplete = submission.copy(vin = "", enterpriseNumber = "0428759490", account = submission.account.copy(emailSet = false))
        val refused = assertThrows(RulesException::class.java) { CarPass.submission(incomplete) }
        assertEquals(
            listOf(
                ErrorCode.MISSING_FIELD to "vin",
                ErrorCode.UNKNOWN_VALUE to "enterprise_number",
                ErrorCode.MISSING_FIELD to "account.email_set",
            ),
            refused.faults.map { it.code to it.field },
        )
        assertEquals(ErrorCode.MISSING_FIELD to "vin", refused.code to refused.field)
        assertEquals(refused.faults.map { it.line(Language.FR) }, refused.lines(Language.FR))
        assertEquals(listOf("vin: Cette donnée est obligatoire."), refused.lines(Language.FR).take(1))
    }

    @Test
    fun `what Kotlin can say and the rules cannot take is refused by name`() {
        assertRefused(ErrorCode.OUT_OF_RANGE, "reading_km") { CarPass.submission(submission.copy(readingKm = -1)) }
        assertRefused(ErrorCode.WRONG_TYPE, "vin") { CarPass.submission(submission.copy(vin = "WAU\uD800")) }
        assertRefused(ErrorCode.WRONG_TYPE, "work_description") {
            CarPass.submission(submission.copy(workDescription = "\uDC00"))
        }
        for (day in listOf(LocalDate.MIN, LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1), LocalDate.MAX)) {
            assertRefused(ErrorCode.INVALID_DATE, "first_registration") {
                CarPass.submission(submission.copy(firstRegistration = day))
            }
            assertRefused(ErrorCode.INVALID_DATE, "start.date") {
                CarPass.submission(submission.copy(start = submission.start.copy(date = day), firstRegistration = day))
            }
        }
    }

    @Test
    fun `the list of what still has to be sent`() {
        fun dossier(id: String, site: String, state: CarPassState, start: LocalDate?) = CarPassDossier(
            id = id,
            site = site,
            state = state,
            readiness = CarPassReadinessFacts(
                policy = CarPassPolicy.WORK_ORDER,
                vin = "WAUZZZ8V3EA070544",
                today = LocalDate.of(2026, 11, 21),
                readingKm = 125_896,
                startOfWork = start,
            ),
        )
        val facts = CarPassWorklistFacts(
            dossiers = listOf(
                dossier("W1", "Gent", CarPassState.Open, LocalDate.of(2026, 11, 20)),
                dossier("W2", "Gent", CarPassState.Questioned(2), null),
                dossier("W3", "Gent", CarPassState.Exempt("test vehicle"), null),
                dossier("W4", "Luik", CarPassState.Open, null),
                dossier("W5", "Gent", CarPassState.Open, LocalDate.of(2026, 11, 10)),
            ),
            userSite = "Gent",
        )
        val listed = CarPass.worklist(facts).outcome.dossiers
        assertEquals(listOf("W2" to true, "W5" to false, "W1" to false), listed.map { it.id to it.red })
        assertEquals(listOf(listOf("start_of_work_missing"), listOf(), listOf()), listed.map { it.reasons })
        assertEquals(listOf("De datum aanvang werken ontbreekt."), listed[0].lines(Language.NL))
        assertEquals(listOf("late_report"), listed[1].advisories)

        val wrong = facts.dossiers.map { it.copy(readiness = it.readiness.copy(readingKm = -1)) }
        assertRefused(ErrorCode.OUT_OF_RANGE, "dossiers[0].readiness.reading_km") { CarPass.worklist(facts.copy(dossiers = wrong)) }
    }
}
