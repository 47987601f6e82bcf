package speedup.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import speedup.history.KeptRuns;

class ExportTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void writesEveryFormatByTheEndingOfTheFile(Export.Format format) throws IOException {
    var file = folder.resolve("A RUN." + format.name());

    assertEquals(Optional.of(format), Export.Format.of(file));
    Export.write(KeptRuns.run(), format, Optional.empty(), file);

    assertTrue(Files.size(file) > 100);
  }

  @ParameterizedTest
  @EnumSource
  void drawsEveryChartTwiceAsFineAsPixels(ReportChart chart) throws IOException {
    var run =
        switch (chart) {
          case TIMES, SPEEDUP, LOSSES, PARTS -> KeptRuns.run();
          case EFFICIENCY, KARP_FLATT, OVERHEAD -> KeptRuns.study();
          case SERIALISE, WAITING, IDLE_TAIL -> KeptRuns.chunkStudy();
        };
    var picture = folder.resolve("chart.png");
    Export.write(run, Export.Format.PNG, Optional.of(chart), picture);
    var image = ImageIO.read(picture.toFile());
    assertEquals(1920, image.getWidth());
    var inks = image.getRGB(0, 0, 1920, image.getHeight(), null, 0, 1920);
    assertTrue(java.util.Arrays.stream(inks).distinct().count() > 10);

    var drawing = folder.resolve("chart.svg");
    Export.write(run, Export.Format.SVG, Optional.of(chart), drawing);
    assertTrue(Files.readString(drawing).startsWith("<svg xmlns="));
  }

  @Test
  void saysWhichChartsOnlyStudiesHave() {
    var none =
        assertThrows(
            IOException.class,
            () ->
                Export.write(
                    KeptRuns.run(),
                    Export.Format.SVG,
                    Optional.of(ReportChart.EFFICIENCY),
                    folder.resolve("none.svg")));
    assertTrue(none.getMessage().startsWith("only a study of worker counts or"));
    assertTrue(Files.notExists(folder.resolve("none.svg")));
  }

  @Test
  void saysWhatCannotBeDrawn() throws IOException {
    var file = Files.writeString(folder.resolve("there.svg"), "before");
    var run = KeptRuns.run().withTraces(Map.of());
    var nothing =
        assertThrows(
            IOException.class,
            () -> Export.write(run, Export.Format.TRACE, Optional.empty(), file));
    assertTrue(nothing.getMessage().contains("has no trace"), nothing.getMessage());
    assertEquals("before", Files.readString(file));
    var nowhere = folder.resolve("none").resolve("a.html");
    var gone =
        assertThrows(
            IOException.class,
            () -> Export.write(run, Export.Format.HTML, Optional.empty(), nowhere));
    assertTrue(gone.getMessage().contains("make it first"), gone.getMessage());
  }
}
