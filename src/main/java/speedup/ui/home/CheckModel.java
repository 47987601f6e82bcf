package speedup.ui.home;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import speedup.check.Finding;
import speedup.check.Finding.State;
import speedup.check.Finding.Subject;
import speedup.ui.view.Session;

/**
 * The check of this computer: at the first start, and until it has been passed; later when the
 * person asks for it. On a thread of its own; called on the JavaFX thread.
 */
final class CheckModel {
  /** How far it is. */
  sealed interface Stage {
    /** It was passed at an earlier start. */
    record Passed() implements Stage {}

    /** It is under way. */
    record Running() implements Stage {}

    /** It is over. */
    record Done(List<Finding> findings) implements Stage {
      /** Whether all of the program works. */
      boolean good() {
        return findings.stream().noneMatch(one -> one.state() == State.BAD);
      }

      /** Whether no process can be started. */
      boolean locked() {
        return findings.stream()
            .anyMatch(one -> one.subject() == Subject.WORKER && one.state() == State.BAD);
      }
    }
  }

  private final Session session;
  private final ReadOnlyObjectWrapper<Stage> stage =
      new ReadOnlyObjectWrapper<>(new Stage.Passed());
  private Thread thread;

  CheckModel(Session session) {
    this.session = session;
  }

  ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** Begins unless it was passed before. */
  void startAtFirst() {
    if (!session.preferences().get().checked()) {
      start();
    }
  }

  /** Begins, unless it is under way. */
  void start() {
    if (stage.get() instanceof Stage.Running) {
      return;
    }
    stage.set(new Stage.Running());
    thread = Thread.ofPlatform().daemon().name("check of this computer").start(this::work);
  }

  private void work() {
    try {
      var findings = session.check().run();
      session.ui().execute(() -> done(findings));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the window was closed; nobody waits for it
    }
  }

  private void done(List<Finding> found) {
    var findings = new ArrayList<>(found);
    findings.add(Drawing.look());
    var done = new Stage.Done(List.copyOf(findings));
    stage.set(done);
    session.preferences().change(now -> now.withChecked(done.good()));
  }

  void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
