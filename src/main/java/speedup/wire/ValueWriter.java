package speedup.wire;

import java.lang.invoke.SerializedLambda;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Writes values: primitives, text, arrays, the common collections, records, enums and lambdas in a
 * form of our own, any other Serializable object by JDK serialisation. A value is written as a
 * tree; what is shared inside it arrives as copies. Used by one thread.
 *
 * <p>Lists with random access and the lists of {@code List.of} arrive as {@code ArrayList}, the
 * sets and maps of {@code Set.of} and {@code Map.of} as {@code LinkedHashSet} and {@code
 * LinkedHashMap}; sorted sets and maps with a comparator of their own go by JDK serialisation.
 */
public final class ValueWriter {
  private static final int MAX_DEPTH = 500;

  private final OutBuffer out;
  private final ClassFilter admitted; // null: not known here
  private final ValuePath path;
  private final NameTable names = new NameTable();

  private ValueWriter(OutBuffer out, ClassFilter admitted, Object root) {
    this.out = out;
    this.admitted = admitted;
    this.path = new ValuePath(root);
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
    return toBytes(value, scratch, null);
  }

  /**
   * The bytes of a value whose every class the receiver will admit.
   *
   * @param admitted the filter that the receiver will use
   * @throws NotSendableException naming the part that cannot cross, or that would be refused
   */
  public static byte[] toBytes(Object value, ClassFilter admitted) throws NotSendableException {
    return toBytes(value, new OutBuffer(64), admitted);
  }

  /**
   * As {@link #toBytes(Object, ClassFilter)}, written through a buffer that is used again and
   * again.
   */
  public static byte[] toBytes(Object value, OutBuffer scratch, ClassFilter admitted)
      throws NotSendableException {
    if (ArrayCodec.isLarge(value)) {
      return ArrayCodec.toBytes(value);
    }
    scratch.truncate(0, 64 * 1024);
    if (value instanceof Integer number) {
      scratch.put(ValueTag.INT);
      scratch.putSigned(number);
    } else {
      new ValueWriter(scratch, admitted, value).write(value);
    }
    return scratch.toBytes();
  }

  private NotSendableException notSendable(String what, Throwable cause) {
    return new NotSendableException(path.toString(), what, cause);
  }

  private void write(Object value) throws NotSendableException {
    if (value == null) {
      out.put(ValueTag.NULL);
      return;
    }
    var kind = ValueKind.of(value.getClass());
    switch (kind) {
      case INT -> tagged(ValueTag.INT, (Integer) value);
      case LONG -> tagged(ValueTag.LONG, (Long) value);
      case DOUBLE -> {
        out.put(ValueTag.DOUBLE);
        out.putLong(Double.doubleToRawLongBits((Double) value));
      }
      case TEXT -> writeText((String) value);
      case BOOLEAN -> out.put((Boolean) value ? ValueTag.TRUE : ValueTag.FALSE);
      case BYTE -> {
        out.put(ValueTag.BYTE);
        out.put((Byte) value);
      }
      case SHORT -> tagged(ValueTag.SHORT, (Short) value);
      case CHAR -> tagged(ValueTag.CHAR, (Character) value);
      case FLOAT -> {
        out.put(ValueTag.FLOAT);
        out.putInt(Float.floatToRawIntBits((Float) value));
      }
      default -> {
        if (path.enter() >= MAX_DEPTH) {
          throw new NotSendableException(
              path.root(), "a value nested more than " + MAX_DEPTH + " levels deep", null);
        }
        writeNested(value, kind);
        path.leave();
      }
    }
  }

  private void tagged(int tag, long value) {
    out.put(tag);
    out.putSigned(value);
  }

  private void writeText(String text) throws NotSendableException {
    var start = out.size();
    out.put(ValueTag.TEXT);
    if (!out.putExactText(text)) {
      out.truncate(start, Integer.MAX_VALUE);
      writeJdk(text);
    }
  }

  private void writeNested(Object value, ValueKind kind) throws NotSendableException {
    switch (kind) {
      case PRIMITIVES -> ArrayCodec.write(value, out);
      case OBJECTS -> {
        out.put(ValueTag.OBJECTS);
        writeElements((Object[]) value, null);
      }
      case TYPED_ARRAY -> writeTypedArray((Object[]) value);
      case LIST -> writeElements(((Collection<?>) value).toArray(), null);
      case SET -> writeSet(ValueTag.SET, value);
      case HASH_SET -> writeSet(ValueTag.HASH_SET, value);
      case TREE_SET -> {
        if (((SortedSet<?>) value).comparator() == null) {
          writeSet(ValueTag.TREE_SET, value);
        } else {
          writeJdk(value);
        }
      }
      case MAP -> writeMap(ValueTag.MAP, value);
      case HASH_MAP -> writeMap(ValueTag.HASH_MAP, value);
      case TREE_MAP -> {
        if (((SortedMap<?, ?>) value).comparator() == null) {
          writeMap(ValueTag.TREE_MAP, value);
        } else {
          writeJdk(value);
        }
      }
      case ENUM -> {
        var constant = (Enum<?>) value;
        out.put(ValueTag.ENUM);
        writeName(constant.getDeclaringClass().getName(), constant.getDeclaringClass());
        out.putText(constant.name());
      }
      case RECORD -> writeRecord(value, value.getClass());
      case LAMBDA -> writeLambda(value);
      case REPLACED -> write(standIn((Replaced) value));
      default -> writeJdk(value);
    }
  }

  /**
   * A count and the elements, under the tag of a list or of a run.
   *
   * @param holder what the elements are called in a path; see {@link ValuePath#step}
   */
  private void writeElements(Object[] values, Object holder) throws NotSendableException {
    if (RunCodec.write(values, out)) {
      return;
    }
    out.put(ValueTag.LIST);
    out.putVar(values.length);
    for (var i = 0; i < values.length; i++) {
      path.at(holder, i);
      write(values[i]);
    }
  }

  private void writeTypedArray(Object[] values) throws NotSendableException {
    Class<?> type = values.getClass();
    var dimensions = 0;
    for (; type.isArray(); type = type.componentType()) {
      dimensions++;
    }
    out.put(ValueTag.TYPED_ARRAY);
    writeName(type.getName(), type);
    out.put(dimensions);
    writeElements(values, null);
  }

  private void writeSet(int tag, Object set) throws NotSendableException {
    out.put(tag);
    writeElements(((Collection<?>) set).toArray(), null);
  }

  /** All keys, then all values. */
  private void writeMap(int tag, Object map) throws NotSendableException {
    var entries = ((Map<?, ?>) map).entrySet().toArray(Map.Entry<?, ?>[]::new);
    var keys = new Object[entries.length];
    var values = new Object[entries.length];
    for (var i = 0; i < entries.length; i++) {
      keys[i] = entries[i].getKey();
      values[i] = entries[i].getValue();
    }
    out.put(tag);
    writeElements(keys, "key");
    writeElements(values, keys);
  }

  private void writeRecord(Object value, Class<?> type) throws NotSendableException {
    var shape = shape(type);
    out.put(ValueTag.RECORD);
    writeName(type.getName(), type);
    for (var i = 0; i < shape.size(); i++) {
      path.at(shape.name(i), -1);
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

  private Object standIn(Replaced value) throws NotSendableException {
    try {
      return value.standIn();
    } catch (RuntimeException e) {
      throw notSendable(e.getMessage(), e);
    }
  }

  private void writeLambda(Object value) throws NotSendableException {
    SerializedLambda parts = Lambdas.parts(value);
    if (parts == null) {
      throw notSendable("a lambda of the JDK, or one whose interface is not Serializable", null);
    }
    out.put(ValueTag.LAMBDA);
    writeName(parts.getCapturingClass().replace('/', '.'), value.getClass());
    out.putText(parts.getFunctionalInterfaceClass());
    out.putText(parts.getFunctionalInterfaceMethodName());
    out.putText(parts.getFunctionalInterfaceMethodSignature());
    out.putVar(parts.getImplMethodKind());
    out.putText(parts.getImplClass());
    out.putText(parts.getImplMethodName());
    out.putText(parts.getImplMethodSignature());
    out.putText(parts.getInstantiatedMethodType());
    var captured = new Object[parts.getCapturedArgCount()];
    for (var i = 0; i < captured.length; i++) {
      captured[i] = parts.getCapturedArg(i);
    }
    writeElements(captured, "captured");
  }

  private void writeJdk(Object value) throws NotSendableException {
    var bytes = JdkWriter.toBytes(value, admitted, path);
    out.put(ValueTag.JDK);
    out.putBlock(bytes);
  }

  /**
   * The first mention of a class in a value writes its name, later ones its number.
   *
   * @param neighbour the class, or one of the same package
   */
  private void writeName(String name, Class<?> neighbour) throws NotSendableException {
    var number = names.indexOf(name);
    if (number < 0) {
      if (admitted != null && !admitted.admits(name) && !neighbour.isPrimitive()) {
        throw NotSendableException.notAdmitted(path.toString(), name, neighbour);
      }
      names.add(name);
      out.putVar(0);
      out.putText(name);
    } else {
      out.putVar(number + 1L);
    }
  }
}
