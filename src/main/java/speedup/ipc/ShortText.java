package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A name in shared memory: its first 127 bytes, then a zero. */
final class ShortText {
  static final int BYTES = 128;

  private ShortText() {}

  static void write(MemorySegment memory, long offset, String text) {
    var all = text.getBytes(StandardCharsets.UTF_8);
    var bytes = Arrays.copyOf(Arrays.copyOf(all, Math.min(all.length, BYTES - 1)), BYTES);
    MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, offset, BYTES);
  }

  /** Writes a text that must not be cut. */
  static void writeWhole(MemorySegment memory, long offset, String text, int most) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > most) {
      throw new IllegalArgumentException("longer than " + most + " bytes: " + text);
    }
    MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, offset, bytes.length);
  }

  static String read(MemorySegment memory, long offset) {
    return read(memory, offset, BYTES);
  }

  static String read(MemorySegment memory, long offset, int most) {
    var bytes = memory.asSlice(offset, most).toArray(ValueLayout.JAVA_BYTE);
    var length = 0;
    while (length < most && bytes[length] != 0) {
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
