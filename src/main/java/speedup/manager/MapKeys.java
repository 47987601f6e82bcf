package speedup.manager;

import java.util.HashSet;
import java.util.Set;

/** The keys of a managed map. */
final class MapKeys<K> extends MapView<K> implements Set<K> {
  private static final long serialVersionUID = 1L;

  MapKeys(ManagedMap<K, ?> map) {
    super(map, MapCall.KEYS);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Set<?> set && new HashSet<>(snapshot()).equals(set);
  }

  @Override
  public int hashCode() {
    return new HashSet<>(snapshot()).hashCode();
  }
}
