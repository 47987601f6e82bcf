package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinyTasksTest {
  private final TinyTasks workload = new TinyTasks();

  @TempDir Path folder;

  @Test
  void sumTheSquares() throws Exception {
    var prepared = InProcess.prepare(workload, Map.of("items", "1000"), folder);
    assertEquals(Map.of("items", 1_000, "sum", 332_833_500L), InProcess.values(prepared, 1));
  }

  @Test
  void doNotOverflowAtTheLargestSize() throws Exception {
    var items = 3_000_000L;
    var prepared = InProcess.prepare(workload, Map.of("items", "" + items), folder);
    var expected = SquareSum.of(new Range(0, items)).value().longValueExact();
    assertEquals(expected, InProcess.values(prepared, 1_000).get("sum"));
  }

  @Test
  void travelAsTwoInts() throws Exception {
    var plan = workload.prepare(Settings.of(workload.parameters(), Map.of()), InProcess.in(folder));
    var stage = plan.stages().getFirst();
    assertEquals(1_000_000, stage.items());
    assertArrayEquals(new int[] {7, 8}, stage.slice(7, 8));
  }
}
