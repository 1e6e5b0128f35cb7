package dms.rules

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertAll
import java.math.BigDecimal
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.ZonedDateTime
import kotlin.reflect.KClass
import kotlin.reflect.KType
import kotlin.reflect.KTypeParameter
import kotlin.reflect.full.primaryConstructor

/**
 * Kotlin's classes say what the rules say, no more and no less: a fact, a value of an enum or an outcome that the core
 * gains, loses or renames fails here until it is mirrored.
 */
class DriftTest {
    private val json = ObjectMapper()

    @Test
    fun `every decision has a call`() {
        assertEquals(Catalogue.decisions.toSet(), typedCalls.keys)
    }

    @Test
    fun `the facts are those of the schema`() {
        assertAll(
            typedCalls.map { (decision, calls) ->
                {
                    val schema = json.readTree(Catalogue.schema(decision))
                    for (call in calls) assertSameShape(decision, schema, schema, call.facts)
                }
            },
        )
    }

    @Test
    fun `the outcomes that are one word are those of the table`() {
        for ((decision, calls) in typedCalls) for (call in calls) {
            val values = (call.outcome.classifier as KClass<*>).java.enumConstants ?: continue
            val table = json.readTree(Catalogue.describe(decision))
            val told = table["rows"].mapNotNull { it["outcome"]?.asText() } + table["collected"].orEmpty().map { it.asText() }
            assertEquals(told.toSet() + onlyOutcome(decision), values.map { idOf(it) }.toSet(), decision)
        }
    }

    /** `booking.plan` has one outcome, which its table does not name. */
    private fun onlyOutcome(decision: String) = if (decision == "booking.plan") setOf("ok") else setOf()

    @Suppress("CyclomaticComplexMethod") // One branch for each kind of fact.
    private fun assertSameShape(at: String, whole: JsonNode, given: JsonNode, type: KType) {
        val reference = given["\$ref"]?.asText()
        val known = given["anyOf"]?.first { it["type"]?.asText() != "null" }
        val classifier = type.classifier
        when {
            known != null -> assertSameShape(at, whole, known, type)
            reference != null -> assertSameShape(at, whole, whole.at(reference.removePrefix("#")), type)
            classifier is KTypeParameter -> assertEquals("string", kind(given), at)
            classifier == Boolean::class -> assertEquals("boolean", kind(given), at)
            classifier in setOf(Int::class, Long::class, BigDecimal::class) -> assertEquals("integer", kind(given), at)
            classifier in setOf(String::class, LocalDateTime::class, ZonedDateTime::class) -> assertEquals("string", kind(given), at)
            classifier == LocalDate::class -> assertEquals("date", given["format"].asText(), at)
            classifier == LocalTime::class -> assertEquals("partial-time", given["format"].asText(), at)
            classifier in setOf(List::class, Set::class) -> {
                assertEquals("array", kind(given), at)
                assertSameShape("$at[]", whole, given["items"], type.arguments.single().type!!)
            }
            else -> assertSameClass(at, whole, given, classifier as KClass<*>)
        }
    }

    private fun assertSameClass(at: String, whole: JsonNode, given: JsonNode, type: KClass<*>) = when {
        type.java.isEnum -> {
            val values = given["enum"].filterNot { it.isNull }.map { it.asText() }
            assertEquals(values, type.java.enumConstants.map { idOf(it) }, at)
        }
        type.isSealed -> {
            val kinds = given["properties"]["kind"]["enum"].map { it.asText() }
            assertEquals(kinds.toSet(), type.sealedSubclasses.map { snake(it.simpleName!!) }.toSet(), at)
            val facts = type.sealedSubclasses.flatMap { it.primaryConstructor?.parameters.orEmpty() }.map { nameOf(it) }
            assertEquals(given["properties"].fieldNames().asSequence().toSet(), facts.toSet() + "kind", at)
        }
        else -> {
            val facts = type.primaryConstructor!!.parameters.flatMap { fact ->
                // In JSON the choice stands among the facts that it rests on.
                val beside = type == OkrChoiceFacts::class && fact.name == "option"
                if (beside) OkrOptionFacts::class.primaryConstructor!!.parameters else listOf(fact)
            }
            assertEquals(given["properties"].fieldNames().asSequence().toList(), facts.map { nameOf(it) }, at)
            val needed = facts.filterNot { it.isOptional || it.type.isMarkedNullable }.map { nameOf(it) }
            assertEquals(given["required"].orEmpty().map { it.asText() }, needed, at)
            for (fact in facts) assertSameShape("$at.${fact.name}", whole, given["properties"][nameOf(fact)], fact.type)
        }
    }

    private fun kind(schema: JsonNode): String =
        schema["type"].let { type -> if (type.isArray) type.first { it.asText() != "null" } else type }.asText()

    private fun JsonNode?.orEmpty(): List<JsonNode> = this?.toList() ?: emptyList()
}
