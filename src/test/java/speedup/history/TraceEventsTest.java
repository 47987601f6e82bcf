package speedup.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;

/** Against the Trace Event Format as it is documented. */
class TraceEventsTest {
  private static final int CHUNKS = 200;

  private static List<JsonNode> events(KeptRun run) throws IOException {
    var out = new ByteArrayOutputStream();
    TraceEvents.write(run, out);
    var json =
        new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .readTree(out.toByteArray());
    var events = new ArrayList<JsonNode>();
    json.get("traceEvents").forEach(events::add);
    return events;
  }

  private static KeptRun run() {
    return KeptRuns.run()
        .withTraces(
            Map.of(
                EngineKind.PROCESSES,
                KeptRuns.trace(CHUNKS),
                EngineKind.SEQUENTIAL,
                KeptRuns.withADeath()));
  }

  @Test
  void givesEveryEventWhatItsKindNeeds() throws IOException {
    for (var event : events(run())) {
      var kind = event.get("ph").textValue();
      assertTrue(Set.of("X", "M", "C", "i").contains(kind), event::toString);
      assertTrue(event.get("name").isTextual() && event.get("pid").isIntegralNumber());
      assertTrue(event.get("tid").isIntegralNumber(), event::toString);
      if (!kind.equals("M")) {
        assertTrue(event.get("ts").decimalValue().signum() >= 0, event::toString);
      }
      if (kind.equals("X")) {
        assertTrue(event.get("dur").decimalValue().signum() >= 0, event::toString);
      }
    }
  }

  @Test
  void tellsEveryChunkInTheProcessThatRanIt() throws IOException {
    var chunks = events(run()).stream().filter(e -> e.get("name").textValue().equals("chunk"));

    var byProcess = new HashMap<Long, Integer>();
    chunks.forEach(chunk -> byProcess.merge(chunk.get("pid").longValue(), 1, Integer::sum));

    assertEquals(Map.of(4711L, CHUNKS / 2, 4712L, CHUNKS / 2, 501L, 1, 502L, 1), byProcess);
    var first = events(run()).stream().filter(e -> e.at("/args/chunk").asInt(-1) == 3).findFirst();
    assertEquals(50, first.orElseThrow().at("/args/items").intValue());
  }

  @Test
  void nestsSlicesOfAThread() throws IOException {
    var byThread = new HashMap<String, List<JsonNode>>();
    for (var event : events(run())) {
      if (event.get("ph").textValue().equals("X")) {
        byThread
            .computeIfAbsent(event.get("pid") + ":" + event.get("tid"), _ -> new ArrayList<>())
            .add(event);
      }
    }

    assertEquals(5, byThread.size());
    byThread.values().forEach(TraceEventsTest::assertNested);
  }

  private static void assertNested(List<JsonNode> slices) {
    slices.sort(
        Comparator.<JsonNode, BigDecimal>comparing(slice -> slice.get("ts").decimalValue())
            .thenComparing(slice -> slice.get("dur").decimalValue(), Comparator.reverseOrder()));
    var open = new ArrayDeque<BigDecimal>();
    for (var slice : slices) {
      var from = slice.get("ts").decimalValue();
      var to = from.add(slice.get("dur").decimalValue());
      while (!open.isEmpty() && open.peek().compareTo(from) <= 0) {
        open.pop();
      }
      assertTrue(open.isEmpty() || to.compareTo(open.peek()) <= 0, slice::toString);
      open.push(to);
    }
  }

  @Test
  void countsBusyWorkers() throws IOException {
    var most =
        events(run()).stream()
            .filter(event -> event.get("ph").textValue().equals("C"))
            .mapToInt(event -> event.at("/args/workers").intValue())
            .max();

    assertEquals(2, most.getAsInt());
  }
}
