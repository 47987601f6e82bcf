package speedup.measure;

import java.util.List;
import java.util.OptionalInt;

/**
 * Something that happened in a pool, to one of its worker processes. All times are nanoseconds on
 * the parent's {@link System#nanoTime()} clock: what a worker timed was moved there by the offset
 * of its handshake.
 */
public sealed interface PoolEvent {
  /** The worker's place in its pool, from 0. A replacement takes the place of the one that died. */
  int worker();

  /** When it happened. */
  long at();

  /** The process is being started. */
  record Starting(int worker, long at) implements PoolEvent {}

  /** The process has said hello, its clock is known, and it takes work. */
  record Ready(int worker, long at, long pid, long clockOffset) implements PoolEvent {}

  /** Work on a chunk began. */
  record ChunkStarted(int worker, long at, int job, int chunk, int items) implements PoolEvent {}

  /**
   * A chunk's result has arrived.
   *
   * @param at when the worker had finished it
   * @param started when the worker began to read it
   * @param deserialiseNanos reading the argument
   * @param computeNanos running the task
   * @param serialiseNanos writing the result
   */
  record ChunkFinished(
      int worker,
      long at,
      int job,
      int chunk,
      int items,
      long started,
      long deserialiseNanos,
      long computeNanos,
      long serialiseNanos,
      int bytesIn,
      int bytesOut)
      implements PoolEvent {}

  /** A chunk ended in an error of the task; the worker lives on. */
  record ChunkFailed(int worker, long at, int job, int chunk, String reason) implements PoolEvent {}

  /** A long task says how far it is, in its own units. */
  record Progress(int worker, long at, int job, int chunk, long done) implements PoolEvent {}

  /**
   * A running task tells whoever submitted it something of its own.
   *
   * @param numbers their meaning is between the task and the submitter
   */
  record Told(int worker, long at, int job, int chunk, long[] numbers) implements PoolEvent {}

  /**
   * A task was held back: it had something to hand on to another one, and no room for it.
   *
   * @param at when it could go on
   * @param started when it began to wait
   */
  record Blocked(int worker, long at, long started) implements PoolEvent {}

  /**
   * A sign of life, several times a second.
   *
   * @param cpuNanos CPU time used since the process began; -1 where the system does not tell
   * @param heapUsed bytes
   * @param heapMax bytes
   * @param residentBytes resident set; -1 where the system does not tell
   */
  record Heartbeat(
      int worker, long at, long cpuNanos, long heapUsed, long heapMax, long residentBytes)
      implements PoolEvent {}

  /** A line that the task printed, or that the process wrote to its standard error. */
  record Output(int worker, long at, boolean error, String line) implements PoolEvent {}

  /** The process said goodbye and ended, as asked. */
  record Left(int worker, long at, long pid) implements PoolEvent {}

  /**
   * The process ended without a goodbye, or was killed because it was silent or did not stop.
   *
   * @param why in words, for people
   * @param chunk the chunk it was working on
   * @param retried whether that chunk was given to another worker
   * @param lastWords its last output lines
   */
  record Died(
      int worker,
      long at,
      long pid,
      Exit exit,
      String why,
      OptionalInt chunk,
      boolean retried,
      List<String> lastWords)
      implements PoolEvent {}

  /** No process can be had for this place of the pool, and no more are started for it. */
  record GaveUp(int worker, long at, String reason) implements PoolEvent {}
}
