package speedup.workload;

import java.util.ArrayList;
import java.util.List;

/** How full a queue was in the course of a run: few samples, evenly spread. For one thread. */
final class QueueDepths {
  private static final int MOST = 80;

  private final List<Sample> samples = new ArrayList<>();
  private int every = 1;
  private int seen;

  /**
   * One look.
   *
   * @param nanos since the beginning
   * @param depth batches in the queue
   */
  record Sample(long nanos, int depth) {}

  void add(long nanos, int depth) {
    if (seen++ % every != 0) {
      return;
    }
    samples.add(new Sample(nanos, depth));
    if (samples.size() == MOST) {
      for (var i = MOST - 1; i > 0; i -= 2) {
        samples.remove(i);
      }
      every *= 2;
    }
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }
}
