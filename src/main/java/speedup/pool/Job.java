package speedup.pool;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import speedup.wire.ClassFilter;

/** The books of one job: which chunks are left, out, and done. Guarded by the pool's lock. */
final class Job {
  final int id;
  final JobSpec<Object, Object> spec;
  final byte[] function;
  final List<String> admitted;
  final ClassFilter filter;
  final CompletableFuture<Void> done = new CompletableFuture<>();

  private final ArrayDeque<Integer> returned = new ArrayDeque<>();
  private final Map<Integer, Integer> deaths = new HashMap<>();
  private int next;
  private int finished;
  private volatile boolean ended; // written under the lock

  Job(int id, JobSpec<Object, Object> spec, byte[] function, List<String> admitted) {
    this.id = id;
    this.spec = spec;
    this.function = function;
    this.admitted = admitted;
    this.filter = new ClassFilter(Set.copyOf(admitted));
  }

  /** Chunks that no worker holds. */
  int left() {
    return ended ? 0 : returned.size() + spec.chunks() - next;
  }

  /** Hands out a chunk; there must be one left. */
  int take() {
    return returned.isEmpty() ? next++ : returned.poll();
  }

  /** A chunk comes back undone. */
  void giveBack(int chunk) {
    returned.addFirst(chunk);
  }

  /** Counts a death on a chunk; whether the chunk may be tried again. */
  boolean mayRetry(int chunk) {
    return deaths.merge(chunk, 1, Integer::sum) <= spec.retries();
  }

  int attempts(int chunk) {
    return deaths.getOrDefault(chunk, 0);
  }

  /** Counts a finished chunk; whether that was the last. */
  boolean finishOne() {
    return ++finished == spec.chunks() && end();
  }

  /** Ends the job; false when it had ended before. */
  boolean end() {
    var first = !ended;
    ended = true;
    return first;
  }

  boolean ended() {
    return ended;
  }
}
