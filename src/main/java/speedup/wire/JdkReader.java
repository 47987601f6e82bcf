package speedup.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.function.Predicate;

/** JDK deserialisation that admits classes by a rule and looks them up where it is told. */
final class JdkReader extends ObjectInputStream {
  private final ClassLoader loader;
  private String refused;

  /**
   * Over a serialised object.
   *
   * @param admitted which classes may appear, arrays by their elements
   */
  JdkReader(byte[] bytes, Predicate<Class<?>> admitted, ClassLoader loader) throws IOException {
    super(new ByteArrayInputStream(bytes));
    this.loader = loader;
    setObjectInputFilter(ClassFilter.forJdk(bytes.length, admitted, name -> refused = name));
  }

  /** The name of the class that was not admitted, or null. */
  String refused() {
    return refused;
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
    var primitive = Class.forPrimitiveName(description.getName());
    return primitive == null ? Class.forName(description.getName(), false, loader) : primitive;
  }
}
