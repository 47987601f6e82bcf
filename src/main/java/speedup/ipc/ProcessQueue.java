package speedup.ipc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import speedup.shm.Pause;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/**
 * A queue between processes, as {@code multiprocessing.Queue} and {@code JoinableQueue}. Any number
 * of them put and take; what one thread puts is taken in its order, and each item by one.
 *
 * <pre>{@code
 * var orders = new ProcessQueue<Order>();
 * pool.applyAsync(queue -> bake(queue.take()), orders);
 * orders.put(new Order("rye", 2));
 * }</pre>
 *
 * <p>Items cross as arguments of tasks do: as copies, and shared objects as themselves. Plain
 * values of the JDK may cross, and classes of the package that makes the queue.
 *
 * <p>A process that is killed at any moment hangs nobody. An item is in the queue wholly or not at
 * all, and is taken wholly or not at all; half-written ones are skipped and {@linkplain
 * #abandonedPuts() counted}. What a process had taken when it was killed is gone with it.
 *
 * <p>The memory grows with what is in the queue at once, and is given back when the queue is
 * closed. Any thread. After {@link #close()} every operation in this process throws {@code
 * IllegalStateException}.
 *
 * @param <T> the items
 */
public final class ProcessQueue<T> extends SharedObject {
  /** The capacity of a queue without a bound. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  private final transient ByteQueue items;
  private final transient QueueRing ring;
  private final transient QueueTasks tasks;
  private final transient Crossing crossing;
  private final transient Object closing = new Object();

  /**
   * A queue without a bound: {@link #put} never waits for room.
   *
   * @throws UncheckedIOException when the system gives no shared memory
   */
  public ProcessQueue() {
    this(new ByteQueue(made(UNBOUNDED)));
  }

  /**
   * A queue with a bound.
   *
   * @param capacity the most items in it at once, or {@link #UNBOUNDED}
   * @throws IllegalArgumentException when that is below 1
   * @throws UncheckedIOException when the system gives no shared memory
   */
  public ProcessQueue(int capacity) {
    this(new ByteQueue(made(capacity)));
  }

  /**
   * A queue for items of other packages too.
   *
   * @param capacity the most items in it at once, or {@link #UNBOUNDED}
   * @param admitted beginnings of class names that may cross, such as {@code "com.example."}
   * @throws IllegalArgumentException when the capacity is below 1, or a name is blank
   * @throws UncheckedIOException when the system gives no shared memory
   */
  public ProcessQueue(int capacity, String... admitted) {
    this(new ByteQueue(made(capacity, admitted)));
  }

  /** Over memory that another process filled. */
  ProcessQueue(SharedRegion region) throws IOException {
    this(new ByteQueue(keptOpen(region)));
  }

  private ProcessQueue(ByteQueue items) {
    super(Kind.QUEUE, items.region());
    this.items = items;
    ring = items.ring();
    tasks = new QueueTasks(region(), ring);
    crossing = Crossing.read(memory(), QueueLayout.CROSSING);
  }

  private static SharedRegion made(int capacity, String... admitted) {
    if (capacity < 1) {
      throw new IllegalArgumentException(
          "a queue of %d items; give 1 or more, or none for no bound".formatted(capacity));
    }
    for (var prefix : admitted) {
      if (prefix.isBlank()) {
        throw new IllegalArgumentException("name a package, such as \"com.acme.\"");
      }
    }
    var crosses = Crossing.ofCaller(Set.of(ProcessQueue.class), List.of(admitted));
    var region = create(Kind.QUEUE, QueueLayout.BYTES);
    var done = false;
    try {
      var memory = region.body();
      crosses.write(memory, QueueLayout.CROSSING);
      Words.setInt(memory, QueueLayout.CAPACITY, capacity);
      Words.setLong(memory, QueueLayout.SIZES, QueueLayout.FIRST_SIZE);
      keptOpen(region);
      done = true;
      return region;
    } catch (IOException e) {
      throw new UncheckedIOException("no shared memory for a queue", e);
    } finally {
      if (!done) {
        region.close();
      }
    }
  }

  private static SharedRegion keptOpen(SharedRegion region) throws IOException {
    var open = false;
    try {
      region.keepOpen();
      open = true;
      return region;
    } finally {
      if (!open) {
        region.close();
      }
    }
  }

  /**
   * Puts an item; waits for room as long as it takes.
   *
   * @throws NullPointerException when it is null
   * @throws TransferException when it cannot cross
   * @throws QueueShutdownException when the queue was shut down, also while this waits
   * @throws UncheckedIOException when the system has no room for it
   * @throws InterruptedException when this thread is interrupted while it waits; noticed within
   *     some 30 ms
   */
  public void put(T item) throws InterruptedException {
    put(item, Pause.FOREVER);
  }

  /**
   * Puts an item if there is room.
   *
   * @return false when there is none
   * @throws NullPointerException when it is null
   * @throws TransferException when it cannot cross
   * @throws QueueShutdownException when the queue was shut down
   * @throws UncheckedIOException when the system has no room for it
   */
  public boolean offer(T item) {
    var put = items.putNow(bytes(item));
    Reference.reachabilityFence(this); // who is not reachable any more is closed
    return put;
  }

  /**
   * As {@link #put}, waits for room for a time.
   *
   * @return false when the time is up
   */
  public boolean offer(T item, Duration timeout) throws InterruptedException {
    return put(item, Pause.nanos(timeout));
  }

  private boolean put(T item, long nanos) throws InterruptedException {
    var put = items.put(bytes(item), nanos);
    Reference.reachabilityFence(this);
    return put;
  }

  /**
   * As {@link #offer(Object)}, when there has to be room.
   *
   * @throws IllegalStateException when there is none, as {@code queue.Full}
   */
  public void add(T item) {
    if (!offer(item)) {
      throw new IllegalStateException("the queue is full: it has " + capacity() + " items");
    }
  }

  private byte[] bytes(T item) {
    Objects.requireNonNull(
        item, "null is no item: poll() means by it that there is none; put a value for it");
    return crossing.bytes(item);
  }

  /**
   * Takes the oldest item; waits for one as long as it takes.
   *
   * @throws TransferException when it cannot be rebuilt here; it is taken all the same
   * @throws QueueShutdownException when the queue was shut down and is empty
   * @throws InterruptedException when this thread is interrupted while it waits; noticed within
   *     some 30 ms
   */
  public T take() throws InterruptedException {
    return take(Pause.FOREVER);
  }

  /**
   * Takes the oldest item if there is one.
   *
   * @return null when there is none
   * @throws TransferException when it cannot be rebuilt here; it is taken all the same
   * @throws QueueShutdownException when the queue was shut down and is empty
   */
  public T poll() {
    return item(items.takeNow());
  }

  /**
   * As {@link #take}, waits for a time.
   *
   * @return null when the time is up
   */
  public T poll(Duration timeout) throws InterruptedException {
    return take(Pause.nanos(timeout));
  }

  private T take(long nanos) throws InterruptedException {
    return item(items.take(nanos));
  }

  /**
   * As {@link #poll()}, when there has to be an item.
   *
   * @throws NoSuchElementException when there is none, as {@code queue.Empty}
   */
  public T remove() {
    var item = poll();
    if (item == null) {
      throw new NoSuchElementException("the queue is empty");
    }
    return item;
  }

  @SuppressWarnings("unchecked") // only items are put
  private T item(byte[] bytes) {
    Reference.reachabilityFence(this);
    return bytes == null ? null : (T) crossing.value(bytes);
  }

  /**
   * The oldest items at this moment, as copies; they stay. For who shows what is in a queue: to
   * take what was seen here is too late, as another process may have it by then.
   *
   * @param most how many at most; each is rebuilt here
   * @throws IllegalArgumentException when that is below 0
   * @throws TransferException when one cannot be rebuilt here
   */
  public List<T> peek(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("at most " + most + " items; give 0 or more");
    }
    return items.peek(most).stream().map(this::item).toList();
  }

  /**
   * Says that an item is done that was taken.
   *
   * @throws IllegalStateException when all that were put are done already
   */
  public void taskDone() {
    if (!tasks.done()) {
      throw new IllegalStateException("all items are done; call taskDone() once for each taken");
    }
  }

  /**
   * Waits until all items that were put are {@linkplain #taskDone() done}, as long as it takes.
   *
   * @throws IllegalStateException when processes that have taken items end before they say that
   *     these are done; whoever does them again calls {@link #taskDone()} for them
   * @throws InterruptedException when this thread is interrupted while it waits; noticed within
   *     some 30 ms
   */
  public void join() throws InterruptedException {
    join(Pause.FOREVER);
  }

  /**
   * As {@link #join()}, for a time.
   *
   * @return false when the time is up
   */
  public boolean join(Duration timeout) throws InterruptedException {
    return join(Pause.nanos(timeout));
  }

  private boolean join(long nanos) throws InterruptedException {
    var done = tasks.await(nanos);
    Reference.reachabilityFence(this);
    return done;
  }

  /**
   * Ends the queue for all processes: from now on nothing is put, and who waits for room gets a
   * {@link QueueShutdownException}. What is in it can be taken, and after the last item takers get
   * that exception. Doing it again does nothing.
   */
  public void shutdown() {
    items.shutdown();
    Reference.reachabilityFence(this);
  }

  /** Whether it was {@linkplain #shutdown() shut down}. */
  public boolean isShutdown() {
    return ring.isShut();
  }

  /** How many items are in it at this moment, at most {@link Integer#MAX_VALUE}. */
  public int size() {
    return (int) Math.min(Integer.MAX_VALUE, ring.size());
  }

  /** Whether no item is in it at this moment. */
  public boolean isEmpty() {
    return ring.size() == 0;
  }

  /** The most items, or {@link #UNBOUNDED}. */
  public int capacity() {
    return ring.capacity();
  }

  /** How many items there is room for at this moment, or {@link #UNBOUNDED}. */
  public int remainingCapacity() {
    return capacity() == UNBOUNDED ? UNBOUNDED : capacity() - size();
  }

  /** How many items were half written when their process was killed, and were skipped. */
  public long abandonedPuts() {
    var abandoned = items.abandoned();
    Reference.reachabilityFence(this);
    return abandoned;
  }

  /** As for any shared object; waits until no other thread is in the middle of an item. */
  @Override
  public void close() {
    synchronized (closing) {
      if (isClosed()) {
        super.close();
      } else {
        items.closeBetweenItems(super::close);
      }
    }
  }

  @Override
  public String toString() {
    if (isClosed()) {
      return "queue, closed";
    }
    var most = capacity() == UNBOUNDED ? "" : " of at most " + capacity();
    return "queue, " + size() + " items" + most;
  }
}
