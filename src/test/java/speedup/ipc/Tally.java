package speedup.ipc;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import speedup.shm.Region;

/**
 * Numbers that processes share without any protection: increments get lost unless a lock prevents
 * it.
 */
record Tally(String path) implements Serializable, AutoCloseable {
  private static final long BYTES = 4096;
  private static final Map<String, Region> OPEN = new ConcurrentHashMap<>();

  static Tally create() throws IOException {
    var region = Region.create(BYTES);
    OPEN.put(region.path().toString(), region);
    return new Tally(region.path().toString());
  }

  private MemorySegment memory() {
    return OPEN.computeIfAbsent(
            path,
            _ -> {
              try {
                return Region.attach(Path.of(path), BYTES);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .memory();
  }

  long get(int index) {
    return memory().getAtIndex(ValueLayout.JAVA_LONG, index);
  }

  void set(int index, long value) {
    memory().setAtIndex(ValueLayout.JAVA_LONG, index, value);
  }

  /** Not as one step. */
  void increment(int index) {
    set(index, get(index) + 1);
  }

  /** In the process that made it. */
  @Override
  public void close() throws IOException {
    var region = OPEN.remove(path);
    region.close();
    region.unlink();
  }
}
