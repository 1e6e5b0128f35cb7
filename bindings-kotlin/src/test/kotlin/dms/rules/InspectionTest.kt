package dms.rules

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.time.LocalDate

class InspectionTest {
    private fun day(text: String) = LocalDate.parse(text)

    private val report = InspectionReport(
        plaqueNumber = "AB12345",
        plaqueKind = "W",
        validUntil = day("2027-11-30"),
        vin = "WAUZZZ8V3EA070544",
        registration = "W-12345X",
        odometerKm = 125_896,
        reportNumber = "4711",
        reportKind = "§57a",
        cancelled = false,
        result = InspectionResult.PASSED,
        inspectedOn = day("2026-11-20"),
        inspector = "Huber",
        orderNumber = "A100",
    )

    private val facts = InspectionImportFacts(
        report = report,
        order = InspectionOrder(number = "A100", invoiced = false, customerName = "Gruber", isTradeVehicle = false),
        customerVehiclesByVin = listOf(InspectionVehicleMaster(odometerKm = 130_000)),
    )

    @Test
    fun `a report changes the register, the order and the vehicle`() {
        val outcome = Inspection.importReport(facts).outcome
        assertEquals("4711 §57a" to InspectionResult.PASSED, outcome.registerEntry.let { it.text3 to it.text5 })
        assertEquals("Gruber" to null, outcome.registerEntry.let { it.customerName to it.invoiceDate })
        assertEquals(
            listOf(InspectionTarget.ORDER, InspectionTarget.CUSTOMER_VEHICLE).map { InspectionUpdate(it, 125_896, day("2027-11-30")) },
            outcome.updates,
        )
        assertEquals(Inspection.importReport(facts).because, outcome.protocol)
    }

    @Test
    fun `a record's faults name their place`() {
        val stranger = facts.copy(order = facts.order?.copy(number = "A101"))
        assertRefused(ErrorCode.CONTRADICTION, "order.number") { Inspection.importReport(stranger) }
        val later = facts.copy(order = facts.order?.copy(invoiced = true, invoiceNumber = "R1"))
        assertRefused(ErrorCode.MISSING_FIELD, "order.invoice_date") { Inspection.importReport(later) }
        val beyond = facts.copy(customerVehiclesByVin = listOf(InspectionVehicleMaster(10_000_000)))
        assertRefused(ErrorCode.OUT_OF_RANGE, "customer_vehicles_by_vin[0].odometer_km") { Inspection.importReport(beyond) }
        val answers = Inspection.importReportAll(listOf(beyond, facts, stranger))
        assertEquals(listOf(false, true, false), answers.map { it is Answer.Given })
    }

    @Test
    fun `an order's lines make entries`() {
        val order = InspectionRegisterFromOrderFacts(
            orderKind = "W",
            lines = listOf(InspectionLine(InspectionLineType.LABOUR, "57A"), InspectionLine(InspectionLineType.PART, "OEL")),
            configured = listOf(InspectionConfigured("57A", "W"), InspectionConfigured("57B")),
            updateDate1 = true,
            updateDate2 = false,
            dayEnd = day("2026-11-20"),
            firstRegistration = day("2020-11-03"),
        )
        val outcome = Inspection.registerFromOrder(order).outcome
        assertEquals(listOf(InspectionEntry("57A", "W")), outcome.entries)
        assertEquals(Triple(day("2027-11-01"), true, false), Triple(outcome.nextInspection, outcome.updateDate1, outcome.updateDate2))
        assertRefused(ErrorCode.CONTRADICTION, "configured[1].number") {
            Inspection.registerFromOrder(order.copy(configured = List(2) { InspectionConfigured("57A") }))
        }
    }

    @Test
    fun `months have limits, and defaults`() {
        val vehicle = InspectionNextDueFacts(today = day("2026-11-20"), firstRegistration = day("2020-11-03"))
        assertEquals(day("2027-11-01"), Inspection.nextDue(vehicle).outcome.due)
        assertRefused(ErrorCode.OUT_OF_RANGE, "interval_months") { Inspection.nextDue(vehicle.copy(intervalMonths = 0)) }
        assertRefused(ErrorCode.OUT_OF_RANGE, "interval_months") { Inspection.nextDue(vehicle.copy(intervalMonths = 65_536)) }
        assertRefused(ErrorCode.OUT_OF_RANGE, "months_before") { Inspection.nextDue(vehicle.copy(monthsBefore = -1)) }
        val bus = Inspection.window(InspectionWindowFacts(InspectionVehicle.BUS, on = day("2026-11-20"))).outcome
        assertEquals(InspectionWindowOutcome(InspectionWindowClass.CLASS_B, 3, 0, InspectionIntervals.YEARLY), bus)
        val unknown = Inspection.window(InspectionWindowFacts(InspectionVehicle.BUS, on = day("2018-05-19"))).outcome
        assertEquals(null to null, unknown.windowClass to unknown.monthsBefore)
    }
}
