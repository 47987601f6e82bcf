package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialShareTest {
  private final SerialShare workload = new SerialShare();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 20, 33, 50, 99})
  void putsTheShareIntoOneItemAndTheRestIntoMany(int percent) throws Exception {
    var stages = prepare(percent, 20_001).stages();
    assertEquals(2, stages.size());
    assertEquals(1, stages.getFirst().items());
    var serial = stages.getFirst().slice(0, 1).length();
    var rest = stages.getLast().items();
    assertEquals(20_001, serial + rest);
    assertEquals(percent / 100.0, serial / 20_001.0, 0.001);
    assertTrue(rest >= 200, () -> rest + " items are few");
  }

  @Test
  void hasNoSerialPartAtZero() throws Exception {
    var stages = prepare(0, 20_000).stages();
    assertEquals(1, stages.size());
    assertEquals(20_000, stages.getFirst().items());
  }

  @Test
  void hasNothingToShareOutAtAHundred() throws Exception {
    var stages = prepare(100, 20_000).stages();
    assertEquals(1, stages.size());
    assertEquals(1, stages.getFirst().items());
  }

  @Test
  void doesTheSameWorkWhateverTheShare() throws Exception {
    var expected = InProcess.run(prepare(0, 20_000), 20_000);
    assertEquals(expected, InProcess.run(prepare(20, 20_000), 77));
    assertEquals(expected, InProcess.run(prepare(100, 20_000), 1));
  }

  @Test
  void reportsTheShareThatItUsed() throws Exception {
    var values = InProcess.values(prepare(20, 20_000), 1_000);
    assertEquals(20_000L, values.get("units"));
    assertEquals(4_000L, values.get("serialUnits"));
    assertEquals(0.2, values.get("serialShare"));
    assertTrue(values.get("checksum").toString().matches("[0-9a-f]{16}"));
  }

  private Prepared<Range, Long, SerialShare.Work> prepare(int percent, int units) throws Exception {
    var settings = Map.of("serial", "" + percent, "units", "" + units);
    return workload.prepare(Settings.of(workload.parameters(), settings), InProcess.in(folder));
  }
}
