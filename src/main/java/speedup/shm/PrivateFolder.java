package speedup.shm;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;

/** The folder that holds the files of regions; nobody but this user can enter it. */
final class PrivateFolder {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PrivateFolder() {}

  /**
   * Where it is, or will be: in memory where the system offers that, else among temporary files.
   */
  static Path path() {
    var base =
        Files.isWritable(MEMORY) && Files.isDirectory(MEMORY)
            ? MEMORY
            : Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
    return base.resolve(
        "speedup-".concat(System.getProperty("user.name", "").replace(File.separatorChar, '_')));
  }

  /** Makes it unless it is there. */
  static Path make() throws IOException {
    var folder = path();
    try {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException e) {
      check(folder);
    }
    return folder;
  }

  /**
   * Makes sure that nobody else could have put something there.
   *
   * @throws IOException when it is a link, another user's, or open to others
   */
  static void check(Path folder) throws IOException {
    var found = attributes(folder);
    if (!found.isDirectory() || !found.owner().equals(self())) {
      throw new IOException(folder + " is not a folder of this user's");
    }
    if (!found.permissions().equals(OWNER_ONLY)) {
      throw new IOException(folder + " is open to other users");
    }
  }

  /** What a path itself is, links not followed. */
  static PosixFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** The user as whom this process makes files. */
  static UserPrincipal self() throws IOException {
    var process = Path.of("/proc/self");
    if (Files.exists(process)) {
      return Files.getOwner(process);
    }
    var file = Files.createTempFile("speedup", null);
    try {
      return Files.getOwner(file);
    } finally {
      Files.delete(file);
    }
  }
}
