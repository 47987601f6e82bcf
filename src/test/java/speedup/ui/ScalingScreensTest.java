package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.ui.ShownWindow.awaitTrue;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.experiment.ExperimentFailedException;
import speedup.experiment.Lab;
import speedup.experiment.SweepReports;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.RunEvent;
import speedup.ui.run.Repeats;
import speedup.ui.run.SilentLab;
import speedup.ui.scaling.ScalingController;
import speedup.ui.scaling.ScalingModel;
import speedup.ui.scaling.StudyMode;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** The Scaling view in every state, as pictures in target/screens. */
@Timeout(120)
class ScalingScreensTest {

  private final SilentLab lab = new SilentLab();
  private ShownWindow window;

  private void open(Lab itsLab) {
    window = new ShownWindow(() -> Workbench.make(new Stage(), Backstage.of(itsLab), 1366, 768));
    FxStage.run(() -> {
      window.shell().choose("serial-fraction");
      window.shell().show(View.SCALING);
    });
  }

  @AfterEach
  void close() {
    window.close();
  }

  private ScalingController view() {
    return (ScalingController) window.shell().view(View.SCALING);
  }

  private void start(StudyMode mode, String values) {
    FxStage.run(() -> {
      view().options().modeProperty().set(mode);
      view().options().textProperty(mode).set(values);
      window.shell().run();
    });
  }

  private void tell(int runs) {
    lab.listener.accept(new RunEvent.PhaseStarted(0, Phase.MEASURE));
    lab.listener.accept(new RunEvent.InputReady(0, 1_000, 10, "1,000 units of work", List.of()));
    lab.listener.accept(new RunEvent.RunStarted(0, EngineKind.SEQUENTIAL, 1, 1, 7, 1_000));
    SweepReports.runs(lab.studied).stream()
        .limit(runs)
        .forEach(run -> lab.listener.accept(new RunEvent.RunFinished(0, run, List.of())));
  }

  private void finish() {
    lab.study.complete(SweepReports.of(lab.studied));
    awaitEnd();
  }

  private void awaitEnd() {
    awaitTrue(() -> !FxStage.onFx(() -> view().model().runningProperty().get()));
  }

  @Test
  void saysWhatWillAppearAndOffersTheButton() {
    open(lab);
    picture("empty");
    assertTrue(window.shows("Every run appears here as a dot"));
    FxStage.run(() -> ((Button) window.lookup(".empty-box .button")).fire());
    assertEquals(1, lab.started);
    picture("starting");
  }

  @Test
  void growsLiveAndKeepsWhatWasMeasuredWhenItIsStopped() {
    open(lab);
    start(StudyMode.STRONG, "1, 2, 3, 4");
    tell(17);
    awaitTrue(() -> FxStage.onFx(() -> view().model().findingProperty().get() != null));
    FxStage.run(() -> view().drawProgress());
    assertTrue(window.shows("17 of 35 runs, about"));
    picture("running");
    FxStage.run(() -> window.shell().stop());
    awaitEnd();
    assertTrue(window.shows("The 17 runs so far are kept"));
    picture("stopped");
  }

  @Test
  void answersHowFarItScales() {
    open(lab);
    start(StudyMode.STRONG, "1, 2, 3, 4");
    finish();
    assertTrue(window.shows("Serial share"));
    assertTrue(window.shows("not measured"));
    picture("done");
    FxStage.run(() -> window.shell().setScale(new UiScale(200)));
    picture("done-200-percent");
    FxStage.run(() -> window.shell().setScale(UiScale.NORMAL));
    window.size(1024, 768);
    picture("done-1024x768");
    window.size(1366, 1500);
    picture("done-whole");
    FxStage.run(() -> window.shell().setScale(new UiScale(200)));
    window.size(1366, 2800);
    picture("done-whole-200-percent");
    FxStage.run(() -> window.shell().setScale(UiScale.NORMAL));
    window.size(1366, 768);
    FxStage.run(() -> ((ToggleButton) window.lookup("#showTable")).setSelected(true));
    picture("table");
  }

  @Test
  void looksAtThePointThatIsChosen() {
    open(lab);
    start(StudyMode.STRONG, "1, 2, 3, 4");
    finish();
    assertTrue(window.shows("on 2 workers"));
    FxStage.run(() -> place().setValue(4L));
    assertTrue(window.shows("on 4 workers"));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Long> place() {
    return (ComboBox<Long>) window.lookup("#place");
  }

  @Test
  void dragsWhatIfsAndVerifiesThem() {
    open(lab);
    start(StudyMode.STRONG, "1, 2, 3, 4");
    finish();
    assertTrue(window.shows("Serial share"));
    FxStage.run(() -> {
      ((ToggleButton) window.lookup("#showWhatIf")).setSelected(true);
      window.scene().snapshot(null);
      ((Slider) window.lookup("#what-if-serial")).setValue(0.3);
    });
    assertTrue(window.shows("30 %"));
    assertTrue(window.shows("instead of"));
    picture("whatif");
    FxStage.run(() -> ((Button) window.lookup("#what-if-verify")).fire());
    assertEquals("30", lab.studied.run().settings().get("serial"));
    finish();
    picture("whatif-verified");
    window.size(1024, 768);
    FxStage.run(() -> window.shell().setScale(new UiScale(200)));
    picture("whatif-1024x768-200-percent");
  }

  @Test
  void studiesAGrowingProblem() {
    open(lab);
    start(StudyMode.WEAK, "1, 2, 4");
    finish();
    assertTrue(window.shows("of the parallel run"));
    picture("weak");
  }

  @Test
  void studiesChunks() {
    open(lab);
    start(StudyMode.CHUNKS, "1, 10, 100, 1000");
    finish();
    assertTrue(window.shows("in a chunk took least"));
    picture("chunks");
  }

  @Test
  void studiesProblemSizes() {
    open(lab);
    start(StudyMode.SIZES, "1, 2, 4");
    finish();
    assertTrue(window.shows("parallel is faster at every size"));
    picture("sizes");
  }

  @Test
  void saysWhatIsWrong() {
    open(lab);
    FxStage.run(() -> view().options().textProperty(StudyMode.STRONG).set("1, two, 4"));
    assertTrue(window.shows("\"two\" is not a whole number"));
    assertFalse(FxStage.onFx(() -> view().ready().get()));
    picture("problem");
    start(StudyMode.STRONG, "1, 2, 4");
    lab.study.completeExceptionally(
        new ExperimentFailedException("worker 1 died; free some memory and run it again", null));
    awaitEnd();
    assertTrue(window.shows("free some memory"));
    picture("failed");
  }

  @Test
  void measuresARealStudy() {
    open(Labs.real());
    FxStage.run(() -> {
      window.shell().session().settings().field("units").orElseThrow().textProperty().set("200000");
      view().options().repeatsProperty().set(Repeats.QUICK);
    });
    start(StudyMode.STRONG, "1, 2, 4");
    awaitEnd();
    var report =
        assertInstanceOf(
                ScalingModel.Outcome.Done.class,
                FxStage.onFx(() -> view().model().outcomeProperty().get()))
            .report();
    assertEquals(12, report.runs().size());
    assertTrue(window.shows("Serial share") || window.shows("No serial share"));
    picture("real");
  }

  private void picture(String name) {
    window.picture("scaling-" + name, () -> view().render());
  }
}
