package dms.rules

import dms.rules.internal.Direct
import dms.rules.internal.WireErrorCode
import dms.rules.internal.WireGrounds
import dms.rules.internal.WireLanguage
import dms.rules.internal.WireReason
import dms.rules.internal.WireRefusal
import dms.rules.internal.explain
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.nio.file.Files
import java.nio.file.Paths
import java.time.LocalDate
import java.util.concurrent.Callable
import java.util.concurrent.Executors

class BorderTest {
    private val grounds = WireGrounds(row = 4, because = 0b10, advisories = 0b1, holds = 0b10)

    @Test
    fun `a panic becomes an exception, and the next call is answered`() {
        val failed = assertThrows(IllegalStateException::class.java) {
            crossing { explain("no such decision", grounds, WireLanguage.EN) }
        }
        assertTrue("please report it" in failed.message!!, failed.message)
        assertEquals(VinCheckOutcome.MISSING, Vin.check("").outcome)
    }

    /** Does not compile when what comes back gains a field that nobody reads yet: read it, then name it here. */
    @Test
    fun `every field that comes back is read`() {
        val fault = WireRefusal(WireErrorCode.WRONG_TYPE, field = null, message = "text", faults = listOf(), advisories = listOf())
        val advisory = WireReason(id = "look", en = "look", nl = "kijk", fr = "regardez", de = "ansehen")
        val refusal = WireRefusal(WireErrorCode.OUT_OF_RANGE, "at", "expected", listOf(fault), listOf(advisory))
        assertEquals(2, setOf(grounds, refusal).size)

        val decision = Table.of("vin.check").decision("outcome", grounds)
        assertEquals(Decision("vin.check", "2026-11", "outcome", "valid", listOf("too_long"), listOf("check_digit_mismatch")), decision)
        val read = refusal.read()
        assertEquals(listOf(ErrorCode.OUT_OF_RANGE, "at", "expected"), listOf(read.code, read.field, read.message))
        assertEquals(listOf(Fault(ErrorCode.WRONG_TYPE, null, "text")), read.faults)
        val texts = read.advisories.single().let { advisory -> Language.entries.map { advisory.text(it) } }
        assertEquals(listOf("look", "kijk", "regardez", "ansehen"), texts)
    }

    @Test
    fun `facts that are too long for the room cross in a larger one`() {
        val room = Direct.room().buffer.capacity()
        for (length in listOf(room - 9, room - 8, room - 7, room, 3 * room)) {
            assertEquals("too_long", Vin.check("A".repeat(length)).row)
            assertEquals("too_long", Vin.check("Ä".repeat(length)).row)
        }
        assertEquals("work_not_started", enrolment("A".repeat(room)).because.first())
        val answers = Vin.checkAll(List(250) { "A".repeat(room / 99) })
        assertEquals(List(250) { VinCheckOutcome.INVALID }, answers.map { it.getOrThrow().outcome })
        assertEquals(room, Direct.room().buffer.capacity())
    }

    @Test
    fun `answers that are too long for the room come in a larger one`() {
        val room = Direct.room().buffer.capacity()
        // Each is longer as an answer than as facts: the row, and its own number in two texts.
        for (length in listOf(room / 2, room - 100, room - 40, room - 20, room, 2 * room)) {
            val recipient = "A".repeat(length)
            val facts = BookingMaintenanceContractFacts(
                kind = BookingKind.RENTAL,
                processNumber = "1",
                vin = "WAUZZZ8V3EA070544",
                invoiceRecipient = recipient,
                validFrom = LocalDate.of(2026, 1, 1),
                validTo = LocalDate.of(2026, 12, 31),
            )
            val outcome = Booking.maintenanceContract(facts).outcome as BookingMaintenanceContractOutcome.Allowed
            assertEquals(recipient, outcome.invoiceRecipient)
        }
        assertEquals(VinCheckOutcome.MISSING, Vin.check("").outcome)
    }

    @Test
    fun `bytes that are no facts are a fault of the library`() {
        fun said(way: Int, vararg bytes: Int): String {
            val room = Direct.room()
            room.buffer.clear()
            bytes.forEach { room.buffer.put(it.toByte()) }
            val answers = Direct.decide(way, room)
            return if (answers.boolean()) answers.text() else "answered"
        }
        val empty = intArrayOf(4, 0, 0, 0, 0, 0, 0, 0)
        assertEquals("answered", said(1))
        assertEquals("answered", said(1, *empty))
        assertEquals("there is no way 99", said(99))
        assertTrue("facts have more bytes" in said(1, *empty, 0), "a byte too many")
        assertTrue("facts have more bytes" in said(1, 4, 0, 0, 0, 7, 0, 0, 0), "seven bytes are promised, and there is none")
        assertTrue("facts have fewer bytes" in said(1, 5, 0, 0, 0, 0, 0, 0, 0, 0), "a byte too many within facts")
        assertEquals(VinCheckOutcome.MISSING, Vin.check("").outcome)
    }

    @Test
    fun `a list of any length is answered in its order`() {
        for (length in listOf(0, 1, 99, 100, 101, 250)) {
            val vins = List(length) { if (it % 3 == 0) "\uD800" else "A".repeat(it % 20) }
            val expected = vins.map { vin -> runCatching { Vin.check(vin) } }
            val answers = Vin.checkAll(vins)
            assertEquals(expected.map { it.getOrNull() }, answers.map { it.getOrNull() })
            assertEquals(length, answers.size)
            val sources = List(length) { InspectionSourcesFacts(fromEbv = it % 2 == 0, fromInvoicing = it % 3 == 0) }
            assertEquals(sources.map { Inspection.sources(it) }, Inspection.sourcesAll(sources).map { it.getOrThrow() })
        }
    }

    private fun enrolment(vin: String) = CarPass.enrolment(
        CarPassEnrolmentFacts(
            trigger = CarPassTrigger.AUTOMATIC,
            workStarted = false,
            vin = vin,
            alreadyTransmitted = false,
            merged = false,
            dossierNumber = 1,
            vatRegisterUsed = false,
            vatNumberTicked = false,
            hasOwner = true,
        ),
    )

    @Test
    fun `many threads may decide at once`() {
        val pool = Executors.newFixedThreadPool(8)
        try {
            val answers = pool.invokeAll(List(200) { Callable { Vin.check("WAUZZZ8V3EA070544").outcome } })
            assertEquals(setOf(VinCheckOutcome.VALID), answers.map { it.get() }.toSet())
        } finally {
            pool.shutdownNow()
        }
    }

    /** They cross by their places. */
    @Test
    fun `codes and languages stand in the order of the native half`() {
        assertEquals(WireErrorCode.entries.map { it.name }, ErrorCode.entries.map { it.name })
        assertEquals(WireLanguage.entries.map { it.name }, Language.entries.map { it.name })
    }

    @Test
    fun `ids are the names of the rules`() {
        val classes = Paths.get(Decision::class.java.protectionDomain.codeSource.location.toURI()).resolve("dms/rules")
        val names = Files.newDirectoryStream(classes, "*.class").use { files -> files.map { "${it.fileName}" } }
        val enums = names.map { Class.forName("dms.rules.${it.removeSuffix(".class")}") }.filter { it.isEnum }
        assertTrue(enums.containsAll(listOf(ErrorCode::class.java, InspectionVehicle::class.java)))
        for (enum in enums) {
            for (value in enum.enumConstants) assertEquals((value as Enum<*>).name.lowercase(), idOf(value))
        }
    }
}
