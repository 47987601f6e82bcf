package speedup.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** How to take a record apart and put it together again; looked up once a class. */
final class RecordShape {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  private final String[] names;
  private final Method[] accessors;
  private final Constructor<?> constructor;

  private RecordShape(Class<?> type) {
    var components = type.getRecordComponents();
    names = new String[components.length];
    accessors = new Method[components.length];
    var types = new Class<?>[components.length];
    for (var i = 0; i < components.length; i++) { // no lambdas: they slow the first use
      names[i] = components[i].getName();
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
      types[i] = components[i].getType();
    }
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its canonical constructor: " + type, e);
    }
  }

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  int size() {
    return names.length;
  }

  String name(int index) {
    return names[index];
  }

  Object get(Object owner, int index) {
    try {
      return accessors[index].invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "cannot read " + names[index] + " of " + owner.getClass().getName(), e);
    }
  }

  Object create(Object[] values) throws WireException {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new WireException(
          constructor.getDeclaringClass().getName() + " refused its values", e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException | LinkageError e) {
      throw new WireException(
          "the values do not fit " + constructor.getDeclaringClass().getName(), e);
    }
  }
}
