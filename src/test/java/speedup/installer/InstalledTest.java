package speedup.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package on this machine: installed over an older one, used, killed, purged. */
@Tag("installer")
@EnabledOnOs(OS.LINUX)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstalledTest {
  private static final Path FOLDER = Path.of("/opt/speedup-workbench");
  private static final Path COMMAND = Path.of("/usr/bin/speedup");
  private static final Path SHARED = Path.of("/dev/shm");
  private static final int DISPLAY = 97;
  private static final int LIMIT_SECONDS = 120;

  /** What the person chose and kept, in the usual places below their home. */
  private static final String SETTINGS = "{\"version\": 1, \"scale\": 125}";

  @TempDir private static Path folder;
  private static Shell shell;
  private static Path settings;
  private static Path deb;
  private static Set<String> sharedBefore;
  private static boolean installed;

  @BeforeAll
  static void installAnOlderVersion() throws IOException, InterruptedException {
    deb = onlyPackage();
    assumeTrue("root".equals(System.getProperty("user.name")), "only root installs packages");
    for (var tool : List.of("/usr/bin/apt-get", "/usr/bin/Xvfb", "/usr/bin/xdotool")) {
      assumeTrue(Files.isExecutable(Path.of(tool)), tool + " is missing");
    }
    assumeTrue(Files.notExists(FOLDER), "somebody has installed the program here");
    shell = new Shell(folder.resolve("home"));
    settings = shell.home().resolve(".config/speedup-workbench/settings.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, SETTINGS);
    sharedBefore = names(SHARED);
    installed = true;
    shell.run("apt-get", "install", "-y", older().toString());
    assertTrue(
        shell.run("dpkg", "-s", "speedup-workbench").contains("Version: 0.0.1"), "the older one");
  }

  @AfterAll
  static void removeWhatIsLeft() throws IOException, InterruptedException {
    if (installed && Files.exists(FOLDER)) {
      shell.run("apt-get", "purge", "-y", "speedup-workbench");
    }
  }

  private static Path onlyPackage() throws IOException {
    var packages = Path.of(System.getProperty("speedup.packages", "target/installer/packages"));
    assumeTrue(Files.isDirectory(packages), "no package was made");
    try (var all = Files.list(packages)) {
      var found = all.filter(file -> file.toString().endsWith(".deb")).findFirst();
      assumeTrue(found.isPresent(), "no package was made for Debian");
      return found.get().toAbsolutePath();
    }
  }

  /** The same program under an earlier version number. */
  private static Path older() throws IOException, InterruptedException {
    var parts = folder.resolve("older");
    shell.run("dpkg-deb", "-R", deb.toString(), parts.toString());
    var control = parts.resolve("DEBIAN/control");
    Files.writeString(
        control, Files.readString(control).replaceFirst("(?m)^Version: .*", "Version: 0.0.1"));
    var made = folder.resolve("older.deb");
    shell.run("dpkg-deb", "-Znone", "-b", parts.toString(), made.toString());
    return made;
  }

  @Test
  @Order(1)
  void isSmallEnough() throws IOException {
    assertTrue(Files.size(deb) < 60_000_000, "bytes: " + Files.size(deb));
  }

  @Test
  @Order(2)
  void keepsSettingsAndHistoryWhenItReplacesAnOlderVersion() throws Exception {
    shell.run(COMMAND.toString(), "run", "sum-of-squares", "--preset", "lesson", "--repeat", "1");

    shell.run("apt-get", "install", "-y", deb.toString());

    assertFalse(shell.run("dpkg", "-s", "speedup-workbench").contains("Version: 0.0.1"));
    assertEquals(SETTINGS, Files.readString(settings));
    assertTrue(shell.run(COMMAND.toString(), "history").contains("sum-of-squares"));
  }

  @Test
  @Order(3)
  void doesTheMainJobWithWorkersOfTheInstalledRuntime() throws Exception {
    var job = shell.start(COMMAND.toString(), "run", "primes-file", "--repeat", "3");
    var workers = Workers.of(job.pid(), LIMIT_SECONDS);

    assertTrue(job.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
    assertEquals(0, job.exitValue(), shell.log());
    assertTrue(shell.log().contains("primes among 1,000,000 numbers"), shell.log());
    for (var worker : workers) {
      assertTrue(worker.command().startsWith(FOLDER + "/lib/runtime/bin/java"), worker.command());
      assertTrue(worker.command().contains("-XX:AOTCache=" + FOLDER), worker.command());
    }
    Workers.awaitEnd(workers, LIMIT_SECONDS);
  }

  private static void awaitDisplay() {
    var socket = Path.of("/tmp/.X11-unix/X" + DISPLAY);
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (Files.notExists(socket)) {
      assertTrue(System.nanoTime() < end, "no display");
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  @Order(4)
  void theKilledWindowLeavesNoWorkers() throws Exception {
    var display = shell.start("/usr/bin/Xvfb", ":" + DISPLAY, "-screen", "0", "1366x768x24");
    try {
      awaitDisplay();
      shell.use(DISPLAY);
      var window = shell.start(FOLDER.resolve("bin/speedup-workbench").toString());
      try {
        // there is no window manager that would give it the keys
        shell.run(
            "xdotool",
            "search",
            "--sync",
            "--onlyvisible",
            "--name",
            "^Speedup Workbench$",
            "windowfocus",
            "--sync",
            "sleep",
            "2",
            "key",
            "F5");
        var workers = Workers.of(window.pid(), LIMIT_SECONDS);
        picture();

        window.destroyForcibly().waitFor();

        Workers.awaitEnd(workers, LIMIT_SECONDS);
      } finally {
        window.destroyForcibly();
      }
    } finally {
      display.destroy();
    }
  }

  /** To be looked at. */
  private static void picture() throws IOException, InterruptedException {
    var screens = Path.of("target/screens");
    Files.createDirectories(screens);
    if (Files.isExecutable(Path.of("/usr/bin/import"))) {
      shell.run("import", "-window", "root", screens.resolve("installed.png").toString());
    }
  }

  @Test
  @Order(5)
  void leavesOnlyWhatThePersonKeptWhenItIsPurged() throws Exception {
    var files = shell.run("dpkg", "-L", "speedup-workbench").lines().map(Path::of).toList();

    shell.run("apt-get", "purge", "-y", "speedup-workbench");

    assertTrue(Files.notExists(FOLDER), FOLDER + " is left");
    assertTrue(files.contains(FOLDER.resolve("bin/speedup")), "the list is the package's");
    assertTrue(Files.notExists(COMMAND), COMMAND + " is left");
    for (var place : List.of("applications", "icons/hicolor", "mime/application", "doc")) {
      assertEquals(List.of(), ours(Path.of("/usr/share").resolve(place)));
    }
    assertEquals(List.of(), ours(Path.of("/etc/alternatives")));
    assertEquals(List.of(), Workers.below(FOLDER));
    var shared = names(SHARED);
    shared.removeAll(sharedBefore);
    assertEquals(
        Set.of(), shared.stream().filter(InstalledTest::isOurs).collect(Collectors.toSet()));
    // the window has added where it was
    assertTrue(Files.readString(settings).matches("(?s).*\"scale\" ?: 125.*"));
    assertTrue(
        Files.exists(shell.home().resolve(".local/share/speedup-workbench")), "history is kept");
  }

  private static List<Path> ours(Path below) throws IOException {
    if (Files.notExists(below)) {
      return List.of();
    }
    try (var all = Files.walk(below)) {
      return all.filter(file -> isOurs(file.getFileName().toString())).toList();
    }
  }

  private static boolean isOurs(String name) {
    return name.contains("speedup");
  }

  private static Set<String> names(Path below) throws IOException {
    try (var all = Files.list(below)) {
      return all.map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
