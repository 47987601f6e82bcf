package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.measure.PoolEvent;

/** Start caches of real workers, from jars made of the class folders of this build. */
class WorkerCacheTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static Path jar;
  private static Path cache;

  @TempDir private Path ownFolder;

  @BeforeAll
  static void trainOnce() throws Exception {
    jar = folder.resolve("program.jar");
    makeJar(jar, new Manifest(), "");
    cache = WorkerCache.train(launcher(jar), WorkerCacheTest::exercise);
  }

  private static JvmLauncher launcher(Path classPath, String... flags) {
    return new JvmLauncher(
        "speedup.worker.WorkerMain", classPath.toString(), List.of(flags), Map.of());
  }

  private static void exercise(ProcessPool pool) throws Exception {
    assertEquals("42", pool.apply(String::valueOf, 42, LIMIT));
    assertEquals(4L, pool.apply(Tasks::doubled, new long[] {2}, LIMIT)[0]);
  }

  /** What workers of this launcher print while they do the exercise. */
  private static List<String> wordsOfWorkers(WorkerLauncher launcher) throws Exception {
    var words = Collections.synchronizedList(new ArrayList<String>());
    try (var pool =
        new ProcessPool(
            launcher,
            PoolOptions.defaults(),
            event -> {
              if (event instanceof PoolEvent.Output output) {
                words.add(output.line());
              }
            })) {
      exercise(pool);
    }
    return words;
  }

  /** With this mode a JVM that cannot use its cache does not start. */
  private static WorkerLauncher insisting(Path itsCache) {
    return name -> launcher(jar).start(name, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + itsCache));
  }

  private static void makeJar(Path to, Manifest manifest, String extra) throws IOException {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (var out = new JarOutputStream(Files.newOutputStream(to), manifest)) {
      for (var type : List.of(JvmLauncher.class, WorkerCacheTest.class)) {
        var classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (var files = Files.walk(classes)) {
          for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
            var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
            out.putNextEntry(new JarEntry(name));
            out.write(Files.readAllBytes(file));
          }
        }
      }
      out.putNextEntry(new JarEntry("extra.txt"));
      out.write(extra.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void workersStartFromTheCacheAndSayNothing() throws Exception {
    assertEquals(List.of("-XX:AOTCache=" + cache), WorkerCache.flags(launcher(jar)));
    assertEquals(List.of(), wordsOfWorkers(launcher(jar)));
    assertEquals(List.of(), wordsOfWorkers(insisting(cache)));
  }

  @Test
  void trainsOnlyOnce() throws Exception {
    var made = Files.getLastModifiedTime(cache);

    var again =
        WorkerCache.train(
            launcher(jar),
            _ -> {
              throw new IOException("there is no need for training");
            });

    assertEquals(cache, again);
    assertEquals(made, Files.getLastModifiedTime(cache));
  }

  @Test
  void leavesOnlyTheCacheBehind() throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(List.of(jar, cache), files.sorted().toList());
    }
  }

  @Test
  void doesNotServeAChangedJar() throws Exception {
    var changed = ownFolder.resolve("program.jar");
    makeJar(changed, new Manifest(), "");
    var before = CacheName.of(launcher(changed));
    makeJar(changed, new Manifest(), "?");
    var after = CacheName.of(launcher(changed));
    Files.copy(cache, before);

    assertNotEquals(before, after);
    assertEquals(List.of(), WorkerCache.flags(launcher(changed)));
  }

  @Test
  void doesNotServeAnotherOrderOfTheClassPath() throws Exception {
    var other = ownFolder.resolve("other.jar");
    makeJar(other, new Manifest(), "other");
    var first = Path.of(jar + File.pathSeparator + other);
    var second = Path.of(other + File.pathSeparator + jar);

    assertNotEquals(
        sum(CacheName.of(launcher(first))), sum(CacheName.of(launcher(second))), "the same sum");
  }

  private static String sum(Path cacheName) {
    var name = cacheName.getFileName().toString();
    return name.substring(name.lastIndexOf('-'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx64m", "-XX:+UseCompactObjectHeaders", "-XX:-UseCompressedOops"})
  void workersWithOtherFlagsStartWithoutIt(String flag) throws Exception {
    assertEquals(List.of(), WorkerCache.flags(launcher(jar, flag)));
    assertEquals(List.of(), wordsOfWorkers(launcher(jar, flag)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000, 1_000_000})
  void ignoresACacheThatWasCutOff(int length) throws Exception {
    var damaged = ownFolder.resolve("damaged.aot");
    Files.write(damaged, java.util.Arrays.copyOf(Files.readAllBytes(cache), length));

    assertIgnored(damaged);
  }

  @Test
  void ignoresAFileThatIsNoCache() throws Exception {
    var damaged = ownFolder.resolve("damaged.aot");
    Files.write(damaged, new byte[(int) Files.size(cache)]);

    assertIgnored(damaged);
  }

  private static void assertIgnored(Path damaged) throws Exception {
    var flags = List.of("-XX:AOTCache=" + damaged);

    assertEquals(List.of(), wordsOfWorkers(name -> launcher(jar).start(name, flags)));
    assertThrows(PoolException.NoWorkers.class, () -> wordsOfWorkers(insisting(damaged)));
  }

  @Test
  void saysThatFoldersCannotBeCached() {
    var classes = launcher(Path.of(jar + File.pathSeparator + folder));

    var e = assertThrows(IOException.class, () -> WorkerCache.train(classes, _ -> {}));

    assertTrue(e.getMessage().contains("only classes in jars"), e::getMessage);
    assertEquals(List.of(), WorkerCache.flags(classes));
  }

  @Test
  void refusesCodeThatTheNameDoesNotCover() throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "more.jar");
    var pointing = ownFolder.resolve("pointing.jar");
    makeJar(pointing, manifest, "");

    assertThrows(IOException.class, () -> WorkerCache.train(launcher(pointing), _ -> {}));
    assertThrows(
        IOException.class, () -> WorkerCache.train(launcher(jar, "-javaagent:x.jar"), _ -> {}));
  }

  @Test
  void aTrainingThatFailsLeavesNothing() throws IOException {
    var untrained = ownFolder.resolve("program.jar");
    makeJar(untrained, new Manifest(), "");

    var e =
        assertThrows(
            IOException.class,
            () ->
                WorkerCache.train(
                    launcher(untrained), pool -> pool.apply(Tasks::divideByZero, 1, LIMIT)));

    assertTrue(e.getMessage().startsWith("the training of a worker failed"), e::getMessage);
    try (var files = Files.list(ownFolder)) {
      assertEquals(List.of(untrained), files.toList());
    }
    assertFalse(Files.exists(CacheName.of(launcher(untrained))));
  }
}
