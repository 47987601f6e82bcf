package speedup.ui.view;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import speedup.history.KeptRun;
import speedup.history.RunStore;
import speedup.history.StoreException;
import speedup.ui.Messages;
import speedup.ui.fx.UiThread;

/**
 * The runs that are kept, for a window: the disk is waited for on a thread of its own, one task
 * after the other. The file is opened when it is first needed. Called on the UI thread, on which
 * its answers come and to which its properties belong.
 */
public final class RunHistory implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final Supplier<RunStore.Opened> opener;
  private final Executor background;
  private final Runnable shutdown;
  private final UiThread ui;
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

  // on the background thread only
  private RunStore.Opened opened;

  private RunHistory(
      Supplier<RunStore.Opened> opener, Executor background, Runnable shutdown, UiThread ui) {
    this.opener = opener;
    this.background = background;
    this.shutdown = shutdown;
    this.ui = ui;
  }

  /** A history that is worked with on a thread of its own. */
  public static RunHistory of(Supplier<RunStore.Opened> opener, UiThread ui) {
    var thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("history").daemon().factory());
    return new RunHistory(opener, thread, thread::shutdown, ui);
  }

  /** A history whose every answer is there when the call returns, for tests. */
  public static RunHistory atOnce(Supplier<RunStore.Opened> opener) {
    return new RunHistory(opener, Runnable::run, () -> {}, Runnable::run);
  }

  /** A window that keeps nothing, and says nothing about it. */
  public static RunStore.Opened none() {
    return new RunStore.Opened(Optional.empty(), Optional.empty());
  }

  /** Something done with the store. */
  @FunctionalInterface
  public interface Task<T> {
    /** Does it, on the background thread. */
    T with(RunStore store) throws StoreException, IOException;
  }

  /** What opening led to, a sentence: a file was set aside, or there is none; else empty. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Why the last run is not kept; else empty. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Another number whenever runs came or went. */
  public ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /**
   * Reads.
   *
   * @param then is given the answer
   * @param failed is given a sentence instead
   */
  public <T> void use(Task<T> task, Consumer<T> then, Consumer<String> failed) {
    background.execute(() -> {
      var store = store();
      if (store.isEmpty()) {
        ui.execute(() -> failed.accept(notice.get()));
        return;
      }
      try {
        var answer = task.with(store.get());
        ui.execute(() -> then.accept(answer));
      } catch (StoreException | IOException e) {
        ui.execute(() -> failed.accept(e.getMessage()));
      } catch (RuntimeException e) {
        // nobody else would see it on this thread, and the view would wait for ever
        System.getLogger(RunHistory.class.getName()).log(System.Logger.Level.ERROR, "history", e);
        ui.execute(() -> failed.accept(Messages.get("history.bug", e)));
      }
    });
  }

  /** Reads and writes; the views that show runs look again. */
  public <T> void change(Task<T> task, Consumer<T> then, Consumer<String> failed) {
    use(
        task,
        answer -> {
          changes.set(changes.get() + 1);
          then.accept(answer);
        },
        failed);
  }

  /**
   * Keeps a run that has just been made.
   *
   * @param run makes what is kept, on the background thread
   * @param kept called when it is on the disk
   */
  public void keep(Supplier<KeptRun> run, Runnable kept) {
    change(
        store -> {
          store.save(run.get());
          return true;
        },
        _ -> {
          problem.set("");
          kept.run();
        },
        problem::set);
  }

  private Optional<RunStore> store() {
    if (opened == null) {
      opened = opener.get();
      var sentence = opened.notice().orElse("");
      ui.execute(() -> notice.set(sentence));
    }
    return opened.store();
  }

  /** Waits until what was begun is on the disk, but not for ever, and closes the file. */
  @Override
  public void close() {
    var closed = CompletableFuture.runAsync(this::closeStore, background);
    shutdown.run();
    try {
      closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      System.getLogger(RunHistory.class.getName())
          .log(System.Logger.Level.WARNING, "the history was not closed in good order", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeStore() {
    if (opened == null) {
      opened = none(); // nothing is opened any more
      return;
    }
    var store = opened.store();
    opened = none();
    if (store.isPresent()) {
      try {
        store.get().close();
      } catch (StoreException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
