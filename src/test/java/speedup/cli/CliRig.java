package speedup.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import speedup.concept.ConceptLab;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepReport;
import speedup.experiment.SweepRequest;
import speedup.history.RunStore;
import speedup.measure.RunEvent;
import speedup.pool.JvmLauncher;

/** Runs command lines against a scripted lab and keeps what they print. */
final class CliRig {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ScriptedLab lab;
  private Path folder;
  private boolean terminal;
  private OptionalInt usual = OptionalInt.empty();
  int exitCode = -1;

  CliRig(Function<RunRequest, CompletableFuture<RunReport>> answer) {
    lab = new ScriptedLab(answer);
  }

  /** A lab that answers with a whole comparison. */
  static CliRig answering() {
    return new CliRig(request -> CompletableFuture.completedFuture(Reports.comparison(request)));
  }

  /** A lab whose runs end in this. */
  static CliRig failing(Throwable failure) {
    return new CliRig(_ -> CompletableFuture.failedFuture(failure));
  }

  /** A lab that also answers studies. */
  CliRig studying(
      BiFunction<SweepRequest, Consumer<RunEvent>, CompletableFuture<SweepReport>> study) {
    lab.study = study;
    return this;
  }

  /** The study that reached the lab; null when none did. */
  SweepRequest studied() {
    return lab.studied;
  }

  CliRig keepingInputIn(Path folder) {
    lab.cacheFolder = folder;
    return this;
  }

  CliRig onTerminal() {
    terminal = true;
    return this;
  }

  /** Keeps runs in a folder instead of nowhere. */
  CliRig keeping(Path folder) {
    this.folder = folder;
    return this;
  }

  /** The number of workers in the settings. */
  CliRig usually(int workers) {
    usual = OptionalInt.of(workers);
    return this;
  }

  CliRig run(String... arguments) {
    exitCode =
        Cli.run(
            List.of(arguments),
            new CliContext(
                stream(out),
                stream(err),
                terminal,
                () -> List.of(new NumbersWorkload()),
                () -> lab,
                () -> folder == null ? noHistory() : RunStore.open(folder),
                CliRig::concepts,
                () -> 4,
                () -> usual,
                "1.2.3"));
    return this;
  }

  /** The concept lab on real processes. */
  static ConceptLab concepts() {
    return new ConceptLab(JvmLauncher.ofThisProcess(List.of()));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** What reached the lab; null when nothing did. */
  RunRequest asked() {
    return lab.asked;
  }

  boolean labClosed() {
    return lab.closed;
  }

  /** A program without a history, which says nothing about it. */
  static RunStore.Opened noHistory() {
    return new RunStore.Opened(Optional.empty(), Optional.empty());
  }
}
