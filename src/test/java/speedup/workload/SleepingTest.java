package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SleepingTest {
  private final Sleeping workload = new Sleeping();

  @TempDir Path folder;

  @Test
  void sleepsOnceForEachTask() throws Exception {
    var prepared = InProcess.prepare(workload, Map.of("tasks", "5", "millis", "20"), folder);
    var before = System.nanoTime();
    var values = InProcess.values(prepared, 2);
    assertTrue(System.nanoTime() - before >= 100_000_000, "slept too little");
    assertEquals(Map.of("tasks", 5L, "millis", 20L, "sleptMillis", 100L), values);
  }

  @Test
  void hasTheLessonsFiveTasksOnThreeWorkers() {
    var lesson = workload.presets().getFirst();
    assertEquals(Map.of("tasks", "5", "millis", "1000"), lesson.settings());
    assertEquals(3, lesson.workers().orElseThrow());
    assertEquals(1, lesson.chunk().orElseThrow());
  }

  @Test
  void refusesMoreThanAnHour() {
    var settings = Map.of("tasks", "3601", "millis", "1000");
    var failure =
        assertThrows(InputException.class, () -> InProcess.prepare(workload, settings, folder));
    assertEquals("tasks", failure.parameter().orElseThrow());
    assertTrue(failure.getMessage().contains("more than an hour"), failure.getMessage());
  }
}
