package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.ui.ShownWindow.awaitTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.event.Event;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.concept.ConceptLab;
import speedup.concept.StageState.Pace;
import speedup.concept.lesson.LessonStep;
import speedup.pool.JvmLauncher;
import speedup.ui.concept.ConceptController;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** The view of lessons in the whole window, and what its steps open. */
@Timeout(120)
class LessonScreensTest {
  private ShownWindow window;

  @BeforeEach
  void open() {
    window =
        new ShownWindow(() ->
            Workbench.make(
                new Stage(),
                Backstage.of(new SilentLab())
                    .withConcepts(() -> new ConceptLab(JvmLauncher.ofThisProcess(List.of()))),
                1366,
                768));
    FxStage.run(() -> window.shell().show(View.LESSONS));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void showsAStepInEverySize() {
    awaitTrue(() -> window.shows(" of 90 minutes are over"));
    window.picture("lesson");
    window.size(1366, 768, 200);
    window.picture("lesson-200-percent");
    window.size(1024, 768, 100);
    window.picture("lesson-1024x768");
    assertTrue(window.shows(" of 90 minutes are over"));
    assertTrue(window.shows("90 minutes in all"));
  }

  @Test
  void aClassSeesNoNotes() {
    awaitTrue(() -> window.shows(" of 90 minutes are over"));
    FxStage.run(() -> ((ToggleButton) window.lookup(".lesson .toggle-button")).fire());
    assertTrue(shows("#notes"));
    window.picture("lesson-notes");
    FxStage.run(() ->
        Event.fireEvent(
            window.scene().getRoot(),
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F11, false, false, false, false)));
    window.size(1366, 768);
    window.lightPicture("lesson-presentation");
    assertFalse(shows("#notes"));
    assertFalse(shows(".lesson .toggle-button"));
    window.size(1920, 1080);
    window.lightPicture("lesson-presentation-1920x1080");
  }

  private boolean shows(String selector) {
    return FxStage.onFx(() -> {
      window.layOut();
      return ShownWindow.visible(window.lookup(selector));
    });
  }

  @Test
  void aStepPutsItsStageIntoTheViewOfConcepts() {
    FxStage.run(() ->
        window
            .shell()
            .session()
            .desk()
            .open(new LessonStep.OnStage("lock", "no-lock", Pace.HELD, OptionalInt.of(3))));

    assertEquals(View.CONCEPTS, FxStage.onFx(() -> window.shell().presentView()));
    var model = ((ConceptController) window.shell().view(View.CONCEPTS)).model();
    awaitTrue(() ->
        FxStage.onFx(model::state)
            .filter(state -> state.variant().equals("no-lock") && state.actors().size() == 3)
            .isPresent());
    assertEquals(Pace.HELD, FxStage.onFx(() -> model.paceProperty().get()));
  }

  @Test
  void aStepPutsItsWorkloadIntoTheViewOfRuns() {
    FxStage.run(() ->
        window
            .shell()
            .session()
            .desk()
            .open(
                new LessonStep.Work(
                    "sleep", Map.of("tasks", "5"), OptionalInt.of(3), LessonStep.WorkView.RUN)));

    assertEquals(View.RUN, FxStage.onFx(() -> window.shell().presentView()));
    assertEquals(
        "5", FxStage.onFx(() -> window.shell().session().settings().settings().get("tasks")));
    assertEquals(3, FxStage.onFx(() -> window.shell().runView().options().workersProperty().get()));
  }
}
