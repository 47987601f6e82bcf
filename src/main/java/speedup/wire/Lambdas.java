package speedup.wire;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;

/**
 * Serializable lambdas and method references, taken apart into the method that implements them and
 * the values they hold. Costs a small part of what JDK serialisation of the same lambda does.
 */
final class Lambdas {
  private Lambdas() {}

  static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.isSynthetic();
  }

  /** The parts of a lambda, or null when it cannot be taken apart. */
  static SerializedLambda parts(Object lambda) {
    try {
      var replace = lambda.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      return (SerializedLambda) replace.invoke(lambda);
    } catch (NoSuchMethodException | InaccessibleObjectException e) {
      return null; // an interface that is not Serializable, or a lambda of the JDK's own
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
      var factory = capturing.getDeclaredMethod("$deserializeLambda$", SerializedLambda.class);
      factory.setAccessible(true);
      return factory.invoke(null, parts);
    } catch (InvocationTargetException e) {
      throw new WireException(
          "a lambda of " + capturing.getName() + " could not be rebuilt", e.getCause());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      throw new WireException("a lambda of " + capturing.getName() + " could not be rebuilt", e);
    }
  }
}
