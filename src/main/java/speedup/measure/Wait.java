package speedup.measure;

/**
 * A time in which a worker had nothing to do, and what ended it. Times are nanoseconds since the
 * run started.
 *
 * @param from its beginning
 * @param to its end, after the beginning
 * @param cause what ended it
 * @param releasedAt when that happened
 * @param lane where it happened: the index of a lane, or {@link #PARENT}
 * @param chunk the index of the chunk in that lane whose end it was; -1 where it was none
 */
public record Wait(long from, long to, Cause cause, long releasedAt, int lane, int chunk) {
  /** The lane of the process that hands out the chunks. */
  public static final int PARENT = -1;

  /** What ends a wait. */
  public enum Cause {
    /** The process was ready for the first time. */
    STARTED,
    /** Another process took the place of one that was gone. */
    RESTARTED,
    /** The last chunk under way was done: the work goes on in stages. */
    STAGE,
    /** The worker before it in a chain had finished the same chunk. */
    HANDED_ON,
    /** The parent handed over a chunk. */
    HANDED_OUT,
    /** The last chunk of the run was done: nothing was left for this worker. */
    LAST_CHUNK
  }

  /** How long it took, in nanoseconds. */
  public long nanos() {
    return to - from;
  }
}
