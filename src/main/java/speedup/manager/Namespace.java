package speedup.manager;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values by name in the manager's process, as Python's managed namespace. */
public final class Namespace extends Managed {
  private static final long serialVersionUID = 1L;

  Namespace(Link link, long id, Target target) {
    super(link, Kind.NAMESPACE, id, target);
  }

  /**
   * A value.
   *
   * @param <T> its type, as the caller knows it
   * @throws java.util.NoSuchElementException when it was not set
   */
  public <T> T get(String name) {
    return call(NamespaceCall.GET, name);
  }

  /** Gives a name a value, which may be null. */
  public void set(String name, Object value) {
    call(NamespaceCall.SET, name, value);
  }

  /**
   * Removes a value.
   *
   * @param <T> its type, as the caller knows it
   * @return what it was
   * @throws java.util.NoSuchElementException when it was not set
   */
  public <T> T remove(String name) {
    return call(NamespaceCall.REMOVE, name);
  }

  /** Whether a name has a value. */
  public boolean has(String name) {
    return call(NamespaceCall.HAS, name);
  }

  /** The values of this moment by their names, in a map of this process. */
  public Map<String, Object> snapshot() {
    LinkedHashMap<String, Object> copy = call(NamespaceCall.ALL);
    return copy;
  }
}
