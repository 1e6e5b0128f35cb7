package dms.rules.internal

import com.sun.jna.Native
import com.sun.jna.Pointer
import java.nio.BufferOverflowException
import java.nio.ByteBuffer

/**
 * The short way across for a function of the bridge: facts and answers are the bytes that the bridge writes, but lie in a
 * room that this thread keeps, so that one call of plain numbers suffices (`direct.rs` says why). What does not fit goes the
 * long way.
 */
internal class Way<F, A>(
    private val number: Int,
    private val write: (List<F>, ByteBuffer) -> Unit,
    private val read: (ByteBuffer) -> List<A>,
) {
    constructor(number: Int, facts: FfiConverter<List<F>, *>, answers: FfiConverter<List<A>, *>) :
        this(number, facts::write, answers::read)

    /** The answers to the facts; [before] writes what stands before them. */
    fun cross(facts: List<F>, longWay: (List<F>) -> List<A>, before: (ByteBuffer) -> Unit = {}): List<A> =
        if (facts.size <= AT_ONCE) {
            once(facts, longWay, before)
        } else {
            facts.chunked(AT_ONCE).flatMap { once(it, longWay, before) }
        }

    private fun once(facts: List<F>, longWay: (List<F>) -> List<A>, before: (ByteBuffer) -> Unit): List<A> {
        val room = Direct.room()
        val bytes = room.bytes
        bytes.clear()
        try {
            before(bytes)
            write(facts, bytes)
        } catch (_: BufferOverflowException) {
            return longWay(facts)
        }
        val length = Direct.dms_rules_kotlin_direct(number, room.address, bytes.position(), bytes.capacity())
        if (length == LONG_WAY) return longWay(facts)
        bytes.clear()
        if (length <= PANICKED) {
            val said = ByteArray(PANICKED - length)
            bytes.get(said)
            throw InternalException(said.decodeToString())
        }
        bytes.limit(length)
        return read(bytes)
    }

    private companion object {
        /** So many fit, most of the time. */
        const val AT_ONCE = 100

        // What comes back in place of a length, as in `direct.rs`.
        const val LONG_WAY = -1
        const val PANICKED = -2
    }
}

/** The rooms, and the call; JNA finds it by its name. */
internal object Direct {
    private const val CAPACITY = 1 shl 16

    class Room {
        val bytes: ByteBuffer = ByteBuffer.allocateDirect(CAPACITY)
        val address: Long = Pointer.nativeValue(Native.getDirectBufferPointer(bytes))
    }

    private val rooms = object : ThreadLocal<Room>() {
        override fun initialValue() = Room()
    }

    init {
        val named = System.getProperty("uniffi.component.dms_rules.libraryOverride")
        Native.register(Direct::class.java, named ?: "dms_rules_kotlin")
    }

    fun room(): Room = rooms.get()!!

    @Suppress("FunctionName")
    external fun dms_rules_kotlin_direct(number: Int, room: Long, length: Int, capacity: Int): Int
}

// The functions of the bridge, the short way. The numbers are those of `direct.rs`.

/** Facts are well-formed text: that is made sure where they are written. */
private val decide = Way<String, WireAnswer>(
    0,
    write = { facts, bytes ->
        bytes.putInt(facts.size)
        for (text in facts) text.toByteArray().let { bytes.putInt(it.size).put(it) }
    },
    read = FfiConverterSequenceTypeWireAnswer::read,
)

internal fun decideAllDirectly(decision: String, facts: List<String>): List<WireAnswer> =
    decide.cross(facts, { decideAll(decision, it) }) { FfiConverterString.write(decision, it) }

private val option =
    Way(1, FfiConverterSequenceTypeWireOkrOptionFacts, FfiConverterSequenceTypeWireOkrOptionAnswer)

internal fun okrOptionDirectly(facts: List<WireOkrOptionFacts>): List<WireOkrOptionAnswer> =
    option.cross(facts, ::okrOption)

private val choice =
    Way(2, FfiConverterSequenceTypeWireOkrChoiceFacts, FfiConverterSequenceTypeWireOkrChoiceAnswer)

internal fun okrChoiceDirectly(facts: List<WireOkrChoiceFacts>): List<WireOkrChoiceAnswer> =
    choice.cross(facts, ::okrChoice)

private val mutation =
    Way(3, FfiConverterSequenceTypeWireOkrMutationFacts, FfiConverterSequenceTypeWireOkrMutationAnswer)

internal fun okrMutationDirectly(facts: List<WireOkrMutationFacts>): List<WireOkrMutationAnswer> =
    mutation.cross(facts, ::okrMutation)

private val enrolment =
    Way(4, FfiConverterSequenceTypeWireCarPassEnrolmentFacts, FfiConverterSequenceTypeWireCarPassEnrolmentAnswer)

internal fun carPassEnrolmentDirectly(facts: List<WireCarPassEnrolmentFacts>): List<WireCarPassEnrolmentAnswer> =
    enrolment.cross(facts, ::carPassEnrolment)

private val visible =
    Way(5, FfiConverterSequenceTypeWireCarPassVisibleFacts, FfiConverterSequenceTypeWireCarPassVisibleAnswer)

internal fun carPassVisibleDirectly(facts: List<WireCarPassVisibleFacts>): List<WireCarPassVisibleAnswer> =
    visible.cross(facts, ::carPassVisible)

private val readiness =
    Way(6, FfiConverterSequenceTypeWireCarPassReadinessFacts, FfiConverterSequenceTypeWireCarPassReadinessAnswer)

internal fun carPassReadinessDirectly(facts: List<WireCarPassReadinessFacts>): List<WireCarPassReadinessAnswer> =
    readiness.cross(facts, ::carPassReadiness)

private val issue =
    Way(7, FfiConverterSequenceTypeWireBookingIssueFacts, FfiConverterSequenceTypeWireBookingIssueAnswer)

internal fun bookingIssueDirectly(facts: List<WireBookingIssueFacts>): List<WireBookingIssueAnswer> =
    issue.cross(facts, ::bookingIssue)

private val issueLimit =
    Way(8, FfiConverterSequenceTypeWireBookingIssueLimitFacts, FfiConverterSequenceTypeWireBookingIssueLimitAnswer)

internal fun bookingIssueLimitDirectly(facts: List<WireBookingIssueLimitFacts>): List<WireBookingIssueLimitAnswer> =
    issueLimit.cross(facts, ::bookingIssueLimit)

private val quarters = Way(9, FfiConverterSequenceTypeWireTime, FfiConverterSequenceTypeWireQuarterHourAnswer)

internal fun quarterHourDirectly(quarter: WireQuarter, times: List<WireTime>): List<WireQuarterHourAnswer> =
    quarters.cross(times, { quarterHour(quarter, it) }) { FfiConverterTypeWireQuarter.write(quarter, it) }

private val check = Way(10, FfiConverterSequenceTypeWireText, FfiConverterSequenceTypeWireVinCheckAnswer)

internal fun vinCheckDirectly(vins: List<WireText>): List<WireVinCheckAnswer> = check.cross(vins, ::vinCheck)

private val evaluation = Way(11, FfiConverterSequenceTypeWireText, FfiConverterSequenceString)

internal fun evaluateJsonDirectly(requests: List<WireText>): List<String> = evaluation.cross(requests, ::evaluateJson)
