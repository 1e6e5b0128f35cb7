package dms.rules

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import org.junit.jupiter.api.Assertions.assertEquals
import java.math.BigDecimal
import java.time.DateTimeException
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneId
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter.ISO_LOCAL_TIME
import kotlin.reflect.KClass
import kotlin.reflect.KParameter
import kotlin.reflect.KType
import kotlin.reflect.KTypeParameter
import kotlin.reflect.full.declaredMemberProperties
import kotlin.reflect.full.primaryConstructor

/** The facts of a case as the type that a call takes, or `null` where a type or a name would be wrong in Kotlin. */
internal fun typedFacts(facts: JsonNode, type: KType): Any? = try {
    when (val said = TypedFacts.read(facts, type)) {
        is BookingIssueFacts<*> -> said.inOneZone()
        else -> said
    }
} catch (_: Unsayable) {
    null
} catch (_: DateTimeException) {
    null
}

private class Unsayable : Exception()

/** Calls the constructors that a program calls: what is not given is left to their defaults. */
private object TypedFacts {
    fun read(json: JsonNode?, type: KType, bound: Map<KTypeParameter, KType> = mapOf()): Any? {
        val classifier = type.classifier
        if (classifier is KTypeParameter) return read(json, bound.getValue(classifier), bound)
        if (json == null || json.isNull) return if (type.isMarkedNullable) null else throw Unsayable()
        val element = type.arguments.firstOrNull()?.type
        return when (classifier) {
            Boolean::class -> json.takeIf { it.isBoolean }?.asBoolean()
            Int::class -> json.takeIf { it.isInt }?.asInt()
            Long::class -> json.takeIf { it.isInt || it.isLong }?.asLong()
            BigDecimal::class -> json.takeIf { it.isIntegralNumber }?.let { BigDecimal(it.bigIntegerValue(), CENTS) }
            String::class -> json.takeIf { it.isTextual }?.asText()
            LocalDate::class -> LocalDate.parse(text(json, DATE))
            LocalTime::class -> LocalTime.parse(text(json, CLOCK))
            LocalDateTime::class -> LocalDateTime.parse(text(json, WALL_CLOCK))
            ZonedDateTime::class -> OffsetDateTime.parse(text(json, INSTANT)).toZonedDateTime()
            List::class -> json.takeIf { it.isArray }?.map { read(it, element!!, bound) }
            Set::class -> json.takeIf { it.isArray }?.mapTo(linkedSetOf()) { read(it, element!!, bound) }
            is KClass<*> -> ofProgram(json, classifier, type, bound)
            else -> error("no such fact: $type")
        } ?: throw Unsayable()
    }

    private fun ofProgram(json: JsonNode, type: KClass<*>, whole: KType, bound: Map<KTypeParameter, KType>): Any? = when {
        type.java.isEnum -> type.java.enumConstants.find { idOf(it) == json.asText() && json.isTextual }
        !json.isObject -> null
        type.isSealed -> {
            val kind = type.sealedSubclasses.find { snake(it.simpleName!!) == json["kind"]?.asText() }
            val more = json.deepCopy<ObjectNode>().apply { remove("kind") }.removeNulls()
            when {
                kind == null -> null
                kind.objectInstance != null -> kind.objectInstance.takeIf { more.isEmpty }
                else -> construct(more, kind, bound)
            }
        }
        else -> construct(json, type, bound + type.typeParameters.zip(whole.arguments.map { bind(it.type!!, bound) }))
    }

    /** What is not known may be left out. */
    private fun ObjectNode.removeNulls(): ObjectNode = apply { removeIf { it.isNull } }

    private fun bind(type: KType, bound: Map<KTypeParameter, KType>) = bound[type.classifier] ?: type

    private fun construct(json: JsonNode, type: KClass<*>, bound: Map<KTypeParameter, KType>): Any {
        val constructor = type.primaryConstructor!!
        val known = constructor.parameters.associateWith { nameOf(it) }
        val beside = constructor.parameters.find { type == OkrChoiceFacts::class && it.name == "option" }
        val given = constructor.parameters.filterNot { it.isOptional && !json.hasNonNull(known.getValue(it)) }
        val own = known.filterKeys { it != beside }.values.toSet()
        val others = json.fieldNames().asSequence().toSet() - own
        if (beside == null && others.isNotEmpty()) throw Unsayable()
        return constructor.callBy(
            given.associateWith {
                // In JSON the choice stands among the facts that it rests on.
                val apart = json.deepCopy<ObjectNode>().apply { remove(own) }
                read(if (it == beside) apart else json[known.getValue(it)], it.type, bound)
            },
        )
    }

    private fun text(json: JsonNode, written: Regex): String =
        json.takeIf { it.isTextual }?.asText()?.takeIf { written.matches(it) } ?: throw Unsayable()

    // java.time also takes times without seconds and in lower case, and more digits of a year.
    private const val DAY = """\d{4}-\d\d-\d\d"""
    private const val TIME = """\d\d:\d\d:\d\d"""
    private val DATE = Regex(DAY)
    private val CLOCK = Regex(TIME)
    private val WALL_CLOCK = Regex("""${DAY}T$TIME(\.\d{1,9})?""")
    private val INSTANT = Regex("""${DAY}T$TIME(\.\d{1,9})?(Z|[+-]\d\d:\d\d)""")
}

private const val CENTS = 2

/** In JSON each time may have an offset of its own; in Kotlin they are put into the zone of "now" first. */
private fun BookingIssueFacts<*>.inOneZone(): BookingIssueFacts<*> {
    val times = listOf(now, requestedAt, plannedEnd).filterIsInstance<ZonedDateTime>()
    if (times.isEmpty()) return this
    val zone = listOf(times.first().zone, ZoneId.of("Europe/Vienna")).find { zone ->
        times.all { zone.rules.getOffset(it.toInstant()) == it.offset }
    } ?: throw Unsayable()
    @Suppress("UNCHECKED_CAST") // All times of one set of facts are of one kind.
    return (this as BookingIssueFacts<ZonedDateTime>).copy(
        now = now.withZoneSameInstant(zone),
        requestedAt = requestedAt.withZoneSameInstant(zone),
        plannedEnd = plannedEnd.withZoneSameInstant(zone),
    )
}

/** The name in the rules of what Kotlin calls [name]: `update_date_1` for `updateDate1`. */
internal fun snake(name: String): String =
    name.replace(Regex("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])"), "_").lowercase()

/** The name of a fact in the rules: an amount is kept in cents there. */
internal fun nameOf(fact: KParameter): String =
    snake(fact.name!!) + if (fact.type.classifier == BigDecimal::class) "_cents" else ""

internal fun idOf(value: Any): String = value.javaClass.getMethod("getId").invoke(value) as String

/** Compares an outcome with its JSON, part by part; neither may have a part that the other lacks. */
internal fun assertSameOutcome(case: String, expected: JsonNode, outcome: Any?) {
    when (outcome) {
        null -> assertEquals(true, expected.isNull, case)
        is Boolean -> assertEquals(expected.booleanValue(), outcome.also { check(expected.isBoolean) { case } }, case)
        is Int, is Long -> assertEquals(expected.bigIntegerValue(), outcome.toString().toBigInteger(), case)
        is String, is LocalDate -> assertEquals(expected.textValue(), outcome.toString(), case)
        is LocalTime -> assertEquals(expected.textValue(), outcome.format(ISO_LOCAL_TIME), case)
        is ZonedDateTime, is LocalDateTime -> assertSameTime(case, expected.textValue(), outcome)
        is Enum<*> -> assertEquals(expected.textValue(), idOf(outcome), case)
        is Collection<*> -> {
            assertEquals(expected.size(), outcome.size, case)
            expected.zip(outcome).forEachIndexed { place, (part, of) -> assertSameOutcome("$case [$place]", part, of) }
        }
        else -> {
            val sealed = outcome.javaClass.enclosingClass?.kotlin?.isSealed == true
            if (sealed) assertEquals(expected["kind"].textValue(), snake(outcome.javaClass.simpleName), case)
            val parts = outcome::class.primaryConstructor?.parameters.orEmpty().associate { fact ->
                snake(fact.name!!) to outcome::class.declaredMemberProperties.single { it.name == fact.name }
            }
            assertEquals(expected.fieldNames().asSequence().toSet() - "kind", parts.keys, case)
            parts.forEach { (name, part) -> assertSameOutcome("$case $name", expected[name], part.getter.call(outcome)) }
        }
    }
}

/** In JSON the end of a civil day carries no offset; here the zone of "now" has given it one. */
private fun assertSameTime(case: String, expected: String, time: Any) {
    val hasOffset = Regex("(Z|[+-]\\d\\d:\\d\\d)$").containsMatchIn(expected)
    when (time) {
        is ZonedDateTime ->
            if (hasOffset) {
                assertEquals(OffsetDateTime.parse(expected).toInstant(), time.toInstant(), case)
            } else {
                assertEquals(LocalDateTime.parse(expected), time.toLocalDateTime(), case)
            }
        else -> assertEquals(LocalDateTime.parse(expected), time, case)
    }
}
