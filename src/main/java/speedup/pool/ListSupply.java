package speedup.pool;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import speedup.pool.task.ItemFailure;
import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;
import speedup.wire.ValueWriter;

/** The items of a list, and a place for the result of each. */
final class ListSupply implements Supply {
  private final Object[] items;
  private final Object[] results;
  private final ChunkSize size;
  private final int workers;
  private final boolean single;
  private int nextItem; // guarded by the pool's lock
  private final TreeMap<Integer, PoolException> failures = new TreeMap<>(); // guarded by itself

  /**
   * Nothing is computed yet.
   *
   * @param single whether every chunk is one item, sent as it is instead of in a list
   */
  ListSupply(Object[] items, ChunkSize size, int workers, boolean single) {
    this.items = items;
    this.results = new Object[items.length];
    this.size = size;
    this.workers = workers;
    this.single = single;
  }

  @Override
  public Ticket cut(Job job, int number) {
    var left = items.length - nextItem;
    if (left == 0) {
      return null;
    }
    var ticket = new Ticket(job, number, nextItem, size.next(job.pace, left, workers), null);
    nextItem += ticket.units;
    return ticket;
  }

  @Override
  public int left(Job job) {
    var left = items.length - nextItem;
    return left == 0 ? 0 : Math.max(1, left / size.next(job.pace, left, workers));
  }

  @Override
  public boolean drained(Job job) {
    return nextItem == items.length;
  }

  @Override
  public byte[] argument(Ticket ticket, OutBuffer scratch) throws NotSendableException {
    if (single) {
      return ValueWriter.toBytes(items[ticket.first], scratch, ticket.job.terms.filter());
    }
    return ValueWriter.toBytes(
        Arrays.asList(items).subList(ticket.first, ticket.first + ticket.units),
        scratch,
        ticket.job.terms.filter());
  }

  @Override
  public void accept(int worker, long pid, Ticket ticket, Object result) {
    if (single) {
      results[ticket.first] = result;
      return;
    }
    var chunk = (List<?>) result;
    for (var i = 0; i < ticket.units; i++) {
      var value = chunk.get(i);
      if (value instanceof ItemFailure failure) {
        fail(
            ticket.first + i,
            Failures.threw(ticket.job, failure, worker, pid, inWords(ticket.first + i)));
      } else {
        results[ticket.first + i] = value;
      }
    }
  }

  @Override
  public boolean failed(Ticket ticket, PoolException why) {
    for (var i = 0; i < ticket.units; i++) {
      fail(ticket.first + i, why);
    }
    return true;
  }

  private void fail(int item, PoolException why) {
    synchronized (failures) {
      failures.put(item, why);
      if (failures.size() > 1 + Failures.MAX_SUPPRESSED) {
        failures.pollLastEntry();
      }
    }
  }

  @Override
  public List<Ticket> split(Ticket ticket, int number) {
    var parts = new ArrayList<Ticket>(ticket.units);
    for (var i = 0; i < ticket.units; i++) {
      parts.add(new Ticket(ticket.job, number + i, ticket.first + i, 1, null));
    }
    return parts;
  }

  @Override
  public String argumentInWords(Ticket ticket) {
    return ticket.units == 1
        ? inWords(ticket.first)
        : "items %d to %d".formatted(ticket.first, ticket.first + ticket.units - 1);
  }

  private String inWords(int item) {
    return Summaries.of(items[item]);
  }

  /**
   * The results in the order of the items.
   *
   * @throws PoolException the failure of the first item that failed, with up to nine more
   *     suppressed in it
   */
  List<Object> results() {
    synchronized (failures) {
      if (!failures.isEmpty()) {
        var first = failures.firstEntry().getValue();
        failures.values().stream()
            .skip(1)
            .filter(other -> other != first)
            .forEach(first::addSuppressed);
        throw first;
      }
    }
    return Arrays.asList(results);
  }
}
