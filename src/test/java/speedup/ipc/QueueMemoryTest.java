package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A queue for which the system has no more memory. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class QueueMemoryTest {
  /** Puts what is too large, and goes on. Runs where files have a limit of 1 or 2 MiB. */
  static final class Putter {
    private Putter() {}

    public static void main(String[] args) throws Exception {
      try (var queue = new ProcessQueue<byte[]>()) {
        queue.put(new byte[1]);
        try {
          queue.put(new byte[8 << 20]);
          System.out.println("there was room");
        } catch (UncheckedIOException e) {
          System.out.println(e.getMessage());
        }
        queue.put(new byte[2]);
        queue.put(new byte[100_000]); // grows as far as it can
        for (var length = 0; queue.size() > 0; ) {
          length = queue.take().length;
          System.out.println(length);
        }
        System.out.println(queue.abandonedPuts());
      }
    }
  }

  @Test
  void aPutWithoutRoomFailsAndTheQueueGoesOn() throws Exception {
    var builder =
        new ProcessBuilder(
            "sh",
            "-c",
            "ulimit -f 2048 && exec \"$0\" \"$@\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            Putter.class.getName());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    var putter = builder.start();
    try (var out = putter.getInputStream()) {
      var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(
          "no shared memory for 16,777,216 bytes more in a queue\n1\n2\n100000\n0\n", said);
    } finally {
      putter.destroyForcibly().waitFor();
    }
  }
}
