package dms.rules

import com.fasterxml.jackson.databind.ObjectMapper
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class CatalogueTest {
    private val json = ObjectMapper()

    @Test
    fun `every decision is listed, described and has a schema`() {
        assertTrue(Catalogue.decisions.containsAll(listOf("vin.check", "okr.choice", "quarter_hour.next", "booking.issue")))
        for (decision in Catalogue.decisions) {
            assertEquals(decision, json.readTree(Catalogue.describe(decision))["decision"].asText())
            assertTrue(json.readTree(Catalogue.schema(decision)).has("properties"))
        }
        assertRefused(ErrorCode.UNKNOWN_DECISION, null) { Catalogue.describe("okr.options") }
        assertRefused(ErrorCode.UNKNOWN_DECISION, null) { Catalogue.schema("\uD800") }
    }

    @Test
    fun `facts in, a decision out, or an exception`() {
        assertEquals(
            """{"decision":"car_pass.visible","edition":"2026-11","outcome":"hidden","row":"other_site",""" +
                """"because":["other_site"],"advisories":[]}""",
            Catalogue.evaluate("car_pass.visible", """{"user_site":"Gent","dossier_site":"Luik"}"""),
        )
        assertRefused(ErrorCode.MISSING_FIELD, "dossier_site") {
            Catalogue.evaluate("car_pass.visible", """{"user_site":"Gent"}""")
        }
        assertRefused(ErrorCode.UNKNOWN_DECISION, null) { Catalogue.evaluate("nothing", "{}") }
        assertRefused(ErrorCode.UNKNOWN_DECISION, null) { Catalogue.evaluate("\uD800", "{}") }
        assertRefused(ErrorCode.MALFORMED_JSON, null) { Catalogue.evaluate("vin.check", "{") }
        assertRefused(ErrorCode.MALFORMED_JSON, null) { Catalogue.evaluate("vin.check", "{\"vin\":\"\uD800\"}") }
    }

    @Test
    fun `facts in, the decision explained, or an exception`() {
        val explained = Catalogue.explain("car_pass.visible", """{"user_site":"Gent","dossier_site":"Luik"}""", Language.NL)
        assertTrue(explained.startsWith("### `car_pass.visible`\n"), explained)
        assertTrue(explained.contains("\n| →   | **`other_site`** | ✓   | **`hidden`** |\n"), explained)
        assertTrue(explained.contains("\n* Het dossier hoort bij een andere vestiging.\n"), explained)
        assertRefused(ErrorCode.MISSING_FIELD, "dossier_site") {
            Catalogue.explain("car_pass.visible", """{"user_site":"Gent"}""", Language.NL)
        }
        assertRefused(ErrorCode.UNKNOWN_DECISION, null) { Catalogue.explain("nothing", "{}", Language.NL) }
        assertRefused(ErrorCode.UNKNOWN_DECISION, null) { Catalogue.explain("\uD800", "{}", Language.NL) }
        assertRefused(ErrorCode.MALFORMED_JSON, null) { Catalogue.explain("vin.check", "{", Language.NL) }
    }

    @Test
    fun `a request never throws`() {
        val answers = Catalogue.evaluateJsonAll(
            listOf(
                """{"name":"one","decision":"vin.check","facts":{"vin":""}}""",
                "\uD800",
                """{"decision":"vin.check"}""",
            ),
        ).map { json.readTree(it) }
        assertEquals("one" to "missing", answers[0]["name"].asText() to answers[0]["outcome"].asText())
        assertEquals("malformed_json", answers[1]["error"]["code"].asText())
        assertEquals("facts", answers[2]["error"]["field"].asText())
    }
}
