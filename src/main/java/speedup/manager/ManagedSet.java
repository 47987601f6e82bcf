package speedup.manager;

import java.util.HashSet;
import java.util.Set;

/**
 * A set in the manager's process. Its elements keep the order in which they came. See {@link
 * ManagedCollection} for what can be in it.
 *
 * @param <E> elements
 */
public final class ManagedSet<E> extends ManagedCollection<E> implements Set<E> {
  private static final long serialVersionUID = 1L;

  ManagedSet(Link link, long id, Target target) {
    super(link, Kind.SET, id, target);
  }

  /** As for any set; in the manager's own process, whether both are the same object. */
  @Override
  public boolean equals(Object other) {
    return isSame(other)
        || !link().isLocal()
            && other instanceof Set<?> set
            && new HashSet<>(snapshot()).equals(set);
  }

  @Override
  public int hashCode() {
    return link().isLocal() ? identity() : new HashSet<>(snapshot()).hashCode();
  }
}
