package speedup.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * Writes values: primitives, text, arrays, lists, records, enums and lambdas in a form of our own,
 * any other Serializable object by JDK serialisation. A value is written as a tree; what is shared
 * inside it arrives as copies. Used by one thread.
 */
public final class ValueWriter {
  private static final int MAX_DEPTH = 500;

  private final OutBuffer out;
  private Map<String, Integer> names = Map.of();
  private final String root;

  // the way to the value being written: at each level a field, or an index where the field is null
  private String[] fields = new String[8];
  private int[] indices = new int[8];
  private int depth;

  private ValueWriter(OutBuffer out, Object root) {
    this.out = out;
    this.root = root == null ? "null" : label(root.getClass());
  }

  /**
   * The bytes of a value.
   *
   * @throws NotSendableException naming the part that cannot cross
   */
  public static byte[] toBytes(Object value) throws NotSendableException {
    return toBytes(value, new OutBuffer(64));
  }

  /** As {@link #toBytes(Object)}, written through a buffer that is used again and again. */
  public static byte[] toBytes(Object value, OutBuffer scratch) throws NotSendableException {
    if (ArrayCodec.isLarge(value)) {
      return ArrayCodec.toBytes(value);
    }
    scratch.truncate(0, 64 * 1024);
    if (value instanceof Integer number) {
      scratch.put(ValueTag.INT);
      scratch.putSigned(number);
    } else {
      new ValueWriter(scratch, value).write(value);
    }
    return scratch.toBytes();
  }

  private static String label(Class<?> type) {
    if (Lambdas.isLambda(type)) {
      return "lambda";
    }
    if (List.class.isAssignableFrom(type)) {
      return "List";
    }
    return type.isAnonymousClass()
        ? type.getName().substring(type.getName().lastIndexOf('.') + 1)
        : type.getSimpleName();
  }

  private NotSendableException notSendable(String what, Throwable cause) {
    var path = new StringBuilder(root);
    for (var level = 1; level < depth; level++) {
      if (fields[level] == null) {
        path.append('[').append(indices[level]).append(']');
      } else {
        path.append('.').append(fields[level]);
      }
    }
    return new NotSendableException(path.toString(), what, cause);
  }

  private void write(Object value) throws NotSendableException {
    switch (value) {
      case null -> out.put(ValueTag.NULL);
      case Boolean v -> out.put(v ? ValueTag.TRUE : ValueTag.FALSE);
      case Byte v -> {
        out.put(ValueTag.BYTE);
        out.put(v);
      }
      case Short v -> tagged(ValueTag.SHORT, v);
      case Character v -> tagged(ValueTag.CHAR, v);
      case Integer v -> tagged(ValueTag.INT, v);
      case Long v -> tagged(ValueTag.LONG, v);
      case Float v -> {
        out.put(ValueTag.FLOAT);
        out.putInt(Float.floatToRawIntBits(v));
      }
      case Double v -> {
        out.put(ValueTag.DOUBLE);
        out.putLong(Double.doubleToRawLongBits(v));
      }
      case String v when hasHalfPair(v) -> writeJdk(v);
      case String v -> {
        out.put(ValueTag.TEXT);
        out.putText(v);
      }
      default -> writeNested(value);
    }
  }

  /** Half of a surrogate pair has no form in UTF-8, and yet is to arrive as it was. */
  private static boolean hasHalfPair(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private void tagged(int tag, long value) {
    out.put(tag);
    out.putSigned(value);
  }

  private void writeNested(Object value) throws NotSendableException {
    if (++depth >= MAX_DEPTH) {
      throw new NotSendableException(
          root, "a value nested more than " + MAX_DEPTH + " levels deep", null);
    }
    if (depth == fields.length) {
      fields = Arrays.copyOf(fields, 2 * depth);
      indices = Arrays.copyOf(indices, 2 * depth);
    }
    try {
      var type = value.getClass();
      if (type.isArray() && type.componentType().isPrimitive()) {
        ArrayCodec.write(value, out);
      } else if (value instanceof Enum<?> constant) {
        out.put(ValueTag.ENUM);
        writeName(constant.getDeclaringClass().getName());
        out.putText(constant.name());
      } else if (type == Object[].class) {
        writeAll(ValueTag.OBJECTS, Arrays.asList((Object[]) value));
      } else if (value instanceof List<?> list && isPlainList(type)) {
        writeAll(ValueTag.LIST, list);
      } else if (type.isRecord()) {
        writeRecord(value, type);
      } else if (Lambdas.isLambda(type)) {
        writeLambda(value);
      } else {
        writeJdk(value);
      }
    } finally {
      depth--;
    }
  }

  private static boolean isPlainList(Class<?> type) {
    return type == ArrayList.class
        || (RandomAccess.class.isAssignableFrom(type) || type.getName().contains("Immutable"))
            && type.getName().startsWith("java.util.");
  }

  private void writeAll(int tag, List<?> values) throws NotSendableException {
    out.put(tag);
    out.putVar(values.size());
    var index = 0;
    for (var value : values) {
      fields[depth] = null;
      indices[depth] = index++;
      write(value);
    }
  }

  private void writeRecord(Object value, Class<?> type) throws NotSendableException {
    var shape = shape(type);
    out.put(ValueTag.RECORD);
    writeName(type.getName());
    for (var i = 0; i < shape.size(); i++) {
      fields[depth] = shape.name(i);
      write(component(shape, value, i));
    }
  }

  private RecordShape shape(Class<?> type) throws NotSendableException {
    try {
      return RecordShape.of(type);
    } catch (RuntimeException e) { // a record that its module does not open
      throw notSendable(type.getName(), e);
    }
  }

  private Object component(RecordShape shape, Object value, int index) throws NotSendableException {
    try {
      return shape.get(value, index);
    } catch (RuntimeException e) { // an accessor of the record's own that throws
      throw notSendable(value.getClass().getName(), e);
    }
  }

  private void writeLambda(Object value) throws NotSendableException {
    SerializedLambda parts = Lambdas.parts(value);
    if (parts == null) {
      throw notSendable("a lambda of the JDK, or one whose interface is not Serializable", null);
    }
    out.put(ValueTag.LAMBDA);
    writeName(parts.getCapturingClass().replace('/', '.'));
    out.putText(parts.getFunctionalInterfaceClass());
    out.putText(parts.getFunctionalInterfaceMethodName());
    out.putText(parts.getFunctionalInterfaceMethodSignature());
    out.putVar(parts.getImplMethodKind());
    out.putText(parts.getImplClass());
    out.putText(parts.getImplMethodName());
    out.putText(parts.getImplMethodSignature());
    out.putText(parts.getInstantiatedMethodType());
    var captured = new ArrayList<>(parts.getCapturedArgCount());
    for (var i = 0; i < parts.getCapturedArgCount(); i++) {
      captured.add(parts.getCapturedArg(i));
    }
    writeAll(ValueTag.OBJECTS, captured);
  }

  private void writeJdk(Object value) throws NotSendableException {
    var type = value.getClass();
    if (!(value instanceof Serializable)) {
      throw notSendable(type.getName(), null);
    }
    var bytes = new ByteArrayOutputStream();
    try (var stream = new ObjectOutputStream(bytes)) {
      stream.writeObject(value);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw notSendable(e.getMessage() == null ? type.getName() : e.getMessage(), e);
    }
    out.put(ValueTag.JDK);
    out.putBlock(bytes.toByteArray());
  }

  /** The first mention of a name in a value writes it, later ones its number. */
  private void writeName(String name) {
    var number = names.get(name);
    if (number == null) {
      if (names.isEmpty()) {
        names = new HashMap<>();
      }
      names.put(name, names.size());
      out.putVar(0);
      out.putText(name);
    } else {
      out.putVar(number + 1L);
    }
  }
}
