package speedup.ipc;

import java.io.IOException;
import java.util.function.Function;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

/** What {@link SharedNumbers} consist of. */
enum NumberType {
  BYTE(1, "byte", Byte.BYTES, SharedByte::new, SharedByteArray::new),
  CHAR(2, "char", Character.BYTES, SharedChar::new, SharedCharArray::new),
  SHORT(3, "short", Short.BYTES, SharedShort::new, SharedShortArray::new),
  INT(4, "int", Integer.BYTES, SharedInt::new, SharedIntArray::new),
  LONG(5, "long", Long.BYTES, SharedLong::new, SharedLongArray::new),
  FLOAT(6, "float", Float.BYTES, SharedFloat::new, SharedFloatArray::new),
  DOUBLE(7, "double", Double.BYTES, SharedDouble::new, SharedDoubleArray::new);

  private final int code;
  private final String text;
  private final int size;
  private final Function<SharedRegion, SharedValue> value;
  private final Function<SharedRegion, SharedArray> array;

  /**
   * A type.
   *
   * @param code in shared memory: never used again for another
   * @param text its name in Java
   * @param size in bytes
   */
  NumberType(
      int code,
      String text,
      int size,
      Function<SharedRegion, SharedValue> value,
      Function<SharedRegion, SharedArray> array) {
    this.code = code;
    this.text = text;
    this.size = size;
    this.value = value;
    this.array = array;
  }

  int code() {
    return code;
  }

  int size() {
    return size;
  }

  /** The value in memory that another process has filled. */
  static SharedValue valueOver(SharedRegion region) throws IOException {
    return of(region).value.apply(region);
  }

  /** The array in memory that another process has filled. */
  static SharedArray arrayOver(SharedRegion region) throws IOException {
    return of(region).array.apply(region);
  }

  private static NumberType of(SharedRegion region) throws IOException {
    var code = Words.getInt(region.body(), NumberLayout.TYPE);
    for (var type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IOException("it is of type %d, which is unknown here".formatted(code));
  }

  @Override
  public String toString() {
    return text;
  }
}
