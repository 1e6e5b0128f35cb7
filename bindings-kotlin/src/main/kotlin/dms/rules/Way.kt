package dms.rules

import dms.rules.internal.Direct
import dms.rules.internal.WireGrounds
import java.nio.BufferOverflowException

/**
 * The way across for one decision, by its number: [write] writes facts, [read] reads the answer to them.
 */
internal class Way<F, A>(
    private val number: Int,
    private val write: Bytes.(F) -> Unit,
    private val read: Bytes.(F) -> A,
) {
    /** The answer to one set of facts. */
    fun answer(facts: F): A {
        val answers = cross { framed { write(facts) } }
        return if (answers.boolean()) answers.refusal().getOrThrow() else answers.read(facts)
    }

    /** The answer to each, in one crossing of the border for a hundred. */
    fun answerAll(facts: List<F>): List<Answer<A>> {
        val given = ArrayList<Answer<A>>(facts.size)
        for (some in facts.chunked(AT_ONCE)) {
            val answers = cross { for (each in some) framed { write(each) } }
            some.mapTo(given) { each -> if (answers.boolean()) answers.refusal() else Answer.Given(answers.read(each)) }
        }
        return given
    }

    private inline fun cross(write: Bytes.() -> Unit): Bytes {
        var room = Direct.room()
        while (true) {
            try {
                room.buffer.clear()
                room.write()
                break
            } catch (_: BufferOverflowException) {
                room = Direct.larger(room)
            }
        }
        val answers = Direct.decide(number, room)
        check(!answers.boolean()) {
            "a fault of dms-rules, not of the facts; nothing was decided, please report it: ${answers.text()}"
        }
        return answers
    }

    private companion object {
        /** So many fit into a room, most of the time. */
        const val AT_ONCE = 100
    }
}

/** The way across for a decision with a table; [read] reads its outcome. */
internal fun <F, O> rule(
    decision: String,
    number: Int,
    write: Bytes.(F) -> Unit,
    read: Bytes.(F) -> O,
): Way<F, Decision<O>> {
    val table by lazy { Table.of(decision) }
    return Way(number, write) { facts -> table.decision(read(facts), grounds()) }
}

private fun Bytes.grounds(): WireGrounds {
    val row = int()
    return WireGrounds(row = row.takeIf { it >= 0 }, because = int(), advisories = int(), holds = int())
}

private fun Bytes.refusal(): Answer.Refused {
    val (code, field, message) = fault()
    return Answer.Refused(code, field, message, faults = list { fault() }, advisories = list { advisory() })
}

private fun Bytes.fault() = Fault(code = one(ErrorCode.entries), field = optional { text() }, message = text())

private fun Bytes.advisory() = Advisory(id = text(), texts = Language.entries.associateWith { text() })
