package speedup.shm;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The file of a region, kept open so that more of it can be mapped, and it can be made longer, also
 * after it was unlinked. Any thread; an interrupt of the caller does not disturb it.
 */
final class GrowingFile implements AutoCloseable {
  private static final int ZEROS = 64 * 1024;

  private final FileChannel file;
  private final Arena arena;

  /**
   * Opens it.
   *
   * @param arena until when what is mapped stays
   */
  GrowingFile(Path path, Arena arena) throws IOException {
    this.arena = arena;
    file =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /** Maps a part that is there. */
  MemorySegment map(long from, long size) throws IOException {
    return map(from, size, arena);
  }

  /** As the other; the caller closes what is mapped. */
  MemorySegment map(long from, long size, Arena until) throws IOException {
    return uninterrupted(() -> file.map(MapMode.READ_WRITE, from, size, until));
  }

  /** Makes the file longer by zeros, and maps these. */
  MemorySegment grow(long from, long size) throws IOException {
    return uninterrupted(() -> {
      var written = false;
      try {
        writeZeros(file, from, size);
        written = true;
      } finally {
        if (!written) {
          file.truncate(from); // others may need the room more than we
        }
      }
      return file.map(MapMode.READ_WRITE, from, size, arena);
    });
  }

  /**
   * Really writes them: a file with holes takes its room at the first touch, and where there is
   * none left then, the process dies of it.
   */
  static void writeZeros(FileChannel file, long from, long size) throws IOException {
    var zeros = ByteBuffer.allocate(ZEROS);
    for (var done = 0L; done < size; ) {
      zeros.clear().limit((int) Math.min(ZEROS, size - done));
      done += file.write(zeros, from + done);
    }
  }

  /** A channel closes itself when a thread that uses it is interrupted: this one nobody knows. */
  private static MemorySegment uninterrupted(Mapping mapping) throws IOException {
    var task = new FutureTask<>(mapping::map);
    Thread.ofPlatform().daemon().name("speedup-growing-memory").start(task);
    var interrupted = false;
    try {
      for (; ; ) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true; // told to the caller below: it is done in a moment
        }
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @FunctionalInterface
  private interface Mapping {
    MemorySegment map() throws IOException;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
