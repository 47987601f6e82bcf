package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import speedup.ui.run.Banner;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** Files and folders that are dropped on the window, from where the window has taken them. */
@Timeout(60)
class DropTest {
  @TempDir Path folder;

  private Workbench workbench;

  @BeforeEach
  void open() {
    FxStage.run(() -> {
      workbench = Workbench.make(new Stage(), Backstage.of(new SilentLab()), 1366, 768);
      workbench.shell().show(View.RUN);
      workbench.scene().snapshot(null);
    });
  }

  @AfterEach
  void close() {
    FxStage.run(workbench::close);
  }

  @Test
  void aFileBecomesTheInputOfAWorkloadThatReadsOne() throws IOException {
    choose("primes-file");
    var numbers = Files.writeString(folder.resolve("numbers.txt"), "2\n3\n");
    assertTrue(drop(numbers));
    assertEquals(numbers.toString(), field("file"));
    assertTrue(ready());
  }

  @Test
  void aFolderBecomesTheInputOfAWorkloadThatReadsOne() {
    for (var workload : List.of("keyword-search", "images-grayscale")) {
      choose(workload);
      assertTrue(drop(folder));
      assertEquals(folder.toString(), field("folder"));
      assertTrue(ready());
    }
    assertEquals("", field("to"));
  }

  @Test
  void theWrongKindIsShownInItsFieldWithWhatToDo() throws IOException {
    choose("primes-file");
    assertTrue(drop(folder));
    assertTrue(problem("file").startsWith("This is a folder"), problem("file"));
    assertFalse(ready());

    choose("keyword-search");
    assertTrue(drop(Files.writeString(folder.resolve("a.txt"), "a")));
    assertTrue(problem("folder").startsWith("This is a file"), problem("folder"));
    assertFalse(ready());
  }

  @Test
  void saysWhyADropCannotBeUsed() throws IOException {
    choose("sleep");
    assertFalse(drop(folder));
    assertTrue(message().startsWith("Sleeping tasks reads no file or folder."), message());

    choose("keyword-search");
    var file = Files.writeString(folder.resolve("a.txt"), "a");
    assertFalse(drop(file, folder));
    assertTrue(message().startsWith("Several files were dropped"), message());
    assertEquals("", field("folder"));

    assertTrue(drop(folder));
    assertEquals("", message());
    assertFalse(drop());
  }

  @Test
  void nothingIsTakenWhileARunIsUnderWay() {
    choose("keyword-search");
    FxStage.run(() -> workbench.shell().run());
    assertFalse(drop(folder));
    assertEquals("", field("folder"));
  }

  private void choose(String workload) {
    FxStage.run(() -> workbench.shell().choose(workload));
  }

  private boolean drop(Path... files) {
    var dropped = List.of(files).stream().map(Path::toFile).toList();
    return FxStage.onFx(() -> workbench.shell().drop(List.<File>copyOf(dropped)));
  }

  private String field(String id) {
    return FxStage.onFx(
        () -> workbench.shell().runView().form().field(id).orElseThrow().textProperty().get());
  }

  private String problem(String id) {
    return FxStage.onFx(
        () -> workbench.shell().runView().form().field(id).orElseThrow().problemProperty().get());
  }

  private boolean ready() {
    return FxStage.onFx(() -> workbench.shell().runView().ready().get());
  }

  private String message() {
    return FxStage.onFx(() -> ((Banner) workbench.scene().lookup(".banner")).message());
  }
}
