package speedup.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import speedup.wire.Message.Chunk;
import speedup.wire.Message.EndJob;
import speedup.wire.Message.Interrupt;
import speedup.wire.Message.Started;
import speedup.wire.Message.ToWorker;

/**
 * Orders on their way from the reader thread to the main thread, and the chunk that the main thread
 * is at. One lock for both: a chunk is either here, and can be taken back, or runs, and can be
 * interrupted.
 */
final class Inbox {
  private final Thread main = Thread.currentThread();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<ToWorker> orders = new ArrayDeque<>(); // guarded by lock
  private boolean closed; // guarded by lock
  private Chunk running; // guarded by lock
  private long runningSince; // guarded by lock
  private boolean announced; // guarded by lock

  void addAll(List<? extends ToWorker> more) {
    lock.lock();
    try {
      orders.addAll(more);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What was not begun of a job is dropped, and its chunk is interrupted if it is the one that
   * runs; its end is the next that is handed out.
   */
  void end(EndJob end) {
    lock.lock();
    try {
      orders.removeIf(order -> order instanceof Chunk chunk && chunk.job() == end.job());
      orders.addFirst(end);
      if (running != null && running.job() == end.job()) {
        main.interrupt();
      }
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts a chunk if it is the one that runs. */
  void interrupt(Interrupt late) {
    lock.lock();
    try {
      if (running != null && running.job() == late.job() && running.chunk() == late.chunk()) {
        main.interrupt();
      }
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

  /** The running chunk, once, if it has run for so long and nobody was told of it; else null. */
  Started longChunk(long nanos) {
    lock.lock();
    try {
      if (running == null || announced || System.nanoTime() - runningSince < nanos) {
        return null;
      }
      announced = true;
      return new Started(running.job(), running.chunk(), runningSince);
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

  /**
   * The main thread has ended what it was at; the next order if one is here.
   *
   * @param now the time
   */
  ToWorker next(long now) {
    lock.lock();
    try {
      return handOut(now);
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
      return handOut(System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  private ToWorker handOut(long now) {
    running = null;
    Thread.interrupted(); // an interrupt meant for the last chunk must not reach the next
    var order = orders.poll();
    if (order instanceof Chunk chunk) {
      running = chunk;
      runningSince = now;
      announced = chunk.announce();
    }
    return order;
  }
}
