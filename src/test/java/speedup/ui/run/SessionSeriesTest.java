package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;
import speedup.measure.TimedRuns;

class SessionSeriesTest {
  private static List<TimedRun> runs(Sample... samples) {
    return Stream.of(samples).map(TimedRuns::of).toList();
  }

  @Test
  void hasNoPointWithoutABaseline() {
    var chart = SessionSeries.chart(runs(new Sample(EngineKind.PROCESSES, 2, 1, 1.0)), 4, 8);
    assertEquals("No speedup has been measured yet.", chart.spoken());
  }

  @Test
  void groupsSpeedupsByWorkerCountInOrder() {
    var table =
        SessionSeries.chart(
                runs(
                    new Sample(EngineKind.PROCESSES, 4, 1, 1.0),
                    new Sample(EngineKind.SEQUENTIAL, 1, 1, 4.0),
                    new Sample(EngineKind.PROCESSES, 2, 1, 2.0),
                    new Sample(EngineKind.PROCESSES, 2, 2, 2.5)),
                4,
                8)
            .table();
    assertEquals(List.of("1", "2", "4"), table.stream().skip(1).map(List::getFirst).toList());
    assertEquals("4.000", table.getLast().get(2));
  }

  @Test
  void drawsTheCeilingOfTheFittedSerialShare() {
    var samples = new ArrayList<Sample>();
    samples.add(new Sample(EngineKind.SEQUENTIAL, 1, 1, 5.0));
    for (int workers = 1; workers <= 4; workers++) {
      // a fifth of it is serial
      samples.add(new Sample(EngineKind.PROCESSES, workers, 1, 1 + 4.0 / workers));
    }
    var chart = SessionSeries.chart(runs(samples.toArray(Sample[]::new)), 4, 8);
    assertTrue(chart.spoken().contains("The fit cannot pass 5.0 times."), chart.spoken());
  }

  @Test
  void showsSeveralEnginesBesideEachOther() {
    var chart =
        SessionSeries.chart(
            runs(
                new Sample(EngineKind.SEQUENTIAL, 1, 1, 4.0),
                new Sample(EngineKind.THREADS, 2, 1, 2.5),
                new Sample(EngineKind.PROCESSES, 2, 1, 2.0)),
            4,
            8);
    assertTrue(chart.spoken().contains("2.00 times with 2 processes"), chart.spoken());
    assertTrue(chart.spoken().contains("1.60 times with 2 threads"), chart.spoken());
  }
}
