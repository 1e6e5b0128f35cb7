package dms.rules

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import com.sun.jna.Library
import com.sun.jna.Native
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.nio.file.Files
import java.nio.file.Paths

/**
 * Panics that are sown in what decides, with a native library that can: it has one function more, of which the bridge does
 * not know. Runs by itself, for the other tests have the library that is shipped.
 */
@Suppress("FunctionName") // It is called so.
internal class PanicsTest {
    private interface Sown : Library {
        fun dms_rules_kotlin_sow_panic(decision: String, answered: Int)
    }

    private val sown = Native.load("dms_rules_kotlin", Sown::class.java)

    /** The decided cases of each decision. */
    private val cases: Map<String, List<JsonNode>> by lazy {
        val folder = Paths.get(System.getProperty("dms.rules.vectors"))
        val files = Files.newDirectoryStream(folder, "*.json").use { files ->
            files.filter { "${it.fileName}" != "refusals.json" }.sorted()
        }
        files.map { JsonMapper().readTree(Files.readAllBytes(it)) }
            .groupBy({ it["decision"].asText() }, { file -> file["cases"].filter { it.has("expect") } })
            .mapValues { (_, cases) -> cases.flatten() }
            .filterValues { it.isNotEmpty() }
    }

    /** The call throws, as it comes to a decision for the time after so many, and answers when it is made again. */
    private fun <T> assertPanics(decision: String, answered: Int = 0, call: () -> T): T {
        sown.dms_rules_kotlin_sow_panic(decision, answered)
        val failed = assertThrows(IllegalStateException::class.java, { call() }, decision)
        val reason = "please report it: a fault that was sown in $decision"
        assertTrue(failed.message!!.endsWith(reason), failed.message)
        return call()
    }

    @Test
    fun `typed calls and list calls`() {
        assertEquals(Catalogue.decisions.toSet(), typedCalls.keys)
        var calls = 0
        for ((decision, ofDecision) in typedCalls) {
            for (call in ofDecision) {
                val facts = cases.getValue(decision).firstNotNullOfOrNull { typedFacts(it["facts"], call.facts) } ?: continue
                val answer = assertPanics(decision) { call.decide(facts) }
                // The second of three: what was decided before it is lost with it, and no other call.
                val answers = assertPanics(decision, answered = 1) { call.decideAll(listOf(facts, facts, facts)) }
                assertEquals(List(3) { Answer.Given(answer) }, answers)
                calls++
            }
        }
        assertEquals(typedCalls.values.sumOf { it.size }, calls)
    }

    @Test
    fun json() {
        assertEquals(Catalogue.decisions.toSet(), cases.keys)
        for ((decision, ofDecision) in cases) {
            val facts = ofDecision.first()["facts"].toString()
            val request = """{"decision":"$decision","facts":$facts}"""
            val answer = assertPanics(decision) { Catalogue.evaluate(decision, facts) }
            assertEquals(answer, assertPanics(decision) { Catalogue.evaluateJson(request) })
            assertEquals(listOf(answer), assertPanics(decision) { Catalogue.evaluateJsonAll(listOf(request)) })
            assertPanics(decision) { Catalogue.explain(decision, facts, Language.FR) }
        }
    }
}
