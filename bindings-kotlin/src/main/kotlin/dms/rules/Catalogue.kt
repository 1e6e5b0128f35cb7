package dms.rules

import dms.rules.internal.WireTextAnswer
import dms.rules.internal.describe as describeNative
import dms.rules.internal.evaluate as evaluateNative
import dms.rules.internal.explainFacts as explainNative
import dms.rules.internal.schema as schemaNative

/**
 * Every decision by its id, from JSON to JSON: for hosts that keep facts as JSON, and where the decision is chosen
 * while running.
 *
 * Facts are one object with the names of the rules: readings in whole kilometres (`_km`), money in whole euro cents
 * including VAT (`_cents`), dates `2026-11-21`, times `2026-11-21T10:07:00` or, where the zone matters, with an offset.
 * What is unknown is left out or `null`; an unknown key is refused.
 */
public object Catalogue {
    /** The ids of all decisions, in the order of the rules. */
    public val decisions: List<String> get() = Table.decisions

    /**
     * Decides from a JSON object of facts. The answer is one line of JSON with `decision`, `edition`, `outcome`, `row`,
     * `because` and `advisories`.
     *
     * @throws RulesException [ErrorCode.UNKNOWN_DECISION], [ErrorCode.MALFORMED_JSON], and whatever the decision
     *   refuses.
     */
    public fun evaluate(decision: String, facts: String): String =
        crossing { evaluateNative(decision.wire(), facts.wire()) }.read()

    /**
     * Answers a request, `{"decision":"okr.option","facts":{…},"name"?:"…"}`, with one line of JSON: the decision, or
     * the refusal `{"decision":…,"error":{"code":…,"field":…,"message":…}}`. It throws for no request.
     */
    public fun evaluateJson(request: String): String = requests.answer(request)

    /** [evaluateJson] for each request, a hundred in one crossing of the border. */
    public fun evaluateJsonAll(requests: List<String>): List<String> =
        this.requests.answerAll(requests).map { it.getOrThrow() }

    /**
     * Decides from a JSON object of facts and explains the decision as [Decision.explain] does.
     *
     * @throws RulesException whatever [evaluate] throws for these facts.
     */
    public fun explain(decision: String, facts: String, language: Language): String =
        crossing { explainNative(decision.wire(), facts.wire(), language.wire()) }.read()

    /**
     * What a decision is, as JSON: where it was read, its conditions, rows, advisories and texts.
     *
     * @throws RulesException [ErrorCode.UNKNOWN_DECISION].
     */
    public fun describe(decision: String): String = crossing { describeNative(decision.wire()) }.read()

    /**
     * The JSON Schema (2020-12) of a decision's facts.
     *
     * @throws RulesException [ErrorCode.UNKNOWN_DECISION].
     */
    public fun schema(decision: String): String = crossing { schemaNative(decision.wire()) }.read()

    private val requests = Way<String, String>(0, { write(it) }, { text() })
}

private fun WireTextAnswer.read(): String = when (this) {
    is WireTextAnswer.Given -> text
    is WireTextAnswer.Refused -> refusal.read().getOrThrow()
}
