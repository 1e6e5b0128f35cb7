package dms.rules.internal

import com.sun.jna.Native
import dms.rules.Bytes

/**
 * The rooms in which facts and answers cross, and the calls, which JNA finds by their names. `call.rs` is their native
 * half.
 */
internal object Direct {
    private const val CAPACITY = 1 shl 16

    private val rooms = object : ThreadLocal<Bytes>() {
        override fun initialValue() = Bytes(CAPACITY)
    }

    init {
        val named = System.getProperty("uniffi.component.dms_rules.libraryOverride")
        Native.register(Direct::class.java, named ?: "dms_rules_kotlin")
        check(dms_rules_kotlin_shapes() == SHAPES) { "the classes and the native library are not of one build" }
    }

    /** The room of this thread. */
    fun room(): Bytes = rooms.get()!!

    /** A room for facts that do not fit into this one. It is not kept. */
    fun larger(room: Bytes): Bytes {
        val capacity = room.buffer.capacity()
        return Bytes(if (capacity > Int.MAX_VALUE / 2) Int.MAX_VALUE else 2 * capacity)
    }

    /** Decides from the facts in the room. The answers are in the one that is given back, ready to be read. */
    fun decide(way: Int, facts: Bytes): Bytes {
        val capacity = facts.buffer.capacity()
        val length = dms_rules_kotlin_decide(way, facts.address, facts.buffer.position(), capacity)
        val answers = if (length <= capacity) facts else Bytes(length)
        if (answers !== facts) dms_rules_kotlin_answers(answers.address, length)
        answers.buffer.clear()
        answers.buffer.limit(length)
        return answers
    }

    @Suppress("FunctionName")
    private external fun dms_rules_kotlin_decide(way: Int, room: Long, length: Int, capacity: Int): Int

    @Suppress("FunctionName")
    private external fun dms_rules_kotlin_answers(room: Long, capacity: Int): Int

    @Suppress("FunctionName")
    private external fun dms_rules_kotlin_shapes(): Long
}
