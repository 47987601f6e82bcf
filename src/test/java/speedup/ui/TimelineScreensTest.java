package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.ui.ShownWindow.awaitTrue;

import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.plot.timeline.TimeWindow;
import speedup.plot.timeline.TimelineLayout;
import speedup.plot.timeline.TimelineState;
import speedup.plot.timeline.Traces;
import speedup.ui.timeline.TimelineController;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** The Timeline view on a real run and on runs made up, as pictures in target/screens. */
@Timeout(120)
class TimelineScreensTest {

  private ShownWindow shown;

  @BeforeEach
  void open() {
    shown =
        new ShownWindow(() -> Workbench.make(new Stage(), Backstage.of(Labs.real()), 1366, 768));
  }

  @AfterEach
  void close() {
    shown.close();
  }

  @Test
  void saysWhatWillAppearAndLeadsThere() {
    FxStage.run(() -> shown.shell().show(View.TIMELINE));
    shown.picture("timeline-empty");
    FxStage.run(() -> ((Button) shown.lookup(".empty-view .button")).fire());
    assertEquals(0, shown.scene().getRoot().lookupAll(".empty-view").size());
  }

  @Test
  void showsARealRunFromTheOverviewToASingleChunk() {
    run("primes-file", Map.of("count", "400000", "max", "1000000000"));
    FxStage.run(() -> shown.shell().show(View.TIMELINE));
    var run = state().runs().getFirst();
    assertEquals(2, run.lanes());
    assertEquals(
        run.trace().breakdown(), run.times(state().bounds()).inSeconds(), "nothing is lost");
    assertTrue(run.chunks() > 2);
    shown.picture("timeline-overview");
    var all = state().bounds();
    shown.size(1366, 768);
    scroll(600, 200, 40 * 12);
    assertTrue(window().span() < all.span() / 8, window().toString());
    shown.picture("timeline-zoomed");
    press(KeyCode.F);
    click(0, run.profile(0).started(1) + 1_000);
    assertEquals(1, state().selection().orElseThrow().chunk());
    press(KeyCode.ENTER);
    assertTrue(label("#timeline-wait").getText().endsWith("."));
    shown.picture("timeline-selected");
    press(KeyCode.F);
    shiftDrag(all.span() / 4, all.span() / 2);
    assertEquals(all.span() / 4.0, state().ruler().orElseThrow().span(), all.span() / 100.0);
    shown.picture("timeline-ruler");
    compareWithSequential();
    shown.picture("timeline-compare");
    shown.size(1024, 768);
    shown.picture("timeline-compare-1024x768");
    FxStage.run(() -> ((ToggleButton) shown.lookup(".timeline-bar .toggle-button")).fire());
    var table = FxStage.onFx(() -> (TableView<?>) shown.lookup(".timeline-view .table-view"));
    assertEquals(3, table.getItems().size());
    shown.picture("timeline-table");
  }

  @Test
  void everythingHasRoomAtEverySizeAndInLargeText() {
    show("two stages", Traces.stages());
    FxStage.run(() -> controller().model().select(0, 0, 162_000_000));
    shown.picture("timeline-stages");
    shown.size(1024, 768);
    shown.picture("timeline-1024x768");
    FxStage.run(() -> shown.shell().setScale(new UiScale(200)));
    shown.size(1366, 768);
    shown.picture("timeline-200-percent");
    shown.size(1920, 1080);
    shown.picture("timeline-200-percent-1920x1080");
    FxStage.run(() -> shown.shell().setScale(UiScale.NORMAL));
    shown.size(3840, 2160);
    shown.picture("timeline-3840x2160");
  }

  @Test
  void showsAWorkerThatDiedAndWhatWaitedForItsSuccessor() {
    show("a death", Traces.death());
    FxStage.run(() -> controller().model().select(0, 0, 180_000_000));
    assertTrue(label("#timeline-wait").getText().contains("another one was ready"));
    shown.picture("timeline-died");
  }

  @Test
  void showsTwoMillionChunks() {
    show("many", Traces.many(4, 2_000_000));
    assertEquals(2_000_000, state().runs().getFirst().chunksIn(state().bounds()));
    shown.picture("timeline-many");
    var middle = state().bounds().span() / 2;
    FxStage.run(() -> controller().model().zoom(middle, 0.000_05));
    FxStage.run(() -> controller().model().select(0, 1, middle));
    shown.picture("timeline-many-zoomed");
  }

  @Test
  void keysMoveStepAndMeasure() {
    show("two stages", Traces.stages());
    FxStage.run(() -> shown.shell().show(View.RUN));
    FxStage.run(() -> shown.shell().show(View.TIMELINE));
    assertEquals("lanesFrame", focused());
    mouse(strip(), MouseEvent.MOUSE_PRESSED, 300, 10, false);
    assertEquals("overviewFrame", focused());
    click(0, 40_000_000);
    assertEquals("lanesFrame", focused());
    press(KeyCode.ESCAPE);
    var all = window();
    press(KeyCode.W);
    var closer = window();
    assertTrue(closer.span() < all.span());
    press(KeyCode.A);
    assertTrue(window().from() < closer.from());
    press(KeyCode.D);
    assertEquals(closer, window());
    press(KeyCode.S);
    press(KeyCode.F);
    assertEquals(all, window());
    press(KeyCode.PERIOD);
    press(KeyCode.PERIOD);
    assertEquals(1, state().selection().orElseThrow().chunk());
    press(KeyCode.COMMA);
    press(KeyCode.DOWN);
    assertEquals(1, state().selection().orElseThrow().lane());
    press(KeyCode.R);
    assertTrue(state().ruler().isPresent());
    press(KeyCode.ESCAPE);
    assertFalse(state().ruler().isPresent());
    assertTrue(frame().getAccessibleText().startsWith("Timeline from"));
  }

  private void compareWithSequential() {
    var report = FxStage.onFx(() -> shown.shell().session().lastRunProperty().get());
    var sequential = report.engines().getFirst().median();
    FxStage.run(() -> controller().compare("sequential", sequential));
    assertEquals(2, state().runs().size());
  }

  private void show(String title, speedup.measure.RunTrace trace) {
    FxStage.run(() -> {
      shown.shell().show(View.TIMELINE);
      controller().show(title, trace);
    });
    shown.size(1366, 768);
  }

  private void run(String workload, Map<String, String> settings) {
    FxStage.run(() -> {
      shown.shell().choose(workload);
      shown.shell().runView().form().setSettings(settings);
      shown.shell().runView().options().setWorkers(2);
      shown.shell().run();
    });
    awaitTrue(() -> FxStage.onFx(() -> shown.shell().session().lastRunProperty().get()) != null);
  }

  private TimelineController controller() {
    return (TimelineController) shown.shell().view(View.TIMELINE);
  }

  private TimelineState state() {
    return FxStage.onFx(() -> controller().model().state().orElseThrow());
  }

  private TimeWindow window() {
    return state().window();
  }

  private Node frame() {
    return FxStage.onFx(() -> {
      shown.scene().snapshot(null);
      return shown.lookup("#lanesFrame");
    });
  }

  private Node lanes() {
    return FxStage.onFx(() -> {
      shown.scene().snapshot(null); // lays everything out
      return shown.lookup("#lanes");
    });
  }

  private Node strip() {
    return FxStage.onFx(() -> shown.lookup("#overview"));
  }

  private String focused() {
    return FxStage.onFx(() -> shown.scene().getFocusOwner().getId());
  }

  private Label label(String selector) {
    return FxStage.onFx(() -> (Label) shown.lookup(selector));
  }

  private void press(KeyCode code) {
    var frame = frame();
    FxStage.run(() ->
        Event.fireEvent(
            frame, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private void scroll(double x, double y, double delta) {
    var lanes = lanes();
    FxStage.run(() -> {
      var at = lanes.localToScene(x, y);
      Event.fireEvent(
          lanes,
          new ScrollEvent(
              ScrollEvent.SCROLL,
              at.getX(),
              at.getY(),
              at.getX(),
              at.getY(),
              false,
              false,
              false,
              false,
              false,
              false,
              0,
              delta,
              0,
              delta,
              ScrollEvent.HorizontalTextScrollUnits.NONE,
              0,
              ScrollEvent.VerticalTextScrollUnits.NONE,
              0,
              0,
              new PickResult(lanes, at.getX(), at.getY())));
    });
  }

  private TimelineLayout layout(Node lanes) {
    var bounds = lanes.getLayoutBounds();
    return TimelineLayout.of(state(), bounds.getWidth(), bounds.getHeight(), 1);
  }

  private void click(int lane, long time) {
    var lanes = lanes();
    var layout = layout(lanes);
    double x = layout.x(time);
    double y = layout.row(0, lane).orElseThrow().middle();
    mouse(lanes, MouseEvent.MOUSE_PRESSED, x, y, false);
    mouse(lanes, MouseEvent.MOUSE_RELEASED, x, y, false);
  }

  private void shiftDrag(long from, long to) {
    var lanes = lanes();
    var layout = layout(lanes);
    mouse(lanes, MouseEvent.MOUSE_PRESSED, layout.x(from), 40, true);
    mouse(lanes, MouseEvent.MOUSE_DRAGGED, layout.x(to), 40, true);
    mouse(lanes, MouseEvent.MOUSE_RELEASED, layout.x(to), 40, true);
  }

  private static void mouse(
      Node node, javafx.event.EventType<MouseEvent> type, double x, double y, boolean shift) {
    FxStage.run(() -> {
      var at = node.localToScene(x, y);
      Event.fireEvent(
          node,
          new MouseEvent(
              type,
              at.getX(),
              at.getY(),
              at.getX(),
              at.getY(),
              MouseButton.PRIMARY,
              1,
              shift,
              false,
              false,
              false,
              true,
              false,
              false,
              false,
              false,
              true,
              new PickResult(node, at.getX(), at.getY())));
    });
  }
}
