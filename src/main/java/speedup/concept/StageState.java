package speedup.concept;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is to be seen of a stage at one moment. Immutable.
 *
 * @param concept its id
 * @param variant its id
 * @param pace how the processes may go on
 * @param actors the processes, in their order
 * @param objects what they share
 * @param figures the numbers that the class looks at
 * @param log what happened, oldest first; of very much the last {@link #LOG_LINES}
 * @param droppedLines how many older lines are gone
 * @param outcome how it ended; empty while it goes on
 */
public record StageState(
    String concept,
    String variant,
    Pace pace,
    List<Actor> actors,
    List<SharedThing> objects,
    List<Figure> figures,
    List<LogLine> log,
    long droppedLines,
    Optional<Outcome> outcome) {
  /** So many lines of the log are kept. */
  public static final int LOG_LINES = 2_000;

  /** How the processes may go on. */
  public enum Pace {
    /** At full speed. */
    FREE,
    /** One operation after the other, slowly enough to follow. */
    SLOW,
    /** Each operation waits for the person. */
    HELD
  }

  /** Where a process is. */
  public enum Phase {
    /** Not begun. */
    WAITS_TO_START,
    /** It waits to be let go. */
    HELD,
    /** It does its operation. */
    RUNS,
    /** It is in its operation for so long that it must be waiting there. */
    BLOCKED,
    /** Its script is over. */
    ENDED,
    /** Its script threw. */
    FAILED,
    /** The process was killed, or died. */
    DIED
  }

  /** How a stage ended. */
  public enum Outcome {
    /** All processes came to their end. */
    DONE,
    /** Nobody could go on any more. */
    STUCK,
    /** The time for it was over. */
    OUT_OF_TIME,
    /** What is on the stage could not be looked at: a fault of the stage, told in the log. */
    FAILED
  }

  /**
   * A process.
   *
   * @param name unique in the stage
   * @param pid -1 before it has begun
   * @param parent whether it is the app's own process
   * @param source the class of its script
   * @param line where in the source it is; 0 for nowhere
   * @param object what its operation uses, or empty text
   * @param call its operation, such as {@code acquire()}, or empty text
   * @param rounds rounds of a loop that were too many to tell of
   * @param said the last that it said
   * @param end why it failed or died, or empty text
   */
  public record Actor(
      String name,
      long pid,
      boolean parent,
      Phase phase,
      String source,
      int line,
      String object,
      String call,
      long rounds,
      String said,
      String end) {
    /** Whether nothing more comes from it. */
    public boolean over() {
      return phase == Phase.ENDED || phase == Phase.FAILED || phase == Phase.DIED;
    }

    /** Its operation as it stands in the code, such as {@code lock.acquire()}. */
    public String operation() {
      return call.isEmpty() ? "" : object + "." + call;
    }
  }

  /** What kind of object is drawn. */
  public enum Kind {
    /** One place, held by at most one. */
    LOCK,
    /** Several places. */
    SEMAPHORE,
    /** Up or down. */
    FLAG,
    /** Items on their way, first in, first out. */
    CHANNEL,
    /** Memory, with its values. */
    MEMORY,
    /** A place where all meet. */
    BARRIER,
    /** A place where processes wait to be woken. */
    CONDITION,
    /** A process that keeps objects for others. */
    SERVER,
    /** A file. */
    FILE,
    /** Workers that share tasks. */
    POOL
  }

  /**
   * Something that processes share.
   *
   * @param name as it is called in the code
   * @param value what it is now, in a word or two
   * @param items what is in it, oldest first
   * @param capacity how many places it has; 0 where that means nothing
   * @param holders names of the processes that hold it
   * @param waiting names of the processes that wait for it
   */
  public record SharedThing(
      String name,
      Kind kind,
      String value,
      List<String> items,
      int capacity,
      List<String> holders,
      List<String> waiting) {
    /** Copies the lists. */
    public SharedThing {
      items = List.copyOf(items);
      holders = List.copyOf(holders);
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * A number to look at.
   *
   * @param id the key of its words
   * @param value what it is, as text
   * @param expected what it has to be, as text; empty where nothing is expected
   * @param right whether it is what it has to be; empty where that cannot be told yet
   */
  public record Figure(String id, String value, String expected, Optional<Boolean> right) {}

  /**
   * Something that happened.
   *
   * @param seconds since the stage began
   * @param actor the name of the process; empty for the stage itself
   * @param text what
   */
  public record LogLine(double seconds, String actor, String text) {}

  /** Copies the lists. */
  public StageState {
    actors = List.copyOf(actors);
    objects = List.copyOf(objects);
    figures = List.copyOf(figures);
    log = List.copyOf(log);
  }

  /** The process of this name. */
  public Optional<Actor> actor(String name) {
    return actors.stream().filter(actor -> actor.name().equals(name)).findFirst();
  }

  /** The object of this name. */
  public Optional<SharedThing> object(String name) {
    return objects.stream().filter(object -> object.name().equals(name)).findFirst();
  }

  /** The number of this id. */
  public Optional<Figure> figure(String id) {
    return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
  }
}
