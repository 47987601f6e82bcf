package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumOfSquaresTest {
  private final SumOfSquares workload = new SumOfSquares();

  @TempDir Path folder;

  @Test
  void findsTheLessonsSumInEveryTask() throws Exception {
    for (var tasks : List.of(4L, 8L)) {
      var settings = Map.of("tasks", tasks.toString(), "size", "10000000");
      var values = InProcess.values(InProcess.prepare(workload, settings, folder), 1);
      assertEquals(
          Map.of(
              "tasks",
              tasks,
              "size",
              10_000_000L,
              "sum",
              new BigInteger("333333283333335000000"),
              "equal",
              true),
          values);
    }
  }

  @Test
  void noticesATaskThatFoundAnotherSum() throws Exception {
    var plan =
        workload.prepare(
            Settings.of(workload.parameters(), Map.of("size", "10")), InProcess.in(folder));
    var right = new SumOfSquares.TaskSums(1, new SquareSum(0, 285), true);
    var wrong = new SumOfSquares.TaskSums(1, new SquareSum(0, 284), true);
    var merged = plan.merge(List.of(right, right, wrong));
    assertEquals("the task found 285", plan.inWords(right));
    assertEquals(
        "each of 3 tasks found 285", plan.inWords(plan.merge(List.of(right, right, right))));
    assertFalse(merged.equal());
    assertFalse(plan.same(plan.merge(List.of(right, right, right)), merged));
    assertEquals("the tasks found different sums", plan.inWords(merged));
  }

  @Test
  void refusesWorkForHours() {
    var settings = Map.of("tasks", "100000", "size", "1000000000");
    var failure =
        assertThrows(InputException.class, () -> InProcess.prepare(workload, settings, folder));
    assertEquals("size", failure.parameter().orElseThrow());
    assertTrue(failure.getMessage().contains("lower one"), failure.getMessage());
  }

  @Test
  void refusesNoTasks() {
    var failure =
        assertThrows(
            InputException.class, () -> InProcess.prepare(workload, Map.of("tasks", "0"), folder));
    assertEquals("tasks: 0 is outside 1 to 100,000", failure.getMessage());
  }
}
