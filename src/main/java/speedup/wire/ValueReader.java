package speedup.wire;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rebuilds what {@link ValueWriter} wrote. Lists arrive as lists that can be changed. Used by one
 * thread.
 */
public final class ValueReader {
  private static final int MAX_DEPTH = 500;
  private static final int FIRST_ROOM = 1024;

  private final InBuffer in;
  private final ClassFilter filter;
  private final ClassLoader loader;
  private final List<Class<?>> named = new ArrayList<>(4);
  private int depth;

  private ValueReader(InBuffer in, ClassFilter filter, ClassLoader loader) {
    this.in = in;
    this.filter = filter;
    this.loader = loader;
  }

  /**
   * Rebuilds a value.
   *
   * @param filter which classes may appear
   * @param loader where they are looked up
   * @throws WireException when the bytes are damaged, a class is not admitted or not there
   */
  public static Object fromBytes(byte[] bytes, ClassFilter filter, ClassLoader loader)
      throws WireException {
    var in = new InBuffer(bytes);
    // the most common of all, and nothing in it to look up
    var value =
        bytes.length > 0 && bytes[0] == ValueTag.INT
            ? readInt(in)
            : new ValueReader(in, filter, loader).read();
    if (in.remaining() > 0) {
      throw new WireException(in.remaining() + " bytes too many after a value");
    }
    return value;
  }

  private static Integer readInt(InBuffer in) throws WireException {
    in.get();
    return (int) in.getSigned();
  }

  private Object read() throws WireException {
    var tag = in.get();
    return switch (tag) {
      case ValueTag.NULL -> null;
      case ValueTag.TRUE -> true;
      case ValueTag.FALSE -> false;
      case ValueTag.BYTE -> in.get();
      case ValueTag.SHORT -> (short) in.getSigned();
      case ValueTag.CHAR -> (char) in.getSigned();
      case ValueTag.INT -> (int) in.getSigned();
      case ValueTag.LONG -> in.getSigned();
      case ValueTag.FLOAT -> Float.intBitsToFloat(in.getInt());
      case ValueTag.DOUBLE -> Double.longBitsToDouble(in.getLong());
      case ValueTag.TEXT -> in.getText();
      case ValueTag.OBJECTS -> readElements();
      case ValueTag.LIST,
          ValueTag.INT_RUN,
          ValueTag.LONG_RUN,
          ValueTag.DOUBLE_RUN,
          ValueTag.TEXT_RUN ->
          new ArrayList<>(Arrays.asList(readElements(tag)));
      case ValueTag.TYPED_ARRAY -> readTypedArray();
      case ValueTag.SET, ValueTag.HASH_SET, ValueTag.TREE_SET -> readSet(tag);
      case ValueTag.MAP, ValueTag.HASH_MAP, ValueTag.TREE_MAP -> readMap(tag);
      case ValueTag.RECORD -> readRecord();
      case ValueTag.ENUM -> readEnum();
      case ValueTag.LAMBDA -> readLambda();
      case ValueTag.JDK -> readJdk();
      default -> {
        if (tag < ValueTag.BOOLEANS || tag > ValueTag.DOUBLES) {
          throw new WireException("value tag " + tag + " is not known");
        }
        yield ArrayCodec.read(tag, in);
      }
    };
  }

  private Object[] readElements() throws WireException {
    return readElements(in.get());
  }

  private Object[] readElements(int tag) throws WireException {
    if (tag != ValueTag.LIST) {
      return RunCodec.read(tag, in);
    }
    enter();
    var count = in.getCount(1);
    // nested lists may each promise all that is left: room is made for what is really there
    var values = new Object[Math.min(count, FIRST_ROOM)];
    for (var i = 0; i < count; i++) {
      if (i == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(count, 2L * i));
      }
      values[i] = read();
    }
    depth--;
    return values;
  }

  private Object readTypedArray() throws WireException {
    var type = readClass();
    var dimensions = in.get() & 0xff;
    var elements = readElements();
    try {
      for (var i = 1; i < dimensions; i++) {
        type = type.arrayType();
      }
      var array = (Object[]) Array.newInstance(type, elements.length);
      System.arraycopy(elements, 0, array, 0, elements.length);
      return array;
    } catch (RuntimeException e) { // elements of another type, too many dimensions
      throw new WireException("the elements do not fit an array of " + type.getName(), e);
    }
  }

  private Object readSet(int tag) throws WireException {
    var elements = Arrays.asList(readElements());
    try {
      return switch (tag) {
        case ValueTag.HASH_SET -> new HashSet<>(elements);
        case ValueTag.TREE_SET -> new TreeSet<>(elements);
        default -> new LinkedHashSet<>(elements);
      };
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw new WireException("the elements of a set do not fit together", e);
    }
  }

  private Object readMap(int tag) throws WireException {
    var keys = readElements();
    var values = readElements();
    if (keys.length != values.length) {
      throw new WireException(keys.length + " keys for " + values.length + " values of a map");
    }
    try {
      Map<Object, Object> map =
          switch (tag) {
            case ValueTag.HASH_MAP -> HashMap.newHashMap(keys.length);
            case ValueTag.TREE_MAP -> new TreeMap<>();
            default -> LinkedHashMap.newLinkedHashMap(keys.length);
          };
      for (var i = 0; i < keys.length; i++) {
        map.put(keys[i], values[i]);
      }
      return map;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw new WireException("the keys of a map do not fit together", e);
    }
  }

  private Object readRecord() throws WireException {
    enter();
    var type = readClass();
    if (!type.isRecord()) {
      throw new WireException(type.getName() + " is no record");
    }
    var shape = shape(type);
    var values = new Object[shape.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] = read();
    }
    depth--;
    var record = shape.create(values);
    return record instanceof Replaced.StandIn standIn ? original(standIn) : record;
  }

  private static Object original(Replaced.StandIn standIn) throws WireException {
    try {
      return standIn.original();
    } catch (IOException | RuntimeException e) {
      throw new WireException(e.getMessage(), e);
    }
  }

  private static RecordShape shape(Class<?> type) throws WireException {
    try {
      return RecordShape.of(type);
    } catch (RuntimeException | LinkageError e) {
      throw new WireException(type.getName() + " cannot be rebuilt", e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object readEnum() throws WireException {
    var type = readClass();
    var name = in.getText();
    try {
      return Enum.valueOf((Class) type, name);
    } catch (IllegalArgumentException | LinkageError e) {
      throw new WireException(type.getName() + " has no constant " + name, e);
    }
  }

  private Object readLambda() throws WireException {
    var capturing = readClass();
    var names = new String[7];
    for (var i = 0; i < 3; i++) {
      names[i] = in.getText();
    }
    var kind = in.getVarInt();
    for (var i = 3; i < names.length; i++) {
      names[i] = in.getText();
    }
    var captured = readElements();
    return Lambdas.rebuild(capturing, names, kind, captured);
  }

  private Object readJdk() throws WireException {
    var block = in.getBlock();
    try (var stream = new JdkReader(block, type -> filter.admits(type.getName()), loader)) {
      return readJdk(stream);
    } catch (IOException e) {
      throw e instanceof WireException known ? known : notRebuilt(e);
    }
  }

  private static Object readJdk(JdkReader stream) throws WireException {
    try {
      return stream.readObject();
    } catch (IOException
        | ClassNotFoundException
        | RuntimeException
        | LinkageError
        | StackOverflowError e) {
      throw stream.refused() == null ? notRebuilt(e) : notAdmitted(stream.refused());
    }
  }

  private static WireException notRebuilt(Throwable e) {
    return new WireException("a serialised object could not be rebuilt: " + e.getMessage(), e);
  }

  private Class<?> readClass() throws WireException {
    var number = in.getVarInt();
    if (number > named.size()) {
      throw new WireException("class number " + number + " was not named before");
    }
    if (number > 0) {
      return named.get(number - 1);
    }
    var type = in.getKnownClass(filter, loader);
    if (type == null) {
      var name = in.getBlock();
      type = find(new String(name, StandardCharsets.UTF_8));
      KnownClasses.remember(name, filter, loader, type);
    }
    named.add(type);
    return type;
  }

  private Class<?> find(String name) throws WireException {
    var primitive = Class.forPrimitiveName(name);
    if (primitive != null) {
      return primitive; // of an array of arrays; the others refuse it themselves
    }
    if (!filter.admits(name)) {
      throw notAdmitted(name);
    }
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new WireException(name + " is not on the class path of this process", e);
    }
  }

  private static WireException notAdmitted(String name) {
    return new WireException(
        name + " is not admitted; name its package when the pool, queue, pipe or manager is made");
  }

  private void enter() throws WireException {
    if (++depth > MAX_DEPTH) {
      throw new WireException("a value nested more than " + MAX_DEPTH + " levels deep");
    }
  }
}
