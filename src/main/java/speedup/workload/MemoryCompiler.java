package speedup.workload;

import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources without a file on the disk, and without running anything that is in them. */
final class MemoryCompiler {
  /** No annotation processor: it would be a person's code in the app's own process. */
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none", "-implicit:none", "-g", "-Xlint:all,-path,-options,-processing,-serial");

  private MemoryCompiler() {}

  /**
   * A source.
   *
   * @param name file name, such as {@code Task.java}
   */
  record Source(String name, String text) {}

  /**
   * What came out.
   *
   * @param classes class files by the names of their classes; empty when there are errors
   * @param problems errors, then warnings
   */
  record Outcome(Map<String, byte[]> classes, List<SourceProblem> problems) {
    List<SourceProblem> errors() {
      return problems.stream().filter(SourceProblem::error).toList();
    }

    List<SourceProblem> warnings() {
      return problems.stream().filter(problem -> !problem.error()).toList();
    }
  }

  /**
   * Compiles for this Java, with the classes of this program at hand.
   *
   * @throws InputException when this Java has no compiler
   */
  static Outcome compile(Source... sources) throws InputException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new InputException(
          "source",
          "the Java that runs this program has no compiler; run it with a JDK (%s is a JRE)"
              .formatted(System.getProperty("java.home")));
    }
    var found = new DiagnosticCollector<JavaFileObject>();
    var said = new StringWriter();
    try (var standard =
            compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8);
        var files = new Memory(standard)) {
      var done = run(compiler, files, found, said, sources);
      var problems = problems(found);
      if (!done && problems.stream().noneMatch(SourceProblem::error)) {
        problems.addFirst(new SourceProblem(sources[0].name(), 0, 0, true, gaveUp(said)));
      }
      return new Outcome(done ? files.classes() : Map.of(), List.copyOf(problems));
    } catch (IOException e) {
      throw new InputException("source", "the compiler could not read its own files: " + e);
    }
  }

  /** What can be asked how a source that compiles is written. */
  static JavacTask task(Source source) {
    var texts = List.of(new Text(source));
    var compiler = ToolProvider.getSystemJavaCompiler();
    return (JavacTask)
        compiler.getTask(Writer.nullWriter(), null, null, List.of("-proc:none"), null, texts);
  }

  private static boolean run(
      JavaCompiler compiler,
      JavaFileManager files,
      DiagnosticCollector<JavaFileObject> found,
      StringWriter said,
      Source... sources) {
    var options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    var texts = List.of(sources).stream().map(Text::new).toList();
    try {
      return compiler.getTask(said, files, found, options, null, texts).call();
    } catch (RuntimeException e) { // of the compiler's own: a mistake in it
      said.write(e.toString());
      return false;
    }
  }

  private static String gaveUp(StringWriter said) {
    var first = said.toString().lines().filter(line -> !line.isBlank()).findFirst();
    return "the compiler gave up (%s); write it in a simpler way"
        .formatted(Words.plain(first.orElse("it does not say why")).strip());
  }

  /** Errors before warnings, each in the order of the source. */
  private static List<SourceProblem> problems(DiagnosticCollector<JavaFileObject> found) {
    var problems = new ArrayList<SourceProblem>();
    for (var error : new boolean[] {true, false}) {
      for (var one : found.getDiagnostics()) {
        if (one.getSource() != null && isOf(one.getKind(), error)) {
          problems.add(
              new SourceProblem(
                  one.getSource().getName(),
                  Math.max(0, one.getLineNumber()),
                  Math.max(0, one.getColumnNumber()),
                  error,
                  inOneLine(one.getMessage(Locale.ROOT))));
        }
      }
    }
    return problems;
  }

  private static boolean isOf(Diagnostic.Kind kind, boolean error) {
    return switch (kind) {
      case ERROR -> error;
      case WARNING, MANDATORY_WARNING -> !error;
      case NOTE, OTHER -> false;
    };
  }

  private static String inOneLine(String message) {
    // as people write them: String for java.lang.String
    var simple = message.replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
    return Words.plain(simple.strip().replaceAll("\\s*\\R\\s*", ", ").replaceAll("\\s+", " "));
  }

  /** A source as the compiler reads it. */
  private static final class Text extends SimpleJavaFileObject {
    private final Source source;

    Text(Source source) {
      super(place(source.name()), Kind.SOURCE);
      this.source = source;
    }

    /** Its end is the name of the file in stack traces. */
    private static URI place(String name) {
      try {
        return new URI("memory", null, "/" + name, null);
      } catch (URISyntaxException e) {
        throw new IllegalStateException("a file name is always quoted", e);
      }
    }

    @Override
    public String getName() {
      return source.name();
    }

    /** A public class may be in a file of any name: a person's file may be called anything. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }
  }

  /** Keeps what the compiler writes. */
  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

    Memory(JavaFileManager standard) {
      super(standard);
    }

    Map<String, byte[]> classes() {
      var classes = new LinkedHashMap<String, byte[]>();
      written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
      return classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      var bytes = new ByteArrayOutputStream();
      written.put(className, bytes);
      return new SimpleJavaFileObject(URI.create("memory:///class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }
}
