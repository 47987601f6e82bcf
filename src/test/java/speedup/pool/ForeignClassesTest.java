package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.pool.task.TaskAction;
import speedup.pool.task.TaskFunction;

/** Tasks whose classes are on no worker's class path: compiled, typed in or run as source. */
@Timeout(120)
class ForeignClassesTest {
  private static final List<Object> ITEMS = List.of(1, 2, 3);

  @TempDir Path folder;

  /** Compiles sources that begin with their package, and names the folder of the classes. */
  private URLClassLoader compiled(String... sources) throws IOException {
    var files = new String[sources.length];
    for (var i = 0; i < sources.length; i++) {
      var name = sources[i].replaceFirst("(?s).*?(?:class|record) (\\w+).*", "$1");
      files[i] = Files.writeString(folder.resolve(name + ".java"), sources[i]).toString();
    }
    var classes = folder.resolve("classes");
    var arguments =
        Stream.concat(
            Stream.of("-d", classes.toString(), "-cp", ownClasses()), Arrays.stream(files));
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new)));
    return new URLClassLoader(new URL[] {classes.toUri().toURL()});
  }

  /** Where the library is, without what only tests see. */
  private static String ownClasses() {
    return Path.of(ProcessPool.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }

  @SuppressWarnings("unchecked")
  private static TaskFunction<Object, Object> function(ClassLoader loader, String owner)
      throws ReflectiveOperationException {
    return (TaskFunction<Object, Object>)
        loader.loadClass(owner).getMethod("function").invoke(null);
  }

  private static String mapped(ProcessPool pool, TaskFunction<Object, Object> function)
      throws InterruptedException {
    return pool.map(function, ITEMS).toString();
  }

  @Test
  void functionsOfAnOwnClassLoaderRunWithAllTheClassesOfTheirPackage() throws Exception {
    try (var loader =
            compiled(
                """
                package acme.task;
                import speedup.pool.task.TaskFunction;
                public class Squares {
                  static int calls;
                  public static TaskFunction<Integer, Object> function() {
                    return x -> new Square(Helper.times(x, x), new Helper());
                  }
                }
                """,
                """
                package acme.task;
                public record Square(int area, Helper by) {}
                """,
                """
                package acme.task;
                public class Helper implements java.io.Serializable {
                  static int times(int a, int b) { return new Inner().times(a, b); }
                  static class Inner { int times(int a, int b) { return a * b; } }
                  @Override public String toString() { return "helper"; }
                }
                """);
        var pool = ProcessPool.open(2)) {
      assertEquals(
          "[Square[area=1, by=helper], Square[area=4, by=helper], Square[area=9, by=helper]]",
          mapped(pool, function(loader, "acme.task.Squares")));
    }
  }

  @Test
  void aClassThatIsNotAdmittedIsNotHandedToAWorker() throws Exception {
    var sources =
        new String[] {
          """
          package acme.task;
          import speedup.pool.task.TaskFunction;
          public class Caller {
            public static TaskFunction<Integer, Object> function() {
              return x -> acme.other.Other.twice(x);
            }
          }
          """,
          """
          package acme.other;
          public class Other { public static int twice(int x) { return 2 * x; } }
          """
        };
    try (var loader = compiled(sources);
        var strict = ProcessPool.open(1);
        var told = ProcessPool.builder().workers(1).admit("acme.").open()) {
      var function = function(loader, "acme.task.Caller");
      var failure =
          assertInstanceOf(
              PoolException.TaskThrew.class,
              assertThrows(PoolException.class, () -> mapped(strict, function)));
      assertEquals(NoClassDefFoundError.class.getName(), failure.type());
      assertTrue(failure.getMessage().contains("acme/other/Other"), failure.getMessage());
      assertEquals("[2, 4, 6]", mapped(told, function));
    }
  }

  @Test
  void anInitializerOfAnOwnClassLoaderRuns() throws Exception {
    try (var loader =
        compiled(
            """
            package acme.task;
            import speedup.pool.task.*;
            public class Prepared {
              static int base;
              public static TaskAction initializer() { return () -> base = Bases.BASE; }
              public static TaskFunction<Integer, Object> function() { return x -> base + x; }
            }
            """,
            """
            package acme.task;
            public class Bases { static final Integer BASE = 100; }
            """)) {
      var initializer =
          (TaskAction) loader.loadClass("acme.task.Prepared").getMethod("initializer").invoke(null);
      try (var pool = ProcessPool.builder().workers(1).initializer(initializer).open()) {
        assertEquals("[101, 102, 103]", mapped(pool, function(loader, "acme.task.Prepared")));
      }
    }
  }

  @Test
  void aSingleSourceFileUsesThePoolWithoutBeingCompiledToFiles() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("Example.java"),
            """
            import java.util.List;
            import speedup.pool.ProcessPool;
            public class Example {
              record Inner(int x) {}
              public static void main(String[] args) throws Exception {
                try (var pool = ProcessPool.open(2)) {
                  System.out.println(pool.map(x -> x * x, List.of(1, 2, 3)));
                  System.out.println(pool.map(x -> new Inner(Beside.minus(x)), List.of(1, 2)));
                  System.out.println(pool.map(x -> new Outer(x), List.of(1, 2)));
                }
              }
            }
            class Beside { static int minus(int x) { return -x; } }
            record Outer(int x) {}
            """);
    assertEquals(
        List.of("[1, 4, 9]", "[Inner[x=-1], Inner[x=-2]]", "[Outer[x=1], Outer[x=2]]"),
        said("java", "--class-path", ownClasses(), file.toString()));
  }

  @Test
  void jshellUsesThePool() throws Exception {
    var script =
        Files.writeString(
            folder.resolve("script.jsh"),
            """
            import speedup.pool.*;
            record Point(int x) {}
            int twice(int x) { return 2 * x; }
            var pool = ProcessPool.open(2);
            System.out.println(pool.map(x -> x * x, List.of(1, 2, 3)));
            System.out.println(pool.map(x -> new Point(twice(x)), List.of(1, 2)));
            pool.close();
            /exit
            """);
    assertEquals(
        List.of("[1, 4, 9]", "[Point[x=2], Point[x=4]]"),
        said(
            "jshell",
            "-J-Djava.util.prefs.userRoot=" + folder,
            "--class-path",
            ownClasses(),
            "-s",
            script.toString()));
  }

  /** Runs a program of the JDK to its end, and takes down what it prints. */
  private List<String> said(String program, String... arguments) throws Exception {
    var said = folder.resolve("said.txt");
    var complaints = folder.resolve("complaints.txt");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(said.toFile())
            .redirectError(complaints.toFile())
            .start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> "never ends: " + program);
      assertEquals(0, process.exitValue(), Files.readString(complaints));
      return Files.readAllLines(said);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
