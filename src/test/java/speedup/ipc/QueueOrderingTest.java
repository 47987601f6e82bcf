package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Whether a process ever sees that an item is there before it sees all bytes of it, or that there
 * is room before the bytes there were read: every byte depends on the number of its item.
 */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class QueueOrderingTest {
  private static final int LONGEST = 61;

  @Test
  void bytesAreSeenWithTheirItem() throws Exception {
    exchange(200_000, ProcessQueue.UNBOUNDED);
    exchange(20_000, 3);
  }

  @Test
  @Tag("stress")
  void bytesOfManyMillionItemsAreSeenWithThem() throws Exception {
    exchange(20_000_000, 5_000); // goes round in its first segments
    exchange(5_000_000, ProcessQueue.UNBOUNDED);
    exchange(500_000, 1);
  }

  private static void exchange(int count, int capacity) throws Exception {
    try (var queue = new ProcessQueue<byte[]>(capacity);
        var child = new Child()) {
      var writer =
          child.start(() -> {
            for (var n = 0; n < count; n++) {
              queue.put(item(n));
            }
            return count;
          });
      for (var n = 0; n < count; n++) {
        check(n, queue.take());
      }
      assertEquals(count, writer.get(Child.LIMIT));
    }
  }

  private static int length(int number) {
    return number * 7 % LONGEST & 63;
  }

  private static byte at(int number, int index) {
    return (byte) ((number + index) * 0x9E37_79B1 >>> 13);
  }

  private static byte[] item(int number) {
    var item = new byte[length(number)];
    for (var i = 0; i < item.length; i++) {
      item[i] = at(number, i);
    }
    return item;
  }

  private static void check(int number, byte[] item) {
    if (item.length != length(number)) {
      throw new IllegalStateException(item.length + " bytes in item " + number);
    }
    for (var i = 0; i < item.length; i++) {
      if (item[i] != at(number, i)) {
        throw new IllegalStateException("byte " + i + " of item " + number);
      }
    }
  }
}
