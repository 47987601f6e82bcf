package speedup.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import speedup.wire.Message.Chunk;
import speedup.wire.Message.EndJob;
import speedup.wire.Message.ToWorker;

/** Chunks, and ends of jobs, on their way from the reader thread to the main thread. */
final class Inbox {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<ToWorker> orders = new ArrayDeque<>(); // guarded by lock
  private boolean closed; // guarded by lock

  void addAll(List<? extends ToWorker> more) {
    lock.lock();
    try {
      orders.addAll(more);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** What was not begun of a job is dropped; its end is the next that is handed out. */
  void end(EndJob end) {
    lock.lock();
    try {
      orders.removeIf(order -> order instanceof Chunk chunk && chunk.job() == end.job());
      orders.addFirst(end);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Takes back what was not begun. */
  List<Chunk> recall() {
    lock.lock();
    try {
      var chunks = new ArrayList<Chunk>();
      orders.removeIf(order -> order instanceof Chunk chunk && chunks.add(chunk));
      return chunks;
    } finally {
      lock.unlock();
    }
  }

  /** No more will come: what is here is still handed out. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The next order if one is here. */
  ToWorker poll() {
    lock.lock();
    try {
      return orders.poll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next order; null when closed and empty. */
  ToWorker take() {
    lock.lock();
    try {
      while (orders.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      return orders.poll();
    } finally {
      lock.unlock();
    }
  }
}
