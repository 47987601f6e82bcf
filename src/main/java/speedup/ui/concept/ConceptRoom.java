package speedup.ui.concept;

import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import speedup.concept.Concept;
import speedup.concept.ConceptLab;
import speedup.concept.Stage;
import speedup.concept.StageState.Pace;

/**
 * Opens and closes stages one after the other, on a thread of its own: processes start and end
 * there, and the window waits for none of them. At most one stage is open. Thread-safe.
 */
final class ConceptRoom implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ConceptRoom.class.getName());
  private static final long PATIENCE_SECONDS = 20;

  /**
   * What is to be shown.
   *
   * @param actors how many processes of the kind that can be many; empty for the usual
   */
  record Wish(Concept concept, String variant, OptionalInt actors) {}

  private final Supplier<ConceptLab> opener;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("concepts").daemon().factory());
  private final AtomicReference<Object> wanted = new AtomicReference<>();

  // the thread's own
  private ConceptLab lab;
  private Stage stage;

  ConceptRoom(Supplier<ConceptLab> opener) {
    this.opener = opener;
  }

  /** Has processes started before the first stage needs them. */
  void warmUp() {
    background.execute(() -> attempt(() -> lab().warmUp(), _ -> {})); // opening will fail as well
  }

  /**
   * Closes the stage before and opens another one, held. Where something newer is asked for
   * meanwhile, nobody is told.
   *
   * @param opened is given the stage, on another thread
   * @param failed is given a sentence instead
   */
  void open(Wish wish, Consumer<Stage> opened, Consumer<String> failed) {
    if (background.isShutdown()) {
      return; // the window is gone
    }
    var token = new Object();
    wanted.set(token);
    background.execute(() -> {
      closeStage();
      if (wanted.get() == token) {
        attempt(
            () -> {
              stage = lab().open(wish.concept(), wish.variant(), wish.actors(), Pace.HELD);
              opened.accept(stage);
            },
            failed);
      }
    });
  }

  private ConceptLab lab() {
    if (lab == null) {
      lab = opener.get();
    }
    return lab;
  }

  private static void attempt(Runnable work, Consumer<String> failed) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // nobody else would see it on this thread, and the view would wait for ever
      LOG.log(System.Logger.Level.DEBUG, "no stage", e);
      failed.accept(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private void closeStage() {
    var before = stage;
    stage = null;
    if (before != null) {
      try {
        before.close();
      } catch (IllegalStateException e) {
        LOG.log(System.Logger.Level.WARNING, "a stage did not end in good order", e);
      }
    }
  }

  /** Ends all processes, and waits for that, but not for ever. */
  @Override
  public void close() {
    wanted.set(new Object());
    if (background.isShutdown()) {
      return;
    }
    var closed =
        background.submit(() -> {
          try {
            closeStage();
          } finally {
            if (lab != null) {
              lab.close();
            }
          }
        });
    background.shutdown();
    try {
      closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(System.Logger.Level.WARNING, "the concept lab was not closed in good order", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
