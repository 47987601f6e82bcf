package speedup.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts workers as JVMs of the same Java that runs this program.
 *
 * @param mainClass the worker's entry
 * @param classPath what the worker can load
 * @param jvmFlags added to {@link #BASE_FLAGS}
 */
public record JvmLauncher(String mainClass, String classPath, List<String> jvmFlags)
    implements WorkerLauncher {
  /**
   * Serial GC, because a worker is one thread that computes; and no message of the JVM itself on
   * standard output, which carries frames, nor one about a start cache that it does not take.
   */
  public static final List<String> BASE_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Xlog:all=warning,aot*=off,cds*=off:stderr");

  /** Copies the flags. */
  public JvmLauncher {
    jvmFlags = List.copyOf(jvmFlags);
  }

  /** With the class path of this process. */
  public static JvmLauncher ofThisProcess(String mainClass, List<String> jvmFlags) {
    return new JvmLauncher(mainClass, System.getProperty("java.class.path"), jvmFlags);
  }

  @Override
  public Process launch(String name) throws IOException {
    return start(name, WorkerCache.flags(this));
  }

  Process start(String name, List<String> moreFlags) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
    if (!Files.isExecutable(java)) {
      throw new IOException(
          "there is no Java program at " + java + "; reinstall Java or this program");
    }
    var command = new ArrayList<String>();
    command.add(java.toString());
    command.addAll(BASE_FLAGS);
    command.addAll(jvmFlags);
    command.addAll(moreFlags);
    command.add("-Dspeedup.worker=" + name);
    command.add(mainClass);
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    // not on the command line: a long path would reach the system's limit and hide the rest
    environment.put("CLASSPATH", classPath);
    // the installed app's launcher sets these for itself; a child JVM breaks on them
    environment.remove("_JPACKAGE_LAUNCHER");
    environment.remove("LD_LIBRARY_PATH");
    // would print to the streams that the protocol uses
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.remove("JDK_JAVA_OPTIONS");
    environment.remove("_JAVA_OPTIONS");
    return builder.start();
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }
}
