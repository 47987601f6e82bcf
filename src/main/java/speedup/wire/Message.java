package speedup.wire;

import java.util.List;

/**
 * What the parent and a worker tell each other. Times are nanoseconds on the sender's own clock.
 */
public sealed interface Message {
  /** Which message it is; a switch over it starts faster than one over the classes. */
  Kind kind();

  /** The messages and their codes on the wire. A code is never given to another message. */
  enum Kind {
    /** To the worker: below 32. */
    WELCOME(1),
    PING(2),
    PROBE(3),
    BEGIN_JOB(4),
    CHUNK(5),
    END_JOB(6),
    LEAVE(7),
    FORGET_JOB(8),
    INTERRUPT(9),
    RECALL(10),
    CLASS_FILE(11),
    /** From the worker. */
    HELLO(33),
    PONG(34),
    STARTED(35),
    FINISHED(36),
    FAILED(37),
    PROGRESS(38),
    HEARTBEAT(39),
    LINE(40),
    GOODBYE(41),
    JOB_ENDED(42),
    INITIALIZED(43),
    CLASS_WANTED(44),
    RECALLED(45),
    EXITING(46),
    TOLD(47);

    final int code;

    Kind(int code) {
      this.code = code;
    }
  }

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
      implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.WELCOME;
    }
  }

  /** Asks for the time. */
  record Ping(long parentNanos) implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.PING;
    }
  }

  /** Asks for a heartbeat at once. */
  record Probe(int number) implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.PROBE;
    }
  }

  /** A job's function; its chunks follow. */
  record BeginJob(int job, byte[] function, List<String> admitted) implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.BEGIN_JOB;
    }
  }

  /**
   * A chunk of a job.
   *
   * @param announce whether the worker is to send {@link Started} before it begins
   */
  record Chunk(int job, int chunk, int items, boolean announce, byte[] argument)
      implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.CHUNK;
    }
  }

  /** Interrupts a chunk if it is the one that runs. */
  record Interrupt(int job, int chunk) implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.INTERRUPT;
    }
  }

  /** Asks for all chunks that were not begun; answered with {@link Recalled}. */
  record Recall() implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.RECALL;
    }
  }

  /**
   * The answer to {@link ClassWanted}.
   *
   * @param bytes the class file; empty when the parent has none
   */
  record ClassFile(String name, byte[] bytes) implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.CLASS_FILE;
    }
  }

  /**
   * No more of this job: drop what was not begun, interrupt what runs, forget the function, and
   * answer with {@link JobEnded}.
   */
  record EndJob(int job) implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.END_JOB;
    }
  }

  /** All chunks of this job are done: its function is not needed any more. Not answered. */
  record ForgetJob(int job) implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.FORGET_JOB;
    }
  }

  /** Finish what was begun, say goodbye and end. */
  record Leave() implements ToWorker {
    @Override
    public Kind kind() {
      return Kind.LEAVE;
    }
  }

  /** The first message of a worker. */
  record Hello(String javaVersion) implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.HELLO;
    }
  }

  /** The answer to a ping. */
  record Pong(long parentNanos, long workerNanos) implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.PONG;
    }
  }

  /** The initializer is done: chunks may come. */
  record Initialized() implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.INITIALIZED;
    }
  }

  /** A class that is not on the worker's class path; it waits for {@link ClassFile}. */
  record ClassWanted(String name) implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.CLASS_WANTED;
    }
  }

  /** Chunks that will not be done here, in the order in which they had come. */
  record Recalled(int[] jobs, int[] chunks) implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.RECALLED;
    }
  }

  /** The JVM shuts down, by a call of {@code System.exit} or a signal that it can handle. */
  record Exiting() implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.EXITING;
    }
  }

  /** Work on a chunk began; told where it was asked for or when a chunk takes long. */
  record Started(int job, int chunk, long at) implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.STARTED;
    }
  }

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
      implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.FINISHED;
    }
  }

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
      implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.FAILED;
    }
  }

  /** Nothing of this job is left in the worker. */
  record JobEnded(int job) implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.JOB_ENDED;
    }
  }

  /** A running chunk says how far it is. */
  record Progress(int job, int chunk, long at, long done) implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.PROGRESS;
    }
  }

  /**
   * A running chunk tells whoever submitted it something of its own.
   *
   * @param numbers their meaning is between the task and the submitter
   */
  record Told(int job, int chunk, long at, long[] numbers) implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.TOLD;
    }
  }

  /**
   * A sign of life.
   *
   * @param probe number of the probe that asked for it, 0 for none
   * @param cpuNanos CPU time since the process began, -1 unknown
   * @param residentBytes resident set, -1 unknown
   */
  record Heartbeat(
      int probe, long at, long cpuNanos, long heapUsed, long heapMax, long residentBytes)
      implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.HEARTBEAT;
    }
  }

  /** A line printed by a task. */
  record Line(long at, String text) implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.LINE;
    }
  }

  /** The worker ends as it was asked to. */
  record Goodbye() implements FromWorker {
    @Override
    public Kind kind() {
      return Kind.GOODBYE;
    }
  }
}
