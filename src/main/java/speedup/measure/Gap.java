package speedup.measure;

/** Why a worker has no chunk; the parts of a {@link Breakdown} that lie between chunks. */
public enum Gap {
  /** There is no process yet. */
  START,
  /** The process is fresh and has had no chunk. */
  WARM_UP,
  /** Others have work. */
  WAITING,
  /** No chunk is left for it, and others are at the last ones. */
  IDLE_TAIL,
  /** All chunks are done, and the result is put together. */
  MERGE
}
