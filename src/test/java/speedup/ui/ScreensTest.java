package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.ui.ShownWindow.awaitTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.experiment.RunReport;
import speedup.measure.EngineKind;
import speedup.ui.chart.StagesChart;
import speedup.ui.run.RunModel;
import speedup.ui.view.Backstage;

/** The whole window on real worker processes, in every state, as pictures in target/screens. */
@Timeout(120)
class ScreensTest {

  private ShownWindow window;

  @BeforeEach
  void open() {
    window =
        new ShownWindow(() -> Workbench.make(new Stage(), Backstage.of(Labs.real()), 1366, 768));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void showsWhatWillAppearBeforeTheFirstRun() {
    picture("empty");
    assertEquals("", label(".big-number").getText());
  }

  @Test
  void showsARunFromItsStartToItsVerdict() {
    start("primes-file", Map.of("count", "400000", "max", "1000000000"), 2);
    awaitTrue(() -> model().warmWorkers() > 0);
    picture("starting");
    awaitParallelRun();
    picture("running");
    var report = awaitDone();
    assertTrue(report.samples().stream().allMatch(sample -> sample.seconds() > 0));
    assertTrue(label(".big-number").getText().endsWith("×"));
    picture("done");
    FxStage.run(() -> window.shell().setScale(new UiScale(200)));
    window.size(1366, 768);
    picture("done-200-percent");
    window.size(1920, 1080);
    picture("done-200-percent-1920x1080");
    FxStage.run(() -> window.shell().setScale(UiScale.NORMAL));
    window.size(1024, 768);
    picture("done-1024x768");
    window.size(3840, 2160);
    picture("done-3840x2160");
  }

  @Test
  void showsAWorkerThatDiedAndTheRunThatSurvives() {
    start("sum-of-squares", Map.of("tasks", "64", "size", "20000000"), 2);
    awaitParallelRun();
    FxStage.run(() -> model().killWorker(0));
    awaitTrue(() -> window.shows("killed on request"));
    picture("worker-died");
    awaitDone();
    picture("worker-died-done");
  }

  @Test
  void comparesSeveralEnginesOnOneTrack() {
    choose(EngineKind.THREADS, EngineKind.THREADS_ONE_LOCK);
    picture("engines-chosen");
    start("sum-of-squares", Map.of("tasks", "32", "size", "30000000"), 2);
    awaitTrue(() -> engineRuns(EngineKind.THREADS_ONE_LOCK));
    awaitParallelRun();
    picture("engines-running");
    var report = awaitDone();
    assertEquals(4, report.engines().size());
    assertTrue(window.shows("times as fast as sequential"));
    picture("engines-done");
    window.size(1024, 768);
    picture("engines-done-1024x768");
    FxStage.run(() -> window.shell().setScale(new UiScale(200)));
    window.size(1366, 768);
    picture("engines-done-200-percent");
    FxStage.run(() -> window.shell().setScale(UiScale.NORMAL));
    window.size(1366, 768);
    start("sleep", Map.of("tasks", "8", "millis", "100"), 2);
    var slept = awaitDone();
    assertTrue(slept.comparison().finding().orElseThrow().contains("hardly waited"));
    picture("engines-sleep-done");
  }

  @Test
  void showsAChainOfStagesWhileItRunsAndWhenItIsDone() {
    start("pipeline", Map.of("rows", "20000", "work", "20000", "capacity", "4"), 2);
    awaitParallelRun();
    assertTrue(window.shows("Stages and queues"));
    assertTrue(FxStage.onFx(() -> window.lookup("#engine-threads").isDisabled()));
    picture("pipeline-running");
    var report = awaitDone();
    assertEquals("transform", report.result().get("bottleneck"));
    picture("pipeline-done");
    var stages = FxStage.onFx(() -> (StagesChart) window.lookup("#stages"));
    assertTrue(stages.getAccessibleText().contains("transform, the bottleneck, busy"));
    assertEquals(4, stages.table().size());
    FxStage.run(() -> window.shell().setScale(new UiScale(200)));
    window.size(1366, 768);
    picture("pipeline-done-200-percent");
    window.size(1920, 1080);
    picture("pipeline-done-200-percent-1920x1080");
    FxStage.run(() -> window.shell().setScale(UiScale.NORMAL));
    window.size(1024, 768);
    picture("pipeline-done-1024x768");
  }

  @Test
  void showsAStageThatDiesAndGoesOn() {
    start("pipeline", Map.of("rows", "20000", "work", "30000", "capacity", "4"), 2);
    awaitTrue(() -> model().parallelFraction() > 0.1);
    for (var worker = 0; worker < 4; worker++) {
      var killed = worker;
      FxStage.run(() -> model().killWorker(killed));
      awaitTrue(() -> FxStage.onFx(() -> deaths() > killed));
      if (worker == 1) {
        picture("pipeline-stage-died");
      }
    }
    var report = awaitDone();
    assertEquals(20_000L, report.result().get("rows"));
    picture("pipeline-stage-died-done");
  }

  /** Cards that tell of a stage which was killed. */
  private long deaths() {
    window.scene().snapshot(null);
    return window.scene().getRoot().lookupAll(".label").stream()
        .filter(node -> node instanceof Label label && label.getText().contains("it was the stage"))
        .count();
  }

  private void choose(EngineKind... engines) {
    FxStage.run(() -> window.shell().runView().options().engines().addAll(List.of(engines)));
  }

  private boolean engineRuns(EngineKind engine) {
    return model().presentEngine().filter(present -> present == engine).isPresent();
  }

  @Test
  void saysWhyTinyTasksAreSlowerInParallel() {
    start("tiny-tasks", Map.of("items", "300000"), 2);
    var report = awaitDone();
    assertTrue(report.analysis().orElseThrow().speedup() < 1);
    picture("slower");
  }

  @Test
  void paintsAPictureAsItsTilesArrive() {
    start("mandelbrot", Map.of("iterations", "4000"), 2);
    awaitParallelRun();
    picture("picture-running");
    awaitDone();
    picture("picture-done");
  }

  @Test
  void saysWhatIsWrongWithASetting() {
    FxStage.run(() -> {
      window.shell().choose("primes-file");
      window.shell().runView().form().field("count").orElseThrow().textProperty().set("many");
    });
    assertFalse(FxStage.onFx(() -> window.shell().runView().ready().get()));
    picture("bad-setting");
  }

  @Test
  void saysWhatIsWrongWithAFile(@TempDir Path folder) throws IOException {
    var words = Files.writeString(folder.resolve("words.txt"), "no\nnumber\n");
    start("primes-file", Map.of("file", words.toString()), 2);
    awaitTrue(() -> !FxStage.onFx(() -> model().runningProperty().get()));
    assertInstanceOf(
        RunModel.Outcome.BadInput.class, FxStage.onFx(() -> model().outcomeProperty().get()));
    picture("bad-file");
  }

  @Test
  void showsAStoppedRun() {
    start("sleep", Map.of("tasks", "40"), 2);
    awaitTrue(() -> FxStage.onFx(() -> window.shell().runView().eventsSeen()) > 10);
    FxStage.run(() -> window.shell().stop());
    awaitTrue(() -> !FxStage.onFx(() -> model().runningProperty().get()));
    assertInstanceOf(
        RunModel.Outcome.Stopped.class, FxStage.onFx(() -> model().outcomeProperty().get()));
    picture("stopped");
  }

  private void start(String workload, Map<String, String> settings, int workers) {
    FxStage.run(() -> {
      window.shell().choose(workload);
      var view = window.shell().runView();
      view.form().setSettings(settings);
      view.options().setWorkers(workers);
      window.shell().run();
    });
  }

  private RunModel model() {
    return window.shell().runView().model();
  }

  private void awaitParallelRun() {
    awaitTrue(() -> model().parallelFraction() > 0.4);
  }

  private RunReport awaitDone() {
    awaitTrue(() -> !FxStage.onFx(() -> model().runningProperty().get()));
    return assertInstanceOf(
            RunModel.Outcome.Done.class, FxStage.onFx(() -> model().outcomeProperty().get()))
        .report();
  }

  private Label label(String selector) {
    return FxStage.onFx(() -> (Label) window.lookup(selector));
  }

  private void picture(String name) {
    window.picture(name, () -> window.shell().runView().drawNow());
  }
}
