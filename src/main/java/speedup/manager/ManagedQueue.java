package speedup.manager;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import speedup.shm.Pause;

/**
 * A queue in the manager's process, first in, first out. It counts, as Python's {@code Queue}, the
 * elements that were put and of which nobody has said by {@link #taskDone} that they are finished.
 * See {@link ManagedCollection} for what can be in it; null cannot.
 *
 * <p>An element that a process takes and is killed with is lost; it is taken when the operation is
 * over in the manager's process.
 *
 * @param <E> elements
 */
public final class ManagedQueue<E> extends ManagedCollection<E> implements BlockingQueue<E> {
  private static final long serialVersionUID = 1L;

  ManagedQueue(Link link, long id, Target target) {
    super(link, Kind.QUEUE, id, target);
  }

  // --- in

  /**
   * Puts an element; waits while the queue is full.
   *
   * @throws InterruptedException when this thread is interrupted; the element is not put then
   */
  @Override
  public void put(E element) throws InterruptedException {
    offer(element, Link.FOREVER);
  }

  @Override
  public boolean offer(E element) {
    return call(QueueCall.OFFER, Objects.requireNonNull(element), 0L);
  }

  /**
   * Puts an element, or waits for room for a time.
   *
   * @return false when the time is up
   */
  public boolean offer(E element, Duration timeout) throws InterruptedException {
    return offer(element, Pause.nanos(timeout));
  }

  @Override
  public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
    return offer(element, unit.toNanos(timeout));
  }

  private boolean offer(E element, long nanos) throws InterruptedException {
    return callWaiting(QueueCall.OFFER, Objects.requireNonNull(element), nanos);
  }

  // --- out

  /**
   * Takes the first element; waits for one.
   *
   * @throws InterruptedException when this thread is interrupted; nothing is taken then
   */
  @Override
  public E take() throws InterruptedException {
    return poll(Link.FOREVER);
  }

  /** The first element, or null when there is none. */
  @Override
  public E poll() {
    return call(QueueCall.POLL, 0L);
  }

  /**
   * Takes the first element, or waits for one for a time.
   *
   * @return null when the time is up
   */
  public E poll(Duration timeout) throws InterruptedException {
    return poll(Pause.nanos(timeout));
  }

  @Override
  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return poll(unit.toNanos(timeout));
  }

  private E poll(long nanos) throws InterruptedException {
    return callWaiting(QueueCall.POLL, nanos);
  }

  @Override
  public E remove() {
    return present(poll());
  }

  @Override
  public E element() {
    return present(peek());
  }

  private static <E> E present(E element) {
    if (element == null) {
      throw new NoSuchElementException("the queue is empty");
    }
    return element;
  }

  @Override
  public E peek() {
    return call(QueueCall.PEEK);
  }

  @Override
  public int drainTo(Collection<? super E> others) {
    return drainTo(others, Integer.MAX_VALUE);
  }

  @Override
  public int drainTo(Collection<? super E> others, int most) {
    if (others == this) {
      throw new IllegalArgumentException("a queue cannot be drained to itself");
    }
    List<E> taken = call(QueueCall.DRAIN, most);
    others.addAll(taken);
    return taken.size();
  }

  /** How many more there is room for at this moment. */
  @Override
  public int remainingCapacity() {
    return call(QueueCall.REMAINING);
  }

  // --- how far the work is

  /**
   * An element that was taken is finished.
   *
   * @throws IllegalStateException when this is said more often than elements were put
   */
  public void taskDone() {
    call(QueueCall.TASK_DONE);
  }

  /** Waits until all elements that were put are finished. */
  public void join() throws InterruptedException {
    callWaiting(QueueCall.JOIN, Link.FOREVER);
  }

  /**
   * As {@link #join()}, for a time.
   *
   * @return false when the time is up
   */
  public boolean join(Duration timeout) throws InterruptedException {
    return callWaiting(QueueCall.JOIN, Pause.nanos(timeout));
  }
}
