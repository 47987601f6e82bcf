package speedup.workload;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The method in a person's source that is called for each item.
 *
 * @param owner simple name of its class
 * @param packageName of its class; empty for none
 * @param name its name
 * @param kind what it takes
 */
record OwnMethod(String owner, String packageName, String name, ItemKind kind) {
  private static final String EXAMPLE = "public static long run(long n) { return n * n; }";

  private static final Set<Class<?>> PLAIN =
      Set.of(
          Long.class,
          Integer.class,
          Short.class,
          Byte.class,
          Double.class,
          Float.class,
          Boolean.class,
          Character.class,
          String.class,
          BigInteger.class,
          BigDecimal.class);

  /**
   * Finds the only public static method that takes one item.
   *
   * @param file name of the source, for sentences
   * @throws UnfitSourceException which says what to write
   */
  static OwnMethod find(String file, ClassLoader loader, Collection<String> classes)
      throws UnfitSourceException {
    var methods = methods(file, loader, classes);
    var usable =
        methods.stream()
            .filter(method -> ItemKind.of(method.getParameterTypes()[0]).isPresent())
            .toList();
    if (usable.size() > 1) {
      throw new UnfitSourceException(
          usable.getFirst(),
          "%s has several public static methods that take one item (%s); make all but one private"
              .formatted(
                  file, usable.stream().map(OwnMethod::inWords).collect(Collectors.joining(", "))));
    }
    if (usable.isEmpty()) {
      throw new UnfitSourceException(
          methods.isEmpty() ? null : methods.getFirst(),
          methods.isEmpty()
              ? "%s has no public static method that takes one item; write one, such as: %s"
                  .formatted(file, EXAMPLE)
              : "%s takes a %s; let it take one item, a long, int, double or String, such as: %s"
                  .formatted(
                      inWords(methods.getFirst()),
                      methods.getFirst().getParameterTypes()[0].getSimpleName(),
                      EXAMPLE));
    }
    var method = usable.getFirst();
    checkReturns(method);
    var owner = method.getDeclaringClass();
    return new OwnMethod(
        owner.getSimpleName(),
        owner.getPackageName(),
        method.getName(),
        ItemKind.of(method.getParameterTypes()[0]).orElseThrow());
  }

  private static List<Method> methods(String file, ClassLoader loader, Collection<String> classes)
      throws UnfitSourceException {
    var methods = new ArrayList<Method>();
    for (var name : classes) {
      if (name.startsWith("speedup.")) {
        throw bad(file + " is in a package of this program; give it another package, or none");
      }
      for (var method : methods(file, loader, name)) {
        if (Modifier.isPublic(method.getModifiers())
            && Modifier.isStatic(method.getModifiers())
            && !method.isSynthetic()
            && method.getParameterCount() == 1
            && !isMain(method)) {
          methods.add(method);
        }
      }
    }
    return methods;
  }

  /** Of a class that is in no other one. Loads it, and does not initialise it. */
  private static Method[] methods(String file, ClassLoader loader, String name)
      throws UnfitSourceException {
    try {
      var type = Class.forName(name, false, loader);
      return type.getEnclosingClass() == null ? type.getDeclaredMethods() : new Method[0];
    } catch (ClassNotFoundException | LinkageError e) {
      throw bad("the class %s of %s cannot be loaded: %s".formatted(name, file, e.getMessage()));
    }
  }

  private static boolean isMain(Method method) {
    return method.getName().equals("main") && method.getParameterTypes()[0] == String[].class;
  }

  private static void checkReturns(Method method) throws UnfitSourceException {
    var type = method.getReturnType();
    if (!fits(type)) {
      throw new UnfitSourceException(
          method,
          "%s returns %s; let it return a number, a String, a boolean, or a record, list or array of these"
              .formatted(
                  inWords(method), type == void.class ? "nothing" : "a " + type.getSimpleName()));
    }
  }

  private static boolean fits(Class<?> type) {
    if (type.isArray()) {
      return fits(type.componentType());
    }
    return type.isPrimitive() && type != void.class
        || PLAIN.contains(type)
        || type.isRecord()
        || List.class.isAssignableFrom(type);
  }

  private static String inWords(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /** Such as {@code Task.run}. */
  String inWords() {
    return owner + "." + name;
  }

  /**
   * The source of a class that calls it: compiled beside it, so that a worker's loop over the items
   * is as fast as one that the person writes.
   *
   * @param caller simple name of that class
   */
  String caller(String caller) {
    return """
    %spublic record %s(long millis) implements speedup.workload.OwnTask {
      @Override
      public void each(speedup.workload.OwnItems items) throws java.lang.Throwable {
        while (items.next()) {
          items.put(%s(items.%s()));
        }
      }
    }
    """
        .formatted(
            packageName.isEmpty() ? "" : "package " + packageName + ";\n",
            caller,
            inWords(),
            kind.getter);
  }

  /** The full name of a class beside the method's. */
  String beside(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }

  private static UnfitSourceException bad(String sentence) {
    return new UnfitSourceException(null, sentence);
  }
}
