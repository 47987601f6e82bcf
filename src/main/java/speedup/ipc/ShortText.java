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

  static String read(MemorySegment memory, long offset) {
    var bytes = memory.asSlice(offset, BYTES).toArray(ValueLayout.JAVA_BYTE);
    var length = 0;
    while (length < BYTES && bytes[length] != 0) {
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
