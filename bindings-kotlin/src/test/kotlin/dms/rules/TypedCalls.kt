package dms.rules

import kotlin.reflect.KType
import kotlin.reflect.typeOf

/** A decision's own call and list call, with the types that they take and give. */
internal class TypedCall(
    val facts: KType,
    val outcome: KType,
    val decide: (Any) -> Decision<Any>,
    val decideAll: (List<Any>) -> List<Answer<Decision<Any>>>,
)

/** What [QuarterHour] takes and gives without a class of its own. */
internal data class At<T>(val at: T)

internal inline fun <reified F : Any, reified O : Any> call(
    noinline decide: (F) -> Decision<O>,
    noinline decideAll: (List<F>) -> List<Answer<Decision<O>>>,
): List<TypedCall> =
    listOf(TypedCall(typeOf<F>(), typeOf<O>(), { decide(it as F) }, { facts -> decideAll(facts.map { it as F }) }))

internal inline fun <reified T : Any> rounded(
    decision: String,
    noinline round: (T) -> T,
    noinline roundAll: (List<T>) -> List<Answer<T>>,
): List<TypedCall> = call<At<T>, _>(
    { dressed(decision, round(it.at)) },
    { facts -> roundAll(facts.map { it.at }).map { answer -> dressed(decision, answer) } },
)

/** A quarter hour is no decision with a table: it is dressed as one here. */
internal fun <T> dressed(decision: String, at: T) = Decision(decision, "2026-11", At(at), null, listOf(), listOf())

internal fun <T> dressed(decision: String, answer: Answer<T>): Answer<Decision<At<T>>> = when (answer) {
    is Answer.Given -> Answer.Given(dressed(decision, answer.value))
    is Answer.Refused -> answer
}
