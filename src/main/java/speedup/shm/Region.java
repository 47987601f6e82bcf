package speedup.shm;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Memory that two or more processes of one user see at once: a mapped file that only this user can
 * open, in memory where the system offers that. One process creates it and tells others its path
 * and size; they attach to it. Once everybody has, the file can be unlinked, and the memory is free
 * when the last process has closed it or has ended, however it ended.
 *
 * <p>Any thread may use the memory. {@link #close()} must not meet an access: its user sees to
 * that.
 */
public final class Region implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path path;
  private final Arena arena = Arena.ofShared(); // used by several threads, unmapped at a known time
  private final MemorySegment memory;

  private Region(Path path, FileChannel file, long size) throws IOException {
    this.path = path;
    var mapped = false;
    try {
      memory = file.map(MapMode.READ_WRITE, 0, size, arena);
      mapped = true;
    } finally {
      if (!mapped) {
        arena.close();
      }
    }
  }

  /**
   * Makes a region of zeros. Files of regions that dead processes left behind are deleted.
   *
   * @param size in bytes
   * @throws IOException when the system has no room for it, or cannot keep it from other users
   */
  public static Region create(long size) throws IOException {
    if (size <= 0) {
      throw new IllegalArgumentException("a region of " + size + " bytes");
    }
    try {
      var folder = PrivateFolder.make();
      sweep(folder);
      var path = folder.resolve(Creator.self().fileName(ThreadLocalRandom.current().nextLong()));
      return Uninterrupted.run(() -> create(path, size));
    } catch (UnsupportedOperationException e) {
      throw new IOException("this system has no files that are safe from other users", e);
    }
  }

  private static Region create(Path path, long size) throws IOException {
    Region region = null;
    try (var file =
        FileChannel.open(
            path,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      GrowingFile.writeZeros(file, 0, size);
      region = new Region(path, file, size);
      return region;
    } finally {
      if (region == null) {
        Files.deleteIfExists(path);
      }
    }
  }

  /**
   * Opens a region that another process of this user created.
   *
   * @param path as that process told it
   * @param size as that process told it, in bytes
   * @throws IOException when there is no such file, or it is none of this user's regions
   */
  public static Region attach(Path path, long size) throws IOException {
    return attach(path, size, false);
  }

  /** As the other; the file may have {@linkplain GrowingFile grown} since. */
  static Region attachGrown(Path path, long size) throws IOException {
    return attach(path, size, true);
  }

  private static Region attach(Path path, long size, boolean grown) throws IOException {
    try {
      var folder = PrivateFolder.path();
      if (!folder.equals(path.getParent())) {
        throw new IOException(path + " is no region of this user's");
      }
      PrivateFolder.check(folder);
      var found = PrivateFolder.attributes(path);
      if (!found.isRegularFile() || !found.owner().equals(PrivateFolder.self())) {
        throw new IOException(path + " is no file of this user's");
      }
      if (found.size() < size || found.size() > size && !grown) {
        throw new IOException("%s has %d bytes instead of %d".formatted(path, found.size(), size));
      }
      return Uninterrupted.run(() -> open(path, size));
    } catch (UnsupportedOperationException e) {
      throw new IOException("this system has no files that are safe from other users", e);
    }
  }

  private static Region open(Path path, long size) throws IOException {
    try (var file =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      return new Region(path, file, size);
    }
  }

  /** Deletes what processes left behind that are certainly gone. */
  private static void sweep(Path folder) throws IOException {
    for (var file : list(folder)) {
      var creator = Creator.of(file.getFileName().toString());
      if (creator != null && creator.isGone()) {
        SharedRegions.deleteIfUnused(file);
      } else if (creator == null && RegionName.isLink(file)) {
        RegionName.removeIfUnused(file);
      }
    }
  }

  /** All that are there. */
  static List<Path> files() throws IOException {
    var folder = PrivateFolder.path();
    PrivateFolder.check(folder);
    var all = list(folder);
    all.removeIf(file -> Creator.of(file.getFileName().toString()) == null);
    return all;
  }

  private static List<Path> list(Path folder) throws IOException {
    var found = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(folder)) {
      files.forEach(found::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }

  /** Where the file is, or was. */
  public Path path() {
    return path;
  }

  /** The bytes. */
  public MemorySegment memory() {
    return memory;
  }

  /** The file once more, to be closed with this. */
  GrowingFile growing() throws IOException {
    return new GrowingFile(path, arena);
  }

  /** Deletes the file if it is still there: nobody else can attach, and those who have stay. */
  public void unlink() throws IOException {
    Files.deleteIfExists(path);
  }

  /** Gives the memory back to the system; does not delete the file. Closing again does nothing. */
  @Override
  public void close() {
    if (memory.scope().isAlive()) {
      arena.close();
    }
  }
}
