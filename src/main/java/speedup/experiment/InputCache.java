package speedup.experiment;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import speedup.workload.Workload;

/**
 * The folder in which generated input and results without a place of their own are kept between
 * runs. Knows which files in it are the program's own: only those are counted and deleted. Links
 * are never followed and stay. Safe for use by several threads and processes.
 */
public final class InputCache {
  private final Path place;
  private final Supplier<List<Workload>> workloads;

  /** A folder that need not be there, and the workloads that keep files in it. */
  public InputCache(Path place, Supplier<List<Workload>> workloads) {
    this.place = place.toAbsolutePath();
    this.workloads = workloads;
  }

  /** What a workload keeps; of no files where it keeps none. */
  public record Kept(String workload, long files, long bytes) {}

  /**
   * What an emptying did.
   *
   * @param files that are gone
   * @param bytes that they took
   * @param left paths in the folder of what was not made by the program and stays
   * @param problems a sentence for each file that could not be deleted
   */
  public record Emptied(long files, long bytes, List<Path> left, List<String> problems) {
    /** Copies the lists. */
    public Emptied {
      left = List.copyOf(left);
      problems = List.copyOf(problems);
    }
  }

  /** A run needs what is in the cache. */
  public static final class InUseException extends Exception {
    private final long pid;

    private InUseException(long pid) {
      super(
          "a run of process %d uses the cache; let it end or stop it, then empty the cache"
              .formatted(pid));
      this.pid = pid;
    }

    /** The process that runs. */
    public long pid() {
      return pid;
    }
  }

  /** Where it is. */
  public Path place() {
    return place;
  }

  /**
   * What is in it, for each workload that keeps something there.
   *
   * @throws IOException when the folder cannot be read
   */
  public List<Kept> kept() throws IOException {
    var kept = new LinkedHashMap<String, Kept>();
    walk((file, bytes, owner) -> {
      if (owner.isPresent()) {
        kept.merge(owner.get(), new Kept(owner.get(), 1, bytes), InputCache::plus);
      }
    });
    return workloads.get().stream()
        .map(Workload::id)
        .filter(kept::containsKey)
        .map(kept::get)
        .toList();
  }

  private static Kept plus(Kept one, Kept other) {
    return new Kept(one.workload(), one.files() + other.files(), one.bytes() + other.bytes());
  }

  /**
   * Deletes what the program made there. What cannot be deleted is told, and the rest goes on.
   *
   * @throws InUseException when a run of this or another process uses it; nothing was deleted
   * @throws IOException when the folder cannot be read
   */
  public Emptied empty() throws IOException, InUseException {
    if (!Files.isDirectory(place)) {
      return new Emptied(0, 0, List.of(), List.of());
    }
    var user = CacheUse.userOf(place);
    if (user.isPresent()) {
      throw new InUseException(user.getAsLong());
    }
    var emptying = new Emptying(place.toRealPath());
    walk(emptying::visit);
    emptying.deleteFolders();
    return new Emptied(emptying.files, emptying.bytes, emptying.left, emptying.problems);
  }

  /** Is shown a file. */
  private interface Visitor {
    /**
     * Looks at it.
     *
     * @param owner the workload that made it; empty where nobody knows
     */
    void visit(Path file, long bytes, Optional<String> owner);
  }

  private void walk(Visitor visitor) throws IOException {
    if (!Files.isDirectory(place)) {
      return;
    }
    var root = place.toRealPath(); // the place itself may be a link that the person made
    var owners = new LinkedHashMap<String, Pattern>();
    workloads
        .get()
        .forEach(
            workload -> workload.kept().ifPresent(pattern -> owners.put(workload.id(), pattern)));
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            if (!CacheUse.isMark(root, file)) {
              var owner = is.isRegularFile() ? owner(owners, root, file) : Optional.<String>empty();
              visitor.visit(file, is.size(), owner);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
              return FileVisitResult.CONTINUE; // another process was faster
            }
            throw e;
          }
        });
  }

  private static Optional<String> owner(Map<String, Pattern> owners, Path root, Path file) {
    var path = root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    return owners.entrySet().stream()
        .filter(owner -> owner.getValue().matcher(path).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What is under way; for one thread. */
  private static final class Emptying {
    private final List<Path> left = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<Path> folders = new HashSet<>();
    private final Path root;
    private long files;
    private long bytes;

    private Emptying(Path root) {
      this.root = root;
    }

    void visit(Path file, long size, Optional<String> owner) {
      if (owner.isEmpty()) {
        left.add(file);
        return;
      }
      try {
        Files.deleteIfExists(file);
        files++;
        bytes += size;
        for (var each = file.getParent(); !each.equals(root); each = each.getParent()) {
          folders.add(each);
        }
      } catch (IOException e) {
        problem(file, e);
      }
    }

    private void problem(Path path, IOException e) {
      problems.add(
          "%s could not be deleted (%s); delete it yourself".formatted(path, e.getMessage()));
    }

    /** Folders that held files of the program and hold nothing now, the inner ones first. */
    void deleteFolders() {
      var innerFirst = Comparator.comparingInt(Path::getNameCount).reversed();
      for (var folder : folders.stream().sorted(innerFirst).toList()) {
        try {
          Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException _) {
          // what is in it stays, and was told
        } catch (IOException e) {
          problem(folder, e);
        }
      }
    }
  }
}
