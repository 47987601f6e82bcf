package speedup.ipc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import speedup.shm.LockWord;
import speedup.shm.ProcessId;
import speedup.shm.SharedRegions;
import speedup.shm.Words;

/**
 * Follows who waits for whom over the locks of all processes of this user. Locks whose file is gone
 * already, because their creator closed them, are not seen.
 */
final class DeadlockSearch {
  private final List<Edge> edges = new ArrayList<>();

  private DeadlockSearch() {}

  /**
   * A wait: a thread, the lock, and who holds it.
   *
   * @param holder its {@link ProcessId}
   */
  record Edge(WaitRecords.Waiter waiter, String lock, long holder, long holderThread) {
    boolean isOnHolderOf(Edge other) {
      return waiter.is(other.holder, other.holderThread);
    }
  }

  /**
   * Waits of which each is for a lock of the next one, and the last for one of the first.
   *
   * @param edges beginning with that of the one who looked
   */
  record Circle(List<Edge> edges) {
    /** Whether the one who looked is the one to end it. */
    boolean isUpToFirst() {
      var youngest =
          edges.stream()
              .map(Edge::waiter)
              .max(
                  Comparator.comparingLong((WaitRecords.Waiter w) -> ProcessId.started(w.process()))
                      .thenComparingLong(w -> ProcessId.pid(w.process()))
                      .thenComparingLong(WaitRecords.Waiter::thread))
              .orElseThrow();
      return youngest.equals(edges.getFirst().waiter());
    }

    String inWords() {
      return edges.stream()
          .map(edge ->
              "%s (pid %d, thread \"%s\") waits for lock \"%s\""
                  .formatted(
                      edge.waiter().processName(),
                      ProcessId.pid(edge.waiter().process()),
                      edge.waiter().threadName(),
                      edge.lock()))
          .collect(
              Collectors.joining(
                  ", which is held by ",
                  "deadlock: ",
                  edges.size() == 1
                      ? ", which it holds itself; use a ProcessRLock to take a lock twice"
                      : ", which is held by the first; take locks in the same order everywhere, or"
                          + " with a timeout"));
    }
  }

  /** The circle in which a thread waits, or null when there is none. */
  static Circle from(WaitRecords.Waiter waiter) {
    var search = new DeadlockSearch();
    try {
      SharedRegions.readAll(search::addWaitsOf);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for a deadlock", e);
    }
    return search.circle(waiter);
  }

  private void addWaitsOf(int kind, MemorySegment memory) {
    if (!Kind.isLock(kind)) {
      return;
    }
    var holder = LockWord.holder(memory, LockLayout.LOCK);
    var thread = BaseLock.threadOf(Words.getLong(memory, LockLayout.THREAD), holder);
    var name = ShortText.read(memory, LockLayout.NAME);
    for (var i = 0; i < WaitRecords.MOST; i++) {
      var waiter = WaitRecords.get(memory, i);
      if (waiter != null && holder != ProcessId.NOBODY) {
        edges.add(new Edge(waiter, name, holder, thread));
      }
    }
  }

  private Circle circle(WaitRecords.Waiter first) {
    var way = new ArrayList<Edge>();
    var next = find(edge -> edge.waiter().equals(first));
    while (next != null && !way.contains(next)) {
      way.add(next);
      if (way.getFirst().isOnHolderOf(next)) {
        return new Circle(List.copyOf(way));
      }
      var last = next;
      next = find(edge -> edge.isOnHolderOf(last));
    }
    return null;
  }

  private Edge find(Predicate<Edge> wanted) {
    return edges.stream().filter(wanted).findFirst().orElse(null);
  }
}
