package speedup.pool;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waiting for several futures. A future that is given twice counts once; one that was cancelled is
 * done. Safe for use by several threads.
 */
public final class Futures {
  private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

  private Futures() {}

  /** When a wait is over, if not by its time. */
  public enum ReturnWhen {
    /** When any is done. */
    FIRST_COMPLETED,
    /** When any has failed, or all are done. One that was cancelled has not failed. */
    FIRST_EXCEPTION,
    /** When all are done. */
    ALL_COMPLETED
  }

  /**
   * What a wait came to; both in the order in which they were given.
   *
   * @param done those that were done when it was over, failed and cancelled ones among them
   * @param notDone the others
   * @param <F> the futures
   */
  public record Waited<F>(Set<F> done, Set<F> notDone) {
    /** Nobody changes them. */
    public Waited {
      done = Collections.unmodifiableSet(done);
      notDone = Collections.unmodifiableSet(notDone);
    }
  }

  /** Waits until all are done. */
  public static <F extends CompletableFuture<?>> Waited<F> wait(Collection<F> futures)
      throws InterruptedException {
    return wait(futures, FOR_EVER, ReturnWhen.ALL_COMPLETED);
  }

  /**
   * Waits, at most for a time. The futures go on; no failure is thrown.
   *
   * @param timeout zero or less to look without waiting
   */
  public static <F extends CompletableFuture<?>> Waited<F> wait(
      Collection<F> futures, Duration timeout, ReturnWhen when) throws InterruptedException {
    var all = new LinkedHashSet<>(futures);
    var over = new CountDownLatch(1);
    var left = new AtomicInteger(all.size());
    if (all.isEmpty()) {
      over.countDown();
    }
    for (var future : all) {
      future.whenComplete((_, _) -> {
        if (left.decrementAndGet() == 0 || suffices(future, when)) {
          over.countDown();
        }
      });
    }
    over.await(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS); // what is done tells
    var done = new LinkedHashSet<F>();
    var notDone = new LinkedHashSet<F>();
    for (var future : all) {
      (future.isDone() ? done : notDone).add(future);
    }
    return new Waited<>(done, notDone);
  }

  private static boolean suffices(CompletableFuture<?> done, ReturnWhen when) {
    return switch (when) {
      case FIRST_COMPLETED -> true;
      case FIRST_EXCEPTION -> done.isCompletedExceptionally() && !done.isCancelled();
      case ALL_COMPLETED -> false;
    };
  }

  /** As {@link #asCompleted(Collection, Duration)}, for as long as it takes. */
  public static <F extends CompletableFuture<?>> Iterator<F> asCompleted(Collection<F> futures) {
    return asCompleted(futures, FOR_EVER);
  }

  /**
   * The futures in the order in which they are done: first those that are done already. The
   * iterator's {@code next} waits for one; it throws {@link PoolException.TimedOut} when the time
   * is over, and {@link PoolException.Cancelled} when its thread is interrupted. The futures go on.
   * It is used by one thread.
   *
   * @param timeout for all of them together, from now on
   */
  public static <F extends CompletableFuture<?>> Iterator<F> asCompleted(
      Collection<F> futures, Duration timeout) {
    return new AsCompleted<>(new LinkedHashSet<>(futures), timeout);
  }
}
