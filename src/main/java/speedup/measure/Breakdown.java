package speedup.measure;

/**
 * Where the time of all workers of one run went, in seconds. The parts add up to wall time times
 * workers.
 *
 * @param start processes starting
 * @param warmUp from ready to the first chunk of a fresh process
 * @param waiting ready, with nothing to do, while others had work left
 * @param serialise reading arguments and writing results
 * @param compute running tasks
 * @param idleTail finished, while another worker was still busy with the last chunks
 * @param merge all finished, the parent putting the result together
 */
public record Breakdown(
    double start,
    double warmUp,
    double waiting,
    double serialise,
    double compute,
    double idleTail,
    double merge) {
  /** The sum of all parts. */
  public double total() {
    return start + warmUp + waiting + serialise + compute + idleTail + merge;
  }
}
