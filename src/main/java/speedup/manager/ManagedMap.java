package speedup.manager;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A map in the manager's process, as Python's managed dict. Its keys keep the order in which they
 * came; values may be null. Every operation is one step for all others; iterators go through what
 * was there at the beginning. Values are copies, so who changes one puts it back.
 *
 * <p>Functions are carried out in the manager's process while nobody else can use the map, if they
 * can cross, as lambdas given to the methods of this class can; keep them short, and let them use
 * no other managed object. A function that cannot cross, such as a lambda given to a variable of
 * type {@code Function}, is carried out here, and once more if somebody has changed the map
 * meanwhile: the result is the same, as {@link ConcurrentMap} promises it.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class ManagedMap<K, V> extends Managed implements ConcurrentMap<K, V> {
  private static final long serialVersionUID = 1L;

  ManagedMap(Link link, long id, Target target) {
    super(link, Kind.MAP, id, target);
  }

  /** The entries of this moment, in a map of this process. */
  public Map<K, V> snapshot() {
    LinkedHashMap<K, V> copy = call(MapCall.SNAPSHOT);
    return copy;
  }

  @Override
  public V get(Object key) {
    return call(MapCall.GET, key);
  }

  @Override
  public V getOrDefault(Object key, V other) {
    return call(MapCall.GET_OR_DEFAULT, key, other);
  }

  @Override
  public V put(K key, V value) {
    return call(MapCall.PUT, key, value);
  }

  @Override
  public V putIfAbsent(K key, V value) {
    return call(MapCall.PUT_IF_ABSENT, key, value);
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> others) {
    call(MapCall.PUT_ALL, new LinkedHashMap<>(others));
  }

  @Override
  public V remove(Object key) {
    return call(MapCall.REMOVE, key);
  }

  @Override
  public boolean remove(Object key, Object value) {
    return call(MapCall.REMOVE_IF_VALUE, key, value);
  }

  @Override
  public V replace(K key, V value) {
    return call(MapCall.REPLACE, key, value);
  }

  @Override
  public boolean replace(K key, V expected, V value) {
    return call(MapCall.REPLACE_IF_VALUE, key, expected, value);
  }

  @Override
  public boolean containsKey(Object key) {
    return call(MapCall.CONTAINS_KEY, key);
  }

  @Override
  public boolean containsValue(Object value) {
    return call(MapCall.CONTAINS_VALUE, value);
  }

  @Override
  public int size() {
    return call(MapCall.SIZE);
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public void clear() {
    call(MapCall.CLEAR);
  }

  /** The keys, as for any map; cannot cross. */
  @Override
  public Set<K> keySet() {
    return new MapKeys<>(this);
  }

  /** The values, as for any map; cannot cross. */
  @Override
  public Collection<V> values() {
    return new MapValues<>(this);
  }

  /** The entries, as for any map; cannot cross. */
  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new MapEntries<>(this);
  }

  /** Carries the function out here, on the entries of this moment. */
  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    snapshot().forEach(action);
  }

  // --- functions

  /** As {@link #compute(Object, BiFunction)}, in the manager's process. */
  public V compute(K key, SerializableBiFunction<? super K, ? super V, ? extends V> function) {
    return compute(key, (BiFunction<? super K, ? super V, ? extends V>) function);
  }

  @Override
  public V compute(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function);
    return Sent.orElse(
        function, () -> call(MapCall.COMPUTE, key, function), () -> computeHere(key, function));
  }

  /** As {@link #computeIfAbsent(Object, Function)}, in the manager's process. */
  public V computeIfAbsent(K key, SerializableFunction<? super K, ? extends V> function) {
    return computeIfAbsent(key, (Function<? super K, ? extends V>) function);
  }

  @Override
  public V computeIfAbsent(K key, Function<? super K, ? extends V> function) {
    Objects.requireNonNull(function);
    return Sent.orElse(
        function,
        () -> call(MapCall.COMPUTE_IF_ABSENT, key, function),
        () -> computeHere(key, (k, had) -> had == null ? function.apply(k) : had));
  }

  /** As {@link #computeIfPresent(Object, BiFunction)}, in the manager's process. */
  public V computeIfPresent(
      K key, SerializableBiFunction<? super K, ? super V, ? extends V> function) {
    return computeIfPresent(key, (BiFunction<? super K, ? super V, ? extends V>) function);
  }

  @Override
  public V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function);
    return Sent.orElse(
        function,
        () -> call(MapCall.COMPUTE_IF_PRESENT, key, function),
        () -> computeHere(key, (k, had) -> had == null ? null : function.apply(k, had)));
  }

  /** As {@link #merge(Object, Object, BiFunction)}, in the manager's process. */
  public V merge(
      K key, V value, SerializableBiFunction<? super V, ? super V, ? extends V> function) {
    return merge(key, value, (BiFunction<? super V, ? super V, ? extends V>) function);
  }

  @Override
  public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> function) {
    Objects.requireNonNull(function);
    return Sent.orElse(
        function,
        () -> call(MapCall.MERGE, key, value, function),
        () -> computeHere(key, (_, had) -> had == null ? value : function.apply(had, value)));
  }

  /** As {@link #replaceAll(BiFunction)}, in the manager's process and as one step. */
  public void replaceAll(SerializableBiFunction<? super K, ? super V, ? extends V> function) {
    replaceAll((BiFunction<? super K, ? super V, ? extends V>) function);
  }

  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function);
    Sent.orElse(
        function,
        () -> call(MapCall.REPLACE_ALL, function),
        () -> {
          keySet().forEach(key -> computeIfPresent(key, function));
          return null;
        });
  }

  /** Changes a mapping until nobody has changed the map meanwhile. */
  @SuppressWarnings("unchecked")
  private V computeHere(K key, BiFunction<? super K, ? super V, ? extends V> function) {
    for (; ; ) {
      Object[] seen = call(MapCall.VERSIONED, key);
      var before = (V) seen[1];
      var after = function.apply(key, before);
      if (after == before || this.<Boolean>call(MapCall.SET_IF, seen[0], key, after)) {
        return after;
      }
    }
  }

  /** As for any map; in the manager's own process, whether both are the same object. */
  @Override
  public boolean equals(Object other) {
    return isSame(other)
        || !link().isLocal() && other instanceof Map<?, ?> map && snapshot().equals(map);
  }

  @Override
  public int hashCode() {
    return link().isLocal() ? identity() : snapshot().hashCode();
  }

  /** The entries, as those of any map; or that the manager has ended. */
  @Override
  public String toString() {
    try {
      return snapshot().toString();
    } catch (ManagerException.Ended e) {
      return super.toString() + ", whose manager has ended";
    }
  }
}
