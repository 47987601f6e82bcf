package speedup.pool;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Start caches: with one, a worker starts in half the time. A cache holds the classes that a worker
 * needs, loaded and linked as the JVM found them in a training run (JEP 483, 514). It lies beside
 * the first jar of the class path under a name that fits no other class path, Java or flags; a
 * {@link JvmLauncher} finds it there, and starts its workers without one where there is none.
 *
 * <pre>{@code
 * var launcher = JvmLauncher.ofThisProcess(List.of());
 * WorkerCache.train(launcher, pool -> pool.apply(MyTasks::first, 1, Duration.ofSeconds(10)));
 * }</pre>
 */
public final class WorkerCache {
  private static final long LIMIT_MILLIS = 120_000;

  /** Others may name files with code that the cache's name does not know. */
  private static final List<String> FLAGS =
      List.of("-Xm", "-Xss", "-XX:", "-D", "-ea", "--add-opens=", "--add-exports=");

  private WorkerCache() {}

  /** What a worker does while it is trained: the classes that this needs go into the cache. */
  @FunctionalInterface
  public interface Exercise {
    /**
     * Runs tasks.
     *
     * @param pool has one worker
     */
    void run(ProcessPool pool) throws Exception;
  }

  /**
   * Makes the cache for the workers of a launcher, unless it is there. Takes some seconds. What is
   * there is used by all workers that start from then on.
   *
   * @param exercise tasks like those that workers will run
   * @return the cache, some 12 MB
   * @throws IOException when there can be no cache for this class path or these flags, the folder
   *     of its first jar cannot be written, or the exercise or the JVM fails
   */
  public static Path train(JvmLauncher launcher, Exercise exercise)
      throws IOException, InterruptedException {
    var cache = CacheName.of(launcher);
    requireNoHiddenCode(launcher);
    if (Files.exists(cache)) {
      return cache;
    }
    var folder = cache.getParent();
    var recorded = Files.createTempFile(folder, "worker-", ".aotconf");
    var made = Files.createTempFile(folder, "worker-", ".part");
    try {
      record(launcher, exercise, recorded);
      assemble(launcher, recorded, made);
      try (var file = FileChannel.open(made, StandardOpenOption.WRITE)) {
        file.force(true); // a JVM does not survive half a cache under a good name
      }
      return Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(recorded);
      Files.deleteIfExists(made);
    }
  }

  /** The flags that let a worker use its cache; none where there is no cache. */
  static List<String> flags(JvmLauncher launcher) {
    try {
      var cache = CacheName.of(launcher);
      return Files.isReadable(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    } catch (IOException e) {
      return List.of(); // class folders, for one: there can be no cache
    }
  }

  private static void requireNoHiddenCode(JvmLauncher launcher) throws IOException {
    for (var flag : launcher.jvmFlags()) {
      if (FLAGS.stream().noneMatch(flag::startsWith)) {
        throw new IOException("no cache can be made for workers with the flag " + flag);
      }
    }
    for (var jar : launcher.classPath().split(File.pathSeparator)) {
      try (var file = new JarFile(jar)) {
        var manifest = file.getManifest();
        if (manifest != null
            && manifest.getMainAttributes().containsKey(Attributes.Name.CLASS_PATH)) {
          throw new IOException(
              "the manifest of \"%s\" names other jars; put them on the class path instead"
                  .formatted(jar));
        }
      }
    }
  }

  private static void record(JvmLauncher launcher, Exercise exercise, Path recorded)
      throws IOException, InterruptedException {
    var flags = List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded);
    var options =
        ProcessPool.builder()
            .admit("speedup.")
            .exitLimit(Duration.ofMillis(LIMIT_MILLIS)) // the JVM writes its record when it ends
            .options();
    try (var pool = new ProcessPool(name -> launcher.start(name, flags), options, null)) {
      pool.start(1).get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
      exercise.run(pool);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the training of a worker failed: " + e.getMessage(), e);
    }
  }

  private static void assemble(JvmLauncher launcher, Path recorded, Path made)
      throws IOException, InterruptedException {
    var process =
        launcher.start(
            "cache",
            List.of(
                "-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded, "-XX:AOTCache=" + made));
    try {
      if (!process.waitFor(LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("Java did not make the cache within two minutes");
      }
      var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException("Java could not make the cache: " + said.strip());
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
