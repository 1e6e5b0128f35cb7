package dms.rules

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class VinTest {
    @Test
    fun `each row`() {
        val rows = listOf("", "WAUZZZ8V3EA0705441", "WAUZZZ8V3EA07054O", "12345", "wauzzz8v-3ea 070544").map { vin ->
            Vin.check(vin).let { it.outcome to it.row }
        }
        assertEquals(
            listOf(
                VinCheckOutcome.MISSING to "missing",
                VinCheckOutcome.INVALID to "too_long",
                VinCheckOutcome.INVALID to "illegal_character",
                VinCheckOutcome.SHORT to "short",
                VinCheckOutcome.VALID to "valid",
            ),
            rows,
        )
    }

    @Test
    fun `a wrong check digit is an advisory in North America only`() {
        val american = Vin.check("5YJSA1E26HF000338")
        assertEquals(VinCheckOutcome.VALID, american.outcome)
        assertEquals(listOf("check_digit_mismatch"), american.advisories)
        assertEquals(emptyList<String>(), Vin.check("WAUZZZ8V3EA070544").advisories)
    }

    @Test
    fun `text that is not Unicode is refused, and loses no other`() {
        assertRefused(ErrorCode.WRONG_TYPE, "vin") { Vin.check("WAU\uD800") }
        val answers = Vin.checkAll(listOf("WAUZZZ8V3EA070544", "\uDC00", ""))
        assertEquals(
            listOf(VinCheckOutcome.VALID, null, VinCheckOutcome.MISSING),
            answers.map { it.getOrNull()?.outcome },
        )
        val refused = answers[1] as Answer.Refused
        assertEquals(ErrorCode.WRONG_TYPE to "vin", refused.code to refused.field)
    }
}
