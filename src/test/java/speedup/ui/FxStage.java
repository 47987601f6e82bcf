package speedup.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** A window for tests of single controls, and pictures of them. */
public final class FxStage {
  private static final double HEIGHT = 950;
  private static final long PATIENCE_SECONDS = 30;
  private static final Path PICTURES = Path.of("target", "screens", "parts");

  static {
    // nothing waits here: the started thread waits for this class to be there
    try {
      Platform.startup(() -> {});
      Platform.setImplicitExit(false);
    } catch (IllegalStateException _) {
      Platform.setImplicitExit(false); // another test class has started it
    }
  }

  private FxStage() {}

  /** Runs on the JavaFX thread and waits for the answer. */
  public static <T> T onFx(Callable<T> work) {
    var answer = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        answer.complete(work.call());
      } catch (Throwable e) { // assertion errors too belong to the test's thread
        answer.completeExceptionally(e);
      }
    });
    return await(answer);
  }

  /** Runs on the JavaFX thread and waits for the end. */
  public static void run(Runnable work) {
    onFx(() -> {
      work.run();
      return null;
    });
  }

  /** Shows a control in a window of its own. */
  public static Stage show(Parent content, double width, Theme theme, UiScale scale) {
    var ground = new StackPane(content);
    ground.setStyle("-fx-background-color: -color-bg-default;");
    var root = new VBox(ground);
    var scene = new Scene(root, scale.px(width), HEIGHT);
    theme.apply(scene);
    scale.apply(scene);
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    return stage;
  }

  /** Writes pictures of a control in both themes at 100 and 200 percent to {@code target}. */
  public static void picture(String name, double width, Supplier<Parent> content) {
    for (var theme : Theme.values()) {
      for (var percent : new int[] {100, 200}) {
        var file = "%s-%s-%d.png".formatted(name, theme.name().toLowerCase(), percent);
        onFx(() -> {
          var stage = show(content.get(), width, theme, new UiScale(percent));
          var root = stage.getScene().getRoot();
          root.applyCss();
          root.layout();
          var ground = root.getChildrenUnmodifiable().getFirst();
          Png.write(ground.snapshot(null, null), picture(file));
          stage.hide();
          return null;
        });
      }
    }
  }

  /** Writes a picture of what is shown now. On the JavaFX thread only. */
  public static void picture(String file, Node shown) {
    Png.write(shown.snapshot(null, null), picture(file));
  }

  private static Path picture(String file) {
    try {
      return Files.createDirectories(PICTURES).resolve(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("the JavaFX thread gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
