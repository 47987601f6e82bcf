package speedup.pool;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Results of a job without a known end, between the pool's threads, the thread that pulls the
 * input, and the one that takes the results. Thread-safe; its lock guards every field.
 */
final class StreamResults {
  /** Chosen buffers hold this much work for each worker. */
  private static final double BUFFERED_NANOS = 20_000_000;

  private static final int LEAST_PER_WORKER = 4;
  private static final int MOST = 1 << 14;

  private final boolean ordered;
  private final int buffer;
  private final int chunk;
  private final int workers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Map<Integer, Object> byItem = new HashMap<>();
  private final ArrayDeque<Object> inTurn = new ArrayDeque<>();
  private int nextItem;
  private int outstanding; // pulled and not taken
  private boolean finished;
  private boolean inputEnded;
  private boolean abandoned;
  private RuntimeException end; // why nothing more will come
  private Error endError;

  /**
   * Nothing is here yet.
   *
   * @param ordered whether results are taken in the order of the input
   * @param buffer items that may be pulled and not yet taken; 0 to have it chosen
   * @param chunk items that a chunk waits for
   */
  StreamResults(boolean ordered, int buffer, int chunk, int workers) {
    this.ordered = ordered;
    this.buffer = buffer;
    this.chunk = chunk;
    this.workers = workers;
  }

  /** Waits until one more item may be pulled; false when none is wanted any more. */
  boolean awaitRoom(Pace pace) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!abandoned && !finished && outstanding >= limit(pace)) {
        room.await();
      }
      return !abandoned && !finished;
    } finally {
      lock.unlock();
    }
  }

  private int limit(Pace pace) {
    if (buffer > 0) {
      return Math.max(buffer, chunk);
    }
    var least = LEAST_PER_WORKER * workers * chunk;
    if (!pace.known()) {
      return least;
    }
    var byTime = workers * BUFFERED_NANOS / Math.max(1, pace.unitNanos());
    return (int) Math.clamp(byTime, least, Math.max(least, MOST));
  }

  void pulledOne() {
    lock.lock();
    try {
      outstanding++;
    } finally {
      lock.unlock();
    }
  }

  /** Results, or {@link PoolException}s, of items one after the other. */
  void put(int firstItem, List<?> outcomes) {
    lock.lock();
    try {
      for (var outcome : outcomes) {
        var boxed = outcome == null ? Nothing.HERE : outcome;
        if (ordered) {
          byItem.put(firstItem++, boxed);
        } else {
          inTurn.add(boxed);
        }
      }
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more is pulled. */
  void inputEnded() {
    lock.lock();
    try {
      inputEnded = true;
    } finally {
      lock.unlock();
    }
  }

  /** The pool takes nothing new: what was pulled is still done, then comes this failure. */
  void closeInput(PoolException why) {
    lock.lock();
    try {
      if (!inputEnded) {
        abandoned = true;
        end = why;
        room.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The input threw: what was pulled before is still done. */
  void inputFailed(Throwable thrown) {
    lock.lock();
    try {
      if (thrown instanceof Error error) {
        endError = error;
      } else {
        end = (RuntimeException) thrown;
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The job ended.
   *
   * @param why null when it came to its end
   */
  void finished(PoolException why) {
    lock.lock();
    try {
      finished = true;
      if (why != null) {
        end = why;
      }
      arrived.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody will take any more. */
  void abandon() {
    lock.lock();
    try {
      abandoned = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Whether another result or failure will come; waits for it. */
  boolean hasNext() {
    lock.lock();
    try {
      while (!here() && !finished) {
        arrived.awaitUninterruptibly();
      }
      return here() || end != null || endError != null;
    } finally {
      lock.unlock();
    }
  }

  /** The next result. */
  Object next(Duration timeout) throws TimeoutException, InterruptedException {
    var left = TimeUnit.NANOSECONDS.convert(timeout);
    lock.lockInterruptibly();
    try {
      while (!here() && !finished) {
        if (left <= 0) {
          throw new TimeoutException(
              "no result within %s; %d items are under way".formatted(timeout, outstanding));
        }
        left = arrived.awaitNanos(left);
      }
      return take();
    } finally {
      lock.unlock();
    }
  }

  private boolean here() {
    return ordered ? byItem.containsKey(nextItem) : !inTurn.isEmpty();
  }

  private Object take() {
    if (!here()) {
      throw theEnd();
    }
    outstanding--;
    room.signal();
    var outcome = ordered ? byItem.remove(nextItem++) : inTurn.poll();
    if (outcome instanceof PoolException failure) {
      throw failure;
    }
    return outcome == Nothing.HERE ? null : outcome;
  }

  /** Thrown once; after it there is no next element. */
  private RuntimeException theEnd() {
    var error = endError;
    var why = end;
    endError = null;
    end = null;
    if (error != null) {
      throw error;
    }
    return why == null ? new NoSuchElementException("all results were taken") : why;
  }

  /** Stands for a result that is null. */
  private enum Nothing {
    HERE
  }
}
