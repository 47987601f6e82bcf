package speedup.shm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The files of regions that are there at the moment. */
public final class RegionFiles {
  private RegionFiles() {}

  /** Those that certain processes made. Others may run on this machine, and have theirs. */
  public static List<Path> madeBy(Set<Long> pids) throws IOException {
    if (!Files.isDirectory(PrivateFolder.path())) {
      return List.of();
    }
    try (var files = Files.list(PrivateFolder.path())) {
      return files
          .filter(file -> {
            var creator = Creator.of(file.getFileName().toString());
            return creator != null && pids.contains(creator.pid());
          })
          .toList();
    }
  }
}
