package speedup.workload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A person's own task, from a Java source. It is compiled here and run in worker processes only.
 */
public final class MyCode implements Workload {
  static final String JAR_SETTINGS = "jar-settings";
  private static final String SOURCE = "source";
  private static final String JAR = "jar";
  private static final String TEMPLATE = "template";
  private static final String COUNT = "count";
  private static final String ITEMS = "items";
  private static final int MOST_SETTINGS = 1_000;
  private static final long MEBI = 1 << 20;
  private static final long MILLIS = 1_000;

  @Override
  public String id() {
    return "my-code";
  }

  @Override
  public String title() {
    return "My code";
  }

  @Override
  public String summary() {
    return "Your own task, written in Java: it is compiled here and run on every item in worker"
        + " processes, with your rights on this computer, so run only code that you trust.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.InputFile(
            SOURCE,
            "Java source",
            "A class with one public static method that takes a long, int, double or String and"
                + " returns a result; it can do on this computer whatever you can.",
            List.of("java")),
        new Parameter.Choice(
            TEMPLATE,
            "Template",
            "What is run when no source is given; \"speedup generate my-code\" writes it to a"
                + " file.",
            Template.ids(),
            Template.PRIMES.id()),
        new Parameter.Whole(
            COUNT,
            "Items",
            "The items are the numbers from 0 to one less than this.",
            "",
            1,
            1_000_000_000,
            OptionalLong.of(1_000)),
        new Parameter.InputFile(
            ITEMS,
            "Items from a file",
            "A text file whose lines are the items, instead of numbers.",
            List.of("txt", "csv")),
        new Parameter.Whole(
            "memory",
            "Memory of a worker",
            "A task that needs more fails, and the program goes on.",
            "MiB",
            16,
            65_536,
            OptionalLong.of(256)),
        new Parameter.Whole(
            "seconds",
            "Time of an item",
            "An item that takes longer is stopped, and the program goes on; of a jar, a chunk of"
                + " items.",
            "s",
            1,
            86_400,
            OptionalLong.of(10)),
        new Parameter.InputFile(
            JAR,
            "Jar with a workload",
            "Instead of a source: its tasks run in workers, but what makes its input and shows its"
                + " result runs in this program itself, with all of its memory and up to 30 s for"
                + " each step, or as long as a chunk may take; items have no meaning for it.",
            List.of("jar")),
        new Parameter.Text(
            JAR_SETTINGS,
            "Settings of the jar",
            "The settings of the workload in the jar, such as: count=5; name=x.",
            "",
            MOST_SETTINGS));
  }

  @Override
  public List<Preset> presets() {
    return List.of(
        Preset.of(
            "primes",
            "Primes, a task that computes",
            "Two workers on two cores need half the time.",
            Map.of(TEMPLATE, Template.PRIMES.id(), COUNT, "1000")),
        Preset.of(
            "sleep",
            "Sleep, a task that waits",
            "More workers than cores still help.",
            Map.of(TEMPLATE, Template.SLEEP.id(), COUNT, "500")),
        Preset.of(
            "word-length",
            "Word lengths, a task that gives records",
            "A task so short that handing it over costs more than it.",
            Map.of(TEMPLATE, Template.WORD_LENGTH.id(), COUNT, "100000")));
  }

  @Override
  public Set<String> replacedBy(String parameter) {
    return switch (parameter) {
      case SOURCE -> Set.of(TEMPLATE);
      case ITEMS -> Set.of(COUNT);
      case JAR -> Set.of(SOURCE, TEMPLATE, COUNT, ITEMS);
      default -> Set.of();
    };
  }

  @Override
  public Optional<Limits> limits(Settings settings) throws InputException {
    var jar = settings.file(JAR);
    return Optional.of(
        new Limits(
            settings.whole("memory") * MEBI,
            jar.isPresent()
                ? OptionalLong.of(settings.whole("seconds") * MILLIS)
                : OptionalLong.empty(),
            jar.isPresent() ? JarWorkload.packages(jar.get()) : List.of()));
  }

  @Override
  public Optional<Generator> generator() {
    return Optional.of(
        new Generator() {
          @Override
          public Set<String> parameters() {
            return Set.of(TEMPLATE);
          }

          @Override
          public String generate(Settings settings, Path to, Preparation preparation)
              throws IOException, InterruptedException {
            var template = Template.of(settings.text(TEMPLATE));
            var text = template.source().text().getBytes(StandardCharsets.UTF_8);
            Aside.write(to, out -> out.write(text));
            return "a task to change, from the template " + template.id();
          }
        });
  }

  @Override
  public Prepared<?, ?, ?> prepare(Settings settings, Preparation preparation)
      throws InputException, IOException, InterruptedException {
    var given = settings.file(SOURCE);
    var jar = settings.file(JAR);
    if (jar.isEmpty()) {
      return own(given, settings, preparation);
    }
    if (given.isPresent()) {
      throw new InputException(JAR, "a source and a jar are given; give one of them");
    }
    var calls = JarCalls.of(jar.get(), settings.whole("seconds") * MILLIS);
    return JarWorkload.load(jar.get()).prepare(settings.text(JAR_SETTINGS), calls, preparation);
  }

  private static OwnPlan own(Optional<Path> given, Settings settings, Preparation preparation)
      throws InputException, InterruptedException {
    var source =
        given.isPresent() ? read(given.get()) : Template.of(settings.text(TEMPLATE)).source();
    preparation.progress(Double.NaN, "compiling " + Words.plain(source.name()));
    var program = OwnProgram.compile(source);
    var kind = program.method().kind();
    var file = settings.file(ITEMS);
    var input =
        file.isPresent()
            ? OwnInput.lines(file.get(), kind, preparation)
            : OwnInput.numbers(settings.whole(COUNT));
    var task = program.task(settings.whole("seconds") * MILLIS);
    return new OwnPlan(program, task, input, source.name());
  }

  /**
   * What is wrong with a source, errors first. Compiles it and runs nothing of it.
   *
   * @param name file name, such as {@code Task.java}
   */
  public static List<SourceProblem> problems(String name, String text) {
    return OwnProgram.problems(new MemoryCompiler.Source(name, text));
  }

  private static MemoryCompiler.Source read(Path file) throws InputException {
    return new MemoryCompiler.Source(
        Words.plain(file.getFileName().toString()), OwnSources.read(file));
  }
}
