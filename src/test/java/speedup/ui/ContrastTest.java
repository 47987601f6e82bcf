package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import speedup.ui.view.View;

/**
 * What can be read and seen in every view and theme, by the colours that the nodes really have:
 * text 4.5 to 1, icons, borders of controls and the focus 3 to 1, as WCAG 2.2 AA has it.
 */
@Timeout(120)
class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double GRAPHICS = 3;

  private static final List<PseudoClass> FOCUS =
      Stream.of("focused", "focus-visible").map(PseudoClass::getPseudoClass).toList();

  @TempDir private Path folder;

  private final Set<String> faults = new TreeSet<>();

  @Test
  void everythingStandsOutInEveryThemeAndView() throws Exception {
    try (var full = new FullWindow(folder)) {
      var seen = 0L;
      for (var theme : Theme.values()) {
        FxStage.run(() -> full.window.shell().setTheme(theme));
        for (var view : View.values()) {
          full.show(view);
          seen += FxStage.onFx(() -> check(full, theme + " " + view.id()));
        }
        FxStage.run(() -> full.window.shell().openPalette());
        seen += FxStage.onFx(() -> check(full, theme + " palette"));
        FxStage.run(() -> full.window.shell().openKeys());
        seen += FxStage.onFx(() -> check(full, theme + " keys"));
      }
      assertTrue(seen > 1_000, seen + " nodes");
    }
    assertEquals("", String.join("\n", faults));
  }

  private long check(FullWindow full, String where) {
    full.window.layOut();
    var root = full.window.scene().getRoot();
    var words = FullWindow.inSight(root, Text.class::isInstance).map(Text.class::cast).toList();
    for (var text : words) {
      if (!text.getText().isBlank() && text.getFill() instanceof Color fill && fill.isOpaque()) {
        var least = text instanceof FontIcon ? GRAPHICS : TEXT;
        expect(where, text, blend(fill, ground(text), opacity(text)), ground(text), least);
      }
    }
    var fields = FullWindow.inSight(root, ContrastTest::needsBorder).toList();
    for (var field : fields) {
      var box = (Region) field;
      var edge = edge(box);
      expect(where + " border", field, edge, ground(field.getParent()), GRAPHICS);
    }
    var controls = FullWindow.inSight(root, Node::isFocusTraversable).toList();
    for (var control : controls) {
      checkFocus(where, control);
    }
    return words.size() + fields.size() + controls.size();
  }

  /** What is drawn when the keyboard comes has to stand out, wherever in the control it is. */
  private void checkFocus(String where, Node control) {
    focus(control, false);
    var before = colours(control);
    focus(control, true);
    var added = new ArrayList<>(colours(control));
    before.forEach(added::remove);
    focus(control, false);
    var ground = ground(control.getParent());
    var best = added.stream().mapToDouble(colour -> contrast(blend(colour, ground), ground)).max();
    if (best.orElse(1) < GRAPHICS) {
      faults.add("%s focus %.1f %s".formatted(where, best.orElse(1), FullWindow.describe(control)));
    }
  }

  /** As if the window had the keyboard, which a scene without a window does not get. */
  private static void focus(Node control, boolean focused) {
    FOCUS.forEach(state -> control.pseudoClassStateChanged(state, focused));
    control.applyCss();
  }

  private static boolean needsBorder(Node node) {
    return node instanceof TextInputControl && !(node.getParent() instanceof ComboBoxBase)
        || node instanceof ComboBoxBase
        || node.getStyleClass().contains("box") && node.getParent() instanceof CheckBox
        || node.getStyleClass().contains("radio") && node.getParent() instanceof RadioButton;
  }

  private void expect(String where, Node node, Color colour, Color ground, double least) {
    var contrast = contrast(colour, ground);
    if (contrast < least) {
      faults.add(
          "%s %.2f %s on %s: %s"
              .formatted(where, contrast, colour, ground, FullWindow.describe(node)));
    }
  }

  /** The outermost colour of a control. */
  private static Color edge(Region region) {
    var ground = ground(region.getParent());
    if (region.getBorder() != null && !region.getBorder().getStrokes().isEmpty()) {
      return blend((Color) region.getBorder().getStrokes().getFirst().getTopStroke(), ground);
    }
    return region.getBackground() == null || region.getBackground().getFills().isEmpty()
        ? ground
        : blend((Color) region.getBackground().getFills().getFirst().getFill(), ground);
  }

  /** The colours of all grounds and borders of a control and of what it is made of. */
  private static List<Color> colours(Node control) {
    return FullWindow.inSight(control, Region.class::isInstance)
        .map(Region.class::cast)
        .flatMap(ContrastTest::paints)
        .toList();
  }

  private static Stream<Color> paints(Region region) {
    var colours = new ArrayList<Color>();
    if (region.getBackground() != null) {
      region.getBackground().getFills().stream()
          .map(fill -> fill.getFill())
          .filter(Color.class::isInstance)
          .forEach(fill -> colours.add((Color) fill));
    }
    if (region.getBorder() != null) {
      region.getBorder().getStrokes().stream()
          .map(stroke -> stroke.getTopStroke())
          .filter(Color.class::isInstance)
          .forEach(stroke -> colours.add((Color) stroke));
    }
    return colours.stream();
  }

  /** The colour behind a node, through all that lets light through. */
  private static Color ground(Node node) {
    var over = new ArrayList<Color>();
    for (var each = node; each != null; each = each.getParent()) {
      if (each instanceof Region region
          && region.getBackground() != null
          && !region.getBackground().getFills().isEmpty()
          && region.getBackground().getFills().getLast().getFill() instanceof Color fill) {
        over.add(fill);
        if (fill.isOpaque()) {
          break;
        }
      }
    }
    var ground = Color.WHITE;
    for (var colour : over.reversed()) {
      ground = blend(colour, ground);
    }
    return ground;
  }

  private static double opacity(Node node) {
    return node == null ? 1 : node.getOpacity() * opacity(node.getParent());
  }

  private static Color blend(Color colour, Color ground) {
    return blend(colour, ground, 1);
  }

  private static Color blend(Color colour, Color ground, double opacity) {
    return ground.interpolate(
        Color.color(colour.getRed(), colour.getGreen(), colour.getBlue()),
        colour.getOpacity() * opacity);
  }

  private static double contrast(Color one, Color other) {
    var a = luminance(one) + 0.05;
    var b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
