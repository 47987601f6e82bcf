package speedup.ipc;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;

/** Calls of the shared numbers of all types by one name, with boxes instead of primitives. */
final class Typed {
  private Typed() {}

  static SharedValue value(NumberType type, Number initial) throws Exception {
    return (SharedValue) factory(SharedValue.class, type, box(type, initial));
  }

  static SharedArray array(NumberType type, int length) throws Exception {
    return (SharedArray) factory(SharedArray.class, type, length);
  }

  private static Object factory(Class<?> in, NumberType type, Object argument) throws Exception {
    var name = "of" + type.name().charAt(0) + type.toString().substring(1);
    var factory =
        Arrays.stream(in.getMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return factory.invoke(null, argument);
  }

  /** A number as one of the type, cut as a cast does. */
  static Object box(NumberType type, Number number) {
    return switch (type) {
      case BYTE -> number.byteValue();
      case CHAR -> (char) number.intValue();
      case SHORT -> number.shortValue();
      case INT -> number.intValue();
      case LONG -> number.longValue();
      case FLOAT -> number.floatValue();
      case DOUBLE -> number.doubleValue();
    };
  }

  static Number least(NumberType type) {
    return switch (type) {
      case BYTE -> Byte.MIN_VALUE;
      case CHAR -> (int) Character.MIN_VALUE;
      case SHORT -> Short.MIN_VALUE;
      case INT -> Integer.MIN_VALUE;
      case LONG -> Long.MIN_VALUE;
      case FLOAT -> -Float.MAX_VALUE;
      case DOUBLE -> -Double.MAX_VALUE;
    };
  }

  static Number most(NumberType type) {
    return switch (type) {
      case BYTE -> Byte.MAX_VALUE;
      case CHAR -> (int) Character.MAX_VALUE;
      case SHORT -> Short.MAX_VALUE;
      case INT -> Integer.MAX_VALUE;
      case LONG -> Long.MAX_VALUE;
      case FLOAT -> Float.MAX_VALUE;
      case DOUBLE -> Double.MAX_VALUE;
    };
  }

  /** Twice a number and one more, as an argument of {@code updateAndGet}. */
  static Object twiceAndOne(NumberType type) {
    return switch (type) {
      case BYTE, CHAR, SHORT, INT -> (IntUnaryOperator) old -> 2 * old + 1;
      case LONG -> (LongUnaryOperator) old -> 2 * old + 1;
      case FLOAT, DOUBLE -> (DoubleUnaryOperator) old -> 2 * old + 1;
    };
  }

  /** Calls the only method of this name with so many arguments. */
  static Object call(Object target, String name, Object... arguments) throws Exception {
    var method =
        Arrays.stream(target.getClass().getMethods())
            .filter(one ->
                one.getName().equals(name)
                    && one.getParameterCount() == arguments.length
                    && !one.isBridge())
            .findFirst()
            .orElseThrow();
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw (Exception) e.getCause();
    }
  }
}
