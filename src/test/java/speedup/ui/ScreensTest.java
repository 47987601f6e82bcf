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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.experiment.ProcessLab;
import speedup.experiment.RunReport;
import speedup.pool.JvmLauncher;
import speedup.ui.run.RunModel;
import speedup.worker.WorkerMain;

/** The whole window on real worker processes, in every state, as pictures in target/screens. */
@Timeout(120)
class ScreensTest {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private static final Map<String, String> SMALL_PRIMES =
      Map.of("count", "100000", "max", "1000000000");

  private Stage stage;
  private Workbench workbench;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(SCREENS);
    FxStage.run(
        () -> {
          stage = new Stage();
          workbench =
              Workbench.open(
                  stage,
                  new ProcessLab(
                      JvmLauncher.ofThisProcess(WorkerMain.class.getName(), List.of())));
        });
    size(1366, 768);
  }

  @AfterEach
  void close() {
    FxStage.run(
        () -> {
          workbench.close();
          stage.hide();
        });
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
    FxStage.run(() -> workbench.shell().setScale(new UiScale(200)));
    size(1920, 1080);
    picture("done-200-percent");
    FxStage.run(() -> workbench.shell().setScale(UiScale.NORMAL));
    size(1024, 768);
    picture("done-1024x768");
    size(3840, 2160);
    picture("done-3840x2160");
  }

  @Test
  void showsAWorkerThatDiedAndTheRunThatSurvives() {
    start("sum-of-squares", Map.of("tasks", "64", "size", "20000000"), 2);
    awaitParallelRun();
    FxStage.run(() -> model().killWorker(0));
    awaitTrue(() -> FxStage.onFx(() -> shows("killed on request")));
    picture("worker-died");
    awaitDone();
    picture("worker-died-done");
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
    FxStage.run(
        () -> {
          workbench.shell().choose("primes-file");
          workbench.shell().runView().form().field("count").orElseThrow().textProperty().set("many");
        });
    assertFalse(FxStage.onFx(() -> workbench.shell().runView().readyProperty().get()));
    picture("bad-setting");
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    start("primes-file", Map.of("file", "/nowhere/numbers.txt"), 2);
    awaitTrue(() -> !FxStage.onFx(() -> model().runningProperty().get()));
    assertInstanceOf(
        RunModel.Outcome.BadInput.class, FxStage.onFx(() -> model().outcomeProperty().get()));
    picture("bad-file");
  }

  @Test
  void showsAStoppedRun() {
    start("sleep", Map.of("tasks", "40"), 2);
    awaitTrue(() -> FxStage.onFx(() -> workbench.shell().runView().eventsSeen()) > 10);
    FxStage.run(() -> workbench.shell().stop());
    awaitTrue(() -> !FxStage.onFx(() -> model().runningProperty().get()));
    assertInstanceOf(
        RunModel.Outcome.Stopped.class, FxStage.onFx(() -> model().outcomeProperty().get()));
    picture("stopped");
  }

  private void start(String workload, Map<String, String> settings, int workers) {
    FxStage.run(
        () -> {
          workbench.shell().choose(workload);
          var view = workbench.shell().runView();
          view.form().setSettings(settings);
          view.options().setWorkers(workers);
          workbench.shell().run();
        });
  }

  private RunModel model() {
    return workbench.shell().model();
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
    return FxStage.onFx(() -> (Label) workbench.scene().lookup(selector));
  }

  private boolean shows(String words) {
    return workbench.scene().getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
  }

  private void size(double width, double height) {
    FxStage.run(
        () -> {
          stage.setWidth(width);
          stage.setHeight(height);
        });
  }

  private void picture(String name) {
    for (var theme : Theme.values()) {
      var file = SCREENS.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
      var picture = new CompletableFuture<WritableImage>();
      FxStage.run(
          () -> {
            workbench.shell().setTheme(theme);
            workbench.scene().getRoot().applyCss();
            workbench.scene().getRoot().layout();
            workbench.shell().runView().drawNow();
            // taken with the next frame: at once would wait for a frame that waits for this thread
            workbench
                .scene()
                .snapshot(
                    taken -> {
                      picture.complete(taken.getImage());
                      return null;
                    },
                    null);
          });
      var image = picture.orTimeout(30, TimeUnit.SECONDS).join();
      Png.write(image, file);
      assertTrue(image.getWidth() >= 1000, "picture of " + image.getWidth() + " pixels");
    }
    FxStage.run(() -> workbench.shell().setTheme(Theme.LIGHT));
  }

  private static void awaitTrue(BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited a minute in vain");
      LockSupport.parkNanos(2_000_000);
    }
  }
}
