package speedup.pool;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What streams are made of in tests. */
final class Inputs {
  private Inputs() {}

  /** 0, 1, 2 and so on; counts what is pulled. */
  static final class Numbers implements Iterator<Integer> {
    final AtomicInteger pulled = new AtomicInteger();

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Integer next() {
      return pulled.getAndIncrement();
    }
  }

  /** An input that has no next item and does not end either, until it is interrupted. */
  static final class Blocked implements Iterator<Integer> {
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    private final Iterator<Integer> before;

    Blocked(Integer... before) {
      this.before = List.of(before).iterator();
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Integer next() {
      if (before.hasNext()) {
        return before.next();
      }
      waiting.countDown();
      try {
        return new LinkedBlockingQueue<Integer>().take();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw new IllegalStateException(e);
      }
    }
  }

  static <T> List<T> all(Iterator<T> results) {
    var list = new ArrayList<T>();
    results.forEachRemaining(list::add);
    return list;
  }

  static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }
}
