package speedup.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** JDK serialisation of one object, which knows the part of it that cannot cross. */
final class JdkWriter extends ObjectOutputStream {
  private final ClassFilter admitted;
  private Object last; // the object that is being written, after any replacement of its own

  // the first of each; later ones may come from the JDK's note about the failure
  private Object notSerializable;
  private Class<?> refused;
  private Object refusedIn;

  private JdkWriter(ByteArrayOutputStream bytes, ClassFilter admitted) throws IOException {
    super(bytes);
    this.admitted = admitted;
    enableReplaceObject(true);
  }

  /**
   * The serialised form.
   *
   * @param admitted what the receiver will admit, or null when that is not known
   * @param path the way to the object
   */
  static byte[] toBytes(Object value, ClassFilter admitted, ValuePath path)
      throws NotSendableException {
    var type = value.getClass().getName();
    if (!(value instanceof Serializable)) {
      throw new NotSendableException(path.toString(), type, null);
    }
    var bytes = new ByteArrayOutputStream();
    try (var stream = new JdkWriter(bytes, admitted)) {
      stream.writeChecked(value, path);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      var reason = e.getMessage() == null ? type : e.getMessage();
      throw new NotSendableException(path.toString(), reason, e);
    }
    return bytes.toByteArray();
  }

  private void writeChecked(Object value, ValuePath path) throws IOException, NotSendableException {
    try {
      writeObject(value);
    } catch (NotSerializableException e) {
      if (notSerializable == null) {
        throw e; // thrown by a class that writes itself
      }
      // the exception names the class alone
      throw new NotSendableException(
          path + FieldPath.find(value, object -> object == notSerializable),
          notSerializable.getClass().getName(),
          e);
    }
    if (refused != null) {
      throw NotSendableException.notAdmitted(
          path + FieldPath.find(value, this::isRefused), refused.getName(), refused);
    }
  }

  /**
   * The object of the refused class, or else the class itself or a lambda that was written in it.
   */
  private boolean isRefused(Object object) {
    if (refusedIn != null && refused.isAssignableFrom(elementType(refusedIn.getClass()))) {
      return object == refusedIn;
    }
    return object == refused || Lambdas.isWrittenIn(object, refused);
  }

  private static Class<?> elementType(Class<?> array) {
    var type = array;
    while (type.isArray()) {
      type = type.componentType();
    }
    return type;
  }

  @Override
  protected Object replaceObject(Object object) {
    last = object;
    if (notSerializable == null && !(object instanceof Serializable)) {
      notSerializable = object;
    }
    return object;
  }

  /** Called for every class that is named in the stream, those of superclasses too. */
  @Override
  protected void annotateClass(Class<?> type) {
    var element = elementType(type);
    if (admitted != null
        && refused == null
        && !element.isPrimitive()
        && !admitted.admits(element.getName())) {
      refused = element;
      refusedIn = last;
    }
  }

  @Override
  protected void annotateProxyClass(Class<?> type) {
    for (var promised : type.getInterfaces()) {
      annotateClass(promised);
    }
    annotateClass(type);
  }
}
