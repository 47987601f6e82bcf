package speedup.ui.run;

import java.util.List;
import java.util.Optional;

/**
 * What a card shows of a worker at one moment.
 *
 * @param worker index, from 0
 * @param pid of its process; 0 before it has one
 * @param chunk what it works on, in words; empty for nothing
 * @param itemsPerSecond finished items, over the last moments
 * @param cpuPercent of one core
 * @param rssBytes memory of the process
 * @param heapBytes of that, objects on the heap
 * @param output what it printed last, oldest line first
 * @param outputLines how many lines it has printed in all
 * @param death how it ended, once it has died
 * @param thread whether it is a thread of a process that it shares
 */
public record WorkerCardState(
    int worker,
    long pid,
    State state,
    String chunk,
    double itemsPerSecond,
    double cpuPercent,
    long rssBytes,
    long heapBytes,
    List<String> output,
    long outputLines,
    Optional<Death> death,
    boolean thread) {
  /** What a worker is up to. */
  public enum State {
    /** The process starts. */
    STARTING,
    /** It waits for work. */
    READY,
    /** It computes. */
    WORKING,
    /** It was asked to end. */
    STOPPING,
    /** It ended without a goodbye. */
    DIED,
    /** It said goodbye. */
    LEFT
  }

  /** What became of the chunk of a worker that died. */
  public enum Lost {
    /** It held none. */
    NOTHING,
    /** Another worker did it. */
    PASSED_ON,
    /** Nobody did it. */
    CHUNK
  }

  /**
   * The end of a worker.
   *
   * @param how exit code or signal, as a sentence
   * @param doing what it was doing, as a sentence; may be empty
   * @param lastWords the last line of its log; may be empty
   */
  public record Death(String how, String doing, String lastWords, Lost lost) {}

  /** Copies the lines. */
  public WorkerCardState {
    output = List.copyOf(output);
  }

  /** Whether there is a process to end. */
  boolean isAlive() {
    return switch (state) {
      case STARTING, READY, WORKING, STOPPING -> pid != 0;
      case DIED, LEFT -> false;
    };
  }
}
