package speedup.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the start script in a folder like the one that the build makes, with a pretended Java. */
class StartScriptTest {
  private static final Path SH = Path.of("/bin/sh");
  private static final Path SCRIPT = Path.of("installer", "launcher", "speedup");

  @TempDir private Path folder;
  private Path app;

  @BeforeEach
  void makeAnAppFolder() throws IOException {
    assumeTrue(Files.isExecutable(SH), "a shell is needed");
    folder = folder.toRealPath();
    app = folder.resolve("my app");
    Files.createDirectories(app.resolve("bin"));
    Files.createDirectories(app.resolve("lib"));
    Files.copy(
        Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve(SCRIPT), script());
    executable(script());
    for (var jar : List.of("a library.jar", "speedup-workbench.jar", "zebra.jar")) {
      Files.writeString(app.resolve("lib").resolve(jar), "");
    }
  }

  private Path script() {
    return app.resolve("bin/speedup");
  }

  private static void executable(Path file) {
    assertTrue(file.toFile().setExecutable(true), file::toString);
  }

  /** A folder whose java prints its name and its arguments, one a line. */
  private Path pretendedJava(String name, String version) throws IOException {
    var home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"X\"\nJAVA_VERSION_DATE=\"1970-01-01\"\nJAVA_VERSION=\"" + version + "\"\n");
    var java = home.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' '" + name + "' \"$@\"\n");
    executable(java);
    return home;
  }

  private Ran run(Path script, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().keySet().removeAll(List.of("SPEEDUP_JAVA", "SPEEDUP_OPTS"));
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA25_HOME"));
    builder.environment().putAll(environment);
    return Ran.of(builder, folder);
  }

  @Test
  void handsArgumentsOnUntouched() throws IOException, InterruptedException {
    var java = pretendedJava("my java", "25.0.3").toString();

    var lines =
        run(script(), Map.of("SPEEDUP_JAVA", java), "run", "--set", "file=a  b*.txt", "", "$x")
            .out()
            .lines()
            .toList();

    var arguments = lines.subList(lines.indexOf(Main.class.getName()) + 1, lines.size());
    assertEquals(List.of("run", "--set", "file=a  b*.txt", "", "$x"), arguments);
  }

  @Test
  void putsTheProgramFirstOnTheClassPath() throws IOException, InterruptedException {
    var java = pretendedJava("my java", "26-ea").toString();

    var lines = run(script(), Map.of("SPEEDUP_JAVA", java), "list").out().lines().toList();

    var lib = app.resolve("lib");
    assertEquals(
        "%s/speedup-workbench.jar:%s/a library.jar:%s/zebra.jar".formatted(lib, lib, lib),
        lines.get(lines.indexOf("-cp") + 1));
  }

  @Test
  void givesTheWindowItsModules() throws IOException, InterruptedException {
    var java = pretendedJava("my java", "25").toString();

    var lines = run(script(), Map.of("SPEEDUP_JAVA", java)).out().lines().toList();

    assertTrue(lines.contains("--module-path=" + app.resolve("javafx")), lines::toString);
    assertEquals(Main.class.getName(), lines.getLast());
  }

  @Test
  void startsThroughSymbolicLinks() throws IOException, InterruptedException {
    var java = pretendedJava("my java", "25").toString();
    var near = Files.createSymbolicLink(app.resolve("bin/near"), Path.of("speedup"));
    var far = Files.createSymbolicLink(folder.resolve("far"), near);

    var out = run(far, Map.of("SPEEDUP_JAVA", java), "list").out();

    assertTrue(out.contains(app.resolve("lib/speedup-workbench.jar").toString()), out);
  }

  @Test
  void passesOverAJavaThatIsTooOld() throws IOException, InterruptedException {
    var old = pretendedJava("old java", "17.0.15").toString();
    var ancient = pretendedJava("ancient java", "1.8.0_452").toString();
    var recent = pretendedJava("recent java", "25.0.3");

    var ran = run(script(), Map.of("JAVA_HOME", old, "JAVA25_HOME", recent.toString()), "list");
    assertTrue(ran.out().startsWith("recent java\n"), ran.out());

    var path = recent.resolve("bin") + ":/usr/bin:/bin";
    ran = run(script(), Map.of("JAVA_HOME", ancient, "PATH", path), "list");
    assertTrue(ran.out().startsWith("recent java\n"), ran.out());
  }

  @Test
  void findsTheFolderOfAJavaCommand() throws IOException, InterruptedException {
    var java = pretendedJava("my java", "25").resolve("bin/java");
    var link = Files.createSymbolicLink(folder.resolve("java-link"), java);

    var ran = run(script(), Map.of("SPEEDUP_JAVA", link.toString()), "list");

    assertTrue(ran.out().startsWith("my java\n"), ran.err());
  }

  @Test
  void refusesAnOldJavaThatWasNamed() throws IOException, InterruptedException {
    var ran = run(script(), Map.of("SPEEDUP_JAVA", pretendedJava("old", "17").toString()), "list");

    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().contains("which is no Java 25 or newer"), ran.err());
    assertEquals(2, ran.exitCode());
  }

  @Test
  void saysWhenTheProgramIsMissing() throws IOException, InterruptedException {
    Files.delete(app.resolve("lib/speedup-workbench.jar"));

    var ran = run(script(), Map.of(), "list");

    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().contains("mvn package"), ran.err());
    assertEquals(2, ran.exitCode());
  }
}
