package speedup.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import speedup.history.KeptRun;
import speedup.history.KeptRuns;
import speedup.history.RunFiles;

class HtmlReportTest {
  private static final String HOSTILE =
      "</title><script>alert('x')</script> <img src=x onerror=alert(1)> \" onload=\"x & \u0001 ]]>";

  /** Strict: a page that is well-formed XML has no tag that somebody's text could have opened. */
  private static Document parsed(String page) throws IOException, SAXException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(page)));
    } catch (ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Element> elements(Document page) {
    var all = new ArrayList<Element>();
    var nodes = page.getElementsByTagName("*");
    for (var i = 0; i < nodes.getLength(); i++) {
      all.add((Element) nodes.item(i));
    }
    return all;
  }

  private static void assertStandsAlone(String page) throws IOException, SAXException {
    for (var element : elements(parsed(page))) {
      assertFalse(
          Set.of("script", "link", "img", "iframe", "object", "embed", "base", "a", "use", "image")
              .contains(element.getLocalName()),
          element.getLocalName());
      for (var i = 0; i < element.getAttributes().getLength(); i++) {
        var name = element.getAttributes().item(i).getNodeName();
        assertFalse(name.startsWith("on") || name.endsWith("href") || name.equals("src"), name);
      }
    }
    assertFalse(Pattern.compile("url\\(|@import").matcher(page).find());
  }

  @Test
  void standsAloneAndTellsWhatWasMeasured() throws IOException, SAXException {
    var run = KeptRuns.run().withNote("for the lesson");
    var page = HtmlReport.of(run);

    assertStandsAlone(page);
    var text = parsed(page).getDocumentElement().getTextContent();
    for (var told :
        List.of(
            "primes-file",
            "1.91×",
            "for the lesson",
            "1,000 numbers",
            "168 primes",
            "2 lines were skipped",
            "Fast One 9000",
            "seed",
            "3.2000",
            "Handing over an empty task took 42",
            run.id(),
            RunFiles.checksum(run))) {
      assertTrue(text.contains(told), told);
    }
    // each chart wide and narrow, light and dark
    assertEquals(16, Pattern.compile("<svg ").matcher(page).results().count());
    for (var part :
        List.of(
            "Times",
            "Speedup by workers",
            "From the ideal speedup to the measured one",
            "Where the time of the workers went")) {
      assertTrue(text.contains(part), part);
    }
  }

  @Test
  void textsOfOthersStayTexts() throws IOException, SAXException {
    var run = hostile(KeptRuns.run());
    var page = HtmlReport.of(run);

    assertStandsAlone(page);
    var text = parsed(page).getDocumentElement().getTextContent();
    var shown = HOSTILE.replace('\u0001', '\ufffd');
    for (var line :
        List.of(shown, "input " + shown, "remark " + shown, "cpu " + shown, "value " + shown)) {
      assertTrue(text.contains(line), line);
    }
  }

  private static KeptRun hostile(KeptRun run) {
    return new KeptRun(
        run.id(),
        run.when(),
        HOSTILE,
        run.request(),
        run.study(),
        Map.of("name " + HOSTILE, "value " + HOSTILE),
        new speedup.measure.Environment(
            "os " + HOSTILE, "cpu " + HOSTILE, 8, 4, -1, "jvm " + HOSTILE),
        "input " + HOSTILE,
        List.of("remark " + HOSTILE),
        run.items(),
        run.chunkItems(),
        run.runs(),
        "result " + HOSTILE,
        run.result(),
        run.dispatchMicros(),
        run.workers(),
        run.traces());
  }

  @Test
  void aStudyAndWhatLacksItsBaselineHavePagesToo() throws IOException, SAXException {
    var study = HtmlReport.of(KeptRuns.study());
    assertStandsAlone(study);
    assertTrue(study.contains("measured in a random order (seed -7)"));

    var whole = KeptRuns.run();
    var without =
        new KeptRun(
            whole.id(),
            whole.when(),
            "",
            whole.request(),
            whole.study(),
            whole.settings(),
            whole.environment(),
            whole.input(),
            List.of(),
            whole.items(),
            whole.chunkItems(),
            whole.runs().subList(1, 2),
            "",
            Map.of(),
            java.util.OptionalDouble.empty(),
            List.of(),
            Map.of());
    var page = HtmlReport.of(without);
    assertStandsAlone(page);
    assertTrue(page.contains("There is no speedup here: there is no run of the sequential"), page);
    assertTrue(page.contains("1.7500"));
  }

  /** To be looked at in a browser. */
  @Test
  void leavesPagesToLookAt() throws IOException {
    var folder = Files.createDirectories(Path.of("target", "screens"));
    for (var run : List.of(KeptRuns.run().withNote("for the lesson"), KeptRuns.study())) {
      var file = folder.resolve("report-" + run.kind().name().toLowerCase() + ".html");
      Files.writeString(file, HtmlReport.of(run));
      assertTrue(Files.size(file) > 10_000);
    }
  }
}
