package speedup.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledWhileSavingTest {
  private static final int KILLS = 20;

  @TempDir private Path folder;

  @Test
  @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void losesAtMostTheRunThatWasBeingSaved() throws Exception {
    var random = new Random(1);
    var printed = new ArrayList<String>();
    for (int kill = 0; kill < KILLS; kill++) {
      printed.addAll(saveAndKill(1 + random.nextInt(3), random.nextInt(40)));

      var opened = RunStore.open(folder);
      assertEquals(Optional.empty(), opened.notice());
      try (var store = opened.store().orElseThrow()) {
        int kept = store.count(Query.words("kept child"));
        assertTrue(
            kept >= printed.size() && kept <= printed.size() + kill + 1,
            "%d kept, %d were told".formatted(kept, printed.size()));
        for (var id : printed) {
          assertEquals(List.of(id), store.idsBeginning(id));
        }
      }
      assertEquals("ok", integrity());
    }
    try (var store = RunStore.open(folder).store().orElseThrow()) {
      for (var run : store.list(0, Integer.MAX_VALUE)) {
        assertEquals(List.of(), store.open(run.id()).orElseThrow().problems());
      }
    }
  }

  /** What the child said that it kept. */
  private List<String> saveAndKill(int runs, int millis) throws IOException, InterruptedException {
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SavingChild.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var ids = new ArrayList<String>();
    try (var lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < runs; i++) {
        ids.add(lines.readLine());
      }
      // into the middle of whatever it does by then
      child.waitFor(millis, TimeUnit.MILLISECONDS);
      child.toHandle().destroyForcibly(); // leaves what it printed to be read
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        ids.add(line);
      }
    } finally {
      child.destroyForcibly();
    }
    // the kill may have cut the last line
    ids.removeIf(id -> id == null || id.length() < KeptRun.newId().length());
    return ids;
  }

  private String integrity() throws SQLException {
    try (var db = DriverManager.getConnection("jdbc:sqlite:" + Database.file(folder));
        var statement = db.createStatement();
        var row = statement.executeQuery("PRAGMA integrity_check")) {
      return row.getString(1);
    }
  }
}
