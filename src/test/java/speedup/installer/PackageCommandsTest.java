package speedup.installer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What would be run on each system to make its packages. */
class PackageCommandsTest {
  private static String printed;

  @BeforeAll
  static void dryRun() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(java, "installer/Package.java", "0.1.0-SNAPSHOT", "--dry-run")
            .redirectErrorStream(true);
    var process = builder.start();
    try {
      printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue(), printed);
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> commands(String system) {
    return printed
        .lines()
        .dropWhile(line -> !line.equals("# " + system))
        .skip(1)
        .takeWhile(line -> !line.startsWith("# "))
        .toList();
  }

  /** The command that makes a type of package. */
  private static List<String> making(String system, String type) {
    return commands(system).stream()
        .map(line -> List.of(line.split("\t")))
        .filter(command -> after(command, "--type").equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static String after(List<String> command, String option) {
    var at = command.indexOf(option);
    return at < 0 ? "" : command.get(at + 1);
  }

  @Test
  void everyRuntimeKeepsItsJavaForTheWorkers() {
    for (var system : List.of("linux", "windows", "macos")) {
      var jlink = commands(system).getFirst();
      assertTrue(jlink.contains("--generate-cds-archive"), jlink);
      assertFalse(jlink.contains("native-commands"), jlink);
    }
  }

  @Test
  void everyAppStartsFromACacheThatIsNamedByItsContent() {
    for (var system : List.of("linux", "windows", "macos")) {
      var image = making(system, "app-image");
      assertTrue(image.contains("-XX:AOTCache=$APPDIR/window-SUM.aot"), image::toString);
    }
  }

  @Test
  void windowsInstallsWithoutAdministratorAndKnowsItsEarlierVersions() {
    for (var type : List.of("msi", "exe")) {
      var command = making("windows", type);
      assertTrue(command.contains("--win-per-user-install"), command::toString);
      assertEquals(
          "6b1c2a5e-8f0d-4c53-9a1e-27d4f0b3c7e9",
          after(command, "--win-upgrade-uuid"),
          "with another one, Windows would keep both versions");
    }
  }

  @Test
  void macSignsTheJavaOfTheWorkersForCompiling() {
    var signings = commands("macos").stream().filter(line -> line.startsWith("codesign")).toList();

    assertTrue(signings.getFirst().endsWith("/bin/java"), signings::toString);
    assertTrue(signings.getLast().endsWith(".app"), "what lies around it is signed after it");
    for (var signing : signings) {
      assertTrue(signing.contains("speedup.entitlements"), signing);
    }
    assertEquals("1.1.0", after(making("macos", "dmg"), "--app-version"), "0 is refused there");
    making("macos", "pkg");
  }

  @Test
  void everyFileThatIsNamedIsThere() {
    for (var line : printed.lines().toList()) {
      for (var argument : line.split("\t")) {
        var path = argument.replaceFirst("^speedup=", "");
        if (path.startsWith("installer/") || path.startsWith("src/")) {
          assertTrue(Files.exists(Path.of(path)), path);
        }
      }
    }
  }
}
