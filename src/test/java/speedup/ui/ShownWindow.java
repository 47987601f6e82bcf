package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import speedup.ui.view.View;

/** The whole window without a screen: in any size and look, and as pictures in target/screens. */
final class ShownWindow {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  final Workbench workbench;
  private Scene scene;

  /** Opens it at 1366 x 768, with the view of runs. */
  ShownWindow(Supplier<Workbench> made) {
    this(made, View.RUN);
  }

  /** The same with a view. */
  ShownWindow(Supplier<Workbench> made, View view) {
    workbench = FxStage.onFx(made::get);
    FxStage.run(() -> workbench.shell().show(view));
    scene = workbench.scene();
  }

  ShellController shell() {
    return workbench.shell();
  }

  Scene scene() {
    return scene;
  }

  void close() {
    FxStage.run(workbench::close);
  }

  Node lookup(String selector) {
    return scene.lookup(selector);
  }

  /** Whether a label that is in sight has these words. */
  boolean shows(String words) {
    return FxStage.onFx(() -> {
      layOut(); // without a window nothing else gives the controls their labels
      return scene.getRoot().lookupAll(".label").stream()
          .anyMatch(node ->
              node instanceof Label label && visible(label) && label.getText().contains(words));
    });
  }

  static boolean visible(Node node) {
    return node == null || node.isVisible() && visible(node.getParent());
  }

  /** The same window in another size; the headless screen itself is small. */
  void size(double width, double height) {
    FxStage.run(() -> {
      var root = scene.getRoot();
      scene.setRoot(new Group());
      scene = new Scene(root, width, height);
      layOut();
    });
  }

  /** The same in another size of text as well. */
  void size(double width, double height, int percent) {
    FxStage.run(() -> shell().setScale(new UiScale(percent)));
    size(width, height);
  }

  /** Pictures of what is shown, dark and light. */
  void picture(String name) {
    picture(name, () -> {});
  }

  /**
   * The same.
   *
   * @param draw draws what is otherwise drawn with the pulse of a window, on the JavaFX thread
   */
  void picture(String name, Runnable draw) {
    // without a window a snapshot repeats the one before unless the look changes, and the window
    // begins light: so dark comes first
    for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
      var image = FxStage.onFx(() -> snapshot(theme, draw));
      write(image, name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
      assertEquals(scene.getWidth(), image.getWidth());
    }
  }

  private Image snapshot(Theme theme, Runnable draw) {
    shell().setTheme(theme);
    layOut(); // for the size that it has now
    layOut(); // and once more, as columns have moved
    draw.run();
    return scene.snapshot(null);
  }

  /** As a pulse would: a picture of a single point, as drawing all of it takes a second. */
  void layOut() {
    scene.snapshot(new WritableImage(1, 1));
  }

  private static void write(Image image, String file) {
    try {
      Png.write(image, Files.createDirectories(SCREENS).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void awaitTrue(BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited a minute in vain");
      LockSupport.parkNanos(2_000_000);
    }
  }
}
