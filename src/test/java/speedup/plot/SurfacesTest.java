package speedup.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import speedup.scaling.TimeModel;

/** The same chart as an SVG image and as a picture in memory. */
class SurfacesTest {
  private static final Path FOLDER = Path.of("target", "screens", "charts");

  private static ScalingChart chart() {
    var runs = KnownStudies.runs(new TimeModel(0.89, 0.11, 0), 0.02, 5, 1, 2);
    return ScalingChart.of(KnownStudies.study(runs, 2, 4));
  }

  @Test
  void writesAnSvgImageThatStandsAlone() throws Exception {
    var svg = SvgSurface.of(chart(), ChartTheme.LIGHT, 640, 360);
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("speedup.svg"), svg);

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    var root = document.getDocumentElement();
    assertEquals("svg", root.getTagName());
    assertEquals(chart().spoken(), root.getAttribute("aria-label"));
    assertTrue(document.getElementsByTagName("text").getLength() > 8);
    assertTrue(document.getElementsByTagName("ellipse").getLength() >= 4);
    assertTrue(svg.contains(ChartTheme.LIGHT.compute().hex()));
    assertEquals(0, document.getElementsByTagName("image").getLength());
    assertEquals(0, document.getElementsByTagName("script").getLength());
  }

  @Test
  void escapesWhatANameMayHold() throws Exception {
    record Named(String spoken) implements Chart {
      @Override
      public void draw(Pen pen, double width, double height) {
        pen.text(pen.body, spoken, 0, 0, Align.LEFT, pen.theme.foreground());
      }

      @Override
      public List<List<String>> table() {
        return List.of();
      }
    }
    var name = "<a href=\"x\">&</a>";
    var svg = SvgSurface.of(new Named(name), ChartTheme.DARK, 100, 50);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertEquals(name, document.getElementsByTagName("text").item(0).getTextContent());
    assertEquals(name, document.getDocumentElement().getAttribute("aria-label"));
  }

  @Test
  void drawsAPictureAsFineAsAsked() throws IOException {
    for (var theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
      var image = ImageSurface.of(chart(), theme, 640, 360, 2);
      ImageIO.write(
          image,
          "png",
          FOLDER
              .resolve(
                  "speedup-2x-%s.png".formatted(theme.equals(ChartTheme.LIGHT) ? "light" : "dark"))
              .toFile());
      assertEquals(1280, image.getWidth());
      assertEquals(720, image.getHeight());
      assertEquals(theme.background().rgb(), image.getRGB(2, 700) & 0xffffff);
      var compute = 0;
      for (var y = 0; y < 720; y++) {
        for (var x = 0; x < 1280; x++) {
          compute += (image.getRGB(x, y) & 0xffffff) == theme.compute().rgb() ? 1 : 0;
        }
      }
      assertTrue(compute > 500, compute + " pixels of the medians and the fit");
    }
  }
}
