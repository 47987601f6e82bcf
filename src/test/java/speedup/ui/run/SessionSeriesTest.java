package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;
import speedup.measure.Sample;

class SessionSeriesTest {
  @Test
  void hasNoPointWithoutABaseline() {
    var data = SessionSeries.of(List.of(new Sample(EngineKind.PROCESSES, 2, 1, 1.0)), 4, 8);
    assertTrue(data.groups().isEmpty());
    assertTrue(data.model().isEmpty());
  }

  @Test
  void groupsSpeedupsByWorkerCountInOrder() {
    var data =
        SessionSeries.of(
            List.of(
                new Sample(EngineKind.PROCESSES, 4, 1, 1.0),
                new Sample(EngineKind.SEQUENTIAL, 1, 1, 4.0),
                new Sample(EngineKind.PROCESSES, 2, 1, 2.0),
                new Sample(EngineKind.PROCESSES, 2, 2, 2.5)),
            4,
            8);
    assertEquals(2, data.groups().size());
    assertEquals(2, data.groups().get(0).workers());
    assertEquals(List.of(2.0, 1.6), data.groups().get(0).speedups());
    assertEquals(4.0, data.groups().get(1).median(), 1e-9);
  }

  @Test
  void drawsTheCeilingOfTheFittedSerialShare() {
    var samples = new ArrayList<Sample>();
    samples.add(new Sample(EngineKind.SEQUENTIAL, 1, 1, 5.0));
    for (int workers = 1; workers <= 4; workers++) {
      // a fifth of it is serial
      samples.add(new Sample(EngineKind.PROCESSES, workers, 1, 1 + 4.0 / workers));
    }
    assertEquals(5, SessionSeries.of(samples, 4, 8).ceiling().orElseThrow(), 0.01);
  }
}
