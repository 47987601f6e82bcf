package speedup.manager;

/** The values of a managed map. */
final class MapValues<V> extends MapView<V> {
  private static final long serialVersionUID = 1L;

  MapValues(ManagedMap<?, V> map) {
    super(map, MapCall.VALUES);
  }

  /** As values of any map have none of their own. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
