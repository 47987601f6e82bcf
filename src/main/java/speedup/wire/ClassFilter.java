package speedup.wire;

import java.io.ObjectInputFilter;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which classes may be rebuilt from a message: plain values of the JDK, and what was admitted by
 * package prefix.
 *
 * @param admitted prefixes of class names, such as {@code "speedup.workload."}
 */
public record ClassFilter(Set<String> admitted) {
  /** Admits the classes that are in no package, as those of a single source file are. */
  public static final String UNNAMED_PACKAGE = ".";

  private static final long MAX_REFERENCES = 50_000_000;
  private static final long MAX_DEPTH = 500;

  /** The table of a hash map is up to eight times as long as the bytes of its entries. */
  private static final long SPARE_ENTRIES = 16;

  private static final List<String> VALUE_PREFIXES =
      List.of(
          "java.math.", "java.time.", "java.util.ImmutableCollections$", "java.util.Collections$");
  private static final Set<String> VALUE_CLASSES =
      Set.of(
          "java.lang.Object",
          "java.lang.String",
          "java.lang.Number",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Enum",
          "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.EnumMap",
          "java.util.BitSet",
          "java.util.UUID",
          "java.util.Date",
          "java.util.Map$Entry",
          "java.util.CollSer",
          "java.util.Arrays$ArrayList");

  /** Copies the prefixes. */
  public ClassFilter {
    admitted = Set.copyOf(admitted);
  }

  /** Whether a class of this name may be rebuilt. */
  public boolean admits(String className) {
    return VALUE_CLASSES.contains(className)
        || VALUE_PREFIXES.stream().anyMatch(className::startsWith)
        || admitted.stream().anyMatch(className::startsWith)
        || className.indexOf('.') < 0 && admitted.contains(UNNAMED_PACKAGE);
  }

  /**
   * The same rule for JDK serialisation, with bounds on depth and size.
   *
   * @param length bytes of the serialised object: no array in it can be much longer
   * @param refused told the name of a class that is not admitted
   */
  ObjectInputFilter forJdk(long length, Consumer<String> refused) {
    return info -> {
      if (info.depth() > MAX_DEPTH
          || info.references() > MAX_REFERENCES
          || info.arrayLength() > SPARE_ENTRIES * (length + 1)) {
        return ObjectInputFilter.Status.REJECTED;
      }
      var type = info.serialClass();
      if (type == null) {
        return ObjectInputFilter.Status.UNDECIDED;
      }
      while (type.isArray()) {
        type = type.getComponentType();
      }
      if (type.isPrimitive() || admits(type.getName())) {
        return ObjectInputFilter.Status.ALLOWED;
      }
      refused.accept(type.getName());
      return ObjectInputFilter.Status.REJECTED;
    };
  }
}
