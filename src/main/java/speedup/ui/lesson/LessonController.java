package speedup.ui.lesson;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import speedup.concept.lesson.Lesson;
import speedup.concept.lesson.ProgressFile;
import speedup.plot.ChartTheme;
import speedup.ui.Messages;
import speedup.ui.view.Session;
import speedup.ui.view.WorkView;

/** The view of lessons: the steps, and the present one with its stage or workload at a click. */
public final class LessonController implements WorkView {
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("lesson progress").daemon().factory());
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** Width of the view at 100 %, in pixels, from which the steps stand beside the present one. */
  private static final double ROOM_FOR_STEPS = 800;

  @FXML private BorderPane root;
  @FXML private ScrollPane place;
  private LessonPane pane;
  private StepList steps;
  private NotesWindow notes;
  private double scale = 1;

  /** Called by the FXML loader. */
  public LessonController() {}

  @Override
  public void open(Session session) {
    var file = new ProgressFile(session.folders().data());
    var book = new LessonBook(file, background, session.ui());
    var lesson = Lesson.all().getFirst();
    pane = new LessonPane(book, lesson, session.desk()::open);
    steps = new StepList(lesson, pane::show);
    steps.managedProperty().bind(steps.visibleProperty());
    root.setLeft(steps);
    steps.toBack(); // Tab comes to them first
    place.setContent(pane);
    notes = new NotesWindow(lesson, pane);
    var window = new Button(Messages.get("lesson.notes.window"));
    window.setMnemonicParsing(true);
    window.setOnAction(_ -> notes.show());
    pane.addTeachersTool(window);
    pane.presentProperty().addListener(_ -> showSteps(book, pane));
    book.progressProperty().addListener(_ -> showSteps(book, pane));
    showSteps(book, pane);
    root.widthProperty().addListener(_ -> reflow());
  }

  private void showSteps(LessonBook book, LessonPane pane) {
    if (pane.presentProperty().get() >= 0) {
      steps.show(pane.presentProperty().get(), book.progressProperty().get());
    }
  }

  private void reflow() {
    steps.setVisible(root.getWidth() >= ROOM_FOR_STEPS * scale);
  }

  @Override
  public void setLook(ChartTheme charts, double nextScale) {
    scale = nextScale;
    reflow();
  }

  @Override
  public void shown() {
    steps.takeFocus();
  }

  /** Shows a step, from 0. */
  public void show(int step) {
    pane.show(step);
  }

  /** The teacher's notes, for tests. */
  NotesWindow notes() {
    return notes;
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
    notes.close();
    background.shutdown();
  }
}
