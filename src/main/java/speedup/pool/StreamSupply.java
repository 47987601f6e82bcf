package speedup.pool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import speedup.pool.task.ItemFailure;
import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;
import speedup.wire.ValueWriter;

/**
 * Items that are pulled from an iterator as they are needed. One thread pulls ({@link #feed}), the
 * pool cuts chunks of what was pulled, and results go to {@link StreamResults}, which lets the
 * puller go on as results are taken.
 */
final class StreamSupply implements Supply {
  private final StreamResults results;
  private final ChunkSize size;
  private final int workers;
  private final ReentrantLock lock; // the pool's
  private final ArrayDeque<Object> pulled = new ArrayDeque<>(); // guarded by lock
  private int nextItem; // guarded by lock
  private boolean ended; // guarded by lock

  StreamSupply(StreamResults results, ChunkSize size, int workers, ReentrantLock lock) {
    this.results = results;
    this.size = size;
    this.workers = workers;
    this.lock = lock;
  }

  /**
   * Pulls until the input ends, the job ends, or nobody wants more results. On a thread of its own,
   * as the input may block.
   *
   * @param offered told after items were pulled while some worker may have had nothing to do
   */
  void feed(Iterator<?> input, Job job, Runnable offered) {
    Throwable thrown = null;
    try {
      while (results.awaitRoom(job.pace) && input.hasNext() && add(input.next())) {
        offered.run();
      }
    } catch (Throwable e) { // whatever it is, who takes the results is told, if anybody is left
      thrown = e;
    }
    results.inputEnded(thrown);
    end();
  }

  /** False when nobody waits for it: the input was closed while it was being pulled. */
  private boolean add(Object item) {
    lock.lock();
    try {
      if (ended) {
        return false;
      }
      results.pulledOne();
      pulled.add(new Pulled(item));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended = true;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more is taken from the input, even if it is blocked at this moment. */
  void closeInput(PoolException why) {
    results.closeInput(why);
    end();
  }

  /** A deque takes no null; an input may hold some. */
  private record Pulled(Object item) {}

  @Override
  public Ticket cut(Job job, int number) {
    if (pulled.isEmpty()) {
      return null;
    }
    var count = Math.min(pulled.size(), size.next(job.pace, pulled.size(), workers));
    if (size instanceof ChunkSize.Fixed(var wanted) && pulled.size() < wanted && !ended) {
      return null; // the chunk fills up first
    }
    var items = new ArrayList<Object>(count);
    for (var i = 0; i < count; i++) {
      items.add(((Pulled) pulled.poll()).item());
    }
    var ticket = new Ticket(job, number, nextItem, count, items);
    nextItem += count;
    return ticket;
  }

  @Override
  public int left(Job job) {
    if (pulled.isEmpty()) {
      return 0;
    }
    if (size instanceof ChunkSize.Fixed(var wanted)) {
      return ended ? (pulled.size() + wanted - 1) / wanted : pulled.size() / wanted;
    }
    return Math.max(1, pulled.size() / size.next(job.pace, pulled.size(), workers));
  }

  @Override
  public boolean drained(Job job) {
    return ended && pulled.isEmpty();
  }

  @Override
  public byte[] argument(Ticket ticket, OutBuffer scratch) throws NotSendableException {
    return ValueWriter.toBytes(ticket.load, scratch, ticket.job.terms.filter());
  }

  @Override
  public void accept(int worker, long pid, Ticket ticket, Object result) {
    var chunk = new ArrayList<Object>((List<?>) result);
    for (var i = 0; i < ticket.units; i++) {
      if (chunk.get(i) instanceof ItemFailure failure) {
        chunk.set(i, Failures.threw(ticket.job, failure, worker, pid, inWords(ticket, i)));
      }
    }
    results.put(ticket.first, chunk);
  }

  @Override
  public boolean failed(Ticket ticket, PoolException why) {
    results.put(ticket.first, Collections.nCopies(ticket.units, why));
    return true;
  }

  @Override
  public List<Ticket> split(Ticket ticket, int number) {
    var parts = new ArrayList<Ticket>(ticket.units);
    for (var i = 0; i < ticket.units; i++) {
      parts.add(
          new Ticket(
              ticket.job,
              number + i,
              ticket.first + i,
              1,
              new ArrayList<>(((List<?>) ticket.load).subList(i, i + 1))));
    }
    return parts;
  }

  @Override
  public String argumentInWords(Ticket ticket) {
    return ticket.units == 1
        ? inWords(ticket, 0)
        : "items %d to %d".formatted(ticket.first, ticket.first + ticket.units - 1);
  }

  private static String inWords(Ticket ticket, int item) {
    return Summaries.of(((List<?>) ticket.load).get(item));
  }
}
