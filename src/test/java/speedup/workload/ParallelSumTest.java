package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelSumTest {
  @TempDir Path folder;

  @Test
  void findsTheLessonsSum() throws Exception {
    var workload = new ParallelSum();
    var lesson = workload.presets().getFirst();
    var prepared = InProcess.prepare(workload, lesson.settings(), folder);
    assertEquals("the numbers from 0 to 999", prepared.description());
    assertEquals(
        Map.of("numbers", 1_000L, "sum", BigInteger.valueOf(332_833_500)),
        InProcess.values(prepared, 100));
  }
}
