package speedup.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;

/**
 * A workload out of a person's jar. The jar is read into memory, so that its file stays free. The
 * workload itself is made in the app's own process, as those of jars on the class path are, and has
 * a limited time for each of its steps; its tasks run in workers.
 *
 * @param jar what it is called in sentences
 * @param name of the class that it offers
 * @param loader has its classes
 */
record JarWorkload(String jar, String name, ClassLoader loader) {
  private static final String PARAMETER = "jar";
  private static final String SERVICE = "META-INF/services/" + Workload.class.getName();
  private static final long MOST_BYTES = 64L << 20;

  /**
   * Loads a jar. Nothing of it is run.
   *
   * @throws InputException when it is no jar, or offers no workload, or several
   */
  static JarWorkload load(Path jar) throws InputException {
    var files = files(jar);
    var names = services(files);
    var shown = Words.file(jar);
    if (names.size() != 1) {
      throw bad(
          names.isEmpty()
              ? "%s offers no workload; name the class that implements %s in its file %s"
                  .formatted(shown, Workload.class.getName(), SERVICE)
              : "%s offers several workloads (%s); make a jar with one"
                  .formatted(shown, String.join(", ", names)));
    }
    return new JarWorkload(shown, names.getFirst(), new MemoryClasses(files));
  }

  private Workload make() throws InputException {
    try {
      return loader.loadClass(name).asSubclass(Workload.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw bad(
          "%s of %s cannot be made (%s); it needs a public constructor without arguments, and must implement %s"
              .formatted(name, jar, Words.plain(e.toString()), Workload.class.getName()));
    }
  }

  private static Map<String, byte[]> files(Path jar) throws InputException {
    UsableFile.check(jar, PARAMETER, "jar", "with a workload in it");
    var files = new HashMap<String, byte[]>();
    var left = MOST_BYTES;
    try (var opened = new JarFile(jar.toFile())) {
      for (var entry : opened.stream().filter(one -> !one.isDirectory()).toList()) {
        var bytes = read(opened, entry, left);
        left -= bytes.length;
        if (left < 0) {
          throw bad(Words.file(jar) + " holds more than 64 MiB; make a smaller jar");
        }
        files.put(entry.getName(), bytes);
      }
      return files;
    } catch (ZipException | SecurityException e) {
      throw bad(
          "%s is no whole jar (%s); make it again".formatted(Words.file(jar), e.getMessage()));
    } catch (IOException e) {
      throw UsableFile.unreadable(jar, PARAMETER, e);
    }
  }

  /** One byte more than may be, at most: what an entry says of its size need not be true. */
  private static byte[] read(JarFile jar, JarEntry entry, long left) throws IOException {
    try (var in = jar.getInputStream(entry)) {
      return in.readNBytes((int) left + 1);
    }
  }

  private static List<String> services(Map<String, byte[]> files) {
    var list = new String(files.getOrDefault(SERVICE, new byte[0]), StandardCharsets.UTF_8);
    return list.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static List<String> packages(Map<String, byte[]> files) {
    var packages = new TreeSet<String>();
    for (var path : files.keySet()) {
      var end = path.lastIndexOf('/');
      if (end > 0 && path.endsWith(".class") && !path.startsWith("META-INF/")) {
        packages.add(path.substring(0, end + 1).replace('/', '.'));
      }
    }
    return List.copyOf(packages);
  }

  /** As {@link #load}, but only looks for names: nothing of the jar is run. */
  static List<String> packages(Path jar) throws InputException {
    return packages(files(jar));
  }

  /**
   * The workload with its input.
   *
   * @param text its settings, such as {@code "count=5; name=x"}
   */
  Prepared<?, ?, ?> prepare(String text, JarCalls calls, Preparation preparation)
      throws InputException, IOException, InterruptedException {
    var given = settings(text);
    var over = new AtomicBoolean();
    try {
      var plan =
          calls.call(
              "prepare()",
              () -> {
                var workload = make();
                return workload.prepare(
                    Settings.of(workload.parameters(), given), until(over, preparation));
              });
      return JarPlan.around(plan, calls);
    } catch (SlowJarException e) {
      throw bad(e.getMessage());
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case InputException bad -> throw bad;
        case IOException unreadable -> throw unreadable;
        case InterruptedException stopped -> throw stopped;
        case Throwable other -> throw JarCalls.unchecked(other);
      }
    } finally {
      over.set(true);
    }
  }

  /** What is left behind says nothing any more. */
  private static Preparation until(AtomicBoolean over, Preparation preparation) {
    return new Preparation() {
      @Override
      public Path cacheFolder() {
        return preparation.cacheFolder();
      }

      @Override
      public void progress(double fraction, String detail) {
        if (!over.get()) {
          preparation.progress(fraction, detail);
        }
      }
    };
  }

  private static Map<String, String> settings(String text) throws InputException {
    var given = new LinkedHashMap<String, String>();
    for (var part : text.split(";")) {
      var setting = part.strip();
      var equals = setting.indexOf('=');
      if (!setting.isEmpty()) {
        if (equals < 1) {
          throw new InputException(
              MyCode.JAR_SETTINGS,
              "%s is no key=value; write them as \"count=5; name=x\""
                  .formatted(Words.quote(setting)));
        }
        given.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
      }
    }
    return given;
  }

  private static InputException bad(String sentence) {
    return new InputException(PARAMETER, sentence);
  }
}
