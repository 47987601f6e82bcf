package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** Where the columns of the Run view stand at each width of the window. */
@Timeout(60)
class RunLayoutTest {
  private static final String FORM = ".side-panel";
  private static final String WORKERS = ".workers-side";
  private static final String CENTRE = "RaceTrack";

  private Workbench workbench;
  private Scene scene;

  @BeforeEach
  void open() {
    FxStage.run(() -> {
      workbench = Workbench.make(new Stage(), Backstage.of(new SilentLab()), 1366, 860);
      workbench.shell().show(View.RUN);
      scene = workbench.scene();
    });
  }

  @AfterEach
  void close() {
    FxStage.run(workbench::close);
  }

  @Test
  void aWideWindowHasThreeColumns() {
    show(1366);
    assertThreeColumns();
  }

  @Test
  void aNarrowerWindowHasTheWorkersUnderTheCentre() {
    show(900);
    assertFormBeside();
    assertWorkersBelow();
  }

  @Test
  void anEvenNarrowerWindowHasOneColumn() {
    show(500);
    assertWorkersBelow();
    assertBelow(FORM);
  }

  @Test
  void everythingReturnsWhenTheWindowGrowsAgain() {
    show(500);
    show(900);
    assertFormBeside();
    assertWorkersBelow();
    show(1366);
    assertThreeColumns();
  }

  @Test
  void largerTextNeedsAWiderWindowForThreeColumns() {
    FxStage.run(() -> workbench.shell().setScale(new UiScale(150)));
    show(1366);
    assertFormBeside();
    assertWorkersBelow();
  }

  private void assertThreeColumns() {
    assertFormBeside();
    var workers = bounds(WORKERS);
    assertTrue(workers.getMinX() >= bounds(CENTRE).getMaxX(), workers.toString());
    assertEquals(bounds(FORM).getMinY(), workers.getMinY(), 1);
  }

  private void assertFormBeside() {
    var form = bounds(FORM);
    assertTrue(form.getMaxX() <= bounds(CENTRE).getMinX(), form.toString());
  }

  private void assertWorkersBelow() {
    assertBelow(WORKERS);
  }

  private void assertBelow(String column) {
    var below = bounds(column);
    assertTrue(below.getMinY() >= bounds(CENTRE).getMaxY(), below.toString());
    assertEquals(bounds(CENTRE).getMinX(), below.getMinX(), 1);
  }

  private Bounds bounds(String selector) {
    return FxStage.onFx(() -> {
      Node node = scene.lookup(selector);
      return node.localToScene(node.getLayoutBounds());
    });
  }

  /** The same content in a window of this width; the headless screen itself is small. */
  private void show(double width) {
    FxStage.run(() -> {
      var root = scene.getRoot();
      scene.setRoot(new Group());
      scene = new Scene(root, width, 900);
      workbench.shell().setTheme(Theme.LIGHT);
      scene.snapshot(null); // lays everything out for this width
      scene.snapshot(null); // and once more, as columns have moved
    });
  }
}
