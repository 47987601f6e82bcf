package speedup.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts workers as JVMs of the same Java that runs this program.
 *
 * @param mainClass the worker's entry
 * @param classPath what the worker can load
 * @param jvmFlags added to {@link #BASE_FLAGS}
 * @param environment variables beside those of this process
 */
public record JvmLauncher(
    String mainClass, String classPath, List<String> jvmFlags, Map<String, String> environment)
    implements WorkerLauncher {
  /** Named, not referred to: the pool does not depend on the program that its workers run. */
  private static final String WORKER = "speedup.worker.WorkerMain";

  /** How many processes up there is one that no worker started. */
  private static final String DEPTH = "SPEEDUP_DEPTH";

  /** So many levels deep processes may start processes: one that starts itself again is stopped. */
  public static final int MOST_DEPTH = 8;

  /**
   * Serial GC, because a worker is one thread that computes; sleeping in the kernel on a word of
   * shared memory without a warning of the JVM; a crash report on standard error, where the parent
   * reads it, instead of a file; no window system for a task that decodes pictures; and no message
   * of the JVM itself on standard output, which carries frames, nor one about a start cache that it
   * does not take.
   */
  public static final List<String> BASE_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "-XX:-UsePerfData",
          "-Djava.awt.headless=true",
          "-XX:+ErrorFileToStderr",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+DisplayVMOutputToStderr",
          "-Xlog:disable",
          "-Xlog:all=warning,aot*=off,cds*=off:stderr");

  /** Copies the flags. */
  public JvmLauncher {
    jvmFlags = List.copyOf(jvmFlags);
    environment = Map.copyOf(environment);
  }

  /** The usual worker, with the class path of this process. */
  public static JvmLauncher ofThisProcess(List<String> jvmFlags, Map<String, String> environment) {
    return new JvmLauncher(WORKER, System.getProperty("java.class.path"), jvmFlags, environment);
  }

  /** As {@link #ofThisProcess(List, Map)}, with the environment of this process. */
  public static JvmLauncher ofThisProcess(List<String> jvmFlags) {
    return ofThisProcess(jvmFlags, Map.of());
  }

  @Override
  public JvmLauncher withMemoryLimit(long bytes) {
    var flags = new ArrayList<>(jvmFlags);
    flags.addAll(PoolBuilder.memoryFlags(bytes));
    return new JvmLauncher(mainClass, classPath, flags, environment);
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
    var depth = depth() + 1;
    if (depth > MOST_DEPTH) {
      throw new IOException(
          "processes have started processes %d levels deep; a task that starts itself again never"
                  .formatted(MOST_DEPTH)
              + " ends: start them from the main program only");
    }
    var command = new ArrayList<String>();
    command.add(java.toString());
    command.addAll(BASE_FLAGS);
    command.addAll(jvmFlags);
    command.addAll(moreFlags);
    command.add("-Dspeedup.worker=" + name);
    command.add(mainClass);
    var builder = new ProcessBuilder(command);
    var variables = builder.environment();
    variables.putAll(environment);
    variables.put(DEPTH, Integer.toString(depth));
    // not on the command line: a long path would reach the system's limit and hide the rest
    variables.put("CLASSPATH", classPath);
    // the installed app's launcher sets these for itself; a child JVM breaks on them
    variables.remove("_JPACKAGE_LAUNCHER");
    variables.remove("LD_LIBRARY_PATH");
    // would print to the streams that the protocol uses
    variables.remove("JAVA_TOOL_OPTIONS");
    variables.remove("JDK_JAVA_OPTIONS");
    variables.remove("_JAVA_OPTIONS");
    return builder.start();
  }

  private static int depth() {
    var text = System.getenv(DEPTH);
    return text != null && text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }
}
