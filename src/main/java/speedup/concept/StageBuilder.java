package speedup.concept;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;
import speedup.concept.StageState.Kind;
import speedup.manager.Manager;
import speedup.pool.ProcessPool;
import speedup.pool.task.TaskAction;

/** What a concept puts on its stage. Used by one thread, before the stage begins. */
public interface StageBuilder {
  /** How many processes of the kind that can be many the person asked for; empty for the usual. */
  OptionalInt actors();

  /** A process of the pool that performs a script. */
  void actor(String name, Script script);

  /** The app's own process as one of the actors: its script runs here, on a thread of its own. */
  void parent(String name, Script script);

  /**
   * A process that a script starts itself, and that performs a script.
   *
   * @return the task for {@link speedup.pool.ChildProcess}
   */
  TaskAction child(String name, Script script);

  /**
   * Something that processes share.
   *
   * @param now what it is at this moment; called some tens of times a second
   */
  void object(String name, Kind kind, Supplier<Look> now);

  /**
   * A number.
   *
   * @param id the key of its words
   * @param expected what it has to be, as text; empty for none
   * @param now what it is at this moment, as text; called some tens of times a second
   */
  void figure(String id, String expected, Supplier<String> now);

  /**
   * As {@link #figure(String, String, Supplier)}, for a number that is right in more than one way.
   *
   * @param right whether a value is what it has to be
   */
  void figure(String id, String expected, Supplier<String> now, Predicate<String> right);

  /**
   * What a process has said so far, oldest first, for numbers that are what it prints. Of very much
   * the first thousand.
   */
  List<String> said(String actor);

  /** Has something closed when the stage is: last in, first out. Returns it. */
  <T extends AutoCloseable> T closing(T open);

  /** A pool for scripts of the parent; closed with the stage. */
  ProcessPool pool(int workers);

  /** A manager that nobody has used; closed with the stage. */
  Manager manager();

  /** For how long an operation may take before all processes in one are stuck; else two seconds. */
  void patience(Duration time);

  /**
   * What an object is at a moment.
   *
   * @param value in a word or two
   * @param items what is in it, oldest first
   * @param capacity how many places it has; 0 where that means nothing
   */
  record Look(String value, List<String> items, int capacity) {
    /** Without items. */
    public static Look of(Object value) {
      return new Look(String.valueOf(value), List.of(), 0);
    }
  }
}
