package speedup.wire;

import java.io.ObjectInputFilter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which classes may be rebuilt from a message: plain values of the JDK, and what was admitted by
 * package prefix.
 *
 * @param admitted prefixes of class names, such as {@code "speedup.workload."}, or {@link
 *     #NO_PACKAGE}
 */
public record ClassFilter(Set<String> admitted) {
  /** Admits the classes that are in no package. */
  public static final String NO_PACKAGE = ".";

  /**
   * What processes share, and proxies of it: may always cross. Named, not referred to, as the rooms
   * below do not know these.
   */
  public static final List<String> SHARED = List.of("speedup.ipc.", "speedup.manager.");

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
          "java.util.Arrays$ArrayList",
          // names the class whose lambda it rebuilds, which must be admitted itself
          "java.lang.invoke.SerializedLambda",
          // of arrays: nothing is an instance of these alone
          "java.util.Collection",
          "java.util.List",
          "java.util.Set",
          "java.util.Map",
          "java.lang.Comparable",
          "java.lang.CharSequence",
          "java.io.Serializable");

  /** Copies the prefixes. */
  public ClassFilter {
    admitted = Set.copyOf(admitted);
  }

  /** The prefix that admits the package of a class. */
  public static String prefixOf(Class<?> type) {
    var itsPackage = type.getPackageName();
    return itsPackage.isEmpty() ? NO_PACKAGE : itsPackage + ".";
  }

  /** What was admitted, as it travels. */
  public List<String> prefixes() {
    return List.copyOf(admitted);
  }

  /** Whether a class of this name may be rebuilt. */
  public boolean admits(String className) {
    return VALUE_CLASSES.contains(className)
        || className.indexOf('.') < 0 && admitted.contains(NO_PACKAGE)
        || startsWithOne(className, admitted)
        || startsWithOne(className, VALUE_PREFIXES);
  }

  /** Whether a class belongs to the JDK, and not to a program. */
  static boolean isOfJdk(Class<?> type) {
    var loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** Once a class in every value that crosses: no stream. */
  private static boolean startsWithOne(String className, Collection<String> prefixes) {
    for (var prefix : prefixes) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A rule for JDK serialisation, with bounds on depth and size.
   *
   * @param length bytes of the serialised object: no array in it can be much longer
   * @param admitted the rule
   * @param refused told the name of a class that is not admitted
   */
  static ObjectInputFilter forJdk(
      long length, Predicate<Class<?>> admitted, Consumer<String> refused) {
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
      if (type.isPrimitive() || admitted.test(type)) {
        return ObjectInputFilter.Status.ALLOWED;
      }
      refused.accept(type.getName());
      return ObjectInputFilter.Status.REJECTED;
    };
  }
}
