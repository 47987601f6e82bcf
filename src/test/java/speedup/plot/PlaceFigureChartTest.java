package speedup.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.TimedRun;
import speedup.plot.PlaceFigureChart.Kind;
import speedup.scaling.ChunkStudy;
import speedup.scaling.SizeStudy;
import speedup.scaling.WeakStudy;

/** The small charts of weak, chunk and size studies, from runs whose figures are known. */
class PlaceFigureChartTest {
  private static final Path FOLDER = Path.of("target", "screens", "charts");

  private static PlaceFigureChart find(List<PlaceFigureChart> all, Kind kind) {
    return all.stream().filter(chart -> chart.kind() == kind).findFirst().orElseThrow();
  }

  private static void pictures(List<PlaceFigureChart> all, String name) throws IOException {
    Files.createDirectories(FOLDER);
    for (var chart : all) {
      var image = ImageSurface.of(chart, ChartTheme.LIGHT, 270, 165, 1);
      var file = name + "-" + chart.kind().name().toLowerCase() + ".png";
      ImageIO.write(image, "png", FOLDER.resolve(file).toFile());
      for (int y = 0; y < 165; y++) {
        assertEquals(0xffffff, image.getRGB(269, y) & 0xffffff, file);
      }
    }
  }

  /** A run whose workers each waited, wrote and were done early for these seconds. */
  private static TimedRun run(
      int workers, int repeat, double seconds, long chunk, int size, double[] lost) {
    double other = lost[0] + lost[1] + lost[2];
    return new TimedRun(
        new Sample(EngineKind.PROCESSES, workers, repeat, seconds),
        chunk,
        size,
        new Breakdown(
            0,
            0,
            workers * lost[0],
            workers * lost[1],
            workers * (seconds - other),
            workers * lost[2],
            0),
        OptionalDouble.empty());
  }

  private static List<TimedRun> weakRuns() {
    var runs = new ArrayList<TimedRun>();
    for (int repeat = 1; repeat <= 7; repeat++) {
      double noise = 0.001 * (repeat - 4);
      runs.add(KnownStudies.run(EngineKind.SEQUENTIAL, 1, repeat, 1 + noise, 10, 1));
      for (int p : new int[] {2, 4, 8}) {
        double seconds = p / (p - 0.1 * (p - 1)) + noise;
        runs.add(run(p, repeat, seconds, 10, p, new double[] {seconds - 1 - noise, 0, 0}));
      }
    }
    return runs;
  }

  @Test
  void aWeakStudyHasEfficiencyTimeSerialShareAndOverhead() throws IOException {
    var study = WeakStudy.of(weakRuns(), EngineKind.PROCESSES, 4);
    var all = PlaceFigureChart.of(study, 8);
    pictures(all, "weak");

    assertEquals(
        List.of(
            List.of("Workers", "scaled serial share"),
            List.of("2", "0.100"),
            List.of("4", "0.100"),
            List.of("8", "0.100")),
        find(all, Kind.SERIAL_SHARE).table());
    assertEquals(List.of("4", "93 %"), find(all, Kind.EFFICIENCY).table().get(3));
    assertEquals(List.of("8", "1.10 s"), find(all, Kind.TIME).table().getLast());
    // with 4, 0.075 of 1.08 seconds are no computing
    assertEquals(List.of("4", "7.5 %"), find(all, Kind.OVERHEAD).table().get(2));
    assertTrue(find(all, Kind.TIME).spoken().contains("1.10 s with 8 workers"));
  }

  @Test
  void aWeakStudyWithoutABaselineSaysSo() {
    var runs = weakRuns();
    runs.removeIf(run -> run.sample().engine() == EngineKind.SEQUENTIAL);
    var all = PlaceFigureChart.of(WeakStudy.of(runs, EngineKind.PROCESSES, 4), 4);

    assertTrue(find(all, Kind.EFFICIENCY).spoken().contains("no sequential run"));
    assertEquals(4, find(all, Kind.TIME).table().size());
  }

  @Test
  void chunkSizesHaveWhatSmallOnesCostAndWhatLargeOnesCost() throws IOException {
    var runs = new ArrayList<TimedRun>();
    for (int repeat = 1; repeat <= 5; repeat++) {
      for (int chunk = 1; chunk <= 1000; chunk *= 10) {
        var lost = new double[] {0.1 / chunk, 0.4 / chunk, chunk / 4000.0};
        runs.add(run(4, repeat, 1 + 0.001 * repeat, chunk, 1, lost));
      }
    }
    var all = PlaceFigureChart.of(ChunkStudy.of(runs, EngineKind.PROCESSES, 4, 4000));
    pictures(all, "chunks");

    assertEquals(List.of("1", "40 %"), find(all, Kind.SERIALISE).table().get(1));
    assertEquals(List.of("1", "10 %"), find(all, Kind.WAITING).table().get(1));
    assertEquals(List.of("1,000", "25 %"), find(all, Kind.IDLE_TAIL).table().getLast());
    assertEquals(List.of("1", "50 %"), find(all, Kind.NOT_COMPUTING).table().get(1));
    assertTrue(find(all, Kind.IDLE_TAIL).spoken().contains("25 % with 1,000 items in a chunk"));
  }

  @Test
  void sizesHaveBothTimesAndWhatAUnitCosts() throws IOException {
    var runs = new ArrayList<TimedRun>();
    for (int repeat = 1; repeat <= 5; repeat++) {
      for (int size = 1; size <= 8; size *= 2) {
        double noise = 0.0001 * (repeat - 3);
        runs.add(KnownStudies.run(EngineKind.SEQUENTIAL, 1, repeat, 0.1 * size + noise, 10, size));
        double seconds = 0.15 + 0.05 * size + noise;
        runs.add(run(2, repeat, seconds, 10, size, new double[] {0.15, 0, 0}));
      }
    }
    var all = PlaceFigureChart.of(SizeStudy.of(runs, EngineKind.PROCESSES, 2));
    pictures(all, "sizes");

    assertEquals(9, find(all, Kind.TIME).table().size(), "a header, and two times for each size");
    assertEquals(List.of("2, sequential", "0.20 s"), find(all, Kind.TIME).table().get(3));
    assertEquals(List.of("1", "0.20 s"), first(find(all, Kind.UNIT_TIME)));
    assertEquals(List.of("8", "73 %"), find(all, Kind.EFFICIENCY).table().getLast());
    assertEquals(List.of("1", "75 %"), find(all, Kind.NOT_COMPUTING).table().get(1));
  }

  private static List<String> first(PlaceFigureChart chart) {
    return chart.table().get(1);
  }

  @Test
  void nothingAndASinglePointAreDrawnToo() throws IOException {
    var none = PlaceFigureChart.of(ChunkStudy.of(List.of(), EngineKind.PROCESSES, 4, 10));
    pictures(none, "chunks-none");
    assertTrue(none.getFirst().spoken().contains("is not known yet"));
    var one = run(2, 1, 0.5, 10, 4, new double[] {0, 0, 0});
    pictures(PlaceFigureChart.of(SizeStudy.of(List.of(one), EngineKind.PROCESSES, 2)), "sizes-one");
    var chunk = PlaceFigureChart.of(ChunkStudy.of(List.of(one), EngineKind.PROCESSES, 2, 10));
    assertEquals(List.of("10", "0.0 %"), chunk.getFirst().table().getLast());
  }
}
