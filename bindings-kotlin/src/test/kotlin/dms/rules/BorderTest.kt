package dms.rules

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
import dms.rules.internal.WireRefusal
import dms.rules.internal.WireTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
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
        val refusal = WireRefusal(code = WireErrorCode.OUT_OF_RANGE, field = "at", message = "expected")
        val choice = WireOkrChoiceOutcome(option = WireOkrOptionOutcome.LOCKED, forward = false, overridden = false)
        val limit = WireBookingIssueLimitOutcome(latest = at)
        val issues = listOf(WireBookingIssueOutcome.Allowed(latest = at), WireBookingIssueOutcome.Refused(latest = at))
        assertEquals(6, setOf(at, grounds, refusal, choice, limit, issues).size)

        val decision = Table.of("vin.check").decision("outcome", grounds).getOrThrow()
        assertEquals(Decision("vin.check", "2026-11", "outcome", "valid", listOf("too_long"), listOf("check_digit_mismatch")), decision)
        assertEquals(Answer.Refused(ErrorCode.OUT_OF_RANGE, "at", "expected"), refusal.read())
    }

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
        val ids = listOf(
            ErrorCode.entries.associate { it.name to it.id },
            Language.entries.associate { it.name to it.id },
            VinCheckOutcome.entries.associate { it.name to it.id },
            CarPassTrigger.entries.associate { it.name to it.id },
            CarPassEnrolmentOutcome.entries.associate { it.name to it.id },
            CarPassVisibleOutcome.entries.associate { it.name to it.id },
            CarPassPolicy.entries.associate { it.name to it.id },
            CarPassReadinessOutcome.entries.associate { it.name to it.id },
            OkrMode.entries.associate { it.name to it.id },
            OkrBoundary.entries.associate { it.name to it.id },
            OkrOptionOutcome.entries.associate { it.name to it.id },
            OkrChoice.entries.associate { it.name to it.id },
            OkrMutationOutcome.entries.associate { it.name to it.id },
            ImmediateWindow.entries.associate { it.name to it.id },
            BookingKind.entries.associate { it.name to it.id },
        )
        for ((name, id) in ids.flatMap { it.entries }) assertEquals(name.lowercase(), id)
    }
}
