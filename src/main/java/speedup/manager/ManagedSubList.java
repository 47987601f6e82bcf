package speedup.manager;

import java.util.AbstractList;
import java.util.Objects;

/** A part of a managed list. */
final class ManagedSubList<E> extends AbstractList<E> {
  private final ManagedList<E> list;
  private final int from;
  private int size;

  ManagedSubList(ManagedList<E> list, int from, int size) {
    this.list = list;
    this.from = from;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public E get(int index) {
    return list.get(from + Objects.checkIndex(index, size));
  }

  @Override
  public E set(int index, E element) {
    return list.set(from + Objects.checkIndex(index, size), element);
  }

  @Override
  public void add(int index, E element) {
    list.add(from + Objects.checkIndex(index, size + 1), element);
    size++;
    modCount++;
  }

  @Override
  public E remove(int index) {
    var removed = list.remove(from + Objects.checkIndex(index, size));
    size--;
    modCount++;
    return removed;
  }

  @Override
  protected void removeRange(int begin, int end) {
    list.removeRange(from + begin, from + end);
    size -= end - begin;
    modCount++;
  }
}
