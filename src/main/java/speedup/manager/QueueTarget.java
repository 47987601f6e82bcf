package speedup.manager;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;

/** A queue in the manager's process, which counts the elements that nobody has finished yet. */
final class QueueTarget extends Target {
  private static final QueueCall[] CALLS = QueueCall.values();

  private final Queue<Object> queue = new ArrayDeque<>();
  private final int capacity;
  private final Condition notEmpty = lock.newCondition();
  private final Condition notFull = lock.newCondition();
  private final Condition allDone = lock.newCondition();
  private long unfinished;

  QueueTarget(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a queue for " + capacity + " elements; give 1 or more");
    }
    this.capacity = capacity;
  }

  @Override
  Object call(Request in, Client client) throws InterruptedException {
    if (CollectionCall.isMeant(in)) {
      return elements(in);
    }
    return switch (CALLS[in.operation()]) {
      case OFFER -> offer(in.get(0), in.nanos(1), client);
      case POLL -> poll(in.nanos(0), client);
      case PEEK -> queue.peek();
      case DRAIN -> drain(in.number(0));
      case REMAINING -> capacity - queue.size();
      case JOIN -> join(in.nanos(0));
      case TASK_DONE -> {
        taskDone();
        yield null;
      }
    };
  }

  private Object elements(Request in) {
    switch (CollectionCall.of(in)) {
      case ADD -> {
        return addAll(List.of(in.<Object>get(0)));
      }
      case ADD_ALL -> {
        return addAll(in.get(0));
      }
      default -> {
        var result = CollectionCall.on(queue, in);
        notFull.signalAll();
        return result;
      }
    }
  }

  private boolean addAll(Collection<Object> elements) {
    if (elements.size() > capacity - queue.size()) {
      throw new IllegalStateException(
          "the queue has room for %d more, not for %d"
              .formatted(capacity - queue.size(), elements.size()));
    }
    elements.forEach(this::add);
    return !elements.isEmpty();
  }

  private void add(Object element) {
    queue.add(element);
    unfinished++;
    notEmpty.signal();
  }

  private boolean offer(Object element, long nanos, Client client) throws InterruptedException {
    var left = nanos;
    while (queue.size() >= capacity) {
      if (left <= 0) {
        return false;
      }
      left = notFull.awaitNanos(left);
    }
    client.requireAlive(left < nanos, notFull);
    add(element);
    return true;
  }

  private Object poll(long nanos, Client client) throws InterruptedException {
    var left = nanos;
    while (queue.isEmpty()) {
      if (left <= 0) {
        return null;
      }
      left = notEmpty.awaitNanos(left);
    }
    client.requireAlive(left < nanos, notEmpty);
    notFull.signal();
    return queue.poll();
  }

  private Object drain(int most) {
    var taken = new ArrayList<Object>();
    while (taken.size() < most && !queue.isEmpty()) {
      taken.add(queue.poll());
    }
    notFull.signalAll();
    return taken;
  }

  private void taskDone() {
    if (unfinished == 0) {
      throw new IllegalStateException(
          "taskDone was called more often than elements were put; call it once for each");
    }
    if (--unfinished == 0) {
      allDone.signalAll();
    }
  }

  private boolean join(long nanos) throws InterruptedException {
    var left = nanos;
    while (unfinished > 0) {
      if (left <= 0) {
        return false;
      }
      left = allDone.awaitNanos(left);
    }
    return true;
  }
}
