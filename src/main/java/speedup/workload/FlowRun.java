package speedup.workload;

import java.io.IOException;
import java.util.List;

/**
 * One run of a {@link Flow}. Every part has a process of its own, all at the same time; one whose
 * process dies is run again in another. For one thread.
 *
 * @param <T> the whole result
 */
public interface FlowRun<T> extends AutoCloseable {
  /** The parts; each crosses to its process. */
  List<? extends FlowPart> parts();

  /** How it goes. Asked again and again while the parts run. */
  FlowLook look();

  /**
   * After all parts have ended: checks what was made and puts it in its place.
   *
   * @param nanos what the parts took together
   * @throws IOException when it cannot be put in its place
   * @throws FlowException when something is missing in it
   */
  T result(long nanos) throws IOException, FlowException;

  /** Gives back what the processes shared, and deletes what was not put in its place. */
  @Override
  void close();
}
