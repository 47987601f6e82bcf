package speedup.measure;

/** What an experiment is busy with. */
public enum Phase {
  /** Finding the input size that makes a run long enough to be measured. */
  SIZE,
  /** Making or reading the input. */
  PREPARE,
  /** Starting worker processes. */
  START,
  /** Running unmeasured until the compiled code is hot. */
  WARM_UP,
  /** The timed runs. */
  MEASURE
}
