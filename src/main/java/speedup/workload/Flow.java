package speedup.workload;

import java.io.IOException;

/**
 * A chain of processes that hand each other what they have made: another way to run a workload than
 * in chunks. Where a workload has one, it runs on processes only, and the sequential program is the
 * same work in one of them.
 *
 * @param <T> the whole result
 */
public interface Flow<T> {
  /** How many processes a chain has in which so many do the middle part. */
  int processes(int workers);

  /** How many items are handed on at a time. */
  long batchItems();

  /**
   * Makes what a run needs: its place to write, and what its processes share.
   *
   * @param workers processes for the middle part; 0 for all parts in one process, one after the
   *     other
   * @return what is run; whoever asked for it closes it
   * @throws IOException when the place for the output cannot be written
   * @throws FlowException when the output cannot be made; says what to do
   * @throws InterruptedException when the thread was interrupted; nothing is left then
   */
  FlowRun<T> start(int workers) throws IOException, FlowException, InterruptedException;
}
