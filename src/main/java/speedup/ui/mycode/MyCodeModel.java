package speedup.ui.mycode;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import speedup.ui.Messages;
import speedup.ui.fx.UiThread;
import speedup.workload.InputException;
import speedup.workload.OwnSources;
import speedup.workload.SourceProblem;

/**
 * A source that a person writes: its text, its file, and what the compiler says of it. Knows no
 * control. Its properties belong to the UI thread; files and the compiler are used on others.
 */
public final class MyCodeModel {
  /** What is known of the text as it is now. */
  public enum Check {
    /** It has changed since the compiler saw it. */
    UNKNOWN,
    /** The compiler looks at it. */
    RUNNING,
    /** It can be run. */
    FINE,
    /** It has to be corrected before it can be run. */
    WRONG
  }

  /** The name of a source that is in no file yet. */
  static final String UNNAMED = "Task.java";

  /** What works with files and the compiler, and with the UI thread after that. */
  public record Places(
      BiFunction<String, String, List<SourceProblem>> compiler,
      Path cacheFolder,
      Executor background,
      UiThread ui) {}

  private final Places places;
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty kept = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<SourceProblem>> problems =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>(Check.UNKNOWN);
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final BooleanBinding unsaved =
      Bindings.createBooleanBinding(() -> !text.get().equals(kept.get()), text, kept);
  private String lineEnd = "\n";
  private long version;

  /** A model with the first template. */
  public MyCodeModel(Places places) {
    this.places = places;
    text.addListener(_ -> {
      version++; // an answer about the text before is of no use any more
      check.set(Check.UNKNOWN);
    });
    startFrom(OwnSources.templates().getFirst());
  }

  /** The text, with line feeds between its lines. */
  public StringProperty textProperty() {
    return text;
  }

  /** The file that it is kept in. */
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /** Whether the text holds something that is in no file and no template. */
  public BooleanBinding unsavedProperty() {
    return unsaved;
  }

  /** What the compiler said when it was last asked, errors first. */
  public ReadOnlyObjectProperty<List<SourceProblem>> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** What is known of the text. */
  public ReadOnlyObjectProperty<Check> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /** Why a file could not be read or written, until the next one can; else empty. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The name of the source, such as {@code Task.java}. */
  public String name() {
    return file.get().map(path -> path.getFileName().toString()).orElse(UNNAMED);
  }

  /** Puts a template in the place of the text. */
  public void startFrom(String template) {
    take(Optional.empty(), OwnSources.template(template));
  }

  /** Reads a file in the place of the text; where it cannot be read, all stays as it is. */
  public void open(Path chosen) {
    work(() -> OwnSources.read(chosen), read -> take(Optional.of(chosen), read));
  }

  private void take(Optional<Path> from, String read) {
    lineEnd = read.contains("\r\n") ? "\r\n" : "\n";
    var lines = read.replace("\r\n", "\n").replace('\r', '\n');
    failure.set("");
    file.set(from);
    kept.set(lines);
    text.set(lines);
    problems.set(List.of());
    compile();
  }

  /**
   * Writes the text to a file, which is its own from then on.
   *
   * @param then is called on the UI thread once it is written, and not where that fails
   */
  public void save(Path to, Runnable then) {
    var written = text.get();
    var end = lineEnd;
    work(
        () -> {
          OwnSources.write(to, written.replace("\n", end));
          return to;
        },
        _ -> {
          failure.set("");
          file.set(Optional.of(to));
          kept.set(written);
          then.run();
        });
  }

  /** Asks the compiler, on another thread. */
  public void compile() {
    compile(() -> {}, () -> {});
  }

  /**
   * Asks the compiler and makes the copy that a run is given. Nothing is run where the text is
   * changed meanwhile.
   *
   * @param runner is given the settings that name the copy, on the UI thread
   * @param refused is called on the UI thread where there are errors
   */
  public void compileAndRun(Consumer<Map<String, String>> runner, Runnable refused) {
    compile(
        refused,
        () -> {
          var name = name();
          var now = text.get();
          work(
              () -> OwnSources.copyForRun(places.cacheFolder(), name, now),
              copy -> {
                failure.set("");
                runner.accept(Map.of("source", copy.toString()));
              });
        });
  }

  private void compile(Runnable whenWrong, Runnable whenFine) {
    var name = name();
    var now = text.get();
    var asked = version;
    check.set(Check.RUNNING);
    CompletableFuture.supplyAsync(() -> places.compiler().apply(name, now), places.background())
        .whenComplete((found, thrown) ->
            places
                .ui()
                .execute(() -> {
                  if (asked != version) {
                    return;
                  }
                  if (thrown == null) {
                    answer(found, whenWrong, whenFine);
                  } else {
                    check.set(Check.UNKNOWN);
                    failure.set(Messages.get("mycode.compiler-failed", thrown.toString()));
                  }
                }));
  }

  private void answer(List<SourceProblem> found, Runnable whenWrong, Runnable whenFine) {
    var wrong = found.stream().anyMatch(SourceProblem::error);
    problems.set(List.copyOf(found));
    check.set(wrong ? Check.WRONG : Check.FINE);
    (wrong ? whenWrong : whenFine).run();
  }

  /** Work with a file. */
  @FunctionalInterface
  private interface FileWork<T> {
    T run() throws InputException, InterruptedException;
  }

  private <T> void work(FileWork<T> work, Consumer<T> then) {
    places
        .background()
        .execute(() -> {
          try {
            var done = Objects.requireNonNull(work.run());
            places.ui().execute(() -> then.accept(done));
          } catch (InputException e) {
            places.ui().execute(() -> failure.set(e.getMessage()));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            places.ui().execute(() -> failure.set(Messages.get("mycode.interrupted")));
          }
        });
  }
}
