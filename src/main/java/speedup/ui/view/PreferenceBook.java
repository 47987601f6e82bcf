package speedup.ui.view;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import speedup.settings.Preferences;
import speedup.settings.PreferencesFile;
import speedup.ui.Messages;
import speedup.ui.fx.UiThread;

/**
 * What the person chose for the program as a whole. Every change is written at once, on a thread of
 * its own. Called on the UI thread, to which its properties belong.
 */
public final class PreferenceBook implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 5;

  /** Writes preferences somewhere. */
  @FunctionalInterface
  public interface Keeper {
    /** Keeps these instead of those before. */
    void keep(Preferences preferences) throws IOException;
  }

  private final Keeper keeper;
  private final Executor background;
  private final Runnable finish;
  private final UiThread ui;
  private final ReadOnlyObjectWrapper<Preferences> preferences;
  private final ReadOnlyStringWrapper notice;

  private PreferenceBook(
      PreferencesFile.Loaded loaded,
      Keeper keeper,
      Executor background,
      Runnable finish,
      UiThread ui) {
    this.keeper = keeper;
    this.background = background;
    this.finish = finish;
    this.ui = ui;
    preferences = new ReadOnlyObjectWrapper<>(loaded.preferences());
    notice = new ReadOnlyStringWrapper(loaded.notice().orElse(""));
  }

  /** Those of a file, which has been read. */
  public static PreferenceBook of(
      PreferencesFile file, PreferencesFile.Loaded loaded, UiThread ui) {
    var thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("settings").daemon().factory());
    var book = new PreferenceBook(loaded, file::save, thread, () -> finish(thread), ui);
    if (loaded.notice().isEmpty()) {
      // told at the start, not when something is lost
      book.tryOut(file::probe);
    }
    return book;
  }

  /** Those of a window that keeps them only as the keeper does, at once; for tests. */
  public static PreferenceBook atOnce(PreferencesFile.Loaded loaded, Keeper keeper) {
    return new PreferenceBook(loaded, keeper, Runnable::run, () -> {}, Runnable::run);
  }

  private static void finish(ExecutorService thread) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.getLogger(PreferenceBook.class.getName())
            .log(System.Logger.Level.WARNING, "the settings were still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What holds now. */
  public ReadOnlyObjectProperty<Preferences> property() {
    return preferences.getReadOnlyProperty();
  }

  /** The same as a value. */
  public Preferences get() {
    return preferences.get();
  }

  /** What is wrong with the file, a sentence; else empty. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Holds from now on, and is kept. */
  public void change(UnaryOperator<Preferences> change) {
    var next = change.apply(preferences.get());
    if (next.equals(preferences.get())) {
      return;
    }
    preferences.set(next);
    tryOut(() -> keeper.keep(next));
  }

  /** Something done with the file. */
  private interface Attempt {
    void make() throws IOException;
  }

  private void tryOut(Attempt attempt) {
    background.execute(() -> {
      try {
        attempt.make();
        ui.execute(() -> notice.set(""));
      } catch (IOException e) {
        ui.execute(() -> notice.set(Messages.get("settings.unsaved", e.toString())));
      }
    });
  }

  /** Waits for what is still being written, a few seconds at most. */
  @Override
  public void close() {
    finish.run();
  }
}
