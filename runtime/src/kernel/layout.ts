/**
 * A system state is a vector of small integers. The first words are the machine's own; every named record then has its words where
 * `Records` put them, zeros until it exists. What a word holds is said here and nowhere else.
 */

/** Value id of the failure that ended the run; 0 while it goes on. */
export const FAILED = 0;
/** Value id of the clock's reading (ns), once somebody has read it; else 0. */
export const NOW = 1;
export const HEADER = 2;

/** A context's words, from its slot. */
export const LOCAL = 0;
export const STATUS = 1;
/** Handle of what it sleeps on, or has asserted a wait on. */
export const EVENT = 2;
/** Value id of the ns left until its wait times out; 0 = never. */
export const DEADLINE = 3;
/** Which call it is in, and how much that call has made: call << 16 | made. */
export const CALL = 4;
/** Value id of the list of what its calls have returned. */
export const RESULTS = 5;
/** Value id of the ns left until the moment that it has computed for a timer; 0 = none. */
export const MOMENT = 6;
export const CONTEXT_WORDS = 7;
/** Only where memory has store buffers: the number of the list of its stores that wait. */
export const BUFFER = 7;

/** The low bits of STATUS. */
export const PHASE = 7;
export const ABSENT = 0;
/** Its pending effect is next. */
export const RUNNING = 1;
export const ASLEEP = 2;
/** Woken from a sleep: the answer is in RESULT, the mutex still to be taken. */
export const WOKEN = 3;
/** No call left, or an interrupt handler that has returned. */
export const DONE = 4;

/** Flags of STATUS. */
export const FRESH = 8; // no step of the present call taken yet: it is between two calls
export const ABORTED = 16; // thread_abort_safely, not yet seen
export const TERMINATED = 32; // thread_terminate, for good
export const ABORTSAFE = 64; // of the present wait
export const INTERRUPTIBLE = 128; // of the present wait
export const QUEUED = 256; // assert_wait done, thread_block not yet

/** Fields of STATUS: a wait result (0..15) and the recursion depth to be taken back; place in the queue under `wakeOrder: 'fifo'`. */
export const RESULT_SHIFT = 9;
export const RESULT_MASK = 15 << RESULT_SHIFT;
export const DEPTH_SHIFT = 13;
export const DEPTH_MASK = 255 << DEPTH_SHIFT;
export const ORDER_SHIFT = 21;
export const ORDER_MASK = 255 << ORDER_SHIFT;

/** The flags above the fields. It has masked its own processor's interrupts. */
export const INTERRUPTS_OFF = 1 << 29;
/** Its call is over but for stores that wait: the return is pending. */
export const RETURNING = 1 << 30;

/** What ends with a wait. */
export const WAIT_BITS = ABORTSAFE | INTERRUPTIBLE | QUEUED | ORDER_MASK;

/** A mutex's or spin lock's word: owner + 1 in the upper bits, depth in the lower eight; 0 free, GONE destroyed. */
export const OWNER_SHIFT = 8;
export const LEVELS = 255;

/** An object's word: its retain count + 1; FREEING while its free() runs; GONE freed. */
export const GONE = -1;
export const FREEING = 1;

/** A line's words. */
export const LINE_FLAGS = 0;
/** Value id of the registered handler. */
export const LINE_HANDLER = 1;
export const LINE_WORDS = 2;
export const REGISTERED = 1;
export const ENABLED = 2;
/** Edge: latched. Level: asserted. */
export const PENDING = 4;

/** A thread call's words. Its state, or GONE. */
export const CALLOUT_STATE = 0;
export const IDLE = 0;
/** Waits for its moment. */
export const DELAYED = 1;
/** Its moment has come: a worker may begin. */
export const READY = 2;
/** Value id of the ns left, while it waits; else 0. */
export const CALLOUT_DEADLINE = 1;
/** Value ids of what to run and what it is given, while it is pending. */
export const CALLOUT_PROCEDURE = 2;
export const CALLOUT_ARGUMENTS = 3;
/** Value id of the ns left until the moment that its owner remembers; 0 = none. */
export const CALLOUT_REMEMBERED = 4;
/** Value id of who holds which generation of a timer; 0 = nobody holds any. */
export const CALLOUT_GENERATIONS = 5;
export const CALLOUT_WORDS = 6;
