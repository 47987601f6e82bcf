package speedup.manager;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Predicate;

/**
 * What managed collections have in common. Every operation, also one with many elements, is one
 * step for all others. Iterators and streams go through the elements as they were at the beginning;
 * elements are copies, so who changes one puts it back.
 *
 * <p>Elements are what can cross: plain values, records, shared objects, other proxies, and classes
 * of the packages that the manager admits. Functions are carried out in the manager's process where
 * they can cross, as lambdas given to these methods can; others are carried out here.
 *
 * @param <E> elements
 */
public abstract sealed class ManagedCollection<E> extends Managed implements Collection<E>
    permits ManagedList, ManagedSet, ManagedQueue, MapView {
  private static final long serialVersionUID = 1L;

  ManagedCollection(Link link, Kind kind, long id, Target target) {
    super(link, kind, id, target);
  }

  /** Carries out an operation of every collection. */
  @SuppressWarnings("unchecked")
  <T> T elements(CollectionCall operation, Object... arguments) {
    return (T) link().call(id(), operation.number(), arguments);
  }

  /** What crosses of a collection, which may be any. */
  static List<Object> copy(Collection<?> collection) {
    return new ArrayList<>(collection);
  }

  /** The elements of this moment, in a list of this process. */
  @SuppressWarnings("unchecked")
  public List<E> snapshot() {
    return (List<E>) new ArrayList<>(Arrays.asList(toArray()));
  }

  @Override
  public int size() {
    return elements(CollectionCall.SIZE);
  }

  @Override
  public boolean isEmpty() {
    return elements(CollectionCall.IS_EMPTY);
  }

  @Override
  public boolean contains(Object element) {
    return elements(CollectionCall.CONTAINS, element);
  }

  @Override
  public boolean containsAll(Collection<?> others) {
    return elements(CollectionCall.CONTAINS_ALL, copy(others));
  }

  @Override
  public Object[] toArray() {
    return elements(CollectionCall.SNAPSHOT);
  }

  @Override
  public <T> T[] toArray(T[] array) {
    return Arrays.asList(toArray()).toArray(array);
  }

  /** Over the elements of this moment; to remove one removes an equal one. */
  @Override
  public Iterator<E> iterator() {
    var elements = snapshot().iterator();
    return new Iterator<>() {
      private E last;
      private boolean removable;

      @Override
      public boolean hasNext() {
        return elements.hasNext();
      }

      @Override
      public E next() {
        last = elements.next();
        removable = true;
        return last;
      }

      @Override
      public void remove() {
        if (!removable) {
          throw new IllegalStateException("call next() first, once for each element to remove");
        }
        removable = false;
        ManagedCollection.this.remove(last);
      }
    };
  }

  /** Over the elements of this moment. */
  @Override
  public Spliterator<E> spliterator() {
    return snapshot().spliterator();
  }

  @Override
  public boolean add(E element) {
    return elements(CollectionCall.ADD, element);
  }

  @Override
  public boolean addAll(Collection<? extends E> others) {
    return elements(CollectionCall.ADD_ALL, copy(others));
  }

  @Override
  public boolean remove(Object element) {
    return elements(CollectionCall.REMOVE, element);
  }

  @Override
  public boolean removeAll(Collection<?> others) {
    return elements(CollectionCall.REMOVE_ALL, copy(others));
  }

  @Override
  public boolean retainAll(Collection<?> others) {
    return elements(CollectionCall.RETAIN_ALL, copy(others));
  }

  /** As {@link #removeIf(Predicate)}, in the manager's process and as one step. */
  public boolean removeIf(SerializablePredicate<? super E> filter) {
    return removeIf((Predicate<? super E>) filter);
  }

  /**
   * Removes what a filter accepts.
   *
   * @param filter if it cannot cross, it is asked here, and what it accepted is removed then
   */
  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    Objects.requireNonNull(filter);
    return Sent.orElse(
        filter,
        () -> elements(CollectionCall.REMOVE_IF, filter),
        () -> removeAll(snapshot().stream().filter(filter).toList()));
  }

  @Override
  public void clear() {
    elements(CollectionCall.CLEAR);
  }

  /** The elements, as those of any collection; or that the manager has ended. */
  @Override
  public String toString() {
    try {
      return snapshot().toString();
    } catch (ManagerException.Ended e) {
      return super.toString() + ", whose manager has ended";
    }
  }
}
