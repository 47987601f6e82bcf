package speedup.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.plot.ChartTheme;
import speedup.plot.timeline.TimedTrace;
import speedup.plot.timeline.TimelineState;
import speedup.plot.timeline.Traces;
import speedup.ui.FxStage;
import speedup.ui.run.Banner;

class TimelineExportTest {
  private final TimelineState state =
      TimelineState.of(List.of(new TimedTrace("one", false, Traces.stages())));

  @TempDir private Path folder;

  @Test
  void writesAPictureOfTwoPixelsForEach() throws IOException {
    var banner = export(Optional.of(folder.resolve("x.png")), true);

    assertEquals(2_400, ImageIO.read(folder.resolve("x.png").toFile()).getWidth());
    assertTrue(banner.isVisible());
  }

  @Test
  void writesADrawing() throws IOException {
    export(Optional.of(folder.resolve("x.svg")), false);

    assertTrue(Files.readString(folder.resolve("x.svg")).startsWith("<svg "));
  }

  @Test
  void saysWhatToDoWhereAFileCannotBeWritten() {
    var banner = export(Optional.of(folder.resolve("none").resolve("x.svg")), false);

    assertTrue(banner.getStyleClass().contains("banner-error"), banner.getStyleClass().toString());
  }

  @Test
  void doesNothingWhereNoFileIsChosen() {
    assertFalse(export(Optional.empty(), true).isVisible());
  }

  private Banner export(Optional<Path> file, boolean png) {
    return FxStage.onFx(() -> {
      var banner = new Banner();
      banner.hide();
      var exporter = new TimelineExport(_ -> file, banner);
      if (png) {
        exporter.png(state, ChartTheme.LIGHT);
      } else {
        exporter.svg(state, ChartTheme.LIGHT);
      }
      return banner;
    });
  }
}
