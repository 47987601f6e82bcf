package speedup.wire;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the way from an object to a part of it, for a message, when JDK serialisation has said that
 * the part cannot cross but not where it is. Looks at fields, elements, entries and what lambdas
 * hold, nearest first; what cannot be opened is passed over.
 */
final class FieldPath {
  private static final int MOST_STEPS = 200_000;

  /** An object that was reached, from where, and by which step. */
  private record Node(Node from, String step, Object object) {}

  private final boolean transientToo;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Queue<Node> waiting = new ArrayDeque<>();
  private int steps;

  private FieldPath(boolean transientToo) {
    this.transientToo = transientToo;
  }

  /**
   * The way from an object to a part of it.
   *
   * @return such as {@code .config.hosts[2]}; empty when the object is the part, or when no way was
   *     found
   */
  static String find(Object root, Predicate<Object> part) {
    if (part.test(root)) {
      return "";
    }
    var path = new FieldPath(false).search(root, part);
    // a class that writes itself may write its transient fields
    return path.isEmpty() ? new FieldPath(true).search(root, part) : path;
  }

  private String search(Object root, Predicate<Object> part) {
    reach(null, "", root);
    while (!waiting.isEmpty()) {
      var node = waiting.remove();
      if (part.test(node.object())) {
        return text(node);
      }
      open(node);
    }
    return "";
  }

  private static String text(Node end) {
    var steps = new ArrayList<String>();
    for (var node = end; node != null; node = node.from()) {
      steps.add(node.step());
    }
    return String.join("", steps.reversed());
  }

  /** Whether there may be more steps: some collections never end. */
  private boolean reach(Node from, String step, Object object) {
    if (++steps > MOST_STEPS) {
      return false;
    }
    if (object != null && seen.add(object)) {
      waiting.add(new Node(from, step, object));
    }
    return true;
  }

  private void open(Node node) {
    var object = node.object();
    if (object instanceof Object[] elements) {
      openAll(node, Arrays.asList(elements));
    } else if (Lambdas.isLambda(object.getClass())) {
      openLambda(node);
    } else if (!(object instanceof Enum) && !(object instanceof Class)) {
      for (Class<?> owner = object.getClass(); owner != null; owner = owner.getSuperclass()) {
        openFields(node, owner);
      }
      openContents(node);
    }
  }

  private void openContents(Node node) {
    try {
      if (node.object() instanceof Map<?, ?> map) {
        openMap(node, map);
      } else if (node.object() instanceof Collection<?> collection) {
        openAll(node, collection);
      }
    } catch (RuntimeException e) {
      steps++; // code of the sender's own, run only to word a message better; its fields remain
    }
  }

  private void openAll(Node node, Collection<?> elements) {
    var index = 0;
    for (var element : elements) {
      if (!reach(node, ValuePath.step(null, index++), element)) {
        return;
      }
    }
  }

  private void openMap(Node node, Map<?, ?> map) {
    var index = 0;
    for (var entry : map.entrySet()) {
      var valueStep = ValuePath.key(entry.getKey(), index);
      if (!reach(node, ValuePath.step("key", index), entry.getKey())
          || !reach(node, valueStep, entry.getValue())) {
        return;
      }
      index++;
    }
  }

  private void openLambda(Node node) {
    var parts = Lambdas.parts(node.object());
    for (var i = 0; parts != null && i < parts.getCapturedArgCount(); i++) {
      reach(node, ValuePath.step("captured", i), parts.getCapturedArg(i));
    }
  }

  private void openFields(Node node, Class<?> owner) {
    for (var field : fields(owner)) {
      var modifiers = field.getModifiers();
      if (!Modifier.isStatic(modifiers)
          && (transientToo || !Modifier.isTransient(modifiers))
          && !field.getType().isPrimitive()
          && field.trySetAccessible()) {
        try {
          reach(node, ValuePath.step(field.getName(), -1), field.get(node.object()));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("a field that was opened is closed: " + field, e);
        }
      }
    }
  }

  private static Field[] fields(Class<?> owner) {
    try {
      return owner.getDeclaredFields();
    } catch (LinkageError e) {
      return new Field[0]; // the class of one of them is not there
    }
  }
}
