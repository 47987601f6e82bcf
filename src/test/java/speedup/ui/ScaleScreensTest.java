package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.history.StoreException;
import speedup.ui.chart.CanvasPane;
import speedup.ui.code.CodeEditor;
import speedup.ui.view.View;

/** Every view in large text and from right to left: nothing is cut off, as pictures too. */
@Timeout(240)
class ScaleScreensTest {
  private static final double TOUCH = 1.5;

  /** All are checked; pictures take long. */
  private static final Set<View> PICTURED = EnumSet.of(View.RUN, View.SCALING, View.HISTORY);

  private static FullWindow full;

  private final Set<String> faults = new TreeSet<>();

  @BeforeAll
  static void open(@TempDir Path folder) throws StoreException {
    full = new FullWindow(folder);
  }

  @AfterAll
  static void close() {
    full.close();
  }

  @Test
  void nothingIsCutOffInLargeText() {
    look(1366, 768, 200, "200");
    look(1920, 1080, 300, "300");
    assertEquals("", String.join("\n", faults));
  }

  @Test
  void fromRightToLeftEverythingHasItsPlaceAndChartsStayAsTheyAre() {
    FxStage.run(
        () -> full.window.scene().getRoot().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
    look(1366, 768, 100, "rtl");
    assertEquals(
        NodeOrientation.RIGHT_TO_LEFT,
        FxStage.onFx(() -> full.window.lookup("#stack").getEffectiveNodeOrientation()));
    FxStage.run(() -> full.window.scene().getRoot().setNodeOrientation(NodeOrientation.INHERIT));
    assertEquals("", String.join("\n", faults));
  }

  /** Time and workers go from left to right in every script, and so do programs. */
  private void checkOrientation() {
    var root = full.window.scene().getRoot();
    FullWindow.inSight(root, node -> node instanceof CanvasPane || node instanceof CodeEditor)
        .filter(node -> node.getEffectiveNodeOrientation() != NodeOrientation.LEFT_TO_RIGHT)
        .forEach(node -> faults.add("from right to left: " + describe(node)));
  }

  private void look(double width, double height, int percent, String name) {
    full.window.size(width, height, percent);
    for (var view : View.values()) {
      full.show(view);
      FxStage.run(() -> full.window.lookup("#stack").requestFocus());
      if (PICTURED.contains(view)) {
        full.window.picture("scale-%s-%s".formatted(name, view.id()));
      }
      FxStage.run(() -> check(name + " " + view.id()));
      FxStage.run(this::checkOrientation);
    }
    full.window.size(1366, 768, 100);
  }

  private void check(String where) {
    full.window.layOut();
    var root = full.window.scene().getRoot();
    FullWindow.inSight(root, Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(words -> words.getText() != null && !words.getText().isBlank())
        // tabs without room are in a menu beside the others
        .filter(words -> !words.getStyleClass().contains("tab-label"))
        .forEach(words -> {
          if (words.isTextTruncated() && !mayBeShort(words)) {
            faults.add("%s short: %s %s".formatted(where, words.getText(), describe(words)));
          }
          if (!isWithin(words)) {
            faults.add("%s outside: %s %s".formatted(where, words.getText(), describe(words)));
          }
        });
  }

  private static String describe(Node node) {
    return FullWindow.describe(node);
  }

  /** A cell is told whole in a tooltip; a dash for no number is drawn whole and counts as cut. */
  private static boolean mayBeShort(Labeled words) {
    return words instanceof IndexedCell || words.getText().length() == 1;
  }

  /** Whether it can be seen, or scrolled to. */
  private static boolean isWithin(Node node) {
    var place = node.localToScene(node.getLayoutBounds());
    var left = 0.0;
    var right = node.getScene().getWidth();
    var scrolls = false;
    for (var each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane pane) {
        scrolls = true;
        var room = inScene(pane);
        if (pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER) {
          return true;
        }
        left = Math.max(left, room.getMinX());
        right = Math.min(right, room.getMaxX());
      } else if (each instanceof IndexedCell || each.getStyleClass().contains("virtual-flow")) {
        return true; // scrolls by itself
      }
    }
    var wide = place.getMinX() >= left - TOUCH && place.getMaxX() <= right + TOUCH;
    var high = place.getMinY() >= -TOUCH && place.getMaxY() <= node.getScene().getHeight() + TOUCH;
    return wide && (scrolls || high);
  }

  private static Bounds inScene(Node node) {
    var bounds = node.localToScene(node.getLayoutBounds());
    return new BoundingBox(
        bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }
}
