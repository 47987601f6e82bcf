package speedup.pool;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
  private boolean finished; // nothing more is put
  private boolean pulling = true;
  private Throwable end; // why nothing more will come; null at the end of the input

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
      while (pulling && outstanding >= limit(pace)) {
        room.await();
      }
      return pulling;
    } finally {
      lock.unlock();
    }
  }

  private long limit(Pace pace) {
    if (buffer > 0) {
      return buffer;
    }
    var least = (long) LEAST_PER_WORKER * workers * chunk;
    if (!pace.known()) {
      return least;
    }
    var byTime = workers * BUFFERED_NANOS / Math.max(1, pace.unitNanos());
    return Math.clamp((long) byTime, least, Math.max(least, MOST));
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
      if (finished) {
        return; // nobody waits for them
      }
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

  /**
   * Nothing more is pulled: what was pulled is still done.
   *
   * @param thrown what the input threw; null when it came to its end
   */
  void inputEnded(Throwable thrown) {
    stopPulling(thrown);
  }

  /** The pool takes nothing new: what was pulled is still done, then comes this failure. */
  void closeInput(PoolException why) {
    stopPulling(why);
  }

  private void stopPulling(Throwable why) {
    lock.lock();
    try {
      if (pulling) {
        pulling = false;
        end = why;
        room.signalAll();
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
      if (!finished) {
        finish(why == null ? end : why);
      }
    } finally {
      lock.unlock();
    }
  }

  private void finish(Throwable why) {
    finished = true;
    pulling = false;
    end = why;
    arrived.signalAll();
    room.signalAll();
  }

  /** Nobody will take any more. */
  void abandon() {
    lock.lock();
    try {
      finish(null);
      byItem.clear();
      inTurn.clear();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether another result or failure will come; waits for it.
   *
   * @param nanos waits no longer
   * @throws TimeoutException when it is not known by then
   */
  boolean hasNext(long nanos) throws TimeoutException, InterruptedException {
    lock.lockInterruptibly();
    try {
      await(nanos);
      return here() || end != null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next result.
   *
   * @param nanos waits no longer
   */
  Object next(long nanos) throws TimeoutException, InterruptedException {
    lock.lockInterruptibly();
    try {
      await(nanos);
      return take();
    } finally {
      lock.unlock();
    }
  }

  private void await(long nanos) throws TimeoutException, InterruptedException {
    var left = nanos;
    while (!here() && !finished) {
      if (left <= 0) {
        throw new TimeoutException(
            "no result within %.3f s; %d items are under way".formatted(nanos / 1e9, outstanding));
      }
      left = arrived.awaitNanos(left);
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
    var why = end;
    end = null;
    return switch (why) {
      case null -> new NoSuchElementException("there are no more results");
      case Error error -> throw error;
      case RuntimeException known -> known;
      default -> new IllegalStateException("the input threw " + why, why);
    };
  }

  /** Stands for a result that is null. */
  private enum Nothing {
    HERE
  }
}
