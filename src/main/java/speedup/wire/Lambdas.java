package speedup.wire;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Serializable lambdas and method references, taken apart into the method that implements them and
 * the values they hold. Costs a small part of what JDK serialisation of the same lambda does.
 */
final class Lambdas {
  private static final ClassValue<Optional<Method>> TAKING_APART = method("writeReplace");
  private static final ClassValue<Optional<Method>> REBUILDING =
      method("$deserializeLambda$", SerializedLambda.class);

  private Lambdas() {}

  /** A method that the compiler writes, opened, or empty when it is not there or stays closed. */
  private static ClassValue<Optional<Method>> method(String name, Class<?>... parameters) {
    return new ClassValue<>() {
      @Override
      protected Optional<Method> computeValue(Class<?> type) {
        try {
          var method = type.getDeclaredMethod(name, parameters);
          return method.trySetAccessible() ? Optional.of(method) : Optional.empty();
        } catch (NoSuchMethodException e) {
          return Optional.empty();
        }
      }
    };
  }

  static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.isSynthetic();
  }

  /**
   * The parts of a lambda, or null when it cannot be taken apart: its interface is not
   * Serializable, or it is one of the JDK's own.
   */
  static SerializedLambda parts(Object lambda) {
    var replace = TAKING_APART.get(lambda.getClass());
    try {
      return replace.isEmpty() ? null : (SerializedLambda) replace.get().invoke(lambda);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot take a lambda apart", e);
    }
  }

  /** Whether an object is a lambda whose code is in the given class. */
  static boolean isWrittenIn(Object object, Class<?> capturing) {
    if (!isLambda(object.getClass())) {
      return false;
    }
    var parts = parts(object);
    return parts != null && parts.getCapturingClass().replace('/', '.').equals(capturing.getName());
  }

  static Object rebuild(Class<?> capturing, String[] names, int kind, Object[] captured)
      throws WireException {
    try {
      var parts =
          new SerializedLambda(
              capturing, names[0], names[1], names[2], kind, names[3], names[4], names[5], names[6],
              captured);
      return REBUILDING.get(capturing).orElseThrow().invoke(null, parts);
    } catch (InvocationTargetException e) {
      throw new WireException(
          "a lambda of " + capturing.getName() + " could not be rebuilt", e.getCause());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      throw new WireException("a lambda of " + capturing.getName() + " could not be rebuilt", e);
    }
  }
}
