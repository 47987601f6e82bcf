package speedup.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;
import speedup.scaling.ChunkStudy;
import speedup.scaling.ScalingStudy;
import speedup.scaling.SizeStudy;
import speedup.scaling.TimeModel;
import speedup.scaling.Waterfall;
import speedup.scaling.WeakStudy;
import speedup.scaling.WhatIf;

/** The charts of studies, drawn from runs around laws that are known, as pictures to look at. */
class StudyChartsTest {
  private static final Path FOLDER = Path.of("target", "screens", "charts");
  private static final TimeModel FIVE_PERCENT = new TimeModel(2.85, 0.15, 0);

  /** Draws it in both themes; nothing may touch the edges. */
  private static BufferedImage picture(Chart chart, int width, int height, String name)
      throws IOException {
    Files.createDirectories(FOLDER);
    BufferedImage light = null;
    for (var theme : List.of(ChartTheme.DARK, ChartTheme.LIGHT)) {
      light = ImageSurface.of(chart, theme, width, height, 1);
      var file = name + (theme.equals(ChartTheme.LIGHT) ? "-light.png" : "-dark.png");
      ImageIO.write(light, "png", FOLDER.resolve(file).toFile());
      for (int y = 0; y < height; y++) {
        assertEquals(theme.background().rgb(), light.getRGB(width - 1, y) & 0xffffff, name);
        assertEquals(theme.background().rgb(), light.getRGB(0, y) & 0xffffff, name);
      }
    }
    assertFalse(chart.spoken().isBlank());
    var columns = chart.table().getFirst().size();
    assertTrue(chart.table().stream().allMatch(row -> row.size() == columns), name);
    return light;
  }

  private static int count(BufferedImage image, Ink ink) {
    int found = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        found += (image.getRGB(x, y) & 0xffffff) == ink.rgb() ? 1 : 0;
      }
    }
    return found;
  }

  private static ScalingStudy eight() {
    var runs = KnownStudies.runs(FIVE_PERCENT, 0.03, 7, 1, 2, 3, 4, 6, 8, 12);
    var marked = new ArrayList<>(runs);
    marked.set(9, KnownStudies.noisy(runs.get(9)));
    return KnownStudies.study(marked, 8, 16);
  }

  @Test
  void showsAKnownSerialShareOnEightCores() throws IOException {
    var chart = ScalingChart.of(eight()).choosing(4);
    var image = picture(chart, 800, 400, "scaling-8");

    assertTrue(count(image, ChartTheme.LIGHT.compute()) > 400, "medians and fit");
    assertTrue(chart.spoken().contains("The fit cannot pass"), chart.spoken());
    assertEquals(8, chart.table().size());
    for (var figure : StudyFigureChart.Figure.values()) {
      var small = new StudyFigureChart(eight(), figure);
      picture(small, 360, 170, "figure-8-" + figure.name().toLowerCase());
      assertTrue(small.table().size() > 5, figure.name());
    }
  }

  @Test
  void showsThePeakOfSixtyFourWorkers() throws IOException {
    var truth = new TimeModel(30, 0.2, 0.012);
    var runs = KnownStudies.runs(truth, 0.02, 7, 1, 2, 4, 8, 16, 24, 32, 48, 64, 96);
    var study = KnownStudies.study(runs, 64, 128);
    var chart = ScalingChart.of(study);
    var image = picture(chart, 800, 400, "scaling-64");
    assertTrue(count(image, ChartTheme.LIGHT.merge()) > 20, "the ceiling");

    assertEquals(
        50,
        study.universal().value().orElseThrow().peak().value().orElseThrow().workers().value(),
        6);
    assertTrue(chart.spoken().contains("The universal law peaks"), chart.spoken());
  }

  @Test
  void showsWhatTwoWorkersTell() throws IOException {
    var study = KnownStudies.study(KnownStudies.runs(FIVE_PERCENT, 0.02, 7, 1, 2), 2, 2);
    var chart = ScalingChart.of(study);
    picture(chart, 800, 320, "scaling-two-workers");
    picture(chart, 300, 120, "scaling-small");

    assertTrue(study.universal().missing().isPresent());
    assertEquals("2", chart.table().get(2).getFirst());
  }

  @Test
  void showsOnePointAndSaysWhatIsMissing() throws IOException {
    var study = KnownStudies.study(KnownStudies.runs(FIVE_PERCENT, 0.02, 7, 4), 4, 4);
    var image = picture(ScalingChart.of(study), 800, 320, "scaling-one-point");
    assertEquals(0, count(image, ChartTheme.LIGHT.compute()));

    var figure = new StudyFigureChart(study, StudyFigureChart.Figure.EFFICIENCY);
    picture(figure, 360, 170, "figure-one-point");
    assertTrue(figure.spoken().contains("no sequential run"), figure.spoken());
  }

  @Test
  void showsNoBandWhereAllTimesAreEqual() throws IOException {
    var study = KnownStudies.study(KnownStudies.runs(FIVE_PERCENT, 0, 7, 1, 2, 4), 4, 4);
    picture(ScalingChart.of(study), 800, 320, "scaling-all-equal");

    assertTrue(study.amdahl().value().orElseThrow().band(8).missing().isPresent());
  }

  @Test
  void showsWhatIsSlowerThanSequential() throws IOException {
    var study =
        KnownStudies.study(
            KnownStudies.runs(new TimeModel(1, 0.5, 0.9), 0.03, 7, 1, 2, 3, 4), 4, 8);
    picture(ScalingChart.of(study), 800, 320, "scaling-slower");

    assertTrue(study.best().orElseThrow().speedup().value().orElseThrow().value() < 1);
  }

  @Test
  void showsNothingBeforeTheFirstRun() throws IOException {
    var chart = ScalingChart.of(KnownStudies.study(List.of(), 2, 4));
    picture(chart, 800, 300, "scaling-empty");

    assertEquals("No speedup has been measured yet.", chart.spoken());
  }

  @Test
  void drawsTheGhostOfAWhatIfAndItsCheck() throws IOException {
    var study = eight();
    var law = study.amdahl().value().orElseThrow();
    var ghost = WhatIf.of(law).withSerialShare(0.2);
    var check =
        KnownStudies.study(
            KnownStudies.runs(new TimeModel(2.4, 0.6, 0), 0.02, 5, 1, 2, 4, 8), 8, 16);
    var chart = ScalingChart.of(study).withGhost(Optional.of(ghost)).withCheck(Optional.of(check));
    var image = picture(chart, 800, 400, "scaling-what-if");

    assertTrue(count(image, ChartTheme.LIGHT.start()) > 100);
    var without = ImageSurface.of(ScalingChart.of(study), ChartTheme.LIGHT, 800, 400, 1);
    assertEquals(0, count(without, ChartTheme.LIGHT.start()));
  }

  @Test
  void findsThePointThatWasClicked() {
    var chart = ScalingChart.of(eight());
    var found = new ArrayList<Long>();
    var pointer =
        new Chart() {
          @Override
          public void draw(Pen pen, double width, double height) {
            var area =
                XyPlot.area(
                    pen,
                    Axis.workers(XyPlot.lastWorkers(12, 16)),
                    Axis.numbers("", 0, 10),
                    width,
                    height);
            assertEquals(OptionalLong.empty(), chart.pick(pen, width, height, area.right(), 399));
            for (double y = area.top(); y < area.bottom(); y++) {
              chart.pick(pen, width, height, area.x(4), y).ifPresent(found::add);
            }
          }

          @Override
          public String spoken() {
            return "";
          }

          @Override
          public List<List<String>> table() {
            return List.of();
          }
        };
    ImageSurface.of(pointer, ChartTheme.LIGHT, 800, 400, 1);

    assertTrue(found.contains(4L), found.toString());
  }

  @Test
  void showsTheLossesOneByOne() throws IOException {
    var study = eight();
    var waterfall = Waterfall.of(study, study.point(8).orElseThrow()).value().orElseThrow();
    var chart = new WaterfallChart(waterfall);
    picture(chart, 640, 220, "waterfall-8");
    picture(chart, 400, 160, "waterfall-8-narrow");

    assertTrue(chart.spoken().startsWith("From the ideal 8 to the measured speedup of"));
    assertEquals(1 + waterfall.steps().size(), chart.table().size());
  }

  @Test
  void showsScaledSpeedupsOfAWeakStudy() throws IOException {
    var runs = new ArrayList<TimedRun>();
    for (int repeat = 1; repeat <= 7; repeat++) {
      double noise = 1 + 0.01 * (repeat % 4);
      runs.add(KnownStudies.run(EngineKind.SEQUENTIAL, 1, repeat, noise, 10, 1));
      for (int p : new int[] {2, 4, 8}) {
        double seconds = p / (p - 0.1 * (p - 1)) * noise;
        runs.add(KnownStudies.run(EngineKind.PROCESSES, p, repeat, seconds, 10, p));
      }
    }
    var study = WeakStudy.of(runs, EngineKind.PROCESSES, 4);
    var chart = new WeakChart(study, 8, OptionalInt.of(4));
    picture(chart, 800, 360, "weak");

    assertEquals(0.1, study.fit().value().orElseThrow().serialShare().value(), 0.02);
    assertTrue(chart.spoken().contains("with 8"), chart.spoken());
  }

  @Test
  void showsTheBestChunk() throws IOException {
    var runs = new ArrayList<TimedRun>();
    for (int repeat = 1; repeat <= 5; repeat++) {
      double noise = 1 + 0.01 * (repeat % 4);
      runs.add(KnownStudies.run(EngineKind.SEQUENTIAL, 1, repeat, 3 * noise, 1, 1));
      for (long chunk : new long[] {1, 10, 100, 1_000, 10_000}) {
        double seconds = 0.8 + 100_000.0 / chunk / 4 * 2e-5 + chunk * 0.75 * 8e-5;
        runs.add(KnownStudies.run(EngineKind.PROCESSES, 4, repeat, seconds * noise, chunk, 1));
      }
    }
    var study = ChunkStudy.of(runs, EngineKind.PROCESSES, 4, 100_000);
    var chart = new ChunkChart(study, OptionalLong.of(100));
    picture(chart, 800, 360, "chunks");

    assertEquals(6, chart.table().size());
    assertEquals("100", chart.table().get(3).getFirst());
    var one = ChunkStudy.of(runs.subList(0, 2), EngineKind.PROCESSES, 4, 100_000);
    picture(new ChunkChart(one, OptionalLong.empty()), 800, 300, "chunks-one");
  }

  @Test
  void showsFromWhichSizeParallelWins() throws IOException {
    var runs = new ArrayList<TimedRun>();
    for (int repeat = 1; repeat <= 5; repeat++) {
      double noise = 1 + 0.01 * (repeat % 4);
      for (int size : new int[] {1, 2, 4, 8, 16}) {
        runs.add(KnownStudies.run(EngineKind.SEQUENTIAL, 1, repeat, 0.02 * size * noise, 10, size));
        runs.add(
            KnownStudies.run(
                EngineKind.PROCESSES, 4, repeat, (0.05 + 0.006 * size) * noise, 10, size));
      }
    }
    var study = SizeStudy.of(runs, EngineKind.PROCESSES, 4);
    var chart = new SizeChart(study, OptionalInt.empty());
    picture(chart, 800, 360, "sizes");

    assertEquals(4, study.winsFrom().value().orElseThrow());
    assertEquals(6, chart.table().size());
  }
}
