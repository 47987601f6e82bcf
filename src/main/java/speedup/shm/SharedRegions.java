package speedup.shm;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/** The shared regions of this user, seen by who uses none of them. Any thread. */
public final class SharedRegions {
  private SharedRegions() {}

  /** Told of a region: what it is, and its body, to be read until the call returns. */
  @FunctionalInterface
  public interface Reader {
    /** Reads it. */
    void read(int kind, MemorySegment body);
  }

  /** Reads all regions of this user whose files are there, without becoming a user of them. */
  public static void readAll(Reader reader) throws IOException {
    for (var file : Region.files()) {
      withMapped(
          file,
          memory -> {
            reader.read(
                Words.getInt(memory, SharedHeader.KIND_AT), memory.asSlice(SharedHeader.BODY_AT));
            return true;
          });
    }
  }

  /**
   * Deletes a file unless it is such a region with a user that lives; it need not be one.
   *
   * @return false when there is such a user
   */
  static boolean deleteIfUnused(Path file) throws IOException {
    if (withMapped(file, memory -> new Users(memory).anyAlive())
        || withMapped(file, memory -> !RegionName.read(memory).isEmpty())
            && !removeNameIfUnused(file)) {
      return false;
    }
    Files.deleteIfExists(file);
    return true;
  }

  private static boolean removeNameIfUnused(Path file) throws IOException {
    try (var region = Region.attach(file, Files.size(file))) {
      return RegionName.of(file, region.memory()).removeIfUnused(new Users(region.memory()));
    } catch (NoSuchFileException e) {
      return true; // it was deleted meanwhile
    }
  }

  private static boolean withMapped(Path file, Predicate<MemorySegment> reader) throws IOException {
    return Uninterrupted.run(() -> mapped(file, reader));
  }

  private static boolean mapped(Path file, Predicate<MemorySegment> reader) throws IOException {
    try (var arena = Arena.ofConfined();
        var channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      var size = channel.size();
      if (size <= SharedHeader.BODY_AT) {
        return false;
      }
      var memory = channel.map(MapMode.READ_ONLY, 0, size, arena);
      return Words.getLong(memory, SharedHeader.MAGIC_AT) == SharedHeader.MAGIC
          && Words.getLong(memory, SharedHeader.SIZE_AT) <= size
          && reader.test(memory);
    } catch (NoSuchFileException e) {
      return false; // it was deleted meanwhile
    }
  }
}
