package speedup.pool;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Futures in the order in which they are done; see {@link Futures#asCompleted}.
 *
 * @param <F> the futures
 */
final class AsCompleted<F extends CompletableFuture<?>> implements Iterator<F> {
  private final BlockingQueue<F> done = new LinkedBlockingQueue<>();
  private final int all;
  private final Duration limit;
  private final long deadline;
  private int left;

  AsCompleted(Set<F> futures, Duration limit) {
    this.all = futures.size();
    this.left = all;
    this.limit = limit;
    this.deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(limit);
    futures.forEach(future -> future.whenComplete((_, _) -> done.add(future)));
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public F next() {
    if (left == 0) {
      throw new NoSuchElementException("all futures were returned");
    }
    try {
      var next = poll();
      if (next == null) {
        throw new PoolException.TimedOut(
            limit, "%d of %d futures were not done".formatted(left, all));
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PoolException.Cancelled("interrupted while waiting for a future");
    }
  }

  /** The next one; null when the time is over. */
  F poll() throws InterruptedException {
    var next = done.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    if (next != null) {
      left--;
    }
    return next;
  }
}
