package dms.rules

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows

/** Asserts that the facts are refused with exactly this code and field. */
internal fun assertRefused(code: ErrorCode, field: String?, decide: () -> Any?) {
    val refused = assertThrows(RulesException::class.java) { decide() }
    assertEquals(code to field, refused.code to refused.field)
}
