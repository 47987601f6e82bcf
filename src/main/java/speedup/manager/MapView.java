package speedup.manager;

import java.util.Collection;
import speedup.wire.Replaced;

/** The keys or the values of a managed map, which change as the map does. */
abstract sealed class MapView<E> extends ManagedCollection<E> permits MapKeys, MapValues {
  private static final long serialVersionUID = 1L;

  private final transient MapCall part;

  MapView(ManagedMap<?, ?> map, MapCall part) {
    super(map.link(), Kind.MAP, map.id(), map.target());
    this.part = part;
  }

  @Override
  final <T> T elements(CollectionCall operation, Object... arguments) {
    var all = new Object[arguments.length + 1];
    all[0] = operation.number();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return call(part, all);
  }

  @Override
  public final boolean add(E element) {
    throw new UnsupportedOperationException("a part of a map gets no elements: put them there");
  }

  @Override
  public final boolean addAll(Collection<? extends E> others) {
    throw new UnsupportedOperationException("a part of a map gets no elements: put them there");
  }

  @Override
  public final Replaced.StandIn standIn() {
    throw new IllegalStateException(
        "a part of a managed map, which does not cross; send the map, or a snapshot()");
  }
}
