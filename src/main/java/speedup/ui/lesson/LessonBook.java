package speedup.ui.lesson;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import speedup.concept.lesson.Lesson;
import speedup.concept.lesson.Progress;
import speedup.concept.lesson.ProgressFile;
import speedup.concept.lesson.Question;
import speedup.ui.Messages;
import speedup.ui.fx.UiThread;

/**
 * Scores and progress of the person at this machine. Every change is written at once, in the
 * background. Sees no control; JavaFX thread only.
 */
public final class LessonBook {
  private final ProgressFile file;
  private final Executor background;
  private final UiThread ui;
  private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

  /**
   * Begins to read what is kept.
   *
   * @param background does one thing after the other
   */
  public LessonBook(ProgressFile file, Executor background, UiThread ui) {
    this.file = file;
    this.background = background;
    this.ui = ui;
    background.execute(this::load);
  }

  private void load() {
    ProgressFile.Loaded loaded;
    try {
      loaded = file.load();
    } catch (IOException e) {
      ui.execute(() -> {
        notice.set(Messages.get("lesson.unread", e.getMessage()));
        progress.set(Progress.NONE);
      });
      return;
    }
    ui.execute(() -> {
      notice.set(loaded.notice().orElse(""));
      progress.set(loaded.progress());
    });
  }

  /** What was answered and done; null until it has been read. */
  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What is wrong with the file, a sentence; else empty. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Somebody chose an answer, from 0. */
  public void answer(Question question, int choice) {
    change(now -> now.answered(question, choice));
  }

  /** A step of a lesson, from 0, is done, or not any more. */
  public void step(Lesson lesson, int step, boolean done) {
    change(now -> now.step(lesson, step, done));
  }

  /** These questions are asked anew. */
  public void forget(List<Question> questions) {
    change(now -> now.forgetting(questions));
  }

  private void change(UnaryOperator<Progress> how) {
    if (progress.get() == null) {
      return; // the panes cannot be used before
    }
    var next = how.apply(progress.get());
    progress.set(next);
    background.execute(() -> save(next));
  }

  private void save(Progress next) {
    try {
      file.save(next);
    } catch (IOException e) {
      ui.execute(() -> notice.set(Messages.get("lesson.unsaved", e.getMessage())));
    }
  }
}
