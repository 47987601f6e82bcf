package speedup.ui.settings;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import speedup.ui.fx.UiThread;

/**
 * One setting that is typed: what is in its field, and what is wrong with that. Kept once it has
 * been tried. UI thread only.
 */
final class SettingEntry {
  /** Where a trial is made, and where its answer comes. */
  record Threads(Executor background, UiThread ui) {}

  private final StringProperty text = new SimpleStringProperty();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper tried = new ReadOnlyBooleanWrapper();
  private final Function<String, Optional<String>> trial;
  private final Consumer<String> keeper;
  private final Threads threads;
  private String kept;

  /** Which trial counts: an answer to an earlier one is about a text that is not there any more. */
  private int attempt;

  /**
   * A setting.
   *
   * @param kept what holds now; empty for the usual
   * @param trial what is wrong with a value that is not empty; may take seconds
   * @param keeper is given what is right
   */
  SettingEntry(
      String kept,
      Function<String, Optional<String>> trial,
      Consumer<String> keeper,
      Threads threads) {
    this.kept = kept;
    this.trial = trial;
    this.keeper = keeper;
    this.threads = threads;
    text.set(kept);
    text.addListener(_ -> forget());
  }

  /** What is in the field. */
  StringProperty textProperty() {
    return text;
  }

  /** A sentence for under the field; empty when all is well. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it is being tried just now. */
  ReadOnlyBooleanProperty triedProperty() {
    return tried.getReadOnlyProperty();
  }

  private void forget() {
    attempt++;
    tried.set(false);
    problem.set("");
  }

  /** The person has finished typing. */
  void commit() {
    var value = text.get().strip();
    if (value.equals(kept) || tried.get()) {
      return;
    }
    forget();
    if (value.isEmpty()) {
      keep(value);
      return;
    }
    var mine = attempt;
    tried.set(true);
    threads
        .background()
        .execute(() -> {
          var wrong = trial.apply(value);
          threads.ui().execute(() -> judge(mine, value, wrong));
        });
  }

  private void judge(int mine, String value, Optional<String> wrong) {
    if (mine != attempt) {
      return;
    }
    tried.set(false);
    wrong.ifPresentOrElse(problem::set, () -> keep(value));
  }

  private void keep(String value) {
    kept = value;
    keeper.accept(value);
  }
}
