package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.history.Findings;
import speedup.history.KeptRun;
import speedup.history.RunStore;

/** What is kept of real runs says the same as their reports, and makes them again. */
class KeptRunLabTest {
  @TempDir private Path folder;

  @Test
  void saysTheSameAsTheReportAndRunsAgain() throws Exception {
    try (var lab = Labs.open(folder.resolve("cache"));
        var store = RunStore.open(folder.resolve("data")).store().orElseThrow()) {
      var report =
          Labs.run(lab, Labs.request("mandelbrot", Map.of("size", "200", "iterations", "400")));
      var saved = KeptRun.of(report);
      store.save(saved);
      var kept = store.open(saved.id()).orElseThrow().run();

      assertEquals(report.request(), kept.request());
      assertEquals(Findings.of(report), Findings.of(kept));

      var again = Labs.run(lab, kept.again());
      assertEquals(report.settings(), again.settings());
      assertEquals(report.result(), again.result());
    }
  }

  @Test
  void givesBackAStudyAsItWas() throws Exception {
    try (var lab = Labs.open(folder.resolve("cache"));
        var store = RunStore.open(folder.resolve("data")).store().orElseThrow()) {
      var request =
          new SweepRequest(
              Labs.request("mandelbrot", Map.of("size", "200", "iterations", "400")),
              List.of(1, 2),
              List.of(),
              SweepRequest.ONE_SIZE,
              false,
              7);
      var report = lab.sweep(request, _ -> {}).report().get(60, TimeUnit.SECONDS);
      var saved = KeptRun.of(report);
      store.save(saved);
      var kept = store.open(saved.id()).orElseThrow().run();

      assertEquals(saved, kept);
      assertEquals(report.runs(), kept.runs());
      assertEquals(Optional.of(request), kept.study());
      assertEquals(report.settings(), kept.studyAgain().orElseThrow().run().settings());
    }
  }
}
