package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;

class RunJsonTest {
  private static JsonNode json(Function<RunRequest, RunReport> report)
      throws JsonProcessingException {
    var rig =
        new CliRig(request -> CompletableFuture.completedFuture(report.apply(request)))
            .run("run", "numbers-file", "--workers", "2", "--chunk", "auto", "--json");
    assertEquals("", rig.err());
    return new ObjectMapper()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readTree(rig.out());
  }

  @Test
  void hasTheSameMembersInEveryReport() throws JsonProcessingException {
    var members =
        List.of(
            "format",
            "version",
            "kind",
            "id",
            "when",
            "note",
            "request",
            "study",
            "environment",
            "settings",
            "input",
            "notes",
            "items",
            "chunkItems",
            "samples",
            "resultInWords",
            "result",
            "workers",
            "dispatchMicros",
            "speedup",
            "speedupInterval",
            "efficiency",
            "karpFlatt",
            "serialFraction",
            "serialFractionReason",
            "ceiling",
            "breakdown",
            "verdict",
            "comparison",
            "engines");

    assertEquals(members, names(json(Reports::comparison)));
    assertEquals(members, names(json(Reports::baseline)));
  }

  @Test
  void tellsWhatWasAskedAndWhereItRan() throws JsonProcessingException {
    var json = json(Reports::comparison);

    assertEquals(
        List.of("workload", "settings", "engine", "workers", "chunk", "repeat", "start"),
        names(json.get("request")));
    assertEquals("processes", json.at("/request/engine").textValue());
    assertEquals("auto", json.at("/request/chunk").textValue());
    assertEquals("warm", json.at("/request/start").textValue());
    assertEquals(2, json.at("/environment/logicalCores").intValue());
    assertTrue(json.at("/environment/memoryBytes").isNull());
  }

  @Test
  void tellsWhatWasMeasured() throws JsonProcessingException {
    var json = json(Reports::comparison);

    assertEquals(3, json.get("samples").size());
    assertEquals("sequential", json.at("/samples/0/engine").textValue());
    assertEquals(1.75, json.at("/samples/2/seconds").doubleValue());
    assertEquals(168, json.at("/result/primes").intValue());
    assertTrue(json.at("/result/mean").isNull());
    assertEquals("1,000 numbers \u2013 generated", json.get("input").textValue());
    assertEquals(
        List.of("start", "warmUp", "waiting", "serialise", "compute", "idleTail", "merge"),
        names(json.get("breakdown")));
    assertEquals(
        List.of("worker", "pid", "tasks", "items", "busySeconds", "cpuSeconds", "peakRssBytes"),
        names(json.at("/workers/0")));
    assertTrue(json.at("/workers/0/cpuSeconds").isNull());
    assertTrue(json.at("/workers/0/peakRssBytes").isNull());
    assertTrue(json.get("dispatchMicros").isNull());
  }

  @Test
  void tellsSpeedupAndSerialFractionWithTheirIntervals() throws JsonProcessingException {
    var json = json(Reports::comparison);

    assertEquals(1.87, json.get("speedup").doubleValue());
    assertEquals(1.82, json.at("/speedupInterval/low").doubleValue());
    assertEquals(0.05, json.at("/serialFraction/value").doubleValue());
    assertEquals(0.08, json.at("/serialFraction/high").doubleValue());
    assertTrue(json.get("serialFractionReason").isNull());
    assertEquals(20, json.get("ceiling").doubleValue(), 1e-9);
    assertEquals("largest-loss", json.at("/verdict/kind").textValue());
    assertEquals("idleTail", json.at("/verdict/evidence").textValue());
  }

  @Test
  void hasNullForIntervalsOfFewRepeatsAndAnInfiniteCeiling() throws JsonProcessingException {
    var json = json(Reports::withoutIntervals);

    assertTrue(json.get("speedupInterval").isNull());
    assertEquals(0, json.at("/serialFraction/value").doubleValue());
    assertTrue(json.at("/serialFraction/low").isNull());
    assertEquals("too few repeats", json.get("serialFractionReason").textValue());
    assertTrue(json.get("ceiling").isNull());
  }

  @Test
  void givesTheReasonInsteadOfAnUnknownSerialFraction() throws JsonProcessingException {
    var json = json(Reports::withoutSerialFraction);

    assertTrue(json.get("serialFraction").isNull());
    assertEquals("too few repeats", json.get("serialFractionReason").textValue());
  }

  @Test
  void hasNoSpeedupForABaselineAlone() throws JsonProcessingException {
    var json = json(Reports::baseline);

    for (var name : List.of("speedup", "efficiency", "karpFlatt", "serialFraction", "verdict")) {
      assertTrue(json.get(name).isNull(), name);
    }
    assertTrue(json.get("serialFractionReason").isTextual());
  }

  @Test
  void listsEveryEngine() throws JsonProcessingException {
    var engines = json(Reports::comparison).get("engines");

    assertEquals(2, engines.size());
    assertEquals(
        List.of(
            "engine",
            "workers",
            "seconds",
            "speedup",
            "speedupInterval",
            "efficiency",
            "breakdown",
            "verdict"),
        names(engines.get(0)));
    assertEquals("sequential", engines.at("/0/engine").textValue());
    assertEquals(3.3, engines.at("/0/seconds").doubleValue(), 1e-9);
    assertEquals(1, engines.at("/0/speedup").doubleValue());
    assertEquals("processes", engines.at("/1/engine").textValue());
    assertEquals(3.3 / 1.75, engines.at("/1/speedup").doubleValue(), 1e-9);
    assertEquals(3.3 / 3.5, engines.at("/1/efficiency").doubleValue(), 1e-9);
    assertEquals("largest-loss", engines.at("/1/verdict/kind").textValue());
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
