package speedup.workload;

import java.util.List;
import java.util.OptionalInt;

/**
 * A {@link Flow} at one moment of a run.
 *
 * @param done items that are through
 * @param stages in the order in which items pass them
 * @param stores what lies between a stage and the next one; empty where one process does everything
 * @param parts what each of the parts does just now
 * @param bottleneck the stage that the others wait for, as far as can be told; empty before that
 */
public record FlowLook(
    long done, List<Stage> stages, List<Store> stores, List<Part> parts, OptionalInt bottleneck) {
  /**
   * A stage so far. Shares are of the time of all its processes since the run began.
   *
   * @param name for people
   * @param processes how many do it; 0 where one process does all stages
   * @param busy share in which it worked
   * @param input share in which it waited for something to work on
   * @param room share in which it was held back: there was no room for what it had made
   */
  public record Stage(String name, int processes, double busy, double input, double room) {}

  /**
   * What was handed on and not yet taken.
   *
   * @param name for people
   * @param fill how much is in it
   * @param capacity the most there is room for
   * @param unit of both, for people
   * @param blocked whether the stage before it is held back: it has something and no room for it
   */
  public record Store(String name, double fill, double capacity, String unit, boolean blocked) {}

  /**
   * A part.
   *
   * @param name for people; its number in it where the stage has several
   */
  public record Part(String name, Doing doing) {}

  /** What a part does. */
  public enum Doing {
    /** It works. */
    WORKING,
    /** It waits for something to work on. */
    NO_INPUT,
    /** It is held back: there is no room for what it has made. */
    NO_ROOM,
    /** It has nothing more to do, and waits for the others. */
    DONE
  }

  /** Copies the lists. */
  public FlowLook {
    stages = List.copyOf(stages);
    stores = List.copyOf(stores);
    parts = List.copyOf(parts);
  }
}
