package speedup.manager;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.lang.StackWalker.Option;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import speedup.ipc.Pipe;
import speedup.pool.ChildProcess;
import speedup.shm.ProcessId;
import speedup.wire.Replaced;

/**
 * Ordinary objects that several processes use, as Python's {@code multiprocessing.Manager}. They
 * live in a process of their own, the manager's; everybody else has proxies, which are passed to
 * tasks and child processes like any argument, and put into each other.
 *
 * <pre>{@code
 * try (var manager = Manager.start(); var pool = ProcessPool.open()) {
 *   ManagedMap<String, Integer> counts = manager.map();
 *   pool.map(word -> counts.merge(word, 1, Integer::sum), words);
 *   System.out.println(counts);
 * }
 * }</pre>
 *
 * <p>Each thread that waits for a reply has a connection of its own, which takes a thread in the
 * manager and two MiB of shared memory; up to eight a process are kept for the next. At most 256
 * processes can use a manager at a time.
 *
 * <p>It can be passed on itself, for objects to be made elsewhere. Who starts it closes it, after
 * the last use of its objects. It ends in any case when the process that started it ends, however
 * it does. Any thread.
 */
public final class Manager implements AutoCloseable, Replaced, Serializable {
  private static final long serialVersionUID = 1L;

  private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final transient ChildProcess process;
  private final transient Pipe door;
  private final transient Link link;

  /**
   * A manager.
   *
   * @param process null except where it was started, as the door
   */
  Manager(ChildProcess process, Pipe door, Link link) {
    this.process = process;
    this.door = door;
    this.link = link;
  }

  /**
   * Starts a manager. Classes of the package that calls this may cross.
   *
   * @throws speedup.pool.PoolException.StartFailed when the system refuses
   * @throws ManagerException.Ended when its process ends at once
   */
  public static Manager start() {
    return new ManagerBuilder(STACK.getCallerClass()).start();
  }

  /** Settings for a new manager. Classes of the package that calls this may cross. */
  public static ManagerBuilder builder() {
    return new ManagerBuilder(STACK.getCallerClass());
  }

  // --- objects

  /**
   * An empty list.
   *
   * @param <E> elements
   */
  public <E> ManagedList<E> list() {
    return list(List.of());
  }

  /**
   * A list.
   *
   * @param <E> elements
   * @param elements copied
   */
  public <E> ManagedList<E> list(Collection<? extends E> elements) {
    return create(Kind.LIST, ManagedCollection.copy(elements));
  }

  /**
   * An empty map, as Python's {@code dict}.
   *
   * @param <K> keys
   * @param <V> values
   */
  public <K, V> ManagedMap<K, V> map() {
    return create(Kind.MAP);
  }

  /**
   * An empty set.
   *
   * @param <E> elements
   */
  public <E> ManagedSet<E> set() {
    return create(Kind.SET);
  }

  /** Values by name. */
  public Namespace namespace() {
    return create(Kind.NAMESPACE);
  }

  /**
   * A single value.
   *
   * @param <T> its type
   * @param initial what it is at first, which may be null
   */
  public <T> ManagedValue<T> value(T initial) {
    return create(Kind.VALUE, initial);
  }

  /**
   * A queue that is never full.
   *
   * @param <E> elements
   */
  public <E> ManagedQueue<E> queue() {
    return queue(Integer.MAX_VALUE);
  }

  /**
   * A queue.
   *
   * @param <E> elements
   * @param capacity how many elements it has room for
   * @throws IllegalArgumentException when that is below 1
   */
  public <E> ManagedQueue<E> queue(int capacity) {
    return create(Kind.QUEUE, capacity);
  }

  /** A lock that any thread may release. */
  public ManagedLock lock() {
    return create(Kind.LOCK, false);
  }

  /** A lock that a thread which has it may take again, as Python's {@code RLock}. */
  public ManagedLock reentrantLock() {
    return create(Kind.LOCK, true);
  }

  /**
   * A semaphore.
   *
   * @param permits how many it has at first
   * @throws IllegalArgumentException when that is below 0
   */
  public ManagedSemaphore semaphore(int permits) {
    return create(Kind.SEMAPHORE, permits, false);
  }

  /**
   * A semaphore that has never more permits than at first.
   *
   * @param permits how many it has at first
   * @throws IllegalArgumentException when that is below 0
   */
  public ManagedSemaphore boundedSemaphore(int permits) {
    return create(Kind.SEMAPHORE, permits, true);
  }

  /** An event that is not set. */
  public ManagedEvent event() {
    return create(Kind.EVENT);
  }

  /** A condition with a reentrant lock of its own. */
  public ManagedCondition condition() {
    return condition(reentrantLock());
  }

  /**
   * A condition of a lock that may have others.
   *
   * @param lock of this manager
   */
  public ManagedCondition condition(ManagedLock lock) {
    if (lock.link().manager() != link.manager()) {
      throw new IllegalArgumentException("the lock belongs to another manager");
    }
    return create(Kind.CONDITION, lock);
  }

  /**
   * A barrier.
   *
   * @param parties how many wait for each other
   * @throws IllegalArgumentException when that is below 1
   */
  public ManagedBarrier barrier(int parties) {
    return create(Kind.BARRIER, parties);
  }

  @SuppressWarnings("unchecked")
  private <T extends Managed> T create(Kind kind, Object... initial) {
    var all = new Object[initial.length + 1];
    all[0] = kind;
    System.arraycopy(initial, 0, all, 1, initial.length);
    return (T) link.call(Server.ID, ServerCall.CREATE.ordinal(), all);
  }

  /** How many objects, client processes and connections there are, unused objects freed first. */
  int[] count() {
    return (int[]) link.call(Server.ID, ServerCall.COUNT.ordinal());
  }

  // --- the process

  /** The process id of the manager's process. */
  public long pid() {
    return ProcessId.pid(link.address().process());
  }

  /** Whether the manager's process runs. */
  public boolean isAlive() {
    return ProcessId.isAlive(link.address().process());
  }

  /**
   * Ends the manager's process and all its objects; waits for that. Every operation, also those
   * that wait, ends with {@link ManagerException.Ended}. Closing again does nothing.
   *
   * @throws IllegalStateException in another process than the one that started it
   */
  @Override
  public void close() {
    if (process == null) {
      throw new IllegalStateException("a manager is closed by the process that started it");
    }
    ((ClientLink) link).end("the manager was closed");
    try {
      if (process.isAlive()) {
        Channel.knock(door.sender(), null);
      }
    } catch (IOException | IllegalStateException e) {
      process.terminate(); // it cannot be told
    }
    awaitEnd();
    door.close();
  }

  private void awaitEnd() {
    var interrupted = false;
    var limit = GRACE;
    for (; ; ) {
      try {
        if (process.join(limit)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
      process.kill();
      limit = Duration.ofNanos(Long.MAX_VALUE);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Replaced.StandIn standIn() {
    return new ManagerRef(link.manager(), link.address());
  }

  @Serial
  private Object writeReplace() {
    return standIn();
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a manager arrives as a reference only");
  }

  @Override
  public String toString() {
    return process == null ? "manager in process " + pid() : process.toString();
  }
}
