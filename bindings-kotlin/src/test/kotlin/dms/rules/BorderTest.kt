package dms.rules

import dms.rules.internal.Direct
import dms.rules.internal.InternalException
import dms.rules.internal.RustBuffer
import dms.rules.internal.UniffiLib
import dms.rules.internal.UniffiRustCallStatus
import dms.rules.internal.WireBookingIssueLimitOutcome
import dms.rules.internal.WireBookingIssueOutcome
import dms.rules.internal.WireBookingKind
import dms.rules.internal.WireCarPassPolicy
import dms.rules.internal.WireCarPassTrigger
import dms.rules.internal.WireErrorCode
import dms.rules.internal.WireGrounds
import dms.rules.internal.WireImmediateWindow
import dms.rules.internal.WireLanguage
import dms.rules.internal.WireOkrBoundary
import dms.rules.internal.WireOkrChoice
import dms.rules.internal.WireOkrChoiceOutcome
import dms.rules.internal.WireOkrMode
import dms.rules.internal.WireOkrOptionOutcome
import dms.rules.internal.WireReason
import dms.rules.internal.WireRefusal
import dms.rules.internal.WireTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.nio.file.Files
import java.nio.file.Paths
import java.util.concurrent.Callable
import java.util.concurrent.Executors

class BorderTest {
    @Test
    fun `a panic becomes an exception, and the next call is answered`() {
        // A list that promises seven elements and holds none: the other side panics while it reads it.
        val broken = RustBuffer.alloc(4UL).apply {
            asByteBuffer()!!.putInt(7)
            len = 4
        }
        val status = UniffiRustCallStatus()
        UniffiLib.uniffi_dms_rules_kotlin_fn_func_vin_check(broken, status)
        assertTrue(status.isPanic())

        val failed = assertThrows(IllegalStateException::class.java) { crossing { throw InternalException("panic") } }
        assertEquals("panic", failed.cause?.message)
        assertEquals(VinCheckOutcome.MISSING, Vin.check("").outcome)
    }

    /** Does not compile when what comes back gains a field that nobody reads yet: read it, then name it here. */
    @Test
    fun `every field that comes back is read`() {
        val at = WireTime(wallClockSecond = 0, nano = 0, offsetSeconds = null)
        val grounds = WireGrounds(row = 4, because = 0b10, advisories = 0b1, holds = 0b10)
        val fault = WireRefusal(WireErrorCode.WRONG_TYPE, field = null, message = "text", faults = listOf(), advisories = listOf())
        val advisory = WireReason(id = "look", en = "look", nl = "kijk", fr = "regardez", de = "ansehen")
        val refusal = WireRefusal(WireErrorCode.OUT_OF_RANGE, "at", "expected", listOf(fault), listOf(advisory))
        val choice = WireOkrChoiceOutcome(option = WireOkrOptionOutcome.LOCKED, forward = false, overridden = false)
        val limit = WireBookingIssueLimitOutcome(latest = at)
        val issues = listOf(WireBookingIssueOutcome.Allowed(latest = at), WireBookingIssueOutcome.Refused(latest = at))
        assertEquals(6, setOf(at, grounds, refusal, choice, limit, issues).size)

        val decision = Table.of("vin.check").decision("outcome", grounds).getOrThrow()
        assertEquals(Decision("vin.check", "2026-11", "outcome", "valid", listOf("too_long"), listOf("check_digit_mismatch")), decision)
        val read = refusal.read()
        assertEquals(listOf(ErrorCode.OUT_OF_RANGE, "at", "expected"), listOf(read.code, read.field, read.message))
        assertEquals(listOf(Fault(ErrorCode.WRONG_TYPE, null, "text")), read.faults)
        val texts = read.advisories.single().let { advisory -> Language.entries.map { advisory.text(it) } }
        assertEquals(listOf("look", "kijk", "regardez", "ansehen"), texts)
    }

    @Test
    fun `what does not fit the short way, or is no facts, goes the long way`() {
        val room = Direct.room()
        fun short(number: Int, vararg bytes: Int): Int {
            room.bytes.clear()
            bytes.forEach { room.bytes.put(it.toByte()) }
            return Direct.dms_rules_kotlin_direct(number, room.address, bytes.size, room.bytes.capacity())
        }
        val none = intArrayOf(0, 0, 0, 0)
        assertEquals(none.size, short(10, *none))
        assertEquals(-1, short(99, *none), "no such function")
        assertEquals(-1, short(10, *none, 0), "a byte too many")
        assertEquals(-1, short(10, 0, 0, 0, 7), "seven elements are promised, and there is none")
        assertEquals(-1, Direct.dms_rules_kotlin_direct(10, room.address, 4, 3), "more bytes than there is room")
        assertEquals(-1, Direct.dms_rules_kotlin_direct(10, 0, 4, 4), "no room")

        val tooLong = "A".repeat(room.bytes.capacity())
        assertEquals("too_long", Vin.check(tooLong).row)
        assertEquals("work_not_started", enrolment(tooLong).because.first())
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

    /** What goes in has no value that the native half knows and Kotlin cannot say; what comes back does not compile so. */
    @Test
    fun `every value that the native half takes can be said`() {
        fun names(values: List<Enum<*>>) = values.map { it.name }
        assertEquals(names(WireCarPassTrigger.entries), names(CarPassTrigger.entries))
        assertEquals(names(WireCarPassPolicy.entries), names(CarPassPolicy.entries))
        assertEquals(names(WireOkrMode.entries), names(OkrMode.entries))
        assertEquals(names(WireOkrBoundary.entries), names(OkrBoundary.entries))
        assertEquals(names(WireOkrChoice.entries), names(OkrChoice.entries))
        assertEquals(names(WireImmediateWindow.entries), names(ImmediateWindow.entries))
        assertEquals(names(WireBookingKind.entries), names(BookingKind.entries))
        assertEquals(names(WireLanguage.entries), names(Language.entries))
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
