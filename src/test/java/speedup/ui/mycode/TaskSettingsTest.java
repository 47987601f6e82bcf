package speedup.ui.mycode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.ui.mycode.TaskSettings.Kind;
import speedup.workload.MyCode;

class TaskSettingsTest {
  @TempDir Path folder;

  private final TaskSettings settings = new TaskSettings(new MyCode());

  private void set(Kind kind, String field, String text) {
    settings.form(kind).field(field).orElseThrow().textProperty().set(text);
  }

  @Test
  void saysWhatIsEnforced() {
    assertTrue(settings.limitsProperty().get().contains("256 MiB"));
    assertTrue(settings.limitsProperty().get().contains("10 s"));
    set(Kind.SOURCE, "memory", "64");
    set(Kind.SOURCE, "seconds", "3");
    assertTrue(settings.limitsProperty().get().contains("64 MiB"));
    settings.kindProperty().set(Kind.JAR);
    assertTrue(settings.limitsProperty().get().contains("64 MiB"));
    assertTrue(settings.limitsProperty().get().contains("chunk"));
    assertTrue(settings.limitsProperty().get().contains("3 s"));
  }

  @Test
  void givesWhatDiffersFromTheDefaults() throws Exception {
    assertEquals(Map.of("source", "x"), settings.settings(Map.of("source", "x")));
    var lines = Files.writeString(folder.resolve("lines.txt"), "1\n").toString();
    set(Kind.SOURCE, "count", "many");
    set(Kind.SOURCE, "items", lines);
    assertEquals("", settings.problemProperty().get(), "with lines the count means nothing");
    assertEquals(Map.of("items", lines), settings.settings(Map.of()));
  }

  @Test
  void wantsAJarWhereOneIsToBeRun() throws Exception {
    settings.kindProperty().set(Kind.JAR);
    assertFalse(settings.problemProperty().get().isEmpty());
    var jar = Files.writeString(folder.resolve("a.jar"), "").toString();
    set(Kind.JAR, "jar", jar);
    assertEquals("", settings.problemProperty().get());
    assertEquals(Map.of("jar", jar), settings.settings(Map.of()));
  }

  @Test
  void saysWhichSettingIsWrong() {
    set(Kind.SOURCE, "memory", "1");
    assertTrue(settings.problemProperty().get().startsWith("Memory of a worker: "));
    assertTrue(settings.limitsProperty().get().isEmpty(), "nothing is promised of a wrong value");
  }
}
