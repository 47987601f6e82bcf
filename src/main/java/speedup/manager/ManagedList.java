package speedup.manager;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A list in the manager's process. See {@link ManagedCollection} for what can be in it. As with
 * {@code CopyOnWriteArrayList}, list iterators cannot change it.
 *
 * @param <E> elements
 */
public final class ManagedList<E> extends ManagedCollection<E> implements List<E> {
  private static final long serialVersionUID = 1L;

  ManagedList(Link link, long id, Target target) {
    super(link, Kind.LIST, id, target);
  }

  @Override
  public E get(int index) {
    return call(ListCall.GET, index);
  }

  @Override
  public E getFirst() {
    return call(ListCall.GET_FIRST);
  }

  @Override
  public E getLast() {
    return call(ListCall.GET_LAST);
  }

  @Override
  public E set(int index, E element) {
    return call(ListCall.SET, index, element);
  }

  @Override
  public void add(int index, E element) {
    call(ListCall.INSERT, index, element);
  }

  @Override
  public boolean addAll(int index, Collection<? extends E> others) {
    return call(ListCall.INSERT_ALL, index, copy(others));
  }

  @Override
  public E remove(int index) {
    return call(ListCall.REMOVE_AT, index);
  }

  @Override
  public E removeFirst() {
    return call(ListCall.REMOVE_FIRST);
  }

  @Override
  public E removeLast() {
    return call(ListCall.REMOVE_LAST);
  }

  @Override
  public int indexOf(Object element) {
    return call(ListCall.INDEX_OF, element);
  }

  @Override
  public int lastIndexOf(Object element) {
    return call(ListCall.LAST_INDEX_OF, element);
  }

  /** A part of this list: a view, as for any list, but which nobody else may change meanwhile. */
  @Override
  public List<E> subList(int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    return new ManagedSubList<>(this, from, to - from);
  }

  void removeRange(int from, int to) {
    call(ListCall.REMOVE_RANGE, from, to);
  }

  /** Over the elements of this moment; cannot change the list. */
  @Override
  public Iterator<E> iterator() {
    return listIterator();
  }

  /** Over the elements of this moment; cannot change the list. */
  @Override
  public ListIterator<E> listIterator() {
    return listIterator(0);
  }

  /** Over the elements of this moment; cannot change the list. */
  @Override
  public ListIterator<E> listIterator(int index) {
    return Collections.unmodifiableList(snapshot()).listIterator(index);
  }

  // --- functions

  /** As {@link #sort(Comparator)}, in the manager's process and as one step. */
  public void sort(SerializableComparator<? super E> order) {
    sort((Comparator<? super E>) order);
  }

  /**
   * Sorts the list.
   *
   * @param order null for the natural one; if it cannot cross, elements are sorted here, and once
   *     more if somebody has changed the list meanwhile
   */
  @Override
  public void sort(Comparator<? super E> order) {
    Sent.orElse(order, () -> call(ListCall.SORT, order), () -> changeHere(all -> all.sort(order)));
  }

  /** As {@link #replaceAll(UnaryOperator)}, in the manager's process and as one step. */
  public void replaceAll(SerializableUnaryOperator<E> operator) {
    replaceAll((UnaryOperator<E>) operator);
  }

  /**
   * Replaces each element.
   *
   * @param operator if it cannot cross, it is carried out here, and once more if somebody has
   *     changed the list meanwhile
   */
  @Override
  public void replaceAll(UnaryOperator<E> operator) {
    Objects.requireNonNull(operator);
    Sent.orElse(
        operator,
        () -> call(ListCall.REPLACE_ALL, operator),
        () -> changeHere(all -> all.replaceAll(operator)));
  }

  /**
   * Removes what a filter accepts.
   *
   * @param filter if it cannot cross, it is asked here, and once more if somebody has changed the
   *     list meanwhile
   */
  @Override
  public boolean removeIf(Predicate<? super E> filter) {
    Objects.requireNonNull(filter);
    return Sent.orElse(
        filter,
        () -> elements(CollectionCall.REMOVE_IF, filter),
        () -> changeHere(all -> all.removeIf(filter)));
  }

  /** Changes a copy until nobody has changed the list meanwhile. */
  @SuppressWarnings("unchecked")
  private boolean changeHere(Consumer<List<E>> change) {
    for (; ; ) {
      Object[] seen = call(ListCall.VERSIONED);
      var all = (List<E>) copy(Arrays.asList((Object[]) seen[1]));
      var before = all.size();
      change.accept(all);
      if (this.<Boolean>call(ListCall.REPLACE_IF, seen[0], all)) {
        return all.size() != before;
      }
    }
  }

  /** As for any list; in the manager's own process, whether both are the same object. */
  @Override
  public boolean equals(Object other) {
    return isSame(other)
        || !link().isLocal() && other instanceof List<?> list && snapshot().equals(list);
  }

  @Override
  public int hashCode() {
    return link().isLocal() ? identity() : snapshot().hashCode();
  }
}
