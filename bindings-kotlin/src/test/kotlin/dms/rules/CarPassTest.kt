package dms.rules

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.time.LocalDate

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
}
