package speedup.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import speedup.experiment.RunRequest;
import speedup.settings.Appearance;
import speedup.settings.Language;
import speedup.settings.Look;
import speedup.settings.Places;
import speedup.settings.Preferences;
import speedup.settings.Work;
import speedup.ui.Messages;
import speedup.ui.view.PreferenceBook;
import speedup.ui.view.Trials;

/**
 * What can be set for the program as a whole. What is chosen holds at once; what is typed is tried
 * first. Knows no control. UI thread only.
 */
final class SettingsModel {
  private final PreferenceBook book;
  private final Trials trials;
  private final SettingEntry workers;
  private final SettingEntry python;
  private final SettingEntry options;
  private final SettingEntry cache;
  private final SettingEntry data;

  /** The settings of a book, tried on these threads. */
  SettingsModel(PreferenceBook book, Trials trials, SettingEntry.Threads threads) {
    this.book = book;
    this.trials = trials;
    var work = book.get().work();
    var places = book.get().places();
    // quick to judge, so the answer is there when the call returns
    var here = new SettingEntry.Threads(Runnable::run, Runnable::run);
    workers =
        new SettingEntry(
            work.workers().isPresent() ? Integer.toString(work.workers().getAsInt()) : "",
            SettingsModel::workersProblem,
            value -> work(was -> new Work(number(value), was.python(), was.workerOptions())),
            here);
    python =
        new SettingEntry(
            work.python().orElse(""),
            trials::python,
            value -> work(was -> new Work(was.workers(), given(value), was.workerOptions())),
            threads);
    options =
        new SettingEntry(
            OptionText.of(work.workerOptions()),
            this::optionsProblem,
            value -> work(was -> new Work(was.workers(), was.python(), OptionText.parse(value))),
            threads);
    cache =
        new SettingEntry(
            places.cache().orElse(""),
            WritableFolder::problem,
            value -> places(was -> new Places(given(value), was.data())),
            threads);
    data =
        new SettingEntry(
            places.data().orElse(""),
            WritableFolder::problem,
            value -> places(was -> new Places(was.cache(), given(value))),
            threads);
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }

  private static OptionalInt number(String value) {
    return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  private static Optional<String> workersProblem(String value) {
    return value.matches("[1-9]\\d{0,3}") && Integer.parseInt(value) <= RunRequest.MAX_WORKERS
        ? Optional.empty()
        : Optional.of(Messages.get("settings.workers.wrong", RunRequest.MAX_WORKERS));
  }

  private Optional<String> optionsProblem(String value) {
    var given = OptionText.parse(value);
    try {
      new Work(OptionalInt.empty(), Optional.empty(), given);
    } catch (IllegalArgumentException e) {
      return Optional.of(Messages.get("settings.options.wrong"));
    }
    return trials.worker(given).map(why -> Messages.get("settings.options.fail", why));
  }

  private void work(UnaryOperator<Work> change) {
    book.change(now -> now.with(change.apply(now.work())));
  }

  private void places(UnaryOperator<Places> change) {
    book.change(now -> now.with(change.apply(now.places())));
  }

  private void appearance(UnaryOperator<Appearance> change) {
    book.change(now -> now.with(change.apply(now.appearance())));
  }

  void setLook(Look look) {
    appearance(was -> new Appearance(look, was.scale(), was.language()));
  }

  void setScale(int percent) {
    appearance(was -> new Appearance(was.look(), percent, was.language()));
  }

  void setLanguage(Language language) {
    appearance(was -> new Appearance(was.look(), was.scale(), language));
  }

  /** The worker count that forms begin with. */
  SettingEntry workers() {
    return workers;
  }

  /** The path of a Python. */
  SettingEntry python() {
    return python;
  }

  /** Options for the JVM of every worker. */
  SettingEntry options() {
    return options;
  }

  /** The folder for what can be made again. */
  SettingEntry cache() {
    return cache;
  }

  /** The folder for what is to be kept. */
  SettingEntry data() {
    return data;
  }

  /** The person leaves: what was typed last counts too. */
  void commit() {
    List.of(workers, python, options, cache, data).forEach(SettingEntry::commit);
  }

  /** What holds now. */
  Preferences present() {
    return book.get();
  }
}
