package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.experiment.ExperimentFailedException;
import speedup.experiment.Lab;
import speedup.experiment.ProcessLab;
import speedup.experiment.SweepReports;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.RunEvent;
import speedup.pool.JvmLauncher;
import speedup.ui.run.Repeats;
import speedup.ui.run.SilentLab;
import speedup.ui.scaling.ScalingController;
import speedup.ui.scaling.ScalingModel;
import speedup.ui.scaling.StudyMode;
import speedup.ui.view.View;

/** The Scaling view in every state, as pictures in target/screens. */
@Timeout(120)
class ScalingScreensTest {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final long PATIENCE_NANOS = 90_000_000_000L;

  private final SilentLab lab = new SilentLab();
  private Workbench workbench;
  private Scene scene;

  private void open(Lab itsLab) throws IOException {
    Files.createDirectories(SCREENS);
    FxStage.run(() -> {
      workbench = Workbench.make(new Stage(), itsLab, 1366, 768);
      scene = workbench.scene();
      workbench.shell().choose("serial-fraction");
      workbench.shell().show(View.SCALING);
    });
  }

  @AfterEach
  void close() {
    FxStage.run(workbench::close);
  }

  private ScalingController view() {
    return (ScalingController) workbench.shell().view(View.SCALING);
  }

  private void start(StudyMode mode, String values) {
    FxStage.run(() -> {
      view().options().modeProperty().set(mode);
      view().options().textProperty(mode).set(values);
      workbench.shell().run();
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
  void saysWhatWillAppearAndOffersTheButton() throws IOException {
    open(lab);
    picture("empty");
    assertTrue(shows("Every run appears here as a dot"));
    FxStage.run(() -> ((Button) scene.lookup(".empty-box .button")).fire());
    assertEquals(1, lab.started);
    picture("starting");
  }

  @Test
  void growsLiveAndKeepsWhatWasMeasuredWhenItIsStopped() throws IOException {
    open(lab);
    start(StudyMode.STRONG, "1, 2, 3, 4");
    tell(17);
    awaitTrue(() -> FxStage.onFx(() -> view().model().findingProperty().get() != null));
    FxStage.run(() -> view().drawProgress());
    assertTrue(shows("17 of 35 runs, about"));
    picture("running");
    FxStage.run(() -> workbench.shell().stop());
    awaitEnd();
    assertTrue(shows("The 17 runs so far are kept"));
    picture("stopped");
  }

  @Test
  void answersHowFarItScales() throws IOException {
    open(lab);
    start(StudyMode.STRONG, "1, 2, 3, 4");
    finish();
    assertTrue(shows("Serial share"));
    assertTrue(shows("not measured"));
    picture("done");
    FxStage.run(() -> workbench.shell().setScale(new UiScale(200)));
    picture("done-200-percent");
    FxStage.run(() -> workbench.shell().setScale(UiScale.NORMAL));
    size(1024, 768);
    picture("done-1024x768");
    size(1366, 1500);
    picture("done-whole");
    FxStage.run(() -> workbench.shell().setScale(new UiScale(200)));
    size(1366, 2800);
    picture("done-whole-200-percent");
    FxStage.run(() -> workbench.shell().setScale(UiScale.NORMAL));
    size(1366, 768);
    FxStage.run(() -> ((ToggleButton) scene.lookup("#showTable")).setSelected(true));
    picture("table");
  }

  @Test
  void looksAtThePointThatIsChosen() throws IOException {
    open(lab);
    start(StudyMode.STRONG, "1, 2, 3, 4");
    finish();
    assertTrue(shows("on 2 workers"));
    FxStage.run(() -> place().setValue(4L));
    assertTrue(shows("on 4 workers"));
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Long> place() {
    return (ComboBox<Long>) scene.lookup("#place");
  }

  @Test
  void dragsWhatIfsAndVerifiesThem() throws IOException {
    open(lab);
    start(StudyMode.STRONG, "1, 2, 3, 4");
    finish();
    assertTrue(shows("Serial share"));
    FxStage.run(() -> {
      ((ToggleButton) scene.lookup("#showWhatIf")).setSelected(true);
      scene.snapshot(null);
      ((Slider) scene.lookup("#what-if-serial")).setValue(0.3);
    });
    assertTrue(shows("30 %"));
    assertTrue(shows("instead of"));
    picture("whatif");
    FxStage.run(() -> ((Button) scene.lookup("#what-if-verify")).fire());
    assertEquals("30", lab.studied.run().settings().get("serial"));
    finish();
    picture("whatif-verified");
    size(1024, 768);
    FxStage.run(() -> workbench.shell().setScale(new UiScale(200)));
    picture("whatif-1024x768-200-percent");
  }

  @Test
  void studiesAGrowingProblem() throws IOException {
    open(lab);
    start(StudyMode.WEAK, "1, 2, 4");
    finish();
    assertTrue(shows("of the parallel run"));
    picture("weak");
  }

  @Test
  void studiesChunks() throws IOException {
    open(lab);
    start(StudyMode.CHUNKS, "1, 10, 100, 1000");
    finish();
    assertTrue(shows("in a chunk took least"));
    picture("chunks");
  }

  @Test
  void studiesProblemSizes() throws IOException {
    open(lab);
    start(StudyMode.SIZES, "1, 2, 4");
    finish();
    assertTrue(shows("parallel is faster at every size"));
    picture("sizes");
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    open(lab);
    FxStage.run(() -> view().options().textProperty(StudyMode.STRONG).set("1, two, 4"));
    assertTrue(shows("\"two\" is not a whole number"));
    assertFalse(FxStage.onFx(() -> view().ready().get()));
    picture("problem");
    start(StudyMode.STRONG, "1, 2, 4");
    lab.study.completeExceptionally(
        new ExperimentFailedException("worker 1 died; free some memory and run it again", null));
    awaitEnd();
    assertTrue(shows("free some memory"));
    picture("failed");
  }

  @Test
  void measuresARealStudy() throws IOException {
    open(new ProcessLab(JvmLauncher.ofThisProcess(List.of())));
    FxStage.run(() -> {
      workbench
          .shell()
          .session()
          .settings()
          .field("units")
          .orElseThrow()
          .textProperty()
          .set("200000");
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
    assertTrue(shows("Serial share") || shows("No serial share"));
    picture("real");
  }

  private boolean shows(String words) {
    return FxStage.onFx(() -> {
      scene.snapshot(null); // without a window nothing else gives the controls their labels
      return scene.getRoot().lookupAll(".label").stream()
          .anyMatch(node ->
              node instanceof Label label && visible(label) && label.getText().contains(words));
    });
  }

  private static boolean visible(Node node) {
    return node == null || node.isVisible() && visible(node.getParent());
  }

  /** The same window in another size; the headless screen itself is small. */
  private void size(double width, double height) {
    FxStage.run(() -> {
      var root = scene.getRoot();
      scene.setRoot(new Group());
      scene = new Scene(root, width, height);
    });
  }

  private void picture(String name) {
    // without a window only another theme makes everything be laid out anew
    FxStage.run(() -> workbench.shell().setTheme(Theme.DARK));
    for (var theme : Theme.values()) {
      var image =
          FxStage.onFx(() -> {
            workbench.shell().setTheme(theme);
            scene.snapshot(null); // lays everything out for the size that it has now
            scene.snapshot(null); // and once more, as columns have moved
            view().render();
            return scene.snapshot(null);
          });
      var file = "scaling-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
      Png.write(image, SCREENS.resolve(file));
      assertTrue(image.getWidth() > 0);
    }
  }

  private static void awaitTrue(BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited in vain");
      LockSupport.parkNanos(2_000_000);
    }
  }
}
