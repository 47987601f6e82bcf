package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.ui.ShownWindow.awaitTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.concept.ConceptLab;
import speedup.concept.StageState;
import speedup.experiment.Lab;
import speedup.experiment.SweepReports;
import speedup.history.RunStore;
import speedup.pool.JvmLauncher;
import speedup.ui.concept.ConceptController;
import speedup.ui.run.SilentLab;
import speedup.ui.scaling.ScalingController;
import speedup.ui.view.Backstage;
import speedup.ui.view.RunHistory;
import speedup.ui.view.View;

/** What a class sees of Run, Scaling and Timeline, as pictures in target/screens. */
@Timeout(120)
class PresentationScreensTest {
  @TempDir Path folder;
  private ShownWindow window;

  private void open(Lab lab) {
    var backstage =
        Backstage.of(lab)
            .with(RunHistory.atOnce(() -> RunStore.open(folder)))
            .withConcepts(() -> new ConceptLab(JvmLauncher.ofThisProcess(List.of())));
    window = new ShownWindow(() -> Workbench.make(new Stage(), backstage, 1366, 768));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void showsARunAndItsTimeline() {
    open(Labs.real());
    press(KeyCode.F11);
    FxStage.run(() -> {
      window.shell().choose("primes-file");
      window.shell().runView().form().setSettings(Map.of("count", "400000", "max", "1000000000"));
      window.shell().runView().options().setWorkers(2);
    });
    press(KeyCode.C);
    picture("presentation-run-clean");
    press(KeyCode.F5);
    awaitTrue(() -> window.shell().runView().model().parallelFraction() > 0.3);
    window.picture("presentation-run-running", () -> window.shell().runView().drawNow());
    awaitTrue(() -> !FxStage.onFx(() -> window.shell().runView().running().get()));
    window.picture("presentation-run-done", () -> window.shell().runView().drawNow());
    window.size(1920, 1080);
    window.picture("presentation-run-done-1920x1080", () -> window.shell().runView().drawNow());
    window.size(1024, 768);
    window.picture("presentation-run-done-1024x768", () -> window.shell().runView().drawNow());
    window.size(1366, 768);
    press(KeyCode.DIGIT4);
    picture("presentation-timeline");
    window.size(1920, 1080);
    picture("presentation-timeline-1920x1080");
    assertTrue(window.shows("workers") || window.shows("worker"));
    for (var size : List.of(List.of(1366, 768), List.of(1920, 1080))) {
      window.size(size.get(0), size.get(1));
      for (var key : Map.of(KeyCode.DIGIT6, "my-code", KeyCode.DIGIT7, "history").entrySet()) {
        press(key.getKey());
        window.lightPicture(
            "presentation-%s-%dx%d".formatted(key.getValue(), size.get(0), size.get(1)));
      }
    }
  }

  @Test
  void saysWhatIsWrongWithAFormThatIsNotInSight() {
    open(new SilentLab());
    press(KeyCode.F11);
    FxStage.run(() -> {
      window.shell().choose("sleep");
      window.shell().session().settings().setSettings(Map.of("tasks", "many"));
    });
    var wrong = FxStage.onFx(() -> window.shell().view(View.RUN).problem().get());
    assertFalse(wrong.isEmpty());
    assertTrue(window.shows(wrong));
    window.lightPicture("presentation-run-wrong");
    press(KeyCode.F11);
    FxStage.run(() -> window.shell().session().settings().setSettings(Map.of("tasks", "5")));
    assertFalse(window.shows(wrong));
  }

  @Test
  void showsAStage() {
    open(new SilentLab());
    press(KeyCode.F11);
    press(KeyCode.DIGIT5);
    var model = ((ConceptController) window.shell().view(View.CONCEPTS)).model();
    FxStage.run(() -> model.choose(ConceptLab.concept("lock").orElseThrow()));
    press(KeyCode.DIGIT6);
    assertEquals(View.CONCEPTS, FxStage.onFx(() -> window.shell().presentView()));
    awaitTrue(() ->
        FxStage.onFx(model::state)
            .filter(state -> state.variant().equals("no-lock"))
            .filter(state -> state.actors().stream().allMatch(PresentationScreensTest::isHeld))
            .isPresent());
    inBothSizes("presentation-concept");
    press(KeyCode.F5);
    awaitTrue(
        () -> FxStage.onFx(model::state).filter(state -> state.outcome().isPresent()).isPresent());
    inBothSizes("presentation-concept-done");
    press(KeyCode.C);
    assertFalse(FxStage.onFx(() -> model.begunProperty().get()));
  }

  private static boolean isHeld(StageState.Actor actor) {
    return actor.phase() == StageState.Phase.HELD;
  }

  private void inBothSizes(String name) {
    window.size(1366, 768);
    window.lightPicture(name);
    window.size(1920, 1080);
    window.lightPicture(name + "-1920x1080");
  }

  @Test
  void showsAStudy() {
    var lab = new SilentLab();
    open(lab);
    press(KeyCode.F11);
    FxStage.run(() -> window.shell().choose("serial-fraction"));
    press(KeyCode.DIGIT3);
    press(KeyCode.F5);
    lab.study.complete(SweepReports.of(lab.studied));
    var scaling = (ScalingController) window.shell().view(View.SCALING);
    awaitTrue(() -> !FxStage.onFx(() -> scaling.running().get()));
    assertTrue(window.shows("Serial share"));
    picture("presentation-scaling");
    window.size(1920, 1080);
    picture("presentation-scaling-1920x1080");
    window.size(1366, 2400);
    picture("presentation-scaling-whole");
  }

  private void press(KeyCode code) {
    FxStage.run(() ->
        Event.fireEvent(
            window.scene().getRoot(),
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private void picture(String name) {
    window.picture(name);
  }
}
