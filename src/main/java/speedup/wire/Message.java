package speedup.wire;

import java.util.List;

/**
 * What the parent and a worker tell each other. Times are nanoseconds on the sender's own clock.
 */
public sealed interface Message {
  /** Exit code of a worker in which memory ran out where it could not say so in a message. */
  int OUT_OF_MEMORY = 71;

  /** From the parent to a worker. */
  sealed interface ToWorker extends Message {}

  /** From a worker to the parent. */
  sealed interface FromWorker extends Message {}

  /**
   * The first message to a worker.
   *
   * @param name such as {@code "worker 1"}
   * @param heartbeatMillis time between signs of life while it works
   * @param admitted package prefixes of classes that may be rebuilt from the two actions
   * @param initializer an action that is run before any chunk; empty for none
   * @param exitFunction an action that is run before the worker leaves; empty for none
   */
  record Welcome(
      String name,
      int heartbeatMillis,
      List<String> admitted,
      byte[] initializer,
      byte[] exitFunction)
      implements ToWorker {}

  /** Asks for the time. */
  record Ping(long parentNanos) implements ToWorker {}

  /** Asks for a heartbeat at once. */
  record Probe(int number) implements ToWorker {}

  /** A job's function; its chunks follow. */
  record BeginJob(int job, byte[] function, List<String> admitted) implements ToWorker {}

  /**
   * A chunk of a job.
   *
   * @param announce whether the worker is to send {@link Started} before it begins
   */
  record Chunk(int job, int chunk, int items, boolean announce, byte[] argument)
      implements ToWorker {}

  /** Interrupts a chunk if it is the one that runs. */
  record Interrupt(int job, int chunk) implements ToWorker {}

  /** Asks for all chunks that were not begun; answered with {@link Recalled}. */
  record Recall() implements ToWorker {}

  /**
   * The answer to {@link ClassWanted}.
   *
   * @param bytes the class file; empty when the parent has none
   */
  record ClassFile(String name, byte[] bytes) implements ToWorker {}

  /**
   * No more of this job: drop what was not begun, interrupt what runs, forget the function, and
   * answer with {@link JobEnded}.
   */
  record EndJob(int job) implements ToWorker {}

  /** All chunks of this job are done: its function is not needed any more. Not answered. */
  record ForgetJob(int job) implements ToWorker {}

  /** Finish what was begun, say goodbye and end. */
  record Leave() implements ToWorker {}

  /** The first message of a worker. */
  record Hello(long pid, String javaVersion) implements FromWorker {}

  /** The answer to a ping. */
  record Pong(long parentNanos, long workerNanos) implements FromWorker {}

  /** The initializer is done: chunks may come. */
  record Initialized() implements FromWorker {}

  /** A class that is not on the worker's class path; it waits for {@link ClassFile}. */
  record ClassWanted(String name) implements FromWorker {}

  /** Chunks that will not be done here, in the order in which they had come. */
  record Recalled(int[] jobs, int[] chunks) implements FromWorker {}

  /** The JVM shuts down, by a call of {@code System.exit} or a signal that it can handle. */
  record Exiting() implements FromWorker {}

  /** Work on a chunk began; told where it was asked for or when a chunk takes long. */
  record Started(int job, int chunk, long at) implements FromWorker {}

  /**
   * A chunk is done.
   *
   * @param started when work on it began
   * @param deserialiseNanos reading the argument
   * @param computeNanos running the function
   * @param serialiseNanos writing the result
   */
  record Finished(
      int job,
      int chunk,
      long started,
      long deserialiseNanos,
      long computeNanos,
      long serialiseNanos,
      byte[] result)
      implements FromWorker {}

  /** Why a chunk failed while its worker lives on. */
  enum Fault {
    /** The function threw. */
    THREW,
    /** The function or the argument could not be rebuilt in the worker. */
    UNREADABLE,
    /** The result cannot cross back. */
    UNSENDABLE,
    /** The initializer threw; job and chunk are 0. */
    NOT_INITIALIZED
  }

  /**
   * A chunk failed.
   *
   * @param thrown the throwable, serialised; empty when it cannot be
   */
  record Failed(
      int job,
      int chunk,
      long at,
      Fault fault,
      String type,
      String text,
      String stackTrace,
      byte[] thrown)
      implements FromWorker {}

  /** Nothing of this job is left in the worker. */
  record JobEnded(int job) implements FromWorker {}

  /** A running chunk says how far it is. */
  record Progress(int job, int chunk, long at, long done) implements FromWorker {}

  /**
   * A sign of life.
   *
   * @param probe number of the probe that asked for it, 0 for none
   * @param cpuNanos CPU time since the process began, -1 unknown
   * @param residentBytes resident set, -1 unknown
   */
  record Heartbeat(
      int probe, long at, long cpuNanos, long heapUsed, long heapMax, long residentBytes)
      implements FromWorker {}

  /** A line printed by a task. */
  record Line(long at, String text) implements FromWorker {}

  /** The worker ends as it was asked to. */
  record Goodbye() implements FromWorker {}
}
