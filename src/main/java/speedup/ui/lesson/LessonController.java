package speedup.ui.lesson;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import speedup.concept.lesson.Lesson;
import speedup.concept.lesson.ProgressFile;
import speedup.ui.view.Session;
import speedup.ui.view.WorkView;

/** The view of lessons: one step at a time, each with its stage or workload at a click. */
public final class LessonController implements WorkView {
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("lesson progress").daemon().factory());
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  @FXML private ScrollPane root;
  private LessonPane pane;

  /** Called by the FXML loader. */
  public LessonController() {}

  @Override
  public void open(Session session) {
    var file = new ProgressFile(session.folders().data());
    var book = new LessonBook(file, background, session.ui());
    pane = new LessonPane(book, Lesson.all().getFirst(), session.desk()::open);
    root.setContent(pane);
  }

  /** Shows a step, from 0. */
  public void show(int step) {
    pane.show(step);
  }

  @Override
  public ObservableBooleanValue ready() {
    return ready.getReadOnlyProperty();
  }

  @Override
  public ObservableStringValue problem() {
    return problem.getReadOnlyProperty();
  }

  /** A lesson runs nothing itself. */
  @Override
  public void run() {}

  @Override
  public boolean hasOwnWorkload() {
    return true;
  }

  /** What was answered last is written all the same. */
  @Override
  public void close() {
    background.shutdown();
  }
}
