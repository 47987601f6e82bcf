package speedup.wire;

/** Functions in words. */
public final class Functions {
  private Functions() {}

  /**
   * A name for a function: {@code Primes::count} for a method reference, {@code a lambda in Primes}
   * for a lambda, the class name for anything else.
   */
  public static String name(Object function) {
    var type = function.getClass();
    if (!Lambdas.isLambda(type)) {
      return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    }
    var parts = Lambdas.parts(function);
    if (parts == null) {
      return "a lambda";
    }
    if (parts.getImplMethodName().startsWith("lambda$")) {
      return "a lambda in " + simple(parts.getCapturingClass());
    }
    return simple(parts.getImplClass()) + "::" + parts.getImplMethodName();
  }

  /** The last part of a nested class's name; all of one that ends in a number. */
  private static String simple(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    var last = name.substring(name.lastIndexOf('$') + 1);
    return last.isEmpty() || Character.isDigit(last.charAt(0)) ? name : last;
  }
}
