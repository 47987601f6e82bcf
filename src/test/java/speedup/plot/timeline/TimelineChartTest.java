package speedup.plot.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import speedup.measure.LaneTimes;
import speedup.measure.RunTrace;
import speedup.plot.ChartTheme;
import speedup.plot.ImageSurface;
import speedup.plot.Ink;
import speedup.plot.SvgSurface;

class TimelineChartTest {
  private static final ChartTheme LIGHT = ChartTheme.LIGHT;
  private static final int WIDTH = 900;
  private static final int HEIGHT = 300;

  @Test
  void aDenseLaneShowsTheSharesOfItsTime() {
    var state = state(Traces.many(2, 200_000));
    var image = image(state);
    var layout = TimelineLayout.of(state, WIDTH, HEIGHT, 1);
    for (int lane = 0; lane < 2; lane++) {
      var row = layout.row(0, lane).orElseThrow();
      var times = new LaneTimes();
      state.runs().getFirst().profile(lane).add(0, state.bounds().to(), times);
      double pixels = row.height() * layout.columns();

      assertEquals(
          times.compute() / (double) times.total(),
          count(image, row, LIGHT.compute()) / pixels,
          0.03);
      assertEquals(
          times.serialise() / (double) times.total(),
          count(image, row, LIGHT.serialise()) / pixels,
          0.03);
    }
  }

  @Test
  void aChunkFarTooShortForItsColumnIsStillSeen() {
    var state = state(Traces.many(2, 2));
    var far = state.withWindow(new TimeWindow(0, 20_000_000));
    var layout = TimelineLayout.of(far, WIDTH, HEIGHT, 1);

    for (int lane = 0; lane < 2; lane++) {
      assertTrue(count(image(far), layout.row(0, lane).orElseThrow(), LIGHT.compute()) > 0);
    }
  }

  @Test
  void singleChunksHaveTheirPartsWhereThereIsRoom() {
    var state = state(Traces.stages()).withWindow(new TimeWindow(0, 30_000_000));
    var image = image(state);
    var layout = TimelineLayout.of(state, WIDTH, HEIGHT, 1);
    var row = layout.row(0, 0).orElseThrow();
    int y = (int) row.top() + 2;

    // of the chunk from 3 to 23 ms the first and the last 0.8 ms are not computing
    assertEquals(LIGHT.background(), at(image, layout.x(1_500_000), y));
    assertEquals(LIGHT.serialise(), at(image, layout.x(3_400_000), y));
    assertEquals(LIGHT.compute(), at(image, layout.x(9_000_000), y));
    assertEquals(LIGHT.serialise(), at(image, layout.x(22_600_000), y));
    assertEquals(LIGHT.background(), at(image, layout.x(23_500_000), y));
  }

  @Test
  void theParentShowsTheMerge() {
    var state = state(Traces.stages());
    var layout = TimelineLayout.of(state, WIDTH, HEIGHT, 1);
    var row = layout.row(0, -1).orElseThrow();

    assertEquals(LIGHT.merge(), at(image(state), layout.x(277_000_000), (int) row.middle()));
  }

  @Test
  void tellsTheVisibleNumbersAsATable() {
    var state = state(Traces.stages());
    var whole = new TimelineChart(state).table();
    var half = new TimelineChart(state.withWindow(new TimeWindow(0, 150_000_000))).table();

    assertEquals(3, whole.size());
    assertEquals("8", whole.get(1).get(2));
    assertEquals("460", whole.get(1).get(3));
    assertEquals("6", half.get(1).get(2));
    assertEquals("300", half.get(1).get(3));
    assertEquals(whole.getFirst().size(), whole.get(2).size());
  }

  @Test
  void tellsInASentenceWhatIsVisible() {
    var spoken = new TimelineChart(state(Traces.death())).spoken();

    assertTrue(spoken.contains("made up: 2 workers, 8 chunks, 1 processes died"), spoken);
  }

  @Test
  void aSelectionAndARulerAreDrawnAndWrittenAsSvgToo() {
    var state =
        state(Traces.stages())
            .withSelection(Optional.of(new Selection(0, 0, 6)))
            .withRuler(Optional.of(new TimeWindow(20_000_000, 60_000_000)));

    assertTrue(count(image(state), LIGHT.accent()) > 200);
    var svg = SvgSurface.of(new TimelineChart(state), LIGHT, WIDTH, HEIGHT);
    assertTrue(svg.contains(">40.0 ms<"), svg);
    assertTrue(svg.contains("aria-label=\"Timeline from"), svg);
  }

  @Test
  void twoRunsStandOnOneScale() {
    var runs =
        List.of(
            new TimedTrace("long", false, Traces.death()),
            new TimedTrace("short", true, Traces.stages()));
    var state = TimelineState.of(runs);
    var layout = TimelineLayout.of(state, WIDTH, HEIGHT, 1);
    var last = layout.row(1, 1).orElseThrow();

    assertEquals(316_000_000, state.bounds().to());
    assertTrue(last.top() > layout.row(0, 1).orElseThrow().top());
    assertTrue(last.top() + last.height() <= layout.bottom());
    assertTrue(count(image(state), last, LIGHT.compute()) > 1_000);
    assertEquals(5, new TimelineChart(state).table().size());
  }

  @Test
  void theOverviewShowsTheBrushOverTheVisiblePart() {
    var state = state(Traces.stages());
    var strip = new OverviewChart(state);
    int before = count(ImageSurface.of(strip, LIGHT, WIDTH, 44, 1), LIGHT.compute());
    strip.show(state.withWindow(new TimeWindow(0, 100_000_000)));
    int after = count(ImageSurface.of(strip, LIGHT, WIDTH, 44, 1), LIGHT.compute());

    assertTrue(before > 10_000, before + " pixels");
    assertTrue(after < before / 2 && after > before / 5, after + " of " + before);
    assertEquals(
        284_000_000, OverviewChart.time(state, WIDTH, 1, WIDTH + 50), "never beyond the run");
  }

  private static TimelineState state(RunTrace trace) {
    return TimelineState.of(List.of(new TimedTrace("made up", false, trace)));
  }

  private static BufferedImage image(TimelineState state) {
    return ImageSurface.of(new TimelineChart(state), LIGHT, WIDTH, HEIGHT, 1);
  }

  private static Ink at(BufferedImage image, double x, int y) {
    return new Ink(image.getRGB((int) Math.round(x), y) & 0xffffff, 1);
  }

  private static int count(BufferedImage image, TimelineLayout.Row row, Ink ink) {
    int count = 0;
    for (int y = (int) row.top(); y < row.top() + row.height(); y++) {
      for (int x = 0; x < WIDTH; x++) {
        count += (image.getRGB(x, y) & 0xffffff) == ink.rgb() ? 1 : 0;
      }
    }
    return count;
  }

  private static int count(BufferedImage image, Ink ink) {
    return count(
        image, new TimelineLayout.Row(TimelineLayout.Kind.TITLE, 0, -1, 0, image.getHeight()), ink);
  }
}
