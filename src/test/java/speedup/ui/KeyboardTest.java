package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.history.StoreException;
import speedup.ui.chart.CanvasPane;
import speedup.ui.view.View;

/** Every view by the keyboard alone: what Tab comes to, in which order, and what it is called. */
@Timeout(120)
class KeyboardTest {
  /** So far the next control may stand higher than the one before without being a step back. */
  private static final double SAME_ROW = 16;

  private static final Set<AccessibleRole> NO_ROLES =
      Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

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
  void tabComesToEverythingOnceInReadingOrderAndEverythingHasAName() {
    for (var view : View.values()) {
      full.show(view);
      FxStage.run(() -> check(full.window.scene().getRoot(), view.id()));
    }
    assertEquals("", String.join("\n", faults));
  }

  private void check(Node root, String where) {
    var wanted = FullWindow.inSight(root, Node::isFocusTraversable).toList();
    var visited = walk(root, wanted.size() + 5);
    for (var node : wanted) {
      if (!visited.contains(node) && !hasVisitedToggle(node, visited)) {
        faults.add(where + " not reached: " + FullWindow.describe(node));
      }
      if (nameOf(node).isBlank()) {
        faults.add(where + " no name: " + FullWindow.describe(node));
      }
      if (NO_ROLES.contains(node.getAccessibleRole())) {
        faults.add(where + " no role: " + FullWindow.describe(node));
      }
    }
    for (var i = 1; i < visited.size(); i++) {
      if (isBack(visited.get(i - 1), visited.get(i))) {
        faults.add(
            "%s back from %s to %s"
                .formatted(
                    where,
                    FullWindow.describe(visited.get(i - 1)),
                    FullWindow.describe(visited.get(i))));
      }
    }
  }

  /** Of toggles that belong together Tab comes to the chosen one, and arrows to the others. */
  private static boolean hasVisitedToggle(Node node, List<Node> visited) {
    return node instanceof Toggle toggle
        && toggle.getToggleGroup() != null
        && visited.stream()
            .anyMatch(other ->
                other instanceof Toggle chosen
                    && chosen.getToggleGroup() == toggle.getToggleGroup());
  }

  /** What Tab comes to until it is where it has been. */
  private static List<Node> walk(Node root, int most) {
    var visited = new ArrayList<Node>();
    var seen = new HashSet<Node>();
    root.requestFocus();
    root.requestFocusTraversal(TraversalDirection.NEXT);
    var node = root.getScene().getFocusOwner();
    while (seen.add(node) && visited.size() < most) {
      visited.add(node);
      node.requestFocusTraversal(TraversalDirection.NEXT);
      node = root.getScene().getFocusOwner();
    }
    return visited;
  }

  /** Up and not to the right, within one column. */
  private static boolean isBack(Node from, Node to) {
    var before = place(from);
    var now = place(to);
    return now.getMinY() < before.getMinY() - SAME_ROW && now.getMinX() < before.getMaxX() - 1;
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  /** What a screen reader says. */
  private static String nameOf(Node node) {
    var text = node.getAccessibleText();
    if (text == null && node instanceof Labeled words) {
      text = words.getText();
    }
    if (text == null || text.isBlank()) {
      text = (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }
    if (text == null || text.isBlank()) {
      var label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
      return label instanceof Labeled words ? words.getText() : "";
    }
    return text;
  }

  @Test
  void arrowsChooseAView() {
    full.show(View.RUN);
    FxStage.run(() -> press(full.window.lookup("#view-run"), KeyCode.DOWN));
    assertEquals(View.SCALING, FxStage.onFx(() -> full.window.shell().presentView()));
    FxStage.run(() -> press(full.window.lookup("#view-scaling"), KeyCode.UP));
    assertEquals(View.RUN, FxStage.onFx(() -> full.window.shell().presentView()));
  }

  @Test
  void everyChartGivesItsNumbersAsATable() {
    var shown = 0;
    for (var view : View.values()) {
      full.show(view);
      shown += FxStage.onFx(() -> readCharts());
    }
    assertTrue(shown >= 8, shown + " charts");
  }

  private static int readCharts() {
    var root = full.window.scene().getRoot();
    var charts =
        FullWindow.inSight(root, CanvasPane.class::isInstance)
            .map(CanvasPane.class::cast)
            .filter(chart -> chart.isFocusTraversable() && chart.table().size() > 1)
            .toList();
    for (var chart : charts) {
      assertTrue(chart.getAccessibleText().length() > 10, FullWindow.describe(chart));
      chart.requestFocus();
      press(chart, KeyCode.ENTER);
      var sheet = full.window.lookup("#table-sheet");
      assertTrue(sheet.isVisible(), FullWindow.describe(chart));
      var table = (TableView<?>) full.window.scene().getFocusOwner();
      assertEquals(chart.table().size() - 1, table.getItems().size());
      press(table, KeyCode.ESCAPE);
      assertEquals(chart, full.window.scene().getFocusOwner());
    }
    return charts.size();
  }

  private static void press(Node node, KeyCode code) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
