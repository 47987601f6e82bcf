package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** The line of the form that tells and deletes generated input. */
@Timeout(60)
class CacheLineTest {
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final String NONE = "No generated input is kept in the cache.";

  @TempDir Path folder;

  private final SilentLab lab = new SilentLab();
  private Workbench workbench;
  private Path numbers;

  @BeforeEach
  void open() throws IOException {
    numbers =
        Files.write(folder.resolve("numbers-9-seed-42-max-10.txt"), new byte[5 * 1024 * 1024]);
    lab.cacheFolder = folder;
    FxStage.run(() -> {
      workbench = Workbench.make(new Stage(), Backstage.of(lab), 1366, 768);
      workbench.shell().show(View.RUN);
      workbench.scene().snapshot(null);
    });
    awaitTrue(() -> words().equals("Generated input: 5 MiB in the cache"));
  }

  @AfterEach
  void close() {
    FxStage.run(workbench::close);
  }

  @Test
  void asksBeforeItDeletes() throws IOException {
    var mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    picture("cache-size.png");
    fire("#empty-cache");
    assertTrue(words().startsWith("Delete 5 MiB of generated input"), words());
    assertTrue(Files.exists(numbers));
    picture("cache-asks.png");

    fire("#delete-cache");

    awaitTrue(() -> words().equals(NONE));
    assertFalse(Files.exists(numbers));
    assertTrue(Files.exists(mine));
    assertFalse(FxStage.onFx(() -> node("#empty-cache").isVisible()));
  }

  @Test
  void keepsWhatIsToBeKept() {
    fire("#empty-cache");
    FxStage.run(() -> ((Button) node("#keep-cache")).fire());
    assertEquals("Generated input: 5 MiB in the cache", words());
    assertTrue(Files.exists(numbers));
  }

  @Test
  void saysThatARunOfAnotherProcessUsesIt() throws IOException {
    var pid = ProcessHandle.current().pid();
    Files.createFile(folder.resolve("run-%d-1.use".formatted(pid)));
    fire("#empty-cache");
    fire("#delete-cache");
    awaitTrue(() -> words().startsWith("A run of process " + pid + " uses the cache."));
    assertTrue(Files.exists(numbers));
  }

  @Test
  void isThereOnlyForWorkloadsThatKeepSomething() {
    FxStage.run(() -> workbench.shell().choose("sleep"));
    assertFalse(FxStage.onFx(() -> node(".cache-line").isVisible()));
    FxStage.run(() -> workbench.shell().choose("pipeline"));
    assertTrue(FxStage.onFx(() -> node(".cache-line").isVisible()));
  }

  private void fire(String button) {
    FxStage.run(() -> ((Button) node(button)).fire());
  }

  private Node node(String selector) {
    return workbench.scene().lookup(selector);
  }

  private String words() {
    return FxStage.onFx(() -> ((Label) node(".cache-line .label")).getText());
  }

  private void picture(String file) {
    FxStage.run(() -> {
      workbench.scene().snapshot(null); // lays it out
      FxStage.picture(file, node(".form-column"));
    });
  }

  private static void awaitTrue(BooleanSupplier condition) {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "waited 30 s in vain");
      LockSupport.parkNanos(2_000_000);
    }
  }
}
