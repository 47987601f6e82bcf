package speedup.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The way from the root of a value to the part being written, such as {@code Task.config.hosts[2]},
 * for messages. Used by one thread.
 */
final class ValuePath {
  private static final int LONGEST_KEY = 40;

  private final Object root;

  // at each level: the name of a field, the keys of a map, or null, and an index or -1
  private Object[] holders = new Object[8];
  private int[] indices = new int[8];
  private int depth;

  ValuePath(Object root) {
    this.root = root;
  }

  /** What the root is called. */
  String root() {
    if (root == null) {
      return "null";
    }
    var type = root instanceof Enum<?> constant ? constant.getDeclaringClass() : root.getClass();
    if (Lambdas.isLambda(type)) {
      return "lambda";
    }
    for (var kind : List.of(List.class, Set.class, Map.class)) {
      if (kind.isAssignableFrom(type) && type.getName().startsWith("java.util.")) {
        return kind.getSimpleName();
      }
    }
    return type.isAnonymousClass()
        ? type.getName().substring(type.getName().lastIndexOf('.') + 1)
        : type.getSimpleName();
  }

  /** One level down; returns how deep that is. */
  int enter() {
    if (++depth == holders.length) {
      holders = Arrays.copyOf(holders, 2 * depth);
      indices = Arrays.copyOf(indices, 2 * depth);
    }
    return depth;
  }

  void leave() {
    depth--;
  }

  /** Now at this part of the innermost level; see {@link #step}. */
  void at(Object holder, int index) {
    holders[depth] = holder;
    indices[depth] = index;
  }

  /** The way to the innermost level that was entered. */
  @Override
  public String toString() {
    var path = new StringBuilder(root());
    for (var level = 1; level < depth; level++) {
      path.append(step(holders[level], indices[level]));
    }
    return path.toString();
  }

  /**
   * One step.
   *
   * @param holder the name of a field, the keys of a map, or null for a list, array or set
   * @param index which of the elements or entries, or -1
   */
  static String step(Object holder, int index) {
    if (holder == null) {
      return "[" + index + "]";
    }
    if (holder instanceof Object[] keys) {
      return key(keys[index], index);
    }
    return index < 0 ? "." + holder : "." + holder + "[" + index + "]";
  }

  /** The step to the value of a key; a key that is no short text or number is counted. */
  static String key(Object key, int index) {
    if (key instanceof String text && text.length() <= LONGEST_KEY) {
      return "[\"" + text + "\"]";
    }
    if (key instanceof Enum<?> constant) {
      return "[" + constant.name() + "]";
    }
    return key instanceof Integer || key instanceof Long || key instanceof Boolean
        ? "[" + key + "]"
        : ".value[" + index + "]";
  }
}
