import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the app image and the installers of the system it runs on, out of what {@code mvn package}
 * left in {@code target}. Started from source, by a JDK of the version that is to be shipped:
 *
 * <pre>
 * java installer/Package.java VERSION           makes them in target/installer
 * java installer/Package.java VERSION --dry-run prints the commands of every system
 * </pre>
 */
final class Package {
  private final Commands.Os os = Commands.Os.present();
  private final Commands commands;

  private Package(String version) {
    commands = new Commands(os, version);
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[1].equals("--dry-run")) {
      for (var os : Commands.Os.values()) {
        System.out.println("# " + os.name().toLowerCase(Locale.ROOT));
        var all = new Commands(os, args[0]).all("SUM");
        all.forEach(command -> System.out.println(String.join("\t", command)));
      }
    } else if (args.length == 1) {
      new Package(args[0]).make();
    } else {
      System.err.println("java installer/Package.java VERSION [--dry-run]");
      System.exit(2);
    }
  }

  private void make() throws Exception {
    delete(Commands.WORK);
    Files.createDirectories(Commands.INPUT);
    checkModules();
    makeJmods();
    run(commands.jlink());
    // for heaps of 32 GB and more, which this program has no use for
    Files.deleteIfExists(Commands.RUNTIME.resolve("lib/server/classes_nocoops.jsa"));
    copyInput();
    trainWorkers();
    var sum = sum();
    trainWindow(sum);
    run(commands.appImage(sum));
    checkClassPath();
    if (os == Commands.Os.MACOS) {
      for (var signing : commands.signings()) {
        run(signing);
      }
    }
    for (var type : commands.types()) {
      run(commands.installer(type));
    }
    report();
  }

  // ---- the runtime image

  /** JavaFX as it can be linked: native libraries where the JVM finds them without unpacking. */
  private void makeJmods() throws IOException, InterruptedException {
    Files.createDirectories(Commands.WORK.resolve("jmods"));
    for (var jar : files(Commands.TARGET.resolve("javafx"), ".*\\.jar")) {
      var module = jar.getFileName().toString().replaceFirst("javafx-(\\w+)-.*", "javafx.$1");
      var parts = Commands.WORK.resolve("parts").resolve(module);
      if (unpack(jar, parts)) {
        run(
            List.of(
                Commands.tool("jmod"),
                "create",
                "--class-path=" + parts.resolve("classes"),
                "--libs=" + parts.resolve("libs"),
                Commands.WORK.resolve("jmods/" + module + ".jmod").toString()));
      }
    }
  }

  /** Returns whether there is a module in it: Maven's empty jars have none. */
  private static boolean unpack(Path jar, Path parts) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      if (zip.getEntry("module-info.class") == null) {
        return false;
      }
      Files.createDirectories(parts.resolve("libs"));
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        var isNative = entry.getName().matches("[^/]+\\.(so|dll|dylib)");
        var to = parts.resolve(isNative ? "libs" : "classes").resolve(entry.getName());
        if (!entry.getName().equals("javafx-swt.jar")) {
          Files.createDirectories(to.getParent());
          try (var in = zip.getInputStream(entry)) {
            Files.copy(in, to);
          }
        }
      }
      return true;
    }
  }

  private void checkModules() throws IOException, InterruptedException {
    var found =
        output(
            List.of(
                Commands.tool("jdeps"),
                "--multi-release=25",
                "--ignore-missing-deps",
                "--print-module-deps",
                "--module-path=" + Commands.TARGET.resolve("javafx"),
                "--class-path=" + Commands.TARGET.resolve("speedup/lib") + "/*",
                Commands.TARGET.resolve("speedup/lib").resolve(Commands.MAIN_JAR).toString()));
    var missing = new TreeSet<>(List.of(found.strip().split(",")));
    missing.removeAll(Commands.MODULES);
    require(
        missing.isEmpty(),
        "the program needs modules that Commands.MODULES does not name: " + missing);
  }

  // ---- the program and its start caches

  private void copyInput() throws IOException {
    for (var jar : files(Commands.TARGET.resolve("speedup/lib"), ".*\\.jar")) {
      var to = Commands.INPUT.resolve(jar.getFileName());
      if (jar.getFileName().toString().startsWith("sqlite-jdbc-")) {
        copyWithoutOtherSystems(jar, to);
      } else {
        Files.copy(jar, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    if (os == Commands.Os.LINUX) { // the other systems have all sizes in one file
      copyIcons(Commands.INPUT.resolve("icons"));
    }
    Files.copy(Path.of("LICENSE"), Commands.INPUT.resolve("LICENSE.txt"));
    for (var notice : List.of("THIRD-PARTY.txt", "bom.json")) {
      var made = Commands.WORK.resolveSibling("notices").resolve(notice);
      if (Files.notExists(made)) {
        throw new IOException(made + " is missing; it is made while online, so run Maven without -o");
      }
      Files.copy(made, Commands.INPUT.resolve(notice));
    }
  }

  private static void copyIcons(Path to) throws IOException {
    Files.createDirectories(to);
    for (var icon : files(Path.of("src/main/resources/speedup/ui/icons"), ".*\\.png")) {
      Files.copy(icon, to.resolve(icon.getFileName()));
    }
  }

  /** Twenty systems' libraries are 11 of its 12 MB. */
  private void copyWithoutOtherSystems(Path jar, Path to) throws IOException {
    var all = "org/sqlite/native/";
    var arch = System.getProperty("os.arch");
    var ours = all + os.natives + "/" + (arch.equals("amd64") ? "x86_64" : arch) + "/";
    try (var from = new ZipFile(jar.toFile());
        var into = new ZipOutputStream(Files.newOutputStream(to))) {
      require(from.getEntry(ours) != null, jar + " has no library for " + ours);
      for (var entry : from.stream().toList()) {
        if (!entry.getName().startsWith(all) || entry.getName().startsWith(ours)) {
          var copy = new ZipEntry(entry.getName());
          copy.setLastModifiedTime(entry.getLastModifiedTime());
          into.putNextEntry(copy);
          try (var in = from.getInputStream(entry)) {
            in.transferTo(into);
          }
        }
      }
    }
  }

  /** As jpackage orders it: {@link #checkClassPath} holds it to that. */
  private List<Path> jars() throws IOException {
    var main = Commands.INPUT.resolve(Commands.MAIN_JAR);
    var others = files(Commands.INPUT, ".*\\.jar").stream().filter(jar -> !jar.equals(main));
    return Stream.concat(Stream.of(main), others).toList();
  }

  private String classPath() throws IOException {
    return jars().stream()
        .map(Path::toAbsolutePath)
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  /** Of everything that the window's cache depends on: another program never meets this name. */
  private String sum() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    digest.update(String.join("\n", Commands.JAVA_OPTIONS).getBytes());
    digest.update(Files.readAllBytes(Commands.RUNTIME.resolve("release")));
    for (var jar : jars()) {
      digest.update(Files.readAllBytes(jar));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  /** The same program that {@code mvn package} trains them with; names the cache by its content. */
  private void trainWorkers() throws IOException, InterruptedException {
    run(java(List.of("--enable-native-access=ALL-UNNAMED"), "speedup.app.TrainWorkers"));
    require(
        !files(Commands.INPUT, ".*\\.aot").isEmpty(),
        "no start cache of the workers was made; see above");
  }

  private void trainWindow(String sum) throws IOException, InterruptedException {
    var recorded = Commands.WORK.resolve("window.aotconf").toAbsolutePath();
    var options = new ArrayList<>(Commands.JAVA_OPTIONS);
    if (os == Commands.Os.LINUX && System.getenv("DISPLAY") == null) {
      options.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    }
    options.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded));
    run(java(options, "speedup.app.TrainWindow"));
    var create = new ArrayList<>(Commands.JAVA_OPTIONS);
    var cache = Commands.INPUT.resolve(Commands.cacheName(sum)).toAbsolutePath();
    create.add("-XX:AOTMode=create");
    create.add("-XX:AOTConfiguration=" + recorded);
    create.add("-XX:AOTCache=" + cache);
    run(java(create, null));
    require(Files.exists(cache), "no start cache of the window was made; see above");
  }

  private List<String> java(List<String> options, String mainClass) throws IOException {
    var command = new ArrayList<String>();
    command.add(Commands.RUNTIME.resolve("bin").resolve("java").toAbsolutePath().toString());
    command.addAll(options);
    command.add("-Xlog:disable");
    command.add("-Xlog:all=error:stderr");
    command.addAll(List.of("-cp", classPath()));
    if (mainClass != null) {
      command.add(mainClass);
    }
    return command;
  }

  // ---- checks and tools

  /** The caches know the jars in one order only. */
  private void checkClassPath() throws IOException {
    var folder =
        os == Commands.Os.LINUX ? "lib/app" : os == Commands.Os.MACOS ? "Contents/app" : "app";
    var wanted = jars().stream().map(jar -> jar.getFileName().toString()).toList();
    for (var file : files(commands.image().resolve(folder), ".*\\.cfg")) {
      var found =
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("app.classpath="))
              .map(line -> line.replaceFirst(".*[/\\\\]", ""))
              .toList();
      require(
          found.equals(wanted), file + " has another class path than the start caches: " + found);
    }
  }

  private void report() throws IOException {
    for (var file : files(Commands.WORK.resolve("packages"), ".*")) {
      System.out.printf("%s: %.1f MB%n", file, Files.size(file) / 1e6);
    }
  }

  private static List<Path> files(Path folder, String name) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().matches(name)).sorted().toList();
    }
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    require(start(command, ProcessBuilder.Redirect.INHERIT).waitFor() == 0, "failed: " + command);
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    var process = start(command, ProcessBuilder.Redirect.PIPE);
    var text = new String(process.getInputStream().readAllBytes());
    require(process.waitFor() == 0, "failed: " + command + "\n" + text);
    return text;
  }

  private static Process start(List<String> command, ProcessBuilder.Redirect out)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    var variables = builder.redirectOutput(out).environment();
    // the smallest that every dpkg can read
    variables.put("DPKG_DEB_COMPRESSOR_TYPE", "xz");
    // never what the person who builds this has chosen or kept
    variables.put("SPEEDUP_DATA", Commands.WORK.resolve("data").toAbsolutePath().toString());
    variables.put("XDG_CACHE_HOME", Commands.WORK.resolve("cache").toAbsolutePath().toString());
    variables.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.start();
  }

  private static void require(boolean good, String problem) {
    if (!good) {
      throw new IllegalStateException(problem);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
