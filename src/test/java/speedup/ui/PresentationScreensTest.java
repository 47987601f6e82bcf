package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.ui.ShownWindow.awaitTrue;

import java.util.Map;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.experiment.Lab;
import speedup.experiment.SweepReports;
import speedup.ui.run.SilentLab;
import speedup.ui.scaling.ScalingController;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** What a class sees of Run, Scaling and Timeline, as pictures in target/screens. */
@Timeout(120)
class PresentationScreensTest {
  private ShownWindow window;

  private void open(Lab lab) {
    window = new ShownWindow(() -> Workbench.make(new Stage(), Backstage.of(lab), 1366, 768));
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
