package speedup.manager;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

/** The entries of a managed map. */
final class MapEntries<K, V> extends AbstractSet<Map.Entry<K, V>> {
  private final ManagedMap<K, V> map;

  MapEntries(ManagedMap<K, V> map) {
    this.map = map;
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public boolean contains(Object other) {
    return other instanceof Map.Entry<?, ?> entry
        && map.containsKey(entry.getKey())
        && Objects.equals(map.get(entry.getKey()), entry.getValue());
  }

  @Override
  public boolean remove(Object other) {
    return other instanceof Map.Entry<?, ?> entry && map.remove(entry.getKey(), entry.getValue());
  }

  @Override
  public void clear() {
    map.clear();
  }

  /** Over the entries of this moment; their {@code setValue} puts the value into the map. */
  @Override
  public Iterator<Map.Entry<K, V>> iterator() {
    var entries = map.snapshot().entrySet().iterator();
    return new Iterator<>() {
      private K last;

      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Map.Entry<K, V> next() {
        var entry = new Through<>(map, entries.next());
        last = entry.getKey();
        return entry;
      }

      @Override
      public void remove() {
        entries.remove(); // throws what is to be thrown when there is no last
        map.remove(last);
      }
    };
  }

  /** An entry whose changes go to the map. */
  private record Through<K, V>(ManagedMap<K, V> map, Map.Entry<K, V> entry)
      implements Map.Entry<K, V> {
    @Override
    public K getKey() {
      return entry.getKey();
    }

    @Override
    public V getValue() {
      return entry.getValue();
    }

    @Override
    public V setValue(V value) {
      map.put(entry.getKey(), value);
      return entry.setValue(value);
    }

    @Override
    public boolean equals(Object other) {
      return entry.equals(other instanceof Through<?, ?> through ? through.entry : other);
    }

    @Override
    public int hashCode() {
      return entry.hashCode();
    }

    @Override
    public String toString() {
      return entry.toString();
    }
  }
}
